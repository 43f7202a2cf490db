"""Sentences about marks, with the names of labels, layers and features in the place of their ids."""

from model.annotation.layers import Scheme
from model.errors import UserError

_LABELS = frozenset({"label", "other", "parent"})


def name_of(scheme: Scheme, key: str, value: str, language: str) -> str:
    """What people call what a sentence has in the place ``key``; the value itself where it is no id of the scheme."""
    if key in _LABELS:
        return next((label.name(language) for label in scheme.labels() if label.id == value), value)
    if key == "layer":
        return next((layer.name(language) for layer in scheme.layers if layer.id == value), value)
    if key == "feature":
        features = (feature for label in scheme.labels() for feature in label.features)
        return next((feature.title(language) for feature in features if feature.name == value), value)
    return value


def with_names(refusal: UserError, scheme: Scheme, language: str = "en") -> UserError:
    """The sentence, and those in it, with names for ids: for where sentences are read as they are, in English."""
    values = dict(refusal.values)
    for key, value in values.items():
        if isinstance(value, UserError):
            values[key] = with_names(value, scheme, language)
        elif isinstance(value, str):
            values[key] = name_of(scheme, key, value, language)
    return UserError(refusal.template, **values)
