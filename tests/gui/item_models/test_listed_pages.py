import csv

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.item_models.listed_pages import Page, PageModel, PageRow, as_lines, write_page

PAGE = Page(
    "Terms",
    ("Term", "Documents"),
    (PageRow(("\u2068PEACE\u2069", "1,242"), ("a", "b")), PageRow(("=1+1", "0"))),
    frozenset({1}),
)


def test_rows_are_shown_under_their_columns():
    model = PageModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_page(PAGE)
    assert tester.model() is model
    assert (model.rowCount(), model.columnCount()) == (2, 2)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Documents"
    assert model.row(model.index(1, 0)) is PAGE.rows[1]
    assert model.row(model.index(-1, 0)) is None


def test_rows_are_copied_as_lines():
    assert as_lines(PAGE.rows) == "PEACE\t1,242\n=1+1\t0"


def test_a_page_is_written_for_spreadsheets_that_run_nothing(tmp_path):
    target = tmp_path / "list.csv"
    write_page(PAGE, target, [["A_RES_1", "A_RES_2"], []])
    content = target.read_bytes().decode("utf-8-sig")
    assert list(csv.reader(content.splitlines())) == [
        ["Term", "Documents", "documents"],
        ["PEACE", "1242", "A_RES_1|A_RES_2"],
        ["'=1+1", "0", ""],
    ]
