"""Chances that hold."""

import pytest

from model.segmentation.calibration import LEAST, MOST, Calibration, Knots


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
