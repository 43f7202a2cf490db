"""Real resolutions as they are, and typed as texts of the 1990s and 2000s were."""

from collections.abc import Iterator
from pathlib import Path

from model.formats import clause_json, resolution_text
from model.measuring.variants import given
from model.segmentation.gold import GoldDocument
from model.segmentation.values import ProposedClause

STYLES = ("digits", "brackets", "ligatures", "tatweel", "older")


def gold_documents(corpus: Path, every: int) -> Iterator[GoldDocument]:
    """One in ``every`` documents of a corpus with its clauses."""
    for path in sorted(corpus.glob("gold/*/*.json"))[::every]:
        gold = clause_json.read(path)
        clauses = (
            ProposedClause(each.start, each.end, each.type, each.number, each.depth, each.lead, each.annex)
            for each in gold.clauses
        )
        text = resolution_text.read_file(corpus / "texts" / path.parent.name / f"{path.stem}.txt").text
        yield GoldDocument(path.stem, text, tuple(clauses), "")


def in_styles(document: GoldDocument) -> Iterator[tuple[str, GoldDocument]]:
    """The document in each style, and in all at once."""
    for style in STYLES:
        yield style, given(document, style)
