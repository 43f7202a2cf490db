"""What the window does with suggested descriptors, each act one undoable operation, with names of
``gui.i18n.operation_names``.

As in ``gui.operations``: all take the open project first, and raise the model's ``UserError``.
"""

from collections.abc import Collection, Sequence

from gui.operations import DESCRIPTORS
from model.annotation import documents
from model.project import Project
from model.suggestion import judgements
from model.suggestion.suggester import Suggestion
from model.vocabulary.assignments import Assignment


def accept(project: Project, document: str, suggested: Sequence[Suggestion]) -> list[Assignment]:
    """Assign suggested terms, in their order, each with its places as evidence."""
    with project.operation("accept suggestions" if len(suggested) > 1 else "accept suggestion") as writing:
        found = [judgements.accept(writing, document, each) for each in suggested]
        documents.begin(writing, document, [DESCRIPTORS])
    return found


def reject(project: Project, document: str, suggested: Suggestion) -> Assignment:
    """Keep in mind that a term is not to be suggested for this document again."""
    with project.operation("reject suggestion") as writing:
        return judgements.reject(writing, document, suggested)


def take_over(
    project: Project, document: str, other: str, likeness: float, wanted: Collection[str]
) -> list[Assignment]:
    """Assign what a similar document has: those of its concepts (ids) that are ``wanted``."""
    with project.operation("take over descriptors") as writing:
        found = judgements.take_over(writing, document, other, likeness, wanted)
        if found:
            documents.begin(writing, document, [DESCRIPTORS])
    return found
