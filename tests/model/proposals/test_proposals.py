from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from model.annotation import nesting
from model.annotation.values import Origin, Span, text_order
from model.proposals import proposals
from model.proposals.proposals import Proposer, is_proposal
from model.segmentation.values import ProposedClause
from tests.model.proposals.proposed_clauses import ALL, FIRST, FORMULA, SCHEME, SECOND, TEXT, A, B


def row(found: ProposedClause | tuple[int, int], label: str = "", **given) -> Span:
    start, end = found if isinstance(found, tuple) else found.limits
    label = label or (found.label if isinstance(found, ProposedClause) else "")
    return Span(f"row {label} {start} {end}", "d", SCHEME.label(label).layer, label, start, end, **given)


def left(*present: Span, clauses=ALL) -> list[tuple[str, str]]:
    found = proposals.proposals(SCHEME, "d", clauses, present, "w1")
    return [(span.label, TEXT[span.start : span.end]) for span in found]


def quotes(*clauses: ProposedClause) -> list[tuple[str, str]]:
    return [(each.label, TEXT[each.start : each.end]) for each in clauses]


LEADS = [("lead", "تقرر"), ("lead", "تطلب")]
EVERYTHING = [*quotes(FORMULA, FIRST), LEADS[0], *quotes(A, B, SECOND), LEADS[1]]


def test_clauses_become_marks_with_their_leading_phrases():
    found = proposals.proposals(SCHEME, "d", ALL, [], "w1")
    assert left() == EVERYTHING
    assert found == sorted(found, key=text_order)
    assert all(is_proposal(span.id) for span in found)
    assert len({span.id for span in found}) == len(found)
    assert found == proposals.proposals(SCHEME, "d", ALL, [], "w1")  # ids too
    first = found[1]
    assert (first.status, first.origin, first.number) == ("suggested", Origin("model", "w1", 0.9), "1")
    assert [span.depth for span in found if span.layer == "clause"] == [0, 0, 1, 1, 0]
    assert [span.features for span in found if span.label == "subclause"] == [(("annex", "true"),), ()]


def test_what_the_scheme_lacks_is_left_out():
    (tree, *others) = SCHEME.layers
    fewer = replace(tree, labels=tuple(label for label in tree.labels if label.id != "operative"))
    poor = replace(SCHEME, layers=(fewer, *(layer for layer in others if layer.id != "lead")))
    found = proposals.proposals(poor, "d", ALL, [], "w1")
    assert [span.label for span in found] == ["enacting", "subclause", "subclause"]
    assert proposals.proposals(replace(SCHEME, layers=SCHEME.layers[1:]), "d", ALL, [], "w1") == []


def test_what_stands_is_not_proposed_whatever_its_label():
    assert left(row(FORMULA, "heading")) == EVERYTHING[1:]
    assert left(row(FORMULA, status="suggested")) == EVERYTHING[1:]


def test_around_and_inside_what_stands_the_rest_is_proposed():
    # The leading phrase belongs to the clause that stands: it has none, and its limits are the ones proposed.
    assert left(row(FIRST)) == [quotes(FORMULA)[0], LEADS[0], *quotes(A, B, SECOND), LEADS[1]]
    assert left(row(A)) == [each for each in EVERYTHING if each != quotes(A)[0]]


def test_what_crosses_a_mark_is_not_proposed():
    crossing = row((B.start + 4, SECOND.start + 3), "preambular")
    assert left(crossing) == [quotes(FORMULA)[0], quotes(A)[0]]


def test_where_a_paragraph_was_rejected_its_items_are_proposed_only_in_another_clause():
    rejected = row(FIRST, status="rejected")
    assert left(rejected) == [*quotes(FORMULA, SECOND), LEADS[1]]
    around = row((FIRST.start + 4, FIRST.end), "operative")
    assert left(rejected, around) == [*quotes(FORMULA, A, B, SECOND), LEADS[1]]


def test_what_may_not_stand_in_a_mark_is_not_proposed():
    assert left(row((FIRST.start, FIRST.end - 1), "title")) == [*quotes(FORMULA, SECOND), LEADS[1]]


def test_a_mark_is_not_put_into_a_clause_that_may_not_hold_it():
    assert left(row((FIRST.start + 4, FIRST.start + 8), "heading")) == [*quotes(FORMULA, A, B, SECOND), LEADS[1]]


def test_what_was_rejected_never_comes_back_and_another_label_there_may():
    rejected = row(SECOND, status="rejected")
    assert left(rejected) == EVERYTHING[:-2]
    assert left(row(SECOND, "paragraph", status="rejected")) == EVERYTHING
    assert left(row(SECOND.lead or (0, 0), "lead", status="rejected")) == EVERYTHING[:-1]
    corrected = row((SECOND.start, SECOND.end - 3), "operative", status="rejected", proposed=SECOND.limits)
    assert left(corrected) == EVERYTHING[:-2]


