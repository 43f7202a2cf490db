"""The leading phrases of clauses: set phrases first, then the italics of the corpus."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.text.leading import leading_phrase


@pytest.mark.parametrize(
    "clause, phrase",
    [
        ("1 - تقرر أن تواصل النظر؛", "تقرر"),
        ("2 - تلاحظ مع التقدير عمل اللجنة؛", "تلاحظ مع التقدير"),
        ("3 - تحيط علما أيضا بالتقرير؛", "تحيط علما أيضا"),
        ("4 - تكرر طلبها إلى الأمين العام؛", "تكرر طلبها"),
        ("5 - تدين بأشد العبارات هذه الأعمال؛", "تدين بأشد العبارات"),
        ("6 - تعرب عن بالغ قلقها إزاء الحالة؛", "تعرب عن بالغ قلقها"),
        ("(أ) تشجع الدول؛", "تشجع"),
        ("وإذ تؤكد من جديد أيضاً أهمية ذلك،", "وإذ تؤكد من جديد أيضاً"),
        ("وإذ تضع في اعتبارها الحالة،", "وإذ تضع في اعتبارها"),
        ("وإذ يساورها القلق البالغ إزاء ذلك،", "وإذ يساورها القلق البالغ"),
        ("وإذ لا يزال يساورها القلق،", "وإذ لا يزال يساورها القلق"),
        ("وإذ لا تغيب عنها الحاجة،", "وإذ لا تغيب"),
        ("وقد نظرت في التقرير،", "وقد نظرت"),
        ("واقتناعا منها بأن الأمر مهم،", "واقتناعا منها"),
        ("وإذ تســلم أيضـا بالدور،", "وإذ تســلم أيضـا"),
        ("١ ـ تﻼحظ مع التقديـر ذلك؛", "تﻼحظ مع التقديـر"),
        (")أ( تشجع)١( أيضا الدول؛", "تشجع"),
        ("تعيد ـ تأكيد ذلك؛", "تعيد ـ تأكيد"),
        ("تشجع، أيضا، على ذلك؛", "تشجع"),
        ("يطلب عن كثب؛", "يطلب"),
        ("وإذ", "وإذ"),
        ("أيضا", "أيضا"),
    ],
)
def test_the_verb_with_what_belongs_to_it(clause: str, phrase: str) -> None:
    text = f"ما قبلها، {clause} وما بعدها"
    start = text.index(clause)
    limits = leading_phrase(text, start, start + len(clause))
    assert limits is not None
    assert text[slice(*limits)] == phrase


@pytest.mark.parametrize("text", ["", "  ", "1 - ", "() ؛"])
def test_where_no_word_is_there_is_no_phrase(text: str) -> None:
    assert leading_phrase(text, 0, len(text)) is None


@given(st.text("وإذ تؤكد منجدي1-(أ) ،؛/\u200fـ\u064b\n", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_the_phrase_lies_in_the_clause_and_begins_and_ends_with_a_letter(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    limits = leading_phrase(text, start, end)
    if limits is not None:
        assert start <= limits[0] < limits[1] <= end
        assert not text[limits[0]].isspace()
        assert not text[limits[1] - 1].isspace()


def test_the_italics_of_the_corpus(corpus: Path) -> None:
    same = count = 0
    for gold in sorted((corpus / "gold").glob("*/*.json"))[::5]:
        path = corpus / "texts" / gold.parent.name / f"{gold.stem}.txt"
        text = path.read_text("utf-8").partition("\n\n")[2]
        for clause in json.loads(gold.read_text("utf-8"))["clauses"]:
            if clause.get("lead"):
                count += 1
                same += leading_phrase(text, clause["start"], clause["end"]) == tuple(clause["lead"])
    assert count > 5_000
    assert same / count > 0.95
