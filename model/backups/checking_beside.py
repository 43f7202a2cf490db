"""Checking a copy in a process beside: it takes seconds of the processor, for which a window must not stand still.

A request is ``{"copy": path, "newest": operation or null}``, an answer ``{"refused": refusal or null, "problems":
[refusal…]}``.
"""

import contextlib
import dataclasses
import io
import os
import subprocess
from pathlib import Path
from typing import BinaryIO

from model import isolated
from model.backups.making import check_copy
from model.project import OperationRecord
from model.refusal import Refusal
from model.watching import Watcher

PAUSE = 0.2  # seconds between two looks at whether it is still wanted


def check_beside(copy: Path, newest: OperationRecord | None, watch: Watcher) -> tuple[Refusal, ...]:
    """What ``making.check_copy`` does and gives, in a process of its own; where none can be had, here."""
    # Where somebody has ended it, too.
    with contextlib.suppress(OSError, EOFError, isolated.Garbled):
        if isolated.available():
            return _checked(copy, newest, watch)
    return check_copy(copy, newest, watch)


def _checked(copy: Path, newest: OperationRecord | None, watch: Watcher) -> tuple[Refusal, ...]:
    request = io.BytesIO()
    operation = newest and dataclasses.asdict(newest)
    isolated.send(request, {"copy": os.path.abspath(copy), "newest": operation})
    question: bytes | None = request.getvalue()
    with isolated.process(__name__) as process:
        while True:
            watch(0, 0)
            try:
                answer, _ = process.communicate(question, timeout=PAUSE)
                break
            except subprocess.TimeoutExpired:
                question = None  # it has been handed over
    found = isolated.fields(isolated.receive(io.BytesIO(answer)), "refused", "problems")
    if found["refused"] is not None:
        raise isolated.refusal(found["refused"], copy)
    return tuple(isolated.refusal(each, copy) for each in isolated.items(found["problems"]))


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """In the process beside: check the copy that is asked about, after whatever else the machine has to do."""
    isolated.ignore_interrupts()
    if hasattr(os, "nice"):
        os.nice(10)
    request = isolated.fields(isolated.receive(requests), "copy", "newest")
    copy, newest = Path(isolated.text(request["copy"])), isolated.optional(_operation, request["newest"])
    try:
        found, refused = check_copy(copy, newest), None
    except Refusal as refusal:
        found, refused = (), isolated.refusal_json(refusal, copy)
    isolated.send(answers, {"refused": refused, "problems": [isolated.refusal_json(each, copy) for each in found]})


def _operation(value: object) -> OperationRecord:
    found = isolated.fields(value, *OperationRecord.__slots__)
    kind = isolated.text(found["kind"])
    if kind not in ("do", "undo", "redo"):
        isolated.garbled("no kind of operation")
    return OperationRecord(
        isolated.whole(found["sequence"]),
        isolated.text(found["id"]),
        isolated.text(found["name"]),
        kind,
        isolated.optional(isolated.text, found["target"]),
        isolated.text(found["annotator"]),
        isolated.text(found["time"]),
    )
