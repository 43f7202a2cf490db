"""The text view's interfaces for assistive technology: the view, its displayed paragraphs, and their texts.

Qt asks through ``QAccessible``; in Python (PySide6 6.11) that goes as far as this:

- An interface may be implemented in Python, and further interfaces be given by ``interface_cast`` as objects of their
  own. It must return such an object or None: a number, which is what the inherited method gives, crashes.
- ``QAccessibleTextInterface`` lacks the methods that return limits beside a text. ``textAtOffset`` and its like are
  Qt's own: they look for limits in the text, and for lines and paragraphs they know only line breaks. So the text that
  is told here has a line break in place of the white space at each displayed paragraph's end: to a screen reader, a
  line is a clause. ``selection`` cannot be told: in Qt it then gives numbers that mean nothing, so that no selection is
  ever reported. What is selected is announced in words instead.
- Qt keeps every interface that the factory made until the application ends: none holds its view.

Offsets here are UTF-16 units of the whole text, or of one clause's, as Qt's; rectangles are of the screen.
"""

from collections.abc import Callable
from weakref import ref

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QAccessibleTextInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

from gui.text_view.view import TextView
from model.annotation.values import Span
from model.text.offsets import Utf16Map

_Interface = QAccessible.InterfaceType
_SET_FOCUS = QAccessibleActionInterface.setFocusAction()


class ShownText:
    """The text of a view in Qt's units, with the paragraphs that are displayed; empty once the view is gone."""

    def __init__(self, view: TextView, name_of: Callable[[Span], str]) -> None:
        self._view = ref(view)
        self.name_of = name_of
        self._mapped: tuple[str, Utf16Map] = "", Utf16Map("")
        self._clauses: dict[tuple[int, int], tuple[ClauseInterface, int]] = {}

    @property
    def view(self) -> TextView | None:
        """The view, as long as there is one."""
        view = self._view()
        return view if view is not None and isValid(view) else None

    @property
    def text(self) -> str:
        """The document's text as it is stored."""
        return "" if self.view is None else self.view.page.text

    @property
    def units(self) -> Utf16Map:
        """Offsets of the whole text."""
        text = self.text
        if text is not self._mapped[0]:
            self._mapped = text, Utf16Map(text)
        return self._mapped[1]

    def to_offset(self, unit: int) -> int:
        """The code point of a unit, moved into the text where it lies outside."""
        return self.units.from_utf16(max(0, min(unit, self.units.length)))

    def part(self, start: int, end: int) -> str:
        """A part of the text (code points) with a line break at each paragraph's end."""
        view = self.view
        text = self.text[start:end]
        if view is None or not text:  # also where the end is before the start
            return ""
        page = view.page
        pieces: list[str] = []
        done = start
        for number in range(page.block_number(start), page.block_number(end - 1) + 1):
            limits = page.blocks[number].limits
            last = limits.end - 1
            if limits.end < len(self.text) and not limits.runs_on and start <= last < end and self.text[last].isspace():
                pieces += (self.text[done:last], "\n")
                done = last + 1
        return "".join((*pieces, self.text[done:end]))

    # Clauses

    def count(self) -> int:
        """How many paragraphs are displayed."""
        return 0 if self.view is None else len(self.view.page.blocks)

    def limits(self, number: int) -> tuple[int, int] | None:
        """The limits of the paragraph of that number."""
        view = self.view
        return view.page.blocks[number].limits[:2] if view is not None and 0 <= number < self.count() else None

    def number_at(self, offset: int) -> int:
        """The number of the paragraph at an offset."""
        return 0 if self.view is None else self.view.page.block_number(offset)

    def spans_at(self, offset: int) -> list[Span]:
        """The clauses that hold an offset, the innermost last."""
        view = self.view
        if view is None:
            return []
        return [span for span in view.page.clauses_at(offset) if span.start <= offset < span.end]

    def said(self, offset: int) -> str:
        """Label and number of the innermost clause at an offset; empty where there is none."""
        spans = self.spans_at(offset)
        if not spans:
            return ""
        name, number = self.name_of(spans[-1]), spans[-1].number
        return f"{name} {number}" if number else name

    def clause(self, number: int) -> "ClauseInterface | None":
        """The interface of the paragraph of that number, the same each time."""
        limits = self.limits(number)
        if limits is None:
            return None
        known = self._clauses.get(limits)
        if known is None:
            interface = ClauseInterface(self, limits)
            # Qt keeps it from now on and ends it when told, or with the application.
            known = self._clauses[limits] = interface, QAccessible.registerAccessibleInterface(interface)
        return known[0]

    def forget(self, *, all_of_them: bool = False) -> None:
        """End the interfaces of paragraphs that are displayed no more."""
        if not self._clauses:
            return
        kept = set() if all_of_them or self.view is None else {block.limits[:2] for block in self.view.page.blocks}
        for limits in [limits for limits in self._clauses if limits not in kept]:
            _, number = self._clauses.pop(limits)
            QAccessible.deleteAccessibleInterface(number)

    def end(self, *_: object) -> None:
        """Let go of all, the view being gone: Qt keeps the interfaces, but not what they told of."""
        self.forget(all_of_them=True)
        self._mapped = "", Utf16Map("")
        self.name_of = _label


