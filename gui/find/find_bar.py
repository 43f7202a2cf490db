"""Find in the document: a bar above the text, as browsers have it."""

from bisect import bisect_left

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.find.query_line import QueryLine, refused
from gui.find.text_search import TextSearch
from gui.i18n.error_messages import isolated
from gui.i18n.numbers import grouped, numbered
from gui.session.session import Session
from gui.text_view.view import TextView
from gui.widgets.tool_tips import plain_tool_tip
from gui.widgets.wrapped_label import WrappedLabel
from model.errors import UserError
from model.text import words


class FindBar(QFrame):
    """Finds as one types, shows all hits in the text, and selects the one that is looked at.

    That one is the hit that is selected in the text, however it came to be: by typing, by a key or by the mouse.
    ``opened`` and ``closed``: the bar has come, or gone.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, session: Session, view: TextView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._search = TextSearch(self)
        self._starts: list[int] = []
        self._ranges: list[tuple[int, int]] = []
        self._current: int | None = None
        self._from = 0  # where one stood before typing: the first hit from there on is selected
        self._moves = False  # whether the selection is to go to a hit as soon as they are known
        self._selecting = False
        self._waiting = 0  # steps that were asked for before the hits are known
        self.query_line = QueryLine(self, whole_words=False)
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.previous_button = _button("▲", self)
        self.next_button = _button("▼", self)
        self.close_button = _button("×", self)
        self.note = WrappedLabel("", self)
        self._arrange()
        self._connect()
        self._retranslate()
        self.hide()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.query_line, 1)
        row.addWidget(self.count)
        for button in (self.previous_button, self.next_button, self.close_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.note)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.query_line)
        self.note.hide()

    def _connect(self) -> None:
        line = self.query_line
        line.edited.connect(self._find)
        line.entered.connect(self.step)
        line.escaped.connect(self.close_bar)
        line.down_requested.connect(self._leave_to_text)
        self.previous_button.clicked.connect(lambda: self.step(False))
        self.next_button.clicked.connect(lambda: self.step(True))
        self.close_button.clicked.connect(self.close_bar)
        self._search.found.connect(self._show_hits)
        self._search.refused.connect(self._show_error)
        self._view.text_shown.connect(self._take_text)
        self._view.selection_changed.connect(self._follow_selection)
        self._session.project_changed.connect(self._search.give_up)

    # What is asked for

    def open_bar(self) -> None:
        """Come, with what is selected as the query where it is short; else with the last one, to be typed over."""
        start, end = self._view.selection()
        self._from = start
        if self.isHidden():
            self.show()
            self._search.set_text(self._view.page.text)
            self.opened.emit()
            self._find(move=False)
        self.query_line.offer("" if self._current is not None else self._view.page.text[start:end])

    def close_bar(self) -> None:
        """Go, and leave the hit that is looked at selected in the text."""
        if not self.isHidden():
            self.hide()
            self._forget()
            self.closed.emit()
        self._leave_to_text()

    def step(self, forward: bool) -> None:
        """Select the next hit, or the one before; behind the last one comes the first."""
        if self.isHidden():
            self.show()
            self._search.set_text(self._view.page.text)
            self.opened.emit()
            self._waiting = 1 if forward else -1
            self._find(move=False)
            return
        if not self._ranges:
            return
        start, _ = self._view.selection()
        if self._current is not None:
            number = self._current + (1 if forward else -1)
        elif forward:
            number = bisect_left(self._starts, start)
        else:
            number = bisect_left(self._starts, start) - 1
        self._select(number % len(self._ranges))

    @property
    def has_query(self) -> bool:
        """Whether anything was typed."""
        return bool(self.query_line.line.text())

    @property
    def ranges(self) -> list[tuple[int, int]]:
        """The hits in the text that is shown, in order."""
        return self._ranges

    def _leave_to_text(self) -> None:
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Finding

    def _find(self, *, move: bool = True) -> None:
        if self.isHidden():
            return
        self._moves = move
        self.note.hide()
        if not self.has_query:
            self._search.give_up()
            self._forget()
            return
        self._search.search(self.query_line.query())

    def _forget(self) -> None:
        """Show no hits."""
        self._ranges, self._starts, self._current = [], [], None
        self._view.set_hits(())
        self._tell()

    def _take_text(self) -> None:
        """Another text is shown: the same query in it, and the selection left where it is."""
        self._search.set_text(self._view.page.text)
        self._ranges, self._starts, self._current = [], [], None
        self._from = 0
        self._find(move=False)
        self._tell()

    def _show_hits(self, ranges: list[tuple[int, int]]) -> None:
        if self.isHidden():
            return
        self._ranges, self._starts = ranges, [start for start, _ in ranges]
        self._current = self._selected()
        self._view.set_hits(ranges, self._current)
        moves, self._moves = self._moves, False
        steps, self._waiting = self._waiting, 0
        if ranges and moves:
            self._select(bisect_left(self._starts, self._from) % len(ranges))
        elif steps:
            self.step(steps > 0)
        self._tell()

    def _show_error(self, refusal: UserError) -> None:
        self.note.setText(refused(refusal, self._session.language))
        self.note.show()
        self._forget()

    def _select(self, number: int) -> None:
        self._current = number
        self._selecting = True
        self._view.set_selection(*self._ranges[number])
        self._selecting = False
        self._from = self._ranges[number][0]
        self._view.set_current_hit(number)
        self._tell()

    def _selected(self) -> int | None:
        """The number of the hit that is selected in the text, if one is."""
        start, end = self._view.selection()
        number = bisect_left(self._starts, start)
        if start == end or number == len(self._ranges):
            return None
        return number if words.snap(self._view.page.text, *self._ranges[number]) == (start, end) else None

    def _follow_selection(self, start: int, end: int) -> None:
        if self.isHidden() or self._selecting:
            return
        self._from = start
        current = self._selected()
        if current != self._current:
            self._current = current
            self._view.set_current_hit(current)
            self._tell()

    # Words

    def _tell(self) -> None:
        """Say which hit of how many is looked at."""
        total = len(self._ranges)
        for button in (self.previous_button, self.next_button):
            button.setEnabled(total > 0)
        if not self.has_query or not self.note.isHidden():
            words_ = ""
        elif not total:
            words_ = self.tr("No hits")
        elif self._current is None:
            words_ = numbered(self.tr("%n hit(s)", "", total), total)
        else:
            words_ = self.tr("{number} of {total}").format(
                number=isolated(grouped(self._current + 1)), total=isolated(grouped(total))
            )
        if words_ != self.count.text():
            self.count.setText(words_)
            if words_:
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.count, words_))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Find in the document"))
        self.query_line.line.setPlaceholderText(self.tr("Find in the document"))
        self.query_line.line.setAccessibleName(self.tr("Find in the document"))
        for button, name in (
            (self.previous_button, self.tr("Previous hit")),
            (self.next_button, self.tr("Next hit")),
            (self.close_button, self.tr("Close the find bar")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(plain_tool_tip(name))
        if not self.note.isHidden():
            self._find(move=False)  # to be told in the other language
        self._tell()


class FindableText(QWidget):
    """The text with the bar above it."""

    def __init__(self, bar: FindBar, view: TextView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(view, 1)

    def minimumSizeHint(self) -> QSize:
        """The text's own: a bar that comes must not push the panels aside."""
        return self._view.minimumSizeHint()


def _button(sign: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setText(sign)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
