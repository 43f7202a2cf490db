"""Each fix, carried out in a project: the problem is gone, and one undo brings it back."""

import uuid
from dataclasses import replace

import pytest

from model.annotation import documents, span_rows, spans
from model.checking.checks import document_problems
from model.checking.problems import Fix, Problem, apply_fix
from model.errors import UserError
from model.project import Project
from model.vocabulary import assignments, concepts
from tests.model.checking.marked import FRAME, GOOD, LIST, Clause, Marked

LAST = ("operative", "3 - <تقرر> أمرا.")


def _add(project: Project, *clauses: Clause) -> str:
    marked = Marked(*clauses)
    with project.operation("import") as writing:
        document = documents.add(writing, "وثيقة", marked.text)
        for span in marked.spans:
            row = replace(span, id=str(uuid.uuid4()), document=document, annotator=writing.annotator)
            span_rows.insert(writing, replace(row, created=writing.time, modified=writing.time))
    return document


def _fixable(project: Project, document: str) -> list[Problem]:
    return [each for each in document_problems(project.tables, document) if each.fix is not None]


def _apply(project: Project, document: str, fix: Fix | None) -> None:
    assert fix is not None
    with project.operation("fix") as writing:
        apply_fix(writing, document, fix)


def _shape(project: Project, document: str) -> list[tuple[str, str, str | None, int]]:
    text = project.text(document)
    return [(span.label, text[span.start : span.end], span.number, span.depth) for span in project.spans(document)]


def _items(*signs: str) -> list[Clause]:
    return [("subclause", f"{sign} أمر؛") for sign in signs]


@pytest.mark.parametrize(
    "act, clauses",
    [
        ("limits", (*FRAME, LIST, ("operative", "2 - <تؤيد> التقرير"), "كله؛", LAST)),
        ("limits", (*FRAME, LIST, ("operative", "2 - <تؤيد> التقرير؛ 3 - تقرر"), ("operative", "أمرا."))),
        ("hold", (*FRAME, ("operative", "1 - <تطلب> ما يلي:"), *_items("(أ)", "(ب)", "(ج)"))),
        ("mark", (*FRAME, LIST, "2 - تؤيد التقرير؛", LAST)),
        ("mark", (*FRAME, ("operative", "1 - <تطلب>:", [*_items("(أ)"), "(ب) أمر؛", *_items("(ج)")]))),
        ("mark", (*FRAME, ("operative", "1 - <تطلب>: (أ) أمر:", _items("’1‘", "’2‘")))),
        ("mark", (*FRAME, LIST, ("operative", "2 - ترحب بأمر؛"), LAST)),
        ("relabel", (*FRAME, ("operative", "وإذ ترحب به،"), LIST)),
        ("relabel", (*FRAME, LIST, ("preambular", "2 - ترحب به؛"), LAST)),
        ("nest", (*FRAME, ("operative", "1 - <تطلب>:", _items("(أ)", "’1‘", "(ب)")))),
        ("take-out", (*FRAME, ("operative", "1 - <تطلب>:", [("subclause", "(أ) أمر؛", _items("(ب)"))]))),
        ("split", (*FRAME, ("operative", "1 - <تطلب> أمرا؛ 2 - ترحب به؛"), LAST)),
        ("split", (*FRAME, ("operative", "1 - <تطلب>:", [("subclause", "(أ) أمر؛ (ب) آخر؛"), *_items("(ج)")]))),
    ],
)
def test_a_mend_takes_its_problem_away_and_undo_brings_it_back(project, act, clauses):
    document = _add(project, *clauses)
    before = _shape(project, document)
    problem = next(each for each in _fixable(project, document) if each.fix and each.fix.action == act)
    _apply(project, document, problem.fix)
    assert problem not in document_problems(project.tables, document)
    assert _shape(project, document) != before
    project.undo()
    assert _shape(project, document) == before


def test_mend_after_mend_a_document_is_good(project):
    found = Marked(*GOOD)
    good = sorted((span.label, *span.limits) for span in found.spans if span.layer == "clause")
    wrong = (
        *FRAME[:2],
        "وإذ تلاحظ حاجتها،",
        ("operative", "1 - <تطلب> إلى الدول ما يلي:"),
        ("subclause", "(أ) فتح المكتبات؛"),
        ("subclause", "(ب) دعمها بما يأتي:"),
        ("subclause", "’1‘ المال؛"),
        ("subclause", "’2‘ الكتب؛"),
        ("subclause", "(ج) صونها؛"),
        ("operative", "2 - <ترحب>"),
        "بالتقرير؛",
        *GOOD[5:],
    )
    document = _add(project, *wrong)
    for _ in range(12):
        fixable = _fixable(project, document)
        if not fixable:
            break
        _apply(project, document, fixable[0].fix)
    marks = [span for span in project.spans(document) if span.layer == "clause"]
    assert sorted((span.label, *span.limits) for span in marks) == good
    assert document_problems(project.tables, document) == []
    assert {span.number: span.depth for span in marks if span.label == "subclause"} == {
        "أ": 1,
        "ب": 1,
        "ج": 1,
        "1": 2,
        "2": 2,
    }


def test_a_number_is_taken_from_the_text(project):
    document = _add(project, *GOOD)
    span = next(each for each in project.spans(document) if each.number == "2" and each.label == "operative")
    with project.operation("change number") as writing:
        spans.set_number(writing, span.id, "9")
    (problem,) = _fixable(project, document)
    _apply(project, document, problem.fix)
    assert project.span(span.id).number == "2"


def test_what_has_changed_meanwhile_is_not_mended(project):
    document = _add(project, *FRAME, LIST, ("operative", "2 - <تؤيد> التقرير"), "كله؛", LAST)
    (problem,) = _fixable(project, document)
    with project.operation("move limits") as writing:
        spans.set_limits(writing, problem.span, problem.fix.start, problem.fix.end - 1)
    with pytest.raises(UserError, match="has changed since"):
        _apply(project, document, problem.fix)
    with project.operation("delete mark") as writing:
        spans.delete(writing, problem.span)
    with pytest.raises(UserError, match="no longer there"):
        _apply(project, document, problem.fix)


def test_a_descriptor_is_exchanged_in_its_place_with_its_evidence(project):
    document = _add(project, *GOOD)
    with project.operation("add descriptors") as writing:
        own, other, known = (concepts.create(writing, term) for term in ("OWN", "OTHER", "KNOWN"))
        first = assignments.assign(writing, document, own.id)
        assignments.set_major(writing, first.id, True)
        assignments.add_evidence(writing, first.id, 3, 8)
        assignments.assign(writing, document, other.id)
    _apply(project, document, Fix("replace-term", UserError("x"), first.id, value=known.id))
    found = project.assignments(document)
    assert [(each.concept, each.rank, each.major) for each in found] == [(known.id, 0, True), (other.id, 1, False)]
    assert [(each.start, each.end) for each in found[0].evidence] == [(3, 8)]
    project.undo()
    assert [each.concept for each in project.assignments(document)] == [own.id, other.id]
