"""Several windows of one process on one file."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from gui import document_operations, operations, scheme_operations
from gui.app import Application
from gui.background import worker
from gui.background.project_jobs import ProjectJobs
from gui.background.worker import THREAD_NAME
from gui.settings import Settings
from model.annotation import documents
from model.project import Project
from tests.gui.conftest import RESOLUTION

CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Two:
    """Two windows on a project of two documents, both at the first one."""

    def __init__(self, application: Application, first: str, second: str) -> None:
        self.application = application
        self.first, self.second = first, second
        (self.here,) = application.windows
        self.there = application.windows.open_beside(self.here)

    @property
    def windows(self):
        return (self.here, self.there)

    def press(self, window, key, modifiers=NONE, text=""):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(window.view, QKeyEvent(kind, int(key), modifiers, 0, 0, 0, text))

    def mark(self, window, quote, letter="P"):
        start = window.session.text.index(quote)
        window.view.set_selection(start, start + len(quote))
        self.press(window, Qt.Key(ord(letter)), text=letter.lower())

    def shown(self, window):
        """The marks of the project; each window makes its own proposals."""
        spans = window.view.page.spans
        return sorted((span.label, span.start, span.end) for span in spans)

    def undo_text(self, window):
        return window.actions_["undo"].text().partition("\t")[0]

    def message(self, window):
        return window.messages.label.text() if window.messages.isVisibleTo(window) else ""


@pytest.fixture
def application(qapp, tmp_path):
    settings = Settings()
    settings.annotator = "Sara"
    settings.language = "en"
    settings.proposals_shown = False  # what a letter does must not hang on whether they have come yet
    made = Application(qapp, tmp_path)
    made.settings.annotator = "Sara"
    yield made
    made.close()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


@pytest.fixture
def two(application, tmp_path):
    path = tmp_path / "two.qarar"
    with Project.create(path, "Sara") as project, project.operation("import") as writing:
        first = documents.add(writing, "A_RES_59_187", RESOLUTION)
        second = documents.add(writing, "A_RES_60_1", "قرار آخر، وإذ تشير إلى غيره، 1 - تقرر شيئا.")
    application.open(path)
    return Two(application, first, second)


def test_a_new_window_shows_the_same_document_and_another_can_be_shown_beside_it(two):
    assert two.there.session.document == two.here.session.document == two.first
    assert two.there.session.project is not two.here.session.project
    two.there.session.set_document(two.second)
    assert two.here.session.document == two.first
    assert two.there.isVisible()


def test_what_is_marked_in_one_window_is_seen_in_the_other_as_soon_as_the_act_is_through(two, qapp, qtbot):
    for window in two.windows:
        window.docks["history"].show()
        window.docks["history"].raise_()
    for one, other in (two.windows, two.windows[::-1]):
        two.mark(one, "إذ تعيد تأكيد التزامها،" if one is two.here else "وإذ تشير إلى قراراتها السابقة،")
        qapp.processEvents()  # no second is waited for
        assert two.shown(one) == two.shown(other) != []
        assert two.undo_text(other) == "Undo mark clause"
    names = ["mark clause", "mark clause", "import"]
    for window in two.windows:
        assert window.documents.model.summary(two.first).span_count == 2
        qtbot.waitUntil(lambda steps=window.steps: [steps.model.index(row).data() for row in range(3)] == names)


def test_undo_in_one_window_takes_back_what_was_done_in_the_other(two, qapp):
    two.mark(two.here, "إذ تعيد تأكيد التزامها،")
    qapp.processEvents()
    two.there.actions_["undo"].trigger()
    assert two.message(two.there) == ""
    qapp.processEvents()
    for window in two.windows:
        assert two.shown(window) == []
        assert two.undo_text(window) == "Undo import"
        assert window.actions_["redo"].text().partition("\t")[0] == "Redo mark clause"
    two.here.actions_["redo"].trigger()
    qapp.processEvents()
    assert two.shown(two.there) == two.shown(two.here) != []
    assert not two.there.actions_["redo"].isEnabled()


def test_everything_else_follows_too(two, qapp, qtbot):
    """Progress, scheme, descriptors, the mark in the inspector, and the characters below the text."""
    here, there = two.windows
    there.docks["bidi"].show()
    two.mark(here, "إذ تعيد تأكيد التزامها،")
    qapp.processEvents()
    span = next(iter(here.view.page.spans))
    there.docks["inspector"].show()
    there.docks["inspector"].raise_()
    there.marking.choose(span.id)
    qapp.processEvents()
    here.session.attempt(operations.set_note, span.id, "صياغة")
    here.actions_["clauses_done"].trigger()
    here.session.attempt(operations.create_and_assign, here.session.document, "LAKES")
    here.session.attempt(scheme_operations.rename_label, "preambular", {"en": "Recital", "ar": "حيثية"})
    qapp.processEvents()
    assert there.session.span == span.id
    assert there.inspector.note.toPlainText() == "صياغة"
    assert there.actions_["clauses_done"].isChecked()
    model = there.documents.model
    qtbot.waitUntil(lambda: model.summary(two.first).progress["clause"] == "done")
    assert [there.descriptors.model.index(0).data()] == ["LAKES"]
    assert any(action.text().startswith("Recital") for action in there.actions_.menu("labels").actions())
    assert there.labels.model.index_of("preambular").data() == "Recital"


def test_a_document_that_is_taken_away_in_one_window_is_left_in_the_other(two, qapp):
    two.there.session.set_document(two.second)
    for _ in range(2):  # the first names the import
        two.here.actions_["undo"].trigger()
    qapp.processEvents()
    for window in two.windows:
        assert window.session.document is None
        assert window.middle.currentWidget() is window.welcome
        assert window.documents.model.rowCount() == 0


def test_windows_on_other_projects_are_left_alone(two, tmp_path, qapp, monkeypatch):
    Project.create(tmp_path / "other.qarar", "Sara").close()
    assert two.there.files.open(tmp_path / "other.qarar")
    qapp.processEvents()
    monkeypatch.setattr(two.there.session, "refresh", lambda: pytest.fail("nothing was written there"))
    two.mark(two.here, "إذ تعيد تأكيد التزامها،")
    qapp.processEvents()


def test_closing_one_window_leaves_the_other_at_work(two, qapp):
    here, there = two.windows
    two.mark(here, "إذ تعيد تأكيد التزامها،")
    here.close()
    qapp.processEvents()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
    assert not isValid(here)
    assert list(two.application.windows) == [there]
    assert two.application.window is there
    two.mark(there, "وإذ تشير إلى قراراتها السابقة،")
    qapp.processEvents()
    assert len(two.shown(there)) == 2
    two.application.windows.current.session.set_language("ar")
    assert there.session.language == "ar"


def test_nothing_is_left_of_a_window_that_was_closed(two, qapp, qtbot):
    for dock in two.there.docks.values():  # each panel is made when it is first seen
        dock.show()
        dock.raise_()
        qapp.processEvents()
    del dock
    held = [weakref.ref(two.there), weakref.ref(two.there.session), weakref.ref(two.there.documents)]
    two.there.close()
    two.there = None
    qtbot.waitUntil(lambda: not worker._running)  # what the panels had begun beside
    qapp.processEvents()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
    gc.collect()
    assert [found() for found in held] == [None, None, None]


def test_quit_closes_all_windows(two):
    two.there.actions_["quit"].trigger()
    assert not two.here.isVisible()
    assert not two.there.isVisible()
    assert two.here.session.project is None


def test_the_language_changed_in_one_window_is_that_of_all(two, qapp):
    arabic = next(action for action in two.there.actions_.languages.actions() if action.data() == "ar")
    arabic.trigger()
    qapp.processEvents()
    for window in two.windows:
        assert window.session.language == "ar"
        assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
        assert window.dockWidgetArea(window.docks["documents"]) == Qt.DockWidgetArea.RightDockWidgetArea
        chosen = [action.data() for action in window.actions_.languages.actions() if action.isChecked()]
        assert chosen == ["ar"]


def test_display_size_and_keys_changed_in_one_window_are_those_of_all(two):
    here, there = two.windows
    here.actions_["show_hidden"].trigger()
    here.actions_["zoom_in"].trigger()
    assert there.view.display.show_hidden
    assert there.actions_["show_hidden"].isChecked()
    size = here.view.page.typography.font.pixelSize()
    assert there.view.page.typography.font.pixelSize() == size
    here.keymap.give("split", "F6")
    assert "F6" in there.keymap.keys("split")
    assert there.actions_["split"].shortcuts() == here.actions_["split"].shortcuts()
    there.keymap.reset_all()
    assert here.keymap.is_usual("split")


def test_whoever_sits_down_in_one_window_signs_in_all(two, monkeypatch, qapp):
    monkeypatch.setattr(two.here.files, "ask_annotator", lambda: "Omar")
    two.here.actions_["annotator"].trigger()
    qapp.processEvents()
    for window in two.windows:
        assert window.session.annotator.name == "Omar"
        assert window.status.annotator.text() == "Omar"
    two.mark(two.there, "إذ تعيد تأكيد التزامها،")
    (span,) = two.there.view.page.spans
    assert span.annotator == two.there.session.annotator.id


def test_work_beside_one_window_leaves_the_other_readable_and_refuses_at_once(two, qapp):
    """Until it ends nothing can be written there, and nobody waits to learn that."""
    here, there = two.windows
    waited = []

    def look():
        there.session.set_document(two.second)
        assert there.view.page.text == there.session.text != ""
        there.session.set_document(two.first)
        two.mark(there, "إذ تعيد تأكيد التزامها،")
        waited.append(two.message(there))
        assert not two.application.windows.close_all()
        going_on.set()

    going_on = threading.Event()

    def work(own, _):
        with own.operation("write note") as writing:
            documents.set_note(writing, two.first, "x")
            QTimer.singleShot(0, here, look)
            assert going_on.wait(60)
            return 1

    assert ProjectJobs(here.session, here).write("Undo", work, cancellable=False) == 1
    assert "at work" in waited[0]
    assert two.shown(there) == []
    qapp.processEvents()
    assert there.session.project.document(two.first).note == "x"
    two.mark(there, "إذ تعيد تأكيد التزامها،")
    assert len(two.shown(there)) == 1


def test_shortcuts_under_an_arabic_layout_act_in_their_own_window(two, qapp):
    here, there = two.windows
    two.mark(here, "إذ تعيد تأكيد التزامها،")
    qapp.processEvents()
    acted = []
    for window in two.windows:
        window.actions_["filter"].triggered.connect(lambda _=False, window=window: acted.append(window))
    for window in (there, here):
        event = QKeyEvent(QEvent.Type.KeyPress, ord("ل"), CONTROL)
        QCoreApplication.sendEvent(window.view, event)
        assert acted == [window]
        acted.clear()


def test_a_dialog_of_one_window_does_not_stop_the_keys_of_another(two, qapp):
    here, there = two.windows
    two.mark(here, "إذ تعيد تأكيد التزامها،")
    here.actions_["undo"].trigger()
    qapp.processEvents()
    dialog = QDialog(here)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.open()
    for window, redone in ((here, False), (there, True)):
        # What Ctrl, Shift and the key of Z give under the Arabic layout.
        held = CONTROL | Qt.KeyboardModifier.ShiftModifier
        event = QKeyEvent(QEvent.Type.KeyPress, int(Qt.Key.Key_AsciiTilde), held, 52, 0, 0, "~")
        QCoreApplication.sendEvent(window.view, event)
        assert (two.shown(window) != []) == redone
    dialog.reject()


def test_the_second_window_stands_beside_the_first_and_leaves_it_its_place(two):
    here, there = two.windows
    assert there.geometry() != here.geometry()
    here.resize(640, 500)
    there.resize(700, 600)
    there.close()
    identifier = here.session.project.id
    assert not two.application.settings.knows(identifier)
    here.close()
    (geometry,) = [two.application.settings.geometry_of(identifier)]
    here.restoreGeometry(geometry)
    assert here.width() == 640


def test_the_window_that_is_left_keeps_its_place(two):
    here, there = two.windows
    here.close()
    there.resize(700, 600)
    there.close()
    there.resize(100, 100)
    there.restoreGeometry(two.application.settings.geometry)
    assert there.width() == 700


def test_a_new_window_on_no_project_shows_the_start_screen(application):
    there = application.windows.open_beside(application.window)
    assert there.middle.currentWidget() is there.welcome
    assert len(application.windows) == 2


def test_the_document_of_a_further_window_is_not_where_the_project_is_left(two, qtbot):
    two.here.last_document.flush()
    two.there.session.set_document(two.second)
    identifier = two.here.session.project.id
    two.application.windows.close_all()
    assert two.application.settings.last_document(identifier) == two.first


def test_many_documents_that_one_window_changes_do_not_hold_the_other_up(two, monkeypatch):
    here, there = two.windows
    monkeypatch.setattr("gui.panels.documents.actions.BESIDE", 1)
    heard, going_on = [], threading.Event()
    tell = documents.set_progress

    def slow(*given):
        assert going_on.wait(60)
        return tell(*given)

    def act():
        there.session.attempt(document_operations.set_note, two.first, "x")
        heard.append(two.message(there))
        going_on.set()

    monkeypatch.setattr(documents, "set_progress", slow)
    QTimer.singleShot(0, there, act)
    assert here.documents.acts.set_progress([two.first, two.second], "clause", "done")
    assert "at work" in heard[0]


def test_a_window_is_closed_while_its_plots_are_read(two, qtbot, monkeypatch):
    here, there = two.windows
    read, begun, going_on = Project.progress_report, threading.Event(), threading.Event()

    def slow(project):
        begun.set()
        assert going_on.wait(60)
        return read(project)

    monkeypatch.setattr(Project, "progress_report", slow)
    for command in ("cheat_sheet", "scheme", "progress_plots"):
        there.act(command)()
    companions = there.companions
    dialogs = [companions._sheet, companions._scheme, companions._plots]
    assert begun.wait(60)
    there.close()
    assert not any(isValid(dialog) and dialog.isVisible() for dialog in dialogs)
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
    assert not any(map(isValid, [there, *dialogs]))
    going_on.set()
    qtbot.waitUntil(lambda: not any(thread.name == THREAD_NAME for thread in threading.enumerate()))
    assert list(two.application.windows) == [here]


@pytest.mark.parametrize("asking", [True, False])
def test_nobody_signs_in_a_file_that_took_the_place_of_the_open_one(two, tmp_path, monkeypatch, qapp, asking):
    here = two.here
    path = here.session.project.path
    with Project.create(tmp_path / "other.qarar", "Omar"):
        pass
    (tmp_path / "other.qarar").replace(path)
    before = path.read_bytes()
    if asking:
        monkeypatch.setattr(here.files, "ask_annotator", lambda: "Amal")
        here.actions_["annotator"].trigger()
    else:
        two.application.settings.annotator = "Amal"
    qapp.processEvents()
    for window in two.windows:
        assert window.session.annotator.name == "Sara"
        assert "moved, deleted or replaced" in two.message(window)
    assert path.read_bytes() == before
