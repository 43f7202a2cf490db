"""Copies of a project, damaged in every way that disks and hands damage files, and what is recovered of them.

    python -m tests.faults.damaged_copies --count 1000 --seed 1 [--finds FOLDER]

A copy follows from the seed and its number alone. A find is a copy of which no sound project is recovered; of which a
document that lies on untouched pages does not come back as it was; or which ``check`` calls sound although it exports
something else.
"""

import argparse
import contextlib
import io
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from model import cli
from model.annotation import documents
from model.annotation import spans as marks
from model.formats import project_items, project_json
from model.project import Project
from model.recovery.recovering import recover
from model.refusal import Refusal
from model.storage.pages import Pages
from model.storage.salvage import Salvaged, salvage
from model.storage.shapes import Shapes
from tests.model.formats.projects import annotated
from tests.model.resolutions import resolution

PAGE = 4096  # bytes
_DOCUMENTS = 8
_Damage = Callable[[bytearray, Random], None]


def make(path: Path) -> None:
    """A small project in which something of everything was done, undone and deleted."""
    with Project.create(path, "أمل") as project:
        annotated(project)
        for number in range(_DOCUMENTS):
            gold = resolution(number)
            with project.operation("import") as writing:
                document = documents.add(writing, gold.name, gold.text)
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
            documents.remove(writing, project.document_ids()[-1])


def documents_of(path: Path) -> dict[str, Any]:
    """Every document of a project by id, as project JSON has it."""
    with Project.open(path, None) as project:
        return {
            document: project_items.document_json(project_items.document_item(project.tables, document))
            for document in project.document_ids()
        }


def pages_of(content: bytes) -> dict[str, set[int]]:
    """The pages on which each document stands: its row and text, and all that was annotated in it."""
    shapes = Shapes()
    found = salvage(Pages(content), shapes)
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


def _of_concept(found: Salvaged, concept: str) -> set[int]:
    return set(found.pages["concept"][concept,])


def _flip(content: bytearray, draw: Random) -> None:
    for _ in range(draw.randrange(1, 9)):
        content[draw.randrange(len(content))] ^= 1 << draw.randrange(8)


def _zero(content: bytearray, draw: Random) -> None:
    for _ in range(draw.randrange(1, 5)):
        _put(content, draw, bytes(PAGE))


def _noise(content: bytearray, draw: Random) -> None:
    for _ in range(draw.randrange(1, 4)):
        _put(content, draw, draw.randbytes(PAGE))


