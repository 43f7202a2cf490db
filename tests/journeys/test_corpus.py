"""The whole corpus with its gold clauses: in, out, in again, and nothing is different."""

import json

from model.checking import soundness
from model.formats import dataset_jsonl, project_json
from model.formats.importing import import_sources
from model.project import Project


def test_the_corpus_goes_in_and_out_and_in_again(corpus, tmp_path):
    with Project.create(tmp_path / "a.qarar", "Amal") as project:
        report = import_sources(project, [corpus / "texts", corpus / "seed"], clauses=corpus / "gold")
        assert (report.documents, report.clause_documents, report.of("refused")) == (1243, 1242, [])
        assert list(soundness.problems(project.tables)) == []
        for name in ("first", "second"):
            assert project_json.write(project, tmp_path / f"{name}.json") == 1243
            assert dataset_jsonl.write(project, tmp_path / f"{name}.jsonl") == 1243
        counts = project.counts()
        project.undo()
        assert (project.counts().documents, project.counts().spans) == (0, 0)
    for suffix in ("json", "jsonl"):
        assert (tmp_path / f"first.{suffix}").read_bytes() == (tmp_path / f"second.{suffix}").read_bytes()

    with Project.create(tmp_path / "b.qarar", "Badr") as project:
        report = import_sources(project, [tmp_path / "first.json"])
        assert (report.documents, report.of("refused")) == (1243, [])
        found = project.counts()
        assert (found.documents, found.spans, found.assignments, found.concepts) == (
            counts.documents,
            counts.spans,
            counts.assignments,
            counts.concepts,
        )
        project_json.write(project, tmp_path / "third.json")
        dataset_jsonl.write(project, tmp_path / "third.jsonl")
    for suffix in ("json", "jsonl"):
        assert (tmp_path / f"third.{suffix}").read_bytes() == (tmp_path / f"first.{suffix}").read_bytes()

    gold = {path.stem: path for path in (corpus / "gold").rglob("*.json")}
    with (tmp_path / "first.jsonl").open(encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            if line["name"] not in gold:
                continue
            wanted = json.loads(gold.pop(line["name"]).read_text("utf-8"))
            assert line["text_sha256"] == wanted["text_sha256"]
            assert [
                (each["start"], each["end"], each["type"], each["number"], each["depth"]) for each in line["clauses"]
            ] == [
                (each["start"], each["end"], each["type"], each["number"], each["depth"]) for each in wanted["clauses"]
            ]
            assert [
                None if each["lead"] is None else [each["lead"]["start"], each["lead"]["end"]]
                for each in line["clauses"]
            ] == [each.get("lead") for each in wanted["clauses"]]
    assert gold == {}
