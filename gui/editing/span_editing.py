"""Edits of marks that are there: their edges, their place among others, and their going.

What is edited is the mark that is worked on, as ``gui.editing.span_marking`` tells it, and stays so.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject

from gui import operations, proposal_operations
from gui.editing.span_marking import SpanMarking
from gui.editing.span_queries import Marks
from gui.session.session import Session
from gui.text_view.view import TextView
from model.annotation import unmarked_text
from model.annotation.boundary_adjustment import Wish
from model.annotation.unmarked_text import Copied
from model.annotation.values import Span
from model.proposals.proposal_groups import given_way, leads_of
from model.proposals.proposals import Mark
from model.text import leading, words


class MarkEdits(QObject):
    """The acts on marks of one text view."""

    def __init__(
        self, session: Session, view: TextView, marks: Marks, marking: SpanMarking, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._marks = marks
        self._marking = marking

    def by_command(self) -> dict[str, Callable[[], None]]:
        """The acts by the ids of ``gui.commands.actions``; each may be repeated somewhere else."""
        return {
            "fit": self.fit_to_selection,
            "grow": self.grow,
            "shrink": self.shrink,
            "end_later": lambda: self.move_end(True),
            "end_earlier": lambda: self.move_end(False),
            "begin_later": lambda: self.move_start(True),
            "begin_earlier": lambda: self.move_start(False),
            "split": self.split,
            "merge": lambda: self.merge(forward=True),
            "merge_previous": lambda: self.merge(forward=False),
            "nest": self.nest,
            "unnest": self.unnest,
            "delete": lambda: self.delete(),
            "delete_all": lambda: self.delete(children=True),
            "copy_marks": self.copy_on,
        }

    # Edges

    def fit_to_selection(self) -> None:
        """Give the mark that is worked on the limits that are selected."""
        start, end = self._view.selection()
        span = self._marking.chosen()
        if span is None and start < end:
            span = self._marks.most_like(start, end)
        if span is None or start == end:
            self._session.message.emit(self.tr("Choose a mark, then select where it is to begin and end."))
            return
        mark = self._making_room(Wish(span, start, end, firm=True))
        fitted = self._session.attempt(operations.set_limits, mark, start, end)
        if fitted is not None:
            self._marking.work_on(fitted)

    def grow(self) -> None:
        """Let the mark end one stop later."""
        self._move(lambda text, start, end: (start, words.extend_stop(text, end)))

    def shrink(self) -> None:
        """Let the mark end one stop earlier; where no stop stands in it, one word."""
        self._move(lambda text, start, end: (start, words.stop_before(text, start, end)))

    def move_end(self, forward: bool) -> None:
        """Let the mark end a word later, or earlier."""
        move = words.next_word_end if forward else words.word_end_before
        self._move(lambda text, start, end: (start, move(text, end)))

    def move_start(self, forward: bool) -> None:
        """Let the mark begin a word later, or earlier."""
        move = words.next_word if forward else words.previous_word
        self._move(lambda text, start, end: (move(text, start), end))

    def set_limits(self, span_id: str, start: int, end: int) -> None:
        """Move the limits of a mark to where they were dragged."""
        span = self._marks.get(span_id)
        mark = span_id if span is None else self._making_room(Wish(span, start, end, closing=True))
        moved = self._session.attempt(operations.move_limits, mark, start, end)
        if moved is not None:
            self._marking.work_on(moved)

    def _making_room(self, wish: Wish) -> Mark:
        """A mark as acts take it that give it other limits, with the proposals that these move too."""
        session = self._session
        assert session.project is not None
        beside: list[Span] = []
        if session.proposed:
            beside = given_way(session.project.scheme, session.text, session.spans, wish)
        return session.mark(wish.span.id, beside, (wish.start, wish.end))

    def _move(self, move: unmarked_text.Move) -> None:
        """Move the limits of the mark that is worked on; where none is, those of the selection."""
        span = self._marking.target()
        start, end = self._view.selection() if span is None else span.limits
        if span is None and start == end:
            self._session.message.emit(self.tr("Put the caret into a mark, or choose one in the margin."))
            return
        limits = move(self._session.text, start, end)
        if limits == (start, end) or limits[0] >= limits[1]:
            return
        if span is None:
            self._view.set_selection(*limits)
        else:
            self.set_limits(span.id, *limits)

    # Place among others

    def split(self) -> None:
        """Cut the innermost clause in two at the caret, or where the nearest word begins."""
        tree = self._marks.tree()
        caret, text = self._view.caret(), self._session.text
        span = None if tree is None else self._marks.innermost(caret, tree)
        if span is None:
            self._session.message.emit(self.tr("Put the caret into the clause where it is to be split."))
            return
        start, end = words.trim_marks(text, *span.limits)
        offset = words.nearest_word_start(text, caret)
        if not start < offset < end:
            self._session.message.emit(
                self.tr("Put the caret before the word where the second part of the clause is to begin.")
            )
            return
        lead = self._second_lead(span, offset)
        parts = self._session.attempt(operations.split, self._session.mark(span.id), offset, lead)
        if parts is not None:
            self._marking.work_on(parts[1])

    def _second_lead(self, span: Span, offset: int) -> tuple[str, int, int] | None:
        """Label and limits of the leading phrase that the second part of a proposal gets where the first has one."""
        project = self._session.project
        leads = [] if project is None else leads_of(project.scheme, self._session.spans, span)
        if span.origin.kind != "model" or not leads or leads[0].end > offset:
            return None
        phrase = leading.leading_phrase(self._session.text, *words.trim(self._session.text, offset, span.end))
        return None if phrase is None else (leads[0].label, *phrase)

    def merge(self, forward: bool) -> None:
        """Join the clause that is worked on with the one after it, or the one before."""
        span = self._required(self._marks.tree())
        if span is None:
            return
        spans = self._marks.of_layer(span.layer)
        if forward:
            neighbour = next((each for each in spans if each.start >= span.end), None)
        else:
            before = [each for each in spans if each.end <= span.start]
            # Of those that end together the outermost: an item of a list is no neighbour of what follows the list.
            neighbour = max(before, key=lambda each: (each.end, unmarked_text.length(each)), default=None)
        if neighbour is None:
            missing = self.tr("There is no mark after this one to merge it with.")
            if not forward:
                missing = self.tr("There is no mark before this one to merge it with.")
            self._session.message.emit(missing)
            return
        first, second = sorted((span, neighbour), key=lambda each: each.start)
        mark = self._making_room(Wish(first, first.start, second.end, instead=(second.id,), firm=True))
        merged = self._session.attempt(operations.merge, mark, self._session.mark(second.id))
        if merged is not None:
            self._marking.work_on(merged)

    def nest(self) -> None:
        """Put the clause that is worked on into the one before it."""
        span = self._required(self._marks.tree())
        if span is None:
            return
        meeting, spans = self._marks.meeting(span.layer), self._marks.of_layer(span.layer)
        holder = unmarked_text.holder_of(meeting, span)
        before = [each for each in spans if each.end <= span.start and unmarked_text.holder_of(meeting, each) == holder]
        moved = self._session.attempt(operations.nest, self._session.mark(span.id, before[-1:]))
        if moved is not None:
            self._marking.work_on(moved)

    def unnest(self) -> None:
        """Take the clause that is worked on out of the one that holds it."""
        span = self._required(self._marks.tree())
        if span is None:
            return
        holders = [each for each in self._marks.meeting(span.layer)(*span.limits) if each.contains(span)]
        moved = self._session.attempt(operations.unnest, self._session.mark(span.id, holders))
        if moved is not None:
            self._marking.work_on(moved)

    def delete(self, children: bool = False) -> None:
        """Delete the mark that is worked on, with all inside it or without."""
        span = self._required()
        if span is None:
            return
        mark = self._session.mark(span.id)
        if children:
            there = [each for each in self._session.proposed if each.layer == span.layer]
            inside = [each for each in there if each.id != span.id and span.contains(each)]
            done = self._session.attempt(operations.delete_with_children, mark, inside)
        else:  # a proposal that somebody has confirmed meanwhile stays
            act = proposal_operations.reject if span.status == "suggested" else operations.delete
            done = self._session.attempt(act, mark)
        if done:
            self._marking.let_go(span.start, span.end)

    # Copies

    def copy_on(self) -> None:
        """Mark the paragraph after the clause that is worked on as that one is marked, with what is marked inside it.

        Where a stretch is selected that is no mark, that stretch, like the clause before it. Where the paragraph is
        marked as a clause already, only what is marked inside is copied.
        """
        tree, project = self._marks.tree(), self._session.project
        if tree is None or project is None or self._session.document is None:
            return
        source, target = self._source_and_target(tree)
        if source is None or target is None:
            self._session.message.emit(self.tr("There is no clause here whose marks could be copied to a next one."))
            return
        leads = {layer.id for layer in project.scheme.layers_within(tree)}
        inner = [span for span in self._marks.within(source) if span.layer != tree and self._is_own(span, source)]
        copies = unmarked_text.copied(self._session.text, source, inner, leads, target)
        there = self._marks.exactly(*target, tree)
        if there is not None and not copies:
            self._session.message.emit(self.tr("The next clause is marked, and nothing inside this one fits there."))
            return
        first = Copied(source.label, target, source.features)
        mark = None if there is None else self._session.mark(there.id)
        made = self._session.attempt(operations.copy_marks, self._session.document, [first, *copies], mark)
        if made is not None:
            self._marking.work_on(made)

    def _source_and_target(self, tree: str) -> tuple[Span | None, tuple[int, int] | None]:
        """The clause whose marks are copied, and the stretch that is to have the like."""
        start, end = self._view.selection()
        text, meeting = self._session.text, self._marks.meeting(tree)
        source = self._marking.target()
        if source is not None and source.layer != tree:
            source = self._marks.innermost(source.start, tree)
        if source is None:
            before = [each for each in self._marks.of_layer(tree) if each.end <= start]
            source = max(before, key=lambda each: (each.end, -unmarked_text.length(each)), default=None)
            return source, (words.trim(text, start, end) if start < end else None)
        holder = unmarked_text.holder_of(meeting, source)
        following = [
            each
            for each in self._marks.of_layer(tree)
            if each.start >= source.end and unmarked_text.holder_of(meeting, each) == holder
        ]
        free = unmarked_text.next_unmarked(text, meeting, source)
        if following and (free is None or following[0].start < free[0]):
            return source, following[0].limits
        return source, free

    def _is_own(self, span: Span, clause: Span) -> bool:
        """Whether a mark lies in a clause itself, not in one inside it."""
        return self._marks.is_holder(span, clause)

    def _required(self, layer: str | None = None) -> Span | None:
        span = self._marking.target()
        if layer is not None and (span is None or span.layer != layer):
            start, end = self._view.selection()
            span = self._marks.innermost(start, layer) if start == end or span is not None else None
        if span is None:
            self._session.message.emit(self.tr("Put the caret into a mark, or choose one in the margin."))
        return span
