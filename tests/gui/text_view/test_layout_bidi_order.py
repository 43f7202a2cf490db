"""The order in which Qt draws the characters of each row is that of UAX #9: levels resolved for the displayed block,
then reordered row by row (rules L1 and L2).

``model.text.bidi`` is the oracle; it passes Unicode's own cases (``tests/model/text/test_bidi.py``). Shown is what lies
from left to right in the boxes of our own layout, in rows that end where our layout ends them.

Known differences, each with a test below that tells when it goes away: they need explicit embeddings or isolates, of
which the corpus has none but strays of U+202C.
"""

import json
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication

from gui.style.fonts import load_bundled_fonts, text_font
from gui.text_view.block_list import BlockList
from gui.text_view.blocks import BlockPlan
from gui.text_view.layout import LaidOutBlock, Row, Typography
from model.annotation.values import Span, text_order
from model.text.bidi import levels, line_levels, visual_order

WIDTHS = range(240, 1240, 100)
RIGHT_TO_LEFT = 1  # the level of every block
REMOVED = frozenset(("RLE", "LRE", "RLO", "LRO", "PDF", "BN"))  # rule X9: these have no place of their own
EXPLICIT = "\u202a-\u202e\u2066-\u2069"

# Each mixes what a resolution may hold in a way that is easily drawn wrongly.
LINES = (
    "قرارات 59/187 و 60/1-A و(A/59/503/Add.2) و[E/2004/31/Rev.1 (Part II)]؛ 12.5% من 1,000,000 دولار (US$ 3-5)",
    "A/59/503 يتصدر السطر، ثم (A/C.3/59/L.71) في وسطه، ثم S/RES/1325 (2000)",
    "المادة ٢٤ (۲۰۱5) و٣/٤ و3/٤ و٣/4، من ١٩٩٨-٢٠٠٢ إلى 1998-2002، و(٧) و[8]، 20٪ و٪20 و+4 و-4 و±4",
    "”Arabic (عربي) text“ و«English [إنكليزي] نص» و(a [b {c} د] e) ثم ]مقلوب[ و(غير مغلق و{ABC",
    "\u200f20 -\u200f تقرر \u200e(a)\u200f ثم\u200e \u200e\u200f12 تشرين الثاني/نوفمبر 2020\u200f، \u061c(12)\u061c-13",
    "نص \u202bداخل A/1\u202c ثم \u202aabc 12 ابج\u202c ثم \u2067معزول 12-13\u2069 و\u2066A (ب)\u2069 و\u2068x ب\u2069",
    "\u202eمقلوب abc 12\u202c ثم \u202dمثبت abc 12\u202c ثم https://www.un.org/ar/ga?x=1&y=2 و user@example.org.",
    "النـزاع وحِفْظُ الأوراق لَا تُـهملْ، إلا لأنه ﷲ ﻻ ٱللَّهِ e\u0301a\u0308 12\u0301، (000 280) ‘1’ ’2‘ • ب",
    "\u00a012\u00a0- تحيط\u00a0علما\u00a0بالوثيقة\u00a0A/75/1\u00a0،\u202f(2)\u2009؛ ب\u200cج ب\u200dج \u2060A\u2060ب",
    "٫٥ ٬٠٠٠",
    "إلى Committee of the Whole, 3rd session (Geneva, 5 May 2003)، وإلى International Covenant, art. 6 (2) ب‘",
    "ا: 1; 2: ب; a: 3; ج! ؟ 4? 5؟ (6)! [7]؟ 8/9/10 ب/11 12/ج د/e f/ه 1+2=3 ب+2=ج a+ب=3 # 4 ب# $5 5$ €6 6€ °7",
    "תנ״ך עברית 5 (א) مع عربي 6 (ب) ثم ελληνικά 7 (γ) ثم русский 8 (д) ثم 好 9 (好) ثم 𐤀𐤁 10 ثم 😀 11 (😀) ب",
)


class Seen(NamedTuple):
    """What was compared: rows, characters, and rows that do not simply run from right to left."""

    rows: int
    characters: int
    mixed: int


def shown_order(row: Row) -> list[int]:
    """The numbers of a row's graphemes that can be seen, from left to right."""
    boxes = row.boxes
    return [number for number in boxes.visual if boxes.right[number] > boxes.left[number]]


