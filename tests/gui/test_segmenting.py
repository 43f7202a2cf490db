import threading

import pytest

from gui import segmenting as room
from gui.segmenting import Segmenting
from model.refusal import Refusal
from model.segmentation.values import ProposedClause


class Made:
    version = "made"

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.threads: list[bool] = []

    def segment(self, text: str) -> tuple[ProposedClause, ...]:
        self.asked.append(text)
        self.threads.append(threading.current_thread() is threading.main_thread())
        return (ProposedClause(0, len(text), "title", confidence=0.5),)

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
    segmenting = Segmenting(lambda: loaded.append(threading.current_thread() is threading.main_thread()) or made)
    assert (segmenting.version, loaded) == ("", [])
    with qtbot.waitSignal(segmenting.found):
        assert segmenting.clauses("نص") is None
        assert segmenting.clauses("نص") is None  # asked for once only
    assert segmenting.version == "made"
    assert (loaded, made.asked, made.threads) == ([False], ["نص"], [False])
    assert segmenting.clauses("نص") == (ProposedClause(0, 2, "title", confidence=0.5),)


def test_a_short_text_is_segmented_at_once_and_kept(made):
    segmenting = Segmenting(lambda: made)
    assert segmenting.load() is made
    first = segmenting.clauses("نص")
    assert first is not None
    assert segmenting.clauses("نص") is first
    assert (made.asked, made.threads) == (["نص"], [True])


def test_a_long_text_is_segmented_beside(qtbot, made, monkeypatch):
    monkeypatch.setattr(room, "AT_ONCE", 3)
    segmenting = Segmenting(lambda: made)
    segmenting.load()
    with qtbot.waitSignal(segmenting.found):
        assert segmenting.clauses("نص طويل") is None
    assert segmenting.clauses("نص طويل") is not None
    assert made.threads == [False]


def test_only_so_many_texts_are_kept(made, monkeypatch):
    monkeypatch.setattr(room, "KEPT", 2)
    segmenting = Segmenting(lambda: made)
    segmenting.load()
    for text in ("1", "2", "1", "3", "1", "2"):
        segmenting.clauses(text)
    assert made.asked == ["1", "2", "3", "2"]


def test_what_was_learned_counts_for_what_comes_later(qtbot, made, monkeypatch):
    segmenting = Segmenting(lambda: made)
    segmenting.load()
    segmenting.clauses("نص")
    segmenting.forget()
    segmenting.clauses("نص")
    assert made.asked == ["نص", "نص"]
    monkeypatch.setattr(room, "AT_ONCE", 0)
    begun, slow = threading.Event(), threading.Event()
    original = made.segment

    def segment(text):
        begun.set()
        slow.wait(5)
        return original(text)

    made.segment = segment
    with qtbot.waitSignal(segmenting.found):
        segmenting.clauses("آخر")
        qtbot.waitUntil(begun.is_set)
        segmenting.forget()
        slow.set()
    assert made.asked.count("آخر") == 2


def test_another_project_begins_with_nothing_learned(made):
    loaded = []
    segmenting = Segmenting(lambda: loaded.append(made) or made)
    segmenting.load()
    segmenting.clauses("نص")
    segmenting.load()
    segmenting.start_anew()
    assert (segmenting.version, len(loaded)) == ("", 1)
    segmenting.load()
    segmenting.clauses("نص")
    assert (len(loaded), made.asked) == (2, ["نص", "نص"])


def test_a_segmenter_that_cannot_be_loaded_is_told_of_once(qtbot):
    tried = []

    def load():
        tried.append(True)
        raise Refusal("The weights are damaged.")

    segmenting = Segmenting(load)
    with qtbot.waitSignal(segmenting.failed) as told:
        segmenting.clauses("نص")
    assert isinstance(told.args[0], Refusal)
    segmenting.clauses("آخر")
    qtbot.wait(20)
    assert tried == [True]
