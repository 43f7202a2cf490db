"""Harnesses that are modules of their own, called again and again, each time with a new seed, in a process of its own,
by ``run(count, seed, finds)``.
"""

import importlib
import json
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tests.faults import forked
from tests.faults.case import Task

Row = tuple[str, int, int]  # name, tried, survived


def batches(module: str, size: int, *, timed: bool = False) -> Callable[[Task], None]:
    """A harness that calls such a module with ``size`` at a time. ``run`` gives rows of name, tried, survived, or tried
    and survived alone. Where it is ``timed`` it is also given when it must end, by the monotonic clock: such a batch
    takes so long that the time of the harness would be over within it.
    """
    return partial(_work, module, size, timed)


def _work(module: str, size: int, timed: bool, task: Task) -> None:
    name = module.rpartition(".")[2]
    said, found = task.folder / "said", task.folder / "found.json"
    done = number = 0
    while done < task.count and not task.is_over:
        count, seed = int(min(size, task.count - done)), task.seed + number

        def work(count: int = count, seed: int = seed) -> None:
            os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = str(task.folder)  # settings of nobody
            until = {"ends": task.ends} if timed else {}
            rows = rows_of(importlib.import_module(module).run(count, seed, task.finds, **until))
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
