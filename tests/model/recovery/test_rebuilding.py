"""What is left out so that every rule holds, and what is made so that nothing is named that is not there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from model.project import Project
from model.recovery.reading_journal import read_journal
from model.recovery.rebuilding import Assembled, assemble
from model.recovery.row_states import settle
from model.storage.row_shapes import Shapes
from model.storage.tables import Row
from tests.faults.damaged_copies import documents_of, make
from tests.model.recovery.damaging import read

Rows = dict[str, dict[str, Row]]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "sound.qarar"
    make(path)
    return path


@pytest.fixture
def assembled(path: Path) -> Callable[[Callable[[Rows], object]], Assembled]:
    """What is put together after something was done to the rows."""

    def run(change: Callable[[Rows], object]) -> Assembled:
        shapes = Shapes()
        readable = read(path.read_bytes())
        journal = read_journal(readable, shapes)
        settled = settle(readable, journal, shapes)
        change(settled.rows)
        found = assemble(readable, journal, settled, shapes)
        shapes.close()
        return found

    return run


def _any(rows: Rows, kind: str, **values: object) -> Row:
    return next(row for row in rows[kind].values() if all(row[name] == value for name, value in values.items()))


def test_sound_rows_stay_as_they_are(path: Path, assembled: Callable[..., Assembled]) -> None:
    found = assembled(lambda rows: None)
    assert found.whole_history
    assert {each.id for each in found.documents} == documents_of(path).keys()
    assert {each.state for each in found.documents} == {"whole"}
    with Project.open(path, None) as project:
        assert found.annotators == {each.id: each.name for each in project.annotators()}


@pytest.mark.parametrize(
    "column, value, said",
    [("end", 10**9, "outside the text"), ("label", "date", "not of its layer"), ("start", 1, "left out")],
)
def test_a_mark_that_breaks_a_rule_is_left_out_and_told(
    assembled: Callable[..., Assembled], column: str, value: object, said: str
) -> None:
    changed: list[str] = []

    def change(rows: Rows) -> None:
        row = _any(rows, "span", label="operative")
        row[column] = value  # type: ignore[assignment]
        changed.append(str(row["document"]))

    found = assembled(change)
    assert not found.whole_history
    (partial,) = [each for each in found.documents if each.state == "partial"]
    assert partial.id == changed[0]
    assert any(said in str(detail) for detail in partial.details)
    assert any("Marks lost" in str(detail) for detail in partial.details)


def test_what_belongs_to_a_row_that_is_gone_goes_with_it(assembled: Callable[..., Assembled]) -> None:
    gone: list[str] = []

    def change(rows: Rows) -> None:
        row = _any(rows, "document", name="A_RES_74_900")
        gone.append(str(row["id"]))
        del rows["document"][gone[0]]

    found = assembled(change)
    (lost,) = [each for each in found.documents if each.state == "lost"]
    assert lost.id == gone[0]
    assert not any(row["document"] in gone for kind in ("span", "document_tag") for row in found.rows[kind].values())


def test_names_that_clash_are_numbered(assembled: Callable[..., Assembled]) -> None:
    def change(rows: Rows) -> None:
        for row in rows["document"].values():
            row["name"] = "Same"

    found = assembled(change)
    assert {str(row["name"]) for row in found.rows["document"].values()} >= {"Same", "Same (2)", "Same (8)"}
