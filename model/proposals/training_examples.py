"""What the open project teaches the segmenter: the recitals that a person has confirmed or drawn, document by document.

Imported clauses teach too: they are somebody's decisions. Proposals that nobody has looked at teach nothing.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from model.annotation import documents, span_rows
from model.annotation.values import Span
from model.storage import document_queries
from model.storage.tables import Tables

if TYPE_CHECKING:
    from model.segmentation.confirmed import Confirmed

RECITAL = "preambular"  # the label's id in the default scheme


def learn_project(tables: Tables, confirmed: "Confirmed") -> int:
    """Take in every document of a project; gives of how many something is known."""
    for document in teaching_documents(tables):
        learn_document(tables, document, confirmed)
    return len(confirmed)


def learn_document(tables: Tables, document: str, confirmed: "Confirmed") -> bool:
    """Take in one document as it stands now, or forget it where nothing in it is confirmed; gives whether that is
    news.
    """
    found = lesson(tables, document)
    return confirmed.forget(document) if found is None else confirmed.learn(document, *found)


def teaching_documents(tables: Tables) -> list[str]:
    """The ids of the documents that teach something, in project order."""
    return document_queries.documents_with_confirmed(tables, RECITAL)


def lesson(tables: Tables, document: str) -> tuple[str, list[tuple[int, int]]] | None:
    """The text of a document and its confirmed recitals; None where it is gone, or nothing in it is confirmed."""
    if tables.row("document", document) is None:
        return None
    recitals = confirmed_recitals(span_rows.of_document(tables, document))
    return (documents.text_of(tables, document), recitals) if recitals else None


def confirmed_recitals(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """The limits of the confirmed recitals among spans, half-open code points, in text order."""
    return sorted(span.limits for span in spans if span.label == RECITAL and span.status == "confirmed")
