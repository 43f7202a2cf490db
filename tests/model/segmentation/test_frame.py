"""The frame of resolutions, as each organ writes it."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.segmentation.frame import Frame, frame_of
from tests.model.typed_otherwise import gold_documents

ASSEMBLY = (
    "قرار اتخذته الجمعية العامة في 3 أيار/مايو 2023 [بناء على تقرير اللجنة الثالثة (A/77/1)] 77/9. - المكتبات "
    "إن الجمعية العامة، إذ تشير إلى المكتبات، 1 - تقرر فتحها. الجلسة العامة 12 3 أيار/مايو 2023"
)
FRAME = ("adoption", "source", "title", "enacting", "closing")
BODY = "إذ يشير إلى المكتبات، 1- يقرر فتحها."


def read(text: str, limits: tuple[int, int] | None) -> str | None:
    return None if limits is None else text[slice(*limits)]


def closing_of(text: str) -> str | None:
    return read(text, frame_of(text).parts[-1].closing)


def test_the_assembly() -> None:
    frame = frame_of(ASSEMBLY)
    (part,) = frame.parts
    assert read(ASSEMBLY, frame.adoption) == "قرار اتخذته الجمعية العامة في 3 أيار/مايو 2023"
    assert read(ASSEMBLY, frame.source) == "[بناء على تقرير اللجنة الثالثة (A/77/1)]"
    assert read(ASSEMBLY, part.title) == "77/9. - المكتبات"
    assert read(ASSEMBLY, part.formula) == "إن الجمعية العامة،"
    assert read(ASSEMBLY, part.body) == "إذ تشير إلى المكتبات، 1 - تقرر فتحها."
    assert read(ASSEMBLY, part.closing) == "الجلسة العامة 12 3 أيار/مايو 2023"
    assert frame.annex is None


def test_without_a_source_the_line_of_adoption_ends_with_its_date() -> None:
    text = f"قرار اعتمده مجلس حقوق الإنسان في 4 نيسان/أبريل 2024 55/2 المكتبات إن مجلس حقوق الإنسان، {BODY}"
    frame = frame_of(text)
    assert read(text, frame.adoption) == "قرار اعتمده مجلس حقوق الإنسان في 4 نيسان/أبريل 2024"
    assert frame.source is None
    assert read(text, frame.parts[0].title) == "55/2 المكتبات"


@pytest.mark.parametrize(
    "line",
    [
        "القرار 2700 (2023) الذي اتخذه مجلس الأمن في جلسته 9237، المعقودة في 9 كانون الثاني/ يناير 2023",
        "القرار 2700 (2023)",
    ],
)
def test_the_security_council_has_no_title(line: str) -> None:
    text = f"{line} إن مجلس الأمن ، {BODY}"
    frame = frame_of(text)
    assert read(text, frame.adoption) == line
    assert frame.parts[0].title is None
    assert read(text, frame.parts[0].formula) == "إن مجلس الأمن ،"
    assert read(text, frame.parts[0].body) == BODY


@pytest.mark.parametrize("sign", ["()", "(1)", "*", "¹"])
def test_the_sign_of_a_footnote_stays_with_what_it_stands_behind(sign: str) -> None:
    text = ASSEMBLY.replace("]", f"]{sign}").replace("العامة،", f"العامة،{sign}")
    frame = frame_of(text)
    assert read(text, frame.source) == f"[بناء على تقرير اللجنة الثالثة (A/77/1)]{sign}"
    assert read(text, frame.parts[0].title) == "77/9. - المكتبات"
    assert read(text, frame.parts[0].formula) == f"إن الجمعية العامة،{sign}"


def test_a_number_in_brackets_apart_belongs_to_the_title() -> None:
    text = ASSEMBLY.replace("77/9.", "(1) 77/9.")
    assert read(text, frame_of(text).parts[0].title) == "(1) 77/9. - المكتبات"


@pytest.mark.parametrize(
    "formula",
    [
        "إن الجمعية العامة،",
        "إن الجمعية العامة ،",
        "إن الجمعية العامة",
        "إ ن مجلس الأمن،",
        "إن المجلس الاقتصادي والاجتماعي،",
        "إن مجلس حقوق الإنسان،",
    ],
)
def test_formulas(formula: str) -> None:
    text = f"{formula} {BODY}"
    assert read(text, frame_of(text).parts[0].formula) == formula


@pytest.mark.parametrize(
    "closing",
    [
        "الجلسة العامة 41 10 كانون الأول/ديسمبر 2020",
        "الجلسة العامة (المستأنفة) 52 27 كانون الأول/ديسمبر 2019",
        "الجلسة العامة 48 (المستأنفة) 31 كانون الأول/ديسمبر 2020",
        "الجلسة العامة الأولى 14 أيلول/سبتمبر 2020",
        "الجلسة العامة 98 17 آب/أغسطس 2021",
        "الجلسة 53 3 نيسان/أبريل 2024 [اعتمد من دون تصويت.]",
        "الجلسة 53 3 نيسان/أبريل 2024 [اعتمد بدون تصويت].",
        "الجلسة 53 3 نيسان/أبريل 2024 اعتمد من دون تصويت.",
        "الجلسة 53 3 نيسان/أبريل 2024 [اعتمد بتصويت مسجل بأغلبية 30 صوتا. المؤيدون: الصين، غانا المعارضون: لا أحد]",
        "الجلسة 53 3 نيسان/أبريل 2024 [اعتمد بتصويت مسجل. المؤيدون: الصين الممتنعون عن التصويت:",
        "11 آب/أغسطس 2020",
    ],
)
def test_closings(closing: str) -> None:
    body = f"إن الجمعية العامة، {BODY} "
    assert closing_of(body + closing) == closing
    annexed = f"{body}{closing} المرفق قواعد المكتبات"
    if closing.endswith(("2020", "2019", "2021", "]", ".")):
        assert closing_of(annexed) == closing
        annex = frame_of(annexed).annex
        assert annex is not None
        assert read(annexed, annex) == "المرفق قواعد المكتبات"


def test_a_vote_without_brackets_ends_with_its_sentence() -> None:
    closing = "الجلسة 53 3 نيسان/أبريل 2024 اعتمد من دون تصويت."
    assert closing_of(f"إن مجلس حقوق الإنسان، {BODY} {closing} مذكرة من الأمانة") == closing


@pytest.mark.parametrize(
    "sentence",
    [
        "1 - تشير إلى الجلسة العامة المعقودة في 23 حزيران/يونيه 2021، وتقرر فتحها.",
        "1 - تشير إلى الجلسة 1121 المعقودة في 11 أيار/مايو 2022، وتقرر فتحها.",
    ],
)
def test_a_meeting_in_a_sentence_closes_nothing(sentence: str) -> None:
    assert closing_of(f"إن الجمعية العامة، {sentence}") is None


def test_parts_have_titles_formulas_and_closings_of_their_own() -> None:
    part = "إن الجمعية العامة، 1 - تقرر فتحها. الجلسة العامة 12 3 أيار/مايو 2023"
    text = f"قراران اتخذتهما الجمعية العامة في 3 أيار/مايو 2023 [تقرير] ألف المكتبات {part} باء المتاحف {part}"
    frame = frame_of(text)
    assert [read(text, one.title) for one in frame.parts] == ["ألف المكتبات", "باء المتاحف"]
    assert all(one.closing is not None for one in frame.parts)
    assert frame.annex is None


def test_a_part_without_a_closing_ends_before_the_next_letter() -> None:
    text = f"A المكتبات إن الجمعية العامة، {BODY} B المتاحف إن الجمعية العامة، {BODY}"
    assert [read(text, part.body) for part in frame_of(text).parts] == [BODY, BODY]


def test_a_recommended_draft_has_a_formula_of_its_own() -> None:
    text = f"إن المجلس الاقتصادي والاجتماعي يوصي بما يلي: إن الجمعية العامة، {BODY}"
    first, second = frame_of(text).parts
    assert read(text, first.body) == "يوصي بما يلي:"
    assert second.title is None
    assert read(text, second.formula) == "إن الجمعية العامة،"


def test_without_a_formula_a_title_ends_where_the_recitals_begin() -> None:
    text = "قرار اتخذته الجمعية العامة في 3 أيار/مايو 2023 [تقرير] 77/9 المكتبات إذ تشير إليها، 1 - تقرر فتحها."
    part = frame_of(text).parts[0]
    assert (read(text, part.title), part.formula) == ("77/9 المكتبات", None)


def limits_of(frame: Frame) -> list[tuple[int, int]]:
    found = [frame.adoption, frame.source]
    for part in frame.parts:
        found += [part.title, part.formula, part.body if part.body[0] < part.body[1] else None, part.closing]
    return [limits for limits in (*found, frame.annex) if limits is not None]


PIECES = (
    *("قرار اتخذته الجمعية العامة في 3 أيار/مايو 2023", "القرار 2700 (2023)", "[تقرير]", "[", "]", "77/9 المكتبات"),
    *("إن الجمعية العامة،", "إن مجلس الأمن،", "إذ تشير،", "1 - تقرر.", "الجلسة العامة 12 3 أيار/مايو 2023", "المرفق"),
    *("[اعتمد", "تصويت.]", "3 أيار/مايو 2023", "ألف", "التالي:", ".", "؛"),
)


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=16).map(" ".join)))
def test_any_text_has_a_frame_in_order(text: str) -> None:
    found = limits_of(frame_of(text))
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(end <= start for (_, end), (start, _) in pairwise(found))


def test_the_frames_of_the_corpus_begin_and_end_where_the_gold_says(corpus: Path) -> None:
    missed = total = 0
    for document in gold_documents(corpus, every=6):
        read_in = document.in_reading_form()
        found = set(limits_of(frame_of(read_in.text)))
        frame = [clause for clause in read_in.clauses if clause.label in FRAME]
        total += len(frame)
        missed += sum(clause.limits not in found for clause in frame)
    assert total > 900
    assert missed <= 2  # twice a meeting and its date are two paragraphs there


def test_a_cover_page_is_of_no_part_of_the_frame() -> None:
    cover = "الأمم المتحدة S/RES/2901 (2031) مجلس الأمن Distr.: General 9 May 2031 "
    text = "القرار 2901 (2031) الذي اتخذه مجلس الأمن في 9 أيار/مايو 2031 إن مجلس الأمن، إذ يشير إلى، 1 - يقرر."
    alone, behind = frame_of(text), frame_of(cover + text)
    assert alone.adoption is not None
    assert behind.adoption == (len(cover), len(cover) + alone.adoption[1])
    assert [(part.title, part.closing) for part in behind.parts] == [(None, None)]
