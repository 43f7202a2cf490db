"""The report of how a project is indexed."""

from collections.abc import Iterator

from model.annotation.layers import DESCRIPTORS
from model.consistency import near_duplicates, terms
from model.consistency.renewals import Dated, Pair, renewed
from model.consistency.similarity import Texts
from model.consistency.terms import Indexing
from model.consistency.values import Named, Renewal, Report
from model.progress import ProgressCallback, no_progress
from model.storage import document_queries, indexing_queries
from model.storage.tables import Tables
from model.vocabulary.concepts import Concept


def report(tables: Tables, on_progress: ProgressCallback = no_progress) -> Report:
    """Look at all terms and documents of a project, in one state of its file.

    Takes seconds for a thousand documents: their words are counted and their texts compared. ``on_progress`` is called
    with how many steps are done and how many there are, at least for each document; where it raises, that is the end.
    """
    with tables.snapshot():
        rows = indexing_queries.documents(tables)
        documents = {row[0]: Named(*row[:3]) for row in rows}
        indexing = terms.read(tables, documents)
        done = set(document_queries.documents_done(tables, DESCRIPTORS))
        bare = [document for document in documents.values() if document.id not in indexing.concepts]
        found = near_duplicates.near_duplicates(tables, indexing)
        dated = [Dated(documents[document], *held) for document, _, _, *held in rows if document in indexing.concepts]
        different, alike = _renewals(indexing, _pairs(tables, dated, on_progress))
        return Report(
            documents=len(documents),
            terms=terms.by_use(indexing),
            none=tuple(document for document in bare if document.id in done),
            waiting=tuple(document for document in bare if document.id not in done),
            twice=terms.twice(indexing),
            doubles=found,
            outdated=terms.outdated(tables, indexing),
            renewals=different,
            alike=alike,
        )


def _pairs(tables: Tables, dated: list[Dated], on_progress: ProgressCallback) -> list[Pair]:
    """What renews what, of these documents; what has no descriptors is not among them."""
    wanted = {each.document.id for each in dated}

    def folded_texts() -> Iterator[str]:
        counted = 0
        for document, folded in indexing_queries.folded_texts(tables):
            if document in wanted:
                on_progress(counted, 2 * len(dated))
                yield folded
                counted += 1

    return renewed(dated, Texts(folded_texts()), lambda done, of: on_progress(of + done, 2 * of))


def _renewals(indexing: Indexing, pairs: list[Pair]) -> tuple[tuple[Renewal, ...], int]:
    """The pairs that are indexed differently, and how many are indexed alike."""
    found: list[Renewal] = []
    for pair in pairs:
        earlier, later = (dict.fromkeys(indexing.concepts[each.id]) for each in (pair.earlier, pair.later))
        if earlier.keys() != later.keys():
            only_earlier = _concepts(indexing, [each for each in earlier if each not in later])
            only_later = _concepts(indexing, [each for each in later if each not in earlier])
            common = len(earlier.keys() & later.keys())
            found.append(
                Renewal(pair.earlier, pair.later, pair.same_title, pair.similarity, common, only_earlier, only_later)
            )
    found.sort(key=lambda row: (not row.same_title, -row.similarity))
    return tuple(found), len(pairs) - len(found)


def _concepts(indexing: Indexing, ids: list[str]) -> tuple[Concept, ...]:
    return tuple(indexing.terms[each].concept for each in ids if each in indexing.terms)
