"""How far the tasks of the document shown are: declared by two commands, and shown as their ticks."""

from PySide6.QtCore import QObject

from gui import operations
from gui.actions import Actions
from gui.session import Session

COMMANDS = ("clauses_done", "descriptors_done")


class TaskProgress(QObject):
    """Keeps the ticks of the two commands true."""

    def __init__(self, session: Session, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions

    def toggle(self, command: str) -> None:
        """Declare the task of a command done, or not done after all."""
        project, document = self._session.project, self._session.document
        task = self._task(command)
        if project is None or document is None or task is None:
            return
        done = project.document(document).state(task) == "done"
        self._session.attempt(operations.set_progress, document, task, "in-progress" if done else "done")
        self.show()

    def show(self) -> None:
        """Tick what is done in the document shown."""
        project, document = self._session.project, self._session.document
        shown = None if project is None or document is None else project.document(document)
        for command in COMMANDS:
            task = self._task(command)
            done = shown is not None and task is not None and shown.state(task) == "done"
            self._actions[command].setChecked(done)

    def _task(self, command: str) -> str | None:
        """The task that a command declares done: that of the layer of clauses, or that of descriptors."""
        if command == "descriptors_done":
            return operations.DESCRIPTORS
        project = self._session.project
        clauses = None if project is None else project.scheme.clauses
        return None if clauses is None else clauses.id
