"""How long work tells how far it is, and is stopped."""

from collections.abc import Callable

# Called with (done, total) in units of the work (documents); total is 0 while it is not known. It may raise
# ``Cancelled``.
Watcher = Callable[[int, int], None]


def unwatched(done: int, total: int) -> None:
    """The watcher of work that nobody looks at."""
