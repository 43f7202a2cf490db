import threading

import pytest

from gui.background.project_jobs import LARGE, ProjectJobs, is_large
from gui.session.session import Session
from model.annotation import documents, spans
from model.errors import Cancelled, UserError
from model.project import Project


@pytest.fixture
def session(qtbot, tmp_path):
    made = Session()
    made.set_project(Project.create(tmp_path / "one.qarar", "Sara"))
    yield made
    made.set_project(None)


def test_it_is_done_in_another_thread_and_the_window_has_heard_of_it(session):
    threads, told = [], []
    session.changes.connect(told.append)

    def act(own, _):
        threads.append(threading.current_thread())
        with own.operation("import") as writing:
            return documents.add(writing, "one", "نص")

    made = ProjectJobs(session, None).write("Import", act, cancellable=False)
    assert session.project.document_ids() == [made]
    assert threads[0] is not threading.main_thread()
    assert len(told) == 1


def test_a_user_error_is_shown_and_a_bug_is_raised(session):
    def refuse(*_):
        raise UserError("No.")

    said, shown = [], []
    session.message.connect(said.append)
    assert ProjectJobs(session, None).write("Import", refuse) is None
    assert said[-1] == "No."
    ProjectJobs(session, None, lambda title, error: shown.append((title, str(error)))).run("Import", refuse)
    assert shown == [("Import", "No.")]
    with pytest.raises(ZeroDivisionError):
        ProjectJobs(session, None).run("Import", lambda _: 1 // 0)


def test_a_cancelled_job_returns_none_and_says_so(session):
    def cancel(*_):
        raise Cancelled

    said = []
    session.message.connect(said.append)
    assert ProjectJobs(session, None).read("Export", cancel) is None
    assert said[-1] == "Stopped. Nothing was changed."
    assert ProjectJobs(session, None).read("Export", cancel, on_cancel=lambda: said.append("own")) is None
    assert said[-2:] == ["", "own"]


def test_nothing_is_written_while_another_window_writes(session):
    said = []
    session.message.connect(said.append)
    session.hindrance = lambda: "Another window is at work."
    jobs = ProjectJobs(session, None)
    assert jobs.write("Import", lambda own, _: 1) is None
    assert said == ["Another window is at work."]
    assert jobs.read("Export", lambda own, _: own.annotator or 2) == 2


def test_a_project_open_for_reading_is_not_writable(session):
    jobs = ProjectJobs(session, None)
    assert jobs.writable() is session.project
    session.project.annotator = None
    said = []
    session.message.connect(said.append)
    assert jobs.writable() is None
    assert "open for reading only" in said[0]


def test_imports_and_operations_of_many_rows_are_large(session):
    project = session.project
    with project.operation("import") as writing:
        document = documents.add(writing, "one", "نص " * LARGE)
    assert is_large(project, project.undoable())
    with project.operation("mark") as writing:
        spans.mark(writing, document, "symbol", 0, 2)
    assert not is_large(project, project.undoable())
    with project.operation("mark") as writing:
        for place in range(LARGE):
            spans.mark(writing, document, "date", place * 3, place * 3 + 2)
    assert is_large(project, project.undoable())
