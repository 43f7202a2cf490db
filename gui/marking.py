"""Marking in the text: what a label key, an edge key or Delete does at the place where one is.

The selection decides. With one, a label key marks it; where it has exactly the limits of a mark of the label's layer,
that mark gets the label. With a caret only, the innermost mark of the layer there gets it; where none is, the stretch
that would be proposed there is marked. After each mark the next stretch is selected, so that the next key marks that.
"""

from PySide6.QtCore import QObject

from gui import operations, stretches
from gui.session import Session
from gui.text_view.view import TextView
from model.annotation.layers import Layer
from model.annotation.values import Span, text_order
from model.text import words


class Marking(QObject):
    """The acts of marking in one text view.

    A mark is chosen when it was picked in the margin or stepped to, for as long as something of it is selected.
    """

    def __init__(self, session: Session, view: TextView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._chosen: str | None = None
        self._resume: str | None = None
        self._holding = False
        view.selection_changed.connect(self._follow_selection)
        view.span_activated.connect(self.choose)
        session.document_changed.connect(self._forget)

    # Labels

    def label(self, label_id: str) -> None:
        """What the key of a label does (see the module)."""
        if self._session.project is None or self._session.document is None:
            return
        layer = self._layer_of(label_id)
        start, end = self._view.selection()
        if start < end:
            clause = None if layer.within is None else self._exactly(start, end, layer.within)
            if clause is not None:
                self._propose_phrase(clause)
                return
            same = self._with_limits(start, end, layer)
            if same is not None:
                self._relabel(same, label_id)
            elif not self._propose_inside(label_id, start, end):
                self._mark(label_id, start, end)
            return
        found = self._innermost(start, layer.id)
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
            span = self._session.attempt(operations.mark, self._session.document, label_id, start, end)
            if span is not None:
                self._chosen = None
                self._go_on(span)
        finally:
            self._holding = False
        self._update_span()

    def _go_on(self, span: Span) -> None:
        """Select what is to be marked next."""
        layer = self._layer_of(span.label)
        resumed = None if layer.within is None or self._resume is None else self._span(self._resume)
        self._resume = None
        if resumed is not None:
            self._propose_after(resumed)
        elif layer.overlap == "tree":
            self._propose_after(span)
        else:
            self._view.set_selection(span.end, span.end)

    def _relabel(self, span: Span, label_id: str) -> None:
        if span.label == label_id:
            self._session.message.emit("")
            return
        if self._session.attempt(operations.relabel, span.id, label_id) is not None:
            self._update_span()

    def _stretch_for(self, layer: Layer, offset: int) -> tuple[int, int] | None:
        text = self._session.text
        if layer.within is not None:
            holder = self._innermost(offset, layer.within)
            return None if holder is None else stretches.leading_phrase(text, holder, offset)
        if layer.overlap == "tree":
            return stretches.unmarked_at(text, self._meeting(layer.id), offset)
        start, end = words.trim(text, *words.word_at(text, offset))
        return (start, end) if start < end else None

    def _propose_inside(self, label_id: str, start: int, end: int) -> bool:
        """Go back into the clause just marked, while the stretch behind it is selected, for a label whose place it is.

        A leading phrase lies in a clause, an item of a list in the one that holds the list. Says whether that was so.
        """
        assert self._session.project is not None
        layer, text = self._layer_of(label_id), self._session.text
        label = self._session.project.scheme.label(label_id)
        outer = layer.within or layer.id
        item = layer.within is None
        if (item and label_id not in label.inside) or self._innermost(start, outer) is not None:
            return False
        meeting = self._meeting(outer)
        clause = (
            max(meeting(0, start), key=lambda span: (span.end, -stretches.length(span)), default=None)
            if start
            else None
        )
        if item:
            if clause is None or clause.label not in label.inside or stretches.opens_item(text[start:end]):
                return False
            phrase = stretches.first_item(text, meeting, clause)
        else:
            phrase = None if clause is None else stretches.leading_phrase(text, clause)
        if clause is None or phrase is None:
            return False
        self._session.message.emit("")
        self._view.set_selection(*phrase)
        self._resume = None if item else clause.id
        self._update_span()
        return True

    def _propose_phrase(self, clause: Span) -> None:
        """A clause is selected where its leading phrase is meant: select that, the one it has or the likely one."""
        text, session = self._session.text, self._session
        layers = () if session.project is None else session.project.scheme.layers
        inner = {layer.id for layer in layers if layer.within == clause.layer}
        held = [span for span in self._view.page.spans.meeting(*clause.limits) if span.layer in inner]
        own = next((span for span in held if _is_holder(self._meeting(clause.layer), span, clause)), None)
        if own is not None:
            self._choose_span(own)
            return
        phrase = stretches.leading_phrase(text, clause)
        if phrase is not None:
            session.message.emit("")
            self._select(*phrase)
            self._resume = clause.id

    def _exactly(self, start: int, end: int, layer: str) -> Span | None:
        """The mark of a layer with exactly these limits."""
        return next((span for span in self._meeting(layer)(start, end) if span.limits == (start, end)), None)

    # Proposals and edges

    def propose(self) -> None:
        """Select the next stretch that is not marked, from the caret on."""
        tree = self._tree()
        if tree is None:
            return
        start, end = self._view.selection()
        text, meeting = self._session.text, self._meeting(tree)
        found = stretches.unmarked_at(text, meeting, start)
        if found is not None and found == (start, end):
            found = stretches.unmarked_at(text, meeting, end)
        if found is None:
            self._session.message.emit(self.tr("No unmarked text is left after the caret."))
            return
        self._session.message.emit("")
        self._select(*found)

    def lengthen(self) -> None:
        """Move the selection's end one stop further (one word within a clause's leading phrase)."""
        start, end = self._view.selection()
        if start == end:
            self.propose()
            return
        text = self._session.text
        further = stretches.next_word_end(text, end) if self._by_word(start) else words.extend_stop(text, end)
        self._select(start, further)

    def shorten(self) -> None:
        """Move the selection's end one stop back; where there is none, one word."""
        start, end = self._view.selection()
        text = self._session.text
        if start == end:
            return
        back = end if self._by_word(start) else words.previous_stop(text, start, end)
        if back >= end:
            back = words.trim(text, start, words.previous_word(text, end))[1]
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
        resumed = None if self._resume is None else self._span(self._resume)
        return resumed is not None and resumed.start <= start < resumed.end

    def fit_to_selection(self) -> None:
        """Give the mark that is worked on the limits that are selected."""
        start, end = self._view.selection()
        span = None if self._chosen is None else self._span(self._chosen)
        if span is None and start < end:
            # The mark that the selection is most like, of whatever layer: a phrase is meant where a phrase is selected.
            there = self._view.page.spans.meeting(start, end)
            span = max(there, key=lambda each: _likeness(each, start, end), default=None)
        if span is None or start == end:
            self._session.message.emit(self.tr("Choose a mark, then select where it is to begin and end."))
            return
        fitted = self._session.attempt(operations.set_limits, span.id, start, end)
        if fitted is not None:
            self._choose_span(fitted)

    # Marks as they are

    def choose(self, span_id: str) -> None:
        """Work on a mark: select it."""
        span = self._span(span_id)
        if span is not None:
            self._session.message.emit("")
            self._choose_span(span)

    def step(self, forward: bool) -> None:
        """Choose the next clause in the text, or the one before."""
        tree = self._tree()
        if tree is None:
            return
        spans = self._layer_spans(tree)
        chosen = None if self._chosen is None else self._span(self._chosen)
        if chosen is not None and chosen.layer == tree:
            place = next((number for number, span in enumerate(spans) if span.id == chosen.id), 0)
            wanted = place + 1 if forward else place - 1
        else:
            start, end = self._view.selection()
            innermost = self._innermost(start, tree)
            if innermost is not None and start == end:
                wanted = next(number for number, span in enumerate(spans) if span.id == innermost.id)
            elif forward:
                wanted = next((number for number, span in enumerate(spans) if span.start >= end), len(spans))
            else:
                wanted = max((number for number, span in enumerate(spans) if span.start < start), default=-1)
        if 0 <= wanted < len(spans):
            self._session.message.emit("")
            self._choose_span(spans[wanted])

    def target(self) -> Span | None:
        """The mark that an act without a label is about: the one chosen, selected, or innermost at the caret."""
        start, end = self._view.selection()
        chosen = None if self._chosen is None else self._span(self._chosen)
        if chosen is not None:
            return chosen
        if start < end:
            return self._with_limits(start, end, None)
        return self._innermost(start, None)

    def delete(self, children: bool = False) -> None:
        """Delete the mark that is worked on, with all inside it or without."""
        span = self._required()
        if span is None:
            return
        act = operations.delete_with_children if children else operations.delete
        if self._session.attempt(act, span.id):
            self._chosen = None
            self._select(span.start, span.end)

    def split(self) -> None:
        """Cut the innermost clause in two at the caret."""
        tree = self._tree()
        offset = self._view.caret()
        span = None if tree is None else self._innermost(offset, tree)
        if span is None:
            self._session.message.emit(self.tr("Put the caret into the clause where it is to be split."))
            return
        parts = self._session.attempt(operations.split, span.id, offset)
        if parts is not None:
            self._choose_span(parts[1])

    def merge_with_next(self) -> None:
        """Join the clause that is worked on with the one after it."""
        span = self._required(self._tree())
        if span is None:
            return
        following = [each for each in self._layer_spans(span.layer) if each.start >= span.end]
        if not following:
            self._session.message.emit(self.tr("There is no mark after this one to merge it with."))
            return
        merged = self._session.attempt(operations.merge, span.id, following[0].id)
        if merged is not None:
            self._choose_span(merged)

    def nest(self) -> None:
        """Put the clause that is worked on into the one before it."""
        span = self._required(self._tree())
        moved = None if span is None else self._session.attempt(operations.nest, span.id)
        if moved is not None:
            self._choose_span(moved)

    def unnest(self) -> None:
        """Take the clause that is worked on out of the one that holds it."""
        span = self._required(self._tree())
        moved = None if span is None else self._session.attempt(operations.unnest, span.id)
        if moved is not None:
            self._choose_span(moved)

    def leave(self) -> None:
        """Nothing is selected any more; the caret stays."""
        caret = self._view.caret()
        self._chosen = None
        self._session.message.emit("")
        self._view.set_selection(caret, caret)

    def _required(self, layer: str | None = None) -> Span | None:
        span = self.target()
        if layer is not None and (span is None or span.layer != layer):
            start, end = self._view.selection()
            span = self._innermost(start, layer) if start == end or span is not None else None
        if span is None:
            self._session.message.emit(self.tr("Put the caret into a mark, or choose one in the margin."))
        return span

    # Places

    def _choose_span(self, span: Span) -> None:
        self._select(span.start, span.end)
        self._chosen = span.id
        self._update_span()

    def _propose_after(self, done: Span) -> None:
        found = stretches.next_unmarked(self._session.text, self._meeting(done.layer), done)
        if found is None:
            self._select(done.end, done.end)
        else:
            self._select(*found)

    def _select(self, start: int, end: int) -> None:
        self._view.set_selection(start, end)
        self._update_span()

    def _follow_selection(self, start: int, end: int) -> None:
        chosen = None if self._chosen is None else self._span(self._chosen)
        if chosen is None or start == end or end <= chosen.start or chosen.end <= start:
            self._chosen = None
        if start == end:
            self._resume = None
        self._session.set_selection(start, end)
        self._update_span()

    def _forget(self, *_: object) -> None:
        self._chosen = self._resume = None

    def _update_span(self) -> None:
        """Tell everyone, and show, which mark is worked on."""
        if self._holding:
            return
        span = self.target()
        self._session.set_span(None if span is None else span.id)
        self._view.set_current_span(None if span is None else span.id)

    def refresh(self) -> None:
        """The marks have changed: look again which one is worked on."""
        if self._chosen is not None and self._span(self._chosen) is None:
            self._chosen = None
        self._update_span()

    # Marks, as the view has them

    def _span(self, span_id: str) -> Span | None:
        return self._view.page.spans.get(span_id)

    def _layer_of(self, label_id: str) -> Layer:
        assert self._session.project is not None
        scheme = self._session.project.scheme
        return scheme.layer(scheme.label(label_id).layer)

    def _tree(self) -> str | None:
        """The id of the layer of clauses."""
        if self._session.project is None or self._session.document is None:
            return None
        return next((layer.id for layer in self._session.project.scheme.layers if layer.overlap == "tree"), None)

    def _meeting(self, layer: str) -> stretches.Meeting:
        spans = self._view.page.spans
        return lambda start, end: [span for span in spans.meeting(start, end) if span.layer == layer]

    def _layer_spans(self, layer: str) -> list[Span]:
        return sorted((span for span in self._view.page.spans if span.layer == layer), key=text_order)

    def _innermost(self, offset: int, layer: str | None) -> Span | None:
        """The innermost mark, of a layer or any, that holds the character behind the caret, or else the one before."""
        for place in (offset, offset - 1):
            found = (
                [span for span in self._view.span_at(place) if layer is None or span.layer == layer]
                if place >= 0
                else []
            )
            if found:
                return min(found, key=stretches.length)
        return None

    def _with_limits(self, start: int, end: int, layer: Layer | None) -> Span | None:
        """The mark with exactly these limits, white space at the edges aside."""
        start, end = words.trim(self._session.text, start, end)
        for span in self._view.span_at(start):
            if span.limits == (start, end) and (layer is None or span.layer == layer.id):
                return span
        return None


def _likeness(span: Span, start: int, end: int) -> tuple[float, int]:
    """How much of a mark and a range is common to both (0 to 1); of two alike the shorter mark is more."""
    common = min(span.end, end) - max(span.start, start)
    return common / (max(span.end, end) - min(span.start, start)), -stretches.length(span)


def _is_holder(meeting: stretches.Meeting, span: Span, clause: Span) -> bool:
    """Whether a clause is the innermost one around a span."""
    holder = stretches.holder_of(meeting, span)
    return holder is not None and holder.id == clause.id
