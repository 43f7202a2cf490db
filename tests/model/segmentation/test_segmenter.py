"""The segmenter as a whole, with the weights that come with the application."""

import os
import random
import subprocess
import sys
import threading
import tracemalloc
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from model.formats import corpus as corpora
from model.measuring.scoring import NOTHING, Score, score
from model.measuring.variants import given as given_as
from model.segmentation.confirmed import Confirmed
from model.segmentation.segmenter import Segmenter
from model.segmentation.values import ProposedClause
from model.text import words
from model.text.layout import Layout
from tests.conftest import ROOT
from tests.model.conftest import TEXT
from tests.model.resolutions import limits, limits_of, resolution, text_of
from tests.model.segmentation.small_weights import small_weights
from tests.model.text.test_layout import layouts

LABELS = frozenset(
    (
        *("adoption", "source", "title", "enacting", "preambular", "operative", "subclause", "paragraph", "heading"),
        *("table", "annex_title", "closing"),
    )
)
PIECES = (
    *("إن الجمعية العامة، ", "إن مجلس الأمن،", "قرار اتخذته الجمعية العامة في 3 أيار/مايو 2023 "),
    *("[بناء على (A/77/1)] ", "77/9 - المكتبات ", "إذ تشير إلى", "، وإذ تلاحظ ", "وقد نظرت ", "واقتناعا منها"),
    *("1 - ", "2 - تطلب ", "12 - ", "٣ - ", "(أ) ", "(ب) ", "’1‘ ", "’2‘ ", "• ", "- ", "؛ ", "، ", ". ", ": "),
    *("المرفق ", "المرفق الأول ", "أولا ", "ثانيا ", "الجلسة العامة 12 3 أيار/مايو 2023", "تقرر النظر"),
    *("المكتبات ", "A/RES/1", "( ", " )", "[", "]", "“", "”", "()", "\u200f", "\u202b", "\u2067", "\u00a0"),
    *("\n", "\r\n", "\x00", "ـ", "\u064b", "ﻻ", "ﷺ", "𐤀", "\u0600", "\u2028", "\x1c"),
)
any_text = st.one_of(st.text(max_size=150), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))

PLAIN = (
    "إن الجمعية العامة، إذ تشير إلى أهمية المكتبات، 1 - تطلب إلى الدول ما يلي: (أ) فتحها؛ (ب) دعمها؛ 2 - تقرر النظر."
)
NOISE = {
    "empty": "",
    "blanks": " \t \u00a0\u2003",
    "line ends": "\r\n\r\n\n\r",
    "digits": "0123456789" * 30,
    "numbers": " ".join(str(number) for number in range(300)),
    "one number of many digits": "9" * 5000 + " - تقرر",
    "control characters": "".join(map(chr, range(32))) * 5 + "\x7f\x80\x9f",
    "NULs": "إن\x00الجمعية\x00العامة،\x00" * 30,
    "bidi marks": "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" * 30,
    "astral characters": "𐤀𝒜🧿👨‍👩‍👧🇱🇧" * 50,
    "opening brackets": "([{«“" * 200,
    "closing brackets": ")]}»”" * 200,
    "lone brackets amid text": "1 - (تقرر ] أن [ تنظر ) في“ ذلك؛ 2 - تطلب (؛",
    "one letter": "ا" * 20_000,
    "one letter and blanks": "و " * 5_000,
    "marks without letters": "\u064b\u0651" * 500,
    "tatweel": "ـ" * 3_000 + " - ـ",
    "presentation forms": "ﺇﻥ ﺍﻟﺠﻤﻌﻴﺔ ﺍﻟﻌﺎﻣﺔ، ﺇﺫ ﺗﺸﻴﺮ، ﻭﺇﺫ ﺗﻼﺣﻆ، ﷲ ﷺ ﻻ ﻼ",
    "Latin": "The General Assembly, Recalling its resolution 75/903, 1. Decides to consider it.",
    "private use and noncharacters": "\ue000\uf8ff\ufffe\uffff\U0010ffff" * 20,
    "commas": "، ؛ . : " * 300,
    "numbered nothing": "1 - 2 - 3 - 4 - 5 - ",
    "items only": "(أ) (ب) (ج) ’1‘ ’2‘ • • ",
    "openers only": "إذ وإذ وقد، وإذ، وإذ؛ وقد. وإذ",
    "formula only": "إن الجمعية العامة،",
    "formulas": "إن الجمعية العامة، إن مجلس الأمن، " * 20,
    "annexes only": "المرفق الأول المرفق الثاني " * 10,
    "backwards": PLAIN[::-1],
}


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return Segmenter.shipped()


