"""What stands about a hit: its text, its document's symbol, its clause; read when it is looked at, and kept a while."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from gui.session.session import Session
from model.errors import UserError

_T = TypeVar("_T")
KEPT = 64  # documents
LONGEST_KEPT = 4_000_000  # code points of all texts kept


@dataclass(slots=True)
class _Read:
    text: str
    symbol: str
    clauses: list[tuple[int, int, str]] | None = None  # limits and label, in text order; None: not read yet


class HitPlaces:
    """Reads documents of the session's project, of which the last ones are kept. One that is gone is empty."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept: OrderedDict[str, _Read] = OrderedDict()
        self._length = 0
        session.project_changed.connect(self.forget)

    def forget(self) -> None:
        """Read everything anew."""
        self._kept.clear()
        self._length = 0

    def forget_clauses(self) -> None:
        """Read clauses anew."""
        for read in self._kept.values():
            read.clauses = None

    def text(self, document: str) -> str:
        """The text of a document."""
        return self._read(document).text

    def symbol(self, document: str) -> str:
        """The symbol of a document; empty where none is known."""
        return self._read(document).symbol

    def clause(self, document: str, start: int, end: int) -> str | None:
        """The id of the label of the innermost clause that holds a range."""
        read = self._read(document)
        if read.clauses is None:
            read.clauses = self._clauses(document)
        found = None
        for clause_start, clause_end, label in read.clauses:
            if clause_start > start:
                break
            if clause_end >= end:
                found = label  # in text order an inner one comes after the one that holds it
        return found

    def clause_name(self, document: str, start: int, end: int) -> str:
        """Its name in the session's language; empty where there is none."""
        label, project = self.clause(document, start, end), self._session.project
        if label is None or project is None:
            return ""
        known = (each for each in project.scheme.labels() if each.id == label)
        return next((each.name(self._session.language) for each in known), label)

    def _read(self, document: str) -> _Read:
        read = self._kept.get(document)
        if read is not None:
            self._kept.move_to_end(document)
            return read
        project = self._session.project
        read = _Read("", "")
        if project is not None:
            read = _without_refusal(
                lambda: _Read(project.text(document), project.document(document).metadata.symbol or ""), read
            )
        self._kept[document] = read
        self._length += len(read.text)
        while len(self._kept) > 1 and (len(self._kept) > KEPT or self._length > LONGEST_KEPT):
            _, oldest = self._kept.popitem(last=False)
            self._length -= len(oldest.text)
        return read

    def _clauses(self, document: str) -> list[tuple[int, int, str]]:
        project = self._session.project
        layer = None if project is None else project.scheme.clauses
        if project is None or layer is None:
            return []
        spans = _without_refusal(lambda: project.spans(document), [])
        return [(span.start, span.end, span.label) for span in spans if span.layer == layer.id]


def _without_refusal(read: Callable[[], _T], otherwise: _T) -> _T:
    try:
        return read()
    except UserError:  # the document is gone; whoever chooses it is told
        return otherwise
