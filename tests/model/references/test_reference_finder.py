"""References of a text: cited resolutions, document symbols, dates, footnote marks."""

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model.annotation.layers import read_scheme
from model.references.reference_finder import FoundReference, references
from model.text import words
from model.text.reading_form import reading_form
from tests.model.typed_otherwise import gold_documents, in_styles

CHECKED = Path(__file__).resolve().parents[2] / "data" / "references-checked.json"
ASSEMBLY = "إن الجمعية العامة، "
ECONOMIC = "إن المجلس الاقتصادي والاجتماعي، "
RIGHTS = "إن مجلس حقوق الإنسان، "
SECURITY = "إن مجلس الأمن، "


def found(text: str, label: str) -> list[tuple[str, str | None]]:
    """What is found of a label, as it stands and its value."""
    return [
        (text[each.start : each.end], each.features[0][1] if each.features else None)
        for each in references(text)
        if each.label == label
    ]


# Dates


@pytest.mark.parametrize(
    "month, names",
    [
        (1, "كانون الثاني/يناير"),
        (2, "شباط/فبراير"),
        (3, "آذار/مارس"),
        (4, "نيسان/أبريل"),
        (5, "أيار/مايو"),
        (6, "حزيران/يونيه"),
        (7, "تموز/يوليه"),
        (8, "آب/أغسطس"),
        (9, "أيلول/سبتمبر"),
        (10, "تشرين الأول/أكتوبر"),
        (11, "تشرين الثاني/نوفمبر"),
        (12, "كانون الأول/ديسمبر"),
    ],
)
def test_each_month_by_both_its_names(month: int, names: str) -> None:
    assert found(f"المؤرخ 7 {names} 2004 والمعنون", "date") == [(f"7 {names} 2004", f"2004-{month:02}-07")]
    assert found(f"عقد في {names} 2004()", "date") == [(f"{names} 2004", f"2004-{month:02}")]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("من 3 إلى 14 حزيران/يونيه 1992", [("3", "1992-06-03"), ("14 حزيران/يونيه 1992", "1992-06-14")]),
        ("يومي 25 و26 أيار/مايو 2016", [("25", "2016-05-25"), ("26 أيار/مايو 2016", "2016-05-26")]),
        ("في الفترة 8-9 أيار/مايو 2005", [("8", "2005-05-08"), ("9 أيار/مايو 2005", "2005-05-09")]),
        (
            "من 31 آب/أغسطس إلى 8 أيلول/سبتمبر 2001",
            [("31 آب/أغسطس", "2001-08-31"), ("8 أيلول/سبتمبر 2001", "2001-09-08")],
        ),
        ("في تموز/يوليه وآب/أغسطس 2014", [("تموز/يوليه", "2014-07"), ("آب/أغسطس 2014", "2014-08")]),
        (
            "يوم الثلاثاء، 6 تموز/يوليه، إلى يوم الاثنين، 12 تموز/يوليه 2021",
            [("6 تموز/يوليه", "2021-07-06"), ("12 تموز/يوليه 2021", "2021-07-12")],
        ),
        (
            "بين 1 كانون الأول/ديسمبر 2008 و 5 كانون الثاني/ يناير 2009",
            [("1 كانون الأول/ديسمبر 2008", "2008-12-01"), ("5 كانون الثاني/ يناير 2009", "2009-01-05")],
        ),
        ("الجلسة العامة 8 8 حزيران/يونيه 2021", [("8 حزيران/يونيه 2021", "2021-06-08")]),
    ],
)
def test_each_date_of_a_range_or_list_is_one(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "date") == expected


@pytest.mark.parametrize(
    "text",
    [
        "اليوم الدولي في 15 تشرين الأول/أكتوبر من كل عام",  # no year
        "من 1 كانون الأول/ديسمبر إلى 31 كانون الثاني/يناير من كل سنة",
        "في 31 نيسان/أبريل 2010",  # no such day
        "في 29 شباط/فبراير 2019",
        "في 3 حزيران/يوليه 2010",  # two months
        "وآباؤهم 2010 وممارسة 2011 وآب 2012",  # no months, or perhaps none
        "في كانون الأول/ديسمبر 2282 (2016)",  # the number of a resolution
        "تموز/يوليه 2019/2020",
    ],
)
def test_no_dates(text: str) -> None:
    assert found(text, "date") == []


