"""Going back and forth in history: the project must be as it was right after the operation that one goes to."""

import contextlib
import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from model.annotation import documents, spans
from model.errors import Cancelled, DamagedProjectError, UserError
from model.project import Project
from model.storage import journal
from model.storage.tables import JOURNALLED
from tests.model.conftest import TEXT

LETTERS = [offset for offset, character in enumerate(TEXT) if not character.isspace()]
Rows = dict[str, list[dict]]


def rows_of(project: Project) -> Rows:
    """Every row that the journal writes."""
    return {kind: project.tables.all(kind) for kind in JOURNALLED}


def note(project: Project, document: str, text: str) -> int:
    """Write a note on a document; gives the operation's sequence."""
    with project.operation("write note") as writing:
        documents.set_note(writing, document, text)
    return project.history(1)[0].sequence


class HistoryMachine(RuleBasedStateMachine):
    """``past`` and ``future`` are sequences of what stands and of what can be redone; ``kept`` the rows after each."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.project = Project.create(self.folder / "p.qarar", "Amal")
        self.kept: dict[int, Rows] = {}
        self.past: list[int] = []
        self.future: list[int] = []
        self.number = 0

    def teardown(self) -> None:
        self.project.close()
        shutil.rmtree(self.folder)

    @initialize()
    def first(self) -> None:
        with self.project.operation("import") as writing:
            self.document = documents.add(writing, "d", TEXT)
        self.did()

    def did(self) -> None:
        sequence = self.project.history(1)[0].sequence
        self.past.append(sequence)
        self.future.clear()
        self.kept[sequence] = rows_of(self.project)

    def has_document(self) -> bool:
        return bool(self.past)

    @precondition(has_document)
    @rule(start=st.sampled_from(LETTERS), length=st.integers(1, 9), many=st.integers(1, 3))
    def mark(self, start: int, length: int, many: int) -> None:
        with self.project.operation("mark reference") as writing:
            made = 0
            for place in range(many):
                try:
                    with writing.attempt():
                        spans.mark(writing, self.document, "symbol", start + place, start + place + length)
                        made += 1
                except UserError:
                    continue
        if made:
            self.did()

    @precondition(has_document)
    @rule(draw=st.data())
    def delete_or_change(self, draw: st.DataObject) -> None:
        found = self.project.spans(self.document)
        if not found:
            return
        span = draw.draw(st.sampled_from(range(len(found))))
        if draw.draw(st.booleans()):
            with self.project.operation("delete mark") as writing:
                spans.delete(writing, found[span].id)
        else:
            self.number += 1
            with self.project.operation("change features") as writing:
                spans.set_features(writing, found[span].id, {"annex": str(self.number)})
                spans.set_note(writing, found[span].id, str(self.number))
        self.did()

    @rule()
    def undo(self) -> None:
        if not self.past:
            with pytest.raises(UserError, match="nothing to undo"):
                self.project.undo()
            return
        self.project.undo()
        self.future.append(self.past.pop())

    @rule()
    def redo(self) -> None:
        if not self.future:
            with pytest.raises(UserError, match="nothing to redo"):
                self.project.redo()
            return
        self.project.redo()
        self.past.append(self.future.pop())

    @rule(draw=st.data())
    def undo_back(self, draw: st.DataObject) -> None:
        sequence = draw.draw(st.sampled_from(sorted(self.kept)))
        later = [each for each in self.past if each > sequence]
        if sequence not in self.past or not later:
            assert self.project.undone_by_going_back(sequence) == 0
            with pytest.raises(UserError, match="nothing to undo"):
                self.project.undo_back_to(sequence)
            return
        assert self.project.undone_by_going_back(sequence) == len(later)
        assert self.project.undo_back_to(sequence) == len(later)
        while self.past[-1] != sequence:
            self.future.append(self.past.pop())

    @rule(draw=st.data())
    def redo_up(self, draw: st.DataObject) -> None:
        sequence = draw.draw(st.sampled_from(sorted(self.kept)))
        count = self.project.redone_by_going_forth(sequence)
        if sequence not in self.future:
            assert count == 0
            with pytest.raises(UserError, match="nothing to redo"):
                self.project.redo_up_to(sequence)
            return
        assert self.project.redo_up_to(sequence) == count == len([each for each in self.future if each <= sequence])
        while sequence in self.future:
            self.past.append(self.future.pop())

    @rule()
    def reopen(self) -> None:
        self.project.close()
        self.project = Project.open(self.folder / "p.qarar", "Badr")

    @invariant()
    def is_as_it_was(self) -> None:
        if self.past:
            assert rows_of(self.project) == self.kept[self.past[-1]]
        elif self.kept:
            assert self.project.documents() == []

    @invariant()
    def steps_say_what_stands(self) -> None:
        found = {step.record.sequence: step.state for step in self.project.steps(10_000)}
        expected = dict.fromkeys(self.kept, "lost") | dict.fromkeys(self.past, "done")
        assert found == expected | dict.fromkeys(self.future, "undone")
        undone = [step for step in self.project.steps(10_000) if step.state != "done"]
        assert all(step.undone_by is not None and step.undone_by.target == step.record.id for step in undone)


HistoryMachine.TestCase.settings = settings(max_examples=30, stateful_step_count=30, deadline=None)
TestHistory = HistoryMachine.TestCase


@pytest.fixture
def one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Others may write after each operation."""
    monkeypatch.setattr(journal, "AT_ONCE", 0.0)


