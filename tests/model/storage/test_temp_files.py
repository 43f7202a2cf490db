import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from model.storage import temp_files

ROOT = Path(__file__).parents[3]


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def leave(folder: Path, kind: str) -> None:
    """Have a process make a file or folder of that kind, with something in it, and be killed."""
    program = f"""
import os, signal
from pathlib import Path
from model.storage import temp_files
with temp_files.{kind}(Path({str(folder)!r})) as made:
    if isinstance(made, tuple):
        os.write(made[1], b"half")
        Path(f"{{made[0]}}-journal").touch()
    else:
        (made / "a").touch()
    os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)


@pytest.mark.parametrize("kind", ["new_file", "new_folder"])
def test_what_a_killed_process_leaves_is_cleared(tmp_path: Path, kind: str) -> None:
    leave(tmp_path, kind)
    assert len(names(tmp_path)) == (2 if kind == "new_file" else 1)
    temp_files.clear_leftovers(tmp_path)
    assert names(tmp_path) == []


def test_what_sqlite_left_beside_a_file_goes_with_it(tmp_path: Path) -> None:
    with temp_files.new_file(tmp_path) as (file, descriptor):
        os.close(descriptor)
        Path(f"{file}-journal").touch()
        temp_files.put_new(file, tmp_path / "whole")
    assert names(tmp_path) == ["whole"]


@pytest.mark.parametrize("beside", ["-journal", "-wal", "-shm"])
def test_what_sqlite_left_goes_where_a_power_failure_took_the_file_itself(tmp_path: Path, beside: str) -> None:
    with temp_files.new_file(tmp_path) as (file, descriptor):
        os.close(descriptor)
        Path(f"{file}{beside}").touch()
        (tmp_path / f".qarar-{'0' * 32}.partial{beside}").touch()
        temp_files.clear_leftovers(tmp_path)
        assert names(tmp_path) == [file.name, f"{file.name}{beside}"]


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_takes_the_place_of_none(tmp_path: Path, links: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*given: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    if not links:
        monkeypatch.setattr(os, "link", no_links)
    for content in ("first", "second"):
        with temp_files.new_file(tmp_path) as (file, descriptor):
            os.write(descriptor, content.encode())
            os.close(descriptor)
            if content == "first":
                temp_files.put_new(file, tmp_path / "whole")
            else:
                with pytest.raises(FileExistsError):
                    temp_files.put_new(file, tmp_path / "whole")
    assert names(tmp_path) == ["whole"]
    assert (tmp_path / "whole").read_text() == "first"


def test_what_is_under_way_stays(tmp_path: Path) -> None:
    program = f"""
from pathlib import Path
from model.storage import temp_files
temp_files.clear_leftovers(Path({str(tmp_path)!r}))
"""
    with temp_files.new_file(tmp_path) as (file, descriptor), temp_files.new_folder(tmp_path) as folder:
        os.close(descriptor)  # held beyond that
        temp_files.clear_leftovers(tmp_path)
        subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
        assert names(tmp_path) == sorted((file.name, folder.name))
    assert names(tmp_path) == []


def test_nobody_elses_files_are_touched(tmp_path: Path) -> None:
    mine = [".copy.qarar.partial", ".qarar-mine.partial", f"qarar-{'0' * 32}.partial", f".qarar-{'0' * 32}.partial2"]
    for name in mine:
        (tmp_path / name).touch()
    (tmp_path / f".qarar-{'1' * 32}.partial").symlink_to(mine[0])
    temp_files.clear_leftovers(tmp_path)
    assert len(names(tmp_path)) == 5
    temp_files.clear_leftovers(tmp_path / "none")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such locks")
@pytest.mark.parametrize("kind", ["file", "folder"])
def test_who_is_clearing_it_meanwhile_is_waited_for(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between its making and its lock another thread may have taken it for a leftover, and be about to remove it."""
    import fcntl

    name, clearing = temp_files._name, threading.Event()
    made: list[Path] = []

    def named() -> str:
        made.append(tmp_path / name())
        return made[-1].name

    def clear() -> None:
        while not made or not made[0].exists():
            pass
        descriptor = os.open(made[0], os.O_RDONLY)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        clearing.set()
        time.sleep(0.05)
        shutil.rmtree(made[0]) if kind == "folder" else made[0].unlink()
        os.close(descriptor)

    hold = temp_files._hold

    def held(descriptor: int) -> int | None:
        clearing.wait()
        return hold(descriptor)

    monkeypatch.setattr(temp_files, "_name", named)
    monkeypatch.setattr(temp_files, "_hold", held)
    other = threading.Thread(target=clear)
    other.start()
    if kind == "folder":
        with temp_files.new_folder(tmp_path) as folder:
            other.join()
            assert folder.is_dir()
    else:
        with temp_files.new_file(tmp_path) as (path, descriptor):
            os.close(descriptor)
            other.join()
            assert path.is_file()
    assert len(made) == 2
