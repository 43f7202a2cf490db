"""What is learned, when, and which answer counts; the learning itself is played, so that each test decides what ends
first.
"""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from shiboken6 import delete

from gui.session import suggestion_service as room
from gui.session.session import Session
from gui.session.suggestion_service import DocumentSuggestions, SuggestionService
from model.annotation import documents
from model.errors import UserError
from model.progress import ProgressCallback
from model.project import Project
from model.suggestion.suggester import Suggestions
from model.vocabulary import assignments, concepts

LONGEST = 5  # seconds that work waits for a test


class Suggester:
    """Stands in for one that was learned from so many documents."""

    def __init__(self, learned: int) -> None:
        self.learned = learned

    def __len__(self) -> int:
        return self.learned


@dataclass
class Played:
    """The three works that are done in threads. Each is counted, waits until its gate is open, and does what is set."""

    learned: int = 30
    labels: list[bool] = field(default_factory=list)
    wholes: list[bool] = field(default_factory=list)
    asked: list[tuple[str, bool, frozenset[str]]] = field(default_factory=list)
    fails: dict[str, Exception] = field(default_factory=dict)
    gates: dict[str, threading.Event] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("labels", "whole", "answer"):
            self.gates[name] = threading.Event()
            self.gates[name].set()

    def _wait(self, name: str, on_progress: ProgressCallback) -> None:
        on_progress(1, 2)
        assert self.gates[name].wait(LONGEST)
        on_progress(2, 2)
        if name in self.fails:
            raise self.fails[name]

    def learn_labels(self, project: Project, on_progress: ProgressCallback) -> Suggester:
        self.labels.append(True)
        self._wait("labels", on_progress)
        return Suggester(0)

    def learn(self, project: Project, on_progress: ProgressCallback) -> Suggester:
        self.wholes.append(True)
        self._wait("whole", on_progress)
        return Suggester(self.learned)

    def answer(self, project, suggester, document, pending, on_progress, whole) -> DocumentSuggestions:
        self.asked.append((document, whole, frozenset(pending)))
        self._wait("answer", on_progress)
        return DocumentSuggestions(document, Suggestions((), ()), len(suggester), len(pending), whole)


@dataclass
class Bench:
    """What a test works with."""

    suggesting: SuggestionService
    session: Session
    project: Project
    ids: list[str]
    term: str
    found: list[DocumentSuggestions]
    failed: list[object]

    def index(self, *places: int) -> None:
        """Assign the term to documents, by one step; what they have already they lose instead."""
        with self.project.operation("x") as writing:
            for place in places:
                held = self.project.assignments(self.ids[place])
                if held:
                    assignments.unassign(writing, held[0].id)
                else:
                    assignments.assign(writing, self.ids[place], self.term)

    def change_vocabulary(self) -> None:
        with self.project.operation("x") as writing:
            writing.insert("concept_state", {"id": str(len(self.found)), "concept": self.term, "state": "deprecated"})

    @property
    def is_quiet(self) -> bool:
        inner = self.suggesting
        return inner._learner is None and inner._asker is None and not inner._timer.isActive()


@pytest.fixture
def played(monkeypatch) -> Iterator[Played]:
    played = Played()
    monkeypatch.setattr(room, "AFTER", 1)
    monkeypatch.setattr(room, "_labels_learned", lambda *given: played.learn_labels(*given))
    monkeypatch.setattr(room, "_learned", lambda *given: played.learn(*given))
    monkeypatch.setattr(room, "_suggested", lambda *given: played.answer(*given))
    yield played
    for gate in played.gates.values():
        gate.set()


