"""The window: the text in the middle, panels around it, and what keeps them together."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.commands.actions import Actions
from gui.commands.dynamic_menus import fill_recent, open_text_menu
from gui.commands.key_map import Keymap
from gui.commands.keyboard import LatinShortcuts
from gui.editing.proposal_review import ProposalReview
from gui.editing.repetition import Repetition
from gui.editing.span_editing import MarkEdits
from gui.editing.span_marking import SpanMarking
from gui.editing.span_queries import Marks
from gui.editing.text_keys import TextKeys, label_keys
from gui.editing.undo import History
from gui.find.find_bar import FindableText, FindBar
from gui.i18n.error_messages import isolated
from gui.panels.descriptors.panel import DescriptorsPanel
from gui.panels.documents.panel import DocumentsPanel
from gui.panels.labels.panel import LabelsPanel
from gui.project_io.project_files import ProjectFiles
from gui.session.last_document import LastDocument
from gui.session.session import Session
from gui.settings import Settings
from gui.start.onboarding import FirstSteps
from gui.start.welcome import Welcome
from gui.text_view import accessible
from gui.text_view.view import TextView
from gui.widgets.message_bar import MessageBar
from gui.widgets.span_description import describe, spoken_name
from gui.widgets.tab_order import InReadingOrder
from gui.window.command_handlers import acts_of
from gui.window.docks import Docks
from gui.window.file_drop import FileDrop
from gui.window.find import Find
from gui.window.lazy_panels import LazyPanels
from gui.window.status_bar import StatusBar
from gui.window.task_progress import TaskProgress
from gui.window.text_display import SWITCHES, TextDisplay
from gui.window.tool_windows import Companions
from gui.window.window_state import WindowState
from model.annotation.layers import Scheme
from model.annotation.values import Span
from model.project import Changes

if TYPE_CHECKING:
    from gui.panels.bidi.panel import BidiInspector
    from gui.panels.document_details.panel import DocumentPanel
    from gui.panels.find.panel import FindPanel
    from gui.panels.history.panel import HistoryPanel
    from gui.panels.inspector.panel import InspectorPanel
    from gui.panels.outline.panel import OutlinePanel
    from gui.panels.problems.panel import ProblemsPanel
    from gui.panels.suggestions.panel import SuggestionsPanel
    from gui.panels.thesaurus.panel import ThesaurusPanel
    from gui.printing.print_commands import PrintCommands
    from gui.project_io.preannotation import Preannotation
    from gui.project_io.vocabularies import Vocabularies


class MainWindow(InReadingOrder, QMainWindow):
    """One window on one session.

    ``new_window_requested`` and ``quit_requested`` ask whoever keeps the windows; ``closed``: it is closed for good.
    """

    new_window_requested = Signal()
    quit_requested = Signal()
    closed = Signal()

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self.files = ProjectFiles(session, settings, self)
        self.view = TextView(self)
        self.passed_by = (self.view,)  # what is typed for a field must not reach the text: Escape is the way back to it
        self.view.set_language(session.language)
        self.speech = accessible.install(self.view, lambda span: spoken_name(session, span))
        self.display = TextDisplay(self.view, settings, self)
        marks = Marks(session, self.view)
        self.marking = SpanMarking(session, self.view, marks, self)
        self.edits = MarkEdits(session, self.view, marks, self.marking, self)
        self.repetition = Repetition()
        self.history = History(session, self.view, self)
        self.find_bar = FindBar(session, self.view, self)
        self.text = FindableText(self.find_bar, self.view, self)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.text)
        self.messages = MessageBar(self.middle, lambda: self.view.caret_point().y(), self._free_of_find_bar)
        self.status = StatusBar(session, self)
        self.setStatusBar(self.status)
        self.documents = DocumentsPanel(session, self)
        self.labels = LabelsPanel(session, self)
        self.descriptors = DescriptorsPanel(session, self)
        self.keymap = Keymap(settings, self)
        self.proposing = ProposalReview(
            session, self.view, marks, self.marking, settings, self, self.documents.step_not_done, self.keymap
        )
        self.last_document = LastDocument(settings, self)
        self._shown: str | None = None
        self._name = ""  # of the document shown; known too when it is gone
        self._left: dict[str, tuple[int, int]] = {}  # what was selected in each document when it was left
        self._late = LazyPanels(self, self)
        self.docks = Docks(self, self._panels())
        self.searching = Find(session, self.view, self.find_bar, self.docks.opener("find", lambda: self.finding))
        self.actions_ = Actions(self, self, self.keymap)
        self.state = WindowState(self, self.docks, session, settings)
        self.progress = TaskProgress(
            session,
            self.actions_,
            self,
            acted_on=self.documents.acted_on,
            set_progress=self.documents.acts.set_progress,
        )
        self.companions = Companions(self, self.actions_, session, settings, self._panel_menus, self.show_concept)
        self.first_steps = FirstSteps(session, self.actions_, settings, self)
        self._acts = acts_of(
            self,
            preannotation=lambda: self.preannotation,
            printing=lambda: self.printing,
            vocabularies=lambda: self.vocabularies,
            new_window=self.new_window_requested.emit,
            leave=self.quit_requested.emit,
        )
        self.welcome = Welcome(self.act, settings, self.files.open, self)
        self.middle.addWidget(self.welcome)
        self.drops = FileDrop(session, self.middle, self.files.open, self.files.import_documents, self)
        self.drops.vocabulary_wanted.connect(lambda path: self.vocabularies.bring_in(path))
        self._fill_middle()
        self.text_keys = TextKeys(self.view, lambda command: self.actions_[command].trigger, self._label, self.keymap)
        self.latin = LatinShortcuts(self)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self.latin)
        self._connect()
        self._retranslate()
        self.state.restore()
        self._show_project()

    @cached_property
    def printing(self) -> "PrintCommands":
        """What prints; loaded when something is first printed."""
        from gui.printing.print_commands import PrintCommands

        return PrintCommands(self.session, self, lambda: self.view.display, self.documents.chosen)

    @cached_property
    def preannotation(self) -> "Preannotation":
        """What proposes clauses for many documents; loaded when that is first asked for."""
        from gui.project_io.preannotation import Preannotation

        segmenting = self.session.proposals.segmenting
        load = None if segmenting is None else segmenting.load
        return Preannotation(self.session, self, self.documents.chosen, self.documents.listed, load)

    @cached_property
    def vocabularies(self) -> "Vocabularies":
        """What brings vocabularies in and writes them; loaded when that is first asked for."""
        from gui.project_io.vocabularies import Vocabularies

        vocabularies = Vocabularies(self.session, self)
        vocabularies.free_terms_wanted.connect(self.act("free_terms"))
        return vocabularies

    @property
    def details(self) -> "DocumentPanel":
        """The panel of what is known about the document."""
        return self._late.document

    @property
    def finding(self) -> "FindPanel":
        """The panel that searches in the project."""
        return self._late.find

    @property
    def outline(self) -> "OutlinePanel":
        """The panel of the clauses as a tree."""
        return self._late.outline

    @property
    def problems(self) -> "ProblemsPanel":
        """The panel of what is likely to be wrong in the document."""
        return self._late.problems

    @property
    def steps(self) -> "HistoryPanel":
        """The panel of what was done."""
        return self._late.history

    @property
    def inspector(self) -> "InspectorPanel":
        """The panel of the mark that is worked on."""
        return self._late.inspector

    @property
    def suggestions(self) -> "SuggestionsPanel":
        """The panel of what descriptors the document might have."""
        return self._late.suggestions

    @property
    def thesaurus(self) -> "ThesaurusPanel":
        """The panel of the terms as a tree."""
        return self._late.thesaurus

    @property
    def bidi(self) -> "BidiInspector":
        """The panel of the selected characters."""
        return self._late.bidi

    def _panels(self) -> dict[str, QWidget | Callable[[], object]]:
        """The panels by the names of their docks; of those that are made late, what makes them."""
        return {
            "documents": self.documents,
            "outline": lambda: self.outline,
            "document": lambda: self.details,
            "history": lambda: self.steps,
            "labels": self.labels,
            "inspector": lambda: self.inspector,
            "descriptors": self.descriptors,
            "suggestions": lambda: self.suggestions,
            "thesaurus": lambda: self.thesaurus,
            "bidi": lambda: self.bidi,
            "problems": lambda: self.problems,
            "find": lambda: self.finding,
        }

    def _fill_middle(self) -> None:
        """The text, below the first steps where these are shown."""
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.first_steps)
        column.addWidget(self.middle, 1)
        centre = QWidget(self)
        centre.setLayout(column)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        session = self.session
        session.project_changed.connect(self._show_project)
        session.document_changed.connect(self._show_document)
        session.changes.connect(self._follow)
        session.spans_changed.connect(self._replace_spans)
        session.message.connect(self.messages.show_message)
        self.messages.gone.connect(self.history.forget_named)
        session.span_changed.connect(self._show_span)
        self.view.selection_changed.connect(lambda *_: self.messages.show_message(""))
        self.view.context_menu_requested.connect(self._open_text_menu)
        self.labels.label_chosen.connect(self._label_chosen)
        self.descriptors.evidence_shown.connect(self.view.set_evidence)
        self.descriptors.reveal_requested.connect(self.reveal)
        self.descriptors.concept_wanted.connect(self.show_concept)
        self.documents.details_wanted.connect(self.docks.opener("document", lambda: self.details.focus_note()))
        self.display.changed.connect(self.speech.clauses_changed)
        self.display.changed.connect(self._show_display)
        self.view.limits_dragged.connect(self.edits.set_limits)
        self.view.set_describer(lambda span: describe(session, span))
        for panel in (self.documents, self.labels, self.descriptors):
            panel.leave_requested.connect(self.focus_text)
        self.proposing.switched.connect(self.actions_["show_proposals"].setChecked)
        self.actions_.languages.triggered.connect(self._language_chosen)
        recent = self.actions_.menu("recent")
        recent.aboutToShow.connect(lambda: fill_recent(recent, self.settings, self.files.open))
        progress = self.actions_.menu("progress")
        progress.aboutToShow.connect(lambda: self.progress.fill_menu(progress))
        for dock in self.docks.values():
            self.actions_.menu("panels").addAction(dock.toggleViewAction())

    # Acts

    def act(self, command: str) -> Callable[[], object]:
        """The function of a command of ``gui.commands.actions``."""
        return self._acts[command]

    def _free_of_find_bar(self) -> int:
        """How much of the upper edge of the text the find bar takes, in logical pixels."""
        return self.find_bar.height() if self.find_bar.isVisible() else 0

    def focus_text(self) -> None:
        """Type into the text again; where there is none, choose what to do."""
        if self.middle.currentWidget() is self.welcome:
            self.welcome.focus()
        else:
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # No shortcut: whoever has a use for Escape (the line of a filter, a list of terms) comes first.
        if event.key() == Qt.Key.Key_Escape:
            self.back_to_text()
        else:
            super().keyPressEvent(event)

    def back_to_text(self) -> None:
        """What Escape does: leave a panel, or close the find bar, or choose nothing any more."""
        if self.view.hasFocus() and self.find_bar.isVisible():
            self.find_bar.close_bar()
        elif self.view.hasFocus():
            self.marking.leave()
        else:
            self.focus_text()

    def _open_text_menu(self, place: QPoint) -> None:
        span = self.proposing.current()
        open_text_menu(self, self.actions_, place, judging=span is not None and span.status == "suggested")

    def _label(self, label: str, with_lead: bool = False) -> None:
        """What the key of a label does, to be repeated."""
        act = self.marking.label_with_lead if with_lead else self.marking.label
        self.repetition.remembering(lambda: act(label))()

    def _label_chosen(self, label: str) -> None:
        self._label(label)
        self.focus_text()

    def show_concept(self, concept: str) -> None:
        """Show the card of a concept."""
        self.docks.opener("thesaurus", lambda: self.thesaurus.show_concept(concept))()

    def reveal(self, start: int, end: int) -> None:
        """Select a range (half-open code points) and bring it into sight."""
        self.view.set_selection(start, end)

    # What is shown

    def _scheme(self) -> Scheme | None:
        return None if self.session.project is None else self.session.project.scheme

    def _show_project(self) -> None:
        self.repetition.forget()
        self._show_scheme()
        self._show_history()
        self._show_document(self.session.document)

    def _show_scheme(self) -> None:
        scheme = self._scheme()
        self.actions_.show_labels(scheme, self.session.language, self._label_chosen)
        self.keymap.set_labels(label_keys(scheme))

    def _show_history(self) -> None:
        project = self.session.project
        writable = project is not None and project.annotator is not None
        undo = project.undoable() if project is not None and writable else None
        redo = project.redoable() if project is not None and writable else None
        self.actions_.show_history(None if undo is None else undo.name, None if redo is None else redo.name)

    def _show_document(self, document: str | None) -> None:
        project = self.session.project
        if self._shown is not None:
            self._left[self._shown] = self.view.selection()
        self._shown = document
        if project is not None and document is not None:
            self.view.set_document(self.session.text, self.session.spans, project.scheme)
            self.view.set_selection(*self._left.get(document, (0, 0)))
            if self.state.is_first():
                self.last_document.tell(project.id, document)
            self.middle.setCurrentWidget(self.text)
        else:
            self.last_document.flush()
            self.view.clear()
            self._show_welcome()
            self.middle.setCurrentWidget(self.welcome)
        self.messages.show_message("")
        self.actions_.enable(project is not None, document is not None)
        self.marking.refresh()
        self._show_place()
        self.progress.show()

    def _show_welcome(self) -> None:
        project = self.session.project  # asked itself: the list of documents may still be that of another one
        self.welcome.show_state(project is not None, project is not None and bool(project.document_ids()))

    def _show_place(self) -> None:
        project, document = self.session.project, self.session.document
        number = 0 if document is None else self.documents.model.place_of(document) + 1
        self.status.show_place(number, self.documents.model.total)
        if project is None:
            self.setWindowTitle(self.tr("Qarar"))
            return
        self._name = "" if document is None else project.document(document).name
        file = isolated(project.path.name)
        if self._name:
            title = self.tr("{document} – {project} – Qarar").format(document=isolated(self._name), project=file)
        else:
            title = self.tr("{project} – Qarar").format(project=file)
        self.setWindowTitle(title)

    def _show_display(self) -> None:
        for command in SWITCHES:
            self.actions_[command].setChecked(getattr(self.display.options, command))
        self.actions_["show_proposals"].setChecked(self.session.proposals.shown)

    def _show_span(self, span_id: str | None) -> None:
        span = None if span_id is None else self.view.page.spans.get(span_id)
        self.labels.set_current_label(None if span is None else span.label)

    def _follow(self, changes: Changes) -> None:
        """Show what was committed, but for the marks: of these the session tells those that changed."""
        project, document = self.session.project, self.session.document
        if project is None:
            return
        kinds = changes.rows.keys()
        if kinds & {"project", "layer", "label"}:
            self._show_scheme()
            self.view.set_scheme(project.scheme)
            self.speech.clauses_changed()
        if "document" in kinds and document is not None and project.summary(document) is None:
            self._leave_gone()
        elif document is not None and document in changes.documents and kinds & {"progress", "document"}:
            self.progress.show()
        if "document" in kinds:
            self._show_place()
            if self.session.document is None:
                self._show_welcome()
        self._show_history()

    def _leave_gone(self) -> None:
        """The document shown is gone: show none, for the next key is not meant for another one."""
        in_text, words = self.view.hasFocus(), self.tr("{name} is no longer in the project.")
        words = words.format(name=isolated(self._name))
        self.session.set_document(None)
        if in_text:
            self.focus_text()
        self.session.message.emit(words)

    def _replace_spans(self, gone: list[str], different: list[Span]) -> None:
        self.view.replace_spans(gone, different)
        self.speech.clauses_changed()
        self.marking.refresh()

    # Language, place and size

    def _language_chosen(self, action: QAction) -> None:
        self.settings.language = action.data()
        self.session.set_language(action.data())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_scheme()
            self._show_place()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            # Afterwards: Qt goes through the windows just now, and floating docks are windows.
            QTimer.singleShot(0, self, self._arrange_docks)

    def _arrange_docks(self) -> None:
        self.docks.arrange(self.state.layout())

    def _panel_menus(self) -> list[tuple[str, QMenu]]:
        """Menus that name the keys used in panels, with the panels' titles; made anew each time."""
        title = self.docks["descriptors"].windowTitle()
        return [(title, self.descriptors.descriptor_menu()), (title, self.descriptors.evidence_menu())]

    def _retranslate(self) -> None:
        self.docks.retranslate()
        self.view.setAccessibleName(self.tr("Text of the resolution"))
        self.view.set_language(self.session.language)
        self.actions_.retranslate()
        for action in self.actions_.languages.actions():
            action.setChecked(action.data() == self.session.language)
        self.welcome.retranslate()
        self._show_display()
        self.messages.retranslate()
        self.messages.show_message("")
        self.status.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # What is asked for before the window is laid out counts for nothing.
        self.docks.size(self.state.layout())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.state.at_work():
            event.ignore()
            return
        self.last_document.flush()
        self.state.keep()
        self.companions.close()
        self.session.set_project(None)
        super().closeEvent(event)
        self.closed.emit()
