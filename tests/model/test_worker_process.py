import errno
import io
from pathlib import Path

import pytest

from model import worker_process
from model.errors import DamagedProjectError, StorageError, UserError
from model.worker_process import Garbled


def test_a_piece_that_is_none_is_not_taken() -> None:
    def piece(length: int, content: bytes) -> io.BytesIO:
        return io.BytesIO(length.to_bytes(8, "big") + content)

    assert worker_process.receive(piece(2, b"{}")) == {}
    for broken in (piece(1, b"{"), piece(2**40, b"{}")):
        with pytest.raises(Garbled):
            worker_process.receive(broken)
    for short in (piece(3, b"{}"), io.BytesIO(b"\0"), io.BytesIO()):
        with pytest.raises(EOFError):
            worker_process.receive(short)
    with pytest.raises(Garbled):
        worker_process.send(io.BytesIO(), ["\udc80"])


@pytest.mark.parametrize("kind", [UserError, StorageError, DamagedProjectError])
def test_a_sentence_comes_through_and_names_the_path_as_its_reader_does(kind: type[UserError]) -> None:
    """What else a sentence shows, an error say, comes through as its words."""
    sent, path = kind("{path}: {reason}, {count}.", path=Path("/a/b"), reason=OSError("no"), count=2), Path("/a/b")
    read = worker_process.error(worker_process.error_json(sent, path), Path("b"))
    assert type(read) is kind
    assert read.values == {"path": Path("b"), "reason": "no", "count": 2}
    assert str(read) == "b: no, 2."


def test_a_sentence_within_a_sentence_comes_through_as_one() -> None:
    """So that the window can translate it."""
    path = Path("/a/b")
    inner = UserError("{path}: no ({reason}).", path=path, reason=OSError(errno.EIO, "x"))
    sent = StorageError("{path}: {problem}", path=path, problem=inner)
    read = worker_process.error(worker_process.error_json(sent, path), Path("b"))
    assert type(read) is StorageError
    problem = read.values["problem"]
    assert isinstance(problem, UserError)
    assert isinstance(problem.values["reason"], UserError)
    assert str(read) == "b: b: no (Input/output error)."


def test_sentences_within_one_another_without_end_are_not_taken() -> None:
    value: object = "x"
    for _ in range(100):
        value = {"kind": "error", "template": "{a}", "values": {"a": value}}
    with pytest.raises(Garbled):
        worker_process.error(value, Path("b"))


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        {"kind": "error", "template": "No."},
        {"kind": "other", "template": "No.", "values": {}},
        {"kind": "fault", "template": 1, "values": {}},
        {"kind": "fault", "template": "No.", "values": []},
        {"kind": "fault", "template": "{a}", "values": {"a": ["b"]}},
    ],
)
def test_what_is_no_sentence_is_not_taken(wrong: object) -> None:
    with pytest.raises(Garbled):
        worker_process.error(wrong, Path("b"))


def test_what_is_installed_as_one_program_has_no_python_to_start(monkeypatch: pytest.MonkeyPatch) -> None:
    assert worker_process.available()
    monkeypatch.setattr(worker_process.sys, "frozen", True, raising=False)
    assert not worker_process.available()
    monkeypatch.delattr(worker_process.sys, "frozen")
    monkeypatch.setattr(worker_process.sys, "executable", "")
    assert not worker_process.available()


def test_a_sentence_of_another_kind_comes_through_as_one() -> None:
    class Other(UserError):
        """As formats have them."""

    read = worker_process.error(worker_process.error_json(Other("{path}: no.", path=Path("a")), Path("a")), Path("b"))
    assert (type(read), str(read)) == (UserError, "b: no.")
