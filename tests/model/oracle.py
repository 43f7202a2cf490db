"""What a project should hold, in the simplest words: plain dicts, every rule by looking at all pairs, undo as copies.

It shares with the model only the reading of a clause's number. It is slow and that is its merit: there is nothing in
it to get wrong cleverly.
"""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field, replace

from model.annotation.layers import Scheme
from model.text.numbering import number_of


class Refused(Exception):
    """The oracle would refuse this."""


@dataclass(frozen=True)
class Mark:
    label: str
    start: int
    end: int
    number: str | None
    depth: int
    note: str = ""


@dataclass(frozen=True)
class Descriptor:
    concept: str
    rank: int
    evidence: frozenset[tuple[int, int]] = frozenset()


@dataclass
class State:
    texts: dict[str, str] = field(default_factory=dict)
    marks: dict[str, dict[str, Mark]] = field(default_factory=dict)
    descriptors: dict[str, dict[str, Descriptor]] = field(default_factory=dict)


class Oracle:
    """State with a past and a future; every act takes the ids that the model chose."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self.state = State()
        self.past: list[State] = []
        self.future: list[State] = []

    def act(self, change: Callable[[State], None]) -> None:
        """Carry out a change on a copy, check it, keep it; one that changes nothing is no step."""
        after = deepcopy(self.state)
        change(after)
        for document in after.marks:
            self.check(after, document)
        if after != self.state:
            self.past.append(self.state)
            self.future.clear()
            self.state = after

    def undo(self) -> None:
        if not self.past:
            raise Refused
        self.future.append(self.state)
        self.state = self.past.pop()

    def redo(self) -> None:
        if not self.future:
            raise Refused
        self.past.append(self.state)
        self.state = self.future.pop()

    # Rules

    def layer(self, mark: Mark) -> str:
        return self.scheme.label(mark.label).layer

    def check(self, state: State, document: str) -> None:
        marks = list(state.marks[document].items())
        clauses = [mark for _, mark in marks if self.layer(mark) == "clause"]
        leads = [mark for _, mark in marks if self.layer(mark) == "lead"]
        references = [mark for _, mark in marks if self.layer(mark) == "reference"]
        for mark in (mark for _, mark in marks):
            if not 0 <= mark.start < mark.end <= len(state.texts[document]):
                raise Refused
        for place, one in enumerate(clauses):
            for other in clauses[place + 1 :]:
                apart = one.end <= other.start or other.end <= one.start
                inside = holds(one, other) or holds(other, one)
                if (one.start, one.end) == (other.start, other.end) or not (apart or inside):
                    raise Refused
            kind, parent = self.scheme.label(one.label), innermost([c for c in clauses if c is not one], one)
            if (not kind.top) if parent is None else parent.label not in kind.inside:
                raise Refused
        holders: list[Mark] = []
        for place, lead in enumerate(leads):
            for clause in clauses:
                if not (clause.end <= lead.start or lead.end <= clause.start or holds(clause, lead)):
                    raise Refused
            holder = innermost(clauses, lead)
            if holder is None or holder in holders:
                raise Refused
            holders.append(holder)
            for other in leads[place + 1 :]:
                if not (lead.end <= other.start or other.end <= lead.start):
                    raise Refused
        if len({(mark.label, mark.start, mark.end) for mark in references}) != len(references):
            raise Refused

    # Acts

    def trimmed(self, document: str, start: int, end: int) -> tuple[int, int]:
        text = self.state.texts[document]
        if not 0 <= start < end <= len(text):
            raise Refused
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start == end:
            raise Refused
        return start, end

    def number(self, document: str, label: str, start: int, end: int) -> str | None:
        return number_of(self.state.texts[document][start:end]).number if self.scheme.label(label).numbered else None

    def settle(self, state: State, document: str, before: State, renew: set[str]) -> None:
        """Renew the depth of what has others around it than before, and of what is named."""
        now, then = state.marks[document], before.marks[document]
        for key, mark in list(now.items()):
            if self.layer(mark) == "clause" and (
                key not in then or key in renew or around(self, now, key) != around(self, then, key)
            ):
                now[key] = replace(mark, depth=self.depth(now, key))

    def depth(self, marks: dict[str, Mark], key: str) -> int:
        mark = marks[key]
        around = [
            other
            for name, other in marks.items()
            if name != key and self.layer(other) == self.layer(mark) and holds(other, mark)
        ]
        if mark.label == "subclause":
            return 1 + sum(other.label == "subclause" for other in around)
        return len(around)

    def mark(self, document: str, key: str, label: str, start: int, end: int) -> None:
        start, end = self.trimmed(document, start, end)

        def change(state: State) -> None:
            number = self.number(document, label, start, end)
            state.marks[document][key] = Mark(label, start, end, number, 0)
            self.settle(state, document, self.state, {key})

        self.act(change)

    def relabel(self, document: str, key: str, label: str) -> None:
        old = self.state.marks[document][key]
        if self.scheme.label(label).layer != self.layer(old):
            raise Refused

        def change(state: State) -> None:
            marks = state.marks[document]
            marks[key] = replace(old, label=label, number=self.number(document, label, old.start, old.end))
            inside = {
                name for name, other in marks.items() if holds(old, other) and self.layer(other) == self.layer(old)
            }
            self.settle(state, document, self.state, {key, *inside})

        self.act(change)

    def moved(self, document: str, mark: Mark, start: int, end: int) -> Mark:
        number = mark.number
        if number == self.number(document, mark.label, mark.start, mark.end):
            number = self.number(document, mark.label, start, end)
        return replace(mark, start=start, end=end, number=number)

    def set_limits(self, document: str, key: str, start: int, end: int) -> None:
        start, end = self.trimmed(document, start, end)

        def change(state: State) -> None:
            state.marks[document][key] = self.moved(document, state.marks[document][key], start, end)
            self.settle(state, document, self.state, set())

        self.act(change)

    def split(self, document: str, key: str, new: str, offset: int) -> None:
        old = self.state.marks[document][key]
        if not old.start < offset < old.end:
            raise Refused
        first = self.trimmed(document, old.start, offset)
        second = self.trimmed(document, offset, old.end)

        def change(state: State) -> None:
            marks = state.marks[document]
            marks[key] = self.moved(document, old, *first)
            marks[new] = Mark(old.label, *second, self.number(document, old.label, *second), 0)
            self.settle(state, document, self.state, set())

        self.act(change)

    def merge(self, document: str, key: str, other_key: str) -> None:
        marks = self.state.marks[document]
        key, other_key = sorted((key, other_key), key=lambda name: marks[name].start)
        first, second = marks[key], marks[other_key]
        if key == other_key or self.layer(first) != self.layer(second) or second.start < first.end:
            raise Refused
        for mark in marks.values():
            if self.layer(mark) == self.layer(first) and first.end <= mark.start and mark.end <= second.start:
                raise Refused

        def change(state: State) -> None:
            now = state.marks[document]
            if self.layer(first) == "clause" and own_leads(self, now, key):
                for lead in own_leads(self, now, other_key):
                    del now[lead]
            del now[other_key]
            note = "\n".join(part for part in (first.note, second.note) if part)
            now[key] = replace(first, end=second.end, note=note)
            self.settle(state, document, self.state, set())

        self.act(change)

    def nest(self, document: str, key: str) -> None:
        marks = self.state.marks[document]
        mark, parent = marks[key], parent_key(self, marks, key)
        before = [
            name
            for name, other in marks.items()
            if name != key
            and self.layer(other) == self.layer(mark)
            and other.end <= mark.start
            and parent_key(self, marks, name) == parent
        ]
        if not before:
            raise Refused
        holder = max(before, key=lambda name: (marks[name].start, -marks[name].end, marks[name].label, name))
        label = mark.label
        if marks[holder].label not in self.scheme.label(label).inside:
            kinds = self.scheme.layer(self.layer(mark)).labels
            label = next((kind.id for kind in kinds if marks[holder].label in kind.inside), label)

        def change(state: State) -> None:
            now = state.marks[document]
            now[holder] = self.moved(document, now[holder], now[holder].start, mark.end)
            if label != mark.label:
                now[key] = replace(mark, label=label, number=self.number(document, label, mark.start, mark.end))
            self.settle(state, document, self.state, {key})

        self.act(change)

    def unnest(self, document: str, key: str) -> None:
        marks, text = self.state.marks[document], self.state.texts[document]
        mark, holder = marks[key], parent_key(self, marks, key)
        if holder is None or text[mark.end : marks[holder].end].strip():
            raise Refused
        start, end = self.trimmed(document, marks[holder].start, mark.start)
        if start != marks[holder].start:
            raise Refused
        outer = parent_key(self, marks, holder)
        kind = self.scheme.label(mark.label)
        fits = kind.top if outer is None else marks[outer].label in kind.inside
        label = mark.label
        if not fits or (outer is None and kind.numbered and label in kind.inside):
            label = marks[holder].label

        def change(state: State) -> None:
            now = state.marks[document]
            now[holder] = self.moved(document, now[holder], now[holder].start, end)
            if label != mark.label:
                now[key] = replace(mark, label=label, number=self.number(document, label, mark.start, mark.end))
            self.settle(state, document, self.state, {key})

        self.act(change)

    def delete(self, document: str, key: str, children: bool) -> None:
        marks = self.state.marks[document]
        mark = marks[key]
        doomed = {key}
        if children and self.layer(mark) == "clause":
            doomed |= {name for name, other in marks.items() if self.layer(other) == "clause" and holds(mark, other)}
        if self.layer(mark) == "clause":
            doomed |= {lead for name in tuple(doomed) for lead in own_leads(self, marks, name)}

        def change(state: State) -> None:
            for name in doomed:
                del state.marks[document][name]
            self.settle(state, document, self.state, set())

        self.act(change)

    def note(self, document: str, key: str, note: str) -> None:
        def change(state: State) -> None:
            state.marks[document][key] = replace(state.marks[document][key], note=note)

        self.act(change)

    def add_document(self, key: str, text: str, descriptors: dict[str, str]) -> None:
        def change(state: State) -> None:
            state.texts[key], state.marks[key] = text, {}
            state.descriptors[key] = {
                name: Descriptor(concept, rank) for rank, (name, concept) in enumerate(descriptors.items())
            }

        self.act(change)

    def assign(self, document: str, key: str, concept: str) -> None:
        present = self.state.descriptors[document].values()
        if any(each.concept == concept for each in present):
            raise Refused
        rank = 1 + max((each.rank for each in present), default=-1)

        def change(state: State) -> None:
            state.descriptors[document][key] = Descriptor(concept, rank)

        self.act(change)

    def unassign(self, document: str, key: str) -> None:
        def change(state: State) -> None:
            del state.descriptors[document][key]

        self.act(change)

    def evidence(self, document: str, key: str, start: int, end: int) -> None:
        found = self.state.descriptors[document][key]
        if not 0 <= start < end <= len(self.state.texts[document]) or (start, end) in found.evidence:
            raise Refused

        def change(state: State) -> None:
            state.descriptors[document][key] = replace(found, evidence=found.evidence | {(start, end)})

        self.act(change)


def holds(one: Mark, other: Mark) -> bool:
    return one.start <= other.start and other.end <= one.end


def innermost(marks: list[Mark], inner: Mark) -> Mark | None:
    around = [mark for mark in marks if holds(mark, inner)]
    return min(around, key=lambda mark: mark.end - mark.start, default=None)


def parent_key(oracle: Oracle, marks: dict[str, Mark], key: str) -> str | None:
    mark = marks[key]
    around = [
        name
        for name, other in marks.items()
        if name != key and oracle.layer(other) == oracle.layer(mark) and holds(other, mark)
    ]
    return min(around, key=lambda name: marks[name].end - marks[name].start, default=None)


def around(oracle: Oracle, marks: dict[str, Mark], key: str) -> set[str]:
    mark = marks[key]
    return {
        name
        for name, other in marks.items()
        if name != key and oracle.layer(other) == oracle.layer(mark) and holds(other, mark)
    }


def own_leads(oracle: Oracle, marks: dict[str, Mark], key: str) -> list[str]:
    clauses = [mark for mark in marks.values() if oracle.layer(mark) == "clause"]
    return [
        name for name, mark in marks.items() if oracle.layer(mark) == "lead" and innermost(clauses, mark) is marks[key]
    ]
