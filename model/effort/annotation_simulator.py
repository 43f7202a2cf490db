"""An annotator's desk as values: the marks of one document, which one is worked on, and what keys do to them.

It counts the keys that the window needs. Each act is a command's id, ``label ID`` for a label's key, ``label ID lead``
for the same with Shift, or one of the mouse: ``click OFFSET`` in the text, ``choose START END`` for a mark in the
margin, and ``select START END`` for a stretch. All offsets are half-open code points.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from model.annotation.boundary_adjustment import begun_again, ended_again, has_word, is_numbered
from model.effort import edge_keys
from model.text import leading, words

_MOUSE = {"click": 1, "choose": 1, "select": 2}  # acts: a stretch is two, its start and its end
_ITEM = "subclause"  # the label of what goes with the paragraph that is rejected
_NUMBER_KEYS = 4  # to come to a mark's number and back into the text


@dataclass(slots=True, eq=False)
class Mark:
    """A clause on the desk; ``suggested`` until something is done to it, ``unsure`` where a key goes to it."""

    start: int
    end: int
    label: str
    lead: tuple[int, int] | None = None
    suggested: bool = False
    unsure: bool = False

    @property
    def limits(self) -> tuple[int, int]:
        """``(start, end)``."""
        return self.start, self.end

    def holds(self, other: "Mark") -> bool:
        """Whether another one lies in it; none has the same limits."""
        return self.start <= other.start and other.end <= self.end

    @property
    def order(self) -> tuple[int, int]:
        """By this marks are in text order."""
        return self.start, -self.end


def cost(act: str) -> int:
    """How many keys or mouse acts an act is."""
    kind, _, rest = act.partition(" ")
    return _NUMBER_KEYS + len(rest) if kind == "number" else _MOUSE.get(kind, 1)


def is_mouse(act: str) -> bool:
    """Whether an act is one of the mouse."""
    return act.split(" ", 1)[0] in _MOUSE


class AnnotationSimulator:
    """The marks in text order, and ``acts``, all that was done. ``mouse``: whether the mouse is taken where it is less
    to do than with keys; where more than ``edge_keys.MOST`` keys would be needed it always is.
    """

    def __init__(self, text: str, marks: Sequence[Mark], *, mouse: bool = False) -> None:
        self.text = text
        self.marks = sorted(marks, key=lambda mark: mark.order)
        self.mouse = mouse
        self.acts: list[str] = []
        self.chosen: Mark | None = None
        self._selection = (0, 0)
        self._hidden: list[Mark] = []

    def __len__(self) -> int:
        """How many keys and mouse acts it was so far."""
        return sum(map(cost, self.acts))

    @property
    def selection(self) -> tuple[int, int]:
        """What is selected."""
        return self._selection if self.chosen is None else self.chosen.limits

    def meeting(self, start: int, end: int) -> list[Mark]:
        """The marks that share a code point with a range."""
        return [mark for mark in self.marks if mark.start < end and mark.end > start]

    # Going

    def go_to(self, mark: Mark) -> None:
        """Choose a mark."""
        if mark is not self.chosen:
            self.acts += self.way_to(mark)
            self.chosen = mark

    def way_to(self, mark: Mark) -> list[str]:
        """The fewest acts that choose a mark: from unsure one to unsure one, from clause to clause, or by mouse."""
        if mark is self.chosen:
            return []
        if self.mouse:
            return [f"choose {mark.start} {mark.end}"]
        place = self.marks.index(mark)
        best = self._steps(place)
        here = (self.selection[0], -self.selection[1])
        unsure = [at for at, each in enumerate(self.marks) if each.unsure and each.order > here]
        for count, at in enumerate(unsure, start=1):
            way = ["next_unsure"] * count + _between(at, place)
            best = way if len(way) < len(best) else best
        if len(best) > edge_keys.MOST:
            return [f"choose {mark.start} {mark.end}"]
        return best

    def _steps(self, place: int) -> list[str]:
        """From clause to clause, from where one is."""
        if self.chosen is not None:
            return _between(self.marks.index(self.chosen), place)
        start, end = self._selection
        inside = [at for at, mark in enumerate(self.marks) if mark.start <= start < mark.end]
        if start == end and inside:
            innermost = min(inside, key=lambda at: self.marks[at].end - self.marks[at].start)
            return ["next_mark", *_between(innermost, place)]
        forward = next((at for at, mark in enumerate(self.marks) if mark.start >= end), None)
        back = next((at for at in reversed(range(len(self.marks))) if self.marks[at].start < start), None)
        ways = [] if forward is None else [["next_mark", *_between(forward, place)]]
        ways += [] if back is None else [["previous_mark", *_between(back, place)]]
        mark = self.marks[place]
        return min(ways, key=len, default=[f"choose {mark.start} {mark.end}"])

    def _go_on_after(self, mark: Mark) -> None:
        """What follows when a mark is settled: the next proposal is chosen."""
        place = bisect_left(self.marks, mark.order, key=lambda each: each.order)
        self.chosen = next((each for each in self.marks[place:] if each.suggested and each is not mark), None)
        if self.chosen is None:
            self._selection = (mark.end, mark.end)

    # Acts on marks

    def relabel(self, mark: Mark, label: str) -> None:
        """Give it another label."""
        self.go_to(mark)
        self.acts.append(f"label {label}")
        mark.label = label
        going_on = mark.suggested
        _settle(mark)
        if going_on:
            self._go_on_after(mark)

    def reject(self, mark: Mark) -> None:
        """Reject it, and what is proposed of its list goes with it; its place stays selected."""
        self.go_to(mark)
        self.acts.append("delete")
        self.marks.remove(mark)
        self.chosen, self._selection = None, mark.limits
        for item in [each for each in self.marks if each.label == _ITEM and each.suggested and mark.holds(each)]:
            if not self._is_held(item):
                self.marks.remove(item)
                self._hidden.append(item)

    def merge(self, mark: Mark) -> None:
        """Join it with the next one beside it."""
        other = next(each for each in self.marks if each.start >= mark.end)
        self.go_to(mark)
        self.acts.append("merge")
        mark.end = other.end
        mark.lead = mark.lead or other.lead
        _settle(mark)
        self.marks.remove(other)

    def split(self, mark: Mark, end: int) -> Mark:
        """Cut it in two, of which the first ends at ``end``; gives the second."""
        start, _ = words.trim(self.text, end, mark.end)
        keys = edge_keys.shortest(
            mark.end, lambda at: end <= at <= start, edge_keys.selection_end(self.text, mark.start)
        )
        way = None if keys is None else [*self.way_to(mark), *keys]
        if way is None or (self.mouse and len(way) > 1):
            way = [f"click {end}"]
        self.acts += [*way, "split"]
        guess = None
        if mark.lead is not None and mark.lead[1] <= end:
            guess = leading.leading_phrase(self.text, start, mark.end)
        second = Mark(start, mark.end, mark.label, guess)
        mark.end = end
        _settle(mark)
        self._add(second)
        self.chosen = second
        return second

    def set_end(self, mark: Mark, end: int) -> None:
        """Let it end elsewhere; what stands beside it gives way."""
        if mark.end == end:
            return
        keys = edge_keys.shortest(mark.end, lambda at: at == end, edge_keys.mark_end(self.text, mark.start))
        self._move(mark, mark.start, end, keys)

    def set_start(self, mark: Mark, start: int) -> None:
        """Let it begin elsewhere; what stands beside it gives way."""
        if mark.start == start:
            return
        keys = edge_keys.shortest(mark.start, lambda at: at == start, edge_keys.mark_start(self.text, mark.end))
        self._move(mark, start, mark.end, keys)

    def _move(self, mark: Mark, start: int, end: int, keys: list[str] | None) -> None:
        self.go_to(mark)
        dragged = [f"select {start} {end}", "fit"]
        is_dragged = keys is None or (self.mouse and len(keys) > len(dragged) + 1)
        self.acts += dragged if keys is None or is_dragged else keys
        for other in self.meeting(min(start, mark.start), max(end, mark.end)):
            if other is not mark:
                self._give_way(mark, other, start, end)
        if not is_dragged:
            self._follow(mark, start, end)
        mark.start, mark.end = start, end
        _settle(mark)
        self.marks.sort(key=lambda each: each.order)
        self._look_at_items()

    def _follow(self, mark: Mark, start: int, end: int) -> None:
        """Proposals that adjoin a mark follow its limit where that moves away from them."""
        if any(mark.holds(each) and not start < each.end <= end for each in self.marks if each is not mark):
            return  # what stands there now is no part of a neighbour
        text, holders = self.text, self._holders(mark)
        begin, last = begun_again(text, end, mark.end), ended_again(text, mark.start, start)
        if begin is not None:
            there = (each for each in self.marks if each.start >= mark.end and not has_word(text, mark.end, each.start))
            follower = next((each for each in there if self._holders(each) == holders), None)
            if follower is not None and follower.suggested and not is_numbered(text, follower.start):
                follower.start = begin
        if last is not None:
            there = (each for each in self.marks if each.end <= mark.start and not has_word(text, each.end, mark.start))
            leader = next((each for each in there if self._holders(each) == holders), None)
            if leader is not None and leader.suggested:
                leader.end = last

    def _give_way(self, mark: Mark, other: Mark, start: int, end: int) -> None:
        if other.start <= mark.start and mark.end <= other.end:
            other.start, other.end = min(other.start, start), max(other.end, end)
            return
        low, high = other.limits
        if mark.start <= other.start and other.end <= mark.end:
            if other.suggested and (other.end <= start or end <= other.start):
                return  # it stays where it is, outside now
            low, high = max(low, start), min(high, end)
        elif other.start >= mark.end:
            low = max(low, end)
        else:
            high = min(high, start)
        low, high = words.trim(self.text, low, high) if low < high else (low, low)
        if low < high:
            other.start, other.end = low, high
            if other.lead is not None and not low <= other.lead[0] < other.lead[1] <= high:
                other.lead = None
        else:
            self.marks.remove(other)

    def _holders(self, mark: Mark) -> list[Mark]:
        """The marks around one."""
        return [each for each in self.meeting(*mark.limits) if each is not mark and each.holds(mark)]

    def _is_held(self, mark: Mark) -> bool:
        """Whether a mark stands in another."""
        return any(each.limits != mark.limits for each in self._holders(mark))

    def is_hidden(self, start: int, end: int) -> bool:
        """Whether an item with these limits went with its paragraph."""
        return any(item.limits == (start, end) for item in self._hidden)

    def _look_at_items(self) -> None:
        """Items that went with a paragraph come back where a clause is around them again."""
        for item in self._hidden.copy():
            beside = self.meeting(*item.limits)
            if self._is_held(item) and all(each.holds(item) or item.holds(each) for each in beside):
                self._hidden.remove(item)
                self._add(item)

    def mark(self, start: int, end: int, label: str, with_lead: bool) -> None:
        """Mark a stretch that no mark has, from whichever selection is near."""
        ways = [[f"select {start} {end}"]]
        near = [mark for mark in self.meeting(start - 1, end + 1) if mark.limits != (start, end)]
        before = [mark for mark in self.marks if mark.end <= start]
        near += [max(before, key=lambda mark: (mark.end, -mark.start))] if before else []
        bases = [(self.way_to(mark), mark.limits) for mark in near]
        if self.chosen is None and self._selection[0] < self._selection[1]:
            bases.insert(0, ([], self._selection))
        if before and not self.meeting(start, start + 1):
            # The next stretch is found by a key where nothing around it is marked.
            last_one = max(before, key=lambda mark: (mark.end, mark.start))
            first, last = words.next_clause(self.text, last_one.end)
            behind = [mark.start for mark in self.marks if mark.start >= last_one.end]
            bases.append(([*self.way_to(last_one), "propose"], words.trim(self.text, first, min([last, *behind]))))
        for way, (first, last) in bases:
            stretched = edge_keys.shortest(last, lambda at: at == end, edge_keys.selection_end(self.text, first))
            begun = edge_keys.shortest(first, lambda at: at == start, edge_keys.selection_start(self.text, end))
            if stretched is not None and begun is not None and len(way) + len(stretched) + len(begun) <= edge_keys.MOST:
                ways.append([*way, *stretched, *begun])
        drawn, *typed = ways
        best = min(ways if self.mouse else typed or [drawn], key=lambda way: sum(map(cost, way)))
        self.acts += [*best, f"label {label} lead" if with_lead else f"label {label}"]
        made = Mark(start, end, label, leading.leading_phrase(self.text, start, end) if with_lead else None)
        self._add(made)
        self._look_at_items()
        self._go_on_after(made)

    def set_number(self, mark: Mark, number: str) -> None:
        """Correct its number."""
        self.go_to(mark)
        self.acts.append(f"number {number}")
        _settle(mark)

    # Leading phrases

    def set_lead(self, mark: Mark, lead: tuple[int, int]) -> None:
        """Give it this leading phrase."""
        if mark.lead == lead:
            return
        self.go_to(mark)
        if mark.lead is not None and (mark.lead[1] <= lead[0] or lead[1] <= mark.lead[0]):
            self.acts += ["label lead", "delete"]  # that of a clause which was joined to it
            self.chosen, self._selection, mark.lead = None, mark.lead, None
            self.go_to(mark)
        self.acts.append("label lead")
        own, guess = mark.lead, mark.lead or leading.leading_phrase(self.text, *mark.limits)
        keys = None if guess is None else self._lead_keys(guess, lead, is_mark=own is not None)
        if own is not None:
            self.acts += [f"select {lead[0]} {lead[1]}", "fit"] if keys is None else keys
        else:
            self.acts += [*([f"select {lead[0]} {lead[1]}"] if keys is None else keys), "label lead"]
        mark.lead = lead
        if own is not None:
            self.chosen, self._selection = None, lead
        else:
            self._go_on_after(mark)
        _settle(mark)

    def _lead_keys(self, now: tuple[int, int], lead: tuple[int, int], *, is_mark: bool) -> list[str] | None:
        ends = edge_keys.mark_end if is_mark else edge_keys.phrase_end
        starts = edge_keys.mark_start if is_mark else edge_keys.selection_start
        end = edge_keys.shortest(now[1], lambda at: at == lead[1], ends(self.text, now[0]))
        start = edge_keys.shortest(now[0], lambda at: at == lead[0], starts(self.text, lead[1]))
        return None if end is None or start is None else [*end, *start]

    def _add(self, mark: Mark) -> None:
        self.marks.insert(bisect_left(self.marks, mark.order, key=lambda each: each.order), mark)


def _settle(mark: Mark) -> None:
    mark.suggested = mark.unsure = False


def _between(at: int, place: int) -> list[str]:
    return ["next_mark"] * (place - at) if place >= at else ["previous_mark"] * (at - place)
