"""How proposals become rows of a project, and what a person says of them: confirmed, corrected, rejected.

All of it belongs to the operation that is under way, and each act looks at the rows as they are then: a person may have
been shown a proposal that somebody else has judged since. What a person has judged, work on its layer has begun with.
"""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import replace

from model.annotation import documents, nesting, spans
from model.annotation.layers import Scheme
from model.annotation.scheme_rows import load_scheme
from model.annotation.span_rows import get, insert, meeting, standing
from model.annotation.values import Span, Status
from model.errors import UserError
from model.proposals.proposals import Adoption, Mark, is_proposal
from model.storage.journal import Writing


def adopt(writing: Writing, proposal: Span, *, leads: Sequence[Span] = (), status: Status = "confirmed") -> Span:
    """Write a proposal, with its leading phrase, as a row, which it gives. Its origin stays, with who confirmed it."""
    return adopt_all(writing, (proposal, *leads), status=status)[0]


def adopt_all(writing: Writing, wanted: Sequence[Span], *, status: Status = "confirmed") -> list[Span]:
    """Write proposals of one document as rows, which it gives in the same order.

    Refuses, and leaves all of them out, where one has been judged already, or would break the rules beside what stands.
    """
    if not wanted:
        return []
    _check_unjudged(writing, wanted)
    rows = [
        replace(
            span,
            id=str(uuid.uuid4()),
            status=status,
            annotator=writing.annotator,
            created=writing.time,
            modified=writing.time,
            confirmed_by=writing.annotator if status == "confirmed" else None,
        )
        for span in wanted
    ]
    for row in rows:
        insert(writing, row)
    if status != "suggested":  # what is only stored, nobody has worked on
        _begin(writing, rows)
    return rows if status == "rejected" else _settled(writing, rows)


def confirm(writing: Writing, rows: Iterable[str]) -> None:
    """Confirm rows of one document that are proposals, as they stand.

    Refuses where one is gone or no proposal any more, and where they break the rules.
    """
    found = [_open(writing, row) for row in rows]
    if not found:
        return
    for span in found:
        writing.update("span", span.id, status="confirmed", confirmed_by=writing.annotator, modified=writing.time)
    _check(writing, load_scheme(writing.tables), found)
    _begin(writing, found)


def reject(writing: Writing, mark: Mark) -> None:
    """Say that a proposal is none. It is kept as a row, so that it is never made again, as is a leading phrase that is
    a row too. Refuses where it is gone or no proposal any more.

    The items of its list are not judged, but an item needs its paragraph: those that are only proposed go with it, and
    are proposed again where a paragraph is marked around them.
    """
    if isinstance(mark, Adoption) and is_proposal(mark.span.id):
        span = adopt(writing, mark.span, status="rejected")
    else:
        span = _open(writing, mark.span.id if isinstance(mark, Adoption) else mark)
        _begin(writing, [span])
        _take_out(writing, [span])
    _let_items_go(writing, span)


def delete(writing: Writing, mark: Mark, *, children: bool = False, inside: Sequence[Span] = ()) -> None:
    """Say that there is no such mark, whoever made it; with ``children`` nor any of its layer inside it. ``inside`` are
    those of them that are proposals in memory.

    What was proposed is kept as rejected, so that it is never proposed again; marks that nobody proposed are deleted.
    Leading phrases go with their clauses, and items as in ``reject``.
    """
    if isinstance(mark, Adoption) and is_proposal(mark.span.id):
        outer, doomed = mark.span, list[Span]()
        adopt_all(writing, (outer, *inside), status="rejected")
    else:
        outer = _there(writing, mark.span.id if isinstance(mark, Adoption) else mark)
        doomed = [outer]
        adopt_all(writing, inside, status="rejected")
        _begin(writing, [outer])
    if children and load_scheme(writing.tables).layer(outer.layer).overlap == "tree":
        found = standing(writing.tables, outer.document, (outer.layer,), *outer.limits)
        doomed += [each for each in found if outer.contains(each) and each.id != outer.id]
    _take_out(writing, doomed)
    _let_items_go(writing, outer)


def taken(writing: Writing, mark: Mark, limits: tuple[int, int] | None = None) -> str:
    """The id of the row that a person corrects: a proposal becomes one, confirmed, and so does a row that is one.

    ``limits`` are those that it will have: a leading phrase that does not fit into them is not confirmed along.
    """
    if isinstance(mark, Adoption):
        adopt_all(writing, mark.around, status="suggested")
        if is_proposal(mark.span.id):
            return adopt(writing, mark.span, leads=mark.leads).id
        mark = mark.span.id
    span = _there(writing, mark)
    if span.status == "suggested":
        start, end = limits or span.limits
        leads = [lead for lead in _own_leads(writing, span) if start <= lead.start and lead.end <= end]
        confirm(writing, [mark, *(lead.id for lead in leads if lead.status == "suggested")])
    else:
        _begin(writing, [span])
    return mark


def _begin(writing: Writing, worked_on: Sequence[Span]) -> None:
    """Work on the layers of these marks of one document has begun."""
    documents.begin(writing, worked_on[0].document, {span.layer for span in worked_on})