def resolved(block: LaidOutBlock) -> tuple[str, list[int]]:
    """The text of a block as it is displayed, and the levels of its code points."""
    text = block.layout.text()
    assert len(text) == len(block.text)
    return text, levels_of(text)


@lru_cache(300)
def levels_of(text: str) -> list[int]:
    """The levels of a block, which are the same at every width."""
    return levels(text, "R")


def by_uax9(row: Row, block: LaidOutBlock, text: str, level: list[int]) -> tuple[list[int], list[int]]:
    """The numbers of a row's graphemes from left to right, and the level of each, by its first code point."""
    first, last = row.start - block.start, row.end - block.start
    of_line = line_levels(text[first:last], level[first:last], RIGHT_TO_LEFT)
    heads = [start - row.start for start in row.boxes.starts]
    kept = [number for number, head in enumerate(heads) if unicodedata.bidirectional(text[first + head]) not in REMOVED]
    return [kept[place] for place in visual_order([of_line[heads[number]] for number in kept])], [
        of_line[head] for head in heads
    ]


def difference(row: Row, block: LaidOutBlock, text: str, level: list[int]) -> str:
    """How a row is drawn otherwise than by UAX #9; empty where it is not."""
    order, level_of = by_uax9(row, block, text, level)
    boxes = row.boxes
    expected = [number for number in order if boxes.right[number] > boxes.left[number]]
    placed = set(expected)
    shown = [number for number in shown_order(row) if number in placed]
    turned = [number for number in expected if bool(boxes.right_to_left[number]) != bool(level_of[number] % 2)]
    if shown == expected and not turned:
        return ""

    def written(numbers: list[int]) -> str:
        return ascii("".join(text[boxes.starts[number] - block.start] for number in numbers))

    return f"{block.text!a} {row.start}–{row.end}: {written(shown)} not {written(expected)}, {written(turned)}"


def compare(block: LaidOutBlock) -> tuple[Seen, list[str]]:
    """Compare all rows of a block: what was seen, and the differences."""
    text, level = resolved(block)
    wrong: list[str] = []
    characters = mixed = 0
    for row in block.rows:
        found = difference(row, block, text, level)
        if found:
            wrong.append(found)
        shown = shown_order(row)
        characters += len(shown)
        mixed += shown != sorted(shown, reverse=True)
    return Seen(len(block.rows), characters, mixed), wrong


def compare_all(blocks: Iterator[LaidOutBlock]) -> Seen:
    """Compare the blocks, none of which may differ."""
    total = Seen(0, 0, 0)
    wrong: list[str] = []
    for block in blocks:
        seen, found = compare(block)
        total = Seen(*(one + other for one, other in zip(total, seen, strict=True)))
        wrong += found
    assert not wrong, (len(wrong), wrong[:5])
    return total


@pytest.fixture
def amiri(qapp: QApplication) -> Typography:
    return Typography.of(text_font(load_bundled_fonts(), 20), 3)


@pytest.fixture(params=["Amiri", "other"])
def typography(request: pytest.FixtureRequest, amiri: Typography, other_family: str) -> Typography:
    return amiri if request.param == "Amiri" else Typography.of(text_font(other_family, 20), 3)


def displayed(text: str, typography: Typography, widths: Sequence[int] = WIDTHS) -> Iterator[LaidOutBlock]:
    """All blocks of an unmarked text as they are displayed, at each width."""
    return blocks_of(text, [], None, typography, widths)


def blocks_of(
    text: str, clauses: list[Span], starts: set[int] | None, typography: Typography, widths: Sequence[int] = WIDTHS
) -> Iterator[LaidOutBlock]:
    """The blocks that begin at these places, or all, as they are displayed at each width."""
    blocks = BlockList(typography, widths[0])
    blocks.set_text(text, clauses, {"clause"})
    for width in widths:
        blocks.set_shape(typography, width)
        for number, block in enumerate(blocks.blocks):
            if starts is None or block.limits.start in starts:
                yield blocks.lay_out(number).laid_out


