"""Damage done to a project on purpose, page by page, and what is recovered."""

from pathlib import Path

from model.checking import soundness
from model.project import Project
from model.recovery.recovering import recover
from model.recovery.report import RecoveryReport
from model.storage.pages import Pages
from model.storage.readable_rows import ReadableRows, read_rows
from model.storage.row_shapes import Shapes
from tests.model.formats.projects import content as content_of

PAGE = 4096  # bytes


def read(content: bytes, log: bytes = b"") -> ReadableRows:
    """What a file holds."""
    shapes = Shapes()
    try:
        return read_rows(Pages(content, log), shapes)
    finally:
        shapes.close()


def zero_tables(path: Path, *tables: str) -> None:
    """Overwrite every page on which rows of some tables stand with zeros."""
    content = bytearray(path.read_bytes())
    found = read(bytes(content))
    for table in tables:
        for numbers in found.pages[table].values():
            for number in numbers:
                content[(number - 1) * PAGE : number * PAGE] = bytes(PAGE)
    path.write_bytes(content)


def replace(path: Path, old: bytes, new: bytes) -> None:
    """Overwrite some bytes, wherever they stand, by as many others."""
    content = path.read_bytes()
    assert len(old) == len(new)
    assert old in content
    path.write_bytes(content.replace(old, new))


def recovered(path: Path) -> tuple[RecoveryReport, Path]:
    """Recover a file, and see that it is untouched and the new one sound."""
    before = path.read_bytes()
    target = path.with_name("new.qarar")
    report = recover(path, target, "Sara")
    assert path.read_bytes() == before
    with Project.open(target, None) as project:
        assert project.integrity_problems() == []
        assert list(soundness.problems(project.tables)) == []
    return report, target


def all_of(path: Path) -> str:
    with Project.open(path, None) as project:
        return content_of(project)
