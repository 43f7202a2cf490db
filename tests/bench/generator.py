"""Projects for measuring, made from real resolutions with their gold clauses; the same seed gives the same documents.

A text is as many resolutions of the corpus, in an order that the seed decides, as its length needs, one line, cut at
exactly that length. Clauses are the gold's. Where a document wants fewer, innermost ones are left out; where it wants
more, the longest ones are cut in two at a word, until there are as many as wanted. Offsets are half-open code points.
"""

import bisect
import heapq
import json
import random
import re
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from model.annotation import documents, nesting, span_rows
from model.annotation.values import Origin, Span, Status, text_order
from model.formats import resolution_text
from model.project import Project
from model.vocabulary import assignments, concepts

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
PROPOSED = Origin("model", "bench", 0.9)
_REFERENCES = ("resolution", "symbol", "date", "footnote")
_word = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span before it belongs to a document."""

    layer: str
    label: str
    start: int
    end: int
    number: str | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Resolution:
    """One text of the corpus with its gold clauses and its descriptors (upper-case English)."""

    text: str
    clauses: tuple[Mark, ...]
    descriptors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document to make: of ``length`` code points, with so many spans.

    ``clauses`` are of the tree layer, ``references`` of the free one. Nothing is marked in ``gap``. ``status`` is that
    of the clauses; proposals have a model for origin.
    """

    name: str
    length: int
    clauses: int = 0
    references: int = 0
    gap: tuple[int, int] | None = None
    status: Status = "confirmed"


class Corpus:
    """The folder of real resolutions; refuses (FileNotFoundError) where it is not."""

    def __init__(self, folder: Path = CORPUS) -> None:
        self._folder = folder
        self.stems = sorted(path.relative_to(folder / "texts").with_suffix("") for path in folder.glob("texts/*/*.txt"))
        if not self.stems or not (folder / "gold").is_dir():
            raise FileNotFoundError(f"{folder}: the resolutions that the projects are made of are not there.")

    def read(self, stem: Path) -> Resolution:
        """One resolution."""
        text = resolution_text.read_file(self._folder / "texts" / f"{stem}.txt").text
        gold = json.loads((self._folder / "gold" / f"{stem}.json").read_text("utf-8"))
        clauses = (
            Mark("clause", clause["type"], clause["start"], clause["end"], clause["number"], clause["depth"])
            for clause in gold["clauses"]
        )
        return Resolution(text, tuple(clauses), tuple(gold["descriptors"]))

    def shuffled(self, seed: int) -> list[Path]:
        """All stems in an order that the seed decides."""
        stems = list(self.stems)
        random.Random(seed).shuffle(stems)
        return stems


def joined(corpus: Corpus, seed: int, length: int) -> Resolution:
    """A text of exactly ``length`` code points in one line, with the clauses that lie wholly in it."""
    parts: list[str] = []
    clauses: list[Mark] = []
    descriptors: dict[str, None] = {}
    size = 0
    for stem in corpus.shuffled(seed):
        resolution = corpus.read(stem)
        text = re.sub(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]", " ", resolution.text) + " "
        clauses += [replace(clause, start=clause.start + size, end=clause.end + size) for clause in resolution.clauses]
        descriptors.update(dict.fromkeys(resolution.descriptors))
        parts.append(text)
        size += len(text)
        if size >= length:
            break
    text = "".join(parts)[:length]
    if len(text) < length:
        raise ValueError(f"the corpus has only {size:,} code points, {length:,} are wanted")
    kept = without(clauses, lambda clause: clause.end > length)
    return Resolution(text, tuple(kept), tuple(descriptors)[:6])


def without(clauses: Iterable[Mark], unwanted) -> list[Mark]:
    """The clauses that are not unwanted and do not lie in one that is: what is left nests as the gold does."""
    kept: list[Mark] = []
    out_to = -1
    for clause in sorted(clauses, key=lambda clause: (clause.start, -clause.end)):
        if clause.start < out_to:
            continue
        if unwanted(clause):
            out_to = clause.end
        else:
            kept.append(clause)
    return kept


def exactly(text: str, clauses: Sequence[Mark], count: int, seed: int) -> list[Mark]:
    """As many clauses as wanted, fewer or more than there are (see the module)."""
    if count <= len(clauses):
        return _fewer(clauses, count, seed)
    return _more(text, clauses, count)


def _fewer(clauses: Sequence[Mark], count: int, seed: int) -> list[Mark]:
    chance = random.Random(seed)
    kept = sorted(clauses, key=lambda clause: (clause.start, -clause.end))
    while len(kept) > count:
        # One after another, a clause that holds no other: those that hold may not be missed by what they hold.
        leaves = [
            place for place, clause in enumerate(kept) if place + 1 == len(kept) or kept[place + 1].start >= clause.end
        ]
        for place in sorted(chance.sample(leaves, min(len(leaves), len(kept) - count)), reverse=True):
            del kept[place]
    return kept


