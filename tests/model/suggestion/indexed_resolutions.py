"""Invented indexed documents: resolutions drawn by number, with a term for each thing that their titles name."""

from collections.abc import Iterable

import pytest

from model.annotation.documents import sha256_of
from model.suggestion import ranking
from model.suggestion.memory import KnownDocument
from model.suggestion.reading import read_text
from tests.model.resolutions import THINGS, resolution

LABELS = [(f"term:{number:02}", thing) for number, thing in enumerate(THINGS)]
UNLABELLED = "VILLAGES"  # has no Arabic label: only documents teach what it is about


def text_of(number: int) -> str:
    """The text of a document; the same number always gives the same."""
    return resolution(number).text


def document(number: int, terms: Iterable[str] | None = None) -> KnownDocument:
    """A document under the hash of its text, with other ``terms`` where they are given."""
    text = text_of(number)
    title = text.split(" - ")[1].split("إن الجمعية")[0]
    own = {term for term, thing in LABELS if thing in title}
    if "القرى" in title and number % 4:
        own.add(UNLABELLED)
    return KnownDocument(sha256_of(text), read_text(text), frozenset(own if terms is None else terms))


def documents(count: int, first: int = 0) -> list[KnownDocument]:
    """So many."""
    return [document(number) for number in range(first, first + count)]


def rank_little(patch: pytest.MonkeyPatch, own_from: int = 30) -> None:
    """Few trees, from few documents on: soon learned."""
    patch.setattr(ranking, "ROUNDS", 12)
    patch.setattr(ranking, "OWN_FROM", own_from)
    patch.setattr(ranking, "SEEDS", (1,))
