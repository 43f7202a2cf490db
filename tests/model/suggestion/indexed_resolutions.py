"""Invented indexed documents: resolutions drawn by number, with a term for each thing that their titles name."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from model.annotation.documents import sha256_of
from model.suggestion import ranking
from model.suggestion.memory import KnownDocument
from model.suggestion.reading import read_text
from tests.model.resolutions import THINGS, resolution
from tests.model.vocabulary.thesauri import PREFIXES

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


# The same as files.


def term_of(key: str) -> str:
    """How headers write a term."""
    return UNLABELLED if key == UNLABELLED else f"THING {key[-2:]}"


def put(folder: Path, numbers: Iterable[int], *, header: str | None = None) -> Path:
    """A folder with the resolutions of these numbers, of the sessions 74, 75, 76 in turn."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        terms = "".join(f"{term_of(key)}|" for key in sorted(document(number).terms))
        content = f"%%%{terms if header is None else header}\n\n{text_of(number)}\n"
        (folder / f"{resolution(number).name}.txt").write_text(content, "utf-8")
    return folder


def put_thesaurus(folder: Path) -> Path:
    """A thesaurus that has all terms but one, with their labels in both languages."""
    path = folder / "t.ttl"
    concepts = (
        f':c{key[-2:]} a skos:Concept ; skos:inScheme :t ; skos:prefLabel "{term_of(key)}"@en, "{label}"@ar .'
        for key, label in LABELS
    )
    path.write_text(
        f'{PREFIXES}:t a skos:ConceptScheme ; skos:prefLabel "Things"@en .\n' + "\n".join(concepts), "utf-8"
    )
    return path