@pytest.fixture
def bench(qtbot, played: Played, tmp_path: Path) -> Iterator[Bench]:
    project = Project.create(tmp_path / "p.qarar", "Sara")
    with project.operation("import") as writing:
        ids = [documents.add(writing, f"A_{number}", f"نص {number}") for number in range(6)]
        term = concepts.add(writing, "PEACE", "en").id
    session = Session()
    session.set_project(project)
    session.set_document(ids[0])
    suggesting = SuggestionService(session)
    bench = Bench(suggesting, session, project, ids, term, [], [])
    suggesting.found.connect(bench.found.append)
    suggesting.failed.connect(bench.failed.append)
    yield bench
    suggesting.want(False)
    session.set_project(None)


@pytest.fixture
def known(qtbot, bench: Bench) -> Bench:
    """Everything is learned, and the document shown has its answer; what was counted until then is forgotten."""
    bench.suggesting.want(True)
    qtbot.waitUntil(lambda: bool(bench.found) and bench.found[-1].whole and bench.is_quiet)
    bench.found.clear()
    return bench


@pytest.fixture
def fresh(known: Bench, played: Played) -> Played:
    for counted in (played.labels, played.wholes, played.asked):
        counted.clear()
    return played


def test_nothing_is_done_before_somebody_looks(qtbot, bench, played):
    bench.session.set_document(bench.ids[1])
    bench.index(2)
    qtbot.wait(50)
    assert (played.labels, played.asked, bench.suggesting.is_learning) == ([], [], True)


def test_labels_answer_first_then_all_that_is_indexed(qtbot, bench, played):
    played.gates["whole"].clear()
    told: list[tuple[int, int]] = []
    bench.suggesting.progressed.connect(lambda *each: told.append(each))
    bench.suggesting.want(True)
    qtbot.waitUntil(lambda: len(bench.found) == 1)
    assert (bench.found[0].whole, bench.found[0].learned) == (False, 0)
    assert bench.suggesting.is_learning
    played.gates["whole"].set()
    qtbot.waitUntil(lambda: len(bench.found) == 2 and bench.is_quiet)
    assert (bench.found[1].whole, bench.found[1].learned) == (True, 30)
    assert not bench.suggesting.is_learning
    assert (len(played.labels), len(played.wholes)) == (1, 1)
    assert [(document, whole) for document, whole, _ in played.asked] == [(bench.ids[0], False), (bench.ids[0], True)]
    assert told[0] == (0, 0) and (1, 2) in told


def test_labels_take_nothing_in_and_what_is_indexed_meanwhile_is_taken_in_later(qtbot, bench, played):
    played.gates["whole"].clear()
    bench.suggesting.want(True)
    qtbot.waitUntil(lambda: len(bench.found) == 1)
    bench.index(3)
    qtbot.waitUntil(lambda: len(bench.found) == 2)
    played.gates["whole"].set()
    qtbot.waitUntil(lambda: bench.found[-1].whole and bench.is_quiet)
    assert [pending for _, _, pending in played.asked] == [frozenset(), frozenset(), frozenset({bench.ids[3]})]


def test_nothing_goes_on_while_nobody_looks_and_what_changed_is_taken_in_afterwards(qtbot, known, fresh):
    known.suggesting.want(False)
    known.index(3)
    known.session.set_document(known.ids[1])
    qtbot.wait(50)
    assert (fresh.asked, fresh.wholes) == ([], [])
    known.suggesting.want(True)
    qtbot.waitUntil(lambda: bool(known.found) and known.is_quiet)
    assert fresh.asked == [(known.ids[1], True, frozenset({known.ids[3]}))]


def test_a_document_that_is_only_passed_by_is_not_asked_about(qtbot, known, fresh):
    known.suggesting._timer.setInterval(30)
    for document in known.ids[1:4]:
        known.session.set_document(document)
    qtbot.waitUntil(lambda: bool(known.found) and known.is_quiet)
    assert [document for document, _, _ in fresh.asked] == [known.ids[3]]


