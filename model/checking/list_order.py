"""The checks ``list-order``, ``level`` and ``orphan``: items of lists, their order, level and paragraph.

Lists are read in text order, and levels in the order in which they first appear: ``(أ)`` is above ``’1‘`` where letters
come first. An item of a higher level ends the lists below it. A list begins anew after words that are not an item.
Paragraphs of prose (in mandates and annexes) often continue a list that the paragraph before them began.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import dropwhile, takewhile

from model.annotation.values import Span
from model.checking.clause_tree import OPERATIVE, PREAMBULAR, ClauseTree, last_word
from model.checking.problems import Fix, Problem
from model.checking.sequences import Slip, slips
from model.errors import UserError
from model.text.numbering import ABJAD, abjad_index
from model.text.words import trim

_LETTER = re.compile(r"(?<=\s)[(]\s?([ء-ي])ـ?\s?[)](?=\s)")
_QUOTES_TURNED = str.maketrans("’‘", "‘’")
_LAST_LETTER = 26  # ض: after it some lists go on with ظ and غ, others begin to double the letters


@dataclass(slots=True)
class _List:
    """Consecutive items of one level."""

    kind: str
    items: list[Span] = field(default_factory=list[Span])
    values: list[int] = field(default_factory=list[int])
    parted: bool = False  # an item of the level above has come since the last one


def list_order(tree: ClauseTree) -> Iterator[Problem]:
    """Missing, repeated and misplaced items of lists."""
    levels: list[_List] = []
    for index, top in enumerate(tree.tops):
        if top.label in (OPERATIVE, PREAMBULAR) or top.label in tree.numbered or index in tree.gaps:
            yield from _end(tree, levels, 0)
        reached = top.start
        for item in (each for each in (top, *tree.descendants(top)) if each.label in tree.items):
            yield from _add(tree, levels, item, reached)
            first_child = next(_items(tree, tree.children.get(item.id, ())), None)
            reached = max(reached, item.end if first_child is None else first_child.start)
    yield from _end(tree, levels, 0)


def _items(tree: ClauseTree, clauses: Iterable[Span]) -> Iterator[Span]:
    return (clause for clause in clauses if clause.label in tree.items)


def _add(tree: ClauseTree, levels: list[_List], item: Span, reached: int) -> Iterator[Problem]:
    """Add an item to the list that it continues, or begin a list with it; the lists that end there are checked.

    ``reached`` is the end of the words of the items before it.
    """
    kind, value = _read(tree, item)
    if kind is None or value is None:
        return
    at = next((place for place, each in enumerate(levels) if each.kind == kind), None)
    if at is None:
        levels.append(_List(kind))
    else:
        if kind == "quoted" and [each.kind for each in levels[at + 1 :]] == ["letter"]:
            levels[at + 1].parted = True  # letters may run on below headings
        else:
            yield from _end(tree, levels, at + 1)
        last = levels[at]
        siblings = tree.parent[last.items[-1].id] == tree.parent[item.id]
        restarted = last.parted and value != last.values[-1] + 1
        anew = value == 1 and (not siblings or tree.words_between(reached, item.start) is not None)
        if restarted or anew:
            yield from _end(tree, levels, at)
            levels.append(_List(kind))
    found = next(each for each in levels if each.kind == kind)
    found.items.append(item)
    found.values.append(value)
    found.parted = False


def _read(tree: ClauseTree, item: Span) -> tuple[str | None, int | None]:
    """How an item's number is written, and its position in a list counted from 1; None for both without a number."""
    opening = tree.opening(item)
    number = opening.number or item.number or ""
    if number.isdecimal():
        return opening.kind or "quoted", int(number)
    value = abjad_index(number)
    return ("letter", value) if value is not None else (None, None)


def _end(tree: ClauseTree, levels: list[_List], kept: int) -> Iterator[Problem]:
    """Remove the lists of the levels from ``kept`` on, and check them."""
    ended = levels[kept:]
    del levels[kept:]
    for each in ended:
        values = _closed_up(each.values) if each.kind == "letter" else each.values
        for slip in slips([(value, 0) for value in values]):
            yield from _of_slip(tree, each, slip)


