import contextlib
import gc
import os
import re
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from model import regular_file
from model.annotation import documents
from model.errors import Cancelled, UserError
from model.project import Project
from model.storage import connection as connections
from model.storage.sole_use import as_one_file, sole_use
from tests.model.conftest import TEXT

ROOT = Path(__file__).parents[3]
LARGEST = 1 << 30  # bytes
_WRITING = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=0)
try:
    connection.execute("BEGIN IMMEDIATE")
except sqlite3.OperationalError as error:
    print(error)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "p.qarar"
    with Project.create(path, "Amal") as project, project.operation("add document") as writing:
        for number in range(200):
            documents.add(writing, f"document {number}", f"{TEXT} {number}")
    return path


@pytest.fixture
def restored(path: Path, tmp_path: Path) -> Path:
    """What is to take the project's place: it has one document more."""
    copy = tmp_path / "copy.qarar"
    with Project.open(path, "Amal") as project:
        project.save_copy(copy)
    with Project.open(copy, "Amal") as project, project.operation("add document") as writing:
        documents.add(writing, "one more", TEXT)
    as_one_file(copy)
    return copy


def test_nowhere_else_is_a_file_opened() -> None:
    opening = [
        each.relative_to(ROOT).as_posix()
        for folder in ("gui", "model")
        for each in (ROOT / folder).rglob("*.py")
        if re.search(r"sqlite3\.connect\((?!\":memory:\")", each.read_text("utf-8"))
    ]
    assert opening == ["model/storage/connection.py"]


def is_restricted(connection: sqlite3.Connection) -> bool:
    return (
        connection.execute("PRAGMA trusted_schema").fetchone()[0] == 0
        and connection.execute("PRAGMA cell_size_check").fetchone()[0] == 1
        and connection.getlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH) == 1
        and connection.getlimit(sqlite3.SQLITE_LIMIT_LENGTH) < 1_000_000_000
    )


def test_a_file_can_do_little_by_itself(path: Path) -> None:
    for name in ("Amal", None):
        with Project.open(path, name) as project:
            assert is_restricted(project.tables.connection)
    with contextlib.closing(connections.temporary()) as temporary:
        assert is_restricted(temporary)
    with sole_use(path) as alone:
        assert alone.connection is not None and is_restricted(alone.connection)


def documents_in(connection: sqlite3.Connection | None) -> int:
    assert connection is not None
    return connection.execute("SELECT count(*) FROM document").fetchone()[0]


def write(path: Path) -> int:
    with contextlib.closing(connections.connected(path, writing=True)) as connection:
        return documents_in(connection)


def read(path: Path) -> int:
    with contextlib.closing(connections.connected(path, writing=False)) as connection:
        return documents_in(connection)


def have_alone(path: Path) -> int:
    with sole_use(path, 10) as alone:
        return documents_in(alone.connection)


@pytest.mark.parametrize("use", [write, read, have_alone])
def test_who_waits_for_a_file_that_is_replaced_gets_the_one_in_its_place(
    path: Path, restored: Path, monkeypatch: pytest.MonkeyPatch, use: Callable[[Path], int]
) -> None:
    restrict, has_the_old_one = connections._restrict, threading.Event()

    def tell(connection: sqlite3.Connection) -> None:
        restrict(connection)
        if threading.current_thread() is waiting:
            has_the_old_one.set()

    monkeypatch.setattr(connections, "_restrict", tell)
    found: list[int] = []
    waiting = threading.Thread(target=lambda: found.append(use(path)))
    with sole_use(path) as alone:
        waiting.start()
        assert has_the_old_one.wait(60)
        alone.replace_by(restored)
    waiting.join()
    assert found == [201]
    assert read(path) == 201


