"""Proposed clauses as values."""

from dataclasses import FrozenInstanceError

import pytest

from model.segmentation.values import ProposedClause


def test_the_limits_are_start_and_end() -> None:
    assert ProposedClause(3, 9, "operative", lead=(4, 6)).limits == (3, 9)


def test_a_clause_is_known_by_what_it_says() -> None:
    one = ProposedClause(3, 9, "operative", "1", 0, (4, 6), confidence=0.5)
    assert {one, ProposedClause(3, 9, "operative", "1", lead=(4, 6), confidence=0.5)} == {one}
    assert one != ProposedClause(3, 9, "operative", "1", 0, (4, 6), annex=True, confidence=0.5)


def test_a_clause_stays_as_it_was_proposed() -> None:
    clause = ProposedClause(3, 9, "operative")
    with pytest.raises(FrozenInstanceError):
        clause.end = 10  # type: ignore[misc]
