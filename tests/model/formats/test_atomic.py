import errno
import os
import stat
from functools import partial
from pathlib import Path

import pytest

from model.errors import UserError
from model.formats import atomic
from model.formats.atomic import filling, replacing
from model.project import Project
from model.storage import file
from model.storage.connection import connected
from model.storage.sole_use import sole_use


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_target_appears_when_the_block_ends(tmp_path: Path) -> None:
    target = tmp_path / ("ق" * 120 + ".json")  # 245 bytes: as long as a name may be, nearly
    with replacing(target) as file:
        file.write("قرار\n".encode())
        assert not target.exists()
    assert target.read_bytes() == "قرار\n".encode()
    assert names(tmp_path) == [target.name]


def test_a_target_that_is_there_is_replaced_with_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_bytes(b"before")
    target.chmod(0o640)
    with replacing(target) as file:
        file.write(b"after")
        assert target.read_bytes() == b"before"
    assert target.read_bytes() == b"after"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    with replacing(tmp_path / "a.json"):
        pass
    assert (tmp_path / "a.json").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_link_stays_and_what_it_names_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_bytes(b"before")
    (tmp_path / "link.json").symlink_to("real.json")
    with replacing(tmp_path / "link.json") as file:
        file.write(b"after")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_bytes() == b"after"


