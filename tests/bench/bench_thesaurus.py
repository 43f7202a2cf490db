"""How long a thesaurus takes to come in.

python -m tests.bench.bench_thesaurus FILE [FOLDER]

``FOLDER`` has resolutions, which are imported first, so that terms of theirs become concepts. Nothing is judged.
"""

import sys
import tempfile
import time
from pathlib import Path

from model.formats.importing import import_sources
from model.formats.thesaurus_file import read_thesaurus
from model.project import Project
from model.vocabulary import edition


def main(file: Path, folder: Path | None) -> None:
    """Print what each part takes, in seconds."""
    with tempfile.TemporaryDirectory() as place, Project.create(Path(place) / "p.qarar", "Bench") as project:
        if folder is not None:
            import_sources(project, [folder])
        started = time.perf_counter()

        def told(what: str) -> None:
            nonlocal started
            now = time.perf_counter()
            print(f"{what:28} {now - started:6.2f} s")
            started = time.perf_counter()

        thesaurus = read_thesaurus(file)
        told(f"read {len(thesaurus.concepts):,} concepts")
        for what in ("bring in", "bring in again"):
            with project.operation(edition.OPERATION) as writing:
                report = edition.bring_in(writing, thesaurus)
            told(what)
        print(f"{len(report.unmatched):,} terms stay free")
        project.undo()
        told("undo")
        project.redo()
        told("redo")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
