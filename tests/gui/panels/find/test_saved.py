"""Saved searches are run, kept, renamed and deleted from one menu."""

from pathlib import Path

import pytest

from gui.panels.find.saved import SavedSearches
from gui.session.session import Session
from model.project import Project
from model.search.query import Query
from tests.gui.refilled import left_by

QUERY = Query("قرار", whole_words=False)


@pytest.fixture
def saved(qtbot, tmp_path: Path):
    session = Session()
    session.set_language("en")
    session.set_project(Project.create(tmp_path / "saved.qarar", "Sara"))
    saved = SavedSearches(session)
    qtbot.addWidget(saved)
    saved.ask_name = lambda title, name: "Decisions & more"
    yield saved
    session.set_project(None)


def texts(saved: SavedSearches) -> list[str]:
    saved.fill()
    return [action.text() for action in saved.list.actions() if not action.isSeparator()]


def test_without_a_query_there_is_nothing_to_save(saved):
    assert texts(saved) == ["&Save this search…", "&Rename", "&Delete"]
    assert [action.isEnabled() for action in saved.list.actions()] == [False, False, False]


def test_a_query_is_saved_and_run(saved, qtbot):
    saved.query = QUERY
    saved.fill()
    saved.list.actions()[0].trigger()
    assert texts(saved)[0] == "Decisions && more"
    with qtbot.waitSignal(saved.run, timeout=1000) as told:
        saved.list.actions()[0].trigger()
    assert told.args == [QUERY]


def test_a_search_is_renamed_and_deleted(saved):
    saved.query = QUERY
    saved.save()
    saved.ask_name = lambda title, name: f"{name} 2"
    saved.fill()
    saved.list.actions()[-2].menu().actions()[0].trigger()
    assert [each.name for each in saved.searches()] == ["Decisions & more 2"]
    saved.fill()
    saved.list.actions()[-1].menu().actions()[0].trigger()
    assert saved.searches() == []


def test_a_menu_that_is_filled_again_leaves_nothing_of_what_was_in_it(saved):
    saved.query = QUERY
    saved.save()
    assert left_by(saved.fill) == 0


def test_leaving_the_dialog_saves_nothing(saved):
    saved.query = QUERY
    saved.ask_name = lambda title, name: None
    saved.save()
    assert saved.searches() == []


def test_a_name_that_cannot_be_is_refused_in_words(saved):
    told = []
    saved._session.message.connect(told.append)
    saved.query = QUERY
    saved.ask_name = lambda title, name: " "
    saved.save()
    assert "needs a name" in told[-1]
