"""The reader of pages, held against files that SQLite made."""

import contextlib
import random
import sqlite3
import struct
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from model.storage.pages import INTERIOR_INDEX, INTERIOR_TABLE, LEAF_INDEX, LEAF_TABLE, Pages, _Log

VALUES = (
    *(None, 0, 1, -1, 127, -128, 128, 32767, -32768, 32768, 8388607, -8388608, 8388608, 2147483647, 2147483648),
    *(140737488355327, -140737488355328, 140737488355328, 2**63 - 1, -(2**63), 0.5, -1e300, float("inf")),
    *("", "نص", "a" * 70, "ق" * 3000, b"", b"\0\xff", bytes(range(256)) * 40),
)


def _rows(pages: Pages, kinds: tuple[int, ...], columns: int) -> list[tuple[int, tuple[object, ...]]]:
    found: list[tuple[int, tuple[object, ...]]] = []
    for number in range(1, pages.count + 1):
        page = pages.page(number)
        if page is not None and page.kind in kinds:
            assert page.whole
            found += [(cell.rowid, cell.record) for cell in page.cells if cell.record and len(cell.record) == columns]
    return found


def _made(path: Path, size: int) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA page_size = {size}")
    connection.execute("PRAGMA synchronous = OFF")
    return connection


def _fill(connection: sqlite3.Connection, sql: str, rows: Iterable[Sequence[object]]) -> None:
    connection.execute("BEGIN")
    connection.executemany(sql, rows)
    connection.execute("COMMIT")


@pytest.mark.parametrize("size", [512, 1024, 4096, 8192, 65536])
def test_every_kind_of_value_is_read_at_every_size_of_page(tmp_path: Path, size: int) -> None:
    path = tmp_path / "x.db"
    with contextlib.closing(_made(path, size)) as connection:
        connection.execute("CREATE TABLE t (a, b, c)")
        rows = [(number * 3 - 40, (value, number, value)) for number, value in enumerate(VALUES * 4)]
        _fill(connection, "INSERT INTO t (rowid, a, b, c) VALUES (?, ?, ?, ?)", [(key, *row) for key, row in rows])
    pages = Pages(path.read_bytes())
    assert pages.page_size == size
    assert sorted(_rows(pages, (LEAF_TABLE,), 3), key=lambda row: row[0]) == rows


@pytest.mark.parametrize("size", [512, 4096])
def test_rows_of_a_table_without_rowid_stand_on_inner_pages_too(tmp_path: Path, size: int) -> None:
    path = tmp_path / "x.db"
    with contextlib.closing(_made(path, size)) as connection:
        connection.execute("CREATE TABLE t (a INTEGER, b TEXT, c TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID")
        rows = [(number, f"{number}", "م" * (number * 7 % 900)) for number in range(800)]
        _fill(connection, "INSERT INTO t VALUES (?, ?, ?)", rows)
    pages = Pages(path.read_bytes())
    assert _rows(pages, (INTERIOR_INDEX,), 3)
    assert sorted(row for _, row in _rows(pages, (LEAF_INDEX, INTERIOR_INDEX), 3)) == rows


@pytest.mark.parametrize("size", [512, 2048, 4096])
def test_the_size_of_pages_is_told_without_a_header(tmp_path: Path, size: int) -> None:
    path = tmp_path / "x.db"
    with contextlib.closing(_made(path, size)) as connection:
        connection.execute("CREATE TABLE t (a)")
        _fill(connection, "INSERT INTO t VALUES (?)", [("ك" * (number % 50),) for number in range(3000)])
    content = path.read_bytes()
    for head in (bytes(100), random.Random(1).randbytes(100), content[:16] + b"\x40\x00" + content[18:100]):
        assert Pages(head + content[100:]).page_size == size


def test_pages_of_the_log_that_were_committed_count(tmp_path: Path) -> None:
    path, log = tmp_path / "x.db", tmp_path / "x.db-wal"
    connection = _made(path, 4096)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("CREATE TABLE t (a)")
    ends: list[int] = []
    for number in range(3):
        connection.execute("INSERT INTO t VALUES (?)", (number,))
        ends.append(log.stat().st_size)
    content, frames = path.read_bytes(), log.read_bytes()
    connection.close()

    def read(found: bytes) -> list[object]:
        return [row[0] for _, row in _rows(Pages(content, found), (LEAF_TABLE,), 1)]

    assert read(frames) == [0, 1, 2]
    assert read(frames[: ends[1]]) == [0, 1]
    assert read(frames[: ends[2] - 1]) == [0, 1]  # the last was being written
    torn = bytearray(frames)
    torn[ends[1] + 500] ^= 1
    assert read(bytes(torn)) == [0, 1]
    salted = bytearray(frames)
    salted[ends[1] + 8] ^= 1  # left over from an earlier log
    assert read(bytes(salted)) == [0, 1]


