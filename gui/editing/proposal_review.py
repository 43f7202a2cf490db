"""What a person does with the proposals for a document: confirms them, one or many, rejects them, and goes from one
that is unsure to the next."""

import contextlib
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from gui import proposal_operations
from gui.commands.actions import shown_key
from gui.commands.key_map import Keymap
from gui.editing.span_marking import SpanMarking
from gui.editing.span_queries import Marks
from gui.i18n.error_messages import isolated
from gui.i18n.numbers import numbered
from gui.session.session import Session
from gui.settings import Settings
from gui.text_view.view import TextView
from model.annotation.values import Span, text_order
from model.project import Changes
from model.proposals.proposal_groups import judged

REFERENCES = "reference"  # the layer of what a text cites


class ProposalReview(QObject):
    """The acts on proposals in one window. ``go_on`` shows the next document whose clauses (the task given) are not
    done; ``keymap`` has the keys that are named to a person. ``ask`` asks for the two thresholds (None: they stay as
    they are); a test puts another function in its place.

    ``switched``: whether proposals are shown from now on.
    """

    switched = Signal(bool)

    def __init__(
        self,
        session: Session,
        view: TextView,
        marks: Marks,
        marking: SpanMarking,
        settings: Settings,
        window: QWidget,
        go_on: Callable[[str], object],
        keymap: Keymap | None = None,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._view = view
        self._marks = marks
        self._marking = marking
        self._settings = settings
        self._window = window
        self._go_on = go_on
        self._keymap = keymap or Keymap(parent=self)
        self._confirming = False  # an act that tells itself what is left
        self._is_open = False  # some clause of the document shown is only proposed
        self.ask = _ask_thresholds
        session.proposals.thresholds_changed.connect(self._show_thresholds)
        session.changes.connect(self._follow_progress)
        session.spans_changed.connect(self._follow_spans)
        session.document_changed.connect(self._begin)
        session.project_changed.connect(self._begin)
        settings.changed.connect(self._follow)
        self._follow("proposals")

    def by_command(self) -> dict[str, Callable[[], object]]:
        """The acts by the ids of ``gui.commands.command_table``."""
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
        found = (span for span in self._session.suggested if proposals.is_unsure(span))
        unsure = [span for span in found if self._marks.is_of_clauses(span) and self._marks.is_open(span)]
        if not unsure:
            self._say_or_coming(" ".join((self.tr("Nothing that is proposed here is unsure."), *self._between())))
            return
        chosen, (start, end) = self._marking.chosen(), self._view.selection()
        place = text_order(chosen) if chosen is not None else (start, -end, "", "")
        if forward:
            following = next((span for span in unsure if text_order(span) > place), unsure[0])
        else:
            following = next((span for span in reversed(unsure) if text_order(span) < place), unsure[-1])
        self._marking.choose(following.id)

    def _between(self) -> list[str]:
        """That some clauses are neither sure nor unsure: the keys for these pass them over."""
        tree, is_sure = self._marks.tree(), self._session.proposals.is_sure
        left = sum(1 for span in self._session.suggested if span.layer == tree and not is_sure(span))
        if not left:
            return []
        words = numbered(self.tr("%n proposed clause(s) are neither sure nor unsure.", "", left), left)
        key = self._key("confirm")
        return [words, self.tr("{key} goes from one proposal to the next.").format(key=key)] if key else [words]

    def _key(self, command: str) -> str:
        """The first key of a command as it is shown; empty where it has none."""
        keys = self._keymap.keys(command)
        return shown_key(keys[0]) if keys else ""

    # Many

    def confirm_sure(self) -> None:
        """Confirm all proposals that are sure enough, as one step; what they stand in may stay proposed."""
        session, document = self._session, self._session.document
        if session.project is None or document is None:
            return
        spans = session.suggested
        sure = [span for span in spans if session.proposals.is_sure(span)]
        if not sure:
            self._say_or_coming(self.tr("Nothing that is proposed here is sure enough."))
            return
        found, tree = judged(document, sure), self._marks.tree()
        with self._telling():
            done = session.attempt(proposal_operations.confirm_sure, found)
        if done is None:
            return
        clauses = sum(1 for span in sure if span.layer == tree)
        left = sum(1 for span in session.suggested if span.layer == tree)
        done = numbered(self.tr("%n clause(s) confirmed.", "", clauses), clauses)
        rest = numbered(self.tr("%n proposed clause(s) left to look at.", "", left), left)
        if not left and session.proposals.state not in ("hidden", "coming"):
            rest = self._all_is_judged()
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
        found = judged(document, session.suggested)
        references = sum(1 for span in session.suggested if span.layer == REFERENCES)
        with self._telling():
            done = session.attempt(proposal_operations.confirm_document, found, tree)
        if not done:
            return
        along = numbered(self.tr("%n proposed reference(s) confirmed along.", "", references), references)
        if not go_on:
            said = self.tr("All clauses are confirmed, and the document is done.")
            session.message.emit(f"{said} {along}" if references else said)
            return
        name = session.attempt(lambda project: project.document(document).name) if references else None
        said = self._gone_on(tree)
        if name is not None:
            session.message.emit(f"{isolated(name)}: {along} {said}".rstrip())

    def _gone_on(self, tree: str) -> str:
        """Show the next document whose clauses are not done; gives what was said on the way there."""
        said = [""]
        told = self._session.message.connect(said.append)
        try:
            self._go_on(tree)
        finally:
            self._session.message.disconnect(told)
        return said[-1]

    @contextlib.contextmanager
    def _telling(self) -> Iterator[None]:
        """For as long as an act is done that tells by itself what is left."""
        self._confirming = True
        try:
            yield
        finally:
            self._confirming = False

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

    def _begin(self, *_: object) -> None:
        self._is_open = self._has_open()

    def _has_open(self) -> bool:
        tree = self._marks.tree()
        return any(span.layer == tree for span in self._session.suggested)

    def _follow_spans(self, *_: object) -> None:
        """The last clause that was proposed is settled: tell how the document is finished."""
        before, self._is_open = self._is_open, self._has_open()
        if before and not self._is_open and not self._confirming:
            document = self._session.document
            QTimer.singleShot(0, self, lambda: self._say_all_is_judged(document))  # once the caret is where it will be

    def _say_all_is_judged(self, document: str | None) -> None:
        session, tree = self._session, self._marks.tree()
        if session.document != document or self._is_open or session.proposals.state not in ("known", "failed"):
            return  # those are gone for another reason, or the clauses are done already
        if any(span.layer == tree for span in session.spans):
            session.message.emit(self._all_is_judged())

    def _all_is_judged(self) -> str:
        key = self._key("confirm_document")
        if not key:
            return self.tr("Nothing that is proposed is left to confirm in this document.")
        words = self.tr("Nothing that is proposed is left to confirm; {key} says that the clauses are done.")
        return words.format(key=key)

    def _follow_progress(self, changes: Changes) -> None:
        """Clauses are declared done while some are only proposed: these are in no file, and nobody sees them now, or
        they stay what they are. Where an act judges them in the same step it was not overlooked.
        """
        session, tree = self._session, self._marks.tree()
        project, document = session.project, session.document
        if project is None or document is None or tree is None or self._confirming:
            return
        if "progress" not in changes.rows or document not in changes.documents or changes.operation.kind != "do":
            return
        about = project.document(document)
        if about.state(tree) != "done":
            return
        said = []
        unkept = sum(1 for span in session.proposed if span.layer == tree)  # the session has not looked again yet
        kept = sum(1 for span in project.spans(document) if _is_proposed(span, tree))
        if unkept and "span" not in changes.rows:
            words = self.tr("{name}: %n proposed clause(s) were not confirmed and are not kept.", "", unkept)
            said.append(numbered(words, unkept))
        if kept:
            words = self.tr("{name}: %n proposed clause(s) were not confirmed and stay proposals.", "", kept)
            said.append(numbered(words, kept))
        if said:
            words = " ".join(said).format(name=isolated(about.name))
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


def _is_proposed(span: Span, layer: str | None) -> bool:
    """Whether a span of that layer is a proposal."""
    return span.layer == layer and span.status == "suggested"


def _ask_thresholds(sure_from: float, unsure_below: float, parent: QWidget | None) -> tuple[float, float] | None:
    from gui.dialogs.thresholds_dialog import ask_thresholds  # loaded when it is first asked for

    return ask_thresholds(sure_from, unsure_below, parent)
