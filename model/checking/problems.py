"""What is likely to be a mistake in a document: order, levels and limits of its clauses, leading phrases.

Nothing is said of a document in which no clause is confirmed. All of it can be right: the drafters of resolutions make
mistakes too, and nothing here keeps anyone from marking what stands there.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from model.annotation.layers import Scheme
from model.annotation.values import Span
from model.checking import coverage, list_order, missing_leads, paragraph_order
from model.checking.findings import Problem, place
from model.checking.reading import Reading


def problems(
    scheme: Scheme, text: str, spans: Iterable[Span], *, done: Collection[str] = (), proposals: bool = False
) -> list[Problem]:
    """The problems of one document's marks, in the order of the text. ``spans`` may be of all layers and states.

    Proposals are looked at, since they may be what is missing; but only with ``proposals`` is anything said of them,
    and nothing that would change one is offered. ``done`` are the tasks (ids of layers) that are done: only then words
    behind the last clause ought to stand in one, and every paragraph ought to have its leading phrase.
    """
    reading = Reading(scheme, text, spans)
    marked = {clause.id: clause for clause in reading.clauses if proposals or clause.status == "confirmed"}
    if reading.layer is None or not marked:
        return []
    reached = max(clause.end for clause in marked.values())
    within = scheme.layers_within(reading.layer.id)
    found = [
        *paragraph_order.numbering(reading),
        *paragraph_order.part_order(reading),
        *list_order.list_order(reading),
        *coverage.uncovered(reading, reached, whole=reading.layer.id in done),
        *coverage.endings(reading),
        *missing_leads.missing_leads(reading, done=any(layer.id in done for layer in within)),
    ]
    told = (problem for problem in _told_once(found) if problem.span is None or problem.span in marked)
    return sorted((_placed(reading, problem) for problem in told), key=place)


def _told_once(found: list[Problem]) -> list[Problem]:
    """Of a mark that seems to have the wrong label only that is said: all else follows from it."""
    wrong = {problem.span: problem for problem in found if problem.mend is not None and problem.mend.act == "relabel"}
    return [problem for problem in found if problem.span is None or wrong.get(problem.span, problem) is problem]


def _placed(reading: Reading, problem: Problem) -> Problem:
    """The problem with the clause that it is about, and without a mend that would change a proposal."""
    about = reading.top_before(problem.start) if problem.span is None else reading.clause(problem.span)
    mend = problem.mend
    if mend is not None and mend.target is not None and reading.clause(mend.target).status != "confirmed":
        mend = None
    return replace(problem, mend=mend, at=() if about is None else reading.path(about))
