"""Fixing problems: each fix is one undoable operation, named for what it does to the marks.

As in ``gui.operations``: the open project first, the model's ``UserError`` where a rule forbids it, and through
``Session.attempt``.
"""

from model.annotation import documents
from model.annotation.layers import DESCRIPTORS
from model.checking.problems import Fix, apply_fix
from model.project import Project

_NAMES = {
    "limits": "move limits",
    "hold": "move limits",
    "number": "change number",
    "relabel": "change label",
    "nest": "nest",
    "take-out": "take out",
    "split": "split",
    "replace-term": "replace descriptor",
}
_MARK_NAMES = {"clause": "mark clause", "lead": "mark leading phrase"}


def fix(project: Project, document: str, wanted: Fix) -> bool:
    """Carry out the fix of a problem of a document; work has begun with that."""
    task = _task(project, wanted)
    name = _NAMES.get(wanted.action) or _MARK_NAMES.get(task or "", "mark")
    with project.operation(name) as writing:
        apply_fix(writing, document, wanted)
        documents.begin(writing, document, () if task is None else (task,))
    return True


def _task(project: Project, wanted: Fix) -> str | None:
    """What a fix is work on: the layer of what it marks or changes, or the descriptors."""
    if wanted.action == "replace-term":
        return DESCRIPTORS
    if wanted.action == "mark" and wanted.value is not None:
        return project.scheme.label(wanted.value).layer
    span = None if wanted.target is None else project.span(wanted.target)
    return None if span is None else span.layer
