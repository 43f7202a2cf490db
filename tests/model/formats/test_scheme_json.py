import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.annotation import documents, scheme_changes, spans
from model.annotation import scheme_edits as edits
from model.annotation.layers import DEFAULT_SCHEME, Scheme, read_scheme, scheme_to_json
from model.checking import soundness
from model.errors import UserError
from model.formats import project_json, scheme_json
from model.formats.json_schema import read_schema
from model.formats.scheme_json import DROP, KEEP, SCHEMA, Fate, MissingLabel, To, as_bytes, missing, read, write
from model.project import Project
from tests.model.annotation.schemes import schemes
from tests.model.conftest import place
from tests.model.formats.projects import content
from tests.model.formats.test_project_json import edit

VALIDATOR = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
DEFAULT = read_scheme()


@given(scheme=schemes())
def test_a_scheme_comes_back_as_it_was(tmp_path_factory, scheme: Scheme) -> None:
    path = tmp_path_factory.mktemp("scheme") / "mine.json"
    write(scheme, path)
    assert read(path) == scheme
    assert path.read_bytes() == as_bytes(scheme)
    assert VALIDATOR.is_valid(json.loads(path.read_text("utf-8")))


def test_the_scheme_that_comes_with_it_is_read_as_a_file():
    assert read(DEFAULT_SCHEME) == DEFAULT


def test_the_schema_is_one_of_json_schema():
    jsonschema.Draft202012Validator.check_schema(json.loads(SCHEMA.read_text("utf-8")))


def test_the_same_scheme_gives_the_same_bytes():
    assert as_bytes(DEFAULT) == as_bytes(read_scheme())
    assert as_bytes(DEFAULT).startswith(b'{\n  "format": "qarar-scheme/1",\n  "id": "un-resolution",')
    assert as_bytes(DEFAULT).endswith(b"}\n")


@given(data=st.data())
@settings(max_examples=200)
def test_what_is_broken_is_refused_in_one_sentence_or_read(tmp_path_factory, data: st.DataObject) -> None:
    value = json.loads(as_bytes(DEFAULT))
    for _ in range(data.draw(st.integers(1, 2))):
        edit(value, data.draw)
    path = tmp_path_factory.mktemp("broken") / "x.json"
    path.write_text(json.dumps(value), "utf-8")
    told = ""
    try:
        read(path)
    except UserError as refusal:
        told = str(refusal)
    if told:
        assert told.startswith(f"{path}: ")
        assert "\n" not in told
    else:
        assert VALIDATOR.is_valid(value)


@given(junk=st.binary(max_size=60))
def test_junk_is_refused(tmp_path_factory, junk: bytes) -> None:
    path = tmp_path_factory.mktemp("junk") / "x.json"
    path.write_bytes(junk)
    with pytest.raises(UserError):
        read(path)


def set_(*keys: Any) -> Callable[[Any], None]:
    """Puts the last of these at the place that the others name."""

    def act(value: Any) -> None:
        *way, last, new = keys
        for key in way:
            value = value[key]
        value[last] = new

    return act


LABEL = ("layers", 0, "labels", 0)


