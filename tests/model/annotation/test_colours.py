from itertools import combinations

import pytest

from model.annotation import scheme_edits
from model.annotation.colours import VISIBLE, difference, new_colour
from model.annotation.layers import read_scheme


def test_what_looks_alike_differs_little() -> None:
    assert difference("#3f9b63", "#3f9b63") == 0
    assert difference("#8e5bb5", "#8a4fb0") < VISIBLE < difference("#8e5bb5", "#b5473c")
    assert 0 < difference("#404040", "#808080") < difference("#404040", "#c00000")
    assert 0.4 < difference("#000000", "#ffffff") < 0.6


def test_new_labels_look_unlike_each_other_and_those_that_are_there() -> None:
    scheme = read_scheme()
    for number in range(10):
        used = [label.colour for label in scheme.labels()]
        scheme = scheme_edits.add_label(scheme, "clause", f"own_{number}", {"en": "Own"})
        added = scheme.label(f"own_{number}").colour
        assert min(difference(added, other) for other in used) >= VISIBLE


def test_the_first_colours_are_the_usual_ones() -> None:
    used: list[str] = []
    for _ in range(9):
        used.append(new_colour(used))
    assert used[:3] == ["#5b6abf", "#3f9b63", "#b5473c"]
    assert all(difference(*pair) >= VISIBLE for pair in combinations(used, 2))


@pytest.mark.parametrize("used", [[], ["", "red", "#12345", "#GGGGGG"]])
def test_what_is_no_colour_counts_for_nothing(used: list[str]) -> None:
    assert new_colour(used) == "#5b6abf"
