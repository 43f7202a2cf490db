"""Jobs that take longer than a frame: each runs in a worker thread, behind a modal dialog with its progress."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gui.background.progress import run_with_progress
from model.errors import Cancelled, UserError
from model.progress import ProgressCallback
from model.project import OperationRecord, Project

LARGE = 400  # rows: undoing an operation that changed so many may block the window
# Operations that are never small, or whose rows, the texts, may be large themselves.
WHOLESALE = frozenset({"import", "import vocabulary"})

Result = TypeVar("Result")


class JobSession(Protocol):
    """What a job needs of a session."""

    hindrance: Callable[[], str]

    @property
    def project(self) -> Project | None:
        """The open project."""
        ...

    def working_beside(self) -> AbstractContextManager[None]:
        """For as long as a worker writes to the project."""
        ...

    def refresh(self) -> None:
        """Read at once what others have written."""
        ...

    def say(self, words: str) -> None:
        """Show a sentence; an empty one clears the last."""
        ...

    def refuse(self, refusal: UserError) -> None:
        """Show an error as a sentence."""
        ...

    def look_after(self, refusal: UserError) -> None:
        """Watch the project's file where it is the reason of an error."""
        ...


class ProjectJobs:
    """Runs jobs for a window; what a job returns is returned, or None where it failed or was cancelled.

    ``show_error`` shows the title of a job that failed and its ``UserError``; by default the session shows the error as
    a message. Anything else that a job raises is raised here.
    """

    def __init__(
        self, session: JobSession, window: QWidget, show_error: Callable[[str, UserError], None] | None = None
    ) -> None:
        self._session = session
        self._window = window
        self._show_error = show_error or (lambda _title, error: session.refuse(error))

    def writable(self) -> Project | None:
        """The open project where it can be written to; that it is open for reading only is said."""
        project = self._session.project
        if project is None or project.annotator is not None:
            return project
        self._session.refuse(UserError("{path}: open for reading only.", path=project.path))
        return None

    def run(
        self,
        title: str,
        work: Callable[[ProgressCallback], Result],
        *,
        on_cancel: Callable[[], object] | None = None,
        cancellable: bool = True,
    ) -> Result | None:
        """Run a job that opens for itself what it needs. Where it was cancelled, ``on_cancel`` is called; by default
        the session says that nothing was changed.
        """
        return self._run(title, work, on_cancel, cancellable, writes=False)

    def read(
        self,
        title: str,
        work: Callable[[Project, ProgressCallback], Result],
        *,
        on_cancel: Callable[[], object] | None = None,
    ) -> Result | None:
        """Run a job on a read-only connection of its own to the open project."""
        return self._run(title, _on_own(self._project, None, work), on_cancel, True, writes=False)

    def write(
        self,
        title: str,
        work: Callable[[Project, ProgressCallback], Result],
        *,
        on_cancel: Callable[[], object] | None = None,
        cancellable: bool = True,
    ) -> Result | None:
        """Run a job on a connection of its own to the open project, as its annotator; the session then reads what was
        written. In a project that is open for reading only, ``work`` raises the error.
        """
        project = self._project
        name = None if project.annotator is None else project.annotator.name
        return self._run(title, _on_own(project, name, work), on_cancel, cancellable, writes=True)

    @property
    def _project(self) -> Project:
        project = self._session.project
        assert project is not None, "no project is open"
        return project

    def _run(
        self,
        title: str,
        work: Callable[[ProgressCallback], Result],
        on_cancel: Callable[[], object] | None,
        cancellable: bool,
        *,
        writes: bool,
    ) -> Result | None:
        session = self._session
        hindrance = session.hindrance() if writes else ""
        session.say(hindrance)
        if hindrance:
            return None
        try:
            with self._writing() if writes else nullcontext():
                return run_with_progress(title, work, self._window, cancellable=cancellable)
        except UserError as error:
            self._show_error(title, error)
            session.look_after(error)
        except Cancelled:
            (on_cancel or self.say_cancelled)()
        return None

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with self._session.working_beside():
                yield
        finally:
            self._session.refresh()

    def say_cancelled(self) -> None:
        """Have the session say that a job was cancelled without effect."""
        self._session.say(QCoreApplication.translate("ProjectJobs", "Stopped. Nothing was changed."))


def is_large(project: Project, record: OperationRecord) -> bool:
    """Whether undoing or redoing this operation takes too long for the GUI thread."""
    return project.size(record, LARGE) >= LARGE or record.name in WHOLESALE


def _on_own(
    project: Project, annotator: str | None, work: Callable[[Project, ProgressCallback], Result]
) -> Callable[[ProgressCallback], Result]:
    def on_own(on_progress: ProgressCallback) -> Result:
        with project.open_again(annotator) as own:
            return work(own, on_progress)

    return on_own
