"""Times as people read them: the file has them in UTC, the window shows them by the clock and calendar at the desk."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from gui.i18n.error_messages import isolated
from gui.widgets.tool_tips import plain_tool_tip

_APART = "\u2068{}\u2069"  # a date has words of the window's language: it takes its direction from its first letter


def short_time(stored: str, now: QDateTime | None = None) -> str:
    """When that was (ISO 8601 in UTC): the time alone today, with “Yesterday” the day before, else with the date."""
    local, today = _local(stored), (now or QDateTime.currentDateTime()).date()
    locale = QLocale()
    time = isolated(locale.toString(local.time(), "HH:mm"))
    days = local.date().daysTo(today)
    if days == 0:
        return time
    if days == 1:
        return QCoreApplication.translate("Times", "Yesterday {time}").format(time=time)
    pattern = "d MMM" if local.date().year() == today.year() else "d MMM yyyy"
    return f"{_direction(locale)}{_APART.format(locale.toString(local.date(), pattern))} {time}"


def long_time(stored: str) -> str:
    """The whole date and the time to the second."""
    local, locale = _local(stored), QLocale()
    time = isolated(locale.toString(local.time(), "HH:mm:ss"))
    return f"{_direction(locale)}{_APART.format(locale.toString(local.date(), 'd MMMM yyyy'))} {time}"


def time_tool_tip(stored: str) -> str:
    """A tool tip: the whole date and time, and what the file has."""
    return plain_tool_tip(long_time(stored), isolated(stored))


def _direction(locale: QLocale) -> str:
    """A mark that has what follows run in the direction of the language: all of it is isolated."""
    return "\u200f" if locale.textDirection() == Qt.LayoutDirection.RightToLeft else "\u200e"


def _local(stored: str) -> QDateTime:
    return QDateTime.fromString(stored, Qt.DateFormat.ISODateWithMs).toLocalTime()
