from dataclasses import replace

import pytest

from model.annotation.layers import Feature, Scheme, read_scheme
from model.annotation.scheme_soundness import LABEL_KEYS, check_change, problems
from model.errors import UserError

SOUND = read_scheme()


def with_label(**changed: object) -> Scheme:
    """The default scheme with another first label."""
    layer = SOUND.layers[0]
    labels = (replace(layer.labels[0], **changed), *layer.labels[1:])
    return replace(SOUND, layers=(replace(layer, labels=labels), *SOUND.layers[1:]))


def with_layer(**changed: object) -> Scheme:
    return replace(SOUND, layers=(replace(SOUND.layers[0], **changed), *SOUND.layers[1:]))


def test_the_default_scheme_is_sound():
    assert list(problems(SOUND)) == []


FEATURE = Feature("f", "text", (("en", "F"),))


@pytest.mark.parametrize(
    "scheme,place",
    [
        (replace(SOUND, names=()), ("names",)),
        (with_layer(id="descriptors"), ("layers", 0, "id")),
        (with_layer(id=""), ("layers", 0, "id")),
        (with_layer(id="reference"), ("layers", 2, "id")),
        (with_layer(names=(("ar", " "),)), ("layers", 0, "names")),
        (with_layer(within="clause"), ("layers", 0, "within")),
        (with_layer(within="lead"), ("layers", 0, "within")),
        (with_layer(within="nowhere"), ("layers", 0, "within")),
        (with_label(id=""), ("layers", 0, "labels", 0, "id")),
        (with_label(id="title"), ("layers", 0, "labels", 2, "id")),
        (with_label(names=()), ("layers", 0, "labels", 0, "names")),
        (with_label(colour="red"), ("layers", 0, "labels", 0, "colour")),
        (with_label(colour="#12345"), ("layers", 0, "labels", 0, "colour")),
        (with_label(key="T"), ("layers", 0, "labels", 2, "key")),
        (with_label(key="]"), ("layers", 0, "labels", 0, "key")),
        (with_label(key="a"), ("layers", 0, "labels", 0, "key")),
        (with_label(key="ش"), ("layers", 0, "labels", 0, "key")),
        (with_label(inside=("nowhere",)), ("layers", 0, "labels", 0, "inside", 0)),
        (with_label(inside=("title", "title")), ("layers", 0, "labels", 0, "inside", 1)),
        (with_label(features=(FEATURE, FEATURE)), ("layers", 0, "labels", 0, "features", 1, "name")),
        (with_label(features=(replace(FEATURE, name=""),)), ("layers", 0, "labels", 0, "features", 0, "name")),
        (with_label(features=(replace(FEATURE, names=()),)), ("layers", 0, "labels", 0, "features", 0, "names")),
        (
            with_label(features=(replace(FEATURE, choices=("a",)),)),
            ("layers", 0, "labels", 0, "features", 0, "choices"),
        ),
        (
            with_label(features=(replace(FEATURE, kind="choice", choices=("a", "a")),)),
            ("layers", 0, "labels", 0, "features", 0, "choices", 1),
        ),
        (
            with_label(features=(replace(FEATURE, kind="choice", choices=("",)),)),
            ("layers", 0, "labels", 0, "features", 0, "choices", 0),
        ),
    ],
)
def test_what_is_wrong_is_found_at_its_place(scheme, place):
    assert place in [problem.place for problem in problems(scheme)]
    with pytest.raises(UserError):
        check_change(SOUND, scheme)


def test_what_was_wrong_before_stands_in_nobodys_way():
    wrong = with_label(colour="red")
    check_change(wrong, replace(wrong, version="2"))
    with pytest.raises(UserError, match="blue"):
        check_change(wrong, with_label(colour="blue"))


def test_keys_are_letters_and_digits():
    assert len(LABEL_KEYS) == 36
