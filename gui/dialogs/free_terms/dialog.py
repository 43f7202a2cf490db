"""Free terms: which no thesaurus has, in which documents they are, and what they can become by one key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui import vocabulary_operations
from gui.background.project_jobs import ProjectJobs
from gui.commands.keyboard import LatinShortcuts
from gui.dialogs.free_terms.candidates import FOUND_AT_MOST, candidates_of, free_rows, is_called
from gui.dialogs.free_terms.table import FreeTable
from gui.i18n.error_messages import isolated, quoted
from gui.i18n.numbers import numbered
from gui.item_models.concept_matches import MatchModel
from gui.item_models.concept_places import ConceptPlaces
from gui.item_models.document_names import document_name
from gui.item_models.free_terms import FreeRow, FreeTermModel
from gui.panels.descriptors.delegates import MatchDelegate
from gui.panels.descriptors.lists import ActingList
from gui.panels.thesaurus.views import SearchLine
from gui.session.session import Session
from gui.widgets.row_painting import SIDE
from gui.widgets.tab_order import InReadingOrder
from gui.widgets.wrapped_label import WrappedLabel
from model.project import Changes
from model.vocabulary.lookup import ConceptMatch

SIZE = (900, 560)  # logical pixels
LISTED_AT_MOST = 500  # documents of a term
PAUSE = 150  # ms from the first of some commits until what they changed is read
SOON = 30  # ms until the terms are painted, after which they are indexed
_TERMS = frozenset({"vocabulary", "concept", "concept_label", "concept_relation", "concept_state"})
_KINDS = _TERMS | {"assignment", "document"}


class FreeTermsDialog(InReadingOrder, QDialog):
    """Stays open beside the window. ``document_wanted``: the id of a document that is to be shown. ``undo`` takes the
    last act back.

    What a term can become is chosen by itself only where it is called as the term is, or a person has typed for it.
    """

    document_wanted = Signal(str)

    def __init__(self, session: Session, undo: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.resize(*SIZE)
        self._session = session
        self._undo, self._undoing = undo, False
        self._merged = (
            0  # steps that can be taken back from here: what was done before is none of this dialog's business
        )
        self._stale = True
        self._written: set[str] = set()  # kinds of rows that were, since anything was read
        self._pause, self._soon = QTimer(self), QTimer(self)
        for timer, wait, act in ((self._pause, PAUSE, self._catch_up), (self._soon, SOON, self._index)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(act)
        self._indexed = False
        self._term: str | None = None  # whose candidates are shown
        self._used: list[str] = []  # documents that are listed
        self._places: ConceptPlaces | None = None
        self.model = FreeTermModel(self)
        self.table = FreeTable(self.model, self)
        self.line = SearchLine(self)
        self.matches = MatchModel(self)
        self.candidates = ActingList(self.matches, MatchDelegate(self), self)
        self.nothing = WrappedLabel("", self)
        self._found = QStackedWidget(self)
        self.documents = QListWidget(self)
        self.documents.setUniformItemSizes(True)
        self.summary = WrappedLabel("", self)
        self.into = QLabel(self)
        self.into.setBuddy(self.line)
        self.use = QLabel(self)
        self.use.setTextFormat(Qt.TextFormat.PlainText)
        self.use.setBuddy(self.documents)
        self.merge_button, self.all_button = QPushButton(self), QPushButton(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        for button in (self.merge_button, self.all_button):
            self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        for button in (*self.buttons.buttons(), self.merge_button, self.all_button):
            button.setAutoDefault(False)  # pyright: ignore[reportAttributeAccessIssue]
        self._arrange()
        take_back = QAction(self)
        take_back.setShortcut(QKeySequence.StandardKey.Undo)
        take_back.setAutoRepeat(False)
        take_back.triggered.connect(self._take_back)
        self.addAction(take_back)
        application = QApplication.instance()
        assert application is not None
        self._latin = LatinShortcuts(self)
        application.installEventFilter(self._latin)
        self._connect()
        self._retranslate()

    def _arrange(self) -> None:
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.nothing.setContentsMargins(SIDE, 4, SIDE, 4)
        self._found.addWidget(self.candidates)
        self._found.addWidget(self.nothing)
        beside = QWidget(self)
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part, stretch in ((self.into, 0), (self.line, 0), (self._found, 3), (self.use, 0), (self.documents, 1)):
            column.addWidget(part, stretch)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.addWidget(self.table)
        halves.addWidget(beside)
        halves.setChildrenCollapsible(False)
        halves.setSizes([520, 380])
        layout = QVBoxLayout(self)
        layout.addWidget(self.summary)
        layout.addWidget(halves, 1)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_term())
        self.table.chosen.connect(self.merge_current)
        self.table.typed.connect(self._type)
        self.line.textChanged.connect(lambda _: self._show_candidates())
        self.line.entered.connect(self.merge_current)
        self.line.stepped.connect(self._step)
        self.line.down_requested.connect(lambda: self.candidates.setFocus(Qt.FocusReason.OtherFocusReason))
        self.line.leave_requested.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.candidates.chosen.connect(self.merge_current)
        self.candidates.up_requested.connect(lambda: self.line.setFocus(Qt.FocusReason.OtherFocusReason))
        self.candidates.leave_requested.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.candidates.selectionModel().currentChanged.connect(lambda *_: self._see())
        self.documents.itemActivated.connect(self._open)
        self.merge_button.clicked.connect(self.merge_current)
        self.all_button.clicked.connect(self.merge_sure)
        self.buttons.rejected.connect(self.reject)
        session = self._session
        session.project_changed.connect(self._show_project)
        session.changes.connect(self._follow)
        session.language_changed.connect(lambda _: self.refresh())

    # What is shown

    def refresh(self, *_: object) -> None:
        """Read the free terms anew, at once or as soon as the dialog is seen."""
        self._stale = True
        if self.isVisible():
            self._read()

    def _show_project(self) -> None:
        self._indexed = False
        self.refresh()

    def _read(self) -> None:
        """Read the free terms; where they stand and what they can become only where a term changed."""
        self._pause.stop()
        project, language = self._session.project, self._session.language
        anew, before = self._stale or not self._written.isdisjoint(_TERMS), self._term
        rows = () if project is None else free_rows(project)
        if anew:
            self._places = None if project is None else ConceptPlaces(project, language)
        if self._stale or rows != self.model.rows:
            self._show_rows(rows, language)
        if self._term is not None and self._term == before:
            if anew:
                self._show_candidates(self._into())
            self._show_documents(renamed=self._stale or "document" in self._written)
        self._stale = False
        self._written.clear()

    def _show_rows(self, rows: Sequence[FreeRow], language: str) -> None:
        row, before = max(self.table.currentIndex().row(), 0), [each.concept.id for each in self.model.rows]
        self.model.show_rows(rows, language)
        self.table.fit_columns()
        # The current term, or the next one that is still there; what has come back goes before them.
        back = set(before) if self._undoing else None
        wanted = [] if back is None else [each.concept.id for each in rows if each.concept.id not in back]
        place = self.model.first_of([*wanted, *before[row:]])
        place = place if place >= 0 else min(row, self.model.rowCount() - 1)
        index = self.model.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(index, flags)
        self._show_term()
        self._show_summary()

    def _follow(self, changes: Changes) -> None:
        kinds = changes.rows.keys() & _KINDS
        self._written |= kinds
        # Not begun anew by each commit: what comes one after the other is seen meanwhile too.
        if kinds and self.isVisible() and not self._pause.isActive():
            self._pause.start()

    def _catch_up(self) -> None:
        """Show what was written since anything was read."""
        if self._stale or self._written:
            self._read()

    def _index(self) -> None:
        """Look for what the current term can become; the first time it has all terms indexed."""
        self._soon.stop()
        self._indexed = True
        self._show_candidates()

    def current(self) -> FreeRow | None:
        """The term that is to become another."""
        return self.model.row(self.table.currentIndex())

    def _show_term(self) -> None:
        """Show what the current term can become, and where it is used."""
        row = self.current()
        term = None if row is None else row.concept.id
        if term != self._term or term is None:
            self._term = term
            if self.line.text():
                self.line.clear()  # which shows the candidates
            else:
                self._show_candidates()
            self._show_documents()

    def _show_candidates(self, chosen: str | None = None) -> None:
        """List what the current term can become; ``chosen`` (its id) stays current."""
        project, row, typed = self._session.project, self.current(), self.line.text().strip()
        found: list[ConceptMatch] = []
        if project is not None and row is not None and not typed and not self._indexed:
            self._soon.start()  # the terms are seen first
        elif project is not None and row is not None:
            self._indexed = True
            found = project.search_concepts(typed, FOUND_AT_MOST) if typed else candidates_of(project, row)
            found = [each for each in found if each.concept.id != row.concept.id]
        place = None if self._places is None else self._places.of
        self.matches.show_matches(found, "", frozenset(), self._session.language, place)
        self.candidates.setCurrentIndex(self.matches.index(self._best(found, chosen)))
        self._see()

    def _best(self, found: Sequence[ConceptMatch], chosen: str | None) -> int:
        """The row that Enter is to take, unless a person chooses another; -1 where that would be a guess."""
        row = self.current()
        kept = next((place for place, each in enumerate(found) if each.concept.id == chosen), -1)
        if kept >= 0 or row is None or not found:
            return kept
        if self.line.text().strip():
            return 0
        return next((place for place, each in enumerate(found) if is_called(each, row)), -1)

    def _show_documents(self, *, renamed: bool = True) -> None:
        """List where the current term is used; the same documents only where they may have other names."""
        project, row = self._session.project, self.current()
        having = frozenset() if project is None or row is None else project.documents_with(row.concept.id)
        if not renamed and having == frozenset(self._used):
            return
        self._used = []
        self.documents.clear()
        if project is None or row is None:
            self.use.setText("")
            return
        ordered = self._used = [each for each in project.document_ids() if each in having]
        for summary in project.summaries(ordered[:LISTED_AT_MOST]):
            item = QListWidgetItem(isolated(document_name(summary)))
            item.setData(Qt.ItemDataRole.UserRole, summary.id)
            self.documents.addItem(item)
        self.use.setText(numbered(self.tr("In %n document(s)", "", len(ordered)), len(ordered)))

    def _show_summary(self) -> None:
        count = self.model.rowCount()
        if count:
            words = numbered(self.tr("%n term(s) that no thesaurus has.", "", count), count)
            more = self.tr("Enter makes the term one with the concept chosen beside it, which gets its documents.")
            self.summary.setText(f"{words} {more}")
        else:
            self.summary.setText(self.tr("There are no free terms."))

    def _see(self) -> None:
        writable = self._session.annotator is not None
        self.merge_button.setEnabled(writable and self._into() is not None)
        sure = sum(row.is_sure for row in self.model.rows)
        self.all_button.setText(numbered(self.tr("Merge &all %n sure one(s)", "", sure), sure))
        self.all_button.setEnabled(writable and sure > 0)
        self.all_button.setVisible(sure > 0)
        chosen = self._into() is not None or not self.matches.rowCount()
        self.into.setText(self.tr("Merge &into:") if chosen else self.tr("Choose what to merge &into:"))
        self._found.setCurrentWidget(self.candidates if self.matches.rowCount() else self.nothing)
        typed = bool(self.line.text().strip())
        words = (
            self.tr("No term has these words.") if typed else self.tr("No term is like this one. Type to find others.")
        )
        self.nothing.setText("" if self._soon.isActive() else words)

    def _into(self) -> str | None:
        index = self.candidates.currentIndex()
        return self.matches.concept_id(index) if self.current() is not None else None

    # What is done

    def merge_current(self) -> None:
        """Make the current term one with the chosen concept; the next term is current then."""
        self._catch_up()
        if self._soon.isActive():
            self._index()
        row, into = self.current(), self._into()
        project = self._session.project
        if row is not None and into is None:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)  # from where it is chosen by Down, or typed for
        if row is None or into is None or project is None:
            return
        label = project.concept(into).label(self._session.language)
        moved = self._session.attempt(vocabulary_operations.merge, row.concept.id, into)
        if moved is not None:
            self._merged += 1
            words = self.tr("{term} is now {concept}.")
            term = row.concept.label(self._session.language)
            self._session.message.emit(words.format(term=quoted(term), concept=quoted(label)))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._catch_up()

    def merge_sure(self) -> None:
        """Make all terms of which one concept carries the label one with it, in one step."""
        self._catch_up()
        pairs = {row.concept.id: row.candidates[0].id for row in self.model.rows if row.is_sure}
        if not pairs or self._session.project is None:
            return
        done = ProjectJobs(self._session, self).write(
            self.tr("Merging terms"),
            lambda project, on_progress: vocabulary_operations.merge_all(project, pairs, on_progress),
        )
        self._catch_up()
        if done is not None:
            self._merged += 1
            words = numbered(self.tr("%n term(s) merged.", "", done), done)
            self._session.message.emit(words)

    def _take_back(self) -> None:
        """Take the last act of this dialog back; the first of the terms that come back by it is current then."""
        self._catch_up()
        if not self._merged:
            return
        self._merged -= 1
        self._undoing = True
        try:
            self._undo()
            self._catch_up()
        finally:
            self._undoing = False

    def _step(self, steps: int) -> None:
        count = self.matches.rowCount()
        if count:
            row = max(0, min(self.candidates.currentIndex().row() + steps, count - 1))
            self.candidates.setCurrentIndex(self.matches.index(row))

    def _type(self, letters: str) -> None:
        """Letters typed in the table are looked for."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.setText(letters)

    def _open(self, item: QListWidgetItem) -> None:
        self.document_wanted.emit(str(item.data(Qt.ItemDataRole.UserRole)))

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()
        self.table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enters and self.documents.hasFocus() and self.documents.currentItem() is not None:
            self._open(self.documents.currentItem())
        elif not enters:  # no button is meant by Enter
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Free terms"))
        self.line.setPlaceholderText(self.tr("Find another term"))
        self.line.setAccessibleName(self.tr("Find another term"))
        self.table.setAccessibleName(self.tr("Free terms"))
        self.candidates.setAccessibleName(self.tr("What the term can become"))
        self.documents.setAccessibleName(self.tr("Documents"))
        self.merge_button.setText(self.tr("&Merge"))
        self._show_summary()
        self._see()
