"""Where a window gets the clauses from that it proposes: one segmenter, loaded when it is first needed, asked at once
for short texts and beside the window for long ones, which learns from what is confirmed."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from gui.background.worker import Worker
from model.annotation.documents import sha256_of
from model.segmentation.values import ProposedClause

AT_ONCE = 20_000  # code points that may be segmented while a person waits for the document: 3 ms each thousand
FIRST_AFTER = 250  # ms: a window that is being opened is seen before the weights are loaded
KEPT = 24  # texts whose clauses are kept


class Segments(Protocol):
    """What proposes clauses (``model.segmentation.segmenter``)."""

    version: str

    def segment(self, text: str) -> Sequence[ProposedClause]:
        """The clauses of a text."""
        ...


class Learner(Segments, Protocol):
    """What proposes clauses and learns from those that people confirm; it may be used from any thread."""

    def learn(self, document: str, text: str, recitals: Sequence[tuple[int, int]]) -> bool:
        """Take in the recitals of a document (id), half-open code points; gives whether that is news."""
        ...

    def forget(self, document: str) -> bool:
        """Know nothing of a document any more; gives whether something was known."""
        ...


class Segmenting(QObject):
    """Clauses of texts, kept for as long as the segmenter has not learned. ``load`` gives the segmenter.

    ``found``: the clauses are there that ``clauses`` had to be asked for beside; its text's SHA-256. ``failed`` has the
    exception where there are none to be had; where the segmenter could not be loaded, it is said once.
    """

    found = Signal(str)
    failed = Signal(object)

    def __init__(self, load: Callable[[], Learner] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.catch_up: Callable[[], None] = _know_all  # has the segmenter learn what has been confirmed by now
        self._load = load or _shipped
        self._loading = Lock()
        self._segmenter: Learner | None = None
        self._is_missing = False
        self._first = True
        self._kept: OrderedDict[str, tuple[ProposedClause, ...]] = OrderedDict()
        self._under_way: set[str] = set()
        self._learned = 0  # how often: what was begun before is not kept

    @property
    def version(self) -> str:
        """The name of what proposes; empty until it is loaded."""
        return "" if self._segmenter is None else self._segmenter.version

    @property
    def wait(self) -> int:
        """How long what needs the segmenter should wait, so that a window is seen first; in milliseconds."""
        return FIRST_AFTER if self._first else 0

    def load(self) -> Learner:
        """The segmenter, loaded now where it is not there yet; from any thread."""
        with self._loading:
            if self._segmenter is None:
                self._segmenter = self._load()
                self._first = False
            return self._segmenter

    def start_anew(self) -> None:
        """Forget all that was learned: another project is open."""
        with self._loading:
            self._segmenter = None
        self.forget()

    def forget(self) -> None:
        """The segmenter proposes other clauses from now on: it has learned."""
        self._learned += 1
        self._kept.clear()

    def clauses(self, text: str) -> tuple[ProposedClause, ...] | None:
        """The clauses of a text; None where they come later (``found``)."""
        self.catch_up()
        sha256 = sha256_of(text)
        known = self._kept.get(sha256)
        if known is not None:
            self._kept.move_to_end(sha256)
            return known
        if self._segmenter is not None and len(text) <= AT_ONCE:
            return self._keep(sha256, self._segmenter.segment(text))
        if sha256 not in self._under_way and not self._is_missing:
            self._under_way.add(sha256)
            QTimer.singleShot(self.wait, self, lambda: self._begin(sha256, text))
        return None

    def _begin(self, sha256: str, text: str) -> None:
        learned = self._learned

        def take(clauses: object) -> None:
            assert isinstance(clauses, tuple | list)
            self._under_way.discard(sha256)
            if learned != self._learned:
                self.clauses(text)
                return
            self._keep(sha256, clauses)
            self.found.emit(sha256)

        def fail(error: object) -> None:
            self._under_way.discard(sha256)
            self._is_missing |= self._segmenter is None
            self.failed.emit(error)

        worker = Worker(lambda _: self.load().segment(text))
        worker.succeeded.connect(take)
        worker.failed.connect(fail)
        worker.start()

    def _keep(self, sha256: str, clauses: Sequence[ProposedClause]) -> tuple[ProposedClause, ...]:
        kept = self._kept[sha256] = tuple(clauses)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return kept


def _know_all() -> None:
    """There is nothing to learn from."""


def _shipped() -> Learner:
    from gui.shipped_segmenter import ShippedSegmenter  # what it needs to read its weights is loaded with it

    return ShippedSegmenter()
