"""A project with two documents, one with marks, and a folder for its backups."""

import contextlib
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from model.annotation import documents, spans
from model.backups.backup_folder import BackupFolder
from model.project import Project
from model.storage import sole_use
from tests.model.conftest import TEXT, place

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def made_project(path: Path) -> Path:
    """A project of two documents and one mark, closed."""
    with Project.create(path, "Amal") as project:
        with project.operation("add document") as writing:
            first = documents.add(writing, "مكتبات", TEXT)
            documents.add(writing, "أخرى", TEXT + " نص آخر.")
        mark(project, first)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The project's file, in a folder of its own."""
    folder = tmp_path / "work"
    folder.mkdir()
    return made_project(folder / "مشروع.qarar")


@pytest.fixture
def opened(path: Path) -> Iterator[Project]:
    with Project.open(path, "Amal") as project:
        yield project


@pytest.fixture
def backup_folder(tmp_path: Path, path: Path) -> BackupFolder:
    with Project.open(path, None) as project:
        return BackupFolder(tmp_path / "backups", project.id)


def mark(project: Project, document: str, words: str = "إذ تشير إلى أهمية المكتبات،") -> str:
    """Mark some words as a recital; gives the id."""
    with project.operation("mark clause") as writing:
        return spans.mark(writing, document, "preambular", *place(words)).id


def spoil(path: Path) -> None:
    """Overwrite the inside of a file, as a failing disk would; its header stays."""
    content = bytearray(path.read_bytes())
    for start in range(4096, len(content) - 4096, 4096):
        content[start : start + 64] = bytes(64)
    path.write_bytes(content)


def alter_text(path: Path) -> None:
    """Change letters of a text, of which SQLite notices nothing when they change on the disk."""
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        changed = connection.execute("UPDATE text SET body = replace(body, 'دعمها', 'هدمها')")
        assert changed.rowcount


def spoil_note(path: Path) -> None:
    """Have the notes on the documents be no text in UTF-8, as a turned byte does."""
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE document SET note = CAST(x'ff41' AS TEXT)")


@pytest.fixture(autouse=True)
def no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for what will stay open."""
    monkeypatch.setattr(sole_use, "PATIENCE", 0.2)
