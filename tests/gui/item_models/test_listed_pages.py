from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.item_models.listed_pages import Page, PageModel, PageRow, as_lines, as_table

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


def test_a_page_is_written_without_what_only_the_screen_needs():
    assert as_table(PAGE, [["A_RES_1", "A_RES_2"], []]) == (
        ["Term", "Documents", "documents"],
        [["PEACE", "1242", "A_RES_1|A_RES_2"], ["=1+1", "0", ""]],
    )
    assert as_table(PAGE, [[], []]) == (["Term", "Documents"], [["PEACE", "1242"], ["=1+1", "0"]])
