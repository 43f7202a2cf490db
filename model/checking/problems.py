"""Problems that the checks find in a document, and the fixes that some of them offer.

Messages are ``UserError`` templates with values, as everywhere in the model: the command line fills them in, the window
translates them first. Offsets are half-open code points of the document's text.
"""

from dataclasses import dataclass, field
from typing import Literal

from model.annotation import edges, lists, span_rows, spans
from model.errors import UserError
from model.storage.journal import Writing
from model.vocabulary import assignments

FixAction = Literal["limits", "hold", "number", "mark", "relabel", "nest", "take-out", "split", "replace-term"]


@dataclass(frozen=True, slots=True)
class Fix:
    """One undoable step that removes a problem; ``message`` says what it does.

    - ``limits``: move the span ``target`` to ``start`` and ``end``; neighbours in the way are shortened.
    - ``hold``: move it there so that it becomes the parent of the spans inside.
    - ``number``: set its number to ``value`` (None for no number).
    - ``mark``: add a span of the label ``value`` from ``start`` to ``end``.
    - ``relabel``: set its label to ``value``.
    - ``nest``, ``take-out``: move it into the span before it, or out of its parent.
    - ``split``: split it at ``start``.
    - ``replace-term``: replace the assignment ``target`` by one of the concept ``value``.

    ``before`` are the limits that the span had when the fix was proposed; the fix is refused if they have changed.
    """

    action: FixAction
    message: UserError = field(compare=False)
    target: str | None = None
    start: int = 0
    end: int = 0
    value: str | None = None
    before: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a document that is likely to be a mistake; ``kind`` is that of the check that found it.

    ``span`` is the id of the span concerned (None for unmarked text and for descriptors), ``start`` and ``end`` are the
    place to show. ``path`` has label and number of the clause concerned and of its ancestors, outermost first; for
    unmarked text, those of the clause before it. ``text`` is the message in English: two problems with the same text at
    the same place are equal.
    """

    kind: str
    span: str | None
    start: int
    end: int
    message: UserError = field(compare=False)
    fix: Fix | None = None
    path: tuple[tuple[str, str | None], ...] = ()
    text: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", str(self.message))


def apply_fix(writing: Writing, document: str, fix: Fix) -> None:
    """Carry out a fix in a document as part of an operation.

    Raises ``UserError`` if the span has changed since the fix was proposed, or if a nesting rule forbids the change.
    """
    if fix.action == "mark":
        assert fix.value is not None, fix
        lists.make_room(writing, document, fix.value, fix.start, fix.end)
        spans.mark(writing, document, fix.value, fix.start, fix.end)
    elif fix.action == "replace-term":
        _replace_term(writing, document, fix)
    else:
        _change_span(writing, fix)


def _change_span(writing: Writing, fix: Fix) -> None:
    assert fix.target is not None, fix
    span = span_rows.get(writing.tables, fix.target)
    if fix.before not in (None, span.limits):
        raise UserError("The mark has changed since; look at its problem anew.")
    match fix.action:
        case "limits":
            edges.move(writing, span.id, fix.start, fix.end)
        case "hold":
            spans.set_limits(writing, span.id, fix.start, fix.end)
        case "number":
            spans.set_number(writing, span.id, fix.value)
        case "relabel":
            assert fix.value is not None, fix
            spans.relabel(writing, span.id, fix.value)
        case "nest":
            spans.nest(writing, span.id)
        case "take-out":
            spans.unnest(writing, span.id, span.label)
        case "split":
            spans.split(writing, span.id, fix.start)
        case _:
            raise AssertionError(fix)


def _replace_term(writing: Writing, document: str, fix: Fix) -> None:
    """Assign another concept in the place of a descriptor, with its evidence."""
    assert fix.target is not None and fix.value is not None, fix
    old = assignments.get(writing.tables, fix.target)
    order = [each.id for each in assignments.of_document(writing.tables, document)]
    new = assignments.assign(writing, document, fix.value, term=old.term)
    assignments.set_major(writing, new.id, old.major)
    for each in old.evidence:
        assignments.add_evidence(writing, new.id, each.start, each.end, each.origin)
    assignments.unassign(writing, old.id)
    assignments.move(writing, new.id, order.index(old.id))
