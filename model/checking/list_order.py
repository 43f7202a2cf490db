"""Items of lists: their order (abjad, ``’1‘``, ``(1)``), their level, and that a paragraph holds them.

Lists are read in the order of the text, the levels as they first come: ``(أ)`` before ``’1‘`` where the letters come
first. An item of a higher level ends the lists below it. A list begins anew where words that are no item stand before
it. Paragraphs of prose (of mandates, and of annexes) often go on with a list that the paragraph before them began.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from model.annotation.values import Span
from model.checking.findings import Kind, Mend, Problem
from model.checking.paragraph_order import OPERATIVE, PREAMBULAR
from model.checking.reading import Reading, last_word
from model.checking.sequences import Slip, slips
from model.errors import UserError
from model.text.numbering import ABJAD, abjad_index
from model.text.words import trim

_LETTER = re.compile(r"(?<=\s)[(]\s?([ء-ي])ـ?\s?[)](?=\s)")
_QUOTES_TURNED = str.maketrans("’‘", "‘’")
_LAST_LETTER = 26  # ض: behind it some lists go on with ظ and غ, others begin to double the letters


@dataclass(slots=True)
class _List:
    """Items of one level that follow each other."""

    kind: str
    items: list[Span] = field(default_factory=list[Span])
    values: list[int] = field(default_factory=list[int])
    parted: bool = False  # an item of the level above has come since the last one


def list_order(reading: Reading) -> Iterator[Problem]:
    """What is wrong with the items of lists: kinds ``list-order``, ``level`` and ``orphan``."""
    yield from _orphans(reading)
    levels: list[_List] = []
    for number, top in enumerate(reading.tops):
        if top.label in (OPERATIVE, PREAMBULAR) or top.label in reading.numbered or number in reading.gaps:
            yield from _end(reading, levels, 0)
        inside = [top] if top.label in reading.items else []
        inside += [clause for clause in reading.all_within(top) if clause.label in reading.items]
        reached = top.start
        for item in inside:
            yield from _level(reading, item)
            yield from _place(reading, levels, item, reached)
            reached = max(reached, _own_end(reading, item))
    yield from _end(reading, levels, 0)


def _own_end(reading: Reading, item: Span) -> int:
    """Where the item's own words end at the latest: before the first item inside it."""
    first = next((each for each in reading.inner.get(item.id, ()) if each.label in reading.items), None)
    return item.end if first is None else first.start


def _place(reading: Reading, levels: list[_List], item: Span, reached: int) -> Iterator[Problem]:
    """Put an item into the list in which it goes on, or begin one with it; lists that end with that are looked at."""
    kind, value = _read(reading, item)
    if kind is None or value is None:
        return
    at = next((place for place, each in enumerate(levels) if each.kind == kind), None)
    if at is None:
        levels.append(_List(kind))
    else:
        if kind == "quoted" and [each.kind for each in levels[at + 1 :]] == ["letter"]:
            levels[at + 1].parted = True  # letters may run on below headings
        else:
            yield from _end(reading, levels, at + 1)
        last = levels[at]
        beside = reading.holder[last.items[-1].id] == reading.holder[item.id]
        restarted = last.parted and value != last.values[-1] + 1
        anew = value == 1 and (not beside or reading.words_between(reached, item.start) is not None)
        if restarted or anew:
            yield from _end(reading, levels, at)
            levels.append(_List(kind))
    found = next(each for each in levels if each.kind == kind)
    found.items.append(item)
    found.values.append(value)
    found.parted = False


def _read(reading: Reading, item: Span) -> tuple[str | None, int | None]:
    """How an item is written, and its place in such a list counted from 1; None where it has none."""
    opening = reading.opening(item)
    number = opening.number or item.number or ""
    if number.isdecimal():
        return opening.kind or "quoted", int(number)
    value = abjad_index(number)
    return ("letter", value) if value is not None else (None, None)


