"""Queries for lists of documents: what one row of such a list tells, for few documents or for all.

They give plain tuples in named order, for there may be tens of thousands. All counts come from indexes alone: every
span (assignment) of a document is counted, and the rejected ones, which have an index of their own, are taken off.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from model.storage.tables import Tables

AT_ONCE = 250  # ids in one statement; SQLite takes at least 999

_CLAUSES = "(SELECT id FROM layer WHERE overlap = 'tree' ORDER BY position LIMIT 1)"
_SPANS = f"SELECT count(*) FROM span WHERE span.document = document.id AND layer = {_CLAUSES}"
_ASSIGNMENTS = "SELECT count(*) FROM assignment WHERE assignment.document = document.id"
_HELD = ", ".join(
    f"coalesce(corrected_{name}, recognised_{name})" for name in ("symbol", "organ", "session", "adopted", "title")
)
_ROW = f"""
    SELECT id, name, folder, length, assignee, note != '', {_HELD},
        ({_SPANS}) - ({_SPANS} AND status = 'rejected'),
        ({_ASSIGNMENTS}) - ({_ASSIGNMENTS} AND status = 'rejected')
    FROM document"""


def list_rows(tables: Tables, documents: Sequence[str]) -> list[tuple[Any, ...]]:
    """Id, name, folder, length, assignee, whether there is a note, symbol, organ, session, day of adoption, title
    (each as corrected, else as recognised), number of clauses and number of descriptors (none rejected) of those
    documents that are there, in no order.
    """
    return _of(tables, f"{_ROW} WHERE id IN", documents)


def states(tables: Tables, documents: Sequence[str]) -> list[tuple[str, str, str]]:
    """Document, task and state of these documents' progress, by document and task."""
    return _of(tables, "SELECT document, task, state FROM progress WHERE document IN", documents, "document, task")


def tags(tables: Tables, documents: Sequence[str]) -> list[tuple[str, str]]:
    """Document and tag of these documents' tags, by document and tag."""
    return _of(tables, "SELECT document, tag FROM document_tag WHERE document IN", documents, "document, tag")


def all_tags(tables: Tables) -> list[str]:
    """Every tag that a document has, in order."""
    return [str(row[0]) for row in tables.connection.execute("SELECT DISTINCT tag FROM document_tag ORDER BY tag")]


def has_layouts(tables: Tables) -> bool:
    """Whether it is known of any document how its text was laid out."""
    found = tables.connection.execute("SELECT EXISTS (SELECT 1 FROM document WHERE layout IS NOT NULL)").fetchone()
    return bool(found[0])


def documents_with_concept(tables: Tables, concept: str) -> list[str]:
    """Ids of the documents that have a descriptor which is not rejected, in no order."""
    found = tables.connection.execute(
        "SELECT DISTINCT document FROM assignment WHERE concept = ? AND status != 'rejected'", (concept,)
    )
    return [str(row[0]) for row in found]


def documents_with_confirmed(tables: Tables, label: str) -> list[str]:
    """Ids of the documents with a confirmed span of a label, in project order."""
    found = tables.connection.execute(
        "SELECT id FROM document WHERE id IN (SELECT document FROM span WHERE label = ? AND status = 'confirmed')"
        " ORDER BY order_key, name_key, id",
        (label,),
    )
    return [str(row[0]) for row in found]


def documents_done(tables: Tables, task: str) -> list[str]:
    """Ids of the documents in which a task is done, in no order."""
    found = tables.connection.execute("SELECT document FROM progress WHERE task = ? AND state = 'done'", (task,))
    return [str(row[0]) for row in found]


def in_parts(documents: Sequence[str]) -> Iterator[Sequence[str]]:
    """These ids, as many at a time as fit into one statement."""
    for start in range(0, len(documents), AT_ONCE):
        yield documents[start : start + AT_ONCE]


def _of(tables: Tables, query: str, documents: Sequence[str], order: str = "") -> list[tuple[Any, ...]]:
    cursor = tables.connection.cursor()
    cursor.row_factory = None
    places = ", ".join("?" * len(documents))
    return cursor.execute(f"{query} ({places}){f' ORDER BY {order}' if order else ''}", documents).fetchall()
