"""The structure of a resolution: its frame, its paragraphs with their lists, its headings and annexes.

What is between the enacting formula and the first paragraph is left whole, as a ``Preamble``: where one recital ends
and the next begins is not decided here. Everything else becomes a ``ProposedClause`` without its leading phrase.

The text is cut at each candidate (see ``marks``) that opens a clause; a clause lasts to the next one, and what has a
list lasts to the list's end. So clauses are nested or apart, and none crosses another. Any text gives a result.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from model.segmentation import headings
from model.segmentation.frame import Frame, Range, frame_of
from model.segmentation.marks import Candidate, Opens, by_rule, candidates_of
from model.segmentation.sequences import decided
from model.segmentation.values import ProposedClause
from model.text.lazy_regex import lazy_re
from model.text.words import trim

_DEPTHS = {"letter": 1, "bracketed": 1, "quoted": 2, "bullet": 1}
_LABELS = {"digit": "operative", "letter": "subclause", "bracketed": "subclause", "quoted": "subclause"}
_TAKES_LIST = ("operative", "subclause", "paragraph")
_recital = lazy_re(r"(?<=[،؛.])\s+(?=(?:و[إأا]?ذ|وقد)\s)")
_annex_word = lazy_re(
    r"\S*(?:رفق|ضميمة|تذييل)\S*(?:\s+(?:الأول|الثاني|الثالث|الرابع|الخامس|[IVX]{1,4}|\d{1,2})(?=\s))?"
)

FRAME_CHANCE = 0.999
CLOSING_CHANCE = 0.997


@dataclass(frozen=True, slots=True)
class Preamble:
    """A stretch of recitals. In each of ``lists`` none begins or ends, and one ends with it."""

    start: int
    end: int
    lists: tuple[Range, ...] = ()
    annex: bool = False
    confidence: float = 1.0  # the chance that the stretch ends where a recital does


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where clauses are, a part's body or the annexes, and the candidates there with the chance that each opens one."""

    start: int
    end: int
    candidates: Sequence[tuple[Candidate, float]]


@dataclass(frozen=True, slots=True)
class Structure:
    """All that was found; ``clauses`` are in text order (start, -end), nested or apart, and none lies across the limit
    of a preamble.
    """

    frame: Frame
    preambles: tuple[Preamble, ...]
    clauses: tuple[ProposedClause, ...]


@dataclass(frozen=True, slots=True)
class _Leaf:
    """What lies between two openings.

    ``begins`` is the chance of the opening, ``ends`` that of the next one. ``broken`` and ``listed`` are the greatest
    chances that were rejected in between: of what ends a paragraph, and of what is an item of its list.
    """

    start: int
    end: int
    candidate: Candidate | None
    begins: float
    ends: float
    broken: float = 0.0
    listed: float = 0.0

    @property
    def chance(self) -> float:
        """The chance that it begins and ends there."""
        return min(self.begins, self.ends, 1 - self.broken, 1 - self.listed)

    def within(self, limits: Range) -> "_Leaf":
        """A part of it."""
        return _Leaf(*limits, None, self.begins, self.ends, self.broken, self.listed)


def structure(text: str, opens: Opens = by_rule) -> Structure:
    """The structure of a text; ``opens`` gives the chance that a candidate opens a clause."""
    return structure_of(text, *frame_and_stretches(text, opens))


def frame_and_stretches(text: str, opens: Opens) -> tuple[Frame, list[Stretch]]:
    """The frame of a text, and its stretches with the chance that each candidate opens a clause."""
    frame = frame_of(text)
    stretches: list[Stretch] = []
    for limits, annex in frame.stretches():
        start, end = trim(text, *limits)
        found = decided(candidates_of(text, start, end, annex=annex), opens, annex=annex) if start < end else []
        stretches.append(Stretch(start, end, found))
    return frame, stretches


