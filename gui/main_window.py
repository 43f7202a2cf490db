"""The window: the text in the middle, panels around it, and what keeps them together."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget

from gui import operations
from gui.actions import Actions
from gui.docks import Docks
from gui.history import History
from gui.keyboard import LatinShortcuts
from gui.mark_edits import MarkEdits
from gui.marking import Marking
from gui.marks import Marks
from gui.message_bar import MessageBar
from gui.panels.descriptors import DescriptorsPanel
from gui.panels.documents import DocumentsPanel
from gui.panels.labels import LabelsPanel
from gui.project_files import ProjectFiles
from gui.refusals import isolated
from gui.repetition import Repetition
from gui.session import Session
from gui.settings import Settings
from gui.status_bar import StatusBar
from gui.text_keys import TextKeys
from gui.text_view.fonts import DEFAULT_FAMILY, DEFAULT_PIXEL_SIZE
from gui.text_view.view import TextView
from gui.welcome import Welcome
from model.annotation.layers import Scheme
from model.annotation.values import Span
from model.project import Changes


class MainWindow(QMainWindow):
    """One window on one session."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self.files = ProjectFiles(session, settings, self)
        self.view = TextView(self)
        self.view.set_language(session.language)
        self.view.set_text_font(DEFAULT_FAMILY, settings.font_size or DEFAULT_PIXEL_SIZE)
        marks = Marks(session, self.view)
        self.marking = Marking(session, self.view, marks, self)
        self.edits = MarkEdits(session, self.view, marks, self.marking, self)
        self.repetition = Repetition()
        self.history = History(session, self.view, self)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.view)
        self.setCentralWidget(self.middle)
        self.messages = MessageBar(self.middle, lambda: self.view.caret_point().y())
        self.status = StatusBar(session, self)
        self.setStatusBar(self.status)
        self.documents = DocumentsPanel(session, self)
        self.labels = LabelsPanel(session, self)
        self.descriptors = DescriptorsPanel(session, self)
        self._shown: str | None = None
        self._left: dict[str, tuple[int, int]] = {}  # what was selected in each document when it was left
        self.docks = Docks(
            self,
            {"documents": self.documents, "labels": self.labels, "descriptors": self.descriptors},
        )
        self._acts = self._make_acts()
        self.welcome = Welcome(self.act, self)
        self.middle.addWidget(self.welcome)
        self.actions_ = Actions(self, self)
        self.text_keys = TextKeys(self.view, self.act, self._label)
        self.latin = LatinShortcuts(self)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self.latin)
        self._connect()
        self._retranslate()
        self._restore()
        self._show_project()

    def _connect(self) -> None:
        session = self.session
        session.project_changed.connect(self._show_project)
        session.document_changed.connect(self._show_document)
        session.changes.connect(self._follow)
        session.spans_changed.connect(self._replace_spans)
        session.message.connect(self.messages.show_message)
        session.span_changed.connect(self._show_span)
        self.view.selection_changed.connect(lambda *_: self.messages.show_message(""))
        self.view.context_menu_requested.connect(self._show_context_menu)
        self.view.font_size_changed.connect(self._keep_font_size)
        self.labels.label_chosen.connect(self._label_chosen)
        self.descriptors.evidence_shown.connect(self.view.set_evidence)
        self.descriptors.reveal_requested.connect(self._reveal)
        for panel in (self.documents, self.labels, self.descriptors):
            panel.leave_requested.connect(self.focus_text)
        self.actions_.languages.triggered.connect(self._language_chosen)
        self.actions_.menu("recent").aboutToShow.connect(self._fill_recent)
        for dock in self.docks.values():
            self.actions_.menu("panels").addAction(dock.toggleViewAction())

    # Acts

    def act(self, command: str) -> Callable[[], object]:
        """The function of a command of ``gui.actions``."""
        return self._acts[command]

    def _make_acts(self) -> dict[str, Callable[[], object]]:
        files, view, marking = self.files, self.view, self.marking
        return {
            "new": files.new,
            "open": files.ask_and_open,
            "import": files.import_documents,
            "export": files.export,
            "save_copy": files.save_copy,
            "annotator": files.change_annotator,
            "quit": self.close,
            "undo": self.history.undo,
            "redo": self.history.redo,
            "copy": view.copy,
            "select_all": view.select_all,
            "propose": marking.propose,
            "lengthen": marking.lengthen,
            "shorten": marking.shorten,
            "start_forward": lambda: marking.move_start(True),
            "start_back": lambda: marking.move_start(False),
            "next_mark": lambda: marking.step(True),
            "previous_mark": lambda: marking.step(False),
            **{command: self.repetition.remembering(edit) for command, edit in self.edits.by_command().items()},
            "repeat": self._repeat,
            "attach": lambda: self.descriptors.attach_selection(),
            "descriptors": self.docks.opener("descriptors", self.descriptors.focus_entry),
            "previous_document": lambda: self.documents.step(-1),
            "next_document": lambda: self.documents.step(1),
            "filter": self.docks.opener("documents", self.documents.focus_filter),
            "clauses_done": lambda: self._toggle_done("clauses_done"),
            "descriptors_done": lambda: self._toggle_done("descriptors_done"),
            "zoom_in": view.zoom_in,
            "zoom_out": view.zoom_out,
            "zoom_reset": lambda: view.set_text_font(DEFAULT_FAMILY, DEFAULT_PIXEL_SIZE),
            "to_text": self._back_to_text,
        }

    def focus_text(self) -> None:
        """Type into the text again."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # No shortcut: whoever has a use for Escape (the line of a filter, a list of terms) comes first.
        if event.key() == Qt.Key.Key_Escape:
            self._back_to_text()
        else:
            super().keyPressEvent(event)

    def _back_to_text(self) -> None:
        if self.view.hasFocus():
            self.marking.leave()
        else:
            self.focus_text()

    def _label(self, label: str) -> None:
        """What the key of a label does, to be repeated."""
        self.repetition.remembering(lambda: self.marking.label(label))()

    def _label_chosen(self, label: str) -> None:
        self._label(label)
        self.focus_text()

    def _repeat(self) -> None:
        if not self.repetition.repeat():
            self.session.message.emit(self.tr("Nothing was done yet that could be repeated."))

    def _reveal(self, start: int, end: int) -> None:
        self.view.set_selection(start, end)

    def _toggle_done(self, command: str) -> None:
        project, document = self.session.project, self.session.document
        task = self._task(command)
        if project is None or document is None or task is None:
            return
        done = project.document(document).state(task) == "done"
        self.session.attempt(operations.set_progress, document, task, "in-progress" if done else "done")
        self._show_progress()

    def _task(self, command: str) -> str | None:
        """The task that a command declares done."""
        if command == "descriptors_done":
            return operations.DESCRIPTORS
        scheme = self._scheme()
        return None if scheme is None else next((layer.id for layer in scheme.layers if layer.overlap == "tree"), None)

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
        self.text_keys.labels = {label.key: label.id for label in scheme.labels() if label.key} if scheme else {}

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
            self.settings.set_last_document(project.id, document)
            self.middle.setCurrentWidget(self.view)
        else:
            self.view.clear()
            self.welcome.show_state(project is not None)
            self.middle.setCurrentWidget(self.welcome)
        self.messages.show_message("")
        self.actions_.enable(project is not None, document is not None)
        self.marking.refresh()
        self._show_place()
        self._show_progress()

    def _show_place(self) -> None:
        project, document = self.session.project, self.session.document
        number = 0 if document is None else self.documents.model.place_of(document) + 1
        self.status.show_place(number, self.documents.model.total)
        if project is None:
            self.setWindowTitle(self.tr("Qarar"))
            return
        name = "" if document is None else project.document(document).name
        file = isolated(project.path.name)
        if name:
            title = self.tr("{document} – {project} – Qarar").format(document=isolated(name), project=file)
        else:
            title = self.tr("{project} – Qarar").format(project=file)
        self.setWindowTitle(title)

    def _show_progress(self) -> None:
        project, document = self.session.project, self.session.document
        for command in ("clauses_done", "descriptors_done"):
            task = self._task(command)
            if project is None or document is None or task is None:
                self.actions_[command].setChecked(False)
            else:
                self.actions_[command].setChecked(project.document(document).state(task) == "done")

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
        if "document" in kinds and document is not None and project.summary(document) is None:
            ids = project.document_ids()
            self.session.set_document(ids[0] if ids else None)
        elif document is not None and document in changes.documents:
            self._show_progress()
        if "document" in kinds:
            self._show_place()
        self._show_history()

    def _replace_spans(self, gone: list[str], different: list[Span]) -> None:
        self.view.replace_spans(gone, different)
        self.marking.refresh()

    def _keep_font_size(self, pixels: int) -> None:
        self.settings.font_size = pixels

    def _show_context_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions(self.actions_.menu("labels").actions())
        menu.addSeparator()
        for command in ("fit", "split", "merge", "nest", "unnest", "delete", "delete_all"):
            menu.addAction(self.actions_[command])
        menu.addSeparator()
        for command in ("attach", "copy"):
            menu.addAction(self.actions_[command])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _fill_recent(self) -> None:
        menu = self.actions_.menu("recent")
        menu.clear()
        for path in self.settings.recent:
            shown = isolated(path).replace("&", "&&")
            menu.addAction(shown).triggered.connect(lambda _=False, path=path: self.files.open(Path(path)))
        menu.setEnabled(True)
        if menu.isEmpty():
            menu.addAction(self.tr("None yet")).setEnabled(False)

    # Language, place and size

    def _language_chosen(self, action: QAction) -> None:
        self.settings.set_layout(self.session.language, self.saveState())
        self.settings.language = action.data()
        self.session.set_language(action.data())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_scheme()
            self._show_place()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self.docks.arrange(self.settings.layout(self.session.language))

    def _retranslate(self) -> None:
        self.docks.retranslate()
        self.view.setAccessibleName(self.tr("Text of the resolution"))
        self.view.set_language(self.session.language)
        self.actions_.retranslate()
        for action in self.actions_.languages.actions():
            action.setChecked(action.data() == self.session.language)
        self.welcome.retranslate()
        self.messages.retranslate()
        self.messages.show_message("")
        self.status.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # What is asked for before the window is laid out counts for nothing.
        self.docks.size(self.settings.layout(self.session.language))

    def _restore(self) -> None:
        self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize()))
        self.restoreGeometry(self.settings.geometry)
        self.docks.arrange(self.settings.layout(self.session.language))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.geometry = self.saveGeometry()
        self.settings.set_layout(self.session.language, self.saveState())
        self.session.set_project(None)
        super().closeEvent(event)
