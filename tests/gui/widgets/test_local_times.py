import os
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDateTime, QLocale, Qt

from gui.widgets.local_times import long_time, short_time, time_tool_tip


@pytest.fixture(autouse=True)
def five_hours_ahead(monkeypatch) -> Iterator[None]:
    """A desk whose clock is five hours ahead of UTC, in British English."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "XXX-5")
        time.tzset()
        yield
    os.environ.pop("TZ", None)
    time.tzset()
    QLocale.setDefault(before)


def _now(stored: str) -> QDateTime:
    return QDateTime.fromString(stored, Qt.DateFormat.ISODateWithMs)


def _bare(text: str) -> str:
    return "".join(sign for sign in text if sign not in "\u200e\u200f\u2066\u2068\u2069")


def test_a_time_is_that_of_the_clock_at_the_desk():
    now = _now("2026-03-02T12:00:00.000Z")
    assert _bare(short_time("2026-03-02T09:30:00.000Z", now)) == "14:30"
    assert _bare(short_time("2026-03-01T20:15:00.000Z", now)) == "01:15"  # after midnight there
    assert _bare(short_time("2026-03-01T18:15:00.000Z", now)) == "Yesterday 23:15"
    assert _bare(short_time("2026-02-01T09:00:00.000Z", now)) == "1 Feb 14:00"
    assert _bare(short_time("2025-12-31T09:00:00.000Z", now)) == "31 Dec 2025 14:00"
    assert _bare(long_time("2026-02-01T09:00:07.123Z")) == "1 February 2026 14:00:07"


def test_the_tool_tip_has_what_the_file_has():
    assert "2026-02-01T09:00:07.123Z" in time_tool_tip("2026-02-01T09:00:07.123Z")


def test_in_arabic_a_date_runs_from_right_to_left_with_western_digits():
    QLocale.setDefault(QLocale("ar_AE"))
    shown = short_time("2025-12-31T09:00:00.000Z", _now("2026-03-02T12:00:00.000Z"))
    assert shown == "\u200f\u206831 ديسمبر 2025\u2069 \u206614:00\u2069"
