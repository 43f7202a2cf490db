"""Dataset JSONL: one self-contained document a line, for those who train and measure.

History of the format: ``qarar-dataset/1`` is the first. ``docs/export-format.md`` tells its readers about it,
``resources/schema/dataset-1.json`` describes one line. The same keys stand in the same order in every line, each always
there and of one type, so that one schema reads all lines.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from model.annotation import nesting
from model.annotation.documents import Document
from model.annotation.scheme_rows import load_scheme
from model.annotation.values import Origin, Span, text_order
from model.formats.atomic import replacing
from model.formats.clause_json import CLAUSES, LEAD
from model.formats.quotes import check_text, quote_of
from model.progress import ProgressCallback, no_progress
from model.project import Project
from model.proposals.unstored import MAKER, Proposing
from model.vocabulary.assignments import Assignment
from model.vocabulary.concepts import Concept

FORMAT = "qarar-dataset/1"

Json = dict[str, Any]


def write(
    project: Project,
    target: Path,
    *,
    include_suggested: bool = False,
    proposing: Proposing | None = None,
    on_progress: ProgressCallback = no_progress,
) -> int:
    """Write the dataset, document by document, and put it in the place of ``target``; gives the documents written.

    Confirmed annotations only, with ``include_suggested`` those too that nobody has judged; rejected ones never.
    ``proposing`` adds to these what it proposes for documents whose clauses are not done, and writes none of it into
    the project.
    Refuses (``WrongQuote``) a project with a limit that lies outside its text.
    """
    import orjson  # only here: the window's start must not wait for it

    statuses = {"confirmed", "suggested"} if include_suggested else {"confirmed"}
    with project.reading(), replacing(target) as file:
        lines = _Lines(project, statuses, proposing if include_suggested else None)
        ids = project.document_ids()
        for done, document in enumerate(ids):
            on_progress(done, len(ids))
            file.write(orjson.dumps(lines.line(document), option=orjson.OPT_APPEND_NEWLINE))
        on_progress(len(ids), len(ids))
    return len(ids)


class _Lines:
    """Makes the lines of one project."""

    def __init__(self, project: Project, statuses: set[str], proposing: Proposing | None) -> None:
        self._project = project
        self._proposing = proposing
        self._statuses = statuses
        self._scheme = load_scheme(project.tables)
        self._nesting = {layer.id for layer in self._scheme.layers if layer.overlap == "tree"}
        self._people = {each.id: {"id": each.id, "name": each.name} for each in (*project.annotators(), MAKER)}
        self._concepts: dict[str, Concept] = {}

    def line(self, document_id: str) -> Json:
        """One document's line, its keys in the order of the format."""
        document = self._project.document(document_id)
        text = self._project.text(document_id)
        check_text(document, text)
        standing = self._standing(document, text)
        exported = [span for span in standing if span.status in self._statuses]
        parents = self._parents(exported)
        leads = self._leads(standing)
        metadata = document.metadata
        return {
            "format": FORMAT,
            "scheme": {"id": self._scheme.id, "version": self._scheme.version},
            "id": document.id,
            "name": document.name,
            "text": text,
            "text_sha256": document.text_sha256,
            "offset_unit": "code_point",
            "folder": document.folder,
            "metadata": {
                "symbol": metadata.symbol,
                "organ": metadata.organ,
                "session": metadata.session,
                "adopted": metadata.adopted,
                "title": metadata.title,
            },
            "complete": list(document.complete()),
            "clauses": [
                self._clause(document, text, span, parents.get(span.id), leads.get(span.id))
                for span in exported
                if span.layer == CLAUSES
            ],
            "spans": [
                self._span(document, text, span, parents.get(span.id)) for span in exported if span.layer != CLAUSES
            ],
            "descriptors": [
                self._descriptor(document, text, assignment)
                for assignment in self._project.assignments(document_id)
                if assignment.status in self._statuses
            ],
        }

    def _standing(self, document: Document, text: str) -> Sequence[Span]:
        """The marks of a document in text order, those that are only proposed now among them."""
        if self._proposing is None:
            return self._project.spans(document.id)
        present = self._project.spans(document.id, rejected=True)
        proposed = self._proposing.beside(self._scheme, document, text, self._project.layout(document.id), present)
        return sorted((*(span for span in present if span.status != "rejected"), *proposed), key=text_order)

    def _clause(self, document: Document, text: str, span: Span, parent: Span | None, lead: Span | None) -> Json:
        return {
            "id": span.id,
            "type": span.label,
            **_limits(document, text, span),
            "number": span.number,
            "depth": span.depth,
            "parent": None if parent is None else parent.id,
            "lead": None if lead is None else _limits(document, text, lead),
            "features": _features(span),
            "note": span.note,
            **self._made(span),
        }

    def _span(self, document: Document, text: str, span: Span, parent: Span | None) -> Json:
        return {
            "id": span.id,
            "layer": span.layer,
            "label": span.label,
            **_limits(document, text, span),
            "number": span.number,
            "depth": span.depth,
            "parent": None if parent is None else parent.id,
            "features": _features(span),
            "note": span.note,
            **self._made(span),
        }

    def _made(self, span: Span) -> Json:
        return {
            "annotator": self._people[span.annotator],
            "origin": _origin(span.origin),
            "status": span.status,
            "created": span.created,
            "modified": span.modified,
        }

    def _descriptor(self, document: Document, text: str, assignment: Assignment) -> Json:
        concept = self._concepts.get(assignment.concept)
        if concept is None:
            concept = self._concepts[assignment.concept] = self._project.concept(assignment.concept)
        preferred = [label for label in concept.labels if label.kind == "preferred"]
        return {
            "label": concept.label("en") if assignment.term is None else assignment.term,
            "labels": [{"language": label.language, "label": label.text} for label in preferred],
            "uri": concept.uri,
            "rank": assignment.rank,
            "major": assignment.major,
            "annotator": self._people[assignment.annotator],
            "origin": _origin(assignment.origin),
            "status": assignment.status,
            "evidence": [
                {
                    "start": evidence.start,
                    "end": evidence.end,
                    "quote": quote_of(document, text, evidence.start, evidence.end, evidence.id),
                    "origin": _origin(evidence.origin),
                }
                for evidence in sorted(assignment.evidence, key=lambda each: (each.start, -each.end, each.id))
            ],
        }

    def _parents(self, spans: Sequence[Span]) -> Mapping[str, Span | None]:
        """Who holds whom, in each layer that nests."""
        found: dict[str, Span | None] = {}
        for layer in self._nesting:
            found |= nesting.parents(span for span in spans if span.layer == layer)
        return found

    def _leads(self, spans: Iterable[Span]) -> Mapping[str, Span]:
        """The lead of each clause by the clause's id.

        A lead belongs to the innermost clause around it, be that exported or not: the lead of a clause that nobody has
        judged is none of the confirmed clause around both.
        """
        spans = list(spans)
        clauses = [span for span in spans if span.layer == CLAUSES]
        found: dict[str, Span] = {}
        around: list[Span] = []
        place = 0
        for lead in (span for span in spans if span.layer == LEAD):
            while place < len(clauses) and clauses[place].start <= lead.start:
                around = [*(clause for clause in around if clause.end > clauses[place].start), clauses[place]]
                place += 1
            holder = next((clause for clause in reversed(around) if clause.contains(lead)), None)
            if holder is not None and lead.status in self._statuses:
                found[holder.id] = lead
        return found


def _limits(document: Document, text: str, span: Span) -> Json:
    quote = quote_of(document, text, span.start, span.end, span.id)
    return {"start": span.start, "end": span.end, "quote": quote}


def _features(span: Span) -> list[Json]:
    return [{"name": name, "value": value} for name, value in span.features]


def _origin(origin: Origin) -> Json:
    return {"kind": origin.kind, "version": origin.version, "confidence": origin.confidence}
