import pytest

from model.errors import UserError
from model.project import Project
from model.storage import concept_queries
from model.vocabulary import concepts
from model.vocabulary.concepts import all_states, states_of
from tests.model.vocabulary.concept_rows import add_concepts, add_vocabulary, set_state


def test_terms_are_matched_by_any_label_whatever_the_case(project: Project) -> None:
    with project.operation("create term") as writing:
        made = concepts.create(writing, "  Human   rights ")
        concepts.add_label(writing, made.id, "حقوق الإنسان", "ar", "preferred")
        for term in ("HUMAN RIGHTS", "human rights", "حقوق الانسان", "حقـوق الإنسان"):
            assert concepts.matching(writing.tables, term) == made.id
        assert concepts.matching(writing.tables, "HUMAN RIGHT") is None
    found = project.concept(made.id)
    assert (found.label("en"), found.label("ar"), found.label("fr")) == ("Human rights", "حقوق الإنسان", "Human rights")
    assert found.vocabulary == concepts.OWN_VOCABULARY


def test_terms_that_cannot_be(project: Project) -> None:
    for label, sentence in (("", "empty"), (" \n", "empty"), ("a|b", "separates"), ("WATER", "already")):
        with pytest.raises(UserError, match=sentence), project.operation("create term") as writing:
            concepts.create(writing, "Water")
            concepts.create(writing, label)
    assert project.counts().concepts == 0


def test_one_preferred_label_in_a_language(project: Project) -> None:
    with pytest.raises(UserError, match="preferred"), project.operation("create term") as writing:
        concepts.add_label(writing, concepts.create(writing, "Water").id, "Aqua", "en", "preferred")


def test_the_language_of_a_new_term() -> None:
    assert [concepts.language_of(term) for term in ("المياه", "ﻣﻴﺎﻩ", "WATER", "COVID-19", "")] == [
        "ar",
        "ar",
        "en",
        "en",
        "en",
    ]


def test_undo_takes_a_term_away(project: Project) -> None:
    with project.operation("create term") as writing:
        concepts.create(writing, "Water")
    assert [match.concept.label("en") for match in project.search_concepts("wat")] == ["Water"]
    project.undo()
    assert project.search_concepts("wat") == []


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
