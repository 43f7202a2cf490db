"""Python's collector of cycles, kept off while a big file is read."""

import contextlib
import gc
from collections.abc import Callable

from model.formats.process_settings import Setting


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
