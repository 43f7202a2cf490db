import threading

import pytest

from gui.background.project_jobs import LARGE, do_beside, is_large
from gui.session.session import Session
from model.annotation import documents, spans
from model.errors import UserError
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

    made = do_beside(session, None, act, "Import", stoppable=False)
    assert session.project.document_ids() == [made]
    assert threads[0] is not threading.main_thread()
    assert len(told) == 1


def test_what_it_raises_is_raised_here(session):
    def act(own, _):
        raise UserError("No.")

    with pytest.raises(UserError, match=r"No\."):
        do_beside(session, None, act, "Import", stoppable=False)


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
