import contextlib
import threading
import time

import pytest
from shiboken6 import delete

from gui.session import segmentation_service as room
from gui.session.segmentation_service import Asked, SegmentationService
from model.errors import UserError
from model.segmentation.values import ProposedClause


class Made:
    version = "made"
    is_prompt = True
    prepared = 0

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.threads: list[bool] = []

    def segment(self, text: str, _: object = None) -> tuple[ProposedClause, ...]:
        self.asked.append(text)
        self.threads.append(threading.current_thread() is threading.main_thread())
        return (ProposedClause(0, len(text), "title", confidence=0.5),)

    def prepare(self) -> None:
        self.prepared += 1
        self.is_prompt = True

    def learn(self, document: str, text: str, recitals: object) -> bool:
        return True

    def forget(self, document: str) -> bool:
        return True


@pytest.fixture
def made() -> Made:
    return Made()


def test_nothing_is_loaded_before_it_is_needed_and_then_beside_the_window(qtbot, made, monkeypatch):
    monkeypatch.setattr(room, "FIRST_AFTER", 1)
    loaded = []
    segmenting = SegmentationService(
        lambda: loaded.append(threading.current_thread() is threading.main_thread()) or made
    )
    assert (segmenting.version, loaded) == ("", [])
    with qtbot.waitSignal(segmenting.found):
        assert segmenting.clauses(Asked("نص")) is None
        assert segmenting.clauses(Asked("نص")) is None  # asked for once only
    assert segmenting.version == "made"
    assert (loaded, made.asked, made.threads) == ([False], ["نص"], [False])
    assert segmenting.clauses(Asked("نص")) == (ProposedClause(0, 2, "title", confidence=0.5),)


def test_a_short_text_is_segmented_at_once_and_kept(made):
    segmenting = SegmentationService(lambda: made)
    assert segmenting.load() is made
    first = segmenting.clauses(Asked("نص"))
    assert first is not None
    assert segmenting.clauses(Asked("نص")) is first
    assert (made.asked, made.threads) == (["نص"], [True])


def test_a_long_text_is_segmented_beside(qtbot, made, monkeypatch):
    monkeypatch.setattr(room, "AT_ONCE", 3)
    segmenting = SegmentationService(lambda: made)
    segmenting.load()
    with qtbot.waitSignal(segmenting.found):
        assert segmenting.clauses(Asked("نص طويل")) is None
    assert segmenting.clauses(Asked("نص طويل")) is not None
    assert made.threads == [False]


def test_only_so_many_texts_are_kept(made, monkeypatch):
    monkeypatch.setattr(room, "KEPT", 2)
    segmenting = SegmentationService(lambda: made)
    segmenting.load()
    for text in ("1", "2", "1", "3", "1", "2"):
        segmenting.clauses(Asked(text))
    assert made.asked == ["1", "2", "3", "2"]


def test_what_was_learned_counts_for_what_comes_later(qtbot, made, monkeypatch):
    segmenting = SegmentationService(lambda: made)
    segmenting.load()
    segmenting.clauses(Asked("نص"))
    segmenting.forget()
    segmenting.clauses(Asked("نص"))
    assert made.asked == ["نص", "نص"]
    monkeypatch.setattr(room, "AT_ONCE", 0)
    begun, slow = threading.Event(), threading.Event()
    original = made.segment

    def segment(text, _):
        begun.set()
        slow.wait(5)
        return original(text, _)

    made.segment = segment
    with qtbot.waitSignal(segmenting.found):
        segmenting.clauses(Asked("آخر"))
        qtbot.waitUntil(begun.is_set)
        segmenting.forget()
        slow.set()
    assert made.asked.count("آخر") == 2


def test_another_project_begins_with_nothing_learned(made):
    loaded = []
    segmenting = SegmentationService(lambda: loaded.append(made) or made)
    segmenting.load()
    segmenting.clauses(Asked("نص"))
    segmenting.load()
    segmenting.start_anew()
    assert (segmenting.version, len(loaded)) == ("", 1)
    segmenting.load()
    segmenting.clauses(Asked("نص"))
    assert (len(loaded), made.asked) == (2, ["نص", "نص"])


def test_a_segmenter_that_cannot_be_loaded_is_told_of_once(qtbot):
    tried = []

    def load():
        tried.append(True)
        raise UserError("The weights are damaged.")

    segmenting = SegmentationService(load)
    with qtbot.waitSignal(segmenting.failed) as told:
        segmenting.clauses(Asked("نص"))
    assert isinstance(told.args[0], UserError)
    segmenting.clauses(Asked("آخر"))
    qtbot.wait(20)
    assert tried == [True]


def test_what_was_asked_for_before_something_was_learned_is_told_of_though_it_is_short(qtbot, made):
    begun, slow = threading.Event(), threading.Event()

    def load():
        begun.set()
        assert slow.wait(5)
        return made

    segmenting = SegmentationService(load)
    segmenting._first = False
    with qtbot.waitSignal(segmenting.found):
        assert segmenting.clauses(Asked("نص")) is None
        qtbot.waitUntil(begun.is_set)
        segmenting.forget()
        slow.set()
    assert segmenting.clauses(Asked("نص")) is not None


