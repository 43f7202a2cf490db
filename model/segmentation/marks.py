"""Where a clause may begin: each number, letter, quoted number, bullet or dash that could open one, and each word
behind a stop where an unmarked one might begin.

Every such place is a ``Candidate``, with what is to be known for deciding about it: as facts, which the rule reads, and
as features in words, which a trained model reads. Whether it opens a clause is for the one who reads them to say.

All offsets are half-open code points of the whole text. The time is linear in its length.
"""

from collections.abc import Callable
from dataclasses import dataclass

from model.segmentation.mark_features import Surroundings, features_of, size, skips
from model.segmentation.mark_reading import (
    STOPS,
    Kind,
    Mark,
    is_tabled,
    read_marks,
    read_words,
    stop_sign,
    tie_items,
    tie_numbers,
)

DENSE = 20_000  # a stretch with more candidates than this is no resolution: they get no features


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a clause may begin.

    ``end`` is the offset behind the mark (``start`` for a word). ``place`` is the number, or a letter's place in abjad
    order. ``before`` is the last character before it that is seen, ``"a"`` for any letter and ``"0"`` for any digit.
    ``step`` is its number less that of the one of its kind before it in the same paragraph (for a digit: of the last
    paragraph); None where there is none. ``open`` says of a word that no stop stands between it and the next mark;
    ``skips`` of a digit that the paragraphs' numbers go on without it. ``run`` is the same for the items of one list
    that follow each other: where the first of them stands. ``tabled`` says of a word that "the table below:" stands
    before it. ``features`` is empty where a text has more candidates than any resolution: the rule has to do there.
    """

    start: int
    end: int
    kind: Kind
    number: str | None
    place: int | None
    before: str
    step: int | None
    open: bool
    skips: bool
    run: int
    tabled: bool
    features: tuple[str, ...]


Opens = Callable[[Candidate], float]


def by_rule(candidate: Candidate) -> float:
    """The chance that a candidate opens a clause, by rules alone."""
    before, step = candidate.before, candidate.step
    stopped = before in STOPS or before in "“”)"
    match candidate.kind:
        case "digit":
            return 0.99 if step == 1 else 0.9 if stopped else 0.1
        case "letter" | "bracketed" | "quoted":
            if before in STOPS and (step == 1 or candidate.run < candidate.start):
                return 0.9
            return 0.9 if candidate.place == 1 and before == ":" else 0.2
        case "bullet":
            return 0.9
        case "dash":
            return 0.3
        case "word":
            return 0.9 if candidate.open and before in "؛." else 0.1


def candidates_of(text: str, start: int, end: int, *, annex: bool = False) -> list[Candidate]:
    """The candidates within a stretch of the text, in order. The stretch's own beginning is one only with a mark, and a
    word behind the full stop of a paragraph's number (``1. تقرر``) is none.
    """
    marks = read_marks(text, start, end)
    firm = tie_numbers(marks)
    tie_items(marks)
    numbered = {mark.end for mark in marks if mark.kind == "digit"}
    words = [word for word in read_words(text, start, end, marks, firm) if word.start not in numbered]
    everything = sorted([*marks, *words], key=lambda mark: mark.start)
    around = Surroundings(
        text,
        end,
        marks,
        [mark.start for mark in marks],
        firm,
        [mark.start for mark in firm],
        ("annex" if annex else "body", "count=" + size(len(firm))),
    )
    is_dense = len(everything) > DENSE
    return [_candidate(mark, around, is_dense=is_dense) for mark in everything]


def _candidate(mark: Mark, around: Surroundings, *, is_dense: bool) -> Candidate:
    """A mark with all that is to be known about it."""
    is_open = False
    if mark.kind == "word":
        _, upcoming = around.neighbours(mark)
        limit = upcoming.start if upcoming is not None else around.end
        is_open = stop_sign.search(around.text, mark.end, limit) is None
    return Candidate(
        mark.start,
        mark.end,
        mark.kind,
        mark.number,
        mark.place,
        mark.before,
        mark.step,
        is_open,
        mark.kind == "digit" and skips(mark, around),
        mark.run.items[0].start,
        mark.kind == "word" and is_tabled(mark),
        () if is_dense else features_of(mark, around),
    )
