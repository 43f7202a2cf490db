"""What a reader of one kind of file gives: a document's text, and all that the file says about it."""

import re
from dataclasses import dataclass, field

from model.annotation.documents import Wrapping
from model.annotation.metadata import Metadata
from model.errors import UserError
from model.formats.clause_json import Clause
from model.text.layout import NO_LAYOUT, Layout

NOTE_MARK = "\0"  # stands for a footnote's mark until the text is folded; no XML can hold it
_mark_in_brackets = re.compile(rf"\(\s*{NOTE_MARK}\s*\)")


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a file; ``terms`` of its descriptors in order; ``stated`` is what the file says of itself beside the
    text; ``clauses`` that it marks; ``notes`` are sentences about what was left out or is unusual;
    ``layout`` is what the text alone does not tell of how it was laid out."""

    text: str
    wrapping: Wrapping
    terms: tuple[str, ...] = ()
    stated: Metadata = field(default_factory=Metadata)
    clauses: tuple[Clause, ...] = ()
    notes: tuple[UserError, ...] = ()
    layout: Layout = NO_LAYOUT


def folded(text: str) -> str:
    """A text on one line as the resolution format wants it: every stretch of white space one blank, none at the ends;
    each mark of a footnote ``()``, whether brackets stood around it or not."""
    marked = _mark_in_brackets.sub("()", text) if NOTE_MARK in text else text
    return " ".join(marked.replace(NOTE_MARK, "()").split())
