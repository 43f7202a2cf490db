"""Python's collector of cycles, kept off while a big file is read."""

import contextlib
import gc
from collections.abc import Generator


@contextlib.contextmanager
def switched_off() -> Generator[None]:
    """Keep the collector of cycles off for a while.

    A big file makes a million objects without a single cycle, and the collector would go through all of them again and
    again: half of the time of reading them.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
