"""Proposals: what the segmenter gives as marks that are nowhere written yet, filtered against what stands in a project.
How they become rows of it is the business of ``judgements``.

A proposal is a ``Span`` with the status ``suggested`` and an id that no row has (``is_proposal``). It lives in memory:
looking at a document writes nothing. All offsets are half-open code points of the document's text.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from model.annotation import nesting
from model.annotation.features import YES
from model.annotation.layers import Label, Layer, Scheme
from model.annotation.values import Origin, Span, text_order, with_evidence
from model.segmentation.values import ProposedClause

_PREFIX = "proposal:"
_ANNEX = "annex"  # the feature that says so


def is_proposal(span_id: str) -> bool:
    """Whether an id is that of a proposal in memory, not of a row."""
    return span_id.startswith(_PREFIX)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause that the segmenter proposes, whatever stands in the project: as a mark, with its leading phrase.

    ``alike`` is how many clauses of its own label are around it among all that is proposed.
    """

    clause: Span
    lead: Span | None = None
    alike: int = 0


def proposals(
    scheme: Scheme, document_id: str, clauses: Sequence[ProposedClause], present: Sequence[Span], version: str
) -> list[Span]:
    """What there is left to propose beside all spans of the document (rejected ones too), in text order.

    ``version`` names the weights that made the clauses; the origin of each has its evidence besides (see
    ``Origin``). Whoever asks often for one document keeps a ``Proposer``.
    """
    return left_beside(scheme, candidates(scheme, document_id, clauses, version), present)


def candidates(
    scheme: Scheme, document_id: str, clauses: Sequence[ProposedClause], version: str
) -> tuple[Candidate, ...]:
    """The clauses of a segmenter as marks of a document, in text order; labels that the scheme lacks are left out."""
    layer = scheme.clauses
    if layer is None:
        return ()
    labels = {label.id: label for label in layer.labels}
    lead_label = _lead_label(scheme, layer)
    found: list[Candidate] = []
    around: list[Span] = []
    for clause in sorted(clauses, key=lambda each: (each.start, -each.end)):
        label = labels.get(clause.label)
        if label is None:
            continue
        while around and around[-1].end <= clause.start:
            around.pop()
        origin = Origin("model", with_evidence(version, clause.evidence), clause.confidence)
        annex = clause.annex and any(feature.name == _ANNEX for feature in label.features)
        span = Span(
            id=f"{_PREFIX}{label.id}:{clause.start}:{clause.end}",
            document=document_id,
            layer=layer.id,
            label=label.id,
            start=clause.start,
            end=clause.end,
            number=clause.number,
            depth=nesting.depth_of(label, around),
            status="suggested",
            origin=origin,
            features=((_ANNEX, YES),) if annex else (),
        )
        lead = None
        if lead_label is not None and clause.lead is not None:
            start, end = clause.lead
            lead = Span(
                id=f"{_PREFIX}{lead_label.id}:{start}:{end}",
                document=document_id,
                layer=lead_label.layer,
                label=lead_label.id,
                start=start,
                end=end,
                status="suggested",
                origin=Origin(
                    "model", with_evidence(version, clause.evidence, clause.lead_evidence), clause.confidence
                ),
            )
        found.append(Candidate(span, lead, sum(1 for other in around if other.label == label.id)))
        around.append(span)
    return tuple(found)


def _lead_label(scheme: Scheme, clauses: Layer) -> Label | None:
    within = next(iter(scheme.layers_within(clauses.id)), None)
    return within.labels[0] if within is not None and within.labels else None


def left_beside(scheme: Scheme, wanted: Sequence[Candidate], present: Iterable[Span]) -> list[Span]:
    """The candidates that may be proposed beside these spans (all of the document, rejected ones too), in text order.

    Left out is what has the limits of a mark that stands, or had them before that one was corrected; what crosses a
    mark or would break the rules of nesting beside it; and what was rejected. A clause may stand around marks or inside
    them where the scheme lets it, but no deeper in clauses of its own kind than it was proposed: it is not what is left
    of two that were joined. Where a paragraph was rejected, the items of its list are not proposed either, until they
    stand in a clause again. Leading phrases go with their clauses, as long as these have none.
    """
    layer = scheme.clauses
    if layer is None or not wanted:
        return []
    rows: list[Span] = []
    taken: set[tuple[int, int]] = set()
    rejected: set[tuple[str, int, int]] = set()
    leads: list[Span] = []
    within = {each.id for each in scheme.layers_within(layer.id)}
    for span in present:
        if span.status == "rejected":
            rejected.update((span.label, *limits) for limits in (span.limits, span.proposed) if limits is not None)
        elif span.layer == layer.id:
            rows.append(span)
            taken.update(limits for limits in (span.limits, span.proposed) if limits is not None)
        elif span.layer in within:
            leads.append(span)
    rows.sort(key=text_order)
    labels = {label.id: label for label in layer.labels}
    alike = {each.clause.id: each.alike for each in wanted}
    free = [
        each
        for each in wanted
        if each.clause.limits not in taken and (each.clause.label, *each.clause.limits) not in rejected
    ]
    refused = [each.clause for each in wanted if (each.clause.label, *each.clause.limits) in rejected]
    items = {
        each.clause.id
        for each in (free if refused else ())
        if nesting.is_item(labels[each.clause.label]) and any(other.contains(each.clause) for other in refused)
    }
    merged = sorted((*rows, *(each.clause for each in free)), key=text_order) if rows else [e.clause for e in free]
    while misfits := _misfits(labels, alike, items, merged):
        merged = [span for span in merged if span.id not in misfits]
    result = _with_depth(labels, merged)
    result += _leads(wanted, merged, leads, rejected)
    result.sort(key=text_order)
    return result


