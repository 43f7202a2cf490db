"""Which marks one comes back to."""

from collections.abc import Callable

import pytest

from model.annotation import edges, spans
from model.annotation.changed_spans import came_back
from model.annotation.values import Origin, Span
from model.project import Project
from model.proposals import judgements
from model.storage.journal import Writing
from tests.model.conftest import TEXT, place

FIRST = place("إذ تشير إلى أهمية المكتبات،")
SECOND = place("وإذ تلاحظ حاجتها،")
ONE = (TEXT.index("1 - تطلب"), TEXT.index(" 2 - تقرر"))
A = place("(أ) فتح المكتبات؛")
TWO = (TEXT.index("2 - تقرر"), len(TEXT))


@pytest.fixture
def marks(project: Project, document: str) -> dict[tuple[int, int], Span]:
    with project.operation("mark") as writing:
        made = [spans.mark(writing, document, "preambular", *limits) for limits in (FIRST, SECOND)]
        made += [spans.mark(writing, document, "operative", *limits) for limits in (ONE, TWO)]
        made.append(spans.mark(writing, document, "subclause", *A))
    return {span.limits: span for span in made}


Act = Callable[[Writing, dict[tuple[int, int], str]], object]
ACTS: dict[str, tuple[Act, list[tuple[int, int]], list[tuple[int, int]]]] = {
    "another gives way": (
        lambda writing, ids: edges.move(writing, ids[FIRST], FIRST[0], SECOND[0] + 3),
        [FIRST],
        [(FIRST[0], SECOND[0] + 3)],
    ),
    "what holds it grows": (
        lambda writing, ids: edges.move(writing, ids[A], A[0] - 3, A[1]),
        [A],
        [(A[0] - 3, A[1])],
    ),
    "two are joined": (
        lambda writing, ids: spans.merge(writing, ids[FIRST], ids[SECOND]),
        [FIRST],
        [(FIRST[0], SECOND[1])],
    ),
    "one is taken away and what is in it moves up": (
        lambda writing, ids: judgements.delete(writing, ids[ONE]),
        [ONE],
        [ONE],
    ),
    "one is put into another": (lambda writing, ids: spans.nest(writing, ids[TWO]), [TWO], [TWO]),
}


@pytest.mark.parametrize("name", ACTS)
def test_among_marks_it_is_the_one_that_was_worked_on(
    project: Project, document: str, marks: dict[tuple[int, int], Span], name: str
) -> None:
    act, before, after = ACTS[name]
    with project.operation(name) as writing:
        act(writing, {limits: span.id for limits, span in marks.items()})
    sequence = project.history(1)[0].sequence

    def back(*, undone: bool) -> list[tuple[int, int]]:
        return [span.limits for span in project.read(came_back, sequence, document, 99, undone=undone)]

    assert (back(undone=True), back(undone=False)) == (before, after)


@pytest.mark.parametrize("stored", [True, False])
def test_among_proposals_it_is_the_one_that_was_confirmed(project: Project, document: str, stored: bool) -> None:
    def propose(writing: Writing) -> list[Span]:
        origin = Origin("model", "w", 0.9)
        return [
            spans.mark(writing, document, "preambular", *limits, status="suggested", origin=origin)
            for limits in (SECOND, FIRST)
        ]

    if stored:
        with project.operation("propose") as writing:
            propose(writing)
    with project.operation("move limits") as writing:
        if not stored:
            propose(writing)
        (second,) = (span for span in project.spans(document) if span.limits == SECOND)
        judgements.confirm(writing, [second.id])
        edges.move(writing, second.id, FIRST[1] - len("المكتبات،"), SECOND[1])
    sequence = project.history(1)[0].sequence
    (before,) = project.read(came_back, sequence, document, 99, undone=True)
    (after,) = project.read(came_back, sequence, document, 99, undone=False)
    assert (before.limits, after.limits) == (SECOND, (FIRST[1] - len("المكتبات،"), SECOND[1]))
    assert project.read(came_back, sequence, "other", 99, undone=True) == []
