from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from gui import suggestion_operations
from gui.i18n.operation_names import NAMES
from model.annotation import documents
from model.annotation.layers import DESCRIPTORS
from model.errors import UserError
from model.project import Project
from model.suggestion.judgements import SIMILAR, SUGGESTER
from model.suggestion.suggester import Suggestion
from model.vocabulary import assignments, concepts

TEXT = "إن الجمعية العامة، 1 - تقرر أن تعمل في سبيل السلام."


@dataclass
class Shelf:
    """What a test works with."""

    project: Project
    document: str
    other: str
    concepts: dict[str, str]

    def suggested(self, term: str, *evidence: tuple[int, int]) -> Suggestion:
        return Suggestion(self.concepts[term], 0.87654, True, evidence, len(evidence), False, ())

    def state(self) -> str:
        return next(iter(self.project.summaries([self.document]))).state(DESCRIPTORS)

    def has(self, *, rejected: bool = False) -> list[tuple[str, str]]:
        names = {concept: name for name, concept in self.concepts.items()}
        found = self.project.assignments(self.document, rejected=rejected)
        return [(names[each.concept], each.status) for each in found]


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    with Project.create(tmp_path / "p.qarar", "Sara") as project:
        with project.operation("import") as writing:
            document, other = documents.add(writing, "A", TEXT), documents.add(writing, "B", TEXT)
            made = {name: concepts.add(writing, name, "en").id for name in ("PEACE", "TRADE", "WATER")}
            for name in ("WATER", "PEACE"):
                assignments.assign(writing, other, made[name])
        yield Shelf(project, document, other, made)


def test_an_accepted_one_is_assigned_with_its_places_in_one_step(shelf):
    place = (TEXT.index("السلام"), TEXT.index("السلام") + 6)
    (made,) = suggestion_operations.accept(shelf.project, shelf.document, [shelf.suggested("PEACE", place)])
    (held,) = shelf.project.assignments(shelf.document)
    assert held.id == made.id
    assert (held.status, held.origin.version, held.origin.confidence) == ("confirmed", SUGGESTER, 0.8765)
    assert [(each.start, each.end) for each in held.evidence] == [place]
    assert shelf.state() == "in-progress"
    assert shelf.project.undoable().name == "accept suggestion"
    shelf.project.undo()
    assert (shelf.has(), shelf.state()) == ([], "new")


def test_several_are_accepted_in_their_order_in_one_step_or_none(shelf):
    both = [shelf.suggested("TRADE"), shelf.suggested("PEACE")]
    suggestion_operations.accept(shelf.project, shelf.document, both)
    assert shelf.has() == [("TRADE", "confirmed"), ("PEACE", "confirmed")]
    assert shelf.project.undoable().name == "accept suggestions"
    with pytest.raises(UserError):
        suggestion_operations.accept(shelf.project, shelf.document, [shelf.suggested("WATER"), both[0]])
    assert shelf.has() == [("TRADE", "confirmed"), ("PEACE", "confirmed")]


def test_a_rejected_one_is_kept_in_mind_and_begins_nothing(shelf):
    suggestion_operations.reject(shelf.project, shelf.document, shelf.suggested("PEACE"))
    assert (shelf.has(), shelf.has(rejected=True)) == ([], [("PEACE", "rejected")])
    assert shelf.state() == "new"
    assert shelf.project.undoable().name == "reject suggestion"


def test_what_a_similar_document_has_is_taken_over_in_its_order(shelf):
    wanted = set(shelf.concepts.values())
    found = suggestion_operations.take_over(shelf.project, shelf.document, shelf.other, 0.5, wanted)
    assert shelf.has() == [("WATER", "confirmed"), ("PEACE", "confirmed")]
    assert {(each.origin.version, each.origin.confidence) for each in found} == {(SIMILAR, 0.5)}
    assert shelf.state() == "in-progress"
    assert shelf.project.undoable().name == "take over descriptors"


def test_where_there_is_nothing_to_take_over_nothing_is_begun(shelf):
    assert suggestion_operations.take_over(shelf.project, shelf.document, shelf.other, 0.5, set()) == []
    assert (shelf.has(), shelf.state()) == ([], "new")


@pytest.mark.parametrize(
    "name", ["accept suggestion", "accept suggestions", "reject suggestion", "take over descriptors"]
)
def test_the_history_knows_the_name_of_each_act(name):
    assert name in NAMES
