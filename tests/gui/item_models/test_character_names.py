"""Every character can be seen and has a name."""

import sys
import unicodedata

import pytest

from gui.item_models.character_names import abbreviation, code_point, left_to_right, name_of, visible


@pytest.mark.parametrize(
    "character, shown, name",
    [
        ("ا", "ا", "ARABIC LETTER ALEF"),
        (" ", "SP", "SPACE"),
        ("\u00a0", "NBSP", "NO-BREAK SPACE"),
        ("\u200f", "RLM", "RIGHT-TO-LEFT MARK"),
        ("\u061c", "ALM", "ARABIC LETTER MARK"),
        ("\u2067", "RLI", "RIGHT-TO-LEFT ISOLATE"),
        ("\u202c", "PDF", "POP DIRECTIONAL FORMATTING"),
        ("\u064e", "\u25cc\u064e", "ARABIC FATHA"),
        ("\u0301", "\u25cc\u0301", "COMBINING ACUTE ACCENT"),
        ("\t", "TAB", "CHARACTER TABULATION"),
        ("\n", "LF", "LINE FEED"),
        ("\r", "CR", "CARRIAGE RETURN"),
        ("\x00", "NUL", "NULL"),
        ("\x1f", "US", "INFORMATION SEPARATOR ONE"),
        ("\x85", "NEL", "NEXT LINE"),
        ("\x9f", "U+009F", "<control-009F>"),
        ("\u2028", "LSEP", "LINE SEPARATOR"),
        ("\ufeff", "ZWNBSP", "ZERO WIDTH NO-BREAK SPACE"),
        ("\U000e0100", "VS17", "VARIATION SELECTOR-17"),
        ("\ue000", "U+E000", "<private-use-E000>"),
        ("\uffff", "U+FFFF", "<unassigned-FFFF>"),
        ("😀", "😀", "GRINNING FACE"),
    ],
)
def test_characters(character: str, shown: str, name: str) -> None:
    assert (visible(character), name_of(character)) == (shown, name)


def test_code_points() -> None:
    assert [code_point(each) for each in "ا😀\n"] == ["U+0627", "U+1F600", "U+000A"]
    assert left_to_right("U+0627") == "\u2066U+0627\u2069"


def test_nothing_is_invisible_or_without_a_name() -> None:
    for number in [*range(0x3100), *range(0xD7FF, 0x11000, 7), *range(0x1F000, sys.maxunicode, 251)]:
        character = chr(number)
        assert name_of(character)
        shown = visible(character)
        assert not all(unicodedata.category(each)[0] in "CZ" for each in shown), code_point(character)


def test_abbreviations_are_of_one_character_each() -> None:
    short = [abbreviation(chr(number)) for number in range(sys.maxunicode) if number < 0xD7FF or number > 0xDFFF]
    named = [each for each in short if each and not each.startswith("U+")]
    assert len(named) == len(set(named)) > 300
