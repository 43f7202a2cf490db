"""The palette: a line over the text in which one types what one wants to do, and the list of what that can be."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QMainWindow, QVBoxLayout, QWidget
from shiboken6 import isValid

from gui.commands.actions import Actions
from gui.dialogs.command_delegate import CommandDelegate
from gui.item_models.commands import CommandModel, Row, command_rows, document_rows, found
from gui.session.session import Session
from gui.style.theme import mix, theme_of
from model.annotation.document_list import DocumentSummary
from model.annotation.layers import Scheme
from model.project import Changes

WIDTH = 680  # logical pixels, where there is room
MARGIN = 12
SHOWN_ROWS = 12
DOCUMENTS = 8  # so many documents at most are listed
SHORTEST_NAME = 2  # letters typed before documents are looked for
REMEMBERED = 40
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: SHOWN_ROWS - 1,
    Qt.Key.Key_PageUp: 1 - SHOWN_ROWS,
}


class CommandPalette(QFrame):
    """Lies over the window's upper part while it is open; keys that do something else close it with the focus.

    ``used`` are the ids of what was done last, newest first; ``used_changed`` has them after each act.
    """

    used_changed = Signal(list)

    def __init__(self, window: QMainWindow, actions: Actions, session: Session, used: Iterable[str] = ()) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._session = session
        self._used = list(used)
        self._back: QWidget | None = None
        self._rows: list[Row] = []
        self._documents: Sequence[DocumentSummary] | None = None
        self.setAutoFillBackground(True)
        self.line = QLineEdit(self)
        self.line.setClearButtonEnabled(True)
        self.model = CommandModel(self)
        self.view = QListView(self)
        self.view.setModel(self.model)
        self.delegate = CommandDelegate(theme_of(self.palette(), None), self, most_keys=2, focused=True)
        self.view.setItemDelegate(self.delegate)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self.view)
        self.setFocusProxy(self.line)
        self.line.installEventFilter(self)
        window.installEventFilter(self)
        self.line.textChanged.connect(self._find)
        self.view.clicked.connect(self._choose)
        self.view.selectionModel().currentChanged.connect(self._announce)
        session.project_changed.connect(self._start_anew)
        session.changes.connect(self._follow)
        self._retranslate()
        self.hide()

    def open(self) -> None:
        """Show it with everything that can be done now; where it is open already, begin anew."""
        if not self.isVisible():
            self._back = self._window.focusWidget()
        self._rows = command_rows(self._actions, self._show_colours())
        self.line.clear()
        self._find("")
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_palette(self) -> None:
        """Go away, and type on where one did before."""
        if not self.isVisible():
            return
        back = self._back
        self._back = None
        self.hide()
        if back is not None and isValid(back):
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    # Finding and doing

    def _find(self, query: str) -> None:
        rows = found(self._rows, query, self._used)
        if len("".join(query.split())) >= SHORTEST_NAME:
            rows += document_rows(self._all_documents(), query, DOCUMENTS, self._session.set_document)
        if not rows:
            rows = [Row("", self.tr("Nothing is called that."), enabled=False)]
        self.model.set_rows(rows)
        self.view.setCurrentIndex(self.model.first())
        self.view.scrollToTop()
        if self.isVisible():
            self._place()

    def _all_documents(self) -> Sequence[DocumentSummary]:
        if self._documents is None:
            project = self._session.project
            self._documents = [] if project is None else project.documents()
        return self._documents

    def _start_anew(self) -> None:
        """What is listed may be gone."""
        self._documents = None
        self.close_palette()

    def _follow(self, changes: Changes) -> None:
        if changes.rows.keys() & {"project", "layer", "label"}:
            self.close_palette()
        if "document" in changes.rows:
            self._documents = None

    def _choose(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is None or not row.enabled or row.act is None:
            return
        self.close_palette()
        self._used = [row.id, *(each for each in self._used if each != row.id)][:REMEMBERED]
        self.used_changed.emit(list(self._used))
        row.act()

    def _step(self, steps: int) -> None:
        """Go so many rows down that can be chosen, from the last to the first and back."""
        places = [place for place, row in enumerate(self.model.rows()) if row.enabled]
        if not places:
            return
        current = self.view.currentIndex().row()
        at = places.index(current) if current in places else -1
        wanted = at + steps
        if abs(steps) > 1:
            wanted = max(0, min(wanted, len(places) - 1))
        self.view.setCurrentIndex(self.model.index(places[wanted % len(places)]))

    def _announce(self, index: QModelIndex) -> None:
        """Say the row aloud: a screen reader follows the focus, which stays in the line."""
        if self.isVisible() and index.isValid():
            said = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, said))

    # Keys, place and words

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._window:
            if kind == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if kind == QEvent.Type.FocusOut:
            self._leave()
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape or event.key() in _STEPS:
                event.accept()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        return False

    def _press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.view.currentIndex())
        elif key in _STEPS and not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        ):
            self._step(_STEPS[key])
        else:
            return False
        return True

    def _leave(self) -> None:
        """The focus went elsewhere: from another window or a menu of the line it comes back, else one is done."""
        now = self._window.focusWidget()
        if self.isVisible() and now is not None and now is not self.line and not self.isAncestorOf(now):
            self._back = None
            self.hide()

    def _place(self) -> None:
        covered = self._window.centralWidget()
        assert covered is not None
        place = covered.geometry()
        width = min(WIDTH, self._window.width() - 2 * MARGIN)
        rows = min(self.model.rowCount(), SHOWN_ROWS)
        row = self.view.sizeHintForRow(0) if self.model.rowCount() else 0
        room = max(3 * row, self._window.height() - place.top() - 2 * MARGIN - self.line.sizeHint().height() - 24)
        self.view.setFixedHeight(min(rows * row + 2, room - room % max(row, 1)))
        height = self.line.sizeHint().height() + self.view.height() + 18
        left = max(MARGIN, min(place.center().x() - width // 2, self._window.width() - width - MARGIN))
        self.setGeometry(left, place.top() + MARGIN, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(mix(self.delegate.theme.ground, self.delegate.theme.text, 0.5))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.close_palette()
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._show_colours()

    def _show_colours(self) -> Scheme | None:
        """Paint in the colours of the project's scheme, which it gives, on the present ground."""
        project = self._session.project
        scheme = None if project is None else project.scheme
        self.delegate.theme = theme_of(self.palette(), scheme)
        self.view.viewport().update()
        return scheme

    def _retranslate(self) -> None:
        self.line.setPlaceholderText(self.tr("What do you want to do?"))
        self.line.setAccessibleName(self.tr("What do you want to do?"))
        self.view.setAccessibleName(self.tr("All actions"))
