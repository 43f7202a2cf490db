"""Queries about vocabularies: what their concepts hold, for all concepts of one at a time, and how they are used.

They give plain tuples in named order, for there may be a hundred thousand.
"""

from collections.abc import Sequence
from typing import Any

from model.storage.tables import Row, Tables

# What a concept holds: a table each, with the columns that tell its rows apart within the concept.
CONTENT: dict[str, tuple[str, ...]] = {
    "concept_label": ("language", "kind", "text"),
    "concept_note": ("language", "text"),
    "concept_documentation": ("kind", "language", "text"),
    "concept_notation": ("text",),
    "concept_relation": ("kind", "other"),
    "concept_state": ("state",),
}


def has_more_than_labels(tables: Tables) -> bool:
    """Whether any concept has what projects could not hold at first: a notation, a note that is no scope note, a state,
    or what replaces it.
    """
    found = tables.connection.execute(
        """SELECT EXISTS (SELECT 1 FROM concept_notation) OR EXISTS (SELECT 1 FROM concept_documentation)
        OR EXISTS (SELECT 1 FROM concept_state) OR EXISTS (SELECT 1 FROM concept_relation WHERE kind = 'replaced_by')"""
    ).fetchone()
    return bool(found[0])


def vocabularies_with_uri(tables: Tables, uri: str) -> list[Row]:
    """The vocabularies of that URI, the project's own last."""
    return tables.rows("SELECT * FROM vocabulary WHERE uri = ? ORDER BY own, id", (uri,))


def concept_uris(tables: Tables, vocabulary: str) -> list[tuple[str, str]]:
    """Id and URI of a vocabulary's concepts, by URI."""
    return _tuples(tables, "SELECT id, uri FROM concept WHERE vocabulary = ? ORDER BY uri, id", (vocabulary,))


def labels(tables: Tables, vocabulary: str) -> list[Row]:
    """The labels of a vocabulary's concepts, by concept, and within each by language, preferred first, then text."""
    return tables.rows(
        f"""SELECT concept_label.* FROM concept JOIN concept_label ON concept_label.concept = concept.id
        WHERE vocabulary = ?
        ORDER BY concept, language, {_kind_order("kind")}, text, concept_label.id""",
        (vocabulary,),
    )


def content(tables: Tables, vocabulary: str, kind: str) -> list[tuple[Any, ...]]:
    """Row id, concept and the columns of ``CONTENT`` of everything of one kind that a vocabulary's concepts hold, by
    concept and row id.
    """
    columns = ", ".join(f"{kind}.{column}" for column in CONTENT[kind])
    return _tuples(
        tables,
        f"""SELECT {kind}.id, {kind}.concept, {columns} FROM {kind} JOIN concept ON concept.id = {kind}.concept
        WHERE concept.vocabulary = ? ORDER BY {kind}.concept, {kind}.id""",
        (vocabulary,),
    )


def content_of(tables: Tables, concept: str, kind: str) -> list[str]:
    """Ids of the rows of one kind that one concept holds; of relations also those that lead to it."""
    either = " OR other = :concept" if kind == "concept_relation" else ""
    query = f"SELECT id FROM {kind} WHERE concept = :concept{either} ORDER BY id"
    return [str(row[0]) for row in tables.connection.execute(query, {"concept": concept})]


def concepts_with_label(tables: Tables, key: str, language: str) -> list[str]:
    """Ids of the concepts that carry a label whose key (see ``vocabulary.concepts.label_key``) is that one, the best
    first: thesauri before the project's own terms, and concepts that are gone from theirs last; labels in the language
    (without its region) before those of no known language, and these before others; what is not deprecated; preferred
    labels, then alternative ones; by URI.
    """
    found = tables.connection.execute(
        f"""SELECT concept.id FROM concept_label JOIN concept ON concept.id = concept_label.concept
        JOIN vocabulary ON vocabulary.id = concept.vocabulary WHERE key = :key GROUP BY concept.id
        ORDER BY min(
            {_has_state("concept.id", "gone")} * 10000 + own * 1000 + {_other_language("language", ":language")} * 100
            + {_has_state("concept.id", "deprecated")} * 10 + {_kind_order("kind")}
        ), concept.uri, concept.id""",
        {"key": key, "language": language},
    )
    return [str(row[0]) for row in found]


def labels_shared(tables: Tables, own: str, vocabulary: str) -> list[tuple[str, str]]:
    """Which concepts of the vocabulary ``own`` carry a label that a concept of another vocabulary carries too, by key:
    (concept, other) by concept, the best other one first. Concepts that are gone do not count.

    Better is a preferred label of the first concept before its alternative ones, then as in ``concepts_with_label``.
    Where one in the language of the first concept's label is found, those in other languages are left out.

    The joins are ``CROSS`` so that SQLite goes from the concepts of ``own``, which are few, to the others by key: by
    itself it begins with the thesaurus, which takes a hundred times as long.
    """
    found = _tuples(
        tables,
        f"""SELECT mine.id, theirs.id, min(
            {_kind_order("label.kind")} * 1000
            + {_other_language("same.language", "label.language")} * 100
            + {_has_state("theirs.id", "deprecated")} * 10 + {_kind_order("same.kind")}
        ) AS place
        FROM concept AS mine CROSS JOIN concept_label AS label ON label.concept = mine.id
        CROSS JOIN concept_label AS same ON same.key = label.key AND same.concept != mine.id
        CROSS JOIN concept AS theirs ON theirs.id = same.concept AND theirs.vocabulary = ?
        WHERE mine.vocabulary = ? AND label.key != '' AND NOT {_has_state("theirs.id", "gone")}
        GROUP BY mine.id, theirs.id ORDER BY mine.id, place, theirs.uri, theirs.id""",
        (vocabulary, own),
    )
    best: dict[str, int] = {}
    for mine, _, place in found:
        best.setdefault(mine, place)
    return [(mine, theirs) for mine, theirs, place in found if place // 100 == best[mine] // 100]


def uses(tables: Tables, vocabulary: str) -> dict[str, int]:
    """In how many documents each concept of a vocabulary is a descriptor (rejected proposals do not count); those in
    none are left out.
    """
    return dict(
        _tuples(
            tables,
            """SELECT concept, count(DISTINCT document) FROM assignment
            WHERE status != 'rejected' AND concept IN (SELECT id FROM concept WHERE vocabulary = ?) GROUP BY concept""",
            (vocabulary,),
        )
    )


def assignments_of(tables: Tables, concept: str) -> list[Row]:
    """The assignments of one concept, whatever their status, by document and rank."""
    return tables.rows("SELECT * FROM assignment WHERE concept = ? ORDER BY document, rank, id", (concept,))


def _has_state(concept: str, state: str) -> str:
    return f"EXISTS (SELECT 1 FROM concept_state WHERE concept_state.concept = {concept} AND state = '{state}')"


def _kind_order(column: str) -> str:
    return f"CASE {column} WHEN 'preferred' THEN 0 WHEN 'alternative' THEN 1 ELSE 2 END"


def _other_language(column: str, wanted: str) -> str:
    same = f"{column} = {wanted} OR {column} LIKE {wanted} || '-%'"
    return f"CASE WHEN {same} THEN 0 WHEN {column} = '' THEN 1 ELSE 2 END"


def _tuples(tables: Tables, sql: str, parameters: Sequence[str]) -> list[Any]:
    cursor = tables.connection.cursor()
    cursor.row_factory = None
    return cursor.execute(sql, parameters).fetchall()
