"""Panels that are made when they are first seen, or asked for."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from gui.main_window import MainWindow

LATE = ("bidi", "document", "find", "history", "inspector", "thesaurus")


def made(window: MainWindow) -> list[str]:
    """The docks of late panels that are filled, once the window is laid out."""
    for _ in range(3):
        QApplication.processEvents()
    return [name for name in LATE if window.docks[name].widget() is not None]


@pytest.fixture
def again(desk):
    """Closes the window, and opens another one as it was left."""
    opened: list[MainWindow] = []

    def open_again() -> MainWindow:
        desk.window.close()
        opened.append(MainWindow(desk.window.session, desk.window.settings))
        opened[0].show()
        return opened[0]

    yield open_again
    for window in opened:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


def test_a_window_makes_none_that_is_not_in_sight(desk):
    assert made(desk.window) == []


def test_one_behind_another_is_made_when_its_tab_is_chosen(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    desk.window.marking.step(False)
    assert made(desk.window) == []
    desk.window.docks["inspector"].raise_()
    assert made(desk.window) == ["inspector"]
    assert desk.window.docks["inspector"].widget() is desk.window.inspector
    assert desk.window.inspector.quote.text.startswith("إذ تعيد تأكيد")
    desk.window.act("edit_note")()
    desk.window.inspector.note.insertPlainText("صياغة")
    desk.window.focus_text()
    (span,) = desk.session.spans
    assert span.note == "صياغة"


@pytest.mark.parametrize("name", LATE)
def test_one_is_made_once_when_it_is_shown(desk, name):
    desk.window.docks[name].show()
    desk.window.docks[name].raise_()
    assert made(desk.window) == [name]
    panel = desk.window.docks[name].widget()
    assert panel.isVisible()
    desk.window.docks[name].hide()
    desk.window.docks[name].show()
    assert desk.window.docks[name].widget() is panel


@pytest.mark.parametrize("name", LATE)
def test_escape_leads_back_to_the_text_from_each(desk, name):
    window = desk.window
    panel = {
        "bidi": lambda: window.bidi,
        "document": lambda: window.details,
        "find": lambda: window.finding,
        "history": lambda: window.steps,
        "inspector": lambda: window.inspector,
        "thesaurus": lambda: window.thesaurus,
    }[name]()
    assert window.docks[name].widget() is panel
    panel.leave_requested.emit()
    assert window.view.hasFocus()


def test_one_that_was_in_sight_when_the_window_was_closed_is_made_in_the_next(desk, again):
    desk.window.docks["history"].show()
    desk.window.docks["history"].raise_()
    assert made(desk.window) == ["history"]
    assert made(again()) == ["history"]


def test_a_command_makes_what_it_leads_to(desk):
    desk.window.act("document_note")()
    assert made(desk.window) == ["document"]
    assert desk.window.details.note.hasFocus()
    desk.window.act("find_in_project")()
    assert made(desk.window) == ["document", "find"]
    assert desk.window.finding.controls.query_line.line.hasFocus()
    desk.window.act("thesaurus")()
    assert made(desk.window) == ["document", "find", "thesaurus"]


def test_one_that_is_made_late_can_be_written_in(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    desk.window.docks["inspector"].raise_()
    assert desk.window.inspector.note.isEnabled()
    assert not desk.window.inspector.note.isReadOnly()
    assert desk.window.inspector.layoutDirection() == desk.window.layoutDirection()
    assert desk.window.inspector.label.focusPolicy() != Qt.FocusPolicy.NoFocus
