"""Which state of a row counts."""

from collections.abc import Sequence

import pytest

from model.recovery.reading_journal import ReadJournal, State
from model.recovery.row_states import Settled, settle
from model.storage.readable_rows import ReadableRow, ReadableRows, Values
from model.storage.row_shapes import Shapes

ROW = ("a", "d", "tag")
NEWER = ("a", "d", "newer")
UNKNOWN = ("b", "d", "other")
KEY = ("document_tag", "a")
LONG = "0b9b52f6-9a3c-4a0e-8f0c-5c8e5a7f3d10"


def _settled(
    found: list[ReadableRow],
    state: State | None,
    *,
    broken: float = 0,
    complete: bool = False,
    checksums: bool = True,
    lacks_end: bool = False,
    documents: Sequence[str] = (),
    unknown: Values | None = None,
    row: str = "a",
) -> tuple[list[tuple[object, ...]], Settled]:
    shapes = Shapes()
    readable = ReadableRows({name: {} for name in shapes.tables})
    if found:
        readable.rows["document_tag"]["a",] = found
    if unknown is not None:
        readable.rows["document_tag"][unknown[0],] = [ReadableRow(unknown, 9, True)]
    for document in documents:
        readable.rows["document"][document,] = [
            ReadableRow((document,) * len(shapes.tables["document"].columns), 1, True)
        ]
    if complete:
        readable.complete.add("document_tag")
    journal = ReadJournal(broken=broken, has_checksums=checksums, may_lack_end=lacks_end, operations=[{"sequence": 1}])
    if state is not None:
        journal.states["document_tag", row] = state
    settled = settle(readable, journal, shapes)
    shapes.close()
    return [tuple(row.values()) for row in settled.rows["document_tag"].values()], settled


def test_a_whole_journal_counts() -> None:
    rows, settled = _settled([ReadableRow(NEWER, 1, True)], State(ROW, 3))
    assert rows == [ROW]
    assert (settled.agrees, settled.doubtful) == (True, set())
    rows, settled = _settled([], State(ROW, 3), complete=True)
    assert rows == [ROW]
    assert settled.doubtful == set()
    assert _settled([ReadableRow(ROW, 1, True)], State(None, 3))[0] == []
    assert _settled([ReadableRow(ROW, 1, True)], State(None, 3))[1].corrected == {KEY}
    assert _settled([ReadableRow(ROW, 1, False)], None)[0] == []  # a page that was left over


def test_what_the_journal_overrules_in_a_table_is_told() -> None:
    assert _settled([ReadableRow(NEWER, 1, True)], State(ROW, 3))[1].corrected == {KEY}
    assert _settled([], State(ROW, 3), complete=True)[1].corrected == {KEY}
    for found, complete in (([ReadableRow(ROW, 1, True)], True), ([ReadableRow(NEWER, 1, False)], False), ([], False)):
        assert _settled(found, State(ROW, 3), complete=complete)[1].corrected == set()


@pytest.mark.parametrize("checksums", [True, False])
def test_a_row_of_which_a_whole_journal_does_not_know_is_kept_as_newer(*, checksums: bool) -> None:
    rows, settled = _settled([ReadableRow(ROW, 1, True)], None, checksums=checksums)
    assert rows == [ROW]
    assert (settled.agrees, settled.doubtful, settled.told) == (True, {KEY}, {KEY: None})


@pytest.mark.parametrize("checksums", [True, False])
def test_beside_a_row_of_which_the_journal_does_not_know_all_rows_of_tables_are_newer(*, checksums: bool) -> None:
    def settled(
        found: list[ReadableRow], state: State, *, complete: bool = True
    ) -> tuple[list[tuple[object, ...]], Settled]:
        rows, settled = _settled(found, state, complete=complete, checksums=checksums, unknown=UNKNOWN)
        assert UNKNOWN in rows
        rows.remove(UNKNOWN)
        assert settled.told.pop(("document_tag", "b")) is None
        assert settled.corrected == set()
        return rows, settled

    told = {KEY: {"id": "a", "document": "d", "tag": "tag"}}
    for found in ([ReadableRow(NEWER, 1, True)], [ReadableRow(NEWER, 1, True), ReadableRow(ROW, 2, False)]):
        rows, each = settled(found, State(ROW, 3))
        assert (rows, each.told) == ([NEWER], told)
        assert each.agrees and KEY in each.doubtful
    for found in ([], [ReadableRow(NEWER, 1, False)]):  # deleted
        rows, each = settled(found, State(ROW, 3))
        assert (rows, each.told) == ([], told)
        assert each.agrees and KEY in each.doubtful
    rows, each = settled([ReadableRow(ROW, 1, True)], State(None, 3))
    assert (rows, each.told) == ([ROW], {KEY: None})
    for found, complete in (([ReadableRow(ROW, 1, True)], True), ([], False)):
        rows, each = settled(found, State(ROW, 3), complete=complete)
        assert (rows, each.told) == ([ROW], {})


