from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.open_menus import empty, fill_recent
from gui.settings import Settings


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
