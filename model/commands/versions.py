"""What ``--version`` says: the version of Qarar, and of all that it stands on."""

import platform
import sqlite3
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import click

from model.segmentation import weights
from model.storage import schema
from model.suggestion import ranking
from model.version import VERSION

# As ``pyproject.toml`` has them; a test compares.
LIBRARIES = (
    "PySide6-Essentials",
    "sqlite-utils",
    "python-bidi",
    "click",
    "fontpkg-amiri",
    "regex",
    "python-docx",
    "lxml",
    "numpy",
    "pyqtgraph",
    "orjson",
    "rdflib",
    "scipy",
    "scikit-learn",
)


def versions() -> Iterator[tuple[str, str]]:
    """Names and versions. Neither Qt nor weights are loaded for this; what is not there is said to be missing."""
    yield "Python", platform.python_version()
    yield "SQLite", sqlite3.sqlite_version  # the library's that is loaded, not the one that Python was built with
    for name in LIBRARIES:
        yield name, _installed(name)
    yield "schema", schema.KNOWN_STEPS[-1]
    yield "segmenter", _of_weights(weights.SHIPPED)
    yield "suggester", _of_weights(ranking.SHIPPED)


def show_versions(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Print them and end, where that is wanted."""
    if not wanted or context.resilient_parsing:
        return
    click.echo(f"qarar, version {VERSION}")
    for name, version in versions():
        click.echo(f"{name} {version}")
    context.exit()


def _installed(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "missing"


def _of_weights(path: Path) -> str:
    try:
        return weights.version_of(path.read_bytes())
    except OSError:
        return "missing"
