"""Each act is one step with a name; what it does to marks is tested with the model."""

import ast
from pathlib import Path

import pytest

from gui import scheme_operations as acts
from model.annotation.layers import read_scheme
from model.errors import UserError
from model.project import Project


@pytest.fixture
def project(tmp_path: Path):
    with Project.create(tmp_path / "a.qarar", "Sara") as made:
        yield made


def test_each_act_is_one_step_that_undo_takes_back(project):
    done = [
        lambda: acts.describe_scheme(project, {"en": "Mine"}, "2"),
        lambda: acts.add_layer(project, {"en": "Voices"}),
        lambda: acts.rename_layer(project, "voices", {"en": "V"}),
        lambda: acts.move_layer(project, "voices", -1),
        lambda: acts.set_overlap(project, "voices", "apart"),
        lambda: acts.set_within(project, "voices", "clause"),
        lambda: acts.add_label(project, "voices", {"en": "Speaker"}),
        lambda: acts.rename_label(project, "speaker", {"en": "S"}),
        lambda: acts.move_label(project, "title", 1),
        lambda: acts.set_colour(project, "speaker", "#010203"),
        lambda: acts.set_key(project, "speaker", "9"),
        lambda: acts.define_label(project, "speaker", {"en": "Who speaks."}),
        lambda: acts.set_nesting(project, "title", ["operative"], False),
        lambda: acts.set_numbered(project, "title", True),
        lambda: acts.add_feature(project, "speaker", {"en": "Tone"}),
        lambda: acts.rename_feature(project, "speaker", "tone", {"en": "T"}),
        lambda: acts.set_feature_kind(project, "speaker", "tone", "choice"),
        lambda: acts.set_choices(project, "speaker", "tone", ["a", "b"]),
        lambda: acts.replace_choice(project, "speaker", "tone", "a", "c"),
        lambda: acts.delete_choice(project, "speaker", "tone", "b"),
        lambda: acts.add_feature(project, "speaker", {"en": "Other"}),
        lambda: acts.move_feature(project, "speaker", "other", -1),
        lambda: acts.delete_feature(project, "speaker", "other"),
        lambda: acts.delete_label(project, "table"),
        lambda: acts.delete_layer(project, "voices"),
        lambda: acts.import_scheme(project, read_scheme(), {}),
    ]
    schemes = [project.scheme]
    for act in done:
        assert act() is not None
        schemes.append(project.scheme)
        assert len(project.history(999)) == len(schemes) - 1
    for scheme in reversed(schemes[:-1]):
        project.undo()
        assert project.scheme == scheme


def test_ids_are_made_of_names_and_told(project):
    assert acts.add_layer(project, {"ar": "أصوات"}) == "layer"
    assert acts.add_layer(project, {"en": "Descriptors"}) == "descriptors_2"
    assert acts.add_label(project, "layer", {"en": "Title"}) == "title_2"
    assert acts.add_label(project, "layer", {"en": "Vote"}, "ballot") == "ballot"
    assert acts.add_feature(project, "ballot", {"en": "In favour"}, kind="number") == "in_favour"
    assert project.scheme.label("ballot").feature("in_favour").kind == "number"


def test_what_changes_nothing_is_no_step(project):
    acts.set_colour(project, "title", project.scheme.label("title").colour)
    assert project.history(9) == []


def test_an_export_is_no_step(project, tmp_path):
    assert acts.export_scheme(project, tmp_path / "x.json") == tmp_path / "x.json"
    assert project.history(9) == []


def test_what_is_open_for_reading_only_is_not_changed(project):
    with Project.open(project.path, None) as reading, pytest.raises(UserError, match="reading only"):
        acts.set_colour(reading, "title", "#000000")


def test_every_name_is_among_those_that_are_translated():
    tree = ast.parse(Path(acts.__file__).read_text("utf-8"))
    used = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = {"operation": 0, "_edit": 1}.get(name)
            if place is not None and isinstance(node.args[place], ast.Constant):
                used.add(node.args[place].value)
    assert used == set(map(str, acts.NAMES))
