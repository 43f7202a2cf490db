import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.formats import project_json
from model.formats.json_schema import Misfit, compile_schema, pointer, read_schema, refuse
from model.formats.project_json import schema_of
from model.project import Project
from tests.model.formats.projects import annotated
from tests.model.formats.test_project_json import VALIDATOR, edit, value_at

SCHEMA = schema_of("qarar-project/1")
CHECK = read_schema(SCHEMA)


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("shape")
    with Project.create(folder / "a.qarar", "Amal") as project:
        annotated(project)
        project_json.write(project, folder / "a.json")
    return (folder / "a.json").read_text("utf-8")


def parsed(value: Any) -> Any:
    """The value as ``json_file.parse`` gives it."""

    def number(literal: str) -> float:
        return int(float(literal)) if float(literal).is_integer() else float(literal)

    return json.loads(json.dumps(value), parse_float=number)


@given(data=st.data())
@settings(max_examples=200)
def test_it_says_what_the_validator_of_json_schema_says(text: str, data: st.DataObject) -> None:
    value = json.loads(text)
    for _ in range(data.draw(st.integers(0, 2))):
        edit(value, data.draw)
    found = CHECK(parsed(value))
    faults = {pointer(*error.absolute_path): error for error in VALIDATOR.iter_errors(value)}
    assert (found is None) == (not faults)
    if found is not None and found.fault == "unknown":
        assert faults[found.place.rpartition("/")[0]].validator == "additionalProperties"
    elif found is not None:
        assert found.place in faults


def one(schema: Any) -> Any:
    return compile_schema(schema, schema)


@pytest.mark.parametrize(
    "schema,right,wrong",
    [
        ({"type": "string"}, ["", "x"], [None, 1, True, [], {}]),
        ({"type": ["string", "null"], "minLength": 2}, ["ab", None], ["a", 1]),
        ({"type": "string", "maxLength": 1, "pattern": "^[ab]$"}, ["a"], ["c", "a\n", ""]),
        ({"type": "string", "enum": ["a", "b"]}, ["a"], ["c", "", None]),
        ({"type": ["string", "null"], "enum": ["a", None]}, ["a", None], ["c", "", 1]),
        ({"type": "string", "pattern": r"^(?=\s*\S)[^|\r\n\u0000]*(?![\s\S])"},
         ["a", " b ", "🕊"], ["", " ", "a\n", "\na", "a|", "a\0"]),
        ({"type": "string", "const": "a"}, ["a"], ["b"]),
        ({"type": "integer"}, [0, -1], [True, False, 0.5, "1", None]),
        ({"type": "integer", "minimum": 0, "maximum": 2}, [0, 2], [-1, 3, True]),
        ({"type": ["number", "null"], "minimum": 0, "maximum": 1}, [0, 0.5, 1, None], [1.5, float("inf"), -0.1, True]),
        ({"type": "boolean"}, [True, False], [0, 1, None, "true"]),
        ({"type": "array", "items": {"type": "integer"}}, [[], [1, 2]], [["1"], {}, None]),
        ({"type": "object", "additionalProperties": {"type": "string"}}, [{}, {"a": "b"}], [{"a": 1}, []]),
        ({"type": "object", "properties": {"a": {"type": "null"}}}, [{}, {"a": None}, {"b": 1}], [{"a": 1}]),
        ({"type": "object", "required": ["a"], "additionalProperties": False, "properties": {"a": {"type": "null"}}},
         [{"a": None}], [{}, {"a": 1}, {"a": None, "b": 1}]),
        ({"$defs": {"x": {"type": "null"}}, "type": "array", "items": {"$ref": "#/$defs/x"}}, [[None]], [[1]]),
    ],
)  # fmt: skip
def test_each_keyword(schema: Any, right: list[Any], wrong: list[Any]) -> None:
    check, validator = one(schema), jsonschema.Draft202012Validator(schema)
    for value in right:
        assert check(value) is None
        assert validator.is_valid(value)
    for value in wrong:
        assert check(value) is not None
        assert not validator.is_valid(value)


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "format": "uuid"},
        {"type": "integer", "multipleOf": 2},
        {"type": "array", "items": {"type": "null"}, "minItems": 1},
        {"type": "null", "oneOf": []},
        {"type": "object", "patternProperties": {}},
        {"type": "object", "properties": {"a": {"type": "string", "minimum": 1}}},
        {"$ref": "#/$defs/x", "type": "string", "$defs": {"x": {"type": "null"}}},
    ],
)
def test_a_schema_that_asks_for_more_is_a_bug(schema: Any) -> None:
    with pytest.raises(ValueError, match="keywords that this check does not know"):
        one(schema)


def test_a_null_that_one_keyword_allows_and_another_does_not_is_a_bug() -> None:
    for rule in ({"enum": ["a"]}, {"const": "a"}):
        with pytest.raises(ValueError, match="a null that the type allows"):
            one({"type": ["string", "null"], **rule})


def test_a_misfit_is_told_with_its_place(text: str) -> None:
    def said(change: Any) -> str:
        value = json.loads(text)
        change(value)
        found = CHECK(value)
        assert found is not None
        return str(refuse(Path("p.json"), found))

    def at(value: Any, *place: Any) -> Any:
        return value_at(value, place)

    assert said(lambda value: value.pop("scheme")) == "p.json: / lacks “scheme”."
    assert said(lambda value: at(value, "documents", 0).pop("text")) == "p.json: /documents/0 lacks “text”."
    assert said(lambda value: at(value, "documents", 0).update({"a/~": 1})) == (
        "p.json: /documents/0/a~1~0 is not known in this format."
    )
    assert said(lambda value: at(value, "documents", 0, "spans", 1).update(start="7")) == (
        "p.json: /documents/0/spans/1/start must be of the type integer."
    )
    assert said(lambda value: at(value, "documents", 0, "spans", 1).update(status="x")) == (
        "p.json: /documents/0/spans/1/status has a value that is not allowed"
        ' (enum ["suggested", "confirmed", "rejected"]).'
    )
    # A pattern is told in the words of its description.
    assert said(lambda value: at(value, "documents", 0).update(name="a\nb")) == (
        "p.json: /documents/0/name has a value that is not allowed"
        " (One line without NUL, not only white space; unique without regard to case)."
    )
    assert str(refuse(Path("p.json"), Misfit("", "type", "object"))) == "p.json: / must be of the type object."


def test_the_schemas_are_schemas() -> None:
    for path in sorted(SCHEMA.parent.glob("*.json")):
        jsonschema.Draft202012Validator.check_schema(json.loads(path.read_text("utf-8")))
