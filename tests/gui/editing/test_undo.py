import threading

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from gui import operations
from gui.background import project_jobs
from model.annotation import documents, spans
from model.errors import Cancelled, UserError
from model.project import Project
from model.vocabulary import assignments, concepts

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def threads(monkeypatch):
    """Whether each undo and redo was done in the window's own thread."""
    found: list[bool] = []
    for name in ("undo", "redo"):
        act = getattr(operations, name)

        def watched(project, expected=None, act=act):
            found.append(threading.current_thread() is threading.main_thread())
            return act(project, expected)

        monkeypatch.setattr(operations, name, watched)
    return found


def mark_many(desk, count: int) -> None:
    letters = desk.letters(desk.first)
    ranges = [(start, end + 1) for start in letters for end in letters if start <= end]
    with desk.project.operation("mark reference") as writing:
        for start, end in ranges[:count]:
            spans.mark(writing, desk.first, "symbol", start, end)


def note(desk, text: str, document: str | None = None):
    """Write a note on a document; gives the step."""
    with desk.project.operation("write note") as writing:
        documents.set_note(writing, document or desk.first, text)
    return desk.project.steps(1)[0]


def test_a_large_operation_is_undone_and_redone_beside_the_window(desk, threads):
    mark_many(desk, project_jobs.LARGE)
    assert len(desk.shown()) == project_jobs.LARGE
    desk.window.view.set_selection(5, 9)
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert (desk.shown(), desk.spans()) == ([], [])
    assert desk.window.view.selection() == (0, 0)
    desk.press(Qt.Key.Key_Y, CONTROL)
    assert len(desk.shown()) == project_jobs.LARGE
    assert desk.shown() == desk.spans()
    assert threads == [False, False]


def test_a_small_one_is_undone_at_once(desk, threads):
    mark_many(desk, 3)
    desk.press(Qt.Key.Key_Z, CONTROL)
    desk.press(Qt.Key.Key_Y, CONTROL)
    assert threads == [True, True]
    assert len(desk.shown()) == 3


def test_an_import_is_undone_beside_the_window_whatever_it_brought(desk, threads):
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert (desk.session.document, threads) == (desk.first, [])  # it was only named
    assert "import" in desk.message()
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert desk.session.document is None
    assert threads == [False]


def test_an_import_is_named_again_when_something_was_done_meanwhile(desk, threads):
    desk.press(Qt.Key.Key_Z, CONTROL)
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert desk.shown() == []
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert desk.session.document == desk.first
    assert "import" in desk.message()
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert desk.session.document is None
    desk.press(Qt.Key.Key_Y, CONTROL)
    assert desk.project.document_ids()


def test_a_key_held_down_takes_marks_back_and_no_import(desk, threads):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Z, CONTROL, "", True)
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert desk.shown() == []
    for _ in range(5):
        QApplication.sendEvent(desk.window.view, held)
    assert desk.session.document == desk.first
    desk.press(Qt.Key.Key_Z, CONTROL)
    for _ in range(5):
        QApplication.sendEvent(desk.window.view, held)
    assert desk.session.document == desk.first
    assert "import" in desk.message()


def test_an_import_is_named_again_when_its_name_is_no_longer_shown(desk):
    hiding = (
        lambda: desk.session.message.emit(""),
        lambda: desk.window.view.set_selection(5, 5),
        desk.window.messages.hide,
        lambda: desk.session.set_document(desk.second),
    )
    for hide in hiding:
        desk.press(Qt.Key.Key_Z, CONTROL)
        assert "import" in desk.message()
        hide()
    assert len(desk.project.document_ids()) == 2
    desk.press(Qt.Key.Key_Z, CONTROL)
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert desk.project.document_ids() == []


def test_going_back_to_before_an_import_names_nothing_first(desk):
    with desk.project.operation("import") as writing:
        third = documents.add(writing, "A_RES_61_1", "نص ثالث.")
    assert third in desk.project.document_ids()
    desk.window.history.undo_back_to(desk.project.steps(2)[1])
    assert third not in desk.project.document_ids()


