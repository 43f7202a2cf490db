import pytest

from model.annotation.layers import read_scheme
from model.annotation.scheme_names import name_of, with_names
from model.errors import UserError


@pytest.mark.parametrize(
    "key, value, name",
    [
        ("label", "preambular", "Preambular paragraph"),
        ("parent", "operative", "Operative paragraph"),
        ("layer", "lead", "Leading phrases"),
        ("feature", "annex", "In an annex"),
        ("label", "unknown", "unknown"),
        ("name", "preambular", "preambular"),
    ],
)
def test_names_of_what_the_scheme_has(key: str, value: str, name: str) -> None:
    assert name_of(read_scheme(), key, value, "en") == name


def test_a_sentence_within_a_sentence_has_names_too() -> None:
    inner = UserError("“{label}” cannot stand inside “{parent}”.", label="preambular", parent="table")
    outer = UserError("“{label}” at {start}: {problem}", label="lead", start=3, problem=inner)
    assert str(with_names(outer, read_scheme())) == (
        "“Leading phrase” at 3: “Preambular paragraph” cannot stand inside “Table”."
    )
    assert str(outer).startswith("“lead”")
    assert "الديباجة" in str(with_names(inner, read_scheme(), "ar"))
