"""Queries about how a project is indexed: all of its documents and confirmed descriptors at once.

They give plain tuples in named order, for there may be tens of thousands.
"""

from collections.abc import Iterator
from typing import Any

from model.storage.tables import Tables

_NAMES = ("symbol", "organ", "session", "adopted", "title")
_HELD = ", ".join(f"coalesce(corrected_{name}, recognised_{name})" for name in _NAMES)


def documents(tables: Tables) -> list[tuple[str, str, str | None, str | None, str | None, str | None, str | None]]:
    """Id, name, symbol, organ, session, day of adoption and title (each as corrected, else as recognised) of all
    documents, in project order.
    """
    return _tuples(tables, f"SELECT id, name, {_HELD} FROM document ORDER BY order_key, name_key, id")


def confirmed(tables: Tables) -> list[tuple[str, str]]:
    """Document and concept of every confirmed assignment, in project order and by rank."""
    return _tuples(
        tables,
        """SELECT document, concept FROM assignment JOIN document ON document.id = document
        WHERE status = 'confirmed' ORDER BY order_key, name_key, document, rank, assignment.id""",
    )


def labels(tables: Tables) -> list[tuple[str, int, str, str, str, str]]:
    """Concept, whether it is of the project's own vocabulary, and language, kind, text and key of all labels in Arabic,
    English and no known language but hidden ones; by concept, preferred first.
    """
    return _tuples(
        tables,
        """SELECT concept, own, language, kind, text, key FROM concept_label JOIN concept ON concept.id = concept
        JOIN vocabulary ON vocabulary.id = vocabulary
        WHERE kind != 'hidden' AND (language IN ('', 'ar', 'en') OR language LIKE 'ar-%' OR language LIKE 'en-%')
        ORDER BY concept, kind DESC, language, key, text""",
    )


def folded_texts(tables: Tables) -> Iterator[tuple[str, str]]:
    """Id and folded text of all documents, one by one, in project order."""
    cursor = tables.connection.cursor()
    cursor.row_factory = None
    yield from cursor.execute(
        """SELECT document.id, body FROM document JOIN folded_text ON folded_text.text_sha256 = document.text_sha256
        ORDER BY order_key, name_key, document.id"""
    )


def _tuples(tables: Tables, sql: str) -> list[tuple[Any, ...]]:
    cursor = tables.connection.cursor()
    cursor.row_factory = None
    return cursor.execute(sql).fetchall()
