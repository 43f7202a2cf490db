"""Layouts of texts in project JSON."""

import json
from pathlib import Path
from typing import Any

import pytest

from model.annotation import documents
from model.errors import UserError
from model.project import Project
from model.text.layout import NO_LAYOUT, Layout
from tests.model.conftest import TEXT
from tests.model.formats.projects import content
from tests.model.formats.test_project_json import VALIDATORS, read, written

LAYOUT = Layout(paragraphs=(20,), lines=(30, 33), cells=(35,), italics=((0, 3), (20, 25)))


@pytest.fixture
def laid_out(tmp_path: Path) -> Project:
    """A project with a document of which the layout is known, and one of which it is not."""
    project = Project.create(tmp_path / "laid out.qarar", "Amal")
    with project.operation("import") as writing:
        documents.add(writing, "a", TEXT, layout=LAYOUT)
        documents.add(writing, "b", TEXT)
    return project


def test_a_layout_is_written_and_read(laid_out: Project, project: Project, tmp_path: Path) -> None:
    first = written(laid_out, tmp_path / "a.json")
    data = json.loads(first)
    assert data["format"] == "qarar-project/4"
    VALIDATORS["qarar-project/4"].validate(data)
    assert data["documents"][0]["layout"] == {
        "paragraphs": [20],
        "lines": [30, 33],
        "cells": [35],
        "italics": [{"start": 0, "end": 3}, {"start": 20, "end": 25}],
    }
    assert "layout" not in data["documents"][1]
    assert read(project, tmp_path / "a.json") == 2
    assert [project.layout(document) for document in project.document_ids()] == [LAYOUT, NO_LAYOUT]
    assert written(project, tmp_path / "b.json") == first
    assert read(project, tmp_path / "a.json") == 0
    project.undo()
    project.redo()
    assert written(project, tmp_path / "c.json") == first


def test_a_project_without_layouts_is_written_as_before(laid_out: Project, tmp_path: Path) -> None:
    with laid_out.operation("delete document") as writing:
        documents.remove(writing, laid_out.document_ids()[0])
    data = json.loads(written(laid_out, tmp_path / "a.json"))
    assert data["format"] == "qarar-project/1"
    VALIDATORS["qarar-project/1"].validate(data)


@pytest.mark.parametrize(
    "changed, sentence",
    [
        ({"lines": None}, "/documents/0/layout/lines must be of the type array"),
        ({"paragraphs": ["20"]}, "/documents/0/layout/paragraphs/0 must be of the type integer"),
        ({"paragraphs": [True]}, "/documents/0/layout/paragraphs/0 must be of the type integer"),
        ({"paragraphs": [0]}, "/documents/0/layout/paragraphs/0 has a value that is not allowed"),
        ({"italics": [[0, 3]]}, "/documents/0/layout/italics/0 must be of the type object"),
        ({"italics": [{"start": 1}]}, "/documents/0/layout/italics/0 lacks “end”"),
        ({"fonts": []}, "/documents/0/layout/fonts is not known"),
        ({"paragraphs": [len(TEXT)]}, "/documents/0/layout: this text cannot have been laid out so"),
        ({"paragraphs": [21, 20]}, "/documents/0/layout: this text"),
        ({"paragraphs": [30]}, "/documents/0/layout: this text"),
        ({"italics": [{"start": 3, "end": 3}]}, "/documents/0/layout: this text"),
        ({"italics": [{"start": 1, "end": len(TEXT) + 1}]}, "/documents/0/layout: this text"),
        ({"paragraphs": [], "lines": [], "cells": [], "italics": []}, "/documents/0/layout: this text"),
    ],
)
def test_a_layout_that_is_none_is_refused(
    laid_out: Project, project: Project, tmp_path: Path, changed: dict[str, Any], sentence: str
) -> None:
    data = json.loads(written(laid_out, tmp_path / "a.json"))
    data["documents"][0]["layout"] |= changed
    (tmp_path / "a.json").write_text(json.dumps(data), "utf-8")
    before = content(project)
    with pytest.raises(UserError, match=sentence):
        read(project, tmp_path / "a.json")
    assert content(project) == before


def test_an_older_version_has_none(laid_out: Project, project: Project, tmp_path: Path) -> None:
    data = json.loads(written(laid_out, tmp_path / "a.json"))
    data["format"] = "qarar-project/3"
    (tmp_path / "a.json").write_text(json.dumps(data), "utf-8")
    with pytest.raises(UserError, match="/documents/0/layout is not known in this format"):
        read(project, tmp_path / "a.json")
    del data["documents"][0]["layout"]
    (tmp_path / "a.json").write_text(json.dumps(data), "utf-8")
    assert read(project, tmp_path / "a.json") == 2
    assert {project.layout(document) for document in project.document_ids()} == {NO_LAYOUT}
