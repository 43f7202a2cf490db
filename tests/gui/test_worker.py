import threading

from gui.worker import Worker
from model.refusal import Refusal


def test_the_result_comes_back_from_another_thread(qtbot):
    worker = Worker(lambda watcher: threading.current_thread() is threading.main_thread())
    results = []
    worker.succeeded.connect(results.append)
    with qtbot.waitSignal(worker.finished):
        worker.start()
    qtbot.waitUntil(lambda: results == [False])


def test_progress_is_told_and_the_last_of_it_always(qtbot):
    told = []

    def work(watcher):
        for done in range(1001):
            watcher(done, 1000)

    worker = Worker(work)
    worker.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(worker.finished):
        worker.start()
    assert told[-1] == (1000, 1000)
    assert len(told) < 500


def test_work_that_is_stopped_ends_at_the_next_step(qtbot):
    begun = threading.Event()

    def work(watcher):
        while True:
            watcher(0, 0)
            begun.set()

    worker = Worker(work)
    worker.start()
    begun.wait(5)
    with qtbot.waitSignal(worker.cancelled):
        worker.cancel()
    worker.wait()


def test_what_goes_wrong_is_handed_over(qtbot):
    refusal = Refusal("no")

    def work(watcher):
        raise refusal

    worker = Worker(work)
    errors = []
    worker.failed.connect(errors.append)
    with qtbot.waitSignal(worker.finished):
        worker.start()
    qtbot.waitUntil(lambda: errors == [refusal])
