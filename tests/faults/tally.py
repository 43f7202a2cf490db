"""What a harness is to try, and what it has tried and what survived it."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Tally:
    """``finds``: where is kept what did not survive; ``skipped``: why a harness could not work here."""

    tried: Counter[str] = field(default_factory=Counter)
    survived: Counter[str] = field(default_factory=Counter)
    finds: list[str] = field(default_factory=list)
    skipped: dict[str, str] = field(default_factory=dict)

    def count(self, row: str, find: Path | None) -> None:
        """One more in a row of the table."""
        self.add(row, 1, 0 if find else 1)
        if find is not None:
            self.finds.append(str(find))

    def add(self, row: str, tried: int, survived: int) -> None:
        """So many more in a row of the table."""
        self.tried[row] += tried
        self.survived[row] += survived

    def table(self) -> str:
        """Test, tried, survived, as Markdown; then what was found and what was left out."""
        rows = [(row, f"{self.tried[row]:,}", f"{self.survived[row]:,}") for row in sorted(self.tried)]
        rows.append(("all", f"{self.tried.total():,}", f"{self.survived.total():,}"))
        width = max(len(row) for row, _, _ in rows)
        lines = [f"| {'test':{width}} | {'tried':>9} | {'survived':>9} |", f"| {'-' * width} | --------: | --------: |"]
        lines += [f"| {row:{width}} | {tried:>9} | {survived:>9} |" for row, tried, survived in rows]
        more = [f"- left out: {name}: {why}" for name, why in self.skipped.items()]
        more += [f"- find: {find}" for find in self.finds]
        return "\n".join([*lines, "", *more] if more else lines)

    def as_json(self) -> dict[str, object]:
        """The same for a program."""
        return {
            "tried": dict(self.tried),
            "survived": dict(self.survived),
            "finds": self.finds,
            "skipped": self.skipped,
        }
