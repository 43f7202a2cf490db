"""What was measured, as a table to read and as JSON."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure at one size, beside the least that the machine needs for the same (``limit``) and its ``target``.

    ``runs`` is how many measurements stand behind the value; ``limit_name`` says what the limit is.
    """

    name: str
    size: str
    value: float
    unit: str
    limit: float
    target: float
    runs: int
    limit_name: str

    @property
    def ratio(self) -> float:
        """How many times the limit the value is."""
        return self.value / self.limit

    @property
    def met(self) -> bool:
        """Whether the value is below its target."""
        return self.value < self.target

    def as_json(self) -> dict[str, str | float | bool]:
        """The object of the JSON file."""
        return {
            "name": self.name,
            "size": self.size,
            "value": round(self.value, 3),
            "unit": self.unit,
            "limit": round(self.limit, 3),
            "ratio": round(self.ratio, 3),
            "target": self.target,
            "met": self.met,
        }


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share (0 to 1) of all values does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, ceil(share * len(ordered)) - 1)]


def table(figures: Sequence[Figure]) -> str:
    """All figures, one line each; below it what the limits are."""
    headings = ("what", "size", "value", "unit", "limit", "ratio", "target", "met", "n")
    rows = [
        (
            figure.name,
            figure.size,
            f"{figure.value:.2f}",
            figure.unit,
            f"{figure.limit:.2f}",
            f"{figure.ratio:.1f}",
            f"{figure.target:g}",
            "yes" if figure.met else "NO",
            str(figure.runs),
        )
        for figure in figures
    ]
    widths = [max(len(row[column]) for row in (headings, *rows)) for column in range(len(headings))]
    lines = [_line(headings, widths), "  ".join("-" * width for width in widths)]
    before = ""
    for row in rows:
        shown = ("" if row[0] == before else row[0], *row[1:])
        before = row[0]
        lines.append(_line(shown, widths))
    lines += ["", "Limits, measured in the same run:"]
    lines += [f"  {name}: {limit}" for name, limit in {each.name: each.limit_name for each in figures}.items()]
    return "\n".join(lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Words to the left, numbers to the right."""
    left = (0, 1, 3, 7)
    return "  ".join(
        cell.ljust(width) if column in left else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ).rstrip()


def write_json(path: Path, figures: Sequence[Figure]) -> None:
    """All figures as a JSON array."""
    path.write_text(json.dumps([figure.as_json() for figure in figures], ensure_ascii=False, indent=2) + "\n", "utf-8")
