"""The order of the paragraphs of a resolution: their numbers, and that the preamble comes before them.

Numbering begins anew in parts and annexes, that is where a clause that is no numbered paragraph (a heading, a title, a
table) or words that are not marked stand between; it may also go on there where an earlier part left off.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from model.annotation.values import Span
from model.checking.findings import Mend, Problem
from model.checking.reading import Reading
from model.checking.sequences import Slip, Value, slips
from model.errors import UserError
from model.text import words
from model.text.numbering import Numbering
from model.text.words import BIDI_MARKS

PREAMBULAR, OPERATIVE = "preambular", "operative"
_SECOND = re.compile(rf"[-–][\s{BIDI_MARKS}]*(\d{{1,2}})(?=[\s{BIDI_MARKS}]*[-–])")  # 4-7-: the seventh of the fourth


@dataclass(slots=True)
class _Run:
    """Paragraphs that are numbered in one go; ``anew``: the first begins with 1 though nothing stands before it."""

    paragraphs: list[Span] = field(default_factory=list[Span])
    values: list[Value] = field(default_factory=list[Value])
    anew: int | None = None
    entered: bool = False  # words that are not marked stand before the first: whoever marks may have begun there


def numbering(reading: Reading) -> Iterator[Problem]:
    """Numbers that are not those in the text, and gaps, repeats and disorder among the numbers of paragraphs."""
    found: list[tuple[Span, Value]] = []
    for clause in reading.clauses:
        if clause.label in reading.numbered or clause.label in reading.items:
            opening = reading.opening(clause)
            if opening.number is not None and opening.number != (clause.number or ""):
                yield _other_number(clause, opening)
    runs = _runs(reading)
    if runs:
        for clause in reading.tops:
            if clause.label in reading.numbered and reading.opening(clause).number is None and not clause.number:
                mend = None
                if words.recital.match(reading.text, clause.start) is not None:
                    mend = _relabel(clause, PREAMBULAR, UserError("Make it a preambular paragraph"))
                yield _problem(clause, UserError("It has no number, though the others have one."), mend)
    for run in runs:
        if run.anew is not None:
            yield _problem(
                run.paragraphs[0],
                UserError(
                    "Numbering begins anew with 1 after {before}, and no heading stands between.", before=run.anew
                ),
            )
        found = list(zip(run.paragraphs, run.values, strict=True))
        for slip in slips(run.values):
            if slip.kind != "begins" or not run.entered:
                yield _problem(found[slip.place][0], *_said(reading, found, slip))


def _runs(reading: Reading) -> list[_Run]:
    numbered = [clause for clause in reading.tops if clause.label in reading.numbered]
    values = {clause.id: value for clause in numbered if (value := _value(reading, clause)) is not None}
    following = [values[clause.id] for clause in numbered if clause.id in values]
    runs: list[_Run] = []
    current: _Run | None = None
    parted, entered, place = True, False, 0
    for number, clause in enumerate(reading.tops):
        gap = number in reading.gaps
        parted, entered = parted or gap, gap or (entered and clause.label not in reading.numbered)
        value = values.get(clause.id)
        if value is None:
            parted = parted or clause.label not in reading.numbered
            continue
        place += 1
        last = current.values[-1] if current is not None else None
        goes_on = last is not None and _follows(last, value)
        if current is None or (parted and not goes_on and value[0] == 1):
            current = _Run(entered=entered)
            runs.append(current)
        elif parted and not goes_on:
            earlier = (run for run in reversed(runs) if _follows(run.values[-1], value))
            current = next(earlier, current)
        elif not goes_on and value == (1, 0) and following[place : place + 1] == [(2, 0)]:
            current = _Run(anew=current.values[-1][0])
            runs.append(current)
        current.paragraphs.append(clause)
        current.values.append(value)
        parted, entered = False, False
    return runs


def _value(reading: Reading, clause: Span) -> Value | None:
    """The number of a paragraph as the text has it, or else as it is stored; None where it has none."""
    opening = reading.opening(clause)
    number = opening.number or clause.number or ""
    if not number.isdecimal():
        return None
    second = None
    if opening.number is not None:
        place = reading.source.find(opening.number, clause.start) + len(opening.number)
        second = _SECOND.match(reading.text, place)
    return int(number), int(second[1]) if second is not None else 0


def _follows(last: Value, value: Value) -> bool:
    return value[0] == last[0] + 1 or (value[0] == last[0] and value[1] == last[1] + 1)


def _other_number(clause: Span, opening: Numbering) -> Problem:
    mend = Mend(
        "number",
        UserError("Take the number {found}", found=opening.number),
        clause.id,
        value=opening.number,
        before=clause.limits,
    )
    if clause.number is None:
        said = UserError("There is no number, but {found} stands in the text.", found=opening.number)
        return _problem(clause, said, mend)
    said = UserError(
        "The number is {number}, but {found} stands in the text.", number=clause.number, found=opening.number
    )
    return _problem(clause, said, mend)


def _said(reading: Reading, found: list[tuple[Span, Value]], slip: Slip) -> tuple[UserError, Mend | None]:
    number = found[slip.place][1][0]
    before = None if slip.after is None else found[slip.after]
    if slip.kind == "begins":
        return UserError("Numbering begins with {number}.", number=number), None
    if slip.kind == "twice":
        return UserError("Number {number} stands twice.", number=number), None
    if slip.kind == "misplaced" or before is None:
        if before is None:
            return UserError("Number {number} is out of place.", number=number), None
        return UserError("Number {number} is out of place after {before}.", number=number, before=before[1][0]), None
    if slip.first == slip.last:
        said = UserError(
            "Between {before} and {number}, {missing} is missing.",
            before=before[1][0],
            number=number,
            missing=slip.first,
        )
    else:
        said = UserError(
            "Between {before} and {number}, the numbers from {first} to {last} are missing.",
            before=before[1][0],
            number=number,
            first=slip.first,
            last=slip.last,
        )
    return said, _split(reading, before[0], slip.first)


def _split(reading: Reading, clause: Span, number: int) -> Mend | None:
    """Cut a paragraph where the number that is missing behind it stands in its text."""
    marks = f"[{BIDI_MARKS}]*"
    opening = re.compile(rf"(?<=\s)(?={marks}{number}{marks}\s?{marks}[-–]{marks}\s)")
    places = [place.start() for place in opening.finditer(reading.text, clause.start + 1, clause.end)]
    if len(places) != 1 or any(each.end > places[0] for each in reading.all_within(clause)):
        return None
    return Mend("split", UserError("Split off {number}", number=number), clause.id, places[0], before=clause.limits)


def part_order(reading: Reading) -> Iterator[Problem]:
    """Operative paragraphs that stand before the preamble of their part, or recitals that stand behind them."""
    stretch: list[Span] = []
    for number, clause in enumerate(reading.tops):
        if clause.label not in (PREAMBULAR, OPERATIVE) or number in reading.gaps:
            yield from _disordered(reading, stretch)
            stretch = []
        if clause.label in (PREAMBULAR, OPERATIVE):
            stretch.append(clause)
    yield from _disordered(reading, stretch)


def _disordered(reading: Reading, stretch: list[Span]) -> Iterator[Problem]:
    """Of the two kinds, those are taken to be wrong that are fewer, and rather those whose text says so too."""
    likely = [_reads_otherwise(reading, clause) for clause in stretch]
    costs = [1 if otherwise else 2 for otherwise in likely]
    cost = sum(each for clause, each in zip(stretch, costs, strict=True) if clause.label == PREAMBULAR)
    least, limit = cost, 0
    for place, (clause, each) in enumerate(zip(stretch, costs, strict=True), start=1):
        cost += each if clause.label == OPERATIVE else -each
        if cost < least:
            least, limit = cost, place
    for place, clause in enumerate(stretch):
        if place < limit and clause.label == OPERATIVE:
            mend = _relabel(clause, PREAMBULAR, UserError("Make it a preambular paragraph")) if likely[place] else None
            yield _problem(clause, UserError("It stands in the preamble."), mend, "part-order")
        elif clause.label == PREAMBULAR and likely[place]:
            mend = _relabel(clause, OPERATIVE, UserError("Make it an operative paragraph"))
            yield _problem(clause, UserError("It opens with a number."), mend, "part-order")
        elif place >= limit and clause.label == PREAMBULAR:
            yield _problem(clause, UserError("It stands behind the operative paragraphs."), None, "part-order")


def _reads_otherwise(reading: Reading, clause: Span) -> bool:
    """Whether an operative paragraph opens as recitals do, or a preambular one with a number."""
    kind = reading.opening(clause).kind
    if clause.label == PREAMBULAR:
        return kind == "digit"
    return kind is None and words.recital.match(reading.text, clause.start) is not None


def _relabel(clause: Span, label: str, said: UserError) -> Mend:
    return Mend("relabel", said, clause.id, value=label, before=clause.limits)


def _problem(clause: Span, said: UserError, mend: Mend | None = None, kind: str = "numbering") -> Problem:
    return Problem("part-order" if kind == "part-order" else "numbering", clause.id, *clause.limits, said, mend)
