"""Texts put together with their layout."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.formats.source_text import NOTE_MARK, Beginning, LaidOutText, RawText, folded, folded_with_places
from model.text.layout import MOST, NO_LAYOUT, Layout

RAW = st.text(st.sampled_from(f"aب(){NOTE_MARK} \n\u00a0")) | st.text()


def raw(*pieces: str) -> RawText:
    """A paragraph in which ``/`` begins a line and each piece in angle brackets is in italics."""
    found = RawText()
    for piece in pieces:
        start = found.length
        if piece == "/":
            found.begin("lines")
        else:
            found.put(piece.strip("<>"))
        if piece.startswith("<"):
            found.set_in_italics(start)
    return found


@given(RAW, st.data())
def test_places_do_not_change_what_folding_gives(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, len(text)))))
    found, moved = folded_with_places(text, places)
    assert found == folded(text)
    assert list(moved) == places
    assert list(moved.values()) == sorted(moved.values())
    assert all(0 <= place <= len(found) for place in moved.values())


@given(st.lists(st.text(st.sampled_from("ab \n"))))
def test_what_begins_behind_a_place_begins_there(pieces: list[str]) -> None:
    text = " ".join(pieces)
    place = len(pieces[0]) + 1 if pieces else 0
    found, moved = folded_with_places(text, [place] if place <= len(text) else [])
    for old, new in moved.items():
        assert found[new:] == folded(text[old:])


@pytest.mark.parametrize(
    "text, place, moved",
    [
        ("a \0b", 2, 2),
        ("a \0b", 3, 4),
        ("a ( \0 ) b", 2, 2),
        ("a ( \0 ) b", 4, 2),
        ("a ( \0 ) b", 7, 4),
        ("\0\0b", 2, 4),
    ],
)
def test_marks_of_notes_become_two_characters(text: str, place: int, moved: int) -> None:
    assert folded_with_places(text, [place])[1] == {place: moved}


def test_paragraphs_lines_and_italics() -> None:
    text = LaidOutText()
    assert text.add(raw(" قرار  ", "/", "أول ")) == ("قرار أول", 0, [])
    assert text.add(raw("\n")) == ("", 8, ())
    assert text.add(raw("< وإذ >", " ", "<تشير إلى\n>", "ما سبق"), number="1 - ") == (
        "1 - وإذ تشير إلى ما سبق",
        9,
        [(13, 25)],
    )
    assert text.text() == "قرار أول 1 - وإذ تشير إلى ما سبق"
    assert text.layout() == Layout(paragraphs=(9,), lines=(5,), italics=((13, 25),))
    assert text.length == len(text.text())


def test_italics_of_two_paragraphs_are_two_stretches() -> None:
    text = LaidOutText()
    for word in ("<أول>", "<ثان>"):
        text.add(raw(word))
    assert text.layout().italics == ((0, 3), (4, 7))


@pytest.mark.parametrize("number, text", [("", "نص"), (" \t", "نص"), (" 1\u00a0 -\t", "1 - نص")])
def test_numbers_are_folded_like_all_else(number: str, text: str) -> None:
    assert LaidOutText().add(raw("نص"), number=number) == (text, 0, [])


def test_italics_within_italics_are_one_stretch() -> None:
    found = raw("أول", "<ثان>", "ثالث")
    found.set_in_italics(0)
    text = LaidOutText()
    text.add(found)
    assert text.layout().italics == ((0, len("أولثانثالث")),)


def test_nothing_begins_at_the_ends_of_a_text_and_one_thing_at_a_place() -> None:
    text = LaidOutText()
    text.add(raw("/", "أ", " ", "/"), "cells")
    text.add(raw("/", "ب", " ", "/", " ", "/", "ت"), "cells")
    text.add(raw("/", "ث", " ", "/"), number="1.")
    assert text.text() == "أ ب ت 1. ث"
    assert text.layout() == Layout(paragraphs=(6,), lines=(4,), cells=(2,))


@pytest.mark.parametrize("kinds", [("lines", "paragraphs"), ("paragraphs", "lines")])
def test_where_a_line_and_a_paragraph_begin_at_one_place_it_is_a_paragraph(kinds: tuple[Beginning, Beginning]) -> None:
    found = RawText()
    found.put("أ ")
    for kind in kinds:
        found.begin(kind)
    found.put("ب")
    text = LaidOutText()
    text.add(found)
    assert text.layout() == Layout(paragraphs=(2,))


def test_what_is_added_to_a_text_brings_its_beginnings_and_italics_along() -> None:
    found = raw("<أول>", " ")
    found.add(raw("ثان ", "/", "<ثالث>"))
    assert (found.text(), found.length) == ("أول ثان ثالث", 12)
    assert (found.beginnings, found.italics) == ([(8, "lines")], [(0, 3), (8, 12)])


def test_a_layout_beyond_all_measure_is_not_kept() -> None:
    text = LaidOutText()
    for _ in range(MOST + 1):
        text.add(raw("ب"))
    assert len(text.layout().paragraphs) == MOST
    text.add(raw("ب"))
    assert text.layout() == NO_LAYOUT