def test_what_raises_in_the_block_leaves_the_target_and_no_leftover(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_bytes(b"before")
    with pytest.raises(ZeroDivisionError), replacing(target) as file:
        file.write(b"x" * 3_000_000)
        raise ZeroDivisionError
    assert target.read_bytes() == b"before"
    assert names(tmp_path) == ["a.json"]


def test_a_fault_of_something_else_is_not_told_as_one_of_the_target(tmp_path: Path) -> None:
    with pytest.raises(BrokenPipeError), replacing(tmp_path / "a.json"):
        raise BrokenPipeError
    assert names(tmp_path) == []


def test_a_target_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    os.mkfifo(tmp_path / "pipe")
    for target, sentence in (
        (tmp_path, "this is a folder"),
        (tmp_path / "none" / "a.json", "its folder does not exist"),
        (tmp_path / "file" / "a.json", "cannot be written"),
        (tmp_path / "pipe", "this is a device"),
        (tmp_path / ("x" * 300), "cannot be written"),
    ):
        with pytest.raises(UserError, match=sentence) as refused, replacing(target):
            pass
        assert str(refused.value).startswith(f"{target}: ")
    assert names(tmp_path) == ["file", "pipe"]


def test_a_file_that_is_read_only_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.json"
    target.write_bytes(b"before")
    # Whoever may do everything is never told that something is read-only.
    monkeypatch.setattr(atomic.os, "access", lambda path, mode: False)
    with pytest.raises(UserError, match="read-only"), replacing(target):
        pass
    assert target.read_bytes() == b"before"


def test_the_name_is_on_the_disk_too_when_the_block_has_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise a power failure could take away a file that somebody was told of."""
    synced: list[tuple[bool, list[str]]] = []
    sync = os.fsync

    def noted(descriptor: int) -> None:
        synced.append((stat.S_ISDIR(os.fstat(descriptor).st_mode), os.listdir(tmp_path)))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", noted)
    with replacing(tmp_path / "out") as file:
        file.write(b"whole")
    assert (True, ["out"]) in synced


@pytest.mark.parametrize("failing", ["fsync", "replace", "open"])
def test_a_full_disk_is_told_and_leaves_nothing(failing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    target = tmp_path / "a.json"
    target.write_bytes(b"before")
    monkeypatch.setattr(atomic.os, failing, full)
    with (
        pytest.raises(UserError, match=r"a\.json: the disk is full"),
        replacing(target) as file,
    ):
        file.write(b"x" * 3_000_000)
    assert target.read_bytes() == b"before"
    assert names(tmp_path) == ["a.json"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_disk_that_fills_up_while_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told of the target, not of the buffer that still holds what could not be written."""
    target = tmp_path / "a.json"
    open_file = os.open
    monkeypatch.setattr(atomic.os, "open", lambda path, flags, mode: open_file("/dev/full", os.O_WRONLY))
    for size in (10, 3_000_000):
        with pytest.raises(UserError, match=r"a\.json: the disk is full"), replacing(target) as file:
            file.write(b"x" * size)
    assert names(tmp_path) == []


def test_a_folder_is_filled_when_the_block_ends(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "er" / "out"
    with filling(target) as write:
        write("a", b"1")
        write("b", b"2")
        assert not target.exists()
    assert names(target.parent) == ["out"]
    assert {path.name: path.read_bytes() for path in target.iterdir()} == {"a": b"1", "b": b"2"}
    (tmp_path / "usual").mkdir()
    assert target.stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_what_a_folder_holds_stays_but_for_what_is_written(tmp_path: Path) -> None:
    for name, mode in (("a", 0o640), ("mine", 0o600)):
        (tmp_path / name).write_bytes(b"before")
        (tmp_path / name).chmod(mode)
    (tmp_path / "link").symlink_to("mine")
    (tmp_path / "loose").symlink_to("none")
    with filling(tmp_path) as write:
        for name in ("a", "link", "loose", "new"):
            write(name, b"after")
        assert (tmp_path / "a").read_bytes() == b"before"
    assert names(tmp_path) == ["a", "link", "loose", "mine", "new"]
    assert {name for name in names(tmp_path) if (tmp_path / name).read_bytes() == b"after"} == {
        "a", "link", "loose", "new",
    }  # fmt: skip
    assert not any(path.is_symlink() for path in tmp_path.iterdir())
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


@pytest.mark.parametrize("there", [True, False])
def test_what_raises_leaves_the_folder_as_it_was(tmp_path: Path, there: bool) -> None:
    target = tmp_path / "deep" / "out"
    if there:
        target.mkdir(parents=True)
        (target / "a").write_bytes(b"before")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ZeroDivisionError), filling(target) as write:
        write("a", b"after")
        raise ZeroDivisionError
    assert sorted(tmp_path.rglob("*")) == before
    assert not there or (target / "a").read_bytes() == b"before"


def test_a_folder_that_cannot_be_filled_is_refused_before_anything_is_moved(tmp_path: Path) -> None:
    (tmp_path / "out" / "b").mkdir(parents=True)
    (tmp_path / "out" / "a").write_bytes(b"before")
    os.mkfifo(tmp_path / "out" / "pipe")
    for target, name, place, sentence in (
        (tmp_path / "out", "b", "out/b", "this is a folder"),
        (tmp_path / "out", "pipe", "out/pipe", "this is a device"),
        (tmp_path / "out", "x" * 300, "out/xxx", "cannot be written"),
        (tmp_path / "out" / "a", "b", "out/a", "this is a file, not a folder"),
        (tmp_path / "out" / "a" / "c", "b", "out/a/c", "cannot be written"),
    ):
        with pytest.raises(UserError, match=sentence) as refused, filling(target) as write:
            write("a", b"after")
            write(name, b"after")
        assert str(refused.value).startswith(f"{tmp_path}/{place}")
        assert names(tmp_path / "out") == ["a", "b", "pipe"]
        assert (tmp_path / "out" / "a").read_bytes() == b"before"


@pytest.mark.parametrize("there", [True, False])
def test_a_full_disk_leaves_the_folder_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    target = tmp_path / "out"
    if there:
        target.mkdir()
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(UserError, match=r"out/a: the disk is full"), filling(target) as write:
        write("a", b"x")
    assert names(tmp_path) == (["out"] if there else [])
    assert not there or names(target) == []


def test_a_project_that_another_program_has_alone_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it is being compacted, say: nothing can be read of it then."""
    target = tmp_path / "p.qarar"
    Project.create(target, "Amal").close()
    monkeypatch.setattr(file, "connected", partial(connected, patience=0.0))
    never = pytest.raises(UserError, match="an export never takes the place of one")
    with sole_use(target), never, replacing(target) as beside:
        beside.write(b"{}")
    Project.open(target, None).close()
