import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from gui.dialogs.listed_pages import ListedPages
from gui.item_models.listed_pages import Page, PageRow

PAGES = (
    Page("Empty", ("Term",), ()),
    Page(
        "Terms",
        ("Term", "Documents"),
        (
            PageRow(("PEACE", "2"), ("a", "b"), "peace"),
            PageRow(("WAR", "1"), ("b",)),
            PageRow(("NONE", "0"), (), "none"),
        ),
        frozenset({1}),
        "Those that are used.",
    ),
    Page("Renewals", ("Title",), (PageRow(("Peace",), groups=(("Only in A", ("a",)), ("Only in B", ("b", "gone")))),)),
)
NAMES = {"a": "A_RES_1", "b": "A_RES_2"}


@pytest.fixture
def pages(qtbot) -> ListedPages:
    pages = ListedPages(lambda ids: [(each, NAMES[each]) for each in ids if each in NAMES])
    qtbot.addWidget(pages)
    pages.resize(700, 400)
    pages.show()
    pages.activateWindow()
    qtbot.waitActive(pages)
    pages.show_pages(PAGES)
    return pages


def _documents(pages: ListedPages) -> list[str]:
    texts = (pages.documents.item(row).text() for row in range(pages.documents.count()))
    return [text.strip("\u2066\u2069") for text in texts]


def test_the_first_page_with_rows_is_in_front_and_the_documents_follow_the_row(pages):
    assert pages.page is PAGES[1]
    assert pages.words.text() == "Those that are used."
    assert _documents(pages) == ["A_RES_1", "A_RES_2"]
    pages.table.setCurrentIndex(pages.model.index(1, 0))
    assert _documents(pages) == ["A_RES_2"]
    assert not pages.grab().isNull()


def test_an_empty_page_says_so(pages):
    pages.titles.setCurrentRow(0)
    assert pages.words.text() == "There are none."
    assert _documents(pages) == []


def test_enter_opens_the_only_document_or_leads_to_the_list(qtbot, pages):
    pages.table.setFocus()
    qtbot.keyClick(pages.table, Qt.Key.Key_Return)
    assert pages.documents.hasFocus()
    qtbot.keyClick(pages.documents, Qt.Key.Key_Down)
    with qtbot.waitSignal(pages.document_wanted) as wanted:
        qtbot.keyClick(pages.documents, Qt.Key.Key_Return)
    assert wanted.args == ["b"]
    qtbot.keyClick(pages.documents, Qt.Key.Key_Backspace)
    assert pages.table.hasFocus()
    pages.table.setCurrentIndex(pages.model.index(1, 0))
    with qtbot.waitSignal(pages.document_wanted) as wanted:
        qtbot.keyClick(pages.table, Qt.Key.Key_Return)
    assert wanted.args == ["b"]
    pages.table.setCurrentIndex(pages.model.index(2, 0))
    with qtbot.waitSignal(pages.concept_wanted) as wanted:
        qtbot.keyClick(pages.table, Qt.Key.Key_Return)
    assert wanted.args == ["none"]


def test_documents_of_several_sides_stand_under_their_names(qtbot, pages):
    pages.titles.setCurrentRow(2)
    assert _documents(pages) == ["Only in A", "A_RES_1", "Only in B", "A_RES_2"]
    pages.table.setFocus()
    qtbot.keyClick(pages.table, Qt.Key.Key_Return)
    assert pages.documents.currentRow() == 1


def test_rows_are_copied_and_written(qtbot, pages, tmp_path):
    pages.table.setFocus()
    pages.table.selectAll()
    qtbot.keyClick(pages.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "PEACE\t2\nWAR\t1\nNONE\t0"
    pages.write(tmp_path / "list.csv")
    assert '"A_RES_1|A_RES_2"' in (tmp_path / "list.csv").read_text("utf-8-sig")


def test_the_page_in_front_stays_there_when_pages_come_anew(pages):
    pages.titles.setCurrentRow(2)
    pages.show_pages(PAGES)
    assert pages.page is PAGES[2]
