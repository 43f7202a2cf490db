import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.annotation.documents import sha256_of
from model.errors import UserError
from model.formats import akoma_ntoso
from model.formats.source_text import SourceText
from tests.conftest import shared

PATH = Path("a.xml")
FRAME = (
    '<coverPage><p><docNumber refersTo="#symbol">A/RES/80/1</docNumber></p><p><img src="logo.jpg"/></p>'
    '<p><inline name="agenda item">البند 1</inline></p>'
    "<p><docTitle>قرار اتخذته الجمعية العامة في 1 أيار/مايو 2025</docTitle></p>"
    "<p><docProponent>[دون الإحالة (<inline>A/80/L.1</inline>)]</docProponent></p></coverPage>"
    "<preface><p><docNumber>80/1.</docNumber>\n<docTitle>-\tالمكتبات</docTitle></p></preface>"
    "<preamble><formula><p><i>إن الجمعية العامة</i>،</p></formula></preamble>"
)
STEMS = [
    "2020__S_RES_2506_(2020)-2001430A",
    "2020__S_RES_2508_(2020)-2002064A",
    "2021__E_RES_2021_1-2010157A",
    "54session__A_HRC_RES_54_19A",
    "54session__A_HRC_RES_54_1A",
    "74session__74_112_A",
    "74session__74_114_A",
    "74session__74_259_A",
]


def akn(inside: str, meta: str = "") -> bytes:
    return (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">'
        f"<meta>{meta}</meta>{inside}</statement></akomaNtoso>"
    ).encode()


def read(inside: str, meta: str = "") -> SourceText:
    return akoma_ntoso.parse(akn(inside, meta), PATH)


def shown(found: SourceText) -> list[tuple[str, str]]:
    return [(clause.type, found.text[clause.start : clause.end]) for clause in found.clauses]


def gold_of(stem: str, folder: Path) -> tuple[dict[str, Any], str]:
    organ = next(path.parent.name for path in folder.glob("gold/*/*.json") if path.stem == stem)
    text = (folder / "texts" / organ / f"{stem}.txt").read_bytes().decode().partition("\n\n")[2].removesuffix("\n")
    return json.loads((folder / "gold" / organ / f"{stem}.json").read_text("utf-8")), text


@pytest.mark.parametrize("stem", STEMS)
def test_text_and_clauses_are_those_of_the_gold(stem: str) -> None:
    folder = shared("corpus")
    gold, text = gold_of(stem, folder)
    found = akoma_ntoso.read_file(folder / "akoma-ntoso" / f"{stem}.xml")
    assert found.text == text
    assert sha256_of(found.text) == gold["text_sha256"]
    clauses = [
        (each.start, each.end, each.type, each.number, each.depth, each.lead, each.annex) for each in found.clauses
    ]
    assert clauses == [
        (
            each["start"],
            each["end"],
            each["type"],
            each["number"],
            each["depth"],
            tuple(each["lead"]) if each.get("lead") else None,
            bool(each.get("annex")),
        )
        for each in sorted(gold["clauses"], key=lambda each: (each["start"], -each["end"]))
    ]
    assert found.stated.symbol == gold["symbol"]
    if gold["adopted"] is not None:
        assert found.stated.adopted == gold["adopted"]
    # Three files of the Assembly name none by the library.
    assert found.terms in ((), tuple(gold["descriptors"]))


def test_the_frame() -> None:
    found = read(FRAME + "<mainBody/><conclusions><p>الجلسة 1<eol/>1 أيار</p><p>[اعتمد]</p></conclusions>")
    assert shown(found) == [
        ("adoption", "قرار اتخذته الجمعية العامة في 1 أيار/مايو 2025"),
        ("source", "[دون الإحالة (A/80/L.1)]"),
        ("title", "80/1. - المكتبات"),
        ("enacting", "إن الجمعية العامة،"),
        ("closing", "الجلسة 1 1 أيار [اعتمد]"),
    ]
    assert (found.stated.symbol, found.stated.title, found.notes) == ("A/RES/80/1", "المكتبات", ())


def test_nothing_is_lost_without_a_word() -> None:
    cover = (
        "<coverPage><p>كلام مجهول</p><p><docTitle>قرار اتخذه مجلس</docTitle></p><p>كلام بعده</p>"
        '<p><inline name="new">جديد</inline></p></coverPage>'
    )
    found = read(cover + "<mainBody>نص <novelty><b>غر</b>يب</novelty><p>فقرة</p></mainBody><tail><p>ذيل</p></tail>")
    assert found.text == "قرار اتخذه مجلس كلام بعده جديد نص غريب فقرة ذيل"
    assert [str(note) for note in found.notes] == ["a.xml: left out of the cover page: “كلام مجهول”."]


def test_notes_and_pictures_are_left_out_and_told() -> None:
    note = '<authorialNote marker="1"><p>نص الحاشية</p></authorialNote>'
    found = read(f"<mainBody><p>كتاب<sup>(</sup>{note}<sup> )</sup> وآخر{note}؛ <img/>و(1)</p></mainBody>")
    assert found.text == "كتاب() وآخر()؛ و(1)"
    assert [str(each) for each in found.notes] == [
        "a.xml: text of footnotes left out; their marks stay as (): 2.",
        "a.xml: pictures left out: 1.",
    ]


