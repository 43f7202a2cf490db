"""How the scheme editor does things to the project: at once, or, where many marks are looked at, beside the window."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui import operations, scheme_operations
from gui.background.project_jobs import ProjectJobs, is_large
from gui.i18n.error_messages import sentence
from gui.i18n.operation_names import shown_name
from gui.session.session import Session
from model.errors import UserError
from model.project import OperationRecord, Project

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")
MANY_MARKS = 3000  # marks in the project: looking at all of them takes longer than a frame of the screen
# Acts that look at, or change, the marks of the whole project.
_FAR = frozenset(
    {
        scheme_operations.set_overlap,
        scheme_operations.set_within,
        scheme_operations.set_nesting,
        scheme_operations.delete_label,
        scheme_operations.delete_layer,
        scheme_operations.delete_feature,
        scheme_operations.set_feature_kind,
        scheme_operations.replace_choice,
        scheme_operations.delete_choice,
        scheme_operations.import_scheme,
    }
)


class SchemeEditorSession(QObject):
    """Called as ``work(act, *arguments)`` with an act of ``gui.scheme_operations``; gives what it gives, None where it
    was refused.

    ``said``: a sentence for the person, translated; empty before each act. ``ended``: the act is over, whether it was
    ``done`` (True) or refused.
    """

    said = Signal(str)
    ended = Signal(bool)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._jobs = ProjectJobs(session, window, lambda _title, error: self.refuse(error))
        self.marks = 0  # in the whole project, as last counted
        self.sentence = ""  # said last

    def __call__(self, act: Callable[..., object], *arguments: object) -> object:
        far = self.marks >= MANY_MARKS and act in _FAR
        return self._attempt(act, *arguments, title=self.tr("Change the scheme") if far else "")

    def undo(self) -> None:
        """Take back the newest operation, and say which it was."""
        self._replay(operations.undo, Project.undoable, self.tr("Undo {name}"), self.tr("Undone: {name}"))

    def redo(self) -> None:
        """Do again what was undone last, and say which it was."""
        self._replay(operations.redo, Project.redoable, self.tr("Redo {name}"), self.tr("Done again: {name}"))

    def say(self, text: str) -> None:
        """Say a sentence that is translated already."""
        self.sentence = text
        self.said.emit(text)

    def read(
        self,
        question: Callable[Concatenate[Project, Parameters], Result],
        *arguments: Parameters.args,
        **named: Parameters.kwargs,
    ) -> Result | None:
        """Ask something of the open project; what cannot be read is said, and gives None."""
        project = self._session.project
        if project is None:
            return None
        try:
            return question(project, *arguments, **named)
        except UserError as refusal:
            self.refuse(refusal)
            return None

    def refuse(self, refusal: UserError) -> None:
        """Say a refusal in the window's language."""
        project = self._session.project
        self.say(sentence(refusal, self._session.language, None if project is None else project.scheme))

    def _replay(
        self,
        act: Callable[[Project], OperationRecord],
        next_one: Callable[[Project], OperationRecord | None],
        title: str,
        told: str,
    ) -> None:
        project = self._session.project
        record = None if project is None else next_one(project)
        large = project is not None and record is not None and is_large(project, record)
        name = "" if record is None else shown_name(record.name)
        if self._attempt(act, title=title.format(name=name) if large else "") is not None:
            self.say(told.format(name=name))

    def _attempt(self, act: Callable[..., object], *arguments: object, title: str) -> object:
        project = self._session.project
        if project is None:
            return None
        self.say("")
        result: object = None
        if title and project.annotator is not None:
            result = self._jobs.write(title, lambda own, _: act(own, *arguments), cancellable=False)
        else:
            try:
                result = act(project, *arguments)
            except UserError as refusal:
                self.refuse(refusal)
        self.ended.emit(result is not None)
        return result
