"""The box in which descriptors are typed, and the list of what it finds.

The list lies over the window below the box (or above it, where there is more room) and never takes the focus: typing
goes on while Up and Down move through it.
"""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from gui.item_models.concept_matches import MatchModel, MatchRole
from gui.item_models.concept_places import ConceptPlaces, Place
from gui.panels.descriptors.delegates import MatchDelegate
from gui.session.session import Session
from gui.widgets.look_up_line import LookUpLine
from model.project import Changes, Project
from model.vocabulary.concepts import Concept

FOUND_AT_MOST = 50
SHOWN_AT_MOST = 8  # rows without scrolling
LEAST_WIDTH = 320  # of the list, where the window has that much
LONGEST_TERM = 250
_PLACES = frozenset({"vocabulary", "concept", "concept_label", "concept_relation", "concept_state"})


class DescriptorEntry(LookUpLine):
    """Type, and Enter assigns the best concept or the selected one; the last row, or Ctrl+Enter, creates the term."""

    concept_chosen = Signal(str)
    term_wanted = Signal(str)
    down_requested = Signal()
    leave_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.assigned: frozenset[str] = frozenset()
        self.setMaxLength(LONGEST_TERM)
        self.matches = MatchModel(self)
        self.found = FoundList(self.matches, self)
        self.found.clicked.connect(self._take)
        self.textEdited.connect(self.search)
        self._places: ConceptPlaces | None = None
        session.changes.connect(self._follow)
        session.project_changed.connect(self._let_go)
        session.language_changed.connect(self._forget_places)

    def search(self) -> None:
        """Look for what is typed now, and show what was found with the best of it selected."""
        project = self._session.project
        typed = self.text().strip()
        if project is None or not typed or not self.isEnabled():
            self.close_found()
            return
        found = project.search_concepts(typed, FOUND_AT_MOST)
        self.matches.show_matches(found, typed, self.assigned, self._session.language, self._place_of(project))
        if self.matches.rowCount() == 0:
            self.close_found()
            return
        self.found.setCurrentIndex(self.matches.index(self.matches.best_row()))
        self.found.place_below(self)
        self._tell_current()

    def _place_of(self, project: Project) -> Callable[[Concept], Place]:
        """Tells where concepts stand; what was read is kept until a vocabulary changes, or the window's language."""
        if self._places is None:
            self._places = ConceptPlaces(project, self._session.language)
        return self._places.of

    def _follow(self, changes: Changes) -> None:
        if changes.rows.keys() & _PLACES:
            self._places = None

    def _forget_places(self, *_: object) -> None:
        self._places = None

    def _let_go(self) -> None:
        """Rows are asked for what they show when they are painted: none may be left of a project that is closed."""
        self._places = None
        self.matches.show_matches([], "", frozenset(), self._session.language, lambda _: Place())
        self.close_found()

    def close_found(self) -> None:
        """Take the list away; what was typed stays."""
        self.found.hide()
        self.setAccessibleDescription("")

    def take_current(self) -> None:
        """Assign or create what is selected in the list."""
        self._take(self.found.currentIndex())

    def _take(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        concept, term = self.matches.concept_id(index), str(index.data(MatchRole.TERM) or "")
        if concept is not None:
            self.concept_chosen.emit(concept)
        elif term:
            self.term_wanted.emit(term)

    def empty(self) -> None:
        """Be ready for the next descriptor."""
        self.setText("")
        self.close_found()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        is_open = self.found.isVisible()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(create=bool(modifiers & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape:
            if is_open or self.text():
                self.empty()
            else:
                self.leave_requested.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and is_open:
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and is_open:
            self._move(SHOWN_AT_MOST if key == Qt.Key.Key_PageDown else -SHOWN_AT_MOST, around=False)
        elif key == Qt.Key.Key_Down:
            if self.text().strip():
                self.search()
            else:
                self.down_requested.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self._prepare)

    def _prepare(self) -> None:
        """Have the terms indexed before the first letter is typed; asking for nothing does just that."""
        if self._session.project is not None:
            self._session.project.search_concepts("", 1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.close_found()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.close_found()

    def _enter(self, *, create: bool) -> None:
        if not self.found.isVisible():
            self.search()
        if create and self.matches.creation_row >= 0:
            self._take(self.matches.index(self.matches.creation_row))
        elif self.found.isVisible():
            self.take_current()

    def _move(self, steps: int, *, around: bool = True) -> None:
        count = self.matches.rowCount()
        row = self.found.currentIndex().row() + steps
        row = row % count if around else max(0, min(row, count - 1))
        self.found.setCurrentIndex(self.matches.index(row))
        self._tell_current()

    def _tell_current(self) -> None:
        """Let a screen reader say which row Enter would take."""
        self.setAccessibleDescription(str(self.found.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or ""))


class FoundList(QListView):
    """The rows found, over the window's other contents."""

    def __init__(self, model: MatchModel, entry: QWidget) -> None:
        super().__init__(entry)
        self.setModel(model)
        self.setItemDelegate(MatchDelegate(self, keys_go_here=True))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # what is in sight first: where each row stands has to be read
        self.setBatchSize(SHOWN_AT_MOST)
        self.setFrameShape(QFrame.Shape.Box)
        self.setMouseTracking(True)
        self.hide()

    def place_below(self, entry: QWidget) -> None:
        """Show the rows below a box, within its window, at its leading edge."""
        window = entry.window()
        if self.parentWidget() is not window:
            self.setParent(window)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayoutDirection(entry.layoutDirection())
        room = window.rect().adjusted(2, 2, -2, -2)
        box = QRect(entry.mapTo(window, QPoint(0, 0)), entry.size())
        width = min(max(box.width(), LEAST_WIDTH), room.width())
        rows = min(self.model().rowCount(), SHOWN_AT_MOST)
        height = sum(self.sizeHintForRow(row) for row in range(rows)) + 2 * self.frameWidth()
        left = box.right() + 1 - width if entry.layoutDirection() == Qt.LayoutDirection.RightToLeft else box.left()
        left = max(room.left(), min(left, room.right() + 1 - width))
        below, above = room.bottom() - box.bottom(), box.top() - room.top()
        if height <= below or below >= above:
            top, height = box.bottom() + 1, min(height, below)
        else:
            height = min(height, above)
            top = box.top() - height
        self.setGeometry(left, top, width, height)
        self.show()
        self.raise_()
        self.scrollTo(self.currentIndex())