def test_a_year_is_not_shared_across_its_turn() -> None:
    text = "من 1 كانون الأول/ديسمبر إلى 31 كانون الثاني/يناير 2021"
    assert found(text, "date") == [("31 كانون الثاني/يناير 2021", "2021-01-31")]


@pytest.mark.parametrize(
    "text, quote, iso",
    [
        ("في\u00a020\u00a0كانون الأول/ديسمبر\u00a02004،", "20\u00a0كانون الأول/ديسمبر\u00a02004", "2004-12-20"),
        ("في ٢٠ كانـون الأوّل/ديسمبر ۲۰۱5", "٢٠ كانـون الأوّل/ديسمبر ۲۰۱5", "2015-12-20"),
        (
            "في \u200f20 كانون\u200e الأول/\u200fديسمبر 2004\u200f",
            "20 كانون\u200e الأول/\u200fديسمبر 2004",
            "2004-12-20",
        ),
        ("المؤرخ 19 كانون الأول/ديسمبر1991 بشأن", "19 كانون الأول/ديسمبر1991", "1991-12-19"),
        ("المؤرخ 29 أيلول سبتمبر 2016", "29 أيلول سبتمبر 2016", "2016-09-29"),
        ("المؤرخ 30 أغسطس 2019", "30 أغسطس 2019", "2019-08-30"),
        ("المؤرخ 19 كانون الأول/2017", "19 كانون الأول/2017", "2017-12-19"),
    ],
)
def test_dates_with_noise(text: str, quote: str, iso: str) -> None:
    assert found(text, "date") == [(quote, iso)]


# Cited resolutions


