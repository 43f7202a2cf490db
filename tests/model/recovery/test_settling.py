"""Which state of a row counts."""

from collections.abc import Sequence

from model.recovery.reading_journal import ReadJournal, State
from model.recovery.settling import Settled, settle
from model.storage.readable_rows import Found, ReadableRows
from model.storage.shapes import Shapes

ROW = ("a", "d", "tag")
NEWER = ("a", "d", "newer")


def _settled(
    found: list[Found],
    state: State | None,
    *,
    broken: float = 0,
    complete: bool = False,
    checksums: bool = True,
    lacks_end: bool = False,
    documents: Sequence[str] = (),
) -> tuple[list[tuple[object, ...]], Settled]:
    shapes = Shapes()
    readable = ReadableRows({name: {} for name in shapes.tables})
    if found:
        readable.rows["document_tag"]["a",] = found
    for document in documents:
        readable.rows["document"][document,] = [Found((document,) * len(shapes.tables["document"].columns), 1, True)]
    if complete:
        readable.complete.add("document_tag")
    journal = ReadJournal(broken=broken, has_checksums=checksums, may_lack_end=lacks_end, operations=[{"sequence": 1}])
    if state is not None:
        journal.states["document_tag", "a"] = state
    settled = settle(readable, journal, shapes)
    shapes.close()
    return [tuple(row.values()) for row in settled.rows["document_tag"].values()], settled


def test_a_whole_journal_counts() -> None:
    rows, settled = _settled([Found(NEWER, 1, True)], State(ROW, 3))
    assert rows == [ROW]
    assert (settled.agrees, settled.doubtful) == (True, set())
    rows, settled = _settled([], State(ROW, 3), complete=True)
    assert rows == [ROW]
    assert settled.doubtful == set()
    assert _settled([Found(ROW, 1, True)], State(None, 3))[0] == []
    assert _settled([Found(ROW, 1, True)], None)[0] == []


def test_of_several_rows_the_one_that_the_journal_knows_counts() -> None:
    rows, settled = _settled([Found(NEWER, 1, True), Found(ROW, 2, False)], State(ROW, 3), broken=5)
    assert rows == [ROW]
    assert settled.agrees


def test_where_later_operations_may_be_missing_the_row_counts() -> None:
    for after, expected in ((3, NEWER), (5, NEWER), (6, ROW)):
        assert _settled([Found(NEWER, 1, True)], State(ROW, after), broken=5)[0] == [expected]
    rows, settled = _settled([Found(ROW, 1, True)], State(None, 3), broken=5)
    assert rows == [ROW]
    assert not settled.agrees
    assert _settled([Found(ROW, 1, False)], State(None, 3), broken=5)[0] == []
    assert _settled([Found(ROW, 1, False)], None, broken=5)[0] == [ROW]


def test_a_row_that_a_complete_table_lacks_was_deleted_where_the_journal_does_not_know_better() -> None:
    assert _settled([], State(ROW, 3), broken=5, complete=True)[0] == []
    assert _settled([], State(ROW, 3), broken=5)[0] == [ROW]
    assert _settled([], State(ROW, 6), broken=5, complete=True)[0] == [ROW]


def test_a_row_is_doubtful_where_the_journal_tells_another_and_may_be_wrong_itself() -> None:
    doubtful = {("document_tag", "a")}
    assert _settled([Found(NEWER, 1, True)], State(ROW, 3), broken=5)[1].doubtful == doubtful
    assert _settled([Found(ROW, 1, True)], State(None, 3), broken=5)[1].doubtful == doubtful
    assert _settled([], State(ROW, 3), broken=5, complete=True)[1].doubtful == doubtful
    assert _settled([Found(NEWER, 1, True)], State(ROW, 6), broken=5)[1].doubtful == set()
    assert _settled([Found(ROW, 1, True)], State(ROW, 3), broken=5)[1].doubtful == set()


def test_what_the_table_tells_may_be_newer_than_a_journal_without_its_end() -> None:
    rows, settled = _settled([Found(NEWER, 1, True)], State(ROW, 3), lacks_end=True)
    assert rows == [NEWER]
    assert (settled.agrees, settled.doubtful) == (False, {("document_tag", "a")})
    assert _settled([Found(ROW, 1, True)], None, lacks_end=True)[0] == [ROW]
    assert _settled([Found(ROW, 1, True)], State(None, 3), lacks_end=True)[0] == [ROW]
    assert _settled([], State(ROW, 3), complete=True, lacks_end=True)[0] == []
    for found in ([Found(ROW, 1, True)], []):
        rows, settled = _settled(found, State(ROW, 3), lacks_end=True)
        assert rows == [ROW]
        assert settled.agrees
    assert _settled([Found(ROW, 1, False)], None, lacks_end=True)[0] == []  # a page that was left over


def test_without_checksums_a_readable_row_counts_and_is_doubtful_where_the_journal_tells_another() -> None:
    doubtful = {("document_tag", "a")}
    rows, settled = _settled([Found(NEWER, 1, True)], State(ROW, 3), checksums=False)
    assert rows == [NEWER]
    assert (settled.agrees, settled.doubtful) == (True, doubtful)
    assert settled.told == {("document_tag", "a"): {"id": "a", "document": "d", "tag": "tag"}}
    for found, complete in (([], True), ([Found(NEWER, 1, False)], False)):  # a page that was left over
        rows, settled = _settled(found, State(ROW, 3), checksums=False, complete=complete)
        assert rows == [ROW]
        assert (settled.agrees, settled.doubtful) == (True, doubtful)
    rows, settled = _settled([Found(NEWER, 1, True), Found(ROW, 2, False)], State(ROW, 3), checksums=False)
    assert rows == [ROW]
    assert settled.doubtful == set()
    assert _settled([], State(ROW, 3), checksums=False)[1].doubtful == set()


def test_without_checksums_what_was_deleted_or_never_written_stays_away() -> None:
    for rooted in (True, False):
        assert _settled([Found(ROW, 1, rooted)], State(None, 3), checksums=False)[0] == []
        rows, settled = _settled([Found(ROW, 1, rooted)], None, checksums=False)
        assert rows == []
        assert settled.doubtful == ({("document_tag", "a")} if rooted else set())


def test_a_row_that_names_what_is_not_there_does_not_count_against_the_journal() -> None:
    turned = ("a", "e", "tag")
    for broken, checksums in ((0, False), (5, True)):
        rows, settled = _settled(
            [Found(turned, 1, True)], State(ROW, 3), broken=broken, checksums=checksums, documents=["d"]
        )
        assert rows == [ROW]
        assert ("document_tag", "a") in settled.doubtful