def test_a_damaged_page_of_the_log_takes_no_later_transactions_with_it(tmp_path: Path) -> None:
    path, log = tmp_path / "x.db", tmp_path / "x.db-wal"
    connection = _made(path, 4096)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("CREATE TABLE t (a)")
    connection.execute("CREATE TABLE u (a, b)")
    connection.execute("INSERT INTO u VALUES (0, 0)")
    place = log.stat().st_size
    for number in range(4):
        connection.execute("INSERT INTO t VALUES (?)", (number,))
    content, frames = path.read_bytes(), bytearray(log.read_bytes())
    connection.close()
    frames[place + 2000] ^= 1
    assert [row[0] for _, row in _rows(Pages(content, bytes(frames)), (LEAF_TABLE,), 1)] == [0, 1, 2, 3]


def test_the_list_of_free_pages_is_read_or_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with contextlib.closing(_made(path, 512)) as connection:
        connection.execute("CREATE TABLE t (a)")
        _fill(connection, "INSERT INTO t VALUES (?)", [("x" * 300,) for _ in range(400)])
        connection.execute("DELETE FROM t")
        free = connection.execute("PRAGMA freelist_count").fetchone()[0]
    content = bytearray(path.read_bytes())
    assert len(Pages(bytes(content)).freed()) == free > 200
    content[39] ^= 1
    assert Pages(bytes(content)).freed() == frozenset()


def test_chains_that_go_in_a_circle_or_nowhere_give_no_row(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with contextlib.closing(_made(path, 512)) as connection:
        connection.execute("CREATE TABLE t (a)")
        connection.execute("INSERT INTO t VALUES (?)", ("x" * 20000,))
    content = bytearray(path.read_bytes())
    pages = Pages(bytes(content))
    (first,) = [cell for number in range(2, pages.count + 1) if (page := pages.page(number)) for cell in page.cells]
    assert len(first.overflow) > 30
    for target in (first.overflow[0], 0, 1 << 31):
        place = (first.overflow[5] - 1) * 512
        content[place : place + 4] = target.to_bytes(4)
        damaged = Pages(bytes(content))
        found = [damaged.page(number) for number in range(2, damaged.count + 1)]
        records = [cell.record for page in found if page is not None for cell in page.cells]
        assert records.count(None) == 1 or not any(record and record[0] == "x" * 20000 for record in records)


def test_whatever_the_bytes_are_they_are_read_without_an_error(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with contextlib.closing(_made(path, 512)) as connection:
        connection.execute("CREATE TABLE t (a, b)")
        _fill(connection, "INSERT INTO t VALUES (?, ?)", [(n, "y" * (n * 11 % 2000)) for n in range(200)])
    sound = path.read_bytes()
    draw = random.Random(4)
    for content in (b"", b"SQLite format 3\0", b"\x0d" * 5000, draw.randbytes(30000)):
        _read_all(Pages(content, content))
    for _ in range(150):
        changed = bytearray(sound)
        for _ in range(draw.randrange(1, 60)):
            changed[draw.randrange(len(changed))] = draw.randrange(256)
        _read_all(Pages(bytes(changed)))


def test_cells_that_overlap_cost_no_more_than_the_page() -> None:
    """A page of 64 KiB could hold thousands of pointers, each to a record as long as half of it."""
    size, count = 65536, 10000
    page = bytearray(size)
    page[0] = LEAF_TABLE
    page[3:5] = count.to_bytes(2)
    for number in range(count):
        page[8 + 2 * number : 10 + 2 * number] = (20010 + 3 * number).to_bytes(2)
    page[20010:50010] = b"\x81\xa0\x00" * count  # a payload of 20,480 bytes, wherever one begins
    pages = Pages(b"SQLite format 3\0" + b"\x00\x01" + bytes(size - 18) + bytes(page))
    assert pages.page_size == size
    found = pages.page(2)
    assert found is not None
    assert len(found.cells) < 10


def _read_all(pages: Pages) -> None:
    pages.freed()
    for number in range(-1, pages.count + 2):
        page = pages.page(number)
        assert page is None or page.kind in (LEAF_TABLE, LEAF_INDEX, INTERIOR_TABLE, INTERIOR_INDEX)


def test_a_log_cannot_make_a_file_larger_than_both_are(tmp_path: Path) -> None:
    path, log = tmp_path / "x.db", tmp_path / "x.db-wal"
    with contextlib.closing(_made(path, 512)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("CREATE TABLE y (z)")
        content, frames = path.read_bytes(), bytearray(log.read_bytes())
    first = _Log(bytes(frames))
    frames[32:36] = frames[36:40] = (2**32 - 16).to_bytes(4)
    total = first._added(first._added(first._sum, bytes(frames[32:40])), bytes(frames[56 : 56 + 512]))
    frames[48:56] = struct.pack(">II", *total)
    pages = Pages(content, bytes(frames[: 32 + 24 + 512]))
    assert pages.count <= len(content) // 512 + 1
