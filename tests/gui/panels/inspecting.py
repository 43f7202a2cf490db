"""What the tests of the inspector share: it in a window of its own, marks to look at, keys to type with."""

import json

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from gui.panels.inspector.fields import ChoiceField
from gui.panels.inspector.panel import InspectorPanel
from model.annotation import spans
from model.annotation.values import Span
from tests.gui.panels.conftest import TEXT
from tests.gui.tabbing import ReadWindow

FEATURES = [
    {"name": "speaker", "kind": "text", "names": {"en": "Speaker", "ar": "المتكلم"}, "choices": []},
    {"name": "weight", "kind": "number", "names": {"en": "Weight"}, "choices": []},
    {"name": "mood", "kind": "choice", "names": {"en": "Mood"}, "choices": ["calm", "urgent"]},
    {"name": "annex", "kind": "yes-no", "names": {"en": "In an annex", "ar": "في مرفق"}, "choices": []},
]
RECITAL = "إذ تعيد تأكيد حقوق الإنسان،"


def open_window(qtbot, desk) -> QMainWindow:
    """A window that holds the inspector: the focus goes from field to field as it does at the desk."""
    desk.session.set_language("en")
    with desk.project.operation("change scheme") as writing:
        writing.update("label", "preambular", features=json.dumps(FEATURES))
        writing.update("label", "closing", top=0)
    window = ReadWindow()
    panel = InspectorPanel(desk.session, window)
    window.setCentralWidget(panel)
    qtbot.addWidget(window)
    window.resize(280, 700)
    with qtbot.waitActive(window):
        window.show()
    return window


def mark(desk, quote: str, label: str = "preambular", **given) -> str:
    """Mark the first place where the text has these words; gives the span's id."""
    start = TEXT.index(quote)
    with desk.project.operation("mark clause") as writing:
        return spans.mark(writing, desk.document, label, start, start + len(quote), **given).id


def span_of(desk, span_id: str) -> Span:
    """The span as the project has it."""
    span = desk.project.span(span_id)
    assert span is not None
    return span


def operations_of(desk) -> list[str]:
    """The names of all operations, newest first."""
    return [step.record.name for step in desk.project.steps(100)]


def type_into(widget: QWidget, text: str) -> None:
    """Keys as a keyboard sends them, Arabic ones too."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def choose(combo: ChoiceField, words: str) -> None:
    """Pick a row from the list, as a click does."""
    row = combo.findText(words)
    combo.setCurrentIndex(row)
    combo.activated.emit(row)
