"""What the window proposes goes along with an export that is to hold proposals; the project stays as it is."""

import json
import uuid
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

from gui.dialogs.export_dialog import ExportChoice
from model.annotation import documents
from model.errors import Cancelled
from tests.gui.conftest import Desk
from tests.journeys.proposal_desk import CLAUSES, OTHERS, Made, act, press, proposal_desk
from tests.journeys.test_proposals_stored import store

SCHEMA = Path(__file__).parents[2] / "resources" / "schema" / "dataset-1.json"


@pytest.fixture
def made() -> Made:
    return Made()


@pytest.fixture
def desk(qtbot, tmp_path: Path, made: Made) -> Iterator[Desk]:
    with proposal_desk(tmp_path, made) as desk:
        yield desk


def export(desk: Desk, monkeypatch, name: str = "out.jsonl", **given) -> list[dict]:
    """The lines of a dataset that the window's command has written."""
    target = desk.project.path.parent / name
    choice = ExportChoice("dataset-jsonl", target, **{"include_suggested": True, **given})
    monkeypatch.setattr(desk.window.files, "ask_export", lambda: choice)
    act(desk, "export")
    return [json.loads(line) for line in target.read_text("utf-8").split("\n")[:-1]]


def clauses(line: dict) -> list[tuple[str, str, str]]:
    return [(each["type"], each["quote"], each["status"]) for each in line["clauses"]]


SUGGESTED = [[(label, quote, "suggested") for quote, label, _, _ in each] for each in (CLAUSES, OTHERS)]


def test_what_is_proposed_is_exported_for_documents_too_that_were_never_shown(desk, monkeypatch):
    lines = export(desk, monkeypatch)
    assert [clauses(line) for line in lines] == SUGGESTED
    for line in lines:
        jsonschema.validate(line, json.loads(SCHEMA.read_text("utf-8")), jsonschema.Draft202012Validator)
        for each in (*line["clauses"], *line["spans"]):
            uuid.UUID(each["id"])
            assert each["origin"]["kind"] == "model" and each["origin"]["version"] == "made"
    first = lines[0]["clauses"]
    assert [each["origin"]["confidence"] for each in first] == [chance for _, _, chance, _ in CLAUSES]
    assert [each["lead"] and each["lead"]["quote"] for each in first] == [lead or None for *_, lead in CLAUSES]
    assert first[6]["parent"] == first[5]["id"]
    assert [each["quote"] for each in lines[0]["spans"]] == [lead for *_, lead in CLAUSES if lead]


def test_the_same_project_gives_the_same_bytes_and_nothing_is_written_into_it(desk, monkeypatch):
    export(desk, monkeypatch)
    export(desk, monkeypatch, "again.jsonl")
    folder = desk.project.path.parent
    assert (folder / "again.jsonl").read_bytes() == (folder / "out.jsonl").read_bytes()
    assert desk.spans() == []
    assert desk.project.undoable().name == "import"


def test_without_the_option_nothing_is_proposed(desk, monkeypatch):
    assert [clauses(line) for line in export(desk, monkeypatch, include_suggested=False)] == [[], []]


def test_documents_whose_clauses_are_done_have_no_proposals_and_what_stands_is_not_proposed_again(desk, monkeypatch):
    press(desk, "Return")
    with desk.project.operation("done") as writing:
        documents.set_progress(writing, desk.second, "clause", "done")
    first, second = export(desk, monkeypatch)
    assert clauses(first) == [(*SUGGESTED[0][0][:2], "confirmed"), *SUGGESTED[0][1:]]
    assert clauses(second) == []


def test_what_is_rejected_is_not_exported_and_stored_proposals_are_once(desk, monkeypatch):
    store(desk)
    rows = {span.id for span in desk.spans()}
    desk.caret("إن الجمعية", 1)
    press(desk, "Del")
    first, second = export(desk, monkeypatch)
    assert clauses(first) == [SUGGESTED[0][0], *SUGGESTED[0][2:]]
    assert {each["id"] for each in first["clauses"]} < rows
    assert clauses(second) == SUGGESTED[1]


def test_stopped_while_proposals_are_found_it_leaves_nothing(desk, made, monkeypatch):
    def stop(*_: object) -> None:
        raise Cancelled

    monkeypatch.setattr(made, "segment", stop)
    with pytest.raises(FileNotFoundError):
        export(desk, monkeypatch)
    assert desk.message() == "Stopped. Nothing was changed."
    assert [path.name for path in desk.project.path.parent.iterdir() if "partial" in path.name] == []
