"""A scheme of which rows are gone or cannot be read."""

import pytest

from model.annotation.layers import read_scheme
from model.annotation.scheme_rows import project_row, rows_of
from model.recovery.scheme_repair import Rows, repair_scheme, scheme
from model.vocabulary.concepts import own_vocabulary_row


@pytest.fixture
def rows() -> Rows:
    own = own_vocabulary_row()
    found: Rows = {"project": {"p": project_row("p", read_scheme())}, "vocabulary": {str(own["id"]): own}, "span": {}}
    for kind, row in rows_of(read_scheme()):
        found.setdefault(kind, {})[str(row["id"])] = row
    return found


COMPLETE = ("project", "layer", "label")


def test_what_can_be_read_stays(rows: Rows) -> None:
    assert repair_scheme(rows, COMPLETE) == []
    assert scheme(rows) == read_scheme()


def test_rows_of_the_shipped_scheme_come_back(rows: Rows) -> None:
    del rows["label"]["operative"], rows["layer"]["reference"], rows["project"]["p"]
    rows["label"]["title"]["names"] = "{broken"
    rows["vocabulary"].clear()
    assert len(repair_scheme(rows, ())) == 4
    assert scheme(rows) == read_scheme()
    assert len(rows["vocabulary"]) == 1


def test_a_label_that_a_person_deleted_stays_deleted(rows: Rows) -> None:
    del rows["label"]["table"]
    assert repair_scheme(rows, COMPLETE) == []
    assert "table" not in {label.id for label in scheme(rows).labels()}


def test_a_label_of_a_persons_own_is_made_anew_with_its_id_for_a_name(rows: Rows) -> None:
    rows["span"]["s"] = {"id": "s", "layer": "voice", "label": "speaker"}
    told = repair_scheme(rows, COMPLETE)
    label = scheme(rows).label("speaker")
    assert (label.layer, label.name("en")) == ("voice", "speaker")
    assert [note.values for note in told] == [{"layer": "voice"}, {"label": "speaker"}]


def test_only_what_cannot_be_read_of_a_row_is_replaced(rows: Rows) -> None:
    mine = {**rows["label"]["title"], "id": "mine", "colour": "#123456", "features": '[{"kind": "text"}]'}
    rows["label"]["mine"] = mine
    rows["label"]["numbered"] = {**mine, "id": "numbered", "features": '[{"name": 1, "kind": "text", "names": {}}]'}
    repair_scheme(rows, COMPLETE)
    assert rows["label"]["numbered"]["features"] == "[]"
    label = scheme(rows).label("mine")
    assert (label.colour, label.features) == ("#123456", ())
    assert label.name("en") == read_scheme().label("title").name("en")


def test_a_second_project_row_is_left_out(rows: Rows) -> None:
    rows["project"]["q"] = project_row("q", read_scheme())
    assert len(repair_scheme(rows, COMPLETE)) == 1
    assert list(rows["project"]) == ["p"]
