"""Chances that hold."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.segmentation.calibration import LEAST, MOST, Calibration, Knots, calibrated

chances = st.floats(0, 1)


def test_between_knots_it_is_straight_and_outside_level() -> None:
    knots = Knots((0.2, 0.6, 0.8), (0.1, 0.5, 0.9))
    assert [knots.at(chance) for chance in (0.0, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 1.0)] == pytest.approx(
        [0.1, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 0.9]
    )


def test_a_single_knot_is_level() -> None:
    assert [Knots((0.5,), (0.7,)).at(chance) for chance in (0.0, 0.5, 1.0)] == [0.7] * 3


def test_a_label_without_knots_keeps_its_chances_but_none_is_certain() -> None:
    calibration = Calibration({"operative": Knots((0.0, 1.0), (0.5, 1.0))})
    assert [calibration.chance("title", raw) for raw in (0.0, 0.3, 1.0)] == [LEAST, 0.3, MOST]
    assert [calibration.chance("operative", raw) for raw in (0.0, 0.5, 1.0)] == [0.5, 0.75, MOST]


@settings(max_examples=60)
@given(st.lists(st.tuples(chances, st.booleans()), min_size=1, max_size=40), st.lists(chances, min_size=2, max_size=20))
def test_what_is_worth_more_was_surer(judged: list[tuple[float, bool]], asked: list[float]) -> None:
    pytest.importorskip("sklearn")
    calibration = calibrated({"title": [raw for raw, _ in judged]}, {"title": [right for _, right in judged]})
    knots = calibration.knots["title"]
    assert list(knots.raw) == sorted(knots.raw)
    worths = [calibration.chance("title", raw) for raw in sorted([*asked, *(raw for raw, _ in judged)])]
    assert all(before <= behind + 1e-9 for before, behind in pairwise(worths))
    assert all(LEAST <= worth <= MOST for worth in worths)


def test_of_clauses_given_some_chance_as_many_are_right() -> None:
    pytest.importorskip("sklearn")
    draw = np.random.default_rng(5)
    raw = draw.random(4000)
    right = draw.random(4000) < raw**2  # surer than it should be
    calibration = calibrated({"preambular": raw.tolist()}, {"preambular": right.tolist()})
    for asked in (0.2, 0.5, 0.8, 0.95):
        assert calibration.chance("preambular", asked) == pytest.approx(asked**2, abs=0.08)


def test_each_label_has_its_own_knots() -> None:
    pytest.importorskip("sklearn")
    raw = {"title": [0.9] * 50, "annex_title": [0.9] * 50}
    calibration = calibrated(raw, {"title": [True] * 50, "annex_title": [False] * 50})
    assert calibration.chance("title", 0.9) > 0.9 and calibration.chance("annex_title", 0.9) < 0.1


def test_a_few_lucky_clauses_are_not_called_certain() -> None:
    pytest.importorskip("sklearn")
    calibration = calibrated({"title": [0.99] * 3}, {"title": [True] * 3})
    assert 0.5 < calibration.chance("title", 0.99) < 0.9
