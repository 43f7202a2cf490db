import json
from pathlib import Path

import pytest

from model import cli
from model.annotation import documents
from model.annotation.layers import DESCRIPTORS
from model.commands import consistency
from model.project import Project
from tests.model.consistency.indexed import index
from tests.model.vocabulary.concept_rows import relate, set_state

CONCEPTS = {
    "water": [("en", "WATER"), ("ar", "المياه")],
    "spills": [("en", "OIL SPILLS")],
    "floods": [("en", "FLOODS"), ("en", "DELUGES", "alternative")],
    "rivers": [("en", "RIVERS")],
}


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    path = tmp_path / "a.qarar"
    with Project.create(path, "Amal") as project:
        held = {"1": ["water", "spill"], "2": ["water", "floods"], "3": [], "4": [], "5": ["deluge", "floods"]}
        ids = index(project, CONCEPTS, held, {"spill": "Oil spill", "deluge": "Deluge"})
        with project.operation("state") as writing:
            set_state(writing, "floods", "gone")
            relate(writing, ("floods", "replaced_by", "rivers"))
            documents.set_progress(writing, ids["3"], DESCRIPTORS, "done")
            for name, session in (("1", "74"), ("2", "75")):
                writing.update(
                    "document", ids[name], corrected_organ="GA", corrected_session=session, corrected_title="المياه"
                )
    return path


def run(*arguments: object) -> int:
    return cli.main([str(argument) for argument in arguments])


def test_the_report_is_printed(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("consistency", filled) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.splitlines() == [
        "5 documents: 3 with descriptors, 1 done without any, 1 without and not done.",
        "",
        "Terms by use: 4",
        "     2  FLOODS [gone]",
        "     2  WATER",
        "     1  Deluge [free term]",
        "     1  Oil spill [free term]",
        "",
        "Terms used once: 2",
        "  Deluge [free term]: 5",
        "  Oil spill [free term]: 1",
        "",
        "Terms that a document has twice: 0",
        "",
        "Near-doubles: 2",
        "  singular and plural",
        "    FLOODS [gone], as “DELUGES” (2): 2, 5",
        "    Deluge [free term] (1): 5",
        "  singular and plural",
        "    OIL SPILLS (0)",
        "    Oil spill [free term] (1): 1",
        "",
        "Deprecated or gone terms in use: 1",
        "  FLOODS [gone]: 2, 5",
        "    now RIVERS",
        "",
        "Renewals indexed differently, beside 0 alike: 1",
        "  1 → 2 (same title, 0.26 alike, 1 in common)",
        "    - Oil spill",
        "    + FLOODS",
        "",
        "Descriptors done, and none: 1",
        "  3",
        "",
        "No descriptors, and not done: 1",
        "  4",
    ]


def test_long_sections_are_cut_unless_all_is_wanted(
    filled: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consistency, "_SHOWN", 1)
    monkeypatch.setattr(consistency, "_NAMED", 1)
    assert run("consistency", filled) == 0
    cut = capsys.readouterr().out
    assert "  … and 3 more (--all)" in cut
    assert "  FLOODS [gone]: 2 and 1 more" in cut
    assert "Oil spill [free term]: 1" not in cut
    assert run("consistency", filled, "--all") == 0
    whole = capsys.readouterr().out
    assert "more" not in whole and "Oil spill [free term]: 1" in whole


def test_the_whole_report_as_json(filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "report.json"
    with Project.open(filled, "Amal") as project:
        ids = {each.name: each.id for each in project.documents()}
        with project.operation("metadata") as writing:
            writing.update("document", ids["2"], corrected_symbol="A/RES/75/2")
    assert run("consistency", filled, "--json", out) == 0
    capsys.readouterr()
    found = json.loads(out.read_text("utf-8"))
    assert found["documents"] == 5
    assert found["terms"][1] == {
        "id": "water",
        "uri": "http://example.org/water",
        "labels": {"ar": "المياه", "en": "WATER"},
        "own": False,
        "state": None,
        "documents": [
            {"id": ids["1"], "name": "1", "symbol": None},
            {"id": ids["2"], "name": "2", "symbol": "A/RES/75/2"},
        ],
    }
    assert found["done_without"] == [{"id": ids["3"], "name": "3", "symbol": None}]
    assert found["waiting"] == [{"id": ids["4"], "name": "4", "symbol": None}]
    assert [each["kind"] for each in found["near_duplicates"]] == ["number", "number"]
    assert found["near_duplicates"][0]["labels"] == ["DELUGES", "Deluge"]
    assert [each["id"] for each in found["outdated"][0]["replaced_by"]] == ["rivers"]
    (renewal,) = found["renewals"]
    assert (renewal["earlier"]["name"], renewal["same_title"], renewal["common"]) == ("1", True, 1)
    assert [each["labels"] for each in renewal["only_later"]] == [{"en": "FLOODS"}]
    assert (found["renewals_alike"], found["twice"]) == (0, [])


def test_a_report_that_cannot_be_written_is_refused_first(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("consistency", filled, "--json", tmp_path / "none" / "report.json") == 1
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
