import threading

import pytest
from PySide6.QtCore import QObject

from gui.background.latest_job import LatestJob
from model.errors import Cancelled, UserError


@pytest.fixture
def owner(qtbot):
    return QObject()


def test_the_result_comes_when_nothing_runs_any_more(owner, qtbot):
    job, found = LatestJob(owner), []
    job.start(lambda _: 7, lambda result: found.append((result, job.is_running)), found.append)
    assert job.is_running
    qtbot.waitUntil(lambda: found == [(7, False)])


def test_only_the_latest_run_is_reported(owner, qtbot):
    job, found, ended, going_on = LatestJob(owner), [], [], threading.Event()

    def first(on_progress):
        try:
            going_on.wait(60)
            on_progress(1, 2)
        except Cancelled:
            ended.append("cancelled")
            raise

    progress = []
    job.progressed.connect(lambda *given: progress.append(given))
    job.start(first, found.append, found.append)
    job.start(lambda on_progress: on_progress(3, 3) or "second", found.append, found.append)
    going_on.set()
    qtbot.waitUntil(lambda: found == ["second"] and ended == ["cancelled"])
    assert progress == [(3, 3)]


def test_a_cancelled_run_is_not_reported(owner, qtbot):
    job, found, over = LatestJob(owner), [], threading.Event()

    def work(_):
        over.set()

    job.start(work, found.append, found.append)
    job.cancel()
    assert not job.is_running
    assert over.wait(60)
    qtbot.wait(50)
    assert found == []


def test_user_errors_are_told_and_bugs_are_raised_too(owner, qtbot):
    def refuse(_):
        raise UserError("No.")

    job, told = LatestJob(owner), []
    job.start(refuse, told.append, lambda error: told.append(str(error)))
    qtbot.waitUntil(lambda: told == ["No."])
    with qtbot.captureExceptions() as raised:
        job.start(lambda _: 1 // 0, told.append, lambda error: told.append(type(error)))
        qtbot.waitUntil(lambda: told[1:] == [ZeroDivisionError] and bool(raised))
    assert raised[0][0] is ZeroDivisionError


def test_nothing_is_told_to_an_owner_that_is_gone(qtbot):
    owner, found, going_on, over = QObject(), [], threading.Event(), threading.Event()

    def work(_):
        going_on.wait(60)
        over.set()

    job = LatestJob(owner)
    job.start(work, found.append, found.append)
    owner.deleteLater()
    del owner
    qtbot.wait(20)
    going_on.set()
    assert over.wait(60)
    qtbot.wait(50)
    assert found == []
