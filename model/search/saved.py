"""Saved searches: queries under names, as rows of the project."""

import uuid
from dataclasses import dataclass
from typing import cast

from model.errors import UserError
from model.search.matching import Matcher
from model.search.query import Query
from model.storage.journal import Writing
from model.storage.tables import Row, Tables

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query with the name it was saved under, and since when (ISO 8601, UTC)."""

    id: str
    name: str
    query: Query
    created: str


def all_saved(tables: Tables) -> list[SavedSearch]:
    """The saved searches, by name without regard to case."""
    rows = sorted(tables.all("saved_search"), key=lambda row: (str(row["name_key"]), str(row["id"])))
    return [from_row(row) for row in rows]


def save(writing: Writing, name: str, query: Query) -> SavedSearch:
    """Save a query under a name; one that has the name already is replaced. Refuses a query that cannot be."""
    wanted = " ".join(name.split())
    check(wanted, query)
    for row in writing.tables.all("saved_search"):
        if row["name_key"] == wanted.casefold():
            columns = _query_columns(query)
            return from_row(writing.update("saved_search", str(row["id"]), name=wanted, **columns))
    saved = SavedSearch(str(uuid.uuid4()), wanted, query, writing.time)
    writing.insert("saved_search", to_row(saved))
    return saved


def check(name: str, query: Query) -> None:
    """Refuse a name that no saved search can have, and a query that cannot be."""
    _check_name(name)
    Matcher(query)


def free_name(tables: Tables, name: str) -> str:
    """The name, numbered where a saved search has it already."""
    taken = {str(row["name_key"]) for row in tables.all("saved_search")}
    number, wanted = 2, name
    while wanted.casefold() in taken:
        behind = f" ({number})"
        wanted = name[: LONGEST_NAME - len(behind)].rstrip() + behind
        number += 1
    return wanted


def rename(writing: Writing, saved: str, name: str) -> SavedSearch:
    """Give a saved search another name; refuses one that another has."""
    wanted = " ".join(name.split())
    _check_name(wanted)
    for row in writing.tables.all("saved_search"):
        if row["name_key"] == wanted.casefold() and row["id"] != saved:
            raise UserError("There is a saved search named “{name}” already.", name=wanted)
    return from_row(writing.update("saved_search", saved, name=wanted, name_key=wanted.casefold()))


def delete(writing: Writing, saved: str) -> None:
    """Take a saved search away."""
    writing.delete("saved_search", saved)


def to_row(saved: SavedSearch) -> Row:
    """The row of a saved search."""
    return {
        "id": saved.id,
        "name": saved.name,
        "name_key": saved.name.casefold(),
        **_query_columns(saved.query),
        "created": saved.created,
    }


def from_row(row: Row) -> SavedSearch:
    """The saved search of a row."""
    query = Query(
        str(row["text"]),
        whole_words=bool(row["whole_words"]),
        exact=bool(row["exact"]),
        regex=bool(row["regex"]),
        label=cast("str | None", row["label"]),
    )
    return SavedSearch(str(row["id"]), str(row["name"]), query, str(row["created"]))


def _query_columns(query: Query) -> Row:
    return {
        "text": query.text,
        "whole_words": int(query.whole_words),
        "exact": int(query.exact),
        "regex": int(query.regex),
        "label": query.label,
    }


def _check_name(name: str) -> None:
    if not name or name != " ".join(name.split()) or len(name) > LONGEST_NAME or not name.isprintable():
        raise UserError(
            "A saved search needs a name of at most {most} characters that can be shown.", most=LONGEST_NAME
        )
