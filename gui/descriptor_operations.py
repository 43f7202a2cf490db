"""What a person does with a proposed descriptor; each an undoable operation, in the manner of ``gui.operations``."""

from model.project import Project
from model.vocabulary import assignments


def confirm(project: Project, assignment: str) -> bool:
    """Accept a proposed descriptor."""
    with project.operation("confirm descriptor") as writing:
        assignments.set_status(writing, assignment, "confirmed")
    return True


def reject(project: Project, assignment: str) -> bool:
    """Say that a proposed descriptor is wrong; it is kept, so that it is not proposed again."""
    with project.operation("reject descriptor") as writing:
        assignments.set_status(writing, assignment, "rejected")
    return True