@pytest.mark.parametrize(
    "text, quote, value",
    [
        (ASSEMBLY + "إذ تشير إلى قرارها 58/170 المؤرخ", "58/170", "A/RES/58/170"),
        (ASSEMBLY + "إذ تشير إلى قرارها 60/1،", "60/1", "A/RES/60/1"),
        (ASSEMBLY + "من قرارها 66/240 ألف، والجزء", "66/240 ألف", "A/RES/66/240 A"),
        (ASSEMBLY + "إلى قرارها 36/87 ألف وباء المؤرخين", "36/87 ألف وباء", "A/RES/36/87 A-B"),
        (ASSEMBLY + "إلى قرارها 51/211 ألف إلى هاء المؤرخ", "51/211 ألف إلى هاء", "A/RES/51/211 A-E"),
        (ASSEMBLY + "إلى قرارها 53/77 ألف ألف المؤرخ", "53/77 ألف ألف", "A/RES/53/77 AA"),
        (ASSEMBLY + "مع القرار 1514 (د-15)،", "1514 (د-15)", "A/RES/1514 (XV)"),
        (ASSEMBLY + "في قرارها 2200 ألف (د-21) المؤرخ", "2200 ألف (د-21)", "A/RES/2200 A (XXI)"),
        (ASSEMBLY + "في قرارها 574 (د-5()) الذي", "574 (د-5())", "A/RES/574 (V)"),
        (ASSEMBLY + "في قرارها 1874 (دإ-4) المؤرخ", "1874 (دإ-4)", "A/RES/1874 (S-IV)"),
        (ASSEMBLY + "إلى قرارها دإ-10/2 المؤرخ", "دإ-10/2", "A/RES/S-10/2"),
        (ASSEMBLY + "إلى القرار دإط-10/15؛", "دإط-10/15", "A/RES/ES-10/15"),
        (ASSEMBLY + "للقرار د إ ط – 11/1 الصادر", "د إ ط – 11/1", "A/RES/ES-11/1"),
        (ASSEMBLY + "إلى قرارها ES-11/1 المؤرخ", "ES-11/1", "A/RES/ES-11/1"),
        ("وفقا لقرار مجلس الأمن 2282 (2016)؛", "2282 (2016)", "S/RES/2282 (2016)"),
        (RIGHTS + "تمشيا مع القرار 2254(2015)،", "2254(2015)", "S/RES/2254 (2015)"),
        (ECONOMIC + "إذ يشير إلى قراره 2021/21 المؤرخ", "2021/21", "E/RES/2021/21"),
        (ASSEMBLY + "قرار المجلس الاقتصادي والاجتماعي 2013/40،", "2013/40", "E/RES/2013/40"),
        (ASSEMBLY + "قرار المجلس الاقتصادي والاجتماعي 1566 (د-50)", "1566 (د-50)", "E/RES/1566 (L)"),
        (RIGHTS + "إذ يشير إلى قراره 43/17 المؤرخ", "43/17", "A/HRC/RES/43/17"),
        (RIGHTS + "إلى قراره دإ-21/1،", "دإ-21/1", "A/HRC/RES/S-21/1"),
        (ASSEMBLY + "بقرار مجلس حقوق الإنسان 16/18، من أجل", "16/18", "A/HRC/RES/16/18"),
        (RIGHTS + "الجمعية العامة في قرارها 60/251 المؤرخ", "60/251", "A/RES/60/251"),
        (ASSEMBLY + "بقرار لجنة حقوق الإنسان 2004/63 المؤرخ", "2004/63", "E/CN.4/RES/2004/63"),
        (
            ASSEMBLY + "إلى اتخاذ اللجنة الفرعية لتعزيز وحماية حقوق الإنسان القرار 2000/22 المؤرخ",
            "2000/22",
            "E/CN.4/SUB.2/RES/2000/22",
        ),
        (ASSEMBLY + "إلى قرار لجنة المخدرات 61/2 المؤرخ", "61/2", "61/2"),
        (ASSEMBLY + "إذ ترحب بالقرار 7/2019 المؤرخ 28 حزيران/يونيه 2019 الصادر عن مؤتمر", "7/2019", "7/2019"),
        (ASSEMBLY + "بالقرار 668 (د-21) الذي اتخذته الجمعية العامة لمنظمة", "668 (د-21)", "668 (XXI)"),
        (ASSEMBLY + "في القرار A.1078(28) المؤرخ", "A.1078(28)", "A.1078(28)"),
        (RIGHTS + "قرارات الجمعية العامة 149/62 المؤرخ 18 كانون الأول/ديسمبر 2007", "149/62", "A/RES/62/149"),
        (RIGHTS + "مرفق قرار المجلس الاقتصادي والاجتماعي 50/1984،", "50/1984", "E/RES/1984/50"),
        (ASSEMBLY + "بقرارهـا ٥٨/١٧٠ المؤرخ", "٥٨/١٧٠", "A/RES/58/170"),
        (ASSEMBLY + "قرارها\u00a0\u200e58\u200e/\u200e170\u200e المؤرخ", "58\u200e/\u200e170", "A/RES/58/170"),
        (ASSEMBLY + "إلى قرارها 61/2 المؤرخ 16 آذار/مارس 2018", "61/2", "61/2"),  # the year is not its 61st session's
    ],
)
def test_a_cited_resolution(text: str, quote: str, value: str) -> None:
    assert found(text, "resolution") == [(quote, value)]


def test_lists_go_on_behind_dates_titles_and_marks() -> None:
    text = (
        ASSEMBLY + "إذ تشير إلى قراراتها 58/170 المؤرخ 22 كانون الأول/ديسمبر 2003() و 59/187، و 60/1 المؤرخ "
        "16 أيلول/سبتمبر 2005 والمعنون ”نتائج القمة“، و 61/16 بشأن المجلس و62/5 ألف "
        "و 62/5 باء بشأن الطفل؛ 2 - ترحب بالمؤتمر و 63/7"
    )
    assert [value for _, value in found(text, "resolution")] == [
        "A/RES/58/170",
        "A/RES/59/187",
        "A/RES/60/1",
        "A/RES/61/16",
        "A/RES/62/5 A",
        "A/RES/62/5 B",
    ]


def test_one_list_may_name_several_bodies() -> None:
    text = (
        ECONOMIC + "إذ يشير إلى قراري الجمعية العامة 59/209 و 67/221 وقرار مجلس الأمن 1325 (2000) "
        "و 1889 (2009) وقراراته 2004/66 و 2007/35، وإلى قرار المجلس 2006/6"
    )
    assert [value for _, value in found(text, "resolution")] == [
        "A/RES/59/209",
        "A/RES/67/221",
        "S/RES/1325 (2000)",
        "S/RES/1889 (2009)",
        "E/RES/2004/66",
        "E/RES/2007/35",
        "E/RES/2006/6",
    ]


