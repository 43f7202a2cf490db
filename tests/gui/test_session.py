import sqlite3

import pytest

from gui import operations


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
