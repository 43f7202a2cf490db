"""An index over the words of labels, in memory: which labels answer a query, the best first.

Every word is numbered in the order of words, so that those with one beginning are a range of numbers; where each
stands (label, place in it) is kept in that order too, so that a range of words is one stretch of two arrays. Decision
0032 says what this was measured against.

A label answers where every word of the query is the beginning of one of its words (``label_words.forms_of`` says what
counts for a beginning in Arabic), and characters of scripts without blanks follow each other as in the query.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from model.vocabulary.label_words import LABEL_END, forms_of, pieces, plain, runs, words

if TYPE_CHECKING:
    import numpy as np

KINDS = ("preferred", "alternative", "hidden")
OFTEN = (1, 10, 100)  # documents from which on a concept counts as assigned, assigned often, and very often

# How well a label answers, from the best: it is the query; it has the same words in another order; it has as many, each
# begun by one of the query; it has every word of the query whole; it begins with the query; every word of the query
# begins one of its own. Where words are counted, the little ones are not: ``rights child`` has the words of
# ``RIGHTS OF THE CHILD``.
_WHOLE, _SAME, _ALIKE, _WORDS, _BEGINS, _CONTAINS = range(6)
# How its words are written (``label_words.forms_of``): as typed, with an article, without the one typed, but for a
# conjunction or preposition.
_TYPED, _DEFINITE, _BARE, _PARTICLE, _NO_MATCH = range(5)
# Both together, from the best. The article is a tie as long as whole words answer; of beginnings, what lacks the
# article that was typed comes behind all that has it, and what needs a particle is behind everything.
_CLOSENESS = (
    *((tier, level) for tier in (_WHOLE, _SAME, _ALIKE, _WORDS) for level in (_TYPED, _DEFINITE, _BARE)),
    *((tier, level) for tier in (_BEGINS, _CONTAINS) for level in (_TYPED, _DEFINITE)),
    *((tier, _BARE) for tier in (_BEGINS, _CONTAINS)),
    *((tier, _PARTICLE) for tier in range(_CONTAINS + 1)),
)
LITTLE = ("s", "of", "the")
LEAST_WHOLE = 3  # letters of a query's last word from which on it can be taken for a whole one among others

# What a label's rank is made of, from the highest: whether its concept is no longer current, closeness, kind,
# language, own term, use, whether the query stands behind its beginning, length, and the label's number, which makes
# each rank another.
_BITS = {
    "state": 1,
    "closeness": 5,
    "kind": 2,
    "language": 4,
    "own": 1,
    "use": 2,
    "behind": 1,
    "length": 12,
    "label": 32,
}
_SHIFT: dict[str, int] = {}
for _name in reversed(_BITS):
    _SHIFT[_name] = sum(_BITS[each] for each in _SHIFT)
_LAST_LANGUAGE = (1 << _BITS["language"]) - 1
_LONGEST = (1 << _BITS["length"]) - 1


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What else than its labels decides a concept's place: the languages that are wanted first, how many documents have
    which concepts, the concepts that are not current, and those of the project's own vocabulary.
    """

    languages: tuple[str, ...] = ()
    uses: Mapping[str, int] | None = None
    outdated: Collection[str] = ()
    own: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """A concept found, by the best of its labels: that one's language, kind and words. The lower rank is the better;
    ranks of several indexes can be compared.
    """

    rank: int
    concept: str
    language: str
    kind: str
    words: tuple[str, ...]


