"""What a project teaches the segmenter."""

from collections.abc import Sequence

import numpy as np
import pytest

from model.annotation import documents, spans
from model.project import Project
from model.proposals import preannotation
from model.proposals import training_examples as learning
from model.segmentation.confirmed import Confirmed
from model.segmentation.memory import REACH, WORD_BITS, Memory, Remembered
from model.segmentation.values import ProposedClause
from tests.model.conftest import TEXT, place

FIRST, SECOND = place("إذ تشير إلى أهمية المكتبات،"), place("وإذ تلاحظ حاجتها،")
EVEN = [np.ones(1 << WORD_BITS)] * 2  # every word counts alike


@pytest.fixture
def confirmed() -> Confirmed:
    return Confirmed(Memory(Remembered(np.zeros((0, 2, REACH), dtype=np.uint32), np.zeros(0, dtype=np.uint8)), EVEN))


def mark(project: Project, document: str, recitals: Sequence[tuple[int, int]], label: str = "preambular") -> list[str]:
    with project.operation("mark clause") as writing:
        return [spans.mark(writing, document, label, *limits).id for limits in recitals]


def truths(confirmed: Confirmed) -> list[int]:
    return [truth for memory in confirmed.memories() for truth in memory.remembered.truths.tolist()]


def test_marks_of_a_person_teach(project: Project, document: str, confirmed: Confirmed) -> None:
    mark(project, document, [FIRST, SECOND])
    assert learning.learn_project(project.tables, confirmed) == 1
    assert truths(confirmed) == [1]
    assert learning.teaching_documents(project.tables) == [document]
    assert learning.lesson(project.tables, document) == (TEXT, [FIRST, SECOND])


def test_a_project_in_which_nothing_is_marked_teaches_nothing(
    project: Project, document: str, confirmed: Confirmed
) -> None:
    assert learning.learn_project(project.tables, confirmed) == 0
    assert not learning.learn_document(project.tables, document, confirmed)
    assert learning.lesson(project.tables, document) is None
    assert learning.teaching_documents(project.tables) == []


def test_each_document_teaches_what_is_decided_in_it(project: Project, document: str, confirmed: Confirmed) -> None:
    with project.operation("add document") as writing:
        other = documents.add(writing, "ثانية", f"{TEXT} ")
        documents.add(writing, "ثالثة", f" {TEXT}")
    mark(project, document, [FIRST, SECOND])
    mark(project, other, [(FIRST[0], SECOND[1])])
    assert learning.learn_project(project.tables, confirmed) == 2
    assert sorted(truths(confirmed)) == [0, 1]


def test_a_document_is_taken_in_as_it_stands_now(project: Project, document: str, confirmed: Confirmed) -> None:
    def take_in() -> bool:
        return learning.learn_document(project.tables, document, confirmed)

    first, second = mark(project, document, [FIRST, SECOND])
    assert take_in() and not take_in()
    with project.operation("delete mark") as writing:
        spans.remove(writing, second)
        spans.set_limits(writing, first, FIRST[0], SECOND[1])
    assert take_in() and truths(confirmed) == [0]
    project.undo()
    assert take_in() and truths(confirmed) == [1]
    project.undo()
    assert take_in() and truths(confirmed) == []
    assert not take_in()


def test_other_labels_teach_nothing(project: Project, document: str, confirmed: Confirmed) -> None:
    mark(project, document, [FIRST, SECOND], "paragraph")
    assert learning.learn_project(project.tables, confirmed) == 0


def test_proposals_teach_once_they_are_confirmed_and_not_when_they_are_rejected(
    project: Project, document: str, confirmed: Confirmed
) -> None:
    clauses = tuple(ProposedClause(*limits, "preambular", confidence=0.9) for limits in (FIRST, SECOND))
    with project.operation("propose clauses") as writing:
        preannotation.write(writing, [preannotation.DocumentProposals(document, clauses)], "w1")
    first, second = project.spans(document)
    assert not learning.learn_document(project.tables, document, confirmed)
    for status, known in (("confirmed", [1]), ("rejected", [])):
        with project.operation(f"{status} mark") as writing:
            for span in (first, second):
                spans.set_status(writing, span.id, status)  # type: ignore[arg-type]
        assert learning.learn_document(project.tables, document, confirmed)
        assert truths(confirmed) == known


def test_a_document_that_is_gone_is_forgotten(project: Project, document: str, confirmed: Confirmed) -> None:
    mark(project, document, [FIRST, SECOND])
    learning.learn_document(project.tables, document, confirmed)
    with project.operation("delete document") as writing:
        documents.remove(writing, document)
    assert learning.learn_document(project.tables, document, confirmed)
    assert len(confirmed) == 0
    assert not learning.learn_document(project.tables, document, confirmed)


def test_only_confirmed_recitals_count_in_text_order(project: Project, document: str) -> None:
    _, first = mark(project, document, [SECOND, FIRST])
    mark(project, document, [place("إن الجمعية العامة،")], "enacting")
    assert learning.confirmed_recitals(project.spans(document)) == [FIRST, SECOND]
    with project.operation("reject mark") as writing:
        spans.set_status(writing, first, "rejected")
    assert learning.confirmed_recitals(project.spans(document, rejected=True)) == [SECOND]
