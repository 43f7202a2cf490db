"""Starts the window: the application, its fonts and language, the project to open, and what to do about bugs."""

import getpass
import logging
import os
import sys
from collections.abc import Mapping
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from gui.dialogs.error import report_bug
from gui.idle_collection import IdleCollection
from gui.main_window import MainWindow
from gui.sample import FILE_NAME, sample_project
from gui.session import Session
from gui.settings import Settings, data_folder
from gui.text_view.fonts import load_bundled_fonts
from gui.translation import Translation
from model.refusal import Refusal
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
    """Open the window on the project that is named, else on the user's copy of the sample; gives the exit status."""
    missing = missing_display(sys.platform, os.environ)
    if missing:
        sys.stderr.write(missing + "\n")
        return 1
    application = QApplication([sys.argv[0]])
    started = Application(application, data_folder())
    sys.excepthook = started.handle_bug
    QTimer.singleShot(0, lambda: started.open(Path(arguments[0]) if arguments else None))
    return application.exec()


class Application:
    """The one window, its session and settings, and the log of what went wrong."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._folder = folder
        self._handling = False
        application.setApplicationName("qarar")
        application.setApplicationDisplayName("")
        application.setApplicationVersion(VERSION)
        application.setStyle("Fusion")
        load_bundled_fonts()
        self.log = folder / "qarar.log"
        handler = RotatingFileHandler(self.log, maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
        self._handler = handler
        self.settings = Settings()
        self.session = Session()
        self.session.set_language(self.settings.language)
        self.translation = Translation(application)
        self.translation.use(self.session.language)
        self.session.language_changed.connect(self.translation.use)
        self.window = MainWindow(self.session, self.settings)
        self.window.show()
        self.collection = IdleCollection()

    def open(self, path: Path | None) -> None:
        """Open a project, or the user's copy of the sample."""
        if path is None:
            try:
                path = sample_project(self._folder, self.settings.annotator or _login_name())
            except Refusal as refusal:
                self.window.files.show_refusal(FILE_NAME, refusal)
                return
        self.window.files.open(path)
        self.window.focus_text()

    def handle_bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write down what nobody expected, and show it once: bugs must not go by unseen, nor bury the window."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(
            error, Refusal
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
        report_bug(parent, kind, error, trace, str(self.log))

    def close(self) -> None:
        """Close window, project and log."""
        self.window.close()
        self.collection.stop()
        self.translation.leave()
        logger.removeHandler(self._handler)
        self._handler.close()


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "Qarar"
