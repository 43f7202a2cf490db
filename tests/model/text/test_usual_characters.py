import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from model.text.usual_characters import UsualCharacters


class _Odd(dict[int, str]):
    """Drops marks, makes capitals small, doubles sharp s, blanks what is no letter; keeps the rest."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if unicodedata.category(character) in ("Mn", "Cf"):
            return ""
        return "ss" if character == "ß" else character.lower() if character.isalpha() else " "


USUAL = UsualCharacters(_Odd())


@given(st.one_of(st.text(), st.text(st.sampled_from("اأبـ\u064e\u200f\u2066 aÀßé,،١\u00a0\0\ufffeﻻ𐎠"))))
@example("\0")
@example("\ufffe")
@example("ا" * 300 + "ﻻ")
def test_as_translate_does(text: str) -> None:
    assert USUAL.translate(text) == text.translate(_Odd())