@pytest.mark.parametrize(
    "act,told",
    [
        (set_("format", "qarar-scheme/2"), "made by a newer version of Qarar (qarar-scheme/2)"),
        (set_("format", "qarar-project/1"), "not a scheme of Qarar"),
        (set_("format", 1), "not a scheme of Qarar"),
        (set_("more", 1), "/more is not known in this format."),
        (set_("layers", None), "/layers must be of the type array."),
        (set_(*LABEL, "colour", "red"), "/layers/0/labels/0/colour has a value that is not allowed"),
        (set_(*LABEL, "key", "]"), "/layers/0/labels/0/key has a value that is not allowed"),
        (set_(*LABEL, "key", "T"), "/layers/0/labels/2/key: The key T is that of “adoption” already."),
        (set_(*LABEL, "names", {"ar": ""}), "/layers/0/labels/0/names: “adoption” needs a name"),
        (set_(*LABEL, "inside", ["x"]), "/layers/0/labels/0/inside/0: “adoption” stands in a label that is not there"),
        (set_("layers", 0, "within", "lead"), "/layers/0/within: The layer “clause” cannot lie within itself."),
        (set_("layers", 1, "id", "clause"), "/layers/1/id: The id “clause” is there twice."),
        (set_(*LABEL, "features", [{"name": "a", "kind": "date", "names": {}}]), "/layers/0/labels/0/features/0/kind"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(tmp_path: Path, act, told):
    value = json.loads(as_bytes(DEFAULT))
    act(value)
    path = tmp_path / "x.json"
    path.write_text(json.dumps(value), "utf-8")
    with pytest.raises(UserError) as refused:
        read(path)
    assert str(refused.value).startswith(f"{path}: ")
    assert told in str(refused.value)


def test_what_cannot_be_read_is_refused(tmp_path: Path):
    with pytest.raises(UserError):
        read(tmp_path / "nothing.json")
    with pytest.raises(UserError):
        read(tmp_path)


def test_our_check_says_what_the_schema_says():
    check = read_schema(SCHEMA)
    for value in (scheme_to_json(DEFAULT), json.loads(as_bytes(DEFAULT)), {}, [], {**scheme_to_json(DEFAULT), "x": 1}):
        assert (check(value) is None) == VALIDATOR.is_valid(value)


# Into a project


@pytest.fixture
def marked(project: Project, document: str) -> str:
    """A document with a title, a paragraph that carries a choice, and a reference."""
    with project.operation("mark") as writing:
        scheme_changes.change(writing, lambda s: edits.add_feature(s, "title", "tone", "choice", {"en": "Tone"}))
        scheme_changes.change(writing, lambda s: edits.set_choices(s, "title", "tone", ["mild", "strong"]))
        spans.mark(writing, document, "title", *place("إن الجمعية العامة،"), features=[("tone", "mild")])
        spans.mark(writing, document, "operative", *place("2 - تقرر مواصلة النظر."))
        spans.mark(writing, document, "date", *place("المكتبات"))
    return document


def bring_in(project: Project, scheme: Scheme, **fates: Fate) -> Scheme:
    with project.operation("import scheme") as writing:
        return scheme_json.read_into(writing, project, scheme, fates)


def without(*labels: str) -> Scheme:
    found = DEFAULT
    for label in labels:
        found = edits.remove_label(found, label)
    return found


def test_a_scheme_is_brought_in_as_one_step(project, marked):
    other = edits.rename_label(edits.add_label(DEFAULT, "reference", "vote", {"en": "Vote"}), "title", {"en": "Head"})
    before, scheme = len(project.history(99)), project.scheme
    bring_in(project, replace(other, id="mine", version="2"))
    assert (project.scheme.id, project.scheme.version) == ("mine", "2")
    assert project.scheme.label("title").names == (("en", "Head"),)
    assert project.scheme.label("vote").layer == "reference"
    assert len(project.history(99)) == before + 1
    project.undo()
    assert project.scheme == scheme


def test_labels_that_the_file_lacks_are_told_with_their_marks(project, marked):
    found = missing(project, without("operative", "table"))
    targets = tuple(label.id for label in without("operative", "table").layer("clause").labels)
    assert found == [
        MissingLabel(project.scheme.label("operative"), 1, targets),
        MissingLabel(project.scheme.label("table"), 0, targets),
    ]
    only_clauses = replace(DEFAULT, layers=DEFAULT.layers[:1])
    assert [(each.label.id, each.targets) for each in missing(project, only_clauses)] == [
        (label, ()) for label in ("lead", "resolution", "symbol", "date", "footnote")
    ]


def test_what_nothing_is_said_about_stays_behind_the_files_own(project, marked):
    other = edits.add_label(without("operative", "table"), "clause", "own", {"en": "Own"})
    assert other.label("own").key == "O"
    bring_in(project, other, table=DROP)
    labels = [label.id for label in project.scheme.layer("clause").labels]
    assert labels[-2:] == ["own", "operative"]
    assert "table" not in labels
    assert project.scheme.label("operative").key == ""  # the file has another use for it
    assert list(soundness.problems(project.tables)) == []


def test_a_layer_stays_for_the_sake_of_its_labels(project, marked):
    scheme = replace(DEFAULT, layers=(DEFAULT.layers[2],))
    bring_in(project, scheme)
    assert [layer.id for layer in project.scheme.layers] == ["reference", "clause", "lead"]
    assert project.scheme.layer("lead").within == "clause"
    assert project.scheme.label("subclause").inside == DEFAULT.label("subclause").inside


def test_marks_get_a_label_of_the_file(project, marked):
    bring_in(project, without("operative"), operative=To("paragraph"))
    assert [span.label for span in project.spans(marked)] == ["title", "date", "paragraph"]
    assert "operative" not in [label.id for label in project.scheme.labels()]
    project.undo()
    assert [span.label for span in project.spans(marked)] == ["title", "date", "operative"]


def test_no_mark_is_left_without_its_label(project, marked):
    before = content(project)
    for fate in (DROP, To("date"), To("nowhere")):
        with pytest.raises(UserError):
            bring_in(project, without("operative"), operative=fate)
        assert content(project) == before


def test_a_label_in_use_does_not_change_its_layer(project, marked):
    date = replace(DEFAULT.label("date"), layer="lead", key="")
    moved = without("date")
    moved = replace(
        moved,
        layers=tuple(
            replace(layer, labels=(*layer.labels, date)) if layer.id == "lead" else layer for layer in moved.layers
        ),
    )
    with pytest.raises(UserError, match="cannot move from the layer “reference”"):
        bring_in(project, moved)


def test_features_and_choices_that_marks_have_stay(project, marked):
    bring_in(project, DEFAULT)
    assert project.scheme.label("title").feature("tone").choices == ("mild", "strong")
    fewer = edits.add_feature(DEFAULT, "title", "tone", "choice", {"en": "Tone"})
    bring_in(project, edits.set_choices(fewer, "title", "tone", ["loud"]))
    assert project.scheme.label("title").feature("tone").choices == ("loud", "mild")
    with pytest.raises(UserError, match="no longer be allowed, such as “mild”"):
        bring_in(project, edits.add_feature(DEFAULT, "title", "tone", "number", {"en": "Tone"}))


def test_rules_that_marks_would_break_are_refused(project, marked):
    before = content(project)
    with pytest.raises(UserError, match="“operative” cannot stand by itself"):
        bring_in(project, edits.set_nesting(DEFAULT, "operative", [], False))
    assert content(project) == before


def test_progress_of_a_layer_that_goes_goes_with_it(project, document, tmp_path):
    with project.operation("progress") as writing:
        documents.set_progress(writing, document, "lead", "done")
    bring_in(project, replace(DEFAULT, layers=(DEFAULT.layers[0], DEFAULT.layers[2])), lead=DROP)
    assert project.tables.progress() == []
    project_json.write(project, tmp_path / "a.json")
    with Project.create(tmp_path / "b.qarar", "Amal") as other:
        with other.operation("import") as writing:
            project_json.read_into(writing, other, tmp_path / "a.json")
        assert other.scheme == project.scheme
    assert KEEP == "keep"
