"""The thesaurus panel: terms to be searched and browsed, the card of the current one, and one key that assigns it."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui.commands.actions import shown_key
from gui.item_models.concept_matches import MatchModel
from gui.panels.descriptors.delegates import MatchDelegate
from gui.panels.descriptors.lists import ActingList
from gui.panels.thesaurus.card import ConceptCardView
from gui.panels.thesaurus.reading import ThesaurusReading
from gui.panels.thesaurus.views import PAGE, ConceptTree, SearchLine
from gui.session.session import Session
from gui.widgets.row_painting import SIDE
from gui.widgets.wrapped_label import WrappedLabel
from model.errors import UserError
from model.project import Changes
from model.vocabulary import concept_card, hierarchy

FOUND_AT_MOST = 50
ENTER = "Return"
TRAIL = 50  # concepts that one can go back to
_CARD = frozenset({"concept_note", "concept_notation", "concept_documentation", "assignment", "document"})


class ThesaurusPanel(QWidget):
    """Reads nothing while it is not seen.

    ``assign_wanted``: the id of a concept that the open document is to have; ``document_wanted``: the id of a document
    that is to be shown; ``documents_wanted``: all documents that have a concept (id) are to be listed;
    ``import_wanted``: there is no term yet, a thesaurus is to be brought in; ``leave_requested`` asks to go back to the
    text.
    """

    assign_wanted = Signal(str)
    document_wanted = Signal(str)
    documents_wanted = Signal(str)
    import_wanted = Signal()
    leave_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading = ThesaurusReading(session, self)
        self._card_stale = False
        self._concept: str | None = None
        self._trail: list[str] = []
        self._opened: list[tuple[str, tuple[str, ...]]] = []  # to be opened, each once, as soon as it is there
        self.line = SearchLine(self)
        self.model = self._reading.model
        self.tree = ConceptTree(self)
        self.tree.setModel(self.model)
        self.matches = MatchModel(self)
        self.found = ActingList(self.matches, MatchDelegate(self), self)
        self.card = ConceptCardView(self)
        self.assign_button = QPushButton(self)
        self.import_button = QPushButton(self)
        self.nothing = WrappedLabel("", self)
        self._terms = QStackedWidget(self)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._pages = QStackedWidget(self)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.line)
        self._retranslate()

    def _arrange(self) -> None:
        # What is in sight first: where each row stands has to be read.
        self.found.setLayoutMode(ActingList.LayoutMode.Batched)
        self.found.setBatchSize(PAGE)
        self._terms.addWidget(self.tree)
        self._terms.addWidget(self.found)
        beside = QWidget(self)
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.card, 1)
        self.assign_button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column.addWidget(self.assign_button)
        self._splitter.addWidget(self._terms)
        self._splitter.addWidget(beside)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes([500, 500])
        self.nothing.setContentsMargins(SIDE, 4, SIDE, 4)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.nothing.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        empty = QWidget(self)
        inner = QVBoxLayout(empty)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.nothing, 1)
        inner.addWidget(self.import_button)
        self.import_button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._pages.addWidget(self._splitter)
        self._pages.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.line.textChanged.connect(lambda _: self._search())
        self.line.stepped.connect(self._step)
        self.line.entered.connect(self.assign_current)
        self.line.down_requested.connect(lambda: self.tree.setFocus(Qt.FocusReason.OtherFocusReason))
        self.tree.selectionModel().currentChanged.connect(lambda *_: self._take_from_tree())
        self.found.selectionModel().currentChanged.connect(lambda *_: self._take_from_found())
        for view in (self.tree, self.found):
            view.chosen.connect(self.assign_current)
            view.menu_wanted.connect(lambda where: self.menu().popup(where))
            view.up_requested.connect(lambda: self.line.setFocus(Qt.FocusReason.OtherFocusReason))
        self.tree.typed.connect(self._type)
        for view in (self.tree, self.card):
            view.back_requested.connect(self.go_back)
        for part in (self.line, self.tree, self.found, self.card):
            part.leave_requested.connect(self.leave_requested)
        self.card.concept_wanted.connect(self.show_concept)
        self.card.document_wanted.connect(self.document_wanted)
        self.card.documents_wanted.connect(self.documents_wanted)
        self.assign_button.clicked.connect(self.assign_current)
        self.import_button.clicked.connect(self.import_wanted)
        self._reading.due.connect(lambda: self._catch_up() if self.isVisible() else self.refresh())
        self._reading.arrived.connect(self._show_opened)
        session = self._session
        session.project_changed.connect(self._show_project)
        session.document_changed.connect(lambda _: self._show_assigned())
        session.changes.connect(self._follow)
        session.language_changed.connect(lambda _: self.refresh())

    # What the window asks for

    def focus_search(self) -> None:
        """Type what is looked for."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        QTimer.singleShot(0, self, self._prepare)

    def _prepare(self) -> None:
        """Have the terms indexed before the first letter is typed; asking for nothing does just that."""
        if self._session.project is not None:
            self._session.project.search_concepts("", 1)

    @property
    def concept(self) -> str | None:
        """The concept whose card is shown."""
        return self._concept

    def show_concept(self, concept: str) -> None:
        """Show a concept's card, and where it stands in the tree."""
        self._catch_up()
        self._remember()
        self.line.clear()
        self._reveal(concept)

    def go_back(self) -> None:
        """Show the concept again that was shown before a link was followed."""
        if self._trail:
            self._catch_up()
            concept = self._trail.pop()
            self.line.clear()
            self._reveal(concept)

    def assign_current(self) -> None:
        """Give the open document the concept whose card is shown."""
        if self._concept is None:
            return
        if self._session.document is None:
            self._session.message.emit(self.tr("Open a document first that is to have this term."))
            return
        self.assign_wanted.emit(self._concept)
        if self.line.hasFocus():
            self.line.selectAll()

    def menu(self) -> QMenu:
        """What can be done with the current concept."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        concept = self._concept
        words = self.tr("Assign to the document")
        assign = menu.addAction(f"{words}\t{shown_key(ENTER)}")
        assign.setEnabled(self._may_assign())
        assign.triggered.connect(lambda: self.assign_current())
        if concept is not None:
            listed = menu.addAction(self.tr("List the documents that have it"))
            listed.triggered.connect(lambda: self.documents_wanted.emit(concept))
            menu.addSeparator()
            menu.addAction(self.tr("Copy the label")).triggered.connect(lambda: self._copy(self._label(concept)))
            menu.addAction(self.tr("Copy the URI")).triggered.connect(lambda: self._copy(self._uri(concept)))
        return menu

    # What is shown

    def refresh(self) -> None:
        """Show the terms anew, at once or as soon as the panel is seen."""
        self._reading.stale = True
        if self.isVisible():
            self._read()

    def _show_project(self) -> None:
        self._concept = None
        self._reading.forget()
        self._trail.clear()
        self.line.clear()
        self.refresh()

    def _read(self) -> None:
        """Read the vocabularies anew; what was open stays open, and the current concept current."""
        reading, concept = self._reading, self._concept
        was_shown = bool(reading.vocabularies)
        opened = [*self.tree.opened(self.model), *self._opened]
        reading.read()
        self._show_assigned()
        self._opened = (
            opened if was_shown else [(each.id, ()) for each in reading.vocabularies.values() if not each.own][:1]
        )
        self._concept = concept
        self._pages.setCurrentIndex(0 if reading.vocabularies else 1)
        self.line.setEnabled(bool(reading.vocabularies))
        self._show_state()
        if self.line.text().strip():
            self._open()
            self._search()
        else:
            self._show_opened()

    def _open(self) -> None:
        """Open what is to be open, as far as it is there; the rest once it has come, and what is not there then, never.
        So nothing is opened again that a person has closed.
        """
        missing = self.tree.open(self.model, self._opened)
        self._opened = [row for row in missing if self._reading.awaits(row[0])]

    def _show_opened(self) -> None:
        """Open what is to be open, and have the current concept current, unless its row is that already."""
        self._open()
        if self.line.text().strip():
            return
        if self._concept is None:
            self._take(None)
        elif self.model.concept(self.tree.currentIndex()) != self._concept:
            self._reveal(self._concept)

    def _follow(self, changes: Changes) -> None:
        if self._reading.is_about_the_tree(changes):
            self._reading.note(changes, seen=self.isVisible())
        elif changes.rows.keys() & _CARD and not self._reading.stale:
            self._card_stale = True
            if self.isVisible():
                self._refresh_card()

    def _catch_up(self) -> None:
        """Show what was written since the terms were read."""
        match self._reading.catch_up():
            case "all":
                self._read()
            case "few":
                self._show_assigned()
                if self.line.text().strip():
                    self._search()
                else:
                    self._show_card()
            case "nothing":
                pass

    def _refresh_card(self) -> None:
        self._show_assigned()
        self._show_card()

    def _show_assigned(self) -> None:
        """Check the concepts that the open document has."""
        project, document = self._session.project, self._session.document
        if self._reading.stale or project is None:
            return
        assigned: frozenset[str] = frozenset()
        if document is not None:
            assigned = frozenset(each.concept for each in project.assignments(document) if each.status == "confirmed")
        self.model.set_assigned(assigned)
        self.matches.set_assigned(assigned)
        for view in (self.tree, self.found):
            view.viewport().update()
        self._show_state()

    def _show_state(self) -> None:
        if self._session.project is None:
            self.nothing.setText(self.tr("Open a project to see its terms."))
        else:
            self.nothing.setText(
                self.tr("The project has no terms yet. Import a thesaurus, or type terms in the descriptors panel.")
            )
        self.import_button.setVisible(self._session.annotator is not None)
        self.assign_button.setEnabled(self._may_assign())

    def _may_assign(self) -> bool:
        session = self._session
        return self._concept is not None and session.document is not None and session.annotator is not None

    # Which concept is current

    def _search(self) -> None:
        """Look for what is typed now; the best found is current."""
        project, typed = self._session.project, self.line.text().strip()
        if project is None or self._reading.stale:
            return
        searching = bool(typed)
        self._terms.setCurrentWidget(self.found if searching else self.tree)
        if not searching:
            if self._concept is not None:
                self._reveal(self._concept)
            return
        places = self._reading.places
        place = None if places is None else places.of
        found = project.search_concepts(typed, FOUND_AT_MOST)
        self.matches.show_matches(found, "", self.matches.assigned, self._session.language, place)
        if self.matches.rowCount():
            self.found.setCurrentIndex(self.matches.index(0))
        else:
            self._take(None, self.tr("No term has these words."))

    def _step(self, steps: int) -> None:
        count = self.matches.rowCount()
        if count:
            row = max(0, min(self.found.currentIndex().row() + steps, count - 1))
            self.found.setCurrentIndex(self.matches.index(row))
            self.found.scrollTo(self.found.currentIndex())

    def _type(self, letters: str) -> None:
        """Letters typed in the tree go to the line."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.setText(letters)

    def _take_from_tree(self) -> None:
        if self._terms.currentWidget() is self.tree:
            self._take(self.model.concept(self.tree.currentIndex()))

    def _take_from_found(self) -> None:
        if self._terms.currentWidget() is self.found:
            self._take(self.matches.concept_id(self.found.currentIndex()))

    def _reveal(self, concept: str) -> None:
        """Make a concept's row in the tree current, and open what is above it."""
        project = self._session.project
        path = [] if project is None else project.read(hierarchy.path, concept, self._session.language)
        if project is None or not path:
            self._take(None)
            return
        self._terms.setCurrentWidget(self.tree)
        index = self.model.index_of(project.concept(concept).vocabulary, [node.concept for node in path])
        if index.isValid():
            self.tree.setCurrentIndex(index)
            if not self.tree.viewport().rect().contains(self.tree.visualRect(index)):
                self.tree.scrollTo(index, ConceptTree.ScrollHint.PositionAtCenter)
        self._take(concept)

    def _remember(self) -> None:
        if self._concept is not None:
            self._trail = [*self._trail[-TRAIL:], self._concept]

    def _take(self, concept: str | None, words: str = "") -> None:
        self._concept = concept
        self._show_card(words)
        self._show_state()

    def _show_card(self, words: str = "") -> None:
        self._card_stale = False
        project, language = self._session.project, self._session.language
        index = self.tree.currentIndex()
        vocabulary = self._reading.vocabularies.get(self.model.vocabulary(index) or "") if index.isValid() else None
        if project is None or words:
            self.card.show_words(words)
        elif self._concept is not None:
            try:
                self.card.show_card(project.read(concept_card.card, self._concept, language), language)
            except UserError:  # it is gone, as undo of an import has it
                self._concept = None
                self.card.show_words("")
        elif vocabulary is not None and self._terms.currentWidget() is self.tree:
            self.card.show_vocabulary(vocabulary, language, self._reading.count_at_top(vocabulary.id))
        else:
            self.card.show_words(self.tr("Choose a term to see what is known of it."))

    def _copy(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)

    def _label(self, concept: str) -> str:
        assert self._session.project is not None
        return self._session.project.concept(concept).label(self._session.language)

    def _uri(self, concept: str) -> str:
        assert self._session.project is not None
        return self._session.project.concept(concept).uri

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._reading.stale:
            self._read()
            return
        self._reading.retry()
        if self._card_stale:
            self._refresh_card()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card is below the terms, or beside them where there is more room than height."""
        super().resizeEvent(event)
        wide = self.width() > 1.3 * self.height()
        self._splitter.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.line.setPlaceholderText(self.tr("Find a term"))
        self.line.setAccessibleName(self.tr("Find a term"))
        self.line.setToolTip(self.tr("Enter assigns the term to the document"))
        self.tree.setAccessibleName(self.tr("Terms"))
        self.found.setAccessibleName(self.tr("Terms found"))
        self.card.setAccessibleName(self.tr("Concept card"))
        self.assign_button.setText(self.tr("&Assign to the document"))
        self.assign_button.setToolTip(self.tr("Enter, in the list of terms"))
        self.import_button.setText(self.tr("&Import a vocabulary…"))
        self._show_state()
