import json
import os
from pathlib import Path

import pytest

from model import progress
from model.annotation import documents
from model.annotation.documents import sha256_of
from model.errors import Cancelled
from model.formats import project_json
from model.formats.importing import import_sources
from model.project import Project
from model.vocabulary import concepts

TEXT = (
    "قرار اتخذته الجمعية العامة في 20 كانون الأول/ديسمبر 2024 79/901 - المكتبات "
    "إن الجمعية العامة، إذ تشير إليها، 1 - تقرر ما يلي."
)


def put(folder: Path, name: str, text: str = TEXT, header: str = "%%%WATER|") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{header}\n\n{text}\n", "utf-8")
    return path


def test_folders_are_searched_and_the_report_tells_all(project: Project, tmp_path: Path) -> None:
    source = tmp_path / "source"
    put(source, "a.txt")
    put(source, "deep/er/b.TXT", "نص آخر")
    put(source, "deep/c.txt")
    (source / "notes.md").write_text("no resolution")
    broken = source / "broken.txt"
    broken.write_bytes(b"\xff")
    report = import_sources(project, [source])
    assert [(line.path.name, line.outcome) for line in report.lines] == [
        ("a.txt", "imported"),
        ("broken.txt", "refused"),
        ("c.txt", "double"),
        ("b.TXT", "imported"),
    ]
    assert [(summary.name, summary.folder) for summary in project.documents()] == [
        ("a", ""),
        ("b", "deep/er"),
        ("c", "deep"),
    ]
    first = project.documents()[0]
    assert (first.symbol, first.organ, first.session, first.adopted, first.title) == (
        "A/RES/79/901",
        "GA",
        "79",
        "2024-12-20",
        "المكتبات",
    )


def test_one_operation_whose_undo_removes_all(project: Project, tmp_path: Path) -> None:
    for number in range(3):
        put(tmp_path / "source", f"{number}.txt", f"نص {number}", "%%%A|B|")
    import_sources(project, [tmp_path / "source"])
    assert project.counts().operations == 1
    project.undo()
    counts = project.counts()
    assert (counts.documents, counts.assignments, counts.concepts) == (0, 0, 0)
    project.redo()
    assert project.counts().assignments == 6


def test_header_terms_become_confirmed_assignments(project: Project, tmp_path: Path) -> None:
    with project.operation("term") as writing:
        water = concepts.create(writing, "Water")
        concepts.add_label(writing, water.id, "المياه", "ar", "preferred")
    import_sources(
        project, [put(tmp_path, "a.txt", header="%%%WATER|المياه|University for Peace|UNIVERSITY FOR PEACE|")]
    )
    found = project.assignments(project.documents()[0].id)
    assert [each.term for each in found] == ["WATER", "المياه", "University for Peace", "UNIVERSITY FOR PEACE"]
    assert [each.rank for each in found] == [0, 1, 2, 3]
    assert [each.concept == water.id for each in found] == [True, True, False, False]
    assert found[2].concept == found[3].concept
    assert {(each.status, each.origin.kind) for each in found} == {("confirmed", "import")}
    assert project.counts().concepts == 2


