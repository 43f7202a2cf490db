"""Regular expressions that are compiled when they are first used.

Compiling those that read resolutions takes longer than reading the list of 20,000 documents, and a start needs hardly
any of them; the package ``regex`` too is loaded for the first.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import regex


class _LazyRegex:
    """Stands for a pattern, and becomes as quick as that one: each of its methods is looked for once."""

    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # whoever copies or inspects a stand-in asks for what a pattern need not have
            raise AttributeError(name)
        pattern = self.__dict__.get("_pattern")
        if pattern is None:
            pattern = self.__dict__["_pattern"] = self._make()
        found = self.__dict__[name] = getattr(pattern, name)
        return found


def lazy_regex(expression: str) -> "regex.Pattern[str]":
    """What ``regex.compile`` makes of an expression. Only its methods and attributes may be used; a fault in the
    expression shows at first use.
    """

    def make() -> object:
        import regex

        return regex.compile(expression)

    return cast("regex.Pattern[str]", _LazyRegex(make))


def lazy_re(expression: str | Callable[[], str]) -> re.Pattern[str]:
    """The same for ``re.compile``; an expression that takes time to write is given as a function."""
    return cast(
        "re.Pattern[str]",
        _LazyRegex(lambda: re.compile(expression if isinstance(expression, str) else expression())),
    )
