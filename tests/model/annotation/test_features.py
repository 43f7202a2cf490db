import pytest

from model.annotation.features import check_feature_value, fits
from model.annotation.layers import Feature
from model.errors import UserError

NAMES = (("en", "Thing"),)


@pytest.mark.parametrize(
    "kind,right,wrong",
    [
        ("text", ["x", " ", "نص", "<b>"], ["", "\ud800"]),
        (
            "number",
            ["0", "-3", "+2.5", "007", "1234567890123"],
            ["", "x", "1,5", "٣", ".5", "1.", "1e3", "1\n", " 1", "--1"],
        ),
        ("choice", ["a", "ب"], ["", "A", "a ", "c"]),
        ("yes-no", ["true", "false"], ["", "yes", "True", "1", "نعم"]),
    ],
)
def test_each_kind_has_its_values(kind, right, wrong):
    feature = Feature("thing", kind, NAMES, ("a", "ب") if kind == "choice" else ())
    for value in right:
        check_feature_value(feature, value)
        assert fits(feature, value)
    for value in wrong:
        with pytest.raises(UserError, match="thing"):
            check_feature_value(feature, value)
        assert not fits(feature, value)
