"""What the window does to vocabularies, each act one undoable operation, named as in ``gui.i18n.operation_names``.

As in ``gui.operations``: all take the open project first, and raise the model's ``UserError``.
"""

from collections.abc import Mapping

from model.progress import ProgressCallback, no_progress
from model.project import Project
from model.vocabulary import merging


def merge(project: Project, term: str, into: str) -> int:
    """Make a free term one with a concept (ids), which gets its assignments; gives how many these were."""
    with project.operation("merge term") as writing:
        return merging.merge(writing, term, into)


def merge_all(project: Project, pairs: Mapping[str, str], on_progress: ProgressCallback = no_progress) -> int:
    """Make free terms one with concepts, in one step; gives how many terms these were."""
    with project.operation("merge terms") as writing:
        for done, (term, into) in enumerate(pairs.items()):
            on_progress(done, len(pairs))
            merging.merge(writing, term, into)
    return len(pairs)
