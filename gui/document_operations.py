"""What the window does to documents as wholes, one or many at once; written as in ``gui.operations``, called in the
same way. Each act is one undoable operation; a document that has what it is to have already is left alone.

``on_progress`` is called with how many documents are done and how many there are; where it raises, nothing is changed.
"""

from collections.abc import Collection, Iterator, Sequence

from model.annotation import documents
from model.annotation.documents import ProgressState
from model.annotation.metadata import Metadata
from model.progress import ProgressCallback
from model.project import Project


def set_progress(
    project: Project,
    wanted: Sequence[str],
    task: str,
    state: ProgressState,
    on_progress: ProgressCallback | None = None,
) -> bool:
    """Say how far a task (a layer, or ``descriptors``) is in some documents."""
    with project.operation("change progress") as writing:
        for document in _watched(wanted, on_progress):
            if project.document(document).state(task) != state:
                documents.set_progress(writing, document, task, state)
    return True


def assign_to(
    project: Project, wanted: Sequence[str], annotator: str | None, on_progress: ProgressCallback | None = None
) -> bool:
    """Give some documents to an annotator (id), or to nobody."""
    with project.operation("assign document") as writing:
        for document in _watched(wanted, on_progress):
            documents.set_assignee(writing, document, annotator)
    return True


def change_tags(
    project: Project,
    wanted: Sequence[str],
    *,
    add: Collection[str] = (),
    remove: Collection[str] = (),
    on_progress: ProgressCallback | None = None,
) -> bool:
    """Put tags on some documents and take others off; their other tags stay as they are."""
    new = {documents.checked_tag(tag) for tag in add}
    with project.operation("change tags") as writing:
        for document in _watched(wanted, on_progress):
            present = set(project.document(document).tags)
            documents.set_tags(writing, document, (present | new) - set(remove))
    return True


def set_note(project: Project, document: str, note: str) -> bool:
    """Write a note on a document."""
    with project.operation("write note on document") as writing:
        documents.set_note(writing, document, note)
    return True


def correct(project: Project, document: str, field: str, value: str) -> bool:
    """Correct one field of what is known about a document; what was recognised anyway, or nothing, takes the correction
    back. Its other fields stay as they are now.
    """
    with project.operation("correct document data") as writing:
        present = project.document(document)
        recognised = getattr(present.recognised, field)
        held = {name: getattr(present.corrected, name) for name in documents.FIELDS}
        held[field] = None if value in ("", recognised) else value
        documents.correct_metadata(writing, document, Metadata(**held))
    return True


def _watched(wanted: Sequence[str], on_progress: ProgressCallback | None) -> Iterator[str]:
    for done, document in enumerate(wanted):
        if on_progress is not None:
            on_progress(done, len(wanted))
        yield document
