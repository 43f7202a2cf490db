import random
from pathlib import Path

import pytest

from model.annotation import documents, spans
from model.errors import Cancelled, UserError
from model.formats.importing import import_sources
from model.project import Project
from model.search.hit_finder import DocumentHits
from model.search.query import Query
from tests.model.conftest import TEXT, place
from tests.model.search import plain


def found(project: Project, query: Query) -> dict[str, tuple[tuple[int, int], ...]]:
    return {each.name: each.hits for each in project.find(query)}


@pytest.fixture
def filled(project: Project) -> Project:
    with project.operation("add document") as writing:
        for name, text in (("10", "المكتبات تُقرر"), ("9", TEXT), ("b", "تقرر وتقرر تقرر"), ("c", "لا شيء")):
            documents.add(writing, name, text)
    return project


def test_hits_come_in_project_order(filled: Project) -> None:
    start, end = place("تقرر")
    assert list(found(filled, Query("تقرر")).items()) == [
        ("9", ((start, end),)),
        ("10", ((9, 14),)),
        ("b", ((0, 4), (11, 15))),
    ]


def test_brackets_are_found_either_way_round(filled: Project) -> None:
    with filled.operation("add document") as writing:
        documents.add(writing, "d", "الفقرة )أ( منه")
    assert found(filled, Query("الفقرة (ا)")) == {"d": ((0, 10),)}
    assert found(filled, Query("(أ)")).keys() == found(filled, Query(")أ(")).keys() == {"9", "d"}
    assert found(filled, Query("(أ)", exact=True)).keys() == {"9"}


def test_a_text_that_two_documents_have_is_found_in_both(filled: Project) -> None:
    with filled.operation("add document") as writing:
        documents.add(writing, "a", TEXT)
    assert list(found(filled, Query("المكتبات", whole_words=False))) == ["9", "10", "a"]
    assert filled.count_documents_with(Query("المكتبات")) == (3, True)


def test_of_some_documents_only(filled: Project) -> None:
    wanted = {each.id for each in filled.documents() if each.name in ("b", "c")}
    assert [each.name for each in filled.find(Query("تقرر"), documents=wanted)] == ["b"]


def test_of_clauses_of_one_label_only(filled: Project) -> None:
    document = next(each.id for each in filled.documents() if each.name == "9")
    with filled.operation("mark clause") as writing:
        spans.mark(writing, document, "operative", *place("2 - تقرر مواصلة النظر."))
        spans.mark(writing, document, "preambular", *place("إذ تشير إلى أهمية المكتبات،"))
    assert found(filled, Query("تقرر", label="operative")) == {"9": (place("تقرر"),)}
    assert found(filled, Query("المكتبات", label="preambular")) == {"9": (place("المكتبات"),)}
    assert found(filled, Query("المكتبات، وإذ", label="preambular")) == {}  # it reaches beyond the clause
    assert filled.count_documents_with(Query("تقرر", label="operative")) == (3, False)
    with pytest.raises(UserError, match="no label “nothing”"):
        found(filled, Query("تقرر", label="nothing"))


def test_a_rejected_clause_is_none(filled: Project) -> None:
    document = next(each.id for each in filled.documents() if each.name == "9")
    with filled.operation("mark clause") as writing:
        span = spans.mark(writing, document, "operative", *place("2 - تقرر مواصلة النظر."))
        writing.update("span", span.id, status="rejected")
    assert found(filled, Query("تقرر", label="operative")) == {}


def test_nested_clauses_of_one_label(project: Project, document: str) -> None:
    outer, inner = place("(ب) دعمها بما يأتي: ’1‘ المال؛ ’2‘ الكتب؛"), place("’1‘ المال؛")
    paragraph = (TEXT.index("1 - تطلب"), outer[1])
    with project.operation("mark clause") as writing:
        spans.mark(writing, document, "operative", *paragraph)
        spans.mark(writing, document, "subclause", *outer)
        spans.mark(writing, document, "subclause", *inner)
    assert found(project, Query("الكتب", label="subclause")) == {"مكتبات": (place("الكتب"),)}
    assert found(project, Query("فتح", label="subclause")) == {}


def test_undo_and_redo_of_an_import(filled: Project) -> None:
    before = found(filled, Query("تقرر"))
    filled.undo()
    assert found(filled, Query("تقرر")) == {}
    assert filled.count_documents_with(Query("تقرر")) == (0, True)
    filled.redo()
    assert found(filled, Query("تقرر")) == before


def test_a_slow_expression_names_the_document(filled: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("model.search.matching.TIME_LIMIT", 0.01)
    with filled.operation("add document") as writing:
        documents.add(writing, "00 slow", "ا" * 5_000)
    with pytest.raises(UserError, match=r"00 slow: .*takes longer"):
        found(filled, Query("(ا+ا+)+ب", regex=True))


def test_a_watcher_sees_all_and_may_stop(filled: Project) -> None:
    seen: list[tuple[int, int]] = []
    list(filled.find(Query("تقرر"), on_progress=lambda done, total: seen.append((done, total))))
    assert seen == [(done, 4) for done in range(5)]

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise Cancelled

    hits: list[DocumentHits] = []
    with pytest.raises(Cancelled):
        hits.extend(filled.find(Query("تقرر"), on_progress=stop))
    assert filled.undoable() is not None


def test_a_project_open_for_reading_is_searched(filled: Project) -> None:
    with Project.open(filled.path, None) as reading:
        assert found(reading, Query("تقرر")) == found(filled, Query("تقرر"))


QUERIES = (
    "تقرر", "الأمم المتحدة", "حقوق الإنسان", "وإذ تشير إلى", "قرار", "القرار", "٢٠٣٠", "2030", "75/1", "المرأة",
    "إسرائيل", "اليونيسيف", "COVID-19", "كوفيد-19", "الأسلحة النووية", "هـ", "مسؤولية", "A/RES/74/", "()", "ا ل م",
)  # fmt: skip


def test_twenty_queries_over_the_corpus(corpus: Path, tmp_path: Path) -> None:
    folder = corpus / "texts" / "GA"
    names = sorted(path.name for path in folder.iterdir())
    chosen = random.Random(4).sample(names, 20)
    with Project.create(tmp_path / "p.qarar", "Amal") as project:
        import_sources(project, [folder / name for name in chosen])
        texts = {each.name: project.text(each.id) for each in project.documents()}
        for query in QUERIES:
            for whole_words in (True, False):
                slow = {name: tuple(plain.hits(text, query, whole_words=whole_words)) for name, text in texts.items()}
                wanted = {name: hits for name, hits in slow.items() if hits}
                assert found(project, Query(query, whole_words=whole_words)) == wanted, query


def test_one_search_counts_and_finds_and_can_be_asked_again(filled: Project) -> None:
    search = filled.search(Query("تقرر"))
    assert search.count_documents() == (3, True)
    for _ in range(2):
        assert [each.name for each in search.documents()] == ["9", "10", "b"]
    with pytest.raises(UserError):
        filled.search(Query(""))
