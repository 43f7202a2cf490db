"""Documents as they might have been brought: what each variant changes, and that limits move along."""

import pytest

from model.measuring.variants import VARIANTS, given
from model.segmentation.gold import GoldDocument
from model.text.layout import NO_LAYOUT
from model.text.reading_form import ReadingForm
from tests.model.resolutions import resolution

DOCUMENT = resolution(5)
STYLES = ("digits", "brackets", "ligatures", "tatweel", "older")
BROKEN = ("paragraphs", "wrapped", "wrapped-paragraphs", "random-breaks", "paragraphs-and-random-breaks")


def quotes(document: GoldDocument) -> list[str]:
    """The clauses and leading phrases of a document in the reading form."""
    form = ReadingForm(document.text)
    limits = [limits for clause in document.clauses for limits in (clause.limits, clause.lead) if limits is not None]
    return [form.text[slice(*form.limits(*each))] for each in limits]


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_variant_is_always_the_same(variant: str) -> None:
    assert given(DOCUMENT, variant) == given(DOCUMENT, variant)


@pytest.mark.parametrize("variant", STYLES)
def test_clauses_of_older_typography_are_the_same_words(variant: str) -> None:
    typed = given(DOCUMENT, variant)
    assert typed.text != DOCUMENT.text
    assert quotes(typed) == quotes(DOCUMENT)
    numbers = [clause.number for clause in typed.clauses if clause.number is not None]
    assert ("١" in numbers) == (variant in ("digits", "older"))


def test_older_typography_is_all_of_it() -> None:
    typed = given(DOCUMENT, "older")
    assert all(sign in typed.text for sign in ("\u0661", "]بن", "ـ")) and "\ufef7" in given(DOCUMENT, "ligatures").text


@pytest.mark.parametrize("variant", BROKEN)
def test_breaks_stand_where_blanks_stood(variant: str) -> None:
    broken = given(DOCUMENT, variant)
    assert broken.text.replace("\n", " ") == DOCUMENT.text
    assert broken.clauses == DOCUMENT.clauses
    assert broken.layout == NO_LAYOUT
    begins = {clause.start for clause in DOCUMENT.clauses if clause.start}
    breaks = {place + 1 for place, sign in enumerate(broken.text) if sign == "\n"}
    assert (begins <= breaks) == ("paragraphs" in variant)
    assert (breaks <= begins) == (variant == "paragraphs")


def test_wrapped_lines_are_no_longer_than_a_hundred_characters() -> None:
    for variant in ("wrapped", "wrapped-paragraphs"):
        lines = given(DOCUMENT, variant).text.split("\n")
        assert 30 < max(map(len, lines)) <= 100


def test_paragraphs_and_italics_stand_beside_the_text() -> None:
    found = given(DOCUMENT, "italics")
    assert found.text == DOCUMENT.text
    assert found.layout.paragraphs == tuple(sorted({clause.start for clause in DOCUMENT.clauses} - {0}))
    assert set(found.layout.italics) == {clause.lead for clause in DOCUMENT.clauses if clause.lead is not None}
    assert found.layout.fits(len(found.text))