def _more(text: str, clauses: Sequence[Mark], count: int) -> list[Mark]:
    ordered = sorted(clauses, key=lambda clause: (clause.start, -clause.end))
    holding = [clause for clause, following in pairwise(ordered) if following.start < clause.end]
    held = set(holding)
    heap = [(clause.start - clause.end, clause.start, clause) for clause in ordered if clause not in held]
    heapq.heapify(heap)
    while len(heap) + len(holding) < count:
        _, _, clause = heapq.heappop(heap)
        cut = text.find(" ", (clause.start + clause.end) // 2, clause.end - 1)
        if cut <= clause.start:
            raise ValueError(f"no more than {len(heap) + len(holding):,} clauses find room in the text")
        first = replace(clause, end=cut)
        second = replace(clause, start=cut + 1)
        for half in (first, second):
            heapq.heappush(heap, (half.start - half.end, half.start, half))
    return sorted([*holding, *(clause for _, _, clause in heap)], key=lambda clause: (clause.start, -clause.end))


def references(text: str, count: int, seed: int, gap: tuple[int, int] | None = None) -> list[Mark]:
    """So many marks of the reference layer, each one to six words at a place that chance decides; they may overlap."""
    chance = random.Random(seed)
    edges = [match.span() for match in _word.finditer(text)]
    found: dict[tuple[str, int, int], Mark] = {}
    while len(found) < count:
        first = chance.randrange(len(edges))
        last = min(first + chance.randrange(6), len(edges) - 1)
        label, start, end = chance.choice(_REFERENCES), edges[first][0], edges[last][1]
        if gap is None or end <= gap[0] or start >= gap[1]:
            found[label, start, end] = Mark("reference", label, start, end)
    return list(found.values())


def marks_of(resolution: Resolution, wanted: Wanted, seed: int) -> list[Mark]:
    """What is marked in a document."""
    clauses: Sequence[Mark] = resolution.clauses
    if wanted.gap is not None:
        low, high = wanted.gap
        clauses = without(clauses, lambda clause: clause.start < high and clause.end > low)
    found = exactly(resolution.text, clauses, wanted.clauses, seed)
    return found + references(resolution.text, wanted.references, seed, wanted.gap)


def make_project(path: Path, corpus: Corpus, wanted: Sequence[Wanted], others: int, seed: int = 1) -> dict[str, str]:
    """A project with these documents and ``others`` resolutions as they are; gives the wanted ones' ids by name.

    All have descriptors. Everything is one operation, as an import is.
    """

    @cache
    def text_of(length: int) -> Resolution:
        return joined(corpus, seed, length)

    ids: dict[str, str] = {}
    with Project.create(path, "Bench") as project, project.operation("import") as writing:
        terms: dict[str, str] = {}

        def add(name: str, resolution: Resolution, marks: Sequence[Mark], status: Status) -> str:
            document = documents.add(writing, name, resolution.text)
            spans = [
                Span(
                    id=str(uuid.uuid4()),
                    document=document,
                    layer=mark.layer,
                    label=mark.label,
                    start=mark.start,
                    end=mark.end,
                    number=mark.number,
                    depth=mark.depth,
                    annotator=writing.annotator,
                    created=writing.time,
                    modified=writing.time,
                    status=status if mark.layer == "clause" else "confirmed",
                    origin=PROPOSED if status == "suggested" and mark.layer == "clause" else Origin("import"),
                )
                for mark in marks
            ]
            nesting.check(project.scheme, sorted(spans, key=text_order))
            for span in spans:
                span_rows.insert(writing, span)
            for term in resolution.descriptors:
                if term not in terms:
                    terms[term] = concepts.create(writing, term, "en").id
                assignments.assign(writing, document, terms[term])
            return document

        for each in wanted:
            resolution = text_of(each.length)
            ids[each.name] = add(each.name, resolution, marks_of(resolution, each, seed), each.status)
        for stem in corpus.shuffled(seed + 1)[:others]:
            resolution = corpus.read(stem)
            add(stem.name, resolution, resolution.clauses, "confirmed")
    return ids


def gap_in(resolution: Resolution, length: int) -> tuple[int, int]:
    """A stretch of about ``length`` code points in a text's middle that begins and ends where clauses do."""
    starts = sorted(clause.start for clause in resolution.clauses)
    first = bisect.bisect_left(starts, len(resolution.text) // 2)
    last = bisect.bisect_left(starts, starts[first] + length)
    return starts[first], starts[min(last, len(starts) - 1)]
