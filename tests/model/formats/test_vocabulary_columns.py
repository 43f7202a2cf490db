import pytest

from model.formats.vocabulary_columns import KINDS, LANGUAGED, Role, guess
from model.refusal import Refusal


def test_a_role_is_written_and_read_again() -> None:
    for kind in KINDS:
        for language in ("", "ar", "zh-Hans") if kind in LANGUAGED else ("",):
            assert Role.of(Role(kind, language).text) == Role(kind, language)
    assert Role.of(" Preferred@EN ") == Role("preferred", "en")


@pytest.mark.parametrize(
    "text, sentence",
    [
        ("", "“” is no role of a column; these are: uri, preferred, "),
        ("label", "“label” is no role"),
        ("preferred@e n", "a language where there can be none, or one that is no code"),
        ("broader@en", "a language where there can be none"),
        ("uri@", "a language where there can be none"),
    ],
)
def test_what_is_no_role(text: str, sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        Role.of(text)
    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    "heading, role",
    [
        ("URI", "uri"),
        ("Concept ID", "uri"),
        ("skos:prefLabel@en", "preferred@en"),
        ("prefLabel_ar", "preferred@ar"),
        ("Preferred label (French)", "preferred@fr"),
        ("English term", "preferred@en"),
        ("Arabic", "preferred@ar"),
        ("العربية", "preferred@ar"),
        ("中文", "preferred@zh"),
        ("مصطلح", "preferred"),
        ("altLabel@zh-hans", "alternative@zh-Hans"),
        ("UF", "alternative"),
        ("BT", "broader"),
        ("Narrower terms", "narrower"),
        ("RT", "related"),
        ("Scope note EN", "scope@en"),
        ("SN", "scope"),
        ("Notation", "notation"),
        ("use", "replaced_by"),
        ("dcterms:isReplacedBy", "replaced_by"),
        ("Hits in 2023", None),
        ("", None),
    ],
)
def test_what_a_heading_suggests(heading: str, role: str | None) -> None:
    assert guess([heading]) == (None if role is None else Role.of(role),)


def test_there_is_one_column_of_uris() -> None:
    assert guess(["id", "URI", "label", "label"]) == (Role("uri"), None, Role("preferred"), Role("preferred"))
