import json
import sys
from pathlib import Path
from typing import Any

import pytest

from model.errors import Cancelled, UserError
from model.formats import json_items

WHOLE: dict[str, Any] = {
    "format": "one",
    "number": -1.5e3,
    "empty": [],
    "list": [{"a": [1, 2, {"b": None}]}, "نص “مقتبس”", 3, True, [[]], "\U0001f4dc" * 9],
    "object": {"list": [1, 2]},
    "last": '\\"\n',
}


def put(folder: Path, content: str | bytes) -> Path:
    path = folder / "a.json"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def pieces(path: Path) -> list[tuple[str, int | None, Any]]:
    return [(key, index, value) for key, index, value, _ in json_items.members(path)]


def refused(folder: Path, content: str | bytes) -> str:
    path = put(folder, content)
    with pytest.raises(UserError) as refusal:
        list(json_items.members(path))
    return str(refusal.value).removeprefix(f"{path}: ")


@pytest.mark.parametrize("piece", [1, 2, 3, 7, 64, json_items._PIECE])
@pytest.mark.parametrize("indent", [None, 3])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_members_and_items_are_the_same_wherever_the_window_cuts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, piece: int, indent: int | None, ascii_only: bool
) -> None:
    monkeypatch.setattr(json_items, "_PIECE", piece)
    path = put(tmp_path, json.dumps(WHOLE, ensure_ascii=ascii_only, indent=indent))
    found: dict[str, Any] = {}
    for key, index, value in pieces(path):
        if index is None:
            assert key not in found
            found[key] = value
        else:
            assert index == len(found[key])
            found[key].append(value)
    assert found == WHOLE
    assert list(found) == list(WHOLE)


def test_the_memory_of_a_piece_counts_its_characters_and_its_values(tmp_path: Path) -> None:
    letters, marks = "x" * 100_000, ["y"] * 10_000
    path = put(tmp_path, json.dumps({"a": letters, "b": "ن" + letters, "c": marks}, ensure_ascii=False))
    a, b, _, *c = (size.memory for *_, size in json_items.members(path))
    assert len(c) == len(marks) and min(c) >= sys.getsizeof("y")
    assert a >= sys.getsizeof(letters)
    assert b >= sys.getsizeof("ن" + letters)


def test_how_many_values_a_piece_has_is_told(tmp_path: Path) -> None:
    path = put(tmp_path, '\ufeff {"a": [1, {"b": [1, 2], "c": "x"}, []], "d": null} ')
    found = [(key, index, size) for key, index, _, size in json_items.members(path)]
    assert all(size.memory >= 50 * size.values for *_, size in found)
    sizes = [(key, index, size.values) for key, index, size in found]
    assert sizes[0] == ("a", None, 1)
    # At most: each bracket and each comma may be one, those in texts too.
    assert [(key, index) for key, index, _ in sizes[1:]] == [("a", 0), ("a", 1), ("a", 2), ("d", None)]
    assert all(size >= least for (_, _, size), least in zip(sizes[1:], (1, 5, 1, 1), strict=True))


@pytest.mark.parametrize("content", ["[1, 2]", '"a"', "12", "null", " [] "])
def test_what_is_no_object_comes_whole_under_no_key(tmp_path: Path, content: str) -> None:
    assert pieces(put(tmp_path, content)) == [("", None, json.loads(content))]


