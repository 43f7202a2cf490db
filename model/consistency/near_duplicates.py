"""Near-doubles: terms in use that may be meant to be one (see ``values.DoubleKind``).

Two concepts of thesauri are told apart by their thesaurus: they are near-doubles only where both are in use. A free
term is a near-double also of a concept that nobody uses yet. A pair is told once, by the surest of its reasons.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from model.consistency.number import other_numbers, singular_words
from model.consistency.terms import Indexing, name_of, term_uses
from model.consistency.values import DOUBLE_KINDS, NearDuplicate, NearDuplicateKind, TermUse
from model.storage import indexing_queries
from model.storage.tables import Tables
from model.vocabulary.label_words import words

_MOST_ALIKE = 20  # labels that are alike: more of them are a fault of the thesaurus, not of the indexing
_LEAST_JOINED = 4  # letters of each part of a joined term: shorter ones stand in many words by chance


@dataclass(frozen=True, slots=True)
class _Label:
    """A label in Arabic or English (what is in no known language is one of these)."""

    concept: str
    own: bool
    arabic: bool
    preferred: bool
    text: str
    key: str
    words: tuple[str, ...]

    @property
    def letters(self) -> str:
        """What of it is neither blank nor punctuation."""
        return "".join(self.words)


_Found = tuple[_Label, ...]


def near_duplicates(tables: Tables, indexing: Indexing) -> tuple[NearDuplicate, ...]:
    """The near-doubles among the terms in use, and between free terms in use and all concepts: by kind, then by use."""
    labels = list(_read(tables))
    finders: dict[NearDuplicateKind, Callable[[list[_Label]], Iterator[_Found]]] = {
        "label": _same_label,
        "spelling": _same_letters,
        "joined": _joined,
        "arabic": _same_arabic,
        "number": _number,
    }
    found: dict[frozenset[str], tuple[NearDuplicateKind, _Found]] = {}
    for kind, find in finders.items():
        for some in find(labels):
            concepts = frozenset(label.concept for label in some)
            if len(concepts) == len(some) and concepts not in found and _counts(indexing, some):
                found[concepts] = (kind, some)
    unused = {each for concepts in found for each in concepts if each not in indexing.terms}
    terms = {**indexing.terms, **term_uses(tables, {each: {} for each in unused})}
    return tuple(sorted((_row(kind, some, terms) for kind, some in found.values()), key=_place))


def _counts(indexing: Indexing, some: _Found) -> bool:
    """Whether these labels tell anything about how the project is indexed."""
    used = [label for label in some if label.concept in indexing.terms]
    if not any(label.own for label in used):
        return len(used) == len(some)
    # A free term that is used; what else there is, is used or of a thesaurus.
    return all(label in used or not label.own for label in some)


def _row(kind: NearDuplicateKind, some: _Found, terms: Mapping[str, TermUse]) -> NearDuplicate:
    if kind != "joined":
        found = [(terms[label.concept], label) for label in some]
        found.sort(key=lambda each: (each[0].own, -len(each[0].documents), name_of(each[0])))
        some = tuple(label for _, label in found)
    return NearDuplicate(kind, tuple(terms[label.concept] for label in some), tuple(label.text for label in some))


def _place(row: NearDuplicate) -> tuple[object, ...]:
    uses = sum(len(term.documents) for term in row.terms)
    return DOUBLE_KINDS.index(row.kind), -uses, tuple(name_of(term) for term in row.terms)


def _read(tables: Tables) -> Iterator[_Label]:
    for concept, own, language, kind, text, key in indexing_queries.labels(tables):
        found = tuple(words(key))
        if found:
            spoken = language.partition("-")[0]
            arabic = spoken == "ar" or (not spoken and any("\u0620" <= letter <= "\u064a" for letter in key))
            yield _Label(concept, bool(own), arabic, kind == "preferred", text, key, found)


def _same_label(labels: list[_Label]) -> Iterator[_Found]:
    """A free term called as a concept of a thesaurus is."""
    for one, other in _alike(labels, lambda label: label.key):
        if one.own != other.own:
            yield one, other


def _same_letters(labels: list[_Label]) -> Iterator[_Found]:
    """The same letters and digits, whatever stands between them. Where two concepts of thesauri are called alike, it is
    no matter of spelling.
    """
    for one, other in _alike((label for label in labels if len(label.letters) > 2), lambda label: label.letters):
        if one.own or other.own:
            yield one, other


def _same_arabic(labels: list[_Label]) -> Iterator[_Found]:
    """The same preferred label in Arabic."""
    arabic = (label for label in labels if label.arabic and label.preferred)
    yield from _alike(arabic, lambda label: label.words)


def _joined(labels: list[_Label]) -> Iterator[_Found]:
    """A free term that is the labels of thesauri one after the other, where at least once no blank is between them."""
    known: dict[tuple[bool, str], _Label] = {}
    for label in labels:
        if not label.own and len(label.letters) >= _LEAST_JOINED:
            known.setdefault((label.arabic, label.letters), label)
    longest = max((len(letters) for _, letters in known), default=0)
    for label in labels:
        if label.own and (label.arabic, label.letters) not in known:
            parts = _parts(label, known, longest)
            if len(parts) > 1:
                yield *parts, label


def _parts(label: _Label, known: Mapping[tuple[bool, str], _Label], longest: int) -> _Found:
    """The fewest labels that a term is made of; none where it is not made of labels, or with blanks between all."""
    letters = label.letters
    best: dict[int, _Found] = {0: ()}  # by how many letters are used up
    for end in range(_LEAST_JOINED, len(letters) + 1):
        for start in range(max(0, end - longest), end - _LEAST_JOINED + 1):
            part = known.get((label.arabic, letters[start:end]))
            if part is not None and start in best and (end not in best or len(best[start]) + 1 < len(best[end])):
                best[end] = (*best[start], part)
    found = best.get(len(letters), ())
    limits, at = set[int](), 0
    for word in label.words:
        at += len(word)
        limits.add(at)
    at, within = 0, False
    for part in found:
        at += len(part.letters)
        within = within or at not in limits
    return found if within else ()


def _number(labels: list[_Label]) -> Iterator[_Found]:
    """Singular and plural."""
    english = [label for label in labels if not label.arabic]
    for one, other in _alike(english, lambda label: singular_words(label.words)):
        if one.words != other.words:
            yield one, other
    english_of: dict[str, set[tuple[str, ...]]] = {}
    for label in english:
        english_of.setdefault(label.concept, set()).add(singular_words(label.words))
    arabic: dict[tuple[str, ...], list[_Label]] = {}
    for label in labels:
        if label.arabic:
            arabic.setdefault(label.words, []).append(label)
    for found, some in arabic.items():
        for form in other_numbers(found):
            for one, other in product(some, arabic.get(form, ())):
                # Where English labels speak against it, it is none: البحر is no singular of البحرين.
                first, second = english_of.get(one.concept), english_of.get(other.concept)
                if not first or not second or not first.isdisjoint(second):
                    yield one, other


def _alike(labels: Iterable[_Label], key: Callable[[_Label], object]) -> Iterator[tuple[_Label, _Label]]:
    """The pairs of labels of one language that have one key."""
    found: dict[object, list[_Label]] = {}
    for label in labels:
        found.setdefault((label.arabic, key(label)), []).append(label)
    for some in found.values():
        if 1 < len(some) <= _MOST_ALIKE:
            yield from combinations(some, 2)
