"""A thesaurus as a file holds it, before it is in any project: concepts by URI, in the terms of SKOS.

Which property of which file becomes what stands in the rooms that read and write such files (``model.formats``); how a
project takes one in, in ``edition``; how a project's vocabulary is read as one, in ``thesaurus_rows``.
"""

from dataclasses import dataclass, field
from typing import Literal

from model.errors import UserError
from model.vocabulary.concepts import LabelKind

# SKOS' documentation properties (https://www.w3.org/TR/skos-reference/#notes); ``note`` is the one for anything else.
NoteKind = Literal["scope", "definition", "example", "history", "editorial", "change", "note"]
NOTE_KINDS: tuple[NoteKind, ...] = ("scope", "definition", "example", "history", "editorial", "change", "note")


@dataclass(frozen=True, slots=True)
class ThesaurusConcept:
    """A concept of a thesaurus. Languages are BCP 47 codes, empty where unknown; other concepts are named by URI.

    ``labels`` are (language, kind, text) and ``notes`` (kind, language, text). ``broader`` holds also what a file says
    the other way round (narrower), ``related`` stands at both its ends; ``replaced_by`` names what is to be used
    instead. ``deprecated`` is what the vocabulary itself says; ``gone``, that its newest edition lacks the concept. All
    are in order, each once.
    """

    uri: str
    labels: tuple[tuple[str, LabelKind, str], ...]
    notes: tuple[tuple[NoteKind, str, str], ...] = ()
    notations: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()
    deprecated: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """A vocabulary with its concepts, by URI. ``names`` are (language, text) of the scheme itself, one a language.

    ``remarks`` are sentences about what of the file was left out; they are no part of the thesaurus.
    """

    uri: str
    names: tuple[tuple[str, str], ...]
    version: str
    concepts: tuple[ThesaurusConcept, ...]
    remarks: tuple[UserError, ...] = field(default=(), compare=False)
