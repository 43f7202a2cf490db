import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from model.annotation.documents import sha256_of
from model.errors import UserError
from model.formats import project_json
from model.project import Project
from model.vocabulary.concepts import OWN_VOCABULARY
from tests.model.formats.projects import annotated, content

Change = Callable[[Any], object]


D = "/documents/0"
L = "/scheme/layers/0/labels"


def document(data: Any) -> Any:
    return data["documents"][0]


def label(data: Any, index: int) -> Any:
    return data["scheme"]["layers"][0]["labels"][index]


def spans(data: Any) -> Any:
    return document(data)["spans"]


def assigned(data: Any) -> Any:
    return document(data)["assignments"]


def evidence(data: Any) -> Any:
    return assigned(data)[0]["evidence"]


def again(items: Any, **changes: object) -> None:
    """One more item like the first."""
    items.append({**items[0], **changes})


# What is done to a good file, where it is noticed, and what is said about it. The spans in text order: date,
# preambular, lead, operative, subclause.
FAULTS: tuple[tuple[Change, str, str], ...] = (
    (lambda data: document(data).update(text="x"), f"{D}/text", "SHA-256"),
    (lambda data: document(data).update(text="a\0", text_sha256=sha256_of("a\0")), f"{D}/text", "NUL"),
    (lambda data: document(data).update(assignee="x"), f"{D}/assignee", "names an annotator"),
    (lambda data: document(data)["tags"].append("أ"), f"{D}/tags/2", "“أ” twice"),
    (lambda data: again(document(data)["progress"]), f"{D}/progress/1", "“clause” twice"),
    (lambda data: document(data)["progress"][0].update(task="x"), f"{D}/progress/0/task", "names a task"),
    (lambda data: document(data)["progress"][0].update(annotator="x"), f"{D}/progress/0/annotator", "“x”"),
    (lambda data: again(data["documents"]), "/documents/1/id", "is there twice"),
    (lambda data: again(data["documents"], id="x"), "/documents/1/name", "another document is named"),
    (lambda data: again(data["documents"], id="x", name="y"), "/documents/1/spans/0/id", "is there twice"),
    (lambda data: again(data["documents"], id="x", name="y", spans=[]), "/documents/1/assignments/0/id", "there twice"),
    (lambda data: again(spans(data)), f"{D}/spans/5/id", "is there twice"),
    (lambda data: spans(data)[0].update(layer="x"), f"{D}/spans/0/layer", "names a layer"),
    (lambda data: spans(data)[0].update(label="x"), f"{D}/spans/0/label", "names a label"),
    (lambda data: spans(data)[0].update(label="lead"), f"{D}/spans/0/label", "names a label"),
    (lambda data: spans(data)[0].update(start=2), f"{D}/spans/0", "2–2 are no stretch"),
    (lambda data: spans(data)[0].update(end=10**6), f"{D}/spans/0", "are no stretch"),
    (lambda data: spans(data)[2]["proposed"].update(end=10**6), f"{D}/spans/2/proposed", "are no stretch"),
    (lambda data: again(spans(data)[1]["features"]), f"{D}/spans/1/features/2", "“annex” twice"),
    (lambda data: spans(data)[1].update(annotator="x"), f"{D}/spans/1/annotator", "names an annotator"),
    (lambda data: spans(data)[1].update(confirmed_by="x"), f"{D}/spans/1/confirmed_by", "names an annotator"),
    (lambda data: spans(data)[3].update(start=spans(data)[1]["end"] - 2), f"{D}/spans", "must not cross"),
    (lambda data: spans(data)[4].update(label="closing"),
     f"{D}/spans", "“closing” cannot stand inside “operative”"),
    (lambda data: spans(data)[4].update(start=spans(data)[3]["start"], end=spans(data)[3]["end"]), f"{D}/spans",
     "cannot have the same limits"),
    (lambda data: spans(data)[2].update(start=0, end=1), f"{D}/spans", "must lie inside"),
    (lambda data: again(spans(data), id="x"), f"{D}/spans", "is marked there already"),
    (lambda data: assigned(data)[0].update(concept="x"), f"{D}/assignments/0/concept", "“x”"),
    (lambda data: assigned(data)[0].update(annotator="x"), f"{D}/assignments/0/annotator", "“x”"),
    (lambda data: assigned(data)[0].update(confirmed_by="x"), f"{D}/assignments/0/confirmed_by", "“x”"),
    (lambda data: again(evidence(data)), f"{D}/assignments/0/evidence/1/id", "twice"),
    (lambda data: evidence(data)[0].update(end=999), f"{D}/assignments/0/evidence/0", "stretch"),
    (lambda data: evidence(data)[0].update(annotator="x"),
     f"{D}/assignments/0/evidence/0/annotator", "“x”"),
    (lambda data: again(data["annotators"]), "/annotators/1/id", "is there twice"),
    (lambda data: again(data["vocabularies"]), "/vocabularies/2/id", "is there twice"),
    (lambda data: again(data["vocabularies"], id="x", own=True), "/vocabularies/2/own", OWN_VOCABULARY),
    (lambda data: again(data["concepts"]), "/concepts/3/id", "is there twice"),
    (lambda data: again(data["concepts"], id="x"), "/concepts/3/uri", "another concept of the vocabulary"),
    (lambda data: data["concepts"][0].update(vocabulary="x"), "/concepts/0/vocabulary", "names a vocabulary"),
    (lambda data: data["concepts"][0]["broader"].append("x"), "/concepts/0/broader/0", "names a concept"),
    (lambda data: again(data["scheme"]["layers"], labels=[]), "/scheme/layers/3/id", "is there twice"),
    (lambda data: again(data["scheme"]["layers"], id="x"), "/scheme/layers/3/labels/0/id", "is there twice"),
    (lambda data: data["scheme"]["layers"][1].update(within="x"), "/scheme/layers/1/within", "names a layer"),
    (lambda data: data["scheme"]["layers"][1].update(within=data["scheme"]["layers"][1]["id"]),
     "/scheme/layers/1/within", "within itself"),
    (lambda data: label(data, 0)["inside"].append("x"), f"{L}/0/inside/0", "names a label"),
    (lambda data: label(data, 1).update(key=label(data, 0)["key"]), f"{L}/1/key", "another label has the key A"),
    *((lambda data, key=key: label(data, 0).update(key=key), f"{L}/0/key", "A to Z") for key in ("AB", "a", "!", "\n")),
    *((lambda data, colour=colour: label(data, 0).update(colour=colour), f"{L}/0/colour", "#rrggbb")
      for colour in ("red", "#12345", "#1234567", "#12345g", "#123456\n", "")),
    *((lambda data, name=name: document(data).update(name=name), f"{D}/name", "One line")
      for name in ("", " ", "a\nb", "a\n", "\ra", "a\0")),
    *((lambda data, text=text: document(data).update(text=text, text_sha256=sha256_of(text)), f"{D}/text", "NUL")
      for text in ("", " \n", "\0", "a\0")),
    *((lambda data, header=header: document(data)["wrapping"].update(header=header), f"{D}/wrapping/header", "%%%")
      for header in ("", "A|", "\n%%%", "%%%A\n", "%%%A|\r", "%%%\0", "%%%A|\n\nB")),
    *((lambda data, term=term: assigned(data)[0].update(term=term), f"{D}/assignments/0/term", "without |")
      for term in ("", " ", "A|", "A\nB", "A\n", "\r", "\0")),
    *((lambda data, kind=kind, organ=organ: document(data)[kind].update(organ=organ), f"{D}/{kind}/organ", "ECOSOC")
      for kind in ("recognised", "corrected") for organ in ("", "ga", "XX")),
    *((lambda data, kind=kind, day=day: document(data)[kind].update(adopted=day), f"{D}/{kind}/adopted", sentence)
      for kind in ("recognised", "corrected")
      for day, sentence in (("", "ISO"), ("2024", "ISO"), ("2024-12-19\n", "ISO"), ("2024-12-32", "ISO"),
                            ("2023-02-29", "no such day"))),
)  # fmt: skip


