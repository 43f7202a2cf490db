"""What is left in Python of a menu that is filled again and again."""

import gc
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

ROUNDS = 5


def left_by(fill: Callable[[], object]) -> int:
    """How many actions and menus Python has more than before, once a menu that was filled has been filled some times
    more: none, where all goes that was in it.
    """
    fill()
    before = _wrapped()
    for _ in range(ROUNDS):
        fill()
    return _wrapped() - before


def _wrapped() -> int:
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
    gc.collect()
    gc.unfreeze()  # what is frozen is not listed
    return sum(isinstance(each, QAction | QMenu) for each in gc.get_objects())
