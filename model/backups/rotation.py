"""Which backups are kept: one of each of the last hours, one of each of the last days, and whatever is newest.

Hours and days are counted by those that have a backup, not by the clock: after a month's leave the last ones are still
there, and a clock that runs far ahead for a day takes nothing away. They are hours and days of UTC, in which none is
longer or shorter than another and none comes twice.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

HOURS, DAYS = 24, 30
AHEAD = timedelta(minutes=2)  # that clocks of two machines may be apart


def kept(times: Iterable[datetime], now: datetime, hours: int = HOURS, days: int = DAYS) -> set[datetime]:
    """Those of the times of backups (with a time zone) whose backups stay: of each of the last ``hours`` hours in which
    there are any the latest, and so of each of the last ``days`` days; and always the latest of all.

    Times that are still to come were made under a clock that was wrong, or is wrong now. Which of the two nobody can
    tell, so they are judged by themselves: neither takes the place of the other.
    """
    every = sorted(times)
    past = [time for time in every if time <= now + AHEAD]
    to_come = [time for time in every if time > now + AHEAD]
    return {
        time
        for some in (past, to_come)
        for time in (*_latest_of_each(some, _hour, hours), *_latest_of_each(some, _day, days), *some[-1:])
    }


def is_due(times: Iterable[datetime], now: datetime, every: timedelta) -> bool:
    """Whether it is time for the next backup after those of these times; the clock has been set since one that is still
    to come, which does not count.
    """
    return not any(now - every < time <= now + AHEAD for time in times)


def _latest_of_each(times: list[datetime], period: Callable[[datetime], int], count: int) -> list[datetime]:
    """The latest in each of the last ``count`` periods that have any; ``times`` ascend."""
    latest = {period(time): time for time in times}
    return list(latest.values())[-count:] if count > 0 else []


def _hour(time: datetime) -> int:
    return int(time.timestamp() // 3600)


def _day(time: datetime) -> int:
    return int(time.timestamp() // 86400)
