"""Saved searches in project JSON: as they are written, checked and brought into a project."""

from dataclasses import replace
from pathlib import Path

from model.errors import UserError
from model.formats.json_schema import pointer
from model.formats.project_items import Json
from model.search import saved
from model.search.query import Query
from model.search.saved import SavedSearch
from model.storage.journal import Writing
from model.storage.tables import Tables


def to_json(search: SavedSearch) -> Json:
    """The JSON object of a saved search, its keys in the order of the format."""
    query = search.query
    return {
        "id": search.id,
        "name": search.name,
        "text": query.text,
        "whole_words": query.whole_words,
        "exact": query.exact,
        "regex": query.regex,
        "label": query.label,
        "created": search.created,
    }


def from_json(path: Path, items: list[Json]) -> tuple[SavedSearch, ...]:
    """The saved searches of JSON that has the format's shape.

    Refuses two of one id or name, and what could not have been saved.
    """
    found: list[SavedSearch] = []
    ids: set[str] = set()
    names: set[str] = set()
    for number, data in enumerate(items):
        query = Query(
            data["text"],
            whole_words=data["whole_words"],
            exact=data["exact"],
            regex=data["regex"],
            label=data["label"],
        )
        place, key = pointer("saved_searches", number), data["name"].casefold()
        if data["id"] in ids or key in names:
            raise UserError("{path}: {place}: there is one of that id or name already.", path=path, place=place)
        ids.add(data["id"])
        names.add(key)
        try:
            saved.check(data["name"], query)
        except UserError as refusal:
            raise UserError("{path}: {place}: {reason}", path=path, place=place, reason=refusal) from refusal
        found.append(SavedSearch(data["id"], data["name"], query, data["created"]))
    return tuple(found)


def new_ones(path: Path, searches: tuple[SavedSearch, ...], tables: Tables) -> tuple[SavedSearch, ...]:
    """Those that a project lacks; refuses one that the project has with another content."""
    new: list[SavedSearch] = []
    for search in searches:
        row = tables.row("saved_search", search.id)
        if row is None:
            new.append(search)
        elif replace(saved.from_row(row), name=search.name) != search:  # its name may have been numbered here
            raise UserError(
                "{path}: the project has the saved search “{name}” with another content.", path=path, name=search.name
            )
    return tuple(new)


def insert(writing: Writing, search: SavedSearch) -> None:
    """Write a saved search that the project does not have, under its name or, where that is taken, a numbered one."""
    name = saved.free_name(writing.tables, search.name)
    writing.insert("saved_search", saved.to_row(replace(search, name=name)))
