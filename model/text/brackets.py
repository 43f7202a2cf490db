"""Brackets that stand the wrong way round in the source: ``]بناء على تقرير[``, ``)(``, ``)أ(``, ``)4(``.

Such texts were typed or converted as they looked, not as they are read: shown right to left, their brackets point
outward. Nothing here changes a text: the places are found, and a copy can have the signs at them exchanged.

Which brackets open and which close is decided together, square and round ones each by themselves, as the likeliest of
all ways to read them (Viterbi's algorithm over how many are open): a bracket that opens stands behind a blank and
before a letter, one that closes the other way round, as many open as close, and most stand as the text's others do,
which may all be turned. In the texts of 2,117 resolutions this turns 26 brackets in 15 of them, all of them really
wrong. Texts with all their brackets turned are read as before, and so are those in which the brackets of items alone
are, but for one where brackets had met the wrong way round already (``2568 (2021()والمشار``).
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from model.text.lazy_regex import lazy_re
from model.text.words import INVISIBLE

_PAIRS = (("(", ")"), ("[", "]"))
_run = lazy_re(r"[\[\]()]+")
_EXCHANGED = str.maketrans("[]()", "][)(")
_STOPS = frozenset("،؛,.;:؟?!…")
_BEFORE_OPENING = frozenset("،؛:")
_BEHIND_MARKS = frozenset("“”][")
_UNSEEN = frozenset(INVISIBLE + "\u0640" + "".join(map(chr, range(0x64B, 0x653))))

# What a way to read brackets is worth less for each …
_UNMATCHED = 3.0  # that opens or closes nothing
_TURNED = 1.0  # that stands otherwise than the text's others
_BESIDE = 2.0  # side on which what stands there speaks against it
_STYLE = 2.0  # and by how much the best way must be worth more where all are taken to be turned
_DEEPEST = 4  # brackets within brackets


@dataclass(frozen=True, slots=True)
class _Bracket:
    """``opens`` is how much what stands beside it says that it opens, below 0 that it closes."""

    place: int
    sign: str
    opens: float


def turned(text: str) -> list[int]:
    """Where a bracket stands the wrong way round: offsets in code points, ascending."""
    brackets = _brackets(text)
    places: list[int] = []
    for opening, closing in _PAIRS:
        own = [each for each in brackets if each.sign in (opening, closing)]
        if not own or _is_sound(own, opening):
            continue
        worth, roles = _read(text, own, opening)
        other_worth, other_roles = _read(text, own, closing)
        if other_worth > worth + _STYLE:
            roles = other_roles
        places += [each.place for each, opens in zip(own, roles, strict=True) if (each.sign == opening) != opens]
    return sorted(places)


def upright(text: str) -> str:
    """The text with the signs of its turned brackets exchanged: as many code points, each at its place."""
    places = turned(text)
    return exchanged(text, 0, len(text), places) if places else text


def exchanged(text: str, start: int, end: int, places: Sequence[int]) -> str:
    """``text[start:end]`` with the brackets at ``places`` (sorted offsets of the whole text) turned the other way."""
    stretch = text[start:end]
    low, high = bisect_left(places, start), bisect_left(places, end)
    if low == high:
        return stretch
    pieces: list[str] = []
    done = 0
    for place in places[low:high]:
        pieces += stretch[done : place - start], stretch[place - start].translate(_EXCHANGED)
        done = place - start + 1
    return "".join((*pieces, stretch[done:]))


def _brackets(text: str) -> list[_Bracket]:
    """All brackets in order. Of those that touch each other only the outer sides say something."""
    found: list[_Bracket] = []
    for run in _run.finditer(text):
        left = _seen(text, run.start() - 1, -1)
        right = _seen(text, run.end(), 1)
        begins = _BESIDE if not left.strip() or left in _BEFORE_OPENING else -_BESIDE
        ends = _BESIDE if right.strip() and right not in _STOPS else -_BESIDE
        last = run.end() - 1
        for place in range(run.start(), run.end()):
            opens = (begins if place == run.start() else 0.0) + (ends if place == last else 0.0)
            found.append(_Bracket(place, text[place], opens))
    return found


def _seen(text: str, place: int, step: int) -> str:
    """The next character from a place on that is seen; nothing at the text's edges."""
    while 0 <= place < len(text) and text[place] in _UNSEEN:
        place += step
    return text[place] if 0 <= place < len(text) else ""


