import pytest

from model.annotation import spans
from model.annotation.values import Origin, Span
from model.errors import UserError
from model.project import Project
from tests.model.conftest import TEXT, place

FORMULA = place("إن الجمعية العامة،")
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


def refusal(project: Project, document: str, label: str, limits: tuple[int, int]) -> str:
    before = project.spans(document)
    with pytest.raises(UserError) as caught:
        mark(project, document, label, limits)
    assert project.spans(document) == before
    return str(caught.value)


def test_mark_reads_number_and_depth_and_trims(project: Project, document: str) -> None:
    one = mark(project, document, "operative", (ONE[0] - 1, ONE[1] + 1))
    assert one.limits == ONE
    assert (one.number, one.depth, one.status, one.origin.kind) == ("1", 0, "confirmed", "manual")
    letter = mark(project, document, "subclause", LETTER_B)
    item = mark(project, document, "subclause", ITEM)
    assert (letter.number, letter.depth) == ("ب", 1)
    assert (item.number, item.depth) == ("1", 2)


def test_a_parent_marked_last_renews_the_depth_of_what_it_holds(project: Project, document: str) -> None:
    item = mark(project, document, "subclause", ITEM)
    assert item.depth == 1
    mark(project, document, "subclause", LETTER_B)
    assert {span.id: span.depth for span in project.spans(document)}[item.id] == 2


def test_a_given_depth_stays(project: Project, document: str) -> None:
    mark(project, document, "operative", ONE)
    with project.operation("mark") as writing:
        given = spans.mark(writing, document, "subclause", *ITEM, depth=2)
    assert given.depth == 2
    with project.operation("note") as writing:
        spans.set_note(writing, given.id, "x")
    assert project.spans(document)[-1].depth == 2


def test_rules_of_the_tree(project: Project, document: str) -> None:
    mark(project, document, "operative", ONE)
    assert "same limits" in refusal(project, document, "paragraph", ONE)
    assert "must not cross" in refusal(project, document, "subclause", (LETTER_B[0], TWO[1]))
    assert "cannot stand inside" in refusal(project, document, "preambular", LETTER_A)
    assert "cannot stand inside" in refusal(project, document, "title", (ONE[0], TWO[1]))
    assert "at least one character" in refusal(project, document, "title", (5, 5))
    assert "at least one character" in refusal(project, document, "title", (ONE[1], ONE[1] + 1))
    assert "outside the text" in refusal(project, document, "title", (0, len(TEXT) + 1))
    assert "no label" in refusal(project, document, "nonsense", FIRST)


def test_leads_lie_in_a_clause_one_in_each(project: Project, document: str) -> None:
    lead = place("إذ تشير")
    assert "must lie inside" in refusal(project, document, "lead", lead)
    mark(project, document, "preambular", FIRST)
    mark(project, document, "lead", lead)
    assert "already" in refusal(project, document, "lead", place("أهمية"))
    assert "overlap" in refusal(project, document, "lead", (lead[0], lead[1] - 1))
    assert "cut by the limit" in refusal(project, document, "lead", (FIRST[0] + 9, SECOND[0] + 4))
    mark(project, document, "preambular", SECOND)
    mark(project, document, "lead", place("وإذ تلاحظ"))


def test_a_clause_may_not_cut_a_lead(project: Project, document: str) -> None:
    mark(project, document, "operative", ONE)
    mark(project, document, "lead", place("فتح المكتبات"))
    assert "cut by the limit" in refusal(project, document, "subclause", (LETTER_A[0], LETTER_A[1] - 4))


def test_references_overlap_but_do_not_repeat(project: Project, document: str) -> None:
    mark(project, document, "date", (3, 9))
    mark(project, document, "symbol", (3, 9))
    mark(project, document, "date", (5, 12))
    assert "already" in refusal(project, document, "date", (3, 9))


