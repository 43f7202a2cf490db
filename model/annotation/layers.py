"""Schemes: which layers and labels there are, and what may stand inside what. Data, read from and written to JSON."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

from model.errors import UserError

Overlap = Literal["tree", "apart", "free"]
FeatureKind = Literal["text", "number", "choice", "yes-no"]
OVERLAPS: tuple[Overlap, ...] = ("tree", "apart", "free")
FEATURE_KINDS: tuple[FeatureKind, ...] = ("text", "number", "choice", "yes-no")
DESCRIPTORS = "descriptors"  # the task beside the layers; no layer can have it as its id


@dataclass(frozen=True, slots=True)
class Feature:
    """A property that spans of a label can carry; ``choices`` only for kind ``choice``.

    ``name`` is what tells it from the label's other features and what spans keep their values under; ``names`` are what
    people call it, by language code.
    """

    name: str
    kind: FeatureKind
    names: tuple[tuple[str, str], ...]
    choices: tuple[str, ...] = ()

    def title(self, language: str) -> str:
        """What people call it in ``language``, else in English, else in any, else its ``name``."""
        return _in_language(self.names, language) or self.name


@dataclass(frozen=True, slots=True)
class Label:
    """One kind of span in a layer.

    ``names`` and ``definitions`` are by language code; ``colour`` is ``#rrggbb``; ``key`` is the physical key (its
    letter or digit on a US keyboard) or empty; ``inside`` lists the labels it may nest in directly, ``top`` says
    whether it may also stand by itself; ``numbered`` whether a number is read off its text when it is marked.
    """

    id: str
    layer: str
    names: tuple[tuple[str, str], ...]
    colour: str
    key: str
    definitions: tuple[tuple[str, str], ...]
    inside: tuple[str, ...]
    top: bool
    numbered: bool
    features: tuple[Feature, ...]

    def name(self, language: str) -> str:
        """The name in ``language``, else in English, else in any, else the id."""
        return _in_language(self.names, language) or self.id

    def definition(self, language: str) -> str:
        """The guideline in ``language``, else in English, else in any, else nothing."""
        return _in_language(self.definitions, language)

    def feature(self, name: str) -> Feature:
        """The feature of that name; refuses an unknown one."""
        for feature in self.features:
            if feature.name == name:
                return feature
        raise UserError("“{label}” has no feature “{feature}”.", label=self.id, feature=name)


@dataclass(frozen=True, slots=True)
class Layer:
    """A set of labels under one rule of overlap.

    ``tree``: spans nest by containment, never cross, never have equal limits. ``apart``: spans do not overlap.
    ``free``: anything goes except the same label twice at the same limits. ``within`` names the layer in whose spans
    those of this layer must lie (at most one in each innermost span), or null.
    """

    id: str
    names: tuple[tuple[str, str], ...]
    overlap: Overlap
    within: str | None
    labels: tuple[Label, ...]

    def name(self, language: str) -> str:
        """The name in ``language``, else in English, else in any, else the id."""
        return _in_language(self.names, language) or self.id


@dataclass(frozen=True, slots=True)
class Scheme:
    """The layers and labels of a project, in order."""

    id: str
    version: str
    names: tuple[tuple[str, str], ...]
    layers: tuple[Layer, ...]

    def labels(self) -> Iterator[Label]:
        """All labels, layer by layer, in order."""
        for layer in self.layers:
            yield from layer.labels

    @property
    def clauses(self) -> Layer | None:
        """The layer of clauses: the first whose marks nest; null where none does."""
        return next((layer for layer in self.layers if layer.overlap == "tree"), None)

    def layers_within(self, layer_id: str) -> tuple[Layer, ...]:
        """The layers whose marks must lie in those of this one (leading phrases in clauses)."""
        return tuple(layer for layer in self.layers if layer.within == layer_id)

    def layer(self, layer_id: str) -> Layer:
        """The layer of that id; refuses an unknown one."""
        for layer in self.layers:
            if layer.id == layer_id:
                return layer
        raise UserError("The scheme has no layer “{layer}”.", layer=layer_id)

    def label(self, label_id: str) -> Label:
        """The label of that id; refuses an unknown one."""
        for label in self.labels():
            if label.id == label_id:
                return label
        raise UserError("The scheme has no label “{label}”.", label=label_id)

    def tasks(self) -> tuple[str, ...]:
        """What progress is kept for: each layer's id, then ``descriptors``."""
        return (*(layer.id for layer in self.layers), DESCRIPTORS)


DEFAULT_SCHEME = Path(__file__).resolve().parents[2] / "resources" / "schemes" / "un-resolution.json"


def read_scheme(path: Path = DEFAULT_SCHEME) -> Scheme:
    """The scheme of a JSON file (see ``resources/schemes/un-resolution.json``); refuses what is not one."""
    try:
        return scheme_from_json(cast(Mapping[str, Any], json.loads(path.read_text("utf-8"))))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError("{path}: not a scheme ({reason}).", path=path, reason=error) from error


def scheme_from_json(data: Mapping[str, Any]) -> Scheme:
    """A scheme from its JSON object."""
    layers: list[Layer] = []
    for layer in data["layers"]:
        labels = tuple(
            Label(
                id=str(label["id"]),
                layer=str(layer["id"]),
                names=names_from_json(label["names"]),
                colour=str(label["colour"]),
                key=str(label["key"]),
                definitions=names_from_json(label["definitions"]),
                inside=tuple(str(other) for other in label["inside"]),
                top=bool(label["top"]),
                numbered=bool(label["numbered"]),
                features=tuple(feature_from_json(feature) for feature in label["features"]),
            )
            for label in layer["labels"]
        )
        layers.append(
            Layer(str(layer["id"]), names_from_json(layer["names"]), layer["overlap"], layer["within"], labels)
        )
    return Scheme(str(data["id"]), str(data["version"]), names_from_json(data["names"]), tuple(layers))


def scheme_to_json(scheme: Scheme) -> dict[str, Any]:
    """The JSON object of a scheme; ``scheme_from_json`` gives the same scheme back."""
    return {
        "id": scheme.id,
        "version": scheme.version,
        "names": dict(scheme.names),
        "layers": [
            {
                "id": layer.id,
                "names": dict(layer.names),
                "overlap": layer.overlap,
                "within": layer.within,
                "labels": [
                    {
                        "id": label.id,
                        "names": dict(label.names),
                        "colour": label.colour,
                        "key": label.key,
                        "definitions": dict(label.definitions),
                        "inside": list(label.inside),
                        "top": label.top,
                        "numbered": label.numbered,
                        "features": [feature_to_json(feature) for feature in label.features],
                    }
                    for label in layer.labels
                ],
            }
            for layer in scheme.layers
        ],
    }


def _in_language(texts: tuple[tuple[str, str], ...], language: str) -> str:
    found = dict(texts)
    return found.get(language) or found.get("en") or next((text for _, text in texts if text), "")


def names_from_json(data: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Language and text pairs in order of language code."""
    return tuple(sorted((str(language), str(text)) for language, text in data.items()))


def feature_from_json(data: Mapping[str, Any]) -> Feature:
    """A feature from its JSON object."""
    return Feature(
        str(data["name"]), data["kind"], names_from_json(data["names"]), tuple(map(str, data.get("choices", ())))
    )


def feature_to_json(feature: Feature) -> dict[str, Any]:
    """The JSON object of a feature."""
    return {
        "name": feature.name,
        "kind": feature.kind,
        "names": dict(feature.names),
        "choices": list(feature.choices),
    }
