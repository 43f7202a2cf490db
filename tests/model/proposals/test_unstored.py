import uuid

from model.annotation import documents
from model.annotation.values import Origin, text_order
from model.proposals.unstored import MAKER, Proposing
from model.text.layout import NO_LAYOUT
from tests.model.proposals.proposed_clauses import ALL, FIRST, SCHEME, TEXT


def add(project, name: str = "A") -> str:
    with project.operation("import") as writing:
        return documents.add(writing, name, TEXT)


def test_proposals_are_the_same_whenever_they_are_made(project):
    document = project.document(add(project))
    found = Proposing(lambda *_: ALL, "w1").beside(SCHEME, document, TEXT, NO_LAYOUT, [])
    assert found == Proposing(lambda *_: ALL, "w1").beside(SCHEME, document, TEXT, NO_LAYOUT, [])
    assert found == sorted(found, key=text_order)
    assert len([span for span in found if span.layer == "clause"]) == len(ALL)
    for span in found:
        assert str(uuid.UUID(span.id)) == span.id
        assert (span.annotator, span.created, span.modified) == (MAKER.id, document.created, document.created)
        assert (span.status, span.origin.kind, span.origin.version) == ("suggested", "model", "w1")
    assert found[0].origin == Origin("model", "w1", 0.99)


def test_ids_tell_documents_versions_and_places_apart(project):
    one, other = (project.document(add(project, name)) for name in "AB")
    made = [
        span.id
        for document in (one, other)
        for version in ("w1", "w2")
        for span in Proposing(lambda *_: ALL, version).beside(SCHEME, document, TEXT, NO_LAYOUT, [])
    ]
    assert len(set(made)) == len(made)


def test_what_stands_is_not_proposed_and_a_document_that_is_done_is_not_segmented(project):
    document = add(project)
    proposing = Proposing(lambda *_: ALL, "w1")
    found = proposing.beside(SCHEME, project.document(document), TEXT, NO_LAYOUT, [])
    first = next(span for span in found if span.limits == FIRST.limits)
    left = proposing.beside(SCHEME, project.document(document), TEXT, NO_LAYOUT, [first])
    assert [span.id for span in left] == [span.id for span in found if span != first]
    with project.operation("done") as writing:
        documents.set_progress(writing, document, "clause", "done")
    asked: list[str] = []
    proposing = Proposing(lambda text, _: asked.append(text) or (), "w1")
    assert proposing.beside(SCHEME, project.document(document), TEXT, NO_LAYOUT, []) == []
    assert asked == []
