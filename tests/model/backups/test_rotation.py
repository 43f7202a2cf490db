from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.backups.rotation import AHEAD, is_due, kept

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR, DAY, MINUTE = timedelta(hours=1), timedelta(days=1), timedelta(minutes=1)


def test_nothing_and_one() -> None:
    assert kept([], NOON) == set()
    assert kept([NOON - 900 * DAY], NOON) == {NOON - 900 * DAY}


def test_one_an_hour_for_a_day_then_one_a_day_for_a_month() -> None:
    every = [NOON - number * 10 * MINUTE for number in range(6 * 24 * 60)]  # sixty days, every ten minutes
    # The hour that has just begun has its own; then the last ten minutes of each hour before, and of each day.
    hourly = {NOON, *(NOON - 10 * MINUTE - number * HOUR for number in range(23))}
    daily = {NOON, *(datetime(2026, 3, 1, tzinfo=UTC) - 10 * MINUTE - number * DAY for number in range(29))}
    assert kept(every, NOON) == hourly | daily


def test_the_latest_of_an_hour_stays() -> None:
    times = [NOON + 5 * MINUTE, NOON + 25 * MINUTE, NOON + 59 * MINUTE]
    assert kept(times, NOON + HOUR) == {times[2]}


def test_the_numbers_of_hours_and_days_are_those_asked_for() -> None:
    times = [NOON - number * HOUR for number in range(24 * 40)]
    assert len(kept(times, NOON, hours=5, days=0)) == 5
    assert len(kept(times, NOON, hours=0, days=7)) == 7
    assert kept(times, NOON, hours=0, days=0) == {NOON}, "the latest stays whatever is asked for"


def test_after_a_long_leave_the_last_ones_are_still_there() -> None:
    times = [NOON - number * HOUR for number in range(10)]
    assert kept(times, NOON + 400 * DAY) == set(times)


def test_a_clock_far_ahead_takes_nothing_away() -> None:
    right = [NOON - number * DAY for number in range(20)]
    wrong = [NOON + 3650 * DAY + number * HOUR for number in range(5)]
    while_wrong = wrong[-1] + MINUTE
    assert kept(right, while_wrong) == set(right)
    assert set(right) <= kept([*right, *wrong], while_wrong)


def test_when_the_clock_is_right_again_backups_that_are_to_come_take_no_place() -> None:
    wrong = [NOON + 3650 * DAY + number * HOUR for number in range(200)]
    right = [NOON - number * HOUR for number in range(24)]
    stay = kept([*right, *wrong], NOON)
    assert set(right) <= stay
    assert len(stay & set(wrong)) <= 24 + 30


def test_a_clock_that_was_set_back_keeps_what_was_made_before() -> None:
    """The battery is empty, and the machine believes that it is 2001: everything real is to come."""
    real = [NOON - number * HOUR for number in range(24)]
    believed = datetime(2001, 1, 1, tzinfo=UTC)
    assert set(real) <= kept([*real, believed], believed)
    assert believed in kept([*real, believed], believed)


def test_machines_whose_clocks_are_a_little_apart_count_together() -> None:
    assert kept([NOON, NOON + AHEAD], NOON) == {NOON + AHEAD}


def test_summer_time_changes_nothing() -> None:
    """The hour that an autumn night has twice is two hours of UTC, and the one that spring leaves out is none."""
    summer, winter = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))
    twice = [datetime(2026, 10, 25, 2, 30, tzinfo=summer), datetime(2026, 10, 25, 2, 30, tzinfo=winter)]
    assert twice[0] != twice[1]
    assert kept(twice, twice[1]) == set(twice)
    spring = [datetime(2026, 3, 29, 1, 59, tzinfo=winter), datetime(2026, 3, 29, 3, 0, tzinfo=summer)]
    assert spring[1] - spring[0] == MINUTE
    assert kept(spring, spring[1]) == set(spring)


times = st.lists(st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)), max_size=80)
numbers = st.integers(0, 40)


@given(times, st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)), numbers, numbers)
def test_whatever_the_times(times: list[datetime], now: datetime, hours: int, days: int) -> None:
    stay = kept(times, now, hours, days)
    assert stay <= set(times)
    assert len(stay) <= 2 * (hours + days + 1)
    assert (max(times) in stay) if times else (stay == set())
    past = [time for time in times if time <= now]
    assert not past or any(time in stay for time in past), "what a person would restore now"
    assert kept(stay, now, hours, days) == stay, "once some have gone, nothing more goes"
    assert kept(reversed(times), now, hours, days) == stay


@given(times, numbers, numbers)
def test_removing_old_ones_each_time_keeps_what_removing_them_at_the_end_keeps(
    times: list[datetime], hours: int, days: int
) -> None:
    """While the clock goes forward: what goes today would not have been kept tomorrow."""
    standing: set[datetime] = set()
    for time in sorted(times):
        standing = kept({*standing, time}, time, hours, days)
    if times:
        assert standing == kept(times, max(times), hours, days)


@pytest.mark.parametrize(
    "last, due",
    [
        (None, True),
        (NOON - HOUR, True),
        (NOON - 59 * MINUTE, False),
        (NOON, False),
        (NOON + AHEAD, False),
        (NOON + HOUR, True),  # the clock has been set back since
        (NOON - 400 * DAY, True),
    ],
)
def test_when_the_next_one_is_due(last: datetime | None, due: bool) -> None:
    assert is_due([] if last is None else [last], NOON, HOUR) is due
