"""Everything that the window does to a project, each act one undoable operation, named as in ``gui.operation_names``.

All functions take the open project first, raise the model's ``Refusal`` where a rule forbids the act, and give
something that is not None. Call them through ``Session.attempt``, which says what was refused. Offsets are half-open
code points.
"""

import contextlib
from collections.abc import Mapping, Sequence

from gui.stretches import Copied
from model.annotation import documents, edges, lists, spans
from model.annotation.documents import ProgressState
from model.annotation.values import Span
from model.project import OperationRecord, Project
from model.refusal import Refusal
from model.vocabulary import assignments, concepts
from model.vocabulary.assignments import Assignment, Evidence

_MARK_NAMES = {"clause": "mark clause", "lead": "mark leading phrase", "reference": "mark reference"}
DESCRIPTORS = "descriptors"  # the task, beside the layers, that progress is kept for


def mark(
    project: Project, document: str, label: str, start: int, end: int, inner: tuple[str, int, int] | None = None
) -> Span:
    """Mark a stretch of a document; work on its layer has begun with that. A clause grows with the items of its list.

    ``inner``: label and limits of a mark inside it, made in the same step: its leading phrase.
    """
    layer = project.scheme.label(label).layer
    with project.operation(_MARK_NAMES.get(layer, "mark")) as writing:
        lists.make_room(writing, document, label, start, end)
        span = spans.mark(writing, document, label, start, end)
        _begin(project, document, layer)
        if inner is not None:
            spans.mark(writing, document, *inner)
            _begin(project, document, project.scheme.label(inner[0]).layer)
    return span


def relabel(project: Project, span: str, label: str, inner: tuple[str, int, int] | None = None) -> Span:
    """Give a mark another label of its layer. ``inner``: label and limits of a mark inside it, made in the same
    step.
    """
    before = project.span(span)
    same = before is not None and before.label == label
    name = "mark leading phrase" if same and inner is not None else "change label"
    with project.operation(name) as writing:
        changed = spans.relabel(writing, span, label)
        if inner is not None:
            spans.mark(writing, changed.document, *inner)
            _begin(project, changed.document, project.scheme.label(inner[0]).layer)
    return changed


def set_limits(project: Project, span: str, start: int, end: int) -> Span:
    """Move one edge of a mark, or both."""
    with project.operation("move limits") as writing:
        return spans.set_limits(writing, span, start, end)


def move_limits(project: Project, span: str, start: int, end: int) -> Span:
    """Move one edge of a mark, or both; what stands beside it gives way, what holds it grows."""
    with project.operation("move limits") as writing:
        return edges.move(writing, span, start, end)


def copy_marks(project: Project, document: str, wanted: Sequence[Copied]) -> Span:
    """Mark several stretches at once, the first of which holds the others; gives the first.

    One of the others that a rule forbids is left out. Where the first stands there already, only the others are marked.
    """
    first, *inner = wanted
    with project.operation("copy marks") as writing:
        span = first.there or spans.mark(writing, document, first.label, *first.limits, features=first.features)
        for each in inner:
            with contextlib.suppress(Refusal), project.operation("mark"):
                spans.mark(writing, document, each.label, *each.limits, features=each.features)
        _begin(project, document, span.layer)
    return span


def split(project: Project, span: str, offset: int) -> tuple[Span, Span]:
    """Cut a mark in two."""
    with project.operation("split") as writing:
        return spans.split(writing, span, offset)


def merge(project: Project, span: str, neighbour: str) -> Span:
    """Join two marks that stand side by side."""
    with project.operation("merge") as writing:
        return spans.merge(writing, span, neighbour)


def nest(project: Project, span: str) -> Span:
    """Put a mark into the one before it."""
    with project.operation("nest") as writing:
        return spans.nest(writing, span)


def unnest(project: Project, span: str) -> Span:
    """Take a mark out of the one that holds it."""
    with project.operation("take out") as writing:
        return spans.unnest(writing, span)


def delete(project: Project, span: str) -> bool:
    """Delete a mark; what lies inside moves up."""
    with project.operation("delete mark") as writing:
        spans.delete(writing, span)
    return True


def delete_with_children(project: Project, span: str) -> bool:
    """Delete a mark and all of its layer that lies inside it."""
    with project.operation("delete mark with all inside") as writing:
        spans.delete(writing, span, children=True)
    return True


def set_number(project: Project, span: str, number: str | None) -> Span:
    """Correct a mark's number."""
    with project.operation("change number") as writing:
        return spans.set_number(writing, span, number)


def set_note(project: Project, span: str, note: str) -> Span:
    """Write a note on a mark."""
    with project.operation("write note") as writing:
        return spans.set_note(writing, span, note)


def set_features(project: Project, span: str, features: Mapping[str, str]) -> Span:
    """Replace a mark's features."""
    with project.operation("change features") as writing:
        return spans.set_features(writing, span, features)


def assign(project: Project, document: str, concept: str) -> Assignment:
    """Give a document a descriptor, last in order."""
    with project.operation("add descriptor") as writing:
        assignment = assignments.assign(writing, document, concept)
        _begin(project, document, DESCRIPTORS)
    return assignment


def create_and_assign(project: Project, document: str, term: str, language: str = "en") -> Assignment:
    """Make a term of the project's own and give it to a document. ``language`` is the term's (BCP 47)."""
    with project.operation("create term") as writing:
        concept = concepts.create(writing, term, language)
        assignment = assignments.assign(writing, document, concept.id)
        _begin(project, document, DESCRIPTORS)
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


def _begin(project: Project, document: str, task: str) -> None:
    """What is worked on is no longer new; part of the operation that is under way."""
    if project.document(document).state(task) == "new":
        with project.operation("change progress") as writing:
            documents.set_progress(writing, document, task, "in-progress")


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
