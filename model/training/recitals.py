"""Training of where recitals end, from documents whose recitals and numbered paragraphs are known.

Every model whose answers another one reads is trained several times, each time without a part of the documents, and
answers for that part, so that none has seen what it is asked. In the memories nothing is looked at that is as new as
the document itself: a new session has none of its own resolutions to remember either. Needs scikit-learn.
"""

import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from model.boosting.tree_training import grow
from model.boosting.trees import Trees
from model.progress import no_progress
from model.segmentation import recital_inputs
from model.segmentation.memory import Memory, Remembered, joined, words_of
from model.segmentation.passages import Passage, operative_passage, passage_of, verb_of
from model.segmentation.recital_features import OpeningFeatures, features_of
from model.segmentation.recital_inputs import VIEWS, Memories
from model.segmentation.recitals import RecitalModel, chances_of
from model.training.linear import SAME_EVERYWHERE

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Flags = npt.NDArray[np.bool_]

PARTS = 6  # into which the documents are divided
BUCKETS = 1 << 18
SEEDS = (1, 2, 3)
_STRENGTHS = (1.0, 2.0, 2.0, 0.3)  # how far one opening may pull, for each of ``VIEWS``
_PARAGRAPH_STRENGTH = 0.3
_LEAST_VERB = 5  # how often a verb must follow ``وإذ`` to be looked for in numbered paragraphs
_FIRST = {"rounds": 400, "leaves": 31}
_SECOND = {"rounds": 300, "leaves": 15}


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document to learn from: runs of recitals that follow each other, and numbered paragraphs, as half-open code
    points. ``group`` names what is as new as it: organ and session.
    """

    name: str
    text: str
    organ: str
    group: str
    recitals: Sequence[Sequence[tuple[int, int]]]
    paragraphs: Sequence[tuple[int, int]]


@dataclass(slots=True)
class _Rows:
    """The openings of many passages in a row, and what is read off them."""

    passages: list[Passage] = field(default_factory=list["Passage"])
    truths: list[bool] = field(default_factory=list[bool])
    groups: list[str] = field(default_factory=list[str])
    parts: list[int] = field(default_factory=list[int])
    limits: list[int] = field(default_factory=lambda: [0])

    def add(self, passage: Passage, truths: Sequence[bool], document: KnownDocument) -> None:
        """Add the openings of a passage, where it has any."""
        if not truths:
            return
        self.passages.append(passage)
        self.truths += truths
        self.groups += [document.group] * len(truths)
        self.parts += [part_of(document.name)] * len(truths)
        self.limits.append(len(self.truths))


@dataclass(frozen=True, slots=True)
class Trained:
    """The model, and for the openings of each passage the chances that models gave which had not seen its document."""

    model: RecitalModel
    passages: Sequence[Passage]
    chances: Sequence["Floats"]
    truths: Sequence[Sequence[bool]]


def part_of(name: str) -> int:
    """In which of ``PARTS`` a document is left out, by its name."""
    return zlib.crc32(name.encode()) % PARTS


def train(documents: Sequence[KnownDocument], on_progress: Callable[[str], None] = lambda step: None) -> Trained:
    """The model of these documents; the same documents in the same order always give the same. ``on_progress`` is told
    what is being done.
    """
    import numpy as np

    recitals, paragraphs = _rows(documents)
    truths, parts = np.asarray(recitals.truths, dtype=bool), np.asarray(recitals.parts)
    on_progress("features")
    features = [features_of(passage) for passage in recitals.passages]
    on_progress("linear models")
    tables, biases, scores = _linear(features, recitals, paragraphs)
    on_progress("memories")
    recital_memory, paragraph_memory = _memory(recitals), _memory(paragraphs)
    memory = _remembered(recitals, paragraphs, Memories(recital_memory, paragraph_memory))
    pairs = list(zip(recitals.limits, recitals.limits[1:], strict=False))
    first_rows = np.concatenate(
        [
            recital_inputs.first_rows(each, scores[start:end], memory[start:end])
            for each, (start, end) in zip(features, pairs, strict=True)
        ]
    )
    on_progress("first trees")
    first, first_scores = _trees(first_rows, truths, parts, **_FIRST)
    second_rows = np.concatenate(
        [
            recital_inputs.second_rows(passage, each, first_rows[start:end], first_scores[start:end])
            for passage, each, (start, end) in zip(recitals.passages, features, pairs, strict=True)
        ]
    )
    on_progress("second trees")
    second, second_scores = _trees(second_rows, truths, parts, **_SECOND)
    chances = chances_of(second_scores)
    return Trained(
        RecitalModel(tables, biases, recital_memory, paragraph_memory, first, second),
        recitals.passages,
        [chances[start:end] for start, end in pairs],
        [recitals.truths[start:end] for start, end in pairs],
    )


def _rows(documents: Sequence[KnownDocument]) -> tuple[_Rows, _Rows]:
    """The openings of the recitals, and of the numbered paragraphs."""
    recitals, paragraphs = _Rows(), _Rows()
    verbs: Counter[str] = Counter()
    for document in documents:
        for run in document.recitals:
            passage = passage_of(document.text, run[0][0], run[-1][1], document.organ)
            begins = {start for start, _ in run}
            recitals.add(passage, [passage.places[at][0] in begins for at in passage.openings], document)
            verbs.update(verb_of(passage.words, at) for at in passage.openings if passage.words[at] == "واذ")
    known = {verb for verb, count in verbs.items() if count >= _LEAST_VERB}
    for document in documents:
        passage, truths = operative_passage(document.text, document.paragraphs, document.organ, known)
        paragraphs.add(passage, truths, document)
    return recitals, paragraphs


def _linear(
    features: Sequence[Sequence[OpeningFeatures]], recitals: _Rows, paragraphs: _Rows
) -> "tuple[npt.NDArray[np.float16], Floats, Floats]":
    """The tables and biases of the linear models, and their scores for the recitals' openings, unseen by them."""
    import numpy as np

    truths, parts = np.asarray(recitals.truths, dtype=bool), np.asarray(recitals.parts)
    other_truths = np.asarray(paragraphs.truths, dtype=bool)
    others = [features_of(passage) for passage in paragraphs.passages]
    tables: list[Floats] = []
    biases: list[float] = []
    scores: list[Floats] = []
    matrices = {name: _matrix(features, name) for name in VIEWS}
    for name, strength in zip(VIEWS, _STRENGTHS, strict=True):
        matrix = matrices[name]
        unseen = np.zeros(len(truths))
        for part in range(PARTS):
            weights, bias = _fit(matrix[parts != part], truths[parts != part], strength)
            unseen[parts == part] = matrix[parts == part] @ weights + bias
        weights, bias = _fit(matrix, truths, strength)
        tables.append(weights)
        biases.append(bias)
        scores.append(unseen)
    for name in VIEWS:
        weights, bias = _fit(_matrix(others, name), other_truths, _PARAGRAPH_STRENGTH)
        tables.append(weights)
        biases.append(bias)
        scores.append(matrices[name] @ weights + bias)
    return np.stack(tables).astype(np.float16), np.asarray(biases), np.stack(scores, axis=1)


