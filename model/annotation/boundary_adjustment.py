"""The room that a mark needs for other limits: what stands beside it gives way, what holds it grows.

What a person has confirmed is cut back at most; a proposal of which no word would be left goes. Nothing is written
here. All offsets are half-open code points.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from model.annotation import nesting
from model.annotation.layers import Scheme
from model.annotation.values import Span, text_order
from model.text import words
from model.text.numbering import number_of

REACH = 200  # code points of white space between a clause and the one that follows a limit of it
_OPENING = 40  # code points in which a number is looked for
_STOPS = frozenset("،؛.:,;")


@dataclass(frozen=True, slots=True)
class BoundaryAdjustment:
    """What becomes of other marks, by their ids.

    ``limits``: those that some will have. ``gone``: proposals that have no place any more. ``loose``: leading phrases
    that are only proposed and would lie in their clause no longer. ``lost``: a confirmed mark of which nothing would be
    left, which forbids the whole.
    """

    limits: Mapping[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])
    gone: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    lost: Span | None = None


NONE = BoundaryAdjustment()


@dataclass(frozen=True, slots=True)
class Wish:
    """Other limits for a mark.

    ``instead``: ids of marks that it replaces. ``firm``: confirmed marks stay as they are. ``closing``: proposals that
    it adjoins follow a limit that moves away from them, so that no hole is left.
    """

    span: Span
    start: int
    end: int
    instead: Collection[str] = ()
    firm: bool = False
    closing: bool = False


def room(scheme: Scheme, text: str, spans: Iterable[Span], wish: Wish) -> BoundaryAdjustment:
    """What must become of others so that a mark may have other limits; of ``spans``, all those around it, whatever
    their layer, none rejected.
    """
    start, end = words.trim(text, wish.start, wish.end)
    wish = replace(wish, start=start, end=end)
    span = wish.span
    start, end = min(start, span.start) - REACH, max(end, span.end) + REACH
    near = [each for each in spans if each.start < end and each.end > start]
    others = [each for each in near if each.layer == span.layer and each.id not in (span.id, *wish.instead)]
    others.sort(key=text_order)
    limits: dict[str, tuple[int, int]] = {}
    empty: list[Span] = []
    outside: list[Span] = []
    for other in others:
        is_open = other.status == "suggested"
        if wish.firm and not is_open:
            continue
        low, high = _beside(other, wish)
        if (low, high) == other.limits:
            continue
        if is_open and span.contains(other) and low >= high:
            outside.append(other)
            continue
        low, high = words.trim(text, low, high) if low < high else (low, low)
        if low < high and (not is_open or has_word(text, low, high)):
            limits[other.id] = (low, high)
        elif is_open:
            empty.append(other)
        else:
            return BoundaryAdjustment(lost=other)
    if wish.closing and not outside:
        for other, low, high in _following(text, others, wish):
            limits.setdefault(other.id, (low, high))
    gone = _misplaced(scheme, others, empty, wish, [replace(span, start=wish.start, end=wish.end)])
    gone += _misplaced(scheme, others, outside, wish, [])
    for other in _doubled(others, limits, gone, wish):
        del limits[other.id]
        gone.append(other.id)
    return BoundaryAdjustment(limits, tuple(gone), tuple(_loose(scheme, near, wish, limits, gone)))


def _beside(other: Span, wish: Wish) -> tuple[int, int]:
    """The limits of another mark beside the new ones: cut back to its side of them, or grown around them."""
    span, (low, high) = wish.span, other.limits
    if other.contains(span):
        return min(low, wish.start), max(high, wish.end)
    if span.contains(other):
        return max(low, wish.start), min(high, wish.end)
    if other.start >= span.end:
        return max(low, wish.end), high
    return low, min(high, wish.start)


def has_word(text: str, start: int, end: int) -> bool:
    """Whether there is a letter or a digit in a stretch."""
    return any(letter.isalnum() for letter in text[start:end])


def _following(text: str, others: Sequence[Span], wish: Wish) -> Iterable[tuple[Span, int, int]]:
    """The proposals beside a mark whose limit moves away from them, with the limits with which they adjoin it again.

    A clause that opens with its number begins there, whatever stood before it: what is freed is no part of it.
    """
    span = wish.span
    holders = {each.id for each in others if each.contains(span)}

    def siblings(found: Iterable[Span]) -> Iterable[Span]:
        for each in found:
            around = {other.id for other in others if other.id != each.id and other.contains(each)}
            if around == holders:
                yield each

    start = begun_again(text, wish.end, span.end)
    if start is not None:
        behind = [each for each in others if each.start >= span.end and not has_word(text, span.end, each.start)]
        follower = next(iter(siblings(behind)), None)
        if follower is not None and follower.status == "suggested" and not is_numbered(text, follower.start):
            yield follower, start, follower.end
    end = ended_again(text, span.start, wish.start)
    if end is not None:
        before = [each for each in others if each.end <= span.start and not has_word(text, each.end, span.start)]
        leader = next(iter(siblings(before)), None)
        if leader is not None and leader.status == "suggested":
            yield leader, leader.start, end


def begun_again(text: str, end: int, before: int) -> int | None:
    """Where what follows a clause begins when that ends at ``end``, no longer at ``before``; None where no word comes
    free. A stop belongs to what it ends.
    """
    start = end
    while start < before and (text[start].isspace() or text[start] in _STOPS):
        start += 1
    return start if has_word(text, start, before) else None


def ended_again(text: str, before: int, start: int) -> int | None:
    """Where what stands before a clause ends when that begins at ``start``, no longer at ``before``; None where no word
    comes free, or where the clause opened with its number: what stands there is no part of another.
    """
    if not has_word(text, before, start) or is_numbered(text, before):
        return None
    return words.trim(text, before, start)[1]


def is_numbered(text: str, start: int) -> bool:
    """Whether a clause that begins there opens with a number, a letter or a bullet."""
    return number_of(text[start : start + _OPENING]).kind is not None


def _misplaced(
    scheme: Scheme, others: Sequence[Span], without: Sequence[Span], wish: Wish, inside: Sequence[Span]
) -> list[str]:
    """Those proposals (ids) that have no place where they are: they would stand in a mark with its new limits
    (``inside``), or in it no longer.

    They may stand there where the scheme lets them, but no deeper in clauses of their own kind than before: what is
    left of two that were joined is none.
    """
    outer = [*(each for each in others if each.contains(wish.span)), *inside]
    kept: list[Span] = []
    gone: list[str] = []
    for other in without:
        label = scheme.label(other.label)
        around = [*outer, *(each for each in kept if each.contains(other))]
        parent = around[-1] if around else None
        before = sum(1 for each in others if each.label == other.label and each.id != other.id and each.contains(other))
        before += wish.span.label == other.label and wish.span.contains(other)
        after = sum(1 for each in around if each.label == other.label)
        fits = label.top if parent is None else parent.label in label.inside and parent.limits != other.limits
        if fits and after <= before and (parent is None or parent.contains(other)):
            kept.append(other)
        else:
            gone.append(other.id)
    return gone


def _doubled(
    others: Sequence[Span], limits: Mapping[str, tuple[int, int]], gone: Collection[str], wish: Wish
) -> list[Span]:
    """Proposals that were cut back to the very limits of a mark inside them: that one says more."""
    found: list[Span] = []
    there = [each for each in others if each.id not in gone]
    for each in there:
        if each.status != "suggested" or each.id not in limits or each.contains(wish.span):
            continue
        rest = (other for other in there if other is not each and other not in found)
        if any(limits.get(other.id, other.limits) == limits[each.id] for other in rest):
            found.append(each)
    return found


def _loose(
    scheme: Scheme, near: Sequence[Span], wish: Wish, limits: Mapping[str, tuple[int, int]], gone: Collection[str]
) -> list[str]:
    """The leading phrases that are proposals and would be cut, or lie in another clause than before."""
    layers = {layer.id for layer in scheme.layers_within(wish.span.layer)}
    phrases = sorted((each for each in near if each.layer in layers and each.status == "suggested"), key=text_order)
    if not phrases:
        return []
    clauses = sorted((each for each in near if each.layer == wish.span.layer), key=text_order)
    now = {**limits, wish.span.id: (wish.start, wish.end)}
    moved = [
        replace(each, start=now[each.id][0], end=now[each.id][1]) if each.id in now else each
        for each in clauses
        if each.id not in gone and each.id not in wish.instead
    ]
    moved.sort(key=text_order)
    holder_of = {phrase.id: holder for phrase, holder, _ in nesting.holders(phrases, clauses)}
    found: list[str] = []
    for phrase, holder, cutting in nesting.holders(phrases, moved):
        before = holder_of[phrase.id]
        if holder is None or cutting is not None or before is None or holder.id != before.id:
            found.append(phrase.id)
    return found