@pytest.mark.parametrize(
    "text, values",
    [
        (ASSEMBLY + "بالقرار 43/17 الصادر عن مجلس حقوق الإنسان", ["A/HRC/RES/43/17"]),
        (ASSEMBLY + "بالقرار 43/17 المؤرخ 22 حزيران/يونيه 2020", ["A/HRC/RES/43/17"]),
        (RIGHTS + "إذ يؤكد الميثاق، وإذ يشير إلى القرار 43/17 والقرار 60/251", ["A/HRC/RES/43/17", "A/RES/60/251"]),
        (ASSEMBLY + "إذ ترحب بتقرير لجنة المخدرات وبقرارها 61/2", ["61/2"]),
        (ASSEMBLY + "إذ ترحب بتقرير لجنة المخدرات وبقرارها 74/133", ["A/RES/74/133"]),
        (ASSEMBLY + "إذ ترحب بتقرير لجنة المخدرات، وإذ تشير إلى قرارها 65/20", ["A/RES/65/20"]),
        (ASSEMBLY + "إذ ترحب بتقرير لجنة المخدرات وبقراراتها 65/20 و 66/293", ["A/RES/65/20", "A/RES/66/293"]),
        (
            ASSEMBLY + "إذ ترحب بتقرير لجنة المخدرات وبقرارها 70/111 والجزء الثاني من قرارها 71/7",
            ["A/RES/70/111", "A/RES/71/7"],
        ),
        (
            "قراري مجلس حقوق الإنسان 43/17 و 74/133 المؤرخ 18 كانون الأول/ديسمبر 2019",
            ["A/HRC/RES/43/17", "A/RES/74/133"],
        ),
        ("قرار الجمعية العامة 182/46", ["A/RES/46/182"]),
        (SECURITY + "القرار 2014 (2011) و 2014", ["S/RES/2014 (2011)"]),
        (ECONOMIC + "القرار 8 (د-2) والقرار 1541 (د-15)", ["E/RES/8 (II)", "A/RES/1541 (XV)"]),
        (
            ECONOMIC + "إلى قرار الجمعية العامة 70/1 وقراري المجلس 2006/6 و 2006/7",
            ["A/RES/70/1", "E/RES/2006/6", "E/RES/2006/7"],
        ),
    ],
)
def test_whose_a_number_is(text: str, values: list[str]) -> None:
    assert [value for _, value in found(text, "resolution")] == values


def test_a_list_goes_on_behind_a_title_that_cites() -> None:
    text = (
        ASSEMBLY + "قراري المجلس الاقتصادي والاجتماعي 1992/22 المعنون ”تنفيذ قرار الجمعية العامة 46/152 المتعلق "
        "بالأنشطة“، و 1993/28 المؤرخ"
    )
    assert [value for _, value in found(text, "resolution")] == ["E/RES/1992/22", "A/RES/46/152", "E/RES/1993/28"]


def test_a_number_without_its_year_counts_where_the_year_is_said_elsewhere() -> None:
    text = SECURITY + "عملا بالقرار 1540 (2004)، ولجنة القرار 1540 والقرار 2391؛"
    assert found(text, "resolution") == [("1540 (2004)", "S/RES/1540 (2004)"), ("1540", "S/RES/1540 (2004)")]


@pytest.mark.parametrize(
    "text",
    [
        "قرار اتخذته الجمعية العامة في 18 كانون الأول/ديسمبر 2019 [بناء على تقرير (A/74/424)] 74/185. - برنامج",
        "القرار 2618 (2022) الذي اتخذه مجلس الأمن في جلسته 8955 المعقودة في 27 كانون الثاني/يناير 2022",
        ASSEMBLY + "إذ تشير إلى مقررها 74/550 ألف المؤرخ 13 نيسان/أبريل 2020 و 74/551",
        ASSEMBLY + "للفترة 2019/2020 وإلغاء القانون رقم 10/2018 بنسبة 50/50",
        ASSEMBLY + "التوصية العامة رقم 26 (2008) والمادة 2 (2)",
        ASSEMBLY + "رحلة 58/170 من البلد",
        SECURITY + "بموجب القرارات 1267/1989/2253 وبموجب القرار 1267/1988",
    ],
)
def test_no_citations(text: str) -> None:
    assert found(text, "resolution") == []


# Symbols


