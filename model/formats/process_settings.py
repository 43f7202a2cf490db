"""Process-wide settings (of libraries, of Python's garbage collector) changed while a file is read, then restored.

Several workers may read files at the same time, so one of them must not restore a setting that another still needs: the
first user changes it and the last restores it. No one waits for another's file.
"""

import contextlib
import gc
import threading
from collections.abc import Callable, Generator

_lock = threading.Lock()  # one for all settings: it is held for a moment only


class Setting:
    """A setting that is other than usual as long as anybody needs it so.

    ``change`` changes it and gives what puts it back as it was.
    """

    def __init__(self, change: Callable[[], Callable[[], object]]) -> None:
        self._change = change
        self._put_back: Callable[[], object] | None = None
        self._users = 0

    @contextlib.contextmanager
    def changed(self) -> Generator[None]:
        """Have it changed for a while."""
        with _lock:
            if self._put_back is None:
                self._put_back = self._change()
            self._users += 1
        try:
            yield
        finally:
            with _lock:
                self._users -= 1
                if self._users == 0:
                    put_back, self._put_back = self._put_back, None
                    put_back()


def _off() -> Callable[[], None]:
    collecting = gc.isenabled()
    gc.disable()
    return gc.enable if collecting else gc.disable


_setting = Setting(_off)


def switched_off() -> contextlib.AbstractContextManager[None]:
    """Keep the collector of cycles off for a while.

    A big file makes a million objects without a single cycle, and the collector would go through all of them again and
    again: half of the time of reading them.
    """
    return _setting.changed()