def _matrix(features: Sequence[Sequence[OpeningFeatures]], name: str) -> Any:
    import numpy as np

    sparse: Any = __import__("scipy.sparse", fromlist=["csr_matrix"])
    rows = [
        sorted(recital_inputs.buckets(recital_inputs.view(each, name), BUCKETS))
        for passage in features
        for each in passage
    ]
    limits = np.cumsum([0, *map(len, rows)])
    places = np.fromiter((at for row in rows for at in row), dtype=np.int32, count=int(limits[-1]))
    return sparse.csr_matrix((np.ones(len(places)), places, limits), shape=(len(rows), BUCKETS))


def _fit(matrix: Any, truths: "Flags", strength: float) -> "tuple[Floats, float]":
    """A logistic regression: weights as they will be read (rounded to float16), and its bias (to float32)."""
    import numpy as np

    if not truths.any() or truths.all():
        return np.zeros(BUCKETS), 3.0 if truths.any() else -3.0
    linear_model: Any = __import__("sklearn.linear_model", fromlist=["LogisticRegression"])
    model = linear_model.LogisticRegression(C=strength, **SAME_EVERYWHERE)
    model.fit(matrix, truths)
    return model.coef_[0].astype(np.float16).astype(np.float64), float(np.float32(model.intercept_[0]))


def _memory(rows: _Rows) -> Memory:
    import numpy as np

    words = joined(
        [Remembered(words_of(passage), np.zeros(len(passage.openings), np.uint8)) for passage in rows.passages]
    )
    return Memory(Remembered(words.words, np.asarray(rows.truths, dtype=np.uint8)))


def _remembered(recitals: _Rows, paragraphs: _Rows, memories: Memories) -> "Floats":
    """What the memories say of each opening, without what is as new as it."""
    import numpy as np

    own, others = np.asarray(recitals.groups), np.asarray(paragraphs.groups)
    exclusions = {group: (own == group, others == group) for group in sorted(set(recitals.groups))}
    return np.concatenate(
        [
            recital_inputs.remembered(passage, memories, exclusions[recitals.groups[start]])
            for passage, start in zip(recitals.passages, recitals.limits, strict=False)
        ]
    )


def _trees(rows: "Floats", truths: "Flags", parts: "npt.NDArray[np.int64]", **settings: int) -> "tuple[Trees, Floats]":
    """Trees of all rows, and the scores that trees gave which had not seen them."""
    import numpy as np

    unseen = np.zeros(len(truths))
    for part in range(PARTS):
        unseen[parts == part] = _grow(rows[parts != part], truths[parts != part], **settings).scores(
            rows[parts == part]
        )
    return _grow(rows, truths, **settings), unseen


def _grow(rows: "Floats", truths: "Flags", **settings: int) -> Trees:
    return grow(rows, truths, SEEDS, rate=0.03, measures=0.4, on_progress=no_progress, **settings)
