"""Proposed clauses as values."""

from dataclasses import FrozenInstanceError, replace

import pytest

from model.segmentation.values import ProposedClause, brought_back, read_in
from model.text.reading_form import ReadingForm


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


def test_a_clause_is_read_in_the_reading_form_and_brought_back_with_its_number_as_written() -> None:
    text = "،  \u200f١ ـ تُقـرر النظر؛ )أ( ﻻ"
    form = ReadingForm(text)
    assert form.text == "،  1 - تقرر النظر؛ (أ) لا"
    written = ProposedClause(3, text.index(" )"), "operative", "١", lead=(8, 14))
    read = read_in(written, form)
    assert form.text[slice(*read.limits)] == "1 - تقرر النظر؛"
    assert read.lead is not None
    assert form.text[slice(*read.lead)] == "تقرر"
    assert brought_back(replace(read, number="1"), form) == written
    item = read_in(ProposedClause(text.index(")"), len(text), "subclause", "أ"), form)
    assert form.text[slice(*item.limits)] == "(أ) لا"
    assert brought_back(item, form) == ProposedClause(text.index(")"), len(text), "subclause", "أ")