@pytest.mark.parametrize(
    "text, quote, value",
    [
        ("[بناء على تقرير اللجنة الثالثة (A/59/503/Add.2)]", "A/59/503/Add.2", "A/59/503/Add.2"),
        ("تقرير الأمين العام (S/2020/1)،", "S/2020/1", "S/2020/1"),
        ("الوثيقة A/RES/60/180.", "A/RES/60/180", "A/RES/60/180"),
        ("و E/CN.4/2004/L.11/Add.7 المؤرخ", "E/CN.4/2004/L.11/Add.7", "E/CN.4/2004/L.11/Add.7"),
        ("(A/75/873-S/2021/437)", "A/75/873-S/2021/437", "A/75/873-S/2021/437"),
        ("القرارين GC (63)/RES/7 ", "GC (63)/RES/7", "GC(63)/RES/7"),
        ("قراره S/RES/1645(2005) المؤرخ", "S/RES/1645(2005)", "S/RES/1645 (2005)"),
        ("قراراتهما S/RES/1645 (2005) المؤرخ", "S/RES/1645 (2005)", "S/RES/1645 (2005)"),
        ("بالقرار Assembly/AU/Decl. 8 (XXXII) الذي", "Assembly/AU/Decl. 8 (XXXII)", "Assembly/AU/Decl.8(XXXII)"),
        ("[(E/2021/L.1)بناء على مقترح", "E/2021/L.1", "E/2021/L.1"),
        ("(A\u200e/59/\u200e503)", "A\u200e/59/\u200e503", "A/59/503"),
        ("(A/٧٤//L.34)", "A/٧٤//L.34", "A/74/L.34"),
        ("(A/59/503 (Part I))", "A/59/503 (Part I)", "A/59/503 (Part I)"),
    ],
)
def test_a_symbol(text: str, quote: str, value: str) -> None:
    assert found(text, "symbol") == [(quote, value)]


@pytest.mark.parametrize(
    "text",
    [
        "منظومة I-24/7 والقرار S-31/1",
        "جائحة A/H1N1",
        "https://www.un.org/A/59/503 و ISO/IEC 17025",
        "10 km/h و AC/DC",
        "فيروس HIV/AIDS والمقاس a/4",
    ],
)
def test_no_symbols(text: str) -> None:
    assert found(text, "symbol") == []


# Footnote marks


@pytest.mark.parametrize(
    "text, expected",
    [
        ("في عام 1993()، وقرارها 60/1()؛", [("()", None), ("()", None)]),
        ("تموز/يوليه 2017 ( ) ، وإذ", [("( )", None)]),
        ("حقوق الطفل(7)(8)، وعام 2018(5) وقراره 42/9(1)", [("(7)", "7"), ("(8)", "8"), ("(5)", "5"), ("(1)", "1")]),
        ("المعتمدة في ”البيان“(12).", [("(12)", "12")]),
        ("الوثيقة (مبادئ باريس())؛", [("()", None)]),
        ("العام(٣)،", [("(٣)", "3")]),
    ],
)
def test_footnote_marks(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text, "footnote") == expected


@pytest.mark.parametrize(
    "text",
    [
        "التدابير التالية: (1) دوريات القوة، (2) مواقع الأفرقة",
        "المادة 14(3) من العهد والقرار 2254(2015)",
        "القرار A.1078(28) و GC(63)/RES/7",
        "انتهاكا للمادة 14(3()د) من العهد",  # two brackets that met the wrong way round
        "القرار 2140 (2014()المشار إليها فيما يلي باسم ”اللجنة“)",
    ],
)
def test_no_footnote_marks(text: str) -> None:
    assert found(text, "footnote") == []


# Older typography