def test_what_is_there_already(project: Project, tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt")
    import_sources(project, [path])
    operations = project.counts().operations
    report = import_sources(project, [path])
    assert [line.outcome for line in report.lines] == ["already"]
    assert project.counts().operations == operations

    other = put(tmp_path / "other", "A.txt", "نص غيره")
    report = import_sources(project, [other])
    assert "already, with another text" in str(report.of("refused")[0].message)
    assert project.counts().documents == 1
    report = import_sources(project, [other], rename=True)
    assert report.of("refused") == []
    assert [summary.name for summary in project.documents()] == ["a", "A (2)"]


def test_what_was_numbered_before_is_there_already(project: Project, tmp_path: Path) -> None:
    for number in range(3):
        import_sources(project, [put(tmp_path / str(number), "a(b).txt", f"نص {number}")], rename=True)
    assert [summary.name for summary in project.documents()] == ["a(b)", "a(b) (2)", "a(b) (3)"]
    again = tmp_path / "2" / "A(B).txt"
    (tmp_path / "2" / "a(b).txt").rename(again)
    report = import_sources(project, [again], rename=True)
    assert [line.outcome for line in report.lines] == ["already"]
    with project.operation("remove") as writing:
        documents.remove(writing, project.documents()[1].id)
    report = import_sources(project, [again], rename=True)
    assert [line.outcome for line in report.lines] == ["already"]
    report = import_sources(project, [tmp_path / "1"], rename=True)
    assert [line.outcome for line in report.lines] == ["imported", "note"]
    assert [summary.name for summary in project.documents()] == ["a(b)", "a(b) (2)", "a(b) (3)"]
    # The same text under a name that has nothing to do with this one is a double.
    put(tmp_path / "3", "a.txt", "نص")
    import_sources(project, [put(tmp_path / "3", "ab.txt", "نص 9"), tmp_path / "3" / "a.txt"])
    report = import_sources(project, [put(tmp_path / "4", "a.txt", "نص 9")], rename=True)
    assert [line.outcome for line in report.lines] == ["double", "note"]


def test_clauses_are_matched_by_their_text(project: Project, tmp_path: Path) -> None:
    put(tmp_path / "texts", "a.txt")
    put(tmp_path / "texts", "b.txt")
    end = TEXT.index(" 79/901")
    clause = {"start": 0, "end": end, "type": "adoption", "number": None, "depth": 0}
    for name, sha256 in (("a.json", sha256_of(TEXT)), ("other.json", sha256_of("else"))):
        path = tmp_path / "gold" / "deep" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"text_sha256": sha256, "clauses": [clause]}))
    (tmp_path / "gold" / "broken.json").write_text("{")
    report = import_sources(project, [tmp_path / "texts"], clauses=tmp_path / "gold")
    assert report.clause_documents == 2
    assert sorted(line.path.name for line in report.of("refused")) == ["broken.json", "other.json"]
    for summary in project.documents():
        (span,) = project.spans(summary.id)
        assert (span.label, span.limits, span.status, span.origin.kind) == ("adoption", (0, end), "confirmed", "import")
    assert project.counts().operations == 1


def test_a_folder_without_resolutions(project: Project, tmp_path: Path) -> None:
    report = import_sources(project, [tmp_path / "missing.txt"], clauses=tmp_path)
    assert [line.outcome for line in report.lines] == ["refused", "refused"]
    (tmp_path / "empty").mkdir()
    report = import_sources(project, [tmp_path / "empty"])
    assert "no resolutions" in str(report.lines[0].message)
    assert project.counts().operations == 0


def test_cancelling_leaves_the_project_as_it_was(project: Project, tmp_path: Path) -> None:
    for number in range(5):
        put(tmp_path / "source", f"{number}.txt", f"نص {number}")
    seen: list[tuple[int, int]] = []

    def on_progress(done: int, total: int) -> None:
        seen.append((done, total))
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_sources(project, [tmp_path / "source"], on_progress=on_progress)
    assert list(dict.fromkeys(seen)) == [(0, 5), (1, 5), (2, 5), (3, 5)]  # several times while one is read
    counts = project.counts()
    assert (counts.documents, counts.concepts, counts.operations) == (0, 0, 0)


