import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.formats.file_names import file_names
from model.text.words import grapheme_start


@pytest.mark.parametrize(
    "names,wanted",
    [
        (["قرار", "a b", "a.b"], ["قرار", "a b", "a.b"]),
        (["a:b", "a_b"], ["a_b (2)", "a_b"]),
        (["a/b", "A:B", "a?b"], ["a_b", "A_B (2)", "a_b (3)"]),
        (["a:b", "a_b", "A_B (2)"], ["a_b (3)", "a_b", "A_B (2)"]),
        (["ß?", "SS_"], ["ß_ (2)", "SS_"]),
        (["\u00e9", "e\u0301"], ["\u00e9", "e\u0301 (2)"]),
        (["NUL", "con", "Com1", "lpt¹", "aux.x", "PRN .y", "console"],
         ["_NUL", "_con", "_Com1", "_lpt¹", "_aux.x", "_PRN .y", "console"]),
        (["_NUL", "nul"], ["_NUL", "_nul (2)"]),
        (["..", "", " ", "../../x", "a\tb\0", "a\\b"], ["_..", "_", "_ ", ".._.._x", "a_b_", "a_b"]),
        ([], []),
    ],
)  # fmt: skip
def test_each_has_a_sound_name_of_its_own(names: list[str], wanted: list[str]) -> None:
    assert file_names(names, ".txt") == [f"{name}.txt" for name in wanted]


def test_a_name_too_long_is_cut_at_a_grapheme() -> None:
    fits = "x" * 251
    marked = "x" * 249 + "ب\u064e"  # 251 bytes of the letter, without the mark that belongs to it
    found = file_names([fits, fits + "x", marked, "\u0301" * 200], ".txt")
    assert found == [f"{fits}.txt", f"{'x' * 247} (2).txt", f"{'x' * 249}.txt", f"{chr(0x301) * 125}.txt"]


letters = st.text("aAıß/:_é\u0301 .()23\u064e\u200d👩NULnul", max_size=6)


@given(st.lists(letters | letters.map(lambda name: name * 80), max_size=12, unique_by=str.casefold))
def test_no_two_are_one_file_anywhere(names: list[str]) -> None:
    found = file_names(names, ".txt")
    assert file_names(names, ".txt") == found
    assert len({unicodedata.normalize("NFC", name).casefold() for name in found}) == len(names)
    for name, given_name in zip(found, names, strict=True):
        assert len(name.encode()) <= 255
        assert "/" not in name
        assert name.endswith(".txt")
        cut = name.removesuffix(".txt")
        if given_name.startswith(cut):
            # A name that is one grapheme and too long is cut within it.
            assert grapheme_start(given_name, len(cut)) in (len(cut), 0)


def test_many_that_would_be_one_file_take_no_time() -> None:
    """A name tries only the numbers that those before it left; all of them, for each of these, would take minutes."""
    signs = '?*:"<>|'
    names = ["".join(signs[number // 7**place % 7] for place in range(6)) for number in range(20_000)]
    assert file_names(names, ".txt")[-1] == "______ (20000).txt"
