import random
from pathlib import Path

import pytest

from model.annotation import documents, spans
from model.annotation.document_list import DocumentSummary
from model.annotation.documents import FIELDS
from model.annotation.metadata import Metadata
from model.project import Project
from model.storage.tables import Tables
from model.vocabulary import assignments, concepts


def slowly(project: Project, document: str) -> DocumentSummary:
    """What the list should tell, gathered from all that is known of the document."""
    known = project.document(document)
    clauses = project.scheme.clauses
    assert clauses is not None
    return DocumentSummary(
        id=document,
        name=known.name,
        folder=known.folder,
        length=len(project.text(document)),
        span_count=sum(span.layer == clauses.id for span in project.spans(document)),
        assignment_count=len(project.assignments(document)),
        progress={task: progress.state for task, progress in known.progress.items()},
        assignee=known.assignee,
        has_note=bool(known.note),
        tags=known.tags,
        **{name: getattr(known.metadata, name) for name in FIELDS},
    )


@pytest.mark.parametrize("seed", range(3))
def test_the_list_tells_what_is_known_of_each_document(project: Project, seed: int):
    chance = random.Random(seed)
    with project.operation("import") as writing:
        concept = concepts.create(writing, "PEACE", "en").id
        other = concepts.create(writing, "TRADE", "en").id
        for number in range(chance.randrange(1, 8)):
            recognised = Metadata(*(chance.choice([None, f"{name} {number}"]) for name in FIELDS[:3]))
            document = documents.add(writing, f"n{number}", "قرارطويلبمايكفيهذا", folder="a", recognised=recognised)
            found = [
                spans.mark(writing, document, label, place, place + 1 + chance.randrange(2))
                for place in chance.sample(range(0, 15, 3), 3)
                for label in chance.sample(["title", "date", "preambular"], 1)
            ]
            spans.set_status(writing, chance.choice(found).id, "rejected")
            for each in chance.sample([concept, other], chance.randrange(3)):
                made = assignments.assign(writing, document, each)
                assignments.set_status(writing, made.id, chance.choice(["rejected", "confirmed"]))
            documents.set_tags(writing, document, chance.sample(["b", "a", "ج"], chance.randrange(3)))
            documents.set_note(writing, document, chance.choice(["", "read again"]))
            documents.set_assignee(writing, document, chance.choice([None, writing.annotator]))
            documents.correct_metadata(writing, document, Metadata(symbol=chance.choice([None, "A/1"])))
            for task in chance.sample(["clause", "descriptors"], chance.randrange(3)):
                documents.set_progress(writing, document, task, chance.choice(["new", "in-progress", "done"]))
    ids = project.document_ids()
    assert project.documents() == [slowly(project, document) for document in ids]
    some = chance.sample(ids, len(ids) // 2)
    assert project.summaries([*some, "gone"]) == [slowly(project, document) for document in some]
    assert project.summary(ids[0]) == slowly(project, ids[0])


def test_more_documents_than_one_statement_takes_are_read_in_the_projects_order(tmp_path: Path):
    with Project.create(tmp_path / "many.qarar", "Sara") as project:
        with project.operation("import") as writing:
            for number in range(600, 0, -1):
                documents.add(writing, f"A {number}", "قرار")
        assert [summary.name for summary in project.documents()] == [f"A {number}" for number in range(1, 601)]


def test_what_many_documents_have_alike_is_kept_once(project: Project):
    with project.operation("import") as writing:
        for number in range(2):
            document = documents.add(writing, str(number), "قرار", folder="".join(["GA", "/59"]))
            documents.set_progress(writing, document, "clause", "done")
    first, second = project.documents()
    assert first.folder is second.folder
    assert first.progress is second.progress
    assert first.complete == ("clause",)


def test_the_order_is_read_again_only_where_documents_have_changed(project: Project, monkeypatch):
    with project.operation("import") as writing:
        documents.add(writing, "b", "قرار")
        assert len(project.document_ids()) == 1  # within the operation too
    project.document_ids().clear()  # whoever asks may do with the answer what they like
    with monkeypatch.context() as patched:
        patched.setattr(Tables, "_tuples", lambda *_: pytest.fail("the order was read again"))
        assert len(project.document_ids()) == 1
    with Project.open(project.path, "Omar") as other, other.operation("import") as writing:
        first = documents.add(writing, "a", "قرار آخر")
    assert project.document_ids()[0] == first
    with pytest.raises(ZeroDivisionError), project.operation("import") as writing:
        documents.add(writing, "c", "قرار ثالث")
        raise ZeroDivisionError
    assert len(project.document_ids()) == 2
