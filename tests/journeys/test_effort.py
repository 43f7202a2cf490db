"""The keys that ``main.py effort`` counts do in the window what they are counted for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from gui.main_window import MainWindow
from gui.session.segmentation_service import SegmentationService
from gui.settings import UNSURE_BELOW
from model.annotation import documents
from model.effort import counting as effort
from model.effort.by_hand import marking
from model.effort.correction import corrections
from model.project import Project
from model.segmentation.values import ProposedClause
from model.text.leading import leading_phrase
from tests.bench.bench_effort import differences, press
from tests.open_window import open_window

TEXT = (
    "إن الجمعية العامة، إذ تشير إلى أهمية المكتبات، والكتب، وإذ تلاحظ حاجتها، وفقرها، وإذ تضع في اعتبارها القرى، "
    "1 - تطلب إلى الدول: (أ) فتح المكتبات؛ (ب) دعمها؛ 2 - تقرر مواصلة النظر؛ 3 - تشجع القراءة."
)


def clause(quote: str, label: str, confidence: float = 0.99, **more) -> ProposedClause:
    start = TEXT.index(quote)
    lead = leading_phrase(TEXT, start, start + len(quote)) if label in ("preambular", "operative") else None
    return ProposedClause(start, start + len(quote), label, lead=lead, confidence=confidence, **more)


FORMULA = clause("إن الجمعية العامة،", "enacting")
FIRST = clause("إذ تشير إلى أهمية المكتبات، والكتب،", "preambular")
SECOND = clause("وإذ تلاحظ حاجتها، وفقرها،", "preambular")
THIRD = clause("وإذ تضع في اعتبارها القرى،", "preambular")
ONE = clause("1 - تطلب إلى الدول: (أ) فتح المكتبات؛ (ب) دعمها؛", "operative", number="1")
ITEM = clause("(أ) فتح المكتبات؛", "subclause", number="أ", depth=1)
OTHER_ITEM = clause("(ب) دعمها؛", "subclause", number="ب", depth=1)
TWO = clause("2 - تقرر مواصلة النظر؛", "operative", number="2")
THREE = clause("3 - تشجع القراءة.", "operative", number="3")
GOLD = (FORMULA, FIRST, SECOND, THIRD, ONE, ITEM, OTHER_ITEM, TWO, THREE)
ALL_JOINED = clause(
    "إذ تشير إلى أهمية المكتبات، والكتب، وإذ تلاحظ حاجتها، وفقرها، وإذ تضع في اعتبارها القرى،", "preambular"
)
JOINED = clause("إذ تشير إلى أهمية المكتبات، والكتب، وإذ تلاحظ حاجتها، وفقرها،", "preambular", 0.6)
HALF = clause("إذ تشير إلى أهمية المكتبات،", "preambular", 0.7)
OTHER_HALF = clause("والكتب،", "preambular", 0.7)
REST = clause("والكتب، وإذ تلاحظ حاجتها، وفقرها،", "preambular", 0.7)
TOO_LONG = clause("إذ تشير إلى أهمية المكتبات، والكتب، وإذ تلاحظ حاجتها،", "preambular", 0.7)
TOO_SHORT = clause("وفقرها،", "preambular", 0.7)
SLIPS: dict[str, tuple[Sequence[ProposedClause], Sequence[ProposedClause]]] = {
    "all right": ((), ()),
    "two joined": ((FIRST, SECOND), (JOINED,)),
    "three joined": ((FIRST, SECOND, THIRD), (ALL_JOINED,)),
    "one cut": ((FIRST,), (HALF, OTHER_HALF)),
    "the limit too early": ((FIRST, SECOND), (HALF, REST)),
    "the limit too late": ((FIRST, SECOND), (TOO_LONG, TOO_SHORT)),
    "cut and joined": ((FIRST, SECOND, THIRD), (HALF, replace(clause(
        "والكتب، وإذ تلاحظ حاجتها، وفقرها، وإذ تضع في اعتبارها القرى،", "preambular", 0.5)),)),
    "another label": ((TWO,), (replace(TWO, label="closing"),)),
    "a recital missing": ((SECOND,), ()),
    "an item missing": ((OTHER_ITEM,), ()),
    "something extra": ((), (clause("فتح المكتبات؛", "subclause", 0.4, depth=2),)),
    "a heading in the way": ((FIRST,), (HALF, clause("والكتب،", "heading", 0.1))),
    "the last too short": ((THREE,), (clause("3 - تشجع", "operative", number="3"),)),
    "leads": (
        (FIRST, TWO, THREE),
        (
            replace(FIRST, lead=None),
            replace(TWO, lead=(TWO.start + 4, TWO.start + 15)),
            replace(THREE, lead=(THREE.start + 9, THREE.start + 16)),
        ),
    ),
}  # fmt: skip


class Made:
    """Proposes what it was given, and learns nothing."""

    version = "made"
    is_prompt = True

    def __init__(self) -> None:
        self.clauses: Sequence[ProposedClause] = ()

    def segment(self, text: str, _: object = None) -> Sequence[ProposedClause]:
        return sorted(self.clauses, key=lambda each: (each.start, -each.end))

    def prepare(self) -> None:
        """There is nothing to prepare."""

    def learn(self, document: str, text: str, recitals: Sequence[tuple[int, int]]) -> bool:
        return False

    def forget(self, document: str) -> bool:
        return False


@pytest.fixture
def made() -> Made:
    return Made()


@pytest.fixture
def window(qtbot, tmp_path: Path, made: Made) -> Iterator[MainWindow]:
    segmenting = SegmentationService(lambda: made)
    segmenting.load()
    with Project.create(tmp_path / "p.qarar", "Sara") as project, open_window("Sara", segmenting) as window:
        with project.operation("import") as writing:
            documents.add(writing, "A_RES_76_1", TEXT)
        window.session.set_project(project)
        yield window


def show(window: MainWindow) -> None:
    assert window.session.project is not None
    window.session.set_document(window.session.project.document_ids()[0])
    window.focus_text()


@pytest.mark.parametrize("mouse", [False, True], ids=["keys", "mouse"])
@pytest.mark.parametrize("slip", SLIPS)
def test_the_acts_lead_to_the_gold(window: MainWindow, made: Made, slip: str, mouse: bool) -> None:
    right, wrong = SLIPS[slip]
    made.clauses = [*(each for each in GOLD if each not in right), *wrong]
    show(window)
    desk = corrections(TEXT, GOLD, made.segment(TEXT), unsure_below=UNSURE_BELOW, mouse=mouse)
    for act in desk.acts:
        press(window, act)
    assert differences(window, GOLD) == (set(), set()), desk.acts
    project, document = window.session.project, window.session.document
    assert project is not None and document is not None
    assert project.document(document).state("clause") == "done"


def test_so_it_is_by_hand(window: MainWindow) -> None:
    show(window)
    for act in ["propose", *marking(TEXT, GOLD)]:
        press(window, act)
    assert differences(window, GOLD) == (set(), set())


def test_what_is_unsure_is_so_in_the_window_too() -> None:
    assert effort.UNSURE_BELOW == UNSURE_BELOW
