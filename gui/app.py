"""Starts the window: the application, its fonts and language, the project to open, and what to do about bugs.

A project that is named is opened. Without one, whoever has never worked here gets their copy of the sample, and the
first steps beside it; later the project that was opened last comes back. Where that one cannot be opened, or all have
been taken off the list, the window shows its start screen, with the sentence that says why.
"""

import logging
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from gui.background.worker import share_heaps
from gui.dialogs.error import report_bug
from gui.i18n.translation import Translation
from gui.main_window import MainWindow
from gui.session.session import Session
from gui.settings import Settings, data_folder
from gui.start.sample import FILE_NAME, sample_project
from gui.style.fonts import load_bundled_fonts
from gui.window.idle_gc import IdleCollection
from gui.windows import Windows
from model.errors import UserError
from model.version import VERSION

logger = logging.getLogger("qarar")


def missing_display(platform: str, environment: Mapping[str, str]) -> str:
    """One sentence where there is no screen to show a window on (Qt would abort without one); else nothing."""
    if not platform.startswith("linux"):
        return ""
    if any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        return ""
    return (
        "Qarar has no screen to open its window on: neither DISPLAY nor WAYLAND_DISPLAY is set "
        "(its commands work without one; see --help)."
    )


def run(arguments: list[str]) -> int:
    """Open the window on the project that is named, else as the module says; gives the exit status."""
    missing = missing_display(sys.platform, os.environ)
    if missing:
        sys.stderr.write(missing + "\n")
        return 1
    share_heaps()
    application = QApplication([sys.argv[0]])
    started = Application(application, data_folder())
    sys.excepthook = started.handle_bug
    QTimer.singleShot(0, lambda: started.begin(Path(arguments[0]) if arguments else None))
    return application.exec()


class Application:
    """The windows, the settings, and the log of what went wrong."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._folder = folder
        self._handling = False
        application.setApplicationName("qarar")
        application.setApplicationDisplayName("")
        application.setApplicationVersion(VERSION)
        application.setStyle("Fusion")
        load_bundled_fonts()
        self.log = folder / "qarar.log"
        self._handler = _LogFile(self.log)
        logger.addHandler(self._handler)
        self.settings = Settings()
        self.translation = Translation(application)
        self.windows = Windows(self.settings, self.translation)
        self.windows.sample_requested.connect(self._open_sample)
        self.windows.add().show()
        self.collection = IdleCollection()

    @property
    def window(self) -> MainWindow:
        """The window that is worked in."""
        return self.windows.current

    @property
    def session(self) -> Session:
        """Its session."""
        return self.window.session

    def begin(self, path: Path | None) -> None:
        """Open what is to be opened when the process starts, and show the first steps to who has not seen them."""
        self.open(path)
        if not self.settings.first_steps_seen:
            self.window.first_steps.begin()

    def open(self, path: Path | None) -> None:
        """Open a project; without a path the one opened last, or the first time the user's copy of the sample."""
        window = self.window
        if path is not None:
            window.files.open(path)
        elif self.settings.recent:
            window.files.open(self.settings.recent[0], window.welcome.tell)
        elif not (self._folder / FILE_NAME).exists():
            self._open_sample(window)
        window.focus_text()

    def _open_sample(self, window: MainWindow) -> None:
        try:
            path = sample_project(self._folder, self.settings.annotator or _login_name())
        except UserError as refusal:
            window.files.show_error(FILE_NAME, refusal)
            return
        window.files.open(path)
        window.focus_text()

    def handle_bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write down what nobody expected, and show it once: bugs must not go by unseen, nor bury the window."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(
            error, UserError
        ):  # a fault of the file, found while reading: no bug, and there is a sentence for it
            self.session.refuse(error)
            return
        logger.critical("unexpected", exc_info=(kind, error, trace))
        sys.__excepthook__(kind, error, trace)
        if self._handling:
            return
        self._handling = True
        try:
            self.show_bug(self.window, kind, error, trace)
        finally:
            self._handling = False

    def show_bug(
        self, parent: QWidget, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """The box; a test puts another in its place."""
        opened = [project for window in self.windows if (project := window.session.project) is not None]
        kept = bool(opened) and all(project.file.holds_newest() for project in opened)
        report_bug(parent, kind, error, trace, str(self.log), kept=kept)

    def close(self) -> None:
        """Close windows, projects and log."""
        self.windows.close_all()
        self.settings.write()
        self.collection.stop()
        self.translation.leave()
        logger.removeHandler(self._handler)
        self._handler.close()


class _LogFile(logging.Handler):
    """Writes to the log. What does so is made, and loaded, for the first record: mostly there is none."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            self._file = RotatingFileHandler(self._path, maxBytes=1_000_000, backupCount=1, encoding="utf-8")
            self._file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        self._file.emit(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def _login_name() -> str:
    import getpass  # with it comes the terminal's module, for a name that is asked for once

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "Qarar"
