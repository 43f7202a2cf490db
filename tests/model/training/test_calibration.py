"""Chances that are made to hold."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.segmentation.calibration import LEAST, MOST
from model.training.calibration import calibrated

chances = st.floats(0, 1)


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
