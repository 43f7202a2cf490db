"""Terms of files: those of a thesaurus by the URI of their concept, all others by themselves."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from model.vocabulary.concepts import label_key, language_of
from model.vocabulary.thesaurus import Thesaurus, ThesaurusConcept

_KINDS = ("preferred", "alternative", "hidden")


class Terms:
    """What terms in headers stand for. A term is matched to a concept by any of its labels, without regard to case,
    spacing and Arabic spelling; of several to the one that a project would take (see
    ``vocabulary_queries.concepts_with_label``). One that no concept has is a term by itself.
    """

    def __init__(self, thesaurus: Thesaurus | None) -> None:
        self._concepts = {concept.uri: concept for concept in (thesaurus.concepts if thesaurus is not None else ())}
        self._by_label: dict[str, list[_Label]] = {}
        self._forms: dict[str, Counter[str]] = {}
        for concept in self._concepts.values():
            for language, kind, text in concept.labels:
                label = _Label(concept.gone, language, concept.deprecated, _KINDS.index(kind), concept.uri)
                self._by_label.setdefault(label_key(text), []).append(label)

    def keys(self, terms: Iterable[str]) -> frozenset[str]:
        """The keys of a header's terms, whose form is remembered (see ``label``)."""
        found: set[str] = set()
        for term in terms:
            key = label_key(term)
            if key:
                labels, language = self._by_label.get(key), language_of(term)
                key = min(label.place(language) for label in labels)[-1] if labels else key
                self._forms.setdefault(key, Counter())[" ".join(term.split())] += 1
                found.add(key)
        return frozenset(found)

    def labels(self) -> list[tuple[str, str]]:
        """(key, label) of every label that may stand in an Arabic text, preferred ones first. Concepts that are
        deprecated or gone are left out, as in ``indexed.labels``.
        """
        found = [
            (_KINDS.index(kind), concept.uri, text)
            for concept in self._concepts.values()
            if not concept.deprecated and not concept.gone
            for language, kind, text in concept.labels
            if is_arabic(language, text)
        ]
        own = [(0, key, key) for key in self._forms if key not in self._concepts and language_of(key) == "ar"]
        return [(key, text) for _, key, text in sorted(found + own)]

    def label(self, key: str) -> str:
        """How a term is written: as headers write it most often, else the preferred label, in English where there is
        one.
        """
        forms = self._forms.get(key)
        if forms:
            return min(forms, key=lambda form: (-forms[form], form))
        concept = self._concepts[key]
        return _preferred(concept, ("en", "ar")) or concept.uri

    def uri(self, key: str) -> str | None:
        """The URI of the term's concept; nothing where it has none."""
        return key if key in self._concepts else None


class _Label(NamedTuple):
    """A label, by what tells the concepts apart that carry it."""

    gone: bool
    language: str
    deprecated: bool
    kind: int
    uri: str

    def place(self, wanted: str) -> tuple[bool, int, bool, int, str]:
        """Where it stands among others for a term in that language: the rule of ``concepts_with_label``."""
        same = self.language.split("-")[0].lower() == wanted
        other = 0 if same else 1 if not self.language else 2
        return self.gone, other, self.deprecated, self.kind, self.uri


def is_arabic(language: str, text: str) -> bool:
    """Whether a label may stand in an Arabic text: by its language, or its letters where that is not said."""
    return language.split("-")[0].lower() == "ar" or (not language and language_of(text) == "ar")


def _preferred(concept: ThesaurusConcept, languages: Sequence[str]) -> str | None:
    labels = [(language, text) for language, kind, text in concept.labels if kind == "preferred"]
    for wanted in languages:
        for language, text in labels:
            if language.split("-")[0].lower() == wanted:
                return text
    return labels[0][1] if labels else None
