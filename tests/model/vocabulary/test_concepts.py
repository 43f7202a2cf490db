import pytest

from model.errors import UserError
from model.project import Project
from model.vocabulary import concepts


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
