"""What a person does with the proposals for a document: confirms them, one or many, rejects them, and goes from one
that is unsure to the next."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from gui import proposal_operations
from gui.item_models.numbers import numbered
from gui.marking import Marking
from gui.marks import Marks
from gui.refusals import isolated
from gui.session import Session
from gui.settings import Settings
from gui.text_view.view import TextView
from model.annotation.values import Span, text_order
from model.project import Changes
from model.proposals.belonging import judged


class Proposing(QObject):
    """The acts on proposals in one window. ``go_on`` shows the next document whose clauses (the task given) are not
    done; ``ask`` asks for the two thresholds (None: they stay as they are); a test puts another function in its place.

    ``switched``: whether proposals are shown from now on.
    """

    switched = Signal(bool)

    def __init__(
        self,
        session: Session,
        view: TextView,
        marks: Marks,
        marking: Marking,
        settings: Settings,
        window: QWidget,
        go_on: Callable[[str], object],
    ) -> None:
        super().__init__(window)
        self._session = session
        self._view = view
        self._marks = marks
        self._marking = marking
        self._settings = settings
        self._window = window
        self._go_on = go_on
        self._confirming = False
        self.ask = _ask_thresholds
        session.proposals.thresholds_changed.connect(self._show_thresholds)
        session.changes.connect(self._follow_progress)
        settings.changed.connect(self._follow)
        self._follow("proposals")

    def by_command(self) -> dict[str, Callable[[], object]]:
        """The acts by the ids of ``gui.commands``."""
        return {
            "confirm": self.confirm,
            "reject": self.reject,
            "confirm_sure": self.confirm_sure,
            "confirm_document": self.confirm_document,
            "confirm_next": lambda: self.confirm_document(go_on=True),
            "next_unsure": lambda: self.step_unsure(True),
            "previous_unsure": lambda: self.step_unsure(False),
            "show_proposals": self.switch,
            "thresholds": self.set_thresholds,
        }

    # One

    def current(self) -> Span | None:
        """The proposal that a person would confirm now: the one worked on, or the innermost clause at the caret."""
        tree, span = self._marks.tree(), self._marking.target()
        if span is None or tree is None:
            return None
        start, end = self._view.selection()
        if span.layer != tree and (start == end or not self._marks.is_open(span)):  # the caret is in a clause at least
            span = self._marks.innermost(span.start, tree) or span
        return span

    def confirm(self) -> None:
        """Confirm the proposal that is worked on and go on to the next; where none is, go to the next one."""
        span = self.current()
        if span is not None and self._marks.is_open(span):
            self._session.message.emit("")
            self._marking.confirm(span)
            return
        start, end = self._view.selection()
        following = self._marks.next_open(span, least=start) if span is not None else self._marks.next_open(least=start)
        beside = following is not None and not self._session.text[start : following.start].strip()
        if following is not None and span is None and start == end and beside:
            self._marking.confirm(following)
            return
        following = following or self._marks.next_open()
        if following is not None:
            self._marking.choose(following.id)
        elif self._session.document is not None:
            self._say_or_coming(self.tr("Nothing that is proposed is left to confirm in this document."))

    def reject(self) -> None:
        """Reject the proposal that is worked on and go on to the next; it is not made again."""
        span, document = self.current(), self._session.document
        if span is None or document is None or span.status != "suggested":
            self._session.message.emit(self.tr("Choose a proposal to reject it."))
            return
        if self._session.attempt(proposal_operations.reject, self._session.mark(span.id)):
            self._marking.go_on_after(span)

    def step_unsure(self, forward: bool) -> None:
        """Choose the next proposal that is unsure, or the one before; beyond the last one, the first."""
        proposals = self._session.proposals
        found = (span for span in self._session.spans if proposals.is_unsure(span))
        unsure = [span for span in found if self._marks.is_of_clauses(span) and self._marks.is_open(span)]
        if not unsure:
            self._say_or_coming(self.tr("Nothing that is proposed here is unsure."))
            return
        chosen, (start, end) = self._marking.chosen(), self._view.selection()
        place = text_order(chosen) if chosen is not None else (start, -end, "", "")
        if forward:
            following = next((span for span in unsure if text_order(span) > place), unsure[0])
        else:
            following = next((span for span in reversed(unsure) if text_order(span) < place), unsure[-1])
        self._marking.choose(following.id)

    # Many

    def confirm_sure(self) -> None:
        """Confirm all proposals that are sure enough, as one step; what they stand in may stay proposed."""
        session, document = self._session, self._session.document
        if session.project is None or document is None:
            return
        spans = session.spans
        sure = [span for span in spans if session.proposals.is_sure(span)]
        if not sure:
            self._say_or_coming(self.tr("Nothing that is proposed here is sure enough."))
            return
        found = judged(document, sure)
        if session.attempt(proposal_operations.confirm_sure, found) is None:
            return
        clauses = sum(1 for span in sure if span.layer == self._marks.tree())
        left = sum(1 for span in session.spans if span.status == "suggested" and span.layer == self._marks.tree())
        done = numbered(self.tr("%n clause(s) confirmed.", "", clauses), clauses)
        rest = numbered(self.tr("%n proposed clause(s) left to look at.", "", left), left)
        following = self._marks.next_open()
        if following is not None:
            self._marking.choose(following.id)
        session.message.emit(f"{done} {rest}")

    def confirm_document(self, go_on: bool = False) -> None:
        """Confirm all that is proposed and say that the clauses are done, as one step; ``go_on`` to the next document
        in which they are not.
        """
        session, document, tree = self._session, self._session.document, self._marks.tree()
        if document is None or tree is None:
            return
        if session.proposals.state == "coming":
            self._say_or_coming("")
            return
        if not any(span.layer == tree for span in session.spans):
            state = session.attempt(lambda project: project.document(document).state(tree))
            if state is None:
                return
            if state != "done":
                session.message.emit(self._nothing_to_confirm())
                return
        self._confirming = True
        try:
            done = session.attempt(proposal_operations.confirm_document, judged(document, session.spans), tree)
        finally:
            self._confirming = False
        if done and go_on:
            self._go_on(tree)
        elif done:
            session.message.emit(self.tr("All clauses are confirmed, and the document is done."))

    def _nothing_to_confirm(self) -> str:
        """Why a document in which no clause stands cannot be confirmed; whoever knows that it has none says so."""
        match self._session.proposals.state:
            case "hidden":
                return self.tr("No clause is marked here, and proposals are not shown; show them to confirm them.")
            case "failed":
                return self.tr("No clause is marked here, and none could be proposed; there is nothing to confirm.")
            case _:
                return self.tr("No clause is marked or proposed here; there is nothing to confirm.")

    def _say_or_coming(self, words: str) -> None:
        """Say that there is nothing of a kind among the proposals, unless it is too early for that."""
        if self._session.proposals.state == "coming":
            words = self.tr("The clauses of this document are still being looked for; wait a moment.")
        self._session.message.emit(words)

    def _follow_progress(self, changes: Changes) -> None:
        """Clauses are declared done while some are only proposed: these are in no file, and nobody sees them now."""
        session, tree = self._session, self._marks.tree()
        project, document = session.project, session.document
        if project is None or document is None or tree is None or self._confirming:
            return
        if "progress" not in changes.rows or document not in changes.documents or changes.operation.kind != "do":
            return
        left = sum(1 for span in session.proposed if span.layer == tree)  # the session has not looked again yet
        about = project.document(document)
        if left and about.state(tree) == "done":
            words = self.tr("{name}: %n proposed clause(s) were not confirmed and are not kept.", "", left)
            words = numbered(words, left).format(name=isolated(about.name))
            QTimer.singleShot(
                0, self, lambda: session.message.emit(words)
            )  # also where the next document is shown then

    # How they are shown

    def switch(self) -> None:
        """Show proposals, or show none."""
        self._settings.proposals_shown = not self._settings.proposals_shown

    def set_thresholds(self) -> None:
        """Ask from which chance on a proposal is sure, and below which it is unsure."""
        proposals = self._session.proposals
        chosen = self.ask(proposals.sure_from, proposals.unsure_below, self._window)
        if chosen is not None:
            self._settings.thresholds = chosen

    def _follow(self, setting: str) -> None:
        if setting in ("proposals", "proposals_shown"):
            self._session.proposals.shown = self._settings.proposals_shown
            self.switched.emit(self._settings.proposals_shown)
        if setting in ("proposals", "thresholds"):
            self._session.proposals.set_thresholds(*self._settings.thresholds)
            self._show_thresholds()

    def _show_thresholds(self) -> None:
        self._view.set_unsure_below(self._session.proposals.unsure_below)


def _ask_thresholds(sure_from: float, unsure_below: float, parent: QWidget | None) -> tuple[float, float] | None:
    from gui.dialogs.thresholds_dialog import ask_thresholds  # loaded when it is first asked for

    return ask_thresholds(sure_from, unsure_below, parent)
