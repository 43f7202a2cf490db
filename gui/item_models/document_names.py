"""What a document is called where there is room for one name."""

from typing import Protocol


class Called(Protocol):
    """A document, as a list or a report has it."""

    @property
    def name(self) -> str: ...

    @property
    def symbol(self) -> str | None: ...


def document_name(document: Called) -> str:
    """Its symbol, as it is cited; where none is known, the name that it came with."""
    return document.symbol or document.name