def _end(reading: Reading, levels: list[_List], kept: int) -> Iterator[Problem]:
    """Look at the lists of the levels from ``kept`` on, which end here."""
    ended = levels[kept:]
    del levels[kept:]
    for each in ended:
        values = _closed_up(each.values) if each.kind == "letter" else each.values
        for slip in slips([(value, 0) for value in values]):
            problem = _of_slip(reading, each, slip)
            if problem is not None:
                yield problem


def _closed_up(values: list[int]) -> list[int]:
    """Places of letters as if ``أأ`` came directly behind the last single letter that stands there."""
    if not any(value > len(ABJAD) for value in values):
        return values
    last = max((value for value in values if _LAST_LETTER <= value <= len(ABJAD)), default=len(ABJAD))
    return [value - (len(ABJAD) - last) if value > len(ABJAD) else value for value in values]


def _of_slip(reading: Reading, found: _List, slip: Slip) -> Problem | None:
    item = found.items[slip.place]
    before = None if slip.after is None else found.items[slip.after]
    written = _written(reading, item, found.kind)
    mend = None
    if slip.kind == "begins":
        if _opens_prose(reading, item, _sign(found.kind, found.values[slip.place] - 1)):
            return None
        said = UserError("The list begins with {item}.", item=written)
        mend = _insert(reading, found, slip.place, None) if found.values[slip.place] == 2 else None
    elif slip.kind == "twice":
        said = UserError("{item} stands twice in its list.", item=written)
    elif slip.kind == "misplaced" or before is None:
        said = UserError("{item} is out of place in its list.", item=written)
    else:
        missing = _sign(found.kind, found.values[slip.after or 0] + 1)
        if _opens_prose(reading, item, _sign(found.kind, found.values[slip.place] - 1)):
            return None
        said = UserError(
            "{item} comes after {before}; {missing} is missing.",
            item=written,
            before=_written(reading, before, found.kind),
            missing=missing,
        )
        mend = _insert(reading, found, slip.place, before) if slip.first == slip.last else None
    return Problem("list-order", item.id, *item.limits, said, mend)


def _opens_prose(reading: Reading, item: Span, sign: str) -> bool:
    """Whether an item is the first in a paragraph of prose that opens with the item before it; or stands in none."""
    holder = reading.holder[item.id]
    if holder is None:
        return True
    first = next(each for each in reading.inner[holder.id] if each.label in reading.items)
    in_prose = first.id == item.id and holder.label not in (OPERATIVE, PREAMBULAR, *reading.items)
    own = reading.text[holder.start : item.start]
    return in_prose and (sign in own or sign.translate(_QUOTES_TURNED) in own)


def _sign(kind: str, value: int) -> str:
    """An item's number as resolutions write it."""
    if kind != "letter":
        return f"’{value}‘" if kind == "quoted" else f"({value})"
    times, place = divmod(value - 1, len(ABJAD))
    return f"({ABJAD[place] * (times + 1)})"


def _written(reading: Reading, item: Span, kind: str) -> str:
    number = reading.opening(item).number or item.number or ""
    return f"’{number}‘" if kind == "quoted" else f"({number})"


def _insert(reading: Reading, found: _List, place: int, before: Span | None) -> Mend | None:
    """Mark the one item that is missing before another, or cut it off the one before it, where it stands in the text.

    ``place`` is that of the item in its list, ``before`` the item of the list that comes before the missing one.
    """
    item, text = found.items[place], reading.text
    missing = _sign(found.kind, found.values[place] - 1)
    holder = reading.holder[item.id]
    if before is None:
        start = -1 if holder is None else text.rfind(f" {missing} ", holder.start, item.start) + 1
        return _mark(reading, item, missing, start) if start > 0 else None
    gap = reading.words_between(before.end, item.start)
    if gap is not None:
        return _mark(reading, item, missing, gap[0]) if text.startswith(missing, gap[0]) else None
    start = text.find(f" {missing} ", before.start + 1, before.end) + 1
    if not start or any(each.end > start for each in reading.all_within(before)):
        return None
    return Mend("split", UserError("Split off {item}", item=missing), before.id, start, before=before.limits)


