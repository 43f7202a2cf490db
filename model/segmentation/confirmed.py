"""What annotators have decided about openings in the open project: the memory that grows while they work.

It is taken in document by document, at once and without training; a document that is confirmed anew replaces what was
known of it. See ``recital_inputs`` for how it weighs against what was shipped.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from threading import Lock

from model.segmentation.memory import Memory, Remembered, joined, words_of
from model.segmentation.passages import organ_of, passage_of
from model.text.reading_form import reading_form

_MERGED_FROM = 64  # openings: smaller memories are kept together in one


class _Block:
    """Some documents, with the memory that finds their openings."""

    def __init__(self, documents: Mapping[str, Remembered], shipped: Memory) -> None:
        self.documents = dict(documents)
        self.memory = Memory(joined(list(documents.values())), shipped.rarity)
        limits = [0, *accumulate(len(found) for found in documents.values())]
        self._places = {name: slice(*pair) for name, pair in zip(documents, pairwise(limits), strict=True)}

    def __len__(self) -> int:
        """How many openings it holds."""
        return sum(map(len, self.documents.values()))

    def forget(self, document: str) -> None:
        """Its openings count no more. Nothing is built anew: a project's memory takes seconds to build."""
        del self.documents[document]
        self.memory = self.memory.without(self._places[document])


class Confirmed:
    """Openings with what was decided of them, by document. It may be used from several threads."""

    def __init__(self, shipped: Memory) -> None:
        """``shipped`` says how rare words are: a few documents could not."""
        self._shipped = shipped
        self._blocks: list[_Block] = []
        self._lock = Lock()

    def __len__(self) -> int:
        """How many documents are known."""
        with self._lock:
            return sum(len(block.documents) for block in self._blocks)

    def memories(self) -> tuple[Memory, ...]:
        """What is known, to be asked for what is alike."""
        with self._lock:
            return tuple(block.memory for block in self._blocks)

    @property
    def unprepared(self) -> int:
        """How many openings stand in memories that have yet to be built."""
        return sum(len(memory) for memory in self.memories() if not memory.is_prepared)

    def prepare(self) -> None:
        """Build these memories now: whoever asks next need not wait for them."""
        for memory in self.memories():
            memory.prepare()

    def learn(self, document: str, text: str, recitals: Sequence[tuple[int, int]]) -> bool:
        """Take in the confirmed recitals of a document, half-open code points in any order; gives whether that is news.

        An opening teaches where it lies in a confirmed recital or between two that follow each other.
        """
        found = openings_of(text, recitals)
        if not len(found):
            return self.forget(document)
        with self._lock:
            known = self._block_of(document)
            if known is not None:
                if _same(known.documents[document], found):
                    return False
                self._forget(known, document)
            self._add({document: found})
            return True

    def forget(self, document: str) -> bool:
        """Know nothing of a document any more; gives whether something was known."""
        with self._lock:
            known = self._block_of(document)
            if known is None:
                return False
            self._forget(known, document)
            return True

    def _block_of(self, document: str) -> _Block | None:
        return next((block for block in self._blocks if document in block.documents), None)

    def _forget(self, block: _Block, document: str) -> None:
        block.forget(document)
        if not block.documents:
            self._blocks.remove(block)

    def _add(self, documents: Mapping[str, Remembered]) -> None:
        """Another block; blocks of like size become one, so that there are few and none is built often."""
        while self._blocks and len(self._blocks[-1]) <= max(_MERGED_FROM, sum(map(len, documents.values()))):
            documents = {**self._blocks.pop().documents, **documents}
        self._blocks.append(_Block(documents, self._shipped))


def _same(one: Remembered, other: Remembered) -> bool:
    return len(one) == len(other) and bool((one.words == other.words).all() and (one.truths == other.truths).all())


def openings_of(text: str, recitals: Sequence[tuple[int, int]]) -> Remembered:
    """The openings in runs of recitals that follow each other, and whether one of the recitals begins at each."""
    import numpy as np

    form = reading_form(text)
    text = form.text
    organ = organ_of(text)
    parts: list[Remembered] = []
    for run in runs_of(text, [form.limits(*recital) for recital in recitals]):
        passage = passage_of(text, run[0][0], run[-1][1], organ)
        begins = {start for start, _ in run}
        truths = [passage.places[at][0] in begins for at in passage.openings]
        parts.append(Remembered(words_of(passage), np.asarray(truths, dtype=np.uint8)))
    return joined(parts)


def runs_of(text: str, recitals: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Recitals in runs, each of which nothing but blanks parts from the next one."""
    runs: list[list[tuple[int, int]]] = []
    for start, end in sorted(recitals):
        if runs and not text[runs[-1][-1][1] : start].strip():
            runs[-1].append((start, end))
        else:
            runs.append([(start, end)])
    return runs
