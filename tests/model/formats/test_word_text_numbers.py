from pathlib import Path

import pytest

from model.formats import word_text
from model.formats.word_text import Element, counted
from tests.model.formats.word_files import abstract, level, list_of, with_lists

DEEP = abstract(
    1, level(0, "decimal", "%1 -"), level(1, "arabicAbjad", "(%2)"), level(2, "decimal", "’%3‘"), level(3, "none", "")
)


def read(content: bytes) -> str:
    return word_text.parse(content, Path("a.docx")).text


def test_nested_lists_count_as_word_counts_them() -> None:
    paragraphs = (
        "1/0 تقرر",
        "1/1 فتح",
        "1/2 مال",
        "1/2 كتب",
        "1/1 دعم",
        "1/2 مال",
        " كلام",
        "1/0 تطلب",
        "1/1 عد",
        "1/3 بلا",
    )
    assert read(with_lists(DEEP + list_of(1, 1), *paragraphs)) == (
        "1 - تقرر (أ) فتح ’1‘ مال ’2‘ كتب (ب) دعم ’1‘ مال كلام 2 - تطلب (أ) عد بلا"
    )


def test_lists_of_one_description_go_on_counting_but_where_one_starts_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    lists = DEEP + list_of(1, 1) + list_of(2, 1) + list_of(3, 1, anew)
    assert read(with_lists(lists, "1/0 أ", "2/0 ب", "3/0 ج", "3/0 د", "1/0 ه")) == "1 - أ 2 - ب 7 - ج 8 - د 3 - ه"


def test_a_level_can_go_on_or_begin_anew_behind_a_higher_one_only() -> None:
    never = abstract(1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2", more='<w:lvlRestart w:val="0"/>'))
    paragraphs = ("1/0 أ", "1/1 ب", "1/0 ج", "1/1 د")
    assert read(with_lists(never + list_of(1, 1), *paragraphs)) == "1. أ 1.1 ب 2. ج 2.2 د"
    assert read(with_lists(DEEP + list_of(1, 1), "1/1 أ", "1/0 ب")) == "(أ) أ 2 - ب"


def test_bullets_and_signs_of_symbol_fonts() -> None:
    lists = abstract(1, level(0, "bullet", "\uf0b7"), level(1, "bullet", "o"), level(2, "bullet", "–")) + list_of(1, 1)
    assert read(with_lists(lists, "1/0 أ", "1/1 ب", "1/2 ج")) == "• أ • ب – ج"


def test_styles_name_lists_too() -> None:
    lists = abstract(1, level(0, "decimal", "%1 -"), level(1, "arabicAlpha", "(%2)", more='<w:pStyle w:val="Sub"/>'))
    link = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Own"/></w:abstractNum>'
    styles = (
        '<w:style w:type="paragraph" w:styleId="Own"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Based"><w:basedOn w:val="Own"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Round"><w:basedOn w:val="Round"/></w:style>'
    )
    content = with_lists(
        lists + link + list_of(1, 1) + list_of(2, 2),
        "Based أ",
        "Own ب",
        "Sub ج",
        "Sub د",
        "Round ه",
        "2/0 و",
        styles=styles,
    )
    assert read(content) == "1 - أ 2 - ب (أ) ج (ب) د ه 3 - و"


def test_text_between_the_elements_of_a_style_does_not_count() -> None:
    styles = (
        '<w:style w:styleId="Own"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>&amp; text <w:ind/></w:pPr></w:style>'
    )
    assert read(with_lists(DEEP + list_of(1, 1), "Own أ", styles=styles)) == "1 - أ"


def test_what_names_no_list_has_no_number_and_empty_paragraphs_count() -> None:
    assert read(with_lists(DEEP + list_of(1, 1), "0/0 أ", "9/0 ب", "1/0 ج", "1/0 ", "1/0 د", "1/77 ه")) == (
        "أ ب 1 - ج 3 - د ه"
    )
    assert read(with_lists(list_of(1, 5), "1/0 أ")) == "أ"


@pytest.mark.parametrize(
    "count, form, shown",
    [
        (1, "arabicAbjad", "أ"),
        (5, "arabicAbjad", "ه"),
        (28, "arabicAbjad", "غ"),
        (29, "arabicAbjad", "أأ"),
        (3, "arabicAlpha", "ت"),
        (28, "arabicAlpha", "ي"),
        (27, "lowerLetter", "aa"),
        (2, "upperLetter", "B"),
        (1994, "lowerRoman", "mcmxciv"),
        (48, "upperRoman", "XLVIII"),
        (7, "decimalZero", "07"),
        (7, "ordinalText", "7"),
        (0, "arabicAbjad", "0"),
        (4000, "upperRoman", "4000"),
        (9999, "arabicAbjad", "9999"),
    ],
)
def test_forms_of_numbers(count: int, form: str, shown: str) -> None:
    assert counted(count, form) == shown


def test_each_of_ten_thousand_styles_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    count = 10_000
    chain = "".join(
        f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>' for n in reversed(range(count))
    )
    last = f'<w:style w:styleId="s{count}"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    content = with_lists(DEEP + list_of(1, 1), *(f"s{n} نص" for n in range(0, count, 100)), styles=chain + last)
    looked = 0
    stated = word_text._stated_list

    def counting(properties: Element | None) -> tuple[str | None, int | None]:
        nonlocal looked
        looked += 1
        return stated(properties)

    monkeypatch.setattr(word_text, "_stated_list", counting)
    assert read(content).split()[-3:] == ["100", "-", "نص"]
    assert looked < 2 * count


def test_styles_that_are_based_on_each_other() -> None:
    round_about = (
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="C"><w:basedOn w:val="C"/></w:style>'
    )
    content = with_lists(DEEP + list_of(1, 1), "B فتح", "A دعم", "C نص", styles=round_about)
    assert read(content) == "(أ) فتح (ب) دعم نص"
