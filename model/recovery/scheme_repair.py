"""The scheme of a damaged project: whatever marks name is there again, and all of it can be read."""

import json
import uuid
from collections.abc import Collection, Iterable
from typing import cast

from model.annotation.layers import Scheme, read_scheme
from model.annotation.scheme_rows import project_row, rows_of, scheme_of
from model.errors import UserError
from model.storage import stored_json
from model.storage.row_kinds import called
from model.storage.tables import Row
from model.vocabulary.concepts import own_vocabulary_row

Rows = dict[str, dict[str, Row]]
_GREY = "#808080"
_JSON = ("names", "definitions", "inside", "features")  # columns of layers and labels


def repair_scheme(rows: Rows, complete: Collection[str]) -> list[UserError]:
    """Have exactly one project row, the project's own vocabulary, and every layer and label that marks name; gives what
    was made for that, in sentences. ``complete`` are the tables of which nothing is missing: of the others the shipped
    scheme's rows are taken, where it is that scheme.
    """
    shipped = read_scheme()
    told: list[UserError] = []
    _repair_project(rows, shipped, told)
    if not any(row["own"] for row in rows["vocabulary"].values()):
        own = own_vocabulary_row()
        rows["vocabulary"][str(own["id"])] = own
    for row in rows["vocabulary"].values():
        if not stored_json.is_sound("vocabulary.names", row["names"]):
            row["names"] = _dumps({"en": str(row["uri"])})
            told.append(_made("vocabulary", str(row["id"])))
    known = {(kind, str(row["id"])): row for kind, row in rows_of(shipped)}
    named: dict[str, str] = {str(row["label"]): str(row["layer"]) for row in rows["span"].values()}
    layers = {*named.values(), *(str(row["layer"]) for row in rows["label"].values()), *rows["layer"]}
    (project,) = rows["project"].values()
    if project["scheme"] == shipped.id:
        if "layer" not in complete:
            layers |= {row_id for kind, row_id in known if kind == "layer"}
        if "label" not in complete:
            named |= {row_id: str(row["layer"]) for (kind, row_id), row in known.items() if kind == "label"}
            layers |= set(named.values())
    for layer in sorted(layers):
        _repair("layer", layer, rows, known, _new_layer(layer, rows), told)
    for label in sorted({*named, *rows["label"]}):
        _repair("label", label, rows, known, _new_label(label, named.get(label, ""), rows), told)
    for layer in rows["layer"].values():
        if layer["within"] is not None and str(layer["within"]) not in rows["layer"]:
            layer["within"] = None
            told.append(_made("layer", str(layer["id"])))
    return told


def scheme(rows: Rows) -> Scheme:
    """The scheme that these rows hold."""
    return scheme_of(next(iter(rows["project"].values())), rows["layer"].values(), rows["label"].values())


def _repair_project(rows: Rows, shipped: Scheme, told: list[UserError]) -> None:
    projects = rows["project"]
    if not projects:
        row = project_row(str(uuid.uuid4()), shipped)
        told.append(_made("project", str(row["id"])))
        projects[str(row["id"])] = row
    for extra in sorted(projects)[1:]:
        del projects[extra]
        told.append(UserError("A second row of the project was left out: there is one only."))
    (row,) = projects.values()
    if not stored_json.is_sound("project.scheme_names", row["scheme_names"]):
        row["scheme_names"] = project_row("", shipped)["scheme_names"]
        told.append(_made("project", str(row["id"])))


def _repair(
    kind: str, row_id: str, rows: Rows, known: dict[tuple[str, str], Row], new: Row, told: list[UserError]
) -> None:
    """Leave a row that can be read; else take the shipped scheme's of that id, else one that says no more than that."""
    row = rows[kind].get(row_id)
    unsound = [
        column
        for column in _JSON
        if row and column in row and not stored_json.is_sound(f"{kind}.{column}", row[column])
    ]
    if row is not None and not unsound:
        return
    shipped = known.get((kind, row_id))
    if row is not None and shipped is None:
        new = {**row, **{column: new[column] for column in unsound}}
    rows[kind][row_id] = dict(shipped or new)
    told.append(_made(kind, row_id))


def _new_layer(layer: str, rows: Rows) -> Row:
    names = _dumps({"en": layer})
    return {"id": layer, "position": _next(rows["layer"].values()), "names": names, "overlap": "free", "within": None}


def _new_label(label: str, layer: str, rows: Rows) -> Row:
    return {
        "id": label,
        "layer": layer,
        "position": _next(rows["label"].values()),
        "names": _dumps({"en": label}),
        "colour": _GREY,
        "key": "",
        "definitions": "{}",
        # Nothing is known of where it may stand: what was marked with it must not be lost for that.
        "inside": _dumps(sorted(str(row["id"]) for row in rows["label"].values() if row["layer"] == layer)),
        "top": 1,
        "numbered": 0,
        "features": "[]",
    }


def _next(rows: Iterable[Row]) -> int:
    return 1 + max((cast(int, row["position"]) for row in rows), default=-1)


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _made(kind: str, row_id: str) -> UserError:
    if kind == "label":
        return UserError("The label “{label}” could not be read; it was made anew as far as it is known.", label=row_id)
    if kind == "layer":
        return UserError("The layer “{layer}” could not be read; it was made anew as far as it is known.", layer=row_id)
    return UserError(
        "The {kind} {id} could not be read; it was made anew as far as it is known.", kind=called(kind), id=row_id
    )
