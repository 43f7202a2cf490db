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

from model import worker_process
from model.backups.making import check_copy
from model.errors import UserError
from model.progress import ProgressCallback
from model.project import OperationRecord

PAUSE = 0.2  # seconds between two looks at whether it is still wanted


def check_beside(copy: Path, newest: OperationRecord | None, on_progress: ProgressCallback) -> tuple[UserError, ...]:
    """What ``making.check_copy`` does and gives, in a process of its own; where none can be had, here."""
    # Where somebody has ended it, too.
    with contextlib.suppress(OSError, EOFError, worker_process.Garbled):
        if worker_process.available():
            return _checked(copy, newest, on_progress)
    return check_copy(copy, newest, on_progress)


def _checked(copy: Path, newest: OperationRecord | None, on_progress: ProgressCallback) -> tuple[UserError, ...]:
    request = io.BytesIO()
    operation = newest and dataclasses.asdict(newest)
    worker_process.send(request, {"copy": os.path.abspath(copy), "newest": operation})
    question: bytes | None = request.getvalue()
    with worker_process.process(__name__) as process:
        while True:
            on_progress(0, 0)
            try:
                answer, _ = process.communicate(question, timeout=PAUSE)
                break
            except subprocess.TimeoutExpired:
                question = None  # it has been handed over
    found = worker_process.fields(worker_process.receive(io.BytesIO(answer)), "refused", "problems")
    if found["refused"] is not None:
        raise worker_process.error(found["refused"], copy)
    return tuple(worker_process.error(each, copy) for each in worker_process.items(found["problems"]))


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """In the process beside: check the copy that is asked about, after whatever else the machine has to do."""
    worker_process.ignore_interrupts()
    if hasattr(os, "nice"):
        os.nice(10)
    request = worker_process.fields(worker_process.receive(requests), "copy", "newest")
    copy, newest = Path(worker_process.text(request["copy"])), worker_process.optional(_operation, request["newest"])
    try:
        found, refused = check_copy(copy, newest), None
    except UserError as refusal:
        found, refused = (), worker_process.error_json(refusal, copy)
    worker_process.send(
        answers, {"refused": refused, "problems": [worker_process.error_json(each, copy) for each in found]}
    )


def _operation(value: object) -> OperationRecord:
    found = worker_process.fields(value, *OperationRecord.__slots__)
    kind = worker_process.text(found["kind"])
    if kind not in ("do", "undo", "redo"):
        worker_process.garbled("no kind of operation")
    return OperationRecord(
        worker_process.whole(found["sequence"]),
        worker_process.text(found["id"]),
        worker_process.text(found["name"]),
        kind,
        worker_process.optional(worker_process.text, found["target"]),
        worker_process.text(found["annotator"]),
        worker_process.text(found["time"]),
    )
