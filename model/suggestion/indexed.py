"""A project as something to learn descriptors from: its indexed documents, by id, and its concepts' labels, by id.

A document counts as indexed once it has a confirmed descriptor: its list may still grow, but what is on it is meant.
"""

from collections.abc import Iterable

from model.annotation import documents
from model.progress import ProgressCallback, no_progress
from model.storage.tables import Tables
from model.suggestion.memory import KnownDocument
from model.suggestion.reading import ReadText, read_text
from model.suggestion.terms import is_arabic
from model.vocabulary import concepts


def labels(tables: Tables) -> list[tuple[str, str]]:
    """(concept, label) of every label that may stand in an Arabic text, preferred ones first. Concepts that a thesaurus
    calls deprecated, or has no more, are left out: they are not to be suggested for what only mentions them.
    """
    left_out = outdated(tables)
    kinds = ("preferred", "alternative", "hidden")
    found = [
        (kinds.index(label.kind), concept.id, label.text)
        for concept in concepts.all_concepts(tables)
        if concept.id not in left_out
        for label in concept.labels
        if is_arabic(label.language, label.text)
    ]
    return [(concept, text) for _, concept, text in sorted(found)]


def outdated(tables: Tables) -> frozenset[str]:
    """The concepts that are deprecated or gone."""
    return frozenset(concepts.all_states(tables))


def read_document(tables: Tables, document: str) -> tuple[str, ReadText]:
    """A document's text, and what was read in it; what people have corrected of title and symbol counts."""
    found = documents.get(tables, document)
    text = tables.text(found.text_sha256)
    about = found.metadata
    return text, read_text(text, about.title, about.symbol, about.organ, about.adopted)


def terms_of(tables: Tables, document: str, status: str = "confirmed") -> frozenset[str]:
    """The concepts (ids) that a document has with a status."""
    return frozenset(str(row["concept"]) for row in tables.assignments(document) if row["status"] == status)


def known(tables: Tables, wanted: Iterable[str], on_progress: ProgressCallback = no_progress) -> list[KnownDocument]:
    """The indexed ones of some documents (ids), in their order. ``on_progress`` may raise."""
    ids = list(wanted)
    found: list[KnownDocument] = []
    for done, document in enumerate(ids):
        on_progress(done, len(ids))
        terms = terms_of(tables, document)
        if terms:
            found.append(KnownDocument(document, read_document(tables, document)[1], terms))
    return found
