"""Labels of terms found in texts: exactly, the longest first, and by how much of a label's words a text has.

A term is a key: the id of a concept in a project, its URI in a file. Everything is compared by stems
(``model.suggestion.reading``).
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from model.suggestion.reading import ReadText, label_bare, label_stems

SHORT_STEM = 3  # letters
# Words that say nothing by themselves, folded, without article: no label is one of them alone (التلك, talc: "that").
_SAYING_NOTHING = """
او في من علي الي عن مع كل اي ان الا ما لا لم لن قد هذا هذه ذلك تلك هناك التي الذي الذين اللذين كما بين بعد قبل حتي عند
لدي منذ خلال دون بدون فوق تحت غير سوي ثم اذ اذا حيث هو هي هم كان كانت يكون تكون له لها لهم به بها فيه فيها منه منها
عليه عليها اليه اليها وفي وفق نحو عبر ازاء لكن بل ايضا كذلك ذات
"""
_PLURALS = {"ون": "ين", "ين": "ون"}
FUNCTION_WORDS = frozenset(_SAYING_NOTHING.split())

Occurrences = list[tuple[int, int, Sequence[str]]]  # (place among the stems, words, terms)


@dataclass(slots=True)
class LabelOccurrences:
    """How often a term's labels stand in a text, its title, and the first words of its clauses; ``first`` and ``last``
    are places in the text (0 … 1), ``length`` the most words of a label found. ``exact`` and ``exact_in_title`` are
    those of ``count`` and ``in_title`` that have the very words of the label, not others of the same stems (``العالمي``
    for ``العالمات``).
    """

    count: int = 0
    in_title: int = 0
    in_leads: int = 0
    first: float = 1.0
    last: float = 1.0
    length: int = 0
    exact: int = 0
    exact_in_title: int = 0


class LabelFinder:
    """The labels of many terms, to be looked for in texts."""

    def __init__(self, labels: Iterable[tuple[str, str]]) -> None:
        """``labels`` are (term, label); of each term the first with a word is the one whose words are counted."""
        self._terms: dict[tuple[str | None, ...], list[str]] = {}  # None, a stop, is in no label
        self._main: dict[str, tuple[str, ...]] = {}
        self._bare: dict[str, set[tuple[str, ...]]] = {}
        for term, label in labels:
            stems = label_stems(label)
            bare = label_bare(label)
            if not stems or (len(bare) == 1 and bare[0] in FUNCTION_WORDS):
                continue
            terms = self._terms.setdefault(stems, [])
            if term not in terms:
                terms.append(term)
            self._main.setdefault(term, tuple(dict.fromkeys(stems)))
            self._bare.setdefault(term, set()).update(_in_both_cases(bare))
        lengths: dict[str | None, set[int]] = {}
        for stems in self._terms:
            lengths.setdefault(stems[0], set()).add(len(stems))
        self._lengths = {first: sorted(each, reverse=True) for first, each in lengths.items()}
        self._having: dict[str, list[str]] = {}
        for term, stems in self._main.items():
            for each in stems:
                self._having.setdefault(each, []).append(term)

    def with_word(self, stem: str) -> Sequence[str]:
        """The terms whose label has a word of that stem."""
        return self._having.get(stem, ())

    @property
    def terms(self) -> Collection[str]:
        """All terms that have a label with a word."""
        return self._main.keys()

    def words(self, term: str) -> tuple[str, ...]:
        """The stems of a term's label, each once; nothing where it has none."""
        return self._main.get(term, ())

    def occurrences(self, stems: Sequence[str | None], bare: Sequence[str | None]) -> Occurrences:
        """Where labels stand, as (place, words, terms): the longest at each place, none within another.

        ``bare`` are the same words with their endings, by which a word whose stem is short must be that of the label:
        «عام», a year, is not what is left of «العامية», slang.
        """
        found: Occurrences = []
        end = 0
        for place in [place for place, stem in enumerate(stems) if stem in self._lengths]:
            for length in self._lengths[stems[place]] if place >= end else ():
                label = tuple(stems[place : place + length])
                terms: Sequence[str] = self._terms.get(label, ())
                if length == 1 and len(label[0] or "") <= SHORT_STEM:
                    terms = [term for term in terms if self.is_exact(term, bare[place : place + 1])]
                if terms:
                    found.append((place, len(label), terms))
                    end = place + len(label)
                    break
        return found

    def is_exact(self, term: str, bare: Sequence[str | None]) -> bool:
        """Whether words (see ``ReadText.bare``) are those of a label of a term, endings and all."""
        return tuple(bare) in self._bare[term]

    def find(self, text: ReadText, occurrences: Occurrences | None = None) -> dict[str, LabelOccurrences]:
        """What of the terms stands in a text. ``occurrences`` are those in its stems, where they are known already."""
        found: dict[str, LabelOccurrences] = {}
        size = max(1, len(text.stems))
        for place, length, terms in self.occurrences(text.stems, text.bare) if occurrences is None else occurrences:
            for term in terms:
                each = found.setdefault(term, LabelOccurrences())
                if not each.count:
                    each.first = place / size
                each.count += 1
                each.in_leads += text.leads[place]
                each.last = place / size
                each.exact += self.is_exact(term, text.bare[place : place + length])
                each.length = max(each.length, length)
        for place, length, terms in self.occurrences(text.title_stems, text.title_bare):
            for term in terms:
                each = found.setdefault(term, LabelOccurrences(first=0.0, last=0.0))
                each.in_title += 1
                each.exact_in_title += self.is_exact(term, text.title_bare[place : place + length])
                each.length = max(each.length, length)
        return found


