"""Makes the text view speak: gives Qt its interfaces and tells what has changed, while assistive technology is there.

What the interfaces are, and what cannot be told through them, stands in ``gui.text_view.accessible_text``.
"""

from collections.abc import Callable
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextSelectionEvent,
    QAccessibleTextUpdateEvent,
)

from gui.text_view.accessible_text import ShownText, ViewInterface
from gui.text_view.view import TextView
from model.annotation.values import Span

SETTLED = 250  # ms without a change before a selection is announced
LONGEST_SAID = 200  # code points of a selection that are announced
_accessibility: "WeakKeyDictionary[QObject, Accessibility]" = WeakKeyDictionary()
_factory_installed = False


def install(view: TextView, name_of: Callable[[Span], str] | None = None) -> "Accessibility":
    """Make a text view speak; before anything has asked Qt for its interface, best when it is made.

    ``name_of`` gives a span's label in words, in the window's language. To be called once a view.
    """
    global _factory_installed
    if not _factory_installed:
        QAccessible.installFactory(_interface_for)
        _factory_installed = True
    return Accessibility(view, name_of or (lambda span: span.label))


def _interface_for(_class_name: str, asked: QObject) -> QAccessibleInterface | None:
    """Qt's question for the interface of an object, class by class; None leaves the answer to others."""
    if not isinstance(asked, TextView) or (found := _accessibility.get(asked)) is None:
        return None
    return ViewInterface(asked, found.shown)


class Accessibility(QObject):
    """Tells assistive technology, while there is any, that caret, selection or text of a view have changed.

    A child of its view, and gone with it.
    """

    def __init__(self, view: TextView, name_of: Callable[[Span], str]) -> None:
        super().__init__(view)
        self.shown = ShownText(view, name_of)
        self._text = view.page.text
        self._selected = (0, 0)
        self._clause = ""
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED)
        self._settled.timeout.connect(self._announce_selection)
        _accessibility[view] = self
        view.selection_changed.connect(self._follow)
        view.destroyed.connect(self.shown.end)

    def clauses_changed(self, *_: object) -> None:
        """Tell that paragraphs have come, gone or got another label: to be called when marks or the scheme changed."""
        self.shown.forget()
        view = self.shown.view
        if view is not None and QAccessible.isActive():
            send(QAccessibleEvent(view, QAccessible.Event.ObjectReorder))
            self._clause = self.shown.said(view.caret())

    def _follow(self, start: int, end: int) -> None:
        """The caret or the selection moved, or another text is shown."""
        view = self.shown.view
        if view is None:
            return
        another, before = view.page.text is not self._text, self._text
        self._text = view.page.text
        if another:
            self.shown.forget(all_of_them=True)
        if not QAccessible.isActive():
            self._selected, self._clause = (start, end), ""
            return
        units = self.shown.units
        if another:
            send(QAccessibleTextUpdateEvent(view, 0, before, self._text))
            send(QAccessibleEvent(view, QAccessible.Event.ObjectReorder))
        send(QAccessibleTextCursorEvent(view, units.to_utf16(view.caret())))
        if start < end or self._selected[0] < self._selected[1]:
            send(QAccessibleTextSelectionEvent(view, units.to_utf16(start), units.to_utf16(end)))
            self._settled.start()
        self._selected = (start, end)
        clause = self.shown.said(view.caret())
        if clause and clause != self._clause:
            self._announce(clause)
        self._clause = clause

    def _announce_selection(self) -> None:
        start, end = self._selected
        if start == end:
            self._announce(self.tr("Nothing is selected"))
            return
        text = " ".join(self.shown.text[start : min(end, start + LONGEST_SAID)].split())
        if end - start > LONGEST_SAID:
            text += "…"
        self._announce(self.tr("Selected: {text}").format(text=text))

    def _announce(self, message: str) -> None:
        view = self.shown.view
        if view is not None and QAccessible.isActive():
            send(QAccessibleAnnouncementEvent(view, message))


def send(event: QAccessibleEvent) -> None:
    """Hand an event to Qt."""
    QAccessible.updateAccessibility(event)