def test_an_answer_that_comes_too_late_is_not_told(qtbot, known, fresh):
    fresh.gates["answer"].clear()
    known.session.set_document(known.ids[1])
    qtbot.waitUntil(lambda: len(fresh.asked) == 1)
    known.session.set_document(known.ids[2])
    fresh.gates["answer"].set()
    qtbot.waitUntil(lambda: bool(known.found) and known.is_quiet)
    assert [each.document for each in known.found] == [known.ids[2]]


def test_what_is_assigned_is_taken_in_before_the_next_answer_and_once(qtbot, known, fresh):
    cleared: list[bool] = []
    known.suggesting.cleared.connect(lambda: cleared.append(True))
    known.index(0, 2)
    assert cleared == [True]
    qtbot.waitUntil(lambda: bool(known.found) and known.is_quiet)
    assert fresh.asked == [(known.ids[0], True, frozenset({known.ids[0], known.ids[2]}))]
    known.session.set_document(known.ids[1])
    qtbot.waitUntil(lambda: len(known.found) == 2 and known.is_quiet)
    assert fresh.asked[1:] == [(known.ids[1], True, frozenset())]
    assert fresh.wholes == []


def test_many_that_were_taken_in_one_after_the_other_are_learned_anew(qtbot, known, fresh, monkeypatch):
    monkeypatch.setattr(room, "ANEW_AFTER", 2)
    monkeypatch.setattr(room, "ANEW_SHARE", 15)  # of 30: two
    known.index(1)
    qtbot.waitUntil(lambda: len(known.found) == 1 and known.is_quiet)
    assert fresh.wholes == []
    known.index(2)
    qtbot.waitUntil(lambda: len(fresh.wholes) == 1 and known.is_quiet)
    assert known.found[-1].whole
    known.index(1)
    qtbot.waitUntil(lambda: known.is_quiet and fresh.asked[-1][2] == {known.ids[1]})
    assert len(fresh.wholes) == 1  # counted from where it was learned anew


def test_many_at_once_are_learned_and_not_taken_in_one_by_one(qtbot, known, fresh, monkeypatch):
    monkeypatch.setattr(room, "ANEW_AFTER", 3)
    monkeypatch.setattr(room, "ANEW_SHARE", 10)
    fresh.gates["whole"].clear()
    known.index(1, 2, 3)
    qtbot.waitUntil(lambda: len(fresh.asked) == 1)
    assert fresh.asked == [(known.ids[0], True, frozenset())]  # the older knowledge answers meanwhile
    fresh.gates["whole"].set()
    qtbot.waitUntil(lambda: len(known.found) == 2 and known.is_quiet)
    assert (len(fresh.wholes), fresh.labels) == (1, [])


def test_how_many_are_many_grows_with_what_was_learned(bench):
    assert [bench.suggesting._many(learned) for learned in (0, 100, 101, 1000)] == [20, 20, 20, 200]


def test_another_vocabulary_has_all_learned_anew_while_the_older_knowledge_answers(qtbot, known, fresh):
    fresh.gates["whole"].clear()
    known.change_vocabulary()
    qtbot.waitUntil(lambda: len(known.found) == 1)
    assert known.found[0].whole
    assert not known.suggesting.is_learning
    fresh.gates["whole"].set()
    qtbot.waitUntil(lambda: len(known.found) == 2 and known.is_quiet)
    assert (len(fresh.wholes), fresh.labels) == (1, [])


def test_what_is_learned_of_a_vocabulary_that_has_changed_since_is_thrown_away(qtbot, bench, played):
    played.gates["whole"].clear()
    bench.suggesting.want(True)
    qtbot.waitUntil(lambda: len(played.wholes) == 1)
    first = bench.suggesting._learner
    bench.change_vocabulary()
    assert first is not None
    assert first.stopping
    played.gates["whole"].set()
    qtbot.waitUntil(lambda: len(played.wholes) == 2 and bench.is_quiet)
    assert bench.found[-1].whole
    assert first.wait(LONGEST)


