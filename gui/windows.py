"""The windows of this process. Several may have one project open: what is done in one is seen in all at once.

Each window has its own session and its own connection to the file, as another process would; they hear of each other's
commits here, not when the file is next looked at. A project that is opened a second time is simply shown by a second
window: ``Open…`` takes the place of what the window showed, whatever others show.
"""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from gui.i18n.translation import Translation
from gui.main_window import MainWindow
from gui.project_io.automatic_backups import AutomaticBackups
from gui.project_io.project_files import PATIENCE
from gui.session.online_learning import OnlineLearning
from gui.session.segmentation_service import SegmentationService
from gui.session.session import Session
from gui.settings import Settings
from model.errors import UserError


class Windows(QObject):
    """Makes windows, keeps them in step, and closes them. The last one is kept: the process ends with it.

    ``sample_requested``: this window is to show the user's copy of the sample.
    """

    sample_requested = Signal(MainWindow)

    def __init__(self, settings: Settings, translation: Translation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._translation = translation
        self._language = settings.language
        self._windows: list[MainWindow] = []
        self._files: dict[MainWindow, Path] = {}  # what each has open, as the system calls it
        translation.use(self._language)
        settings.changed.connect(self._follow_settings)

    def __iter__(self) -> Iterator[MainWindow]:
        return iter(tuple(self._windows))

    def __len__(self) -> int:
        return len(self._windows)

    @property
    def current(self) -> MainWindow:
        """The window that the keys go to, else the newest."""
        widget: QWidget | None = QApplication.activeWindow()
        while widget is not None and widget not in self._windows:
            widget = widget.parentWidget()
        return widget if isinstance(widget, MainWindow) else self._windows[-1]

    def add(self) -> MainWindow:
        """A window without a project, not shown yet."""
        segmenting = SegmentationService()
        session = Session(segmenting=segmenting)
        OnlineLearning(session, segmenting)
        session.set_language(self._language)
        window = MainWindow(session, self._settings)
        AutomaticBackups(session, self._settings, window)
        window.state.is_first = lambda: self._is_first(window)
        session.hindrance = lambda: self._hindrance(window)
        session.changes.connect(lambda _: self._tell(window))
        session.project_changed.connect(lambda: self._note_file(window))
        session.language_changed.connect(self._speak)
        window.new_window_requested.connect(lambda: self.open_beside(window))
        window.welcome.start.sample_requested.connect(lambda: self.sample_requested.emit(window))
        window.quit_requested.connect(self.close_all)
        window.closed.connect(lambda: self._forget(window))
        self._windows.append(window)
        return window

    def open_beside(self, other: MainWindow) -> MainWindow:
        """Another window on the project of this one, at the same document, so that two can be read side by side."""
        window = self.add()
        window.state.stand_beside(other.state)
        window.show()
        project, document = other.session.project, other.session.document
        if project is not None and window.files.open(project.path):
            window.session.set_document(document)
            window.view.set_selection(*other.view.selection())
        window.activateWindow()
        window.focus_text()
        return window

    def close_all(self) -> bool:
        """Close all windows, the newest first; says whether all are closed. One that is at work stops that."""
        at_work = next((window for window in self if window.state.at_work()), None)
        if at_work is not None:
            at_work.raise_()
            at_work.activateWindow()
            return False
        for window in reversed(tuple(self)):
            window.close()
        return True

    def _forget(self, window: MainWindow) -> None:
        self._files.pop(window, None)
        if len(self._windows) > 1:
            self._windows.remove(window)
            window.deleteLater()
            window.session.deleteLater()  # what is connected to it holds the window, and would hold both for ever

    # Keeping them in step

    def _note_file(self, window: MainWindow) -> None:
        project = window.session.project
        if project is None:
            self._files.pop(window, None)
        else:
            self._files[window] = project.path.resolve()

    def _beside(self, window: MainWindow) -> list[MainWindow]:
        """The other windows on the same file."""
        file = self._files.get(window)
        return [] if file is None else [each for each, other in self._files.items() if other == file != each != window]

    def _tell(self, window: MainWindow) -> None:
        """Something was written, here or by another process: have the others look once this act is through."""
        for other in self._beside(window):
            QTimer.singleShot(0, other.session, other.session.refresh)

    def _is_first(self, window: MainWindow) -> bool:
        before = self._windows[: self._windows.index(window)]
        return all(other.state.project != window.state.project for other in before)

    def _hindrance(self, window: MainWindow) -> str:
        """Why nothing can be written just now; waiting for it would only make the window stand still."""
        if any(other.session.writing_beside for other in self._beside(window)):
            return self.tr("Another window is at work on this project; it can be written to again when that is done.")
        return ""

    def _speak(self, language: str) -> None:
        if language != self._language:
            self._language = language
            for window in self:
                window.session.set_language(language)
            self._translation.use(language)

    def _follow_settings(self, setting: str) -> None:
        if setting == "keys":
            for window in self:
                window.keymap.reload()
        elif setting == "annotator":
            QTimer.singleShot(0, self, self._sign)  # the window that asked goes on under the new name by itself

    def _sign(self) -> None:
        """Somebody else has sat down: whatever is written from now on is signed with that name, in all windows."""
        name = self._settings.annotator
        for window in self:
            project = window.session.project
            if project is None or project.annotator is None or project.annotator.name == name:
                continue
            try:
                window.session.replace_project(project.open_again(name or None, patience=PATIENCE))
            except UserError as refusal:
                window.session.refuse(refusal)