class Proposer:
    """The candidates for one document, asked again and again what is left of them while marks come and go.

    What stands in one of the outermost clauses that are proposed has no say in another, so that of each change only
    those few are looked at anew which it concerns.
    """

    def __init__(self, scheme: Scheme, document_id: str, clauses: Sequence[ProposedClause], version: str) -> None:
        self._scheme = scheme
        self._groups: list[_Group] = []
        for candidate in candidates(scheme, document_id, clauses, version):
            if self._groups and candidate.clause.start < self._groups[-1].end:
                self._groups[-1].candidates.append(candidate)
            else:
                self._groups.append(_Group(*candidate.clause.limits, [candidate]))
        self._ends = [group.end for group in self._groups]

    def left_beside(self, present: Iterable[Span]) -> list[Span]:
        """As the function of that name."""
        near: list[list[Span]] = [[] for _ in self._groups]
        for span in present:
            start, end = span.limits
            if span.proposed is not None:
                start, end = min(start, span.proposed[0]), max(end, span.proposed[1])
            place = bisect_right(self._ends, start)
            while place < len(near) and self._groups[place].start < end:
                near[place].append(span)
                place += 1
        found: list[Span] = []
        for group, there in zip(self._groups, near, strict=True):
            if group.beside != there:
                group.left = left_beside(self._scheme, group.candidates, there)
                group.beside = there
            found += group.left
        return found


@dataclass
class _Group:
    """An outermost candidate with those in it. ``left`` are those that were left beside these marks, the last time."""

    start: int
    end: int
    candidates: list[Candidate]
    beside: list[Span] | None = None
    left: list[Span] = field(default_factory=list[Span])


def _misfits(
    labels: dict[str, Label], alike: dict[str, int], items: Collection[str], merged: Sequence[Span]
) -> set[str]:
    """Proposals that cannot stand where they do; once they are gone, it must be asked again. ``items`` (ids) need a
    clause around them.
    """
    found: set[str] = set()
    around: list[Span] = []
    for span in merged:
        while around and around[-1].end <= span.start:
            around.pop()
        while True:
            parent = around[-1] if around else None
            if _fits(labels, span, parent) and (parent is not None or span.id not in items):
                if span.id in alike and sum(1 for each in around if each.label == span.label) > alike[span.id]:
                    found.add(span.id)
                else:
                    around.append(span)
                break
            if span.id in alike:
                found.add(span.id)
                break
            if parent is None or parent.id not in alike:  # two marks of the project: nothing to do with proposals
                around.append(span)
                break
            found.add(parent.id)
            around.pop()
    return found


def _fits(labels: dict[str, Label], span: Span, parent: Span | None) -> bool:
    label = labels.get(span.label)
    if label is None:
        return True
    if parent is None:
        return label.top
    return span.end <= parent.end and span.limits != parent.limits and parent.label in label.inside


def _with_depth(labels: dict[str, Label], merged: Sequence[Span]) -> list[Span]:
    """The proposals among these, each as deep as it stands now."""
    found: list[Span] = []
    around: list[Span] = []
    for span in merged:
        while around and around[-1].end <= span.start:
            around.pop()
        if is_proposal(span.id):
            depth = nesting.depth_of(labels[span.label], around)
            found.append(span if span.depth == depth else replace(span, depth=depth))
        around.append(span)
    return found


def _leads(
    wanted: Sequence[Candidate],
    merged: Sequence[Span],
    present: Sequence[Span],
    rejected: Collection[tuple[str, int, int]],
) -> list[Span]:
    """The leading phrases of clauses that are proposed, or stand as they were proposed, and have none."""
    offered = [
        each.lead for each in wanted if each.lead is not None and (each.lead.label, *each.lead.limits) not in rejected
    ]
    if not offered:
        return []
    held = nesting.holders(sorted(present, key=text_order), merged)
    having = {holder.id for _, holder, _ in held if holder is not None}
    of_clause = {each.lead.id: each.clause for each in wanted if each.lead is not None}
    found: list[Span] = []
    for lead, holder, cutting in nesting.holders(sorted(offered, key=text_order), merged):
        if holder is None or cutting is not None or holder.id in having:
            continue
        if of_clause[lead.id].limits not in (holder.limits, holder.proposed):
            continue
        having.add(holder.id)
        found.append(lead)
    return found


# What is written along with one


def around(scheme: Scheme, proposed: Sequence[Span], label: str, start: int, end: int) -> Iterator[Span]:
    """Those of ``proposed`` that a mark of that label between these limits needs around it, the outermost first.

    A leading phrase needs its clause; a clause needs those around it only where it may not stand by itself.
    """
    kind = scheme.label(label)
    layer = scheme.layer(kind.layer)
    outer = layer.within or layer.id
    if layer.within is None and (kind.top or layer.overlap != "tree"):
        return
    for span in proposed:
        if span.layer == outer and span.start <= start and end <= span.end and span.limits != (start, end):
            yield span


@dataclass(frozen=True, slots=True)
class Adoption:
    """A mark that is to be worked on, with the proposals that must be written along with it.

    ``span`` is a proposal, or a row that needs others written. ``leads``: its leading phrases that are proposals.
    ``around``: proposals that it needs around it, or beside it, so that the rules are kept; they are written as what
    they are.
    """

    span: Span
    leads: tuple[Span, ...] = ()
    around: tuple[Span, ...] = ()


Mark = str | Adoption  # what an act is about: the id of a row, or a proposal that becomes one with the act
