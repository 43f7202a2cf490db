"""Work on the open project that takes longer than a frame: done in a thread of its own, progress shown meanwhile."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gui.session import Session
from gui.work.progress import ProgressDialog
from model.formats.watching import Watcher
from model.project import OperationRecord, Project

LARGE = 400  # rows: taking back that many may keep a window waiting
WHOLESALE = frozenset({"import"})  # names of operations whose rows, the texts, may be large themselves
STOPPED = object()  # what work gives that a person stopped


def is_large(project: Project, record: OperationRecord) -> bool:
    """Whether undoing or redoing this operation takes longer than anyone wants to wait for a key."""
    return project.size(record, LARGE) >= LARGE or record.name in WHOLESALE


def do_beside(
    session: Session, window: QWidget, act: Callable[[Project, Watcher], object], title: str, *, stoppable: bool
) -> object:
    """Do something to the session's project, which another thread opens for itself; the window has heard of it then.

    Gives what ``act`` gives, or ``STOPPED``; raises what it raises. A project that can only be read is refused by
    the act itself.
    """
    project = session.project
    assert project is not None, "there is nothing to work on"
    name = None if project.annotator is None else project.annotator.name

    def work(watch: Watcher) -> object:
        with project.open_again(name) as own:
            return act(own, watch)

    dialog = ProgressDialog(title, work, window, stoppable=stoppable)
    try:
        with session.working_beside():
            result = dialog.run()
    finally:
        dialog.deleteLater()
        session.refresh()
    return STOPPED if dialog.stopped else result
