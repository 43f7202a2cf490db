"""What is recognised of a resolution's frame: invented ones first, then the corpus."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.annotation.metadata import MONTHS, Metadata, recognise
from model.segmentation.gold import GoldDocument
from model.text.reading_form import reading_form
from tests.model.typed_otherwise import gold_documents, in_styles

ASSEMBLY = (
    "قرار اتخذته الجمعية العامة في 4 آذار/مارس 2011 [بناء على تقرير اللجنة الثانية (A/65/999/Add.1)] "
    "65/901 - حماية أشجار النخيل إن الجمعية العامة، إذ تشير إلى قرارها 60/1 المؤرخ 5 أيار/مايو 2005، 1 - تقرر ما يلي. "
    "الجلسة العامة 71 4 آذار/مارس 2011"
)


def test_the_assembly() -> None:
    assert recognise(ASSEMBLY, "x") == Metadata("A/RES/65/901", "GA", "65", "2011-03-04", "حماية أشجار النخيل")


def test_the_security_council_has_no_title() -> None:
    text = "القرار 2999 (2031) الذي اتخذه مجلس الأمن في جلسته 9999، المعقودة في 1 آب/أغسطس 2031 إن مجلس الأمن، إذ يؤكد،"
    assert recognise(text, "") == Metadata("S/RES/2999 (2031)", "SC", "2031", "2031-08-01", None)


def test_a_day_without_a_year_is_of_the_year_in_the_council_s_number() -> None:
    text = "القرار 2999 (2031) الذي اتخذه مجلس الأمن في جلسته 9999 المعقودة في 9 أيلول/سبتمبر إن مجلس الأمن،"
    assert recognise(text, "").adopted == "2031-09-09"


def test_the_economic_and_social_council() -> None:
    text = (
        "قرار اتخذه المجلس الاقتصادي والاجتماعي في 9 حزيران/يونيه 2030 [(E/2030/9)بناء على توصية لجنة الأنهار ] "
        "2030/47 مياه الأنهار إن المجلس الاقتصادي والاجتماعي، إذ يشير"
    )
    assert recognise(text, "") == Metadata("E/RES/2030/47", "ECOSOC", "2030", "2030-06-09", "مياه الأنهار")


def test_the_human_rights_council() -> None:
    text = "قرار اعتمده مجلس حقوق الإنسان بتاريخ 2 تشرين الأول/أكتوبر 2029 61/99 الحق في الظل إن مجلس حقوق الإنسان، إذ"
    assert recognise(text, "") == Metadata("A/HRC/RES/61/99", "HRC", "61", "2029-10-02", "الحق في الظل")


def test_the_title_stands_in_the_text_as_it_is() -> None:
    text = ASSEMBLY.replace("حماية أشجار النخيل", "حمايـــة أشْجار النخيل (المرحلة الثانية)")
    title = recognise(text, "").title
    assert title == "حمايـــة أشْجار النخيل (المرحلة الثانية)"
    assert title in text


@pytest.mark.parametrize("dash", ["", " -", ". -", ". –", " —", ". - \u200e", "\u200f -"])
def test_the_dash_is_not_of_the_title(dash: str) -> None:
    found = recognise(ASSEMBLY.replace("65/901 -", f"65/901{dash}"), "")
    assert (found.symbol, found.title) == ("A/RES/65/901", "حماية أشجار النخيل")


@pytest.mark.parametrize(
    "day, iso",
    [
        ("في 4 آذار/مارس 2011", "2011-03-04"),
        ("في 4 آذار/ مارس 2011", "2011-03-04"),
        ("في4 مارس 2011", "2011-03-04"),
        ("في ۴ آذار 2011", "2011-03-04"),
        ("في ٤ آذار/مـــارس ۲۰۱1", "2011-03-04"),
        ("في 4\u00a0اذار/مارس 2011", "2011-03-04"),
        ("في 23 و 24 كانون الأوّل/ديسمبر 2011", "2011-12-23"),
        ("في 30 كانون الثاني / يناير 2011", "2011-01-30"),
        ("في 31 شباط/فبراير 2011", None),
    ],
)
def test_the_day_of_adoption(day: str, iso: str | None) -> None:
    text = ASSEMBLY.replace("في 4 آذار/مارس 2011", day).replace("الجلسة العامة 71 4 آذار/مارس 2011", "")
    assert recognise(text, "").adopted == iso


@pytest.mark.parametrize(
    "name, number", [(name, number) for number, names in enumerate(MONTHS, 1) for name in names], ids=str
)
def test_every_month(name: str, number: int) -> None:
    text = ASSEMBLY.replace("آذار/مارس", name, 1).split(" الجلسة")[0]
    assert recognise(text, "").adopted == f"2011-{number:02}-04"


def test_the_day_from_the_closing_where_the_first_line_is_missing() -> None:
    text = ASSEMBLY[ASSEMBLY.index("[") :]
    assert recognise(text, "") == Metadata("A/RES/65/901", "GA", "65", "2011-03-04", "حماية أشجار النخيل")


def test_a_day_in_the_body_is_not_that_of_adoption() -> None:
    text = ASSEMBLY.replace(" في 4 آذار/مارس 2011 [", " [").split(" الجلسة")[0]
    assert recognise(text, "").adopted is None


@pytest.mark.parametrize(
    "number, symbol, session",
    [
        ("ES-11/9", "A/RES/ES-11/9", "ES-11"),
        ("د إ ط-11/9", "A/RES/ES-11/9", "ES-11"),
        ("دإط-10/22 .", "A/RES/ES-10/22", "ES-10"),
        ("S-32/1", "A/RES/S-32/1", "S-32"),
        ("دإ-32/1", "A/RES/S-32/1", "S-32"),
        ("65/901. باء -", "A/RES/65/901 B", "65"),
        ("٦٥/٩٠١ -", "A/RES/65/901", "65"),
    ],
)
def test_numbers(number: str, symbol: str, session: str) -> None:
    found = recognise(ASSEMBLY.replace("65/901 -", number), "")
    assert (found.symbol, found.session, found.title) == (symbol, session, "حماية أشجار النخيل")


@pytest.mark.parametrize(
    "stem, symbol",
    [
        ("74session__74_100_A", "A/RES/74/100"),
        ("74session__74_232B_A", "A/RES/74/232 B"),
        ("75session__75_251_B_A", "A/RES/75/251 B"),
        ("75session__75_290_A_A", "A/RES/75/290 A"),
        ("76session__A_RES_76_84_A-B-2118640A", "A/RES/76/84 A-B"),
        ("76session__A_RES_76_146-2119184A_reissue", "A/RES/76/146"),
        ("Emergency_sessions_ES-11__A_RES_ES-11_4_2223239A", "A/RES/ES-11/4"),
        ("A_RES_ES-11_6-A", "A/RES/ES-11/6"),
        ("a_res_59_187-ar", "A/RES/59/187"),
        ("2020__S_RES_2504_(2020)-2000407A", "S/RES/2504 (2020)"),
        ("2021__S_RES_2598_(2021)_A", "S/RES/2598 (2021)"),
        ("2021__SC_2584_2021-A", "S/RES/2584 (2021)"),
        ("2022__S_RES_2654-2224261A", "S/RES/2654 (2022)"),
        ("2022__S_RES_2649_2213542A", "S/RES/2649 (2022)"),
        ("S_RES_2649", None),
        ("2021__E_RES_2021_2_B-2110300A", "E/RES/2021/2 B"),
        ("54session__A_HRC_RES_54_10A", "A/HRC/RES/54/10"),
        ("000_0f65c62b45a57126", None),
        ("notes", None),
        ("", None),
    ],
)
def test_the_symbol_from_the_file_s_name(stem: str, symbol: str | None) -> None:
    assert recognise("نص قصير", stem).symbol == symbol


def test_the_text_is_right_where_the_name_says_otherwise() -> None:
    assert recognise(ASSEMBLY, "74session__74_100_A").symbol == "A/RES/65/901"
    assert recognise(ASSEMBLY.replace("65/901 -", ""), "2022__S_RES_2654-2224261A").symbol is None


def test_the_part_may_come_from_the_name() -> None:
    assert recognise(ASSEMBLY, "65session__A_RES_65_901_C-1234567A").symbol == "A/RES/65/901 C"
    assert recognise(ASSEMBLY, "65session__A_RES_65_902_C-1234567A").symbol == "A/RES/65/901"


def test_several_parts_in_one_text() -> None:
    one = "إن الجمعية العامة تقرر ما يلي: (أ) شيء. الجلسة العامة 9 4 آذار/مارس 2011 "
    text = f"[بناء على تقرير اللجنة الخامسة (A/65/9)] A الماء {one}B الهواء {one}C التراب {one}"
    assert recognise(text, "65session__65_901_A") == Metadata("A/RES/65/901 A-C", "GA", "65", "2011-03-04", "الماء")


def test_reversed_brackets() -> None:
    text = ASSEMBLY.replace("[", "<").replace("]", "[").replace("<", "]")
    assert recognise(text, "") == recognise(ASSEMBLY, "")


def test_a_symbol_of_another_organ_is_not_the_resolution_s() -> None:
    assert recognise("وفقا للقرار A/RES/59/187، إن مجلس الأمن، إذ يشير", "").symbol is None
    assert recognise("وفقا للقرار S/RES/2504 (2020)، إن الجمعية العامة، إذ تشير", "").symbol is None
    assert recognise("القرار S/RES/2504 (2020)، إن مجلس الأمن، إذ يشير", "").symbol == "S/RES/2504 (2020)"


def test_older_typography() -> None:
    council = "القرار 9504 (2020) الذي اتخذه مجلس الأمن في جلسته 9999 المعقودة في 10 كانون الثاني/يناير"
    expected = Metadata("S/RES/9504 (2020)", "SC", "2020", "2020-01-10")
    assert recognise(council + " إن مجلس الأمن،", "") == expected
    older = "القـرار ٩٥٠٤ )٢٠٢٠( الذي اتخذه مجلـس اﻷمن في جلسته ٩٩٩٩ المعقودة في ١٠ كانون الثانـي/ينايـر"
    assert recognise(older + " إن مجلس اﻷمن،", "") == expected


def test_several_parts_in_older_typography() -> None:
    one = "إن الجمعية العامة تقرر ما يلي: )أ( شيء. الجلسـة العامة ٩ ٤ آذار/مارس ٢٠١١ "
    text = f"]بناء على تقرير اللجنة الخامسة )A/٦٥/٩([ ألف المـاء {one}بـاء الهواء {one}جيـم التراب {one}"
    assert recognise(text, "65session__65_901_A") == Metadata("A/RES/65/901 A-C", "GA", "65", "2011-03-04", "المـاء")


def test_real_texts_typed_otherwise_say_the_same(newer_corpus: Path) -> None:
    for document in gold_documents(newer_corpus, every=3):
        as_it_is = _read(document)
        for style, typed in in_styles(document):
            assert _read(typed) == as_it_is, style


def _read(document: GoldDocument) -> Metadata:
    """What is recognised, the title as it is read."""
    found = recognise(document.text, document.name)
    return found if found.title is None else replace(found, title=reading_form(found.title).text)


WORDS = (
    "قرار، اتخذته، الجمعية العامة، مجلس الأمن، إن، في، 4 آذار/مارس 2011، 99 شباط 0000، ألف، إذ، الجلسة العامة، د إ ط-"
)
SIGNS = "A، [، ]، (، )، -، .، 65/901، 2030/4، ES-11/4، القرار 2504 (2020)، E/RES/1/2، A/RES/59/187، \u200f، ـ"
PIECES = st.sampled_from([*WORDS.split("، "), *SIGNS.split("، "), "S/RES/1 (1999)", "،", "\u064b", "\n"])
NAMES = st.sampled_from(["A", "S", "E", "HRC", "RES", "SC", "_", "-", "74", "2020", "__", "B", "(", ")"])


@given(
    st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)),
    st.one_of(st.text(), st.lists(NAMES).map("".join)),
)
def test_any_text_gives_something_well_formed(text: str, stem: str) -> None:
    found = recognise(text, stem)
    assert found.organ in (None, "GA", "SC", "ECOSOC", "HRC")
    if found.symbol is not None:
        patterns = {
            "GA": r"A/RES/(?:(?:ES|S)-)?\d{1,3}/\d+(?: [A-Z](?:-[A-Z])?)?",
            "SC": r"S/RES/\d+ \(\d{4}\)",
            "ECOSOC": r"E/RES/\d{4}/\d+(?: [A-Z](?:-[A-Z])?)?",
            "HRC": r"A/HRC/RES/(?:(?:ES|S)-)?\d{1,3}/\d+(?: [A-Z](?:-[A-Z])?)?",
        }
        assert found.organ is not None
        assert re.fullmatch(patterns[found.organ], found.symbol)
    assert (found.session is None) == (found.symbol is None)
    if found.adopted is not None:
        assert date.fromisoformat(found.adopted).isoformat() == found.adopted
    if found.title is not None:
        assert found.title in text
        assert found.title.strip() == found.title != ""


def read(corpus: Path, gold: Path) -> str:
    path = corpus / "texts" / gold.parent.name / f"{gold.stem}.txt"
    return path.read_bytes().decode().split("\n", 2)[2].removesuffix("\n")


def test_the_corpus(corpus: Path) -> None:
    symbols = days = in_text = 0
    misses: list[str] = []
    golds = sorted((corpus / "gold").glob("*/*.json"))
    for path in golds:
        gold = json.loads(path.read_bytes())
        text = read(corpus, path)
        found = recognise(text, path.stem)
        assert found.organ == path.parent.name
        assert (found.organ == "SC") <= (found.title is None)
        symbols += found.symbol == gold["symbol"]
        if found.symbol != gold["symbol"]:
            misses.append(f"{path.stem}: {found.symbol}, not {gold['symbol']}")
        if gold["adopted"] is not None and stands(text, gold["adopted"]):
            in_text += 1
            days += found.adopted == gold["adopted"]
            if found.adopted != gold["adopted"]:
                misses.append(f"{path.stem}: {found.adopted}, not {gold['adopted']}")
    assert len(golds) == 1242
    assert in_text > 1100
    assert symbols >= 0.98 * len(golds), misses
    assert days >= 0.98 * in_text, misses


def stands(text: str, iso: str) -> bool:
    """Whether the day stands in the frame of the text, with or without its year."""
    day = date.fromisoformat(iso)
    frame = (
        re.sub("[\u0640\u064b-\u0652\u200e\u200f]", "", text[:400] + text[-400:]).replace("أ", "ا").replace("آ", "ا")
    )
    names = "|".join(name.replace(" ", r"\s+") for name in MONTHS[day.month - 1])
    return re.search(rf"(?<!\d){day.day}\s+(?:{names})", frame) is not None


def test_the_seed(corpus: Path) -> None:
    path = next((corpus / "seed").glob("*.txt"))
    text = path.read_bytes().decode().split("\n", 2)[2]
    found = recognise(text, path.stem)
    assert found == Metadata("A/RES/59/187", "GA", "59", "2004-12-20", "تعزيز التعاون الدولي في ميدان حقوق الإنسان")


def test_a_cover_page_says_nothing_of_its_own() -> None:
    cover = "الأمم المتحدة A/RES/1/2 Distr.: General 9 May 2031 الجمعية العامة الدورة السابعة والسبعون "
    text = "قرار اتخذته الجمعية العامة في 9 كانون الأول/ديسمبر 2022 77/901 - المكتبات إن الجمعية العامة، إذ تشير إلى،"
    assert recognise(cover + text, "x") == recognise(text, "x")
    assert recognise(text, "x").symbol == "A/RES/77/901"
