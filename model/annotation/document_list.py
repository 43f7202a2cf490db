"""Lists of documents: what one row tells of each, read for some documents at a time."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, cast

from model.annotation.documents import ProgressState
from model.storage import document_queries
from model.storage.tables import Tables


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """One row of a list of documents: the document, and how many clauses and descriptors it has (rejected ones left
    out). ``assignee`` is an annotator's id; ``tags`` are in order.
    """

    id: str
    name: str
    folder: str
    symbol: str | None
    organ: str | None
    session: str | None
    adopted: str | None
    title: str | None
    length: int
    span_count: int
    assignment_count: int
    progress: Mapping[str, ProgressState]
    assignee: str | None = None
    has_note: bool = False
    tags: tuple[str, ...] = ()

    def state(self, task: str) -> ProgressState:
        """How far a task is; new where nobody said anything."""
        return self.progress.get(task, "new")

    @property
    def complete(self) -> tuple[str, ...]:
        """The tasks that are done, in order of name."""
        return tuple(sorted(task for task, state in self.progress.items() if state == "done"))


def summaries(tables: Tables, documents: Sequence[str] | None = None) -> list[DocumentSummary]:
    """All documents in project order, or those of these ids that are there, in the order of the ids."""
    ids = tables.document_ids() if documents is None else documents
    return [summary for part in document_queries.in_parts(ids) for summary in _part(tables, part)]


def _part(tables: Tables, ids: Sequence[str]) -> list[DocumentSummary]:
    progress: dict[str, list[tuple[str, str]]] = {}
    for document, task, state in document_queries.states(tables, ids):
        progress.setdefault(document, []).append((task, state))
    tags: dict[str, list[str]] = {}
    for document, tag in document_queries.tags(tables, ids):
        tags.setdefault(document, []).append(sys.intern(tag))
    found = {
        row[0]: _summary(row, tuple(progress.get(row[0], ())), tuple(tags.get(row[0], ())))
        for row in document_queries.list_rows(tables, ids)
    }
    return [found[document] for document in ids if document in found]


def _summary(row: tuple[Any, ...], progress: tuple[tuple[str, str], ...], tags: tuple[str, ...]) -> DocumentSummary:
    document, name, folder, length, assignee, has_note, symbol, organ, session, adopted, title, spans, descriptors = row
    return DocumentSummary(
        document,
        name,
        sys.intern(folder),
        symbol,
        _shared(organ),
        _shared(session),
        _shared(adopted),
        title,
        length,
        spans,
        descriptors,
        _states(progress),
        _shared(assignee),
        bool(has_note),
        tags,
    )


def _shared(value: str | None) -> str | None:
    """One object for what many documents have alike."""
    return None if value is None else sys.intern(value)


@lru_cache(maxsize=1000)
def _states(progress: tuple[tuple[str, str], ...]) -> Mapping[str, ProgressState]:
    """The same for their progress: there are few ways in which it differs."""
    return MappingProxyType(cast("dict[str, ProgressState]", dict(progress)))
