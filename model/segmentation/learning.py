"""What the open project teaches the segmenter: the recitals that a person has confirmed or drawn, document by document.

Imported clauses teach too: they are somebody's decisions. Proposals that nobody has looked at teach nothing.
"""

from collections.abc import Iterable

from model.annotation import documents, span_rows
from model.annotation.values import Span
from model.segmentation.confirmed import Confirmed
from model.storage import document_queries
from model.storage.tables import Tables

RECITAL = "preambular"  # the label's id in the default scheme


def learn_project(tables: Tables, confirmed: Confirmed) -> int:
    """Take in every document of a project; gives of how many something is known."""
    for document in document_queries.documents_with_confirmed(tables, RECITAL):
        learn_document(tables, document, confirmed)
    return len(confirmed)


def learn_document(tables: Tables, document: str, confirmed: Confirmed) -> bool:
    """Take in one document as it stands now, or forget it where nothing in it is confirmed; gives whether that is
    news.
    """
    if tables.row("document", document) is None:
        return confirmed.forget(document)
    recitals = confirmed_recitals(span_rows.of_document(tables, document))
    if not recitals:
        return confirmed.forget(document)
    return confirmed.learn(document, documents.text_of(tables, document), recitals)


def confirmed_recitals(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """The limits of the confirmed recitals among spans, half-open code points, in text order."""
    return sorted(span.limits for span in spans if span.label == RECITAL and span.status == "confirmed")
