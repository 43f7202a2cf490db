import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.annotation import documents, edges, spans
from model.annotation.values import Span
from model.checking import soundness
from model.project import Project
from model.refusal import Refusal
from tests.model.conftest import TEXT, place

FIRST = place("إذ تشير إلى أهمية المكتبات،")
SECOND = place("وإذ تلاحظ حاجتها،")
ONE = (TEXT.index("1 - تطلب"), TEXT.index(" 2 - تقرر"))
LETTER_A = place("(أ) فتح المكتبات؛")
LETTER_B = (TEXT.index("(ب)"), TEXT.index(" 2 - تقرر"))
ITEM = place("’1‘ المال؛")
TWO = (TEXT.index("2 - تقرر"), len(TEXT))


def mark(project: Project, document: str, label: str, limits: tuple[int, int]) -> Span:
    with project.operation("mark") as writing:
        return spans.mark(writing, document, label, *limits)


def move(project: Project, span: Span, start: int, end: int) -> Span:
    with project.operation("move limits") as writing:
        return edges.move(writing, span.id, start, end)


def quotes(project: Project, document: str) -> list[tuple[str, str]]:
    return [(span.label, TEXT[span.start : span.end]) for span in project.spans(document)]


def test_the_clause_beside_it_gives_way_and_one_undo_brings_both_back(project: Project, document: str) -> None:
    first, second = (mark(project, document, "preambular", limits) for limits in (FIRST, SECOND))
    before = project.spans(document)
    move(project, first, FIRST[0], SECOND[0] + len("وإذ"))
    assert quotes(project, document) == [
        ("preambular", "إذ تشير إلى أهمية المكتبات، وإذ"),
        ("preambular", "تلاحظ حاجتها،"),
    ]
    project.undo()
    assert project.spans(document) == before
    move(project, second, FIRST[1] - len("المكتبات،"), SECOND[1])
    assert quotes(project, document)[0] == ("preambular", "إذ تشير إلى أهمية")


def test_what_holds_it_grows_and_what_stands_beside_that_gives_way(project: Project, document: str) -> None:
    mark(project, document, "operative", ONE)
    letter = mark(project, document, "subclause", LETTER_B)
    mark(project, document, "operative", TWO)
    end = TWO[0] + len("2 - تقرر")
    move(project, letter, LETTER_B[0], end)
    assert [TEXT[span.start : span.end][-4:] for span in project.spans(document)[:2]] == ["تقرر", "تقرر"]
    assert project.spans(document)[2].start == end + 1


def test_what_it_holds_is_cut_back_with_it(project: Project, document: str) -> None:
    one = mark(project, document, "operative", ONE)
    mark(project, document, "subclause", LETTER_A)
    letter = mark(project, document, "subclause", LETTER_B)
    end = ONE[1] - len(" ’2‘ الكتب؛")
    move(project, one, ONE[0], end)
    found = {span.id: span for span in project.spans(document)}
    assert found[one.id].end == found[letter.id].end == end


def test_nothing_is_changed_where_one_of_them_would_have_nothing_left(project: Project, document: str) -> None:
    first = mark(project, document, "preambular", FIRST)
    mark(project, document, "preambular", SECOND)
    before = project.spans(document)
    with pytest.raises(Refusal, match="Nothing would be left of"):
        move(project, first, FIRST[0], SECOND[1])
    assert project.spans(document) == before


def test_a_leading_phrase_is_not_cut(project: Project, document: str) -> None:
    first = mark(project, document, "preambular", FIRST)
    mark(project, document, "preambular", SECOND)
    mark(project, document, "lead", (SECOND[0], SECOND[0] + len("وإذ تلاحظ")))
    with pytest.raises(Refusal, match="lead"):
        move(project, first, FIRST[0], SECOND[0] + 3)


def test_references_overlap_as_they_like(project: Project, document: str) -> None:
    one = mark(project, document, "symbol", (0, 6))
    mark(project, document, "date", (6, 10))
    assert move(project, one, 0, 9).limits == (0, 9)
    assert [span.limits for span in project.spans(document)] == [(0, 9), (6, 10)]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_the_rules_hold_and_only_what_had_to_has_changed(project: Project, data: st.DataObject) -> None:
    with project.operation("import") as writing:
        document = documents.add(writing, f"d{project.counts().documents}", TEXT)
    limits = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
    labels = st.sampled_from(["operative", "subclause", "paragraph", "preambular", "lead"])
    for label, (start, end) in data.draw(st.lists(st.tuples(labels, limits), min_size=2, max_size=12)):
        try:
            mark(project, document, label, (start, end))
        except Refusal:
            continue
    before = {span.id: span for span in project.spans(document)}
    if not before:
        return
    span = data.draw(st.sampled_from(list(before.values())))
    start, end = data.draw(limits)
    try:
        moved = move(project, span, start, end)
    except Refusal:
        assert {each.id: each for each in project.spans(document)} == before
        return
    after = {each.id: each for each in project.spans(document)}
    assert after.keys() == before.keys()
    assert TEXT[start:end].strip() == TEXT[moved.start : moved.end]
    assert list(soundness.problems(project.tables)) == []
    for other in after.values():
        was = before[other.id]
        if other.id == span.id or other.limits == was.limits:
            continue
        assert other.layer == span.layer
        if was.contains(span) and not span.contains(was):
            assert other.contains(was)  # what held it has only grown
            assert other.limits == (min(was.start, moved.start), max(was.end, moved.end))
        else:
            assert was.contains(other)  # anything else was only cut, and not more than to the new limits
            assert TEXT[was.start : other.start].strip() == "" or other.start >= min(moved.start, moved.end)
