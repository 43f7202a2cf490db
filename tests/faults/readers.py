"""Everything that reads what others have written, each with inputs to begin with, changes to them, and what must hold.

A reader gives a value or refuses: ``UserError`` and ``Cancelled`` are answers, anything else that is raised is a find.
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.faults.desk import Desk

Change = Callable[[Random], bytes]
Read = Callable[[Desk, bytes], object]


@dataclass(frozen=True, slots=True)
class Reader:
    """``read`` also asserts what is quickly seen to hold; ``deep`` brings what was read into a project and writes it
    again, for one in ``every`` of the inputs that are read. ``share`` says how many inputs of a hundred it gets.
    """

    name: str
    suffix: str
    change: Change
    read: Read
    deep: Read
    share: float
    every: int = 20


def readers(only: str | None = None) -> tuple[Reader, ...]:
    """All readers of imports, expressions and settings; or the one of that name. Project files, whose rows anybody may
    have changed, are read where they are named.
    """
    from tests.faults import (
        readers_documents,
        readers_json,
        readers_projects,
        readers_search,
        readers_settings,
        readers_vocabulary,
    )

    found = (
        *readers_documents.READERS,
        *readers_json.READERS,
        *readers_vocabulary.READERS,
        *readers_search.READERS,
        *readers_settings.READERS,
    )
    if only is None:
        return found
    return tuple(reader for reader in (*found, *readers_projects.READERS) if reader.name == only)


def plain(text: str) -> None:
    """A text that a document can have."""
    assert text.strip()
    assert "\0" not in text
    text.encode("utf-8")
