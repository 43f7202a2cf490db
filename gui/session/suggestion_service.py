"""Where a window gets the descriptors from that it suggests: learned beside it from the project's indexed documents.

Nothing is learned until somebody wants to see suggestions. What people assign from then on is taken in before the next
document is asked about; when much of it is new, or the vocabulary has changed, everything is learned anew, while the
older knowledge still answers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from gui.background.worker import Worker
from gui.session.session import Session
from model.progress import ProgressCallback
from model.project import Changes, Project

if TYPE_CHECKING:
    from model.suggestion.reading import ReadText
    from model.suggestion.suggester import Suggester, Suggestions

LIMIT = 20
FEW_LABELS = 20  # changed in one step
AFTER = 150  # ms: a document that is only passed by is not asked about
ANEW_AFTER = 20  # documents taken in, and
ANEW_SHARE = 5  # … no less than one in so many of those that were learned from


@dataclass(frozen=True, slots=True)
class DocumentSuggestions:
    """What is suggested for a document; from how many documents that was learned, and how many of these were taken in
    just now. Not ``whole`` where only labels spoke, and the indexed documents are yet to.
    """

    document: str
    suggestions: "Suggestions"
    learned: int
    taken_in: int
    whole: bool


class SuggestionService(QObject):
    """Suggestions for the document shown.

    ``found``: they are there (a ``DocumentSuggestions``). ``cleared``: those shown are no longer those of the document.
    ``progressed``: how far the first learning is, done and of how much (0: unknown). ``failed`` has the exception where
    nothing could be learned, or where there is no answer for this document.
    """

    found = Signal(object)
    cleared = Signal()
    progressed = Signal(int, int)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted = False
        self._suggester: Suggester | None = None
        self._is_whole = False  # it knows the indexed documents, not the labels alone
        self._is_missing = False  # it could not be learned
        self._stale = False  # the vocabulary has changed, or much has been indexed
        self._due = False  # the document shown has no answer yet
        self._pending: set[str] = set()  # documents whose descriptors have changed
        self._meanwhile: set[str] = set()  # those of them that changed while something was learned
        self._taken_in = 0
        self._learner: Worker | None = None
        self._asker: Worker | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER)
        self._timer.timeout.connect(self._go_on)
        session.project_changed.connect(self._start_anew)
        session.document_changed.connect(self._ask)
        session.changes.connect(self._follow)

    @property
    def is_learning(self) -> bool:
        """Whether indexed documents do not speak yet, and soon will; labels alone may."""
        return not self._is_whole and not self._is_missing and self._session.project is not None

    @property
    def has_failed(self) -> bool:
        """Whether nothing can be suggested in this project."""
        return self._is_missing

    def want(self, wanted: bool) -> None:
        """Whether somebody looks at suggestions."""
        if wanted != self._wanted:
            self._wanted = wanted
            if wanted:
                self._ask()

    def _start_anew(self) -> None:
        """Another project is open, or the same file anew."""
        for worker in (self._learner, self._asker):
            if worker is not None:
                worker.cancel()
        self._learner = self._asker = self._suggester = None
        self._is_whole = False
        self._is_missing = self._stale = False
        self._pending.clear()
        self._meanwhile.clear()
        self._taken_in = 0
        self._ask()

    def _follow(self, changes: Changes) -> None:
        kinds = changes.rows.keys()
        # A few labels are terms that somebody made or merged: no text has to be searched for them at once.
        if kinds & {"vocabulary", "concept_state"} or len(changes.rows.get("concept_label", ())) > FEW_LABELS:
            self._stale, self._is_missing = True, False
            if self._learner is not None:  # what it would know is of yesterday already
                self._learner.cancel()
                self._learner = None
        if kinds & {"assignment", "document"}:
            self._pending |= changes.documents
            self._meanwhile |= changes.documents
        elif not self._stale:
            return
        self._ask()

    def _ask(self, *_: object) -> None:
        self._due = self._session.document is not None
        self.cleared.emit()
        if self._wanted:
            self._timer.start()

    def _go_on(self) -> None:
        """Begin what is to be done next: answer first, and learn beside that."""
        project, document = self._session.project, self._session.document
        if not self._wanted or project is None or self._is_missing:
            return
        if self._is_whole and self._suggester is not None and len(self._pending) >= self._many(len(self._suggester)):
            # To take in so many one by one, before anything is answered, would take longer than to learn anew.
            self._pending.clear()
            self._stale = True
        if self._learner is None and (self._suggester is None or self._stale):
            self._learn(project)
        if self._asker is None and self._suggester is not None and self._due and document is not None:
            self._suggest(project, self._suggester, document)

    def _learn(self, project: Project) -> None:
        self._meanwhile.clear()
        # Labels are read in a second; indexed documents may take half a minute, in which these are something.
        labels_only = self._suggester is None
        self._stale = labels_only
        is_first = not self._is_whole
        if is_first:
            self.progressed.emit(0, 0)

        def take(suggester: object) -> None:
            self._learner = None
            self._suggester = cast("Suggester", suggester)
            self._is_whole = not labels_only
            self._pending = set() if labels_only else set(self._meanwhile)
            self._taken_in = 0
            self._due = self._session.document is not None
            self._go_on()

        self._learner = self._begin(
            project,
            _labels_learned if labels_only else _learned,
            take,
            self._cannot_learn,
            lambda: self._learner,
            told=is_first and not labels_only,
        )

    def _suggest(self, project: Project, suggester: "Suggester", document: str) -> None:
        # Labels alone are to answer at once, and to learn nothing: what does is being made.
        pending, self._pending = (self._pending, set[str]()) if self._is_whole else (set[str](), self._pending)
        self._due, whole = False, self._is_whole

        def take(found: object) -> None:
            assert isinstance(found, DocumentSuggestions)
            self._asker = None
            self._taken_in += found.taken_in
            if self._taken_in >= self._many(found.learned):
                self._stale = True
            if not self._due and found.document == self._session.document and suggester is self._suggester:
                self.found.emit(found)
            self._go_on()

        self._asker = self._begin(
            project,
            lambda own, on_progress: _suggested(own, suggester, document, pending, on_progress, whole),
            take,
            lambda error: self._cannot_answer(pending, error),
            lambda: self._asker,
        )

    def _many(self, learned: int) -> int:
        """How many changed documents are so many that all is learned anew."""
        return max(ANEW_AFTER, learned // ANEW_SHARE)

    def _cannot_learn(self, error: object) -> None:
        """Nothing can be suggested, until the vocabulary changes or the project is opened anew."""
        self._learner = None
        if not self._is_whole:
            self._is_missing = True
        self.failed.emit(error)

    def _cannot_answer(self, pending: set[str], error: object) -> None:
        """There is no answer for this document; the next one is asked about as if nothing had been."""
        self._asker = None
        self._pending |= pending
        self.failed.emit(error)

    def _begin(
        self,
        project: Project,
        work: Callable[[Project, ProgressCallback], object],
        take: Callable[[object], None],
        refuse: Callable[[object], None],
        current: Callable[[], Worker | None],
        *,
        told: bool = False,
    ) -> Worker:
        """Do something in a thread that opens the project for itself. ``current`` gives whose result is wanted."""

        def working(on_progress: ProgressCallback) -> object:
            with project.open_again(None) as own:
                return work(own, on_progress)

        worker = Worker(working)

        def succeed(result: object) -> None:
            if isValid(self) and current() is worker:
                take(result)

        def fail(error: object) -> None:
            if isValid(self) and current() is worker:
                refuse(error)

        def tell(done: int, total: int) -> None:
            if isValid(self) and current() is worker:
                self.progressed.emit(done, total)

        worker.succeeded.connect(succeed)
        worker.failed.connect(fail)
        if told:
            worker.progressed.connect(tell)
        worker.start()
        return worker


def _labels_learned(project: Project, on_progress: ProgressCallback) -> "Suggester":
    """In a thread beside the window: what the labels alone can say."""
    from model.suggestion import indexed
    from model.suggestion.suggester import Suggester

    return Suggester.learn(project.read(indexed.labels), (), on_progress)


def _learned(project: Project, on_progress: ProgressCallback) -> "Suggester":
    """In a thread beside the window."""
    from model.suggestion import indexed
    from model.suggestion.suggester import Suggester

    with project.reading():
        ids = project.document_ids()
        documents = project.read(indexed.known, ids, lambda done, total: on_progress(done, 3 * total))
        labels = project.read(indexed.labels)
    return Suggester.learn(labels, documents, lambda done, total: on_progress(total + 2 * done, 3 * total))


def _suggested(
    project: Project,
    suggester: "Suggester",
    document: str,
    pending: set[str],
    on_progress: ProgressCallback,
    whole: bool,
) -> DocumentSuggestions:
    """In a thread beside the window."""
    from model.suggestion import indexed

    with project.reading():
        present = set(project.document_ids())
        taken_in = 0
        for each in sorted(pending & present):
            on_progress(0, 0)
            terms = project.read(indexed.terms_of, each)
            taken_in += suggester.take_in_terms(each, terms, lambda each=each: _read(project, each))
        for each in sorted(pending - present):
            suggester.forget(each)
        text, read = project.read(indexed.read_document, document)
        judged = project.read(indexed.terms_of, document) | project.read(indexed.terms_of, document, "rejected")
        left_out = judged | project.read(indexed.outdated)
        suggestions = suggester.suggest(text, read, LIMIT, name=document, known=left_out)
    return DocumentSuggestions(document, suggestions, len(suggester), taken_in, whole)


def _read(project: Project, document: str) -> "ReadText":
    from model.suggestion import indexed

    return project.read(indexed.read_document, document)[1]
