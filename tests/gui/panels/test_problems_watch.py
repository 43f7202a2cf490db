import threading
from collections.abc import Iterator

import pytest
from shiboken6 import delete

from gui.panels import problems_watch
from gui.panels.problems_watch import ProblemWatch
from model.annotation import documents, spans
from model.checking.problems import problems
from model.vocabulary import assignments
from tests.gui.panels.marked_text import RIGHT, WRONG, add, show


def _kinds(watch: ProblemWatch) -> list[str]:
    return [each.kind for each in watch.problems]


@pytest.fixture
def watch(qtbot, desk) -> ProblemWatch:
    made = ProblemWatch(desk.session, desk.session)
    made.catch_up()
    return made


def test_it_says_why_it_knows_nothing(qtbot, desk, watch):
    assert (watch.state, watch.problems) == ("unmarked", [])
    show(desk.session, desk.project, RIGHT)
    assert watch.state == "looking"
    watch.catch_up()
    assert (watch.state, watch.problems) == ("known", [])
    desk.session.set_document(None)
    assert watch.state == "closed"


def test_it_follows_in_the_next_turn_of_the_event_loop(qtbot, desk, watch):
    document = show(desk.session, desk.project)
    with qtbot.waitSignal(watch.changed):
        pass
    assert _kinds(watch) == ["uncovered", "ending", "numbering"]
    ending = watch.problems[1]
    with desk.project.operation("move limits") as writing:
        spans.set_limits(writing, ending.span, ending.mend.start, ending.mend.end)
    with qtbot.waitSignal(watch.changed):
        pass
    assert _kinds(watch) == ["uncovered", "numbering"]
    desk.project.undo()
    watch.catch_up()
    assert _kinds(watch) == ["uncovered", "ending", "numbering"]
    assert document == desk.session.document


def test_it_says_nothing_where_nothing_is_new(qtbot, desk, watch):
    document = show(desk.session, desk.project)
    watch.catch_up()
    with desk.project.operation("write note") as writing:
        documents.set_note(writing, document, "x")
        span = next(each for each in desk.session.spans if each.label == "enacting")
        spans.set_note(writing, span.id, "x")
    with qtbot.assertNotEmitted(watch.changed):
        assert watch.is_busy
        watch.catch_up()


def test_other_documents_do_not_concern_it(qtbot, desk, watch):
    with desk.project.operation("mark clause") as writing:
        spans.mark(writing, desk.other, "title", 0, 4)
    assert not watch.is_busy


def test_progress_and_descriptors_do(qtbot, desk, watch):
    document = show(desk.session, desk.project, (*RIGHT[:-1], "كلمات"))
    watch.catch_up()
    assert watch.problems == []
    with desk.project.operation("change progress") as writing:
        documents.set_progress(writing, document, "clause", "done")
    watch.catch_up()
    assert _kinds(watch) == ["uncovered"]
    with desk.project.operation("add descriptor") as writing:
        writing.insert("vocabulary", {"id": "t", "uri": "http://t", "names": "{}", "version": "", "own": 0})
        assignments.assign(writing, document, desk.concepts["TRADE"])
    watch.catch_up()
    assert sorted(_kinds(watch)) == ["uncovered", "vocabulary"]


def test_what_nobody_sees_is_found_out_when_it_is_seen_or_asked_for(qtbot, desk, monkeypatch):
    seen, looked = [], []
    monkeypatch.setattr(problems_watch, "problems", lambda *some, **named: looked.append(1) or problems(*some, **named))
    watch = ProblemWatch(desk.session, desk.session, lambda: bool(seen))
    show(desk.session, desk.project)
    qtbot.wait(10)
    assert (looked, watch.state, watch.is_busy) == ([], "looking", True)
    watch.catch_up()
    assert _kinds(watch) == ["uncovered", "ending", "numbering"] and not watch.is_busy
    desk.project.undo()  # the document is gone again
    desk.project.redo()
    desk.session.set_document(None)
    desk.session.set_document(desk.project.document_ids()[-1])
    qtbot.wait(10)
    assert len(looked) == 1
    seen.append(True)
    watch.be_seen()
    qtbot.waitUntil(lambda: watch.state != "looking")
    assert not watch.is_busy
    watch.be_seen()
    assert not watch.is_busy


def test_a_watch_that_is_gone_hears_nothing_of_what_it_began(qtbot, desk, gate):
    show(desk.session, desk.project)
    watch = ProblemWatch(desk.session)
    watch.catch_up()
    (worker,) = (watch._worker,)
    delete(watch)
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
        return problems(*arguments, **named)

    monkeypatch.setattr(problems_watch, "MANY", 5)
    monkeypatch.setattr(problems_watch, "PAUSE", 1)
    monkeypatch.setattr(problems_watch, "problems", find)
    yield opened
    opened.set()


def test_many_marks_are_looked_at_beside_the_window_and_again_where_they_change_meanwhile(qtbot, desk, watch, gate):
    show(desk.session, desk.project)
    watch.catch_up()
    assert watch.state == "looking" and watch.is_busy
    span = next(each for each in desk.session.spans if each.number == "2" and each.label == "operative")
    with desk.project.operation("move limits") as writing:
        spans.set_limits(writing, span.id, span.start, span.end + len(" كله؛"))
    qtbot.wait(20)  # longer than the pause
    gate.set()
    qtbot.waitUntil(lambda: not watch.is_busy)
    assert _kinds(watch) == ["uncovered", "numbering"]


def test_what_is_found_of_a_document_that_was_left_is_forgotten(qtbot, desk, watch, gate, monkeypatch):
    right = add(desk.project, "right", RIGHT)
    show(desk.session, desk.project, WRONG)
    watch.catch_up()
    monkeypatch.setattr(problems_watch, "MANY", 1_000)
    monkeypatch.setattr(problems_watch, "problems", problems)
    desk.session.set_document(right)
    watch.catch_up()
    assert (watch.state, watch.problems) == ("known", [])
    gate.set()
    qtbot.wait(50)
    assert watch.problems == []
