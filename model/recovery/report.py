"""What a recovery found: by document, what is whole, what is partial, what is lost."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from model.annotation.layers import Scheme
from model.errors import UserError

DocumentState = Literal["whole", "partial", "lost"]


@dataclass(frozen=True, slots=True)
class RecoveredDocument:
    """What became of one document. ``name`` is null where nothing tells it any more; ``details`` are sentences; of a
    whole one they tell what was set right.
    """

    id: str
    name: str | None
    state: DocumentState
    details: tuple[UserError, ...] = ()


@dataclass(frozen=True, slots=True)
class RecoveryReport:
    """What was written to ``path``. ``has_history``: with everything that was done before; ``notes`` are sentences
    about the project as a whole. They name labels and layers, as the details do, by the ids of ``scheme``.
    """

    path: Path
    has_history: bool
    documents: tuple[RecoveredDocument, ...]
    notes: tuple[UserError, ...]
    scheme: Scheme

    def of(self, state: DocumentState) -> list[RecoveredDocument]:
        """The documents of one state."""
        return [document for document in self.documents if document.state == state]


def worst_first(documents: Iterable[RecoveredDocument]) -> tuple[RecoveredDocument, ...]:
    """What is lost, then what is partial, then the rest; each by name."""
    order = {"lost": 0, "partial": 1, "whole": 2}
    return tuple(sorted(documents, key=lambda each: (order[each.state], each.name or "", each.id)))
