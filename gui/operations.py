"""Everything that the window does to a project: each act is one undoable operation, named as in
``gui.i18n.operation_names``.

All functions take the open project first, raise the model's ``UserError`` where a rule forbids the act, and give
something that is not None. Call them through ``Session.attempt``, which says what was refused. A mark that is worked on
is a ``Mark`` (``Session.mark``): the id of a row, or a proposal, which becomes a confirmed row in the same step.
Offsets are half-open code points.
"""

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from model.annotation import documents, edges, lists, spans
from model.annotation.documents import ProgressState
from model.annotation.unmarked_text import Copied
from model.annotation.values import Span
from model.errors import UserError
from model.project import OperationRecord, Project
from model.proposals import judgements
from model.proposals.judgements import adopt_all, taken
from model.proposals.proposals import Adoption, Mark
from model.vocabulary import assignments, concepts
from model.vocabulary.assignments import Assignment, Evidence

_MARK_NAMES = {"clause": "mark clause", "lead": "mark leading phrase", "reference": "mark reference"}
DESCRIPTORS = "descriptors"  # the task, beside the layers, that progress is kept for


def mark(
    project: Project,
    document: str,
    label: str,
    start: int,
    end: int,
    inner: tuple[str, int, int] | None = None,
    beside: Sequence[Span] = (),
) -> Span:
    """Mark a stretch of a document; work on its layer has begun with that. A clause grows with the items of its list.

    ``inner``: label and limits of a mark inside it, made in the same step: its leading phrase. ``beside``: proposals
    that it needs around it, or that may grow with it; they are written as what they are.
    """
    layer = project.scheme.label(label).layer
    with project.operation(_MARK_NAMES.get(layer, "mark")) as writing:
        adopt_all(writing, beside, status="suggested")
        lists.make_room(writing, document, label, start, end)
        span = spans.mark(writing, document, label, start, end)
        marked = [span] if inner is None else [span, spans.mark(writing, document, *inner)]
        documents.begin(writing, document, (each.layer for each in marked))
    return span


def relabel(project: Project, span: Mark, label: str, inner: tuple[str, int, int] | None = None) -> Span:
    """Give a mark another label of its layer. ``inner``: label and limits of a mark inside it, made in the same
    step.
    """
    before = span.span if isinstance(span, Adoption) else project.span(span)
    same = before is not None and before.label == label
    name = "mark leading phrase" if same and inner is not None else "change label"
    with project.operation(name) as writing:
        changed = spans.relabel(writing, taken(writing, span), label)
        if inner is not None:
            lead = spans.mark(writing, changed.document, *inner)
            documents.begin(writing, changed.document, [lead.layer])
    return changed


def set_limits(project: Project, span: Mark, start: int, end: int) -> Span:
    """Move one edge of a mark, or both; proposals give way, confirmed marks forbid what they are in the way of."""
    with project.operation("move limits") as writing:
        return edges.move(writing, taken(writing, span, (start, end)), start, end, firm=True)


def move_limits(project: Project, span: Mark, start: int, end: int) -> Span:
    """Move one edge of a mark, or both; what stands beside it gives way, what holds it grows, and a proposal that it
    adjoins follows it.
    """
    with project.operation("move limits") as writing:
        return edges.move(writing, taken(writing, span, (start, end)), start, end, closing=True)


def copy_marks(project: Project, document: str, wanted: Sequence[Copied], there: Mark | None = None) -> Span:
    """Mark several stretches at once, the first of which holds the others; gives the first.

    One of the others that a rule forbids is left out. Where the first stands ``there`` already, only the others are
    marked.
    """
    first, *inner = wanted
    with project.operation("copy marks") as writing:
        if there is None:
            span = spans.mark(writing, document, first.label, *first.limits, features=first.features)
        else:
            span = _row(project, taken(writing, there))
        marked = [span]
        for each in inner:
            with contextlib.suppress(UserError), project.operation("mark"):
                marked.append(spans.mark(writing, document, each.label, *each.limits, features=each.features))
        documents.begin(writing, document, (each.layer for each in marked))
    return span


def split(project: Project, span: Mark, offset: int, inner: tuple[str, int, int] | None = None) -> tuple[Span, Span]:
    """Cut a mark in two. ``inner``: label and limits of a mark inside the second, made in the same step where it may
    stand there.
    """
    with project.operation("split") as writing:
        parts = spans.split(writing, taken(writing, span), offset)
        if inner is not None:
            with contextlib.suppress(UserError), project.operation("mark"):
                lead = spans.mark(writing, parts[0].document, *inner)
                documents.begin(writing, lead.document, [lead.layer])
    return parts


def merge(project: Project, span: Mark, neighbour: Mark) -> Span:
    """Join two marks that stand side by side."""
    with project.operation("merge") as writing:
        if isinstance(span, Adoption) and isinstance(neighbour, Adoption):
            neighbour = replace(neighbour, around=tuple(each for each in neighbour.around if each not in span.around))
        first, second = taken(writing, span), taken(writing, neighbour)
        return edges.merge(writing, first, second)


