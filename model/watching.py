"""How long work tells how far it is, and is stopped."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

# Called with (done, total) in units of the work (documents); total is 0 while it is not known. It may raise
# ``Cancelled``.
Watcher = Callable[[int, int], None]
_AT_ONCE = 2000  # things between two looks at whether to go on
_Each = TypeVar("_Each")


def unwatched(done: int, total: int) -> None:
    """The watcher of work that nobody looks at."""


def looking(found: Iterable[_Each], watcher: Watcher) -> Iterator[_Each]:
    """The same, in work that has no measure of its own: it is only to be stopped."""
    for done, each in enumerate(found, 1):
        yield each
        if done % _AT_ONCE == 0:
            watcher(0, 0)


class Parts:
    """The parts of some work, told as one: each counts for the same number of units."""

    def __init__(self, watcher: Watcher, parts: int, units: int) -> None:
        self._watcher = watcher
        self._total = parts * units
        self._units = units

    def of(self, number: int) -> Watcher:
        """The watcher of one part, counted from 0; its work may be counted in units of its own."""

        def watch(done: int, total: int) -> None:
            self._watcher(number * self._units + (self._units * done // total if total else 0), self._total)

        return watch

    def done(self) -> None:
        """All parts are done, those too that were left out."""
        self._watcher(self._total, self._total)
