from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.annotation import documents, nesting, scheme_changes, spans
from model.annotation import scheme_edits as edits
from model.annotation.layers import Scheme
from model.annotation.scheme_soundness import problems
from model.annotation.values import Origin, Span
from model.checking import soundness
from model.errors import UserError
from model.project import Project
from model.storage.journal import Writing
from tests.model.annotation.schemes import random_edit
from tests.model.conftest import TEXT, place
from tests.model.formats.projects import content


@pytest.fixture
def marked(project: Project, document: str) -> str:
    """A paragraph with a list, two recitals with a lead, a rejected proposal, values of a feature."""
    with project.operation("mark") as writing:
        recital = spans.mark(writing, document, "preambular", *place("إذ تشير إلى أهمية المكتبات،"))
        spans.set_features(writing, recital.id, {"annex": "true"})
        spans.mark(writing, document, "lead", *place("إذ تشير"))
        spans.mark(writing, document, "preambular", *place("وإذ تلاحظ حاجتها،"))
        start, end = place("1 - تطلب")[0], place("2 - تقرر")[0]
        spans.mark(writing, document, "operative", start, end)
        spans.mark(writing, document, "lead", *place("تطلب"))
        spans.mark(writing, document, "subclause", *place("(أ) فتح المكتبات؛"))
        spans.mark(writing, document, "subclause", place("(ب)")[0], place("الكتب؛")[1])
        spans.mark(writing, document, "subclause", *place("’1‘ المال؛"))
        proposal = spans.mark(
            writing, document, "operative", *place("2 - تقرر مواصلة النظر."), status="suggested", origin=Origin("model")
        )
        spans.set_status(writing, proposal.id, "rejected")
    return document


def changed(project: Project, act: Callable[[Writing], Scheme]) -> None:
    with project.operation("edit") as writing:
        act(writing)


def labels(project: Project, document: str) -> list[str]:
    return [span.label for span in project.spans(document, rejected=True)]


def depths(project: Project, document: str) -> list[tuple[str, int]]:
    return [(span.label, span.depth) for span in project.spans(document) if span.layer == "clause"]


def refused(project: Project, act: Callable[[Writing], Scheme]) -> UserError:
    before = content(project)
    with pytest.raises(UserError) as told, project.operation("edit") as writing:
        act(writing)
    assert content(project) == before
    return told.value


def test_a_plain_edit_is_one_step_that_undo_takes_back(project, marked):
    before, scheme = len(project.history(99)), project.scheme
    changed(project, lambda writing: scheme_changes.change(writing, lambda s: edits.set_colour(s, "title", "#AABBCC")))
    assert project.scheme.label("title").colour == "#aabbcc"
    assert len(project.history(99)) == before + 1
    project.undo()
    assert project.scheme == scheme
    project.redo()
    assert project.scheme.label("title").colour == "#aabbcc"


def test_a_label_in_use_is_not_deleted_unasked(project, marked):
    told = refused(project, lambda writing: scheme_changes.delete_label(writing, "operative"))
    assert (told.values["count"], told.values["documents"]) == (2, 1)


def test_marks_of_a_deleted_label_go_to_another_rejected_ones_too(project, marked):
    scheme, before = project.scheme, project.spans(marked, rejected=True)
    changed(project, lambda writing: scheme_changes.delete_label(writing, "operative", to="paragraph"))
    assert "operative" not in labels(project, marked)
    assert labels(project, marked).count("paragraph") == 2
    assert "operative" not in project.scheme.label("subclause").inside
    assert list(soundness.problems(project.tables)) == []
    now = {span.id: span for span in project.spans(marked, rejected=True)}
    for span in before:
        if span.label == "operative":
            assert (now[span.id].limits, now[span.id].number) == (span.limits, None)  # paragraphs are not numbered
    project.undo()
    assert (project.scheme, project.spans(marked, rejected=True)) == (scheme, before)


def test_a_number_stays_where_the_other_label_has_numbers_too(project, marked):
    item = next(span for span in project.spans(marked) if span.label == "subclause")
    with project.operation("number") as writing:
        spans.set_number(writing, item.id, "corrected")
    changed(
        project,
        lambda writing: scheme_changes.change(
            writing, lambda s: edits.set_nesting(s, "operative", ["operative"], True)
        ),
    )
    changed(project, lambda writing: scheme_changes.delete_label(writing, "subclause", to="operative"))
    assert project.span(item.id).number == "corrected"