def test_descriptors_are_those_that_the_library_assigned() -> None:
    meta = (
        '<classification source="http://metadata.un.org/sdg"><keyword showAs="women" dictionary="UNBIS Thesaurus"/>'
        '</classification><classification source="DHLAUTH"><keyword showAs="A|B" dictionary="UNBIS Thesaurus"/>'
        '<keyword value="CYPRUS" dictionary="UNBIS Thesaurus"/><keyword value="x" dictionary="EuroVoc"/>'
        '<keyword value="" dictionary="UNBIS Thesaurus"/></classification>'
    )
    assert read("<mainBody><p>نص</p></mainBody>", meta).terms == ("A B", "CYPRUS")


@pytest.mark.parametrize(
    "meta, adopted",
    [
        ('<FRBRWork><FRBRdate date="2025-05-01" name="adoption"/></FRBRWork>', "2025-05-01"),
        ('<FRBRWork><FRBRdate date="0001-01-01" name="adoption"/></FRBRWork>', "2025-05-02"),
        ('<FRBRWork><FRBRdate date="soon" name="adoption"/></FRBRWork>', "2025-05-02"),
        ('<FRBRExpression><FRBRdate date="2025-05-01" name="adoption"/></FRBRExpression>', "2025-05-02"),
    ],
)
def test_the_day_of_adoption(meta: str, adopted: str) -> None:
    end = '<conclusions><p><docDate date="2025-05-02" refersTo="#adoptionDate">اليوم</docDate></p></conclusions>'
    assert read(end, meta).stated.adopted == adopted


def test_a_text_in_another_language_is_told() -> None:
    for language, count in (("eng", 1), ("ara", 0), ("ar", 0)):
        found = read("<mainBody><p>x</p></mainBody>", f'<FRBRlanguage language="{language}"/>')
        assert len(found.notes) == count


@pytest.mark.parametrize(
    "content, sentence",
    [
        (b"<html><p>x</p></html>", "a.xml: not Akoma Ntoso: its outermost element is “html” (line 1)."),
        (akn(""), "a.xml: the text is empty."),
        (akn("<mainBody><p> <img/> </p></mainBody>"), "a.xml: the text is empty."),
        (akn("<mainBody>") + b"\n<", "a.xml: not well-formed XML (line 1: mismatched tag)."),
    ],
)
def test_what_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(UserError) as refusal:
        akoma_ntoso.parse(content, PATH)
    assert str(refusal.value) == sentence


# Any tree of elements that the format has, or has not, with text anywhere.
names = st.sampled_from(
    (
        *("p", "num", "paragraph", "content", "list", "point", "intro", "wrapUp", "span", "table", "tr", "td", "doc"),
        *("container", "crossHeading", "heading", "section", "authorialNote", "eol", "formula", "preamble", "novelty"),
    )
)
words = st.sampled_from(("1 - تقرر", "(أ)", "’1‘ نص", "• نص", "وإذ", " ", "\n\t", "كلمة،", "\u200f2 -"))


def element(name: str, children: list[str]) -> str:
    italic = ' class="bold italic"' if name == "span" else ""
    return f"<{name}{italic}>{''.join(children)}</{name}>"


trees = st.recursive(
    words,
    lambda inside: st.tuples(names, st.lists(inside, max_size=4)).map(lambda found: element(*found)),
    max_leaves=25,
)


@given(st.lists(trees, min_size=1, max_size=5))
def test_whatever_the_tree_the_text_is_folded_and_the_clauses_are_sound(inside: list[str]) -> None:
    found = read(f"<mainBody>{''.join(inside)}</mainBody><conclusions><p>ختام</p></conclusions>")
    assert found.text == " ".join(found.text.split())
    limits = [(clause.start, clause.end) for clause in found.clauses]
    assert len(set(limits)) == len(limits)
    for clause in found.clauses:
        quote = found.text[clause.start : clause.end]
        assert quote == quote.strip() != ""
        if clause.lead is not None:
            assert clause.start <= clause.lead[0] < clause.lead[1] <= clause.end
    for start, end in limits:
        assert not any(start < other < end < stop for other, stop in limits)
    covered = {place for start, end in limits for place in range(start, end)}
    assert all(place in covered or found.text[place] == " " for place in range(len(found.text)))


def test_a_paragraph_within_a_paragraph_that_a_list_follows() -> None:
    inner = "<paragraph>1 - تقرر<paragraph>1 - تطلب</paragraph>كلمة،</paragraph>(أ)"
    found = read(f"<mainBody>{inner}</mainBody><conclusions><p>ختام</p></conclusions>")
    assert [found.text[clause.start : clause.end] for clause in found.clauses] == [
        "1 - تقرر 1 - تطلب كلمة، (أ)",
        "1 - تطلب كلمة، (أ)",
        "(أ)",
        "ختام",
    ]
