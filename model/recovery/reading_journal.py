"""The journal of a damaged project, as far as it can be read: the state in which it left each row, and how far it can
be believed.
"""

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import cast

from model.progress import ProgressCallback, cancellable, no_progress
from model.storage import checksums
from model.storage.readable_rows import Key, ReadableRow, ReadableRows, Values
from model.storage.row_shapes import Shapes
from model.storage.tables import JOURNALLED, Row, Value

RowKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class State:
    """How the journal left a row: its values, null where it was deleted; ``after``: the operation that did it (0: none,
    the project started with it).
    """

    values: Values | None
    after: int


@dataclass(slots=True)
class ReadJournal:
    """``operations`` and ``changes`` are in the order of the journal. ``broken`` is the place of the last operation of
    which something is missing or not as it was written, 0 where there is none. ``consistent``: every change begins with
    the state in which the one before it left the row. ``may_lack_end``: pages of it are missing, and a chain of
    checksums says nothing of what came after its last link.
    """

    states: dict[RowKey, State] = field(default_factory=dict[RowKey, State])
    operations: list[Row] = field(default_factory=list[Row])
    changes: list[Values] = field(default_factory=list[Values])
    baseline: list[Values] = field(default_factory=list[Values])
    broken: float = 0
    consistent: bool = True
    has_checksums: bool = False
    may_lack_end: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether the journal tells the whole history."""
        return not self.broken and self.consistent


def read_journal(readable: ReadableRows, shapes: Shapes, on_progress: ProgressCallback = no_progress) -> ReadJournal:
    """Read what was found of the journal. ``on_progress`` may stop it by raising."""
    return _Reader(readable, shapes, on_progress).read()


class _Reader:
    def __init__(self, readable: ReadableRows, shapes: Shapes, on_progress: ProgressCallback) -> None:
        self._readable = readable
        self._shapes = shapes
        self._on_progress = on_progress
        self._journal = ReadJournal()
        self._texts: dict[RowKey, tuple[str | None, int]] = {}  # the last state of each row as JSON, and by what
        self._changes: dict[int, list[Values]] = {}

    def read(self) -> ReadJournal:
        journal, rows = self._journal, self._readable.rows
        operation = self._shapes.tables["operation"]
        journal.operations = [operation.row(values) for values in _in_order(rows["operation"])]
        journal.has_checksums = any(row["checksum"] for row in journal.operations)
        journal.changes = _in_order(rows["change"])
        for change in cancellable(journal.changes, self._on_progress):
            self._changes.setdefault(cast(int, change[0]), []).append(change)
        journal.baseline = sorted(found[0].values for found in rows["baseline"].values())
        self._look_for_gaps()
        self._verify()
        for kind, row, state in journal.baseline:
            if kind in JOURNALLED:
                self._texts[str(kind), str(row)] = str(state), 0
        self._replay()
        self._parse()
        return journal

    def _break(self, place: float) -> None:
        self._journal.broken = max(self._journal.broken, place)

    def _look_for_gaps(self) -> None:
        known = {cast(int, row["sequence"]) for row in self._journal.operations}
        expected = 1
        for sequence in sorted(known | self._changes.keys()):
            if sequence != expected:
                self._break(sequence - 1)
            if sequence not in known:
                self._break(sequence)
            expected = sequence + 1
        for row in self._journal.operations:
            changes = self._changes.get(cast(int, row["sequence"]), [])
            contiguous = [change[1] for change in changes] == list(range(len(changes)))
            if not contiguous or bool(changes) != (row["kind"] == "do"):
                self._break(cast(int, row["sequence"]))
        self._journal.may_lack_end = not {"operation", "change"} <= self._readable.complete
        if self._journal.may_lack_end and not self._journal.has_checksums:
            self._break(math.inf)  # nothing says what is missing
        written = (kind for kind in JOURNALLED if kind not in checksums.STARTING_KINDS)
        if expected == 1 and any(self._readable.rows[kind] for kind in written):
            self._break(math.inf)  # all of it is missing

    def _verify(self) -> None:
        """Hold the operations against their checksums. Each is made from the one before it, so that of two that do not
        fit it is told which is wrong.
        """
        if not self._journal.has_checksums:
            return
        previous = [checksums.of_baseline_rows(self._journal.baseline), checksums.of_baseline_rows(self._started())]
        wrong: set[int] = set()
        last = 0
        for row in self._journal.operations:
            sequence = cast(int, row["sequence"])
            if sequence != last + 1:
                previous = []
            values = [row[column] for column in checksums.OPERATION_COLUMNS]
            made: list[str] = []
            for each in previous:
                checksum = checksums.OperationChecksum(each, sequence, values)
                for change in cancellable(self._changes.get(sequence, []), self._on_progress):
                    checksum.add(change[1:])
                made.append(checksum.hexdigest())
            if made and row["checksum"] not in made:
                wrong.add(sequence)
            elif made and row["checksum"] != made[0]:
                if last:
                    wrong.discard(last)  # only its checksum was damaged
                    self._journal.consistent = False
                else:
                    self._journal.baseline = self._started()
            previous = [str(row["checksum"]), *made[:1]]
            last = sequence
        if wrong:
            self._break(max(wrong))

    def _started(self) -> list[Values]:
        """What the project started with, by the rows and the first record of each."""
        first: dict[RowKey, Value] = {}
        for change in cancellable(self._journal.changes, self._on_progress):
            first.setdefault((str(change[2]), str(change[3])), change[5])
        started: list[Values] = [(*key, state) for key, state in first.items() if state is not None]
        for kind in checksums.STARTING_KINDS:
            shape = self._shapes.tables[kind]
            for (row,), found in self._readable.rows[kind].items():
                if (kind, str(row)) not in first:
                    started.append((kind, row, checksums.encode(shape.row(found[0].values))))
        return sorted(started, key=lambda each: (str(each[0]), str(each[1])))

    def _replay(self) -> None:
        by_id = {str(row["id"]): cast(int, row["sequence"]) for row in self._journal.operations}
        done: list[str] = []
        undone: list[str] = []
        rows = {cast(int, row["sequence"]): row for row in self._journal.operations}
        for sequence in sorted(rows.keys() | self._changes.keys()):
            row = rows.get(sequence)
            if row is None or row["kind"] == "do":
                done.append("" if row is None else str(row["id"]))
                undone.clear()
                self._apply(self._changes.get(sequence, []), sequence, back=False)
                continue
            target = str(row["target"])
            source, goal = (done, undone) if row["kind"] == "undo" else (undone, done)
            if source[-1:] == [target]:
                goal.append(source.pop())
            else:
                self._journal.consistent = False
            if target not in by_id:
                self._break(sequence)
                continue
            self._apply(self._changes.get(by_id[target], []), sequence, back=row["kind"] == "undo")

    def _apply(self, changes: Iterable[Values], sequence: int, *, back: bool) -> None:
        for _, _, kind, row, _, before, after in cancellable(changes, self._on_progress):
            key = str(kind), str(row)
            if key[0] not in JOURNALLED:
                self._break(sequence)
                continue
            if not self._journal.has_checksums and not all(_is_of(key[1], state) for state in (before, after)):
                self._break(sequence)  # a deletion of another row than it tells would bring that one back
                continue
            first, then = (after, before) if back else (before, after)
            known = self._texts.get(key)
            if known is None:
                if first is not None and self._journal.has_checksums:
                    self._journal.consistent = False
            elif known[0] != first and _loaded(known[0]) != _loaded(first):
                self._journal.consistent = False
            self._texts[key] = None if then is None else str(then), sequence

    def _parse(self) -> None:
        for (kind, row), (text, sequence) in cancellable(self._texts.items(), self._on_progress):
            values: Values | None = None
            if text is not None:
                loaded = _loaded(text)
                values = self._shapes.complete(kind, loaded) if isinstance(loaded, dict) else None
                if values is None or values[0] != row:
                    self._break(max(sequence, 1))
                    continue
            self._journal.states[kind, row] = State(values, sequence)


def _is_of(row: str, state: Value) -> bool:
    """Whether a recorded state, if there is one, is of the row of that id."""
    if state is None or f'"id":"{row}"' in str(state):
        return True
    loaded = _loaded(state)
    return isinstance(loaded, dict) and loaded.get("id") == row


def _loaded(text: Value) -> Row | None:
    try:
        return None if text is None else cast(Row, json.loads(str(text)))
    except (ValueError, RecursionError):
        return None


def _in_order(rows: dict[Key, list[ReadableRow]]) -> list[Values]:
    """The likeliest of each row, by a key of numbers."""
    return [rows[key][0].values for key in sorted(cast("dict[tuple[int, ...], list[ReadableRow]]", rows))]
