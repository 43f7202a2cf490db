"""What the window does to proposals as such: they are confirmed or rejected, one or many at once. Written as in
``gui.operations``, called in the same way; each act is one undoable operation.
"""

from collections.abc import Sequence

from gui.operations import begin
from gui.proposals import Judged
from model.annotation import documents
from model.annotation.values import Span
from model.project import Project, Writing
from model.segmentation import proposals
from model.segmentation.proposals import Adoption, Mark


def confirm(project: Project, judged: Judged, beside: Sequence[Span] = ()) -> list[Span]:
    """Accept proposals; gives what was written of those that were in memory. ``beside``: others that these need around
    them, written as what they are.
    """
    with project.operation("confirm mark") as writing:
        return _confirm(project, writing, judged, beside)


def confirm_sure(project: Project, judged: Judged, beside: Sequence[Span] = ()) -> list[Span]:
    """Accept all proposals that are sure enough, as one step."""
    with project.operation("confirm what is sure") as writing:
        return _confirm(project, writing, judged, beside)


def confirm_document(project: Project, judged: Judged, task: str) -> bool:
    """Accept all that is proposed for a document, and say that a task is done in it, as one step."""
    with project.operation("confirm document") as writing:
        _confirm(project, writing, judged)
        if project.document(judged.document).state(task) != "done":
            documents.set_progress(writing, judged.document, task, "done")
    return True


def reject(project: Project, mark: Mark) -> bool:
    """Say that a mark is none; it is kept, so that it is not proposed again."""
    with project.operation("reject mark") as writing:
        if isinstance(mark, Adoption):
            begin(project, mark.span.document, mark.span.layer)
            proposals.adopt(writing, mark.span, status="rejected")
        else:
            proposals.reject(writing, mark)
    return True


def _confirm(project: Project, writing: Writing, judged: Judged, beside: Sequence[Span] = ()) -> list[Span]:
    for layer in {span.layer for span in judged.proposals}:
        begin(project, judged.document, layer)
    proposals.adopt_all(writing, beside, status="suggested")
    written = proposals.adopt_all(writing, judged.proposals)
    proposals.confirm(writing, judged.rows)
    return written
