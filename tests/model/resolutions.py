"""Invented resolutions with their clauses, drawn by number: enough to train on, and few enough to do so in a moment."""

import random
from collections.abc import Sequence

import pytest

from model.segmentation.gold import GoldDocument
from model.segmentation.values import ProposedClause
from model.training import leads as lead_training
from model.training import marks as mark_training
from model.training import recitals as recital_training

OPENING = ("تشير إلى", "تؤكد", "ترحب ب", "تلاحظ مع القلق", "تدرك", "تسلم بأن", "تعرب عن تقديرها ل")
CONTINUING = ("تضع في اعتبارها", "تستلهم")  # what is joined so stays within its recital
ACTS = ("تطلب إلى", "تشجع", "تهيب ب", "تدعو", "تقرر", "تحث", "توصي")
THINGS = (
    *("مكتبات القرى", "متاحف الأنهار", "خزائن المخطوطات", "مدارس الجزر", "حدائق المدن", "أسواق السواحل"),
    *("سجلات المراكب", "مراصد الجبال", "ورش الترميم", "مراسي الصيادين", "طرق القوافل", "آبار الواحات"),
)
TAILS = (
    *("في البلدان النامية", "بما يراعي حاجات الأطفال", "وفقا للاتفاق", "على ضوء التقرير (A/76/901)()"),
    *("منذ عام 2019", "وما ينقصها من كتب وأدوات", "في جميع أنحاء العالم", "وإلى قرارها 75/903"),
)


def resolution(number: int) -> GoldDocument:
    """An invented resolution of the General Assembly; the same number always gives the same."""
    draw = random.Random(number)
    session = 74 + number % 3
    draft = Draft()
    draft.add("adoption", f"قرار اتخذته الجمعية العامة في {1 + number % 28} كانون الأول/ديسمبر {1945 + session}")
    draft.add("source", f"[بناء على تقرير اللجنة الثالثة (A/{session}/{900 + number})]")
    draft.add("title", f"{session}/{900 + number} - {draw.choice(THINGS)} و{draw.choice(THINGS)}")
    draft.add("enacting", "إن الجمعية العامة،")
    for place in range(draw.randrange(6, 10)):
        draft.add("preambular", _recital(draw, "وإذ" if place else "إذ"))
    acts = draw.randrange(3, 6)
    for place in range(1, acts + 1):
        words = f"{place} - <{draw.choice(ACTS)}> {_thing(draw)}"
        items = ["أ", "ب"] if place == 2 else []
        draft.add("operative", f"{words} ما يلي:" if items else words + ("." if place == acts else "؛"), str(place))
        for letter in items:
            draft.add("subclause", f"({letter}) صون {_thing(draw)}؛", letter, depth=1)
        if items:
            draft.close()
    draft.add("closing", f"الجلسة العامة {40 + number} {1 + number % 28} كانون الأول/ديسمبر {1945 + session}")
    return GoldDocument(f"A_RES_{session}_{900 + number}", draft.text, tuple(draft.clauses), f"GA {session}")


def resolutions(count: int) -> list[GoldDocument]:
    """The first so many."""
    return [resolution(number) for number in range(count)]


def text_of(*recitals: str) -> str:
    """A resolution with these recitals and one paragraph."""
    return f"إن الجمعية العامة، {' '.join(recitals)} 1 - تقرر النظر."


def limits_of(text: str, *parts: str) -> list[tuple[int, int]]:
    """Where some parts stand in a text."""
    return [(text.index(part), text.index(part) + len(part)) for part in parts]


def limits(found: Sequence[ProposedClause], label: str) -> list[tuple[int, int]]:
    """The limits of the clauses of a label."""
    return [clause.limits for clause in found if clause.label == label]


def train_little(patch: pytest.MonkeyPatch) -> None:
    """Few trees and weights, and leaves of few openings: soon trained."""
    for name, rounds in (("_FIRST", 80), ("_SECOND", 40)):
        patch.setattr(recital_training, name, {"rounds": rounds, "leaves": 6})
    patch.setattr(recital_training, "SEEDS", (1,))
    for room in (lead_training, mark_training, recital_training):
        patch.setattr(room, "BUCKETS", 1 << 11)


def _recital(draw: random.Random, first: str) -> str:
    words = f"<{first} {draw.choice(OPENING)}> {_thing(draw)}"
    for _ in range(draw.choice((0, 0, 1, 2))):
        words += f"، وإذ {draw.choice(CONTINUING)} {_thing(draw)}"
    return words + "،"


def _thing(draw: random.Random) -> str:
    return f"{draw.choice(THINGS)} {draw.choice(TAILS)}"


class Draft:
    """A text that grows clause by clause; ``<…>`` is the leading phrase."""

    def __init__(self) -> None:
        self.text = ""
        self.clauses: list[ProposedClause] = []

    def add(self, label: str, words: str, number: str | None = None, depth: int = 0) -> None:
        self.text += " " if self.text else ""
        start = len(self.text)
        before, opened, after = words.partition("<")
        phrase, _, after = after.partition(">")
        self.text += before + phrase + after
        first = start + len(before)
        lead = (first, first + len(phrase)) if opened else None
        self.clauses.append(ProposedClause(start, len(self.text), label, number, depth, lead))

    def close(self) -> None:
        """The last paragraph ends with its list."""
        place = max(place for place, clause in enumerate(self.clauses) if clause.depth == 0)
        clause = self.clauses[place]
        self.clauses[place] = ProposedClause(
            clause.start, len(self.text), clause.label, clause.number, clause.depth, clause.lead
        )
