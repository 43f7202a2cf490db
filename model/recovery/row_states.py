"""Which state of each row of a damaged project counts: the row's own, or the one that the journal tells.

Where the journal's record is whole it counts: a row that was deleted is not brought back from a page that was left
over, and one whose page is gone is written again. Where later operations may be missing, what stands in the table may
be newer, and counts.

Whoever takes the newest operations away leaves a journal that is whole in itself. A row of which it does not know, or
one that was modified after its last operation, shows that: then the tables are newer, and what they tell is kept.

Before the checksums nothing vouches for what the journal says of a row. There a row that the table's root leads to and
that is another than the journal says counts, unless it names rows that are not there and the journal's does not; that
a row was deleted is believed, for no byte that is turned makes a deletion. Which of the two is right is not known,
unless more rows differ than single damaged bytes explain: then the journal, if it is consistent, is right.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from model.progress import ProgressCallback, cancellable, no_progress
from model.recovery.reading_journal import ReadJournal
from model.storage import checksums
from model.storage.readable_rows import ReadableRow, ReadableRows, Values, alike
from model.storage.row_shapes import Shape, Shapes
from model.storage.tables import JOURNALLED, Row

RowKey = tuple[str, str]
_FEW = 8  # rows that differ; damage to single bytes does not change more
_TIME = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}Z")


@dataclass(slots=True)
class Settled:
    """The rows that count, by kind and id. ``agrees``: they are all as the journal says, but for those of which
    ``told`` has what it says (null: that they are not there). ``doubtful`` are rows, by kind and id, of which table and
    journal tell different things and neither can be shown to be right. ``corrected``: rows that are not as they stand
    in the table, since the journal showed that to be wrong.
    """

    rows: dict[str, dict[str, Row]] = field(default_factory=dict[str, dict[str, Row]])
    agrees: bool = True
    doubtful: set[RowKey] = field(default_factory=set[RowKey])
    told: dict[RowKey, Row | None] = field(default_factory=dict[RowKey, Row | None])
    corrected: set[RowKey] = field(default_factory=set[RowKey])


def settle(
    readable: ReadableRows, journal: ReadJournal, shapes: Shapes, on_progress: ProgressCallback = no_progress
) -> Settled:
    """Choose. ``on_progress`` may stop it by raising."""
    return _Choice(readable, journal, shapes, on_progress).run()


class _Choice:
    def __init__(
        self, readable: ReadableRows, journal: ReadJournal, shapes: Shapes, on_progress: ProgressCallback
    ) -> None:
        self._readable = readable
        self._journal = journal
        self._shapes = shapes
        self._on_progress = on_progress
        self._settled = Settled({kind: {} for kind in JOURNALLED})
        self._found = {kind: {str(key[0]): rows for key, rows in readable.rows[kind].items()} for kind in JOURNALLED}
        self._is_cut = False  # the newest operations are gone, and nothing else of the journal
        self._named: set[RowKey] = set()  # by rows of tables, where it is cut

    def run(self) -> Settled:
        settled, journal = self._settled, self._journal
        by_kind: dict[str, list[str]] = {kind: [] for kind in JOURNALLED}
        for kind, row in journal.states:
            by_kind[kind].append(row)
        for kind, found in self._found.items():
            _mend_ids(found, kind, journal)
        if journal.operations and not (journal.broken or journal.may_lack_end):
            self._is_cut = any(
                self._is_newer(kind, row, rows) for kind in JOURNALLED for row, rows in self._found[kind].items()
            )
        if self._is_cut:
            self._named = set(self._names())
        for kind in JOURNALLED:
            for row in cancellable(dict.fromkeys([*self._found[kind], *by_kind[kind]]), self._on_progress):
                values = self._chosen(kind, row, self._found[kind].get(row, []))
                if values is not None:
                    settled.rows[kind][row] = self._shapes.tables[kind].row(values)
            lacking = any(each == kind and row not in settled.rows[kind] for each, row in settled.doubtful)
            if lacking:  # one that no operation wrote may be it under another id
                settled.doubtful |= {(kind, row) for row in settled.rows[kind] if (kind, row) not in journal.states}
        if journal.is_whole and not self._is_cut and len(settled.told) > _FEW:
            settled.corrected |= settled.told.keys()
            for (kind, row), told in settled.told.items():
                if told is not None:
                    settled.rows[kind][row] = told
            settled.doubtful -= settled.told.keys()
            settled.told.clear()
        return settled

    def _starts(self, kind: str) -> bool:
        """Whether rows of a kind that no operation wrote may be those that the project started with."""
        return kind in checksums.STARTING_KINDS and not (self._journal.has_checksums and self._journal.operations)

    def _is_newer(self, kind: str, row: str, found: list[ReadableRow]) -> bool:
        """Whether a row shows that operations came after those that the journal has."""
        values = found[0].values
        state = self._journal.states.get((kind, row))
        if not found[0].rooted:
            return False
        if state is None:
            return not self._starts(kind)
        shape = self._shapes.tables[kind]
        if values == state.values or "modified" not in shape.columns:
            return False
        modified = str(values[shape.columns.index("modified")])
        newest = max(str(operation["time"]) for operation in self._journal.operations)
        return _TIME.fullmatch(modified) is not None and modified > newest

    def _names(self) -> Iterator[RowKey]:
        """The rows that rows of tables name."""
        for kind, found in self._found.items():
            references = self._shapes.tables[kind].references
            for rows in found.values():
                if rows[0].rooted:
                    yield from ((table, str(rows[0].values[place])) for place, table in references)

    def _chosen(self, kind: str, row: str, found: list[ReadableRow]) -> Values | None:
        settled, journal, complete = self._settled, self._journal, kind in self._readable.complete
        state = journal.states.get((kind, row))
        rooted = found[0].values if found and found[0].rooted else None
        if state is None:
            starts = self._starts(kind)
            if starts or journal.broken or (journal.may_lack_end and rooted is not None):
                settled.agrees = settled.agrees and starts
                return found[0].values
            if rooted is None and (complete or not self._is_cut):  # of a page that was left over
                return None
            return self._kept(kind, row, found[0].values, None)
        newer = (journal.may_lack_end or self._is_cut) and (rooted is not None or complete)  # perhaps what it tells
        certain = journal.broken < max(state.after, 1) and not newer
        if state.values is None:
            if rooted is None:
                return None
            if certain:
                settled.corrected.add((kind, row))
                return None
            return self._kept(kind, row, rooted, None)
        known = [rooted] if self._is_cut and rooted is not None else [each.values for each in found]
        if state.values in known:
            return state.values
        if certain and journal.has_checksums:
            if rooted is not None or (not found and complete):
                settled.corrected.add((kind, row))
            return state.values
        if not found and not complete:
            return state.values
        chosen = self._likelier(kind, row, found, state.values, certain=certain)
        return self._kept(kind, row, chosen, state.values, certain=certain)

    def _kept(
        self, kind: str, row: str, chosen: Values | None, told: Values | None, *, certain: bool = False
    ) -> Values | None:
        """Take a state of a row of which the journal tells another, or may be wrong in telling the same."""
        self._settled.doubtful.add((kind, row))
        if chosen is told:
            return chosen
        if certain or self._is_cut:
            self._settled.told[kind, row] = None if told is None else self._shapes.tables[kind].row(told)
        else:
            self._settled.agrees = False
        return chosen

    def _likelier(self, kind: str, row: str, found: list[ReadableRow], told: Values, *, certain: bool) -> Values | None:
        """What a row is where the journal tells another, or the table has none, and nothing shows which of them is
        right. ``certain``: nothing is missing in the journal.
        """
        rooted = bool(found) and found[0].rooted
        if not found or (self._is_cut and not rooted):  # what others name was not deleted
            return told if certain or (kind, row) in self._named else None
        if certain and not rooted:  # perhaps of a page that was left over
            return told
        shape = self._shapes.tables[kind]
        return max(found[0].values, told, key=lambda values: self._met(shape, values))

    def _met(self, shape: Shape, values: Values) -> int:
        """How many of the rows that a row names are there: a bit turned in an id or a SHA-256 leads nowhere."""
        return sum(
            values[place] is None or (values[place],) in self._readable.rows[table] for place, table in shape.references
        )


def _mend_ids(found: dict[str, list[ReadableRow]], kind: str, journal: ReadJournal) -> None:
    """Have rows that no operation wrote, but that are in all but the id as one that is not there, be that one; and so
    a few of which the id is that of such a one but for a byte or two.
    """
    unknown = [row for row in found if (kind, row) not in journal.states]
    if not unknown:
        return
    missing = {
        row: state.values[1:]
        for (each, row), state in journal.states.items()
        if each == kind and state.values is not None and row not in found
    }
    by_content = {values: row for row, values in missing.items()}
    for row in unknown:
        right = by_content.pop(found[row][0].values[1:], None)
        if right is None and len(unknown) <= _FEW:
            right = next((other for other in missing if alike(other, row)), None)
        if right is not None and missing.pop(right, None) is not None:
            found[right] = [replace(each, values=(right, *each.values[1:])) for each in found.pop(row)]
