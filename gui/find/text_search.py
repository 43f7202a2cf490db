"""Searching one text as one types: at once where that takes no longer than a frame, else in a worker."""

from PySide6.QtCore import QObject, Signal

from gui.background.worker import Worker
from model.errors import UserError
from model.progress import ProgressCallback
from model.search.matching import Matcher, in_source
from model.search.query import Query
from model.text.folding import Stretches, fold_with_stretches

SHORT = 20_000  # code points in which a word is found within a frame
Ranges = list[tuple[int, int]]


class TextSearch(QObject):
    """``found`` gives the ranges of the last query alone, ``refused`` why it has none."""

    found = Signal(list)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._folded: tuple[str, Stretches] | None = None  # the text folded, as soon as that was needed
        self._worker: Worker | None = None
        self._wanted: Matcher | None = None  # what is to be looked for as soon as the worker has ended

    def set_text(self, text: str) -> None:
        """Search another text from now on; whatever goes on in the one before is forgotten."""
        if text != self._text:
            self._text, self._folded, self._wanted = text, None, None

    def search(self, query: Query) -> None:
        """Find a query; one that is still looked for is given up."""
        try:
            wanted = Matcher(query)
        except UserError as refusal:
            self._wanted = None
            self.refused.emit(refusal)
            return
        if not query.regex and len(self._text) <= SHORT:
            self._wanted = None
            self.found.emit(self._ranges(wanted))
            return
        self._wanted = wanted
        self._begin()

    def give_up(self) -> None:
        """Look for nothing any more."""
        self._wanted = None

    def _ranges(self, wanted: Matcher) -> Ranges:
        if wanted.query.exact:
            return wanted.in_given(self._text)
        if self._folded is None:
            self._folded = fold_with_stretches(self._text)
        return _ranges_in(wanted, *self._folded)

    def _begin(self) -> None:
        """Look for what is wanted unless the worker is still busy with something else."""
        if self._worker is not None or self._wanted is None:
            return
        text, folded, wanted = self._text, self._folded, self._wanted

        def work(_: ProgressCallback) -> tuple[Ranges | UserError, tuple[str, Stretches] | None]:
            known = folded
            try:
                if wanted.query.exact:
                    return wanted.in_given(text), known
                known = known or fold_with_stretches(text)
                return _ranges_in(wanted, *known), known
            except UserError as refusal:  # what was folded is of use all the same
                return refusal, known

        worker = self._worker = Worker(work)
        worker.succeeded.connect(lambda result: self._take(wanted, text, *result))
        worker.failed.connect(self._fail)
        worker.finished.connect(self._end)
        worker.start()

    def _take(
        self, asked: Matcher, text: str, result: Ranges | UserError, folded: tuple[str, Stretches] | None
    ) -> None:
        if text != self._text:
            return
        self._folded = folded
        if asked is not self._wanted:
            return
        self._wanted = None
        if isinstance(result, UserError):
            self.refused.emit(result)
        else:
            self.found.emit(result)

    def _fail(self, error: Exception) -> None:
        self._wanted = None
        raise error

    def _end(self) -> None:
        self._worker = None
        if self._wanted is not None:
            self.search(self._wanted.query)


def _ranges_in(wanted: Matcher, folded: str, stretches: Stretches) -> Ranges:
    return in_source(wanted.in_given(folded), stretches)
