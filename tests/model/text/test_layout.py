"""The layout of a text: what fits a text, and how it is stored."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.text.layout import MOST, NO_LAYOUT, Layout, with_own_breaks

LENGTH = 60


@st.composite
def layouts(draw: st.DrawFn, length: int = LENGTH) -> Layout:
    """Any layout of a text of so many code points."""
    inside = range(1, length)
    kinds_of = st.sampled_from(["paragraphs", "lines", "cells"])
    places = draw(st.dictionaries(st.sampled_from(inside), kinds_of)) if inside else {}
    edges = sorted(draw(st.sets(st.integers(0, length))))
    kinds = {kind: tuple(sorted(place for place in places if places[place] == kind)) for kind in places.values()}
    return Layout(**kinds, italics=tuple(zip(edges[::2], edges[1::2], strict=False)))


@given(layouts())
def test_what_is_stored_is_read_back(layout: Layout) -> None:
    assert layout.fits(LENGTH)
    assert Layout.read(layout.stored()) == layout


def test_stored_is_compact_json_without_empty_fields() -> None:
    layout = Layout(paragraphs=(3, 12), italics=((0, 2), (5, 9)))
    assert layout.stored() == '{"paragraphs":[3,12],"italics":[[0,2],[5,9]]}'
    assert json.loads(Layout(lines=(1,), cells=(2,)).stored() or "") == {"lines": [1], "cells": [2]}


def test_an_empty_layout_is_stored_as_nothing() -> None:
    assert NO_LAYOUT.stored() is None
    assert Layout.read(None) == NO_LAYOUT == Layout()
    assert NO_LAYOUT.fits(1)


@pytest.mark.parametrize(
    "layout",
    [
        Layout(paragraphs=(1, 9)),
        Layout(paragraphs=(1,), lines=(2, 4), cells=(3, 9)),
        Layout(italics=((0, 10),)),
        Layout(italics=((0, 1), (2, 3), (9, 10))),
    ],
)
def test_what_fits_a_text_of_ten(layout: Layout) -> None:
    assert layout.fits(10)


@pytest.mark.parametrize(
    "layout",
    [
        Layout(paragraphs=(0,)),
        Layout(paragraphs=(-1, 2)),
        Layout(lines=(10,)),
        Layout(cells=(11,)),
        Layout(paragraphs=(4, 3)),
        Layout(lines=(3, 3)),
        Layout(paragraphs=(3,), lines=(3,)),
        Layout(lines=(3,), cells=(3,)),
        Layout(italics=((-1, 2),)),
        Layout(italics=((2, 2),)),
        Layout(italics=((3, 2),)),
        Layout(italics=((9, 11),)),
        Layout(italics=((1, 3), (3, 4))),
        Layout(italics=((5, 6), (1, 2))),
    ],
)
def test_what_does_not_fit_a_text_of_ten(layout: Layout) -> None:
    assert not layout.fits(10)


def test_more_places_than_are_kept_fit_no_text() -> None:
    paragraphs = tuple(range(1, MOST + 1))
    assert Layout(paragraphs).fits(MOST + 2)
    assert not Layout(paragraphs, lines=(MOST + 1,)).fits(MOST + 2)
    assert not Layout(paragraphs, italics=((0, 1),)).fits(MOST + 2)


def own(text: str, layout: Layout = NO_LAYOUT) -> tuple[list[str], list[str]]:
    """The words behind the paragraphs' and behind the lines' breaks."""
    found = with_own_breaks(layout, text)
    assert found.fits(len(text)) or found == NO_LAYOUT
    return [text[place:].split()[0] for place in found.paragraphs], [text[place:].split()[0] for place in found.lines]


def test_breaks_of_a_text_are_paragraphs() -> None:
    long = "كلمة " * 40
    assert own(f"أ {long}\nب {long}\r\nج {long}\u2029د {long}") == (["ب", "ج", "د"], [])
    assert own("لا شيء") == ([], [])
    assert own("\n\nأ\n \n") == ([], [])


def test_lines_that_were_full_are_wrapped() -> None:
    full = "ك" * 59
    assert own(f"{full} ك\nأكثر {full[:54]}\nهنا قصير\nفقرة\n\nأخرى {full[:55]}\nلا") == (
        ["فقرة", "أخرى"],
        ["أكثر", "هنا", "لا"],
    )


def test_behind_an_empty_line_a_paragraph_begins_even_where_its_word_would_not_have_fitted() -> None:
    full = "ك" * 59
    assert own(f"{full}\n{full}\n\nفقرة\n\n{full}") == (["فقرة", full], [full])


def test_a_word_needs_a_blank_before_it_to_fit() -> None:
    full, most = "ك" * 60, "ك" * 55
    assert own(f"{full}\n{most}\nأربع هنا\n{most}\nخامسة هنا") == (["أربع"], [most, most, "خامسة"])


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u2028"])
def test_lines_are_wrapped_whatever_ends_them(end: str) -> None:
    full = "ك" * 55
    assert own(end.join((f"{full} أ", f"{full} ب", "قصير"))) == ([], [full, "قصير"])


def test_the_longest_of_short_paragraphs_is_not_wrapped() -> None:
    short, long = ["ك " * 20] * 9, "ب" * 70
    assert own("\n".join([*short, long, *short]))[1] == []
    assert own("\n".join([*short, *[long] * 5, *short]))[1] == [*[long] * 5, "ك"]


def test_the_first_line_of_a_paragraph_is_as_full_as_others_where_it_is_indented() -> None:
    assert own(f"    {'ك' * 56}\nأكثر\n    فقرة {'ك' * 51}\nلا") == (["فقرة"], ["أكثر", "لا"])


def test_breaks_of_a_text_come_to_those_beside_it() -> None:
    text = f"أ {'كلمة ' * 40}\nب ج"
    place = text.index("ج")
    assert own(text, Layout(paragraphs=(place,))) == (["ب", "ج"], [])
    assert own(text, Layout(lines=(text.index("ب"),))) == ([], ["ب"])
    wrapped = f"{'ك' * 60}\nكلمة أخرى"
    assert own(wrapped, Layout(lines=(wrapped.index("أخرى"),))) == ([], ["كلمة", "أخرى"])


@given(st.text(alphabet="اب \n\r\u2028\t", max_size=80))
def test_any_text_has_breaks_that_fit(text: str) -> None:
    found = with_own_breaks(NO_LAYOUT, text)
    assert not text or found.fits(len(text)) or found == NO_LAYOUT
    assert all(not text[place].isspace() and text[place - 1].isspace() for place in (*found.paragraphs, *found.lines))
