import json
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.annotation import documents, spans
from model.errors import Cancelled, UserError
from model.formats import budgets, clause_json, dataset_jsonl, json_items, project_json
from model.project import Project
from tests.model.conftest import TEXT
from tests.model.formats.projects import annotated, build, content, custom_scheme

VALIDATORS = {
    form: jsonschema.Draft202012Validator(json.loads(project_json.schema_of(form).read_text("utf-8")))
    for form in project_json.FORMATS
}
VALIDATOR = VALIDATORS["qarar-project/1"]  # of projects without saved searches


def read(project: Project, path: Path) -> int:
    with project.operation("import") as writing:
        return project_json.read_into(writing, project, path)


def written(project: Project, path: Path) -> bytes:
    project_json.write(project, path)
    return path.read_bytes()


@given(st.data())
@settings(max_examples=25)
def test_what_is_written_and_read_is_the_same_project(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        with build(here / "a.qarar", data.draw) as project, Project.create(here / "b.qarar", "Dana") as other:
            first = written(project, here / "a.json")
            data_read = json.loads(first)
            VALIDATORS[data_read["format"]].validate(data_read)
            assert read(other, here / "a.json") == len(project.documents())
            assert other.scheme == project.scheme
            assert other.document_ids() == project.document_ids()
            for document in project.document_ids():
                assert other.text(document) == project.text(document)
                assert other.layout(document) == project.layout(document)
                assert other.spans(document, rejected=True) == project.spans(document, rejected=True)
                assert other.assignments(document, rejected=True) == project.assignments(document, rejected=True)
            assert written(other, here / "b.json") == first
            before = content(other)
            assert read(other, here / "a.json") == 0
            assert content(other) == before
            other.undo()
            assert not other.documents()
            other.redo()
            assert written(other, here / "c.json") == first


def test_one_item_stands_on_a_line_and_nothing_says_who_wrote_it_and_when(project: Project, tmp_path: Path) -> None:
    annotated(project)
    first = written(project, tmp_path / "a.json")
    project.tables.add_annotator("x", "Somebody who does nothing")
    assert written(project, tmp_path / "b.json") == first
    assert b"Somebody" not in first
    assert project.id.encode() not in first
    lines = first.decode("utf-8").split("\n")
    assert lines[0] == '{"format":"qarar-project/1",'
    assert next(line for line in lines if '"text":"' + TEXT[:9] in line).startswith('{"id":')
    assert json.loads(first)["documents"][0]["tags"] == ["أ", "ب"]
    assert json.loads(first)["annotators"] == [{"id": project.annotators()[0].id, "name": "Amal"}]


def test_the_same_file_makes_the_same_rows(project: Project, tmp_path: Path) -> None:
    annotated(project)
    written(project, tmp_path / "a.json")
    found: list[list[object]] = []
    for name in ("b", "c"):
        with Project.create(tmp_path / f"{name}.qarar", "Dana") as other:
            read(other, tmp_path / "a.json")
            kinds = ("document_tag", "progress", "feature", "concept_label", "evidence")
            found.append([other.tables.all(kind) for kind in kinds])
    assert found[0] == found[1]
    assert all(found[0])


def test_its_own_scheme_comes_with_it_into_an_empty_project_only(tmp_path: Path, project: Project) -> None:
    with Project.create(tmp_path / "a.qarar", "Amal", custom_scheme()) as one:
        annotated(one)
        first = written(one, tmp_path / "a.json")
    with Project.create(tmp_path / "b.qarar", "Dana") as other:
        before = other.scheme
        read(other, tmp_path / "a.json")
        assert other.scheme == custom_scheme()
        assert written(other, tmp_path / "b.json") == first
        other.undo()
        assert other.scheme == before
    with project.operation("add") as writing:
        documents.add(writing, "another", "نص")
    kept = content(project)
    with pytest.raises(UserError, match=r"a\.json: its scheme is not the project's"):
        read(project, tmp_path / "a.json")
    assert content(project) == kept


def test_what_the_project_lacks_is_added_and_the_rest_passed_over(project: Project, tmp_path: Path) -> None:
    annotated(project)
    path = tmp_path / "a.json"
    written(project, path)
    with Project.create(tmp_path / "b.qarar", "Dana") as other:
        read(other, path)
        with project.operation("more") as writing:
            documents.add(writing, "second", "نص آخر")
        with other.operation("more") as writing:
            documents.add(writing, "third", "نص ثالث")
        written(project, path)
        assert read(other, path) == 1
        assert [document.name for document in other.documents()] == ["second", "third", "مكتبات"]
        before = content(other)
        with project.operation("note") as writing:
            documents.set_note(writing, project.document_ids()[0], "another note")
        written(project, path)
        with pytest.raises(UserError, match="documents/0: the project has this document"):
            read(other, path)
        assert content(other) == before


def test_what_contradicts_the_project_is_refused_whole(project: Project, tmp_path: Path) -> None:
    annotated(project)
    path = tmp_path / "a.json"
    before = content(project)

    changes: tuple[tuple[Callable[[Any], object], str], ...] = (
        (
            lambda data: data["annotators"][0].update(name="Else"),
            "annotators/0: the project knows this annotator as “Amal”",
        ),
        (lambda data: data["vocabularies"][0].update(version="7"), "vocabularies/0: the project has this vocabulary"),
        (lambda data: data["concepts"][0]["labels"].pop(), "concepts/0: the project has this concept"),
        (lambda data: data["concepts"].append({**data["concepts"][0], "id": "x"}) or data["concepts"].pop(0), "URI"),
        (
            lambda data: data["documents"][0].update(note="n"),
            "documents/0: the project has this document (.*) with other",
        ),
        (lambda data: data["documents"][0].update(id="x", spans=[], assignments=[]), "another document named “مكتبات”"),
        (lambda data: data["documents"][0].update(id="x", name="n", assignments=[]), "something in another document"),
        (lambda data: data["documents"][0].update(id="x", name="n", spans=[]), "something in another document"),
    )
    for change, sentence in changes:
        data = json.loads(written(project, path))
        change(data)
        if sentence == "URI":
            data["documents"] = []
            sentence = "concepts/.: the project has another concept of this URI"
        path.write_text(json.dumps(data), "utf-8")
        with pytest.raises(UserError, match=sentence) as refused:
            read(project, path)
        assert str(refused.value).startswith(f"{path}: /")
        assert content(project) == before


def test_a_file_that_cannot_be_read_is_refused(project: Project, tmp_path: Path) -> None:
    before = content(project)
    path = tmp_path / "a.json"
    cases: tuple[tuple[bytes, str], ...] = (
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"\xff\xfe", "not UTF-8"),
        (b'{"format": NaN}', "not JSON that can be read"),
        (b'{"a": 1, "a": 2}', "the key “a” stands twice"),
        (b"[" * 100_000, "nested too deeply"),
        (b"1" * 5000, "not JSON that can be read"),
        (b'{"format": "\\ud800"}', "/format holds half of a character"),
        (b'{"a": [1, {"\\uDFFF": 2}]}', "/a/1 holds half of a character"),
        (b"[]", "not a project of Qarar"),
        (b'{"format": "qarar-dataset/1"}', "not a project of Qarar"),
        (b'{"format": "qarar-project/5"}', "made by a newer version of Qarar"),
        (b'{"format": "qarar-project/1"}', "/ lacks “scheme”"),
    )
    for data, sentence in cases:
        path.write_bytes(data)
        with pytest.raises(UserError, match=sentence) as refused:
            read(project, path)
        assert str(refused.value).startswith(f"{path}: ")
    for place in (tmp_path / "none.json", tmp_path):
        with pytest.raises(UserError, match="cannot be read"):
            read(project, place)
    assert content(project) == before


