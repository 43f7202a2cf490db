"""The ranking for those who have few indexed documents, trained in a moment."""

from pathlib import Path

import pytest

from model.errors import UserError
from model.suggestion import ranking
from model.suggestion.memory import KnownDocument
from model.suggestion.suggester import Suggester
from model.training import suggester as training
from tests.model.suggestion.indexed_resolutions import LABELS, document, documents, rank_little, text_of


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    rank_little(monkeypatch, own_from=1000)
    monkeypatch.setattr(training, "SIZES", (0, 5, 15))
    monkeypatch.setattr(training, "ASKED", 40)


def no_progress(done: int, total: int) -> None:
    """Nobody looks at it."""


def test_what_is_trained_ranks_labels_alone_and_with_documents() -> None:
    trained = training.train(LABELS, documents(60), no_progress)
    for known in ([], documents(12)):
        made = Suggester.learn(LABELS, known, start=trained)
        right = 0
        for number in range(70, 90):
            right += made.suggest(text_of(number), document(number).text, 1).terms[0].term in document(number).terms
        assert right > 15


def test_the_same_gives_the_same_bytes(tmp_path: Path) -> None:
    made: list[bytes] = []
    for name in ("a", "b"):
        training.train(LABELS, documents(30), no_progress).write(tmp_path / name)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    assert ranking.Ranking.read(tmp_path / "a").trees[0].depth > 0
    training.train(LABELS, documents(31), no_progress).write(tmp_path / "c")
    assert (tmp_path / "c").read_bytes() != made[0]


def test_memories_do_not_know_what_they_are_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[set[str], str]] = []

    class Watched(training.Memory):
        def ask(self, text, itself=None):
            assert itself is None
            asked.append(
                ({each.name for each in self.documents}, next(d.name for d in documents(30) if d.text == text))
            )
            return super().ask(text, itself)

    monkeypatch.setattr(training, "Memory", Watched)
    training.train(LABELS, documents(30), no_progress)
    drawn, ahead = asked[: 30 + 25 + 15], asked[30 + 25 + 15 :]
    assert {len(known) for known, _ in drawn} == {0, 5, 15}
    assert [len(known) for known, _ in ahead] == [6] * 6 + [12] * 6 + [18] * 6 + [24] * 6
    days = {each.name: each.text.day for each in documents(30)}
    assert all(days[each] <= days[name] for known, name in ahead for each in known)
    assert not any(name in known for known, name in asked)


def test_what_few_documents_are_ranked_by_is_learned_from_memories_of_few(monkeypatch: pytest.MonkeyPatch) -> None:
    trained = training.train(LABELS, documents(30), no_progress)
    assert len(trained.trees) == 2
    monkeypatch.setattr(training, "AHEAD", (0.4,))
    other = training.train(LABELS, documents(30), no_progress)
    rows = Suggester.learn(LABELS, documents(3), start=trained)._ranks.trees
    assert len(rows) == 1 and rows[0] is trained.trees[0]
    assert trained.trees[0].value.tobytes() == other.trees[0].value.tobytes()
    assert trained.trees[1].value.tobytes() != other.trees[1].value.tobytes()


@pytest.mark.parametrize("terms", [(), tuple(term for term, _ in LABELS)])
def test_documents_that_teach_nothing_are_refused(terms: tuple[str, ...]) -> None:
    known = [KnownDocument(each.name, each.text, frozenset(terms)) for each in documents(16)]
    with pytest.raises(UserError, match="From these 16 documents nothing can be learned: too few terms"):
        training.train(LABELS, known, no_progress)


@pytest.mark.parametrize("count", [0, 1, 15])
def test_documents_that_are_too_few_for_the_largest_memory_are_refused(count: int) -> None:
    with pytest.raises(UserError, match=f"From these {count} documents nothing can be learned: at least 16 are needed"):
        training.train(LABELS, documents(count), no_progress)


def test_training_says_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []
    training.train(LABELS, documents(30), lambda done, total: told.append((done, total)))
    assert told == sorted(told) and told[-1] == (12, 12)
    assert {total for _, total in told} == {12} and {done for done, _ in told} == set(range(13))
