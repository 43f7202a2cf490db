"""Edits a project without end, one line on standard output for each that the project has acknowledged.

Run as a program by the test that kills it: ``python -m tests.journeys.scripted_edits PROJECT SEED``. A line holds the
operation's id, and what the project must then hold: how many spans, assignments and documents.
"""

import random
import sys
from pathlib import Path

from model.annotation import documents, spans
from model.project import Project
from model.refusal import Refusal
from model.vocabulary import assignments, concepts


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


def main(path: Path, seed: int) -> None:
    """Edit until killed."""
    chance = random.Random(seed)
    with Project.open(path, "Amal") as project:
        while True:
            try:
                edit(project, chance)
            except Refusal:
                continue
            newest = project.history(1)[0]
            counts = project.counts()
            sys.stdout.write(f"{newest.id} {counts.spans} {counts.assignments} {counts.documents}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