def _closed_up(values: list[int]) -> list[int]:
    """Positions of letters as if ``أأ`` came directly after the last single letter of the list."""
    if not any(value > len(ABJAD) for value in values):
        return values
    last = max((value for value in values if _LAST_LETTER <= value <= len(ABJAD)), default=len(ABJAD))
    return [value - (len(ABJAD) - last) if value > len(ABJAD) else value for value in values]


def _of_slip(tree: ClauseTree, found: _List, slip: Slip) -> Iterator[Problem]:
    item, value = found.items[slip.place], found.values[slip.place]
    before = None if slip.after is None else found.items[slip.after]
    written = _written(tree, item, found.kind)
    fix = None
    if slip.kind == "twice":
        message = UserError("{item} stands twice in its list.", item=written)
    elif slip.kind == "misplaced" or (slip.kind == "gap" and before is None):
        message = UserError("{item} is out of place in its list.", item=written)
    elif _opens_prose(tree, item, _sign(found.kind, value - 1)):
        return
    elif before is None:
        message = UserError("The list begins with {item}.", item=written)
        fix = _insert(tree, found, slip.place, None) if value == 2 else None
    else:
        message = UserError(
            "{item} comes after {before}; {missing} is missing.",
            item=written,
            before=_written(tree, before, found.kind),
            missing=_sign(found.kind, found.values[slip.after or 0] + 1),
        )
        fix = _insert(tree, found, slip.place, before) if slip.first == slip.last else None
    yield Problem("list-order", item.id, *item.limits, message, fix)


def _opens_prose(tree: ClauseTree, item: Span, sign: str) -> bool:
    """Whether an item has no parent, or is the first item in a paragraph of prose whose own words contain the item
    before it.
    """
    parent = tree.parent[item.id]
    if parent is None:
        return True
    first = next(_items(tree, tree.children[parent.id]))
    in_prose = first.id == item.id and parent.label not in (OPERATIVE, PREAMBULAR, *tree.items)
    own = tree.text[parent.start : item.start]
    return in_prose and (sign in own or sign.translate(_QUOTES_TURNED) in own)


def _sign(kind: str, value: int) -> str:
    """An item's number as resolutions write it."""
    if kind != "letter":
        return f"’{value}‘" if kind == "quoted" else f"({value})"
    times, place = divmod(value - 1, len(ABJAD))
    return f"({ABJAD[place] * (times + 1)})"


def _written(tree: ClauseTree, item: Span, kind: str) -> str:
    number = tree.opening(item).number or item.number or ""
    return f"’{number}‘" if kind == "quoted" else f"({number})"


def _insert(tree: ClauseTree, found: _List, place: int, before: Span | None) -> Fix | None:
    """Mark the one item that is missing before another, or split it off the one before it, where the text has it.

    ``place`` is the index of the item in its list, ``before`` the list's item before the missing one.
    """
    item, text = found.items[place], tree.text
    missing = _sign(found.kind, found.values[place] - 1)
    parent = tree.parent[item.id]
    if before is None:
        start = -1 if parent is None else text.rfind(f" {missing} ", parent.start, item.start) + 1
        return _mark(tree, item, missing, start) if start > 0 else None
    gap = tree.words_between(before.end, item.start)
    if gap is not None:
        return _mark(tree, item, missing, gap[0]) if text.startswith(missing, gap[0]) else None
    start = text.find(f" {missing} ", before.start + 1, before.end) + 1
    if not start or any(each.end > start for each in tree.descendants(before)):
        return None
    return Fix("split", UserError("Split off {item}", item=missing), before.id, start, before=before.limits)


