"""Proposals for many documents at once: found first, which takes long, then written, which is short.

What a person has touched is never overwritten. A document whose clauses are done is left alone. In any other one
proposals go where they fit beside what stands (``model.proposals.proposals``), and what was rejected does not come
back. Proposals that are rows already and that nobody has touched give way to the new ones, unless they are the same.

Projects made with version 1 of the default scheme have no feature for what a reference stands for. It is added to their
scheme in the same operation, which is version 2 then: so undo takes both back, and whoever deletes the feature later is
not given it again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from model.annotation import documents, scheme_changes, scheme_edits
from model.annotation.layers import Layer, Scheme, read_scheme
from model.annotation.scheme_rows import load_scheme
from model.annotation.span_rows import of_document, remove
from model.annotation.values import Origin, Span
from model.errors import UserError
from model.progress import ProgressCallback, no_progress
from model.proposals.judgements import adopt_all
from model.proposals.proposals import candidates, left_beside
from model.references.reference_finder import FoundReference, references
from model.segmentation.values import ProposedClause, Segment
from model.storage.journal import Writing
from model.storage.tables import Tables

REFERENCES = "reference"  # the layer's id in the default scheme
RULES = "references-1"  # what references are said to come from
_WITHOUT_VALUES = "1"  # the version of the default scheme whose references have no feature for their normalised value


@dataclass(frozen=True, slots=True)
class DocumentProposals:
    """What there is to propose for a document (its id), whatever stands in it; ``references`` is None where they were
    not looked for.
    """

    document: str
    clauses: tuple[ProposedClause, ...]
    references: tuple[FoundReference, ...] | None = None


@dataclass(slots=True)
class Report:
    """What became of a batch.

    ``documents``: in how many something was proposed that had not been; ``clauses``, ``leads`` and ``references``: how
    many such spans. ``there``: proposals that stood there already as they would be made now. ``replaced``: untouched
    ones of before that were taken away. ``labels``: those (ids) that the scheme has a new feature of, for what their
    references stand for. ``done``: documents left alone because a person has finished them;
    ``gone``: documents that are no longer there. ``refused``: names of documents whose marks break the rules, with what
    is wrong.
    """

    documents: int = 0
    clauses: int = 0
    leads: int = 0
    references: int = 0
    there: int = 0
    replaced: int = 0
    labels: tuple[str, ...] = ()
    done: int = 0
    gone: int = 0
    refused: list[tuple[str, UserError]] = field(default_factory=list[tuple[str, UserError]])


def find(
    tables: Tables,
    wanted: Sequence[str],
    segment: Segment,
    *,
    with_references: bool = False,
    on_progress: ProgressCallback = no_progress,
) -> list[DocumentProposals]:
    """What ``segment`` proposes for these documents (ids); writes nothing. Of those that are gone or done, nothing.

    ``on_progress`` is called with how many documents are behind, and how many there are; where it raises, so does this.
    """
    scheme = load_scheme(tables)
    layer = scheme.clauses
    found: list[DocumentProposals] = []
    for number, document in enumerate(wanted):
        on_progress(number, len(wanted))
        if layer is None or _state(tables, document, layer.id) in (None, "done"):
            found.append(DocumentProposals(document, ()))
            continue
        text = documents.text_of(tables, document)
        cited = references(text) if with_references else None
        found.append(DocumentProposals(document, tuple(segment(text, documents.layout_of(tables, document))), cited))
    on_progress(len(wanted), len(wanted))
    return found


def write(
    writing: Writing, found: Sequence[DocumentProposals], version: str, on_progress: ProgressCallback = no_progress
) -> Report:
    """Store proposals as spans that are suggested, of the origin ``model``; ``version`` names what made the clauses.

    All of it belongs to one operation, which is short beside ``find``; ``on_progress`` may stop it likewise.
    """
    report = Report()
    scheme = load_scheme(writing.tables)
    layer = scheme.clauses
    if layer is None:
        return report
    if any(each.references for each in found):
        scheme = _with_values(writing, scheme, report)
    for each in found:
        on_progress(len(found), len(found))
        state = _state(writing.tables, each.document, layer.id)
        if state is None:
            report.gone += 1
        elif state == "done":
            report.done += 1
        else:
            _write_document(writing, scheme, layer, each, version, report)
    return report


def _with_values(writing: Writing, scheme: Scheme, report: Report) -> Scheme:
    """The project's scheme, in which references of the default scheme's labels can say what they stand for."""
    shipped = read_scheme()
    if (scheme.id, scheme.version) != (shipped.id, _WITHOUT_VALUES):
        return scheme
    known = {label.id: label for label in shipped.labels() if label.layer == REFERENCES}
    edited = scheme
    for label in scheme.labels():
        if label.layer == REFERENCES and label.id in known:
            there = {feature.name for feature in label.features}
            for new in known[label.id].features:
                if new.name not in there:
                    edited = scheme_edits.add_feature(edited, label.id, new.name, new.kind, dict(new.names))
                    report.labels += (label.id,)
    if not report.labels:
        return scheme
    wanted = scheme_edits.describe(edited, dict(edited.names), shipped.version)
    return scheme_changes.change(writing, lambda _: wanted)


def _state(tables: Tables, document: str, task: str) -> str | None:
    """How far a document is in a task; None where there is no such document."""
    if tables.row("document", document) is None:
        return None
    return next((str(row["state"]) for row in tables.progress(document) if row["task"] == task), "new")


def _write_document(
    writing: Writing, scheme: Scheme, layer: Layer, found: DocumentProposals, version: str, report: Report
) -> None:
    present = of_document(writing.tables, found.document)
    inner = frozenset(each.id for each in scheme.layers_within(layer.id))
    untouched = _untouched(present, {layer.id, *inner})
    standing = [span for span in present if span.id not in untouched]
    wanted = left_beside(scheme, candidates(scheme, found.document, found.clauses, version), standing)
    if found.references is not None:
        of_before = _untouched(present, {REFERENCES})
        untouched |= of_before
        others = [span for span in present if span.id not in of_before]
        wanted += _references(scheme, found.document, found.references, others)
    before = {_what(span): span for span in untouched.values()}
    new = [span for span in wanted if before.pop(_what(span), None) is None]
    there = len(wanted) - len(new)
    try:
        with writing.attempt():
            for span in before.values():  # what is left of them is proposed no longer
                remove(writing, span.id)
            adopt_all(writing, new, status="suggested")
    except UserError as refusal:
        report.refused.append((documents.get(writing.tables, found.document).name, refusal))
        return
    report.there += there
    report.replaced += len(before)
    report.documents += bool(new)
    report.clauses += sum(1 for span in new if span.layer == layer.id)
    report.leads += sum(1 for span in new if span.layer in inner)
    report.references += sum(1 for span in new if span.layer == REFERENCES)


def _untouched(present: Sequence[Span], layers: set[str]) -> dict[str, Span]:
    """The rows of some layers that are proposals nobody has touched, by id: neither them, nor anything inside them.

    ``present`` are all spans of the document.
    """
    found = {span.id: span for span in present if span.layer in layers and _is_untouched(span)}
    if REFERENCES not in layers:  # what lies inside a reference has nothing to do with it
        touched = [span for span in present if span.layer in layers and span.id not in found]
        for other in touched:
            if other.status != "rejected":
                for span in [each for each in found.values() if each.contains(other)]:
                    del found[span.id]
    return found


def _is_untouched(span: Span) -> bool:
    return span.status == "suggested" and span.origin.kind == "model" and span.modified == span.created


def _references(scheme: Scheme, document: str, found: Iterable[FoundReference], present: Iterable[Span]) -> list[Span]:
    """The references that stand nowhere yet and were not rejected; those that the scheme has labels for."""
    labels = {label.id: label for label in scheme.labels() if label.layer == REFERENCES}
    taken = {(span.label, *limits) for span in present for limits in (span.limits, span.proposed) if limits is not None}
    wanted: list[Span] = []
    for each in found:
        label = labels.get(each.label)
        if label is None or (each.label, *each.limits) in taken:
            continue
        names = {feature.name for feature in label.features}
        wanted.append(
            Span(
                id=f"{each.label}:{each.start}:{each.end}",
                document=document,
                layer=REFERENCES,
                label=each.label,
                start=each.start,
                end=each.end,
                status="suggested",
                origin=Origin("model", RULES),
                features=tuple(pair for pair in each.features if pair[0] in names),
            )
        )
    return wanted


def _what(span: Span) -> tuple[object, ...]:
    """All that a proposal says, whoever had it made and when."""
    return span.layer, span.label, span.start, span.end, span.number, span.depth, span.origin, span.features
