"""Readers of JSON: whole projects, saved searches within them, schemes, clauses."""

import contextlib
from collections.abc import Callable
from random import Random
from typing import Any

from model.annotation.documents import sha256_of
from model.errors import UserError
from model.formats import clause_json, project_json, scheme_json
from model.formats.import_preview import preview
from model.project import Project
from tests.faults.desk import Desk
from tests.faults.inputs import CLAUSES, PROJECT, SCHEME, SEARCHES
from tests.faults.mutations import changed_bytes, changed_json
from tests.faults.readers import Reader


def _json(content: bytes, mend: Callable[[Any], None] | None = None) -> Callable[[Random], bytes]:
    def change(chance: Random) -> bytes:
        if chance.random() < 0.1:
            return changed_bytes(content, chance)
        return changed_json(content, chance, mend)

    return change


def _mend_texts(data: Any) -> None:
    """Give each text its SHA-256, so that what else is wrong with a document is seen."""
    documents = data.get("documents") if isinstance(data, dict) else None
    for document in documents if isinstance(documents, list) else ():
        if isinstance(document, dict) and isinstance(document.get("text"), str):
            with contextlib.suppress(UnicodeEncodeError):
                document["text_sha256"] = sha256_of(document["text"])


def _read_project(desk: Desk, content: bytes) -> object:
    path = desk.path(".json", content)
    desk.taken_back(desk.blank, lambda writing: project_json.read_into(writing, desk.blank, path))
    return path


def _bring_in_project(desk: Desk, content: bytes) -> object:
    path = desk.path(".json", content)
    with desk.fresh() as project:
        for _ in range(2):  # the second time all of it is there already
            with project.operation("import") as writing:
                project_json.read_into(writing, project, path)
        desk.check_travels(project)
        assert preview(path).documents == len(project.document_ids())
        before = desk.folder / "before.json"
        project_json.write(project, before)
        project.undo()
        if project.undoable() is not None:
            project.undo()
        desk.check_travels(project)
        project.redo()
        again = desk.folder / "again.json"
        project_json.write(project, again)
        assert before.read_bytes() == again.read_bytes()
    return path


def _read_scheme(desk: Desk, content: bytes) -> object:
    scheme = scheme_json.read(desk.path(".json", content))
    assert scheme_json.read(desk.path(".json", scheme_json.as_bytes(scheme))) == scheme
    desk.taken_back(desk.blank, lambda writing: scheme_json.read_into(writing, desk.blank, scheme, {}))
    return scheme


def _bring_in_scheme(desk: Desk, content: bytes) -> object:
    scheme = scheme_json.read(desk.path(".json", content))
    made = desk.folder / "made.qarar"
    with Project.create(made, "Amal", scheme) as project:
        assert project.scheme == scheme
        desk.check_travels(project)
    made.unlink()
    marked = desk.path(".json", PROJECT)
    with desk.fresh() as project:
        with project.operation("import") as writing:
            project_json.read_into(writing, project, marked)
        missing = scheme_json.missing(project, scheme)
        fates: dict[str, scheme_json.Fate] = {
            each.label.id: scheme_json.To(each.targets[0]) if each.targets else scheme_json.KEEP for each in missing
        }
        for wanted in (fates, {}):
            with contextlib.suppress(UserError), project.operation("scheme") as writing:
                scheme_json.read_into(writing, project, scheme, wanted)
            desk.check_travels(project)
    return scheme


def _read_clauses(desk: Desk, content: bytes) -> object:
    file = clause_json.read(desk.path(".json", content))
    for clause in file.clauses:
        assert clause.start >= 0 and clause.depth >= 0
    return file


def _bring_in_clauses(desk: Desk, content: bytes) -> object:
    file = clause_json.read(desk.path(".json", content))
    desk.taken_back(desk.standing, lambda writing: clause_json.add(writing, desk.documents[0], file))
    return file


READERS = (
    Reader("project-json", ".json", _json(PROJECT, _mend_texts), _read_project, _bring_in_project, 9, every=25),
    Reader("saved-searches", ".json", _json(SEARCHES), _read_project, _bring_in_project, 5, every=25),
    Reader("scheme", ".json", _json(SCHEME), _read_scheme, _bring_in_scheme, 9, every=25),
    Reader("clauses", ".json", _json(CLAUSES), _read_clauses, _bring_in_clauses, 12, every=4),
)
