"""How far the tasks of the document shown are: declared by commands and a menu, and shown as their ticks."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from gui import document_operations
from gui.commands.actions import Actions
from gui.commands.dynamic_menus import empty, inner_menu
from gui.operations import DESCRIPTORS
from gui.session.session import Session
from model.annotation.documents import ProgressState

COMMANDS = ("clauses_done", "descriptors_done")


class TaskProgress(QObject):
    """Keeps the ticks of the two commands true.

    ``acted_on`` gives the ids of the documents that a command is about (several where several are chosen in the list),
    ``set_progress`` writes how far a task is in some documents and says whether it did; without them it is the document
    shown, and written at once.
    """

    def __init__(
        self,
        session: Session,
        actions: Actions,
        parent: QObject | None = None,
        *,
        acted_on: Callable[[], list[str]] | None = None,
        set_progress: Callable[[Sequence[str], str, ProgressState], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._acted_on = acted_on or self._shown
        self._set_progress = set_progress or self._write

    def toggle(self, command: str) -> None:
        """Declare the task of a command done, or, where it is done in all documents that this is about, not done after
        all.
        """
        project, task = self._session.project, self.task(command)
        documents = self._acted_on()
        if project is not None and documents and task is not None:
            done = all(summary.state(task) == "done" for summary in project.summaries(documents))
            self._set_progress(documents, task, "in-progress" if done else "done")
        self.show()

    def show(self) -> None:
        """Tick what is done in the document shown."""
        project, document = self._session.project, self._session.document
        shown = None if project is None or document is None else project.document(document)
        for command in COMMANDS:
            task = self.task(command)
            done = shown is not None and task is not None and shown.state(task) == "done"
            self._actions[command].setChecked(done)

    def fill_menu(self, menu: QMenu) -> None:
        """Make a menu of all tasks, each with the states that it can be in; to be called when it is about to show."""
        empty(menu)
        project = self._session.project
        if project is None:
            return
        documents = self._acted_on()
        summaries = project.summaries(documents)
        words: dict[ProgressState, str] = {
            "new": self.tr("&Not begun"),
            "in-progress": self.tr("&In progress"),
            "done": self.tr("&Done"),
        }
        names = [(layer.id, layer.name(self._session.language)) for layer in project.scheme.layers]
        for task, name in (*names, (DESCRIPTORS, self.tr("Descriptors"))):
            states = {summary.state(task) for summary in summaries}
            inner = inner_menu(menu, name.replace("&", "&&"))
            inner.setEnabled(bool(documents) and self._session.annotator is not None)
            for state, word in words.items():
                action = inner.addAction(word)
                action.setCheckable(True)
                action.setChecked(states == {state})
                action.triggered.connect(self._setter(documents, task, state))

    def _setter(self, documents: list[str], task: str, state: ProgressState) -> Callable[[], None]:
        def act() -> None:
            self._set_progress(documents, task, state)
            self.show()

        return act

    def _shown(self) -> list[str]:
        return [] if self._session.document is None else [self._session.document]

    def _write(self, documents: Sequence[str], task: str, state: ProgressState) -> bool:
        return self._session.attempt(document_operations.set_progress, documents, task, state) is not None

    def task(self, command: str) -> str | None:
        """The task that a command is about, by the command's name: ``clauses_…`` or ``descriptors_…``."""
        if command.startswith("descriptors"):
            return DESCRIPTORS
        project = self._session.project
        clauses = None if project is None else project.scheme.clauses
        return None if clauses is None else clauses.id
