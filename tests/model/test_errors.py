import errno
import os
import pickle
from pathlib import Path

from model.errors import StorageError, UserError


def test_a_sentence_has_one_line_whatever_is_filled_in() -> None:
    refusal = UserError("{path}: “{name}” is {count} too many.", path=Path("a  b"), name=" x\n y\r", count=2)
    assert str(refusal) == "a  b: “x y” is 2 too many."
    assert refusal.values == {"path": Path("a  b"), "name": "x y", "count": 2}
    assert str(UserError("{reason}.", reason=ValueError("a\r\n b\u2028c"))) == "a b c."


def test_names_are_told_as_they_are() -> None:
    assert str(UserError("“{name}”", name="A  B ")) == "“A  B ”"
    inner = UserError("x")
    assert UserError("{problem}", problem=inner).values["problem"] is inner


def test_what_the_system_says_is_a_sentence_of_its_own() -> None:
    """As the command line has always said it; the window translates it."""
    for number in (errno.ENOSPC, errno.EACCES, errno.ENOENT, errno.EIO, errno.ENAMETOOLONG):
        refusal = UserError("{path}: no ({reason}).", path=Path("a"), reason=OSError(number, os.strerror(number), "b"))
        assert str(refusal) == f"a: no ({os.strerror(number)})."
        reason = refusal.values["reason"]
        assert isinstance(reason, UserError)
        assert (reason.template, reason.values) == (os.strerror(number), {})


def test_what_the_system_seldom_says_comes_with_its_own_words() -> None:
    refusal = UserError("no ({reason}).", reason=OSError(errno.ECHILD, "None\nthere"))
    assert str(refusal) == "no (None there)."
    assert isinstance(refusal.values["reason"], UserError)
    assert refusal.values["reason"].values == {"system_error": "None there"}
    assert UserError("no ({reason}).", reason=OSError("a library's own")).values["reason"] == "a library's own"


def test_a_sentence_within_a_sentence_can_be_sent_to_another_process() -> None:
    refusal = UserError("no ({reason}).", reason=OSError(errno.EIO, "x"))
    copied = pickle.loads(pickle.dumps(refusal))
    assert str(copied) == str(refusal) == "no (Input/output error)."


def test_a_refusal_can_tell_of_another_path() -> None:
    path, other = Path("a/.partial"), Path("b")
    inner = UserError("{path}: {reason}", path=path, reason="no")
    renamed = StorageError("{path}: {name}: {problem}", path=path, name="n", problem=inner).renamed(path, other)
    assert (type(renamed), str(renamed)) == (StorageError, "b: n: b: no")
