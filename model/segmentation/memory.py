"""The memory of openings that were seen before, each with whether a recital began there: resolutions repeat each other.

An opening is remembered as the hashes of the words behind and before it, without what is joined to them and without
person: a Council (``يشير إلى قراره``) repeats an Assembly (``تشير إلى قرارها``). Two are alike by the cosine of their
words and pairs of neighbouring words, rarer ones and nearer ones counting more. No text can be read from it.
"""

import zlib
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from model.segmentation.passages import Passage, stem
from model.segmentation.stable_math import rarities

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Words = npt.NDArray[np.uint32]

REACH = 14  # words on either side
WORD_BITS = 20  # bits of a word's hash that are kept
_PLACES = 1 << WORD_BITS
_LEAST = 0.1  # what is less alike is no neighbour
_FREQUENT = 0.08  # of all openings: words in more of them tell nothing, and would take most of the time
_PERSONS = "تينا"  # with which verbs begin
_WITH_PERSON = 4  # letters from which on a word may begin so
_PAIR = 0x9E3779B1  # odd, so that a pair is not the pair turned round


@dataclass(frozen=True, slots=True)
class Remembered:
    """Openings: ``words``, shape (openings, 2, REACH), hashes behind and before each, nearest first, 0 where none is;
    ``truths``, shape (openings,), 1 where a recital began.
    """

    words: "Words"
    truths: "npt.NDArray[np.uint8]"

    def __len__(self) -> int:
        return len(self.truths)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The most alike of the remembered openings, best first: how much alike (0 … 1), and their truths."""

    likeness: "Floats"
    truths: "Floats"


@dataclass(frozen=True, slots=True)
class _Postings:
    """Which openings have a key, on one side: those of ``keys[i]`` are ``openings[starts[i] : starts[i + 1]]`` with
    ``weights`` beside them. ``keys`` ascend; the last, which no opening has, only says where the last ones end.
    """

    keys: "npt.NDArray[np.int64]"
    starts: "npt.NDArray[np.int64]"
    openings: "npt.NDArray[np.int32]"
    weights: "npt.NDArray[np.float32]"


def words_of(passage: Passage) -> "Words":
    """The hashed words around each opening of a passage, as in ``Remembered``."""
    import numpy as np

    found = np.zeros((len(passage.openings), 2, REACH), dtype=np.uint32)
    for place, at in enumerate(passage.openings):
        after = passage.words[at : at + REACH]
        before = passage.words[max(0, at - REACH) : at]
        found[place, 0, : len(after)] = [_hash(word) for word in after]
        found[place, 1, : len(before)] = [_hash(word) for word in reversed(before)]
    return found


def joined(parts: Sequence[Remembered]) -> Remembered:
    """Several as one, in order."""
    import numpy as np

    if not parts:
        return Remembered(np.zeros((0, 2, REACH), dtype=np.uint32), np.zeros(0, dtype=np.uint8))
    return Remembered(np.concatenate([part.words for part in parts]), np.concatenate([part.truths for part in parts]))


class Memory:
    """Finds what is most alike among remembered openings."""

    def __init__(self, remembered: Remembered, rarity: "Sequence[Floats] | None" = None) -> None:
        """``rarity``: the weights of words and pairs on each side, from another memory; else counted here."""
        self.remembered = remembered
        self._given = rarity
        self._held: npt.NDArray[np.bool_] | None = None  # which openings count; None where all do

    def __len__(self) -> int:
        return len(self.remembered)

    def without(self, openings: slice) -> "Memory":
        """The same memory in which these openings count no more; what was built to search it is shared."""
        import numpy as np

        other = copy(self)
        other._held = np.ones(len(self), dtype=np.bool_) if self._held is None else self._held.copy()
        other._held[openings] = False
        return other

    @cached_property
    def rarity(self) -> "Sequence[Floats]":
        """The weight of each word and pair, by its hash, behind and before: the rarer, the more (inverse document
        frequency).
        """
        import numpy as np

        if self._given is not None:
            return self._given
        found: list[Floats] = []
        for side in (0, 1):
            keys, _ = _keys_of(self.remembered.words[:, side])
            counts = np.bincount(keys[keys > 0], minlength=_PLACES)
            rarity = rarities(counts, len(self))
            rarity[counts > _FREQUENT * len(self)] = 0.0
            found.append(rarity)
        return found

    @cached_property
    def _postings(self) -> "list[_Postings]":
        """For each side the openings of every key that has any. There is a memory for every few confirmed documents, so
        it takes room by what it remembers, not by how many keys there can be.
        """
        import numpy as np

        found: list[_Postings] = []
        for side in (0, 1):
            keys, weights = self._weighted(self.remembered.words[:, side], side)
            rows = np.broadcast_to(np.arange(len(self), dtype=np.int32)[:, None], keys.shape)
            there = weights > 0
            flat = keys[there]
            order = np.argsort(flat, kind="stable")
            present, starts = np.unique(flat[order], return_index=True)
            present, starts = np.append(present, _PLACES), np.append(starts, len(flat))
            found.append(_Postings(present, starts, rows[there][order], weights[there][order].astype(np.float32)))
        return found

    @property
    def is_prepared(self) -> bool:
        """Whether what finds its openings is built."""
        return "_postings" in self.__dict__

    def prepare(self) -> None:
        """Build now what finds its openings, which is else built when it is first asked: 5 to 8 ms for each thousand
        openings.
        """
        _ = self._postings

    def _weighted(self, words: "Words", side: int) -> "tuple[npt.NDArray[np.int64], Floats]":
        """The keys of rows of words, and their weights such that the squares of each row add up to 1."""
        import numpy as np

        keys, weights = _keys_of(words)
        weights = weights * self.rarity[side][keys] * (keys > 0)
        length = np.sqrt((weights**2).sum(axis=1, keepdims=True))
        return keys, weights / np.maximum(length, 1e-9)

    def likeness(self, words: "Words") -> "list[tuple[Floats, Floats]]":
        """How much each remembered opening is like each of some, given as in ``words_of``: behind, and before."""
        import numpy as np

        sides: list[list[Floats]] = []
        for side in (0, 1):
            keys, weights = self._weighted(words[:, side], side)
            postings = self._postings[side]
            own: list[Floats] = []
            for row in range(len(words)):
                there = np.flatnonzero(weights[row])
                at = np.searchsorted(postings.keys, keys[row, there])
                known = postings.keys[at] == keys[row, there]
                there, at = there[known], at[known]
                begins, ends = postings.starts[at], postings.starts[at + 1]
                slices = [slice(begin, end) for begin, end in zip(begins.tolist(), ends.tolist(), strict=True)]
                if not slices or not len(self):
                    own.append(np.zeros(len(self)))
                    continue
                found = np.concatenate([postings.openings[each] for each in slices])
                weighed = np.concatenate([postings.weights[each] for each in slices])
                weighed = weighed * np.repeat(weights[row, there], ends - begins)
                alike = np.bincount(found, weighed, minlength=len(self)).astype(np.float64, copy=False)
                own.append(alike if self._held is None else alike * self._held)
            sides.append(own)
        return list(zip(*sides, strict=True))

    def nearest(self, likeness: "Floats", count: int) -> Neighbours:
        """The ``count`` (1 or more) openings that are most alike, best first; fewer where fewer are alike at all. Of
        those that are as much alike the first ones: what a partition leaves first is not the same on every processor.
        """
        import numpy as np

        near = np.flatnonzero(likeness > _LEAST)
        if len(near) > count:
            least = np.partition(likeness[near], len(near) - count)[len(near) - count]
            above, level = near[likeness[near] > least], near[likeness[near] == least]
            near = np.concatenate([above, level[: count - len(above)]])
        near = near[np.argsort(-likeness[near], kind="stable")]
        return Neighbours(likeness[near], self.remembered.truths[near].astype(np.float64))


def _keys_of(words: "Words") -> "tuple[npt.NDArray[np.int64], Floats]":
    """The keys of words and pairs in rows of hashes, each once a row (0: none), and weights that fall with distance."""
    import numpy as np

    wide = words.astype(np.int64)
    pairs = ((wide[:, :-1] * _PAIR + wide[:, 1:]) % (_PLACES - 1) + 1) * ((wide[:, :-1] > 0) & (wide[:, 1:] > 0))
    keys = np.concatenate([wide, pairs], axis=1)
    falling: Floats = np.asarray([1 / (1 + 0.1 * place) for place in range(words.shape[1])])
    weights: Floats = np.broadcast_to(np.concatenate([falling, falling[1:]]), keys.shape).copy()
    order = np.argsort(keys, axis=1, kind="stable")
    ordered = np.take_along_axis(keys, order, axis=1)
    again = np.zeros(keys.shape, dtype=bool)
    np.put_along_axis(
        again,
        order,
        np.concatenate([np.zeros((len(keys), 1), bool), ordered[:, 1:] == ordered[:, :-1]], axis=1),
        axis=1,
    )
    keys = np.where(again, 0, keys)
    return keys, weights


@lru_cache(maxsize=100_000)
def _hash(word: str) -> int:
    """The hash of a word's skeleton, never 0."""
    skeleton = stem(word)
    if len(skeleton) >= _WITH_PERSON and skeleton[0] in _PERSONS:
        skeleton = skeleton[1:]
    return zlib.crc32(skeleton.encode()) % (_PLACES - 1) + 1
