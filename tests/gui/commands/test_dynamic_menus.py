import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from gui.commands.dynamic_menus import empty, fill_recent, inner_menu
from gui.settings import Settings
from tests.gui.refilled import left_by
from tests.journeys.proposal_desk import PROPOSED, Made, act, press, proposal_desk, proposed
from tests.journeys.test_proposals_stored import store

# What offscreen Qt says when a menu is opened.
POPUP = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def proposals(qtbot, tmp_path):
    """The window at a document with proposals."""
    with proposal_desk(tmp_path, Made()) as desk:
        yield desk


def test_an_emptied_menu_keeps_nothing_of_what_was_in_it(qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    before = len(menu.findChildren(QAction))
    menu.addAction("a")
    menu.addMenu("b").addMenu("c").addAction("d")
    empty(menu)
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
    assert menu.actions() == []
    assert menu.findChildren(QMenu) == []
    assert len(menu.findChildren(QAction)) == before


def test_python_keeps_nothing_of_a_menu_that_is_filled_again(qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)

    def fill() -> None:
        empty(menu)
        menu.addAction("a")
        inner_menu(inner_menu(menu, "b"), "c").addAction("d")

    assert left_by(fill) == 0
    assert [action.text() for action in menu.actions()] == ["a", "b"]


def test_projects_that_are_gone_are_told_and_the_list_can_be_cleared(qtbot, tmp_path):
    settings, menu, chosen = Settings(), QMenu(), []
    qtbot.addWidget(menu)
    fill_recent(menu, settings, chosen.append)
    assert [(action.text(), action.isEnabled()) for action in menu.actions()] == [("None yet", False)]
    gone, there = tmp_path / "gone.qarar", tmp_path / "A & B.qarar"
    there.write_bytes(b"")
    settings.add_recent(gone)
    settings.add_recent(there)
    fill_recent(menu, settings, chosen.append)
    first, second, separator, clear = menu.actions()
    assert first.text() == f"\u2066{str(there).replace('&', '&&')}\u2069"
    assert second.text() == f"\u2066{gone}\u2069 (not found)"
    assert (first.isEnabled(), second.isEnabled()) == (True, False)
    assert separator.isSeparator()
    first.trigger()
    assert chosen == [there]
    clear.trigger()
    assert settings.recent == []


def entries(desk, point: QPoint) -> list[str]:
    """The texts of the menu that a right click at a point of the text view opens."""
    viewport = desk.window.view.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, viewport.mapToGlobal(point))
    QApplication.sendEvent(viewport, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    found = [action.text() for action in menu.actions()]
    menu.close()
    return found


def at(desk, quote: str) -> QPoint:
    """A point in the text."""
    box = desk.window.view.character_box(desk.session.text.index(quote) + 1)
    return box.center().toPoint()


def beside(desk, quote: str) -> QPoint:
    """A point in the margin, at the name of a clause."""
    view = desk.window.view
    return QPoint(view.viewport().width() - 8, at(desk, quote).y())


@POPUP
@pytest.mark.parametrize("place", [at, beside])
@pytest.mark.parametrize("stored", [False, True])
def test_a_proposal_is_confirmed_and_rejected_in_the_menu_of_the_text(proposals, place, stored):
    desk = proposals
    if stored:
        store(desk)
    first, second = PROPOSED[2], PROPOSED[4]
    texts = entries(desk, place(desk, second[1]))
    judging = [text.replace("&", "").split("\t") for text in texts[:2]]
    assert judging == [
        ["Confirm, and go on to the next", "\u2066Enter\u2069"],
        ["Reject the proposal", "\u2066/\u2069"],
    ]
    assert not texts[2]
    act(desk, "reject")
    assert second not in proposed(desk) and first in proposed(desk)


@POPUP
def test_where_nothing_is_proposed_the_menu_has_nothing_to_confirm(proposals):
    desk = proposals
    press(desk, "Return")
    assert "Confirm" not in "".join(entries(desk, at(desk, PROPOSED[0][1])))
