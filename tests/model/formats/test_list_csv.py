import csv
from pathlib import Path

import pytest

from model.annotation import documents
from model.errors import Cancelled, UserError
from model.formats.list_csv import AROUND, COLUMNS, Written, defused, write_hits, write_list
from model.formats.quotes import WrongQuote
from model.project import Project
from model.search.hit_finder import DocumentHits
from model.search.query import Query
from tests.model.conftest import TEXT, place


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_one_row_a_hit_with_quote_and_offsets(project: Project, document: str, tmp_path: Path) -> None:
    target = tmp_path / "hits.csv"
    assert write_hits(project, project.find(Query("المكتبات", whole_words=False)), target) == Written(2)
    head, first, second = rows(target)
    assert head == list(COLUMNS)
    start, end = place("المكتبات")
    assert first == ["مكتبات", "", str(start), str(end), TEXT[:start], TEXT[start:end], TEXT[end : end + AROUND]]
    assert second[5] == "المكتبات" and TEXT[int(second[2]) : int(second[3])] == "المكتبات"
    assert target.read_bytes().startswith(b'\xef\xbb\xbf"document","symbol",')
    assert target.read_bytes().endswith(b"\r\n")


def test_cells_that_a_spreadsheet_would_run_are_defused(project: Project, tmp_path: Path) -> None:
    with project.operation("add document") as writing:
        documents.add(writing, "=1+1", '=cmd|"/C calc"!A0 كلمة، "ب"\nج')
    write_hits(project, project.find(Query("كلمة")), tmp_path / "hits.csv")
    _, row = rows(tmp_path / "hits.csv")
    assert row == ["'=1+1", "", "18", "22", '\'=cmd|"/C calc"!A0 ', "كلمة", '، "ب"\nج']


RUN = ["=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", " =1", "\u200f-1", "\u061c \xa0=1", "＝1", "\u2066=1"]
RUN += [
    "\0=1",
    "\x01+1",
    "\x0b@x",
    "\x1f-1",
    "\x7f=1",
    "\x85=1",
    "\x9f@x",
    "\u2028=1",
    "\u200b=1",
    "\ufeff=1",
    "\xad-1",
]
RUN += [
    " \x01\tx",
    "\u200b\r",
    "\u034f=1",
    "\ufe0f+1",
    "\u3164@x",
    "\x01＋1",
    "\xa0－1",
    "\u200f＠x",
    "﹦1",
    "﹢1",
    "﹣1",
    "﹫x",
]


@pytest.mark.parametrize("cell", RUN)
def test_defused(cell: str) -> None:
    assert defused(cell) == "'" + cell


@pytest.mark.parametrize(
    "cell", ["", "1=1", "(أ)", "كلمة", "'=1", "\x01كلمة", "\u200fكلمة =1", "\xa0", "كلمة\t=1", "\ufe0f"]
)
def test_what_is_harmless_stays(cell: str) -> None:
    assert defused(cell) == cell


def test_a_wrong_limit_and_a_stop_leave_what_was_there(project: Project, document: str, tmp_path: Path) -> None:
    target = tmp_path / "hits.csv"
    target.write_text("mine")
    with pytest.raises(WrongQuote):
        write_hits(project, [DocumentHits(document, "مكتبات", ((0, len(TEXT) + 1),))], target)

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_hits(project, project.find(Query("المكتبات")), target, stop)
    assert target.read_text() == "mine"
    assert [each.name for each in tmp_path.iterdir() if each.suffix != ".qarar" and "-" not in each.name] == [
        "hits.csv"
    ]


def test_hits_of_a_document_that_is_gone_are_left_out_and_counted(
    project: Project, document: str, tmp_path: Path
) -> None:
    hits = [DocumentHits("gone", "x", ((0, 1), (2, 3))), DocumentHits(document, "مكتبات", (place("المكتبات"),))]
    assert write_hits(project, hits, tmp_path / "hits.csv") == Written(1, gone=2)
    assert len(rows(tmp_path / "hits.csv")) == 2


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
