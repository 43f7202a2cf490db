"""What a project file keeps as JSON: names by language, and what the labels of its scheme hold. SQLite sees no more of
it than that it is text.
"""

import json
import sqlite3
from collections.abc import Callable
from typing import Any, cast

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


def unsound_column(connection: sqlite3.Connection) -> str | None:
    """The first column (``table.column``) in which a row of the file has what cannot be ``read``; nothing where all
    can.
    """
    for column in _COLUMNS:
        kind, _, name = column.partition(".")
        for row in connection.execute(f"SELECT DISTINCT CAST({name} AS BLOB) FROM {kind}"):
            if not is_sound(column, row[0]):
                return column
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


_COLUMNS: dict[str, Callable[[object], bool]] = {
    "project.scheme_names": _is_texts,
    "layer.names": _is_texts,
    "label.names": _is_texts,
    "label.definitions": _is_texts,
    "label.inside": lambda value: _is_list(value, _is_text),
    "label.features": lambda value: _is_list(value, _is_feature),
    "vocabulary.names": _is_texts,
}
