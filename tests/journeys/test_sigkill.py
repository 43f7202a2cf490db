"""The process is killed at random moments: no acknowledged edit may be lost, the file is sound, undo works."""

import random
import subprocess
import sys
import time
from pathlib import Path

from model.checking import soundness
from model.formats.importing import import_sources
from model.project import Project

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "resources" / "samples"
EDITS = 200


def edit_and_kill(path: Path, seed: int, wanted: int, chance: random.Random) -> list[list[str]]:
    """Start the editing program, kill it a moment after its ``wanted``-th edit; gives what it had acknowledged."""
    arguments = [sys.executable, "-m", "tests.journeys.scripted_edits", str(path), str(seed)]
    process = subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    seen = [process.stdout.readline() for _ in range(wanted)]
    time.sleep(chance.random() * 0.004)  # anywhere in the next edit or two
    process.kill()
    rest = process.stdout.read()
    process.wait()
    process.stdout.close()
    return [line.split() for line in [*seen, *rest.splitlines(keepends=True)] if line.endswith("\n")]


def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "p.qarar"
    with Project.create(path, "Amal") as project:
        import_sources(project, [SAMPLES], clauses=SAMPLES)
    chance = random.Random(7)
    acknowledged = 0
    kills = 0
    while acknowledged < EDITS:
        lines = edit_and_kill(path, kills, chance.randint(1, 12), chance)
        acknowledged += len(lines)
        kills += 1
        with Project.open(path, "Badr") as project:
            known = {record.id: record for record in project.history(10_000)}
            assert all(line[0] in known for line in lines)
            newest = project.history(1)[0]
            if newest.id == lines[-1][0]:
                counts = project.counts()
                assert [counts.spans, counts.assignments, counts.documents] == [int(count) for count in lines[-1][1:]]
            else:  # one more was committed and not yet told
                assert project.history(2)[1].id == lines[-1][0]
            assert project.integrity_problems() == []
            assert list(soundness.problems(project.tables)) == []
    assert kills >= 10
    with Project.open(path, "Badr") as project:
        steps = 0
        while project.undoable() is not None:
            project.undo()
            steps += 1
        counts = project.counts()
        assert (counts.documents, counts.spans, counts.assignments) == (0, 0, 0)
        for _ in range(steps):
            project.redo()
        assert list(soundness.problems(project.tables)) == []