def _in_both_cases(bare: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The words of a label, of one word also with the other ending of a sound plural: «المسنون» stands as «المسنين»."""
    found = {bare}
    if len(bare) == 1 and bare[0][-2:] in _PLURALS:
        found.add((bare[0][:-2] + _PLURALS[bare[0][-2:]],))
    return found


class WordCover:
    """How much of the labels' words texts have, the rarer the word the more."""

    def __init__(self, labels: LabelFinder, document_frequency: Mapping[str, int], documents: int) -> None:
        """``document_frequency``: in how many of the ``documents`` that were learned from each stem stands."""
        self._labels = labels
        self._frequency = document_frequency
        self._documents = documents
        self._rarities: dict[str, float] = {}
        self._whole = {term: sum(map(self._rarity, labels.words(term))) + 1e-9 for term in labels.terms}
        self._by_rarest: dict[str, list[str]] = {}  # terms whose labels have several words
        for term in labels.terms:
            words = labels.words(term)
            if len(words) > 1:
                self._by_rarest.setdefault(max(words, key=self._rarity), []).append(term)

    def whole(self, term: str) -> float:
        """What all words of a term's label weigh; -1 where it has no label."""
        return self._whole.get(term, -1.0)

    def covered(self, term: str, stems: Collection[str]) -> float:
        """How much of the label (0 … 1) stands among these stems; -1 where there is no label."""
        words = self._labels.words(term)
        if not words:
            return -1.0
        return sum(self._rarity(each) for each in words if each in stems) / self._whole[term]

    def of_words(self, stems: Collection[str]) -> dict[str, float]:
        """What of each term's label stands among these stems, in its weight."""
        found: dict[str, float] = {}
        for each in sorted(stems):  # sums depend on their order, and a set's is another in each process
            terms = self._labels.with_word(each)
            if terms:
                rarity = self._rarity(each)
                for term in terms:
                    found[term] = found.get(term, 0.0) + rarity
        return found

    def nearly_whole(self, stems: Collection[str], part: float) -> dict[str, float]:
        """What stands among these stems of labels of several words, in its weight, where that is more than ``part`` of
        the whole: nearly 1, so that a label's rarest word is always there.
        """
        found: dict[str, float] = {}
        for each in stems:
            for term in self._by_rarest.get(each, ()):
                weight = sum(self._rarity(word) for word in self._labels.words(term) if word in stems)
                if weight > part * self._whole[term]:
                    found[term] = weight
        return found

    def _rarity(self, each: str) -> float:
        found = self._rarities.get(each)
        if found is None:
            found = self._rarities[each] = math.log((1 + self._documents) / (1 + self._frequency.get(each, 0)))
        return found
