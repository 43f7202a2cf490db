"""The keys of the text view: those that move and extend, copy and select all. All others belong to the window."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from gui.text_view.geometry import Hit
from gui.text_view.page import Page
from gui.text_view.selection import Selection

Key = Qt.Key
_MOVING = frozenset(
    {Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End, Key.Key_PageUp, Key.Key_PageDown}
)


class Steered(Protocol):
    """What keys act upon."""

    @property
    def page(self) -> Page:
        """The page that is shown."""
        ...

    def change_selection(self, change: Callable[[Selection], None], *, reveal: bool = True) -> None:
        """Let ``change`` move the selection."""
        ...

    def scroll_rows(self, rows: float) -> None:
        """Scroll down by rows."""
        ...

    def copy(self) -> None:
        """Copy the selection."""
        ...

    def select_all(self) -> None:
        """Select the whole text."""
        ...


def handle_key(view: Steered, event: QKeyEvent) -> bool:
    """Do what a key says; False where it is none of the text view's."""
    if event.matches(QKeySequence.StandardKey.Copy):
        view.copy()
        return True
    if event.matches(QKeySequence.StandardKey.SelectAll):
        view.select_all()
        return True
    key = event.key()
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    extend = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    if key not in _MOVING or modifiers & ~(Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
        return False
    if key in (Key.Key_Left, Key.Key_Right):
        move = Selection.move_by_word if control else Selection.move_beside
        view.change_selection(lambda selection: move(selection, key == Key.Key_Left, extend))
    elif key in (Key.Key_Home, Key.Key_End):
        move = Selection.move_to_text_end if control else Selection.move_to_row_end
        view.change_selection(lambda selection: move(selection, key == Key.Key_End, extend))
    elif key in (Key.Key_Up, Key.Key_Down):
        step = 1 if key == Key.Key_Down else -1
        if control:
            if extend:
                return False
            view.scroll_rows(step)
        else:
            view.change_selection(lambda selection: selection.move_by_row(step, extend))
    elif control:
        return False
    else:
        view.change_selection(lambda selection: _move_by_page(view.page, selection, key == Key.Key_PageDown, extend))
    return True


def _move_by_page(page: Page, selection: Selection, down: bool, extend: bool) -> None:
    """Scroll by what is seen less a row, and the caret by as much, at the kept x; at the page's end to the text's."""
    x = selection.wanted_x()
    page.reveal(selection.caret)
    offset = selection.caret.offset - (1 if selection.caret.upstream else 0)
    y = next((top + row.height / 2 for row, top in page.rows_meeting(offset, offset + 1)), 0.0)
    distance = max(page.typography.row_height, page.height - page.typography.row_height)
    before = page.position
    page.scroll_by(distance if down else -distance)
    scrolled = page.position - before
    if abs(scrolled) < distance:
        y += (distance if down else -distance) - scrolled
    place = page.hit(x, y)
    if y >= page.height and down:
        place = Hit(len(page.text), True)
    elif y < 0:
        place = Hit(0, False)
    selection.move_to(place, extend, x)
