"""SKOS as a thesaurus: which statements of a file mean what (the properties stand in ``skos_terms``).

What is stated in either direction is read in both (broader and narrower, related, replaced). ``broaderTransitive``
counts only where a file has no direct relations, and then only the nearest. A file with several schemes (a thesaurus
and its domains) is one vocabulary: that of the scheme with most concepts. What stands in the wrong place is left out
and told: a text where a concept should be named, a concept where a label should be, concepts without a URI.
"""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from model.errors import UserError
from model.formats import rdf_files
from model.formats.rdf_files import Node, Text
from model.formats.skos_terms import (
    ADMS,
    BROADER,
    BROADER_TRANSITIVE,
    DCTERMS,
    LABELS,
    NAMES,
    NARROWER,
    NARROWER_TRANSITIVE,
    NOTES,
    OWL,
    RDF,
    SKOS,
    SKOSXL,
    TYPE,
    VERSIONS,
    WITHDRAWN,
    XL_LABELS,
)
from model.formats.thesaurus_check import Draft, canonical_language, finished
from model.progress import ProgressCallback, cancellable, no_progress
from model.vocabulary.thesaurus import Thesaurus
from model.vocabulary.thesaurus_rows import derived_id

_NO_CONCEPTS = {f"{SKOS}ConceptScheme", f"{SKOS}Collection", f"{SKOS}OrderedCollection", f"{SKOSXL}Label"}
_IN_SCHEME = (f"{SKOS}inScheme", f"{SKOS}topConceptOf")
# Of the beginning that URIs share: up to the last sign that sets names apart, with something before it.
_COMMON = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^/]+.*[/#]|[A-Za-z][A-Za-z0-9+.-]*:[^/].*[:/#]")


class _Value(NamedTuple):
    """What a property says, and whether it is a text."""

    subject: Node
    value: Node | Text


def read(path: Path, content: bytes, on_progress: ProgressCallback = no_progress) -> Thesaurus:
    """The thesaurus of a file's bytes, whichever notation of RDF they are in; refusals are those of ``rdf_files`` and
    ``thesaurus_check``. ``on_progress`` is called with how many statements are read and about how many there are.
    """
    return _Reading(path, rdf_files.statements(path, content, on_progress), on_progress).thesaurus()


class _Reading:
    """The statements of one file by property, and the concepts that are gathered from them."""

    def __init__(
        self, path: Path, statements: Iterable[tuple[Node, str, Node | Text]], on_progress: ProgressCallback
    ) -> None:
        self._path = path
        self._on_progress = on_progress
        self._by_property: dict[str, list[_Value]] = {}
        self._subjects: set[Node] = set()
        self._types: dict[Node, set[str]] = {}
        for subject, name, value in cancellable(statements, on_progress):
            self._by_property.setdefault(name, []).append(_Value(subject, value))
            self._subjects.add(subject)
            if name == TYPE and isinstance(value, Node):
                self._types.setdefault(subject, set()).add(value.uri)
        self._texts = self._forms()
        self._no_texts: list[str] = []  # concepts of which a label or note is none
        self._no_names: list[str] = []  # concepts of which a relation names none
        self._languages: list[str] = []  # that are none
        self._drafts: dict[str, Draft] = {}

    def thesaurus(self) -> Thesaurus:
        """All of it, looked at."""
        nameless = self._make_drafts()
        if nameless and not self._drafts:
            raise UserError("{path}: its concepts have no URI, and each needs one.", path=self._path)
        if not self._drafts and not self._is_scheme_alone():
            raise UserError("{path}: no concepts (skos:Concept) here.", path=self._path)
        self._labels_and_notes()
        self._relations()
        self._states()
        uri, others = self._scheme()
        names, version = self._names(uri)
        return finished(
            self._path, uri, names, version, self._drafts, self._remarks(nameless, others), self._on_progress
        )

    def _is_scheme_alone(self) -> bool:
        """Whether all is said of one scheme, as of a vocabulary in which there are no concepts."""
        if len(self._subjects) != 1:
            return False
        (only,) = self._subjects
        return not only.blank and self._types.get(only) == {f"{SKOS}ConceptScheme"}

    def _of(self, name: str) -> Iterable[_Value]:
        return cancellable(self._by_property.get(name, ()), self._on_progress)

    def _forms(self) -> dict[Node, list[Text]]:
        """The texts of nodes that stand for a text: labels of SKOS-XL, and notes as resources (SKOS Primer, 4.2)."""
        found: dict[Node, list[Text]] = {}
        for name in (f"{SKOSXL}literalForm", f"{RDF}value"):
            for subject, value in self._of(name):
                if isinstance(value, Text):
                    found.setdefault(subject, []).append(value)
        return found

    def _make_drafts(self) -> int:
        """Make a draft for everything that is a concept; gives how many have no URI."""
        found = {node for node, types in self._types.items() if f"{SKOS}Concept" in types}
        labelled = {subject for name in (*LABELS, *XL_LABELS) for subject, _ in self._of(name)}
        for name in _IN_SCHEME:
            found.update(
                subject
                for subject, _ in self._of(name)
                if subject in labelled and not self._types.get(subject, set()) & _NO_CONCEPTS
            )
        for _, value in self._of(f"{SKOS}hasTopConcept"):
            if isinstance(value, Node) and value in labelled:
                found.add(value)
        for node in found:
            if not node.blank:
                self._drafts[node.uri] = Draft()
        return sum(node.blank for node in found)

    def _labels_and_notes(self) -> None:
        for properties in (LABELS, XL_LABELS, NOTES):
            for name in properties:
                for subject, value in self._of(name):
                    draft = self._drafts.get(subject.uri)
                    if draft is None:
                        continue
                    texts = [value] if isinstance(value, Text) else self._texts.get(value, [])
                    if not texts:
                        self._no_texts.append(subject.uri)
                    for text, tag in texts:
                        language = canonical_language(tag)
                        if language is None:
                            self._languages.append(tag)
                        elif name in NOTES:
                            draft.notes.append((NOTES[name], language, text))
                        else:
                            draft.labels.append((language, (LABELS | XL_LABELS)[name], text))
        for subject, value in self._of(f"{SKOS}notation"):
            if subject.uri in self._drafts and isinstance(value, Text):
                self._drafts[subject.uri].notations.append(value.text)

    def _relations(self) -> None:
        for name in BROADER:
            for narrower, broader in self._links(name):
                self._drafts[narrower].broader.add(broader)
        for name in NARROWER:
            for broader, narrower in self._links(name):
                if narrower in self._drafts:
                    self._drafts[narrower].broader.add(broader)
        if not any(draft.broader for draft in self._drafts.values()):
            self._nearest()
        for uri, other in self._links(f"{SKOS}related"):
            self._drafts[uri].related.add(other)
        for uri, other in self._links(f"{DCTERMS}isReplacedBy"):
            self._drafts[uri].replaced_by.add(other)
        for uri, other in self._links(f"{DCTERMS}replaces"):
            if other in self._drafts:
                self._drafts[other].replaced_by.add(uri)

    def _links(self, name: str) -> Iterable[tuple[str, str]]:
        """The URIs that a property joins, the first of which is a concept."""
        for subject, value in self._of(name):
            if subject.uri not in self._drafts:
                continue
            if isinstance(value, Text):
                self._no_names.append(subject.uri)
            elif not value.blank:
                yield subject.uri, value.uri

    def _nearest(self) -> None:
        """Read the broader concepts of a file that tells them only all the way up: those that no other one is above."""
        above: dict[str, set[str]] = {}
        for narrower, broader in self._links(BROADER_TRANSITIVE):
            above.setdefault(narrower, set()).add(broader)
        for broader, narrower in self._links(NARROWER_TRANSITIVE):
            above.setdefault(narrower, set()).add(broader)
        for uri, others in above.items():
            if uri in self._drafts:
                farther = {far for other in others - {uri} for far in above.get(other, ()) if far != other}
                self._drafts[uri].broader |= others - farther

    def _states(self) -> None:
        for subject, value in self._of(f"{OWL}deprecated"):
            if subject.uri in self._drafts and isinstance(value, Text) and value.text.strip().lower() in ("true", "1"):
                self._drafts[subject.uri].deprecated = True
        for subject, value in self._of(f"{ADMS}status"):
            if subject.uri in self._drafts and isinstance(value, Node) and value.uri == WITHDRAWN:
                self._drafts[subject.uri].gone = True

    def _scheme(self) -> tuple[str, list[str]]:
        """The URI of the scheme with most concepts, and those of the others. Without one it is what the concepts' URIs
        have in common, else it follows from the file's name.
        """
        stated: set[tuple[str, str]] = set()
        for name in _IN_SCHEME:
            stated.update(self._links(name))
        for subject, value in self._of(f"{SKOS}hasTopConcept"):
            if not subject.blank and isinstance(value, Node) and value.uri in self._drafts:
                stated.add((value.uri, subject.uri))
        members = Counter(scheme for _, scheme in stated)
        typed = {node.uri for node, types in self._types.items() if f"{SKOS}ConceptScheme" in types and not node.blank}
        schemes = sorted(members.keys() | typed, key=lambda uri: (-members[uri], uri not in typed, uri))
        if schemes:
            return schemes[0], [uri for uri in schemes[1:] if uri in typed]
        common = _COMMON.match(_beginning(self._drafts))
        return (common[0] if common else f"urn:uuid:{derived_id('file', self._path.stem)}"), []

    def _names(self, uri: str) -> tuple[dict[str, str], str]:
        """The names of the scheme by language, and its version."""
        names: dict[str, str] = {}
        for name in (*NAMES, f"{SKOSXL}prefLabel"):
            found: dict[str, str] = {}
            for subject, value in self._of(name):
                if subject.uri != uri:
                    continue
                for text, tag in [value] if isinstance(value, Text) else self._texts.get(value, []):
                    language = canonical_language(tag)
                    if language is not None:
                        found[language] = min(text, found.get(language, text))
            names = {**found, **names}
        for name in VERSIONS:
            versions = [
                value.text for subject, value in self._of(name) if subject.uri == uri and isinstance(value, Text)
            ]
            if versions:
                return names, max(versions)
        return names, ""

    def _remarks(self, nameless: int, others: list[str]) -> list[UserError]:
        """What of the file was left out, or taken as another thing than it says."""
        path, found = self._path, list[UserError]()
        if others:
            found.append(
                UserError(
                    "{path}: has {count} schemes, whose concepts are read as one vocabulary.",
                    path=path,
                    count=len(others) + 1,
                )
            )
        if nameless:
            found.append(
                UserError("{path}: {count} concepts have no URI, and were left out.", path=path, count=nameless)
            )
        if self._no_texts:
            found.append(
                UserError(
                    "{path}: {count} labels or notes are no texts, and were left out (the first: of {uri}).",
                    path=path,
                    count=len(self._no_texts),
                    uri=min(self._no_texts),
                )
            )
        if self._no_names:
            found.append(
                UserError(
                    "{path}: {count} texts stand where a concept should be named, and were left out (the first: of "
                    "{uri}).",
                    path=path,
                    count=len(self._no_names),
                    uri=min(self._no_names),
                )
            )
        for language, count in sorted(Counter(self._languages).items()):
            found.append(
                UserError(
                    "{path}: {count} labels or notes in “{language}”, which is no language code, were left out.",
                    path=path,
                    count=count,
                    language=language,
                )
            )
        imported = sorted({value.uri for _, value in self._of(f"{OWL}imports") if isinstance(value, Node)})
        if imported:
            found.append(
                UserError("{path}: wants {uri} to be read too, which it never is.", path=path, uri=imported[0])
            )
        return found


def _beginning(texts: Iterable[str]) -> str:
    """What all of some texts, of which there are any, begin with."""
    first, last = min(texts), max(texts)
    return first[: next((at for at, pair in enumerate(zip(first, last, strict=False)) if len({*pair}) > 1), len(first))]
