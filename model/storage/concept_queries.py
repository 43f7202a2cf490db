"""Queries about concepts: how they stand to each other, how they are called, which documents use them.

They give plain tuples in named order, for there may be a hundred thousand concepts.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from model.storage.tables import Tables

AT_ONCE = 500  # ids in one statement; SQLite takes at least 999

_PREFERRED = "CASE kind WHEN 'preferred' THEN 0 WHEN 'alternative' THEN 1 ELSE 2 END"


def names(tables: Tables, vocabulary: str, language: str) -> list[tuple[str, str, str | None, str | None]]:
    """Id and URI of every concept of a vocabulary, with text and key of its preferred label in a language, null where
    it has none; in no order.
    """
    return _tuples(
        tables,
        """SELECT concept.id, uri, text, key FROM concept LEFT JOIN concept_label
        ON concept_label.concept = concept.id AND language = ? AND kind = 'preferred' WHERE vocabulary = ?""",
        (language, vocabulary),
    )


def count_of(tables: Tables, vocabulary: str) -> int:
    """How many concepts a vocabulary has."""
    return _tuples(tables, "SELECT count(*) FROM concept WHERE vocabulary = ?", (vocabulary,))[0][0]


def names_of(tables: Tables, concepts: Sequence[str], language: str) -> list[tuple[str, str, str | None, str | None]]:
    """The same of these concepts, as far as they are there."""
    found: list[tuple[str, str, str | None, str | None]] = []
    for some in _in_parts(concepts):
        found += _tuples(
            tables,
            f"""SELECT concept.id, uri, text, key FROM concept LEFT JOIN concept_label
            ON concept_label.concept = concept.id AND language = ? AND kind = 'preferred'
            WHERE concept.id IN ({_places(some)})""",
            (language, *some),
        )
    return found


def label_columns(tables: Tables, concepts: Sequence[str] | None = None) -> tuple[str, str, str, str]:
    """Concept, language, kind and key of all labels, each as lines in one string and in the same, no particular order;
    of these concepts only, where they are given. Empty strings where there are none.

    So that hundreds of thousands are read in half of the time that rows take.
    """
    columns = """SELECT coalesce(group_concat(concept, char(10)), ''),
        coalesce(group_concat(replace(language, char(10), ' '), char(10)), ''),
        coalesce(group_concat(kind, char(10)), ''), coalesce(group_concat(key, char(10)), '') FROM concept_label"""
    if concepts is None:
        return _tuples(tables, columns, ())[0]
    found = [_tuples(tables, f"{columns} WHERE concept IN ({_places(some)})", some)[0] for some in _in_parts(concepts)]
    one, two, three, four = ("\n".join(part[at] for part in found if part[0]) for at in range(4))
    return one, two, three, four


def concepts_of_labels(tables: Tables, labels: Sequence[str]) -> list[str]:
    """The concept of each of these labels that is there."""
    found: list[str] = []
    for some in _in_parts(labels):
        found += _firsts(tables, f"SELECT concept FROM concept_label WHERE id IN ({_places(some)})", some)
    return found


def own_concepts(tables: Tables) -> list[str]:
    """Ids of the concepts of the project's own vocabulary."""
    return _firsts(
        tables, "SELECT concept.id FROM concept JOIN vocabulary ON vocabulary.id = vocabulary WHERE own = 1", ()
    )


def labels_of(tables: Tables, concepts: Sequence[str]) -> list[tuple[str, str, str, str, str, str]]:
    """Concept, id, language, kind, text and key of the labels of these concepts: within each concept by language,
    preferred first.
    """
    found: list[tuple[str, str, str, str, str, str]] = []
    for some in _in_parts(concepts):
        found += _tuples(
            tables,
            f"""SELECT concept, id, language, kind, text, key FROM concept_label WHERE concept IN ({_places(some)})
            ORDER BY concept, language, {_PREFERRED}, text, id""",
            some,
        )
    return found


def broader_pairs(tables: Tables, vocabulary: str) -> list[tuple[str, str]]:
    """A concept and a broader one, both of a vocabulary, for each such relation; by URI of either."""
    return _tuples(
        tables,
        """SELECT narrow.id, broad.id FROM concept_relation
        JOIN concept AS narrow ON narrow.id = concept_relation.concept
        JOIN concept AS broad ON broad.id = concept_relation.other
        WHERE concept_relation.kind = 'broader' AND narrow.vocabulary = ? AND broad.vocabulary = narrow.vocabulary
        ORDER BY narrow.uri, broad.uri""",
        (vocabulary,),
    )