def test_an_id_that_is_another_by_a_byte_is_of_the_row_that_is_missing() -> None:
    unlike = (f"{LONG[:-1]}?", "d", "newer")
    rows, settled = _settled([], State((LONG, "d", "tag"), 3), row=LONG, complete=True, unknown=unlike)
    assert rows == [(LONG, "d", "tag")]
    assert settled.corrected == {("document_tag", LONG)}


def test_of_several_rows_the_one_that_the_journal_knows_counts() -> None:
    rows, settled = _settled([ReadableRow(NEWER, 1, True), ReadableRow(ROW, 2, False)], State(ROW, 3), broken=5)
    assert rows == [ROW]
    assert settled.agrees


def test_where_later_operations_may_be_missing_the_row_counts() -> None:
    for after, expected in ((3, NEWER), (5, NEWER), (6, ROW)):
        assert _settled([ReadableRow(NEWER, 1, True)], State(ROW, after), broken=5)[0] == [expected]
    rows, settled = _settled([ReadableRow(ROW, 1, True)], State(None, 3), broken=5)
    assert rows == [ROW]
    assert not settled.agrees
    assert _settled([ReadableRow(ROW, 1, False)], State(None, 3), broken=5)[0] == []
    assert _settled([ReadableRow(ROW, 1, False)], None, broken=5)[0] == [ROW]


def test_a_row_that_a_complete_table_lacks_was_deleted_where_the_journal_does_not_know_better() -> None:
    assert _settled([], State(ROW, 3), broken=5, complete=True)[0] == []
    assert _settled([], State(ROW, 3), broken=5)[0] == [ROW]
    assert _settled([], State(ROW, 6), broken=5, complete=True)[0] == [ROW]


def test_a_row_is_doubtful_where_the_journal_tells_another_and_may_be_wrong_itself() -> None:
    doubtful = {("document_tag", "a")}
    assert _settled([ReadableRow(NEWER, 1, True)], State(ROW, 3), broken=5)[1].doubtful == doubtful
    assert _settled([ReadableRow(ROW, 1, True)], State(None, 3), broken=5)[1].doubtful == doubtful
    assert _settled([], State(ROW, 3), broken=5, complete=True)[1].doubtful == doubtful
    assert _settled([ReadableRow(NEWER, 1, True)], State(ROW, 6), broken=5)[1].doubtful == set()
    assert _settled([ReadableRow(ROW, 1, True)], State(ROW, 3), broken=5)[1].doubtful == set()


def test_what_the_table_tells_may_be_newer_than_a_journal_without_its_end() -> None:
    rows, settled = _settled([ReadableRow(NEWER, 1, True)], State(ROW, 3), lacks_end=True)
    assert rows == [NEWER]
    assert (settled.agrees, settled.doubtful) == (False, {("document_tag", "a")})
    assert _settled([ReadableRow(ROW, 1, True)], None, lacks_end=True)[0] == [ROW]
    assert _settled([ReadableRow(ROW, 1, True)], State(None, 3), lacks_end=True)[0] == [ROW]
    assert _settled([], State(ROW, 3), complete=True, lacks_end=True)[0] == []
    for found in ([ReadableRow(ROW, 1, True)], []):
        rows, settled = _settled(found, State(ROW, 3), lacks_end=True)
        assert rows == [ROW]
        assert settled.agrees
    assert _settled([ReadableRow(ROW, 1, False)], None, lacks_end=True)[0] == []  # a page that was left over


def test_without_checksums_a_readable_row_counts_and_is_doubtful_where_the_journal_tells_another() -> None:
    doubtful = {("document_tag", "a")}
    rows, settled = _settled([ReadableRow(NEWER, 1, True)], State(ROW, 3), checksums=False)
    assert rows == [NEWER]
    assert (settled.agrees, settled.doubtful) == (True, doubtful)
    assert settled.told == {("document_tag", "a"): {"id": "a", "document": "d", "tag": "tag"}}
    for found, complete in (([], True), ([ReadableRow(NEWER, 1, False)], False)):  # a page that was left over
        rows, settled = _settled(found, State(ROW, 3), checksums=False, complete=complete)
        assert rows == [ROW]
        assert (settled.agrees, settled.doubtful) == (True, doubtful)
    rows, settled = _settled([ReadableRow(NEWER, 1, True), ReadableRow(ROW, 2, False)], State(ROW, 3), checksums=False)
    assert rows == [ROW]
    assert settled.doubtful == set()
    assert _settled([], State(ROW, 3), checksums=False)[1].doubtful == set()


def test_without_checksums_what_was_deleted_stays_away() -> None:
    for rooted in (True, False):
        assert _settled([ReadableRow(ROW, 1, rooted)], State(None, 3), checksums=False)[0] == []
    rows, settled = _settled([ReadableRow(ROW, 1, False)], None, checksums=False)
    assert (rows, settled.doubtful) == ([], set())


def test_a_row_that_names_what_is_not_there_does_not_count_against_the_journal() -> None:
    turned = ("a", "e", "tag")
    for broken, checksums in ((0, False), (5, True)):
        rows, settled = _settled(
            [ReadableRow(turned, 1, True)], State(ROW, 3), broken=broken, checksums=checksums, documents=["d"]
        )
        assert rows == [ROW]
        assert ("document_tag", "a") in settled.doubtful
