"""Backups of the open project, made by themselves beside the work: nobody waits for them, and nobody is asked."""

import time
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer

from gui.background.latest_job import LatestJob
from gui.i18n.error_messages import sentence
from gui.session.session import Session
from gui.settings import Settings
from model.errors import UserError
from model.progress import ProgressCallback
from model.project import Project

EVERY = timedelta(hours=1)
LOOK = 60_000  # milliseconds between two looks at whether there is something to back up, and before the first
AGAIN = 600.0  # seconds after one that could not be made
REST = 0.05  # seconds, at each step of copying

_at_work: set[str] = set()  # ids of projects; several windows may have one open


def _unhurried(on_progress: ProgressCallback) -> ProgressCallback:
    """A watcher that rests at each step of copying: what is written meanwhile has to reach the same disk."""

    def watching(done: int, total: int) -> None:
        on_progress(done, total)
        time.sleep(REST)

    return watching


class AutomaticBackups(QObject):
    """Of the project of one session. What keeps a backup from being made is said once, until one could be made."""

    def __init__(self, session: Session, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._job = LatestJob(self)
        self._seen = -1  # how far the history went that the last look was at
        self._not_before = 0.0
        self._said = ""
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self.look)
        session.project_changed.connect(self._follow_project)
        settings.changed.connect(self._follow_settings)

    @property
    def is_working(self) -> bool:
        """Whether a backup is being made, or whether one is due is being found out."""
        return self._job.is_running

    def look(self) -> None:
        """Begin with a backup where one may be due; whether it is, the worker finds out."""
        project = self._session.project
        if project is None or self.is_working or not self._settings.backups_made:
            return
        if self._session.writing_beside or not project.file.is_sound or project.id in _at_work:
            return
        if time.monotonic() < self._not_before or project.read_up_to == self._seen:
            return
        self._start(project)

    def _start(self, project: Project) -> None:
        seen, folder, kept = project.read_up_to, self._settings.backup_folder, self._settings.backups_kept

        def work(on_progress: ProgressCallback) -> tuple[bool, list[UserError]]:
            # Loaded here, so that no start is longer for it.
            from model.backups.backup_folder import BackupFolder
            from model.backups.check_process import check_beside
            from model.backups.making import is_backed_up, keep_up

            try:
                with project.open_again(None) as own:
                    backups, slowly = BackupFolder(folder, own.id), _unhurried(on_progress)
                    made = keep_up(own, backups, EVERY, kept, check=check_beside, on_progress=slowly)
                    problems = [] if made is None else list(made.problems)
                    return made is not None or is_backed_up(own, backups), problems
            finally:
                _at_work.discard(project.id)

        _at_work.add(project.id)
        self._job.start(work, lambda result: self._end(seen, result), self._fail)

    def _end(self, seen: int, result: tuple[bool, list[UserError]]) -> None:
        backed_up, problems = result
        project = self._session.project
        if backed_up and project is not None:
            self._seen = seen
            self._settings.set_project_file(project.id, project.path.resolve())
        if problems:
            self._say(problems[0])
        elif backed_up:
            self._said = ""

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            return
        self._not_before = time.monotonic() + AGAIN
        project = self._session.project
        # What is wrong with the project's file itself, the session finds and says.
        if project is None or error.values.get("path") != project.path:
            self._say(error)

    def _say(self, refusal: UserError) -> None:
        project = self._session.project
        words = sentence(refusal, self._session.language, None if project is None else project.scheme)
        if words != self._said:
            self._said = words
            self._session.say(self.tr("No sound backup could be made: {problem}").format(problem=words))

    def _follow_project(self) -> None:
        """Another project, or none: what is under way for the one before is given up."""
        self._job.cancel()
        self._seen, self._not_before, self._said = -1, 0.0, ""
        if self._session.project is None:
            self._timer.stop()
        else:
            self._timer.start()

    def _follow_settings(self, setting: str) -> None:
        if setting == "backup_folder":
            self._seen, self._not_before, self._said = -1, 0.0, ""
