"""What was learned, held against solving everything anew."""

from dataclasses import replace

import numpy as np
import pytest

from model.suggestion import memory as memory_room
from model.suggestion.memory import MIXTURES, NEAR, RIDGE, KnownDocument, Memory
from model.suggestion.reading import ReadText, read_text
from model.suggestion.vectors import Similarities
from tests.model.suggestion.indexed_resolutions import document, documents

EMPTY = KnownDocument("empty", read_text("،"), frozenset({"term:00"}))  # neither words nor title nor citations
BARE = KnownDocument(
    "bare", read_text("القرار، كتاب في القرى"), frozenset({"term:01", "own"})
)  # no title, no citations


def of(*names: str) -> Memory:
    """Some documents, and those that have nothing of some kind."""
    return Memory([*documents(9), *(each for each in (EMPTY, BARE) if each.name in names)])


def solved(alike: np.ndarray, has: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """Ridge regression, at once."""
    return asked @ np.linalg.solve(alike + RIDGE * np.eye(len(alike)), has)


def among(memory: Memory, mixture: str) -> np.ndarray:
    return memory.vectors.among_themselves().mixed(MIXTURES[mixture])


def has_of(memory: Memory) -> np.ndarray:
    return np.asarray([[term in each.terms for term in memory.terms] for each in memory.documents], dtype=float)


@pytest.mark.parametrize("names", [(), ("empty", "bare")])
@pytest.mark.parametrize("mixture", MIXTURES)
def test_answers_are_those_of_solving_at_once(mixture: str, names: tuple[str, ...]) -> None:
    memory = of(*names)
    assert np.array_equal(memory.has, has_of(memory))
    for asked in (document(40).text, memory.documents[3].text, BARE.text, read_text("")):
        row = memory.vectors.compare(asked).mixed(MIXTURES[mixture])
        wanted = solved(among(memory, mixture), memory.has, row)[0]
        assert memory.ask(asked).scores[mixture] == pytest.approx(wanted, abs=1e-9)


@pytest.mark.parametrize("mixture", MIXTURES)
def test_what_a_document_is_told_about_itself_leaves_it_out(mixture: str) -> None:
    memory = of("empty", "bare")
    alike = among(memory, mixture)
    told = list(memory.ask_without_themselves())
    for place, known in enumerate(memory.documents):
        rest = [other for other in range(len(memory)) if other != place]
        wanted = solved(alike[np.ix_(rest, rest)], memory.has[rest], alike[place, rest])
        assert told[place].scores[mixture] == pytest.approx(wanted, abs=1e-9)
        assert memory.ask(known.text, place).scores[mixture] == pytest.approx(wanted, abs=1e-9)


def test_likeness_is_that_of_the_kinds_and_none_with_itself() -> None:
    memory = of("bare")
    told = list(memory.ask_without_themselves())
    asked = memory.ask(memory.documents[2].text, 2)
    alike = memory.vectors.among_themselves()
    for matrix in alike.by_kind.values():
        matrix[2, 2] = 0
    for each in (told[2], asked):
        assert each.near == pytest.approx(alike.mixed(NEAR)[2], abs=1e-5)
        assert each.title == pytest.approx(alike.by_kind["title words"][2], abs=1e-5)
        assert each.letters == pytest.approx(alike.by_kind["letters"][2], abs=1e-5)
        assert each.near[2] == each.title[2] == each.letters[2] == 0
    assert memory.ask(memory.documents[2].text).near[2] == pytest.approx(1, abs=1e-5)


def test_it_can_be_asked_about_itself_again_also_when_more_was_taken_in() -> None:
    memory = of()
    first, second = list(memory.ask_without_themselves()), list(memory.ask_without_themselves())
    for one, other in zip(first, second, strict=True):
        assert np.array_equal(one.near, other.near)
    never_asked = of()
    for each in (memory, never_asked):
        each.take_in(document(20))
    told = list(memory.ask_without_themselves())
    assert len(told) == len(list(never_asked.ask_without_themselves())) == 10
    assert told[9].near == pytest.approx(memory.ask(document(20).text, 9).near, abs=1e-5)


@pytest.mark.parametrize("more", [document(30), document(31, {"term:99", "new", "term:00"}), EMPTY, BARE])
def test_to_take_a_document_in_gives_what_solving_with_it_gives(more: KnownDocument) -> None:
    memory = of()
    memory.take_in(more)
    memory.take_in(document(33))
    assert [each.name for each in memory.documents[-2:]] == [more.name, document(33).name]
    assert memory.place_of(more.name) == 9
    assert np.array_equal(memory.has, has_of(memory))
    for mixture in MIXTURES:
        alike = among(memory, mixture) + RIDGE * np.eye(11)
        wanted = np.linalg.solve(alike, memory.has)
        assert memory._inverse[mixture] == pytest.approx(np.linalg.inv(alike), abs=2e-3)
        assert memory._weights[mixture] == pytest.approx(wanted, abs=2e-3)
        assert memory._weights[mixture] == pytest.approx(memory._inverse[mixture] @ memory.has, abs=1e-9)


def test_other_terms_of_a_document_give_what_learning_them_anew_gives() -> None:
    memory = of("bare")
    for number, terms in ((2, {"term:05", "new"}), (4, set[str]()), (2, {"term:05"})):
        memory.take_in(document(number, terms))
    memory.take_in(KnownDocument("bare", BARE.text, frozenset({"own", "term:01", "term:03"})))
    assert [len(each.terms) for each in memory.documents[2:5:2]] == [1, 0]
    assert np.array_equal(memory.has, has_of(memory))
    for mixture in MIXTURES:
        assert memory._weights[mixture] == pytest.approx(memory._inverse[mixture] @ memory.has, abs=1e-9)
    changed = {document(2).name: {"term:05"}, document(4).name: set[str](), "bare": {"own", "term:01", "term:03"}}
    anew = Memory(
        KnownDocument(each.name, each.text, frozenset(changed.get(each.name, each.terms)))
        for each in of("bare").documents
    )
    for place, term in enumerate(memory.terms):
        for mixture in MIXTURES:
            wanted = anew.ask(document(50).text).scores[mixture][anew.places[term]] if term in anew.places else 0
            assert memory.ask(document(50).text).scores[mixture][place] == pytest.approx(wanted, abs=1e-9)


def test_the_last_documents_count_and_no_more_are_taken_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory_room, "LIMIT", 4)
    same_day = [replace(each, text=replace(each.text, day=3)) for each in documents(9)]
    memory = Memory(same_day)
    assert [each.name for each in memory.documents] == [each.name for each in documents(4, 5)]
    assert memory.place_of(document(4).name) is None
    memory.take_in(document(4))
    assert (len(memory), memory.place_of(document(4).name)) == (4, None)