def _copy(content: bytearray, draw: Random) -> None:
    for _ in range(draw.randrange(1, 3)):
        start = PAGE * draw.randrange(len(content) // PAGE)
        _put(content, draw, bytes(content[start : start + PAGE]))


def _swap(content: bytearray, draw: Random) -> None:
    one, other = (PAGE * number for number in draw.sample(range(len(content) // PAGE), 2))
    content[one : one + PAGE], content[other : other + PAGE] = (
        content[other : other + PAGE],
        content[one : one + PAGE],
    )


def _cut(content: bytearray, draw: Random) -> None:
    del content[draw.randrange(len(content) // 4, len(content)) :]


def _behead(content: bytearray, draw: Random) -> None:
    size = draw.choice((16, 100, PAGE))
    content[:size] = draw.choice((bytes(size), draw.randbytes(size)))


def _put(content: bytearray, draw: Random, page: bytes) -> None:
    start = PAGE * draw.randrange(len(content) // PAGE)
    content[start : start + PAGE] = page


DAMAGES: dict[str, _Damage] = {
    "bytes flipped": _flip,
    "pages zeroed": _zero,
    "pages of noise": _noise,
    "pages of others": _copy,
    "pages swapped": _swap,
    "cut off": _cut,
    "header gone": _behead,
}


class Copies:
    """The sound project, and what is expected of each damaged copy of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.sound = folder / "sound.qarar"
        make(self.sound)
        self.content = self.sound.read_bytes()
        self._documents = documents_of(self.sound)
        self._pages = pages_of(self.content)
        self._exported = self._export(self.sound)
        assert self._pages.keys() >= self._documents.keys()

    def damaged(self, number: int, seed: int) -> tuple[str, bytes]:
        """A damaged copy, and how it was damaged."""
        draw = Random(f"{seed} {number}")
        name = draw.choice(list(DAMAGES))
        content = bytearray(self.content)
        DAMAGES[name](content, draw)
        return name, bytes(content)

    def problem(self, content: bytes) -> str | None:
        """What went wrong with a copy; nothing where all went well."""
        damaged, target = self._folder / "damaged.qarar", self._folder / "recovered.qarar"
        self._remove(damaged, target)
        damaged.write_bytes(content)
        recover(damaged, target, "أمل")
        if damaged.read_bytes() != content:
            return "the damaged file was written to"
        status, said = _checked(target)
        if status != 0:
            return f"what was recovered is not sound: {said}"
        recovered = documents_of(target)
        touched = {
            number
            for number in range(1, len(self.content) // PAGE + 1)
            if content[(number - 1) * PAGE : number * PAGE] != self.content[(number - 1) * PAGE : number * PAGE]
        }
        for document, expected in self._documents.items():
            if touched.isdisjoint(self._pages[document]) and recovered.get(document) != expected:
                return f"document {document} is {'another' if document in recovered else 'lost'}"
        if content != self.content and _checked(damaged)[0] == 0 and self._export(damaged) != self._exported:
            return "check calls sound what exports something else"
        return None

    def _export(self, path: Path) -> bytes:
        target = self._folder / "exported.json"
        with Project.open(path, None) as project:
            project_json.write(project, target)
        return target.read_bytes()

    def _remove(self, *paths: Path) -> None:
        for path in paths:
            for suffix in ("", "-wal", "-shm"):
                Path(f"{path}{suffix}").unlink(missing_ok=True)


def _checked(path: Path) -> tuple[int, str]:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        status = cli.main(["check", str(path)])
    return status, said.getvalue()[-500:]


def run(count: int, seed: int, finds: Path) -> tuple[int, int]:
    """Try that many copies; gives how many were tried and how many came out well. Finds are kept in a folder."""
    table = tabulate(count, seed, finds)
    return sum(tried for tried, _ in table.values()), sum(well for _, well in table.values())


def tabulate(count: int, seed: int, finds: Path) -> dict[str, tuple[int, int]]:
    """The same by how the copies were damaged."""
    tried: Counter[str] = Counter()
    well: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        copies = Copies(Path(folder))
        for number in range(count):
            name, content = copies.damaged(number, seed)
            tried[name] += 1
            try:
                problem = copies.problem(content)
            except Refusal as refusal:
                problem = f"refused: {refusal}"
            except Exception:
                problem = traceback.format_exc()
            if problem is None:
                well[name] += 1
                continue
            finds.mkdir(parents=True, exist_ok=True)
            (finds / f"copy-{seed}-{number}.qarar").write_bytes(content)
            (finds / f"copy-{seed}-{number}.trace").write_text(f"{name}: {problem}\n", "utf-8")
    return {name: (tried[name], well[name]) for name in DAMAGES if tried[name]}


def main(arguments: list[str]) -> int:
    """Try copies and print a table; exit status 1 where there was a find."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--finds", type=Path, default=Path(tempfile.gettempdir()) / "finds-of-damaged-copies")
    options = parser.parse_args(arguments)
    table = tabulate(options.count, options.seed, options.finds)
    for name, (tried, well) in table.items():
        sys.stdout.write(f"{name:16} {tried:6} tried {well:6} well\n")
    tried, well = (sum(column) for column in zip(*table.values(), strict=True))
    sys.stdout.write(f"{'all':16} {tried:6} tried {well:6} well\n")
    return 0 if tried == well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