def test_depths_follow_as_if_each_mark_had_been_relabelled_by_hand(project, marked):
    with project.operation("by hand") as writing:
        for span in project.spans(marked):
            if span.label == "operative":
                spans.relabel(writing, span.id, "subclause")
    wanted = depths(project, marked)
    assert [depth for _, depth in wanted] == [0, 0, 1, 2, 2, 3]
    project.undo()
    assert [depth for _, depth in depths(project, marked)] == [0, 0, 0, 1, 1, 2]
    changed(project, lambda writing: scheme_changes.delete_label(writing, "operative", to="subclause"))
    assert depths(project, marked) == wanted


def test_depths_follow_where_what_was_around_is_deleted(project, marked):
    changed(
        project,
        lambda writing: scheme_changes.change(writing, lambda s: edits.set_nesting(s, "heading", ["operative"], True)),
    )
    with project.operation("mark") as writing:
        heading = spans.mark(writing, marked, "heading", *place("إلى الدول"))
        kept = spans.mark(writing, marked, "title", *place("إن الجمعية العامة،"), depth=5)
    assert heading.depth == 1
    changed(project, lambda writing: scheme_changes.delete_label(writing, "operative", delete_marks=True))
    assert project.span(heading.id).depth == 0
    assert project.span(kept.id).depth == 5  # nothing around it changed: a depth that was given stays


def test_marks_that_the_rules_forbid_elsewhere_stay_where_they_are(project, marked):
    told = refused(project, lambda writing: scheme_changes.delete_label(writing, "subclause", to="title"))
    assert (told.values["count"], told.values["name"]) == (3, "مكتبات")
    assert "“title” cannot stand inside" in str(told)


def test_marks_do_not_go_to_another_layer(project, marked):
    refused(project, lambda writing: scheme_changes.delete_label(writing, "operative", to="lead"))
    refused(project, lambda writing: scheme_changes.delete_label(writing, "operative", to="operative"))


def test_marks_are_deleted_where_that_is_asked_for_with_what_must_lie_in_them(project, marked):
    before = project.spans(marked, rejected=True)
    changed(project, lambda writing: scheme_changes.delete_label(writing, "preambular", delete_marks=True))
    assert labels(project, marked) == ["operative", "lead", "subclause", "subclause", "subclause", "operative"]
    assert project.tables.count("feature") == 0
    project.undo()
    assert project.spans(marked, rejected=True) == before


def test_what_stands_inside_deleted_marks_moves_up(project, marked):
    changed(project, lambda writing: scheme_changes.delete_label(writing, "operative", delete_marks=True))
    assert list(soundness.problems(project.tables)) == []
    assert depths(project, marked) == [
        ("preambular", 0),
        ("preambular", 0),
        ("subclause", 1),
        ("subclause", 1),
        ("subclause", 2),
    ]
    project.undo()
    scheme = "subclause"
    changed(
        project,
        lambda writing: scheme_changes.change(
            writing, lambda s: edits.set_nesting(s, scheme, s.label(scheme).inside, False)
        ),
    )
    refused(project, lambda writing: scheme_changes.delete_label(writing, "operative", delete_marks=True))


def test_a_layer_goes_with_its_marks_and_its_progress_only_when_asked(project, marked):
    with project.operation("progress") as writing:
        documents.set_progress(writing, marked, "lead", "done")
    before = content(project)
    told = refused(project, lambda writing: scheme_changes.delete_layer(writing, "lead"))
    assert told.values["count"] == 2
    refused(project, lambda writing: scheme_changes.delete_layer(writing, "clause", delete_marks=True))
    changed(project, lambda writing: scheme_changes.delete_layer(writing, "lead", delete_marks=True))
    assert [layer.id for layer in project.scheme.layers] == ["clause", "reference"]
    assert "lead" not in labels(project, marked)
    assert project.document(marked).state("lead") == "new"
    project.undo()
    assert project.document(marked).state("lead") == "done"
    assert len(before) < len(content(project))


@pytest.mark.parametrize(
    "edit,count",
    [
        (lambda s: edits.set_nesting(s, "subclause", ["operative"], True), 1),
        (lambda s: edits.set_nesting(s, "subclause", [], False), 3),
        (lambda s: edits.set_nesting(s, "preambular", [], False), 2),
        (lambda s: edits.set_overlap(s, "clause", "apart"), 3),
        (lambda s: edits.set_within(s, "clause", "reference"), 6),
        (lambda s: edits.set_within(s, "reference", "nowhere"), None),
        (lambda s: edits.set_within(s, "clause", "lead"), None),
        (lambda s: edits.remove_feature(s, "preambular", "annex"), 1),
        (lambda s: edits.set_feature_kind(s, "preambular", "annex", "number"), 1),
        (lambda s: edits.remove_label(s, "title"), 0),
    ],
)
def test_what_marks_would_break_is_counted_and_refused(project, marked, edit, count):
    if count == 0:
        changed(project, lambda writing: scheme_changes.change(writing, edit))
        return
    told = refused(project, lambda writing: scheme_changes.change(writing, edit))
    assert told.values.get("count") == count


