"""Marking in the text: what a label key, an edge key or Delete does at the place where one is.

The selection decides. With one, a label key marks it; where it has exactly the limits of a mark of the label's layer,
that mark gets the label. With a caret only, the innermost mark of the layer there gets it; where none is, the stretch
that would be proposed there is marked. After each mark the next stretch is selected, so that the next key marks that;
where a clause is proposed, that is the next one, and its label's key confirms it. With Shift the key marks a clause's
leading phrase along with it.
"""

from PySide6.QtCore import QObject

from gui import operations
from gui.editing.span_queries import Marks
from gui.proposal_operations import confirm
from gui.session.session import Session
from gui.text_view.view import TextView
from model.annotation import nesting, unmarked_text
from model.annotation.layers import Layer
from model.annotation.values import Span
from model.proposals.proposal_groups import judged, whole
from model.proposals.proposals import around
from model.text import leading, words


class SpanMarking(QObject):
    """The acts of marking in one text view.

    A mark is chosen when it was picked in the margin or stepped to, for as long as something of it is selected.
    """

    def __init__(self, session: Session, view: TextView, marks: Marks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._marks = marks
        self._chosen: str | None = None
        self._resume: Span | None = None  # the clause whose leading phrase is being chosen
        self._done_at: int | None = None  # where the caret was left after the last stretch was marked
        self._holding = False
        self._with_lead = False
        view.selection_changed.connect(self._follow_selection)
        view.span_activated.connect(self.choose)
        session.document_changed.connect(self._forget)

    # Labels

    def label_with_lead(self, label_id: str) -> None:
        """What a label's key does, and a clause that is marked has its leading phrase marked in the same step."""
        self._with_lead = True
        try:
            self.label(label_id)
        finally:
            self._with_lead = False

    def label(self, label_id: str) -> None:
        """What the key of a label does (see the module)."""
        if self._session.project is None or self._session.document is None:
            return
        layer = self._marks.layer_of(label_id)
        start, end = self._view.selection()
        if start < end:
            clause = None if layer.within is None else self._marks.exactly(start, end, layer.within)
            if clause is not None:
                self._propose_phrase(clause)
                return
            same = self._marks.with_limits(start, end, layer)
            if same is not None:
                self._relabel(same, label_id)
            elif not self._propose_inside(label_id, start, end):
                self._mark(label_id, start, end)
            return
        if start == self._done_at:  # one key too many must not give the last clause another label
            self._done_at = None
            self._session.message.emit(self.tr("There is nothing left to mark here. Select the text to mark."))
            return
        found = self._marks.innermost(start, layer.id)
        if found is not None:
            self._relabel(found, label_id)
            return
        stretch = self._stretch_for(layer, start)
        if stretch is None:
            self._session.message.emit(self.tr("There is nothing left to mark here. Select the text to mark."))
        else:
            self._mark(label_id, *stretch)

    def _mark(self, label_id: str, start: int, end: int) -> None:
        assert self._session.document is not None
        self._holding = True  # what is worked on is told once, when the next stretch is selected
        try:
            inner = self._lead_of(label_id, start, end) if self._with_lead else None
            beside = self._needed(label_id, start, end)
            span = self._session.attempt(operations.mark, self._session.document, label_id, start, end, inner, beside)
            if span is not None:
                self._chosen = None
                self._go_on(span)
        finally:
            self._holding = False
        self._update_span()

    def _lead_of(self, label_id: str, start: int, end: int) -> tuple[str, int, int] | None:
        """Label and limits of the leading phrase of a clause that is to be marked; None where it has none to be seen.

        A clause that has its phrase already, or is drawn around it, keeps that one.
        """
        assert self._session.project is not None
        clauses = self._marks.layer_of(label_id).id
        layer = next(iter(self._session.project.scheme.layers_within(clauses)), None)
        if layer is None or not layer.labels:
            return None
        for phrase in self._marks.meeting(layer.id)(start, end):
            holder = unmarked_text.holder_of(self._marks.meeting(clauses), phrase)
            if holder is None or not start <= holder.start < holder.end <= end or holder.limits == (start, end):
                return None
        phrase = leading.leading_phrase(self._session.text, start, end)
        return None if phrase is None else (layer.labels[0].id, *phrase)

    def _needed(self, label_id: str, start: int, end: int) -> list[Span]:
        """Proposals that must be written before a mark is made: those that hold it, or are to grow so that they do."""
        session = self._session
        assert session.project is not None
        scheme, proposed = session.project.scheme, session.proposed
        found = list(around(scheme, proposed, label_id, start, end))
        label = scheme.label(label_id)
        if nesting.is_item(label):
            before = [span for span in proposed if span.layer == label.layer and span.end <= start]
            found += [span for span in before if not session.text[span.end : start].strip()]
        return found

    def _go_on(self, span: Span) -> None:
        """Select what is to be marked next."""
        layer = self._marks.layer_of(span.label)
        resumed = None if layer.within is None else self._resumed()
        self._resume = None
        if resumed is not None:
            self._propose_after(resumed)
        elif layer.overlap == "tree":
            self._propose_after(span)
        else:
            self._view.set_selection(span.end, span.end)

    def _relabel(self, span: Span, label_id: str) -> None:
        inner = self._lead_of(label_id, *span.limits) if self._with_lead else None
        if span.label == label_id and inner is None:
            self._session.message.emit("")
            if span.status == "suggested":
                self.confirm(span)
            return
        done = self._session.attempt(operations.relabel, self._session.mark(span.id), label_id, inner)
        if done is not None and span.status == "suggested":
            self.go_on_after(done)
        elif done is not None:
            self._update_span()

    def _stretch_for(self, layer: Layer, offset: int) -> tuple[int, int] | None:
        text = self._session.text
        if layer.within is not None:
            holder = self._marks.innermost(offset, layer.within)
            return None if holder is None else unmarked_text.leading_phrase(text, holder, offset)
        if layer.overlap == "tree":
            return unmarked_text.unmarked_at(text, self._marks.meeting(layer.id), offset)
        start, end = words.trim(text, *words.word_at(text, offset))
        return (start, end) if start < end else None

    def _propose_inside(self, label_id: str, start: int, end: int) -> bool:
        """Go back into the clause just marked, while the stretch behind it is selected, for a label whose place it is.

        A leading phrase lies in a clause, an item of a list in the one that holds the list. Says whether that was so.
        """
        assert self._session.project is not None
        layer, text = self._marks.layer_of(label_id), self._session.text
        label = self._session.project.scheme.label(label_id)
        outer = layer.within or layer.id
        item = layer.within is None
        if (item and label_id not in label.inside) or self._marks.innermost(start, outer) is not None:
            return False
        meeting = self._marks.meeting(outer)
        clause = (
            max(meeting(0, start), key=lambda span: (span.end, -unmarked_text.length(span)), default=None)
            if start
            else None
        )
        if item:
            if clause is None or clause.label not in label.inside or unmarked_text.opens_item(text[start:end]):
                return False
            phrase = unmarked_text.first_item(text, meeting, clause)
        else:
            phrase = None if clause is None else unmarked_text.leading_phrase(text, clause)
        if clause is None or phrase is None:
            return False
        self._session.message.emit("")
        self._view.set_selection(*phrase)
        self._resume = None if item else clause
        self._update_span()
        return True

    def _propose_phrase(self, clause: Span) -> None:
        """A clause is selected where its leading phrase is meant: select that, the one it has or the likely one."""
        text, session = self._session.text, self._session
        assert session.project is not None
        inner = {layer.id for layer in session.project.scheme.layers_within(clause.layer)}
        held = [span for span in self._view.page.spans.meeting(*clause.limits) if span.layer in inner]
        own = next((span for span in held if self._marks.is_holder(span, clause)), None)
        if own is not None:
            self.work_on(own)
            return
        phrase = unmarked_text.leading_phrase(text, clause)
        if phrase is not None:
            session.message.emit("")
            self._select(*phrase)
            self._resume = clause

    # Proposals

    def confirm(self, span: Span) -> None:
        """Confirm a proposal, with the list in it, and go on to the next one. What is unsure inside it is not confirmed
        along: it comes next.
        """
        session = self._session
        assert session.project is not None and session.document is not None
        scheme = session.project.scheme
        inside = whole(scheme, session.spans, span)
        unsure = [each for each in inside if each.id != span.id and session.proposals.is_unsure(each)]
        left = {each.id for each in unsure if self._marks.is_open(each)}
        along = [each for each in inside if self._clause_of(each) not in left]
        beside = list(around(scheme, session.proposed, span.label, *span.limits))
        if session.attempt(confirm, judged(session.document, along), beside) is not None:
            self.go_on_after(span)

    def _clause_of(self, span: Span) -> str:
        """The id of the clause that a leading phrase lies in; that of any other mark itself."""
        within = self._marks.layer_of(span.label).within
        holder = None if within is None else unmarked_text.holder_of(self._marks.meeting(within), span)
        return span.id if holder is None else holder.id

    def go_on_after(self, span: Span) -> None:
        """Choose the next proposal after a mark that is settled; where none is left there, the caret goes behind it."""
        found = self._marks.next_open(span)
        if found is not None:
            self.work_on(found)
        else:
            self._chosen = None
            self._select(span.end, span.end)
            self._done_at = self._view.caret()

    def propose(self) -> None:
        """Select the next stretch that is not marked, or choose the next proposal, from the caret on."""
        tree = self._marks.tree()
        if tree is None:
            return
        start, end = self._view.selection()
        text, meeting = self._session.text, self._marks.meeting(tree)
        here = self._marks.innermost(start, tree) if start == end else self._marks.exactly(start, end, tree)
        proposal = self._marks.next_open(here, least=start)
        if here is not None and start == end and self._marks.is_open(here):
            proposal = here
        found = unmarked_text.unmarked_at(text, meeting, start)
        if found is not None and found == (start, end):
            found = unmarked_text.unmarked_at(text, meeting, end)
        if proposal is not None and self._comes_first(proposal, found):
            self.choose(proposal.id)
            return
        if found is None:
            self._session.message.emit(self.tr("No unmarked text is left after the caret."))
            return
        self._session.message.emit("")
        self._select(*found)

    # Edges of the selection

    def lengthen(self) -> None:
        """Move the selection's end one stop further (one word within a clause's leading phrase)."""
        start, end = self._view.selection()
        if start == end:
            self.propose()
            return
        text = self._session.text
        further = words.next_word_end(text, end) if self._by_word(start) else words.extend_stop(text, end)
        self._select(start, further)

    def shorten(self) -> None:
        """Move the selection's end one stop back; where there is none, one word."""
        start, end = self._view.selection()
        text = self._session.text
        if start == end:
            return
        back = end if self._by_word(start) else words.previous_stop(text, start, end)
        if back >= end:
            back = words.word_end_before(text, end, start)
        if back > start:
            self._select(start, back)

    def move_start(self, forward: bool) -> None:
        """Move the selection's start by a word, in the direction of reading or against it."""
        start, end = self._view.selection()
        moved = (words.next_word if forward else words.previous_word)(self._session.text, start)
        if start < end and moved < end:
            self._select(moved, end)

    def _by_word(self, start: int) -> bool:
        """Whether the selection is a leading phrase being chosen, which ends at no stop."""
        resumed = self._resumed()
        return resumed is not None and resumed.start <= start < resumed.end

    def _resumed(self) -> Span | None:
        """The clause whose leading phrase is being chosen, as it is now: a proposal becomes a mark of the project along
        with its phrase, and has another id then.
        """
        clause = self._resume
        return clause and (self._marks.get(clause.id) or self._marks.exactly(*clause.limits, clause.layer))

    # Marks as they are

    def choose(self, span_id: str) -> None:
        """Work on a mark: select it."""
        span = self._marks.get(span_id)
        if span is not None:
            self._session.message.emit("")
            self.work_on(span)

    def step(self, forward: bool) -> None:
        """Choose the next clause in the text, or the one before."""
        tree = self._marks.tree()
        if tree is None:
            return
        spans = self._marks.of_layer(tree)
        chosen = self.chosen()
        if chosen is not None and chosen.layer == tree:
            place = next((number for number, span in enumerate(spans) if span.id == chosen.id), 0)
            wanted = place + 1 if forward else place - 1
        else:
            start, end = self._view.selection()
            innermost = self._marks.innermost(start, tree)
            if innermost is not None and start == end:
                wanted = next(number for number, span in enumerate(spans) if span.id == innermost.id)
            elif forward:
                wanted = next((number for number, span in enumerate(spans) if span.start >= end), len(spans))
            else:
                wanted = max((number for number, span in enumerate(spans) if span.start < start), default=-1)
        if 0 <= wanted < len(spans):
            self._session.message.emit("")
            self.work_on(spans[wanted])

    def target(self) -> Span | None:
        """The mark that an act without a label is about: the one chosen, selected, or innermost at the caret."""
        start, end = self._view.selection()
        chosen = self.chosen()
        if chosen is not None:
            return chosen
        if start < end:
            return self._marks.with_limits(start, end, None)
        return self._marks.innermost(start, None)

    def leave(self) -> None:
        """Nothing is selected any more; the caret stays."""
        caret = self._view.caret()
        self._chosen = None
        self._session.message.emit("")
        self._view.set_selection(caret, caret)

    def chosen(self) -> Span | None:
        """The mark that was picked in the margin, stepped to, or edited last, while something of it is selected."""
        return self._marks.get(self._chosen)

    def let_go(self, start: int, end: int) -> None:
        """Work on no mark any more; select where one stood."""
        self._chosen = None
        self._select(start, end)

    # Places

    def work_on(self, span: Span) -> None:
        """Choose a mark as it is now: select it."""
        self._select(span.start, span.end)
        self._chosen = span.id
        self._update_span()

    def _propose_after(self, done: Span) -> None:
        found = unmarked_text.next_unmarked(self._session.text, self._marks.meeting(done.layer), done)
        proposal = self._marks.next_open(done)
        if proposal is not None and self._comes_first(proposal, found):
            self.work_on(proposal)
        elif found is None:
            self._select(done.end, done.end)
            self._done_at = self._view.caret()
        else:
            self._select(*found)

    def _comes_first(self, proposal: Span, stretch: tuple[int, int] | None) -> bool:
        """Whether a proposal is looked at before an unmarked stretch: what is left inside clauses is often left so."""
        if stretch is None or proposal.start <= stretch[0]:
            return True
        return self._marks.innermost(stretch[0], proposal.layer) is not None

    def _select(self, start: int, end: int) -> None:
        self._view.set_selection(start, end)
        self._update_span()

    def _follow_selection(self, start: int, end: int) -> None:
        chosen = self.chosen()
        if chosen is None or start == end or end <= chosen.start or chosen.end <= start:
            self._chosen = None
        if start == end:
            self._resume = None
        self._done_at = None
        self._session.set_selection(start, end)
        self._update_span()

    def _forget(self, *_: object) -> None:
        self._chosen = self._resume = self._done_at = None

    def _update_span(self) -> None:
        """Tell everyone, and show, which mark is worked on."""
        if self._holding:
            return
        span = self.target()
        self._session.set_span(None if span is None else span.id)
        self._view.set_current_span(None if span is None else span.id)

    def refresh(self) -> None:
        """The marks have changed: look again which one is worked on."""
        if self.chosen() is None:
            self._chosen = None
        self._update_span()
