"""The tree of a vocabulary: what has nothing broader, what is narrower than a concept, and the way from the top to it.

A concept may have several broader ones; then it stands in several places of the tree. Cycles do no harm: of concepts
that lie only in one, the first by URI stands at the top.
"""

import heapq
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from model.progress import ProgressCallback, no_progress
from model.storage import concept_queries
from model.storage.tables import Tables
from model.text.normalizing import normalized
from model.vocabulary.concepts import ConceptState, all_states, states_of

_ARTICLE = "ال"
_AT_ONCE = 2_000  # rows that are sorted in one go: no other thread can run meanwhile, nor can it be stopped
_Name = tuple[str, str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Node:
    """A concept (id) as a row of the tree.

    ``label`` is the preferred one in the language asked for, else as ``Concept.label`` has it; ``has_narrower`` says
    whether there is anything below; ``state`` is null where the concept is current.
    """

    concept: str
    label: str
    has_narrower: bool
    state: ConceptState | None = None


def roots(
    tables: Tables, vocabulary_id: str, language: str = "ar", on_progress: ProgressCallback = no_progress
) -> list[Node]:
    """The concepts of a vocabulary that have nothing broader in it, by label. ``on_progress`` is told of rows, first
    while they are sorted, then while they are made.
    """
    on_progress(0, 0)
    pairs = concept_queries.broader_pairs(tables, vocabulary_id)
    below = _below_something(pairs)
    on_progress(0, 0)
    found = [name for name in concept_queries.names(tables, vocabulary_id, language) if name[0] not in below]
    on_progress(0, 0)
    return _nodes(tables, found, language, concept_queries.all_with_narrower(tables), all_states(tables), on_progress)


def count_of_roots(tables: Tables, vocabulary_id: str) -> int:
    """How many there are of these."""
    below = _below_something(concept_queries.broader_pairs(tables, vocabulary_id))
    return concept_queries.count_of(tables, vocabulary_id) - len(below)


def count(tables: Tables, vocabulary_id: str) -> int:
    """How many concepts a vocabulary has, wherever they stand."""
    return concept_queries.count_of(tables, vocabulary_id)


def nodes(tables: Tables, concepts: Sequence[str], language: str = "ar") -> list[Node]:
    """The rows of these concepts, wherever they stand, by label; those that are not there are left out."""
    return _nodes_of(tables, concepts, language)


def narrower(tables: Tables, concept_id: str, language: str = "ar") -> list[Node]:
    """The concepts directly below one, by label; none for one that is not there."""
    return _nodes_of(tables, concept_queries.others_back(tables, concept_id, "broader"), language)


def path(tables: Tables, concept_id: str, language: str = "ar") -> list[Node]:
    """The way from the top of the tree to a concept, which is the last of it; empty where the concept is not there.

    Of several ways the shortest, and of these the first by URI; in a cycle, as far as to where it closes.
    """
    before: dict[str, str | None] = {concept_id: None}
    row, top = [concept_id], concept_id
    while row:
        above: list[str] = []
        for each in row:
            broader = concept_queries.others(tables, each, "broader")
            if not broader:
                above, top = [], each
                break
            for other in broader:
                if other not in before:
                    before[other] = each
                    above.append(other)
        if not above:
            break
        row, top = above, above[0]
    way: list[str] = []
    step: str | None = top
    while step is not None:
        way.append(step)
        step = before[step]
    nodes = {node.concept: node for node in _nodes_of(tables, way, language)}
    return [nodes[each] for each in way if each in nodes]


_BEHIND = "\U0010ffff"  # before what is to stand behind everything


def filing_key(key: str, language: str) -> str:
    """What a label is sorted by, from its key (``concepts.label_key``): Arabic without the article at the beginning,
    which lists of terms pass over, other languages without accents.
    """
    if language == "ar":
        return key.removeprefix(_ARTICLE)
    return key if key.isascii() else normalized("NFKD", key)


def _below_something(pairs: Sequence[tuple[str, str]]) -> set[str]:
    """The concepts that are reached from the top; of each cycle that is not, the first is left out."""
    down: dict[str, list[str]] = {}
    for narrow, broad in pairs:
        down.setdefault(broad, []).append(narrow)
    has_broader = dict.fromkeys(narrow for narrow, _ in pairs)
    reached: set[str] = set()

    def descend(first: Iterable[str]) -> None:
        waiting = list(first)
        while waiting:
            for each in down.get(waiting.pop(), ()):
                if each not in reached:
                    reached.add(each)
                    waiting.append(each)

    descend(broad for broad in down if broad not in has_broader)
    tops: set[str] = set()
    for each in has_broader:
        if each not in reached:
            tops.add(each)
            descend([each])
    return reached - tops


def _nodes_of(tables: Tables, concepts: Sequence[str], language: str) -> list[Node]:
    names = concept_queries.names_of(tables, concepts, language)
    below, states = concept_queries.with_narrower(tables, concepts), states_of(tables, concepts)
    return _nodes(tables, names, language, below, states)


def _nodes(
    tables: Tables,
    names: Iterable[_Name],
    language: str,
    with_narrower: Collection[str],
    states: dict[str, ConceptState],
    on_progress: ProgressCallback = no_progress,
) -> list[Node]:
    """Rows of these concepts, by label, then URI; those that have none in the language behind the others."""
    named: dict[str, tuple[str, str, str, str]] = {}  # what it is sorted by, URI, id, text
    nameless: dict[str, str] = {}
    for concept, uri, text, key in names:
        if text is None or key is None:
            nameless[concept] = uri
        elif concept not in named:
            named[concept] = (filing_key(key, language), uri, concept, text)
    fallbacks = _fallbacks(tables, list(nameless))
    for concept, uri in nameless.items():
        text, key, of = fallbacks.get(concept, (uri, uri, ""))
        named[concept] = (_BEHIND + filing_key(key, of), uri, concept, text)
    entries = list(named.values())
    total = 2 * len(entries)
    parts: list[list[tuple[str, str, str, str]]] = []
    for at in range(0, len(entries), _AT_ONCE):
        on_progress(at, total)
        parts.append(sorted(entries[at : at + _AT_ONCE]))
    merged = heapq.merge(*parts)
    found: list[Node] = []
    while len(found) < len(entries):
        on_progress(len(entries) + len(found), total)
        found += [
            Node(concept, text, concept in with_narrower, states.get(concept))
            for _, _, concept, text in islice(merged, _AT_ONCE)
        ]
    return found


def _fallbacks(tables: Tables, concepts: Sequence[str]) -> dict[str, tuple[str, str, str]]:
    """Text, key and language of the label that stands for each concept without one in the language asked for."""
    best: dict[str, tuple[int, str, str, str]] = {}
    for concept, _, language, kind, text, key in concept_queries.labels_of(tables, concepts):
        place = (0 if language == "en" else 1 if language == "ar" else 2) if kind == "preferred" else 3
        if concept not in best or place < best[concept][0]:
            best[concept] = (place, text, key, language)
    return {concept: (text, key, language) for concept, (_, text, key, language) in best.items()}
