"""What belongs to a proposal among the marks of a document."""

from model.annotation.boundary_adjustment import Wish
from model.annotation.layers import read_scheme
from model.annotation.values import Origin, Span
from model.proposals.proposal_groups import adoption, given_way, judged, leads_of, whole

SCHEME = read_scheme()
TEXT = "1 - تقرر: (أ) أن تنظر؛ (ب) أن ترجئ، 2 - تطلب."


def proposal(quote: str, label: str, chance: float = 0.9) -> Span:
    start = TEXT.index(quote)
    layer = SCHEME.label(label).layer
    origin = Origin("model", "w", chance)
    name = f"proposal:{label}:{start}:{start + len(quote)}"
    return Span(name, "d", layer, label, start, start + len(quote), status="suggested", origin=origin)


FIRST = proposal("1 - تقرر: (أ) أن تنظر؛ (ب) أن ترجئ،", "operative")
LEAD = proposal("تقرر", "lead")
A = proposal("(أ) أن تنظر؛", "subclause")
B = proposal("(ب) أن ترجئ،", "subclause")
SECOND = proposal("2 - تطلب.", "operative", 0.99)
ALL = [FIRST, LEAD, A, B, SECOND]


def test_a_clause_takes_its_leading_phrase_along() -> None:
    assert leads_of(SCHEME, ALL, FIRST) == [LEAD]
    assert leads_of(SCHEME, ALL, A) == []
    found = adoption(SCHEME, ALL, FIRST)
    assert (found.span, found.leads, found.around) == (FIRST, (LEAD,), ())
    assert adoption(SCHEME, ALL, FIRST, limits=(LEAD.start + 1, FIRST.end)).leads == ()


def test_a_leading_phrase_takes_its_clause_along() -> None:
    found = adoption(SCHEME, ALL, LEAD, [B])
    assert (found.span, found.leads, found.around) == (LEAD, (), (FIRST, B))


def test_whole_is_all_inside() -> None:
    assert whole(SCHEME, ALL, FIRST) == [FIRST, A, B, LEAD]


def test_judged_are_proposals_only() -> None:
    row = Span("row", "d", "clause", "title", 0, 4, status="suggested")
    done = Span("done", "d", "clause", "title", 5, 9)
    found = judged("d", [row, done, A, A])
    assert (found.proposals, found.rows, len(found)) == ((A,), ("row",), 2)


def test_what_other_limits_reach_gives_way_unless_no_word_is_left_of_it() -> None:
    def way(span: Span, start: int, end: int) -> list[Span]:
        return given_way(SCHEME, TEXT, ALL, Wish(span, start, end))

    assert way(A, A.start, A.end) == []
    assert way(A, A.start, B.start + 4) == [B]
    assert way(A, A.start, B.end) == []
    assert way(A, A.start, B.end - 1) == []  # only a comma would be left
    assert way(B, A.end - 3, B.end) == [A]
    assert way(B, B.start, SECOND.start + 2) == [FIRST, SECOND]
    assert way(FIRST, FIRST.start, B.end - 3) == [B]
    assert way(LEAD, 0, 30) == []