def check(text: str, clauses: Sequence[ProposedClause]) -> None:
    """That clauses are what is promised, whatever the text."""
    around: list[ProposedClause] = []
    assert [(each.start, -each.end) for each in clauses] == sorted({(each.start, -each.end) for each in clauses})
    for clause in clauses:
        assert 0 <= clause.start < clause.end <= len(text)
        assert words.trim(text, *clause.limits) == clause.limits
        assert clause.label in LABELS
        assert 0 <= clause.confidence <= 1 and 0 <= clause.lead_confidence <= 1
        if clause.lead is not None:
            assert clause.start <= clause.lead[0] < clause.lead[1] <= clause.end
            assert clause.label in ("preambular", "operative") and not clause.annex
            assert clause.lead_confidence <= clause.confidence
        while around and around[-1].end <= clause.start:
            around.pop()
        if around:
            assert clause.end <= around[-1].end, "crosses"
            assert clause.depth > around[-1].depth
            assert around[-1].label in ("operative", "subclause", "paragraph")
            assert clause.label in ("subclause", "paragraph")
        assert clause.depth in (0, 1, 2)
        assert (clause.label == "subclause") <= (clause.depth > 0)
        assert clause.depth == 0 or clause.label in ("subclause", "paragraph")
        if clause.number is not None:
            assert clause.number and clause.label in ("operative", "subclause")
        around.append(clause)


@settings(max_examples=150)
@example("\x00")
@example(" \u200f ")
@given(any_text)
def test_any_text_gives_clauses_that_are_nested_or_apart(segmenter: Segmenter, text: str) -> None:
    clauses = segmenter.segment(text)
    check(text, clauses)
    assert segmenter.segment(text) == clauses


@pytest.mark.parametrize("kind", NOISE)
def test_noise_gives_a_result(segmenter: Segmenter, kind: str) -> None:
    check(NOISE[kind], segmenter.segment(NOISE[kind]))


@pytest.mark.parametrize("kind", ["empty", "blanks", "line ends"])
def test_of_nothing_nothing_is_proposed(segmenter: Segmenter, kind: str) -> None:
    assert segmenter.segment(NOISE[kind]) == ()


def test_half_a_surrogate_pair_gives_a_result(segmenter: Segmenter) -> None:
    text = PLAIN.replace("أهمية", "\ud800")
    check(text, segmenter.segment(text))


def shape(clauses: Sequence[ProposedClause]) -> list[tuple[str, str | None, int]]:
    return [(clause.label, clause.number, clause.depth) for clause in clauses]


def test_a_small_resolution_with_its_numbers_depths_and_leading_phrases(segmenter: Segmenter) -> None:
    found = segmenter.segment(TEXT)
    assert shape(found) == [
        ("enacting", None, 0),
        ("preambular", None, 0),
        ("preambular", None, 0),
        ("operative", "1", 0),
        ("subclause", "أ", 1),
        ("subclause", "ب", 1),
        ("subclause", "1", 2),
        ("subclause", "2", 2),
        ("operative", "2", 0),
    ]
    assert [TEXT[slice(*clause.lead)] for clause in found if clause.lead is not None] == [
        *("إذ تشير", "وإذ تلاحظ", "تطلب", "تقرر"),
    ]


def test_an_invented_resolution_is_framed(segmenter: Segmenter) -> None:
    for number in range(20):
        gold = resolution(number)
        found = segmenter.segment(gold.text)
        for label in ("adoption", "source", "title", "enacting", "closing", "operative", "subclause"):
            assert limits(found, label) == limits(gold.clauses, label)
        assert [clause.number for clause in found if clause.label == "operative"] == [
            clause.number for clause in gold.clauses if clause.label == "operative"
        ]


