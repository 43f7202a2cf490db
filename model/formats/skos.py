"""SKOS thesauri: read from any notation of RDF, and written as Turtle, N-Triples, RDF/XML or JSON-LD.

Namespaces: SKOS (https://www.w3.org/TR/skos-reference/) and SKOS-XL (its appendix B); the kinds of broader concept of
ISO 25964 (http://purl.org/iso25964/skos-thes); the status of ADMS, of which ``Withdrawn`` says that an edition dropped
a concept (https://www.w3.org/TR/vocab-adms/).

Reading: relations stated in one direction are read in both (broader and narrower, related, replaced).
``broaderTransitive`` counts only where a file has no direct relations, and then only the nearest. A file with several
schemes (a thesaurus and its domains) is one vocabulary: that of the scheme with most concepts. Misplaced values are
left out and reported: a text where a concept is expected, a concept where a label is expected, concepts without a URI.

Writing: the scheme first, then its concepts by URI, everything in a fixed order, so that the same thesaurus gives the
same bytes and two editions can be compared line by line.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from model.errors import UserError
from model.formats import rdf_files
from model.formats.rdf_files import RDF, SKOS, TYPE, Node, Text
from model.formats.thesaurus_check import Draft, canonical_language, finished, is_uri
from model.progress import ProgressCallback, cancellable, no_progress
from model.vocabulary.concepts import LabelKind
from model.vocabulary.thesaurus import NoteKind, Thesaurus, ThesaurusConcept, derived_id

RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOSXL = "http://www.w3.org/2008/05/skos-xl#"
DCTERMS = "http://purl.org/dc/terms/"
DC = "http://purl.org/dc/elements/1.1/"
ISO_THES = "http://purl.org/iso25964/skos-thes#"
ADMS = "http://www.w3.org/ns/adms#"
WITHDRAWN = "http://purl.org/adms/status/Withdrawn"


LABELS: dict[str, LabelKind] = {
    f"{SKOS}prefLabel": "preferred",
    f"{SKOS}altLabel": "alternative",
    f"{SKOS}hiddenLabel": "hidden",
}
XL_LABELS: dict[str, LabelKind] = {
    f"{SKOSXL}prefLabel": "preferred",
    f"{SKOSXL}altLabel": "alternative",
    f"{SKOSXL}hiddenLabel": "hidden",
}
NOTES: dict[str, NoteKind] = {
    f"{SKOS}scopeNote": "scope",
    f"{SKOS}definition": "definition",
    f"{SKOS}example": "example",
    f"{SKOS}historyNote": "history",
    f"{SKOS}editorialNote": "editorial",
    f"{SKOS}changeNote": "change",
    f"{SKOS}note": "note",
    f"{RDFS}comment": "note",
}
BROADER = frozenset(
    (f"{SKOS}broader", *(f"{ISO_THES}broader{kind}" for kind in ("Generic", "Partitive", "Instantial")))
)
NARROWER = frozenset(
    (f"{SKOS}narrower", *(f"{ISO_THES}narrower{kind}" for kind in ("Generic", "Partitive", "Instantial")))
)
BROADER_TRANSITIVE = f"{SKOS}broaderTransitive"
NARROWER_TRANSITIVE = f"{SKOS}narrowerTransitive"
# What tells a name or the version of a scheme, the better ones first.
NAMES = (f"{SKOS}prefLabel", f"{DCTERMS}title", f"{DC}title", f"{RDFS}label")
VERSIONS = (f"{OWL}versionInfo", f"{DCTERMS}modified", f"{DCTERMS}issued")


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


_PREFIXES = {"adms": ADMS, "dcterms": DCTERMS, "owl": OWL, "rdf": RDF, "skos": SKOS, "xsd": XSD}
_LABELS = {"preferred": "skos:prefLabel", "alternative": "skos:altLabel", "hidden": "skos:hiddenLabel"}
_NOTES: dict[NoteKind, str] = {
    "scope": "skos:scopeNote",
    "definition": "skos:definition",
    "example": "skos:example",
    "history": "skos:historyNote",
    "editorial": "skos:editorialNote",
    "change": "skos:changeNote",
    "note": "skos:note",
}
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Uri(NamedTuple):
    uri: str


class _Text(NamedTuple):
    text: str
    language: str = ""


class _Boolean(NamedTuple):
    text: str = "true"


_Object = _Uri | _Text | _Boolean
_Subject = tuple[str, str, list[tuple[str, list[_Object]]]]  # URI, class, and by property what it says


def parts(thesaurus: Thesaurus, target: Path) -> Iterator[bytes]:
    """The file's bytes, piece by piece; ``target`` says by its suffix, one of ``SUFFIXES``, in which notation, and is
    named.

    Refuses what RDF cannot hold (a URI or a language that is none), and in XML characters that
    it cannot.
    """
    write = _WRITERS[target.suffix.lower()]
    subjects = [_scheme(thesaurus), *(_concept(thesaurus.uri, concept) for concept in thesaurus.concepts)]
    _check(target, subjects)
    for piece in write(target, subjects):
        yield piece.encode("utf-8")


def _scheme(thesaurus: Thesaurus) -> _Subject:
    said = [("skos:prefLabel", [_Text(name, language) for language, name in thesaurus.names])]
    said += [("owl:versionInfo", [_Text(thesaurus.version)] if thesaurus.version else [])]
    return thesaurus.uri, "skos:ConceptScheme", _said(said)


def _concept(scheme: str, concept: ThesaurusConcept) -> _Subject:
    said: list[tuple[str, list[Any]]] = [("skos:inScheme", [_Uri(scheme)])]
    for kind, name in _LABELS.items():
        said.append((name, [_Text(text, language) for language, each, text in concept.labels if each == kind]))
    said.append(("skos:notation", [_Text(text) for text in concept.notations]))
    said.append(("skos:broader", [_Uri(uri) for uri in concept.broader]))
    said.append(("skos:related", [_Uri(uri) for uri in concept.related]))
    for kind, name in _NOTES.items():
        said.append((name, [_Text(text, language) for each, language, text in concept.notes if each == kind]))
    said.append(("dcterms:isReplacedBy", [_Uri(uri) for uri in concept.replaced_by]))
    said.append(("owl:deprecated", [_Boolean()] if concept.deprecated else []))
    said.append(("adms:status", [_Uri(WITHDRAWN)] if concept.gone else []))
    return concept.uri, "skos:Concept", _said(said)


def _said(found: Iterable[tuple[str, list[Any]]]) -> list[tuple[str, list[_Object]]]:
    return [(name, list(values)) for name, values in found if values]


def _check(target: Path, subjects: Iterable[_Subject]) -> None:
    for subject, _, said in subjects:
        for uri in (subject, *(value.uri for _, values in said for value in values if isinstance(value, _Uri))):
            if not is_uri(uri):
                raise UserError("{path}: “{uri}” is no absolute URI, so it cannot be written.", path=target, uri=uri)
        for _, values in said:
            for value in values:
                if isinstance(value, _Text) and canonical_language(value.language) is None:
                    raise UserError(
                        "{path}: “{language}” is no language code, so “{text}” cannot be written.",
                        path=target,
                        language=value.language,
                        text=value.text,
                    )


# Turtle (https://www.w3.org/TR/turtle/) and N-Triples (https://www.w3.org/TR/n-triples/)


def _turtle(_: Path, subjects: Iterable[_Subject]) -> Iterator[str]:
    for prefix, namespace in _PREFIXES.items():
        yield f"@prefix {prefix}: <{namespace}> .\n"
    for subject, kind, said in subjects:
        lines = [f"\n<{subject}> a {kind}"]
        lines += [f"    {name} {', '.join(map(_in_turtle, values))}" for name, values in said]
        yield " ;\n".join(lines) + " .\n"


def _n_triples(_: Path, subjects: Iterable[_Subject]) -> Iterator[str]:
    for subject, kind, said in subjects:
        yield f"<{subject}> <{RDF}type> <{_full(kind)}> .\n"
        for name, values in said:
            for value in values:
                text = f'"true"^^<{XSD}boolean>' if isinstance(value, _Boolean) else _in_turtle(value)
                yield f"<{subject}> <{_full(name)}> {text} .\n"


def _in_turtle(value: _Object) -> str:
    if isinstance(value, _Uri):
        return f"<{value.uri}>"
    if isinstance(value, _Boolean):
        return value.text
    text = value.text.replace("\\", "\\\\").replace('"', '\\"')
    text = text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    return f'"{text}"@{value.language}' if value.language else f'"{text}"'


def _full(name: str) -> str:
    prefix, _, local = name.partition(":")
    return _PREFIXES[prefix] + local


# RDF/XML (https://www.w3.org/TR/rdf-syntax-grammar/)


def _xml(target: Path, subjects: Iterable[_Subject]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF'
    for prefix, namespace in _PREFIXES.items():
        if prefix != "xsd":
            yield f"\n    xmlns:{prefix}={quoteattr(namespace)}"
    yield ">\n"
    for subject, kind, said in subjects:
        yield f"  <{kind} rdf:about={quoteattr(subject)}>\n"
        for name, values in said:
            for value in values:
                yield f"    <{name}{_in_xml(target, name, value)}\n"
        yield f"  </{kind}>\n"
    yield "</rdf:RDF>\n"


def _in_xml(target: Path, name: str, value: _Object) -> str:
    if isinstance(value, _Uri):
        return f" rdf:resource={quoteattr(value.uri)}/>"
    if isinstance(value, _Boolean):
        return f' rdf:datatype="{XSD}boolean">{value.text}</{name}>'
    wrong = _NOT_IN_XML.search(value.text)
    if wrong:
        raise UserError(
            "{path}: XML cannot hold U+{code}, which is in “{text}”; other notations can.",
            path=target,
            code=f"{ord(wrong[0]):04X}",
            text=value.text,
        )
    language = f' xml:lang="{value.language}"' if value.language else ""
    return f"{language}>{escape(value.text, {chr(13): '&#13;'})}</{name}>"


# JSON-LD (https://www.w3.org/TR/json-ld11/), with its context in the file


def _json(_: Path, subjects: Iterable[_Subject]) -> Iterator[str]:
    yield f'{{"@context":{_line(_PREFIXES)},\n"@graph":['
    separator = "\n"
    for subject, kind, said in subjects:
        item = {"@id": subject, "@type": kind, **{name: list(map(_in_json, values)) for name, values in said}}
        yield separator + _line(item)
        separator = ",\n"
    yield "\n]}\n"


def _in_json(value: _Object) -> dict[str, Any]:
    if isinstance(value, _Uri):
        return {"@id": value.uri}
    if isinstance(value, _Boolean):
        return {"@value": True}
    return {"@value": value.text, "@language": value.language} if value.language else {"@value": value.text}


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


_WRITERS = {
    ".ttl": _turtle,
    ".nt": _n_triples,
    ".rdf": _xml,
    ".xml": _xml,
    ".owl": _xml,
    ".jsonld": _json,
    ".json": _json,
}
SUFFIXES = tuple(_WRITERS)
