"""Finding in the texts of a project: first what the index can tell, then the texts themselves, one after the other."""

from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import accumulate

from model.annotation.scheme_rows import load_scheme
from model.errors import UserError
from model.progress import ProgressCallback
from model.search.candidates import Candidates, candidates
from model.search.matching import Matcher, in_source
from model.search.query import Query
from model.storage.tables import Tables

Limits = tuple[int, int]
_PLACES = frozenset({"document"})


@dataclass(frozen=True, slots=True)
class DocumentHits:
    """The hits in one document: half-open code points, in order and apart; never none."""

    document: str
    name: str
    hits: tuple[Limits, ...]


class Search:
    """A query put to a project. Refuses a query that cannot be, and a label that the scheme lacks."""

    def __init__(self, tables: Tables, query: Query) -> None:
        self._tables = tables
        self._matcher = Matcher(query)
        self._query = query
        self._layer = None if query.label is None else _layer_of(tables, query.label)
        self._candidates: Candidates = candidates(tables.folded, self._matcher)

    def count_documents(self) -> tuple[int, bool]:
        """How many documents may have a hit, as the index has it, and whether all of them do have one."""
        places = self._tables.kept(_places, _PLACES)
        count = sum(1 for text, _, _ in places if text in self._candidates)
        return count, self._candidates.exact and self._layer is None

    def documents(
        self, among: Collection[str] | None = None, on_progress: ProgressCallback | None = None
    ) -> Iterator[DocumentHits]:
        """The documents that have hits, in project order, each as soon as it is found; of those ``among`` only, where
        they are given (ids).

        ``on_progress`` is called with how many documents are behind and how many there are; it may raise.
        """
        places = self._tables.kept(_places, _PLACES)
        for done, (text, document, name) in enumerate(places):
            if on_progress is not None:
                on_progress(done, len(places))
            if text in self._candidates and (among is None or document in among):
                hits = self._hits(text, document, name)
                if hits:
                    yield DocumentHits(document, name, tuple(hits))
        if on_progress is not None:
            on_progress(len(places), len(places))

    def _hits(self, text: int, document: str, name: str) -> list[Limits]:
        folded = self._tables.folded
        try:
            found = self._matcher.in_given(folded.source(text) if self._query.exact else folded.body(text))
        except UserError as refusal:
            raise UserError("{name}: {problem}", name=name, problem=refusal) from refusal
        if found and not self._query.exact:
            found = in_source(found, folded.stretches(text))
        if found and self._query.label is not None and self._layer is not None:
            found = _inside(found, self._tables.label_limits(document, self._layer, self._query.label))
        return found


def _places(tables: Tables) -> list[tuple[int, str, str]]:
    return tables.folded.documents()


def _layer_of(tables: Tables, label: str) -> str:
    layers = [layer.id for layer in load_scheme(tables).layers if any(each.id == label for each in layer.labels)]
    if not layers:
        raise UserError("There is no label “{label}”.", label=label)
    return layers[0]


def _inside(hits: list[Limits], spans: list[Limits]) -> list[Limits]:
    """The hits that lie inside one of the spans, which are in order of their starts."""
    starts = [start for start, _ in spans]
    ends = list(accumulate((end for _, end in spans), max))
    found: list[Limits] = []
    for start, end in hits:
        place = bisect_right(starts, start)
        if place and ends[place - 1] >= end:
            found.append((start, end))
    return found
