import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from gui.dialogs.command_delegate import CommandDelegate
from gui.item_models.commands import RowRole
from gui.window.command_palette import CommandPalette
from model.annotation import documents


@pytest.fixture
def palette(desk) -> CommandPalette:
    return CommandPalette(desk.window, desk.window.actions_, desk.session)


def press(palette, key: Qt.Key, held=Qt.KeyboardModifier.NoModifier) -> None:
    QCoreApplication.sendEvent(palette.line, QKeyEvent(QEvent.Type.KeyPress, int(key), held))


def shown(palette) -> list[str]:
    return [row.id for row in palette.model.rows()]


def current(palette) -> str:
    return palette.model.row(palette.view.currentIndex()).id


def test_it_opens_with_everything_and_takes_the_keys(desk, palette):
    palette.open()
    assert palette.isVisible()
    assert desk.window.focusWidget() is palette.line
    assert current(palette) == "new"
    assert {"merge", "label:title", "language:ar", "panel:labels"} <= set(shown(palette))
    assert isinstance(palette.view.itemDelegate(), CommandDelegate)


def test_escape_leads_back_with_the_selection_as_it_was(desk, palette):
    desk.select("إذ تعيد تأكيد التزامها،")
    before = desk.window.view.selection()
    palette.open()
    palette.line.setText("merge")
    press(palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert desk.window.focusWidget() is desk.window.view
    assert desk.window.view.selection() == before


def test_focus_goes_back_to_where_it_was(desk, palette):
    desk.window.documents.focus_filter()
    palette.open()
    press(palette, Qt.Key.Key_Escape)
    assert desk.window.focusWidget() is desk.window.documents.filter


def test_enter_does_what_is_chosen(desk, palette):
    desk.select("إذ تعيد تأكيد التزامها،")
    palette.open()
    palette.line.setText("الديباجة")
    assert current(palette) == "label:preambular"
    press(palette, Qt.Key.Key_Return)
    assert desk.marks() == [("preambular", "إذ تعيد تأكيد التزامها،")]
    assert not palette.isVisible()
    assert desk.window.focusWidget() is desk.window.view


def test_what_cannot_be_done_is_shown_but_does_nothing(desk, palette):
    palette.open()
    palette.line.setText("redo")
    row = palette.model.rows()[0]
    assert (row.id, row.enabled) == ("redo", False)
    palette.view.setCurrentIndex(palette.model.index(0))
    press(palette, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.view.clicked.emit(palette.model.index(0))
    assert palette.isVisible()


def test_what_was_done_last_stands_first(desk, palette):
    told = []
    palette.used_changed.connect(told.append)
    for query in ("larger text", "select all"):
        palette.open()
        palette.line.setText(query)
        press(palette, Qt.Key.Key_Return)
    palette.open()
    assert shown(palette)[:3] == ["select_all", "zoom_in", "new"]
    assert told == [["zoom_in"], ["select_all", "zoom_in"]]
    again = CommandPalette(desk.window, desk.window.actions_, desk.session, told[-1])
    again.open()
    assert shown(again)[:2] == ["select_all", "zoom_in"]


def test_arrows_go_round_and_pages_stop_at_the_ends(palette):
    palette.open()
    able = [row.id for row in palette.model.rows() if row.enabled]
    press(palette, Qt.Key.Key_Up)
    assert current(palette) == able[-1]
    press(palette, Qt.Key.Key_Down)
    press(palette, Qt.Key.Key_Down)
    assert current(palette) == able[1]
    press(palette, Qt.Key.Key_PageDown)
    press(palette, Qt.Key.Key_PageUp)
    press(palette, Qt.Key.Key_PageUp)
    assert current(palette) == able[0]
    press(palette, Qt.Key.Key_Tab)
    assert current(palette) == able[1]


def test_documents_are_opened_by_name(desk, palette):
    palette.open()
    palette.line.setText("60 1")
    assert current(palette) == f"document:{desk.second}"
    press(palette, Qt.Key.Key_Return)
    assert desk.session.document == desk.second


def test_new_documents_are_found_too(desk, palette):
    palette.open()
    palette.line.setText("A_RES_61")
    assert not any(row.startswith("document:") for row in shown(palette))
    with desk.project.operation("import") as writing:
        third = documents.add(writing, "A_RES_61_1", "قرار.")
    palette.open()
    palette.line.setText("A_RES_61")
    assert shown(palette) == [f"document:{third}"]


def test_markup_in_names_is_shown_as_it_is(desk, palette):
    with desk.project.operation("import") as writing:
        documents.add(writing, "<b>bold</b> & <i>", "قرار.")
    palette.open()
    palette.line.setText("bold")
    assert "<b>bold</b> & <i>" in palette.model.rows()[-1].name
    palette.grab()


def test_nothing_found_is_said(palette):
    palette.open()
    palette.line.setText("qqqq")
    assert [row.name for row in palette.model.rows()] == ["Nothing is called that."]
    press(palette, Qt.Key.Key_Return)
    press(palette, Qt.Key.Key_Down)
    assert palette.isVisible()


def test_it_goes_when_one_goes_elsewhere(desk, palette):
    palette.open()
    desk.window.focus_text()
    assert not palette.isVisible()
    assert desk.window.focusWidget() is desk.window.view
    palette.open()
    desk.session.set_project(None)
    assert not palette.isVisible()


def test_it_lies_over_the_upper_part_of_the_text_within_the_window(desk, palette, qtbot):
    palette.open()
    covered = desk.window.centralWidget().geometry()
    assert palette.y() > covered.top()
    for size in ((700, 420), (1600, 900)):
        desk.window.resize(*size)
        qtbot.waitUntil(lambda size=size: desk.window.width() == size[0])
        assert desk.window.rect().contains(palette.geometry())


def test_checked_actions_say_so(desk, palette):
    desk.window.actions_["clauses_done"].setChecked(True)
    palette.open()
    index = palette.model.index_of("clauses_done")
    assert index.data(RowRole.ROW).checked
    palette.grab()


def test_the_palette_opens_from_a_line_of_text_too(desk, palette):
    """Ctrl+K deletes to the line's end in some systems' lines, which would keep the key for themselves."""
    line = desk.window.documents.filter
    line.setFocus()
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, int(Qt.Key.Key_K), Qt.KeyboardModifier.ControlModifier)
    asked.ignore()
    QCoreApplication.sendEvent(line, asked)
    assert not asked.isAccepted()
