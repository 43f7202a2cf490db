"""What checking finds in a document: problems, and the mends that some of them have. Values; nothing is read here.

What is said is a ``UserError``, as everything that the model says to people: an English template with its values, which
the command line fills in and the window translates. All offsets are half-open code points of the document's text.
"""

from dataclasses import dataclass, field
from typing import Literal

from model.errors import UserError

Kind = Literal["numbering", "list-order", "level", "part-order", "orphan", "uncovered", "lead", "ending", "vocabulary"]
KINDS: tuple[Kind, ...] = (
    "numbering",
    "list-order",
    "level",
    "part-order",
    "orphan",
    "uncovered",
    "lead",
    "ending",
    "vocabulary",
)
Act = Literal["limits", "hold", "number", "mark", "relabel", "nest", "take-out", "split", "replace-term"]


@dataclass(frozen=True, slots=True)
class Mend:
    """One step that takes a problem away; ``said`` is what it does, in words.

    ``limits``: the span ``target`` gets ``start`` and ``end``, and what stands in the way makes room; ``hold``: it gets
    them and holds from then on what stands within. ``number``: it gets ``value`` as its number (None for
    none). ``mark``: the label ``value`` is marked from ``start`` to ``end``. ``relabel``: the span gets the label
    ``value``. ``nest``, ``take-out``: it goes into the mark before it, or out of the one that holds it. ``split``: it
    is cut at ``start``. ``replace-term``: the assignment ``target`` is exchanged for one of the concept ``value``.

    ``before`` are the limits that the span had when this was thought of: it is refused where they have changed.
    """

    act: Act
    said: UserError = field(compare=False)
    target: str | None = None
    start: int = 0
    end: int = 0
    value: str | None = None
    before: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a document that is likely to be a mistake.

    ``span`` is the id of the mark that it is about (None: a stretch that is not marked, or a descriptor); ``start`` and
    ``end`` are where to go to. ``at`` are label and number of the clause that it is about and of those that hold it,
    outermost first; for a stretch that is not marked, of the clause before it. ``words`` is ``said`` in English: two
    problems that read the same in the same place are equal.
    """

    kind: Kind
    span: str | None
    start: int
    end: int
    said: UserError = field(compare=False)
    mend: Mend | None = None
    at: tuple[tuple[str, str | None], ...] = ()
    words: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", str(self.said))


def place(problem: Problem) -> tuple[int, int, int, str]:
    """Sort key: by where one goes to, outer things first, then in the order of ``KINDS``."""
    return problem.start, -problem.end, KINDS.index(problem.kind), problem.words
