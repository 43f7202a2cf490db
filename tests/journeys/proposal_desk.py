"""The window on two short documents for which a made segmenter proposes clauses, and shorthands for its keys."""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Qt

from gui.session.segmentation_service import SegmentationService
from model.annotation import documents
from model.project import Project
from model.segmentation.values import ProposedClause
from tests.gui.conftest import RESOLUTION, Desk
from tests.open_window import open_window

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
OTHER = "قرار آخر، وإذ تشير إلى غيره، 1 - تقرر شيئا."
# Text, label, chance, and leading phrase of what is proposed for the first document; the recitals are cut wrongly.
CLAUSES = (
    ("قرار اتخذته الجمعية العامة في 20 كانون الأول/ديسمبر 2004", "adoption", 0.99, ""),
    ("إن الجمعية العامة،", "enacting", 0.99, ""),
    ("إذ تعيد تأكيد", "preambular", 0.6, ""),
    ("التزامها،", "preambular", 0.6, ""),
    ("وإذ تشير إلى قراراتها السابقة،", "preambular", 0.97, "وإذ تشير"),
    ("1 - تطلب إلى الأمين العام: (أ) أن يعد تقريرا، (ب) أن ينشره؛", "operative", 0.98, "تطلب"),
    ("(أ) أن يعد تقريرا،", "subclause", 0.99, ""),
    ("(ب) أن ينشره؛", "subclause", 0.7, ""),
    ("2 - تقرر أن تواصل النظر في المسألة.", "operative", 0.96, "تقرر"),
)
OTHERS = (
    ("قرار آخر،", "title", 0.9, ""),
    ("وإذ تشير إلى غيره،", "preambular", 0.9, ""),
    ("1 - تقرر شيئا.", "operative", 0.9, ""),
)


class Made:
    """Proposes what it was given for a text."""

    version = "made"
    is_prompt = True

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.of_text: dict[str, tuple[tuple[str, str, float, str], ...]] = {RESOLUTION: CLAUSES, OTHER: OTHERS}

    def segment(self, text: str, _: object = None) -> Sequence[ProposedClause]:
        self.asked.append(text)
        found = []
        for quote, label, chance, lead in self.of_text.get(text, ()):
            start = text.index(quote)
            begin = text.index(lead, start) if lead else 0
            limits = (begin, begin + len(lead)) if lead else None
            number = {"1": "1", "2": "2", "(": quote[1]}.get(quote[0])
            depth = int(label == "subclause")
            found.append(ProposedClause(start, start + len(quote), label, number, depth, limits, False, chance))
        return found

    def prepare(self) -> None:
        """There is nothing to prepare."""

    def learn(self, document: str, text: str, recitals: Sequence[tuple[int, int]]) -> bool:
        return False

    def forget(self, document: str) -> bool:
        return False


@contextlib.contextmanager
def proposal_desk(folder: Path, made: Made, *, wait: bool = True) -> Iterator[Desk]:
    """The window at the first document, its proposals shown; unless ``wait``, they have yet to come."""
    project = Project.create(folder / "desk.qarar", "Sara")
    with project.operation("import") as writing:
        first = documents.add(writing, "A_RES_59_187", RESOLUTION)
        second = documents.add(writing, "A_RES_60_1", OTHER)
    segmenting = SegmentationService(lambda: made)
    if wait:
        segmenting.load()
    with open_window("Sara", segmenting) as window:
        window.session.set_project(project)
        window.session.set_document(first)
        window.focus_text()
        yield Desk(window, project, first, second)


def press(desk: Desk, *keys: str) -> None:
    """Keys by the names of their commands' first keys."""
    known = {
        "Return": (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, ""),
        "/": (Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier, "/"),
        "?": (Qt.Key.Key_Question, SHIFT, "?"),
        "Del": (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, ""),
        "Shift+Del": (Qt.Key.Key_Delete, SHIFT, ""),
        "Space": (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " "),
        "=": (Qt.Key.Key_Equal, Qt.KeyboardModifier.NoModifier, "="),
        ".": (Qt.Key.Key_Period, Qt.KeyboardModifier.NoModifier, "."),
    }
    for key in keys:
        desk.press(*known[key]) if key in known else desk.type(key)


def act(desk: Desk, command: str) -> None:
    desk.window.actions_[command].trigger()


def steps(desk: Desk) -> list[str]:
    return [record.name for record in desk.project.history(50)]


def proposed(desk: Desk) -> list[tuple[str, str]]:
    """Label and text of every clause that is shown as a proposal, be it a row or not."""
    return [
        (span.label, desk.quote(span)) for span in desk.shown() if span.status == "suggested" and span.layer == "clause"
    ]


def confirmed(desk: Desk) -> list[tuple[str, str]]:
    return [(span.label, desk.quote(span)) for span in desk.spans() if span.status == "confirmed"]


PROPOSED = [(label, quote) for quote, label, _, _ in CLAUSES]