@pytest.mark.parametrize(
    "text, label, expected",
    [
        ("قرارها ١٥١٤ )د-١٥( المؤرخ", "resolution", [("١٥١٤ )د-١٥(", "A/RES/1514 (XV)")]),
        ("قرارها ١٥١٤ )د ـ ١٥( المؤرخ", "resolution", [("١٥١٤ )د ـ ١٥(", "A/RES/1514 (XV)")]),
        ("القرار 2282 )2016(؛", "resolution", [("2282 )2016(", "S/RES/2282 (2016)")]),
        ("حقوق الطفل)(، وعام 2018)٥(؛", "footnote", [(")(", None), (")٥(", "5")]),
        ("في تقرير )S/٢٠١٩/٧٧٧(؛", "symbol", [("S/٢٠١٩/٧٧٧", "S/2019/777")]),
        ("فـي ٢٠ كـانون اﻷول/ديسـمبر ٢٠٠٤)(، ثم", "date", [("٢٠ كـانون اﻷول/ديسـمبر ٢٠٠٤", "2004-12-20")]),
        ("٣ ـ ١٤ حزيران/يونيه ١٩٩٢", "date", [("٣", "1992-06-03"), ("١٤ حزيران/يونيه ١٩٩٢", "1992-06-14")]),
        ("٣ ا\u0653ب/ا\u0654غسطس\u200f ٢٠٠٤\u200f،", "date", [("٣ ا\u0653ب/ا\u0654غسطس\u200f ٢٠٠٤", "2004-08-03")]),
        ("في A/\u200b59/\u00ad503\u200f،", "symbol", [("A/\u200b59/\u00ad503", "A/59/503")]),
    ],
)
def test_older_typography(text: str, label: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(ASSEMBLY + text, label) == expected


def test_real_texts_typed_otherwise_have_the_same_references(newer_corpus: Path) -> None:
    for document in gold_documents(newer_corpus, every=40):
        as_it_is = _in_reading_form(document.text)
        for style, typed in in_styles(document):
            assert _in_reading_form(typed.text) == as_it_is, (document.name, style)


def _in_reading_form(text: str) -> set[tuple[object, ...]]:
    form = reading_form(text)
    return {(form.limits(*each.limits), each.label, each.features) for each in references(text)}


# Any text


@given(
    st.text(st.sampled_from("قراره ارهمؤخ0158/()-–د،.؛وإذa A/S\u200f\u0640\u064bآب كانونولديسمبرتموزيه”“")) | st.text()
)
@example("قرارها 1/1" * 3)
@example("")
def test_any_text_gives_references_in_order(text: str) -> None:
    given_ = references(text)
    assert list(given_) == sorted(given_, key=lambda each: (each.start, -each.end, each.label))
    assert len({(each.limits, each.label) for each in given_}) == len(given_)
    for each in given_:
        assert 0 <= each.start < each.end <= len(text)
        assert words.snap(text, each.start, each.end) == each.limits
        assert all(value for _, value in each.features)
    assert references(text) == given_


def test_all_kinds_stand_in_the_order_of_the_text() -> None:
    text = ASSEMBLY + "إذ تشير إلى قرارها 58/170 المؤرخ 22 كانون الأول/ديسمبر 2003() والوثيقة A/59/503 وإلى قرارها 60/1"
    assert [each.label for each in references(text)] == ["resolution", "date", "footnote", "symbol", "resolution"]


def test_limits_lie_between_letters_and_their_marks() -> None:
    text = ASSEMBLY + "قرارها 66/240 ألفٌ،"
    assert found(text, "resolution") == [("66/240 ألفٌ", "A/RES/66/240 A")]


def test_features_are_those_of_the_scheme() -> None:
    text = ASSEMBLY + "قرارها 58/170 المؤرخ 22 كانون الأول/ديسمبر 2003(3) (A/59/503)"
    scheme = read_scheme()
    assert {each.label for each in references(text)} == {label.id for label in scheme.layer("reference").labels}
    for each in references(text):
        for name, _ in each.features:
            assert scheme.label(each.label).feature(name).kind == "text"


# The corpus


def test_checked_by_hand(corpus: Path) -> None:
    verdicts: Counter[tuple[int, str]] = Counter()
    for name, checked in json.loads(CHECKED.read_text("utf-8"))["documents"].items():
        text = (corpus / "texts" / f"{name}.txt").read_text("utf-8").partition("\n\n")[2].rstrip("\n")
        assert hashlib.sha256(text.encode()).hexdigest() == checked["text_sha256"], name
        given_ = set(references(text))
        for start, end, label, value, verdict, drawing in checked["references"]:
            feature = () if value is None else (("iso" if label == "date" else "value", value),)
            is_found = FoundReference(start, end, label, feature) in given_
            assert is_found == (verdict == "right"), (name, start, end, label, value)
            verdicts[drawing, verdict] += 1
    assert verdicts[2, "right"] + verdicts[2, "wrong"] == 300
    assert verdicts[2, "right"] / 300 >= 0.99