def test_relabel(project: Project, document: str) -> None:
    span = mark(project, document, "paragraph", ONE)
    assert span.number is None
    with project.operation("relabel") as writing:
        span = spans.relabel(writing, span.id, "operative")
    assert (span.label, span.number) == ("operative", "1")
    with pytest.raises(UserError, match="another layer"), project.operation("relabel") as writing:
        spans.relabel(writing, span.id, "lead")
    mark(project, document, "subclause", LETTER_A)
    with pytest.raises(UserError, match="cannot stand inside"), project.operation("relabel") as writing:
        spans.relabel(writing, span.id, "title")
    assert project.spans(document)[0].label == "operative"


def test_split_gives_each_part_what_lies_in_it(project: Project, document: str) -> None:
    whole = mark(project, document, "operative", (ONE[0], TWO[1]))
    letter = mark(project, document, "subclause", LETTER_A)
    with project.operation("split") as writing:
        first, second = spans.split(writing, whole.id, TWO[0])
    assert (first.id, first.limits, first.number) == (whole.id, ONE, "1")
    assert (second.label, second.limits, second.number) == ("operative", TWO, "2")
    assert letter in project.spans(document)
    for offset in (ONE[0], ONE[1], LETTER_A[0] + 3):
        with pytest.raises(UserError), project.operation("split") as writing:
            spans.split(writing, whole.id, offset)
    assert len(project.spans(document)) == 3


def test_merge_keeps_the_first_and_one_lead(project: Project, document: str) -> None:
    first = mark(project, document, "preambular", FIRST)
    second = mark(project, document, "preambular", SECOND)
    mark(project, document, "lead", place("إذ تشير"))
    mark(project, document, "lead", place("وإذ تلاحظ"))
    with project.operation("merge") as writing:
        merged = spans.merge(writing, second.id, first.id)
    assert (merged.id, merged.limits) == (first.id, (FIRST[0], SECOND[1]))
    assert [span.label for span in project.spans(document)] == ["preambular", "lead"]
    project.undo()
    assert len(project.spans(document)) == 4


def test_merge_refuses_what_is_not_side_by_side(project: Project, document: str) -> None:
    formula = mark(project, document, "enacting", FORMULA)
    first = mark(project, document, "preambular", FIRST)
    second = mark(project, document, "preambular", SECOND)
    reference = mark(project, document, "date", FORMULA)
    with pytest.raises(UserError, match="between"), project.operation("merge") as writing:
        spans.merge(writing, formula.id, second.id)
    for other in (first, reference):
        with pytest.raises(UserError, match="side by side"), project.operation("merge") as writing:
            spans.merge(writing, first.id, other.id)


def test_nest_and_unnest(project: Project, document: str) -> None:
    one = mark(project, document, "operative", (ONE[0], LETTER_A[0] - 1))
    letter = mark(project, document, "operative", LETTER_A)
    with project.operation("nest") as writing:
        nested = spans.nest(writing, letter.id)
    assert (nested.label, nested.number, nested.depth) == ("subclause", "أ", 1)
    assert project.spans(document)[0].limits == (ONE[0], LETTER_A[1])
    with project.operation("unnest") as writing:
        out = spans.unnest(writing, letter.id)
    assert (out.label, out.depth) == ("operative", 0)
    assert {span.id: span.limits for span in project.spans(document)}[one.id] == (ONE[0], LETTER_A[0] - 1)
    with pytest.raises(UserError, match="in no other"), project.operation("unnest") as writing:
        spans.unnest(writing, letter.id)
    with pytest.raises(UserError, match="no mark before"), project.operation("nest") as writing:
        spans.nest(writing, one.id)


def test_the_depth_of_all_below_follows(project: Project, document: str) -> None:
    mark(project, document, "operative", ONE)
    mark(project, document, "subclause", LETTER_A)
    letter = mark(project, document, "subclause", LETTER_B)
    item = mark(project, document, "subclause", ITEM)
    with project.operation("nest") as writing:
        spans.nest(writing, letter.id)
    assert {span.id: span.depth for span in project.spans(document)}[item.id] == 3
    with project.operation("unnest") as writing:
        spans.unnest(writing, letter.id)
    assert {span.id: span.depth for span in project.spans(document)}[item.id] == 2


