import random
from collections.abc import Sequence

import pytest

from gui.item_models import outline_rows
from gui.item_models.outline_rows import outlined
from model.annotation.values import Span
from model.text.reading_form import ReadingForm

FRAME = [
    ("adoption", "قرار اتخذته الجمعية العامة"),
    ("title", "75/1. حقوق الإنسان"),
    ("enacting", "إن الجمعية العامة،"),
]


def _document(parts: Sequence[tuple[str, str]], annex: Sequence[int] = ()) -> tuple[list[Span], str]:
    """Clauses one behind the other; those whose places are in ``annex`` lie in one."""
    text, found = "", []
    for place, (label, words) in enumerate(parts):
        features = (("annex", "true"),) if place in annex else ()
        found.append(Span(f"{place}", "d", "clause", label, len(text), len(text) + len(words), features=features))
        text += words + " "
    return found, text


def _tree(ordered: list[Span], text: str, holders: dict[str, str | None] | None = None) -> dict[str, str | None]:
    rows, _ = outlined(ordered, text, holders or {})
    return dict(rows)


def test_recitals_that_follow_each_other_lie_below_the_preamble():
    spans, text = _document(
        [
            *FRAME,
            ("preambular", "إذ تشير،"),
            ("preambular", "وإذ تؤكد،"),
            ("operative", "1 - تقرر؛"),
            ("closing", "الجلسة 1"),
        ]
    )
    rows, groups = outlined(spans, text, {})
    assert rows == [
        *((key, None) for key in "012"),
        ("preamble 1", None),
        ("3", "preamble 1"),
        ("4", "preamble 1"),
        ("5", None),
        ("6", None),
    ]
    assert groups["preamble 1"].members == ["3", "4"]
    assert groups["preamble 1"].first == spans[3]


def test_a_clause_lies_below_the_one_that_holds_it():
    text = "1 - تطلب: (أ) إعداد تقرير ’1‘ شامل؛ (ب) نشره؛"
    spans = [
        Span("whole", "d", "clause", "operative", 0, len(text)),
        Span("a", "d", "clause", "subclause", 10, 33),
        Span("one", "d", "clause", "subclause", 24, 33),
        Span("b", "d", "clause", "subclause", 34, len(text)),
    ]
    assert _tree(spans, text) == {"whole": None, "a": "whole", "one": "a", "b": "whole"}


def test_what_follows_a_heading_lies_below_it_ordinals_over_letters_over_words():
    spans, text = _document(
        [
            ("heading", "أولاً"),
            ("heading", "مسائل عامة"),
            ("operative", "1 - تقرر؛"),
            ("heading", "ألف"),
            ("operative", "2 - تقرر؛"),
            ("heading", "ثاني عشر - مسائل أخرى"),
            ("preambular", "إذ تشير،"),
            ("operative", "3 - تقرر؛"),
            ("closing", "الجلسة 1"),
        ]
    )
    assert _tree(spans, text) == {
        "0": None,
        "1": "0",
        "2": "1",
        "3": "0",
        "4": "3",
        "5": None,
        "preamble 1": "5",
        "6": "preamble 1",
        "7": "5",
        "8": None,
    }


def test_a_paragraph_is_a_heading_where_it_looks_like_one():
    spans, text = _document(
        [
            ("paragraph", "بناء القدرات"),
            ("operative", "1 - تقرر؛"),
            ("paragraph", "وتؤكد ذلك؛"),
            ("operative", "2 - تقرر؛"),
        ]
    )
    assert _tree(spans, text) == {"0": None, "1": "0", "2": "0", "3": "0"}


def test_an_annex_without_a_title_gets_a_row_and_ends_where_what_is_in_none_begins():
    parts = [
        ("operative", "1 - تقرر؛"),
        ("preambular", "إذ تؤكد،"),
        ("operative", "1 - ينشأ صندوق؛"),
        ("operative", "2 - تقرر؛"),
    ]
    spans, text = _document(parts, annex=[1, 2])
    assert _tree(spans, text) == {
        "0": None,
        "annex 1": None,
        "preamble 1": "annex 1",
        "1": "preamble 1",
        "2": "annex 1",
        "3": None,
    }


def test_the_title_of_an_annex_holds_the_annex_and_another_one_begins_the_next():
    parts = [
        ("annex_title", "المرفق الأول"),
        ("title", "خطة العمل"),
        ("operative", "1 - ينشأ صندوق؛"),
        ("paragraph", "المرفق الثاني"),
        ("heading", "أولا"),
        ("paragraph", "نص؛"),
    ]
    spans, text = _document(parts, annex=[1, 2, 3, 4, 5])
    assert _tree(spans, text) == {"0": None, "1": "0", "2": "0", "3": None, "4": "3", "5": "4"}


def test_a_group_keeps_its_key_as_long_as_it_keeps_a_row():
    spans, text = _document(
        [("preambular", "إذ،"), ("operative", "1 - تقرر؛"), ("preambular", "وإذ،"), ("preambular", "وإذ،")]
    )
    before = _tree(spans, text)
    assert (before["0"], before["2"], before["3"]) == ("preamble 1", "preamble 2", "preamble 2")
    after = _tree(spans[1:], text, before)
    assert (after["2"], after["3"]) == ("preamble 2", "preamble 2")
    assert _tree(spans, text, after)["0"] == "preamble 1"


def test_every_clause_has_one_row_behind_the_one_it_lies_below_whatever_stands_where():
    chosen = random.Random(5)
    labels = ["adoption", "preambular", "operative", "subclause", "heading", "paragraph", "annex_title", "table", "own"]
    for _ in range(200):
        text = "".join(chosen.choice("أولاقرر ؛.") for _ in range(120))
        spans = []
        for number in range(chosen.randrange(14)):
            start = chosen.randrange(119)
            features = (("annex", "true"),) if chosen.random() < 0.3 else ()
            end = chosen.randrange(start + 1, 121)
            spans.append(Span(str(number), "d", "clause", chosen.choice(labels), start, end, features=features))
        spans.sort(key=lambda span: (span.start, -span.end))
        rows, groups = outlined(spans, text, {})
        keys = [key for key, _ in rows]
        assert sorted(keys) == sorted([*(span.id for span in spans), *groups])
        places = {key: place for place, key in enumerate(keys)}
        assert all(holder is None or places[holder] < places[key] for key, holder in rows)


def test_a_paragraph_is_a_heading_or_not_whatever_is_typed_into_it():
    spans, text = _document(
        [("paragraph", "مسائل عامة\u200f"), ("operative", "1 - تقرر؛"), ("paragraph", "وننظر في ذلك؛ \u202c\u200f")]
    )
    assert _tree(spans, text) == {"0": None, "1": "0", "2": "0"}
    spans, text = _document([("paragraph", "مسائل" + "ـ" * 300), ("operative", "1 - تقرر؛")])
    assert _tree(spans, text) == {"0": None, "1": "0"}


def test_only_paragraphs_that_may_be_headings_are_read_and_those_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(stretch: str) -> ReadingForm:
        read.append(stretch)
        return ReadingForm(stretch)

    monkeypatch.setattr(outline_rows, "ReadingForm", counted)
    long = "كلمات " * 200 + "بلا وقف"
    words = [("paragraph", "مسائل تقرأ مرة"), ("paragraph", "وننظر في ذلك؛"), ("paragraph", long)]
    spans, text = _document(words)
    for _ in range(2):
        assert _tree(spans, text) == {"0": None, "1": "0", "2": "0"}
    assert read == ["مسائل تقرأ مرة"]
