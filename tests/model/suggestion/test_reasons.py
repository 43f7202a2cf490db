"""Candidates and their rows: what is counted, and that a document's own terms are not."""

from collections.abc import Iterable
from dataclasses import replace
from math import log1p

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.suggestion import reasons as room
from model.suggestion.labels import LabelFinder
from model.suggestion.memory import KnownDocument, Memory
from model.suggestion.reading import ReadText, read_text
from model.suggestion.reasons import COLUMNS, PARTS, LabelRecord, Reasoner, Reasons
from tests.model.resolutions import THINGS
from tests.model.suggestion.indexed_resolutions import LABELS, UNLABELLED, document, documents

PLAIN = read_text("كتاب", "", "", "")


def reasoner(known: Iterable[KnownDocument], without: str | None = None, labels: bool = True) -> Reasoner:
    memory, index = Memory(known), LabelFinder(LABELS if labels else ())
    return Reasoner(memory, index, [index.find(each.text) for each in memory.documents], without)


def asked(made: Reasoner, text: ReadText, itself: int | None = None) -> Reasons:
    return made.reasons(text, made.memory.ask(text, itself), made.labels.find(text), itself)


def rows(found: Reasons) -> dict[str, dict[str, float]]:
    return {
        term: dict(zip(COLUMNS, row.tolist(), strict=True)) for term, row in zip(found.terms, found.rows, strict=True)
    }


def columns(made: dict[str, dict[str, float]], *names: str) -> dict[str, list[float]]:
    return {term: [row[name] for name in names] for term, row in made.items()}


def test_candidates_are_in_order_and_have_a_row_each() -> None:
    found = asked(reasoner(documents(20)), document(30).text)
    assert list(found.terms) == sorted(found.terms)
    assert found.rows.shape == (len(found.terms), len(COLUMNS))
    assert document(30).terms <= set(found.terms)
    assert len(set(COLUMNS)) == len(COLUMNS)
    assert len(found.near) == len(found.likeness) == room.CLOSEST
    assert list(found.likeness) == sorted(found.likeness, reverse=True)


def test_a_row_says_what_stands_in_the_text() -> None:
    text = read_text(
        "قلم مكتبات القرى، إذ تشير إلى متاحف الأنهار، 1 - مكتبات القرى؛ القرى",
        title="متاحف الأنهار في القرى",
        symbol="",
        organ="SC",
    )
    known = rows(asked(reasoner([]), text))
    size = len(text.stems)
    village, museums = known["term:00"], known["term:01"]
    wanted = {"in text": log1p(2), "in title": 0, "in leads": 0, "words found": 2, "sentences": log1p(2)}
    assert {name: village[name] for name in wanted} == pytest.approx(wanted)
    wanted = {"in text": log1p(1), "in title": 1, "in leads": log1p(1), "words found": 2, "first place": 7 / size}
    assert {name: museums[name] for name in wanted} == pytest.approx(wanted)
    assert (museums["organ"], museums["length"], museums["indexed documents"]) == (1, log1p(size), 0)
    assert (museums["has a label"], museums["label's words"], museums["spread"]) == (1, 2, 0)
    assert museums["rank"] == room._NO_RANK


def test_a_row_says_what_documents_have() -> None:
    made = reasoner(documents(12))
    text = document(3).text
    has, alike = made.memory.has, made.memory.ask(text)
    nearest = np.argsort(-alike.near, kind="stable")[:3]
    for term, row in rows(asked(made, text)).items():
        place = made.memory.places.get(term)
        own = has[:, place] if place is not None else np.zeros(12)
        assert row["documents"] == pytest.approx(log1p(own.sum()))
        assert [row[f"nearest {number}"] for number in (1, 2, 3)] == pytest.approx(
            list(own[nearest] * alike.near[nearest])
        )
        assert row["likeness 1"] == pytest.approx(alike.near[nearest[0]])
        assert row["same title"] == own[3]
        assert row["ridge text"] == pytest.approx(alike.scores["text"][place] if place is not None else 0)
        weights = alike.near**2
        assert row["neighbours"] == pytest.approx(weights @ own / weights.sum(), abs=1e-6)
        assert row["usual number"] == pytest.approx(weights @ has.sum(axis=1) / weights.sum(), abs=1e-6)
    assert rows(asked(made, text))[UNLABELLED]["has a label"] == 0


