"""Scheme files: the layers and labels of a project by themselves, to be used in another.

History of the format: ``qarar-scheme/1`` is the first. Its JSON Schema is ``resources/schema/scheme-1.json``; the
file is described in ``docs/scheme-format.md``. One JSON object in UTF-8, indented, the same scheme always in the same
bytes.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, cast

from model.annotation import scheme_changes, scheme_use
from model.annotation.features import fits
from model.annotation.layers import Feature, Label, Layer, Scheme, scheme_from_json, scheme_to_json
from model.annotation.scheme_soundness import problems
from model.errors import UserError
from model.formats import json_file
from model.formats.atomic import replacing
from model.formats.json_schema import pointer, read_schema, refuse
from model.project import Project
from model.storage.journal import Writing

FORMAT = "qarar-scheme/1"
SCHEMA = Path(__file__).resolve().parents[2] / "resources" / "schema" / "scheme-1.json"

_ANY_VERSION = re.compile(r"qarar-scheme/([1-9][0-9]{0,8})")

# What becomes of a label that the file lacks: it stays, it goes (where nothing is marked with it), or its marks get
# the label of the file that has this id.
KEEP: Literal["keep"] = "keep"
DROP: Literal["drop"] = "drop"


@dataclass(frozen=True, slots=True)
class To:
    """Marks go to the label of this id."""

    label: str


Fate = Literal["keep", "drop"] | To


@dataclass(frozen=True, slots=True)
class MissingLabel:
    """A label of the project that a file lacks; ``spans`` are marked with it, ``targets`` are ids of labels in the file
    that its marks could get."""

    label: Label
    spans: int
    targets: tuple[str, ...]


def write(scheme: Scheme, target: Path) -> None:
    """Write a scheme in the place of ``target``."""
    with replacing(target) as file:
        file.write(as_bytes(scheme))


def as_bytes(scheme: Scheme) -> bytes:
    """The file of a scheme."""
    data = {"format": FORMAT, **scheme_to_json(scheme)}
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def read(path: Path) -> Scheme:
    """The scheme of a file; one without ``format`` is read as ``qarar-scheme/1``.

    Refuses, with the place, what has not the shape of one and what does not fit together.
    """
    data = json_file.parse(path)
    _check_version(path, data)
    misfit = read_schema(SCHEMA)(data)
    if misfit is not None:
        raise refuse(path, misfit)
    scheme = scheme_from_json(data)
    for problem in problems(scheme):
        raise UserError("{path}: {place}: {problem}", path=path, place=pointer(*problem.place), problem=problem.refusal)
    return scheme


def missing(project: Project, scheme: Scheme) -> list[MissingLabel]:
    """The project's labels that a scheme lacks, in order: about each is to be asked before it is brought in."""
    used = scheme_use.counts(project)
    theirs = {label.id for label in scheme.labels()}
    layers = {layer.id: layer for layer in scheme.layers}
    return [
        MissingLabel(
            label,
            used.get(label.id, 0),
            tuple(other.id for other in layers[layer.id].labels) if layer.id in layers else (),
        )
        for layer in project.scheme.layers
        for label in layer.labels
        if label.id not in theirs
    ]


def read_into(writing: Writing, project: Project, scheme: Scheme, fates: Mapping[str, Fate]) -> Scheme:
    """Have the project use the scheme of a file, as one step; gives what it uses then.

    What both have becomes as in the file, in its order. ``fates`` says what becomes of each label that the file lacks
    (``KEEP`` where nothing is said). One that stays stands behind the file's in its layer, which stays for its sake; it
    gives up its key where the file has another use for it. Features and choices that marks have stay too. Everything
    is refused where marks would be against the file's rules, or would be without a label.
    """
    present = project.scheme
    theirs = {label.id for label in scheme.labels()}
    moves = {label: fate.label for label, fate in fates.items() if isinstance(fate, To) and label not in theirs}
    gone = {label for label, fate in fates.items() if fate != KEEP}
    wanted = _with_kept(present, scheme, [label for label in present.labels() if label.id not in theirs | gone])
    wanted = _with_values(project, present, wanted)
    return scheme_changes.use_scheme(writing, wanted, moves)


def _check_version(path: Path, data: Any) -> None:
    found = cast("dict[str, Any]", data).get("format", FORMAT) if isinstance(data, dict) else FORMAT
    if found == FORMAT:
        return
    if isinstance(found, str) and _ANY_VERSION.fullmatch(found) is not None:
        raise UserError(
            "{path}: made by a newer version of Qarar ({format}); this one reads {known}.",
            path=path,
            format=found,
            known=FORMAT,
        )
    raise UserError("{path}: not a scheme of Qarar: its “format” is not {known}.", path=path, known=FORMAT)


def _with_kept(present: Scheme, scheme: Scheme, kept: list[Label]) -> Scheme:
    """The scheme of a file with labels of the project behind its own."""
    keys = {label.key for label in scheme.labels()}
    layers = {layer.id: layer for layer in scheme.layers}
    for label in kept:
        _keep_layer(present, layers, label.layer)
        own = label if label.key not in keys else replace(label, key="")
        layers[label.layer] = replace(layers[label.layer], labels=(*layers[label.layer].labels, own))
    there = {label.id for layer in layers.values() for label in layer.labels}

    def only_there(label: Label) -> Label:
        return replace(label, inside=tuple(other for other in label.inside if other in there))

    return replace(
        scheme,
        layers=tuple(replace(layer, labels=tuple(map(only_there, layer.labels))) for layer in layers.values()),
    )


def _keep_layer(present: Scheme, layers: dict[str, Layer], layer: str) -> None:
    """Have a layer of the project among those of a file, and the one within which it lies."""
    if layer not in layers:
        found = present.layer(layer)
        layers[layer] = replace(found, labels=())
        if found.within is not None:
            _keep_layer(present, layers, found.within)


def _with_values(project: Project, present: Scheme, wanted: Scheme) -> Scheme:
    """The same with the features and choices that marks have and the file lacks."""
    known = {label.id: label for label in present.labels()}

    def edit(label: Label) -> Label:
        was = known.get(label.id)
        if was is None or was.features == label.features:
            return label
        used = scheme_use.feature_counts(project, label.id)
        features = [_with_choices(project, label.id, was, feature) for feature in label.features]
        names = {feature.name for feature in features}
        features += [feature for feature in was.features if feature.name in used and feature.name not in names]
        return replace(label, features=tuple(features))

    return replace(
        wanted, layers=tuple(replace(layer, labels=tuple(map(edit, layer.labels))) for layer in wanted.layers)
    )


def _with_choices(project: Project, label: str, was: Label, feature: Feature) -> Feature:
    before = next((other for other in was.features if other.name == feature.name), None)
    if before is None or feature.kind != "choice":
        return feature
    values = scheme_use.value_counts(project, label, feature.name)
    more = [choice for choice in before.choices if choice in values and not fits(feature, choice)]
    return replace(feature, choices=(*feature.choices, *more))
