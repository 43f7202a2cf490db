"""What is stored as JSON, taken only as Qarar writes it."""

import contextlib
import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from model.annotation.layers import FEATURE_KINDS
from model.annotation.scheme_rows import load_scheme
from model.project import Project
from model.storage import stored_json

DATA = Path(__file__).parents[2] / "data"
OLDER = sorted(DATA.glob("schema-*.qarar"))
UNSOUND_FEATURES = (
    "{}",
    "[1]",
    "[null]",
    '["a"]',
    "[[]]",
    "[{}]",
    '[{"name": "a", "kind": "text"}]',
    '[{"name": "a", "names": {}}]',
    '[{"name": 1, "kind": "text", "names": {}}]',
    '[{"name": "a", "kind": "other", "names": {}}]',
    '[{"name": "a", "kind": ["text"], "names": {}}]',
    '[{"name": "a", "kind": "text", "names": []}]',
    '[{"name": "a", "kind": "choice", "names": {}, "choices": 5}]',
    '[{"name": "a", "kind": "choice", "names": {}, "choices": [5]}]',
)


@pytest.mark.parametrize("kind", FEATURE_KINDS)
def test_a_feature_of_every_kind_can_be_read(kind: str) -> None:
    features = [{"name": "a", "kind": kind, "names": {"en": "A"}}, {"name": "b", "kind": kind, "names": {}}]
    assert stored_json.read("label.features", json.dumps(features)) == features


@pytest.mark.parametrize("text", UNSOUND_FEATURES)
def test_features_that_are_none_are_not_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"label\.features"):
        stored_json.read("label.features", text)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"a"', '{"ar": 1}', '{"ar": null}', "[" * 100_000, b"\xff{}"])
def test_names_that_are_none_are_not_read(text: str | bytes) -> None:
    assert not stored_json.is_sound("label.names", text)
    assert stored_json.is_sound("label.names", '{"ar": "عنوان"}')
    assert stored_json.is_sound("label.names", '{"ar": "عنوان"}'.encode())


@pytest.mark.parametrize("text", ["{}", "[1]", "[null]"])
def test_a_list_of_labels_that_is_none_is_not_read(text: str) -> None:
    assert not stored_json.is_sound("label.inside", text)


@pytest.mark.parametrize("path", OLDER, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "script, column",
    [
        ("SELECT 1", None),
        ("UPDATE label SET features = '[{}]' WHERE id = 'title'", "label.features"),
        ("UPDATE label SET names = CAST(x'ff41' AS TEXT) WHERE id = 'title'", "label.names"),
        ("UPDATE vocabulary SET names = '{\"ar\": 1}'", "vocabulary.names"),
    ],
)
def test_a_column_with_something_else_is_found(tmp_path: Path, path: Path, script: str, column: str | None) -> None:
    with contextlib.closing(sqlite3.connect(shutil.copy(path, tmp_path))) as connection:
        connection.execute(script)
        assert stored_json.unsound_column(connection) == column


def test_what_the_window_reads_is_what_is_looked_at(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.qarar", "Amal") as project:
        for column in ("label.features", "label.inside", "label.definitions", "layer.names", "project.scheme_names"):
            kind, _, name = column.partition(".")
            connection = project.tables.connection
            connection.execute("BEGIN")
            connection.execute(f"UPDATE {kind} SET {name} = '[1]'")
            assert stored_json.unsound_column(connection) == column
            with pytest.raises(ValueError, match=column):
                load_scheme(project.tables)
            connection.execute("ROLLBACK")
        assert stored_json.unsound_column(project.tables.connection) is None
