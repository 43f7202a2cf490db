"""Victims that do not survive: what the harnesses must find."""

import os
from pathlib import Path

from tests.faults.case import Case, Tell, Victim

OLD, NEW = b"old" * 1000, b"new" * 1000


def _prepare(at: Path) -> dict[str, object]:
    (at / "file").write_bytes(OLD)
    return {}


def _overwrite(case: Case, tell: Tell) -> None:
    """Write over a file, piece by piece and unsynced, and say that it is done."""
    with (case.at / "file").open("r+b", buffering=0) as file:
        for start in range(0, len(NEW), 500):
            file.write(NEW[start : start + 500])
    tell("done")


def _replace(case: Case, tell: Tell) -> None:
    """Have another file take its place, which is not synced."""
    (case.at / "other").write_bytes(NEW)
    os.replace(case.at / "other", case.at / "file")
    tell("done")


def _judge(case: Case) -> None:
    content = (case.at / "file").read_bytes()
    assert content == NEW or (content == OLD and "done" not in case.told), "half of it"


VICTIMS = (Victim("overwrite", _prepare, _overwrite, _judge), Victim("replace", _prepare, _replace, _judge))
