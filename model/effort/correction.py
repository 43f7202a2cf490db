"""How an annotator corrects proposals until they are as the gold: which acts, one after another.

The policy is a sensible person's, not the least that is possible. The document is read from top to bottom, as it must
be in any case; whoever sees something wrong goes there with the keys that take one there, sets it right, and reads on.
What is right is left alone, for at the end one key confirms the whole document. Recitals that are cut wrongly are
split, joined, or their common limit is moved; what has another label gets it; what is missing is marked; what is none
is rejected; then leading phrases are put right, where the gold has one of whole words (a few are slips of the markup, a
dash or half a word, which nobody would mark so).

Scrolling and reading are not counted, here no more than in ``by_hand``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from model.effort import edge_keys
from model.effort.annotation_simulator import AnnotationSimulator, Mark
from model.measuring.scoring import SCORED, compared
from model.segmentation.values import ProposedClause
from model.text import words

_Kind = TypeVar("_Kind", Mark, ProposedClause)

CONFIRM = "confirm_document"  # the act that ends it, which says that all is right


@dataclass(frozen=True, slots=True)
class _Task:
    """Proposals that are wrong, and the gold clauses that should stand in their place. They overlap each other, and on
    either side none holds another.
    """

    found: tuple[Mark, ...]
    gold: tuple[ProposedClause, ...]

    @property
    def start(self) -> int:
        return min(each.start for each in (*self.found, *self.gold))


def corrections(
    text: str,
    gold: Sequence[ProposedClause],
    found: Sequence[ProposedClause],
    *,
    unsure_below: float,
    mouse: bool = False,
    everything: bool = False,
) -> AnnotationSimulator:
    """The desk once all is done; its ``acts`` end with ``CONFIRM``.

    What is not scored (see ``scoring``) is left as it is, unless ``everything`` is to be as the gold is.
    """
    wanted, got = list(gold), list(found)
    if not everything:
        pair = compared(gold, found)
        wanted, got = list(pair.gold.values()), list(pair.found.values())
    keys = {(*clause.limits, clause.label) for clause in got}
    marks = [
        Mark(*clause.limits, clause.label, clause.lead, suggested=True, unsure=clause.confidence < unsure_below)
        for clause in found
    ]
    desk = AnnotationSimulator(text, marks, mouse=mouse)
    own = [mark for mark in desk.marks if (*mark.limits, mark.label) in keys or _is_in_the_way(mark, desk, gold)]
    numbers = {(*clause.limits, clause.label): clause.number for clause in got}
    steps: list[tuple[int, int, _Task | ProposedClause]] = [
        (task.start, level, task) for level, task in _tasks(wanted, own)
    ]
    steps += [(clause.start, len(wanted), clause) for clause in wanted]
    for _, _, step in sorted(steps, key=lambda step: step[:2]):
        if isinstance(step, _Task):
            _solve(desk, step)
        else:
            _finish(desk, step, numbers)
    desk.acts.append(CONFIRM)
    return desk


def _is_in_the_way(mark: Mark, desk: AnnotationSimulator, gold: Sequence[ProposedClause]) -> bool:
    """Whether a mark that is not scored, and stands in no other, stands where the gold has something that is."""
    if mark.label in SCORED or any(other is not mark and other.holds(mark) for other in desk.meeting(*mark.limits)):
        return False
    there = [clause for clause in gold if clause.start < mark.end and clause.end > mark.start]
    return bool(there) and all(clause.label in SCORED and not clause.annex for clause in there)


def _finish(desk: AnnotationSimulator, clause: ProposedClause, numbers: dict[tuple[int, int, str], str | None]) -> None:
    """Leading phrase and number of a clause whose limits are right."""
    mark = next((each for each in desk.marks if each.limits == clause.limits and each.label == clause.label), None)
    if mark is None and desk.is_hidden(*clause.limits):
        desk.mark(*clause.limits, clause.label, clause.lead is not None)
    if mark is None:
        return
    if clause.lead is not None and is_of_words(desk.text, *clause.lead):
        desk.set_lead(mark, clause.lead)
    key = (*clause.limits, clause.label)
    if clause.number is not None and numbers.get(key, clause.number) != clause.number:
        desk.set_number(mark, clause.number)


def is_of_words(text: str, start: int, end: int) -> bool:
    """Whether a stretch is made of whole words."""
    first, last = words.word_at(text, start), words.word_at(text, end - 1)
    return first[0] == start and last[1] == end and any(letter.isalnum() for letter in text[start:end])


def _tasks(gold: Sequence[ProposedClause], found: Sequence[Mark]) -> list[tuple[int, _Task]]:
    """What is to be done, each with how deep it lies."""
    right = {(*clause.limits, clause.label) for clause in gold} & {(*mark.limits, mark.label) for mark in found}
    wanted = [(level, clause) for level, clause in _levels(gold) if (*clause.limits, clause.label) not in right]
    wrong = [(level, mark) for level, mark in _levels(found) if (*mark.limits, mark.label) not in right]
    tasks: list[tuple[int, _Task]] = []
    for level in sorted({level for level, _ in (*wanted, *wrong)}):
        items: list[Mark | ProposedClause] = [clause for at, clause in wanted if at == level]
        items += [mark for at, mark in wrong if at == level]
        items.sort(key=lambda item: (item.start, -item.end))
        groups: list[list[Mark | ProposedClause]] = []
        end = -1
        for item in items:
            if item.start < end:
                groups[-1].append(item)
            else:
                groups.append([item])
            end = max(end, item.end)
        for group in groups:
            marks = tuple(each for each in group if isinstance(each, Mark))
            clauses = tuple(each for each in group if isinstance(each, ProposedClause))
            tasks.append((level, _Task(marks, clauses)))
    return tasks


def _levels(clauses: Sequence[_Kind]) -> list[tuple[int, _Kind]]:
    """Each with how many of the others hold it."""
    found: list[tuple[int, _Kind]] = []
    around: list[_Kind] = []
    for clause in sorted(clauses, key=lambda clause: (clause.start, -clause.end)):
        while around and around[-1].end <= clause.start:
            around.pop()
        found.append((len(around), clause))
        around.append(clause)
    return found


def _solve(desk: AnnotationSimulator, task: _Task) -> None:
    found = [mark for mark in task.found if mark in desk.marks]  # another's limit may have taken one away
    if not task.gold:
        for mark in found:
            desk.reject(mark)
    elif found and _is_row(desk, found):
        _cut(desk, found, task.gold)
    else:
        for mark in found:
            desk.reject(mark)
        for clause in task.gold:
            desk.mark(*clause.limits, clause.label, clause.lead is not None)


def _is_row(desk: AnnotationSimulator, found: Sequence[Mark]) -> bool:
    """Whether nothing stands between marks, so that they can be joined."""
    return not any(
        first.end <= other.start and other.end <= second.start
        for first, second in pairwise(found)
        for other in desk.meeting(first.end, second.start)
    )


def _cut(desk: AnnotationSimulator, found: Sequence[Mark], gold: Sequence[ProposedClause]) -> None:
    """Put the limits between marks right that stand in a row, then the outer limits and the labels."""
    pieces = list(found)
    place = 0  # of the gold clause that is next to be right; the pieces before it are
    while place < len(gold):
        clause, piece = gold[place], pieces[place]
        following = gold[place + 1] if place + 1 < len(gold) else None
        if following is None or following.start >= pieces[-1].end:
            for _ in pieces[place + 1 :] if following is None else ():
                desk.merge(piece)
            del pieces[place + 1 :]
            break
        behind = pieces[place + 1] if place + 1 < len(pieces) else None
        if piece.end <= following.start and behind is not None and behind.start <= following.start:
            if behind.start < following.start < behind.end and _is_moved(desk, piece, clause, behind, gold):
                desk.set_end(piece, clause.end)
                place += 1
            elif behind.start == following.start:
                place += 1
            else:
                desk.merge(piece)
                del pieces[place + 1]
        else:
            pieces.insert(place + 1, desk.split(piece, clause.end))
            place += 1
    for piece, clause in zip(pieces, gold, strict=False):
        if piece not in desk.marks:
            continue
        desk.set_start(piece, clause.start)
        desk.set_end(piece, clause.end)
        if piece.label != clause.label:
            desk.relabel(piece, clause.label)
    for clause in gold[len(pieces) :]:
        desk.mark(*clause.limits, clause.label, clause.lead is not None)


def _is_moved(
    desk: AnnotationSimulator, piece: Mark, clause: ProposedClause, behind: Mark, gold: Sequence[ProposedClause]
) -> bool:
    """Whether moving the limit between two marks is less than joining them and cutting them again."""
    if any(each.start == behind.start for each in gold):
        return False
    moved = edge_keys.shortest(piece.end, lambda at: at == clause.end, edge_keys.mark_end(desk.text, piece.start))
    cut = edge_keys.shortest(behind.end, lambda at: at == clause.end, edge_keys.selection_end(desk.text, piece.start))
    return moved is not None and (cut is None or len(moved) <= 2 + len(cut))
