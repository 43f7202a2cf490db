"""Edits of any kind, one after the other, each acknowledged by a line."""

import random
from collections.abc import Callable

from model.annotation import documents, spans
from model.errors import StorageError, UserError
from model.project import Project
from model.vocabulary import assignments, concepts

MORE = 20  # edits after one that was refused


def edit(project: Project, chance: random.Random) -> None:
    """One edit of any kind; what the rules forbid is refused and leaves nothing."""
    found = project.document_ids()
    if not found:  # the undo before took back the import
        project.redo()
        return
    document = chance.choice(found)
    text = project.text(document)
    start = chance.randrange(len(text) - 2)
    end = min(len(text), start + chance.randint(1, 200))
    marked = [span for span in project.spans(document) if span.layer == "reference"]
    act = chance.randrange(8)
    if act == 0:
        project.undo()
        return
    if act == 1:
        project.redo()
        return
    with project.operation("scripted edit") as writing:
        if act == 2:
            concept = concepts.create(writing, f"TERM {chance.random()}").id
            assignment = assignments.assign(writing, document, concept)
            assignments.add_evidence(writing, assignment.id, start, end)
        elif act == 3 and marked:
            spans.delete(writing, chance.choice(marked).id)
        elif act == 4 and marked:
            spans.set_limits(writing, chance.choice(marked).id, start, end)
        elif act == 5:
            documents.set_note(writing, document, f"note {chance.random()}")
        else:
            spans.mark(writing, document, chance.choice(("preambular", "operative", "symbol", "date")), start, end)


def edits(project: Project, chance: random.Random, tell: Callable[[str], None], times: int | None) -> None:
    """So many of them, or without end. A line is ``did``, the id of the newest operation, and what the project must
    then hold: how many spans, assignments and documents; or ``refused`` and why, where the file is the reason.
    """
    before = project.read_up_to
    refused = False
    # Where one was refused, some more: whether they work then is the question.
    while times is None or times > (-MORE if refused else 0):
        times = None if times is None else times - 1
        try:
            edit(project, chance)
        except StorageError as fault:
            tell(f"refused {fault}")
            refused = True
            continue
        except UserError as refusal:
            if "damaged" in str(refusal):
                tell(f"refused {refusal}")
                refused = True
            continue
        if project.read_up_to == before:
            continue
        before = project.read_up_to
        newest = project.history(1)[0]
        counts = project.counts()
        refused = False
        tell(f"did {newest.id} {counts.spans} {counts.assignments} {counts.documents}")
