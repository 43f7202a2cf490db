"""The whole application on a project that something happens to, and what an annotator does before, then and after."""

import contextlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from gui.app import Application
from gui.i18n.error_messages import sentence
from gui.main_window import MainWindow
from gui.session.session import Session
from gui.settings import Settings
from model.annotation import documents
from model.project import Project

DOCUMENTS = 5
STRETCHES = 400  # stretches of a text that can be marked
STRETCH = "وإذ تشير إلى الفقرة رقم {number:03} من قرارها السابق،"
NAME = "A_RES_60_{number}"
WHILE = 2300  # ms: the file is looked at twice in it, and what was written is folded
Mark = tuple[str, int, int]  # name of the document, start, end


def make_project(path: Path) -> None:
    """A project of a few documents, all of whose stretches can be marked."""
    with Project.create(path, "Sara") as project, project.operation("import") as writing:
        for number in range(DOCUMENTS):
            text = " ".join(STRETCH.format(number=each) for each in range(STRETCHES))
            documents.add(writing, NAME.format(number=number), f"{text} {number}")


def marks_in(path: Path) -> set[Mark]:
    """Every mark that a stranger finds in the file, which is sound."""
    with Project.open(path, None) as project:
        assert project.integrity_problems() == []
        return {(each.name, span.start, span.end) for each in project.documents() for span in project.spans(each.id)}


@dataclass
class FaultDesk:
    """``said``: every sentence that the window showed over the text; ``boxes``: those in a box; ``bugs``: what was
    raised and is no refusal; ``acknowledged``: the marks that were seen painted."""

    application: Application
    said: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    bugs: list[BaseException] = field(default_factory=list)
    acknowledged: set[Mark] = field(default_factory=set)
    _next: int = 0

    @property
    def window(self) -> MainWindow:
        return self.application.window

    @property
    def session(self) -> Session:
        return self.application.session

    @property
    def project(self) -> Project:
        assert self.session.project is not None
        return self.session.project

    def begin(self, path: Path, marks: int = 3) -> None:
        """Open a new project, and mark something in it."""
        make_project(path)
        assert self.window.files.open(path)
        assert all(self.mark() for _ in range(marks))
        assert self.new_sentences() == []

    def press(self, key: Qt.Key, text: str = "") -> None:
        """A key goes down and up in the text."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, int(key), Qt.KeyboardModifier.NoModifier, 0, 0, 0, text)
            QCoreApplication.sendEvent(self.window.view, event)

    def mark(self) -> bool:
        """Mark the next stretch of the document shown by its key; says whether it was acknowledged: is painted."""
        words = STRETCH.format(number=self._next)
        self._next += 1
        start = self.session.text.index(words)
        self.window.view.set_selection(start, start + len(words))
        self.press(Qt.Key.Key_P, "p")
        limits = (start, start + len(words))
        if not any((span.start, span.end) == limits for span in self.window.view.page.spans):
            return False
        self.acknowledged.add((self.name(), *limits))
        return True

    def name(self) -> str:
        """The name of the document shown, as the list has it."""
        summary = self.window.documents.model.summary(self.session.document)
        assert summary is not None
        return summary.name

    def steps(self) -> int:
        """How many steps the history panel lists."""
        self.window.steps.catch_up()
        return self.window.steps.model.rowCount()

    def new_sentences(self) -> list[str]:
        """What was said, over the text or in a box, since the last time."""
        found = self.said + self.boxes
        self.said.clear()
        self.boxes.clear()
        return found

    def shown(self) -> str:
        """The sentence that stands over the text now."""
        bar = self.window.messages
        return bar.label.text() if bar.isVisibleTo(self.window) else ""

    def show_row(self, row: int) -> bool:
        """Go to a document by its row in the list; says whether its text is shown then."""
        document = self.window.documents.model.document_at(row)
        self.session.set_document(document)
        return self.session.document == document and self.session.text.endswith(f" {row}")

    def read_on(self) -> None:
        """What an annotator does who only reads: go to every document, scroll, search the list, look at history. All
        of it works, without a word, and the marks are those that were acknowledged.
        """
        window, before = self.window, self.session.document
        model = window.documents.model
        for row in range(DOCUMENTS):
            assert self.show_row(row)
            bar = window.view.verticalScrollBar()
            for value in (bar.maximum(), bar.minimum()):
                bar.setValue(value)
                assert not window.view.viewport().grab().isNull()
        window.documents.filter.setText("60_3")
        assert model.rowCount() == 1
        window.documents.filter.clear()
        assert model.rowCount() == DOCUMENTS
        # One step each, and the import.
        assert self.steps() == len(self.acknowledged) + 1
        self.session.set_document(before)
        painted = {(self.name(), span.start, span.end) for span in window.view.page.spans}
        assert painted == {mark for mark in self.acknowledged if mark[0] == self.name()}
        assert self.new_sentences() == []


@contextlib.contextmanager
def fault_desk(folder: Path, language: str = "en") -> Iterator[FaultDesk]:
    """The application as it is started, with no project open, but for its boxes: what they would say is collected."""
    instance = QApplication.instance()
    assert isinstance(instance, QApplication)
    settings = Settings()
    settings.annotator = "Sara"
    settings.language = language
    folder.mkdir(exist_ok=True)
    desk = FaultDesk(Application(instance, folder))
    application, session = desk.application, desk.session
    session.message.connect(lambda words: desk.said.append(words) if words else None)
    files = desk.window.files
    files.show_error = lambda title, refusal: desk.boxes.append(sentence(refusal, session.language))
    files.show_report = lambda report: None
    application.show_bug = lambda parent, kind, error, trace: desk.bugs.append(error)
    hook, sys.excepthook = sys.excepthook, application.handle_bug
    try:
        yield desk
        assert desk.bugs == []
    finally:
        application.close()
        instance.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # for whoever uses it next
        sys.excepthook = hook
        desk.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
