"""Copies of projects, damaged in every way that disks and hands damage files, what ``check`` says of each, and what is
recovered of it.

    python -m tests.faults.damaged_copies --count 1000 --seed 1 [--finds FOLDER]

A copy follows from the seed and its number alone; even numbers are of a project of today, odd ones of the first
schema. A find is a copy

- that ``check`` calls sound although a row of a project's tables or of its journal is another than in the original;
- of which no sound project is recovered;
- of which a document whose rows stand on untouched pages only does not come back as it was, or of which one is called
  whole that is not as it was;
- about which more than one sentence is said where it is refused, or a traceback; or that takes too long.

Each is tried in a process of its own.
"""

import argparse
import contextlib
import io
import os
import pickle
import shutil
import signal
import sqlite3
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from model import cli
from model.annotation import documents
from model.annotation import spans as marks
from model.errors import UserError
from model.formats import project_items
from model.project import Project
from model.recovery.recovering import recover
from model.recovery.report import RecoveryReport
from model.segmentation.gold import GoldDocument
from model.storage.pages import Pages
from model.storage.readable_rows import ReadableRows, read_rows
from model.storage.row_shapes import Shapes
from model.storage.tables import JOURNALLED
from model.text.layout import Layout
from tests.faults import forked
from tests.faults.damages import DAMAGES, PAGE
from tests.model.formats.projects import annotated
from tests.model.resolutions import resolution

_FIRST = Path(__file__).parents[1] / "data/schema-0001_first.qarar"
_KEPT, _DELETED = 7, 5  # documents
_LONGEST = 10  # seconds of CPU for one copy: whatever takes longer hangs
_MEMORY = "/dev/shm"  # whether a disk is quick says nothing about what is tried
_COLUMNS = ("tried", "told unsound", "refused at opening", "sound and equal", "sound, unseen", "well")
_STATES = ("whole", "partial", "lost")
T = TypeVar("T")
Rows = dict[str, list[tuple[Any, ...]]]


def make(path: Path) -> None:
    """A small project in which something of everything was done, undone and deleted, so that it has free pages."""
    with Project.create(path, "أمل") as project:
        annotated(project)
        for number in range(_KEPT + _DELETED):
            gold = resolution(number)
            with project.operation("import") as writing:
                document = documents.add(writing, gold.name, gold.text, layout=_layout_of(gold))
                for clause in gold.clauses:
                    marks.mark(writing, document, clause.label, clause.start, clause.end)
            with project.operation("change tags") as writing:
                documents.set_tags(writing, document, ["مراجعة", str(number)])
            with project.operation("write note") as writing:
                marks.set_note(writing, project.spans(document)[1].id, "ملاحظة " * (1 + number * 40))
        with project.operation("write note on document") as writing:
            documents.set_note(writing, project.document_ids()[0], "تراجع")
        project.undo()
        with project.operation("delete document") as writing:
            for document in project.document_ids()[-_DELETED:]:
                documents.remove(writing, document)
        with project.operation("import") as writing:  # undoing it records nothing, and so leaves pages free
            for number in range(_KEPT + _DELETED, _KEPT + 2 * _DELETED):
                gold = resolution(number)
                document = documents.add(writing, gold.name, gold.text)
                for clause in gold.clauses:
                    marks.mark(writing, document, clause.label, clause.start, clause.end)
        project.undo()


def _layout_of(gold: GoldDocument) -> Layout:
    """The layout that a resolution has in a Word file, and lines in its paragraphs so that it is no short one."""
    leads = [clause.lead for clause in gold.clauses if clause.lead]
    starts = {clause.start for clause in gold.clauses} - {0}
    blanks = {place + 1 for place, each in enumerate(gold.text[:-1]) if each == " "}
    return Layout(tuple(sorted(starts)), tuple(sorted(blanks - starts)), italics=tuple(sorted(leads)))


def documents_of(path: Path) -> dict[str, Any]:
    """Every document of a project by id, as project JSON has it."""
    with Project.open(path, None) as project:
        return {
            document: project_items.document_json(project_items.document_item(project.tables, document))
            for document in project.document_ids()
        }


def rows_of(path: Path, tables: list[str]) -> Rows:
    """All rows of these tables as SQL gives them, text as bytes; raises ``sqlite3.Error`` where it does not."""
    with contextlib.closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        connection.text_factory = bytes
        return {
            table: sorted(connection.execute(f"SELECT * FROM {table} NOT INDEXED").fetchall(), key=repr)
            for table in tables
        }


