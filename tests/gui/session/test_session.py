import sqlite3

import pytest

from gui import operations
from gui.session.session import FEW_SPANS
from model.annotation import spans
from model.project import Project


def test_what_is_refused_is_said_and_gives_none(desk):
    said = []
    desk.session.message.connect(said.append)
    assert desk.session.attempt(operations.delete, "nothing") is None
    assert said == ["", "That mark is no longer there."]


def test_an_act_without_a_project_does_nothing(desk):
    desk.session.set_project(None)
    assert desk.session.attempt(operations.undo) is None


def test_everyone_is_told_once(desk):
    told = []
    desk.session.document_changed.connect(told.append)
    desk.session.set_document(desk.second)
    desk.session.set_document(desk.second)
    assert told == [desk.second]
    assert desk.session.text == desk.project.text(desk.second)
    assert desk.session.selection == (0, 0)


def test_a_document_that_is_gone_is_refused_and_the_one_shown_stays(desk):
    desk.session.set_document("nothing")
    assert desk.session.document == desk.first
    assert desk.message() == "That document is no longer there."


def test_the_project_before_is_closed(desk, tmp_path):
    before = desk.project
    desk.session.set_project(None)
    assert desk.session.document is None
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        before.counts()


@pytest.fixture
def told(desk):
    """What was told of spans: the ids that are gone, and the labels of those that are new or different."""
    found = []
    desk.session.spans_changed.connect(lambda gone, new: found.append((gone, [span.label for span in new])))
    return found


@pytest.mark.parametrize("few", [50, 0])
def test_of_the_document_shown_the_spans_that_changed_are_told(desk, told, monkeypatch, few):
    monkeypatch.setattr("gui.session.session.FEW_SPANS", few)
    with desk.project.operation("mark") as writing:
        one = spans.mark(writing, desk.first, "title", 0, 9)
        two = spans.mark(writing, desk.first, "preambular", 12, 20)
        spans.mark(writing, desk.second, "title", 0, 4)
    assert [(gone, sorted(new)) for gone, new in told] == [([], ["preambular", "title"])]
    operations.relabel(desk.project, one.id, "operative")
    with desk.project.operation("reject") as writing:
        spans.set_status(writing, two.id, "rejected")
    operations.delete(desk.project, one.id)
    assert told[1:] == [([], ["operative"]), ([two.id], []), ([one.id], [])]
    assert desk.session.spans == desk.spans() == []
    operations.set_progress(desk.project, desk.first, "clause", "done")
    with desk.project.operation("mark") as writing:
        spans.mark(writing, desk.second, "title", 6, 9)
    assert len(told) == 4


@pytest.mark.parametrize("few", [50, 0])
def test_spans_are_counted_and_in_order_whatever_becomes_of_them(desk, monkeypatch, few):
    monkeypatch.setattr("gui.session.session.FEW_SPANS", few)

    def agree():
        now = desk.project.spans(desk.first)
        assert desk.session.spans == now
        for layer in ("clause", "lead", "reference"):
            assert desk.session.count(layer) == sum(span.layer == layer for span in now)

    agree()
    with desk.project.operation("mark") as writing:
        two = spans.mark(writing, desk.first, "preambular", 12, 20)
        one = spans.mark(writing, desk.first, "title", 0, 9)
        spans.mark(writing, desk.first, "date", 3, 6)
    agree()
    assert desk.session.count("clause") == 2
    operations.relabel(desk.project, one.id, "operative")
    agree()
    with desk.project.operation("reject") as writing:
        spans.set_status(writing, two.id, "rejected")
    agree()
    assert desk.session.count("clause") == 1
    desk.project.undo()
    agree()
    operations.delete(desk.project, one.id)
    agree()
    desk.session.spans.clear()  # what is given is the caller's own
    agree()
    desk.session.set_document(desk.second)
    assert desk.session.count("clause") == 0


def test_many_changes_cost_one_reading_of_the_document_shown(desk, told, monkeypatch):
    read = {"span": 0, "spans": 0}
    for name in read:
        original = getattr(Project, name)

        def counted(project, *given, name=name, original=original):
            read[name] += 1
            return original(project, *given)

        monkeypatch.setattr(Project, name, counted)
    with desk.project.operation("mark") as writing:
        for place in range(FEW_SPANS + 1):
            document = desk.second if place % 2 else desk.first
            start = desk.letters(document)[place // 2]
            spans.mark(writing, document, "symbol", start, start + 1)
    # A panel may look at the one mark that is worked on.
    assert read["spans"] == 1
    assert read["span"] <= 1
    assert len(told[0][1]) == len(desk.shown()) == len(desk.spans())


def test_a_document_is_read_once_for_all_who_show_it(desk, monkeypatch):
    read = []
    original = Project.spans
    monkeypatch.setattr(
        Project, "spans", lambda project, document: read.append(document) or original(project, document)
    )
    desk.session.set_document(desk.second)
    assert read == [desk.second]


def test_the_same_file_opened_anew_shows_what_was_shown(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    with Project.open(desk.project.path, "Omar") as other, other.operation("mark") as writing:
        spans.mark(writing, desk.first, "title", 0, 9)
    again = Project.open(desk.project.path, "Sara")
    desk.session.replace_project(again)
    assert desk.session.project is again
    assert (desk.session.document, desk.selected()) == (desk.first, "إذ تعيد تأكيد التزامها،")
    assert [span.label for span in desk.shown()] == ["title"]
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        desk.project.counts()
    with Project.open(again.path, "Omar") as other:
        other.undo()
        other.undo()
    desk.session.replace_project(Project.open(again.path, "Sara"))
    assert desk.session.document is None