def test_what_is_joined_and_cut_stays_a_proposal_with_its_limits(project: Project, document: str) -> None:
    origin = Origin("model", "rules-1", 0.75)
    with project.operation("propose") as writing:
        first = spans.mark(writing, document, "preambular", *FIRST, status="suggested", origin=origin)
        second = spans.mark(writing, document, "preambular", *SECOND, status="suggested", origin=origin)
    with project.operation("merge") as writing:
        merged = spans.merge(writing, first.id, second.id)
    assert (merged.status, merged.proposed, merged.limits) == ("suggested", FIRST, (FIRST[0], SECOND[1]))
    with project.operation("split") as writing:
        parts = spans.split(writing, first.id, SECOND[0])
        spans.set_status(writing, parts[1].id, "confirmed")
    assert [part.origin for part in parts] == [origin, origin]
    assert [part.proposed for part in parts] == [FIRST, FIRST]
    confirmed = {span.id: span for span in project.spans(document)}[parts[1].id]
    assert project.annotator is not None
    assert confirmed.confirmed_by == project.annotator.id
    with project.operation("merge") as writing:
        whole = spans.merge(writing, parts[0].id, parts[1].id)
    assert (whole.status, whole.confirmed_by) == ("confirmed", project.annotator.id)


def test_unnest_takes_only_the_last(project: Project, document: str) -> None:
    mark(project, document, "operative", ONE)
    first = mark(project, document, "subclause", LETTER_A)
    mark(project, document, "subclause", LETTER_B)
    with pytest.raises(UserError, match="last"), project.operation("unnest") as writing:
        spans.unnest(writing, first.id)


def test_delete_with_and_without_children(project: Project, document: str) -> None:
    one = mark(project, document, "operative", ONE)
    letter = mark(project, document, "subclause", LETTER_B)
    mark(project, document, "subclause", ITEM)
    mark(project, document, "lead", place("تطلب"))
    with project.operation("delete") as writing:
        spans.delete(writing, letter.id)
    assert [(span.label, span.depth) for span in project.spans(document)] == [
        ("operative", 0),
        ("lead", 0),
        ("subclause", 1),
    ]
    with project.operation("delete") as writing:
        spans.delete(writing, one.id, children=True)
    assert project.spans(document) == []
    project.undo()
    project.undo()
    assert len(project.spans(document)) == 4


def test_a_moved_proposal_keeps_what_was_proposed(project: Project, document: str) -> None:
    origin = Origin("model", "rules-1", 0.75)
    with project.operation("propose") as writing:
        span = spans.mark(writing, document, "preambular", *FIRST, status="suggested", origin=origin)
    with project.operation("move edge") as writing:
        spans.set_limits(writing, span.id, FIRST[0], SECOND[1])
        moved = spans.set_status(writing, span.id, "confirmed")
    assert moved.proposed == FIRST
    assert (moved.origin, moved.confirmed_by) == (origin, project.annotator and project.annotator.id)


def test_set_limits_reads_the_number_again_unless_a_person_gave_it(project: Project, document: str) -> None:
    span = mark(project, document, "operative", ONE)
    with project.operation("move edge") as writing:
        assert spans.set_limits(writing, span.id, *TWO).number == "2"
        spans.set_number(writing, span.id, "7")
        assert spans.set_limits(writing, span.id, *ONE).number == "7"
    assert project.spans(document)[0].limits == ONE


def test_rejected_proposals_stay_but_are_in_nobodys_way(project: Project, document: str) -> None:
    with project.operation("propose") as writing:
        span = spans.mark(writing, document, "preambular", *FIRST, status="suggested", origin=Origin("model"))
        spans.set_status(writing, span.id, "rejected")
    mark(project, document, "heading", FIRST)
    assert [each.label for each in project.spans(document)] == ["heading"]
    assert len(project.spans(document, rejected=True)) == 2


def test_features(project: Project, document: str) -> None:
    span = mark(project, document, "preambular", FIRST)
    with project.operation("features") as writing:
        assert spans.set_features(writing, span.id, {"annex": "true", "x": "1"}).features == (
            ("annex", "true"),
            ("x", "1"),
        )
        assert spans.set_features(writing, span.id, {"annex": "false"}).features == (("annex", "false"),)
    project.undo()
    assert project.spans(document)[0].features == ()
