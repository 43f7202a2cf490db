"""Mending problems: each mend one undoable operation, named for what it does to the marks.

As in ``gui.operations``: the open project first, the model's ``UserError`` where a rule forbids it, and through
``Session.attempt``.
"""

from model.annotation import documents
from model.annotation.layers import DESCRIPTORS
from model.checking import mends
from model.checking.findings import Mend
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


def mend(project: Project, document: str, wanted: Mend) -> bool:
    """Carry out the mend of a problem of a document; work has begun with that."""
    task = _task(project, wanted)
    name = _NAMES.get(wanted.act) or _MARK_NAMES.get(task or "", "mark")
    with project.operation(name) as writing:
        mends.apply(writing, document, wanted)
        documents.begin(writing, document, () if task is None else (task,))
    return True


def _task(project: Project, wanted: Mend) -> str | None:
    """What a mend is work on: the layer of what it marks or changes, or the descriptors."""
    if wanted.act == "replace-term":
        return DESCRIPTORS
    if wanted.act == "mark" and wanted.value is not None:
        return project.scheme.label(wanted.value).layer
    span = None if wanted.target is None else project.span(wanted.target)
    return None if span is None else span.layer
