"""What grows with the number of documents: starting, importing, exporting, the list, finding, memory.

Started by ``script/bench`` after what one document takes. Three sizes; the documents of the largest are cut at 4,000
characters, or making them would take longer than everything else together. Whole processes are timed where starting or
memory is meant: their modules, their first window and their own peak belong to what a person waits for.
"""

import gc
import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.figures import Figure
from tests.bench.generator import Corpus
from tests.bench.many_documents import make, write_files

ROOT = Path(__file__).resolve().parents[2]
SIZES: tuple[tuple[int, int | None], ...] = ((100, None), (1_242, None), (20_000, 4_000))
QUERIES = (("تقرر", True), ("الأمم المتحدة", True), ("اقتصاد", False), ("الم", False), ("59/187", True))
STARTS, FINDS, KEYSTROKES = 7, 5, 7
FIRST_HITS = 100
# The rows of an import in an order in which each names only what is there.
_TABLES = (
    *("annotator", "concept", "concept_label", "text", "document", "assignment", "operation", "change", "folded_text"),
    *("folded_word", "span", "feature"),
)


def named(count: int, longest: int | None) -> str:
    """A size in words."""
    return f"{count:,} documents" + ("" if longest is None else f" of {longest:,} characters")


def bare_import(project: Path, target: Path) -> float:
    """Milliseconds to insert a project's rows into an empty one with ``sqlite3`` alone, in one transaction.

    Its rows are read beforehand, part by part, and the words of the index are made beforehand too.
    """
    from model.project import Project
    from model.storage.folded_texts import words_of

    Project.create(target, "Bench").close()
    source = sqlite3.connect(project)
    into = sqlite3.connect(target, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL"):
        into.execute(f"PRAGMA {pragma}")
    spent = 0.0

    def insert(sql: str, rows: Iterator[Sequence[object]]) -> None:
        nonlocal spent
        while part := list(islice(rows, 500)):
            begun = perf_counter()
            into.executemany(sql, part)
            spent += perf_counter() - begun

    into.execute("BEGIN IMMEDIATE")
    for table in _TABLES:
        columns = len(source.execute(f"PRAGMA table_info({table})").fetchall())
        places = ", ".join("?" * columns)
        insert(f"INSERT OR IGNORE INTO {table} VALUES ({places})", source.execute(f"SELECT * FROM {table}"))
    words = ((row[0], " ".join(words_of(row[1]))) for row in source.execute("SELECT id, body FROM folded_text"))
    insert("INSERT INTO folded_index (rowid, words) VALUES (?, ?)", words)
    begun = perf_counter()
    into.execute("COMMIT")
    spent += perf_counter() - begun
    source.close()
    into.close()
    return spent * 1000


def bare_export(project: Path, target: Path) -> float:
    """Milliseconds to select what a dataset is made of, document by document, and have orjson write it."""
    import orjson

    connection = sqlite3.connect(project)
    connection.row_factory = sqlite3.Row
    begun = perf_counter()
    with target.open("wb") as file:
        for row in connection.execute(
            "SELECT document.*, body FROM document JOIN text ON sha256 = text_sha256 ORDER BY order_key, name_key"
        ):
            whole: dict[str, object] = dict(row)
            for table in ("span", "feature", "assignment", "evidence", "progress"):
                found = connection.execute(f"SELECT * FROM {table} WHERE document = ?", (row["id"],))
                whole[table] = [dict(each) for each in found]
            file.write(orjson.dumps(whole, option=orjson.OPT_APPEND_NEWLINE))
        file.flush()
        os.fsync(file.fileno())
    spent = perf_counter() - begun
    connection.close()
    return spent * 1000


def process(*arguments: str) -> tuple[float, float]:
    """Run ``tests.bench.own_process``; the two figures that it prints."""
    command = [sys.executable, "-m", "tests.bench.own_process", *arguments]
    environment = dict(os.environ)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # with it every start would compile all modules anew
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    first, second = json.loads(done.stdout)
    return first, second


class Measuring:
    """One run."""

    def __init__(self, application, folder: Path, corpus: Corpus, say) -> None:
        self._application = application
        self._folder = folder
        self._corpus = corpus
        self._say = say
        self.figures: list[Figure] = []

    def add(self, name: str, size: str, value: float, unit: str, limit: float, target: float, n: int, of: str) -> None:
        self.figures.append(Figure(name, size, value, unit, limit, target, n, of))
        self._say(f"{name}, {size}: {value:,.1f} {unit}")

    def all(self, sizes: Sequence[tuple[int, int | None]] = SIZES) -> list[Figure]:
        """All figures, size by size."""
        for count, longest in sizes:
            size = named(count, longest)
            folder = self._folder / str(count)
            self._say(f"writing {size}")
            texts, gold = write_files(folder, self._corpus, count, longest)
            self._import(folder, texts, size)
            project = folder / "project.qarar"
            make(project, texts, gold)
            self._start(project, size)
            self._export(project, size)
            self._find(project, size, 100.0 if count <= 1_242 else 300.0)
            self._list(project, size)
        return self.figures

    def _import(self, folder: Path, texts: Path, size: str) -> None:
        from model.formats.importing import import_sources
        from model.project import Project

        path = folder / "imported.qarar"
        with Project.create(path, "Bench") as project:
            gc.collect()
            begun = perf_counter()
            import_sources(project, [texts])
            spent = (perf_counter() - begun) * 1000
        limit = bare_import(path, folder / "bare.qarar")
        of = "inserting the same rows, folded texts and index too, with sqlite3 in one transaction"
        self.add("import", size, spent, "ms", limit, limit / 0.4, 1, of)
        for name in ("imported.qarar", "bare.qarar"):
            (folder / name).unlink()

    def _start(self, project: Path, size: str) -> None:
        runs: dict[str, list[tuple[float, float]]] = {"": [], str(project): []}
        process("started", str(project), repr(time.time()))  # what is compiled at the first start
        for _ in range(STARTS):
            for path, found in runs.items():  # one after the other, so that both have the same weather
                found.append(process("started", path, repr(time.time())))
        (bare, bare_memory), (window, memory) = (
            (median(each[0] for each in found) * 1000, median(each[1] for each in found)) for found in runs.values()
        )
        of = "the same of a process that shows an empty QMainWindow"
        self.add("start of the process to the window", size, window, "ms", bare, 4 * bare, STARTS, of)
        self.add("memory of the window", size, memory, "MB", bare_memory, 300.0, STARTS, of)

    def _export(self, project: Path, size: str) -> None:
        from model.formats import dataset_jsonl
        from model.project import Project

        target = project.with_name("out.jsonl")
        found: list[float] = []
        limits: list[float] = []
        for _ in range(3):
            with Project.open(project, None) as opened:
                begun = perf_counter()
                dataset_jsonl.write(opened, target)
                found.append((perf_counter() - begun) * 1000)
            limits.append(bare_export(project, target))
        limit = median(limits)
        of = "selecting the same rows with sqlite3, writing them with orjson"
        self.add("export of a dataset", size, median(found), "ms", limit, limit / 0.4, 3, of)
        memory = process("exported", str(project), str(target))[1]
        of = "the same of the smallest project: memory is to stay flat"
        smallest = next((each.value for each in self.figures if each.name == "memory of the export"), memory)
        self.add("memory of the export", size, memory, "MB", smallest, 1.5 * smallest, 1, of)
        target.unlink()

    def _find(self, project: Path, size: str, target: float) -> None:
        from model.project import Project
        from model.search.query import Query

        with Project.open(project, None) as opened:
            for text, whole_words in QUERIES:
                query = Query(text, whole_words=whole_words)
                found: list[float] = []
                limits: list[float] = []
                for _ in range(FINDS):
                    begun = perf_counter()
                    opened.count_documents_with(query)
                    hits, documents = 0, []
                    for each in opened.find(query):
                        hits += len(each.hits)
                        documents.append(each.document)
                        if hits >= FIRST_HITS:
                            break
                    found.append((perf_counter() - begun) * 1000)
                    begun = perf_counter()
                    for document in documents:
                        opened.text(document)
                    limits.append((perf_counter() - begun) * 1000)
                of = "reading the texts of the documents in which the first 100 hits stand"
                name = f"find {'the words' if whole_words else 'the piece'} {text}"
                self.add(name, size, median(found), "ms", max(median(limits), 0.001), target, FINDS, of)

    def _list(self, project: Path, size: str) -> None:
        from tests.bench.opened_window import ListedWindow

        window = ListedWindow(self._application, project.parent, project)
        try:
            of = "painting the list once more"
            limit = median(window.painted() for _ in range(KEYSTROKES))
            for name, found in (
                ("list of documents, a keystroke in its filter", window.keystrokes(KEYSTROKES)),
                ("list of documents, sorted by a column", window.sorts(KEYSTROKES)),
            ):
                self.add(name, size, max(found), "ms", limit, 30.0, len(found), of)
        finally:
            window.close()
