"""What an import did, file by file."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from model.errors import UserError

Outcome = Literal["imported", "already", "double", "refused", "note"]


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One thing to tell about a file: what became of it, and a sentence where there is more to say."""

    path: Path
    outcome: Outcome
    message: UserError | None = None


@dataclass(slots=True)
class ImportReport:
    """The lines in the order in which the files were read, and how many documents and clause files came in."""

    lines: list[ReportLine] = field(default_factory=list[ReportLine])
    documents: int = 0
    clause_documents: int = 0

    def add(self, path: Path, outcome: Outcome, message: UserError | None = None) -> None:
        """Note one line."""
        self.lines.append(ReportLine(path, outcome, message))

    def of(self, outcome: Outcome) -> list[ReportLine]:
        """The lines of one outcome."""
        return [line for line in self.lines if line.outcome == outcome]