def test_a_text_that_is_like_none_has_no_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    for ways in ("_RANKED", "_TITLED"):
        monkeypatch.setattr(room, ways, 0)
    made = reasoner(documents(12), labels=False)
    assert asked(made, read_text("ططط", "", "", "")).terms == ()
    assert asked(made, document(3).text).terms != ()


def test_a_text_without_a_title_has_that_of_none() -> None:
    first = KnownDocument("first", read_text("كتاب", "كتاب", "", ""), frozenset({"x"}))
    made = reasoner([first, *documents(12)], labels=False)
    untitled = rows(asked(made, read_text("كتاب", "", "", "")))
    assert untitled["x"]["same title"] == 0
    assert rows(asked(made, read_text("كتاب", "كتاب", "", "")))["x"]["same title"] == 1


def test_a_row_says_what_cited_documents_have() -> None:
    def numbered(name: str, symbol: str, *terms: str) -> KnownDocument:
        return KnownDocument(name, read_text("كتاب", "", symbol, ""), frozenset(terms))

    made = reasoner([numbered("a", "A/RES/60/1", "x"), numbered("b", "A/RES/61/2", "x", "y"), numbered("c", "", "z")])
    names = ("cited", "cited documents", "first cited", "last cited")
    found = columns(rows(asked(made, read_text("60/1 ثم 61/2", "", "", ""))), *names)
    assert found == {"x": [1, 2, 1, 1], "y": [0.5, 2, 0, 1], "z": [0, 2, 0, 0]}
    assert columns(rows(asked(made, PLAIN)), *names)["x"] == [0, 0, -1, -1]
    itself = rows(asked(made, read_text("60/1 ثم 61/2", "", "", ""), itself=0))
    assert columns(itself, *names) == {"x": [1, 1, 1, 1], "y": [1, 1, 1, 1], "z": [0, 1, 0, 0]}


def dated(name: str, day: int, *terms: str) -> KnownDocument:
    return KnownDocument(name, replace(PLAIN, day=day), frozenset(terms))


RECENT = ("recent share", "recent documents", "days since")


def test_a_row_says_how_recently_documents_had_a_term() -> None:
    made = reasoner([dated("a", 1000, "old", "both"), dated("b", 2000, "new", "both"), dated("c", 2010, "new")])
    found = columns(rows(asked(made, replace(PLAIN, day=2100))), *RECENT)
    assert {term: row[1:] for term, row in found.items()} == {
        "old": [0, 1100],
        "both": [pytest.approx(log1p(1)), 100],
        "new": [pytest.approx(log1p(2)), 90],
    }
    share = {term: row[0] for term, row in found.items()}
    assert share["old"] < share["both"] < 1 < share["new"]


def test_what_is_of_no_known_day_counts_as_of_the_newest() -> None:
    made = reasoner([dated("a", 1000, "x"), dated("b", 0, "y"), dated("c", 2000, "z")])
    found = columns(rows(asked(made, PLAIN)), "days since")
    assert found == {"x": [1000], "y": [0], "z": [0]}
    undated = rows(asked(reasoner([dated("a", 0, "x"), dated("b", 0, "y")]), PLAIN))
    assert columns(undated, *RECENT) == {term: pytest.approx([1, log1p(1), 0]) for term in "xy"}
    assert columns(rows(asked(reasoner([]), document(3).text)), *RECENT)["term:00"] == [0, 0, 0]


