"""Random sound schemes and random edits of them, for tests."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from model.annotation import scheme_edits as edits
from model.annotation.layers import FEATURE_KINDS, OVERLAPS, Feature, Label, Layer, Scheme
from model.annotation.scheme_soundness import LABEL_KEYS

WORDS = st.text("ابتجد ABCéx\u200f\u202e🕊<b>&{}\"'/", min_size=1, max_size=12)
names = st.dictionaries(st.sampled_from(("ar", "en", "fr")), WORDS.map(str.strip), min_size=1, max_size=3).filter(
    lambda found: any(map(str.strip, found.values()))
)
colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
ids = st.text("abcxyz_ء", min_size=1, max_size=6)
choices = st.lists(WORDS, max_size=3, unique=True)


@st.composite
def features(draw: st.DrawFn) -> tuple[Feature, ...]:
    found: list[Feature] = []
    for name in draw(st.lists(ids, max_size=3, unique=True)):
        kind = draw(st.sampled_from(FEATURE_KINDS))
        pairs = tuple(sorted(draw(names).items()))
        found.append(Feature(name, kind, pairs, tuple(draw(choices)) if kind == "choice" else ()))
    return tuple(found)


@st.composite
def schemes(draw: st.DrawFn) -> Scheme:
    """A scheme in which nothing is wrong."""
    layer_ids = draw(st.lists(ids.filter(lambda found: found != "descriptors"), min_size=1, max_size=4, unique=True))
    label_ids = draw(st.lists(ids, max_size=8, unique=True))
    keys = iter(draw(st.permutations(LABEL_KEYS)))
    homes = {label: draw(st.sampled_from(layer_ids)) for label in label_ids}
    layers: list[Layer] = []
    for place, layer in enumerate(layer_ids):
        labels = tuple(
            Label(
                id=label,
                layer=layer,
                names=tuple(sorted(draw(names).items())),
                colour=draw(colours),
                key=next(keys) if draw(st.booleans()) else "",
                definitions=tuple(sorted(draw(st.dictionaries(st.sampled_from(("ar", "en")), WORDS)).items())),
                inside=tuple(draw(st.lists(st.sampled_from(label_ids), max_size=3, unique=True))),
                top=draw(st.booleans()),
                numbered=draw(st.booleans()),
                features=draw(features()),
            )
            for label in label_ids
            if homes[label] == layer
        )
        within = draw(st.none() | st.sampled_from(layer_ids[:place])) if place else None
        pairs = tuple(sorted(draw(names).items()))
        layers.append(Layer(layer, pairs, draw(st.sampled_from(OVERLAPS)), within, labels))
    return Scheme("mine", draw(WORDS), tuple(sorted(draw(names).items())), tuple(layers))


def random_edit(scheme: Scheme, draw: Callable[[st.SearchStrategy[Any]], Any]) -> Callable[[Scheme], Scheme]:
    """An edit, right or wrong, of something that the scheme has."""
    layer = draw(st.sampled_from([layer.id for layer in scheme.layers]))
    labels = [label.id for label in scheme.labels()]
    by = draw(st.integers(-3, 3))
    any_names = st.dictionaries(st.sampled_from(("ar", "en")), st.text("ا x\n\x00", max_size=3))
    acts: list[Callable[[], Callable[[Scheme], Scheme]]] = [
        lambda: _given(
            edits.add_layer, edits.new_id(draw(names), [each.id for each in scheme.layers], "layer"), draw(names)
        ),
        lambda: _given(edits.rename_layer, layer, draw(any_names)),
        lambda: _given(edits.move_layer, layer, by),
        lambda: _given(edits.remove_layer, layer),
        lambda: _given(edits.set_overlap, layer, draw(st.sampled_from(OVERLAPS))),
        lambda: _given(edits.set_within, layer, draw(st.none() | st.sampled_from([each.id for each in scheme.layers]))),
        lambda: _given(edits.add_label, layer, edits.new_id(draw(names), labels, "label"), draw(names)),
        lambda: _given(edits.add_label, layer, draw(ids), draw(any_names)),
        lambda: _given(edits.describe, draw(any_names), draw(st.text("1. \x00", max_size=3))),
    ]
    if labels:
        label = draw(st.sampled_from(labels))
        own = [feature.name for feature in scheme.label(label).features]
        acts += [
            lambda: _given(edits.rename_label, label, draw(any_names)),
            lambda: _given(edits.define_label, label, draw(any_names)),
            lambda: _given(edits.set_colour, label, draw(colours | st.just("red"))),
            lambda: _given(edits.set_key, label, draw(st.sampled_from((*LABEL_KEYS, "", "]", "AB", "é")))),
            lambda: _given(
                edits.set_nesting, label, draw(st.lists(st.sampled_from(labels), max_size=3)), draw(st.booleans())
            ),
            lambda: _given(edits.set_numbered, label, draw(st.booleans())),
            lambda: _given(edits.move_label, label, by),
            lambda: _given(edits.remove_label, label),
            lambda: _given(edits.add_feature, label, draw(ids), draw(st.sampled_from(FEATURE_KINDS)), draw(any_names)),
        ]
        if own:
            feature = draw(st.sampled_from(own))
            acts += [
                lambda: _given(edits.rename_feature, label, feature, draw(any_names)),
                lambda: _given(edits.set_feature_kind, label, feature, draw(st.sampled_from(FEATURE_KINDS))),
                lambda: _given(edits.set_choices, label, feature, draw(st.lists(WORDS, max_size=3))),
                lambda: _given(edits.move_feature, label, feature, by),
                lambda: _given(edits.remove_feature, label, feature),
            ]
    return draw(st.sampled_from(acts))()


def _given(edit: Callable[..., Scheme], *arguments: Any) -> Callable[[Scheme], Scheme]:
    return lambda scheme: edit(scheme, *arguments)