def test_what_was_corrected_is_not_proposed_as_it_was():
    shorter = row((SECOND.start, SECOND.end - 3), "operative", proposed=SECOND.limits)
    assert left(shorter) == [*EVERYTHING[:-2], LEADS[1]]
    item = row((B.start, B.end - 3), "subclause", proposed=B.limits)  # which could stand in what it was
    assert quotes(B)[0] not in left(item)


def test_two_items_that_were_joined_are_not_proposed_inside_what_came_of_them():
    joined = row((A.start, B.end), "subclause", proposed=A.limits)
    assert left(joined) == [each for each in EVERYTHING if each not in quotes(A, B)]
    quoted = ProposedClause(A.start + 4, A.end - 1, "subclause", depth=2)
    found = left(row(A), clauses=(*ALL, quoted))
    assert quotes(quoted)[0] in found  # proposed one deeper, and shown there


def test_a_clause_that_has_its_leading_phrase_gets_no_other():
    own = row((FIRST.start + 4, FIRST.start + 11), "lead")
    assert left(row(FIRST), own) == [*quotes(FORMULA, A, B, SECOND), LEADS[1]]
    assert left(own) == [*quotes(FORMULA, FIRST, A, B, SECOND), LEADS[1]]


def test_depth_counts_what_stands_around():
    inner = ProposedClause(A.start + 4, A.end - 1, "paragraph")
    found = proposals.proposals(SCHEME, "d", (FORMULA, inner), [row((A.start, A.end), "paragraph")], "w1")
    assert [(span.label, span.depth) for span in found] == [("enacting", 0)]  # no deeper in its own kind than proposed
    found = proposals.proposals(SCHEME, "d", (FORMULA, inner), [row(FIRST)], "w1")
    assert [(span.label, span.depth) for span in found] == [("enacting", 0), ("paragraph", 1)]


@st.composite
def trees(draw: st.DrawFn, labels: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """Limits and labels of clauses, nested or apart."""
    found: dict[tuple[int, int], str] = {}
    for _ in range(draw(st.integers(0, 7))):
        start, end = sorted(draw(st.lists(st.integers(0, 14), min_size=2, max_size=2, unique=True)))
        if all(
            end <= low or high <= start or low <= start <= end <= high or start <= low <= high <= end
            for low, high in found
        ):
            found.setdefault((start, end), draw(st.sampled_from(labels)))
    return [(*limits, label) for limits, label in found.items()]


LABELS = ("title", "operative", "subclause", "paragraph")


@settings(max_examples=150, deadline=None)
@given(trees(LABELS), trees(LABELS), st.data())
def test_beside_whatever_stands_no_rule_is_broken(wanted, standing, data):
    clauses = [
        ProposedClause(start, end, label, lead=(start, start + 1) if data.draw(st.booleans()) else None)
        for start, end, label in wanted
    ]
    present = [
        row((start, end), label, status=data.draw(st.sampled_from(("confirmed", "suggested", "rejected"))))
        for start, end, label in standing
    ]
    before = {span.id for span, _ in nesting.breaches(SCHEME, present)}
    found = proposals.proposals(SCHEME, "d", clauses, present, "w1")
    broken = [span for span, _ in nesting.breaches(SCHEME, [*present, *found]) if span.id not in before]
    assert broken == []
    rejected = {(span.label, *span.limits) for span in present if span.status == "rejected"}
    assert not rejected & {(span.label, *span.limits) for span in found}
    if not present:
        assert all(span.status == "suggested" for span in found)


def test_a_scheme_may_ask_for_a_clause_around_another():
    (tree, *others) = SCHEME.layers
    labels = tuple(replace(label, top=label.id != "subclause") for label in tree.labels)
    strict = replace(SCHEME, layers=(replace(tree, labels=labels), *others))
    found = proposals.proposals(strict, "d", ALL, [], "w1")
    assert [each.label for each in proposals.around(strict, found, "subclause", *A.limits)] == ["operative"]
    assert list(proposals.around(SCHEME, found, "subclause", *A.limits)) == []
    assert [each.label for each in proposals.around(SCHEME, found, "lead", *(FIRST.lead or (0, 0)))] == ["operative"]
    rejected = row(FIRST, status="rejected")
    assert [s.label for s in proposals.proposals(strict, "d", ALL, [rejected], "w1")] == [
        "enacting",
        "operative",
        "lead",
    ]


@settings(max_examples=100, deadline=None)
@given(trees(LABELS), st.lists(st.tuples(trees(LABELS), st.integers(0, 14), st.integers(1, 5)), max_size=4))
def test_a_proposer_gives_the_same_however_often_it_is_asked(wanted, times):
    clauses = [ProposedClause(start, end, label, lead=(start, start + 1)) for start, end, label in wanted]
    proposer = Proposer(SCHEME, "d", clauses, "w1")
    for standing, place, length in times:
        present = [row((start, end), label) for start, end, label in standing]
        present = [replace(span, proposed=(place, place + length)) for span in present[:1]] + present[1:]
        assert proposer.left_beside(present) == proposals.proposals(SCHEME, "d", clauses, present, "w1")