def _mark(reading: Reading, item: Span, written: str, start: int) -> Mend | None:
    """Mark what stands from ``start`` to an item as another one."""
    start, end = trim(reading.text, start, item.start)
    if any(
        start < each.end and each.start < end for each in reading.inner.get((reading.holder[item.id] or item).id, ())
    ):
        return None
    return Mend("mark", UserError("Mark {item}", item=written), None, start, end, item.label)


def _level(reading: Reading, item: Span) -> Iterator[Problem]:
    """An item that belongs inside the one before it, or beside the one that holds it."""
    kind, _ = _read(reading, item)
    holder = reading.holder[item.id]
    if holder is None or kind is None:
        return
    if holder.label in reading.items:
        if _read(reading, holder)[0] == kind:
            mend = None
            start, end = trim(reading.text, item.end, holder.end)
            if start == end:
                mend = Mend("take-out", UserError("Put it beside that one"), item.id, before=item.limits)
            said = UserError(
                "{item} stands inside {before}, beside which it belongs.",
                item=_written(reading, item, kind),
                before=_written(reading, holder, kind),
            )
            yield _problem("level", item, said, mend)
        return
    first = next(each for each in reading.inner[holder.id] if each.label in reading.items)
    if kind != "quoted" or (_read(reading, first) == (kind, 1) and first.id != item.id):
        return  # where numbers come first, letters stand below them
    before = reading.before[item.id]
    if before is not None and before.label in reading.items and _read(reading, before)[0] == "letter":
        said = UserError(
            "{item} stands beside {before}, inside which it belongs.",
            item=_written(reading, item, kind),
            before=_written(reading, before, "letter"),
        )
        mend = None
        if reading.words_between(before.end, item.start) is None:
            mend = Mend("nest", UserError("Put it into that one"), item.id, before=item.limits)
        yield _problem("level", item, said, mend)
    elif holder.label in (OPERATIVE, PREAMBULAR):
        unmarked = _LETTER.search(reading.text, holder.start if before is None else before.end, item.start)
        if unmarked is not None and (before is None or before.label not in reading.items):
            said = UserError(
                "A level is left out: {item} belongs inside ({letter}), which is not marked.",
                item=_written(reading, item, kind),
                letter=unmarked[1],
            )
            # What is missing holds this item and those like it behind it.
            beside = reading.inner[holder.id]
            behind = itertools.dropwhile(lambda each: each.id != item.id, beside)
            run = list(itertools.takewhile(lambda each: _read(reading, each)[0] == kind, behind))
            mend = Mend(
                "mark",
                UserError("Mark ({letter})", letter=unmarked[1]),
                None,
                unmarked.start(),
                run[-1].end,
                item.label,
            )
            yield _problem("level", item, said, mend)


def _orphans(reading: Reading) -> Iterator[Problem]:
    """Items that stand by themselves; of several in a row, the first."""
    tops = reading.tops
    for number, item in enumerate(tops):
        if item.label not in reading.items:
            continue
        before = tops[number - 1] if number and number not in reading.gaps else None
        if before is not None and before.label in reading.items:
            continue
        mend = None
        if before is not None and before.label in reading.labels[item.label].inside:
            last = number
            while last + 1 < len(tops) and tops[last + 1].label in reading.items and last + 1 not in reading.gaps:
                last += 1
            said = UserError(
                "Lengthen the clause before it to “{word}”", word=last_word(reading.source, tops[last].end)
            )
            mend = Mend("hold", said, before.id, before.start, tops[last].end, before=before.limits)
        yield _problem("orphan", item, UserError("It stands in no paragraph."), mend)


def _problem(kind: Kind, item: Span, said: UserError, mend: Mend | None = None) -> Problem:
    return Problem(kind, item.id, *item.limits, said, mend)
