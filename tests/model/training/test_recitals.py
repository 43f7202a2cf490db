"""Training of where recitals end, on invented resolutions."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from model.segmentation import recital_inputs
from model.segmentation.confirmed import runs_of
from model.segmentation.passages import Passage
from model.segmentation.recital_features import OpeningFeatures
from model.segmentation.recital_inputs import Memories
from model.segmentation.recitals import cuts, recitals_in
from model.training.recitals import KnownDocument, Trained, train
from tests.model.resolutions import resolution, train_little


def known(number: int) -> KnownDocument:
    made = resolution(number)
    recitals = [clause.limits for clause in made.clauses if clause.label == "preambular"]
    paragraphs = [clause.limits for clause in made.clauses if clause.label == "operative"]
    return KnownDocument(made.name, made.text, "GA", made.group, runs_of(made.text, recitals), paragraphs)


DOCUMENTS = [known(number) for number in range(18)]


@pytest.fixture(scope="module")
def trained() -> Trained:
    pytest.importorskip("sklearn")
    with pytest.MonkeyPatch.context() as patch:
        train_little(patch)
        return train(DOCUMENTS)


def arrays_of(found: Trained) -> list[np.ndarray]:
    """All numbers of a model, and the chances beside it."""
    model = found.model
    arrays = [model.tables, model.biases, *found.chances]
    for memory in (model.recitals, model.paragraphs):
        arrays += [memory.remembered.words, memory.remembered.truths]
    for trees in (model.first, model.second):
        arrays += [trees.measure, trees.threshold, trees.left, trees.right, trees.value, np.asarray(trees.base)]
    return arrays


def test_the_same_documents_give_the_same_model(trained: Trained, monkeypatch: pytest.MonkeyPatch) -> None:
    train_little(monkeypatch)
    again = train([known(number) for number in range(18)])
    for one, other in zip(arrays_of(trained), arrays_of(again), strict=True):
        assert one.dtype == other.dtype and one.tobytes() == other.tobytes()


def test_other_documents_give_another_model(trained: Trained, monkeypatch: pytest.MonkeyPatch) -> None:
    train_little(monkeypatch)
    other = train(DOCUMENTS[1:])
    assert other.model.tables.tobytes() != trained.model.tables.tobytes()
    assert len(other.model.recitals) < len(trained.model.recitals)


def test_every_opening_is_remembered_with_its_truth(trained: Trained) -> None:
    truths = [truth for passage in trained.truths for truth in passage]
    assert trained.model.recitals.remembered.truths.tolist() == truths
    begun = sum(len(run) - 1 for document in DOCUMENTS for run in document.recitals)
    assert sum(truths) == begun < len(truths)
    assert [len(passage.openings) for passage in trained.passages] == [len(each) for each in trained.truths]
    paragraphs = trained.model.paragraphs.remembered.truths
    assert sum(paragraphs) == sum(len(document.paragraphs) - 1 for document in DOCUMENTS)


def test_documents_that_were_left_out_are_cut_right_most_of_the_time(trained: Trained) -> None:
    right = count = 0
    for chances, truths in zip(trained.chances, trained.truths, strict=True):
        chosen = set(cuts([float(chance) for chance in chances]))
        right += sum((place in chosen) is truth for place, truth in enumerate(truths))
        count += len(truths)
    assert right / count > 0.9


def test_the_model_itself_cuts_what_it_has_never_seen(trained: Trained) -> None:
    unseen = known(500)
    (run,) = unseen.recitals
    openings = trained.model.openings_of(unseen.text, run[0][0], run[-1][1], "GA")
    found = recitals_in(unseen.text, openings, run[-1][1])
    assert [(each.start, each.end) for each in found] == run


def test_nothing_as_new_as_a_document_is_remembered_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("sklearn")
    train_little(monkeypatch)
    remembered = recital_inputs.remembered
    excluded: list[tuple[np.ndarray, np.ndarray]] = []

    def noting(passage: Passage, memories: Memories, exclude: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
        excluded.append(exclude)
        return remembered(passage, memories, exclude)

    monkeypatch.setattr(recital_inputs, "remembered", noting)
    found = train(DOCUMENTS)
    groups = [document.group for document, truths in zip(DOCUMENTS, found.truths, strict=True) for _ in truths]
    for document, (recitals, paragraphs) in zip(DOCUMENTS, excluded, strict=True):
        assert recitals.tolist() == [group == document.group for group in groups]
        assert paragraphs.any() and not paragraphs.all()


def test_one_group_alone_has_nothing_to_remember(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("sklearn")
    train_little(monkeypatch)
    rows: list[np.ndarray] = []
    first_rows = recital_inputs.first_rows

    def noting(features: Sequence[OpeningFeatures], scores: np.ndarray, memory: np.ndarray) -> np.ndarray:
        rows.append(memory)
        return first_rows(features, scores, memory)

    monkeypatch.setattr(recital_inputs, "first_rows", noting)
    found = train([replace(document, group="GA 74") for document in DOCUMENTS])
    assert rows and not any(each.any() for each in rows)
    assert len(found.model.recitals) > 0


def test_it_tells_what_it_does(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("sklearn")
    train_little(monkeypatch)
    told: list[str] = []
    train(DOCUMENTS[:6], told.append)
    assert told == ["features", "linear models", "memories", "first trees", "second trees"]


def test_the_second_trees_are_told_what_the_first_ones_think(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("sklearn")
    train_little(monkeypatch)
    scores: list[np.ndarray] = []
    second_rows = recital_inputs.second_rows

    def noting(
        passage: Passage, features: Sequence[OpeningFeatures], first: np.ndarray, thought: np.ndarray
    ) -> np.ndarray:
        scores.append(thought)
        return second_rows(passage, features, first, thought)

    monkeypatch.setattr(recital_inputs, "second_rows", noting)
    truths = np.concatenate([np.asarray(each) for each in train(DOCUMENTS).truths])
    thought = np.concatenate(scores)
    assert thought[truths].mean() > thought[~truths].mean() + 0.5