def pages_of(content: bytes) -> dict[str, set[int]]:
    """The pages on which each document stands: its row and text, and all that was annotated in it."""
    shapes = Shapes()
    found = read_rows(Pages(content), shapes)
    shapes.close()
    pages: dict[str, set[int]] = {}
    texts = {str(key[0]): numbers for key, numbers in found.pages["text"].items()}
    for key, rows in found.rows["document"].items():
        row = shapes.tables["document"].row(rows[0].values)
        pages[str(key[0])] = found.pages["document"][key] | texts[str(row["text_sha256"])]
    for kind, shape in shapes.tables.items():
        if "document" not in shape.columns or kind == "change":
            continue
        for key, rows in found.rows[kind].items():
            document = str(shape.row(rows[0].values)["document"])
            pages[document] |= found.pages[kind][key]
            if kind == "assignment":
                pages[document] |= _of_concept(found, str(shape.row(rows[0].values)["concept"]))
    return pages


def _of_concept(found: ReadableRows, concept: str) -> set[int]:
    return set(found.pages["concept"][concept,])


@dataclass(frozen=True)
class Base:
    """A sound project and what is expected of copies of it. ``provable``: tables of which a file of its schema can show
    that a row is another; before the checksums nothing vouches for the journal, and for what no operation wrote.
    """

    name: str
    content: bytes
    documents: dict[str, Any]
    pages: dict[str, set[int]]
    rows: Rows
    provable: frozenset[str]


@dataclass
class Outcome:
    """What came of one copy. ``problem``: why it is a find; ``counts``: by column of the table."""

    problem: str | None = None
    counts: Counter[str] = field(default_factory=Counter[str])