def test_a_few_labels_are_no_other_vocabulary_and_many_are(qtbot, known, fresh, monkeypatch):
    with known.project.operation("term") as writing:
        concepts.add(writing, "TRADE", "en")
    qtbot.wait(30)
    assert (fresh.asked, fresh.wholes) == ([], [])
    monkeypatch.setattr(room, "FEW_LABELS", 2)
    with known.project.operation("terms") as writing:
        for number in range(3):
            concepts.add(writing, f"TERM {number}", "en")
    qtbot.waitUntil(lambda: len(fresh.wholes) == 1 and known.is_quiet)


def test_after_an_error_the_next_document_is_answered_and_nothing_is_lost(qtbot, known, fresh):
    fresh.fails["answer"] = UserError("The disk is full.")
    known.index(3)
    qtbot.waitUntil(lambda: len(known.failed) == 1 and known.is_quiet)
    assert known.found == []
    assert not known.suggesting.has_failed
    del fresh.fails["answer"]
    known.session.set_document(known.ids[1])
    qtbot.waitUntil(lambda: len(known.found) == 1 and known.is_quiet)
    assert fresh.asked[-1] == (known.ids[1], True, frozenset({known.ids[3]}))


def test_what_cannot_be_learned_is_not_tried_again_until_the_vocabulary_changes(qtbot, bench, played):
    played.fails["whole"] = UserError("The disk is full.")
    bench.suggesting.want(True)
    qtbot.waitUntil(lambda: bench.suggesting.has_failed and bench.is_quiet)
    assert bench.failed == [played.fails["whole"]]
    assert not bench.suggesting.is_learning
    bench.session.set_document(bench.ids[1])
    asked = len(played.asked)
    qtbot.wait(50)
    assert (len(played.wholes), len(played.asked)) == (1, asked)
    del played.fails["whole"]
    bench.change_vocabulary()
    assert not bench.suggesting.has_failed
    qtbot.waitUntil(lambda: bool(bench.found) and bench.found[-1].whole and bench.is_quiet)
    assert bench.found[-1].document == bench.ids[1]


def test_where_learning_anew_fails_the_older_knowledge_goes_on(qtbot, known, fresh):
    fresh.fails["whole"] = UserError("The disk is full.")
    known.change_vocabulary()
    qtbot.waitUntil(lambda: len(known.failed) == 1 and known.is_quiet)
    assert not known.suggesting.has_failed
    known.session.set_document(known.ids[1])
    qtbot.waitUntil(lambda: bool(known.found) and known.found[-1].document == known.ids[1])


def test_another_project_ends_what_is_learned_of_this_one(qtbot, bench, played, tmp_path):
    played.gates["whole"].clear()
    bench.suggesting.want(True)
    qtbot.waitUntil(lambda: len(played.wholes) == 1)
    first = bench.suggesting._learner
    bench.session.set_project(Project.create(tmp_path / "empty.qarar", "Sara"))
    assert first is not None
    assert first.stopping
    assert bench.suggesting._suggester is None
    before = list(bench.found)
    played.gates["whole"].set()
    assert first.wait(LONGEST)
    qtbot.waitUntil(lambda: len(played.wholes) == 2 and bench.is_quiet)  # of the other one
    assert bench.found == before  # in which no document is shown


def test_closing_while_it_learns_tells_nobody(qtbot, bench, played):
    played.gates["whole"].clear()
    bench.suggesting.want(True)
    qtbot.waitUntil(lambda: len(played.wholes) == 1 and len(bench.found) == 1)
    learner = bench.suggesting._learner
    delete(bench.suggesting)
    played.gates["whole"].set()
    assert learner is not None
    assert learner.wait(LONGEST)
    bench.session.set_document(bench.ids[1])  # what is gone hears nothing any more
    qtbot.wait(50)
    assert (len(bench.found), bench.failed) == (1, [])
    bench.suggesting = SuggestionService(bench.session)  # for what comes after the test