def _is_sound(brackets: Sequence[_Bracket], opening: str) -> bool:
    """Whether all match as they stand and nothing beside them speaks against it: no other way to read them is better.
    An empty pair is a footnote's mark, whatever stands beside it.
    """
    depth = 0
    opened = -2  # the place of the last one that opens
    doubtful = False  # whether that one is sound as one of an empty pair only
    for each in brackets:
        if each.sign == opening:
            if doubtful or depth == _DEEPEST:
                return False
            depth, opened, doubtful = depth + 1, each.place, each.opens < 0
        else:
            is_empty = each.place == opened + 1
            if not depth or (not is_empty and (doubtful or each.opens > 0)):
                return False
            depth, doubtful = depth - 1, False
    return depth == 0


def _read(text: str, brackets: Sequence[_Bracket], opening: str) -> tuple[float, list[bool]]:
    """What the best way to read brackets is worth where ``opening`` is the sign of most that open, and for each whether
    it opens.
    """
    roles: dict[int, bool] = {}
    worth = 0.0
    for first, second in _empty_pairs(text, brackets, opening):
        roles[first], roles[second] = True, False
        worth += _BESIDE if brackets[first].sign == opening else -_BESIDE
    rest = [place for place in range(len(brackets)) if place not in roles]
    best, found = _likeliest([brackets[place] for place in rest], opening)
    roles |= zip(rest, found, strict=True)
    return worth + best, [roles[place] for place in range(len(brackets))]


def _empty_pairs(text: str, brackets: Sequence[_Bracket], opening: str) -> list[tuple[int, int]]:
    """Marks of footnotes, ``()`` either way round: in each run of brackets the last two that are different, where they
    stand as most do or where a word ends behind them.
    """
    found: list[tuple[int, int]] = []
    run: list[int] = []
    for place, (each, after) in enumerate(pairwise((*brackets, None))):
        assert each is not None
        run.append(place)
        if after is not None and after.place == each.place + 1:
            continue
        for first, second in pairwise(reversed(run)):
            one, other = brackets[second], brackets[first]
            if one.sign != other.sign and (one.sign == opening or _ends_word(text, each.place + 1)):
                found.append((second, first))
                break
        run = []
    return found


def _ends_word(text: str, place: int) -> bool:
    following = _seen(text, place, 1)
    return not following.strip() or following in _STOPS or following in _BEHIND_MARKS


def _likeliest(brackets: Sequence[_Bracket], opening: str) -> tuple[float, list[bool]]:
    """The best way to read brackets among which no footnote's mark is."""
    best: dict[int, float] = {0: 0.0}  # by how many are open
    came: list[dict[int, tuple[int, bool]]] = []
    for each in brackets:
        new: dict[int, float] = {}
        steps: dict[int, tuple[int, bool]] = {}
        against_opening = _TURNED if each.sign != opening else 0.0
        against_closing = _TURNED if each.sign == opening else 0.0
        for depth, worth in best.items():
            for kept in range(depth + 1):  # the others were never closed
                base = worth - _UNMATCHED * (depth - kept)
                ways = [(max(0, kept - 1), base - each.opens - against_closing - (0 if kept else _UNMATCHED), False)]
                if kept < _DEEPEST:
                    ways.append((kept + 1, base + each.opens - against_opening, True))
                for after, value, opens in ways:
                    if value > new.get(after, float("-inf")):
                        new[after], steps[after] = value, (depth, opens)
        best = new
        came.append(steps)
    depth = max(best, key=lambda each: (best[each] - _UNMATCHED * each, -each))
    worth = best[depth] - _UNMATCHED * depth
    roles: list[bool] = []
    for steps in reversed(came):
        depth, opens = steps[depth]
        roles.append(opens)
    return worth, roles[::-1]
