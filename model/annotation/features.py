"""Which values a feature can have, by its kind. Values are text, as spans keep them."""

import re

from model.annotation.layers import Feature
from model.errors import UserError

YES, NO = "true", "false"  # as files of clauses and the data sets made of them have always said it
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def check_feature_value(feature: Feature, value: str) -> None:
    """Refuse a value that the feature cannot have.

    ``number``: a decimal number in western digits (``-3``, ``2.5``). ``choice``: one of the choices. ``yes-no``:
    ``YES`` or ``NO``. ``text``: anything but nothing; a span without a value does not carry the feature at all.
    """
    if not value:
        raise UserError("The feature “{feature}” needs a value.", feature=feature.name)
    if _SURROGATE.search(value):
        raise UserError("The value of “{feature}” holds half of a character.", feature=feature.name)
    if feature.kind == "number" and _NUMBER.fullmatch(value) is None:
        raise UserError(
            "“{value}” is no decimal number, as the feature “{feature}” needs it.", value=value, feature=feature.name
        )
    if feature.kind == "choice" and value not in feature.choices:
        raise UserError(
            "“{value}” is none of the choices of the feature “{feature}”.", value=value, feature=feature.name
        )
    if feature.kind == "yes-no" and value not in (YES, NO):
        raise UserError(
            "“{value}” is neither yes nor no, as the feature “{feature}” needs it.", value=value, feature=feature.name
        )


def fits(feature: Feature, value: str) -> bool:
    """Whether the feature can have that value."""
    try:
        check_feature_value(feature, value)
    except UserError:
        return False
    return True
