"""Work on the open project that takes longer than a frame: done in a thread of its own, progress shown meanwhile."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol

from PySide6.QtWidgets import QWidget

from gui.background.progress import ProgressDialog
from model.errors import UserError
from model.progress import ProgressCallback
from model.project import OperationRecord, Project

LARGE = 400  # rows: taking back that many may keep a window waiting
# Names of operations that are never small, or whose rows, the texts, may be large themselves.
WHOLESALE = frozenset({"import", "import vocabulary"})
STOPPED = object()  # what work gives that a person stopped


class WorkedOn(Protocol):
    """What has the project open, and speaks to the person: a session."""

    @property
    def project(self) -> Project | None:
        """The open project."""
        ...

    def working_beside(self) -> AbstractContextManager[None]:
        """For as long as a worker writes to the project."""
        ...

    def refresh(self) -> None:
        """Look at once whether something was written."""
        ...

    def say(self, words: str) -> None:
        """Show a sentence; an empty one takes the last away."""
        ...

    def look_after(self, refusal: UserError) -> None:
        """See to what was refused because of the project's file."""
        ...


def is_large(project: Project, record: OperationRecord) -> bool:
    """Whether undoing or redoing this operation takes longer than anyone wants to wait for a key."""
    return project.size(record, LARGE) >= LARGE or record.name in WHOLESALE


def do_beside(
    session: WorkedOn,
    window: QWidget,
    act: Callable[[Project, ProgressCallback], object],
    title: str,
    *,
    stoppable: bool,
) -> object:
    """Do something to the session's project, which another thread opens for itself; the window has heard of it then.

    Gives what ``act`` gives, or ``STOPPED``; raises what it raises. A project that can only be read is refused by
    the act itself.
    """
    project = session.project
    assert project is not None, "there is nothing to work on"
    name = None if project.annotator is None else project.annotator.name

    def work(on_progress: ProgressCallback) -> object:
        with project.open_again(name) as own:
            return act(own, on_progress)

    dialog = ProgressDialog(title, work, window, stoppable=stoppable)
    try:
        with session.working_beside():
            result = dialog.run()
    finally:
        dialog.deleteLater()
        session.refresh()
    return STOPPED if dialog.stopped else result


def show_progress(
    session: WorkedOn,
    window: QWidget,
    work: Callable[[ProgressCallback], object],
    title: str,
    *,
    stopped: str,
    refuse: Callable[[str, UserError], None],
    stoppable: bool = True,
) -> object:
    """Do work that opens for itself what it needs; gives what it gives, or None where it was refused or stopped.

    ``stopped`` is what is said then; ``refuse`` says, under the title, what was refused.
    """
    session.say("")
    dialog = ProgressDialog(title, work, window, stoppable=stoppable)
    try:
        result = dialog.run()
    except UserError as refusal:
        refuse(title, refusal)
        session.look_after(refusal)
        return None
    finally:
        dialog.deleteLater()
    if dialog.stopped:
        session.say(stopped)
    return result