@pytest.mark.parametrize(
    "old, new",
    [
        *((" ", "\r\n"), (" ", "\u00a0"), (" ", "  "), ("تطلب", "تطـلب"), ("تقرر", "تُقَرِّر"), ("أهمية", "اهمية")),
        *(("المكتبات،", "المكتبات،\u200f"), ("؛", "\u200f؛\u200f"), ("(أ)", "\u200f(أ)\u200f"), ("1 -", "1\u200f -")),
        *(("1 -", "1-"), ("1 -", "1 –"), ("العامة،", "العامة\u200f،"), ("إن ", "\u200fإن ")),
        ("العامة،", "العامة،\u200f"),
    ],
)
def test_how_it_is_written_makes_no_difference(segmenter: Segmenter, old: str, new: str) -> None:
    changed = PLAIN.replace(old, new)
    assert changed != PLAIN
    assert shape(segmenter.segment(changed)) == shape(segmenter.segment(PLAIN))


def test_digits_of_another_kind_number_paragraphs_too(segmenter: Segmenter) -> None:
    changed = segmenter.segment(PLAIN.replace("1 -", "١ -").replace("2 -", "٢ -"))
    assert [each.limits for each in changed] == [each.limits for each in segmenter.segment(PLAIN)]


def test_what_is_annexed_has_no_leading_phrases(segmenter: Segmenter) -> None:
    text = f"{PLAIN} الجلسة العامة 12 3 أيار/مايو 2023 المرفق خطة المكتبات 1 - تطلب إلى الدول فتحها؛ 2 - تقرر النظر."
    annexed = [clause for clause in segmenter.segment(text) if clause.annex]
    assert [clause.label for clause in annexed][:1] == ["annex_title"] and len(annexed) > 2
    assert all(clause.lead is None for clause in annexed)


def test_raw_chances_belong_to_the_same_clauses(segmenter: Segmenter) -> None:
    text = resolution(3).text
    raw, worth = segmenter.raw(text), segmenter.segment(text)
    assert [(each.limits, each.label, each.lead) for each in raw] == [
        (each.limits, each.label, each.lead) for each in worth
    ]
    assert [each.confidence for each in raw] != [each.confidence for each in worth]
    assert all(0 <= each.confidence <= 1 for each in raw)


