"""What the window works on: the open project, the document in it that is shown, and what is selected there.

Panels and views hear of each other only through the signals here; what is written, they hear of through ``changes``.
"""

import contextlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from gui.i18n.error_messages import sentence
from gui.session.ordered_spans import OrderedSpans
from gui.session.project_signals import ProjectSignals
from gui.session.proposals import Proposals
from gui.session.segmentation_service import SegmentationService
from model.annotation.documents import sha256_of
from model.annotation.values import Annotator, Span
from model.errors import DamagedProjectError, StorageError, UserError
from model.project import Changes, Project
from model.proposals.proposal_groups import adoption
from model.proposals.proposals import Mark
from model.text.layout import NO_LAYOUT

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")
FEW_SPANS = 50


class Session(QObject):
    """The state that all parts of one window share.

    ``project_changed``: another project (or none) is open. ``document_changed``: the id of the document shown, or None.
    ``changes``: the model's ``Changes`` after each commit, also of other processes. ``spans_changed``: after that, of
    the document shown, the ids of the spans that are gone and the spans that are new or different, as they are now;
    proposals, which are in no file, are among them (``gui.session.proposals``). ``selection_changed``: half-open
    code points of the document shown. ``span_changed``: the id of the span that is worked on, or None. ``message``: a
    sentence for the person, already translated; an empty one takes the last away. ``language_changed``: ``ar``, ``en``.
    """

    project_changed = Signal()
    document_changed = Signal(object)
    changes = Signal(object)
    spans_changed = Signal(list, list)
    selection_changed = Signal(int, int)
    span_changed = Signal(object)
    message = Signal(str)
    language_changed = Signal(str)

    def __init__(self, parent: QObject | None = None, segmenting: SegmentationService | None = None) -> None:
        """``segmenting`` finds what is proposed; without it nothing is."""
        super().__init__(parent)
        self.proposals = Proposals(segmenting, self)
        self.hindrance: Callable[[], str] = str  # says, in a sentence, why nothing can be written just now
        self.writing_beside = False  # a worker of this window is writing to the project
        self._project: Project | None = None
        self._document: str | None = None
        self._text = ""
        self._spans: dict[str, Span] = {}
        self._rejected: dict[str, Span] = {}
        self._proposed: dict[str, Span] = {}
        self._ordered = OrderedSpans()  # rows that are not rejected, and what is proposed
        self._suggested = OrderedSpans()  # those of them that nobody has judged
        self._counts: Counter[str] | None = None  # of the rows in each layer; None until somebody asks
        self._selection = (0, 0)
        self._span: str | None = None
        self._language = "ar"
        self._signals = ProjectSignals(self)
        self._signals.changed.connect(self._follow)
        self._signals.refused.connect(self.refuse)
        self._signals.recovered.connect(self._go_on)
        self.proposals.changed.connect(self._propose)
        self.proposals.failed.connect(self._fail)

    # The project

    @property
    def project(self) -> Project | None:
        """The open project, or None."""
        return self._project

    def set_project(self, project: Project | None) -> None:
        """Work on another project; the one before is closed."""
        before = self._project
        self.set_document(None)
        self._signals.on_progress(None)
        self._project = project
        self._signals.on_progress(project)
        self.project_changed.emit()
        if before is not None and before is not project:
            before.close()

    def replace_project(self, project: Project) -> None:
        """Go on in the same file, which was opened anew: the document shown and its selection stay."""
        before, document = self._project, self._document
        self._signals.on_progress(project)
        self._project = project
        if document is not None and project.summary(document) is None:
            self.set_document(None)
        elif document is not None:
            self.proposals.look_again()
            self._take_spans(project, self._read_spans(project, document))
        self.project_changed.emit()
        if before is not None:
            before.close()

    @property
    def annotator(self) -> Annotator | None:
        """Who works; None while nothing can be written."""
        return None if self._project is None else self._project.annotator

    def refresh(self) -> None:
        """Look at once whether other processes have written."""
        self._signals.refresh()

    def _follow(self, changes: Changes) -> None:
        self.changes.emit(changes)
        project, document = self._project, self._document
        if project is None or document is None:
            return
        kinds = changes.rows.keys()
        touched = document in changes.documents
        again = bool(kinds & {"project", "layer", "label"}) or (touched and bool(kinds & {"progress", "document"}))
        if again:
            self.proposals.look_again()
        if touched or again:
            ids = changes.rows.get("span", frozenset()) if touched else frozenset()
            self._tell_spans(project, *self._read_changed(project, document, ids))

    def _read_changed(self, project: Project, document: str, ids: frozenset[str]) -> tuple[list[str], list[Span]]:
        """Take over the rows that have changed among these; gives those that are gone, and those that are different."""
        # One by one as long as they are few; each costs the same, while a document costs as much as it has spans.
        if len(ids) <= FEW_SPANS:
            read = (project.span(span_id) for span_id in ids)
            found = [span for span in read if span is not None and span.document == document]
            now = {span.id: span for span in found if span.status != "rejected"}
            gone = [span_id for span_id in ids if span_id in self._spans and span_id not in now]
            for span_id in ids:
                self._rejected.pop(span_id, None)
        else:
            found = self._read_spans(project, document)
            now = {span.id: span for span in found if span.status != "rejected"}
            gone = [span_id for span_id in self._spans if span_id not in now]
            self._rejected.clear()
        self._rejected.update((span.id, span) for span in found if span.status == "rejected")
        different = [span for span in now.values() if self._spans.get(span.id) != span]
        if self._counts is not None:
            before = (self._spans.get(span_id) for span_id in (*gone, *(span.id for span in different)))
            self._counts.subtract(span.layer for span in before if span is not None)
            self._counts.update(span.layer for span in different)
        for span_id in gone:
            del self._spans[span_id]
        self._spans.update((span.id, span) for span in different)
        return gone, different

    def _tell_spans(self, project: Project, gone: list[str], different: list[Span]) -> None:
        """Find out what there is to propose now, and tell of it along with the rows that have changed."""
        before, self._proposed = self._proposed, self._find_proposed(project)
        gone = [*gone, *(span_id for span_id in before if span_id not in self._proposed)]
        new = (span for span in self._proposed.values() if before.get(span.id) is not span)
        different = [*different, *(span for span in new if before.get(span.id) != span)]
        if gone or different:
            self._ordered.update(gone, different)
            judged = (span.id for span in different if span.status != "suggested")
            self._suggested.update((*gone, *judged), (span for span in different if span.status == "suggested"))
            self.spans_changed.emit(gone, different)

    def _find_proposed(self, project: Project) -> dict[str, Span]:
        present = (*self._spans.values(), *self._rejected.values())
        return {span.id: span for span in self.proposals.beside(project, present)}

    def _propose(self) -> None:
        """There are other proposals than before."""
        if self._project is not None and self._document is not None:
            self._tell_spans(self._project, [], [])

    def _fail(self, error: Exception) -> None:
        """Nothing can be proposed: say why, or, where that is a fault of the program, treat it as one."""
        if not isinstance(error, UserError):
            raise error
        self.refuse(error)

    def attempt(
        self,
        act: Callable[Concatenate[Project, Parameters], Result],
        *arguments: Parameters.args,
        **named: Parameters.kwargs,
    ) -> Result | None:
        """Do something to the open project (see ``gui.operations``); what is refused is said, and gives None."""
        if self._project is None:
            return None
        hindrance = self.hindrance()
        self.message.emit(hindrance)
        if hindrance:
            return None
        try:
            return act(self._project, *arguments, **named)
        except UserError as refusal:
            self.refuse(refusal)
            return None

    @contextlib.contextmanager
    def working_beside(self) -> Iterator[None]:
        """For as long as a worker writes to the project: other windows of this process need not wait to find out."""
        self.writing_beside = True
        try:
            yield
        finally:
            self.writing_beside = False

    def say(self, words: str) -> None:
        """Show a sentence, already translated; an empty one takes the last away."""
        self.message.emit(words)

    def look_after(self, refusal: UserError) -> None:
        """Where something was refused because of the project's file: say it when that is over."""
        if isinstance(refusal, StorageError):
            self._signals.tell_fault(refusal)

    def refuse(self, refusal: UserError) -> None:
        """Say a refusal in the window's language, and look after what it is about."""
        self.look_after(refusal)
        try:
            scheme = None if self._project is None else self._project.scheme
        except UserError:  # nothing in the file can be read, not even that
            scheme = None
        self.message.emit(sentence(refusal, self._language, scheme))

    def _go_on(self) -> None:
        if self.annotator is None:
            self.message.emit(self.tr("The project can be read again."))
        else:
            self.message.emit(self.tr("The project can be written to again."))

    # The document

    @property
    def document(self) -> str | None:
        """The id of the document shown, or None."""
        return self._document

    @property
    def text(self) -> str:
        """The text of the document shown; empty where there is none."""
        return self._text

    @property
    def spans(self) -> list[Span]:
        """The spans of the document shown, in text order, all layers, proposals too; rejected ones are left out."""
        return self._ordered.list()

    @property
    def suggested(self) -> list[Span]:
        """Those of the spans that nobody has judged, rows and proposals in no file, in text order."""
        return self._suggested.list()

    def find(self, span_id: str | None) -> Span | None:
        """The span of that id as it is now: a proposal for the document shown, or a mark of the project."""
        if span_id is None or self._project is None:
            return None
        return self._proposed.get(span_id) or self._spans.get(span_id) or self._project.span(span_id)

    @property
    def proposed(self) -> list[Span]:
        """Those of the spans that are proposals in no file, in text order."""
        return list(self._proposed.values())

    def mark(self, span_id: str, beside: Iterable[Span] = (), limits: tuple[int, int] | None = None) -> Mark:
        """What an operation takes for a span of that id: that of a row, or how a proposal becomes one with the act.

        ``beside``: other spans that the act moves; proposals among them are written along, as proposals. ``limits`` are
        those that the span will have: a leading phrase that does not fit into them is not written.
        """
        moved = [span for span in beside if span.id in self._proposed]
        span = self._proposed.get(span_id) or (self._spans.get(span_id) if moved else None)
        if self._project is None or span is None:
            return span_id
        return adoption(self._project.scheme, self.spans, span, moved, limits)

    def count(self, layer: str) -> int:
        """How many spans of a layer the project has in the document shown: neither rejected ones nor proposals that
        are in no file.
        """
        if self._counts is None:
            self._counts = Counter(span.layer for span in self._spans.values())
        return self._counts[layer]

    def _take_spans(self, project: Project | None, spans: list[Span]) -> None:
        """Those of another document, or of the same one read anew, in text order."""
        self._spans = {span.id: span for span in spans if span.status != "rejected"}
        self._rejected = {span.id: span for span in spans if span.status == "rejected"}
        self._proposed = {} if project is None else self._find_proposed(project)
        self._ordered = OrderedSpans((*self._spans.values(), *self._proposed.values()))
        self._suggested = OrderedSpans(
            span for span in (*self._spans.values(), *self._proposed.values()) if span.status == "suggested"
        )
        self._counts = None

    def set_document(self, document: str | None) -> None:
        """Show another document; the selection begins anew at its start."""
        if document == self._document:
            return
        if document is not None and self._project is not None:
            try:
                text = self._read_text(self._project, document)
                spans = self._read_spans(self._project, document)
                layout = self._project.layout(document)
            except UserError as refusal:
                self.document_changed.emit(self._document)  # who has asked for another shows this one again
                self.refuse(refusal)
                return
        else:
            document, text, spans, layout = None, "", [], NO_LAYOUT
        self._document = document
        self._text = text
        self.proposals.show_document(document, text, layout)
        self._take_spans(self._project, spans)
        self._selection = (0, 0)
        self._span = None
        self.document_changed.emit(document)

    def _read_spans(self, project: Project, document: str) -> list[Span]:
        """A document's rows; rejected ones too where they keep something from being proposed."""
        return project.spans(document, rejected=True) if self.proposals.segmenting else project.spans(document)

    def _read_text(self, project: Project, document: str) -> str:
        """A document's text; refuses one that is not the one that was imported: SQLite does not see that."""
        text, about = project.text(document), project.document(document)
        if sha256_of(text) != about.text_sha256:
            raise DamagedProjectError("{path}: the text of “{name}” is damaged.", path=project.path, name=about.name)
        return text

    @property
    def selection(self) -> tuple[int, int]:
        """Half-open code points of the document shown; equal where only a caret stands."""
        return self._selection

    def set_selection(self, start: int, end: int) -> None:
        """Tell everyone what the text view selects."""
        if (start, end) != self._selection:
            self._selection = (start, end)
            self.selection_changed.emit(start, end)

    @property
    def span(self) -> str | None:
        """The id of the span that is worked on (the one that a label key would change), or None."""
        return self._span

    def set_span(self, span: str | None) -> None:
        """Tell everyone which span is worked on."""
        if span != self._span:
            self._span = span
            self.span_changed.emit(span)

    # The language

    @property
    def language(self) -> str:
        """``ar`` or ``en``: the language of the window, and in which names of labels are shown."""
        return self._language

    def set_language(self, language: str) -> None:
        """Work in another language."""
        if language != self._language:
            self._language = language
            self.language_changed.emit(language)
