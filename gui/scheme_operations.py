"""Everything that the scheme editor does to a project, each act one undoable operation.

All functions take the open project first, raise the model's ``UserError`` where something forbids the act, and give
something that is not None. Names are by language code.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP

from model.annotation import scheme_changes, scheme_edits
from model.annotation.layers import DESCRIPTORS, FeatureKind, Overlap, Scheme
from model.formats import scheme_json
from model.formats.scheme_json import Fate
from model.project import Project

# What the acts are called in the history; shown as those of ``gui.i18n.operation_names``.
NAMES = (
    QT_TRANSLATE_NOOP("Operation", "describe scheme"),
    QT_TRANSLATE_NOOP("Operation", "import scheme"),
    QT_TRANSLATE_NOOP("Operation", "add layer"),
    QT_TRANSLATE_NOOP("Operation", "rename layer"),
    QT_TRANSLATE_NOOP("Operation", "move layer"),
    QT_TRANSLATE_NOOP("Operation", "delete layer"),
    QT_TRANSLATE_NOOP("Operation", "change overlap"),
    QT_TRANSLATE_NOOP("Operation", "add label"),
    QT_TRANSLATE_NOOP("Operation", "rename label"),
    QT_TRANSLATE_NOOP("Operation", "move label"),
    QT_TRANSLATE_NOOP("Operation", "delete label"),
    QT_TRANSLATE_NOOP("Operation", "change colour"),
    QT_TRANSLATE_NOOP("Operation", "change key"),
    QT_TRANSLATE_NOOP("Operation", "write guideline"),
    QT_TRANSLATE_NOOP("Operation", "change nesting"),
    QT_TRANSLATE_NOOP("Operation", "change numbering"),
    QT_TRANSLATE_NOOP("Operation", "add feature"),
    QT_TRANSLATE_NOOP("Operation", "rename feature"),
    QT_TRANSLATE_NOOP("Operation", "move feature"),
    QT_TRANSLATE_NOOP("Operation", "delete feature"),
    QT_TRANSLATE_NOOP("Operation", "change kind of feature"),
    QT_TRANSLATE_NOOP("Operation", "change choices"),
)


def describe_scheme(project: Project, names: Mapping[str, str], version: str) -> bool:
    """Give the scheme other names and another version."""
    return _edit(project, "describe scheme", lambda scheme: scheme_edits.describe(scheme, names, version))


def import_scheme(project: Project, scheme: Scheme, fates: Mapping[str, Fate]) -> Scheme:
    """Have the project use the scheme of a file; ``fates`` as in ``scheme_json.read_into``."""
    with project.operation("import scheme") as writing:
        return scheme_json.read_into(writing, project, scheme, fates)


def export_scheme(project: Project, target: Path) -> Path:
    """Write the project's scheme to a file; no operation, for the project does not change."""
    scheme_json.write(project.scheme, target)
    return target


# Layers


def add_layer(project: Project, names: Mapping[str, str], layer_id: str = "", overlap: Overlap = "free") -> str:
    """Add a layer, last; gives its id, which is made of its name where none is given."""
    taken = [layer.id for layer in project.scheme.layers] + [DESCRIPTORS]
    wanted = layer_id or scheme_edits.new_id(names, taken, "layer")
    _edit(project, "add layer", lambda scheme: scheme_edits.add_layer(scheme, wanted, names, overlap))
    return wanted


def rename_layer(project: Project, layer: str, names: Mapping[str, str]) -> bool:
    """Give a layer other names."""
    return _edit(project, "rename layer", lambda scheme: scheme_edits.rename_layer(scheme, layer, names))


def move_layer(project: Project, layer: str, by: int) -> bool:
    """Move a layer down by so many places."""
    return _edit(project, "move layer", lambda scheme: scheme_edits.move_layer(scheme, layer, by))


def delete_layer(project: Project, layer: str, delete_marks: bool = False) -> bool:
    """Delete a layer with its labels; with its marks only where that was asked for."""
    with project.operation("delete layer") as writing:
        scheme_changes.delete_layer(writing, layer, delete_marks=delete_marks)
    return True


def set_overlap(project: Project, layer: str, overlap: Overlap) -> bool:
    """Have a layer's marks overlap by another rule."""
    return _edit(project, "change overlap", lambda scheme: scheme_edits.set_overlap(scheme, layer, overlap))


def set_within(project: Project, layer: str, within: str | None) -> bool:
    """Have a layer's marks lie within those of another, or anywhere."""
    return _edit(project, "change overlap", lambda scheme: scheme_edits.set_within(scheme, layer, within))


# Labels


