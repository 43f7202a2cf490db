"""The line below: which document of how many, what is selected, how sure the proposal there is, who works,
and in which file."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from gui.i18n.error_messages import isolated
from gui.i18n.numbers import grouped, numbered, percent
from gui.session.session import Session
from gui.widgets.tool_tips import plain_tool_tip

SIDE = 6  # logical pixels left and right of each part's words


class StatusBar(QStatusBar):
    """Follows the session. Numbers and paths are isolated, so that they keep their order among Arabic words."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place = (0, 0)
        self.document, self.annotator, self.path = (QLabel(self) for _ in range(3))
        self.selection, self.proposal = _SteadyLabel(self), _SteadyLabel(self)
        for label in (self.document, self.selection, self.proposal, self.annotator, self.path):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setContentsMargins(SIDE, 0, SIDE, 0)
        self.addWidget(self.document)
        self.addWidget(self.selection)
        self.addWidget(self.proposal)
        self.addPermanentWidget(self.annotator)
        self.addPermanentWidget(self.path)
        session.selection_changed.connect(self._show_selection)
        session.document_changed.connect(lambda _: self._show_proposal(session.span))
        session.span_changed.connect(self._show_proposal)
        session.spans_changed.connect(lambda *_: self._show_proposal(session.span))
        session.proposals.thresholds_changed.connect(lambda: self._show_proposal(session.span))
        session.proposals.state_changed.connect(lambda: self._show_proposal(session.span))
        self.show_place(0, 0)

    def show_place(self, number: int, total: int) -> None:
        """Which document is shown: its number from 1 (0: none) of how many."""
        self._place = (number, total)
        if number:
            template = self.tr("Document {number} of {total}")
            self.document.setText(template.format(number=isolated(grouped(number)), total=isolated(grouped(total))))
        else:
            self.document.setText(self.tr("No document"))
        self._show_selection(*self._session.selection)
        self._show_project()

    def retranslate(self) -> None:
        """Take the words of the window's language."""
        self.selection.shrink()
        self.proposal.shrink()
        self._show_proposal(self._session.span)
        self.show_place(*self._place)

    def _show_selection(self, start: int, end: int) -> None:
        if self._session.document is None:
            self.selection.show_text("")
        elif start == end:
            self.selection.show_text(self.tr("Character {offset}").format(offset=isolated(start)))
        else:
            words = numbered(self.tr("Characters {range} (%n selected)", "", end - start), end - start)
            self.selection.show_text(words.format(range=isolated(f"{start}–{end}")))

    def _show_proposal(self, span_id: str | None) -> None:
        """How sure the proposal is that is worked on; where there are none yet, that they are being looked for."""
        span = self._session.find(span_id)
        confidence = None if span is None or span.status != "suggested" else span.origin.confidence
        if span is None or confidence is None:
            coming = self._session.proposals.state == "coming"
            self.proposal.show_text(self.tr("Looking for clauses…") if coming else "")
            return
        words = self.tr("Proposal, chance {chance}")
        if self._session.proposals.is_unsure(span):
            words = self.tr("Unsure proposal, chance {chance}")
        self.proposal.show_text(words.format(chance=isolated(percent(confidence))))

    def _show_project(self) -> None:
        project = self._session.project
        if project is None:
            self.annotator.setText("")
            self.path.setText("")
            return
        annotator = self._session.annotator
        self.annotator.setText(self.tr("Reading only") if annotator is None else annotator.name)
        self.path.setText(isolated(project.path.name))
        self.path.setToolTip(plain_tool_tip(isolated(project.path.resolve())))


class _SteadyLabel(QLabel):
    """A label whose size stays while its words change, and only ever grows.

    A label that takes the size of its words has the whole window laid out anew, and repainted between its panels, with
    every step of the selection.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = QSize()
        self.shrink()

    def show_text(self, text: str) -> None:
        """Show words; room is made for them where they need more than any before."""
        self.setText(text)
        if text:
            self._make_room()

    def shrink(self) -> None:
        """Forget how much room words before needed: others come, or another font."""
        self._room = QSize(0, 0)
        self.setFixedSize(self._room)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.text():
            self.shrink()
            self._make_room()

    def _make_room(self) -> None:
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self.text()) + 2 * SIDE
        if wide > self._room.width():
            # Some more, so that one more digit is not one more step.
            self._room = QSize(wide + metrics.horizontalAdvance("00"), metrics.height())
            self.setFixedSize(self._room)