def test_rules_may_change_where_no_mark_is_against_it(project, marked):
    for edit in (
        lambda s: edits.set_nesting(s, "preambular", ["operative"], True),
        lambda s: edits.set_nesting(s, "title", [], False),
        lambda s: edits.set_overlap(s, "lead", "free"),
        lambda s: edits.set_overlap(s, "lead", "tree"),
        lambda s: edits.set_within(s, "lead", None),
        lambda s: edits.set_within(s, "lead", "clause"),
        lambda s: edits.set_feature_kind(s, "preambular", "annex", "text"),
        lambda s: edits.set_feature_kind(s, "preambular", "annex", "yes-no"),
        lambda s: edits.set_numbered(s, "operative", False),
    ):
        changed(project, lambda writing, edit=edit: scheme_changes.change(writing, edit))
    assert list(soundness.problems(project.tables)) == []


def test_marks_that_were_against_a_rule_before_do_not_hinder_others(project, marked):
    row = next(row for row in project.tables.spans(marked) if row["label"] == "preambular")
    project.tables.update("span", str(row["id"]), {"label": "subclause"})
    other = next(row for row in project.tables.spans(marked) if row["label"] == "preambular")
    project.tables.update("label", "subclause", {"top": 0})
    project.refresh()
    project._scheme = None
    changed(project, lambda writing: scheme_changes.change(writing, lambda s: edits.set_nesting(s, "title", [], False)))
    told = refused(
        project,
        lambda writing: scheme_changes.change(writing, lambda s: edits.set_nesting(s, "preambular", [], False)),
    )
    assert told.values["count"] == 1
    assert other["label"] == "preambular"


def test_values_of_a_deleted_feature_go_only_when_asked(project, marked):
    refused(project, lambda writing: scheme_changes.delete_feature(writing, "preambular", "annex"))
    changed(project, lambda writing: scheme_changes.delete_feature(writing, "preambular", "annex", delete_values=True))
    assert project.tables.count("feature") == 0
    project.undo()
    assert project.tables.count("feature") == 1


def test_choices_change_with_the_marks_that_have_them(project, marked):
    def with_tone(scheme: Scheme) -> Scheme:
        added = edits.add_feature(scheme, "title", "tone", "choice", {"en": "Tone"})
        return edits.set_choices(added, "title", "tone", ["mild", "strong"])

    changed(project, lambda writing: scheme_changes.change(writing, with_tone))
    with project.operation("mark") as writing:
        span = spans.mark(writing, marked, "title", 0, 18, features=[("tone", "mild")])
    told = refused(
        project,
        lambda writing: scheme_changes.change(writing, lambda s: edits.set_choices(s, "title", "tone", ["strong"])),
    )
    assert (told.values["value"], told.values["count"]) == ("mild", 1)
    changed(project, lambda writing: scheme_changes.replace_choice(writing, "title", "tone", "mild", " gentle "))
    assert project.span(span.id).features == (("tone", "gentle"),)
    refused(project, lambda writing: scheme_changes.replace_choice(writing, "title", "tone", "gentle", "strong"))
    refused(project, lambda writing: scheme_changes.replace_choice(writing, "title", "tone", "gone", "x"))
    refused(project, lambda writing: scheme_changes.delete_choice(writing, "title", "tone", "gentle"))
    changed(
        project,
        lambda writing: scheme_changes.delete_choice(writing, "title", "tone", "gentle", delete_values=True),
    )
    assert project.span(span.id).features == ()
    assert project.scheme.label("title").feature("tone").choices == ("strong",)


def depths_by_rule(scheme: Scheme, marks: list[Span]) -> dict[str, int]:
    """What the depths of marks are that nobody gave one: counted where they nest, 0 elsewhere."""
    found: dict[str, int] = {}
    for span in marks:
        own = [other for other in marks if other.layer == span.layer and other.id != span.id]
        around = [other for other in own if other.contains(span)]
        nests = scheme.layer(span.layer).overlap == "tree"
        found[span.id] = nesting.depth_of(scheme.label(span.label), around) if nests else 0
    return found


