import pytest

from model.checking.sequences import Slip, slips


def _of(*numbers: int) -> list[Slip]:
    return slips([(number, 0) for number in numbers])


@pytest.mark.parametrize("numbers", [(), (1,), (1, 2, 3), tuple(range(1, 400))])
def test_a_list_that_runs_on_has_no_slip(numbers):
    assert _of(*numbers) == []


@pytest.mark.parametrize(
    "numbers, slip",
    [
        ((3, 4), Slip("begins", 0)),
        ((1, 3), Slip("gap", 1, 0, 2, 2)),
        ((1, 2, 6, 7), Slip("gap", 2, 1, 3, 5)),
        ((1, 2, 2, 3), Slip("twice", 2, 1)),
        ((1, 3, 2, 4), Slip("misplaced", 1, 0)),
        ((1, 2, 9, 4, 5), Slip("misplaced", 2, 1)),
        ((1, 2, 3, 3, 5), Slip("twice", 3, 2)),
        ((2, 1, 3), Slip("misplaced", 0)),
    ],
)
def test_one_wrong_number_is_one_slip(numbers, slip):
    assert _of(*numbers) == [slip]


def test_numbers_with_a_second_number_rise_by_that():
    assert slips([(1, 0), (1, 1), (1, 2), (2, 0), (2, 1)]) == []
    assert [slip.kind for slip in slips([(1, 1), (1, 2), (1, 2)])] == ["twice"]


def test_of_a_wild_list_as_much_as_can_be_is_taken_to_be_right():
    found = _of(5, 1, 2, 9, 3, 1, 4)
    assert {(slip.kind, slip.place) for slip in found} == {("misplaced", 0), ("misplaced", 3), ("twice", 5)}


def test_a_number_that_is_no_number_of_a_list_is_one_gap():
    assert _of(1, 100_000_000) == [Slip("gap", 1, 0, 2, 99_999_999)]
