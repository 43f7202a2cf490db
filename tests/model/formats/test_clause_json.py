import json
from pathlib import Path
from typing import Any

import pytest

from model.annotation import documents, spans
from model.annotation.values import Origin
from model.errors import UserError
from model.formats import clause_json
from model.formats.clause_json import Clause
from model.project import Project
from tests.model.conftest import TEXT, place
from tests.model.formats.projects import content

LIST = (place("1 - تطلب")[0], place("’2‘ الكتب؛")[1])


def clauses() -> list[dict[str, Any]]:
    """Of the text of the tests: a recital with its lead, and an operative paragraph with an item, both in an annex."""
    start, end = place("إذ تشير إلى أهمية المكتبات،")
    lead = list(place("إذ تشير"))
    item = place("(أ) فتح المكتبات؛")
    return [
        {"start": start, "end": end, "type": "preambular", "number": None, "depth": 0, "lead": lead},
        {"start": LIST[0], "end": LIST[1], "type": "operative", "number": "1", "depth": 0, "annex": True},
        {"start": item[0], "end": item[1], "type": "subclause", "number": "أ", "depth": 1, "annex": True},
    ]


def written(path: Path, found: object, **others: object) -> Path:
    data = {"symbol": "A/RES/1/1", "text_sha256": documents.sha256_of(TEXT), "clauses": found, **others}
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return path


def add(project: Project, document: str, path: Path) -> int:
    with project.operation("import") as writing:
        return clause_json.add(writing, document, clause_json.read(path))


def test_clauses_are_read_as_they_stand(tmp_path: Path) -> None:
    found = clause_json.read(written(tmp_path / "a.json", clauses()))
    assert found.path == tmp_path / "a.json"
    assert found.text_sha256 == documents.sha256_of(TEXT)
    start, end = place("إذ تشير إلى أهمية المكتبات،")
    assert found.clauses[0] == Clause(start, end, "preambular", None, 0, place("إذ تشير"), annex=False)
    assert found.clauses[1] == Clause(*LIST, "operative", "1", 0, None, annex=True)


def test_they_become_confirmed_spans_of_origin_import(project: Project, document: str, tmp_path: Path) -> None:
    assert add(project, document, written(tmp_path / "a.json", clauses())) == 4
    found = project.spans(document)
    assert [(span.layer, span.label, span.number, span.depth) for span in found] == [
        ("clause", "preambular", None, 0),
        ("lead", "lead", None, 0),
        ("clause", "operative", "1", 0),
        ("clause", "subclause", "أ", 1),
    ]
    assert [span.features for span in found] == [(), (), (("annex", "true"),), (("annex", "true"),)]
    assert found[1].limits == place("إذ تشير")
    assert {(span.status, span.origin) for span in found} == {("confirmed", Origin("import", "clauses"))}
    assert {span.annotator for span in found} == {project.annotators()[0].id}
    project.undo()
    assert project.spans(document) == []


def test_numbers_and_depths_are_those_of_the_file(project: Project, document: str, tmp_path: Path) -> None:
    found = clauses()
    found[1] |= {"number": "99", "depth": 7}
    add(project, document, written(tmp_path / "a.json", found))
    assert [(span.number, span.depth) for span in project.spans(document) if span.label == "operative"] == [("99", 7)]


def test_what_stands_there_already_is_passed_over(project: Project, document: str, tmp_path: Path) -> None:
    path = written(tmp_path / "a.json", clauses())
    add(project, document, written(tmp_path / "b.json", clauses()[:1]))
    assert add(project, document, path) == 2
    before = content(project)
    assert add(project, document, path) == 0
    assert content(project) == before


def test_rejected_proposals_are_in_nobodys_way(project: Project, document: str, tmp_path: Path) -> None:
    with project.operation("mark") as writing:
        span = spans.mark(writing, document, "operative", *LIST, status="suggested", origin=Origin("model", "m", 0.5))
        spans.set_status(writing, span.id, "rejected")
    assert add(project, document, written(tmp_path / "a.json", clauses())) == 4


def test_what_a_segmenter_made_comes_back_as_proposals(project: Project, document: str, tmp_path: Path) -> None:
    found = [clause | {"confidence": 0.25} for clause in clauses()]
    path = written(tmp_path / "a.json", found, segmenter="abc")
    assert add(project, document, path) == 4
    proposed = project.spans(document)
    assert {(span.status, span.origin) for span in proposed} == {("suggested", Origin("model", "abc", 0.25))}
    with project.operation("reject") as writing:
        for span in proposed[1::-1]:  # a leading phrase and its recital
            spans.set_status(writing, span.id, "rejected")
    assert add(project, document, path) == 0
    with pytest.raises(UserError, match="“segmenter” must be a text"):
        clause_json.read(written(tmp_path / "b.json", found, segmenter=3))


