from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from model.annotation import documents, scheme_changes, scheme_edits, spans
from model.annotation.layers import Scheme, read_scheme
from model.annotation.values import Span
from model.errors import Cancelled
from model.project import Project
from model.proposals import preannotation
from model.proposals.preannotation import Report
from model.segmentation.values import ProposedClause

TEXT = "إن الجمعية العامة، إذ تعيد تأكيد ذلك، 1 - تطلب إليه: (أ) الإعداد، (ب) النشر؛ 2 - تقرر النظر في A/59/503."


def _clause(quote: str, label: str, lead: str = "", confidence: float = 0.9, **more) -> ProposedClause:
    start = TEXT.index(quote)
    limits = (TEXT.index(lead), TEXT.index(lead) + len(lead)) if lead else None
    return ProposedClause(start, start + len(quote), label, lead=limits, confidence=confidence, **more)


FORMULA = _clause("إن الجمعية العامة،", "enacting")
RECITAL = _clause("إذ تعيد تأكيد ذلك،", "preambular", "إذ تعيد تأكيد")
FIRST = _clause("1 - تطلب إليه: (أ) الإعداد، (ب) النشر؛", "operative", "تطلب", number="1")
ITEM = _clause("(أ) الإعداد،", "subclause", number="أ", depth=1)
SECOND = _clause("2 - تقرر النظر في A/59/503.", "operative", "تقرر", number="2")
ALL = (FORMULA, RECITAL, FIRST, ITEM, SECOND)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.qarar", "Sara") as project:
        with project.operation("import") as writing:
            for name in ("A", "B"):
                documents.add(writing, name, TEXT)
        yield project


def _propose(
    project: Project,
    clauses: Sequence[ProposedClause] = ALL,
    version: str = "w1",
    wanted: Sequence[str] | None = None,
    **named,
) -> Report:
    ids = project.document_ids() if wanted is None else wanted
    found = preannotation.find(project.tables, ids, lambda *_: clauses, **named)
    with project.operation("propose clauses") as writing:
        return preannotation.write(writing, found, version)


def _first(project: Project) -> str:
    return project.document_ids()[0]


def _marked(project: Project, document: str | None = None) -> list[tuple[str, str, str]]:
    """Label, status, and text of each span of a document."""
    found = project.spans(document or _first(project), rejected=True)
    return [(span.label, span.status, TEXT[span.start : span.end]) for span in found]


def _span(project: Project, clause: ProposedClause) -> Span:
    found = project.spans(_first(project), rejected=True)
    return next(span for span in found if span.limits == clause.limits)


def test_proposals_are_stored_with_their_leading_phrases_and_where_they_come_from(project):
    report = _propose(project)
    assert (report.documents, report.clauses, report.leads, report.references) == (2, 10, 6, 0)
    for document in project.document_ids():
        found = project.spans(document)
        assert {span.status for span in found} == {"suggested"}
        assert {(span.origin.kind, span.origin.version, span.origin.confidence) for span in found} == {
            ("model", "w1", 0.9)
        }
        assert [(span.label, span.number, span.depth) for span in found if span.layer == "clause"] == [
            ("enacting", None, 0),
            ("preambular", None, 0),
            ("operative", "1", 0),
            ("subclause", "أ", 1),
            ("operative", "2", 0),
        ]
        assert [TEXT[span.start : span.end] for span in found if span.layer == "lead"] == [
            "إذ تعيد تأكيد",
            "تطلب",
            "تقرر",
        ]


def test_all_of_a_batch_is_one_step(project):
    before = project.read_up_to
    _propose(project)
    assert project.read_up_to == before + 1
    project.undo()
    assert project.counts().spans == 0


def test_proposing_again_what_stands_there_changes_nothing(project):
    _propose(project)
    before, rows = project.counts(), project.spans(_first(project))
    report = _propose(project)
    assert (report.documents, report.there, report.replaced) == (0, 16, 0)
    assert project.spans(_first(project)) == rows
    assert project.counts() == before


def test_untouched_proposals_give_way_to_newer_ones(project):
    _propose(project)
    kept = _span(project, ITEM).id
    longer = _clause("إن الجمعية العامة، إذ تعيد تأكيد ذلك،", "preambular")
    report = _propose(project, [longer, FIRST, ITEM, SECOND])
    assert (report.documents, report.clauses, report.there, report.replaced) == (2, 2, 10, 6)
    assert _marked(project)[0] == ("preambular", "suggested", TEXT[slice(*longer.limits)])
    assert _span(project, ITEM).id == kept
    _propose(project, [longer, FIRST, ITEM, SECOND], "w2")
    assert {span.origin.version for span in project.spans(_first(project))} == {"w2"}


