import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from gui.background.progress import SHOWN_AFTER, ProgressDialog, run_with_progress
from model.errors import Cancelled, UserError


def test_the_result_is_given_when_the_work_is_done(qtbot):
    dialog = ProgressDialog("Import", lambda on_progress: on_progress(1, 2) or 7)
    qtbot.addWidget(dialog)
    assert dialog.run() == 7
    assert not dialog.cancelled
    assert not dialog.worker.is_running


def test_short_work_shows_no_dialog(qtbot, monkeypatch):
    dialog = ProgressDialog("Import", lambda on_progress: 7)
    qtbot.addWidget(dialog)
    monkeypatch.setattr(dialog, "exec", lambda: pytest.fail("it was shown"))
    assert dialog.run() == 7


def test_what_was_refused_is_raised_in_the_window(qtbot):
    def work(on_progress):
        raise UserError("no")

    dialog = ProgressDialog("Import", work)
    qtbot.addWidget(dialog)
    with pytest.raises(UserError, match="no"):
        dialog.run()


def test_escape_stops_the_work_and_closes_only_when_it_has_stopped(qtbot):
    def work(on_progress):
        for done in range(100_000):
            on_progress(done, 100_000)
            time.sleep(0.001)

    dialog = ProgressDialog("Import", work)
    qtbot.addWidget(dialog)
    QTimer.singleShot(SHOWN_AFTER + 200, dialog.close)
    assert dialog.run() is None
    assert dialog.cancelled
    assert dialog.bar.maximum() == 100_000


def test_what_is_done_and_how_far_it_is_stand_above_the_bar(qtbot):
    dialog = ProgressDialog("Recover", lambda on_progress: None)
    qtbot.addWidget(dialog)
    words = dialog.findChild(QLabel)
    assert words.text() == "Recover"
    dialog.worker.progressed.emit(1500, 4000)
    assert words.text().strip("\u200e") == "Recover · \u206637%\u2069"
    assert dialog.bar.value() == 1500


def test_work_that_is_one_step_is_waited_for(qtbot):
    ended = []

    def work(on_progress):
        time.sleep((SHOWN_AFTER + 300) / 1000)
        return ended.append(1) or 7

    dialog = ProgressDialog("Undo import", work, cancellable=False)
    qtbot.addWidget(dialog)
    QTimer.singleShot(SHOWN_AFTER + 100, dialog.close)
    QTimer.singleShot(SHOWN_AFTER + 150, dialog.reject)
    assert dialog.run() == 7
    assert (ended, dialog.cancelled, dialog.worker.stopping) == ([1], False, False)
    assert dialog.buttons.isHidden()


def test_a_cancelled_run_raises(qtbot):
    def cancel(on_progress):
        raise Cancelled

    assert run_with_progress("Import", lambda _: 7, None) == 7
    with pytest.raises(Cancelled):
        run_with_progress("Import", cancel, None)
