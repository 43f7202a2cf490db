"""What must hold of a scheme in itself, whatever is marked with it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import ascii_uppercase, digits

from model.annotation.layers import DESCRIPTORS, Feature, Label, Scheme
from model.errors import UserError

# Signs are the text's own commands; Shift, Ctrl and Alt are not a label's to use.
LABEL_KEYS = (*ascii_uppercase, *digits)
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where: the keys and indexes that lead to it in the scheme's JSON."""

    place: Place
    refusal: UserError

    def says_the_same(self, other: "Problem") -> bool:
        """Whether both are about the same thing, wherever it stands now."""
        return (self.refusal.template, self.refusal.values) == (other.refusal.template, other.refusal.values)


def problems(scheme: Scheme) -> Iterator[Problem]:
    """Everything that is wrong with a scheme, in its order.

    Ids and feature names are there and unique; names are there in one language at least; a layer lies within another,
    never, through whatever others, within itself; colours are ``#rrggbb``; keys are among ``LABEL_KEYS`` and none is
    there twice; ``inside`` names labels of the scheme; only features of the kind ``choice`` have choices.
    """
    yield from _named(("names",), scheme.id, scheme.names)
    layers: set[str] = set()
    labels: set[str] = set()
    keys: dict[str, str] = {}
    for index, layer in enumerate(scheme.layers):
        at: Place = ("layers", index)
        if layer.id in layers:
            yield Problem((*at, "id"), UserError("The id “{id}” is there twice.", id=layer.id))
        elif not layer.id or layer.id == DESCRIPTORS:
            yield Problem((*at, "id"), UserError("“{id}” cannot be the id of a layer.", id=layer.id))
        layers.add(layer.id)
        yield from _named((*at, "names"), layer.id, layer.names)
        for number, label in enumerate(layer.labels):
            yield from _of_label((*at, "labels", number), label, labels, keys)
    yield from _references(scheme, labels)


def check_change(before: Scheme, after: Scheme) -> None:
    """Refuse the first problem that a change brings in; what was wrong before does not stand in its way."""
    known = list(problems(before))
    for problem in problems(after):
        if not any(problem.says_the_same(other) for other in known):
            raise problem.refusal


def _of_label(at: Place, label: Label, labels: set[str], keys: dict[str, str]) -> Iterator[Problem]:
    if label.id in labels:
        yield Problem((*at, "id"), UserError("The id “{id}” is there twice.", id=label.id))
    elif not label.id:
        yield Problem((*at, "id"), UserError("“{id}” cannot be the id of a label.", id=label.id))
    labels.add(label.id)
    yield from _named((*at, "names"), label.id, label.names)
    if _COLOUR.fullmatch(label.colour) is None:
        yield Problem((*at, "colour"), UserError("“{colour}” is no colour of the form #rrggbb.", colour=label.colour))
    if label.key:
        if label.key not in LABEL_KEYS:
            yield Problem(
                (*at, "key"), UserError("“{key}” cannot be a label's key; letters and digits can.", key=label.key)
            )
        elif label.key in keys:
            yield Problem(
                (*at, "key"),
                UserError("The key {key} is that of “{label}” already.", key=label.key, label=keys[label.key]),
            )
        keys.setdefault(label.key, label.id)
    names: set[str] = set()
    for number, feature in enumerate(label.features):
        place = (*at, "features", number)
        if not feature.name or feature.name in names:
            yield Problem(
                (*place, "name"),
                UserError("“{label}” cannot have two features “{feature}”.", label=label.id, feature=feature.name)
                if feature.name
                else UserError("A feature of “{label}” has no name.", label=label.id),
            )
        names.add(feature.name)
        yield from _of_feature(place, feature)


def _of_feature(at: Place, feature: Feature) -> Iterator[Problem]:
    yield from _named((*at, "names"), feature.name, feature.names)
    if feature.choices and feature.kind != "choice":
        yield Problem(
            (*at, "choices"),
            UserError("“{feature}” has choices, but its kind is not “choice”.", feature=feature.name),
        )
    for place, choice in _doubles(feature.choices):
        yield Problem(
            (*at, "choices", place),
            UserError("“{feature}” has the choice “{choice}” twice.", feature=feature.name, choice=choice),
        )
    for place, choice in enumerate(feature.choices):
        if not choice:
            yield Problem((*at, "choices", place), UserError("A choice of “{feature}” is empty.", feature=feature.name))


def _references(scheme: Scheme, labels: set[str]) -> Iterator[Problem]:
    within = {layer.id: layer.within for layer in scheme.layers}
    for index, layer in enumerate(scheme.layers):
        at: Place = ("layers", index)
        if layer.within is not None and layer.within not in within:
            yield Problem(
                (*at, "within"),
                UserError("“{layer}” lies within a layer that is not there (“{id}”).", layer=layer.id, id=layer.within),
            )
        elif layer.id in _around(layer.id, within):
            yield Problem((*at, "within"), UserError("The layer “{layer}” cannot lie within itself.", layer=layer.id))
        for number, label in enumerate(layer.labels):
            place = (*at, "labels", number, "inside")
            for position, other in enumerate(label.inside):
                if other not in labels:
                    yield Problem(
                        (*place, position),
                        UserError("“{label}” stands in a label that is not there (“{id}”).", label=label.id, id=other),
                    )
            for position, other in _doubles(label.inside):
                yield Problem(
                    (*place, position),
                    UserError("“{label}” is said twice to stand inside “{other}”.", label=label.id, other=other),
                )


def _around(layer: str, within: dict[str, str | None]) -> set[str]:
    """The layers around one, itself among them where they go in a circle."""
    found: set[str] = set()
    outer = within[layer]
    while outer is not None and outer not in found:
        found.add(outer)
        outer = within.get(outer)
    return found


def _named(place: Place, owner: str, names: tuple[tuple[str, str], ...]) -> Iterator[Problem]:
    if not any(text.strip() for _, text in names):
        yield Problem(place, UserError("“{id}” needs a name in one language at least.", id=owner))


def _doubles(values: Iterable[str]) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for place, value in enumerate(values):
        if value in seen:
            yield place, value
        seen.add(value)
