import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListView, QMenu

from gui.commands.actions import shown_key
from gui.dialogs.cheat_sheet import CheatSheet


@pytest.fixture
def sheet(desk, qtbot) -> CheatSheet:
    def panels():
        menu = QMenu(desk.window)
        menu.addAction(f"Move up\t{shown_key('Alt+Up')}")
        return [("Descriptors", menu)]

    sheet = CheatSheet(desk.window.actions_, desk.session, desk.window, panels)
    qtbot.addWidget(sheet)
    with qtbot.waitActive(sheet):
        sheet.show()
    return sheet


def titles(sheet) -> list[str]:
    return [title for title, _ in sheet.groups]


def keys_of(sheet, name: str) -> tuple[str, ...]:
    return next(row.keys for _, rows in sheet.groups for row in rows if row.name == name)


def test_keys_are_shown_by_group(sheet):
    assert titles(sheet) == [
        *("In the text", "Project", "Edit", "Mark", "Document", "Terms", "View", "Help"),
        *("Mark as › Clauses", "Mark as › Leading phrases", "Mark as › References", "In panels", "Descriptors"),
    ]
    assert keys_of(sheet, "A word to the right, to the left") == ("Ctrl+Right", "Ctrl+Left")
    assert keys_of(sheet, "Preambular paragraph") == ("P",)
    assert not sheet.isModal()
    sheet.grab()


def test_changed_keys_are_shown_at_once(sheet, desk):
    desk.window.actions_.keymap.give("split", "Ctrl+M")
    assert keys_of(sheet, "Split at the caret") == ("Ctrl+/", "Ctrl+M")
    assert keys_of(sheet, "Merge with the next") == ()


def test_it_can_be_filtered(sheet):
    sheet.filter.setText("merge")
    assert [(title, [row.name for row in rows]) for title, rows in sheet.groups] == [
        ("Mark", ["Merge with the next", "Merge with the previous"])
    ]
    sheet.filter.setText("qqqq")
    assert sheet.groups == []
    sheet.filter.clear()
    assert len(sheet.groups) == 13


def test_it_can_be_copied_as_text(sheet):
    sheet.filter.setText("ctrl+shift+m")
    sheet.copy.click()
    assert QGuiApplication.clipboard().text() == f"Mark\nMerge with the previous\t{shown_key('Ctrl+Shift+M')}\n"


def test_escape_closes_it(sheet, qtbot):
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


@pytest.mark.parametrize("width, columns", [(420, 1), (1250, 3)])
def test_it_has_as_many_columns_as_there_is_room_for(sheet, qtbot, width, columns):
    sheet.resize(width, 700)

    def places() -> set[int]:
        return {view.mapTo(sheet, view.rect().topLeft()).x() for view in sheet.findChildren(QListView)}

    qtbot.waitUntil(lambda: len(places()) == columns)
    heights = [view.height() for view in sheet.findChildren(QListView)]
    assert len(heights) == len(sheet.groups)
    assert all(view.verticalScrollBar().maximum() == 0 for view in sheet.findChildren(QListView))


def test_another_project_has_other_labels(sheet, desk):
    desk.session.set_project(None)
    assert not any(title.startswith("Mark as") for title in titles(sheet))
