"""Ways of display: the displayed copy keeps every offset, and what a reader looks at stays where it is."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.style.fonts import DEFAULT_FAMILY, DEFAULT_PIXEL_SIZE
from gui.text_view.display import (
    CLOSEST_SPACING,
    NARROWEST_READING,
    NO_BREAK_SPACES,
    WIDEST_READING,
    WIDEST_SPACING,
    ZERO_WIDTH,
    DisplayedCopy,
    DisplayOptions,
)
from gui.text_view.view import TextView
from tests.gui.text_view.conftest import clause, clauses_of, mark, painted

USUAL = DisplayOptions()
SHOWN = DisplayOptions(show_hidden=True)
STORED = DisplayOptions(as_stored=True)
ALL = [
    DisplayOptions(stored, mended, shown, line_spacing=spacing, reading_width=width)
    for stored, mended, shown in ((False, True, False), (True, False, True), (True, True, False), (False, False, True))
    for spacing, width in ((1.0, 46), (0.8, 0), (2.5, 16))
]


def copy(text: str, options: DisplayOptions = USUAL) -> str:
    return DisplayedCopy(text, options).of(0, len(text))


# The displayed copy


@pytest.mark.parametrize(
    "text, displayed",
    [
        ("النـزاع", "الن\u200dزاع"),
        ("النـــزاع", "الن\u200d\u200d\u200dزاع"),
        ("تُـهمل", "تُ\u200dهمل"),
        ("الإدـارة", "الإد\u200cارة"),  # dal joins nothing behind it, nor does it here
        ("2030()، ثم", "2030\u200c\u200c، ثم"),
        ("2030() ثم", "2030\u200c\u200c ثم"),
        ("ذات الصلة)(، ثم", "ذات الصلة\u200c\u200c، ثم"),  # mended first
    ],
)
def test_what_is_hidden_has_no_width(text: str, displayed: str) -> None:
    assert copy(text) == displayed
    assert copy(text, replace(SHOWN, mend_brackets=False)) == text


@pytest.mark.parametrize(
    "text",
    [
        "(هـ)",
        "هـ",
        "الـ 17",
        "المرشح (ـة)",
        "المـُقامة",
        "لـا",
        "ذوي الإعاقة()وبروتوكولها",
        "المقرر 7/11()42",
        "( )",
        "ـ",
    ],
)
def test_what_is_part_of_the_spelling_or_keeps_words_apart_stays(text: str) -> None:
    assert copy(text) == text


def test_reversed_brackets_are_mended_across_blocks() -> None:
    text = "]أولا، (ثانيا)[ ثالثا"
    made = DisplayedCopy(text, USUAL)
    assert made.of(0, 7) + made.of(7, len(text)) == "[أولا، (ثانيا)] ثالثا"
    assert copy(text, replace(USUAL, mend_brackets=False)) == text


@given(st.text("ابلهـو\u064e()[] 12/\u200f\u200d\u00a0\u0301،😀\n\t𐤀", max_size=50), st.booleans(), st.booleans())
def test_the_copy_is_as_long_in_code_points_and_in_utf16(text: str, mended: bool, shown: bool) -> None:
    made = copy(text, DisplayOptions(mend_brackets=mended, show_hidden=shown))
    assert [len(character.encode("utf-16-le")) for character in made] == [
        len(character.encode("utf-16-le")) for character in text
    ]
    kept = set(ZERO_WIDTH + NO_BREAK_SPACES)  # nothing that orders or holds together may change
    assert all(one == other for one, other in zip(text, made, strict=True) if one in kept)


# Options


def test_options_are_held_within_their_limits(qapp: QApplication) -> None:
    wild = DisplayOptions(family="no such font", line_spacing=9.0, reading_width=5000).within_limits()
    assert (wild.family, wild.line_spacing, wild.reading_width) == (DEFAULT_FAMILY, WIDEST_SPACING, WIDEST_READING)
    tame = DisplayOptions(line_spacing=0.1, reading_width=1).within_limits()
    assert (tame.line_spacing, tame.reading_width) == (CLOSEST_SPACING, NARROWEST_READING)
    assert DisplayOptions(line_spacing=float("nan"), reading_width=-3).within_limits() == DisplayOptions(
        reading_width=0
    )
    assert USUAL.within_limits() == USUAL


@pytest.mark.parametrize("options", ALL)
def test_every_way_of_display_keeps_what_is_selected_marked_and_at_the_top(
    make_view: Callable[..., TextView], invented: str, hard: str, options: DisplayOptions
) -> None:
    text = (invented + hard) * 3
    view = make_view(text, 560, 400, clauses_of(text, *("إذ تستذكر", "وإذ تدرك", "(أ)")), size=18)
    view.verticalScrollBar().setValue(200)
    view.set_selection(700, 730, reveal=False)
    told: list[tuple[int, int]] = []
    view.selection_changed.connect(lambda *limits: told.append(limits))
    first = next(row.start for row, top in view.page.rows_meeting(0, len(text)) if top + row.height > 0)
    view.set_display(options)
    row, top = next((row, top) for row, top in view.page.rows_meeting(0, len(text)) if top + row.height > 0)
    assert row.start <= first < row.end or top > 0
    assert (view.selection(), view.caret(), told) == ((700, 730), 730, [])
    assert view.display == options
    assert [span.limits for span in view.page.spans] == [span.limits for span in view.page.spans.meeting(0, len(text))]
    view.set_display(USUAL)
    assert next(row.start for row, top in view.page.rows_meeting(0, len(text)) if top + row.height > 0) == first


@pytest.mark.parametrize("options", ALL)
def test_ways_of_display_do_not_depend_on_when_they_are_chosen(
    make_view: Callable[..., TextView], invented: str, options: DisplayOptions
) -> None:
    spans = [*clauses_of(invented, "إذ تستذكر", "وإذ تدرك"), mark(30, 50)]
    early = make_view(invented, 560, 400, spans, options=options)
    late, usual = make_view(invented, 560, 400, spans), make_view(invented, 560, 400, spans)
    usual.clearFocus()
    late.set_display(options)
    assert painted(early) == painted(late)
    late.set_display(USUAL)
    assert painted(late) == painted(usual)


def test_the_clipboard_gets_the_text_as_it_is_stored(make_view: Callable[..., TextView]) -> None:
    text = "النـزاع 2030()، ]مقلوب[ نهاية"
    view = make_view(text)
    view.select_all()
    view.copy()
    assert QGuiApplication.clipboard().text() == text


def test_font_line_spacing_and_reading_width_are_seen(
    make_view: Callable[..., TextView], invented: str, other_family: str
) -> None:
    view = make_view(invented, 1600, 600)
    height = view.page.typography.row_height
    assert view.page.width == 46 * DEFAULT_PIXEL_SIZE
    view.set_display(replace(USUAL, reading_width=20))
    assert view.page.width == 20 * DEFAULT_PIXEL_SIZE
    view.set_display(replace(USUAL, reading_width=0))
    assert view.page.width == view.column_left + view.page.width - 12 > 1000
    view.set_display(replace(USUAL, line_spacing=1.5))
    assert view.page.typography.row_height == pytest.approx(height * 1.5, abs=1)
    view.set_display(replace(USUAL, line_spacing=0.8))
    assert view.page.typography.row_height == pytest.approx(height * 0.8, abs=1)
    view.set_display(replace(USUAL, family=other_family))
    assert view.page.typography.font.family() == other_family
    view.set_text_font(DEFAULT_FAMILY, 25)
    assert view.display == USUAL


# As stored


def test_as_stored_only_the_texts_own_line_breaks_begin_paragraphs(make_view: Callable[..., TextView]) -> None:
    text = "العنوان: سطر أول، وفيه فقرة؛\n\n  سطر ثالث\r\nرابع\n"
    spans = [clause(0, 8, "title"), clause(9, 28, "operative"), clause(12, 17, "subclause", depth=2)]
    view = make_view(text, spans=spans, options=STORED)
    assert [text[block.limits.start : block.limits.end] for block in view.page.blocks] == [
        "العنوان: سطر أول، وفيه فقرة؛\n",
        "\n",
        "  سطر ثالث\r\n",
        "رابع\n",
    ]
    assert all(block.limits.indent == 0 and block.above == 0 for block in view.page.blocks)
    before = painted(view)
    view.replace_spans([], [clause(30, 40, "subclause", "late")])
    assert len(view.page.blocks) == 4
    assert painted(view) != before
    view.set_display(USUAL)
    assert len(view.page.blocks) > 4


def test_a_cut_in_a_long_stored_line_looks_like_the_end_of_any_row(
    make_view: Callable[..., TextView], invented: str
) -> None:
    text = invented * 12
    view = make_view(text, 700, 600, options=STORED)
    blocks = view.page.blocks
    assert len(blocks) > 3
    assert [block.limits.runs_on for block in blocks] == [True] * (len(blocks) - 1) + [False]
    for number, block in enumerate(blocks[:-1]):
        view.reveal(block.limits.start)
        view.page.row(number, 0)
        rows = block.laid_out.rows
        assert block.height == block.laid_out.height == sum(row.height for row in rows)
        lengths = [row.line.naturalTextWidth() for row in rows]
        longest = max(len(word) for word in invented.split()) * 12
        assert lengths[-1] > min(lengths[:-1]) - longest
        assert lengths[-1] > 0.8 * max(lengths)
        assert {round(max(row.boxes.right)) for row in rows} <= set(range(view.page.width - 6, view.page.width + 7))


def test_a_line_of_a_million_characters_lays_out_only_what_is_seen(
    make_view: Callable[..., TextView], invented: str
) -> None:
    view = make_view((invented * 2000)[:1_000_000], 700, 500, options=STORED)
    assert view.page.laid_out_count() < 5
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    painted(view)
    assert view.page.laid_out_count() < 12
    offset = view.offset_at(QPointF(300, 200))
    assert view.page.paragraph_at(offset) == (0, 1_000_000)


def test_a_triple_click_outside_clauses_takes_the_stored_line(
    make_view: Callable[..., TextView], invented: str
) -> None:
    text = invented * 8 + "\n" + invented
    view = make_view(text, 600, 500, options=STORED)
    view.change_selection(lambda selection: selection.select(*selection.unit_at(900, "clause")))
    assert view.selection() == (0, len(invented) * 8 - 1)


# Hidden marks


def test_hidden_marks_take_no_room_and_are_passed_with_the_letter_beside_them(
    make_view: Callable[..., TextView],
) -> None:
    text = "كلمة،\u200f\u202c ثم النـزاع 2030()؛"
    view = make_view(text, size=30)
    for offset in (text.index("ـ"), text.index("("), text.index(")"), 5, 6):
        box = view.character_box(offset)
        assert box is not None
        assert box.width() == 0
    view.set_selection(4, 4)
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.caret() == text.index(" ") + 1


def test_shown_marks_have_signs_and_each_is_a_step_of_the_caret(make_view: Callable[..., TextView]) -> None:
    text = "كلمة،\u200f\u202c ثم"
    view = make_view(text, size=30, options=SHOWN)
    bare = painted(make_view(text, size=30))
    assert painted(view) != bare
    view.set_selection(4, 4)
    places = []
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Left)
        places.append(view.caret())
    assert places == [5, 6, 7, 8]
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Right)
        places.append(view.caret())
    assert places[4:] == [7, 6, 5, 4]
    view.set_selection(5, 5)
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.selection() == (5, 6)


@pytest.mark.parametrize("mark_", sorted({*ZERO_WIDTH, *NO_BREAK_SPACES, "ـ"}))
def test_each_kind_of_hidden_mark_has_a_sign(make_view: Callable[..., TextView], mark_: str) -> None:
    text = f"كلمة{mark_}أخرى"
    view = make_view(text, 300, 120, size=40, options=SHOWN)
    view.clearFocus()
    signed = painted(view)
    block = view.page.blocks[0].laid_out
    assert block.signs == [4]
    block.signs = []
    plain = painted(view)
    differing = {
        x for x in range(signed.width()) for y in range(signed.height()) if signed.pixel(x, y) != plain.pixel(x, y)
    }
    assert differing
    left, right = block.rows[0].boxes.box(4)
    middle = (left + right) / 2 + view.column_left
    assert all(abs(x - middle) < 14 for x in differing)


def test_empty_footnote_marks_are_seen_only_where_hidden_marks_are(make_view: Callable[..., TextView]) -> None:
    text = "قرار 2030()، ثم"
    with_, without = make_view(text, options=SHOWN), make_view(text)
    shown, hidden = with_.character_box(text.index("(")), without.character_box(text.index("("))
    assert shown is not None
    assert hidden is not None
    assert shown.width() > 3
    assert hidden.width() == 0
    plain = make_view(text.replace("()", ""))
    for offset, other in ((0, 0), (5, 5), (8, 8), (text.index("،"), 9), (len(text) - 1, len(text) - 3)):
        one, two = without.character_box(offset), plain.character_box(other)
        assert one == two


def test_a_hidden_tatweel_leaves_its_letters_joined(make_view: Callable[..., TextView], other_family: str) -> None:
    """In a font that has no special shape for the pair, the word looks as if it had been written without."""
    with_ = make_view("من النـــزاع", 300, 120, family=other_family, size=30)
    without = make_view("من النزاع", 300, 120, family=other_family, size=30)
    for view in (with_, without):
        view.clearFocus()
    assert painted(with_) == painted(without)


# Zoom


def test_half_and_three_times_the_usual_size_are_reached_by_keys_and_wheel(
    make_view: Callable[..., TextView], invented: str
) -> None:
    view = make_view(invented)
    sizes: list[int] = []
    view.font_size_changed.connect(sizes.append)
    for _ in range(30):
        view.zoom_in()
    view.zoom_reset()
    for _ in range(20):
        view.zoom_out()
    assert DEFAULT_PIXEL_SIZE * 3 in sizes
    assert DEFAULT_PIXEL_SIZE // 2 in sizes


@pytest.mark.parametrize("size", [DEFAULT_PIXEL_SIZE // 2, DEFAULT_PIXEL_SIZE * 3])
@pytest.mark.parametrize("width", [500, 1400])
def test_at_any_size_rows_lie_in_the_column_and_below_each_other(
    make_view: Callable[..., TextView], seed: str, size: int, width: int
) -> None:
    view = make_view(seed, width, 700, clauses_of(seed, "إذ تعيد", "وإذ تشير"), size=size)
    bottom = None
    for row, top in view.page.rows_meeting(0, len(seed)):
        assert min(row.boxes.left) >= -size / 2
        assert max(row.boxes.right) <= view.page.width + size / 2
        assert bottom is None or top >= bottom
        bottom = top + row.height
    assert bottom is not None and bottom > 500


def test_all_of_the_corpus_hardest_texts_is_displayed_with_its_length(corpus: Path) -> None:
    for path in [*sorted(corpus.glob("texts/*/*.txt"))[::40], *corpus.glob("seed/*.txt")]:
        text = path.read_bytes().decode("utf-8").split("\n", 2)[2]
        assert len(copy(text)) == len(text)
        assert copy(text, replace(SHOWN, mend_brackets=False)).split() == text.split()
