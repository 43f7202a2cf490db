"""Two windows on one project, worked in by turns with the keyboard: both show what the file holds, after every act."""

import random

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from gui.app import Application
from gui.settings import Settings
from model.annotation import documents
from model.project import Project
from model.proposals.proposals import is_proposal
from tests.gui.conftest import RESOLUTION

CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
ACTS = (
    *((Qt.Key.Key_Space, NONE, " "),) * 4,
    *((Qt.Key(ord(letter)), NONE, letter.lower()) for letter in "PAEOUTLS" * 2),
    *((Qt.Key.Key_Z, CONTROL, ""),) * 5,
    *((Qt.Key.Key_Y, CONTROL, ""),) * 3,
    (Qt.Key.Key_Delete, NONE, ""),
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, ""),
    (Qt.Key.Key_Slash, CONTROL, ""),
    (Qt.Key.Key_F8, NONE, ""),
    (Qt.Key.Key_F7, NONE, ""),
    (Qt.Key.Key_F9, NONE, ""),
)


@pytest.fixture
def application(qapp, tmp_path):
    settings = Settings()
    settings.annotator, settings.language = "Sara", "en"
    made = Application(qapp, tmp_path)
    with Project.create(tmp_path / "two.qarar", "Sara") as project, project.operation("import") as writing:
        for number in range(3):
            documents.add(writing, f"A_RES_59_{number}", f"{RESOLUTION} 3 - تقرر {number}.")
    made.open(tmp_path / "two.qarar")
    made.windows.open_beside(made.window)
    yield made
    made.close()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


def press(window, key, held, text):
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(window.view, QKeyEvent(kind, int(key), held, 0, 0, 0, text))


def listed(model, document):
    summary = model.summary(document)
    return None if summary is None else (summary.progress, summary.span_count)


def check(window, project, qtbot):
    """What the window shows is what another reader finds in the file."""
    for command, record in (("undo", project.undoable()), ("redo", project.redoable())):
        action = window.actions_[command]
        assert action.isEnabled() == (record is not None)
        if record is not None:
            assert record.name in action.text()
    model = window.documents.model
    assert model.total == len(project.document_ids())
    for summary in project.documents():  # after larger changes the list is read little by little
        wanted = (summary.progress, summary.span_count)
        qtbot.waitUntil(lambda summary=summary, wanted=wanted: listed(model, summary.id) == wanted)
    document = window.session.document
    assert (document is None) == (model.total == 0)
    if document is not None:
        shown = (span for span in window.view.page.spans if not is_proposal(span.id))
        assert sorted(shown, key=lambda span: span.id) == sorted(project.spans(document), key=lambda span: span.id)
        done = project.document(document).state("clause") == "done"
        assert window.actions_["clauses_done"].isChecked() == done


@pytest.mark.parametrize("seed", range(3))
def test_both_windows_show_the_file_whoever_writes(application, qapp, qtbot, tmp_path, seed):
    chance = random.Random(seed)
    operations = set()
    for _ in range(120):
        window = chance.choice(list(application.windows))
        window.activateWindow()  # shortcuts are those of the window that the keys go to
        press(window, *chance.choice(ACTS))
        assert "Somebody else" not in window.messages.label.text()
        qapp.processEvents()
        with Project.open(tmp_path / "two.qarar", None) as project:
            operations.add(project.read_up_to)
            for each in application.windows:
                check(each, project, qtbot)
    assert len(operations) > 40  # most keys did something
