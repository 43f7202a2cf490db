"""Where a text answers a query: the exact answer, which no index can give."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

import regex

from model.errors import UserError
from model.search.expression import folded_expression
from model.search.query import Query
from model.storage.folded_texts import is_of_word, words_of
from model.text.folding import Stretches, fold, fold_with_stretches

TIME_LIMIT = 2.0  # seconds that a regular expression may take in one text
_BEFORE, _AFTER = r"(?<![\p{L}\p{M}\p{Nd}])", r"(?![\p{L}\p{M}\p{Nd}])"
Limits = tuple[int, int]


class _Finder(Protocol):
    """Gives the limits of all hits in a text, in order and apart."""

    def __call__(self, text: str) -> Iterable[Limits]: ...


class Matcher:
    """A query, ready to be put to texts. ``needle`` is what is looked for literally, null for an expression."""

    def __init__(self, query: Query) -> None:
        """Refuses a query without anything to look for, and an expression that is none."""
        self.query = query
        self.needle: str | None = None
        if query.regex:
            self._find: _Finder = _expression(query)
        else:
            typed = query.text if query.exact else fold(query.text)
            self.needle = typed.strip() if query.whole_words else typed
            if not self.needle.strip():
                raise UserError("There is nothing to look for.")
            # Older texts have brackets turned: ``)أ(``. Without words they are as typed: ``)(`` is no footnote's mark.
            either = not query.exact and set("()[]") & set(self.needle) and words_of(self.needle)
            self._find = _literal(self.needle, query.whole_words, _level if either else str)

    def ranges(self, text: str) -> list[Limits]:
        """The limits of all hits in a text (half-open code points), in order and apart.

        Refuses an expression that takes longer than ``TIME_LIMIT``.
        """
        if self.query.exact:
            return self.in_given(text)
        folded, stretches = fold_with_stretches(text)
        return in_source(self.in_given(folded), stretches)

    def in_given(self, text: str) -> list[Limits]:
        """The same in the text as it is given: for a query that is not exact, the folded text, with limits in that."""
        return list(self._find(text))


def in_source(hits: Iterable[Limits], stretches: Stretches) -> list[Limits]:
    """The limits in a text of hits in what it was folded to, in order and apart.

    Where one character was folded to several, hits in these are one and the same place of the text, and told once.
    """
    found: list[Limits] = []
    for start, end in hits:
        limits = stretches.source_limits(start, end)
        if not found or limits[0] >= found[-1][1]:
            found.append(limits)
    return found


def _level(text: str) -> str:
    """The text with one sign for a bracket either way round, each at its place."""
    return text.replace("(", ")").replace("[", "]")


def _literal(needle: str, whole_words: bool, read: Callable[[str], str]) -> _Finder:
    """Finds a needle where both are ``read``, which leaves each character at its place."""
    needle = read(needle)

    def find(text: str) -> Iterator[Limits]:
        text = read(text)
        start = text.find(needle)
        while start >= 0:
            end = start + len(needle)
            if whole_words and not _stands_alone(text, start, end):
                end = start + 1
            else:
                yield start, end
            start = text.find(needle, end)

    return find


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not (start > 0 and is_of_word(text[start - 1])) and not (end < len(text) and is_of_word(text[end]))


def _expression(query: Query) -> _Finder:
    typed = query.text if query.exact else folded_expression(query.text)
    if not typed:
        raise UserError("There is nothing to look for.")
    flags = regex.VERSION0 if query.exact else regex.VERSION0 | regex.IGNORECASE
    try:
        # By itself first: brackets that it lacks must not be found in what stands around it.
        compiled = regex.compile(typed, flags)
        if query.whole_words:
            # On a line of its own: it may end in a comment.
            last = "\n" if compiled.flags & regex.VERBOSE else ""
            compiled = regex.compile(f"{_BEFORE}(?:{typed}{last}){_AFTER}", flags)
    except (regex.error, ValueError, OverflowError, RecursionError, MemoryError) as error:
        raise UserError("“{query}” is no regular expression ({reason}).", query=query.text, reason=error) from error
    if compiled.flags & regex.REVERSE:
        raise UserError("“{query}” searches backwards, and hits are told forwards.", query=query.text)

    def find(text: str) -> Iterator[Limits]:
        try:
            for found in compiled.finditer(text, timeout=TIME_LIMIT, concurrent=True):
                if found.end() > found.start():
                    yield found.span()
        except (TimeoutError, MemoryError, RecursionError) as error:
            raise UserError(
                "“{query}” takes longer than {seconds} seconds in one text; a simpler expression may do.",
                query=query.text,
                seconds=TIME_LIMIT,
            ) from error

    return find
