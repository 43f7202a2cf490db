"""From the model's ``Changes`` to one Qt signal, also for what other processes write into the open file, and what there
is to know of that file: that something is wrong with it, and that it no longer is."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from gui.background.worker import Worker
from model.errors import StorageError, UserError
from model.progress import ProgressCallback
from model.project import Changes, Project

POLL_MILLISECONDS = 1000
# What is written, only SQLite's log holds at first (see ``OpenFile.fold_log``). The file is to hold it soon, for people
# may move it at any time, but not while marks follow each other: it costs as much as one or two of them.
PAUSE_MILLISECONDS = 500  # in which nothing was written
LONGEST_MILLISECONDS = 2000  # however fast it goes on
LOOKED_OVER_MILLISECONDS = 1500  # after a project is opened for writing: its window is there by then


class ProjectSignals(QObject):
    """Tells of every commit to the watched project: ``changed`` with the ``Changes``, on the thread that opened it.

    ``refused`` says, once, that the file can no longer be read or is no longer in its place; it is looked at again all
    the same. ``recovered``: what was wrong with it, be it found here or told by ``tell_fault``, is so no longer.
    """

    changed = Signal(object)
    refused = Signal(object)
    recovered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._reported: dict[str, str] = {}  # what was said last of reading, and of folding
        self._fault = False
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MILLISECONDS)
        self._timer.timeout.connect(self._look)
        self._folding = QTimer(self)
        self._folding.setSingleShot(True)
        self._folding.setInterval(PAUSE_MILLISECONDS)
        self._folding.timeout.connect(self.fold)
        self._looking_over = QTimer(self)
        self._looking_over.setSingleShot(True)
        self._looking_over.setInterval(LOOKED_OVER_MILLISECONDS)
        self._looking_over.timeout.connect(self._look_over)
        self._looker: Worker | None = None
        self._unfolded = QElapsedTimer()  # since when something is written that the file does not hold

    def on_progress(self, project: Project | None) -> None:
        """Listen to another project, or to none."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        self._project = project
        self._reported.clear()
        self._fault = False
        self._folding.stop()
        self._looking_over.stop()
        if self._looker is not None:
            self._looker.cancel()
            self._looker = None
        if project is None:
            self._timer.stop()
            return
        self._unsubscribe = project.subscribe(self._tell)
        self._timer.start()
        if project.annotator is not None:
            self._looking_over.start()

    def refresh(self) -> None:
        """Ask the file whether others have written; listeners are told of it as of everything else."""
        if self._project is not None:
            self._attempt("read", self._project, self._read)

    def tell_fault(self, fault: StorageError) -> None:
        """An act was refused because of the file: from now on see whether one would be done again."""
        self._fault = self._project is not None and fault.values.get("path") == self._project.path

    def fold(self) -> None:
        """Have the file hold all that is in the project."""
        if self._project is not None:
            self._attempt("fold", self._project, lambda project: project.file.fold_log())

    def _look(self) -> None:
        self.refresh()
        project = self._project
        if project is None:
            return
        if not self._folding.isActive() and not project.file.is_whole:
            self.fold()  # what others have written, or what could not be folded before
        if self._fault and not self._reported and self._can_go_on(project):
            self._fault = False
            self.recovered.emit()

    def _look_over(self) -> None:
        """Beside the window, see whether the file is sound; one that is not is only read from then on."""
        project = self._project
        if project is None:
            return

        def work(on_progress: ProgressCallback) -> UserError | None:
            with project.open_again(None) as own:
                return own.file.look_over(on_progress)

        def tell(refusal: UserError | None) -> None:
            if refusal is not None:
                project.file.stop_writing(refusal, for_good=True)
                if project is self._project:
                    self.refused.emit(refusal)

        def fail(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            if not isinstance(error, StorageError):  # it could only not be read now
                tell(error)

        worker = self._looker = Worker(work)
        worker.succeeded.connect(tell)
        worker.failed.connect(fail)
        worker.start()

    def _read(self, project: Project) -> None:
        project.file.check_place()
        project.refresh()

    def _attempt(self, what: str, project: Project, act: Callable[[Project], object]) -> None:
        try:
            act(project)
        except UserError as refusal:
            if not isinstance(refusal, StorageError):
                project.file.stop_writing(refusal)
            known = str(refusal) in self._reported.values()
            self._reported[what] = str(refusal)
            if not known:
                self.refused.emit(refusal)
        else:
            self._reported.pop(what, None)

    def _can_go_on(self, project: Project) -> bool:
        if project.annotator is None:
            return True
        try:
            project.file.check_now()
        except UserError:
            return False
        return True

    def _tell(self, changes: Changes) -> None:
        self._fault = False  # something was written
        if not self._folding.isActive():
            self._unfolded.start()
        if self._unfolded.elapsed() < LONGEST_MILLISECONDS - PAUSE_MILLISECONDS:
            self._folding.start()
        self.changed.emit(changes)