def test_what_a_person_marked_stays_and_proposals_go_beside_it(project):
    quote = "تأكيد ذلك، 1 - تطلب إليه:"
    start = TEXT.index(quote)
    with project.operation("mark clause") as writing:
        mark = spans.mark(writing, _first(project), "paragraph", start, start + len(quote))
    _propose(project)
    assert project.span(mark.id) == mark
    # What crosses it is not proposed; the item can stand by itself.
    assert [label for label, status, _ in _marked(project) if status == "suggested"] == [
        "enacting",
        "subclause",
        "operative",
        "lead",
    ]
    assert project.span(mark.id) == mark
    assert len(project.spans(project.document_ids()[1])) == 8


def test_a_confirmed_proposal_stays_as_it_is_and_is_not_proposed_again(project):
    _propose(project)
    with project.operation("confirm mark") as writing:
        spans.set_status(writing, _span(project, SECOND).id, "confirmed")
    confirmed = _span(project, SECOND)
    report = _propose(project, version="w2", wanted=[_first(project)])
    assert _span(project, SECOND) == confirmed
    assert report.clauses == 4
    assert [label for label, _, quote in _marked(project) if quote == TEXT[slice(*SECOND.limits)]] == ["operative"]


def test_a_rejected_proposal_never_comes_back(project):
    _propose(project)
    with project.operation("reject mark") as writing:
        spans.set_status(writing, _span(project, FORMULA).id, "rejected")
    _propose(project, version="w2")
    assert [(label, status) for label, status, _ in _marked(project)][:2] == [
        ("enacting", "rejected"),
        ("preambular", "suggested"),
    ]


def test_a_corrected_proposal_stays_and_its_old_limits_are_not_proposed_again(project):
    _propose(project)
    corrected = _span(project, RECITAL)
    with project.operation("move limits") as writing:
        spans.set_limits(writing, corrected.id, RECITAL.start, RECITAL.end - 1)
    now = project.span(corrected.id)
    _propose(project, version="w2", wanted=[_first(project)])
    assert project.span(corrected.id) == now
    assert [label for label, _, quote in _marked(project) if label == "preambular"] == ["preambular"]


def test_a_proposal_with_a_note_or_with_a_mark_of_a_person_inside_stays(project):
    _propose(project)
    with project.operation("write note") as writing:
        spans.set_note(writing, _span(project, FORMULA).id, "؟")
    with project.operation("confirm mark") as writing:
        spans.set_status(writing, _span(project, ITEM).id, "confirmed")
    kept = [_span(project, each) for each in (FORMULA, FIRST, ITEM)]
    _propose(project, [], "w2", wanted=[_first(project)])
    # Leading phrases of clauses that stay are proposals by themselves, and are made no longer.
    assert project.spans(_first(project)) == kept


def test_a_document_whose_clauses_are_done_is_left_alone(project):
    with project.operation("change progress") as writing:
        documents.set_progress(writing, _first(project), "clause", "done")
    asked: list[str] = []
    found = preannotation.find(project.tables, project.document_ids(), lambda text, _: asked.append(text) or ALL)
    assert len(asked) == 1
    with project.operation("propose clauses") as writing:
        report = preannotation.write(writing, found, "w1")
    assert (report.documents, report.done) == (1, 1)
    assert project.spans(_first(project)) == []


def test_what_is_done_or_deleted_meanwhile_is_left_alone(project):
    found = preannotation.find(project.tables, project.document_ids(), lambda *_: ALL)
    with project.operation("change progress") as writing:
        documents.set_progress(writing, _first(project), "clause", "done")
        documents.remove(writing, project.document_ids()[1])
    with project.operation("propose clauses") as writing:
        report = preannotation.write(writing, found, "w1")
    assert (report.documents, report.done, report.gone) == (0, 1, 1)


def test_references_are_proposed_where_they_are_wanted(project):
    start = TEXT.index("A/59/503")
    assert _propose(project, with_references=True).references == 2
    assert ("symbol", "suggested", "A/59/503") in _marked(project)
    again = _propose(project, with_references=True)
    assert (again.references, again.replaced) == (0, 0)
    # Without them those that are there stay.
    _propose(project, version="w2")
    symbol = next(span for span in project.spans(_first(project)) if span.label == "symbol")
    assert symbol.start == start
    with project.operation("reject mark") as writing:
        spans.set_status(writing, symbol.id, "rejected")
    _propose(project, with_references=True)
    assert [status for label, status, _ in _marked(project) if label == "symbol"] == ["rejected"]