def test_clauses_that_cannot_stand_there_are_refused_whole(project: Project, document: str, tmp_path: Path) -> None:
    with project.operation("mark") as writing:
        spans.mark(writing, document, "paragraph", *place("وإذ تلاحظ حاجتها،"))
    before = content(project)
    length = len(TEXT)
    path = tmp_path / "a.json"
    standing = place("وإذ تلاحظ حاجتها،")
    for clause, sentence in (
        ({"start": 5, "end": length + 1}, "/clauses/0: The limits 5–175 lie outside the text"),
        ({"start": 5, "end": 5}, "/clauses/0: Nothing is selected"),
        ({"type": "x"}, "/clauses/0: The scheme has no label “x”"),
        ({"type": "date"}, "/clauses/0: “date” is no label of clauses"),
        ({"lead": [0, length + 9]}, "/clauses/0: “lead” must lie inside its clause"),
        ({"lead": [0, 3]}, "“lead” must lie inside"),
        ({"start": standing[0] - 4, "end": standing[0] + 4}, "must not cross"),
        ({"start": standing[0], "end": standing[1]}, "cannot have the same limits"),
        ({"type": "closing", "start": LIST[0] + 1, "end": LIST[0] + 5}, "cannot stand inside"),
    ):
        found = clauses()
        found[0].pop("lead")
        found[0] |= clause
        written(path, found)
        with pytest.raises(UserError) as refused:
            add(project, document, path)
        assert str(refused.value).startswith(f"{path}: ")
        assert sentence in str(refused.value)
        assert content(project) == before
    with pytest.raises(UserError, match="made for another text than that of “مكتبات”"):
        add(project, document, written(path, clauses(), text_sha256="0" * 64))
    assert content(project) == before


def test_a_file_that_is_broken_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    for data, sentence in (
        (b"", "not JSON"),
        (b"\xff", "not UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
        (b"[]", "must be a JSON object"),
        (b"{}", "it needs “text_sha256”"),
        (b'{"text_sha256": "0", "clauses": {}}', "it needs “text_sha256”"),
        (b'{"text_sha256": 0, "clauses": []}', "it needs “text_sha256”"),
    ):
        path.write_bytes(data)
        with pytest.raises(UserError, match=sentence) as refused:
            clause_json.read(path)
        assert str(refused.value).startswith(f"{path}: ")
    for place_ in (tmp_path, tmp_path / "none.json"):
        with pytest.raises(UserError, match="cannot be read"):
            clause_json.read(place_)


@pytest.mark.parametrize(
    "change",
    [
        {"start": "0"},
        {"start": -1},
        {"start": True},
        {"end": 0.5},
        {"end": None},
        {"end": 10**30},
        {"type": None},
        {"number": 1},
        {"depth": -1},
        {"depth": None},
        {"lead": []},
        {"lead": [1]},
        {"lead": [1, 2, 3]},
        {"lead": [0, 10**6]},
        {"lead": [7, 7]},
        {"lead": ["1", 2]},
        {"lead": {"start": 1}},
        {"annex": "yes"},
        {"confidence": "0.5"},
        {"confidence": 1.5},
        {"confidence": True},
    ],
)
def test_a_clause_of_another_shape_is_refused_with_its_place(change: dict[str, object], tmp_path: Path) -> None:
    found = clauses()
    found[1] |= change
    with pytest.raises(UserError, match=r"a\.json: /clauses/1") as refused:
        clause_json.read(written(tmp_path / "a.json", found))
    assert f"“{next(iter(change))}”" in str(refused.value)
    with pytest.raises(UserError, match="/clauses/0 must be a JSON object"):
        clause_json.read(written(tmp_path / "a.json", [[]]))


def test_all_gold_of_the_corpus_is_taken(corpus: Path, tmp_path: Path) -> None:
    count = 0
    with Project.create(tmp_path / "p.qarar", "Amal") as project, project.operation("import") as writing:
        for path in sorted((corpus / "gold").rglob("*.json")):
            source = (corpus / "texts" / path.relative_to(corpus / "gold")).with_suffix(".txt")
            text = source.read_text("utf-8").partition("\n\n")[2].removesuffix("\n")
            document = documents.add(writing, path.stem, text)
            count += 1
            gold = json.loads(path.read_text("utf-8"))["clauses"]
            leads = [clause["lead"] for clause in gold if clause.get("lead")]
            assert clause_json.add(writing, document, clause_json.read(path)) == len(gold) + len(leads)
            if count % 10:
                continue
            found = project.spans(document)
            assert [
                (span.label, *span.limits, span.number, span.depth, bool(span.features))
                for span in found
                if span.layer == "clause"
            ] == [
                (each["type"], each["start"], each["end"], each["number"], each["depth"], each.get("annex", False))
                for each in sorted(gold, key=lambda each: (each["start"], -each["end"]))
            ]
            assert [list(span.limits) for span in found if span.layer == "lead"] == sorted(leads)
    assert count == 1242
