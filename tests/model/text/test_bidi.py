"""Levels and visual order, against Unicode's own test file where it is installed."""

import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.text.bidi import columns, levels, line_levels, paragraph_level, visual_lines, visual_order
from model.text.words import BIDI_MARKS

UNICODE_CASES = Path("/usr/share/unicode/BidiCharacterTest.txt")
TEXTS = st.text(st.sampled_from("ابجabc123 \t\n()[]/.،\u064b\u0301\u200f\u202a\u202c\u2067\u2069😀好\x1b"))


def test_levels_of_a_resolution_s_line() -> None:
    # After Arabic letters the digits are Arabic numbers, and the slash between them is one of them.
    assert levels("قرار 59/187 (A/59)") == [1] * 5 + [2] * 6 + [1, 1] + [2] * 4 + [1]


def test_levels_are_of_code_points() -> None:
    assert levels("a😀ب€", "L") == [0, 0, 1, 0]
    assert levels("") == []


def test_the_first_strong_character_decides_where_no_base_is_given() -> None:
    assert (paragraph_level("12 ب a", None), paragraph_level("12 a ب", None)) == (1, 0)
    assert (paragraph_level("a"), paragraph_level("ب", "L")) == (1, 0)
    assert levels("a\nب", None) == [0, 0, 1]


def test_unicode_s_cases() -> None:
    if not UNICODE_CASES.exists():
        reason = "Unicode's test files are not installed (Debian: unicode-data)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    wrong: list[str] = []
    cases = [line for line in UNICODE_CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    for case in cases:
        codes, direction, level, expected, order = case.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        base = {"0": "L", "1": "R", "2": None}[direction]
        paragraph = paragraph_level(text, base)
        resolved = line_levels(text, levels(text, base), paragraph)
        kept = [index for index, shown in enumerate(expected.split()) if shown != "x"]
        visual = [kept[index] for index in visual_order([resolved[index] for index in kept])]
        if (
            paragraph != int(level)
            or [resolved[index] for index in kept] != [int(shown) for shown in expected.split() if shown != "x"]
            or visual != [int(index) for index in order.split()]
        ):
            wrong.append(case)
    assert len(cases) > 90_000
    assert not wrong


def test_the_known_fault_of_python_bidi() -> None:
    """By rule N0 the brackets follow the Latin letter before the isolates, as they do without these."""
    assert levels("جa[b]") == [1, 2, 2, 2, 2]
    assert levels("جa\u2067\u2069[b]")[-3:] == [2, 2, 2]
    assert levels("جa\u2067\u2068\u2069\u2069[b]")[-3:] == [1, 2, 1]  # when this fails the fault is mended


def test_white_space_at_a_line_s_end_and_separators_take_the_paragraph_s_level() -> None:
    assert line_levels("a  ", [2, 2, 2], 1) == [2, 1, 1]
    assert line_levels("a \tb \u2067", [2, 2, 2, 2, 2, 2], 1) == [2, 1, 1, 2, 1, 1]
    assert line_levels("a b", [2, 2, 2], 1) == [2, 2, 2]


def test_a_line_in_visual_order() -> None:
    assert visual_lines("قرار (A/59)", 80) == ["(A/59) رارق"]
    assert visual_lines("(أ) ب [ج", 80) == ["ج] ب (أ)"]
    assert visual_lines("«د»", 80) == ["«د»"]
    assert visual_lines("abc", 80) == ["abc"]


def test_marks_follow_their_letter() -> None:
    assert visual_lines("بَت", 80) == ["تبَ"]


def test_symbols_are_not_cut() -> None:
    lines = visual_lines("وثيقة A/59/503/Add.2 وأخرى", 14)
    assert lines == ["ةقيثو", "A/59/503/Add.2", "ىرخأو"]


def test_levels_are_resolved_before_lines_are_cut() -> None:
    # The digits follow an Arabic letter of the line before: alone they would stand as in an English text.
    assert visual_lines("با 12-34", 5, "L")[-1] == "34-12"


def test_what_is_longer_than_a_line_is_cut_between_graphemes() -> None:
    assert visual_lines("ae\u0301bc", 2, "L") == ["ae\u0301", "bc"]


def test_controls_do_not_reach_the_terminal() -> None:
    assert visual_lines("a\x1b[0m\tb\u200f\u202e", 80, "L") == ["a\ufffd[0m b"]


@pytest.mark.parametrize(
    "text, lines", [("", [""]), ("\n", [""]), ("a\n\nb\n", ["a", "", "b"]), ("a\r\nb", ["a", "b"])]
)
def test_paragraphs(text: str, lines: list[str]) -> None:
    assert visual_lines(text, 10, "L") == lines


@given(TEXTS, st.integers(1, 12))
def test_nothing_is_lost_and_lines_fit(text: str, width: int) -> None:
    lines = visual_lines(text, width)
    assert all(columns(line) <= max(width, 2) for line in lines)
    mirrored = str.maketrans("[(", "])")

    def letters(whole: str) -> Counter[str]:
        return Counter(one for one in whole.translate(mirrored).replace("\x1b", "\ufffd") if not one.isspace())

    shown = letters("".join(lines))
    assert shown == letters("".join(one for one in text if one not in BIDI_MARKS))


@given(st.lists(st.integers(0, 4)))
def test_visual_order_is_a_permutation(line: list[int]) -> None:
    assert sorted(visual_order(line)) == list(range(len(line)))
