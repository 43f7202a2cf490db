"""The clauses of resolution 59/187 as an annotator marks them, and the keys with which they do."""

from collections.abc import Iterator
from pathlib import Path

# The opening of every clause in order, with its label's letter (see the scheme); a clause ends where the next begins.
OPENINGS = (
    ("A", "قرار اتخذته الجمعية العامة"),
    ("S", "]بناء على تقرير"),
    ("T", "59/187 - "),
    ("E", "إن الجمعية العامة،"),
    ("P", "إذ تعيد تأكيد"),
    ("P", "وإذ تشير إلى اعتمادها"),
    ("P", "وإذ تحيط علما"),
    ("P", "وإذ تشير أيضا"),
    ("P", "وإذ تسلم"),
    ("P", "وإذ تؤكد من جديد"),
    ("P", "وإذ تؤكد على"),
    ("P", "وإذ تشدد"),
    ("P", "وإذ تشير إلى اتخاذ"),
    *(("O", f"{number} - ت") for number in range(1, 11)),
    ("C", "الجلسة العامة 74"),
)
TERMS = ("DISARMAMENT", "البحيرات الجبلية", "Mountain lakes")  # the first is in the corpus, the others are new


def seed_file(corpus: Path) -> Path:
    """The file of the resolution."""
    (path,) = (corpus / "seed").glob("*.txt")
    return path


def clauses_of(text: str) -> Iterator[tuple[str, int, int]]:
    """Letter, start and end (code points) of every clause of the seed's text."""
    starts: list[int] = []
    for _, opening in OPENINGS:
        starts.append(text.index(opening, starts[-1] + 1 if starts else 0))
    for (letter, _), start, following in zip(OPENINGS, starts, [*starts[1:], len(text)], strict=True):
        yield letter, start, start + len(text[start:following].rstrip())
