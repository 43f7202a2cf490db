"""The scheme of a project as rows of its file: copied in when the project is made, read back as a value."""

import json
from collections.abc import Iterable
from typing import Any, cast

from model.annotation.layers import Scheme, scheme_from_json, scheme_to_json
from model.storage import stored_json
from model.storage.journal import Writing
from model.storage.tables import Row, Tables

SCHEME_KINDS = frozenset({"project", "layer", "label"})  # the kinds of rows that a scheme is read from


def load_scheme(tables: Tables) -> Scheme:
    """The project's scheme as it is now; read from its rows only where they may have changed."""
    return tables.kept(_read, SCHEME_KINDS)


def _read(tables: Tables) -> Scheme:
    return scheme_of(tables.all("project")[0], tables.all("layer"), tables.all("label"))


def scheme_of(project: Row, layer_rows: Iterable[Row], label_rows: Iterable[Row]) -> Scheme:
    """The scheme that rows of the three tables hold. Raises ``ValueError`` where they are none that Qarar wrote."""
    labels: dict[str, list[dict[str, Any]]] = {}
    for row in sorted(label_rows, key=_position):
        labels.setdefault(str(row["layer"]), []).append(
            {
                "id": row["id"],
                "names": stored_json.read("label.names", row["names"]),
                "colour": row["colour"],
                "key": row["key"],
                "definitions": stored_json.read("label.definitions", row["definitions"]),
                "inside": stored_json.read("label.inside", row["inside"]),
                "top": row["top"],
                "numbered": row["numbered"],
                "features": stored_json.read("label.features", row["features"]),
            }
        )
    layers = [
        {
            "id": row["id"],
            "names": stored_json.read("layer.names", row["names"]),
            "overlap": row["overlap"],
            "within": row["within"],
            "labels": labels.get(str(row["id"]), []),
        }
        for row in sorted(layer_rows, key=_position)
    ]
    names = stored_json.read("project.scheme_names", project["scheme_names"])
    return scheme_from_json(
        {"id": project["scheme"], "version": project["scheme_version"], "names": names, "layers": layers}
    )


def project_row(project: str, scheme: Scheme) -> Row:
    """The one row of the project table."""
    return {
        "id": project,
        "scheme": scheme.id,
        "scheme_version": scheme.version,
        "scheme_names": _dumps(dict(scheme.names)),
    }


def rows_of(scheme: Scheme) -> list[tuple[str, Row]]:
    """The scheme's rows with their kinds, layers before the labels that name them."""
    found: list[tuple[str, Row]] = []
    for position, layer in enumerate(scheme_to_json(scheme)["layers"]):
        found.append(
            (
                "layer",
                {
                    "id": layer["id"],
                    "position": position,
                    "names": _dumps(layer["names"]),
                    "overlap": layer["overlap"],
                    "within": layer["within"],
                },
            )
        )
        for place, label in enumerate(layer["labels"]):
            row: Row = {
                "id": label["id"],
                "layer": layer["id"],
                "position": place,
                "names": _dumps(label["names"]),
                "colour": label["colour"],
                "key": label["key"],
                "definitions": _dumps(label["definitions"]),
                "inside": _dumps(label["inside"]),
                "top": int(label["top"]),
                "numbered": int(label["numbered"]),
                "features": _dumps(label["features"]),
            }
            found.append(("label", row))
    return found


def replace_scheme(writing: Writing, scheme: Scheme) -> None:
    """Make ``scheme`` the project's; labels and layers that it lacks are deleted (no span may name them)."""
    tables = writing.tables
    project = tables.all("project")[0]
    writing.update("project", str(project["id"]), **project_row(str(project["id"]), scheme))
    wanted = {(kind, str(row["id"])): row for kind, row in rows_of(scheme)}
    for kind in ("label", "layer"):
        for row in tables.all(kind):
            if (kind, str(row["id"])) not in wanted:
                writing.delete(kind, str(row["id"]))
    for (kind, row_id), row in wanted.items():
        if tables.row(kind, row_id) is None:
            writing.insert(kind, row)
        else:
            writing.update(kind, row_id, **row)


def _position(row: Row) -> int:
    return cast(int, row["position"])


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