def test_where_much_was_learned_that_is_prepared_beside_first(qtbot, made):
    segmenting = SegmentationService(lambda: made)
    segmenting.load()
    made.is_prompt = False
    with qtbot.waitSignal(segmenting.found):
        assert segmenting.clauses(Asked("نص")) is None
    assert (made.prepared, made.threads) == (1, [False])
    segmenting.clauses(Asked("آخر"))
    assert made.threads == [False, True]


def test_a_text_waits_for_what_is_learned_first(qtbot, made):
    segmenting = SegmentationService(lambda: made)
    segmenting.load()
    segmenting.clauses(Asked("نص"))
    known = []
    segmenting.catch_up = lambda: bool(known)
    assert (segmenting.clauses(Asked("نص")), segmenting.clauses(Asked("آخر")), made.asked) == (None, None, ["نص"])
    told = []
    segmenting.found.connect(told.append)
    known.append(True)
    segmenting.forget()
    segmenting.go_on()
    assert len(told) == 2 and made.asked == ["نص", "نص", "آخر"]


def test_a_text_that_waits_is_not_forgotten_where_all_begins_anew(qtbot, made):
    segmenting = SegmentationService(lambda: made)
    segmenting.load()
    segmenting.catch_up = lambda: False
    assert segmenting.clauses(Asked("نص")) is None
    segmenting.catch_up = lambda: True
    with qtbot.waitSignal(segmenting.found):
        segmenting.start_anew()
    assert segmenting.clauses(Asked("نص")) is not None


@pytest.mark.parametrize("at_once", [0, 100], ids=["beside", "at once"])
def test_a_text_that_cannot_be_segmented_is_not_tried_at_every_change(qtbot, made, monkeypatch, at_once):
    monkeypatch.setattr(room, "AT_ONCE", at_once)
    tried, fault = [], ValueError("a text that breaks it")

    def segment(text, _):
        tried.append(text)
        raise fault

    segmenting = SegmentationService(lambda: made)
    segmenting.load()
    good, made.segment = made.segment, segment
    with qtbot.waitSignal(segmenting.failed) as told:
        assert segmenting.clauses(Asked("نص")) is None
    assert told.args == [fault]
    assert segmenting.has_failed(Asked("نص")) and not segmenting.has_failed(Asked("آخر"))
    with qtbot.assertNotEmitted(segmenting.failed, wait=20):
        assert segmenting.clauses(Asked("نص")) is None
    assert tried == ["نص"]
    made.segment = good
    segmenting.forget()  # what is learned may change that
    assert not segmenting.has_failed(Asked("نص"))
    with qtbot.waitSignal(segmenting.found) if not at_once else contextlib.nullcontext():
        segmenting.clauses(Asked("نص"))
    assert segmenting.clauses(Asked("نص")) is not None


@pytest.mark.parametrize("fails", [False, True])
def test_a_window_that_is_closed_meanwhile_hears_nothing_any_more(qtbot, made, fails):
    begun, slow, over = threading.Event(), threading.Event(), threading.Event()

    def load():
        begun.set()
        assert slow.wait(5)
        over.set()
        if fails:
            raise UserError("The weights are damaged.")
        return made

    segmenting = SegmentationService(load)
    segmenting._first = False
    segmenting.clauses(Asked("نص"))
    qtbot.waitUntil(begun.is_set)
    delete(segmenting)
    with qtbot.captureExceptions() as raised:
        slow.set()
        qtbot.waitUntil(over.is_set)
        qtbot.wait(30)
    assert raised == []


def test_another_project_waits_for_no_segmenter_that_is_loading(qtbot, made):
    begun, slow = threading.Event(), threading.Event()
    loaded = []

    def load():
        loaded.append(True)
        begun.set()
        assert slow.wait(5)
        return made

    segmenting = SegmentationService(load)
    segmenting._first = False
    segmenting.clauses(Asked("نص"))
    qtbot.waitUntil(begun.is_set)
    threading.Timer(1, slow.set).start()
    before = time.monotonic()
    segmenting.start_anew()
    assert time.monotonic() - before < 0.5
    assert segmenting.version == ""
    with qtbot.waitSignal(segmenting.found):
        slow.set()
    assert (len(loaded), segmenting.version) == (2, "made")  # what the one before would have learned is not known


def test_of_several_texts_one_says_that_there_is_no_segmenter(qtbot):
    def load():
        raise UserError("The weights are damaged.")

    segmenting = SegmentationService(load)
    segmenting._first = False
    told = []
    segmenting.failed.connect(told.append)
    segmenting.clauses(Asked("نص"))
    segmenting.clauses(Asked("آخر"))
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(20)
    assert len(told) == 1
    assert (
        segmenting.has_failed(Asked("نص"))
        and segmenting.has_failed(Asked("آخر"))
        and segmenting.has_failed(Asked("ثالث"))
    )
