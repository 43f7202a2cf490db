"""What known clauses teach about marks."""

import numpy as np
import pytest

from model.segmentation.hashed_linear import HashedLinear
from model.segmentation.values import ProposedClause
from model.training import marks as mark_training
from model.training.marks import candidates_with_truth

TEXT = (
    "إن الجمعية العامة، إذ تشير إلى كذا؛ وإذ تلاحظ كذا، "
    "1 - تطلب وفقا للفقرة 3 (ب) ما يلي: (أ) كذا؛ (ب) كذا؛ الإبلاغ 2 - تقرر كذا."
)


def clause(part: str, label: str, text: str = TEXT) -> ProposedClause:
    start = text.index(part)
    return ProposedClause(start, start + len(part), label)


CLAUSES = [
    clause("إن الجمعية العامة،", "enacting"),
    clause("إذ تشير إلى كذا؛", "preambular"),
    clause("وإذ تلاحظ كذا،", "preambular"),
    clause("1 - تطلب وفقا للفقرة 3 (ب) ما يلي: (أ) كذا؛ (ب) كذا؛", "operative"),
    clause("(أ) كذا؛", "subclause"),
    clause("(ب) كذا؛", "subclause"),
    clause("الإبلاغ", "heading"),
    clause("2 - تقرر كذا.", "operative"),
]


def told(text: str, clauses: list[ProposedClause]) -> list[tuple[str, bool]]:
    return [(text[one.start : one.start + 3], truth) for one, truth in candidates_with_truth(text, clauses)]


def test_each_candidate_with_whether_a_clause_begins_there() -> None:
    assert told(TEXT, CLAUSES) == [
        ("1 -", True),
        ("(ب)", False),
        ("(أ)", True),
        ("(ب)", True),
        ("الإ", True),
        ("2 -", True),
    ]


def test_where_one_recital_follows_another_nothing_is_told() -> None:
    assert all(start != "وإذ" for start, _ in told(TEXT, CLAUSES))


def test_what_lies_in_a_long_unmarked_paragraph_is_not_told() -> None:
    whole = TEXT.index("1 -")
    paragraph = ProposedClause(whole, len(TEXT), "paragraph")
    short = told(TEXT, [paragraph])
    assert ("1 -", True) in short and ("2 -", False) in short
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mark_training, "LONGEST_SURE", 20)
        assert ("1 -", True) in told(TEXT, [paragraph])
        assert ("2 -", False) not in told(TEXT, [paragraph])


def test_the_rows_are_the_features(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    def train_linear(
        rows: list[tuple[str, ...]], truths: list[bool], *, buckets: int, strength: float
    ) -> tuple["np.ndarray", float]:
        seen.extend((len(rows), sum(truths), buckets))
        assert strength == mark_training.STRENGTH
        return np.zeros(buckets), 0.0

    monkeypatch.setattr(mark_training, "train_linear", train_linear)
    mark_training.train([(TEXT, CLAUSES), (TEXT, CLAUSES)])
    assert seen == [12, 10, mark_training.BUCKETS]


def test_what_was_told_is_learned() -> None:
    pytest.importorskip("sklearn")
    model = HashedLinear(*mark_training.train([(TEXT, CLAUSES)] * 20))
    assert all((model.chance(one.features) >= 0.5) is truth for one, truth in candidates_with_truth(TEXT, CLAUSES))
