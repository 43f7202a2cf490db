"""What annotators have decided about openings in the open project: the memory that grows while they work.

It is taken in document by document, at once and without training; a document that is confirmed anew replaces what was
known of it. See ``recital_inputs`` for how it weighs against what was shipped.
"""

from collections.abc import Sequence
from threading import Lock

from model.segmentation.memory import Memory, Remembered, joined, words_of
from model.segmentation.passages import organ_of, passage_of
from model.text.words import BIDI_MARKS

_MERGED_FROM = 64  # openings: smaller memories are kept together in one


class Confirmed:
    """Openings with what was decided of them, by document. It may be used from several threads."""

    def __init__(self, shipped: Memory) -> None:
        """``shipped`` says how rare words are: a few documents could not."""
        self._shipped = shipped
        self._documents: dict[str, Remembered] = {}
        self._blocks: list[Memory] = []
        self._lock = Lock()

    def __len__(self) -> int:
        """How many documents are known."""
        return len(self._documents)

    def memories(self) -> tuple[Memory, ...]:
        """What is known, to be asked for what is alike."""
        with self._lock:
            return tuple(self._blocks)

    def learn(self, document: str, text: str, recitals: Sequence[tuple[int, int]]) -> bool:
        """Take in the confirmed recitals of a document, half-open code points in any order; gives whether that is news.

        An opening teaches where it lies in a confirmed recital or between two that follow each other.
        """
        found = openings_of(text, recitals)
        with self._lock:
            known = self._documents.get(document)
            if known is None:
                if not len(found):
                    return False
                self._documents[document] = found
                self._add(found)
                return True
            if len(known) == len(found) and (known.words == found.words).all() and (known.truths == found.truths).all():
                return False
            self._documents[document] = found
            self._rebuild()
            return True

    def forget(self, document: str) -> bool:
        """Know nothing of a document any more; gives whether something was known."""
        with self._lock:
            if self._documents.pop(document, None) is None:
                return False
            self._rebuild()
            return True

    def _add(self, found: Remembered) -> None:
        """Another block; blocks of like size become one, so that there are few and none is built often."""
        while self._blocks and len(self._blocks[-1]) <= max(_MERGED_FROM, len(found)):
            found = joined([self._blocks.pop().remembered, found])
        self._blocks.append(Memory(found, self._shipped.rarity))

    def _rebuild(self) -> None:
        everything = joined(list(self._documents.values()))
        self._blocks = [Memory(everything, self._shipped.rarity)] if len(everything) else []


def openings_of(text: str, recitals: Sequence[tuple[int, int]]) -> Remembered:
    """The openings in runs of recitals that follow each other, and whether one of the recitals begins at each."""
    import numpy as np

    organ = organ_of(text)
    parts: list[Remembered] = []
    for run in runs_of(text, recitals):
        passage = passage_of(text, run[0][0], run[-1][1], organ)
        begins = {start for start, _ in run}
        truths = [passage.places[at][0] in begins for at in passage.openings]
        parts.append(Remembered(words_of(passage), np.asarray(truths, dtype=np.uint8)))
    return joined(parts)


def runs_of(text: str, recitals: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Recitals in runs, each of which nothing but blanks and bidi marks parts from the next one."""
    runs: list[list[tuple[int, int]]] = []
    for start, end in sorted(recitals):
        if runs and not text[runs[-1][-1][1] : start].strip().strip(BIDI_MARKS).strip():
            runs[-1].append((start, end))
        else:
            runs.append([(start, end)])
    return runs