def test_its_own_day_does_not_count_for_a_document_that_is_left_out() -> None:
    known = [dated("a", 1000, "x"), dated("b", 0, "x", "y"), dated("c", 3000, "x", "z")]
    left = rows(asked(reasoner(known), PLAIN, itself=2))
    assert columns(left, *RECENT) == columns(rows(asked(reasoner(known[:2]), PLAIN)), *RECENT)


def test_what_became_of_a_label_that_was_found() -> None:
    record = LabelRecord()
    index = LabelFinder(LABELS)
    texts = [read_text("مكتبات القرى", "مكتبات القرى", "", ""), read_text("مكتبات القرى", "", "", "")]
    for text, terms in zip(texts, ({"term:00"}, set[str]()), strict=True):
        record.add(index.find(text), terms)
    counted = (record.found, record.assigned, record.titled, record.assigned_titled)
    assert [each["term:00"] for each in counted] == [2, 1, 1, 1]
    record.add(index.find(texts[0]), {"term:00"}, by=-1)
    assert [each["term:00"] for each in counted] == [1, 0, 0, 0]


def own_terms_do_not_matter(place: int, known: list[KnownDocument], others: Iterable[str]) -> None:
    """The rows of a document that is left out are the same whatever terms it has."""
    changed = [*known]
    changed[place] = KnownDocument(known[place].name, known[place].text, frozenset(others))
    one, other = reasoner(known), reasoner(changed)
    left = rows(asked(one, known[place].text, place))
    right = rows(asked(other, known[place].text, place))
    assert left.keys() == right.keys()
    for term, row in left.items():
        assert row == pytest.approx(right[term], abs=1e-9), term


@pytest.mark.parametrize("place", range(1, 20, 3))
@pytest.mark.parametrize("others", [(), ("term:00", "own"), tuple(term for term, _ in LABELS)])
def test_own_terms_do_not_matter(place: int, others: tuple[str, ...]) -> None:
    own_terms_do_not_matter(place, documents(40), others)


@pytest.mark.parametrize("known", [2, 3, 5])
def test_own_terms_do_not_matter_where_few_documents_are_known(known: int) -> None:
    own_terms_do_not_matter(1, documents(known), {"own", "term:07"})
    own_terms_do_not_matter(0, documents(known), {"own", "term:07"})


def test_a_left_out_document_is_as_one_that_was_never_learned_from() -> None:
    """Up to how rare words are, which its text has told too."""
    known = documents(25)
    left_out = rows(asked(reasoner(known), known[7].text, 7))
    without = rows(asked(reasoner([*known[:7], *known[8:]]), known[7].text))
    assert left_out.keys() == without.keys()
    told = {"documents", "documents found in", "documents titled", "assigned where found", "indexed documents", "rank"}
    for term, row in left_out.items():
        assert {name: row[name] for name in told} == pytest.approx({name: without[term][name] for name in told})
        assert row["ridge text"] == pytest.approx(without[term]["ridge text"], abs=0.05)


def test_terms_that_no_document_has_any_more_are_unknown() -> None:
    made = reasoner(documents(6))
    gone = KnownDocument("gone", document(40).text, frozenset({"gone"}))
    made.take_in(gone)
    assert "gone" in asked(made, gone.text).terms
    made.take_in(KnownDocument("gone", gone.text, frozenset()))
    assert "gone" not in asked(made, gone.text).terms


@pytest.mark.parametrize("more", [document(30), document(3, {"term:05", "new"}), document(3, set[str]())])
def test_to_take_in_counts_as_learning_it_at_first(more: KnownDocument) -> None:
    made = reasoner(documents(8))
    made.take_in(more)
    anew = reasoner([*documents(8), more])
    assert [each.terms for each in made.memory.documents] == [each.terms for each in anew.memory.documents]
    for name in ("found", "assigned", "titled", "assigned_titled"):
        assert +getattr(made.record, name) == +getattr(anew.record, name)
    assert made.found == anew.found


