"""What the window does to proposals as such: they are confirmed or rejected, one or many at once. Written as in
``gui.operations``, called in the same way; each act is one undoable operation.
"""

from collections.abc import Sequence

from model.annotation import documents
from model.annotation.values import Span
from model.project import Project, Writing
from model.proposals import judgements
from model.proposals.proposal_groups import Judged
from model.proposals.proposals import Mark


def confirm(project: Project, judged: Judged, beside: Sequence[Span] = ()) -> list[Span]:
    """Accept proposals; gives what was written of those that were in memory. ``beside``: others that these need around
    them, written as what they are.
    """
    with project.operation("confirm mark") as writing:
        return _confirm(writing, judged, beside)


def confirm_sure(project: Project, judged: Judged, beside: Sequence[Span] = ()) -> list[Span]:
    """Accept all proposals that are sure enough, as one step."""
    with project.operation("confirm what is sure") as writing:
        return _confirm(writing, judged, beside)


def confirm_document(project: Project, judged: Judged, task: str) -> bool:
    """Accept all that is proposed for a document, and say that a task is done in it, as one step."""
    with project.operation("confirm document") as writing:
        _confirm(writing, judged)
        documents.set_progress(writing, judged.document, task, "done")
    return True


def reject(project: Project, span: Mark, *, confirmed: bool = False) -> bool:
    """Say that a proposal is none; it is kept, so that it is not proposed again. ``confirmed``: it is shown as that;
    where it is not, and somebody has confirmed it meanwhile, that is refused.
    """
    with project.operation("reject mark") as writing:
        if confirmed:
            judgements.delete(writing, span)
        else:
            judgements.reject(writing, span)
    return True


def _confirm(writing: Writing, judged: Judged, beside: Sequence[Span] = ()) -> list[Span]:
    judgements.adopt_all(writing, beside, status="suggested")
    written = judgements.adopt_all(writing, judged.proposals)
    judgements.confirm(writing, judged.rows)
    return written