def structure_of(text: str, frame: Frame, stretches: Sequence[Stretch]) -> Structure:
    """The structure of a text with this frame, where the candidates of its stretches have these chances."""
    clauses: list[ProposedClause] = []
    preambles: list[Preamble] = []
    _add(clauses, frame.adoption, "adoption", FRAME_CHANCE)
    _add(clauses, frame.source, "source", FRAME_CHANCE)
    for part, stretch in zip(frame.parts, stretches, strict=False):
        _add(clauses, part.title, "title", FRAME_CHANCE)
        _add(clauses, part.formula, "enacting", FRAME_CHANCE)
        has_header = part.formula is not None or frame.adoption is not None
        body = _Body(text, list(_leaves(text, stretch)), annex=False)
        body.read(begins_preamble=has_header)
        clauses += body.clauses
        preambles += body.preambles
        _add(clauses, part.closing, "closing", CLOSING_CHANCE)
    if frame.annex is not None:
        clauses += _annex(text, frame.annex, stretches[-1], preambles)
    clauses.sort(key=lambda clause: (clause.start, -clause.end))
    return Structure(frame, tuple(preambles), tuple(clauses))


def _add(clauses: list[ProposedClause], limits: Range | None, label: str, chance: float) -> None:
    if limits is not None and limits[0] < limits[1]:
        clauses.append(ProposedClause(*limits, label, confidence=chance))


def _annex(text: str, limits: Range, stretch: Stretch, preambles: list[Preamble]) -> list[ProposedClause]:
    """The clauses of all annexes; the first leaf is the title where it is short."""
    leaves = list(_leaves(text, stretch))
    found: list[ProposedClause] = []
    word = _annex_word.match(text, limits[0], limits[1])
    if leaves and word is not None:
        first = leaves[0]
        end = first.end if headings.is_heading(text, first.start, first.end) else min(word.end(), first.end)
        found.append(ProposedClause(first.start, end, "annex_title", annex=True, confidence=0.5))
        rest = trim(text, end, first.end)
        leaves[:1] = [first.within(rest)] if rest[0] < rest[1] else []
    body = _Body(text, leaves, annex=True)
    body.read(begins_preamble=False)
    preambles += body.preambles
    return found + body.clauses


def _leaves(text: str, stretch: Stretch) -> Iterator[_Leaf]:
    """The stretch cut at each candidate that opens a clause."""
    start, end = stretch.start, stretch.end
    if start >= end:
        return
    candidate: Candidate | None = None
    begins, broken, listed = 1.0, 0.0, 0.0
    for following, chance in stretch.candidates:
        if chance >= 0.5:
            if following.start > start:
                yield _Leaf(*trim(text, start, following.start), candidate, begins, chance, broken, listed)
            start, candidate = following.start, following
            begins, broken, listed = chance, 0.0, 0.0
        elif following.kind in _DEPTHS:
            listed = max(listed, chance)
        else:
            broken = max(broken, chance)
    yield _Leaf(*trim(text, start, end), candidate, begins, 1.0, broken, listed)