def add_label(project: Project, layer: str, names: Mapping[str, str], label_id: str = "") -> str:
    """Add a label, last in its layer; gives its id, which is made of its name where none is given."""
    wanted = label_id or scheme_edits.new_id(names, [label.id for label in project.scheme.labels()], "label")
    _edit(project, "add label", lambda scheme: scheme_edits.add_label(scheme, layer, wanted, names))
    return wanted


def rename_label(project: Project, label: str, names: Mapping[str, str]) -> bool:
    """Give a label other names."""
    return _edit(project, "rename label", lambda scheme: scheme_edits.rename_label(scheme, label, names))


def move_label(project: Project, label: str, by: int) -> bool:
    """Move a label down in its layer by so many places."""
    return _edit(project, "move label", lambda scheme: scheme_edits.move_label(scheme, label, by))


def delete_label(project: Project, label: str, to: str | None = None, delete_marks: bool = False) -> bool:
    """Delete a label; its marks get the label ``to``, or are deleted where that was asked for."""
    with project.operation("delete label") as writing:
        scheme_changes.delete_label(writing, label, to=to, delete_marks=delete_marks)
    return True


def set_colour(project: Project, label: str, colour: str) -> bool:
    """Give a label another colour, ``#rrggbb``."""
    return _edit(project, "change colour", lambda scheme: scheme_edits.set_colour(scheme, label, colour))


def set_key(project: Project, label: str, key: str) -> bool:
    """Give a label another key, or none (empty)."""
    return _edit(project, "change key", lambda scheme: scheme_edits.set_key(scheme, label, key))


def define_label(project: Project, label: str, definitions: Mapping[str, str]) -> bool:
    """Write a label's guideline."""
    return _edit(project, "write guideline", lambda scheme: scheme_edits.define_label(scheme, label, definitions))


def set_nesting(project: Project, label: str, inside: list[str], top: bool) -> bool:
    """Say in which labels a label may stand, and whether by itself."""
    return _edit(project, "change nesting", lambda scheme: scheme_edits.set_nesting(scheme, label, inside, top))


def set_numbered(project: Project, label: str, numbered: bool) -> bool:
    """Say whether a number is read off the text when something is marked with a label."""
    return _edit(project, "change numbering", lambda scheme: scheme_edits.set_numbered(scheme, label, numbered))


# Features


def add_feature(
    project: Project, label: str, names: Mapping[str, str], feature: str = "", kind: FeatureKind = "text"
) -> str:
    """Let marks of a label carry one more feature; gives its name, made of its English one where none is given."""
    taken = [each.name for each in project.scheme.label(label).features]
    wanted = feature or scheme_edits.new_id(names, taken, "feature")
    _edit(project, "add feature", lambda scheme: scheme_edits.add_feature(scheme, label, wanted, kind, names))
    return wanted


def rename_feature(project: Project, label: str, feature: str, names: Mapping[str, str]) -> bool:
    """Give a feature other names for people."""
    return _edit(project, "rename feature", lambda scheme: scheme_edits.rename_feature(scheme, label, feature, names))


def set_feature_kind(project: Project, label: str, feature: str, kind: FeatureKind) -> bool:
    """Have a feature's values be of another kind."""
    return _edit(
        project, "change kind of feature", lambda scheme: scheme_edits.set_feature_kind(scheme, label, feature, kind)
    )


def move_feature(project: Project, label: str, feature: str, by: int) -> bool:
    """Move a feature down by so many places."""
    return _edit(project, "move feature", lambda scheme: scheme_edits.move_feature(scheme, label, feature, by))


def delete_feature(project: Project, label: str, feature: str, delete_values: bool = False) -> bool:
    """Delete a feature; the values that marks have only where that was asked for."""
    with project.operation("delete feature") as writing:
        scheme_changes.delete_feature(writing, label, feature, delete_values=delete_values)
    return True


def set_choices(project: Project, label: str, feature: str, choices: list[str]) -> bool:
    """Offer these choices, in this order."""
    return _edit(project, "change choices", lambda scheme: scheme_edits.set_choices(scheme, label, feature, choices))


def replace_choice(project: Project, label: str, feature: str, choice: str, new: str) -> bool:
    """Put another wording in the place of a choice, also in the marks that have it."""
    with project.operation("change choices") as writing:
        scheme_changes.replace_choice(writing, label, feature, choice, new)
    return True


def delete_choice(project: Project, label: str, feature: str, choice: str, delete_values: bool = False) -> bool:
    """Offer a choice no longer; it is taken off the marks that have it only where that was asked for."""
    with project.operation("change choices") as writing:
        scheme_changes.delete_choice(writing, label, feature, choice, delete_values=delete_values)
    return True


def _edit(project: Project, name: str, edit: Callable[[Scheme], Scheme]) -> bool:
    with project.operation(name) as writing:
        scheme_changes.change(writing, edit)
    return True