def _mark(tree: ClauseTree, item: Span, written: str, start: int) -> Fix | None:
    """Mark the text from ``start`` to an item as another item."""
    start, end = trim(tree.text, start, item.start)
    siblings = tree.children.get((tree.parent[item.id] or item).id, ())
    if any(start < each.end and each.start < end for each in siblings):
        return None
    return Fix("mark", UserError("Mark {item}", item=written), None, start, end, item.label)


def levels(tree: ClauseTree) -> Iterator[Problem]:
    """Items that belong inside the item before them, beside their parent, or inside an item that is not marked."""
    for item in _items(tree, tree.clauses):
        kind, _ = _read(tree, item)
        parent = tree.parent[item.id]
        if parent is None or kind is None:
            continue
        if parent.label in tree.items:
            if _read(tree, parent)[0] == kind:
                yield _inside_sibling(tree, item, parent, kind)
            continue
        first = next(_items(tree, tree.children[parent.id]))
        if kind != "quoted" or (_read(tree, first) == (kind, 1) and first.id != item.id):
            continue  # where numbers come first, letters are below them
        before = tree.previous_sibling[item.id]
        if before is not None and before.label in tree.items:
            if _read(tree, before)[0] == "letter":
                yield _beside_parent(tree, item, before)
        elif parent.label in (OPERATIVE, PREAMBULAR):
            unmarked = _LETTER.search(tree.text, parent.start if before is None else before.end, item.start)
            if unmarked is not None:
                yield _level_left_out(tree, item, parent, unmarked)


def _inside_sibling(tree: ClauseTree, item: Span, parent: Span, kind: str) -> Problem:
    start, end = trim(tree.text, item.end, parent.end)
    fix = None
    if start == end:
        fix = Fix("take-out", UserError("Put it beside that one"), item.id, before=item.limits)
    message = UserError(
        "{item} stands inside {before}, beside which it belongs.",
        item=_written(tree, item, kind),
        before=_written(tree, parent, kind),
    )
    return Problem("level", item.id, *item.limits, message, fix)


def _beside_parent(tree: ClauseTree, item: Span, before: Span) -> Problem:
    fix = None
    if tree.words_between(before.end, item.start) is None:
        fix = Fix("nest", UserError("Put it into that one"), item.id, before=item.limits)
    message = UserError(
        "{item} stands beside {before}, inside which it belongs.",
        item=_written(tree, item, "quoted"),
        before=_written(tree, before, "letter"),
    )
    return Problem("level", item.id, *item.limits, message, fix)


def _level_left_out(tree: ClauseTree, item: Span, parent: Span, unmarked: re.Match[str]) -> Problem:
    message = UserError(
        "A level is left out: {item} belongs inside ({letter}), which is not marked.",
        item=_written(tree, item, "quoted"),
        letter=unmarked[1],
    )
    # The missing item becomes the parent of this one and of its successors.
    after = dropwhile(lambda each: each.id != item.id, tree.children[parent.id])
    run = list(takewhile(lambda each: _read(tree, each)[0] == "quoted", after))
    offer = UserError("Mark ({letter})", letter=unmarked[1])
    fix = Fix("mark", offer, None, unmarked.start(), run[-1].end, item.label)
    return Problem("level", item.id, *item.limits, message, fix)


def orphans(tree: ClauseTree) -> Iterator[Problem]:
    """Items without a parent; only the first of consecutive ones."""
    tops = tree.tops
    for index, item in enumerate(tops):
        before = tops[index - 1] if index and index not in tree.gaps else None
        if item.label not in tree.items or (before is not None and before.label in tree.items):
            continue
        fix = None
        if before is not None and before.label in tree.labels[item.label].inside:
            last = index
            while last + 1 < len(tops) and tops[last + 1].label in tree.items and last + 1 not in tree.gaps:
                last += 1
            end = tops[last].end
            offer = UserError("Lengthen the clause before it to “{word}”", word=last_word(tree.source, end))
            fix = Fix("hold", offer, before.id, before.start, end, before=before.limits)
        yield Problem("orphan", item.id, *item.limits, UserError("It stands in no paragraph."), fix)