class Copies:
    """The sound projects, and what is expected of each damaged copy of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # Also in processes of their own: one that forks must not have opened a project (``forked``).
        self.bases = [
            self._apart(lambda: self._base("today", make)),
            self._apart(lambda: self._base("first schema", lambda path: shutil.copyfile(_FIRST, path))),
        ]

    def damaged(self, number: int, seed: int) -> tuple[str, Base, bytes]:
        """How a copy was damaged, what it is a copy of, and the copy."""
        draw = Random(f"{seed} {number}")
        base = self.bases[number % len(self.bases)]
        name = draw.choice(list(DAMAGES))
        content = bytearray(base.content)
        while content == base.content:  # a page may be copied over one that is alike
            DAMAGES[name](content, draw)
        return name, base, bytes(content)

    def tried(self, base: Base, content: bytes) -> Outcome:
        """What comes of a copy, in a process of its own."""
        try:
            return self._apart(lambda: self.outcome(base, content))
        except ChildProcessError as error:
            return Outcome(str(error))

    def outcome(self, base: Base, content: bytes) -> Outcome:
        """What comes of a copy."""
        outcome = Outcome()
        damaged, target = self._folder / "damaged.qarar", self._folder / "recovered.qarar"
        self._remove(damaged, target)
        damaged.write_bytes(content)
        try:
            outcome.problem = self._looked_over(outcome, base, damaged) or self._recovered(
                outcome, base, damaged, target
            )
        except UserError as refusal:
            outcome.problem = f"refused: {refusal}"
        except Exception:
            outcome.problem = traceback.format_exc()
        return outcome

    def _looked_over(self, outcome: Outcome, base: Base, damaged: Path) -> str | None:
        """What ``check`` says, and whether it is right in calling a copy sound."""
        try:
            Project.open(damaged, None).close()
        except UserError as refusal:
            outcome.counts["refused at opening"] += 1
            status, said = _checked(damaged)
            if status != 1 or said.strip() != str(refusal) or len(said.splitlines()) != 1:
                return f"check says of what is refused ({refusal}): {said}"
            return None
        status, said = _checked(damaged)
        if status == 1 and said:
            outcome.counts["told unsound"] += 1
            return None
        if status != 0:
            return f"check ended with status {status}: {said}"
        try:
            found = rows_of(damaged, list(base.rows))
        except sqlite3.Error as error:
            return f"check calls sound what SQLite cannot read: {error}"
        others = [table for table, rows in base.rows.items() if found[table] != rows]
        if not others:
            outcome.counts["sound and equal"] += 1
        elif base.provable.isdisjoint(others):
            outcome.counts["sound, unseen"] += 1
        else:
            return f"check calls sound what has other rows in {', '.join(others)}"
        return None

    def _recovered(self, outcome: Outcome, base: Base, damaged: Path, target: Path) -> str | None:
        """What is recovered, and whether that is sound and as it was."""
        content = damaged.read_bytes()
        report = recover(damaged, target, "أمل")
        if damaged.read_bytes() != content:
            return "the damaged file was written to"
        outcome.counts.update(document.state for document in report.documents)
        status, said = _checked(target)
        if status != 0:
            return f"what was recovered is not sound: {said}"
        return _difference(base, content, documents_of(target), report)

    def _base(self, name: str, write: Callable[[Path], Any]) -> Base:
        path = self._folder / f"{name}.qarar"
        write(path)
        content = path.read_bytes()
        with contextlib.closing(sqlite3.connect(path)) as connection:
            present = {str(row[0]) for row in connection.execute("SELECT name FROM sqlite_schema")}
        tables = [table for table in Shapes().tables if table in present]
        provable = set(tables)
        if "baseline" not in present:
            provable &= {"text", *(set(JOURNALLED) - {"project", "vocabulary", "label", "layer"})}
        base = Base(name, content, documents_of(path), pages_of(content), rows_of(path, tables), frozenset(provable))
        assert base.pages.keys() >= base.documents.keys()
        return base

    def _apart(self, work: Callable[[], T]) -> T:
        """What ``work`` gives, done in a process of its own. Raises ``ChildProcessError`` where that ends badly."""
        given, said = self._folder / "given", self._folder / "said"
        for each in (given, said):
            each.unlink(missing_ok=True)

        def limited() -> None:
            signal.setitimer(signal.ITIMER_PROF, _LONGEST)
            given.write_bytes(pickle.dumps(work()))

        status = forked.done(limited, said)
        if status in (-signal.SIGPROF, -signal.SIGALRM):
            raise ChildProcessError("it hangs")
        if status != 0:
            raise ChildProcessError(f"it ended with status {status}: {said.read_text('utf-8', 'replace')[-3000:]}")
        found: T = pickle.loads(given.read_bytes())
        return found

    def _remove(self, *paths: Path) -> None:
        for path in paths:
            for suffix in ("", "-wal", "-shm"):
                Path(f"{path}{suffix}").unlink(missing_ok=True)


def _difference(base: Base, content: bytes, recovered: dict[str, Any], report: RecoveryReport) -> str | None:
    touched = {
        number
        for number in range(1, len(base.content) // PAGE + 1)
        if content[(number - 1) * PAGE : number * PAGE] != base.content[(number - 1) * PAGE : number * PAGE]
    }
    for document, expected in base.documents.items():
        if touched.isdisjoint(base.pages[document]) and recovered.get(document) != expected:
            return f"document {document} is {'another' if document in recovered else 'lost'}"
    for document in report.of("whole"):
        if recovered.get(document.id) != base.documents.get(document.id):
            return f"document {document.id} is called whole and is another"
    return None


def _checked(path: Path) -> tuple[int, str]:
    """The exit status of ``check`` and what it says of what is wrong."""
    said, wrong = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(wrong):
        status = cli.main(["check", str(path)])
    return status, wrong.getvalue()


def run(count: int, seed: int, finds: Path) -> tuple[int, int]:
    """Try that many copies; gives how many were tried and how many came out well. Finds are kept in a folder."""
    table = tabulate(count, seed, finds)
    return sum(counts["tried"] for counts in table.values()), sum(counts["well"] for counts in table.values())


def tabulate(count: int, seed: int, finds: Path) -> dict[tuple[str, str], Counter[str]]:
    """The same, and more, by what was damaged and how."""
    table: dict[tuple[str, str], Counter[str]] = {}
    with tempfile.TemporaryDirectory(dir=_MEMORY if os.access(_MEMORY, os.W_OK) else None) as folder:
        copies = Copies(Path(folder))
        for number in range(count):
            if number and number % 100 == 0:
                sys.stderr.write(f"{number} of {count} tried\n")
            name, base, content = copies.damaged(number, seed)
            outcome = copies.tried(base, content)
            counts = table.setdefault((base.name, name), Counter())
            counts.update(outcome.counts)
            counts["tried"] += 1
            if outcome.problem is None:
                counts["well"] += 1
                continue
            finds.mkdir(parents=True, exist_ok=True)
            (finds / f"copy-{seed}-{number}.qarar").write_bytes(content)
            (finds / f"copy-{seed}-{number}.sound").write_bytes(base.content)
            (finds / f"copy-{seed}-{number}.trace").write_text(f"{base.name}, {name}: {outcome.problem}\n", "utf-8")
    return dict(sorted(table.items()))


def as_markdown(table: dict[tuple[str, str], Counter[str]]) -> str:
    """The rows of the table, one for each kind of damage, and their sums."""
    columns = (*_COLUMNS, *_STATES)
    lines = [f"| project | damage | {' | '.join(columns)} |", f"| --- | --- |{' --: |' * len(columns)}"]
    sums: dict[str, Counter[str]] = {}
    for (base, name), counts in table.items():
        lines.append(f"| {base} | {name} | {' | '.join(f'{counts[column]:,}' for column in columns)} |")
        for each in (base, "all"):
            sums.setdefault(each, Counter()).update(counts)
    for base in (*(base for base in sums if base != "all"), "all"):
        lines.append(f"| {base} | all | {' | '.join(f'{sums[base][column]:,}' for column in columns)} |")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Try copies and print a table; exit status 1 where there was a find."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--finds", type=Path, default=Path(tempfile.gettempdir()) / "finds-of-damaged-copies")
    options = parser.parse_args(arguments)
    table = tabulate(options.count, options.seed, options.finds)
    sys.stdout.write(f"{as_markdown(table)}\n")
    return 0 if all(counts["tried"] == counts["well"] for counts in table.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
