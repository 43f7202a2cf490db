import copy
import hashlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from model import worker_process
from model.annotation.documents import Wrapping
from model.annotation.metadata import Metadata
from model.errors import StorageError, UserError
from model.formats import reading_ahead
from model.formats.clause_json import Clause
from model.formats.reading_ahead import ReadText
from model.formats.source_text import SourceText
from model.storage.folded_texts import folded_text
from model.text.layout import Layout
from model.worker_process import Garbled

PATHS = (Path("a.xml"), Path("b.xml"))
TEXT = "قرار \u202eأول\u202c"


def found() -> list[ReadText | UserError]:
    source = SourceText(
        TEXT,
        Wrapping("%%%A|", bom=True, newline="mixed", final_newline=False),
        ("A", "B"),
        Metadata(symbol="A/RES/59/187"),
        (Clause(0, 4, "operative", "1", 0, (0, 2), False), Clause(5, 7, "paragraph", None, 1, None, True, 0.5)),
        (UserError("{path}: pictures left out: {count}.", path=PATHS[0], count=3),),
        Layout(paragraphs=(5,), lines=(7,), italics=((0, 4),)),
    )
    remark = UserError("{path}: “{name}” ({other}).", path=PATHS[0], name="x", other=Path("elsewhere"))
    read = ReadText(source, Metadata(organ="GA", title="عنوان"), (remark,), folded_text(TEXT))
    return [read, StorageError("{path}: cannot be read ({reason}).", path=PATHS[1], reason=OSError("no"))]


def told(value: object) -> object:
    return (type(value), str(value)) if isinstance(value, UserError) else value


def sent() -> Any:
    """What the answer is as JSON."""
    return orjson.loads(orjson.dumps(reading_ahead.answer_json(PATHS, found())))


def test_what_was_read_comes_back_whole() -> None:
    pipe = io.BytesIO()
    worker_process.send(pipe, reading_ahead.answer_json(PATHS, found()))
    pipe.seek(0)
    (read, refused), (wanted, refusal) = reading_ahead.answer(worker_process.receive(pipe), PATHS), found()
    assert isinstance(read, ReadText) and isinstance(wanted, ReadText)
    assert (read.source.clauses, read.metadata, read.folded) == (wanted.source.clauses, wanted.metadata, wanted.folded)
    assert read.source.wrapping == wanted.source.wrapping and read.source.text == TEXT
    assert read.source.layout == wanted.source.layout != Layout()
    assert (read.source.terms, read.source.stated) == (wanted.source.terms, wanted.source.stated)
    assert list(map(told, read.source.notes + read.remarks)) == list(map(told, wanted.source.notes + wanted.remarks))
    assert told(refused) == told(refusal)


def test_a_refusal_names_the_path_as_it_was_given() -> None:
    absolute, _ = reading_ahead.request(orjson.loads(orjson.dumps(reading_ahead.request_json(PATHS, "docx"))))
    assert all(path.is_absolute() for path in absolute)
    answered = reading_ahead.answer_json(absolute[:1], [UserError("{path}: no.", path=absolute[0])])
    assert [str(each) for each in reading_ahead.answer(answered, PATHS[:1])] == ["a.xml: no."]


def with_value(value: object, *keys: str | int) -> Callable[[Any], None]:
    def change(answer: Any) -> None:
        for key in keys[:-1]:
            answer = answer[key]
        answer[keys[-1]] = value

    return change


WRONG = [
    with_value(None, 0),
    with_value({"read": {}}, 0),
    with_value({"refused": {"kind": "model.errors.Refusal", "template": "", "values": {}}}, 0),
    with_value({"refused": {"kind": "error", "template": "", "values": []}}, 0),
    with_value({"a": {}}, 1, "refused", "values"),
    with_value([1], 1, "refused", "values", "path"),
    with_value(TEXT + "x", 0, "read", "text"),
    with_value(None, 0, "read", "text"),
    with_value("cr", 0, "read", "wrapping", "newline"),
    with_value("true", 0, "read", "wrapping", "bom"),
    with_value(1, 0, "read", "wrapping", "more"),
    with_value(["A", 1], 0, "read", "terms"),
    with_value("A", 0, "read", "terms"),
    with_value(2023, 0, "read", "metadata", "session"),
    with_value(True, 0, "read", "clauses", 0, "start"),
    with_value(1.5, 0, "read", "clauses", 0, "end"),
    with_value([1, 2, 3], 0, "read", "clauses", 0, "lead"),
    with_value("0.5", 0, "read", "clauses", 0, "confidence"),
    with_value("{", 0, "read", "layout"),
    with_value({"paragraphs": [5]}, 0, "read", "layout"),
    with_value('{"paragraphs":[500]}', 0, "read", "layout"),
    with_value("AAAA", 0, "read", "stretches"),
    with_value("!", 0, "read", "stretches"),
    lambda answer: answer.pop(),
]


@pytest.mark.parametrize("change", WRONG)
def test_what_has_another_shape_is_not_taken(change: Callable[[Any], None]) -> None:
    right = sent()
    wrong = copy.deepcopy(right)
    change(wrong)
    assert wrong != right
    reading_ahead.answer(right, PATHS)
    with pytest.raises(Garbled):
        reading_ahead.answer(wrong, PATHS)


def test_the_text_must_be_the_one_that_was_folded() -> None:
    wrong = sent()
    wrong[0]["read"]["sha256"] = hashlib.sha256(b"x").hexdigest()
    with pytest.raises(Garbled):
        reading_ahead.answer(wrong, PATHS)