def test_what_is_written_already_can_be_cancelled_until_it_is_recorded(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_AT_ONCE", 1)
    for number in range(3):
        put(tmp_path / "source", f"{number}.txt", f"نص {number}")
    texts = tmp_path / "source"
    with Project.create(tmp_path / "other.qarar", "Dana") as other:
        looks: list[tuple[int, int]] = []
        import_sources(other, [texts], on_progress=lambda *now: looks.append(now))
        assert looks[-4:] == [(3, 3)] * 4  # when all is read, and at each row of the record
        whole = tmp_path / "whole.json"
        project_json.write(other, whole)

    for source in (texts, whole):
        looks.clear()

        def on_progress(done: int, total: int) -> None:
            looks.append((done, total))
            if looks[-4:] == [(total, total)] * 4:
                raise Cancelled

        with pytest.raises(Cancelled):
            import_sources(project, [source], on_progress=on_progress)
        counts = project.counts()
        assert (counts.documents, counts.concepts, counts.operations) == (0, 0, 0)


def test_a_folder_that_cannot_be_read_is_told(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "source", "a.txt")
    put(tmp_path / "source" / "closed", "b.txt", "نص آخر")
    (tmp_path / "source" / "clauses.json").write_text("{")
    scan = os.scandir

    def closed(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    # Whoever may do everything can read any folder.
    monkeypatch.setattr(os, "scandir", closed)
    report = import_sources(project, [tmp_path / "source"], clauses=tmp_path / "source")
    told = [(line.path.name, line.outcome) for line in report.lines]
    assert told == [("closed", "refused"), ("closed", "refused"), ("a.txt", "imported"), ("clauses.json", "refused")]
    assert str(report.lines[0].message) == f"{tmp_path}/source/closed: cannot be read (Permission denied)."


def test_links_to_folders_are_not_followed(project: Project, tmp_path: Path) -> None:
    put(tmp_path / "source", "a.txt")
    put(tmp_path / "else", "b.txt", "نص آخر")
    (tmp_path / "source" / "round").symlink_to(tmp_path / "source")
    (tmp_path / "source" / "aside").symlink_to(tmp_path / "else")
    (tmp_path / "source" / "c.txt").symlink_to(tmp_path / "else" / "b.txt")
    report = import_sources(project, [tmp_path / "source"])
    assert [(line.path.name, line.outcome) for line in report.lines] == [("a.txt", "imported"), ("c.txt", "imported")]


def test_what_is_no_file_that_can_be_read_is_told_and_the_rest_goes_on(project: Project, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    os.mkfifo(tmp_path / "pipe.json")
    for name in ("a.qarar", "a.docx", "a", "a.jsonl"):
        (tmp_path / name).write_text("x")
    cases = (
        ("pipe.txt", "a pipe or a socket"),
        ("pipe.json", "a pipe or a socket"),
        ("/dev/zero", "a device"),
        ("a.qarar", "a project file cannot be imported; export it as project JSON"),
        ("a.docx", r"neither a resolution (*.txt) nor project JSON (*.json)"),
        ("a", "neither a resolution"),
        ("a.jsonl", "Dataset JSONL is only written"),
        ("none.qarar", "cannot be read (No such file"),
        ("none", "cannot be read (No such file"),
    )
    good = put(tmp_path, "good.txt")
    report = import_sources(project, [*(tmp_path / name for name, _ in cases), good])
    assert [line.outcome for line in report.lines] == ["refused"] * len(cases) + ["imported"]
    for line, (name, sentence) in zip(report.lines, cases, strict=False):
        assert line.path == tmp_path / name
        assert str(line.message).startswith(f"{tmp_path / name}: ")
        assert sentence in str(line.message)


def test_what_is_given_twice_is_read_once_and_told(project: Project, tmp_path: Path) -> None:
    path = put(tmp_path / "source", "a.txt")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "source")
    report = import_sources(project, [path, path, tmp_path / "source" / ".." / "source" / "a.txt"])
    assert [line.outcome for line in report.lines] == ["note", "note", "imported"]
    assert str(report.lines[0].message) == f"{path}: was given twice, and is read once."
    report = import_sources(project, [tmp_path / "source", link])
    assert [(line.path.name, line.outcome) for line in report.lines] == [("link", "note"), ("a.txt", "already")]


def test_a_name_that_no_document_can_have(project: Project, tmp_path: Path) -> None:
    put(tmp_path, "a\nb.txt")
    put(tmp_path, " .txt", "نص آخر")
    bytes_only = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
    Path(bytes_only).write_bytes(put(tmp_path, "good.txt", "نص ثالث").read_bytes())
    report = import_sources(project, [tmp_path])
    assert [(line.path.name, line.outcome) for line in report.lines] == [
        ("\ufffd.txt", "refused"),
        (" .txt", "refused"),
        ("a\nb.txt", "refused"),
        ("good.txt", "imported"),
    ]
    sentences = [str(line.message) for line in report.of("refused")]
    assert "its path is not UTF-8" in sentences[0]
    assert all("no document can have its name" in sentence for sentence in sentences[1:])


def test_project_json_that_is_there_already_is_said_to_be(project: Project, tmp_path: Path) -> None:
    import_sources(project, [put(tmp_path, "a.txt")])
    project_json.write(project, tmp_path / "p.json")
    operations = project.counts().operations
    report = import_sources(project, [tmp_path / "p.json"])
    assert [line.outcome for line in report.lines] == ["already"]
    assert project.counts().operations == operations
    with Project.create(tmp_path / "other.qarar", "Badr") as other:
        assert [line.outcome for line in import_sources(other, [tmp_path / "p.json"]).lines] == ["imported"]
