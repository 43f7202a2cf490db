"""How many keys it takes to mark a document by hand, without any proposals, as the window lets one do it.

After each mark the next stretch is selected that looks like a clause; its ends are moved until it is the clause, and
the label's key marks it (with Shift, along with its leading phrase). So ``tests/bench/bench_keys.py`` plays it in the
real window; this counts the same on the text alone.
"""

from collections.abc import Sequence

from model.effort import edge_keys
from model.effort.annotation_simulator import AnnotationSimulator, Mark
from model.effort.correction import is_of_words
from model.measuring.scoring import SCORED
from model.segmentation.values import ProposedClause
from model.text import leading, words

DONE = "clauses_done"


def marking(text: str, gold: Sequence[ProposedClause], *, everything: bool = False) -> list[str]:
    """The acts (see ``desk``) that mark the gold's clauses, and say at the end that they are done.

    What is not scored is passed by, unless ``everything`` is to be marked. To come to a clause that does not follow the
    one before is one click.
    """
    wanted = [clause for clause in gold if everything or (clause.label in SCORED and not clause.annex)]
    wanted.sort(key=lambda clause: (clause.start, -clause.end))
    acts: list[str] = []
    done = 0
    for place, clause in enumerate(wanted):
        following = wanted[place + 1] if place + 1 < len(wanted) else None
        inner = following.start if following is not None and following.end <= clause.end else None
        acts += _selecting(text, clause, done, inner)
        acts.append(f"label {clause.label} lead" if clause.lead is not None else f"label {clause.label}")
        done = clause.end if inner is None else inner
        if clause.lead is not None and is_of_words(text, *clause.lead):
            guess = leading.leading_phrase(text, *clause.limits)
            desk = AnnotationSimulator(text, [Mark(*clause.limits, clause.label, guess)])
            desk.chosen = desk.marks[0]  # the key of leading phrases goes back into the clause that was marked last
            desk.set_lead(desk.marks[0], clause.lead)
            acts += desk.acts
    return [*acts, DONE]


def _selecting(text: str, clause: ProposedClause, done: int, inner: int | None) -> list[str]:
    """The acts that select a clause; where it holds others, what stands before the first of them will do."""
    start, end = words.next_clause(text, done)
    drawn = [f"select {clause.start} {clause.end}"]
    if end <= clause.start:
        start, end = words.next_clause(text, clause.start)
        way = [f"click {clause.start}"]
    elif start >= clause.end:
        return drawn
    else:
        way = []
    begun = edge_keys.shortest(start, lambda at: at == clause.start, edge_keys.selection_start(text, clause.end))
    stretched = edge_keys.shortest(
        end,
        lambda at: at == clause.end or (inner is not None and clause.start < at <= inner),
        edge_keys.selection_end(text, clause.start),
    )
    return drawn if begun is None or stretched is None else [*way, *begun, *stretched]
