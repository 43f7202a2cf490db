"""Damage done to a project on purpose, page by page."""

from pathlib import Path

from model.storage.pages import Pages
from model.storage.readable_rows import ReadableRows, read_rows
from model.storage.shapes import Shapes

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
