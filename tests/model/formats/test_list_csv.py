from pathlib import Path

import pytest

from model.errors import UserError
from model.formats.list_csv import write_list


def test_what_holds_a_semicolon_stays_whole_and_nothing_is_run(tmp_path: Path) -> None:
    target = tmp_path / "list.csv"
    write_list(("Term", "More"), [("PEACE; WAR", "-1"), ("=1+1", 'a "b"\nc')], target, numbers={1})
    lines = ('"Term","More"', '"PEACE; WAR","-1"', '"\'=1+1","a ""b""\nc"', "")
    assert target.read_bytes() == b"\xef\xbb\xbf" + "\r\n".join(lines).encode()


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "list.csv"
    target.write_text("mine")
    with pytest.raises(KeyError):
        write_list(("Term",), ([{}[each]] for each in "a"), target)
    assert target.read_text() == "mine"
    with pytest.raises(UserError):
        write_list(("Term",), [], tmp_path / "none" / "list.csv")
