"""The line in which one types what is looked for, with the switches of how; the same in the text and in the project."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from gui.i18n.error_messages import directed, isolated, sentence
from gui.widgets.tool_tips import plain_tool_tip
from model.annotation.layers import Scheme
from model.errors import UserError
from model.search.query import Query

LONGEST_OFFERED = 100  # code points of a selection that becomes a query
_TYPED = frozenset({"query", "reason"})  # of a refusal: the query, and what the expression's grammar says
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def refused(refusal: UserError, language: str, scheme: Scheme | None = None) -> str:
    """Why a query was refused: what was typed and what is wrong with it keep their directions, and the sentence its
    own, whatever was typed.
    """
    values = {key: f"\u2068{value}\u2069" if key in _TYPED else value for key, value in refusal.values.items()}
    return directed(sentence(UserError(refusal.template, **values), language, scheme))


class QueryLine(QWidget):
    """``edited``: the query is another one now. ``entered``: Enter, and whether it was without Shift. ``escaped`` and
    ``down_requested``: Escape, and the key down.
    """

    edited = Signal()
    entered = Signal(bool)
    escaped = Signal()
    down_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, whole_words: bool) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setClearButtonEnabled(True)
        self.whole_words = _switch("|ق|", self)
        self.exact = _switch("أ≠ا", self)
        self.regex = _switch(isolated(".*"), self)
        self.whole_words.setChecked(whole_words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.line, 1)
        for switch in (self.whole_words, self.exact, self.regex):
            row.addWidget(switch)
            switch.toggled.connect(lambda _: self.edited.emit())
            switch.installEventFilter(self)
        self.setFocusProxy(self.line)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(lambda _: self.edited.emit())
        self._retranslate()

    def query(self, label: str | None = None) -> Query:
        """What is looked for; ``label`` is the id of one inside whose spans alone hits count."""
        return Query(
            self.line.text(),
            whole_words=self.whole_words.isChecked(),
            exact=self.exact.isChecked(),
            regex=self.regex.isChecked(),
            label=label,
        )

    def set_query(self, query: Query) -> None:
        """Show another query; ``edited`` comes once where it differs."""
        if query == self.query(query.label):
            return
        with QSignalBlocker(self):
            self.line.setText(query.text)
            self.whole_words.setChecked(query.whole_words)
            self.exact.setChecked(query.exact)
            self.regex.setChecked(query.regex)
        self.edited.emit()

    def offer(self, selected: str) -> None:
        """Take what is selected in the text as the query where it is short; type over it."""
        shown = selected.strip()
        if shown and len(shown) <= LONGEST_OFFERED and not set(shown) & set("\n\r\u2028\u2029"):
            with QSignalBlocker(self):
                self.line.setText(shown)
                self.regex.setChecked(False)
            self.edited.emit()
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return True
        if watched is self.line and event.key() in _ENTER:
            self.entered.emit(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return True
        if watched is self.line and event.key() == Qt.Key.Key_Down:
            self.down_requested.emit()
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for switch, name, more in (
            (self.whole_words, self.tr("Whole words"), self.tr("No letter or digit directly before or after a hit.")),
            (self.exact, self.tr("Exact spelling"), self.tr("With hamza, vowel marks and tatweel as they are typed.")),
            (self.regex, self.tr("Regular expression"), ""),
        ):
            switch.setAccessibleName(name)
            switch.setToolTip(plain_tool_tip(name, more))


def _switch(sign: str, parent: QWidget) -> QToolButton:
    switch = QToolButton(parent)
    switch.setText(sign)
    switch.setCheckable(True)
    switch.setAutoRaise(True)
    switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return switch