@given(data=st.data())
@settings(max_examples=40)
def test_random_changes_lose_no_mark_and_undo_restores_all(tmp_path_factory, data: st.DataObject) -> None:
    path = tmp_path_factory.mktemp("changes") / "a.qarar"
    with Project.create(path, "Amal") as project:
        with project.operation("mark") as writing:
            document = documents.add(writing, "d", TEXT)
            for _ in range(data.draw(st.integers(0, 8))):
                start, end = sorted(data.draw(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))))
                try:
                    with writing.attempt():
                        label = data.draw(st.sampled_from([label.id for label in project.scheme.labels()]))
                        spans.mark(writing, document, label, start, end)
                except UserError:
                    pass
        before = (project.scheme, project.spans(document, rejected=True))
        done = 0
        for _ in range(data.draw(st.integers(1, 5))):
            if not project.scheme.layers:
                break
            scheme, marks = project.scheme, project.spans(document, rejected=True)
            edit = random_edit(scheme, data.draw)
            try:
                changed(project, lambda writing, edit=edit: scheme_changes.change(writing, edit))
            except UserError:
                assert project.scheme == scheme
                continue
            done += project.scheme != scheme
            assert list(problems(project.scheme)) == []
            now = project.spans(document, rejected=True)
            assert [replace(span, depth=0) for span in now] == [replace(span, depth=0) for span in marks]
            assert {span.id: span.depth for span in now} == depths_by_rule(project.scheme, now)
            nesting.check(project.scheme, marks)
        for _ in range(done):
            project.undo()
        assert (project.scheme, project.spans(document, rejected=True)) == before


@given(data=st.data())
@settings(max_examples=60)
def test_deleting_labels_at_random_keeps_the_project_sound(tmp_path_factory, data: st.DataObject) -> None:
    path = tmp_path_factory.mktemp("deletions") / "a.qarar"
    with Project.create(path, "Amal") as project:
        labels = ["operative", "preambular", "subclause", "paragraph", "lead", "date"]
        with project.operation("mark") as writing:
            document = documents.add(writing, "d", TEXT)
            for _ in range(data.draw(st.integers(1, 14))):
                start, end = sorted(data.draw(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))))
                try:
                    with writing.attempt():
                        made = spans.mark(writing, document, data.draw(st.sampled_from(labels)), start, end)
                        if data.draw(st.integers(0, 4)) == 0:
                            spans.set_status(writing, made.id, "rejected")
                except UserError:
                    pass
        before, scheme = project.spans(document, rejected=True), project.scheme
        label = data.draw(st.sampled_from(labels))
        to = data.draw(
            st.none() | st.sampled_from([other.id for other in scheme.layer(scheme.label(label).layer).labels])
        )
        try:
            changed(
                project, lambda writing: scheme_changes.delete_label(writing, label, to=to, delete_marks=to is None)
            )
        except UserError:
            assert project.spans(document, rejected=True) == before
            assert project.scheme == scheme
            return
        after = project.spans(document, rejected=True)
        assert list(soundness.problems(project.tables)) == []
        assert label not in {span.label for span in after}
        if to is not None:
            assert {span.id: span.limits for span in after} == {span.id: span.limits for span in before}
        else:
            layers = {span.layer for span in before if span.label == label} | {"lead"}
            gone = {span.id for span in before} - {span.id for span in after}
            assert gone <= {span.id for span in before if span.label == label or span.layer in layers - {"clause"}}
        project.undo()
        assert project.spans(document, rejected=True) == before


def test_depths_are_counted_anew_where_a_layer_becomes_nested(project: Project, document: str) -> None:
    def nested(scheme: Scheme) -> Scheme:
        return edits.set_nesting(edits.set_overlap(scheme, "reference", "tree"), "date", ["date"], True)

    with project.operation("mark") as writing:
        for start, end in ((0, 20), (4, 10)):
            spans.mark(writing, document, "date", start, end)
    before = project.spans(document)
    changed(project, lambda writing: scheme_changes.change(writing, nested))
    with project.operation("mark") as writing:
        spans.mark(writing, document, "date", 12, 16)
    assert [(span.start, span.depth) for span in project.spans(document)] == [(0, 0), (4, 1), (12, 1)]
    changed(
        project, lambda writing: scheme_changes.change(writing, lambda s: edits.set_overlap(s, "reference", "free"))
    )
    assert {span.depth for span in project.spans(document)} == {0}
    for _ in range(3):
        project.undo()
    assert project.spans(document) == before
