"""Harnesses that are modules of their own, called again and again, each time with a new seed, in a process of its own:
by ``run(count, seed, finds)``, or as a program.
"""

import importlib
import json
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tests.faults import forked
from tests.faults.case import Task

Row = tuple[str, int, int]  # name, tried, survived


def batches(module: str, size: int) -> Callable[[Task], None]:
    """A harness that calls such a module with ``size`` at a time. ``run`` gives rows of name, tried, survived, or tried
    and survived alone.
    """
    return partial(_work, module, partial(_run, module), size)


def program(module: str, count: str, size: int) -> Callable[[Task], None]:
    """A harness that is a program: ``count`` is the option that says how much it is to try. All of that has survived
    where its exit status is 0.
    """

    def run(tried: int, seed: int, finds: Path) -> tuple[int, int]:
        command = [sys.executable, "-P", "-m", module, count, str(tried), "--seed", str(seed)]
        subprocess.run(command, check=True)
        return tried, tried

    return partial(_work, module, run, size)


def _run(module: str, *given: Any) -> Any:
    return importlib.import_module(module).run(*given)


def _work(module: str, run: Callable[[int, int, Path], Any], size: int, task: Task) -> None:
    name = module.rpartition(".")[2]
    said, found = task.folder / "said", task.folder / "found.json"
    done = number = 0
    while done < task.count and not task.is_over:
        count, seed = int(min(size, task.count - done)), task.seed + number

        def work(count: int = count, seed: int = seed) -> None:
            rows = rows_of(run(count, seed, task.finds))
            found.write_text(json.dumps(rows), "utf-8")

        found.unlink(missing_ok=True)
        said.unlink(missing_ok=True)
        status = forked.done(work, said, longest=0)
        if status != 0:
            task.tally.count(f"{name}: runs", _kept(said, task.finds, f"{name}-seed-{seed}-status-{status}"))
        else:
            for row, tried, survived in json.loads(found.read_text("utf-8")):
                task.tally.add(f"{name}: {row}" if row else name, tried, survived)
                if survived < tried:
                    task.tally.finds.append(f"{name} {row}, seed {seed}: {tried - survived}, in {task.finds}")
        done += count
        number += 1


def rows_of(given: Any) -> list[Row]:
    """What ``run`` gave, as rows."""
    return [("", *given)] if isinstance(given, tuple) else list(given)


def _kept(said: Path, finds: Path, name: str) -> Path:
    """Keep what was said before it ended."""
    finds.mkdir(parents=True, exist_ok=True)
    place = finds / f"{name}.txt"
    place.write_bytes(said.read_bytes())
    return place
