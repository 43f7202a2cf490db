"""Cover pages: where the resolution begins behind them, and that no resolution is taken for one."""

from pathlib import Path

import pytest

from model.formats import resolution_text
from model.text.cover_page import cover_end
from model.text.reading_form import reading_form

ADOPTION = "قرار اتخذته الجمعية العامة في 9 كانون الأول/ديسمبر 2022"
COVER = "الأمم المتحدة A/RES/77/901 Distr.: General الجمعية العامة الدورة السابعة والسبعون البند 98 من جدول الأعمال "


@pytest.mark.parametrize(
    "line",
    [
        ADOPTION,
        "القرار 2901 (2031) الذي اتخذه مجلس الأمن في جلسته 9901، المعقودة في 9 أيار/مايو 2031",
        "قرار اعتمده مجلس حقوق الإنسان في 9 تشرين الأول/أكتوبر 2031",
        "قرار اتخذه المجلس الاقتصادي والاجتماعي في 9 حزيران/يونيه 2031",
    ],
)
def test_the_resolution_begins_with_its_line_of_adoption(line: str) -> None:
    text = f"{COVER}{line} [دون الإحالة إلى لجنة رئيسية (A/77/L.1)] 77/901 - المكتبات"
    assert text[cover_end(text) :].startswith(line)
    assert cover_end(text[len(COVER) :]) == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"{ADOPTION} إذ تشير إلى قرارها A/RES/1/2 وإلى قرار اتخذته الجمعية العامة في 1990",
        f"الأمم المتحدة الدورة السابعة والسبعون {ADOPTION}",  # no symbol
        f"A/RES/77/901 تقرر النظر؛ {ADOPTION}",
        f"A/RES/77/901 إن الجمعية العامة، {ADOPTION}",
        f"{COVER}{'كلمة ' * 400}{ADOPTION}",
    ],
)
def test_other_texts_have_none(text: str) -> None:
    assert cover_end(text) == 0


def test_no_real_resolution_without_one_seems_to_have_one(corpus: Path, newer_corpus: Path) -> None:
    for path in sorted((*corpus.glob("texts/*/*.txt"), *newer_corpus.glob("texts/*/*.txt")))[::5]:
        assert cover_end(reading_form(resolution_text.read_file(path).text).text) == 0, path.name
