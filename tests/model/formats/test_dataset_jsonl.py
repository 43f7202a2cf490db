import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import datasets
import jsonschema
import pandas
import pytest

from model.annotation import documents, spans
from model.annotation.metadata import Metadata
from model.annotation.values import Origin
from model.errors import Cancelled
from model.formats import dataset_jsonl, project_json
from model.project import Project
from model.vocabulary import assignments, concepts
from tests.model.conftest import TEXT, place
from tests.model.formats.projects import annotated, custom_scheme, thesaurus

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "export-format.md").read_text("utf-8")
SCHEMA = json.loads((ROOT / "resources" / "schema" / "dataset-1.json").read_text("utf-8"))

TOP = [
    *("format", "scheme", "id", "name", "text", "text_sha256", "offset_unit", "folder", "metadata", "complete"),
    *("clauses", "spans", "descriptors"),
]
LIMITS = ["start", "end", "quote"]
MADE = ["annotator", "origin", "status", "created", "modified"]
CLAUSE = ["id", "type", *LIMITS, "number", "depth", "parent", "lead", "features", "note", *MADE]
SPAN = ["id", "layer", "label", *LIMITS, "number", "depth", "parent", "features", "note", *MADE]
DESCRIPTOR = ["label", "labels", "uri", "rank", "major", "annotator", "origin", "status", "evidence"]


def export(project: Project, path: Path, **options: Any) -> list[dict[str, Any]]:
    count = dataset_jsonl.write(project, path, **options)
    lines = path.read_text("utf-8").split("\n")
    assert lines.pop() == ""
    assert len(lines) == count
    return [json.loads(line) for line in lines]


@pytest.fixture
def full(project: Project) -> Project:
    """Three documents, by name: one with nothing in it, one with everything, one with astral letters."""
    annotated(project)
    with project.operation("more") as writing:
        documents.add(writing, "1 empty", "نص")
        text = "🕊 السلام 𞤀 2024-12-19 🕊\u2028سطر"
        astral = documents.add(writing, "و", text, recognised=Metadata(adopted="2024-12-19", session="79"))
        clause = spans.mark(writing, astral, "title", *place("السلام 𞤀", text), origin=Origin("model", "m", 0.1 + 0.2))
        spans.set_note(writing, clause.id, "🕊")
        found = assignments.assign(writing, astral, "v2")
        assignments.add_evidence(writing, found.id, *place("𞤀 2024", text), Origin("model", "m", 1 / 3))
    return project


def test_the_keys_are_those_of_the_format_in_every_line(full: Project, tmp_path: Path) -> None:
    lines = export(full, tmp_path / "d.jsonl", include_suggested=True)
    assert [line["name"] for line in lines] == ["1 empty", "مكتبات", "و"]
    for line in lines:
        jsonschema.validate(line, SCHEMA, jsonschema.Draft202012Validator)
        assert list(line) == TOP
        assert list(line["scheme"]) == ["id", "version"]
        assert list(line["metadata"]) == ["symbol", "organ", "session", "adopted", "title"]
        assert all(list(clause) == CLAUSE for clause in line["clauses"])
        assert all(list(span) == SPAN for span in line["spans"])
        assert all(list(descriptor) == DESCRIPTOR for descriptor in line["descriptors"])
        for item in [*line["clauses"], *line["spans"], *line["descriptors"]]:
            assert list(item["annotator"]) == ["id", "name"]
            assert list(item["origin"]) == ["kind", "version", "confidence"]


def quotes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "quote" in value:
            yield value
        for item in value.values():
            yield from quotes(item)
    elif isinstance(value, list):
        for item in value:
            yield from quotes(item)


def test_every_quote_is_the_text_between_its_limits(full: Project, tmp_path: Path) -> None:
    lines = export(full, tmp_path / "d.jsonl")
    found = [(line["text"], quote) for line in lines for quote in quotes(line)]
    assert len(found) == 9
    for text, quote in found:
        assert text[quote["start"] : quote["end"]] == quote["quote"]
    assert "السلام 𞤀" in [quote["quote"] for _, quote in found]
    assert all(line["text"] == full.text(line["id"]) for line in lines)


def test_clauses_know_parent_lead_and_who_made_them(full: Project, tmp_path: Path) -> None:
    line = export(full, tmp_path / "d.jsonl")[1]
    preambular, operative, subclause = line["clauses"]
    assert [clause["type"] for clause in line["clauses"]] == ["preambular", "operative", "subclause"]
    assert [clause["number"] for clause in line["clauses"]] == [None, "1", "أ"]
    assert [clause["depth"] for clause in line["clauses"]] == [0, 0, 1]
    assert [clause["parent"] for clause in line["clauses"]] == [None, None, operative["id"]]
    start, end = place("إذ تشير إلى")
    assert preambular["lead"] == {"start": start, "end": end, "quote": "إذ تشير إلى"}
    assert operative["lead"] is subclause["lead"] is None
    assert preambular["features"] == [{"name": "annex", "value": "true"}, {"name": "b", "value": "c"}]
    assert preambular["annotator"] == {"id": full.annotators()[0].id, "name": "Amal"}
    assert [(span["layer"], span["label"], span["parent"]) for span in line["spans"]] == [
        ("reference", "date", None),
        ("lead", "lead", None),
    ]
    assert line["spans"][1]["origin"] == {"kind": "model", "version": "m-1", "confidence": 0.5}
    assert line["complete"] == ["clause"]
    assert line["metadata"] == {
        "symbol": "A/RES/1/1",
        "organ": None,
        "session": None,
        "adopted": None,
        "title": "المكتبات",
    }
    assert line["scheme"] == {"id": "un-resolution", "version": "2"}


