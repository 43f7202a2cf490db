"""Settings of libraries that hold for the whole process, changed while a file is read and put back afterwards.

Files are read beside each other, in workers: one that puts a setting back must not take it from another that still
reads. So the first changes it and the last puts it back; nobody waits for another's file.
"""

import contextlib
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
