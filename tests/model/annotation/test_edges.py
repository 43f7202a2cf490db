import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.annotation import documents, edges, spans
from model.annotation.values import Origin, Span
from model.checking import soundness
from model.errors import UserError
from model.project import Project
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
    with pytest.raises(UserError, match="Nothing would be left of"):
        move(project, first, FIRST[0], SECOND[1])
    assert project.spans(document) == before


def test_a_leading_phrase_is_not_cut(project: Project, document: str) -> None:
    first = mark(project, document, "preambular", FIRST)
    mark(project, document, "preambular", SECOND)
    mark(project, document, "lead", (SECOND[0], SECOND[0] + len("وإذ تلاحظ")))
    with pytest.raises(UserError, match="lead"):
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
        except UserError:
            continue
    before = {span.id: span for span in project.spans(document)}
    if not before:
        return
    span = data.draw(st.sampled_from(list(before.values())))
    start, end = data.draw(limits)
    try:
        moved = move(project, span, start, end)
    except UserError:
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


def proposal(project: Project, document: str, label: str, limits: tuple[int, int]) -> Span:
    with project.operation("propose") as writing:
        origin = Origin("model", "w", 0.9)
        return spans.mark(writing, document, label, *limits, status="suggested", origin=origin)


def states(project: Project, document: str) -> list[tuple[str, str, str]]:
    found = project.spans(document, rejected=True)
    return [(span.label, TEXT[span.start : span.end], span.status) for span in found]


def test_a_proposal_that_is_cut_stays_one_and_its_leading_phrase_is_taken_away(project: Project, document: str) -> None:
    first, second = (proposal(project, document, "preambular", limits) for limits in (FIRST, SECOND))
    proposal(project, document, "lead", (SECOND[0], SECOND[0] + len("وإذ تلاحظ")))
    before = project.spans(document)
    move(project, first, FIRST[0], SECOND[0] + len("وإذ"))
    assert states(project, document)[1:] == [("preambular", "تلاحظ حاجتها،", "suggested")]
    moved = project.span(second.id)
    assert moved is not None and moved.proposed == SECOND
    project.undo()
    assert project.spans(document) == before


def test_a_proposal_of_which_no_word_is_left_is_kept_as_rejected(project: Project, document: str) -> None:
    first, _ = (proposal(project, document, "preambular", limits) for limits in (FIRST, SECOND))
    move(project, first, FIRST[0], SECOND[1])
    assert [status for _, _, status in states(project, document)] == ["suggested", "rejected"]


def test_a_firm_mark_forbids_what_it_is_in_the_way_of(project: Project, document: str) -> None:
    first = mark(project, document, "preambular", FIRST)
    mark(project, document, "preambular", SECOND)
    with pytest.raises(UserError, match="cross"), project.operation("move limits") as writing:
        edges.move(writing, first.id, FIRST[0], SECOND[0] + 3, firm=True)


def test_a_proposal_follows_a_limit_that_goes_back(project: Project, document: str) -> None:
    first = mark(project, document, "preambular", FIRST)
    proposal(project, document, "preambular", SECOND)
    with project.operation("move limits") as writing:
        edges.move(writing, first.id, FIRST[0], FIRST[1] - len(" المكتبات،"), closing=True)
    assert quotes(project, document)[1] == ("preambular", "المكتبات، وإذ تلاحظ حاجتها،")


def test_the_proposals_around_two_that_are_joined_make_room(project: Project, document: str) -> None:
    one = proposal(project, document, "operative", ONE)
    letter = mark(project, document, "subclause", LETTER_B)
    two = mark(project, document, "operative", TWO)
    with project.operation("merge") as writing:
        edges.merge(writing, two.id, letter.id)
    joined = {span.id: span.end for span in project.spans(document)}
    assert (joined[one.id], joined[letter.id]) == (TWO[1], TWO[1])
    project.undo()
    with project.operation("confirm") as writing:
        spans.set_status(writing, one.id, "confirmed")
    with pytest.raises(UserError, match="cross"), project.operation("merge") as writing:
        edges.merge(writing, letter.id, two.id)
    with pytest.raises(UserError, match="side by side"), project.operation("merge") as writing:
        edges.merge(writing, one.id, letter.id)
