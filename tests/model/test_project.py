import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest

from model.annotation import documents, spans
from model.errors import DamagedProjectError, UserError
from model.project import Project
from model.storage import file
from model.storage.journal import Changes
from model.storage.tables import Tables
from model.vocabulary import assignments, concepts
from tests.model.conftest import TEXT, place

FIRST = place("إذ تشير إلى أهمية المكتبات،")


def mark(project: Project, document: str) -> str:
    with project.operation("mark clause") as writing:
        return spans.mark(writing, document, "preambular", *FIRST).id


def test_undo_and_redo_survive_closing(tmp_path: Path) -> None:
    path = tmp_path / "p.qarar"
    with Project.create(path, "Amal") as project:
        with project.operation("add document") as writing:
            document = documents.add(writing, "d", TEXT)
        mark(project, document)
        before = project.spans(document)
    with Project.open(path, "Badr") as project:
        assert project.undo().name == "mark clause"
        assert project.spans(document) == []
    with Project.open(path, "Amal") as project:
        again = project.redoable()
        assert again is not None and again.name == "mark clause"
        project.redo()
        assert project.spans(document) == before
        project.undo()
        project.undo()
        assert project.documents() == []
        with pytest.raises(UserError, match="nothing to undo"):
            project.undo()
        project.redo()
        assert project.text(document) == TEXT
        assert [record.kind for record in project.history(3)] == ["redo", "undo", "undo"]


def test_a_new_operation_ends_redo(project: Project, document: str) -> None:
    mark(project, document)
    project.undo()
    mark(project, document)
    assert project.redoable() is None
    with pytest.raises(UserError, match="nothing to redo"):
        project.redo()


def test_what_raises_leaves_nothing(project: Project, document: str) -> None:
    before = project.counts()
    with pytest.raises(ZeroDivisionError), project.operation("mark clause") as writing:
        spans.mark(writing, document, "preambular", *FIRST)
        raise ZeroDivisionError
    assert project.counts() == before
    mark(project, document)


def test_an_operation_that_changes_nothing_is_no_step(project: Project, document: str) -> None:
    before = project.counts()
    with project.operation("note") as writing:
        documents.set_note(writing, document, "")
    assert project.counts() == before


def test_an_operation_within_another_is_part_of_it(project: Project, document: str) -> None:
    with project.operation("outer"):
        mark(project, document)
    undoable = project.undoable()
    assert undoable is not None and undoable.name == "outer"