def test_hard_lines(typography: Typography, hard: str, invented: str) -> None:
    seen = compare_all(block for line in (*LINES, hard, invented) for block in displayed(line, typography))
    assert seen.mixed > 250


def test_a_joiner_behind_a_number_or_a_latin_letter_does_not_widen_it(amiri: Typography) -> None:
    """It is part of the letter's grapheme, but Qt may draw it in the run on the other side of the number."""
    for line in ("ب 33\u0664\u200c؛ ب", "ا abc\u200c./3\u200c ج", "ب 33\u200d، ب"):
        compare_all(displayed(line, amiri))


def test_offsets_do_not_matter(amiri: Typography) -> None:
    """Blocks further down in a text are drawn like the first."""
    text = "\n".join(("😀 قرار " * 30, *LINES))
    blocks = list(displayed(text, amiri, [340]))
    assert len(blocks) > len(LINES)
    compare_all(iter(blocks))


def test_random_lines_without_embeddings_and_isolates(amiri: Typography) -> None:
    chance = random.Random(4)
    letters = "ابجدلا" + "abc" + "123" + "٤٥" + " " * 6 + "()[]{}«»/.,-+%:،؛\u064b\u0301\u200f\u200e\u061c\t\u00a0"
    lines = ["".join(chance.choices(letters, k=chance.randrange(5, 120))) for _ in range(350)]
    # A blank that carries a mark is no blank to Unicode, but at a row's end it is one to Qt.
    lines = [re.sub("[ \t\u00a0]+(?=[\u064b\u0301])", "", line) for line in lines]
    seen = compare_all(block for line in lines for block in displayed(line, amiri, (150, 420, 900)))
    assert seen.mixed > 800


def test_the_oracle_tells_what_is_wrong(amiri: Typography) -> None:
    """Levels of a line by itself, or without rule L1, or of another direction, are found to differ."""
    (block,) = displayed("قرارها A/59/503 المؤرخ 12 آذار " * 6, amiri, [300])
    text, level = resolved(block)
    assert not any(difference(row, block, text, level) for row in block.rows)
    assert any(difference(row, block, text, [1] * len(level)) for row in block.rows)
    assert any(difference(row, block, text, levels(text, "L")) for row in block.rows)
    swapped = level.copy()
    place = text.index("A")
    swapped[place - 2], swapped[place] = swapped[place], swapped[place - 2]
    assert any(difference(row, block, text, swapped) for row in block.rows)


# The corpus


class Candidate(NamedTuple):
    """A displayed block: its document, its place there, its text, and the pattern of its classes."""

    document: str
    start: int
    text: str
    pattern: str


CLASSES = {
    "AL": "r", "R": "r", "L": "l", "EN": "e", "AN": "a", "WS": "", "NSM": "", "ES": "n", "ET": "n", "CS": "n", "ON": "n"
}  # fmt: skip
MEASURES: dict[str, Callable[[Candidate], float]] = {
    "changes of class": lambda line: len(line.pattern),
    "changes of class for its length": lambda line: len(line.pattern) / len(line.text) if len(line.text) > 60 else 0,
    "brackets beside what is not Arabic": lambda line: len(re.findall("b+(?=[lean])|(?<=[lean])b", line.pattern)),
    "controls": lambda line: line.pattern.count("x") + sum(map(line.text.count, "\u200e\u200f\u061c")),
    "digits of two kinds": lambda line: len(re.findall("a+", line.pattern)),
    "Latin stretches": lambda line: len(re.findall("l+", line.pattern)),
}
OF_EACH = 34
OF_A_DOCUMENT = 3


def documents(corpus: Path) -> Iterator[tuple[str, str, list[Span]]]:
    """Name, text and gold clauses of each document."""
    for gold in sorted((corpus / "gold").glob("*/*.json")):
        path = corpus / "texts" / gold.parent.name / f"{gold.stem}.txt"
        text = path.read_bytes().decode().split("\n", 2)[2].removesuffix("\n")
        clauses = [
            Span(str(number), gold.stem, "clause", clause["type"], clause["start"], clause["end"])
            for number, clause in enumerate(json.loads(gold.read_bytes())["clauses"])
        ]
        yield gold.stem, text, sorted(clauses, key=text_order)


