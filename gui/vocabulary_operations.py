"""What the window does to vocabularies, each act one undoable operation, named as in ``gui.operation_names``.

As in ``gui.operations``: all take the open project first, and raise the model's ``Refusal``.
"""

from collections.abc import Mapping

from model.project import Project
from model.vocabulary import merging
from model.watching import Watcher, unwatched


def merge(project: Project, term: str, into: str) -> int:
    """Make a free term one with a concept (ids), which gets its assignments; gives how many these were."""
    with project.operation("merge term") as writing:
        return merging.merge(writing, term, into)


def merge_all(project: Project, pairs: Mapping[str, str], watch: Watcher = unwatched) -> int:
    """Make free terms one with concepts, in one step; gives how many terms these were."""
    with project.operation("merge terms") as writing:
        for done, (term, into) in enumerate(pairs.items()):
            watch(done, len(pairs))
            merging.merge(writing, term, into)
    return len(pairs)
