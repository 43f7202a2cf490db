"""Documents a second in and out, beside bare sqlite3 and orjson doing the least that could be done with the same data.

python tests/bench/bench_formats.py ../shared/corpus
"""

import json
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import orjson

sys.path.insert(0, str(Path(__file__).parents[2]))

from model.formats import dataset_jsonl, project_json, resolution_text
from model.formats.importing import import_sources
from model.project import Project


def timed(name: str, documents: int, work: Callable[[], object]) -> None:
    """Run once and print seconds and documents a second."""
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    print(f"{name:58} {seconds:7.2f} s {documents / seconds:9,.0f} documents a second")


def main(corpus: Path) -> None:
    """Import and export the corpus, each beside its limit."""
    folder = Path(tempfile.mkdtemp(prefix="qarar-bench-"))
    sources = [corpus / "texts", corpus / "seed"]
    paths = sorted(path for source in sources for path in source.rglob("*.txt"))
    count = len(paths)

    def bare_insert() -> None:
        connection = sqlite3.connect(folder / "bare.db")
        connection.execute("CREATE TABLE text (name TEXT PRIMARY KEY, body TEXT)")
        with connection:
            connection.executemany(
                "INSERT INTO text VALUES (?, ?)", ((path.stem, path.read_text("utf-8")) for path in paths)
            )
        connection.close()

    with Project.create(folder / "p.qarar", "Bench") as project:
        timed("read and insert, bare sqlite3, no metadata, no history", count, bare_insert)
        timed("import resolution texts", count, lambda: import_sources(project, sources))
        timed("import clauses", count, lambda: import_sources(project, [], clauses=corpus / "gold"))
        timed("export resolution-text", count, lambda: resolution_text.write(project, folder / "out"))
        timed("export project-json", count, lambda: project_json.write(project, folder / "p.json"))
        timed("export dataset-jsonl", count, lambda: dataset_jsonl.write(project, folder / "d.jsonl"))
        timed("undo and redo of the clauses", count, lambda: (project.undo(), project.redo()))
    loaded = [orjson.loads(line) for line in (folder / "d.jsonl").read_bytes().splitlines()]
    timed("  the same dataset: orjson.dumps alone", count, lambda: [orjson.dumps(line) for line in loaded])
    timed(
        "  the same dataset: json.dumps alone", count, lambda: [json.dumps(line, ensure_ascii=False) for line in loaded]
    )
    with Project.create(folder / "again.qarar", "Bench") as project:
        timed("import project-json", count, lambda: import_sources(project, [folder / "p.json"]))
    for path in (folder / "p.qarar", folder / "p.json", folder / "d.jsonl"):
        print(f"{path.name:58} {path.stat().st_size / 1e6:7.1f} MB")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
