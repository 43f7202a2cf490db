"""Where a window gets the clauses from that it proposes: one segmenter, loaded when it is first needed, asked at once
for short texts and beside the window for long ones, which learns from what is confirmed."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from gui.background.worker import Worker
from model.segmentation.values import ProposedClause
from model.text.layout import NO_LAYOUT, Layout

# Code points that may be segmented while a person waits for the document. Texts of 4 to 6 thousand take 16 ms (the
# median) to 22, with 12,500 openings learned 27 to 36; those of 8 to 10 thousand 26 to 30, and 43 to 52. A text that
# was never asked about takes up to half as long again.
AT_ONCE = 6_000
FIRST_AFTER = 250  # ms: a window that is being opened is seen before the weights are loaded
KEPT = 24  # texts whose clauses are kept


class Segments(Protocol):
    """What proposes clauses (``model.segmentation.segmenter``)."""

    version: str

    def segment(self, text: str, layout: Layout, /) -> Sequence[ProposedClause]:
        """The clauses of a text whose source was laid out like that."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """A text whose clauses are asked for, and how its source was laid out."""

    text: str
    layout: Layout = NO_LAYOUT


class Learner(Segments, Protocol):
    """What proposes clauses and learns from those that people confirm; it may be used from any thread."""

    @property
    def is_prompt(self) -> bool:
        """Whether a text can be segmented now without anything being done first that takes its time."""
        ...

    def prepare(self) -> None:
        """Do what must be done first."""
        ...

    def learn(self, document: str, text: str, recitals: Sequence[tuple[int, int]]) -> bool:
        """Take in the recitals of a document (id), half-open code points; gives whether that is news."""
        ...

    def forget(self, document: str) -> bool:
        """Know nothing of a document any more; gives whether something was known."""
        ...


class SegmentationService(QObject):
    """Clauses of texts, kept for as long as the segmenter has not learned. ``load`` gives the segmenter.

    ``found``: the clauses are there that ``clauses`` had to be asked for beside; what was asked. ``failed`` has the
    exception where there are none to be had; where the segmenter could not be loaded, it is said once.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, load: Callable[[], Learner] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Has the segmenter learn what has been confirmed by now; where that takes its time, ``go_on`` is called then.
        self.catch_up: Callable[[], bool] = _know_all
        self._load = load or _shipped
        self._loader = _Loader(self._load)
        self._is_missing = False
        self._first = True
        self._kept: OrderedDict[Asked, tuple[ProposedClause, ...]] = OrderedDict()
        self._under_way: set[Asked] = set()
        self._waiting: dict[Asked, None] = {}  # those for which something is learned first, in order
        self._failing: set[Asked] = set()  # those that could not be segmented with what is known now
        self._learned = 0  # how often: what was begun before is not kept

    @property
    def version(self) -> str:
        """The name of what proposes; empty until it is loaded."""
        segmenter = self._loader.segmenter
        return "" if segmenter is None else segmenter.version

    @property
    def wait(self) -> int:
        """How long what needs the segmenter should wait, so that a window is seen first; in milliseconds."""
        return FIRST_AFTER if self._first else 0

    def load(self) -> Learner:
        """The segmenter, loaded now where it is not there yet; from any thread."""
        segmenter = self._loader.load()
        self._first = False
        return segmenter

    def load_another(self) -> Learner:
        """A segmenter of its own that has learned nothing, for work beside the window; from any thread."""
        return self._load()

    def start_anew(self) -> None:
        """Forget all that was learned: another project is open."""
        self._loader = _Loader(self._load)  # one that is loading now is not waited for
        self.forget()
        self.go_on()  # nothing is learned any more of what was waited for

    def forget(self) -> None:
        """The segmenter proposes other clauses from now on: it has learned."""
        self._learned += 1
        self._kept.clear()
        self._failing.clear()

    def go_on(self) -> None:
        """What was to be learned first is learned."""
        waiting, self._waiting = self._waiting, {}
        for asked in waiting:
            self._ask_again(asked)

    def has_failed(self, asked: Asked) -> bool:
        """Whether there are no clauses to be had for a text, as long as nothing is learned."""
        return self._is_missing or asked in self._failing

    def clauses(self, asked: Asked) -> tuple[ProposedClause, ...] | None:
        """The clauses of a text; None where they come later (``found``), or where it has failed."""
        knows_all = self.catch_up()
        if not knows_all and not self._is_missing:
            self._waiting[asked] = None
            return None
        known = self._kept.get(asked)
        if known is not None:
            self._kept.move_to_end(asked)
            return known
        if self._is_missing or asked in self._failing or asked in self._under_way:
            return None
        segmenter = self._loader.segmenter
        if segmenter is not None and len(asked.text) <= AT_ONCE and segmenter.is_prompt:
            return self._at_once(segmenter, asked)
        self._under_way.add(asked)
        QTimer.singleShot(self.wait, self, lambda: self._begin(asked))
        return None

    def _at_once(self, segmenter: Learner, asked: Asked) -> tuple[ProposedClause, ...] | None:
        try:
            return self._keep(asked, segmenter.segment(asked.text, asked.layout))
        except Exception as error:  # as in the thread beside: told to the window, and not tried at every change
            self._failing.add(asked)
            # Afterwards: whoever asks has yet to hear that there are none.
            QTimer.singleShot(0, self, lambda error=error: self.failed.emit(error))
            return None

    def _begin(self, asked: Asked) -> None:
        learned = self._learned

        def take(clauses: object) -> None:
            assert isinstance(clauses, tuple | list)
            if not isValid(self):  # the window is gone
                return
            self._under_way.discard(asked)
            if learned != self._learned:
                self._ask_again(asked)
                return
            self._keep(asked, clauses)
            self.found.emit(asked)

        def fail(error: object) -> None:
            if not isValid(self):
                return
            self._under_way.discard(asked)
            if learned != self._learned:
                self._ask_again(asked)
                return
            if self._is_missing:  # another text has said so
                return
            if self.version:
                self._failing.add(asked)
            else:
                self._is_missing = True
            self.failed.emit(error)

        worker = Worker(lambda _: self._segment(asked))
        worker.succeeded.connect(take)
        worker.failed.connect(fail)
        worker.start()

    def _segment(self, asked: Asked) -> Sequence[ProposedClause]:
        """In a thread beside the window."""
        segmenter = self.load()
        segmenter.prepare()
        return segmenter.segment(asked.text, asked.layout)

    def _ask_again(self, asked: Asked) -> None:
        """The clauses of a text for which somebody waits: with what is known now."""
        if self.clauses(asked) is not None:
            self.found.emit(asked)

    def _keep(self, asked: Asked, clauses: Sequence[ProposedClause]) -> tuple[ProposedClause, ...]:
        kept = self._kept[asked] = tuple(clauses)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return kept


class _Loader:
    """Loads one segmenter, once, for whichever thread asks first; the others wait for it."""

    def __init__(self, load: Callable[[], Learner]) -> None:
        self._load = load
        self._lock = Lock()
        self.segmenter: Learner | None = None  # as soon as it can be asked

    def load(self) -> Learner:
        with self._lock:
            if self.segmenter is None:
                self.segmenter = self._load()
            return self.segmenter


def _know_all() -> bool:
    """There is nothing to learn from."""
    return True


def _shipped() -> Learner:
    from gui.session.shipped_segmenter import ShippedSegmenter  # what it needs to read its weights is loaded with it

    return ShippedSegmenter()
