"""A thesaurus as SKOS: Turtle, N-Triples, RDF/XML or JSON-LD, the scheme first, then its concepts by URI.

Everything is in one order, so that the same thesaurus gives the same bytes and two editions can be compared line by
line. Relations are written as ``broader``, ``related`` and ``isReplacedBy``; that an edition has taken a concept out,
as the status ``Withdrawn`` of ADMS.
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from model.errors import UserError
from model.formats.skos_terms import ADMS, DCTERMS, OWL, RDF, SKOS, WITHDRAWN, XSD
from model.formats.thesaurus_check import canonical_language, is_uri
from model.vocabulary.thesaurus import NoteKind, Thesaurus, ThesaurusConcept

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
