"""The clauses of one document as a tree, with what the checks ask of it and of its text."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from model.annotation import nesting
from model.annotation.features import NO
from model.annotation.layers import Layer, Scheme
from model.annotation.values import Span, text_order
from model.text import words
from model.text.numbering import NONE, Numbering, number_of
from model.text.reading_form import plain_signs

PREAMBULAR, OPERATIVE = "preambular", "operative"
_OPENING = 48  # code points that contain the number of a clause, with whatever invisible characters
_REACH = 48  # code points at an end that contain its stop, brackets and footnote marks
_FOOTNOTE = re.compile(rf"[(\[][\s\d*{words.INVISIBLE}]{{0,8}}[)\]]\Z")  # () and (6), as in the texts
_TAIL = "])}”“»«\"'’‘`*"
_BLANK = " \t\r\n\u00a0\u200b" + words.INVISIBLE
_CONJUNCTIONS = ("و", "أو")  # “…؛ و”, before the last item of a list
_INTRODUCING = "([{”«“‘’•●-–"


class ClauseTree:
    """The clauses of one document, proposals included and rejected ones left out.

    ``source`` is the text as stored, to be shown; ``text`` has brackets, dashes and digits as they are typed today,
    each at the same offset. ``reported`` are the ids of the clauses of which problems are reported: the confirmed ones,
    and all with ``proposals``; empty if the scheme has no clauses. ``done`` are the ids of the tasks that are done.
    """

    def __init__(
        self, scheme: Scheme, text: str, spans: Iterable[Span], *, done: Collection[str] = (), proposals: bool = False
    ) -> None:
        self.scheme = scheme
        self.source = text
        self.text = plain_signs(text)
        self.layer: Layer | None = scheme.clauses
        self.labels = {} if self.layer is None else {label.id: label for label in self.layer.labels}
        self._spans = [span for span in spans if span.status != "rejected"]
        layer = "" if self.layer is None else self.layer.id
        self.clauses = sorted(
            (span for span in self._spans if span.layer == layer and span.label in self.labels), key=text_order
        )
        self.parent = nesting.parents(self.clauses)
        self.items = {label.id for label in self.labels.values() if nesting.is_item(label)}
        self.numbered = {label.id for label in self.labels.values() if label.numbered} - self.items
        self.done = done
        self.reported = {clause.id for clause in self.clauses if proposals or clause.status == "confirmed"}
        self._openings: dict[str, Numbering] = {}

    @cached_property
    def tops(self) -> list[Span]:
        """The clauses without a parent."""
        return [clause for clause in self.clauses if self.parent[clause.id] is None]

    @cached_property
    def children(self) -> dict[str, list[Span]]:
        """The clauses directly inside each clause, by its id, in text order."""
        found: dict[str, list[Span]] = {}
        for clause in self.clauses:
            parent = self.parent[clause.id]
            if parent is not None:
                found.setdefault(parent.id, []).append(clause)
        return found

    @cached_property
    def previous_sibling(self) -> dict[str, Span | None]:
        """By id, the clause before each one that has the same parent."""
        found: dict[str, Span | None] = {}
        for siblings in (self.tops, *self.children.values()):
            found.update(zip((each.id for each in siblings), (None, *siblings), strict=False))
        return found

    def descendants(self, clause: Span) -> list[Span]:
        """All clauses inside a clause at any depth, in text order."""
        first = bisect_left(self._starts, clause.start)
        within = self.clauses[first : bisect_left(self._starts, clause.end)]
        return [each for each in within if each.id != clause.id and clause.contains(each)]

    @cached_property
    def gaps(self) -> dict[int, tuple[int, int]]:
        """The limits of unmarked words between the clauses of ``tops``, by the index of the clause after them; after
        the last clause, by the number of clauses.
        """
        found: dict[int, tuple[int, int]] = {}
        reached = 0
        for index, start in enumerate((*(clause.start for clause in self.tops), len(self.text))):
            gap = self.words_between(reached, start)
            if gap is not None:
                found[index] = gap
            if index < len(self.tops):
                reached = self.tops[index].end
        return found

    def following(self, clause: Span) -> Span | None:
        """The next clause in the text that begins at or after the end of a clause."""
        index = bisect_left(self._starts, clause.end)
        return self.clauses[index] if index < len(self.clauses) else None

    @cached_property
    def _starts(self) -> list[int]:
        return [clause.start for clause in self.clauses]

    def leads(self) -> Iterator[Span]:
        """The spans of the layers inside clauses."""
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
        """The clause of an id; raises ``KeyError`` if there is none."""
        return self._by_id[clause_id]

    @cached_property
    def _by_id(self) -> dict[str, Span]:
        return {clause.id: clause for clause in self.clauses}

    def path(self, clause: Span) -> tuple[tuple[str, str | None], ...]:
        """Label and number of a clause and of its ancestors, outermost first."""
        chain = [*reversed(nesting.ancestors(clause, self.parent)), clause]
        return tuple((each.label, each.number) for each in chain)

    def top_before(self, offset: int) -> Span | None:
        """The last clause of ``tops`` that begins before an offset."""
        index = bisect_left(self.tops, offset, key=lambda clause: clause.start)
        return self.tops[index - 1] if index else None

    def in_annex(self, clause: Span) -> bool:
        """Whether a clause has the feature ``annex``."""
        return any(name == "annex" and value != NO for name, value in clause.features)

    def words_between(self, start: int, end: int) -> tuple[int, int] | None:
        """The limits of the words between two offsets, with an opening bracket, quote or bullet; None without words."""
        text = self.text
        while start < end and not text[start].isalnum() and text[start] not in _INTRODUCING:
            start += 1
        place = start
        while place < end and not text[place].isalnum():
            place += 1
        return words.trim(text, start, end) if place < end else None

    def last_sign(self, clause: Span) -> tuple[str, int]:
        """The last significant character of a clause, and the offset after it.

        White space, invisible characters, footnote marks, closing brackets and quotes, and a conjunction after ``؛``
        are skipped.
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
    """The word that ends at an offset, with its punctuation, without invisible characters at its edges."""
    return text[max(0, end - _REACH) : end].split()[-1].strip(words.INVISIBLE)


def first_word(text: str, start: int) -> str:
    """The word that begins at an offset, with its punctuation, without invisible characters at its edges."""
    return text[start : start + _REACH].split()[0].strip(words.INVISIBLE)
