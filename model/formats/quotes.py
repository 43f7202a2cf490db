"""What an export checks of each document: that its annotations quote the text that it holds."""

from model.annotation.documents import Document, sha256_of
from model.errors import UserError


class WrongQuote(UserError):
    """A document's text or an annotation's limits are not sound: no reader could rely on it, so nothing is exported."""


def check_text(document: Document, text: str) -> None:
    """Raise ``WrongQuote`` where the text is not the one that the document was made with."""
    if sha256_of(text) != document.text_sha256:
        raise WrongQuote(
            "“{name}”: the text is not the one that was imported; nothing was exported (“check” tells more).",
            name=document.name,
        )


def quote_of(document: Document, text: str, start: int, end: int, annotation: str) -> str:
    """``text[start:end]``, or ``WrongQuote`` where that is not ``end - start`` code points, at least one, of the text.

    ``annotation`` is the id of the span or the evidence whose limits they are.
    """
    if not 0 <= start < end <= len(text):
        raise WrongQuote(
            "“{name}”: the annotation {id} has the limits {start}–{end} in a text of {length} characters; nothing was "
            "exported (“check” tells more).",
            name=document.name,
            id=annotation,
            start=start,
            end=end,
            length=len(text),
        )
    return text[start:end]
