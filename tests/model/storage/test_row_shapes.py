"""Rows are told apart by the tables that the migrations make."""

from collections.abc import Iterator

import pytest

from model.storage.row_shapes import Shapes
from model.storage.tables import JOURNALLED


@pytest.fixture
def shapes() -> Iterator[Shapes]:
    made = Shapes()
    yield made
    made.close()


def test_all_tables_are_known_but_what_is_made_of_others(shapes: Shapes) -> None:
    assert shapes.tables.keys() == {*JOURNALLED, "annotator", "text", "operation", "change", "baseline"}
    change = shapes.tables["change"]
    assert change.without_rowid
    assert change.columns[:3] == ("operation", "position", "kind")
    assert change.key == (0, 1)
    assert shapes.tables["operation"].alias == 0
    assert (1, "layer") in shapes.tables["label"].references


def test_a_record_from_before_a_column_was_added_gets_its_default(shapes: Shapes) -> None:
    annotator = shapes.tables["annotator"]
    assert shapes.row(annotator, 1, ("a", "Amal")) == ("a", "Amal", "")
    assert shapes.row(annotator, 1, ("a",)) is None
    assert shapes.row(annotator, 1, ("a", "Amal", "", "more")) is None
    document = shapes.tables["document"]
    assert document.columns[-1] == "layout"
    assert document.required == len(document.columns) - 1
    assert document.defaults[-1] is None


def test_types_nulls_and_checks_decide(shapes: Shapes) -> None:
    state = shapes.tables["concept_state"]
    assert shapes.row(state, 1, ("a", "b", 5)) is None
    assert shapes.row(state, 1, ("a", None, "gone")) is None
    assert shapes.row(state, 1, ("a", "b", "gone")) == ("a", "b", "gone")
    assert shapes.accepts("concept_state", ("a", "b", "gone"))
    assert not shapes.accepts("concept_state", ("a", "b", "here"))
    operation = shapes.tables["operation"]
    record = (None, "o", "import", "do", None, "a", "2026-01-01T00:00:00.000Z", "")
    assert shapes.row(operation, 7, record) == (7, *record[1:])
    assert shapes.row(operation, 7, (7, *record[1:])) is None


def test_what_the_journal_recorded_is_completed_or_refused(shapes: Shapes) -> None:
    assert shapes.complete("document_tag", {"id": "a", "document": "b", "tag": "c"}) == ("a", "b", "c")
    assert shapes.complete("document_tag", {"id": "a", "document": "b"}) is None
    assert shapes.complete("document_tag", {"id": "a", "document": "b", "tag": "c", "other": 1}) is None
    assert shapes.complete("document_tag", {"id": "a", "document": "b", "tag": True}) is None
