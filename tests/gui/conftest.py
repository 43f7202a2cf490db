"""The window on a project of two short documents."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from gui.main_window import MainWindow
from gui.session.session import Session
from model.annotation import documents
from model.annotation.values import Span, text_order
from model.project import Project
from tests.open_window import open_window

RESOLUTION = (
    "قرار اتخذته الجمعية العامة في 20 كانون الأول/ديسمبر 2004 إن الجمعية العامة، إذ تعيد تأكيد التزامها، "
    "وإذ تشير إلى قراراتها السابقة، 1 - تطلب إلى الأمين العام: (أ) أن يعد تقريرا، (ب) أن ينشره؛ "
    "2 - تقرر أن تواصل النظر في المسألة."
)
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@dataclass
class Desk:
    """What a test works with: the window as an annotator has it, and shorthands for what they do and see."""

    window: MainWindow
    project: Project
    first: str
    second: str

    @property
    def session(self) -> Session:
        return self.window.session

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_MODIFIER, text: str = "", scan: int = 0) -> None:
        """A key goes down and up in the text. With ``scan`` it has a place on the keyboard."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, int(key), modifiers, scan, 0, 0, text)
            QCoreApplication.sendEvent(self.window.view, event)

    def type(self, letters: str) -> None:
        """Keys with Latin letters, one after the other."""
        for letter in letters:
            self.press(Qt.Key(ord(letter)), text=letter.lower())

    def select(self, quote: str) -> None:
        """Select the first place where the text has these words."""
        start = self.session.text.index(quote)
        self.window.view.set_selection(start, start + len(quote))

    def caret(self, quote: str, within: int = 1) -> None:
        """Put the caret so far into the first place where the text has these words."""
        offset = self.session.text.index(quote) + within
        self.window.view.set_selection(offset, offset)

    def selected(self) -> str:
        start, end = self.window.view.selection()
        return self.session.text[start:end]

    def marks(self) -> list[tuple[str, str]]:
        """Label and text of every mark in the project's file."""
        return [(span.label, self.quote(span)) for span in self.spans()]

    def spans(self) -> list[Span]:
        return self.project.spans(self.session.document or self.first)

    def quote(self, span: Span) -> str:
        return self.project.text(span.document)[span.start : span.end]

    def letters(self, document: str) -> list[int]:
        """Where a document has something other than white space."""
        return [offset for offset, letter in enumerate(self.project.text(document)) if not letter.isspace()]

    def shown(self) -> list[Span]:
        """The marks that the text view shows."""
        return sorted(self.window.view.page.spans, key=text_order)

    def message(self) -> str:
        """The sentence over the text; empty where none is shown."""
        return self.window.messages.label.text() if self.window.messages.isVisibleTo(self.window) else ""


@pytest.fixture
def desk(qtbot, tmp_path: Path) -> Iterator[Desk]:
    project = Project.create(tmp_path / "desk.qarar", "Sara")
    with project.operation("import") as writing:
        first = documents.add(writing, "A_RES_59_187", RESOLUTION)
        second = documents.add(writing, "A_RES_60_1", "قرار آخر، وإذ تشير إلى غيره، 1 - تقرر شيئا.")
    with open_window("Sara") as window:
        window.session.set_project(project)
        window.session.set_document(first)
        window.focus_text()
        yield Desk(window, project, first, second)
