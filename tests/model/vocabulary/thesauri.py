"""Invented thesauri: a small one as Turtle, and random ones in the form in which files are read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from model.formats.thesaurus_file import read_thesaurus
from model.vocabulary.concepts import LabelKind
from model.vocabulary.thesaurus import NOTE_KINDS, Thesaurus, ThesaurusConcept, in_order_of_labels, in_order_of_notes

PREFIXES = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix : <http://example.org/> .
"""
# Invented: reading, under which stand books and libraries; letters are gone for writing.
TURTLE = (
    PREFIXES
    + """
:t a skos:ConceptScheme ; skos:prefLabel "Reading"@en, "القراءة"@ar ; owl:versionInfo "1" .
:reading a skos:Concept ; skos:inScheme :t ; skos:prefLabel "READING"@en, "القراءة"@ar .
:books a skos:Concept ; skos:inScheme :t ; skos:prefLabel "BOOKS"@en, "الكتب"@ar, "libros"@es ;
    skos:altLabel "VOLUMES"@en ; skos:hiddenLabel "BOKS"@en ; skos:notation "01" ; skos:broader :reading ;
    skos:scopeNote "Bound paper."@en ; skos:historyNote "Since 1450."@en .
:libraries a skos:Concept ; skos:inScheme :t ; skos:prefLabel "LIBRARIES"@en, "المكتبات"@ar ; skos:related :books ;
    skos:broader :reading .
:letters a skos:Concept ; skos:inScheme :t ; skos:prefLabel "LETTERS"@en ; owl:deprecated true ;
    dcterms:isReplacedBy :books .
"""
)
HERE = "http://example.org/"


def written(folder: Path, text: str = TURTLE, name: str = "t.ttl") -> Path:
    """A file with that text."""
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def small(folder: Path, text: str = TURTLE) -> Thesaurus:
    """The thesaurus of a Turtle text."""
    return read_thesaurus(written(folder, text))


# What formats have signs for, what spreadsheets compute, letters of several scripts, and white space within notes.
LETTERS = "اب تEeé|\\'\"=+@;,<>&{}#.:中🕊"
labels = st.text(LETTERS, min_size=1, max_size=8).map(lambda text: " ".join(text.split())).filter(bool)
notes = st.text(LETTERS + "\n\r\t\u2028", min_size=1, max_size=12).map(str.strip).filter(bool)
languages = st.sampled_from(("", "ar", "en", "zh-Hans", "pt-BR"))
kinds: st.SearchStrategy[LabelKind] = st.sampled_from(("preferred", "alternative", "hidden"))
URIS = ("http://example.org/1", "http://example.org/كتب", "urn:uuid:0", "http://example.org/a?b=c&d='e'", "urn:x:2")


@st.composite
def thesauri(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Thesaurus:
    """Sound thesauri of one to five concepts, in the order and form in which files are read."""
    uris = draw(st.lists(st.sampled_from(URIS), min_size=1, unique=True))
    some = st.sampled_from(uris)
    related = {frozenset(pair) for pair in draw(st.lists(st.tuples(some, some), max_size=3)) if len({*pair}) > 1}
    concepts: list[ThesaurusConcept] = []
    for place, uri in enumerate(uris):
        above, others = uris[:place], [each for each in uris if each != uri]
        concepts.append(
            ThesaurusConcept(
                uri=uri,
                labels=in_order_of_labels(_distinct(draw(st.lists(st.tuples(languages, kinds, labels), max_size=6)))),
                notes=in_order_of_notes(
                    draw(st.lists(st.tuples(st.sampled_from(NOTE_KINDS), languages, notes), max_size=3))
                ),
                notations=tuple(sorted(draw(st.sets(labels, max_size=2)))),
                broader=_some(draw, above),
                related=tuple(sorted(other for other in others if frozenset((uri, other)) in related)),
                replaced_by=_some(draw, others),
                deprecated=draw(st.booleans()),
                gone=draw(st.booleans()),
            )
        )
    return Thesaurus(
        draw(st.sampled_from(("http://example.org/", "urn:uuid:5"))),
        tuple(sorted(draw(st.dictionaries(languages, labels, max_size=3)).items())),
        draw(st.just("") | labels),
        tuple(sorted(concepts, key=lambda concept: concept.uri)),
    )


def _some(draw: Callable[[st.SearchStrategy[Any]], Any], uris: list[str]) -> tuple[str, ...]:
    return tuple(sorted(draw(st.sets(st.sampled_from(uris))))) if uris else ()


def _distinct(found: list[tuple[str, LabelKind, str]]) -> list[tuple[str, LabelKind, str]]:
    """Labels of which one a language is preferred, and a text is of one kind in a language."""
    kept: dict[tuple[str, str], LabelKind] = {}
    preferred: set[str] = set()
    for language, kind, text in found:
        if (language, text) in kept or (kind == "preferred" and language in preferred):
            continue
        kept[language, text] = kind
        if kind == "preferred":
            preferred.add(language)
    return [(language, kind, text) for (language, text), kind in kept.items()]
