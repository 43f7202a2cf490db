"""Which stretch of text a mark would take when nobody selected one, by the text and the marks around a place."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from model.annotation.values import Span
from model.text import leading, numbering, words

# The marks of one layer that share a code point with a range, in text order.
Meeting = Callable[[int, int], Sequence[Span]]
# Gives new limits in a text for a start and an end.
Move = Callable[[str, int, int], tuple[int, int]]

_FAR = 40_000  # code points before the caret from which stretches are counted in a text without marks
_ITEMS = frozenset({"letter", "quoted", "bullet"})
_numbers = re.compile(r"\d+")
_not_blank = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Copied:
    """A mark to be made like another one: label, half-open code points, and features as name and value."""

    label: str
    limits: tuple[int, int]
    features: tuple[tuple[str, str], ...] = ()


def holder_of(meeting: Meeting, span: Span) -> Span | None:
    """The innermost mark of the layer around another one."""
    around = (other for other in meeting(*span.limits) if other.id != span.id and other.contains(span))
    return min(around, key=length, default=None)


def next_unmarked(text: str, meeting: Meeting, done: Span) -> tuple[int, int] | None:
    """The stretch to propose once ``done`` is marked: the next one that no other mark of its layer has taken.

    It ends where the next mark begins, and stays inside what holds ``done`` as long as anything is left there.
    """
    while True:
        holder = holder_of(meeting, done)
        found = _free_stretch(text, meeting, done.end, holder)
        if found is not None or holder is None:
            return found
        done = holder


def unmarked_at(text: str, meeting: Meeting, offset: int) -> tuple[int, int] | None:
    """The stretch at ``offset`` that no mark of the layer has taken, or the next one after it; None where none is left.

    Inside a mark that holds others it is a stretch between those; inside one that holds none, the stretch after that.
    """
    holder = min(meeting(offset, offset + 1), key=length, default=None)
    if holder is not None and all(span.contains(holder) for span in meeting(*holder.limits)):
        return next_unmarked(text, meeting, holder)
    earliest = max(0 if holder is None else holder.start, offset - _FAR)
    before = [span.end for span in meeting(earliest, offset) if span.end <= offset]
    begin = max(before, default=earliest)
    if begin > 0 and begin == offset - _FAR:
        begin = words.next_stop(text, words.previous_word(text, begin))[1]
    while (found := _free_stretch(text, meeting, begin, holder)) is not None and found[1] <= offset:
        begin = found[1]
    return found if found is not None or holder is None else next_unmarked(text, meeting, holder)


def leading_phrase(text: str, clause: Span, end: int | None = None) -> tuple[int, int] | None:
    """The verb that a clause opens with and what belongs to it, or all from there to the word before ``end``."""
    start = clause.start + numbering.number_of(text[clause.start : clause.end]).end
    if end is None or end <= start:
        return leading.leading_phrase(text, *clause.limits)
    if not text[end - 1].isspace():
        end = words.word_at(text, end - 1)[1]
    start, end = words.trim(text, start, min(end, clause.end))
    return (start, end) if start < end else None


def copied(
    text: str, source: Span, inner: Sequence[Span], leads: Collection[str], target: tuple[int, int]
) -> list[Copied]:
    """What the marks inside ``source`` are in another stretch, in text order.

    A leading phrase (a mark of a layer in ``leads``) is the phrase that opens the stretch: the same words where it
    opens with these, else the likely one. Any other mark is looked for by its words, behind the one before it; the
    numbers in them may differ, so that the citation of one resolution is found in that of another.
    """
    found: list[Copied] = []
    behind = target[0]
    for span in inner:
        if span.layer in leads:
            limits = _same_opening(text, span, target) or leading_phrase(
                text, replace(source, start=target[0], end=target[1])
            )
        else:
            limits = _same_words(text, span, behind, target[1])
            behind = behind if limits is None else limits[1]
        if limits is not None:
            found.append(Copied(span.label, limits, span.features))
    return found


def _same_opening(text: str, phrase: Span, target: tuple[int, int]) -> tuple[int, int] | None:
    start = target[0] + numbering.number_of(text[slice(*target)]).end
    start, _ = words.trim(text, start, target[1])
    end = start + length(phrase)
    same = end <= target[1] and text[start:end] == text[phrase.start : phrase.end]
    return (start, end) if same and words.word_at(text, end - 1)[1] == end else None


def _same_words(text: str, span: Span, start: int, end: int) -> tuple[int, int] | None:
    pieces = _numbers.split(text[span.start : span.end])
    pattern = _numbers.pattern.join(map(re.escape, pieces))
    match = re.compile(rf"(?<!\w){pattern}(?!\w)").search(text, start, end)
    return None if match is None else match.span()


def opens_item(text: str) -> bool:
    """Whether a clause's text opens like an item of a list."""
    return numbering.number_of(text).kind in _ITEMS


def first_item(text: str, meeting: Meeting, clause: Span) -> tuple[int, int] | None:
    """The first unmarked stretch inside a clause that opens like an item of a list (``(أ)``, ``’1‘``, ``•``)."""
    begin = clause.start
    while (found := _free_stretch(text, meeting, begin, clause)) is not None:
        if found[0] > clause.start and opens_item(text[slice(*found)]):
            return found
        begin = found[1]
    return None


def _free_stretch(text: str, meeting: Meeting, begin: int, holder: Span | None) -> tuple[int, int] | None:
    last = len(text) if holder is None else holder.end

    def taken_from(start: int, end: int) -> list[Span]:
        there = meeting(start, end)
        return [span for span in there if holder is None or (span.id != holder.id and holder.contains(span))]

    while True:
        found = _not_blank.search(text, begin)
        start = len(text) if found is None else found.start()
        if start >= last:
            return None
        over = next((span for span in taken_from(start, start + 1) if span.start <= start), None)
        if over is not None:  # looked for first: where all is marked, a clause need not be found for each mark
            begin = over.end
            continue
        start, end = words.next_clause(text, start)
        end = min(end, last)
        taken = taken_from(start, end)
        start, end = words.trim(text, start, min([end, *(span.start for span in taken)]))
        if start < end:
            return start, end
        begin = max(begin + 1, end)


def length(span: Span) -> int:
    """How many code points a span has."""
    return span.end - span.start
