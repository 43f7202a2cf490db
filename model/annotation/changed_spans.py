"""Which marks an operation was about, to come back to them when it is undone or done again."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from model.annotation.span_rows import from_row
from model.annotation.values import Span, text_order
from model.storage.tables import Row, Tables

Changed = tuple[Span | None, Span | None]  # before and after


def came_back(tables: Tables, sequence: int, document: str, limit: int, *, undone: bool) -> list[Span]:
    """The marks of a document that an operation was about, as they were before it where it is ``undone``, else as it
    left them; what was looked at first comes first. Looks at its first ``limit`` changes.

    A proposal in memory, which was no row before, is given as it was proposed. What only gave way is left out.
    """
    found: list[Changed] = []
    for change in tables.changes_of(sequence, limit):
        if change["kind"] == "span" and change["document"] == document:
            found.append((_span(change["before"]), _span(change["after"])))
    states = (_state(before, after, undone=undone) for before, after in _subject(found))
    return [span for span in states if span is not None]


def _span(state: object) -> Span | None:
    return None if state is None else from_row(cast(Row, json.loads(str(state))))


def _subject(found: list[Changed]) -> list[Changed]:
    """Those that were worked on: confirmed by the act; or else the mark that was changed last, after what made room for
    it; or else those that were taken away.
    """
    became = [each for each in found if _is_confirmed(each[1]) and not _is_confirmed(each[0])]
    if became:
        return _in_order(became)
    gone = [each for each in found if not _stands(each[1]) and (_is_confirmed(each[0]) or each[1] is not None)]
    kept = [(before, after) for before, after in found if _is_confirmed(before) and _is_confirmed(after)]
    if gone:  # where a mark goes, those in it only move up
        kept = [(before, after) for before, after in kept if _place(before) != _place(after)]
    return kept[-1:] or _in_order(gone or found)


def _in_order(found: Iterable[Changed]) -> list[Changed]:
    return sorted(found, key=lambda each: text_order(cast(Span, each[1] or each[0])))


def _is_confirmed(span: Span | None) -> bool:
    return span is not None and span.status == "confirmed"


def _stands(span: Span | None) -> bool:
    return span is not None and span.status != "rejected"


def _place(span: Span | None) -> tuple[str, int, int] | None:
    return None if span is None else (span.label, *span.limits)


def _state(before: Span | None, after: Span | None, *, undone: bool) -> Span | None:
    if not undone:
        return after if _stands(after) else before or after
    if before is None and after is not None and after.proposed is not None:
        return replace(after, start=after.proposed[0], end=after.proposed[1])
    return before or after
