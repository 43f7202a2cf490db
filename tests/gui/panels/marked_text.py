"""A document with problems, in a session, for the tests of what shows them."""

import uuid
from dataclasses import replace

from gui.session.session import Session
from model.annotation import documents, span_rows
from model.project import Project
from tests.model.checking.marked import FRAME, GOOD, LIST, Clause, Marked

# In the order of the text: words outside, a clause that ends too early, a number left out.
WRONG: tuple[Clause, ...] = (
    *FRAME,
    "وإذ ترحب به،",
    LIST,
    ("operative", "2 - <تؤيد> التقرير"),
    "كله؛",
    ("operative", "4 - <تقرر> أمرا."),
)
RIGHT = GOOD


def add(project: Project, name: str, clauses: tuple[Clause, ...], *, times: int = 1) -> str:
    """A document of these clauses (several times over) in a project; gives its id."""
    marked = Marked(*clauses)
    text = " ".join([marked.text] * times)
    with project.operation("import") as writing:
        document = documents.add(writing, name, text)
        for turn in range(times):
            shift = turn * (len(marked.text) + 1)
            for span in marked.spans:
                row = replace(span, id=str(uuid.uuid4()), document=document, annotator=writing.annotator)
                row = replace(row, start=span.start + shift, end=span.end + shift)
                span_rows.insert(writing, replace(row, created=writing.time, modified=writing.time))
    return document


def show(session: Session, project: Project, clauses: tuple[Clause, ...] = WRONG) -> str:
    """Add a document and show it."""
    document = add(project, "A_RES_9", clauses)
    session.set_document(document)
    return document