def _label(span: Span) -> str:
    return span.label


class TextInterface(QAccessibleTextInterface):
    """The text between limits (code points), which are asked for anew each time."""

    def __init__(self, shown: ShownText, limits: Callable[[], tuple[int, int]]) -> None:
        super().__init__()
        self._shown = shown
        self._limits = limits

    def _first(self) -> int:
        """The unit of the whole text at which this one begins."""
        return self._shown.units.to_utf16(self._limits()[0])

    def _offset(self, unit: int) -> int:
        """The code point of the whole text for a unit of this one; -1 is Qt's word for the end."""
        start, end = self._limits()
        return end if unit < 0 else max(start, min(self._shown.to_offset(self._first() + unit), end))

    def text(self, start: int, end: int) -> str:
        return self._shown.part(self._offset(max(0, start)), self._offset(end))

    def characterCount(self) -> int:
        return self._shown.units.to_utf16(self._limits()[1]) - self._first()

    def cursorPosition(self) -> int:
        """The caret, -1 where it stands elsewhere."""
        view = self._shown.view
        start, end = self._limits()
        if view is None or not start <= view.caret() <= end:
            return -1
        return self._shown.units.to_utf16(view.caret()) - self._first()

    def setCursorPosition(self, position: int) -> None:
        if (view := self._shown.view) is not None:
            offset = self._offset(position)
            view.set_selection(offset, offset)

    def selectionCount(self) -> int:
        return 0  # see above: where it lies could not be told

    def setSelection(self, _number: int, start: int, end: int) -> None:
        if (view := self._shown.view) is not None:
            view.set_selection(self._offset(start), self._offset(end))

    def addSelection(self, start: int, end: int) -> None:
        self.setSelection(0, start, end)

    def removeSelection(self, _number: int) -> None:
        if (view := self._shown.view) is not None:
            view.set_selection(view.caret(), view.caret())

    def characterRect(self, offset: int) -> QRect:
        """The box of a character on the screen; empty where it is not seen."""
        view = self._shown.view
        box = None if view is None else view.character_box(self._offset(max(0, offset)))
        if view is None or box is None:
            return QRect()
        return QRect(view.viewport().mapToGlobal(box.topLeft().toPoint()), box.size().toSize())

    def offsetAtPoint(self, point: QPoint) -> int:
        """The character at a point of the screen; -1 where there is none of this text."""
        view = self._shown.view
        if view is None or not view.page.blocks:
            return -1
        place = view.viewport().mapFromGlobal(point)
        if not view.viewport().rect().contains(place):
            return -1
        offset = view.page.character_at(view.hit(QPointF(place)))
        start, end = self._limits()
        return self._shown.units.to_utf16(offset) - self._first() if start <= offset < end else -1

    def scrollToSubstring(self, start: int, end: int) -> None:
        if (view := self._shown.view) is not None:
            view.reveal(max(0, self._offset(end) - 1))
            view.reveal(self._offset(start))


class FocusInterface(QAccessibleActionInterface):
    """The one act of a text that is only read: taking the focus, the caret in it."""

    def __init__(self, shown: ShownText, offset: Callable[[], int | None]) -> None:
        super().__init__()
        self._shown = shown
        self._offset = offset

    def actionNames(self) -> list[str]:
        return [_SET_FOCUS]

    def doAction(self, action: str) -> None:
        view = self._shown.view
        if view is not None and action == _SET_FOCUS:
            if (offset := self._offset()) is not None:
                view.set_selection(offset, offset)
            view.setFocus()

    def keyBindingsForAction(self, _action: str) -> list[str]:
        return []