def nest(project: Project, span: Mark) -> Span:
    """Put a mark into the one before it."""
    with project.operation("nest") as writing:
        return spans.nest(writing, taken(writing, span))


def unnest(project: Project, span: Mark) -> Span:
    """Take a mark out of the one that holds it."""
    with project.operation("take out") as writing:
        return spans.unnest(writing, taken(writing, span))


def delete(project: Project, span: Mark) -> bool:
    """Delete a mark; what lies inside moves up. One that was proposed is kept as rejected, and not proposed again."""
    before = span.span if isinstance(span, Adoption) else project.span(span)
    name = "reject mark" if before is not None and before.status == "suggested" else "delete mark"
    with project.operation(name) as writing:
        judgements.delete(writing, span)
    return True


def delete_with_children(project: Project, span: Mark, inside: Sequence[Span] = ()) -> bool:
    """Delete a mark and all of its layer that lies inside it, proposals (``inside``) too."""
    with project.operation("delete mark with all inside") as writing:
        judgements.delete(writing, span, children=True, inside=inside)
    return True


def set_number(project: Project, span: Mark, number: str | None) -> Span:
    """Correct a mark's number."""
    with project.operation("change number") as writing:
        return spans.set_number(writing, taken(writing, span), number)


def set_note(project: Project, span: Mark, note: str) -> Span:
    """Write a note on a mark."""
    with project.operation("write note") as writing:
        return spans.set_note(writing, taken(writing, span), note)


def set_features(project: Project, span: Mark, features: Mapping[str, str]) -> Span:
    """Replace a mark's features."""
    with project.operation("change features") as writing:
        return spans.set_features(writing, taken(writing, span), features)


def assign(project: Project, document: str, concept: str) -> Assignment:
    """Give a document a descriptor, last in order."""
    with project.operation("add descriptor") as writing:
        assignment = assignments.assign(writing, document, concept)
        documents.begin(writing, document, [DESCRIPTORS])
    return assignment


def create_and_assign(project: Project, document: str, term: str, language: str = "en") -> Assignment:
    """Make a term of the project's own and give it to a document. ``language`` is the term's (BCP 47)."""
    with project.operation("create term") as writing:
        concept = concepts.create(writing, term, language)
        assignment = assignments.assign(writing, document, concept.id)
        documents.begin(writing, document, [DESCRIPTORS])
    return assignment


def unassign(project: Project, assignment: str) -> bool:
    """Take a descriptor off its document."""
    with project.operation("remove descriptor") as writing:
        assignments.unassign(writing, assignment)
    return True


def move_assignment(project: Project, assignment: str, place: int) -> bool:
    """Put a descriptor at a place in the document's order, counted from 0."""
    with project.operation("move descriptor") as writing:
        assignments.move(writing, assignment, place)
    return True


def set_major(project: Project, assignment: str, major: bool) -> bool:
    """Say whether a document is mainly about a descriptor."""
    with project.operation("change major descriptor") as writing:
        assignments.set_major(writing, assignment, major)
    return True


def add_evidence(project: Project, assignment: str, start: int, end: int) -> Evidence:
    """Attach a stretch of the text to a descriptor."""
    with project.operation("attach evidence") as writing:
        return assignments.add_evidence(writing, assignment, start, end)


def remove_evidence(project: Project, evidence: str) -> bool:
    """Detach a stretch of the text from its descriptor."""
    with project.operation("detach evidence") as writing:
        assignments.remove_evidence(writing, evidence)
    return True


def set_progress(project: Project, document: str, task: str, state: ProgressState) -> bool:
    """Say how far a task (a layer, or ``descriptors``) is in a document."""
    with project.operation("change progress") as writing:
        documents.set_progress(writing, document, task, state)
    return True


def undo(project: Project, expected: str | None = None) -> OperationRecord:
    """Take back the newest operation, which must be the one ``expected`` (its id) where that is given; gives it."""
    return project.undo(expected)


def redo(project: Project, expected: str | None = None) -> OperationRecord:
    """Do the operation again that was undone last; gives it. ``expected`` as for ``undo``."""
    return project.redo(expected)


def _row(project: Project, span: str) -> Span:
    found = project.span(span)
    if found is None:
        raise UserError("That mark is no longer there.")
    return found


def confirm_descriptor(project: Project, assignment: str) -> bool:
    """Accept a proposed descriptor."""
    with project.operation("confirm descriptor") as writing:
        assignments.set_status(writing, assignment, "confirmed")
    return True


def reject_descriptor(project: Project, assignment: str) -> bool:
    """Say that a proposed descriptor is wrong; it is kept, so that it is not proposed again."""
    with project.operation("reject descriptor") as writing:
        assignments.set_status(writing, assignment, "rejected")
    return True