@pytest.fixture
def good(project: Project, tmp_path: Path) -> Any:
    annotated(project)
    project_json.write(project, tmp_path / "good.json")
    return json.loads((tmp_path / "good.json").read_text("utf-8"))


@pytest.mark.parametrize("change,place,sentence", FAULTS, ids=[f"{at}-{what}" for _, at, what in FAULTS])
def test_what_does_not_fit_together_is_refused(
    good: Any, tmp_path: Path, change: Change, place: str, sentence: str
) -> None:
    change(good)
    path = tmp_path / "edited.json"
    path.write_text(json.dumps(good), "utf-8")
    with Project.create(tmp_path / "empty.qarar", "Dana") as project:
        before = content(project)
        with pytest.raises(UserError) as refused, project.operation("import") as writing:
            project_json.read_into(writing, project, path)
        assert str(refused.value).startswith(f"{path}: {place}")
        assert sentence in str(refused.value)
        assert content(project) == before


def test_rejected_proposals_may_stand_anywhere(good: Any, tmp_path: Path) -> None:
    again(spans(good), id="x", status="rejected")
    path = tmp_path / "edited.json"
    path.write_text(json.dumps(good), "utf-8")
    with Project.create(tmp_path / "empty.qarar", "Dana") as project, project.operation("import") as writing:
        assert project_json.read_into(writing, project, path) == 1


def test_a_refused_file_leaves_nothing_in_an_operation_that_goes_on(good: Any, tmp_path: Path) -> None:
    """An import of several files goes on where one is refused."""
    path = tmp_path / "edited.json"
    with Project.create(tmp_path / "empty.qarar", "Dana") as project:
        with project.operation("import") as writing:
            before = content(project)
            good["documents"][0]["tags"].append("أ")
            path.write_text(json.dumps(good), "utf-8")
            with pytest.raises(UserError):
                project_json.read_into(writing, project, path)
            assert content(project) == before
            good["documents"][0]["tags"].pop()
            path.write_text(json.dumps(good), "utf-8")
            assert project_json.read_into(writing, project, path) == 1
        assert len(project.documents()) == 1
