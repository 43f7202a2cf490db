"""A document's clauses as the checks read them: in text order, who holds whom, and how each opens."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property

from model.annotation import nesting
from model.annotation.features import NO
from model.annotation.layers import Layer, Scheme
from model.annotation.values import Span, text_order
from model.text import words
from model.text.numbering import NONE, Numbering, number_of
from model.text.reading_form import evened

_OPENING = 48  # code points in which the number of a clause stands, with whatever invisible marks
_REACH = 48  # code points at an end in which a stop, brackets and the marks of footnotes stand
_FOOTNOTE = re.compile(rf"[(\[][\s\d*{words.INVISIBLE}]{{0,8}}[)\]]\Z")  # () and (6), as texts keep them
_TAIL = "])}”“»«\"'’‘`*"
_BLANK = " \t\r\n\u00a0\u200b" + words.INVISIBLE
_CONJUNCTIONS = ("و", "أو")  # “…؛ و”, before the last item of a list
_INTRODUCING = "([{”«“‘’•●-–"


class Reading:
    """The clauses of one document, proposals among them. ``spans`` may be all of its marks; rejected ones are left
    out.

    ``text`` has its brackets, dashes and digits as they are typed today, each at its place; ``source`` is the text as
    it is, which people are shown.
    """

    def __init__(self, scheme: Scheme, text: str, spans: Iterable[Span]) -> None:
        self.scheme = scheme
        self.source = text
        self.text = evened(text)
        self.layer: Layer | None = scheme.clauses
        self.labels = {} if self.layer is None else {label.id: label for label in self.layer.labels}
        self._spans = [span for span in spans if span.status != "rejected"]
        layer = "" if self.layer is None else self.layer.id
        self.clauses = sorted(
            (span for span in self._spans if span.layer == layer and span.label in self.labels), key=text_order
        )
        self.holder = nesting.parents(self.clauses)
        self.items = {label.id for label in self.labels.values() if nesting.is_item(label)}
        self.numbered = {label.id for label in self.labels.values() if label.numbered} - self.items
        self._openings: dict[str, Numbering] = {}

    @cached_property
    def tops(self) -> list[Span]:
        """The clauses that stand by themselves."""
        return [clause for clause in self.clauses if self.holder[clause.id] is None]

    @cached_property
    def inner(self) -> dict[str, list[Span]]:
        """The clauses directly inside each one, by its id, in text order."""
        found: dict[str, list[Span]] = {}
        for clause in self.clauses:
            holder = self.holder[clause.id]
            if holder is not None:
                found.setdefault(holder.id, []).append(clause)
        return found

    @cached_property
    def before(self) -> dict[str, Span | None]:
        """The clause before each one inside the same, or among those that stand by themselves."""
        found: dict[str, Span | None] = {}
        for beside in (self.tops, *self.inner.values()):
            found.update(zip((each.id for each in beside), (None, *beside), strict=False))
        return found

    def all_within(self, clause: Span) -> list[Span]:
        """All clauses inside one, however deep, in text order."""
        first = bisect_left(self._starts, clause.start)
        within = self.clauses[first : bisect_left(self._starts, clause.end)]
        return [each for each in within if each.id != clause.id and clause.contains(each)]

    @cached_property
    def gaps(self) -> dict[int, tuple[int, int]]:
        """The stretches with words in them that stand in no clause, by the place of the top clause behind each; the
        one behind the last clause has the number of top clauses as its place."""
        found: dict[int, tuple[int, int]] = {}
        reached = 0
        for number, clause in enumerate(self.tops):
            gap = self.words_between(reached, clause.start)
            if gap is not None:
                found[number] = gap
            reached = clause.end
        gap = self.words_between(reached, len(self.text))
        if gap is not None:
            found[len(self.tops)] = gap
        return found

    def following(self, clause: Span) -> Span | None:
        """The next clause in the text that begins where this one has ended."""
        place = bisect_left(self._starts, clause.end)
        return self.clauses[place] if place < len(self.clauses) else None

    @cached_property
    def _starts(self) -> list[int]:
        return [clause.start for clause in self.clauses]

    def leads(self) -> Iterator[Span]:
        """The marks of the layers that lie within clauses."""
        if self.layer is not None:
            inside = {layer.id for layer in self.scheme.layers_within(self.layer.id)}
            yield from (span for span in self._spans if span.layer in inside)

    def opening(self, clause: Span) -> Numbering:
        """The number with which a clause opens in the text."""
        found = self._openings.get(clause.id)
        if found is None:
            first = self.text[clause.start : clause.start + 1]
            # Most clauses begin with a letter, and no number does.
            found = NONE if first.isalpha() else number_of(self.source[clause.start : clause.start + _OPENING])
            self._openings[clause.id] = found
        return found

    def clause(self, clause_id: str) -> Span:
        """The clause of that id, which must be one."""
        return self._by_id[clause_id]

    @cached_property
    def _by_id(self) -> dict[str, Span]:
        return {clause.id: clause for clause in self.clauses}

    def path(self, clause: Span) -> tuple[tuple[str, str | None], ...]:
        """Label and number of a clause and of those that hold it, outermost first."""
        chain = [*reversed(nesting.ancestors(clause, self.holder)), clause]
        return tuple((each.label, each.number) for each in chain)

    def top_before(self, offset: int) -> Span | None:
        """The last clause that stands by itself and begins before an offset."""
        place = bisect_left(self.tops, offset, key=lambda clause: clause.start)
        return self.tops[place - 1] if place else None

    def in_annex(self, clause: Span) -> bool:
        """Whether a clause says that it lies in an annex."""
        return any(name == "annex" and value != NO for name, value in clause.features)

    def words_between(self, start: int, end: int) -> tuple[int, int] | None:
        """The limits of what words stand between two places, with the signs that open it; None where there are none."""
        text = self.text
        while start < end and not text[start].isalnum() and text[start] not in _INTRODUCING:
            start += 1
        place = start
        while place < end and not text[place].isalnum():
            place += 1
        return words.trim(text, start, end) if place < end else None

    def last_sign(self, clause: Span) -> tuple[str, int]:
        """The last character of a clause that counts, and the offset behind it: what follows a stop is left out.

        That are white space and invisible marks, the marks of footnotes, closing brackets and quotes, and the
        conjunction behind ``؛``.
        """
        first = max(clause.start, clause.end - _REACH)
        tail = self.text[first : clause.end]
        while tail:
            shorter = tail.rstrip(_BLANK)
            footnote = _FOOTNOTE.search(shorter) if shorter[-1:] in (")", "]") else None
            if footnote is not None:
                shorter = shorter[: footnote.start()]
            elif shorter[-1:] in _TAIL:
                shorter = shorter[:-1]
            elif shorter[-2:-1] in _BLANK or shorter[-3:-2] in _BLANK:
                kept, _, last = shorter.rpartition(" ")
                if last in _CONJUNCTIONS and kept.rstrip(_BLANK)[-1:] in ("؛", "،"):
                    shorter = kept
            if shorter == tail:
                break
            tail = shorter
        return tail[-1:], first + len(tail)


def last_word(text: str, end: int) -> str:
    """The word that ends at ``end`` with its signs, as it can be shown."""
    return text[max(0, end - _REACH) : end].split()[-1].strip(words.INVISIBLE)


def first_word(text: str, start: int) -> str:
    """The word that begins at ``start``, as it can be shown."""
    return text[start : start + _REACH].split()[0].strip(words.INVISIBLE)