def class_of(letter: str) -> str:
    """One letter for the bidi class, as far as order turns on it; ``b`` a bracket, ``x`` a control."""
    return "b" if unicodedata.mirrored(letter) else CLASSES.get(unicodedata.bidirectional(letter), "x")


def hardest(texts: list[tuple[str, str, list[Span]]]) -> list[Candidate]:
    """By each measure the ``OF_EACH`` blocks that have most of it, no two of one pattern, few of one document."""
    table = {ord(letter): class_of(letter) for letter in set().union(*(text for _, text, _ in texts))}
    candidates = [
        Candidate(name, limits.start, text[limits.start : limits.end], "")
        for name, text, clauses in texts
        for limits in BlockPlan(text).blocks(0, len(text), clauses)
    ]
    # Arabic words in a row, with what stands between them, are one class.
    candidates = [line._replace(pattern=re.sub("r+", "r", line.text.translate(table))) for line in candidates]
    chosen: dict[str, Candidate] = {}
    for measure in MEASURES.values():
        weighed = [(measure(line), line) for line in candidates]
        wanted = sorted((pair for pair in weighed if pair[0]), key=lambda pair: (-pair[0], pair[1].document, pair[1]))
        patterns: set[str] = set()
        of_document: Counter[str] = Counter()
        for _, line in wanted:
            if len(patterns) == OF_EACH:
                break
            if line.pattern not in patterns and line.text not in chosen and of_document[line.document] < OF_A_DOCUMENT:
                patterns.add(line.pattern)
                of_document[line.document] += 1
                chosen[line.text] = line
    return list(chosen.values())


def test_the_hardest_lines_of_the_corpus(amiri: Typography, corpus: Path) -> None:
    texts = list(documents(corpus))
    lines = hardest(texts)
    assert len(lines) >= 200
    starts: dict[str, set[int]] = {}
    for line in lines:
        starts.setdefault(line.document, set()).add(line.start)
    seen = compare_all(
        block for name, text, clauses in texts if name in starts
        for block in blocks_of(text, clauses, starts[name], amiri)
    )  # fmt: skip
    assert seen.rows > 10_000
    assert seen.mixed > 0.7 * seen.rows


def test_the_seed(amiri: Typography, seed: str) -> None:
    """Unmarked, and a block for each paragraph."""
    limits = [0, *(match.start() for match in re.finditer(r"وإذ |(?<!\S)\d{1,2} - |\([أ-ي]\) ", seed)), len(seed)]
    clauses = [
        Span(str(start), "seed", "clause", "operative", start, end) for start, end in pairwise(limits) if end > start
    ]
    for spans in ([], clauses):
        plan = BlockPlan(seed).blocks(0, len(seed), spans)
        seen = compare_all(blocks_of(seed, spans, {limits.start for limits in plan}, amiri))
        assert seen.characters > 9.5 * len(seed)
        assert seen.mixed > 90


# Where Qt (6.11) does not do what UAX #9 says


@pytest.mark.parametrize("controls", ["\u202a\u202c", "\u2066\u2069"])
def test_qt_and_blanks_before_a_control_at_a_wrapped_row_s_end(amiri: Typography, controls: str) -> None:
    """Rule L1 sends all of them to the row's left edge, Qt only the last: the others stay beside the Latin word."""
    (block,) = displayed("ابج {}abc {} ".format(*controls) + "د" * 60, amiri, [240])
    text, level = resolved(block)
    row = block.rows[0]
    assert text[row.start : row.end] == "ابج {}abc {} ".format(*controls)
    assert difference(row, block, text, level)


@pytest.mark.parametrize(
    "text",
    [
        "ب\u2066\u202a\u2069\u202b\u00a02",  # an embedding that an isolate's end closes before anything stands in it
        "c\u202a\u202c[a\u2068",  # an empty embedding, and an isolate anywhere
        "b[\u2068\u2066\u2069c\u2069]ب",  # brackets around an isolate in which there is another
    ],
)
def test_qt_and_isolates(amiri: Typography, text: str) -> None:
    """FriBidi draws these three like our oracle: it is Qt that does not follow the rules."""
    (block,) = displayed(text, amiri, [900])
    assert compare(block)[1]
