"""What a project file keeps as JSON: names by language, what the labels of its scheme hold, how texts were laid out.
SQLite sees no more of it than that it is text.
"""

import json
import sqlite3
from collections.abc import Callable
from itertools import chain
from typing import Any, cast

from model.text import layout
from model.text.layout import NO_LAYOUT, Layout

_LAYOUT = "document.layout"
_FEATURE_KINDS = ("text", "number", "choice", "yes-no")


def read(column: str, value: object) -> Any:
    """The value that a row has in a column (``table.column``). Raises ``ValueError`` where it is none that Qarar can
    have written there.
    """
    try:
        found = json.loads(value.decode() if isinstance(value, bytes) else str(value))
    except (ValueError, RecursionError):
        raise ValueError(column) from None
    if not _COLUMNS[column](found):
        raise ValueError(column)
    return found


def is_sound(column: str, value: object) -> bool:
    """Whether a value can be ``read``."""
    try:
        read(column, value)
    except ValueError:
        return False
    return True


def read_layout(value: object, length: int) -> Layout:
    """The layout that a row of a document has, whose text is of so many code points. Raises ``ValueError`` where it is
    none of such a text.
    """
    found = NO_LAYOUT if value is None else Layout.of(read(_LAYOUT, value))
    if not found.fits(length):
        raise ValueError(_LAYOUT)
    return found


def is_sound_layout(value: object, length: int) -> bool:
    """Whether a value can be read as the layout of a text of so many code points."""
    try:
        read_layout(value, length)
    except ValueError:
        return False
    return True


def unsound_column(connection: sqlite3.Connection) -> str | None:
    """The first column (``table.column``) in which a row of the file has what cannot be ``read``; nothing where all
    can.
    """
    for column in _COLUMNS:
        kind, _, name = column.partition(".")
        if column == _LAYOUT:
            continue
        for row in connection.execute(f"SELECT DISTINCT CAST({name} AS BLOB) FROM {kind}"):
            if not is_sound(column, row[0]):
                return column
    has_layouts = "SELECT 1 FROM pragma_table_info('document') WHERE name = 'layout'"
    if connection.execute(has_layouts).fetchone() is not None:  # a file of an older version has none
        layouts = "SELECT CAST(layout AS BLOB), length FROM document WHERE layout IS NOT NULL"
        if not all(is_sound_layout(*row) for row in connection.execute(layouts)):
            return _LAYOUT
    return None


def _is_texts(value: object) -> bool:
    """Texts by language."""
    return isinstance(value, dict) and all(isinstance(text, str) for text in cast("dict[str, object]", value).values())


def _is_list(value: object, fits: Callable[[object], bool]) -> bool:
    return isinstance(value, list) and all(fits(each) for each in cast("list[object]", value))


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_feature(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    feature = cast("dict[str, object]", value)
    return (
        _is_text(feature.get("name"))
        and feature.get("kind") in _FEATURE_KINDS
        and _is_texts(feature.get("names"))
        and _is_list(feature.get("choices", []), _is_text)
    )


def _is_layout(value: object) -> bool:
    """The fields of a layout that are not empty; whether they fit a text is another matter."""
    return (
        isinstance(value, dict)
        and value != {}
        and all(
            name in layout.FIELDS and (_are_stretches(places) if name == "italics" else _are_places(places))
            for name, places in cast("dict[str, object]", value).items()
        )
    )


def _are_places(value: object) -> bool:
    return isinstance(value, list) and set(map(type, cast("list[object]", value))) == {int}


def _are_stretches(value: object) -> bool:
    stretches = cast("list[list[object]]", value)
    are_pairs = isinstance(value, list) and all(type(each) is list and len(each) == 2 for each in stretches)
    return are_pairs and _are_places(list(chain.from_iterable(stretches)))


_COLUMNS: dict[str, Callable[[object], bool]] = {
    "project.scheme_names": _is_texts,
    "layer.names": _is_texts,
    "label.names": _is_texts,
    "label.definitions": _is_texts,
    "label.inside": lambda value: _is_list(value, _is_text),
    "label.features": lambda value: _is_list(value, _is_feature),
    "vocabulary.names": _is_texts,
    _LAYOUT: _is_layout,
}