def test_two_threads_get_what_one_gets() -> None:
    """Also where what is built on first use is built by both at once."""
    texts = [resolution(number).text for number in range(40, 52)]
    alone = [Segmenter(small_weights()).segment(text) for text in texts]
    for _ in range(3):
        shared, gate = Segmenter(small_weights()), threading.Barrier(2)
        found: list[list[object]] = [[], []]

        def ask(
            place: int, order: Sequence[str], shared: Segmenter = shared, gate: threading.Barrier = gate, found=found
        ) -> None:
            gate.wait()
            found[place] = [shared.segment(text) for text in order]

        threads = [threading.Thread(target=ask, args=each) for each in ((0, texts), (1, texts[::-1]))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found[0] == alone and found[1][::-1] == alone


def test_the_memory_that_was_given_is_the_one_that_is_asked() -> None:
    given = Confirmed(small_weights().recitals.recitals)
    assert Segmenter(small_weights(), given).confirmed is given


def test_a_memory_in_which_something_is_confirmed_is_asked() -> None:
    parts = ("إذ تشير إلى مكتبات القرى،", "وإذ تستلهم مدارس الجزر،")
    text = text_of(*parts)
    given = Confirmed(small_weights().recitals.recitals)
    given.learn("a", text, limits_of(text, *parts))
    assert Segmenter(small_weights(), given).confirmed is given


def test_a_preamble_of_any_length_takes_a_bounded_amount_of_memory(segmenter: Segmenter) -> None:
    text = text_of(*("وإذ تشير إلى المكتبات،" for _ in range(250)))
    segmenter.segment(PLAIN)
    tracemalloc.start()
    try:
        segmenter.segment(text)
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()


def program(code: str, seed: str = "random") -> str:
    """What a program prints that runs by itself."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_proposing_loads_neither_the_window_nor_what_only_training_needs() -> None:
    code = f"""
import sys
from model.segmentation.segmenter import Segmenter
print("numpy" in sys.modules, len(Segmenter.shipped().segment({TEXT!r})), "numpy" in sys.modules)
loaded = {{name.partition(".")[0] for name in sys.modules}}
print(*sorted(loaded & {{"PySide6", "shiboken6", "gui", "sklearn", "scipy"}}))
"""
    assert program(code) == "False 9 True\n\n"


def test_the_command_line_starts_without_numpy() -> None:
    code = "import sys, model.cli; print('click' in sys.modules, 'numpy' in sys.modules)"
    assert program(code) == "True False\n"


def test_another_process_proposes_the_same(segmenter: Segmenter) -> None:
    text = resolution(9).text
    code = f"from model.segmentation.segmenter import Segmenter; print(Segmenter.shipped().segment({text!r}))"
    assert program(code, seed="1") == f"{segmenter.segment(text)}\n"


@pytest.fixture(scope="module")
def sample(corpus: Path, segmenter: Segmenter) -> Score:
    """How right the proposals for some documents of the corpus are, which the weights have seen."""
    documents = random.Random(2).sample(corpora.read([corpus]), 30)
    return sum((score(document.clauses, segmenter.segment(document.text)) for document in documents), NOTHING)


def test_nearly_all_recitals_and_paragraphs_of_known_documents_are_right(sample: Score) -> None:
    assert sample.labels["preambular"].gold > 300 and sample.labels["operative"].gold > 300
    assert sample.labels["preambular"].f1 > 0.95
    assert sample.labels["operative"].f1 > 0.97
    assert sample.labels["subclause"].f1 > 0.9
    assert sample.leads.f1 > 0.95
    assert sample.numbers > 0.98


@pytest.mark.parametrize("label", ["adoption", "source", "title", "enacting"])
def test_the_frame_of_known_documents_is_right(sample: Score, label: str) -> None:
    count = sample.labels[label]
    assert count.gold > 10
    assert count.right == count.gold == count.found


def test_the_longest_document_of_the_corpus_gives_a_result(corpus: Path, segmenter: Segmenter) -> None:
    longest = max((path for path in (corpus / "texts").rglob("*.txt")), key=lambda path: path.stat().st_size)
    text = longest.read_text("utf-8").partition("\n\n")[2].rstrip("\n")
    assert len(text) > 188_000
    found = segmenter.segment(text)
    check(text, found)
    assert len(found) > 400


def test_leads_are_what_the_source_set_in_italics() -> None:
    document = given_as(resolution(305), "italics")
    found = Segmenter(small_weights()).segment(document.text, document.layout)
    assert [each.lead for each in found] == [each.lead for each in document.clauses]
    assert {each.lead_evidence for each in found if each.lead is not None} == {"italics"}
    some = Layout(italics=document.layout.italics[:1])
    mostly_without = Segmenter(small_weights()).segment(document.text, some)
    assert sum(each.lead is not None for each in mostly_without) > 3  # the others are proposed as if there were none
    without_first = Layout(italics=document.layout.italics[1:])
    found = Segmenter(small_weights()).segment(document.text, without_first)
    leads = [each.lead for each in found if each.label in ("preambular", "operative")]
    assert leads[0] is None and all(leads[1:])


def test_italics_of_whole_paragraphs_say_nothing_of_leads(segmenter: Segmenter) -> None:
    paragraphs = ("إن الجمعية العامة،", "إذ تشير إلى السواقي،", "1 - تطلب إلى لجنتها ما يلي:", "(أ) أن تعد تقريرا؛")
    text = " ".join((*paragraphs, "2 - تقرر أن تنظر في المسألة."))
    places = tuple(text.index(each) for each in (*paragraphs[1:], "2 - "))
    stretches = tuple((text.index(each), text.index(each) + len(each)) for each in paragraphs)
    with_italics = segmenter.segment(text, Layout(paragraphs=places, italics=stretches))
    assert with_italics == segmenter.segment(text, Layout(paragraphs=places))
    assert [text[slice(*each.lead)] for each in with_italics if each.lead] == ["إذ تشير", "تطلب", "تقرر"]


@settings(max_examples=60, deadline=None)
@given(st.data(), st.integers(0, 5))
def test_any_layout_gives_clauses_that_are_nested_or_apart(
    segmenter: Segmenter, data: st.DataObject, number: int
) -> None:
    text = resolution(number).text
    layout = data.draw(layouts(len(text)))
    check(text, segmenter.segment(text, layout))


def test_a_hostile_layout_gives_sound_clauses(segmenter: Segmenter) -> None:
    text = "وإذ تشير إلى ذلك، " * 6_000
    everywhere = tuple(range(1, len(text), 2))
    check(text, segmenter.segment(text, Layout(paragraphs=everywhere[:50_000], italics=((0, 5),))))
    check(text, segmenter.segment(text.replace(" ", "\n")))