def test_going_back_tells_once_what_it_changed(project: Project, document: str) -> None:
    first = note(project, document, "1")
    for number in range(2, 9):
        note(project, document, str(number))
    told = []
    project.subscribe(told.append)
    watched: list[tuple[int, int]] = []
    assert project.undo_back_to(first, lambda done, total: watched.append((done, total))) == 7
    assert [changes.documents for changes in told] == [{document}]
    assert watched[-1] == (7, 7)
    assert project.document(document).note == "1"


@pytest.mark.usefixtures("one_by_one")
def test_going_back_stops_at_what_is_refused_and_keeps_what_went_before(project: Project, document: str) -> None:
    sequences = [note(project, document, str(number)) for number in range(6)]
    project.tables.connection.execute(
        """UPDATE change SET after = replace(after, '"note":"3"', '"note":"30"') WHERE operation = ?""", (sequences[3],)
    )
    with pytest.raises(UserError, match="has changed since"):
        project.undo_back_to(sequences[0])
    assert project.document(document).note == "3"
    assert [step.state for step in project.steps(3)] == ["undone", "undone", "done"]
    project.redo_up_to(sequences[5])
    assert project.document(document).note == "5"


def test_what_is_refused_in_the_middle_of_a_turn_takes_nothing_else_with_it(project: Project, document: str) -> None:
    sequences = [note(project, document, str(number)) for number in range(6)]
    project.tables.connection.execute(
        """UPDATE change SET after = replace(after, '"note":"3"', '"note":"30"') WHERE operation = ?""", (sequences[3],)
    )
    with pytest.raises(UserError, match="has changed since"):
        project.undo_back_to(sequences[0])
    with Project.open(project.path, "Badr") as other:
        assert other.document(document).note == project.document(document).note == "3"
        assert [step.state for step in other.steps(3)] == ["undone", "undone", "done"]


@pytest.mark.usefixtures("one_by_one")
def test_going_back_can_be_stopped(project: Project, document: str) -> None:
    sequences = [note(project, document, str(number)) for number in range(6)]

    def on_progress(done: int, total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        project.undo_back_to(sequences[0], on_progress)
    assert project.document(document).note == "3"
    assert project.redo_up_to(sequences[4]) == 1
    assert project.document(document).note == "4"


@pytest.mark.usefixtures("one_by_one")
def test_going_back_takes_nothing_back_that_others_write_meanwhile(project: Project, document: str) -> None:
    sequences = [note(project, document, str(number)) for number in range(6)]
    with Project.open(project.path, "Badr") as other:

        def on_progress(done: int, total: int) -> None:
            if done == 2:
                note(other, document, "of Badr")

        with pytest.raises(UserError, match="Somebody else has written meanwhile"):
            project.undo_back_to(sequences[0], on_progress)
    assert project.document(document).note == "of Badr"
    assert [step.state for step in project.steps(5)] == ["done", "lost", "lost", "done", "done"]


def test_nothing_goes_back_in_a_project_open_for_reading(project: Project, document: str) -> None:
    sequences = [note(project, document, str(number)) for number in range(3)]
    with Project.open(project.path, None) as reader:
        assert reader.undone_by_going_back(sequences[0]) == 2
        with pytest.raises(UserError, match="reading only"):
            reader.undo_back_to(sequences[0])


def test_an_undo_writes_only_the_columns_that_differ(project: Project, document: str) -> None:
    with project.operation("mark reference") as writing:
        span = spans.mark(writing, document, "symbol", LETTERS[0], LETTERS[4])
    with project.operation("write note") as writing:
        spans.set_note(writing, span.id, "x")
    said: list[str] = []
    project.tables.connection.set_trace_callback(said.append)
    project.undo()
    project.tables.connection.set_trace_callback(None)
    (update,) = [each for each in said if each.startswith("UPDATE span")]
    assert update.count(" = ") == 3, update  # note, modified, id
    assert project.spans(document)[0].note == ""


@pytest.mark.parametrize(
    "script, said",
    [
        ("DELETE FROM annotator", "names no annotator"),
        ("DELETE FROM layer", "names no layer"),
        ("DELETE FROM label", "names no label"),
        ("DELETE FROM label WHERE id = 'operative'", "The label operative is missing; according to the history it is"),
    ],
)
def test_where_rows_are_missing_that_it_needs_an_undo_says_that_the_file_is_damaged(
    project: Project, document: str, script: str, said: str
) -> None:
    with project.operation("mark") as writing:
        spans.mark(writing, document, "preambular", 0, 10)
        mark = spans.mark(writing, document, "operative", 20, 30)
    with project.operation("delete") as writing:
        spans.delete(writing, mark.id)
    with contextlib.closing(sqlite3.connect(project.path)) as other:
        other.executescript(script)
    for _ in range(2):
        with pytest.raises(DamagedProjectError) as caught:
            project.undo()
        assert said in str(caught.value)
        assert str(caught.value).endswith("Recover the project into a new file.")
    with pytest.raises(DamagedProjectError, match=said):
        project.undo_back_to(2)


def test_an_act_that_needs_rows_which_are_missing_says_that_the_file_is_damaged(
    project: Project, document: str
) -> None:
    with project.operation("mark") as writing:
        spans.mark(writing, document, "preambular", 0, 10)
    with contextlib.closing(sqlite3.connect(project.path)) as other:
        other.executescript("DELETE FROM label")
    with pytest.raises(DamagedProjectError, match="names no label"), project.operation("mark") as writing:
        row = writing.tables.all("span")[0]
        writing.insert("span", {**row, "id": "another", "start": 1})