def test_items_are_looked_at_wherever_the_format_stands(project: Project, tmp_path: Path) -> None:
    annotated(project)
    whole = json.loads(written(project, tmp_path / "whole.json"))
    reordered = {key: whole[key] for key in sorted(whole, reverse=True)}  # "format" after the lists, and before some
    path = tmp_path / "a.json"
    for key in ("annotators", "vocabularies", "concepts", "documents"):
        for order in (whole, reordered, dict(sorted(whole.items())), {**reordered, "format": whole["format"]}):
            broken = {**order, key: [*order[key], {"id": 1}]}
            path.write_text(json.dumps(broken), "utf-8")
            with (
                Project.create(tmp_path / "new.qarar", "Dana") as other,
                pytest.raises(UserError, match=f"/{key}/{len(order[key])}[/ ]"),
                other.operation("import") as writing,
            ):
                project_json.read_into(writing, other, path)
            (tmp_path / "new.qarar").unlink()


def test_a_mark_of_byte_order_and_an_escaped_pair_do_no_harm(project: Project, tmp_path: Path) -> None:
    with project.operation("add") as writing:
        documents.add(writing, "d", "🕊 سلام")
    path = tmp_path / "a.json"
    data = json.loads(written(project, path))
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(data, ensure_ascii=True).encode("ascii"))
    with Project.create(tmp_path / "b.qarar", "Dana") as other:
        assert read(other, path) == 1
        assert other.text(other.document_ids()[0]) == "🕊 سلام"


