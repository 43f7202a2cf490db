"""Files that are dragged onto a window: resolutions are imported, a vocabulary is brought in, a project is opened; a
sign says which it will be.

Drags are taken where the system hands them to the window, before any part of it sees them: a line of text would take
the names of the files for text.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from gui.i18n.error_messages import isolated, sentence
from gui.i18n.numbers import numbered
from gui.session.session import Session
from gui.style.theme import mix
from gui.widgets.wrapped_label import WrappedLabel
from model.errors import UserError
from model.project import SUFFIX

SUFFIXES = (".txt", ".json", ".docx", ".xml")  # of files that hold documents
MARGIN, EDGE = 12, 3  # logical pixels about the sign over the window, and of its frame
COPY = Qt.DropAction.CopyAction


@dataclass(frozen=True, slots=True)
class Dropped:
    """What is done with what is dropped. ``words`` say it; where it is refused, why. Nothing else is set then."""

    words: str
    project: Path | None = None
    sources: tuple[Path, ...] = ()
    vocabulary: Path | None = None

    @property
    def taken(self) -> bool:
        """Whether anything is done with it."""
        return self.project is not None or self.vocabulary is not None or bool(self.sources)


class FileDrop(QObject):
    """Takes files for one window, shows a sign over ``covered`` meanwhile, and calls ``open_project`` or
    ``bring_in`` once the drag is over: the program that the files come from waits for its end. ``vocabulary_wanted``,
    then too: a vocabulary is to be brought in from a file (Path).
    """

    vocabulary_wanted = Signal(Path)

    def __init__(
        self,
        session: Session,
        covered: QWidget,
        open_project: Callable[[Path], object],
        bring_in: Callable[[Sequence[Path]], object],
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._open = open_project
        self._bring_in = bring_in
        self._watched: QObject | None = None
        self.sign = DropOverlay(covered)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            # The system's window is there when this one is shown, and may be another one later.
            if event.type() == QEvent.Type.Show:
                self._on_progress()
            return False
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self.sign.hide()
            return False
        if not isinstance(event, QDragMoveEvent | QDropEvent) or not event.mimeData().hasUrls():
            return False
        if kind == QEvent.Type.Drop:
            self._drop(event)
        elif kind == QEvent.Type.DragEnter:
            self._enter(event)
        else:
            self._answer(event, self.sign.taken)
        return True

    def _on_progress(self) -> None:
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._watched:
            self._watched = handle
            handle.installEventFilter(self)

    def _enter(self, event: QDropEvent) -> None:
        if QApplication.activeModalWidget() is not None:  # something else is to be answered first
            event.ignore()
            return
        found = self.found(event.mimeData())
        self.sign.show_words(found.words, taken=found.taken)
        self._answer(event, self.sign.taken)

    def _drop(self, event: QDropEvent) -> None:
        self.sign.hide()
        found = self.found(event.mimeData())
        self._answer(event, found.taken)
        if not found.taken:
            self._session.message.emit(found.words)
        else:
            QTimer.singleShot(0, self, lambda: self._take(found))

    @staticmethod
    def _answer(event: QDropEvent, taken: bool) -> None:
        if taken:
            event.setDropAction(COPY)  # never a move: the files stay where they are
            event.accept()
        else:
            event.ignore()

    def _take(self, found: Dropped) -> None:
        self._window.activateWindow()
        if found.project is not None:
            self._open(found.project)
        elif found.vocabulary is not None:
            self.vocabulary_wanted.emit(found.vocabulary)
        else:
            self._bring_in(found.sources)

    def found(self, data: QMimeData) -> Dropped:
        """What is to be done with files."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        projects = [path for path in paths if path.suffix.lower() == SUFFIX]
        if len(projects) == 1 == len(paths):
            words = self.tr("Open the project {name}").format(name=isolated(projects[0].name))
            return Dropped(words, project=projects[0])
        if projects:
            return Dropped(self.tr("Drop one project at a time, and nothing beside it."))
        vocabularies = _vocabularies(paths)
        if len(vocabularies) == 1 == len(paths):
            words = self.tr("Import the vocabulary {name}").format(name=isolated(vocabularies[0].name))
            return self._refused() or Dropped(words, vocabulary=vocabularies[0])
        if vocabularies:
            return Dropped(self.tr("Drop one vocabulary at a time, and nothing beside it."))
        sources = tuple(path for path in paths if path.suffix.lower() in SUFFIXES or path.is_dir())
        if not sources:
            words = self.tr(
                "Only files with documents ({kinds}), folders of them, vocabularies ({vocabularies}) and projects can "
                "be dropped here."
            )
            return Dropped(words.format(kinds=_listed(SUFFIXES), vocabularies=_listed(_vocabulary_suffixes())))
        refused = self._refused()
        if refused is not None:
            return refused
        if len(sources) == 1:
            words = self.tr("Import {name}").format(name=isolated(sources[0].name))
        else:
            words = numbered(self.tr("Import %n file(s)", "", len(sources)), len(sources))
        return Dropped(words, sources=sources)

    def _refused(self) -> Dropped | None:
        """Why nothing can come into the project now."""
        project = self._session.project
        if project is None:
            return Dropped(self.tr("Open a project first; then drop what it is to get."))
        if project.annotator is None:
            refusal = UserError("{path}: open for reading only.", path=project.path)
            return Dropped(sentence(refusal, self._session.language))
        return None


def _vocabularies(paths: Sequence[Path]) -> list[Path]:
    """Those of some files that are vocabularies. One that XML may hold is looked into only where it comes alone: of
    many, each would be opened while the drag waits.
    """
    others = SUFFIXES if len(paths) > 1 else tuple(suffix for suffix in SUFFIXES if suffix != ".xml")
    unclear = [path for path in paths if path.suffix and path.suffix.lower() not in others]
    if not unclear:
        return []
    # Slow to import, and needed by nobody who drops documents.
    from model.formats.thesaurus_file import is_obvious

    return [path for path in unclear if is_obvious(path) and not path.is_dir()]


def _vocabulary_suffixes() -> Sequence[str]:
    from model.formats.thesaurus_file import OBVIOUS

    return OBVIOUS


def _listed(suffixes: Sequence[str]) -> str:
    return isolated(" ".join(f"*{suffix}" for suffix in suffixes))


class DropOverlay(QWidget):
    """Lies over ``covered`` while files are dragged over the window, and says what will be done with them."""

    def __init__(self, covered: QWidget) -> None:
        super().__init__(covered)
        self._covered = covered
        self.taken = False
        self.label = WrappedLabel("", self)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        font = self.label.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        self.label.setFont(font)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        covered.installEventFilter(self)
        self.hide()

    def show_words(self, words: str, *, taken: bool) -> None:
        """Lie over what is covered, with these words; ``taken``: the files are welcome."""
        self.taken = taken
        self.label.setText(words)
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        self.setGeometry(self._covered.rect())
        self.label.setGeometry(self._box().adjusted(20, 0, -20, 0))

    def _box(self) -> QRect:
        return self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        ground = palette.color(QPalette.ColorRole.Base)
        role = QPalette.ColorRole.Highlight if self.taken else QPalette.ColorRole.Text
        colour = palette.color(role)
        veil = QColor(mix(ground, colour, 0.12))
        veil.setAlphaF(0.93)
        painter.fillRect(self.rect(), veil)
        line = Qt.PenStyle.DashLine if self.taken else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour if self.taken else mix(ground, colour, 0.4), EDGE, line))
        painter.drawRoundedRect(self._box(), 8, 8)