def test_what_is_written_is_no_refusal_where_it_cannot_be_read_again_at_once(
    project: Project, document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever was told of a refusal would do it a second time. Listeners are told of it later."""
    seen: list[Changes] = []
    end = project.subscribe(seen.append)

    def unreadable(*given: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    for act in (lambda: mark(project, document), project.undo):
        with monkeypatch.context() as patched:
            patched.setattr(Tables, "change_keys_after", unreadable)
            act()
            with pytest.raises(UserError, match="cannot read or write"):
                project.refresh()
        assert seen == []
        project.refresh()
        assert seen.pop().documents == {document}
    end()


def test_changes_are_told_after_the_commit(project: Project, document: str) -> None:
    seen: list[Changes] = []
    counted: list[int] = []

    def listen(changes: Changes) -> None:
        with sqlite3.connect(project.path) as other:
            counted.append(other.execute("SELECT count(*) FROM span").fetchone()[0])
        other.close()
        seen.append(changes)

    end = project.subscribe(listen)
    span = mark(project, document)
    project.undo()
    end()
    mark(project, document)
    assert counted == [1, 0]
    assert [changes.rows for changes in seen] == [{"span": frozenset({span})}] * 2
    assert [changes.documents for changes in seen] == [frozenset({document})] * 2
    assert [changes.operation.kind for changes in seen] == ["do", "undo"]


def test_two_writers_see_each_other(project: Project, document: str) -> None:
    with Project.open(project.path, "Badr") as other:
        span = mark(other, document)
        changes = project.refresh()
        assert changes is not None and changes.rows == {"span": frozenset({span})}
        assert project.refresh() is None
        project.undo()
        assert other.redoable() is None
        other.refresh()
        assert other.redoable() is not None
        other.redo()
        assert [span.id for span in project.spans(document)] == [span]


def test_an_undo_tells_also_what_others_wrote_before_it(project: Project, document: str) -> None:
    seen: list[Changes] = []
    project.subscribe(seen.append)
    with Project.open(project.path, "Badr") as other:
        span = mark(other, document)
        with other.operation("note") as writing:
            documents.set_note(writing, document, "x")
        project.undo()
        assert seen[-1].rows == {"span": frozenset({span}), "document": frozenset({document})}
        mark_two = other.redo()
        assert mark_two.name == "note"
        with pytest.raises(UserError, match="nothing to redo"):
            project.redo()
        assert seen[-1].rows == {"document": frozenset({document})}
        assert project.refresh() is None


def test_what_is_refused_within_an_operation_that_goes_on_is_not_kept(project: Project, document: str) -> None:
    with project.operation("outer") as writing:
        spans.mark(writing, document, "preambular", *FIRST)
        with pytest.raises(UserError, match="cross"), project.operation("inner") as inner:
            spans.mark(inner, document, "preambular", FIRST[0] + 3, FIRST[1] + 9)
    assert [span.limits for span in project.spans(document)] == [FIRST]
    project.undo()
    assert project.spans(document) == []


def test_undo_is_refused_where_the_rows_are_no_longer_the_same(project: Project, document: str) -> None:
    mark(project, document)
    other = sqlite3.connect(project.path)
    other.execute("UPDATE span SET note = 'changed by a stranger'")
    other.commit()
    other.close()
    with pytest.raises(UserError, match="has changed since"):
        project.undo()
    assert project.spans(document)[0].note == "changed by a stranger"


def test_many_threads_write_without_losing_one(project: Project, document: str) -> None:
    letters = [offset for offset, character in enumerate(TEXT) if not character.isspace()]

    def work(number: int) -> None:
        with Project.open(project.path, f"Annotator {number}") as mine:
            for turn in range(10):
                with mine.operation("mark reference") as writing:
                    spans.mark(writing, document, "date", letters[number], letters[number + turn] + 1)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    project.refresh()
    found = project.spans(document)
    assert len(found) == len({span.limits for span in found}) == 40
    assert project.counts().operations == 41


def test_reading_only_refuses_to_write(project: Project, document: str) -> None:
    with Project.open(project.path, None) as reader:
        assert reader.text(document) == TEXT
        with pytest.raises(UserError, match="reading only"), reader.operation("x"):
            pass
        with pytest.raises(UserError, match="reading only"):
            reader.undo()


def test_annotators_are_known_again_by_name(project: Project) -> None:
    with Project.open(project.path, "  Amal ") as again:
        assert again.annotator == project.annotator
    with pytest.raises(UserError, match="needs a name"):
        Project.open(project.path, " ")


def test_of_two_annotators_of_one_name_the_first_is_meant(project: Project) -> None:
    assert project.annotator is not None
    project.tables.add_annotator("00000000-0000-0000-0000-000000000000", "Amal")
    with Project.open(project.path, "Amal") as again:
        assert again.annotator == project.annotator


def test_a_new_project_appears_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be the process killed at any moment: the file is not there before it is a project."""
    path = tmp_path / "p.qarar"
    opened, inserted = [], []
    original = Tables.insert
    monkeypatch.setattr(Tables, "insert", lambda *given: (inserted.append(path.exists()), original(*given)))
    with Project.create(path, "Amal") as project:
        opened.append(project.id)
    assert inserted and not any(inserted)
    assert [each.name for each in tmp_path.iterdir()] == ["p.qarar"]

    def full(*given: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(Tables, "insert", full)
    with pytest.raises(UserError, match="the disk is full"):
        Project.create(tmp_path / "q.qarar", "Amal")
    assert [each.name for each in tmp_path.iterdir()] == ["p.qarar"]


def test_a_project_that_was_made_and_cannot_be_opened_can_be_made_again(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "p.qarar"

    def unreadable(*given: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    with monkeypatch.context() as patched:
        patched.setattr(Tables, "annotator_named", unreadable)
        with pytest.raises(UserError, match="cannot read or write"):
            Project.create(path, "Amal")
    assert list(tmp_path.iterdir()) == []
    Project.create(path, "Amal").close()


def test_create_refuses_a_path_that_is_taken(tmp_path: Path) -> None:
    taken = tmp_path / "taken.qarar"
    taken.write_text("mine")
    with pytest.raises(UserError, match="already"):
        Project.create(taken, "Amal")
    assert taken.read_text() == "mine"
    with pytest.raises(UserError, match="cannot be made"):
        Project.create(tmp_path / "missing" / "p.qarar", "Amal")


def test_a_copy_holds_everything(project: Project, document: str, tmp_path: Path) -> None:
    mark(project, document)
    target = tmp_path / "copy.qarar"
    project.save_copy(target)
    with Project.open(target, "Amal") as copy:
        assert copy.spans(document) == project.spans(document)
        copy.undo()
    with pytest.raises(UserError, match="already"):
        project.save_copy(target)


def test_part_of_an_operation_can_fail_alone(project: Project) -> None:
    with project.operation("import") as writing:
        kept = documents.add(writing, "kept", TEXT)
        with pytest.raises(UserError), writing.attempt():
            documents.set_note(writing, kept, "changed in vain")
            documents.add(writing, "lost", TEXT)
            documents.add(writing, "KEPT", TEXT)
    assert [summary.name for summary in project.documents()] == ["kept"]
    assert project.document(kept).note == ""
    project.undo()
    assert project.documents() == []
    project.redo()
    assert [summary.name for summary in project.documents()] == ["kept"]


def test_removing_a_document_takes_all_of_it_and_undo_brings_it_back(project: Project, document: str) -> None:
    mark(project, document)
    with project.operation("progress") as writing:
        documents.set_progress(writing, document, "clause", "done")
        documents.set_tags(writing, document, ["a", "b"])
    before = (project.document(document), project.spans(document))
    with project.operation("remove document") as writing:
        documents.remove(writing, document)
    assert project.documents() == []
    project.undo()
    assert (project.document(document), project.spans(document)) == before


def test_what_another_process_took_away_meanwhile_is_refused_in_one_sentence(project: Project, document: str) -> None:
    with Project.open(project.path, "Badr") as other:
        with other.operation("add term") as writing:
            term = concepts.create(writing, "PEATLANDS").id
        project.refresh()
        other.undo()
        with pytest.raises(UserError, match="has changed what this act needs"), project.operation("assign") as writing:
            assignments.assign(writing, document, term)
    assert project.assignments(document) == []
    with project.operation("note") as writing:
        writing.update("document", document, note="work goes on")


@pytest.mark.parametrize(
    "script",
    [
        "UPDATE change SET after = '{' WHERE operation = 1",
        "UPDATE change SET after = '{}' WHERE operation = 1",
        "UPDATE change SET after = '5' WHERE operation = 1",
        "UPDATE change SET after = '{},{}' WHERE operation = 1",
        "UPDATE change SET kind = 'span; DROP TABLE span' WHERE operation = 1",
        "UPDATE change SET kind = 'operation' WHERE operation = 1",
        "UPDATE change SET row = 'another' WHERE operation = 1",
    ],
)
def test_a_journal_that_nobody_can_have_written_is_not_replayed(project: Project, document: str, script: str) -> None:
    project.tables.connection.execute(script)
    with pytest.raises(DamagedProjectError, match="history is damaged at operation 1") as refused:
        project.undo()
    assert refused.value.values["path"] == project.path  # so that the window can offer to recover it
    assert project.document(document).name == "مكتبات"


def test_an_undo_out_of_turn_is_damage(project: Project, document: str) -> None:
    project.undo()
    project.tables.connection.execute("UPDATE operation SET kind = 'redo' WHERE sequence = 2")
    with pytest.raises(DamagedProjectError, match="history is damaged at operation 2") as refused:
        Project.open(project.path, None)
    assert refused.value.values["path"] == project.path


def test_a_link_that_is_turned_while_a_project_is_opened_leads_to_one_file_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, link = (tmp_path / name for name in ("first.qarar", "second.qarar", "link.qarar"))
    for path in (first, second):
        Project.create(path, "Amal").close()
    link.symlink_to(first)
    open_file = file.open_file

    def turned(path: Path, **named: Any) -> sqlite3.Connection:
        connection = open_file(path, **named)
        link.unlink()
        link.symlink_to(second)
        return connection

    monkeypatch.setattr(file, "open_file", turned)
    with Project.open(link, None) as project:
        assert project.path == first
        assert project.file.is_in_place
