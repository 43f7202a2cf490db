"""The command that proposes clauses, for files and for projects; and what checking says of what it proposed."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from model import cli
from model.annotation import documents, spans
from model.annotation.documents import sha256_of
from model.annotation.layers import read_scheme
from model.annotation.values import Span, Status
from model.project import Project
from model.segmentation.segmenter import Segmenter
from model.segmentation.weights import SHIPPED, write
from tests.conftest import ROOT
from tests.model.conftest import TEXT
from tests.model.resolutions import resolution
from tests.model.segmentation.small_weights import small_weights

SAMPLES = ROOT / "resources" / "samples"
CITING = "إن الجمعية العامة، إذ تشير إلى قرارها 75/903 المؤرخ 3 أيار/مايو 2021، 1 - تقرر النظر في A/76/901."


def run(*arguments: object) -> int:
    return cli.main([str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Small ones, which are soon read."""
    path = tmp_path_factory.mktemp("weights") / "small.npz"
    write(path, small_weights())
    return path


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A folder with two resolutions, one of them deeper down, and what is no resolution."""
    folder = tmp_path / "sources"
    put(folder / "a.txt", TEXT)
    put(folder / "deeper" / "down" / "b.txt", resolution(1).text)
    (folder / "notes.md").write_text("no resolution", "utf-8")
    return folder


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"%%%\n\n{text}", "utf-8")
    return path


def content(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text("utf-8"))


def listed(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


# Files


def test_each_resolution_becomes_a_file_of_its_clauses(
    sources: Path, tmp_path: Path, weights: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "out"
    assert run("segment", sources, "--out", out, "--weights", weights) == 0
    assert capsys.readouterr() == ("Segmented 2 documents, 0 refused.\n", "")
    assert listed(out) == ["a.json", "b.json"]
    found = content(out / "a.json")
    assert list(found) == ["text_sha256", "segmenter", "clauses", "references"]
    assert found["text_sha256"] == sha256_of(TEXT)
    for clause in found["clauses"]:
        assert list(clause) == ["start", "end", "type", "number", "depth", "lead", "confidence"]
        assert TEXT[clause["start"] : clause["end"]].strip() and 0 <= clause["confidence"] <= 1
    assert [(clause["type"], clause["number"], clause["depth"]) for clause in found["clauses"]] == [
        *(("enacting", None, 0), ("preambular", None, 0), ("preambular", None, 0)),
        *(("operative", "1", 0), ("subclause", "أ", 1), ("subclause", "ب", 1)),
        *(("subclause", "1", 2), ("subclause", "2", 2), ("operative", "2", 0)),
    ]
    leads = [clause["lead"] for clause in found["clauses"]]
    assert leads[0] is None
    assert TEXT[slice(*leads[3])] == "تطلب إلى" and type(leads[3]) is list


def test_what_is_written_is_what_the_shipped_weights_propose(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = resolution(2)
    assert run("segment", put(tmp_path / "a.txt", gold.text), "--out", tmp_path / "out") == 0
    found = content(tmp_path / "out" / "a.json")
    segmenter = Segmenter.shipped()
    assert found["segmenter"] == segmenter.version
    assert [
        (each["start"], each["end"], each["type"], each["number"], each["depth"], each["lead"], each["confidence"])
        for each in found["clauses"]
    ] == [
        (*each.limits, each.label, each.number, each.depth, each.lead and list(each.lead), round(each.confidence, 4))
        for each in segmenter.segment(gold.text)
    ]


def test_what_is_annexed_and_what_is_cited_is_said(tmp_path: Path, weights: Path) -> None:
    text = f"{CITING} الجلسة العامة 12 3 أيار/مايو 2023 المرفق خطة المكتبات 1 - تطلب فتحها؛ 2 - تقرر النظر."
    put(tmp_path / "a.txt", text)
    assert run("segment", tmp_path / "a.txt", "--out", tmp_path / "out", "--weights", weights) == 0
    found = content(tmp_path / "out" / "a.json")
    annexed = [clause.get("annex") for clause in found["clauses"]]
    assert annexed == sorted(annexed, key=bool) and annexed[0] is None and annexed[-1] is True
    cited = {text[each["start"] : each["end"]]: each for each in found["references"]}
    assert cited["A/76/901"]["type"] == "symbol"
    assert any(each.get("iso") == "2021-05-03" for each in found["references"])


def test_the_same_sources_make_the_same_files_again(
    sources: Path, tmp_path: Path, weights: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    made: list[list[bytes]] = []
    for _ in range(2):
        assert run("segment", sources, "--out", out, "--weights", weights) == 0
        assert listed(out) == ["a.json", "b.json"]
        made.append([(out / name).read_bytes() for name in listed(out)])
    assert made[0] == made[1]


def test_what_is_written_can_be_read_back_as_proposals(
    sources: Path, tmp_path: Path, weights: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, path = tmp_path / "out", tmp_path / "p.qarar"
    run("segment", sources, "--out", out, "--weights", weights)
    assert run("new", path) == run("import", path, sources, "--clauses", out) == 0
    with Project.open(path, None) as project:
        for document in project.document_ids():
            found = project.spans(document)
            assert found and {span.status for span in found} == {"suggested"}


def test_broken_sources_are_told_and_the_rest_is_segmented(
    sources: Path, tmp_path: Path, weights: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (sources / "bytes.txt").write_bytes(b"%%%\n\n\xff")
    (sources / "bare.txt").write_text(TEXT, "utf-8")
    (sources / "nothing.txt").write_text("%%%\n\n", "utf-8")
    missing, empty = tmp_path / "missing.txt", tmp_path / "empty"
    empty.mkdir()
    out = tmp_path / "out"
    assert run("segment", sources, missing, empty, "--out", out, "--weights", weights) == 1
    said = capsys.readouterr()
    assert said.out == "Segmented 2 documents, 5 refused.\n"
    assert sorted(line.partition(": ")[0] for line in said.err.splitlines()) == sorted(
        map(str, (sources / "bytes.txt", sources / "bare.txt", sources / "nothing.txt", missing, empty))
    )
    assert listed(out) == ["a.json", "b.json"]


@pytest.mark.parametrize("names", [("one/a.txt", "two/a.txt"), ("one/a.txt", "two/A.txt"), ("a.txt", "a.TXT")])
def test_two_sources_of_one_stem_are_refused(
    tmp_path: Path, weights: Path, capsys: pytest.CaptureFixture[str], names: Sequence[str]
) -> None:
    first, second = (put(tmp_path / "in" / name, TEXT) for name in names)
    if first.samefile(second):
        pytest.skip("upper and lower case are one here")
    assert run("segment", first, second, "--out", tmp_path / "out", "--weights", weights) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"{second} and {first} have the same name, and would be written to one file.\n"
    assert not (tmp_path / "out").exists()


def test_one_file_given_twice_is_read_once(tmp_path: Path, weights: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = put(tmp_path / "a.txt", TEXT)
    assert run("segment", path, path, "--out", tmp_path / "out", "--weights", weights) == 0
    said = capsys.readouterr()
    assert said == ("Segmented 1 documents, 0 refused.\n", f"{path}: was given twice, and is read once.\n")


def test_a_file_that_is_given_by_itself_and_with_its_folder_is_read_once(
    tmp_path: Path, weights: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = put(tmp_path / "in" / "a.txt", TEXT)
    assert run("segment", path, path.parent, "--out", tmp_path / "out", "--weights", weights) == 0
    assert listed(tmp_path / "out") == ["a.json"]


def test_what_can_no_longer_be_read_leaves_nothing_of_before(tmp_path: Path, weights: Path) -> None:
    path, other = put(tmp_path / "in" / "a.txt", TEXT), put(tmp_path / "in" / "b.txt", TEXT)
    out = tmp_path / "out"
    assert run("segment", path.parent, "--out", out, "--weights", weights) == 0
    path.write_bytes(b"\xff\xff")
    assert run("segment", path.parent, "--out", out, "--weights", weights) == 1
    assert listed(out) == ["b.json"]
    assert run("segment", path, "--out", tmp_path / "none", "--weights", weights) == 1
    assert not (tmp_path / "none").exists()
    assert other.exists()


def test_a_folder_with_something_else_in_it_is_refused(
    sources: Path, tmp_path: Path, weights: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "c.json").write_text("{}", "utf-8")
    assert run("segment", sources, "--out", out, "--weights", weights) == 1
    assert capsys.readouterr() == ("", f"{out}: this folder holds something else (“c.json”).\n")
    assert run("segment", sources, "--out", sources, "--weights", weights) == 1
    assert capsys.readouterr().err == f"{sources}: this folder holds something else (“a.txt”).\n"
    assert listed(out) == ["c.json"]


def test_a_target_that_is_a_file_is_refused(
    sources: Path, tmp_path: Path, weights: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = sources / "a.txt"
    before = target.read_bytes()
    assert run("segment", sources, "--out", target, "--weights", weights) == 1
    assert capsys.readouterr() == ("", f"{target}: this is a file, not a folder.\n")
    assert target.read_bytes() == before


@pytest.mark.parametrize(
    "data, reason", [(None, "No such file or directory"), (b"%%%\n\n", "these are no weights of the segmenter.")]
)
def test_weights_that_cannot_be_read_are_refused(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes | None, reason: str
) -> None:
    path = tmp_path / "w.npz"
    if data is not None:
        path.write_bytes(data)
    assert run("segment", sources, "--out", tmp_path / "out", "--weights", path) == 1
    assert capsys.readouterr() == ("", f"{path}: {reason}\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["segment"],
        ["segment", "a.txt"],
        ["segment", "--out", "out"],
        ["segment", "a.txt", "--out", "out", "--write"],
        ["segment", "a.qarar", "b.qarar", "--write"],
        ["segment", "a.txt", "--out"],
        ["segment", "a.txt", "--out", "out", "--unknown"],
    ],
)
def test_what_is_typed_wrong_has_a_status_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(*arguments) == 2
    said = capsys.readouterr()
    assert said.out == "" and "Error: " in said.err
    assert listed(tmp_path) == []


def test_a_stopped_run_leaves_nothing(
    sources: Path, tmp_path: Path, weights: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Segmenter, "segment", stop)
    assert run("segment", sources, "--out", tmp_path / "new" / "out", "--weights", weights) == 1
    assert "nothing was changed" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_it_works_from_a_shell(sources: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "main.py", "segment", str(sources), "--out", str(tmp_path / "out")],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "Segmented 2 documents, 0 refused.\n", "")
    assert len(content(tmp_path / "out" / "a.json")["clauses"]) == 9


# Projects


@pytest.fixture
def path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A project with two documents in which nothing is marked."""
    path = tmp_path / "p.qarar"
    with Project.create(path, "Amal") as project, project.operation("add document") as writing:
        documents.add(writing, "أولى", TEXT)
        documents.add(writing, "ثانية", CITING)
    return path


