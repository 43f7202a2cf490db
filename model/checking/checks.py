"""The table of checks, and what they find in a document or a project.

To add a check, write a function that yields ``Problem`` objects of a new kind and add one row to ``CHECKS``. A check of
clauses reads a ``ClauseTree``; a check of descriptors reads the tables of the project.

A problem is only likely to be a mistake: the drafters of resolutions make mistakes too, and no problem keeps anybody
from marking what the text says. Documents without a confirmed clause are not checked.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from model.annotation import documents, span_rows
from model.annotation.layers import Scheme
from model.annotation.scheme_rows import load_scheme
from model.annotation.values import Span
from model.checking import coverage, list_order, paragraph_order
from model.checking.clause_tree import ClauseTree
from model.checking.missing_leads import missing_leads
from model.checking.problems import Problem
from model.checking.terms import outside_vocabulary
from model.errors import UserError
from model.storage.tables import Tables


@dataclass(frozen=True, slots=True)
class Check:
    """A check of clauses or of descriptors; ``title`` names the ``kind`` of its problems for people."""

    kind: str
    title: UserError
    of_clauses: Callable[[ClauseTree], Iterable[Problem]] | None = None
    of_descriptors: Callable[[Tables, str], Iterable[Problem]] | None = None


CHECKS = (
    Check("numbering", UserError("Numbering"), paragraph_order.numbering),
    Check("list-order", UserError("Order of a list"), list_order.list_order),
    Check("level", UserError("Level"), list_order.levels),
    Check("part-order", UserError("Preamble and operative part"), paragraph_order.part_order),
    Check("orphan", UserError("Item without a paragraph"), list_order.orphans),
    Check("uncovered", UserError("Unmarked text"), coverage.uncovered),
    Check("lead", UserError("Leading phrase"), missing_leads),
    Check("ending", UserError("Ending"), coverage.endings),
    Check("vocabulary", UserError("Descriptor"), of_descriptors=outside_vocabulary),
)
_POSITIONS = {check.kind: position for position, check in enumerate(CHECKS)}


def title(problem: Problem) -> UserError:
    """The name of a problem's kind."""
    return CHECKS[_POSITIONS[problem.kind]].title


def text_order(problem: Problem) -> tuple[int, int, int, str]:
    """Sort key: by place in the text, outer spans first, then in the order of ``CHECKS``."""
    return problem.start, -problem.end, _POSITIONS[problem.kind], problem.text


def clause_problems(
    scheme: Scheme, text: str, spans: Iterable[Span], *, done: Collection[str] = (), proposals: bool = False
) -> list[Problem]:
    """The problems of a document's clauses in text order. ``spans`` may be of all layers and statuses.

    Proposals count as clauses, since they may be what is missing, but only with ``proposals`` are problems of their own
    returned, and no fix ever changes one. ``done`` are the ids of the tasks (layers) that are done: unmarked text after
    the last clause, and every missing leading phrase, are problems only then.
    """
    tree = ClauseTree(scheme, text, spans, done=done, proposals=proposals)
    if not tree.reported:
        return []
    found = [problem for check in CHECKS if check.of_clauses is not None for problem in check.of_clauses(tree)]
    # Where a label seems to be wrong, the other problems of the span follow from it.
    wrong = {problem.span: problem for problem in found if problem.fix is not None and problem.fix.action == "relabel"}
    reported = (
        problem
        for problem in found
        if problem.span is None or (problem.span in tree.reported and wrong.get(problem.span, problem) is problem)
    )
    return sorted((_with_path(tree, problem) for problem in reported), key=text_order)


def _with_path(tree: ClauseTree, problem: Problem) -> Problem:
    """The problem with its path, and without a fix that would change a proposal."""
    clause = tree.top_before(problem.start) if problem.span is None else tree.clause(problem.span)
    fix = problem.fix
    if fix is not None and fix.target is not None and tree.clause(fix.target).status != "confirmed":
        fix = None
    return replace(problem, fix=fix, path=() if clause is None else tree.path(clause))


def descriptor_problems(tables: Tables, document: str) -> list[Problem]:
    """The problems of a document's descriptors."""
    checks = (check.of_descriptors for check in CHECKS if check.of_descriptors is not None)
    return [problem for check in checks for problem in check(tables, document)]


def document_problems(tables: Tables, document: str, scheme: Scheme | None = None) -> list[Problem]:
    """All problems of one document in text order."""
    done = documents.get(tables, document).complete()
    text, spans = documents.text_of(tables, document), span_rows.of_document(tables, document)
    found = clause_problems(scheme or load_scheme(tables), text, spans, done=done)
    return sorted([*found, *descriptor_problems(tables, document)], key=text_order)


def project_problems(tables: Tables) -> Iterator[tuple[str, Problem]]:
    """The problems of all documents in project order, each with the name of its document."""
    scheme = load_scheme(tables)
    for document in tables.document_ids():
        row = tables.row("document", document)
        if row is not None:
            for problem in document_problems(tables, document, scheme):
                yield str(row["name"]), problem


def sentence(name: str, problem: Problem) -> UserError:
    """A problem as one line, with the name of its document and its place."""
    start, end, message = problem.start, problem.end, problem.message
    place = " ".join(part for step in problem.path for part in step if part)
    if not place or problem.kind == "vocabulary":
        return UserError("{name} {start}–{end}: {problem}", name=name, start=start, end=end, problem=message)
    values = {"name": name, "start": start, "end": end, "place": place, "problem": message}
    if problem.span is None:
        return UserError("{name} {start}–{end}, after {place}: {problem}", **values)
    return UserError("{name} {start}–{end}, {place}: {problem}", **values)
