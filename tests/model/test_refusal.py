from pathlib import Path

from model.refusal import Refusal


def test_a_sentence_has_one_line_whatever_is_filled_in() -> None:
    refusal = Refusal("{path}: “{name}” is {count} too many.", path=Path("a  b"), name=" x\n y\r", count=2)
    assert str(refusal) == "a  b: “x y” is 2 too many."
    assert refusal.values == {"path": Path("a  b"), "name": "x y", "count": 2}
    assert str(Refusal("{reason}.", reason=ValueError("a\r\n b\u2028c"))) == "a b c."


def test_names_are_told_as_they_are() -> None:
    assert str(Refusal("“{name}”", name="A  B ")) == "“A  B ”"
    inner = Refusal("x")
    assert Refusal("{problem}", problem=inner).values["problem"] is inner
