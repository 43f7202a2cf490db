"""Training on invented clauses: what they teach, and that the same ones always teach the same."""

import numpy as np
import pytest

from model.segmentation.hashed_linear import HashedLinear
from model.segmentation.leads import REACH, Leads
from model.segmentation.values import ProposedClause
from model.training import leads as lead_training
from model.training.leads import rows_with_truth

PHRASES = (
    *(("تعرب عن قلقها", "إزاء الحالة"), ("تعرب عن تقديرها", "للجهود"), ("تلاحظ مع القلق", "أن الحالة")),
    *(("تلاحظ", "أن"), ("تشير", "إلى قرارها"), ("تشير أيضا", "إلى قرارها"), ("تؤكد من جديد", "أهمية")),
    *(("تؤكد", "أهمية"), ("تطلب", "إلى")),
)


def document_of(clauses: list[tuple[str, str]], label: str = "operative") -> tuple[str, list[ProposedClause]]:
    """A text of clauses that are each a phrase and what follows, numbered; an empty phrase is none."""
    text = "قرار اتخذته الجمعية العامة "
    told: list[ProposedClause] = []
    for number, (phrase, rest) in enumerate(clauses, start=1):
        start = len(text)
        text += f"{number} - "
        lead = (len(text), len(text) + len(phrase)) if phrase else None
        text += f"{phrase} {rest}؛ "
        told.append(ProposedClause(start, len(text) - 1, label, str(number), lead=lead))
    return text, told


def truths_of(clauses: list[tuple[str, str]], label: str = "operative") -> list[bool]:
    """What the decisions of clauses are, in order."""
    text, told = document_of(clauses, label)
    return [truth for clause in told for _, truth in rows_with_truth(text, clause)]


def test_a_phrase_teaches_to_go_on_to_its_last_word() -> None:
    assert truths_of([("تعرب عن قلقها", "إزاء الحالة")]) == [True, False, False, True]
    assert truths_of([("تطلب", "إلى")]) == [True, True]


def test_a_clause_without_a_phrase_teaches_that_alone() -> None:
    assert truths_of([("", "ينبغي للدول")]) == [False]


def test_other_clauses_teach_nothing() -> None:
    assert truths_of([("", "المكتبات")], "title") == []


def test_a_phrase_that_is_no_words_teaches_only_that_there_is_one() -> None:
    text = "1 - تطلب إلى الدول؛"
    for lead in ((2, 3), (9, 12), (4, 7)):
        clause = ProposedClause(0, len(text), "operative", "1", lead=lead)
        assert [truth for _, truth in rows_with_truth(text, clause)] == [True]


def test_a_phrase_beyond_reach_teaches_only_that_there_is_one() -> None:
    assert truths_of([(" ".join(["تطلب"] * (REACH + 1)), "إلى")]) == [True]
    assert truths_of([(" ".join(["تطلب"] * REACH), "إلى")]) == [True] + [False] * (REACH - 1)


def test_what_was_taught_is_found_again_and_the_same_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("sklearn")
    monkeypatch.setattr(lead_training, "BUCKETS", 1 << 14)  # enough for so few words, and quick
    document = document_of([*PHRASES * 4, *[("", "ينبغي للدول أن تعمل"), ("", "المكتبات كثيرة")] * 4])
    weights, bias = lead_training.train([document])
    again, bias_again = lead_training.train([document])
    assert np.array_equal(weights, again) and bias == bias_again
    leads = Leads(HashedLinear(weights, bias))
    text, told = document
    assert [leads.lead(text, *clause.limits, clause.label)[0] for clause in told] == [clause.lead for clause in told]
    # A Council, and spelt otherwise.
    council = "3 - يعرب عن قلقه إزاء ذلك؛ 4 - يُشيرُ أيضــاً إلى قراره؛"
    assert leads.lead(council, 0, 26, "operative")[0] == (4, 16)
    assert leads.lead(council, 27, len(council), "operative")[0] == (31, 45)
