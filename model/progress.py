"""How long work tells how far it is, and is stopped."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

# Called with (done, total) in units of the work (documents); total is 0 while it is not known. It may raise
# ``Cancelled``.
ProgressCallback = Callable[[int, int], None]
_AT_ONCE = 2000  # things between two looks at whether to go on
_Each = TypeVar("_Each")


def no_progress(done: int, total: int) -> None:
    """The watcher of work that nobody looks at."""


def cancellable(found: Iterable[_Each], on_progress: ProgressCallback) -> Iterator[_Each]:
    """The same, in work that has no measure of its own: it is only to be stopped."""
    for done, each in enumerate(found, 1):
        yield each
        if done % _AT_ONCE == 0:
            on_progress(0, 0)


class ProgressParts:
    """The parts of some work, told as one: each counts for the same number of units."""

    def __init__(self, on_progress: ProgressCallback, parts: int, units: int) -> None:
        self._on_progress = on_progress
        self._total = parts * units
        self._units = units

    def of(self, number: int) -> ProgressCallback:
        """The watcher of one part, counted from 0; its work may be counted in units of its own."""

        def on_progress(done: int, total: int) -> None:
            self._on_progress(number * self._units + (self._units * done // total if total else 0), self._total)

        return on_progress

    def done(self) -> None:
        """All parts are done, those too that were left out."""
        self._on_progress(self._total, self._total)