def test_what_is_refused_beside_the_window_is_said(desk, monkeypatch):
    def refused(project, expected):
        raise UserError("There is nothing to undo.")

    monkeypatch.setattr(operations, "undo", refused)
    for _ in range(2):  # the first names the import only
        desk.window.actions_["undo"].trigger()
    assert desk.message() == "There is nothing to undo."
    assert desk.session.document == desk.first


def test_nothing_is_undone_in_a_project_that_can_only_be_read(desk, threads):
    desk.session.set_project(Project.open(desk.project.path, None))
    desk.window.history.undo()
    assert "reading only" in desk.message()


def test_undo_shows_what_it_changed_where_others_have_written_unseen(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    desk.window.view.set_selection(0, 0)
    with Project.open(desk.project.path, "Omar") as other, other.operation("mark clause") as writing:
        spans.mark(writing, desk.first, "title", 0, 9)
        third = documents.add(writing, "A_RES_61_1", "نص ثالث.")
    desk.window.history.undo()  # refused: the window has not heard yet of Omar's
    assert "Somebody else" in desk.message()
    assert {span.label for span in desk.shown()} == {"preambular", "title"}
    desk.window.history.undo()
    assert [span.label for span in desk.shown()] == ["preambular"]
    assert desk.shown() == desk.spans()
    assert desk.window.view.selection() == (0, 9)
    assert desk.window.documents.model.place_of(third) == -1
    with Project.open(desk.project.path, "Omar") as other, other.operation("mark clause") as writing:
        spans.mark(writing, desk.second, "title", 0, 8)
        spans.mark(writing, desk.first, "title", 0, 9)
    desk.session.refresh()
    desk.window.history.undo()
    desk.window.history.undo()
    assert (desk.shown(), desk.spans()) == ([], [])
    assert desk.selected() == "إذ تعيد تأكيد التزامها،"


def test_the_window_goes_far_back_and_forth(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    step = desk.project.steps(1)[0]
    later = [note(desk, str(number)) for number in range(3)]
    desk.session.set_document(desk.second)
    desk.window.history.undo_back_to(step)
    assert desk.project.document(desk.first).note == ""
    assert desk.session.document == desk.first  # where the operation is that stands last now
    assert desk.selected() == "إذ تعيد تأكيد التزامها،"
    assert desk.message() == "%n operation(s) taken back. Redo does them again.".replace("%n", "3")
    desk.window.history.redo_up_to(later[1])
    assert desk.project.document(desk.first).note == "1"
    assert desk.message() == "%n operation(s) done again.".replace("%n", "2")
    redoable = desk.project.redoable()
    assert redoable is not None
    assert redoable.sequence == later[2].record.sequence


def test_what_nobody_has_seen_is_not_taken_back(desk):
    steps = [note(desk, str(number)) for number in range(3)]
    with Project.open(desk.project.path, "Omar") as other, other.operation("write note") as writing:
        documents.set_note(writing, desk.second, "of Omar")
    desk.window.history.undo_back_to(steps[0])
    assert desk.message() == "Somebody else has just written. Look at the history again."
    assert (desk.project.document(desk.first).note, desk.project.document(desk.second).note) == ("2", "of Omar")
    desk.window.history.undo_back_to(steps[0])
    assert (desk.project.document(desk.first).note, desk.project.document(desk.second).note) == ("0", "")


def test_one_step_back_is_an_undo(desk, threads):
    first = note(desk, "1")
    second = note(desk, "2")
    desk.window.history.undo_back_to(first)
    assert desk.project.document(desk.first).note == "1"
    desk.window.history.redo_up_to(second)
    assert desk.project.document(desk.first).note == "2"
    assert threads == [True, True]


def test_what_is_refused_on_the_way_is_said_and_the_rest_is_shown(desk):
    steps = [note(desk, str(number)) for number in range(5)]
    desk.project.tables.connection.execute(
        """UPDATE change SET after = replace(after, '"note":"2"', '"note":"20"') WHERE operation = ?""",
        (steps[2].record.sequence,),
    )
    desk.window.history.undo_back_to(steps[0])
    assert "can no longer be taken back" in desk.message()
    assert desk.project.document(desk.first).note == "2"


def test_whoever_stops_it_is_told_how_far_it_came(desk, monkeypatch):
    monkeypatch.setattr("model.storage.journal.AT_ONCE", 0.0)
    steps = [note(desk, str(number)) for number in range(6)]
    undo_back_to = Project.undo_back_to

    def stopped(project, sequence, on_progress):
        def watched(done, total):
            on_progress(done, total)
            if done == 2:
                raise Cancelled

        return undo_back_to(project, sequence, watched)

    monkeypatch.setattr(Project, "undo_back_to", stopped)
    desk.window.history.undo_back_to(steps[0])
    assert desk.message() == "Stopped: \u20662\u2069 of \u20665\u2069 operations are through."
    assert desk.project.document(desk.first).note == "3"


def test_in_a_project_that_can_only_be_read_the_way_back_is_refused(desk):
    steps = [note(desk, str(number)) for number in range(3)]
    desk.session.set_project(Project.open(desk.project.path, None))
    desk.window.history.undo_back_to(steps[0])
    assert "reading only" in desk.message()


def test_the_place_of_an_operation_is_shown(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    record = desk.project.steps(1)[0].record
    desk.session.set_document(desk.second)
    desk.window.history.go_to(record)
    assert desk.session.document == desk.first
    assert desk.selected() == "إذ تعيد تأكيد التزامها،"
    desk.project.undo()
    desk.project.undo()  # the import: there is no document any more
    desk.window.history.go_to(record)
    assert desk.message() == "There is no place in a text to show for this operation."


def place(desk, quote: str) -> tuple[int, int]:
    start = desk.session.text.index(quote)
    return start, start + len(quote)


def assign(desk, *places: tuple[int, int]) -> None:
    """Assign a descriptor that has these places."""
    with desk.project.operation("accept suggestion") as writing:
        concept = concepts.add(writing, "REPORTS", "en")
        assigned = assignments.assign(writing, desk.first, concept.id)
        for start, end in places:
            assignments.add_evidence(writing, assigned.id, start, end)


def test_of_several_places_of_a_descriptor_none_is_selected_and_the_caret_goes_to_the_first(desk):
    first, second = place(desk, "التزامها"), place(desk, "تقريرا")
    assign(desk, second, first)
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y):
        desk.window.view.set_selection(2, 9)
        desk.press(key, CONTROL)
        assert desk.window.view.selection() == (first[0], first[0])
    desk.type("P")
    assert desk.marks() == [("preambular", "إذ تعيد تأكيد التزامها،")]


def test_the_only_place_of_a_descriptor_is_selected(desk):
    only = place(desk, "تقريرا")
    assign(desk, only)
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y):
        desk.window.view.set_selection(2, 9)
        desk.press(key, CONTROL)
        assert desk.window.view.selection() == only


def test_of_clauses_that_stand_no_longer_none_is_selected_unless_one_holds_the_others(desk):
    outer, inner = place(desk, "إذ تعيد تأكيد التزامها،"), place(desk, "إذ تعيد تأكيد")
    later = place(desk, "وإذ تشير إلى قراراتها السابقة،")
    with desk.project.operation("mark clause") as writing:
        spans.mark(writing, desk.first, "preambular", *outer)
        spans.mark(writing, desk.first, "lead", *inner)
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert (desk.spans(), desk.window.view.selection()) == ([], outer)
    with desk.project.operation("mark clause") as writing:
        spans.mark(writing, desk.first, "preambular", *later)
        spans.mark(writing, desk.first, "preambular", *outer)
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert (desk.spans(), desk.window.view.selection()) == ([], (outer[0], outer[0]))
    desk.type("P")
    assert desk.marks() == [("preambular", "إذ تعيد تأكيد التزامها،")]
