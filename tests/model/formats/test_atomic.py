import errno
import os
import stat
from pathlib import Path

import pytest

from model.formats import atomic
from model.formats.atomic import replacing
from model.refusal import Refusal


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
        with pytest.raises(Refusal, match=sentence) as refused, replacing(target):
            pass
        assert str(refused.value).startswith(f"{target}: ")
    assert names(tmp_path) == ["file", "pipe"]


def test_a_file_that_is_read_only_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.json"
    target.write_bytes(b"before")
    # Whoever may do everything is never told that something is read-only.
    monkeypatch.setattr(atomic.os, "access", lambda path, mode: False)
    with pytest.raises(Refusal, match="read-only"), replacing(target):
        pass
    assert target.read_bytes() == b"before"


@pytest.mark.parametrize("failing", ["fsync", "replace", "open"])
def test_a_full_disk_is_told_and_leaves_nothing(failing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    target = tmp_path / "a.json"
    target.write_bytes(b"before")
    monkeypatch.setattr(atomic.os, failing, full)
    with (
        pytest.raises(Refusal, match=r"a\.json: cannot be written \(No space left on device\)"),
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
        with pytest.raises(Refusal, match=r"a\.json: cannot be written \(No space left"), replacing(target) as file:
            file.write(b"x" * size)
    assert names(tmp_path) == []
