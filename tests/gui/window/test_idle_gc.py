import gc
import weakref
from collections.abc import Iterator

import pytest

from gui.window.idle_gc import FEW, QUIET, YOUNG, IdleCollection


class Ring:
    """Garbage that only a search finds."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collection(qapp) -> Iterator[IdleCollection]:
    made = IdleCollection()
    made._timer.stop()  # a test ticks by itself
    yield made
    made.stop()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_python_searches_no_longer_by_itself(collection):
    ring = weakref.ref(Ring())
    kept = [[] for _ in range(20 * FEW)]
    assert ring() is not None
    del kept


def test_while_much_is_made_only_young_objects_are_looked_through(collection):
    old = Ring()
    gc.collect()  # it has grown old
    ring, young = weakref.ref(old), weakref.ref(Ring())
    del old
    for _ in range(2 * YOUNG):
        kept = [[] for _ in range(2 * FEW)]
        collection.tick()
        del kept
    assert young() is None
    assert ring() is not None


def test_everything_is_looked_through_once_it_has_been_quiet(collection):
    old = Ring()
    gc.collect()
    ring = weakref.ref(old)
    del old
    for _ in range(QUIET - 1):
        collection.tick()
    assert ring() is not None
    collection.tick()
    assert ring() is None


def test_it_is_not_looked_through_again_and_again_for_nothing(collection, monkeypatch):
    for _ in range(QUIET):
        collection.tick()
    searched = []
    monkeypatch.setattr(gc, "collect", lambda *given: searched.append(given))
    for _ in range(10 * QUIET):
        collection.tick()
    assert not searched


def test_with_its_timer_it_looks_by_itself(qtbot):
    made = IdleCollection()
    made._timer.setInterval(1)
    old = Ring()
    gc.collect()
    ring = weakref.ref(old)
    del old
    try:
        qtbot.waitUntil(lambda: ring() is None)
    finally:
        made.stop()