def test_descriptors_are_named_by_the_term_as_found_or_in_english(project: Project, tmp_path: Path) -> None:
    with project.operation("assign") as writing:
        document = documents.add(writing, "d", TEXT)
        thesaurus(writing)
        own = concepts.create(writing, "مكتبة", "ar")
        assignments.assign(writing, document, "v1")
        assignments.assign(writing, document, "v1", term="PEACE V1", origin=Origin("import", "x"))
        found = assignments.assign(writing, document, own.id)
        assignments.move(writing, found.id, 0)
        assignments.set_major(writing, found.id, True)
        assignments.add_evidence(writing, found.id, *place("المكتبات"))
        assignments.add_evidence(writing, found.id, *place("أهمية"))
        assignments.add_evidence(writing, found.id, *place("أهمية المكتبات"))
    (line,) = export(project, tmp_path / "d.jsonl")
    assert [(each["label"], each["rank"], each["major"]) for each in line["descriptors"]] == [
        ("مكتبة", 0, True),
        ("Peace v1 🕊", 1, False),
        ("PEACE V1", 2, False),
    ]
    labels = [{"language": "ar", "label": "سلام"}, {"language": "en", "label": "Peace v1 🕊"}]
    assert line["descriptors"][1]["labels"] == line["descriptors"][2]["labels"] == labels
    assert line["descriptors"][0]["uri"] == own.uri
    assert [evidence["quote"] for evidence in line["descriptors"][0]["evidence"]] == [
        "أهمية المكتبات",
        "أهمية",
        "المكتبات",
    ]


def test_what_nobody_confirmed_is_there_only_when_asked_for(project: Project, tmp_path: Path) -> None:
    proposal: dict[str, Any] = {"status": "suggested", "origin": Origin("model", "m", 0.5)}
    with project.operation("mark") as writing:
        document = documents.add(writing, "d", TEXT)
        operative = spans.mark(writing, document, "operative", place("1 - تطلب")[0], place("2 - تقرر")[0])
        inner = spans.mark(writing, document, "subclause", *place("(أ) فتح المكتبات؛"), **proposal)
        spans.mark(writing, document, "lead", *place("فتح"))
        deep = spans.mark(writing, document, "subclause", *place("المكتبات؛"))
        spans.mark(writing, document, "lead", *place("تطلب"), **proposal)
        no = spans.mark(writing, document, "date", 0, 3, **proposal)
        spans.set_status(writing, no.id, "rejected")
        assignments.assign(writing, document, concepts.create(writing, "A").id, **proposal)
        refused = assignments.assign(writing, document, concepts.create(writing, "B").id, **proposal)
        assignments.set_status(writing, refused.id, "rejected")
    (line,) = export(project, tmp_path / "d.jsonl")
    assert [(clause["id"], clause["parent"]) for clause in line["clauses"]] == [
        (operative.id, None),
        (deep.id, operative.id),
    ]
    # The lead belongs to the clause that is not confirmed, not to the one around it.
    assert [clause["lead"] for clause in line["clauses"]] == [None, None]
    assert [span["label"] for span in line["spans"]] == ["lead"]
    assert line["descriptors"] == []
    (line,) = export(project, tmp_path / "d.jsonl", include_suggested=True)
    assert [(clause["parent"], clause["status"]) for clause in line["clauses"]] == [
        (None, "confirmed"),
        (operative.id, "suggested"),
        (inner.id, "confirmed"),
    ]
    assert [clause["lead"] and clause["lead"]["quote"] for clause in line["clauses"]] == ["تطلب", "فتح", None]
    assert [span["label"] for span in line["spans"]] == ["lead", "lead"]
    assert [each["label"] for each in line["descriptors"]] == ["A"]


def test_a_layer_of_ones_own_stands_among_the_spans(tmp_path: Path) -> None:
    with Project.create(tmp_path / "a.qarar", "Amal", custom_scheme()) as project:
        with project.operation("mark") as writing:
            document = documents.add(writing, "d", TEXT)
            spans.mark(writing, document, "speaker", *place("الجمعية العامة"))
        (line,) = export(project, tmp_path / "d.jsonl")
    assert line["scheme"] == {"id": "mine", "version": "2"}
    assert [(span["layer"], span["label"], span["quote"]) for span in line["spans"]] == [
        ("voice", "speaker", "الجمعية العامة")
    ]


