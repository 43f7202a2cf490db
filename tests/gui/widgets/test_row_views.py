import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QStringListModel, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListView

from gui.widgets.row_views import begin_at_a_row, claims, menu_place, show_as_rows


@pytest.fixture
def view(qtbot) -> QListView:
    made = QListView()
    qtbot.addWidget(made)
    made.setModel(QStringListModel(["a", "b", "c"], made))
    show_as_rows(made)
    made.resize(100, 200)
    made.show()
    return made


def test_rows_have_no_frame_and_are_not_edited(view):
    assert view.frameShape() == QFrame.Shape.NoFrame
    assert view.editTriggers() == QListView.EditTrigger.NoEditTriggers
    assert view.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_a_key_with_a_meaning_is_claimed():
    for kind, meaning, claimed in (
        (QEvent.Type.ShortcutOverride, "choose", True),
        (QEvent.Type.ShortcutOverride, "", False),
        (QEvent.Type.KeyPress, "choose", False),
    ):
        event = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        assert claims(event, lambda _, meaning=meaning: meaning) is claimed
        assert event.isAccepted() is claimed
    assert not claims(QEvent(QEvent.Type.Show), lambda _: "choose")


def test_the_first_row_is_current_where_none_is(view):
    begin_at_a_row(view)
    assert view.currentIndex().row() == 0
    view.setCurrentIndex(view.model().index(2, 0))
    begin_at_a_row(view)
    assert view.currentIndex().row() == 2
    view.setModel(QStringListModel([], view))
    begin_at_a_row(view)
    assert not view.currentIndex().isValid()


def test_a_menu_opens_at_the_row_that_it_is_about(view):
    def place(reason: QContextMenuEvent.Reason, where: QPoint) -> QPoint | None:
        return menu_place(view, QContextMenuEvent(reason, where, where))

    view.setCurrentIndex(QModelIndex())
    mouse, key = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard
    nowhere = QPoint(5, view.viewport().height() - 2)
    assert place(key, QPoint()) is None
    assert place(mouse, nowhere) is None
    second = view.visualRect(view.model().index(1, 0)).center()
    assert place(mouse, second) == view.viewport().mapToGlobal(second)
    assert view.currentIndex().row() == 1
    assert place(key, QPoint()) == view.viewport().mapToGlobal(second)
    assert place(mouse, nowhere) == view.viewport().mapToGlobal(nowhere)