class LabelIndex:
    """The index over some labels, which stays as it is; ``leave_out`` takes concepts away."""

    def __init__(self, columns: tuple[str, str, str, str]) -> None:
        """Of concepts, languages, kinds and keys as ``concept_queries.label_columns`` gives them."""
        import numpy as np

        concepts, languages, kinds, keys = columns
        names = concepts.split("\n") if concepts else []
        self._concepts = {concept: number for number, concept in enumerate(dict.fromkeys(names))}
        self._concept_ids = list(self._concepts)
        self._concept = _numbered(names, self._concepts)
        codes = languages.split("\n") if names else []
        self._languages = sorted(set(codes))
        self._language = _numbered(codes, {language: number for number, language in enumerate(self._languages)})
        self._kind = _numbered(kinds.split("\n") if names else [], {kind: at for at, kind in enumerate(KINDS)})

        found = pieces(keys) if names else []
        distinct = {piece: plain(piece) for piece in set(found) if piece != LABEL_END}
        self._words = sorted(set(distinct.values()))
        numbers = {word: number for number, word in enumerate(self._words)}
        ends = len(self._words)  # what stands for the end of a label
        numbered = _numbered(found, {piece: numbers[word] for piece, word in distinct.items()} | {LABEL_END: ends})
        is_word = numbered != ends
        self._spelled = numbered[is_word]  # the words of all labels, label after label
        label = np.cumsum(~is_word, dtype=np.uint32)[is_word]
        self._size = len(names)
        self._count = np.bincount(label, minlength=self._size)
        self._start = np.concatenate(([0], np.cumsum(self._count)))
        place = np.arange(len(label)) - self._start[label]
        lengths = np.array([len(word) for word in self._words], dtype=np.int64)
        length = np.bincount(label, weights=lengths[self._spelled], minlength=self._size)
        self._length = np.minimum(length, _LONGEST).astype(np.int64)

        order = np.argsort(self._spelled, kind="stable")
        self._label = label[order]
        self._place = place[order].astype(np.int32)
        self._first = np.searchsorted(self._spelled[order], np.arange(ends + 1))
        little = np.isin(self._spelled, [numbers[word] for word in LITTLE if word in numbers])
        self._little = np.flatnonzero(little)
        self._counted = self._count - np.bincount(label[little], minlength=self._size)
        self._alive = np.ones(self._size, dtype=bool)

    def labels_of(self, concept: str) -> int | None:
        """How many labels of a concept are indexed; null where it is none of those here."""
        number = self._concepts.get(concept)
        return None if number is None else int((self._concept == number).sum())

    def leave_out(self, concepts: Collection[str]) -> None:
        """Find these concepts no more."""
        import numpy as np

        numbers = [self._concepts[concept] for concept in concepts if concept in self._concepts]
        if numbers:
            self._alive &= ~np.isin(self._concept, np.array(numbers))

    def standing(self, circumstances: Circumstances) -> "np.ndarray":
        """The part of all labels' ranks that does not depend on a query; to be handed to ``find``."""
        import numpy as np

        def of_concepts(values: Mapping[str, int]) -> "np.ndarray":
            every = np.zeros(len(self._concept_ids), dtype=np.int64)
            for concept, value in values.items():
                number = self._concepts.get(concept)
                if number is not None:
                    every[number] = value
            return every[self._concept]

        wanted = {language: at for at, language in enumerate(circumstances.languages[:_LAST_LANGUAGE])}
        language = np.array(
            [wanted.get(language.partition("-")[0], _LAST_LANGUAGE) for language in self._languages], dtype=np.int64
        )
        uses = circumstances.uses or {}
        used = of_concepts({concept: bisect_right(OFTEN, count) for concept, count in uses.items()})
        parts = {
            "state": of_concepts(dict.fromkeys(circumstances.outdated, 1)),
            "kind": self._kind.astype(np.int64),
            "language": language[self._language] if self._size else self._length,
            "own": of_concepts(dict.fromkeys(circumstances.own, 1)),
            "use": len(OFTEN) - used,
            "length": self._length,
            "label": np.arange(self._size, dtype=np.int64),
        }
        return sum((values << _SHIFT[name] for name, values in parts.items()), np.zeros(self._size, dtype=np.int64))

    def find(self, key: str, standing: "np.ndarray", limit: int) -> list[LabelMatch]:
        """The best ``limit`` concepts for a folded query (see ``concepts.label_key``), best first; of those that answer
        equally well and are equally long, whichever.
        """
        import numpy as np

        query = words(key)
        if not query or not self._size or limit < 1:
            return []
        level = self._levels(query, runs(key))
        if level is None:
            return []
        answers = level < _NO_MATCH
        labels = np.flatnonzero(answers)
        if not len(labels):
            return []
        tier, begins = self._tiers(query, answers)
        closeness = np.zeros((_CONTAINS + 1, _NO_MATCH), dtype=np.int64)
        for place, of_both in enumerate(_CLOSENESS):
            closeness[of_both] = place
        ranks = standing[labels] + (closeness[tier[labels], level[labels]] << _SHIFT["closeness"])
        ranks += (~begins[labels]).astype(np.int64) << _SHIFT["behind"]
        return self._best(labels, ranks, limit)

    def _best(self, labels: "np.ndarray", ranks: "np.ndarray", limit: int) -> list[LabelMatch]:
        """The first concepts, each by the label that ranks first."""
        import numpy as np

        taken = 8 * limit  # a concept has some labels, and some of them may answer
        while True:
            if taken < len(labels):
                first = np.argpartition(ranks, taken)[:taken]
                first = first[np.argsort(ranks[first])]
            else:
                first = np.argsort(ranks)
            found: dict[int, LabelMatch] = {}
            for at in first.tolist():
                label = int(labels[at])
                concept = int(self._concept[label])
                if concept not in found:
                    found[concept] = self._found(label, concept, int(ranks[at]) >> _BITS["label"])
                    if len(found) == limit:
                        break
            if len(found) == limit or taken >= len(labels):
                return list(found.values())
            taken *= 8

    def _found(self, label: int, concept: int, rank: int) -> LabelMatch:
        spelled: list[int] = self._spelled[self._start[label] : self._start[label + 1]].tolist()
        return LabelMatch(
            rank,
            self._concept_ids[concept],
            self._languages[int(self._language[label])],
            KINDS[int(self._kind[label])],
            tuple(self._words[number] for number in spelled),
        )

    def _levels(self, query: Sequence[str], unbroken: Sequence[str]) -> "np.ndarray | None":
        """For each label the farthest step of ``forms_of`` that a word of the query takes; ``_NO_MATCH`` where it lacks
        one. Null where none answers.
        """
        import numpy as np

        level = np.where(self._alive, np.uint8(0), np.uint8(_NO_MATCH))
        for word in dict.fromkeys(query):
            of_word = np.full(self._size, _NO_MATCH, dtype=np.uint8)
            for step, forms in reversed(tuple(enumerate(forms_of(word)))):
                labels, _ = self._beginning(*forms)
                of_word[labels] = step
            np.maximum(level, of_word, out=level)
            if level.min() == _NO_MATCH:
                return None
        for run in unbroken:
            level[~self._with_run(run)] = _NO_MATCH
        return level

    def _tiers(self, query: Sequence[str], answers: "np.ndarray") -> "tuple[np.ndarray, np.ndarray]":
        """How well each label answers that does (see above), and whether it begins with the query."""
        import numpy as np

        tier = np.full(self._size, _CONTAINS, dtype=np.uint8)
        if len(query) > int(self._count.max()):
            return tier, np.zeros(self._size, dtype=bool)
        enough = answers & (self._count >= len(query))
        begun = whole = enough  # whether the label's first words are those of the query so far; whether it has them
        begins = begun
        all_begun: list[tuple[np.ndarray, np.ndarray]] = []
        all_whole: list[tuple[np.ndarray, np.ndarray]] = []
        for at, word in enumerate(query):
            forms = tuple(chain.from_iterable(forms_of(word)))
            labels, places = self._beginning(*forms)
            same, where = self._equal(*forms)
            begins = begun & self._marked(labels[places == at])
            begun = begun & self._marked(same[where == at])
            whole = whole & self._marked(same)
            all_begun.append((labels, places))
            all_whole.append((same, where))
        tier[begins] = _BEGINS
        if len(query[-1]) >= LEAST_WHOLE:
            tier[whole] = _WORDS
        if len(query) > 1:
            as_many = enough & (self._counted == sum(word not in LITTLE for word in query))
            tier[self._filled(as_many, all_begun)] = _ALIKE
            tier[self._filled(as_many & whole, all_whole)] = _SAME
        tier[begun & (self._count == len(query))] = _WHOLE
        return tier, begins

    def _filled(self, among: "np.ndarray", met: "Sequence[tuple[np.ndarray, np.ndarray]]") -> "np.ndarray":
        """Those of these labels of which every word was met (label and place of each), but for the little ones."""
        import numpy as np

        found = np.flatnonzero(among)
        if not len(found):
            return found
        is_met = np.zeros(len(self._spelled), dtype=bool)
        is_met[self._little] = True
        for labels, places in met:
            fits = among[labels]
            is_met[self._start[labels[fits]] + places[fits]] = True
        for place in range(int(self._count[found].max())):
            last = self._count[found] - 1
            found = found[is_met[self._start[found] + np.minimum(place, last)]]
        return found

    def _with_run(self, run: str) -> "np.ndarray":
        """The labels in which these characters follow each other directly."""
        import numpy as np

        starts: np.ndarray | None = None  # a label's number and the place of the first word, as one number
        for at, word in enumerate(run):
            labels, places = self._beginning(word)
            here = (labels.astype(np.int64) << 32) + places - at
            starts = here if starts is None else np.intersect1d(starts, here, assume_unique=True)
            if not len(starts):
                break
        assert starts is not None
        return self._marked((starts[starts & 0xFFFFFFFF < 0x80000000] >> 32).astype(np.int64))

    def _marked(self, labels: "np.ndarray") -> "np.ndarray":
        import numpy as np

        marked = np.zeros(self._size, dtype=bool)
        marked[labels] = True
        return marked

    def _beginning(self, *forms: str) -> "tuple[np.ndarray, np.ndarray]":
        """Label and place of all words that begin as one of the forms."""
        last = "\U0010ffff"  # comes after whatever may follow
        return self._joined([(self._number(form), self._number(form + last)) for form in forms])

    def _equal(self, *forms: str) -> "tuple[np.ndarray, np.ndarray]":
        """Label and place of all words that are one of the forms."""
        numbers = [(self._number(form), form) for form in forms]
        return self._joined([(at, at + 1) for at, form in numbers if self._words[at : at + 1] == [form]])

    def _number(self, word: str) -> int:
        """The number of a word, or of the first one behind its place."""
        return bisect_left(self._words, word)

    def _joined(self, ranges: Sequence[tuple[int, int]]) -> "tuple[np.ndarray, np.ndarray]":
        import numpy as np

        stretches = [self._standing_of(*each) for each in ranges if each[0] < each[1]]
        if len(stretches) == 1:
            return stretches[0]
        if not stretches:
            return self._standing_of(0, 0)
        return np.concatenate([one for one, _ in stretches]), np.concatenate([other for _, other in stretches])

    def _standing_of(self, first: int, last: int) -> "tuple[np.ndarray, np.ndarray]":
        stretch = slice(self._first[first], self._first[last])
        return self._label[stretch], self._place[stretch]


def _numbered(values: Sequence[str], numbers: Mapping[str, int]) -> "np.ndarray":
    """The number of each of the values."""
    import numpy as np

    return np.fromiter(map(numbers.__getitem__, values), np.uint32, len(values))