def test_a_whole_number_may_be_written_with_a_point(project: Project, tmp_path: Path) -> None:
    """A schema's integer may be; other programs do so."""
    annotated(project)
    path = tmp_path / "a.json"
    first = written(project, path)
    path.write_bytes(first.replace(b'"rank":0,', b'"rank":0.0,').replace(b'"depth":1,', b'"depth":1e0,'))
    assert path.read_bytes() != first
    with Project.create(tmp_path / "b.qarar", "Dana") as other:
        assert read(other, path) == 1
        assert written(other, tmp_path / "b.json") == first


VALUES = st.sampled_from(
    (
        None,
        True,
        0,
        -1,
        3,
        10**19,
        0.5,
        1.0,
        "",
        "x",
        "clause",
        "lead",
        "a\ud800",
        "\0",
        "a\n",
        "|",
        "%%%",
        "GA",
        "2024-02-30",
        "2024-12-19",
        "#000000",
        "Q",
        [],
        {},
        [{}],
    )
)


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [at]
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in children:
        found += places(item, (*at, key))
    return found


def value_at(value: Any, place: tuple[Any, ...]) -> Any:
    for key in place:
        value = value[key]
    return value


def edit(data: Any, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
    """One random edit: a value replaced, or by one that stands elsewhere under the same key, taken away, doubled."""
    everywhere = [place for place in places(data) if place]
    at = draw(st.sampled_from(everywhere))
    holder = value_at(data, at[:-1])
    act = draw(st.sampled_from(("replace", "copy", "copy", "copy", "remove", "double", "add")))
    if act == "remove":
        del holder[at[-1]]
    elif act == "double" and isinstance(holder, list):
        holder.append(json.loads(json.dumps(holder[at[-1]])))
    elif act == "add" and isinstance(holder, dict):
        holder["unknown"] = draw(VALUES)
    elif act == "copy":
        alike = [
            place
            for place in everywhere
            if type(place[-1]) is type(at[-1]) and (place[-1] == at[-1] or isinstance(at[-1], int))
        ]
        holder[at[-1]] = json.loads(json.dumps(value_at(data, draw(st.sampled_from(alike)))))
    else:
        holder[at[-1]] = draw(VALUES)


@pytest.fixture(scope="module")
def targets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str, list[Project]]]:
    """A folder, a file, and two projects to read it into: the one that it was written from, and an empty one."""
    folder = tmp_path_factory.mktemp("fuzz")
    with Project.create(folder / "a.qarar", "Amal") as project, Project.create(folder / "b.qarar", "Dana") as other:
        annotated(project)
        text = written(project, folder / "a.json").decode("utf-8")
        yield folder, text, [project, other]


@given(data=st.data())
@settings(max_examples=100)
def test_a_broken_file_is_refused_in_a_sentence_and_changes_nothing(
    targets: tuple[Path, str, list[Project]], data: st.DataObject
) -> None:
    """Whatever is done to a file: it is read, or refused with the project as it was; nothing else is ever raised."""
    folder, text, projects = targets
    value = json.loads(text)
    for _ in range(data.draw(st.integers(1, 2))):
        edit(value, data.draw)
    path = folder / "edited.json"
    path.write_text(json.dumps(value), "utf-8")
    for project in projects:
        before, steps = content(project), project.counts().operations
        refused = ""
        try:
            read(project, path)
        except UserError as refusal:
            refused = str(refusal)
        if refused:
            assert refused.startswith(f"{path}: ")
            assert content(project) == before
        else:
            assert project.integrity_problems() == []
            written(project, folder / "again.json")
            if project.counts().operations > steps:
                project.undo()