def test_what_is_left_out_is_counted_again_afterwards_also_when_something_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = reasoner(documents(8))
    before = [+made.record.found, +made.record.assigned, +made.record.titled, +made.record.assigned_titled]
    asked(made, document(3).text, 3)
    monkeypatch.setattr(room._Text, "_row", lambda self, term: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        asked(made, document(3).text, 3)
    assert before == [+made.record.found, +made.record.assigned, +made.record.titled, +made.record.assigned_titled]


def test_a_document_whose_title_was_mended_can_be_asked_about() -> None:
    """Its labels are other ones now than those that were counted."""
    made = reasoner(documents(8))
    mended = read_text("كتاب", title="مكتبات القرى، طرق القوافل، مراصد الجبال")
    found = rows(asked(made, mended, 3))
    assert found["term:00"]["in title"] == 1


def test_what_is_switched_off_is_neither_a_candidate_nor_a_reason() -> None:
    text = document(30).text
    for part, names in PARTS.items():
        found = rows(asked(reasoner(documents(20), part), text))
        assert {row[name] for row in found.values() for name in names} == {0}


@pytest.mark.parametrize(
    "part, ways, found, left",
    [
        ("ridge", {"_RANKED": 3, "_TITLED": 0, "_NEIGHBOURS": 0}, 3, 0),
        ("ridge", {"_RANKED": 0, "_TITLED": 2, "_NEIGHBOURS": 0}, 2, 0),
        ("neighbours", {"_RANKED": 0, "_TITLED": 0, "_NEIGHBOURS": 4}, 4, 0),
        ("citations", {"_RANKED": 0, "_TITLED": 0, "_NEIGHBOURS": 0}, 2, 0),
    ],
)
def test_what_is_switched_off_finds_no_candidates(
    monkeypatch: pytest.MonkeyPatch, part: str, ways: dict[str, int], found: int, left: int
) -> None:
    for name, count in ways.items():
        monkeypatch.setattr(room, name, count)
    known = [*documents(20), KnownDocument("cited", read_text("كتاب", "", "A/RES/60/1", ""), frozenset({"x", "y"}))]
    text = read_text(THINGS[0] + (" 60/1" if part == "citations" else ""), "", "", "")
    assert len(asked(reasoner(known, labels=False), text).terms) == found
    assert len(asked(reasoner(known, part, labels=False), text).terms) == left


def test_in_how_many_sentences_all_words_of_a_label_stand() -> None:
    text = read_text("قرى في مكتبات، مكتبات؛ قرى: مكتبات لكل القرى. مكتبات القرى", "", "", "")
    assert rows(asked(reasoner([]), text))["term:00"]["sentences"] == pytest.approx(log1p(3))


LABEL_WORDS = " ".join(thing for _, thing in LABELS).split()
words = st.lists(st.sampled_from([*LABEL_WORDS, "إذ", "،", "60/1", "1 - تقرر", "كتاب"]), max_size=10).map(" ".join)
known_documents = st.lists(
    st.tuples(words, words, st.sets(st.sampled_from(["term:00", "term:01", "x", "y"]))), max_size=5
)


@settings(max_examples=60)
@given(known_documents, words, words, st.sampled_from(["", "A/RES/60/1"]))
def test_rows_are_numbers_whatever_is_known_and_asked(
    known: list[tuple[str, str, set[str]]], text: str, title: str, symbol: str
) -> None:
    made = reasoner(
        KnownDocument(str(number), read_text(text, title, "A/RES/60/1", "GA"), frozenset(terms))
        for number, (text, title, terms) in enumerate(known)
    )
    read = read_text(text, title, symbol, "")
    for itself in (None, *range(len(known))):
        found = asked(made, read if itself is None else made.memory.documents[itself].text, itself)
        assert np.isfinite(found.rows).all()
        assert found.rows.shape == (len(found.terms), len(COLUMNS))
