from itertools import pairwise

import pytest

from model.measuring.reliability import LIMITS, Judged, bins, calibration_error, sure

JUDGED = [
    *(Judged("operative", 1.0, True) for _ in range(8)),
    Judged("operative", 0.95, False),
    Judged("preambular", 0.5, True),
    Judged("preambular", 0.59, False),
    Judged("preambular", 0.0, False),
]


def test_every_clause_is_in_one_bin() -> None:
    table = bins(JUDGED)
    assert sum(each.clauses for each in table) == len(JUDGED)
    assert [(each.least, each.most) for each in table] == list(pairwise(LIMITS))
    assert {each.least: (each.clauses, each.right) for each in table if each.clauses} == {
        0.0: (1, 0),
        0.4: (2, 1),
        0.95: (1, 0),
        0.98: (8, 8),
    }
    assert next(each for each in table if each.least == 0.4).mean == pytest.approx(0.545)


def test_what_is_sure_is_counted_from_its_threshold_on() -> None:
    found = sure(JUDGED)
    assert (found.clauses, found.right) == (9, 8)
    assert found.share == pytest.approx(8 / 9)
    assert sure([]).share == 0.0


def test_the_calibration_error_is_what_is_believed_too_much_or_too_little() -> None:
    assert calibration_error(bins([Judged("operative", 1.0, True)] * 4)) == 0
    half = [Judged("operative", 0.9, place < 5) for place in range(10)]
    assert calibration_error(bins(half)) == pytest.approx(0.4)
    assert calibration_error(bins([])) == 0
