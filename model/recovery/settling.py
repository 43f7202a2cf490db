"""Which state of each row of a damaged project counts: the row's own, or the one that the journal tells.

Where the journal's record is whole it counts: a row that was deleted is not brought back from a page that was left
over, and one whose page is gone is written again. Where later operations may be missing, what stands in the table may
be newer, and counts.
"""

from dataclasses import dataclass, field

from model.recovery.reading_journal import ReadJournal
from model.storage import checksums
from model.storage.salvage import Found, Salvaged, Values
from model.storage.shapes import Shapes
from model.storage.tables import JOURNALLED, Row


@dataclass(slots=True)
class Settled:
    """The rows that count, by kind and id. ``agrees``: they are all as the journal says. Ids of rows: ``restored`` from
    the journal, since the table lacks them; ``mended`` by it, since they are another there. ``doubtful`` are rows, by
    kind and id, of which table and journal tell different things and neither can be shown to be right.
    """

    rows: dict[str, dict[str, Row]] = field(default_factory=dict[str, dict[str, Row]])
    agrees: bool = True
    restored: int = 0
    mended: int = 0
    doubtful: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])


def settle(salvaged: Salvaged, journal: ReadJournal, shapes: Shapes) -> Settled:
    """Choose."""
    settled = Settled({kind: {} for kind in JOURNALLED})
    by_kind: dict[str, list[str]] = {kind: [] for kind in JOURNALLED}
    for kind, row in journal.states:
        by_kind[kind].append(row)
    for kind in JOURNALLED:
        found = {str(key[0]): rows for key, rows in salvaged.rows[kind].items()}
        for row in dict.fromkeys([*found, *by_kind[kind]]):
            values = _chosen(settled, salvaged, journal, kind, row, found.get(row, []))
            if values is not None:
                settled.rows[kind][row] = shapes.tables[kind].row(values)
    return settled


def _chosen(
    settled: Settled, salvaged: Salvaged, journal: ReadJournal, kind: str, row: str, found: list[Found]
) -> Values | None:
    state = journal.states.get((kind, row))
    rooted = found[0].values if found and found[0].rooted else None
    if state is None:
        # What no operation wrote, nor the project started with, somebody else has put there.
        starts = kind in checksums.STARTING_KINDS and not (journal.has_checksums and journal.operations)
        if starts or journal.broken or (journal.may_lack_end and rooted is not None):
            settled.agrees = settled.agrees and starts
            return found[0].values
        settled.mended += 1
        return None
    newer = journal.may_lack_end and (rooted is not None or kind in salvaged.complete)  # perhaps what the table tells
    certain = journal.broken < max(state.after, 1) and not newer
    if state.values is None:
        if certain or rooted is None:
            settled.mended += bool(found)
            return None
        settled.agrees = False
        settled.doubtful.add((kind, row))
        return rooted
    if any(each.values == state.values for each in found):
        return state.values
    if not found:
        if not certain and kind in salvaged.complete:
            settled.agrees = False
            settled.doubtful.add((kind, row))
            return None
        settled.restored += 1
        return state.values
    if certain:
        settled.mended += 1
        return state.values
    settled.agrees = False
    settled.doubtful.add((kind, row))
    return found[0].values