class _Body:
    """Reads the leaves of a part or an annex, in order."""

    def __init__(self, text: str, leaves: list[_Leaf], *, annex: bool) -> None:
        self.clauses: list[ProposedClause] = []
        self.preambles: list[Preamble] = []
        self._text = text
        self._leaves = leaves
        self._annex = annex
        self._numbered = any(leaf.candidate is not None and leaf.candidate.kind == "digit" for leaf in leaves)
        self._stack: list[_Open] = []  # outermost first
        self._preamble: int | None = None  # where the one that is being read begins
        self._lists: list[Range] = []

    def read(self, *, begins_preamble: bool) -> None:
        """Make clauses and preambles of the leaves."""
        may_recite = begins_preamble
        for index, leaf in enumerate(self._leaves):
            kind = leaf.candidate.kind if leaf.candidate is not None else "word"
            if kind == "word":
                may_recite = self._unmarked(leaf, may_recite=may_recite, first=index == 0 and begins_preamble)
            elif self._preamble is not None and kind in _DEPTHS:
                self._item_of_recital(leaf)
            else:
                self._marked(leaf, kind)
                may_recite = False
        self._end_preamble()

    def _marked(self, leaf: _Leaf, kind: str) -> None:
        """A clause with a mark of its own."""
        self._end_preamble()
        assert leaf.candidate is not None
        self._push(leaf, _LABELS.get(kind, "paragraph"), leaf.candidate.number, _DEPTHS.get(kind, 0))

    def _unmarked(self, leaf: _Leaf, *, may_recite: bool, first: bool) -> bool:
        """A recital, a heading, a table or a paragraph; gives whether a recital may follow."""
        text, start, end = self._text, leaf.start, leaf.end
        words = headings.first_words(text, start, end, 2)
        word = words[0] if words else ""
        if headings.opens_recital(word) and (may_recite or self._preamble is not None):
            self._begin_preamble(leaf)
            return True
        if headings.is_ordinal(words) or not first:
            self._end_preamble()
            opening = headings.recital_within(text, start, end)
            if opening is not None:
                self._push(leaf.within(trim(text, start, opening)), "heading", None, 0)
                self._begin_preamble(leaf.within(trim(text, opening, end)))
                return True
            heading = headings.is_heading(text, start, end)
            label = "heading" if heading else "table" if headings.is_table(text, start, end) else "paragraph"
            if label == "paragraph" and headings.is_verb(word) and not self._numbered and not self._annex:
                label = "operative"
            self._push(leaf, label, None, 0)
            return heading
        if headings.is_verb(word):
            self._push(leaf, "paragraph" if self._numbered else "operative", None, 0)
            return False
        self._begin_preamble(leaf)
        return True

    def _begin_preamble(self, leaf: _Leaf) -> None:
        """Recitals begin, or go on."""
        if self._preamble is None:
            self._preamble = leaf.start
            self._lists = []
            self._stack.clear()
        self._last = leaf

    def _item_of_recital(self, leaf: _Leaf) -> None:
        """An item of a list within a recital: the recital holds it, and it is no clause of its own.

        Where the last item ends, the next recital begins.
        """
        found = _recital.search(self._text, leaf.start, leaf.end)
        end = trim(self._text, leaf.start, found.start())[1] if found is not None else leaf.end
        if self._lists and leaf.start - self._last.end <= 2 and self._last.candidate is not None:
            self._lists[-1] = (self._lists[-1][0], end)
        else:
            self._lists.append((leaf.start, end))
        self._last = leaf

    def _end_preamble(self) -> None:
        """The recitals end with what was read last."""
        if self._preamble is not None:
            limits = trim(self._text, self._preamble, self._last.end)
            self.preambles.append(Preamble(*limits, tuple(self._lists), self._annex, self._last.chance))
            self._preamble = None
            self._stack.clear()

    def _push(self, leaf: _Leaf, label: str, number: str | None, depth: int) -> None:
        """Add a clause; those that are open and less deep last to its end."""
        while self._stack and self.clauses[self._stack[-1].place].depth >= depth:
            self._stack.pop()
        for one in self._stack:
            one.broken = max(one.broken, leaf.broken)
            chance = min(one.begins, leaf.ends, 1 - one.broken)
            self.clauses[one.place] = replace(self.clauses[one.place], end=leaf.end, confidence=chance)
        self.clauses.append(ProposedClause(leaf.start, leaf.end, label, number, depth, None, self._annex, leaf.chance))
        if label in _TAKES_LIST:
            self._stack.append(_Open(len(self.clauses) - 1, leaf.begins, leaf.broken))
        elif depth == 0:
            self._stack.clear()


@dataclass(slots=True)
class _Open:
    """A clause that may go on: its place among the clauses, and what its chance is made of."""

    place: int
    begins: float
    broken: float