class ViewInterface(QAccessibleWidget):
    """The view: a read-only text of many lines whose children are the displayed paragraphs."""

    def __init__(self, view: QWidget, shown: ShownText) -> None:
        super().__init__(view, QAccessible.Role.EditableText)
        self._shown = shown
        self._casts = {
            _Interface.TextInterface: TextInterface(shown, lambda: (0, len(shown.text))),
            _Interface.ActionInterface: FocusInterface(shown, lambda: None),
        }

    def interface_cast(self, kind: QAccessible.InterfaceType):
        return self._casts.get(kind)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.readOnly = state.multiLine = state.selectableText = True
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Name: the widget's own. Value: the paragraph at the caret. Description: its label and number."""
        view = self._shown.view
        if view is None:
            return ""
        if kind == QAccessible.Text.Value:
            limits = self._shown.limits(self._shown.number_at(view.caret()))
            return "" if limits is None else self._shown.text[slice(*limits)].strip()
        if kind == QAccessible.Text.Description:
            return self._shown.said(view.caret())
        return super().text(kind)

    def childCount(self) -> int:
        return self._shown.count()

    def child(self, index: int) -> QAccessibleInterface | None:
        return self._shown.clause(index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.number() if isinstance(child, ClauseInterface) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        offset = self._casts[_Interface.TextInterface].offsetAtPoint(QPoint(x, y))
        return None if offset < 0 else self._shown.clause(self._shown.number_at(self._shown.to_offset(offset)))

    def focusChild(self) -> QAccessibleInterface | None:
        return None  # the caret is the view's


class ClauseInterface(QAccessibleInterface):
    """One displayed paragraph: a clause, with its label and number for a name, or text between clauses."""

    def __init__(self, shown: ShownText, limits: tuple[int, int]) -> None:
        super().__init__()
        self._shown = shown
        self._limits = limits
        self._casts = {
            _Interface.TextInterface: TextInterface(shown, lambda: limits),
            _Interface.ActionInterface: FocusInterface(shown, lambda: limits[0]),
        }

    def number(self) -> int:
        """Which of the view's paragraphs it is; -1 where it is one no more."""
        number = self._shown.number_at(self._limits[0])
        return number if self._shown.limits(number) == self._limits else -1

    def isValid(self) -> bool:
        return self.number() >= 0

    def object(self) -> QObject | None:
        return None

    def interface_cast(self, kind: QAccessible.InterfaceType):
        return self._casts.get(kind) if self.isValid() else None

    def parent(self) -> QAccessibleInterface | None:
        view = self._shown.view
        return None if view is None else QAccessible.queryAccessibleInterface(view)

    def child(self, _index: int) -> QAccessibleInterface | None:
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:
        return None

    def focusChild(self) -> QAccessibleInterface | None:
        return None

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Paragraph

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        state.readOnly = state.multiLine = state.selectableText = state.focusable = True
        state.offscreen = self.rect().isEmpty()
        return state

    def rect(self) -> QRect:
        """What is seen of it on the screen; empty where nothing is."""
        view = self._shown.view
        if view is None or not self.isValid():
            return QRect()
        rows = list(view.page.rows_meeting(*self._limits))
        if not rows:
            return QRect()
        top, bottom = rows[0][1], rows[-1][1] + rows[-1][0].height
        seen = QRect(view.column_left, top, view.page.width, bottom - top).intersected(view.viewport().rect())
        return QRect() if seen.isEmpty() else QRect(view.viewport().mapToGlobal(seen.topLeft()), seen.size())

    def text(self, kind: QAccessible.Text) -> str:
        """Name: label and number, or of text that no clause holds its beginning. Value: the text."""
        if not self.isValid():
            return ""
        text = self._shown.text[slice(*self._limits)].strip()
        if kind == QAccessible.Text.Value:
            return text
        if kind == QAccessible.Text.Name:
            return self._shown.said(self._limits[0]) or " ".join(text.split()[:8])
        return ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Nothing can be written here."""
