"""Milliseconds that looking up concepts takes: a keystroke, making the index, taking in a term, at 7,207 and 100,000.

    python -m tests.bench.bench_lookup [--against-fts5] [--json FILE]

Nothing is judged. ``--against-fts5`` measures SQLite's full-text index over the same words beside it (decision 0032):
the same forms of each word, the same order but for languages and use, the best fifty concepts.
"""

import argparse
import json
import sqlite3
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from model.project import Project
from model.vocabulary import concepts
from model.vocabulary.concepts import label_key
from model.vocabulary.label_words import forms_of, words
from tests.bench import many_concepts

SIZES = (7_207, 100_000)
# What is typed, letter by letter.
TYPED = ("education", "rights human", "التعليم", "حقوق الإنسان", "والمياه", "de la mer", "儿童", "a b c d e", "59/187")
LONG = ("ا" * 10_000, "ا " * 5_000, "儿童" * 5_000)
TIMES, LIMIT = 5, 50


def milliseconds(act) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def keystrokes(find) -> dict[str, float]:
    """The worst keystroke of each text that is typed, each the median of several; and of the very long ones."""
    found: dict[str, float] = {}
    for typed in TYPED:
        each = [typed[: length + 1] for length in range(len(typed))]
        found[typed] = max(median(milliseconds(lambda key=key: find(key)) for _ in range(TIMES)) for key in each)
    for typed in LONG:
        found[f"{typed[:3]}… ({len(typed):,} letters)"] = median(
            milliseconds(lambda key=typed: find(key)) for _ in range(TIMES)
        )
    return found


class Fts5:
    """SQLite's index over the words of the labels of a project, in a file of its own."""

    def __init__(self, project: Path, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / "fts5.sqlite")
        self._connection.execute("ATTACH ? AS project", (str(project),))
        self._connection.execute(
            "CREATE VIRTUAL TABLE label USING fts5(words, content='', prefix='1 2 3', tokenize='ascii')"
        )

    def make(self) -> None:
        rows = self._connection.execute("SELECT rowid, key FROM project.concept_label").fetchall()
        self._connection.executemany(
            "INSERT INTO label (rowid, words) VALUES (?, ?)", ((row, " ".join(words(key))) for row, key in rows)
        )
        self._connection.commit()

    def find(self, query: str) -> list[tuple[str, str]]:
        key = label_key(query)
        typed = dict.fromkeys(words(key))
        if not typed:
            return []
        wanted = " AND ".join(
            "(" + " OR ".join(f'"{form}"*' for forms in forms_of(word) for form in forms) + ")" for word in typed
        )
        found = self._connection.execute(
            """SELECT concept, key FROM label JOIN project.concept_label AS held ON held.rowid = label.rowid
            WHERE label MATCH ? ORDER BY held.key != ?, substr(held.key, 1, ?) != ?, kind, length(held.key)
            LIMIT 400""",
            (wanted, key, len(key), key),
        )
        return found.fetchall()


def measure(size: int, against_fts5: bool, folder: Path) -> dict[str, object]:
    """All figures at one size."""
    known = many_concepts.read()
    made = known if size == len(known) else many_concepts.invented(known, size)
    path = folder / f"{size}.qarar"
    labels = many_concepts.make(path, made)
    import numpy  # noqa: F401  what loading it takes is told apart

    with Project.open(path, "Bench") as project:
        figures: dict[str, object] = {"concepts": size, "labels": labels}
        figures["index"] = milliseconds(lambda: project.search_concepts(""))
        figures["keystrokes"] = keystrokes(lambda query: project.search_concepts(query, LIMIT))
        spent: list[float] = []
        for number in range(TIMES):
            with project.operation("create term") as writing:
                concepts.create(writing, f"TERM {number}")
            spent.append(milliseconds(lambda: project.search_concepts("term")))
        figures["after a new term"] = max(spent)
    if against_fts5:
        other = Fts5(path, folder)
        figures["fts5 index"] = milliseconds(other.make)
        figures["fts5 bytes"] = (folder / "fts5.sqlite").stat().st_size
        figures["fts5 keystrokes"] = keystrokes(other.find)
        (folder / "fts5.sqlite").unlink()
    return figures


def lines(figures: dict[str, object]) -> list[str]:
    """The figures of one size, to be read."""
    found = [f"{figures['concepts']:,} concepts, {figures['labels']:,} labels"]
    for name in ("index", "after a new term", "fts5 index"):
        if name in figures:
            found.append(f"  {name:32} {figures[name]:9,.1f} ms")
    if "fts5 bytes" in figures:
        found.append(f"  {'fts5 size':32} {int(str(figures['fts5 bytes'])) / 1e6:9,.1f} MB")
    for name in ("keystrokes", "fts5 keystrokes"):
        of_name = figures.get(name)
        if isinstance(of_name, dict):
            found.append(f"  {name}, the worst of each")
            found += [f"    {typed:30} {value:9,.1f} ms" for typed, value in of_name.items()]
    return found


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; the exit status is 1 where there is no thesaurus."""
    parser = argparse.ArgumentParser(prog="bench_lookup", description=__doc__.partition("\n")[0])
    parser.add_argument("--against-fts5", action="store_true", help="measure SQLite's full-text index too")
    parser.add_argument("--json", metavar="FILE", type=Path, help="also write the figures to FILE")
    wanted = parser.parse_args(arguments)
    try:
        many_concepts.read()
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    begun = time.perf_counter()
    import numpy  # noqa: F401

    print(f"loading numpy {(time.perf_counter() - begun) * 1000:.0f} ms")
    found: list[dict[str, object]] = []
    for size in SIZES:
        with tempfile.TemporaryDirectory(prefix="qarar-bench-") as folder:
            found.append(measure(size, wanted.against_fts5, Path(folder)))
        print("\n".join(lines(found[-1])), flush=True)
    if wanted.json is not None:
        wanted.json.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
