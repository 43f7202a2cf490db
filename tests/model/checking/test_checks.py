import dataclasses
import pickle

from hypothesis import given
from hypothesis import strategies as st

from model.annotation.values import Span
from model.checking.checks import CHECKS, clause_problems
from tests.model.checking.marked import FRAME, GOOD, LIST, SCHEME, Marked


def _with_status(found: Marked, words: str, status) -> Span:
    span = found.span(words)
    changed = dataclasses.replace(span, status=status)
    found.spans[found.spans.index(span)] = changed
    return changed


def test_nothing_is_said_of_a_document_without_clauses():
    assert clause_problems(SCHEME, "نص", []) == []
    assert clause_problems(SCHEME, "نص", [Span("a", "d", "reference", "symbol", 0, 2)], done=["clause"]) == []
    assert clause_problems(SCHEME, "1 - نص", [Span("a", "d", "clause", "operative", 0, 6, status="suggested")]) == []


def test_problems_come_in_the_order_of_the_text_with_their_place():
    items = [("subclause", "(أ) أمر؛"), ("subclause", "(ج) أمر؛")]
    found = Marked(*FRAME, ("operative", "1 - <تطلب>:", items), "كلمات.", ("operative", "3 - <تقرر> أمرا."))
    assert [(each.kind, each.path) for each in found.problems()] == [
        ("list-order", (("operative", "1"), ("subclause", "ج"))),
        ("uncovered", (("operative", "1"),)),
        ("numbering", (("operative", "3"),)),
    ]


def test_a_proposal_fills_a_gap_and_nothing_is_said_of_it():
    found = Marked(*GOOD)
    proposed = _with_status(found, "2 - ترحب", "suggested")
    assert found.problems() == []
    found.spans = [span for span in found.spans if not proposed.contains(span)]
    assert {each.kind for each in found.problems()} == {"uncovered", "numbering"}


def test_of_proposals_something_is_said_where_that_is_asked_for():
    found = Marked(*FRAME, LIST, ("operative", "2 - <ترحب> به"), ("operative", "3 - <تقرر> أمرا."))
    _with_status(found, "2 - ترحب", "suggested")
    assert found.problems() == []
    assert [each.kind for each in found.problems(proposals=True)] == ["ending"]


def test_no_mend_changes_a_proposal():
    found = Marked(
        *FRAME, ("operative", "1 - <تطلب> ما يلي:"), ("subclause", "(أ) أمر؛"), ("operative", "2 - <تقرر> أمرا.")
    )
    assert found.fixes() == ["Lengthen the clause before it to “أمر؛”"]
    _with_status(found, "1 - تطلب", "suggested")
    assert [each.kind for each in found.problems()] == ["orphan"] and found.fixes() == []


def test_rejected_proposals_are_as_if_they_were_not_there():
    found = Marked(*GOOD)
    rejected = _with_status(found, "2 - ترحب", "rejected")
    found.spans = [span for span in found.spans if span is rejected or not rejected.contains(span)]
    assert {each.kind for each in found.problems()} == {"uncovered", "numbering"}


def test_older_typography_reads_the_same_and_is_shown_as_it_is():
    lead = [("subclause", ")أ( أمـر؛"), ")ب( أمر؛", ("subclause", ")ج( أمر؛")]
    found = Marked(*FRAME, ("operative", "١ ـ <تطلب>:", lead), "٢ ـ وﻻ كلمـة؛", ("operative", "٣ ـ <تقرر> أمرا."))
    assert [(each.kind, each.text, each.fix and str(each.fix.message)) for each in found.problems()] == [
        ("list-order", "(ج) comes after (أ); (ب) is missing.", "Mark (ب)"),
        ("uncovered", "In no clause: “٢ ـ وﻻ كلمـة؛”", "Mark it as “operative”"),
        ("numbering", "Between 1 and 3, 2 is missing.", None),
    ]
    recital = Marked(*FRAME, ("operative", "واعتـرافا بذلك،"), ("preambular", "<وإذ تلاحظ> أمرا،"), LIST)
    assert [kind for kind, _ in recital.told()] == ["part-order"]


def test_a_wrong_label_is_told_and_not_what_follows_from_it():
    clauses = (*FRAME, ("operative", "وإذ ترحب به،"), ("preambular", "<وإذ تلاحظ> أمرا،"), LIST)
    assert [kind for kind, _ in Marked(*clauses).told()] == ["part-order"]


def test_problems_are_equal_where_they_read_the_same_and_go_to_a_worker_and_back():
    first, second = (Marked(*FRAME, LIST, ("operative", "3 - <تقرر> أمرا.")).problems() for _ in range(2))
    assert first == second and first[0].message is not second[0].message
    assert pickle.loads(pickle.dumps(first)) == first


def test_a_scheme_without_clauses_has_no_problems():
    free = dataclasses.replace(
        SCHEME, layers=tuple(layer for layer in SCHEME.layers if layer.overlap != "tree" and layer.within is None)
    )
    assert clause_problems(free, "نص", [Span("a", "d", "clause", "operative", 0, 2)]) == []


def test_clauses_may_hold_each_other_as_deep_as_one_likes():
    text = "كلمة " * 1000
    spans = [Span("p", "d", "clause", "operative", 0, 4999, "1")]
    spans += [Span(str(n), "d", "clause", "subclause", n, 4999 - n, None) for n in range(1, 1500)]
    assert clause_problems(SCHEME, text, spans)[0].kind in {check.kind for check in CHECKS}


_LABELS = st.sampled_from([label.id for label in SCHEME.layer("clause").labels])
_PIECES = st.sampled_from(
    ["1 - ", "(أ) ", "’1‘ ", "تقرر ", "وإذ ", "أمر", "؛", "،", ".", " ", "()", "\u200f", "[", "“", "7"]
)


@given(st.lists(_PIECES, max_size=30), st.data())
def test_any_document_has_an_answer(pieces, data):
    text = "".join(pieces)
    spans, reached = [], 0
    while reached < len(text) and len(spans) < 8:
        start = data.draw(st.integers(reached, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        number = data.draw(st.sampled_from([None, "1", "3", "أ", "99999999999", "٣"]))
        spans.append(Span(str(len(spans)), "d", "clause", data.draw(_LABELS), start, end, number))
        reached = data.draw(st.sampled_from([end, start + 1])) if end - start > 1 else end
        if reached < end:  # the next one lies inside
            inner = data.draw(st.integers(reached + 1, end))
            spans.append(Span(str(len(spans)), "d", "clause", "subclause", reached, inner))
            reached = end
    for problem in clause_problems(SCHEME, text, spans, done=data.draw(st.sampled_from([(), ("clause", "lead")]))):
        assert 0 <= problem.start < problem.end <= len(text), problem
        if problem.fix is not None and problem.fix.action in ("limits", "hold", "mark"):
            assert 0 <= problem.fix.start < problem.fix.end <= len(text), problem
