"""Where a window and its panels are: kept for each project, and taken again when the project is opened."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QObject, QRect, QSize
from PySide6.QtWidgets import QMainWindow

from gui.background.progress import ProgressDialog
from gui.session.session import Session
from gui.settings import Settings
from gui.window.docks import Docks

STEP = 32  # logical pixels between a window and the next one over it


class WindowState(QObject):
    """The place, size and panels of one window.

    A window takes the place that its first project had; whoever opens another one in it wants it to stay where it is,
    and only the panels go to their places for that project. A project that was never seen leaves all as it is, which
    in a new window is as the last one was left.

    ``is_first`` says whether no other window with the same project was there before: of several windows only the first
    keeps its place, else the second would lie over the first the next time.
    """

    def __init__(self, window: QMainWindow, docks: Docks, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self.is_first: Callable[[], bool] = lambda: True
        self._window = window
        self._docks = docks
        self._session = session
        self._settings = settings
        self._project = ""  # the id of the project that this is the state of
        self._language = session.language
        self._placed = False  # by a project
        self._layouts: dict[str, QByteArray] = {}  # of this window, by the languages that it had
        self._taken = QByteArray()  # what the panels were laid out by at first
        session.project_changed.connect(self._follow_project)
        session.language_changed.connect(self._follow_language)

    @property
    def project(self) -> str:
        """The id of the project that the window keeps its place for; empty where there is none."""
        return self._project

    def restore(self) -> None:
        """Be where the last window was, before any project is open."""
        self._window.resize(QSize(1280, 800).boundedTo(self._window.screen().availableSize()))
        self._window.restoreGeometry(self._settings.geometry)
        self._taken = self.layout()
        self._docks.arrange(self._taken)

    def layout(self) -> QByteArray:
        """Where the panels go in the window's language, as ``QMainWindow.saveState`` gives it."""
        language = self._session.language
        return self._layouts.get(language) or self._settings.layout(language, self._project)

    def stand_beside(self, other: "WindowState") -> None:
        """Be as large as another window, a step away from it, with the panels where it has them now."""
        room = other._window.screen().availableGeometry()
        self._window.setGeometry(cascaded(other._window.normalGeometry(), room))
        self._layouts = {**other._layouts, other._language: other._window.saveState()}
        self._project, self._placed = other._project, True
        self._docks.arrange(self.layout())

    def keep(self) -> None:
        """Keep where the window and its panels are now."""
        if self.is_first():
            self._settings.set_window(
                self._window.saveGeometry(), self._language, self._window.saveState(), self._project
            )

    def at_work(self) -> bool:
        """Whether something is being done that has to end before the window may close."""
        return any(dialog.worker.is_running for dialog in self._window.findChildren(ProgressDialog))

    def _follow_project(self) -> None:
        project = self._session.project
        found = "" if project is None else project.id
        if found == self._project:
            return
        if self._project:
            self.keep()
        self._project = found
        if not found:
            return
        geometry = self._settings.geometry_of(found)
        if not self._placed and not geometry.isEmpty() and geometry != self._settings.geometry:
            self._window.restoreGeometry(geometry)
        self._layouts.clear()
        wanted = self.layout()
        # At the start the panels have mostly been laid out like that a moment ago.
        if self._settings.knows(found) and (self._placed or wanted != self._taken):
            self._docks.arrange(wanted)
        self._placed = True

    def _follow_language(self, language: str) -> None:
        """The panels are still where they were in the language before."""
        left = self._window.saveState()
        self._layouts[self._language] = left
        if self.is_first():
            self._settings.set_layout(self._language, left, self._project)
        self._language = language


def cascaded(before: QRect, room: QRect) -> QRect:
    """The place of a window that is opened over another one: a step further, from the corner again at the edge. One
    that fills all of its room leaves two edges of the other to be seen.
    """
    place = QRect(before)
    place.setSize(before.size().boundedTo(room.size()))
    place.translate(STEP, STEP)
    if place.right() > room.right():
        place.moveLeft(room.left())
    if place.bottom() > room.bottom():
        place.moveTop(room.top())
    place.moveTo(max(place.left(), room.left()), max(place.top(), room.top()))
    same = abs(place.left() - before.left()) < STEP and abs(place.top() - before.top()) < STEP
    return place.adjusted(STEP, STEP, 0, 0) if same else place
