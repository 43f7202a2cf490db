"""The outline of a resolution: which row lies below which, by the limits of the clauses and by what they are.

A clause lies below the clause that holds it. Among clauses that nothing holds, recitals that follow each other lie
below a row of their own, the preamble; what follows a heading lies below the heading, and what is in an annex below
that. Ordinals (``أولا``) stand over letters (``ألف``), and these over headings of other words. Other paragraphs count
as headings where they look like one: so does the corpus have most of them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, cast

from model.annotation.features import YES
from model.annotation.values import Span
from model.segmentation.headings import has_stop, is_heading
from model.text.folding import fold
from model.text.reading_form import ReadingForm

PREAMBLE, ANNEX = "preamble", "annex"
GroupKind = Literal["preamble", "annex"]
OPENING = 32  # code points of a heading that say which one it is
_LONGEST_TYPED = 1_000  # code points in which a heading stands, with whatever tatweel and marks are in it

# Ids of labels of the default scheme; in a scheme without them nothing is grouped.
_RECITAL, _PARAGRAPH, _HEADING, _ANNEX_TITLE, _TITLE = "preambular", "paragraph", "heading", "annex_title", "title"
_ENDS_ALL = frozenset({"adoption", "source", "closing"})
_HEADINGS = frozenset({_HEADING, _PARAGRAPH, _ANNEX_TITLE})
_ANNEX_LEVEL, _ORDINAL_LEVEL, _LETTER_LEVEL, _WORDS_LEVEL = range(4)
_ordinal = re.compile(
    r"(?:الجزء |الفصل |الباب )?(?:ال)?(?:اولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا"
    r"|(?:حادي|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع)(?: عشر| و(?:ال)?عشرون| و(?:ال)?ثلاثون)"
    r"|عشرون|ثلاثون|اول|ثاني|ثالث|رابع|خامس)(?=\W|$)"
)
_letter = re.compile(r"(?:الف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء|كاف|لام|ميم|نون|سين|عين|فاء|صاد)(?=\W|$)")
_annex = re.compile(r"(?:ال)?(?:مرفق|تذييل|ضميمه)(?=\W|$)")


Row = tuple[str, str | None]
"""A row's key (a clause's id or a group's own key), and that of the row which it lies below; None: below none."""


@dataclass(slots=True)
class Group:
    """Clauses under a row that no clause stands for. ``members`` are the keys of the rows directly below it."""

    kind: GroupKind
    first: Span
    members: list[str] = field(default_factory=list)
    key: str = ""


Holder = Group | str | None


def outlined(
    ordered: Sequence[Span], text: str, holders: Mapping[str, str | None]
) -> tuple[list[Row], dict[str, Group]]:
    """The rows for the clauses of a document, each behind the one it lies below, and the groups by their keys.

    ``ordered`` are the clauses in text order. ``holders`` says which row each one lay below before: a group that keeps
    one of its rows keeps its key.
    """
    placing = _Placing(text)
    for span in ordered:
        placing.add(span)
    named = _name(placing.groups, holders)
    rows = [(_key(row), _key(holder)) for row, holder in placing.rows] if named else placing.rows
    return cast(list[Row], rows), named


def _key(row: Holder) -> str | None:
    return row.key if isinstance(row, Group) else row


class _Placing:
    """Takes clauses in text order, and says below which row each of them lies."""

    def __init__(self, text: str) -> None:
        self.rows: list[tuple[Group | str, Holder]] = []
        self.groups: list[Group] = []
        self._text = text
        self._around: list[Span] = []
        self._headings: list[tuple[int, Group | str]] = []
        self._preamble: Group | None = None

    def add(self, span: Span) -> None:
        around = self._around
        while around and around[-1].end <= span.start:
            around.pop()
        if around:
            self.rows.append((span.id, around[-1].id))
        elif span.label == _RECITAL:
            self._add_recital(span)
        else:
            self._preamble = None
            self._add_other(span)
        around.append(span)

    def _add_recital(self, span: Span) -> None:
        self._open_annex(span)
        if self._preamble is None:
            self._preamble = self._add_group(PREAMBLE, span, self._headings[-1][1] if self._headings else None)
        self._preamble.members.append(span.id)
        self.rows.append((span.id, self._preamble))

    def _add_other(self, span: Span) -> None:
        label = span.label
        if self._headings and (label in _ENDS_ALL or (label == _TITLE and not _in_annex(span))):
            self._headings.clear()
        level = self._level(span) if label in _HEADINGS else None
        if level != _ANNEX_LEVEL and (self._headings or span.features):
            self._open_annex(span)
        if level is not None:
            self._end_headings(level)
        holder = self._headings[-1][1] if self._headings else None
        self.rows.append((span.id, holder))
        if isinstance(holder, Group):
            holder.members.append(span.id)
        if level is not None:
            self._headings.append((level, span.id))

    def _add_group(self, kind: GroupKind, first: Span, holder: Holder) -> Group:
        group = Group(kind, first)
        self.groups.append(group)
        self.rows.append((group, holder))
        return group

    def _open_annex(self, span: Span) -> None:
        """An annex without a title gets a row of its own where its first clause is; what is in none ends it."""
        within = self._headings and self._headings[0][0] == _ANNEX_LEVEL
        if _in_annex(span) and not within:
            self._headings.clear()
            self._headings.append((_ANNEX_LEVEL, self._add_group(ANNEX, span, None)))
        elif within and not _in_annex(span) and isinstance(self._headings[0][1], Group):
            self._headings.clear()

    def _end_headings(self, level: int) -> None:
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()

    def _is_heading(self, span: Span) -> bool:
        if span.end - span.start > _LONGEST_TYPED or has_stop(self._text, span.start, span.end):
            return False  # most paragraphs: they need not be read
        return _reads_as_heading(self._text[span.start : span.end])

    def _level(self, span: Span) -> int | None:
        """How high a heading stands, 0 the highest; None for a paragraph that is none."""
        if span.label == _ANNEX_TITLE:
            return _ANNEX_LEVEL
        if span.label == _PARAGRAPH and not self._is_heading(span):
            return None
        opening = fold(self._text[span.start : min(span.end, span.start + OPENING)]).strip()
        if span.label == _PARAGRAPH and _in_annex(span) and _annex.match(opening):
            return _ANNEX_LEVEL
        if _ordinal.match(opening):
            return _ORDINAL_LEVEL
        return _LETTER_LEVEL if _letter.match(opening) else _WORDS_LEVEL


@lru_cache(maxsize=1 << 10)  # rows are made anew at every change
def _reads_as_heading(stretch: str) -> bool:
    form = ReadingForm(stretch)
    return is_heading(form.text, 0, len(form.text))


def _in_annex(span: Span) -> bool:
    return ("annex", YES) in span.features


def _name(groups: Iterable[Group], holders: Mapping[str, str | None]) -> dict[str, Group]:
    """Give all groups keys: the one that a row had before which lies below the group now, else a new one."""
    named: dict[str, Group] = {}
    unnamed: list[Group] = []
    for group in groups:
        before = (holders.get(member) for member in group.members)
        opening = f"{group.kind} "
        kept = next((key for key in before if key and key.startswith(opening) and key not in named), None)
        if kept is None:
            unnamed.append(group)
        else:
            group.key = kept
            named[kept] = group
    number = 1
    for group in unnamed:
        while f"{group.kind} {number}" in named:
            number += 1
        group.key = f"{group.kind} {number}"
        named[group.key] = group
    return named
