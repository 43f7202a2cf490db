"""Turtle read by rdflib's parser, which is asked to count: what it gathers before it makes a statement has no end."""

from dataclasses import dataclass
from typing import Any

from rdflib.plugins.parsers.notation3 import RDFSink, SinkParser

from model.errors import UserError
from model.formats.budgets import Tick

# Names and texts; a statement has three at most, and usually two are written.
MOST_NAMES = 1_000_000
# Members of collections, each of which makes two statements; a thesaurus orders a few hundred concepts.
MOST_MEMBERS = 100_000
MOST_PREFIXES = 10_000  # and bases: files have some ten
_BETWEEN_TICKS = 1000


@dataclass(frozen=True, slots=True)
class Budget:
    """How many statements there may be, and how many characters all URIs may have together; what is said of too many
    statements, names or members, and of longer URIs.
    """

    statements: int
    characters: int
    too_many: UserError
    too_long: UserError


def parse(text: str, graph: Any, base: str, budget: Budget, tick: Tick) -> None:
    """Add the statements of a text to what rdflib takes for a graph; refuses what goes beyond the budget. ``tick`` is
    called meanwhile."""
    count = _Count(budget, tick)
    _Parser(_Sink(graph, count), count, base).loadBuf(text)


class _Count:
    def __init__(self, budget: Budget, tick: Tick) -> None:
        self._budget = budget
        self._tick = tick
        self._characters = budget.characters
        self._names = MOST_NAMES
        self._statements = budget.statements
        self._members = MOST_MEMBERS
        self._prefixes = MOST_PREFIXES

    def name(self) -> None:
        self._names -= 1
        if self._names < 0:
            raise self._budget.too_many
        if self._names % _BETWEEN_TICKS == 0:
            self._tick()

    def subject(self) -> None:
        self._statements += 1  # it goes through the same

    def statement(self) -> None:
        self._statements -= 1
        if self._statements < 0:
            raise self._budget.too_many

    def member(self) -> None:
        self._members -= 1
        if self._members < 0:
            raise self._budget.too_many

    def prefix(self) -> None:
        self._prefixes -= 1
        if self._prefixes < 0:
            raise self._budget.too_many

    def uri(self, length: int) -> None:
        self._characters -= length
        if self._characters < 0:
            raise self._budget.too_long


class _Sink(RDFSink):
    def __init__(self, graph: Any, count: _Count) -> None:
        super().__init__(graph)
        self._count = count

    def newSymbol(self, *args: str) -> Any:
        """What a URI is made of."""
        self._count.uri(len(args[0]))
        return super().newSymbol(*args)

    def intern(self, something: Any) -> Any:
        """What a member of a collection goes through."""
        self._count.member()
        return super().intern(something)


class _Parser(SinkParser):
    def __init__(self, sink: _Sink, count: _Count, base: str) -> None:
        super().__init__(sink, baseURI=base, turtle=True)
        self._count = count

    def nodeOrLiteral(self, argstr: str, i: int, res: Any) -> int:
        """What each name and text goes through."""
        self._count.name()
        return super().nodeOrLiteral(argstr, i, res)

    def statement(self, argstr: str, i: int) -> int:
        """What each subject goes through, with all that is said of it."""
        self._count.subject()
        return super().statement(argstr, i)

    def object(self, argstr: str, i: int, res: Any) -> int:
        """What the last part of each statement goes through; with commas between them all are gathered first."""
        self._count.statement()
        return super().object(argstr, i, res)

    def directive(self, argstr: str, i: int) -> int:
        """What may be a prefix or a base: a negative number where it is none."""
        end = super().directive(argstr, i)
        if end >= 0:
            self._count.prefix()
        return end

    def sparqlDirective(self, argstr: str, i: int) -> int:
        """The same in the notation of SPARQL."""
        end = super().sparqlDirective(argstr, i)
        if end >= 0:
            self._count.prefix()
        return end

    def directiveOrStatement(self, argstr: str, h: int) -> int:
        """What each prefix and each statement goes through."""
        self._count.name()
        return super().directiveOrStatement(argstr, h)
