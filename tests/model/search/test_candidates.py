"""The index never leaves out a text that answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.annotation import documents
from model.checking import soundness
from model.errors import UserError
from model.project import Project
from model.search.candidates import candidates
from model.search.matching import Matcher
from model.search.query import Query

HARD = "اأ\u0654\u0640\u064e\u200fهةبت e\u0301ß١2/،(가각각\u00a0İﻻ"
WORDS = (
    "الأمم",
    "المتحدة",
    "والأمم",
    "أمم",
    "الامـم",
    "متحد",
    "A/RES/75/9",
    "75/90",
    "75",
    "(أ)",
    ")أ(",
    "[أ)",
    "ال",
    "كتابَ",
    "كتاب",
)
TEXTS = st.one_of(
    st.text(st.sampled_from(HARD), min_size=1, max_size=30),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map("، ".join),
    st.sampled_from(
        ["تقرر " + "ابج" * 150 + " الأمم", "ا" * 401, "x" + "ا" * 20_000 + "\u0301ب", "ب" * 399 + " " + "ب" * 400]
    ),
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with Project.create(tmp_path_factory.mktemp("candidates") / "p.qarar", "Amal") as project:
        yield project


@given(st.lists(TEXTS, min_size=1, max_size=5), st.data(), st.booleans(), st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_text_that_answers_is_a_candidate(
    empty: Project, texts: list[str], data: st.DataObject, whole_words: bool, exact: bool
) -> None:
    source = data.draw(st.sampled_from(texts))
    start = data.draw(st.integers(0, len(source) - 1))
    piece = source[start : data.draw(st.integers(start + 1, len(source)))]
    try:
        matcher = Matcher(Query(piece, whole_words=whole_words, exact=exact))
    except UserError:
        return
    with pytest.raises(_Enough), empty.operation("add document") as writing:
        for number, text in enumerate(texts):
            if text.strip():
                documents.add(writing, f"d{number}", text)
        folded = writing.tables.folded
        found = candidates(folded, matcher)
        for text, _, _ in folded.documents():
            answers = bool(matcher.in_given(folded.source(text) if exact else folded.body(text)))
            assert text in found or not answers
            if found.exact:
                assert (text in found) == answers
        raise _Enough


class _Enough(Exception):
    """Ends an operation of which nothing is to stay."""


def test_the_index_tells_texts_apart(project: Project) -> None:
    with project.operation("add document") as writing:
        for name, text in (("a", "تقرر الجمعية"), ("b", "ستقرر الجمعية"), ("c", "الجمعية تقرر"), ("d", "لا شيء")):
            documents.add(writing, name, text)
    folded = project.tables.folded

    def count(text: str, **how: bool) -> int | None:
        found = candidates(folded, Matcher(Query(text, **how))).texts
        return None if found is None else len(found)

    assert count("تقرر") == 2
    assert count("قرر", whole_words=False) == 3
    assert count("تقرر الجمعية") == 1
    assert count("قرر الجم", whole_words=False) == 3  # in whatever order, as far as the index knows
    assert count("رر غا", whole_words=False) == 0
    assert count("تقرر", exact=True) == 3  # a candidate only: it may be a piece of a word
    assert count("غائب") == 0
    assert count("،") is None
    assert count("ت", whole_words=False) is None


def test_words_of_any_length_are_found(project: Project) -> None:
    long = "ت" + "قرر" * 12_000 + "é"
    with project.operation("add document") as writing:
        documents.add(writing, "a", f"أول {long} آخر")
        documents.add(writing, "b", "شيء")
    for text, whole_words in ((long, True), ("قررé", False), ("آخر", True), ("ررق", False), (f"أول {long}", True)):
        query = Query(text, whole_words=whole_words)
        assert [each.name for each in project.find(query)] == ["a"]
        assert project.count_documents_with(query) == (1, False)
    assert list(project.find(Query("قرر"))) == []
    assert list(soundness.problems(project.tables)) == []


def test_what_was_taken_back_is_indexed_when_it_comes_again(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.qarar", "Amal") as project:
        with pytest.raises(_Enough), project.operation("add document") as writing:
            documents.add(writing, "a", "كلمة نادرة")
            raise _Enough
        assert project.tables.folded.count() == 0
        with project.operation("add document") as writing:
            with pytest.raises(_Enough), writing.attempt():
                documents.add(writing, "b", "كلمة نادرة")
                raise _Enough
            documents.add(writing, "c", "كلمة نادرة")
        assert project.count_documents_with(Query("نادر", whole_words=False)) == (1, True)