def others(tables: Tables, concept: str, kind: str) -> list[str]:
    """Ids of the concepts to which a concept has a relation of that kind (``broader``, ``related``, ``replaced_by``),
    each once, by URI.
    """
    return _firsts(
        tables,
        """SELECT DISTINCT concept.id FROM concept_relation JOIN concept ON concept.id = other
        WHERE concept_relation.concept = ? AND kind = ? ORDER BY uri, concept.id""",
        (concept, kind),
    )


def others_back(tables: Tables, concept: str, kind: str) -> list[str]:
    """Ids of the concepts that have a relation of that kind to a concept, each once, by URI."""
    return _firsts(
        tables,
        """SELECT DISTINCT concept.id FROM concept_relation JOIN concept ON concept.id = concept_relation.concept
        WHERE other = ? AND kind = ? ORDER BY uri, concept.id""",
        (concept, kind),
    )


def with_narrower(tables: Tables, concepts: Sequence[str]) -> set[str]:
    """Those of these concepts to which another one says that it is broader."""
    found: set[str] = set()
    for some in _in_parts(concepts):
        found.update(
            _firsts(
                tables,
                f"SELECT other FROM concept_relation WHERE kind = 'broader' AND other IN ({_places(some)})",
                some,
            )
        )
    return found


def all_with_narrower(tables: Tables) -> set[str]:
    """Every concept to which another one says that it is broader."""
    return set(_firsts(tables, "SELECT other FROM concept_relation WHERE kind = 'broader'", ()))


def states(tables: Tables) -> list[tuple[str, str]]:
    """Concept and state of all that is deprecated or gone; of a concept that is both, ``gone`` comes last."""
    return _tuples(tables, "SELECT concept, state FROM concept_state ORDER BY state, concept", ())


def states_of(tables: Tables, concepts: Sequence[str]) -> list[tuple[str, str]]:
    """The same of these concepts."""
    found: list[tuple[str, str]] = []
    for some in _in_parts(concepts):
        found += _tuples(
            tables,
            f"SELECT concept, state FROM concept_state WHERE concept IN ({_places(some)}) ORDER BY state, concept",
            some,
        )
    return found


def notes(tables: Tables, concept: str) -> list[tuple[str, str, str]]:
    """Kind, language and text of what is written about a concept: scope notes first, then by kind and language."""
    return _tuples(
        tables,
        """SELECT kind, language, text FROM (
            SELECT 0 AS place, 'scope' AS kind, language, text, id FROM concept_note WHERE concept = :concept
            UNION ALL
            SELECT 1, kind, language, text, id FROM concept_documentation WHERE concept = :concept
        ) ORDER BY place, kind, language, text, id""",
        {"concept": concept},
    )


def notations(tables: Tables, concept: str) -> list[str]:
    """A concept's notations in order."""
    return _firsts(tables, "SELECT text FROM concept_notation WHERE concept = ? ORDER BY text, id", (concept,))


def uses(tables: Tables, concept: str) -> list[tuple[str, str, str | None, str, int]]:
    """Id, name and symbol (as corrected, else as recognised) of each document to which a concept is assigned, with the
    status and whether it is major, in project order; a document to which it is assigned twice stands there twice.
    """
    return _tuples(
        tables,
        """SELECT document.id, name, coalesce(corrected_symbol, recognised_symbol), status, major
        FROM assignment JOIN document ON document.id = assignment.document
        WHERE assignment.concept = ? ORDER BY order_key, name_key, document.id, rank""",
        (concept,),
    )


def counts_of_use(tables: Tables) -> list[tuple[str, int]]:
    """Concept and number of assignments of it that are not rejected, of those that have any.

    All are counted by an index alone, and the rejected ones, which have one of their own, taken off.
    """
    return _tuples(
        tables,
        """SELECT concept, sum(number) AS uses FROM (
            SELECT concept, count(*) AS number FROM assignment GROUP BY concept
            UNION ALL SELECT concept, -count(*) FROM assignment WHERE status = 'rejected' GROUP BY concept
        ) GROUP BY concept HAVING uses > 0""",
        (),
    )


def _in_parts(concepts: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(concepts), AT_ONCE):
        yield concepts[start : start + AT_ONCE]


def _places(some: Sequence[str]) -> str:
    return ", ".join("?" * len(some))


def _firsts(tables: Tables, sql: str, parameters: Iterable[Any]) -> list[str]:
    return [str(row[0]) for row in _tuples(tables, sql, tuple(parameters))]


def _tuples(tables: Tables, sql: str, parameters: Any) -> list[tuple[Any, ...]]:
    cursor = tables.connection.cursor()
    cursor.row_factory = None
    return cursor.execute(sql, parameters).fetchall()
