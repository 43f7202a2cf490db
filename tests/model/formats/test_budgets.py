from pathlib import Path

import pytest

from model.formats import budgets
from model.refusal import Refusal

PATH = Path("a.xml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-32", "utf-32-le"])
def test_no_sign_is_missed_in_any_encoding(encoding: str) -> None:
    content = '<a b="c">نص</a>'.encode(encoding)
    assert budgets.count(content, (b"<", b"=")) >= 3


def test_xml_is_counted_by_its_elements_and_attributes() -> None:
    content = b'<a b="c"/>'
    budgets.check_xml(content, PATH, most=2)
    with pytest.raises(Refusal) as refusal:
        budgets.check_xml(content, PATH, most=1)
    assert str(refusal.value) == "a.xml: has more elements and attributes than are read of one file (1)."


def test_what_is_at_the_limit_is_read() -> None:
    budgets.check_text(budgets.LONGEST_TEXT, PATH)
    with pytest.raises(Refusal) as refusal:
        budgets.check_text(budgets.LONGEST_TEXT + 1, PATH)
    assert str(refusal.value) == "a.xml: its text is longer than 10000000 characters, so it is not read."
    budgets.check_clauses(budgets.MOST_CLAUSES, PATH)
    with pytest.raises(Refusal) as refusal:
        budgets.check_clauses(budgets.MOST_CLAUSES + 1, PATH)
    assert str(refusal.value) == "a.xml: has more clauses than are read of one file (20000)."