def test_a_file_that_is_replaced_while_its_log_is_begun_is_let_go(
    path: Path, restored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing = connections._writing
    called: list[sqlite3.Connection] = []

    def replaced(given: Path, patience: float) -> sqlite3.Connection:
        if not called:
            called.append(sqlite3.connect(path))
            with sole_use(path) as alone:
                alone.replace_by(restored)
            return called[0]
        return writing(given, patience)

    monkeypatch.setattr(connections, "_writing", replaced)
    assert write(path) == 201
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        called[0].execute("SELECT 1")


def test_what_a_watcher_raises_ends_a_statement(path: Path) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT count(*) FROM n"
    looks: list[tuple[int, int]] = []

    def on_progress(done: int, total: int) -> None:
        looks.append((done, total))
        if len(looks) == 3:
            raise Cancelled

    with contextlib.closing(connections.opened(path, "mode=ro")) as connection:
        with pytest.raises(Cancelled), connections.stoppable(connection, on_progress):
            connection.execute(endless).fetchone()
        assert looks == [(0, 0)] * 3
        with pytest.raises(sqlite3.OperationalError, match="nonsense"), connections.stoppable(connection, on_progress):
            connection.execute("SELECT * FROM nonsense")
        assert documents_in(connection) == 200
        assert len(looks) == 3


CUT_OFF = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.executescript("PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN IMMEDIATE")
connection.execute("UPDATE text SET body = body || 'more'")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("annotator", ["Amal", None])
def test_what_a_crash_cut_off_without_a_log_is_taken_back(path: Path, annotator: str | None) -> None:
    """So it is while SQLite begins or ends to keep a log: what it was at stands in a journal beside the file."""
    before = path.read_bytes()
    subprocess.run([sys.executable, "-c", CUT_OFF, str(path)], check=False)
    assert Path(f"{path}-journal").stat().st_size > 0
    assert path.read_bytes() != before
    with Project.open(path, annotator) as project:
        assert project.integrity_problems() == []
        assert {project.text(each)[: len(TEXT)] for each in project.document_ids()} == {TEXT}
        assert not any("more" in project.text(each) for each in project.document_ids())
    assert not Path(f"{path}-journal").exists()


def test_a_crash_of_another_program_is_left_to_it(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with contextlib.closing(sqlite3.connect(other)) as connection:
        connection.executescript("CREATE TABLE text (body TEXT)")
        connection.executemany("INSERT INTO text VALUES (?)", [(TEXT * 9,)] * 400)
        connection.commit()
    subprocess.run([sys.executable, "-c", CUT_OFF, str(other)], check=False)
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    assert len(before) == 2
    with pytest.raises(UserError, match=r"other\.db"):
        Project.open(other, "Amal")
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == before


@pytest.mark.skipif(os.name == "nt", reason="permissions are of another kind there")
def test_what_was_cut_off_is_not_read_half_done_where_nothing_can_be_written(path: Path, monkeypatch) -> None:
    subprocess.run([sys.executable, "-c", CUT_OFF, str(path)], check=False)
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    with pytest.raises(UserError, match="read-only"):
        Project.open(path, None)


def test_the_bytes_of_an_open_file_are_refused_by_whatever_name_and_its_locks_stay(path: Path) -> None:
    beside = path.with_name("beside.db")
    os.link(path, beside)
    one, other = (connections.opened(path, "mode=rw") for _ in range(2))
    one.execute("BEGIN IMMEDIATE")
    for name in (path, beside):
        with pytest.raises(UserError, match="is open elsewhere"):
            connections.read_bytes(name, LARGEST)
    run = subprocess.run([sys.executable, "-c", _WRITING, path], capture_output=True, text=True, check=True)
    assert "locked" in run.stdout
    one.close()
    with pytest.raises(UserError, match="is open elsewhere"):
        connections.read_bytes(path, LARGEST)
    other.close()
    assert connections.read_bytes(path, LARGEST) == path.read_bytes()


@pytest.mark.parametrize("writing", [False, True])
def test_what_has_gone_is_not_made_anew(tmp_path: Path, writing: bool) -> None:
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        connections.connected(tmp_path / "gone.qarar", writing=writing)
    assert list(tmp_path.iterdir()) == []


def test_a_connection_that_nobody_has_any_more_holds_no_file(path: Path) -> None:
    connection = connections.opened(path, "mode=ro")
    connection.execute("SELECT * FROM document").fetchall()
    del connection
    gc.collect()
    assert connections.read_bytes(path, LARGEST) == path.read_bytes()


def test_a_file_is_not_opened_while_its_bytes_are_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = regular_file.read_bytes
    other = path.with_name("other.db")
    other.touch()

    def reading(found: Path, largest: int) -> bytes:
        with pytest.raises(UserError, match="is open elsewhere"):
            connections.opened(path, "mode=ro")
        connections.opened(other, "mode=ro").close()
        return read(found, largest)

    monkeypatch.setattr(regular_file, "read_bytes", reading)
    connections.read_bytes(path, LARGEST)
    connections.opened(path, "mode=ro").close()


def test_a_file_that_seems_another_whenever_it_is_looked_at_is_opened_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some network drives number a file anew each time."""
    looked: list[Path] = []

    def identity(each: Path) -> tuple[int, int]:
        looked.append(each)
        assert len(looked) < 1000, "it is opened again and again"
        return 1, len(looked)

    monkeypatch.setattr(connections, "identity", identity)
    assert read(path) == 200
