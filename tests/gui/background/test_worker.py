import subprocess
import sys
import threading

import pytest

from gui.background.worker import Worker, end_all
from model.errors import UserError
from tests.conftest import ROOT


def test_the_result_comes_back_from_another_thread(qtbot):
    worker = Worker(lambda on_progress: threading.current_thread() is threading.main_thread())
    results = []
    worker.succeeded.connect(results.append)
    with qtbot.waitSignal(worker.finished):
        worker.start()
    qtbot.waitUntil(lambda: results == [False])


def test_progress_is_told_and_the_last_of_it_always(qtbot):
    told = []

    def work(on_progress):
        for done in range(1001):
            on_progress(done, 1000)

    worker = Worker(work)
    worker.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(worker.finished):
        worker.start()
    assert told[-1] == (1000, 1000)
    assert len(told) < 500


def test_work_that_is_stopped_ends_at_the_next_step(qtbot):
    begun = threading.Event()

    def work(on_progress):
        while True:
            on_progress(0, 0)
            begun.set()

    worker = Worker(work)
    worker.start()
    begun.wait(5)
    with qtbot.waitSignal(worker.cancelled):
        worker.cancel()
    worker.wait()


def test_what_goes_wrong_is_handed_over(qtbot):
    refusal = UserError("no")

    def work(on_progress):
        raise refusal

    worker = Worker(work)
    errors = []
    worker.failed.connect(errors.append)
    with qtbot.waitSignal(worker.finished):
        worker.start()
    qtbot.waitUntil(lambda: errors == [refusal])


def test_all_hear_the_end_of_it_before_it_is_no_longer(qtbot):
    heard = []
    for number in range(200):
        worker = Worker(lambda _: None)
        for _ in range(3):
            worker.finished.connect(lambda number=number: heard.append(number))
        worker.start()
        del worker
    qtbot.waitUntil(lambda: len(heard) == 600)


def test_it_can_be_waited_for_and_is_running_until_then(qtbot):
    going_on = threading.Event()
    worker = Worker(lambda _: going_on.wait(60))
    assert worker.wait()  # it has not begun
    worker.start()
    assert not worker.wait(0.01)
    assert worker.is_running
    going_on.set()
    assert worker.wait()
    assert not worker.is_running


def test_all_work_is_stopped_and_waited_for_at_the_end_but_not_for_ever(qtbot):
    going_on, begun = threading.Event(), threading.Event()

    def heed(on_progress):
        begun.set()
        while True:
            on_progress(0, 0)

    heeding, deaf = Worker(heed), Worker(lambda _: going_on.wait(60))
    heeding.start()
    deaf.start()
    assert begun.wait(60)
    end_all(0.2)
    assert not heeding.is_running
    assert deaf.is_running
    with qtbot.waitSignal(deaf.finished):
        going_on.set()


WORK = {
    "waits": "time.sleep(60)",
    "computes": "sum(1 for _ in count())",
    "tells": "all(w.tell(w.progressed, 1, 2) is None for _ in count())",
}


@pytest.mark.parametrize("work", WORK.values(), ids=WORK)
def test_a_process_ends_in_peace_though_work_goes_on(work):
    program = f"""
import sys, time
from itertools import count
from PySide6.QtCore import QCoreApplication
from gui.background import worker
application = QCoreApplication([])
worker.LAST_SECONDS = 0.2
w = worker.Worker(lambda _: {work})
w.start()
sys.exit(3)
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (3, "", "")
