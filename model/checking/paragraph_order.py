"""The checks ``numbering`` and ``part-order``: numbers of paragraphs, and the preamble before the operative part.

Numbering may begin anew in parts and annexes, that is after a clause that is not a numbered paragraph (a heading, a
title, a table) or after unmarked words; it may also go on there from an earlier part.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from model.annotation.values import Span
from model.checking.clause_tree import OPERATIVE, PREAMBULAR, ClauseTree
from model.checking.problems import Fix, Problem
from model.checking.sequences import Slip, Value, slips
from model.errors import UserError
from model.text import words
from model.text.numbering import Numbering
from model.text.words import BIDI_MARKS

_SECOND = re.compile(rf"[-–][\s{BIDI_MARKS}]*(\d{{1,2}})(?=[\s{BIDI_MARKS}]*[-–])")  # 4-7-: the seventh of the fourth


@dataclass(slots=True)
class _Run:
    """Paragraphs numbered in one sequence.

    ``restarted``: the number before, if the sequence begins with 1 for no visible reason. ``after_gap``: unmarked words
    precede it, so that its beginning may not be marked.
    """

    paragraphs: list[Span] = field(default_factory=list[Span])
    values: list[Value] = field(default_factory=list[Value])
    restarted: int | None = None
    after_gap: bool = False


def numbering(tree: ClauseTree) -> Iterator[Problem]:
    """Numbers that differ from the text, and missing, repeated and misplaced numbers of paragraphs."""
    for clause in tree.clauses:
        if clause.label in tree.numbered or clause.label in tree.items:
            opening = tree.opening(clause)
            if opening.number is not None and opening.number != (clause.number or ""):
                yield _wrong_number(clause, opening)
    runs = _runs(tree)
    if runs:
        for clause in tree.tops:
            if clause.label in tree.numbered and tree.opening(clause).number is None and not clause.number:
                fix = None
                if words.recital.match(tree.text, clause.start) is not None:
                    fix = _relabel(clause, PREAMBULAR, UserError("Make it a preambular paragraph"))
                yield _numbering(clause, UserError("It has no number, though the others have one."), fix)
    for run in runs:
        if run.restarted is not None:
            message = UserError(
                "Numbering begins anew with 1 after {before}, and no heading stands between.", before=run.restarted
            )
            yield _numbering(run.paragraphs[0], message)
        for slip in slips(run.values):
            if slip.kind != "begins" or not run.after_gap:
                yield _of_slip(tree, run, slip)


def _runs(tree: ClauseTree) -> list[_Run]:
    numbered = [clause for clause in tree.tops if clause.label in tree.numbered]
    values = {clause.id: value for clause in numbered if (value := _value(tree, clause)) is not None}
    following = [values[clause.id] for clause in numbered if clause.id in values]
    runs: list[_Run] = []
    current: _Run | None = None
    parted, after_gap, place = True, False, 0
    for index, clause in enumerate(tree.tops):
        gap = index in tree.gaps
        parted, after_gap = parted or gap, gap or (after_gap and clause.label not in tree.numbered)
        value = values.get(clause.id)
        if value is None:
            parted = parted or clause.label not in tree.numbered
            continue
        place += 1
        goes_on = current is not None and _follows(current.values[-1], value)
        if current is None or (parted and not goes_on and value[0] == 1):
            current = _Run(after_gap=after_gap)
            runs.append(current)
        elif parted and not goes_on:
            earlier = (run for run in reversed(runs) if _follows(run.values[-1], value))
            current = next(earlier, current)
        elif not goes_on and value == (1, 0) and following[place : place + 1] == [(2, 0)]:
            current = _Run(restarted=current.values[-1][0])
            runs.append(current)
        current.paragraphs.append(clause)
        current.values.append(value)
        parted, after_gap = False, False
    return runs


def _value(tree: ClauseTree, clause: Span) -> Value | None:
    """The number of a paragraph, preferably as in the text; None if it has none."""
    opening = tree.opening(clause)
    number = opening.number or clause.number or ""
    if not number.isdecimal():
        return None
    second = None
    if opening.number is not None:
        place = tree.source.find(opening.number, clause.start) + len(opening.number)
        second = _SECOND.match(tree.text, place)
    return int(number), int(second[1]) if second is not None else 0


def _follows(last: Value, value: Value) -> bool:
    return value[0] == last[0] + 1 or (value[0] == last[0] and value[1] == last[1] + 1)


def _wrong_number(clause: Span, opening: Numbering) -> Problem:
    found = opening.number
    fix = Fix("number", UserError("Take the number {found}", found=found), clause.id, value=found, before=clause.limits)
    if clause.number is None:
        message = UserError("There is no number, but {found} stands in the text.", found=found)
    else:
        message = UserError(
            "The number is {number}, but {found} stands in the text.", number=clause.number, found=found
        )
    return _numbering(clause, message, fix)


def _of_slip(tree: ClauseTree, run: _Run, slip: Slip) -> Problem:
    clause, number = run.paragraphs[slip.place], run.values[slip.place][0]
    if slip.kind == "begins":
        return _numbering(clause, UserError("Numbering begins with {number}.", number=number))
    if slip.kind == "twice":
        return _numbering(clause, UserError("Number {number} stands twice.", number=number))
    if slip.after is None:
        return _numbering(clause, UserError("Number {number} is out of place.", number=number))
    before = run.values[slip.after][0]
    if slip.kind == "misplaced":
        message = UserError("Number {number} is out of place after {before}.", number=number, before=before)
        return _numbering(clause, message)
    if slip.first == slip.last:
        message = UserError(
            "Between {before} and {number}, {missing} is missing.", before=before, number=number, missing=slip.first
        )
    else:
        message = UserError(
            "Between {before} and {number}, the numbers from {first} to {last} are missing.",
            before=before,
            number=number,
            first=slip.first,
            last=slip.last,
        )
    return _numbering(clause, message, _split(tree, run.paragraphs[slip.after], slip.first))


def _split(tree: ClauseTree, clause: Span, number: int) -> Fix | None:
    """Split a paragraph where its text contains the missing number."""
    marks = f"[{BIDI_MARKS}]*"
    opening = re.compile(rf"(?<=\s)(?={marks}{number}{marks}\s?{marks}[-–]{marks}\s)")
    places = [place.start() for place in opening.finditer(tree.text, clause.start + 1, clause.end)]
    if len(places) != 1 or any(each.end > places[0] for each in tree.descendants(clause)):
        return None
    return Fix("split", UserError("Split off {number}", number=number), clause.id, places[0], before=clause.limits)


def part_order(tree: ClauseTree) -> Iterator[Problem]:
    """Operative paragraphs in the preamble of their part, and recitals after the preamble."""
    part: list[Span] = []
    for index, clause in enumerate(tree.tops):
        if clause.label not in (PREAMBULAR, OPERATIVE) or index in tree.gaps:
            yield from _misplaced(tree, part)
            part = []
        if clause.label in (PREAMBULAR, OPERATIVE):
            part.append(clause)
    yield from _misplaced(tree, part)


def _misplaced(tree: ClauseTree, part: list[Span]) -> Iterator[Problem]:
    """Find the end of the preamble that makes the fewest paragraphs wrong; those whose text reads like the other kind
    count half.
    """
    likely = [_reads_otherwise(tree, clause) for clause in part]
    costs = [1 if otherwise else 2 for otherwise in likely]
    cost = sum(each for clause, each in zip(part, costs, strict=True) if clause.label == PREAMBULAR)
    least, limit = cost, 0
    for place, (clause, each) in enumerate(zip(part, costs, strict=True), start=1):
        cost += each if clause.label == OPERATIVE else -each
        if cost < least:
            least, limit = cost, place
    for place, clause in enumerate(part):
        fix = None
        if place < limit and clause.label == OPERATIVE:
            message = UserError("It stands in the preamble.")
            if likely[place]:
                fix = _relabel(clause, PREAMBULAR, UserError("Make it a preambular paragraph"))
        elif clause.label == PREAMBULAR and likely[place]:
            message = UserError("It opens with a number.")
            fix = _relabel(clause, OPERATIVE, UserError("Make it an operative paragraph"))
        elif place >= limit and clause.label == PREAMBULAR:
            message = UserError("It stands behind the operative paragraphs.")
        else:
            continue
        yield Problem("part-order", clause.id, *clause.limits, message, fix)


def _reads_otherwise(tree: ClauseTree, clause: Span) -> bool:
    """Whether an operative paragraph opens like a recital, or a preambular one with a number."""
    kind = tree.opening(clause).kind
    if clause.label == PREAMBULAR:
        return kind == "digit"
    return kind is None and words.recital.match(tree.text, clause.start) is not None


def _relabel(clause: Span, label: str, message: UserError) -> Fix:
    return Fix("relabel", message, clause.id, value=label, before=clause.limits)


def _numbering(clause: Span, message: UserError, fix: Fix | None = None) -> Problem:
    return Problem("numbering", clause.id, *clause.limits, message, fix)
