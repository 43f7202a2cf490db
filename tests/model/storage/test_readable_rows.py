"""Rows are found by their tables' roots, and without them by what they are."""

from pathlib import Path

import pytest

from model.errors import Cancelled
from model.project import Project
from model.storage.pages import Pages
from model.storage.readable_rows import ReadableRows, read_rows
from model.storage.row_shapes import Shapes
from model.storage.tables import JOURNALLED
from tests.faults.damaged_copies import make
from tests.model.recovery.damaging import PAGE, read


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "sound.qarar"
    make(path)
    return path


def _rows(found: ReadableRows, kind: str) -> set[tuple[object, ...]]:
    return {rows[0].values for rows in found.rows[kind].values()}


def _expected(path: Path, kind: str) -> set[tuple[object, ...]]:
    with Project.open(path, None) as project:
        return {tuple(row) for row in project.tables.connection.execute(f"SELECT * FROM {kind}")}


def test_every_row_is_found_by_the_roots(path: Path) -> None:
    found = read(path.read_bytes())
    for kind in (*JOURNALLED, "annotator", "text", "operation", "change", "baseline"):
        assert _rows(found, kind) == _expected(path, kind), kind
        assert kind in found.complete
        assert all(rows[0].rooted for rows in found.rows[kind].values())


@pytest.mark.parametrize("kept", [0, 16, 100])
def test_every_row_is_found_without_the_first_page(path: Path, kept: int) -> None:
    content = path.read_bytes()
    found = read(content[:kept] + bytes(PAGE - kept) + content[PAGE:])
    assert not found.complete
    for kind in (*JOURNALLED, "annotator", "text", "operation", "change", "baseline"):
        assert _rows(found, kind) >= _expected(path, kind), kind


def test_pages_below_one_that_is_gone_are_found(path: Path) -> None:
    sound = path.read_bytes()
    found = read(sound)
    inner = [
        number
        for number in range(2, len(sound) // PAGE + 1)
        if sound[(number - 1) * PAGE] == 5  # the inner page of a table
    ]
    assert inner
    for number in inner:
        content = bytearray(sound)
        content[(number - 1) * PAGE : number * PAGE] = bytes(PAGE)
        again = read(bytes(content))
        for kind in found.rows:
            assert _rows(again, kind) >= _rows(found, kind)


def test_a_copy_of_a_page_in_the_place_of_another_is_seen(path: Path) -> None:
    sound = path.read_bytes()
    numbers = sorted({number for each in read(sound).pages["span"].values() for number in each})
    assert len(numbers) > 1
    content = bytearray(sound)
    one, other = numbers[0], numbers[1]
    content[(other - 1) * PAGE : other * PAGE] = sound[(one - 1) * PAGE : one * PAGE]
    assert "span" not in read(bytes(content)).complete


def test_it_can_be_stopped(path: Path) -> None:
    def stop(done: int, total: int) -> None:
        assert 0 <= done <= total
        raise Cancelled

    shapes = Shapes()
    with pytest.raises(Cancelled):
        read_rows(Pages(path.read_bytes()), shapes, stop)
    shapes.close()