@pytest.mark.parametrize(
    "content, sentence",
    [
        ("", "not JSON (at character 0: Expecting value)."),
        ("{", "not JSON (at character 1: Expecting property name enclosed in double quotes)."),
        ('{"a" 1}', "not JSON (at character 5: Expecting ':' delimiter)."),
        ('{"a": 1 "b": 2}', "not JSON (at character 8: Expecting ',' delimiter)."),
        ('{"a": [1 2]}', "not JSON (at character 9: Expecting ',' delimiter)."),
        ('{"a": [1, 2}', "not JSON (at character 11: Expecting ',' delimiter)."),
        ('{"a": 1} 2', "not JSON (at character 9: Extra data)."),
        ('{"a": "b', "not JSON (at character 6: Unterminated string starting at)."),
        ('{"a": 1, "b": 2, "a": 3}', "not JSON that can be read (the key “a” stands twice in one object)."),
        ('{"a": [{"b": 1, "b": 2}]}', "not JSON that can be read (the key “b” stands twice in one object)."),
        ('{"a": NaN}', "not JSON that can be read (NaN is no number of JSON)."),
        ('{"a": ["b", "\\ud800"]}', "/a/1 holds half of a character (a lone surrogate)."),
        (b'{"a": "b\xff"}', "not UTF-8 (at byte 8)."),
        (b'{"a": "b\xd9', "not UTF-8 (at byte 8)."),
    ],
)
@pytest.mark.parametrize("piece", [1, 5, json_items._PIECE])
def test_what_is_doubtful_gets_one_sentence_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str | bytes, sentence: str, piece: int
) -> None:
    monkeypatch.setattr(json_items, "_PIECE", piece)
    assert refused(tmp_path, content) == sentence


def test_nesting_without_end_is_refused(tmp_path: Path) -> None:
    for content in ("[" * 200_000, '{"a":' * 200_000, '{"a": [' + "[" * 200_000):
        assert refused(tmp_path, content) == "nested too deeply."


def test_a_piece_of_too_many_values_is_refused_before_it_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_items, "MOST_VALUES", 100)
    sentence = "{} holds more values than are read of it at once (100)."
    assert refused(tmp_path, '{"a": [0, [' + "{}," * 100 + "1]]}") == sentence.format("/a/1")
    assert refused(tmp_path, '{"a": {"b": [' + "[]," * 60 + "1]}}") == sentence.format("/a")
    assert len(pieces(put(tmp_path, '{"a": [' + "[]," * 500 + "1]}"))) == 502
    monkeypatch.setattr(json_items, "_PIECE", 10)
    unfinished = '{"a": [0, [' + "{}," * 200
    assert refused(tmp_path, unfinished) == sentence.format("/a/1")


def test_a_piece_that_takes_too_much_memory_is_refused_before_its_end_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_items, "MOST_MEMORY", 1024 * 1024)
    monkeypatch.setattr(json_items, "_PIECE", 1024)
    longest = 0
    decode = json_items._DECODER.raw_decode

    def raw_decode(text: str, at: int) -> tuple[Any, int]:
        nonlocal longest
        longest = max(longest, len(text) - at)
        return decode(text, at)

    monkeypatch.setattr(json_items, "_DECODER", type("Decoder", (), {"raw_decode": staticmethod(raw_decode)}))
    assert refused(tmp_path, '{"a": ["' + "a" * 5_000_000 + '"]}') == "/a/0 is larger than 1 MiB."
    assert longest < 2 * 1024 * 1024  # characters of one byte
    # Of Arabic, and beside a sign of four bytes, there may be fewer characters.
    for letter, number in (("ا", 400_000), ("ا", 600_000), ("\U0001f4dc", 200_000), ("\U0001f4dc", 300_000)):
        content = f'{{"a": "{letter * number}"}}'
        if number in (400_000, 200_000):
            assert pieces(put(tmp_path, content)) == [("a", None, letter * number)]
        else:
            assert refused(tmp_path, content) == "/a is larger than 1 MiB."


def test_a_larger_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_items, "LARGEST", 1024 * 1024)
    assert refused(tmp_path, '{"a": [' + "1," * 1024 * 1024 + "1]}") == "larger than 1 MiB."
    assert refused(tmp_path, b" " * 1024 * 1024 + b"{}") == "larger than 1 MiB."


@pytest.mark.parametrize("content", ['{"a": [' + '"b",' * 5000 + "1]}", '{"a": "' + "b" * 20_000 + '"}'])
def test_reading_can_be_stopped_at_each_piece(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    monkeypatch.setattr(json_items, "_PIECE", 1000)
    path = put(tmp_path, content)
    looks = 0

    def tick() -> None:
        nonlocal looks
        looks += 1
        if looks == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        list(json_items.members(path, tick))
    assert looks == 3
