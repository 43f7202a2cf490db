import pytest

from model.project import Project
from model.storage import concept_queries
from model.vocabulary.concept_state import all_states, states_of
from tests.model.vocabulary.concept_rows import add_concepts, add_vocabulary, set_state


@pytest.fixture
def stated(project: Project) -> Project:
    with project.operation("thesaurus") as writing:
        add_vocabulary(writing)
        add_concepts(writing, {name: [("en", name)] for name in ("current", "old", "lost", "both")})
        set_state(writing, "old", "deprecated")
        set_state(writing, "lost", "gone")
        for state in ("gone", "deprecated"):
            set_state(writing, "both", state)
    return project


def test_only_what_is_not_current_has_a_state_and_gone_is_told_before_deprecated(stated: Project) -> None:
    assert stated.read(all_states) == {"old": "deprecated", "lost": "gone", "both": "gone"}


def test_the_states_of_some_are_those_of_all(stated: Project) -> None:
    assert stated.read(states_of, ["both", "current", "old", "nowhere"]) == {"old": "deprecated", "both": "gone"}
    assert stated.read(states_of, []) == {}


def test_many_are_asked_about_in_parts(stated: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concept_queries, "AT_ONCE", 1)
    assert stated.read(states_of, ["both", "current", "old", "lost"]) == stated.read(all_states)


def test_a_state_that_is_taken_back_is_none(stated: Project) -> None:
    with stated.operation("new edition") as writing:
        set_state(writing, "current", "gone")
    assert stated.read(states_of, ["current"]) == {"current": "gone"}
    stated.undo()
    assert stated.read(states_of, ["current"]) == {}
