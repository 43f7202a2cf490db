"""Which state of each row of a damaged project counts: the row's own, or the one that the journal tells.

Where the journal's record is whole it counts: a row that was deleted is not brought back from a page that was left
over, and one whose page is gone is written again. Where later operations may be missing, what stands in the table may
be newer, and counts.

Before the checksums nothing vouches for what the journal says of a row. There a row that the table's root leads to and
that is another than the journal says counts, unless it names rows that are not there and the journal's does not; that
a row was deleted is believed, for no byte that is turned makes a deletion. Which of the two is right is not known,
unless more rows differ than single damaged bytes explain: then the journal, if it is consistent, is right.
"""

from dataclasses import dataclass, field, replace

from model.recovery.reading_journal import ReadJournal
from model.storage import checksums
from model.storage.readable_rows import Found, ReadableRows, Values
from model.storage.shapes import Shape, Shapes
from model.storage.tables import JOURNALLED, Row
from model.watching import Watcher, looking, unwatched

_FEW = 8  # rows that differ; damage to single bytes does not change more


@dataclass(slots=True)
class Settled:
    """The rows that count, by kind and id. ``agrees``: they are all as the journal says, but for those of which
    ``told`` has what it says. ``doubtful`` are rows, by kind and id, of which table and journal tell different things
    and neither can be shown to be right. ``mended``: rows in the table that the journal showed to be wrong.
    """

    rows: dict[str, dict[str, Row]] = field(default_factory=dict[str, dict[str, Row]])
    agrees: bool = True
    doubtful: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    told: dict[tuple[str, str], Row] = field(default_factory=dict[tuple[str, str], Row])
    mended: int = 0


def settle(readable: ReadableRows, journal: ReadJournal, shapes: Shapes, watch: Watcher = unwatched) -> Settled:
    """Choose. ``watch`` may stop it by raising."""
    settled = Settled({kind: {} for kind in JOURNALLED})
    by_kind: dict[str, list[str]] = {kind: [] for kind in JOURNALLED}
    for kind, row in journal.states:
        by_kind[kind].append(row)
    for kind in JOURNALLED:
        found = {str(key[0]): rows for key, rows in readable.rows[kind].items()}
        _mend_ids(found, kind, journal)
        for row in looking(dict.fromkeys([*found, *by_kind[kind]]), watch):
            values = _chosen(settled, readable, journal, shapes.tables[kind], row, found.get(row, []))
            if values is not None:
                settled.rows[kind][row] = shapes.tables[kind].row(values)
        lacking = any(each == kind and row not in settled.rows[kind] for each, row in settled.doubtful)
        if lacking:  # one that no operation wrote may be it under another id
            settled.doubtful |= {(kind, row) for row in settled.rows[kind] if (kind, row) not in journal.states}
    if journal.is_whole and len(settled.told) > _FEW:
        settled.mended = len(settled.told)
        for (kind, row), told in settled.told.items():
            settled.rows[kind][row] = told
        settled.doubtful -= settled.told.keys()
        settled.told.clear()
    return settled


def _mend_ids(found: dict[str, list[Found]], kind: str, journal: ReadJournal) -> None:
    """Have rows that no operation wrote, but that are in all but the id as one that is not there, be that one."""
    unknown = [row for row in found if (kind, row) not in journal.states]
    if not unknown:
        return
    missing = {
        state.values[1:]: row
        for (each, row), state in journal.states.items()
        if each == kind and state.values is not None and row not in found
    }
    for row in unknown:
        right = missing.pop(found[row][0].values[1:], None)
        if right is not None:
            found[right] = [replace(each, values=(right, *each.values[1:])) for each in found.pop(row)]


def _chosen(
    settled: Settled, readable: ReadableRows, journal: ReadJournal, shape: Shape, row: str, found: list[Found]
) -> Values | None:
    kind = shape.table
    state = journal.states.get((kind, row))
    rooted = found[0].values if found and found[0].rooted else None
    if state is None:
        # What no operation wrote, nor the project started with, somebody else has put there.
        starts = kind in checksums.STARTING_KINDS and not (journal.has_checksums and journal.operations)
        if starts or journal.broken or (journal.may_lack_end and rooted is not None):
            settled.agrees = settled.agrees and starts
            return found[0].values
        if rooted is not None and not journal.has_checksums:
            settled.doubtful.add((kind, row))
        return None
    newer = journal.may_lack_end and (rooted is not None or kind in readable.complete)  # perhaps what the table tells
    certain = journal.broken < max(state.after, 1) and not newer
    if state.values is None:
        if certain or rooted is None:
            return None
        settled.agrees = False
        settled.doubtful.add((kind, row))
        return rooted
    if any(each.values == state.values for each in found) or (certain and journal.has_checksums):
        return state.values
    if not found and kind not in readable.complete:
        return state.values
    settled.doubtful.add((kind, row))
    chosen = _likelier(readable, shape, found, state.values, certain=certain)
    if certain and found and chosen is not state.values:
        settled.told[kind, row] = shape.row(state.values)
    else:
        settled.agrees = settled.agrees and chosen is state.values
    return chosen


def _likelier(
    readable: ReadableRows, shape: Shape, found: list[Found], told: Values, *, certain: bool
) -> Values | None:
    """What a row is where the journal tells another, or the table has none, and nothing shows which of them is right.
    ``certain``: nothing is missing in the journal.
    """
    if not found:
        return told if certain else None
    if certain and not found[0].rooted:  # perhaps of a page that was left over
        return told
    return max(found[0].values, told, key=lambda values: _named(readable, shape, values))


def _named(readable: ReadableRows, shape: Shape, values: Values) -> int:
    """How many of the rows that a row names are there: a bit turned in an id or a SHA-256 leads nowhere."""
    return sum(values[place] is None or (values[place],) in readable.rows[table] for place, table in shape.references)