def test_of_too_many_documents_those_adopted_last_count_in_the_order_that_they_had(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(memory_room, "LIMIT", 3)
    days = (5, 0, 9, 7, 3, 7)
    known = [
        replace(each, name=str(place), text=replace(each.text, day=days[place]))
        for place, each in enumerate(documents(len(days)))
    ]
    memory = Memory(known)
    assert ([each.name for each in memory.documents], memory.days) == (["2", "3", "5"], [9, 7, 7])


def test_of_one_name_the_last_document_counts() -> None:
    memory = Memory([document(1), document(2), document(1, {"other"})])
    assert [each.name for each in memory.documents] == [document(1).name, document(2).name]
    assert memory.documents[0].terms == {"other"}
    assert sorted(memory.terms) == sorted({"other", *document(2).terms})


def test_two_documents_of_one_text_are_told_what_the_other_has() -> None:
    double = KnownDocument("double", document(1).text, frozenset({"other"}))
    memory = Memory([*documents(5), double])
    told = memory.ask(double.text, memory.place_of("double"))
    assert told.near.argmax() == 1
    assert told.scores["text"][memory.places["other"]] == pytest.approx(0, abs=1e-9)
    assert told.scores["text"][[memory.places[term] for term in document(1).terms]].min() > 0.5


def test_nothing_was_learned_of_no_documents() -> None:
    memory = Memory([])
    assert (len(memory), memory.terms, memory.place_of("a"), list(memory.ask_without_themselves())) == (0, [], None, [])
    told = memory.ask(document(1).text)
    assert {name: scores.shape for name, scores in told.scores.items()} == dict.fromkeys(MIXTURES, (0,))
    assert told.near.shape == (0,)
    memory.take_in(document(1))
    assert memory.ask(document(1).text).scores["text"] == pytest.approx(2 / (2 + RIDGE), abs=1e-6)


def test_a_single_document_knows_nothing_about_itself() -> None:
    memory = Memory([document(1)])
    (told,) = memory.ask_without_themselves()
    assert told.scores["text"] == pytest.approx(0, abs=1e-9)
    assert memory.ask(document(1).text).scores["text"] == pytest.approx(2 / (2 + RIDGE), abs=1e-6)


def numbered(name: str, number: str, *cited: str) -> KnownDocument:
    text = ReadText((), (), (), (), (), cited, number, "GA")
    return KnownDocument(name, text, frozenset())


def test_the_documents_that_a_text_cites() -> None:
    memory = Memory([numbered("a", "60/1"), numbered("b", ""), numbered("c", "61/2"), numbered("d", "60/1")])
    assert memory.cited_by(numbered("x", "", "61/2", "1/1", "60/1").text) == [2, 0, 3]
    assert memory.cited_by(numbered("x", "").text) == []
    memory.take_in(numbered("e", "1/1"))
    assert memory.cited_by(numbered("x", "", "1/1").text) == [4]


def test_the_same_documents_give_the_same_bits() -> None:
    one, other = of("bare"), of("bare")
    assert one.terms == other.terms
    for mixture in MIXTURES:
        assert one._weights[mixture].tobytes() == other._weights[mixture].tobytes()


def test_similarities_are_not_kept_twice() -> None:
    memory = of()
    assert isinstance(memory._alike, Similarities)
    list(memory.ask_without_themselves())
    assert memory._alike is None
