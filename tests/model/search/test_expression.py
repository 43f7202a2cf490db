import pytest

from model.search.expression import folded_expression


@pytest.mark.parametrize(
    "pattern, folded",
    [
        ("تُقرِّر", "تقرر"),
        ("[أإآ]ن", "[ااا]ن"),
        ("قـ+ر", "قر"),
        ("قـ{2,}?ر", "قر"),
        (r"\d+ سنة", r"\d+ سنه"),
        ("ﻻ+", "(?:لا)+"),
        ("[ﻻ]", "[ﻻ]"),
        ("[ً-ْ]", "[ً-ْ]"),
        (r"\[أ", r"\[ا"),
        (r"\أحمد", "احمد"),
        ("\\", "\\"),
        ("٣", "3"),
        ("", ""),
    ],
)
def test_literal_letters_are_folded(pattern: str, folded: str) -> None:
    assert folded_expression(pattern) == folded