def test_references_that_are_found_no_longer_go_where_they_were_looked_for(project, monkeypatch):
    _propose(project, with_references=True)
    monkeypatch.setattr(preannotation, "references", lambda _: ())
    assert _propose(project).replaced == 0
    assert _propose(project, with_references=True).replaced == 2
    assert "symbol" not in {label for label, _, _ in _marked(project)}


def _first_version() -> Scheme:
    """The default scheme as it was before references had a feature for what they stand for."""
    scheme = read_scheme()
    for label in ("resolution", "symbol", "footnote"):
        scheme = scheme_edits.remove_feature(scheme, label, "value")
    return scheme_edits.describe(scheme, dict(scheme.names), "1")


def _values(project: Project) -> list[dict[str, str]]:
    return [dict(span.features) for span in project.spans(_first(project)) if span.label == "symbol"]


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Project]:
    """A project whose scheme is of that version, with a guideline of its own."""
    scheme = scheme_edits.define_label(_first_version(), "symbol", {"en": "Ours"})
    with Project.create(tmp_path / "old.qarar", "Sara", scheme) as project:
        with project.operation("import") as writing:
            documents.add(writing, "A", TEXT)
        yield project


def test_a_project_made_before_gets_the_feature_for_what_references_stand_for_in_the_same_step(old):
    before = old.scheme
    assert _propose(old).labels == ()  # as long as no reference is wanted
    assert old.scheme == before
    report = _propose(old, with_references=True)
    assert report.labels == ("resolution", "symbol", "footnote")
    assert _values(old) == [{"value": "A/59/503"}]
    assert old.scheme.version == read_scheme().version
    assert [old.scheme.label(label).features for label in report.labels] == [
        read_scheme().label(label).features for label in report.labels
    ]
    assert old.scheme.label("symbol").definition("en") == "Ours"
    old.undo()
    assert (old.scheme, _values(old)) == (before, [])
    old.redo()
    assert _values(old) == [{"value": "A/59/503"}]


def test_values_that_were_left_out_before_are_written_with_the_next_proposals(old, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(preannotation, "_with_values", lambda writing, scheme, report: scheme)
        _propose(old, with_references=True)
    assert _values(old) == [{}]
    report = _propose(old, with_references=True)
    assert (report.references, report.replaced) == (1, 1)
    assert _values(old) == [{"value": "A/59/503"}]


def test_a_feature_that_somebody_has_deleted_is_not_added_again(old):
    _propose(old, with_references=True)
    with old.operation("change scheme") as writing:
        scheme_changes.delete_feature(writing, "symbol", "value", delete_values=True)
    assert _propose(old, with_references=True).labels == ()
    assert old.scheme.label("symbol").features == ()
    assert _values(old) == [{}]


def test_a_scheme_of_ones_own_stays_as_it_is(tmp_path):
    scheme = scheme_edits.describe(_first_version(), {"en": "Ours"}, "ours 3")
    with Project.create(tmp_path / "own.qarar", "Sara", scheme) as project:
        with project.operation("import") as writing:
            documents.add(writing, "A", TEXT)
        assert _propose(project, with_references=True).labels == ()
        assert project.scheme == scheme


def test_marks_that_break_the_rules_are_told_of_and_nothing_of_their_document_is_touched(project):
    _propose(project)
    # As a file of another program could have it: two clauses that cross.
    broken = _span(project, SECOND)
    with project.operation("import") as writing:
        writing.update("span", broken.id, start=broken.start - 5, status="confirmed")
        writing.update("span", _span(project, FIRST).id, status="confirmed")
    before = project.spans(_first(project))
    report = _propose(project, version="w2")
    assert [name for name, _ in report.refused] == ["A"]
    assert project.spans(_first(project)) == before
    assert {span.origin.version for span in project.spans(project.document_ids()[1])} == {"w2"}


@pytest.mark.parametrize("part", ["find", "write"])
def test_stopped_it_has_written_nothing(project, part):
    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled

    if part == "find":
        with pytest.raises(Cancelled):
            preannotation.find(project.tables, project.document_ids(), lambda *_: ALL, on_progress=stop)
        return
    found = preannotation.find(project.tables, project.document_ids(), lambda *_: ALL)
    calls: list[int] = []

    def stop_later(done: int, total: int) -> None:
        calls.append(done)
        if len(calls) == 2:
            raise Cancelled

    with pytest.raises(Cancelled), project.operation("propose clauses") as writing:
        preannotation.write(writing, found, "w1", stop_later)
    assert project.counts().spans == 0


def test_it_tells_how_far_it_is(project):
    told: list[tuple[int, int]] = []
    preannotation.find(
        project.tables, project.document_ids(), lambda *_: ALL, on_progress=lambda *far: told.append(far)
    )
    assert told == [(0, 2), (1, 2), (2, 2)]
