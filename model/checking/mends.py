"""Carrying out the mend of a problem, within an operation."""

from model.annotation import edges, lists, spans
from model.annotation.span_rows import get
from model.checking.findings import Mend
from model.errors import UserError
from model.storage.journal import Writing
from model.vocabulary import assignments


def apply(writing: Writing, document: str, mend: Mend) -> None:
    """Do what a mend says; refused where its mark has changed since it was thought of, or where a rule forbids it."""
    if mend.act == "replace-term":
        _replace_term(writing, document, mend)
    elif mend.act == "mark":
        assert mend.value is not None, mend
        lists.make_room(writing, document, mend.value, mend.start, mend.end)
        spans.mark(writing, document, mend.value, mend.start, mend.end)
    else:
        _change(writing, mend)


def _change(writing: Writing, mend: Mend) -> None:
    assert mend.target is not None, mend
    span = get(writing.tables, mend.target)
    if mend.before is not None and span.limits != mend.before:
        raise UserError("The mark has changed since; look at its problem anew.")
    match mend.act:
        case "limits":
            edges.move(writing, span.id, mend.start, mend.end)
        case "hold":
            spans.set_limits(writing, span.id, mend.start, mend.end)
        case "number":
            spans.set_number(writing, span.id, mend.value)
        case "relabel":
            assert mend.value is not None, mend
            spans.relabel(writing, span.id, mend.value)
        case "nest":
            spans.nest(writing, span.id)
        case "take-out":
            spans.unnest(writing, span.id, span.label)
        case "split":
            spans.split(writing, span.id, mend.start)
        case _:
            raise AssertionError(mend)


def _replace_term(writing: Writing, document: str, mend: Mend) -> None:
    """Another concept in the descriptor's place, with its evidence."""
    assert mend.target is not None and mend.value is not None, mend
    old = assignments.get(writing.tables, mend.target)
    order = [each.id for each in assignments.of_document(writing.tables, document)]
    new = assignments.assign(writing, document, mend.value, term=old.term)
    assignments.set_major(writing, new.id, old.major)
    for each in old.evidence:
        assignments.add_evidence(writing, new.id, each.start, each.end, each.origin)
    assignments.unassign(writing, old.id)
    assignments.move(writing, new.id, order.index(old.id))
