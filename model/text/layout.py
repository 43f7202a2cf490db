"""How a text was laid out in the file that it came from: its paragraphs, lines, cells of tables, and italics.

An import folds the text of a Word file or of Akoma Ntoso into one line; this keeps what folding forgets. Plain text and
the resolution format keep their line ends as characters of the text, so of these there is nothing to keep.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from operator import lt
from typing import Any

from model.text.lazy_regex import lazy_re

_WRAPPED_AT = 120  # characters: what has longer lines was not wrapped
# The share of lines without room for the next word from which on a text was wrapped: of 250 resolutions with a
# paragraph a clause, wrapped at 60 to 100, all but two have more than 0.3; those that are not wrapped 0.17 at most.
_FULL = 0.2
_LINE_END = r"(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])"
_line_end = lazy_re(_LINE_END)
_breaks = lazy_re(rf"{_LINE_END}\s*+")
_first_word = lazy_re(r"\S+")
# Places and stretches of one layout: the longest resolution has a few hundred paragraphs. What has more is not kept.
MOST = 100_000
FIELDS = ("paragraphs", "lines", "cells", "italics")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where in a text its source began something new, and what it set in italics; code points of the text, rising.

    ``paragraphs``: where a paragraph begins, but for the first of the text. ``lines``: where a line begins within a
    paragraph. ``cells``: where a paragraph in a cell of a table begins, which is not among ``paragraphs``. A place is
    in one of the three only. ``italics``: half-open stretches without blanks at their edges; neighbours within a
    paragraph that blanks alone part are one stretch.
    """

    paragraphs: tuple[int, ...] = ()
    lines: tuple[int, ...] = ()
    cells: tuple[int, ...] = ()
    italics: tuple[tuple[int, int], ...] = ()

    def fits(self, length: int) -> bool:
        """Whether this can be the layout of a text of so many code points: each place strictly inside it, rising, in
        one of the three only; stretches of italics within it and apart; no more of both than ``MOST``.
        """
        kinds = (self.paragraphs, self.lines, self.cells)
        edges = [edge for stretch in self.italics for edge in stretch]
        return (
            sum(map(len, kinds)) + len(self.italics) <= MOST
            and all(_rises((0, *places, length)) for places in kinds if places)
            and len({place for places in kinds for place in places}) == sum(map(len, kinds))
            and (not edges or _rises((-1, *edges, length + 1)))
        )

    def stored(self) -> str | None:
        """As compact JSON: an object of those fields that are not empty; nothing for an empty layout."""
        fields = {name: places for name in FIELDS if (places := getattr(self, name))}
        return json.dumps(fields, separators=(",", ":")) if fields else None

    @staticmethod
    def read(text: str | None) -> "Layout":
        """The layout that ``stored`` gave; it is not checked here."""
        return NO_LAYOUT if text is None else Layout.of(json.loads(text))

    @staticmethod
    def of(fields: Mapping[str, Any]) -> "Layout":
        """The layout of such an object."""
        places = {name: tuple(fields[name]) for name in FIELDS[:-1] if name in fields}
        return Layout(**places, italics=tuple((start, end) for start, end in fields.get("italics", ())))


NO_LAYOUT = Layout()


def with_own_breaks(layout: Layout, text: str) -> Layout:
    """A layout together with the breaks that are characters of the text.

    A break is a paragraph's, but where the text was wrapped: where its lines are no longer than ``_WRAPPED_AT``, one
    behind which the next word would not have fitted is a line's alone. The longest of a few short paragraphs is as
    full: only where enough lines are, they were wrapped.
    """
    if _line_end.search(text) is None:
        return layout
    width = max(len(line.rstrip()) for line in _line_end.split(text))
    known = {*layout.paragraphs, *layout.lines, *layout.cells}
    paragraphs: list[int] = []
    fitting: list[int] = []
    full: list[int] = []
    start = indented = 0
    for found in _breaks.finditer(text):
        line, start = " " * indented + text[start : found.start()].rstrip(), found.end()
        indented = len(_line_end.split(found[0])[-1])
        if not line.strip() or start == len(text) or start in known:
            continue
        word = _first_word.match(text, start)
        fits = width > _WRAPPED_AT or word is None or len(line) + 1 + len(word[0]) <= width
        is_apart = len(_line_end.findall(found[0])) > 1  # an empty line stands between
        (paragraphs if is_apart else fitting if fits else full).append(start)
    is_wrapped = len(full) >= _FULL * (len(full) + len(fitting))
    lines = [*layout.lines, *(full if is_wrapped else ())]
    paragraphs += [*layout.paragraphs, *fitting, *(() if is_wrapped else full)]
    return replace(layout, paragraphs=tuple(sorted(paragraphs)), lines=tuple(sorted(lines)))


def _rises(places: Sequence[int]) -> bool:
    return all(map(lt, places, islice(places, 1, None)))
