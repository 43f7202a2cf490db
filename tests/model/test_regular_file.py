import os
import socket
from pathlib import Path

import pytest

from model.errors import UserError
from model.formats import clause_json, json_file, resolution_text
from model.regular_file import check_file, read_bytes


def test_a_file_is_read_whole_up_to_the_largest(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 2**20)
    assert read_bytes(path, 2**20) == b"x" * 2**20
    path.write_bytes(b"x" * (2**20 + 1))
    with pytest.raises(UserError, match=r"a: larger than 1 MiB\.$"):
        read_bytes(path, 2**20)


def test_what_is_no_file_is_never_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To read a pipe that nobody writes to would be to wait for ever."""
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket")
        for path, sentence in (
            (Path("pipe"), "a pipe or a socket"),
            (Path("socket"), "a pipe or a socket"),
            (Path("/dev/zero"), "a device"),
            (tmp_path, "it is a folder"),
            (tmp_path / "none", "No such file"),
            (tmp_path / ("x" * 300), "cannot be read"),
        ):
            for read in (check_file, resolution_text.read_file, json_file.parse, clause_json.read):
                with pytest.raises(UserError, match=sentence) as refused:
                    read(path)
                assert str(refused.value).startswith(f"{path}: cannot be read")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"")

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)
    with pytest.raises(UserError, match=r"cannot be read \(Permission denied\)"):
        read_bytes(path, 1)


def test_json_has_a_limit_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_file, "LARGEST", 2**20)
    path = tmp_path / "a.json"
    path.write_bytes(b" " * 2**20 + b"1")
    with pytest.raises(UserError, match="larger than 1 MiB"):
        json_file.parse(path)