def test_stopping_leaves_nothing(project: Project, tmp_path: Path) -> None:
    annotated(project)
    path = tmp_path / "a.json"
    first = written(project, path)

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        project_json.write(project, path, on_progress=stop)
    assert path.read_bytes() == first
    with Project.create(tmp_path / "b.qarar", "Dana") as other:
        before = content(other)
        with pytest.raises(Cancelled), other.operation("import") as writing:
            project_json.read_into(writing, other, path, on_progress=stop)
        assert content(other) == before


def test_the_watcher_hears_of_every_document(project: Project, tmp_path: Path) -> None:
    annotated(project)
    heard: list[tuple[int, int]] = []
    assert project_json.write(project, tmp_path / "a.json", on_progress=lambda *now: heard.append(now)) == 1
    assert heard == [(0, 1), (1, 1)]


def test_real_resolutions_go_round(corpus: Path, tmp_path: Path) -> None:
    with Project.create(tmp_path / "a.qarar", "Amal") as project, Project.create(tmp_path / "b.qarar", "Badr") as other:
        with project.operation("import") as writing:
            for gold in sorted((corpus / "gold").rglob("*.json"))[::40]:
                text = (corpus / "texts" / gold.relative_to(corpus / "gold")).with_suffix(".txt").read_text("utf-8")
                document = documents.add(writing, gold.stem, text.split("\n", 2)[2].removesuffix("\n"))
                clause_json.add(writing, document, clause_json.read(gold))
                spans.mark(writing, document, "date", 0, 9)
        first = written(project, tmp_path / "a.json")
        assert read(other, tmp_path / "a.json") == 32
        assert written(other, tmp_path / "b.json") == first


@pytest.mark.parametrize("write", [project_json.write, dataset_jsonl.write])
def test_memory_does_not_grow_with_the_number_of_documents(
    write: Callable[[Project, Path], int], project: Project, tmp_path: Path
) -> None:
    def peak() -> int:
        tracemalloc.start()
        write(project, tmp_path / "a.json")
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    def add(count: int) -> None:
        with project.operation("add") as writing:
            for number in range(count):
                documents.add(writing, f"{count} {number}", f"{count} {number} " + "قرار " * 20_000)

    add(10)
    before = peak()
    add(100)
    assert peak() < 1.2 * before


def test_what_all_documents_take_together_is_limited(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each by itself is small."""
    path = tmp_path / "project.json"
    with project.operation("import") as writing:
        for number in range(20):
            documents.add(writing, str(number), f"{TEXT * 10} {number}")
    project_json.write(project, path)
    sizes = [size.memory for *_, size in json_items.members(path)]
    monkeypatch.setattr(project_json, "_MOST_MEMORY", sum(sizes) - 1)
    with Project.create(tmp_path / "other.qarar", "Amal") as other:
        with pytest.raises(UserError, match=r"/documents is larger than 0 MiB"), other.operation("import") as writing:
            project_json.read_into(writing, other, path)
        assert other.documents() == []
        monkeypatch.setattr(project_json, "_MOST_MEMORY", sum(sizes))
        with other.operation("import") as writing:
            assert project_json.read_into(writing, other, path) == 20


def test_a_file_of_very_many_annotators_is_refused(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "project.json"
    project_json.write(project, path)
    data = json.loads(path.read_text("utf-8"))
    data["annotators"] = [{"id": str(number), "name": f"A{number}"} for number in range(4)]
    path.write_text(json.dumps(data), "utf-8")
    monkeypatch.setattr(budgets, "MOST_ANNOTATORS", 3)
    with pytest.raises(UserError, match="more annotators"), project.operation("import") as writing:
        project_json.read_into(writing, project, path)
    monkeypatch.setattr(budgets, "MOST_ANNOTATORS", 4)
    with project.operation("import") as writing:
        project_json.read_into(writing, project, path)
    assert len(project.annotators()) == 5
