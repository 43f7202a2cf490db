"""What searching does to a project: saved searches, and marking what was found. Written in the same way as the acts of
``gui.operations``, called in the same way.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from model.annotation import documents, lists, spans
from model.errors import UserError
from model.progress import ProgressCallback, no_progress
from model.project import Project
from model.search import saved
from model.search.hit_finder import DocumentHits
from model.search.query import Query
from model.search.saved import SavedSearch
from model.text import words


@dataclass(frozen=True, slots=True)
class Marked:
    """What became of hits: how many were ``marked``, stood ``there`` already with that label, were ``refused``, and are
    ``gone`` with their documents; ``reason``: why most of those that were refused were.
    """

    marked: int
    there: int
    refused: int
    reason: UserError | None
    gone: int = 0


def mark_hits(
    project: Project, hits: Iterable[DocumentHits], label: str, on_progress: ProgressCallback = no_progress
) -> Marked:
    """Mark hits (half-open code points, widened to grapheme limits) with a label, in one step.

    One that a rule forbids is left out. ``on_progress`` is called with how many documents are behind, and 0.
    """
    marked = there = gone = 0
    refusals: Counter[str] = Counter()
    reasons: dict[str, UserError] = {}
    layer = project.scheme.label(label).layer
    with project.operation("mark hits") as whole:
        known = frozenset(project.document_ids())
        for behind, found in enumerate(hits):
            on_progress(behind, 0)
            if found.document not in known:
                gone += len(found.hits)
                continue
            text, present = project.text(found.document), project.spans(found.document)
            same = {span.limits for span in present if span.label == label}
            before = marked
            for limits in found.hits:
                start, end = words.trim(text, *words.snap(text, *limits))
                if (start, end) in same:
                    there += 1
                    continue
                try:
                    with project.operation("mark") as writing:
                        lists.make_room(writing, found.document, label, start, end)
                        spans.mark(writing, found.document, label, start, end)
                except UserError as refusal:
                    _count(refusal, refusals, reasons)
                else:
                    marked += 1
                    same.add((start, end))
            if marked > before:
                documents.begin(whole, found.document, [layer])
    refused = sum(refusals.values())
    most = refusals.most_common(1)
    return Marked(marked, there, refused, reasons[most[0][0]] if most else None, gone)


def _count(refusal: UserError, refusals: Counter[str], reasons: dict[str, UserError]) -> None:
    refusals[str(refusal)] += 1
    reasons.setdefault(str(refusal), refusal)


def save_search(project: Project, name: str, query: Query) -> SavedSearch:
    """Keep a query in the project under a name; one that has the name already is replaced."""
    with project.operation("save search") as writing:
        return saved.save(writing, name, query)


def rename_search(project: Project, search: str, name: str) -> SavedSearch:
    """Give a saved search another name."""
    with project.operation("rename search") as writing:
        return saved.rename(writing, search, name)


def delete_search(project: Project, search: str) -> bool:
    """Take a saved search away."""
    with project.operation("delete search") as writing:
        saved.delete(writing, search)
    return True
