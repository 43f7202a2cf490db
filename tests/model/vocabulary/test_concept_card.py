import pytest

from model.annotation import documents
from model.annotation.metadata import Metadata
from model.errors import UserError
from model.project import Project
from model.vocabulary import assignments, concept_card
from model.vocabulary.concept_card import Note, Use
from tests.model.vocabulary.concept_rows import VOCABULARY, add_concepts, add_vocabulary, relate, set_state


@pytest.fixture
def known(project: Project) -> Project:
    with project.operation("thesaurus") as writing:
        add_vocabulary(writing)
        names = ("floods", "water", "rivers", "dams", "deluges", "inundations", "disasters")
        add_concepts(writing, {name: [("en", name.upper())] for name in names})
        add_concepts(writing, {"lakes": [("en", "LAKES"), ("ar", "البحيرات")]})
        relate(
            writing,
            ("floods", "broader", "water"),
            ("floods", "broader", "disasters"),
            ("rivers", "broader", "floods"),
            ("floods", "related", "lakes"),
            ("dams", "related", "floods"),
            ("floods", "related", "dams"),
            ("inundations", "replaced_by", "floods"),
            ("floods", "replaced_by", "deluges"),
        )
        set_state(writing, "floods", "deprecated")
        for number, (language, text) in enumerate((("en", "Use for overflow."), ("ar", "للفيضان."))):
            row = {"id": f"n{number}", "concept": "floods", "language": language, "text": text}
            writing.insert("concept_note", dict(row))
        for number, kind in enumerate(("history", "definition")):
            row = {"id": f"d{number}", "concept": "floods", "kind": kind, "language": "en", "text": kind.title()}
            writing.insert("concept_documentation", dict(row))
        for number, text in enumerate(("04.02", "03.01")):
            writing.insert("concept_notation", {"id": f"t{number}", "concept": "floods", "text": text})
    return project


def test_a_card_has_everything_that_is_known(known: Project) -> None:
    card = known.read(concept_card.card, "floods", "en")
    assert (card.concept.label("en"), card.vocabulary.id, card.state) == ("FLOODS", VOCABULARY, "deprecated")
    assert card.notes == (
        Note("scope", "ar", "للفيضان."),
        Note("scope", "en", "Use for overflow."),
        Note("definition", "en", "Definition"),
        Note("history", "en", "History"),
    )
    assert card.notations == ("03.01", "04.02")
    beside = (card.broader, card.narrower, card.related, card.replaced_by, card.replaces)
    assert [[each.id for each in some] for some in beside] == [
        ["disasters", "water"],
        ["rivers"],
        ["dams", "lakes"],
        ["deluges"],
        ["inundations"],
    ]


def test_concepts_beside_it_are_in_the_order_of_the_language(known: Project) -> None:
    with known.operation("labels") as writing:
        add_concepts(writing, {"seas": [("en", "SEAS"), ("ar", "الأبحر")]})
        relate(writing, ("seas", "related", "lakes"))
    assert [each.id for each in known.read(concept_card.card, "lakes").related] == ["floods", "seas"]


def test_the_documents_that_use_it_are_told_in_project_order(known: Project) -> None:
    with known.operation("import") as writing:
        for name in ("10", "9", "8"):
            document = documents.add(writing, name, "قرار")
            made = assignments.assign(writing, document, "floods")
            if name == "9":
                assignments.set_major(writing, made.id, True)
            if name == "8":
                assignments.set_status(writing, made.id, "rejected")
                documents.correct_metadata(writing, document, Metadata(symbol="A/RES/8"))
        assignments.assign(writing, document, "water")
    ids = {summary.name: summary.id for summary in known.documents()}
    assert known.read(concept_card.card, "floods").uses == (
        Use(ids["8"], "8", "A/RES/8", "rejected", False),
        Use(ids["9"], "9", None, "confirmed", True),
        Use(ids["10"], "10", None, "confirmed", False),
    )


def test_a_concept_with_nothing_beside_it(known: Project) -> None:
    card = known.read(concept_card.card, "disasters")
    assert (card.state, card.notes, card.notations, card.broader, card.related, card.uses) == (None, (), (), (), (), ())


def test_a_concept_that_is_not_there_is_refused(known: Project) -> None:
    with pytest.raises(UserError, match="no longer there"):
        known.read(concept_card.card, "nothing")
