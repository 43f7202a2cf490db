from gui import scheme_operations as acts
from gui.dialogs.scheme_editor.session import SchemeEditorSession
from gui.session.session import Session
from model.annotation import scheme_use
from model.errors import UserError


def test_what_is_refused_is_said_and_gives_nothing(scheme_desk):
    work = scheme_desk.editor.work
    ended = []
    work.ended.connect(ended.append)
    assert work(acts.set_key, "title", "A") is None
    assert work.sentence == "The key A is that of “Adoption line” already."
    assert work(acts.set_key, "title", "Z") is True
    assert work.sentence == ""
    assert ended == [False, True]


def test_far_reaching_acts_on_many_marks_give_the_same_beside_the_window(scheme_desk):
    work, project = scheme_desk.editor.work, scheme_desk.project
    work.marks = 10_000
    assert work(acts.delete_label, "operative", "paragraph") is True
    assert "operative" not in [label.id for label in project.scheme.labels()]
    assert work(acts.delete_label, "paragraph", "title") is None
    assert "cannot stand inside" in work.sentence
    work.undo()
    assert "operative" in [label.id for label in project.scheme.labels()]
    work.redo()
    assert "operative" not in [label.id for label in project.scheme.labels()]
    assert work.sentence == "Done again: delete label"


def test_where_there_is_nothing_to_undo_that_is_said(scheme_desk):
    work = scheme_desk.editor.work
    while scheme_desk.project.undoable() is not None:
        work.undo()
    work.undo()
    assert work.sentence == "There is nothing to undo."


def test_without_a_project_nothing_happens(qtbot, scheme_desk):
    work = SchemeEditorSession(Session(), scheme_desk.editor)
    assert work(acts.set_key, "title", "Z") is None
    work.undo()


def test_what_cannot_be_read_is_said(scheme_desk):
    work = scheme_desk.editor.work
    assert work.read(scheme_use.counts)["operative"] == 3

    def damaged(project):
        raise UserError("{path}: the project file is damaged ({reason}).", path=project.path, reason="x")

    assert work.read(damaged) is None
    assert "damaged" in work.sentence
