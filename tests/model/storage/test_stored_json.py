"""What is stored as JSON, taken only as Qarar writes it."""

import contextlib
import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from model.annotation import documents
from model.annotation.layers import FEATURE_KINDS
from model.annotation.scheme_rows import load_scheme
from model.checking import soundness
from model.errors import DamagedProjectError
from model.project import Project
from model.storage import stored_json
from model.text.layout import MOST, NO_LAYOUT, Layout

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


LAYOUT = Layout(paragraphs=(3, 7), lines=(4,), cells=(6,), italics=((0, 2), (8, 10)))
UNSOUND_LAYOUTS = (
    "",
    "{}",
    "[]",
    "null",
    '{"paragraphs":[]}',
    '{"paragraphs":3}',
    '{"paragraphs":["3"]}',
    '{"paragraphs":[3.0]}',
    '{"paragraphs":[true]}',
    '{"italics":[3]}',
    '{"italics":[[3]]}',
    '{"italics":[[3,4,5]]}',
    '{"fonts":[3]}',
    '{"paragraphs":[10]}',
    '{"paragraphs":[0]}',
    '{"paragraphs":[-1]}',
    '{"paragraphs":[4,3]}',
    '{"paragraphs":[3],"lines":[3]}',
    '{"italics":[[3,11]]}',
    '{"italics":[[3,3]]}',
    '{"paragraphs":[1' + "0" * 5000 + "]}",
    "[" * 100_000,
    b"\xff{}",
)


def test_a_layout_is_read_as_it_was_stored() -> None:
    assert stored_json.read_layout(LAYOUT.stored(), 10) == LAYOUT
    assert stored_json.read_layout((LAYOUT.stored() or "").encode(), 10) == LAYOUT
    assert stored_json.read_layout(None, 10) == NO_LAYOUT


@pytest.mark.parametrize("text", UNSOUND_LAYOUTS, ids=range(len(UNSOUND_LAYOUTS)))
def test_a_layout_that_is_none_of_such_a_text_is_not_read(text: str | bytes) -> None:
    assert not stored_json.is_sound_layout(text, 10)
    with pytest.raises(ValueError, match=r"document\.layout"):
        stored_json.read_layout(text, 10)


def test_more_places_than_are_kept_are_not_read() -> None:
    places = ",".join(map(str, range(1, MOST + 2)))
    assert not stored_json.is_sound_layout(f'{{"paragraphs":[{places}]}}', MOST + 10)


def test_a_layout_outside_its_text_is_found_and_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "p.qarar"
    with Project.create(path, "Amal") as project:
        with project.operation("import") as writing:
            documents.add(writing, "a", "نص قصير")
            documents.add(writing, "b", "نص قصير هنا", layout=Layout(paragraphs=(8,)))
        assert stored_json.unsound_column(project.tables.connection) is None
        project.tables.connection.execute("UPDATE document SET length = 8 WHERE name = 'b'")
        assert stored_json.unsound_column(project.tables.connection) == "document.layout"
    with Project.open(path, None) as project:
        with pytest.raises(DamagedProjectError, match=r"damaged \(document\.layout\)"):
            project.layout(project.document_ids()[1])
        with pytest.raises(ValueError, match=r"document\.layout"):
            list(soundness.problems(project.tables))
