"""Word files made of resolutions give back the text, and beside it where each clause begins and what leads it."""

from pathlib import Path

import pytest

from model.formats import corpus, word_text
from model.formats.source_text import SourceText
from model.segmentation.gold import GoldDocument
from model.text.layout import Layout
from tests.conftest import ROOT, shared
from tests.model.resolutions import resolutions
from tests.word_files import paragraph_limits, word_file

PATH = Path("a.docx")
SAMPLES = ROOT / "resources" / "samples"


def read(document: GoldDocument, *, seed: int | None = None, numbers: bool = False, leads: bool = True) -> SourceText:
    content = word_file(document.text, document.clauses, seed=seed, numbers=numbers, leads=leads)
    return word_text.parse(content, PATH)


def check(document: GoldDocument, seed: int | None, *, numbers: bool) -> None:
    """Every clause begins where a paragraph or a cell does, and every leading phrase is a stretch of italics."""
    found = read(document, seed=seed, numbers=numbers)
    assert found.text == document.text
    layout = found.layout
    assert layout.fits(len(found.text))
    tables = [clause.limits for clause in document.clauses if clause.label == "table"]
    begun, cells = {0, *layout.paragraphs}, set(layout.cells)
    for clause in document.clauses:
        in_table = any(first <= clause.start < last for first, last in tables)
        assert clause.start in ((cells | {0}) if in_table else begun)
        assert clause.lead is None or clause.lead in layout.italics
    if seed is None:
        assert not layout.lines
        assert layout.italics == tuple(sorted(clause.lead for clause in document.clauses if clause.lead))
        limits = paragraph_limits(document.text, document.clauses)
        outside = [start for start, _ in limits if not any(first <= start < last for first, last in tables)]
        assert [0, *layout.paragraphs] == outside


@pytest.mark.parametrize("numbers", [False, True])
@pytest.mark.parametrize("seed", [None, 1, 2])
def test_samples(seed: int | None, numbers: bool) -> None:
    for document in (*corpus.read([SAMPLES]), *resolutions(5)):
        check(document, seed, numbers=numbers)


def test_every_third_document_of_the_corpus() -> None:
    for place, document in enumerate(corpus.read([shared("corpus")])[::3]):
        seed = None if place % 3 == 0 else place
        check(document, seed, numbers=place % 2 == 0)


def test_what_is_drawn_by_a_seed() -> None:
    documents = resolutions(40)
    layouts = [read(document, seed=place).layout for place, document in enumerate(documents)]
    leads = [{clause.lead for clause in document.clauses} for document in documents]
    assert any(layout.lines for layout in layouts)
    assert any(set(layout.italics) - known for layout, known in zip(layouts, leads, strict=True))
    upright = [read(document, leads=False).layout.italics for document in documents]
    assert not any(upright)
    one = documents[0]
    files = [word_file(one.text, one.clauses, seed=seed) for seed in (7, 7, 8)]
    assert files[0] == files[1] != files[2]


def test_numbers_that_word_counts_are_not_in_the_paragraphs() -> None:
    (document, *_) = (each for each in resolutions(20) if any(clause.label == "subclause" for clause in each.clauses))
    numbered = sum(clause.number is not None for clause in document.clauses)
    found = read(document, numbers=True)
    assert found.text == document.text
    assert [str(note) for note in found.notes] == [
        f"a.docx: automatic numbers of Word written before their paragraphs: {numbered}."
    ]


def test_a_table() -> None:
    (document, *_) = resolutions(1)
    (clause, *_) = (each for each in document.clauses if each.label == "preambular")
    clauses = [type(clause)(each.start, each.end, "table") if each is clause else each for each in document.clauses]
    found = word_text.parse(word_file(document.text, clauses), PATH)
    assert found.text == document.text
    assert clause.start in found.layout.cells
    assert len(found.layout.cells) > 1
    assert all(clause.start <= place < clause.end for place in found.layout.cells)
    assert found.layout != Layout()
