"""The acts of a window by the ids of ``gui.commands.command_table``: which part of it carries out what."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from gui.editing.proposal_review import ProposalReview
from gui.editing.repetition import Repetition
from gui.editing.span_editing import MarkEdits
from gui.editing.span_marking import SpanMarking
from gui.editing.undo import History
from gui.panels.descriptors.panel import DescriptorsPanel
from gui.panels.documents.panel import DocumentsPanel
from gui.project_io.project_files import ProjectFiles
from gui.session.session import Session
from gui.start.onboarding import FirstSteps
from gui.text_view.view import TextView
from gui.window.docks import Docks
from gui.window.find import Find
from gui.window.task_progress import TaskProgress
from gui.window.text_display import TextDisplay
from gui.window.tool_windows import Companions

if TYPE_CHECKING:
    from gui.panels.document_details.panel import DocumentPanel
    from gui.panels.inspector.panel import InspectorPanel
    from gui.panels.problems.panel import ProblemsPanel
    from gui.panels.suggestions.panel import SuggestionsPanel
    from gui.panels.thesaurus.panel import ThesaurusPanel
    from gui.printing.print_commands import PrintCommands
    from gui.project_io.preannotation import Preannotation
    from gui.project_io.vocabularies import Vocabularies

Act = Callable[[], object]


class HandlerContext(Protocol):
    """What the acts of a window are acts of."""

    session: Session
    view: TextView
    display: TextDisplay
    files: ProjectFiles
    documents: DocumentsPanel
    descriptors: DescriptorsPanel
    history: History
    marking: SpanMarking
    edits: MarkEdits
    repetition: Repetition
    proposing: ProposalReview
    searching: Find
    progress: TaskProgress
    companions: Companions
    first_steps: FirstSteps
    docks: Docks

    @property
    def inspector(self) -> "InspectorPanel":
        """The panel of the mark that is worked on."""
        ...

    @property
    def details(self) -> "DocumentPanel":
        """The panel of what is known about the document."""
        ...

    @property
    def problems(self) -> "ProblemsPanel":
        """The panel of what is likely to be a mistake."""
        ...

    @property
    def suggestions(self) -> "SuggestionsPanel":
        """The panel of what descriptors the document might have."""
        ...

    @property
    def thesaurus(self) -> "ThesaurusPanel":
        """The panel of the terms as a tree."""
        ...

    def back_to_text(self) -> None:
        """Leave whatever is open over the text, or typed into."""
        ...

    def focus_text(self) -> None:
        """Type into the text again."""
        ...

    def isAncestorOf(self, child: QWidget, /) -> bool:
        """Whether a widget is in the window."""
        ...


def acts_of(
    window: HandlerContext,
    *,
    preannotation: "Callable[[], Preannotation]",
    printing: "Callable[[], PrintCommands]",
    vocabularies: "Callable[[], Vocabularies]",
    new_window: Act,
    leave: Act,
) -> dict[str, Act]:
    """The function of each command. ``preannotation``, ``printing`` and ``vocabularies`` give what is made when it is
    first asked for; ``new_window`` asks for another window, ``leave`` for all to be closed.
    """
    files, view, marking, documents = window.files, window.view, window.marking, window.documents
    opener = window.docks.opener
    return {
        "new": files.new,
        "open": files.ask_and_open,
        "import": files.import_documents,
        "export": files.export,
        "save_copy": files.save_copy,
        "backups": lambda: files.backups.show(),
        "backup_settings": lambda: files.backups.change_settings(),
        "compact": lambda: files.backups.compact(),
        "recover": files.recover,
        "annotator": files.change_annotator,
        "new_window": new_window,
        "quit": leave,
        "undo": _once_typed(window, window.history.undo),
        "redo": _once_typed(window, window.history.redo),
        "copy": view.copy,
        "select_all": view.select_all,
        "propose": marking.propose,
        "lengthen": marking.lengthen,
        "shorten": marking.shorten,
        "start_forward": lambda: marking.move_start(True),
        "start_back": lambda: marking.move_start(False),
        "next_mark": lambda: marking.step(True),
        "previous_mark": lambda: marking.step(False),
        **{command: window.repetition.remembering(edit) for command, edit in window.edits.by_command().items()},
        "repeat": lambda: _repeat(window),
        **window.proposing.by_command(),
        "edit_mark": opener("inspector", lambda: window.inspector.focus_label()),
        "edit_note": opener("inspector", lambda: window.inspector.focus_note()),
        "attach": lambda: _attach(window),
        "descriptors": opener("descriptors", window.descriptors.focus_entry),
        "suggestions": opener("suggestions", lambda: window.suggestions.focus_list()),
        "accept_suggestions": lambda: window.suggestions.accept_assigned(),
        "take_over": lambda: window.suggestions.take_over_current(),
        "thesaurus": opener("thesaurus", lambda: _look_up(window)),
        "previous_document": lambda: documents.step(-1),
        "next_document": lambda: documents.step(1),
        "filter": opener("documents", documents.focus_filter),
        "filters": opener("documents", documents.open_filters),
        "document_note": opener("document", lambda: window.details.focus_note()),
        **_progress_acts(window),
        **window.searching.by_command(),
        "next_problem": lambda: _step_problem(window, True),
        "previous_problem": lambda: _step_problem(window, False),
        "mend_problem": lambda: window.problems.fix_current(),
        "preannotate": lambda: preannotation().start(),
        "import_vocabulary": lambda: vocabularies().bring_in(),
        "export_vocabulary": lambda: vocabularies().export(),
        "print": lambda: printing().print_out(),
        "export_pdf": lambda: printing().export_pdf(),
        **window.display.by_command(),
        **window.companions.by_command(),
        "welcome": window.first_steps.begin,
        "to_text": window.back_to_text,
    }


def _progress_acts(window: HandlerContext) -> dict[str, Act]:
    """How far the tasks are: said of documents, and gone by."""

    def with_task(command: str, act: Callable[[str], object]) -> Act:
        def acting() -> None:
            task = window.progress.task(command)
            if task is not None:
                act(task)

        return acting

    documents = window.documents
    return {
        "clauses_done": lambda: window.progress.toggle("clauses_done"),
        "descriptors_done": lambda: window.progress.toggle("descriptors_done"),
        "clauses_next": with_task("clauses_next", documents.step_not_done),
        "clauses_previous": with_task("clauses_previous", lambda task: documents.step_not_done(task, -1)),
        "clauses_finish": with_task("clauses_finish", documents.finish_and_step),
        "descriptors_next": with_task("descriptors_next", documents.step_not_done),
        "descriptors_finish": with_task("descriptors_finish", documents.finish_and_step),
    }


def _once_typed(window: HandlerContext, act: Act) -> Act:
    """An act on history that comes after what is being typed into a panel, where that is written when it is left.

    A line in which something is looked for keeps the keys: its next letters are not meant for the text. Where the act
    took the document away, and the line can be typed into no longer, they go where the text was.
    """

    def acting() -> None:
        typing = QApplication.focusWidget()
        if not isinstance(typing, QLineEdit | QPlainTextEdit) or not window.isAncestorOf(typing):
            act()
        elif _is_written_when_left(typing):
            window.focus_text()
            act()
        else:
            act()
            if not typing.isEnabled():
                window.focus_text()

    return acting


def _is_written_when_left(typing: QWidget) -> bool:
    """Whether a line is a field of what the project holds, or a part of one."""
    from gui.panels.document_details.tags import TagsField
    from gui.panels.inspector.fields import Field

    part: QWidget | None = typing
    while part is not None and not isinstance(part, Field | TagsField):
        part = part.parentWidget()
    return part is not None


def _step_problem(window: HandlerContext, forward: bool) -> None:
    """Show the next problem in the panel, or the one before; where there is none, only say so."""

    def step() -> None:
        window.problems.step(forward)

    act = window.docks.opener("problems", step) if window.problems.has_anything() else step
    act()


def _look_up(window: HandlerContext) -> None:
    """Go to the thesaurus: at the current descriptor where the keys are in their list, else to type a term."""
    current = window.descriptors.current() if window.descriptors.view.hasFocus() else None
    if current is not None:
        window.thesaurus.show_concept(current.concept)
    window.thesaurus.focus_search()


def _attach(window: HandlerContext) -> None:
    """Attach the selection to a descriptor; where one has to be chosen first, their panel is shown."""
    attach = window.descriptors.attach_selection
    act = window.docks.opener("descriptors", attach) if window.descriptors.awaits_choice else attach
    act()


def _repeat(window: HandlerContext) -> None:
    if not window.repetition.repeat():
        words = QCoreApplication.translate("MainWindow", "Nothing was done yet that could be repeated.")
        window.session.message.emit(words)
