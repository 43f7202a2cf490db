"""Edits of a scheme as a value: each gives another scheme and touches no project.

What must hold of the result is looked at by ``scheme_soundness``; whether the marks of a project bear it, and what
becomes of marks and values that would lose their place, is the business of ``scheme_changes``. Ids, once given, never
change.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from model.annotation.colours import new_colour
from model.annotation.layers import Feature, FeatureKind, Label, Layer, Overlap, Scheme
from model.errors import UserError

LONGEST_NAME = 200  # characters
LONGEST_DEFINITION = 10_000
_Item = TypeVar("_Item")


# Texts


def clean_names(names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Names by language as a scheme keeps them: in one line, without white space at the ends, none of them empty."""
    cleaned = {language: " ".join(text.split()) for language, text in names.items()}
    for text in cleaned.values():
        if len(text) > LONGEST_NAME or any(unicodedata.category(sign) in ("Cc", "Cs") for sign in text):
            raise UserError("A name has at most {most} characters, all of which can be shown.", most=LONGEST_NAME)
    return tuple(sorted((language, text) for language, text in cleaned.items() if text))


def clean_definitions(definitions: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Guidelines by language as a scheme keeps them: lines stay, empty ones at the ends go, none is empty."""
    cleaned = {language: text.replace("\r\n", "\n").strip() for language, text in definitions.items()}
    for text in cleaned.values():
        if len(text) > LONGEST_DEFINITION or any(
            unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t" for sign in text
        ):
            raise UserError(
                "A guideline has at most {most} characters, all of which can be shown.", most=LONGEST_DEFINITION
            )
    return tuple(sorted((language, text) for language, text in cleaned.items() if text))


def new_id(names: Mapping[str, str], taken: Iterable[str], otherwise: str) -> str:
    """An id for something new: its English name in small Latin letters, else ``otherwise``; numbered if it is taken."""
    folded = unicodedata.normalize("NFKD", names.get("en", "")).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "_", folded).strip("_")[:40].strip("_") or otherwise
    known = set(taken)
    number, found = 1, stem
    while found in known:
        number += 1
        found = f"{stem}_{number}"
    return found


# The scheme


def describe(scheme: Scheme, names: Mapping[str, str], version: str) -> Scheme:
    """Give the scheme itself other names and another version."""
    cleaned = " ".join(version.split())
    if not cleaned or len(cleaned) > LONGEST_NAME or not cleaned.isprintable():
        raise UserError("A version has at most {most} characters, all of which can be shown.", most=LONGEST_NAME)
    return replace(scheme, names=clean_names(names), version=cleaned)


# Layers


def add_layer(scheme: Scheme, layer_id: str, names: Mapping[str, str], overlap: Overlap = "free") -> Scheme:
    """A layer without labels, last."""
    return replace(scheme, layers=(*scheme.layers, Layer(layer_id, clean_names(names), overlap, None, ())))


def rename_layer(scheme: Scheme, layer: str, names: Mapping[str, str]) -> Scheme:
    """Give a layer other names."""
    return _with_layer(scheme, layer, lambda found: replace(found, names=clean_names(names)))


def move_layer(scheme: Scheme, layer: str, by: int) -> Scheme:
    """Move a layer down by so many places, up where negative; at the ends it stays."""
    return replace(scheme, layers=_moved(scheme.layers, scheme.layers.index(scheme.layer(layer)), by))


def remove_layer(scheme: Scheme, layer: str) -> Scheme:
    """Take a layer away with its labels."""
    gone = scheme.layer(layer)
    left = replace(scheme, layers=tuple(other for other in scheme.layers if other.id != layer))
    return _without_inside(left, {label.id for label in gone.labels})


def set_overlap(scheme: Scheme, layer: str, overlap: Overlap) -> Scheme:
    """Have a layer's spans overlap by another rule."""
    return _with_layer(scheme, layer, lambda found: replace(found, overlap=overlap))


def set_within(scheme: Scheme, layer: str, within: str | None) -> Scheme:
    """Have a layer's spans lie within those of another, or anywhere."""
    return _with_layer(scheme, layer, lambda found: replace(found, within=within))


# Labels


def add_label(scheme: Scheme, layer: str, label_id: str, names: Mapping[str, str], colour: str | None = None) -> Scheme:
    """A label that stands by itself, last in its layer; with a key where a letter of its English name is free."""
    taken = {label.key for label in scheme.labels()}
    letters = (letter for letter in names.get("en", "").upper() if letter.isascii() and letter.isalpha())
    key = next((letter for letter in letters if letter not in taken), "")
    used = (label.colour for label in scheme.labels())
    label = Label(
        id=label_id, layer=layer, names=clean_names(names), colour=colour or new_colour(used), key=key,
        definitions=(), inside=(), top=True, numbered=False, features=(),
    )  # fmt: skip
    return _with_layer(scheme, layer, lambda found: replace(found, labels=(*found.labels, label)))


def rename_label(scheme: Scheme, label: str, names: Mapping[str, str]) -> Scheme:
    """Give a label other names."""
    return _with_label(scheme, label, lambda found: replace(found, names=clean_names(names)))


def define_label(scheme: Scheme, label: str, definitions: Mapping[str, str]) -> Scheme:
    """Write a label's guideline, by language."""
    return _with_label(scheme, label, lambda found: replace(found, definitions=clean_definitions(definitions)))


def set_colour(scheme: Scheme, label: str, colour: str) -> Scheme:
    """Give a label another colour, ``#rrggbb``."""
    return _with_label(scheme, label, lambda found: replace(found, colour=colour.strip().lower()))


def set_key(scheme: Scheme, label: str, key: str) -> Scheme:
    """Give a label a key (see ``scheme_soundness.LABEL_KEYS``), or none; refuses that of another label."""
    wanted = key.upper()
    owner = next((other for other in scheme.labels() if wanted and other.key == wanted and other.id != label), None)
    if owner is not None:
        raise UserError("The key {key} is that of “{label}” already.", key=wanted, label=owner.id)
    return _with_label(scheme, label, lambda found: replace(found, key=wanted))


def set_nesting(scheme: Scheme, label: str, inside: Iterable[str], top: bool) -> Scheme:
    """Say in which labels of its layer a label may stand, and whether by itself too."""
    own = [other.id for other in scheme.layer(scheme.label(label).layer).labels]
    wanted = set(inside)
    for other in wanted.difference(own):
        raise UserError("“{label}” belongs to another layer than “{other}”.", label=label, other=other)
    return _with_label(
        scheme, label, lambda found: replace(found, inside=_in_order(found.inside, wanted, own), top=top)
    )


def set_numbered(scheme: Scheme, label: str, numbered: bool) -> Scheme:
    """Say whether a number is read off the text of what is marked with a label from now on."""
    return _with_label(scheme, label, lambda found: replace(found, numbered=numbered))


def move_label(scheme: Scheme, label: str, by: int) -> Scheme:
    """Move a label down in its layer by so many places, up where negative; at the ends it stays."""
    found = scheme.label(label)
    return _with_layer(
        scheme, found.layer, lambda layer: replace(layer, labels=_moved(layer.labels, layer.labels.index(found), by))
    )


def remove_label(scheme: Scheme, label: str) -> Scheme:
    """Take a label away; others no longer stand inside it."""
    layer = scheme.label(label).layer
    left = _with_layer(
        scheme, layer, lambda found: replace(found, labels=tuple(each for each in found.labels if each.id != label))
    )
    return _without_inside(left, {label})


# Features


def add_feature(scheme: Scheme, label: str, feature: str, kind: FeatureKind, names: Mapping[str, str]) -> Scheme:
    """Let spans of a label carry one more feature."""
    new = Feature(feature, kind, clean_names(names))
    return _with_label(scheme, label, lambda found: replace(found, features=(*found.features, new)))


def rename_feature(scheme: Scheme, label: str, feature: str, names: Mapping[str, str]) -> Scheme:
    """Give a feature other names for people; spans keep their values under its ``name``."""
    return _with_feature(scheme, label, feature, lambda found: replace(found, names=clean_names(names)))


def set_feature_kind(scheme: Scheme, label: str, feature: str, kind: FeatureKind) -> Scheme:
    """Have a feature's values be of another kind; choices are those of a choice only."""
    return _with_feature(
        scheme, label, feature,
        lambda found: replace(found, kind=kind, choices=found.choices if kind == "choice" else ()),
    )  # fmt: skip


def set_choices(scheme: Scheme, label: str, feature: str, choices: Sequence[str]) -> Scheme:
    """Offer other values, in this order."""
    cleaned = tuple(text for _, text in (pair for choice in choices for pair in clean_names({"": choice})))
    if len(cleaned) != len(choices):
        raise UserError("A choice of “{feature}” is empty.", feature=feature)
    return _with_feature(scheme, label, feature, lambda found: replace(found, choices=cleaned))


def move_feature(scheme: Scheme, label: str, feature: str, by: int) -> Scheme:
    """Move a feature down by so many places, up where negative; at the ends it stays."""
    found = scheme.label(label)
    place = found.features.index(found.feature(feature))
    return _with_label(scheme, label, lambda each: replace(each, features=_moved(each.features, place, by)))


def remove_feature(scheme: Scheme, label: str, feature: str) -> Scheme:
    """Take a feature away from a label."""
    scheme.label(label).feature(feature)
    return _with_label(
        scheme, label,
        lambda found: replace(found, features=tuple(each for each in found.features if each.name != feature)),
    )  # fmt: skip


def _with_layer(scheme: Scheme, layer: str, edit: Callable[[Layer], Layer]) -> Scheme:
    scheme.layer(layer)
    return replace(scheme, layers=tuple(edit(each) if each.id == layer else each for each in scheme.layers))


def _with_label(scheme: Scheme, label: str, edit: Callable[[Label], Label]) -> Scheme:
    layer = scheme.label(label).layer
    return _with_layer(
        scheme, layer,
        lambda found: replace(found, labels=tuple(edit(each) if each.id == label else each for each in found.labels)),
    )  # fmt: skip


def _with_feature(scheme: Scheme, label: str, feature: str, edit: Callable[[Feature], Feature]) -> Scheme:
    scheme.label(label).feature(feature)
    return _with_label(
        scheme, label,
        lambda found: replace(
            found, features=tuple(edit(each) if each.name == feature else each for each in found.features)
        ),
    )  # fmt: skip


def _without_inside(scheme: Scheme, gone: set[str]) -> Scheme:
    """No label stands inside those that are gone."""

    def edit(label: Label) -> Label:
        return replace(label, inside=tuple(other for other in label.inside if other not in gone))

    return replace(
        scheme, layers=tuple(replace(layer, labels=tuple(map(edit, layer.labels))) for layer in scheme.layers)
    )


def _moved(items: tuple[_Item, ...], place: int, by: int) -> tuple[_Item, ...]:
    left = [*items[:place], *items[place + 1 :]]
    left.insert(max(0, min(len(left), place + by)), items[place])
    return tuple(left)


def _in_order(before: Iterable[str], wanted: set[str], own: Iterable[str]) -> tuple[str, ...]:
    """Those that stay in the order in which they stood, then new ones in the order of the layer."""
    kept = [other for other in before if other in wanted]
    return (*kept, *(other for other in own if other in wanted and other not in kept))