def propose(path: Path, weights: Path = SHIPPED) -> int:
    return run("segment", path, "--write", "--weights", weights, "--annotator", "Badr")


def marked(path: Path, name: str = "أولى", rejected: bool = False) -> list[Span]:
    with Project.open(path, None) as project:
        document = project.find_document(name)
        assert document is not None
        return project.spans(document.id, rejected=rejected)


def counted(path: Path) -> tuple[int, int]:
    """How many spans and operations there are."""
    with Project.open(path, None) as project:
        return project.counts().spans, project.counts().operations


def judge(path: Path, status: Status, *judged: Span) -> None:
    with Project.open(path, "Amal") as project, project.operation("judge marks") as writing:
        for span in judged:
            spans.set_status(writing, span.id, status)


def test_proposals_are_stored_as_suggested(path: Path, weights: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert propose(path, weights) == 0
    assert capsys.readouterr() == (
        "Proposed 12 clauses, 6 leading phrases and 3 references in 2 documents; "
        "0 were there already, 0 of before gave way, 0 documents are done.\n",
        "",
    )
    found = marked(path)
    assert {span.status for span in found} == {"suggested"}
    assert {span.origin.kind for span in found} == {"model"}
    versions = {span.origin.version for span in found if span.layer == "clause"}
    assert len(versions) == 1
    clauses = [(span.label, span.number, span.depth) for span in found if span.layer == "clause"]
    assert clauses[3:6] == [("operative", "1", 0), ("subclause", "أ", 1), ("subclause", "ب", 1)]
    assert {"symbol", "date"} <= {span.label for span in marked(path, "ثانية")}
    with Project.open(path, None) as project:
        (step,) = project.history(1)
        names = {annotator.id: annotator.name for annotator in project.annotators()}
        assert (step.name, names[step.annotator]) == ("propose clauses", "Badr")


def test_references_are_left_out_where_they_are_not_wanted(path: Path, weights: Path) -> None:
    assert run("segment", path, "--write", "--no-references", "--weights", weights) == 0
    assert {span.layer for span in marked(path, "ثانية")} == {"clause", "lead"}


def test_a_project_without_a_layer_of_clauses_is_refused(
    tmp_path: Path, weights: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "flat.qarar"
    layers = tuple(layer for layer in read_scheme().layers if layer.overlap != "tree" and layer.within is None)
    Project.create(path, "Amal", replace(read_scheme(), layers=layers)).close()
    assert propose(path, weights) == 1
    assert capsys.readouterr().err == f"{path}: its scheme has no layer of clauses, so that none can be proposed.\n"


def test_proposed_twice_nothing_more_is_written(path: Path, weights: Path, capsys: pytest.CaptureFixture[str]) -> None:
    propose(path, weights)
    before, rows = counted(path), marked(path)
    capsys.readouterr()
    assert propose(path, weights) == 0
    assert capsys.readouterr().out.startswith("Proposed 0 clauses, 0 leading phrases and 0 references in 0 documents;")
    assert counted(path) == before and marked(path) == rows


def test_all_proposals_are_one_step_that_can_be_undone(path: Path, weights: Path) -> None:
    propose(path, weights)
    assert counted(path)[0] > 20
    with Project.open(path, "Amal") as project:
        project.undo()
    assert counted(path)[0] == 0


def test_what_was_rejected_never_comes_back(path: Path, weights: Path) -> None:
    propose(path, weights)
    recital = next(span for span in marked(path) if span.label == "preambular")
    (lead,) = [span for span in marked(path) if span.layer == "lead" and recital.contains(span)]
    judge(path, "rejected", lead, recital)
    for used in (weights, SHIPPED):
        assert propose(path, used) == 0
        there = [span for span in marked(path, rejected=True) if recital.contains(span)]
        assert sorted((span.label, span.status) for span in there) == [("lead", "rejected"), ("preambular", "rejected")]
        assert "operative" in {span.label for span in marked(path)}


def test_what_is_confirmed_stays_and_documents_that_are_done_are_left_alone(
    path: Path, weights: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    propose(path, weights)
    first = marked(path)[0]
    judge(path, "confirmed", first)
    with Project.open(path, "Amal") as project, project.operation("change progress") as writing:
        other = project.find_document("ثانية")
        assert other is not None
        documents.set_progress(writing, other.id, "clause", "done")
    before = marked(path, "ثانية")
    capsys.readouterr()
    assert propose(path, SHIPPED) == 0
    assert "; 0 documents are done" not in capsys.readouterr().out
    assert marked(path, "ثانية") == before
    assert next(span for span in marked(path) if span.limits == first.limits).status == "confirmed"


def test_what_is_confirmed_in_the_project_is_taken_in_first(path: Path) -> None:
    first, second = "إذ تشير إلى مكتبات القرى،", "وإذ تستلهم مدارس الجزر،"
    text = f"إن الجمعية العامة، {first} {second} 1 - تقرر النظر."
    start, end = text.index(first), text.index(" 1 -")
    with Project.open(path, "Amal") as project, project.operation("add document") as writing:
        document = documents.add(writing, "ثالثة", text)
        documents.add(writing, "رابعة", f"{text} ")
    alone, together = [(start, start + len(first)), (start + len(first) + 1, end)], [(start, end)]
    for recitals in (together, alone):
        with Project.open(path, "Amal") as project, project.operation("mark clause") as writing:
            for limits in recitals:
                spans.mark(writing, document, "preambular", *limits)
        assert propose(path) == 0
        assert [span.limits for span in marked(path, "رابعة") if span.label == "preambular"] == recitals
        with Project.open(path, "Amal") as project:
            project.undo()
            project.undo()


def test_what_is_no_project_is_refused(
    sources: Path, tmp_path: Path, weights: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for wrong in (sources / "a.txt", sources, tmp_path / "none.qarar"):
        assert propose(wrong, weights) == 1
        said = capsys.readouterr()
        assert said.out == "" and said.err.startswith(f"{wrong}: ") and said.err.count("\n") == 1


def test_a_project_without_documents_is_proposed_nothing(
    tmp_path: Path, weights: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "empty.qarar"
    Project.create(path, "Amal").close()
    before = counted(path)
    assert propose(path, weights) == 0
    assert counted(path) == before


# What checking says


def test_only_strict_checking_fails_for_what_is_likely_to_be_wrong(
    path: Path, weights: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", path) == run("check", path, "--strict") == 0
    assert capsys.readouterr().out == f"{path}: sound (2 documents).\n" * 2
    propose(path, weights)
    assert run("check", path, "--strict") == 0
    with Project.open(path, "Amal") as project, project.operation("judge marks") as writing:
        clauses = [span for span in marked(path) if span.layer == "clause"]
        spans.set_number(writing, clauses[-1].id, "5")
        for span in clauses:
            spans.set_status(writing, span.id, "confirmed")
    capsys.readouterr()
    statuses = [run("check", path), run("check", path, "--strict")]
    said = capsys.readouterr().out.splitlines()
    assert statuses == [0, 1]
    lines = said[: len(said) // 2]
    assert said == lines * 2
    assert lines[-1].startswith(f"{path}: sound (2 documents, {len(lines) - 1} problem")
    assert len(lines) > 1 and all(line.startswith("أولى") for line in lines[:-1])


def test_a_broken_project_fails_however_it_is_checked(
    path: Path, weights: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    propose(path, weights)
    with Project.open(path, "Amal") as project, project.operation("import") as writing:
        span = next(each for each in marked(path) if each.label == "preambular")
        writing.update("span", span.id, end=len(TEXT) + 5, status="confirmed")
    capsys.readouterr()
    for more in ([], ["--strict"]):
        assert run("check", path, *more) == 1
        said = capsys.readouterr()
        assert said.out == "" and said.err