def test_stopping_leaves_the_file_that_was_there(full: Project, tmp_path: Path) -> None:
    target = tmp_path / "d.jsonl"
    target.write_text("before", "utf-8")

    def stop(done: int, total: int) -> None:
        assert total == 3
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        dataset_jsonl.write(full, target, on_progress=stop)
    assert target.read_text("utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir() if "partial" in path.name) == []


def test_two_exports_are_equal_byte_for_byte(full: Project, tmp_path: Path) -> None:
    export(full, tmp_path / "a.jsonl")
    with Project.create(tmp_path / "copy.qarar", "Dana") as other:
        project_json.write(full, tmp_path / "p.json")
        with other.operation("import") as writing:
            project_json.read_into(writing, other, tmp_path / "p.json")
        export(other, tmp_path / "b.jsonl")
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


# What the page for readers says


def code(*wanted: str) -> str:
    """The blocks of Python on the page that hold these words, one after the other."""
    blocks = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    return "\n".join(next(block for block in blocks if word in block) for word in wanted)


def run(program: str, monkeypatch: pytest.MonkeyPatch, folder: Path) -> dict[str, Any]:
    """The names that code of the page has made, run as its reader would, beside the file."""
    monkeypatch.chdir(folder)
    found: dict[str, Any] = {}
    exec(compile(program, "docs/export-format.md", "exec"), found)
    return found


@pytest.fixture
def quiet_datasets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", tmp_path / "cache")
    datasets.disable_progress_bars()


@pytest.mark.usefixtures("quiet_datasets")
def test_datasets_reads_the_values_that_were_written(
    full: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first line has nothing but empty lists and nulls."""
    lines = export(full, tmp_path / "dataset.jsonl", include_suggested=True)
    found = run(code("from_list"), monkeypatch, tmp_path)
    assert found["dataset"].features == found["features"]
    assert found["dataset"].to_list() == lines
    assert [list(line) for line in found["dataset"].to_list()] == [TOP] * 3


@pytest.mark.usefixtures("quiet_datasets")
def test_datasets_reads_piece_by_piece_too(full: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = export(full, tmp_path / "dataset.jsonl", include_suggested=True)
    read = run(code("from_list", "load_dataset"), monkeypatch, tmp_path)["dataset"].to_list()
    for line in lines:
        adopted = line["metadata"]["adopted"]
        line["metadata"]["adopted"] = None if adopted is None else date.fromisoformat(adopted)
    assert read == lines


@pytest.mark.usefixtures("quiet_datasets")
def test_a_line_longer_than_what_is_read_at_once(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``load_dataset`` reads ten megabytes at a time."""
    with project.operation("add") as writing:
        for name in ("a", "b"):
            documents.add(writing, name, "قرار " * 1_300_000)
    lines = export(project, tmp_path / "dataset.jsonl")
    assert run(code("from_list", "load_dataset"), monkeypatch, tmp_path)["dataset"].to_list() == lines


def test_pandas_reads_the_values_that_were_written(
    full: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = export(full, tmp_path / "dataset.jsonl", include_suggested=True)
    frame: pandas.DataFrame = run(code("pandas"), monkeypatch, tmp_path)["frame"]
    assert list(frame.columns) == TOP
    assert frame.to_dict("records") == lines


def test_plain_python_reads_the_values_that_were_written(
    full: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = export(full, tmp_path / "dataset.jsonl")
    assert run(code("json.loads"), monkeypatch, tmp_path)["documents"] == lines


def keys_of(schema: Any, root: Any) -> Iterator[str]:
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    yield from schema.get("properties", {})
    for item in [*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])]:
        yield from keys_of(item, root)


def test_the_page_says_something_about_every_key() -> None:
    prose = re.sub(r"```python\n.*?```", "", PAGE, flags=re.DOTALL)
    missing = {key for key in keys_of(SCHEMA, SCHEMA) if f"`{key}`" not in prose}
    assert missing == set()


def test_the_page_and_the_schema_have_the_same_keys_in_the_same_order() -> None:
    types: dict[str, Any] = {}
    exec(compile(code("Features(").partition("\nwith open")[0], "docs/export-format.md", "exec"), types)

    def compare(feature: Any, schema: Any) -> None:
        if "$ref" in schema:
            schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
        if isinstance(feature, datasets.List):
            compare(feature.feature, schema["items"])
        elif isinstance(feature, dict):
            assert list(feature) == schema["required"] == list(schema["properties"])
            for key, item in feature.items():
                compare(item, schema["properties"][key])
        else:
            named = {"string": "string", "integer": "int64", "number": "float64", "boolean": "bool"}
            kind = schema["type"] if isinstance(schema["type"], str) else schema["type"][0]
            assert feature.dtype == named[kind]

    compare(dict(types["features"]), SCHEMA)


def test_each_meaning_of_the_page_is_in_the_schema() -> None:
    stated = set(re.findall(r"^\| (`[a-z_0-9`, ]+`) \|", PAGE, re.MULTILINE))
    keys = {key for group in stated for key in re.findall(r"`([a-z_0-9]+)`", group)}
    assert keys == {*TOP, *CLAUSE, *DESCRIPTOR}
