import threading
from collections.abc import Iterator

import pytest
from shiboken6 import delete

from gui.panels.problems import updates as updates_module
from gui.panels.problems.updates import ProblemUpdates
from model.annotation import documents, spans
from model.checking.checks import clause_problems
from model.vocabulary import assignments
from tests.gui.panels.marked_text import RIGHT, WRONG, add, show


def _kinds(updates: ProblemUpdates) -> list[str]:
    return [each.kind for each in updates.problems]


@pytest.fixture
def updates(qtbot, desk) -> ProblemUpdates:
    made = ProblemUpdates(desk.session, desk.session)
    made.catch_up()
    return made


def test_it_says_why_it_knows_nothing(qtbot, desk, updates):
    assert (updates.state, updates.problems) == ("unmarked", [])
    show(desk.session, desk.project, RIGHT)
    assert updates.state == "looking"
    updates.catch_up()
    assert (updates.state, updates.problems) == ("known", [])
    desk.session.set_document(None)
    assert updates.state == "closed"


def test_it_follows_in_the_next_turn_of_the_event_loop(qtbot, desk, updates):
    document = show(desk.session, desk.project)
    with qtbot.waitSignal(updates.changed):
        pass
    assert _kinds(updates) == ["uncovered", "ending", "numbering"]
    ending = updates.problems[1]
    with desk.project.operation("move limits") as writing:
        spans.set_limits(writing, ending.span, ending.fix.start, ending.fix.end)
    with qtbot.waitSignal(updates.changed):
        pass
    assert _kinds(updates) == ["uncovered", "numbering"]
    desk.project.undo()
    updates.catch_up()
    assert _kinds(updates) == ["uncovered", "ending", "numbering"]
    assert document == desk.session.document


def test_it_says_nothing_where_nothing_is_new(qtbot, desk, updates):
    document = show(desk.session, desk.project)
    updates.catch_up()
    with desk.project.operation("write note") as writing:
        documents.set_note(writing, document, "x")
        span = next(each for each in desk.session.spans if each.label == "enacting")
        spans.set_note(writing, span.id, "x")
    with qtbot.assertNotEmitted(updates.changed):
        assert updates.is_busy
        updates.catch_up()


def test_other_documents_do_not_concern_it(qtbot, desk, updates):
    with desk.project.operation("mark clause") as writing:
        spans.mark(writing, desk.other, "title", 0, 4)
    assert not updates.is_busy


def test_progress_and_descriptors_do(qtbot, desk, updates):
    document = show(desk.session, desk.project, (*RIGHT[:-1], "كلمات"))
    updates.catch_up()
    assert updates.problems == []
    with desk.project.operation("change progress") as writing:
        documents.set_progress(writing, document, "clause", "done")
    updates.catch_up()
    assert _kinds(updates) == ["uncovered"]
    with desk.project.operation("add descriptor") as writing:
        writing.insert("vocabulary", {"id": "t", "uri": "http://t", "names": "{}", "version": "", "own": 0})
        assignments.assign(writing, document, desk.concepts["TRADE"])
    updates.catch_up()
    assert sorted(_kinds(updates)) == ["uncovered", "vocabulary"]


def test_what_nobody_sees_is_found_out_when_it_is_seen_or_asked_for(qtbot, desk, monkeypatch):
    seen, looked = [], []
    monkeypatch.setattr(
        updates_module, "clause_problems", lambda *some, **named: looked.append(1) or clause_problems(*some, **named)
    )
    updates = ProblemUpdates(desk.session, desk.session, lambda: bool(seen))
    show(desk.session, desk.project)
    qtbot.wait(10)
    assert (looked, updates.state, updates.is_busy) == ([], "looking", True)
    updates.catch_up()
    assert _kinds(updates) == ["uncovered", "ending", "numbering"] and not updates.is_busy
    desk.project.undo()  # the document is gone again
    desk.project.redo()
    desk.session.set_document(None)
    desk.session.set_document(desk.project.document_ids()[-1])
    qtbot.wait(10)
    assert len(looked) == 1
    seen.append(True)
    updates.be_seen()
    qtbot.waitUntil(lambda: updates.state != "looking")
    assert not updates.is_busy
    updates.be_seen()
    assert not updates.is_busy


def test_a_watch_that_is_gone_hears_nothing_of_what_it_began(qtbot, desk, gate):
    show(desk.session, desk.project)
    updates = ProblemUpdates(desk.session)
    updates.catch_up()
    (worker,) = (updates._worker,)
    delete(updates)
    gate.set()
    with qtbot.captureExceptions() as raised:
        assert worker is not None
        qtbot.waitUntil(lambda: not worker.is_running)
        qtbot.wait(10)
    assert raised == []


@pytest.fixture
def gate(monkeypatch) -> Iterator[threading.Event]:
    """All documents are large, and nothing is found in one before the gate is opened."""
    opened = threading.Event()

    def find(*arguments, **named):
        assert opened.wait(20)
        return clause_problems(*arguments, **named)

    monkeypatch.setattr(updates_module, "MANY", 5)
    monkeypatch.setattr(updates_module, "PAUSE", 1)
    monkeypatch.setattr(updates_module, "clause_problems", find)
    yield opened
    opened.set()


def test_many_marks_are_looked_at_beside_the_window_and_again_where_they_change_meanwhile(qtbot, desk, updates, gate):
    show(desk.session, desk.project)
    updates.catch_up()
    assert updates.state == "looking" and updates.is_busy
    span = next(each for each in desk.session.spans if each.number == "2" and each.label == "operative")
    with desk.project.operation("move limits") as writing:
        spans.set_limits(writing, span.id, span.start, span.end + len(" كله؛"))
    qtbot.wait(20)  # longer than the pause
    gate.set()
    qtbot.waitUntil(lambda: not updates.is_busy)
    assert _kinds(updates) == ["uncovered", "numbering"]


def test_what_is_found_of_a_document_that_was_left_is_forgotten(qtbot, desk, updates, gate, monkeypatch):
    right = add(desk.project, "right", RIGHT)
    show(desk.session, desk.project, WRONG)
    updates.catch_up()
    monkeypatch.setattr(updates_module, "MANY", 1_000)
    monkeypatch.setattr(updates_module, "clause_problems", clause_problems)
    desk.session.set_document(right)
    updates.catch_up()
    assert (updates.state, updates.problems) == ("known", [])
    gate.set()
    qtbot.wait(50)
    assert updates.problems == []
