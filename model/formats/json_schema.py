"""The shape of JSON: a JSON Schema made into a function that checks a value and names a place that does not fit.

The general validator of the package jsonschema needs twenty seconds for a project of a thousand documents; this one,
made once from the same schema, needs half a second. It knows the keywords that our schemas use and refuses to be made
from others, so a schema cannot ask for what is then not looked at. That both agree is tested.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import NoneType
from typing import Any, Literal, cast

from model.errors import UserError

Fault = Literal["type", "missing", "unknown", "value"]
_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (NoneType,),
    "object": (dict,),
    "array": (list,),
}
_SILENT = {"$schema", "$id", "$defs", "$comment", "title", "description"}


@dataclass(frozen=True, slots=True)
class Misfit:
    """Where a value does not have its shape: a JSON Pointer, what is wrong, what was wanted (or which key it is)."""

    place: str
    fault: Fault
    detail: str

    def under(self, key: str | int) -> "Misfit":
        """The same, seen from the value that holds this one under ``key``."""
        return Misfit(pointer(key) + self.place, self.fault, self.detail)


Check = Callable[[Any], Misfit | None]


@dataclass(frozen=True, slots=True)
class _OfType:
    """The check of a value of which only the type matters."""

    types: frozenset[type]
    misfit: Misfit

    def __call__(self, value: Any) -> Misfit | None:
        return None if type(value) in self.types else self.misfit


def pointer(*keys: str | int) -> str:
    """A JSON Pointer (RFC 6901) made of keys and indexes."""
    return "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in keys)


def read_schema(path: Path) -> Check:
    """The check of a schema file of ours."""
    schema = json.loads(path.read_text("utf-8"))
    return compile_schema(schema, schema)


def read_item_schemas(path: Path) -> dict[str, Check]:
    """Of the members of a schema file of ours that are lists, by key: the check of an item."""
    schema = json.loads(path.read_text("utf-8"))
    return {
        str(key): compile_schema(value["items"], schema)
        for key, value in schema["properties"].items()
        if value.get("type") == "array"
    }


def compile_schema(node: Mapping[str, Any], root: Mapping[str, Any]) -> Check:
    """The check of one schema within ``root``, whose ``$defs`` it may refer to.

    The value to check must come from JSON, with whole numbers as ``int``. A keyword that is not known here is a
    ``ValueError``: a bug of the schema's writer.
    """
    if "$ref" in node:
        _known(node, {"$ref"})
        name = str(node["$ref"]).removeprefix("#/$defs/")
        return compile_schema(root["$defs"][name], root)
    names = [node["type"]] if isinstance(node["type"], str) else list(node["type"])
    types = frozenset(kind for name in names for kind in _TYPES[name])
    wrong_type = Misfit("", "type", " or ".join(names))
    checks: dict[type, Check] = {}
    known = {"type"}
    if str in types:
        known |= {"enum", "const", "minLength", "maxLength", "pattern"}
        if NoneType in types and ("const" in node or None not in node.get("enum", (None,))):
            raise ValueError("a null that the type allows and the enum or const does not")
        checks[str] = _text_check(node)
    if int in types:
        known |= {"minimum", "maximum"}
        checks[int] = checks[float] = _number_check(node)
    if dict in types:
        known |= {"properties", "required", "additionalProperties"}
        checks[dict] = _object_check(node, root)
    if list in types:
        known |= {"items"}
        checks[list] = _array_check(compile_schema(node["items"], root))
    _known(node, known)
    if all(further is _fits for further in checks.values()):
        return _OfType(types, wrong_type)

    def check(value: Any) -> Misfit | None:
        kind = cast("type[object]", type(value))
        if kind not in types:
            return wrong_type
        further = checks.get(kind)
        return None if further is None else further(value)

    return check


def refuse(path: Path, misfit: Misfit) -> UserError:
    """The sentence about a misfit in a file."""
    place = misfit.place or "/"
    if misfit.fault == "missing":
        return UserError("{path}: {place} lacks “{key}”.", path=path, place=place, key=misfit.detail)
    if misfit.fault == "unknown":
        return UserError("{path}: {place} is not known in this format.", path=path, place=place)
    if misfit.fault == "type":
        return UserError("{path}: {place} must be of the type {type}.", path=path, place=place, type=misfit.detail)
    return UserError(
        "{path}: {place} has a value that is not allowed ({rule}).", path=path, place=place, rule=misfit.detail
    )


def _known(node: Mapping[str, Any], known: set[str]) -> None:
    unknown = node.keys() - known - _SILENT
    if unknown:
        raise ValueError(f"keywords that this check does not know: {sorted(unknown)}")


def _text_check(node: Mapping[str, Any]) -> Check:
    allowed: Iterable[Any] | None = [node["const"]] if "const" in node else node.get("enum")
    allowed_set = None if allowed is None else frozenset(allowed)
    shortest, longest = int(node.get("minLength", 0)), node.get("maxLength")
    search = re.compile(str(node["pattern"])).search if "pattern" in node else None
    rules = [
        f"{key} {json.dumps(node[key])}"
        for key in ("const", "enum", "minLength", "maxLength", "pattern")
        if key in node
    ]
    if "pattern" in node and "description" in node:
        # It says to people what the pattern says to machines.
        rules = [str(node["description"]).removesuffix(".")]
    misfit = Misfit("", "value", ", ".join(rules))
    if not rules:
        return _fits

    def check(value: str) -> Misfit | None:
        if (
            (allowed_set is not None and value not in allowed_set)
            or len(value) < shortest
            or (longest is not None and len(value) > longest)
            or (search is not None and search(value) is None)
        ):
            return misfit
        return None

    return check


def _number_check(node: Mapping[str, Any]) -> Check:
    least, most = node.get("minimum"), node.get("maximum")
    misfit = Misfit("", "value", ", ".join(f"{key} {node[key]}" for key in ("minimum", "maximum") if key in node))
    if least is None and most is None:
        return _fits

    def check(value: float) -> Misfit | None:
        return misfit if (least is not None and value < least) or (most is not None and value > most) else None

    return check


def _object_check(node: Mapping[str, Any], root: Mapping[str, Any]) -> Check:
    required = tuple(map(str, node.get("required", ())))
    needed = frozenset(required)
    properties = {str(key): compile_schema(value, root) for key, value in node.get("properties", {}).items()}
    # Most values of a project stand under a key where any value of a type is right: for them no function is called.
    simple = {key: check.types for key, check in properties.items() if isinstance(check, _OfType)}
    others = node.get("additionalProperties", True)
    other = _fits if others is True else None if others is False else compile_schema(others, root)

    def check(value: dict[str, Any]) -> Misfit | None:
        if not needed <= value.keys():
            return Misfit("", "missing", next(key for key in required if key not in value))
        for key, item in value.items():
            if key in simple and type(item) in simple[key]:
                continue
            wanted = properties.get(key, other)
            if wanted is None:
                return Misfit(pointer(key), "unknown", key)
            found = wanted(item)
            if found is not None:
                return found.under(key)
        return None

    return check


def _array_check(item_check: Check) -> Check:
    def check(value: list[Any]) -> Misfit | None:
        for index, item in enumerate(value):
            found = item_check(item)
            if found is not None:
                return found.under(index)
        return None

    return check


def _fits(value: Any) -> Misfit | None:
    return None