# As it is now


def _there(writing: Writing, span_id: str) -> Span:
    """The row of a mark; refuses one that is none any more."""
    span = get(writing.tables, span_id)
    if span.status == "rejected":
        raise UserError("That mark is no longer there.")
    return span


def _open(writing: Writing, span_id: str) -> Span:
    """The row of a proposal; refuses one that has been judged."""
    span = get(writing.tables, span_id)
    if span.status != "suggested":
        raise _judged()
    return span


def _check_unjudged(writing: Writing, wanted: Sequence[Span]) -> None:
    """Refuse proposals in memory of which rows have been made since they were shown.

    Left out of what is proposed (``proposals.left_beside``) is the same, so that what is up to date is never refused.
    """
    scheme = load_scheme(writing.tables)
    layers = sorted({span.layer for span in wanted})
    nested = {layer.id for layer in scheme.layers if layer.overlap == "tree"}
    start, end = min(span.start for span in wanted), max(span.end for span in wanted)
    known: set[tuple[str, int, int]] = set()
    for row in meeting(writing.tables, wanted[0].document, layers, start, end):
        known.add((row.label, *row.limits))
        if (
            row.proposed is not None and row.layer in nested
        ):  # a leading phrase may be proposed where one was moved away
            known.add((row.label, *row.proposed))
    if any((span.label, *span.limits) in known for span in wanted):
        raise _judged()


def _judged() -> UserError:
    return UserError("That proposal has been confirmed, rejected or stored meanwhile.")


# The rules


def _check(writing: Writing, scheme: Scheme, rows: Sequence[Span]) -> list[Span]:
    """Check the rules where these rows of one document stand; gives all that stands there."""
    layers = [layer.id for layer in scheme.layers]
    start, end = min(row.start for row in rows), max(row.end for row in rows)
    holding = {layer.within for layer in scheme.layers}
    found = standing(writing.tables, rows[0].document, layers, start, end)
    for holder in found:
        if holder.layer in holding:
            start, end = min(start, holder.start), max(end, holder.end)
    found = standing(writing.tables, rows[0].document, layers, start, end)
    nesting.check(scheme, found)
    return found


def _settled(writing: Writing, rows: Sequence[Span]) -> list[Span]:
    """Check the rules where these rows have come in, and renew the depth of what stands in something else now; gives
    the rows as they are then.
    """
    scheme = load_scheme(writing.tables)
    found = _check(writing, scheme, rows)
    new = {row.id: row for row in rows}
    for layer in scheme.layers:
        if layer.overlap != "tree":
            continue
        there = [span for span in found if span.layer == layer.id]
        parent_of = nesting.parents(there)
        for span in there:
            outer = nesting.ancestors(span, parent_of)
            if span.id not in new and not any(other.id in new for other in outer):
                continue
            depth = nesting.depth_of(scheme.label(span.label), outer)
            if depth != span.depth:
                writing.update("span", span.id, depth=depth)
                if span.id in new:
                    new[span.id] = replace(span, depth=depth, features=new[span.id].features)
    return list(new.values())


def _take_out(writing: Writing, doomed: Sequence[Span]) -> None:
    """Reject what was proposed and delete the rest: leading phrases before clauses, inner marks before outer ones."""
    leads = [lead for each in doomed for lead in _own_leads(writing, each)]
    for each in (*leads, *sorted(doomed, key=lambda span: span.end - span.start)):
        if spans.was_proposed(each):
            spans.set_status(writing, each.id, "rejected")
        else:
            spans.delete(writing, each.id)


def _let_items_go(writing: Writing, outer: Span) -> None:
    """Take away the items in a clause that is gone which are only proposed and stand in no other now. Nobody has judged
    them, so they are not kept as rejected. One in which a person has confirmed something stays.
    """
    scheme = load_scheme(writing.tables)
    if scheme.layer(outer.layer).overlap != "tree":
        return
    layers = [outer.layer, *(each.id for each in scheme.layers_within(outer.layer))]
    found = standing(writing.tables, outer.document, layers, *outer.limits)
    parent_of = nesting.parents(each for each in found if each.layer == outer.layer)
    going: list[Span] = []
    for span in found:
        if span.layer != outer.layer or not outer.contains(span) or not nesting.is_item(scheme.label(span.label)):
            continue
        parent = parent_of[span.id]
        if parent is not None and parent not in going:
            continue
        if all(each.status == "suggested" for each in found if span.contains(each)):
            going.append(span)
    for span in reversed(going):
        spans.delete(writing, span.id)


def _own_leads(writing: Writing, clause: Span) -> list[Span]:
    """The marks that must lie in clauses and lie in this one, not in one inside it."""
    layers = load_scheme(writing.tables).layers_within(clause.layer)
    if not layers:
        return []
    found = standing(writing.tables, clause.document, [clause.layer, *(each.id for each in layers)], *clause.limits)
    outer = [each for each in found if each.layer == clause.layer]
    inner = [each for each in found if each.layer != clause.layer]
    return [lead for lead, holder, _ in nesting.holders(inner, outer) if holder is not None and holder.id == clause.id]
