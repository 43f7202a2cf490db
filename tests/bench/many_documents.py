"""Projects of many documents, for measuring what grows with their number: as files to import, and as a project.

Document number n is the corpus' resolution number n, and beyond the corpus' end the same again with a number before its
text, so that no two texts are equal. Where a length is given, texts are cut there.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from model.formats.importing import import_sources
from model.project import Project
from tests.bench.generator import Corpus, Mark, Resolution, without

FOLDERS = 40  # documents are spread over so many


def resolutions(corpus: Corpus, count: int, longest: int | None) -> Iterator[tuple[str, Resolution]]:
    """Names and resolutions."""
    read = [corpus.read(stem) for stem in islice(corpus.stems, count)]
    for number in range(count):
        stem, found = corpus.stems[number % len(read)].name, read[number % len(read)]
        again = number // len(read)
        name, before = (f"{again:02}-{stem}", f"{again} ") if again else (stem, "")
        clauses = [replace(each, start=each.start + len(before), end=each.end + len(before)) for each in found.clauses]
        text = (before + found.text)[:longest]
        clauses = without(clauses, lambda clause, text=text: clause.end > len(text))
        yield name, Resolution(text, tuple(clauses), found.descriptors)


def write_files(folder: Path, corpus: Corpus, count: int, longest: int | None) -> tuple[Path, Path]:
    """The documents as files of the resolution format, and their clauses; gives the two folders."""
    texts, gold = folder / "texts", folder / "gold"
    gold.mkdir(parents=True)
    for number in range(FOLDERS):
        (texts / f"{number:02}").mkdir(parents=True)
    for number, (name, found) in enumerate(resolutions(corpus, count, longest)):
        header = "%%%" + "".join(f"{term}|" for term in found.descriptors)
        (texts / f"{number % FOLDERS:02}" / f"{name}.txt").write_text(f"{header}\n\n{found.text}\n", "utf-8")
        (gold / f"{name}.json").write_text(json.dumps(_clauses(found)), "utf-8")
    return texts, gold


def _clauses(found: Resolution) -> dict[str, object]:
    from model.annotation.documents import sha256_of

    def clause(mark: Mark) -> dict[str, object]:
        limits = {"start": mark.start, "end": mark.end, "type": mark.label, "number": mark.number}
        return {**limits, "depth": mark.depth, "lead": None, "annex": False}

    return {"text_sha256": sha256_of(found.text), "clauses": [clause(mark) for mark in found.clauses]}


def make(path: Path, texts: Path, gold: Path) -> None:
    """The project that importing them makes; the clauses of every second document are done."""
    with Project.create(path, "Bench") as project:
        import_sources(project, [texts], clauses=gold)
        with project.operation("change progress") as writing:
            from model.annotation import documents

            for document in project.document_ids()[::2]:
                documents.set_progress(writing, document, "clause", "done")
