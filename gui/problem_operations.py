"""Mending problems: each mend one undoable operation, named for what it does to the marks.

As in ``gui.operations``: the open project first, the model's ``Refusal`` where a rule forbids it, and through
``Session.attempt``.
"""

from model.annotation import documents
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
    """Carry out the mend of a problem of a document. What is marked with that, work on its layer has begun with."""
    layer = None
    if wanted.act == "mark" and wanted.value is not None:
        layer = project.scheme.label(wanted.value).layer
    name = _NAMES.get(wanted.act) or _MARK_NAMES.get(layer or "", "mark")
    with project.operation(name) as writing:
        mends.apply(writing, document, wanted)
        if layer is not None and project.document(document).state(layer) == "new":
            documents.set_progress(writing, document, layer, "in-progress")
    return True
