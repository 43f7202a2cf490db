"""What ``--version`` says."""

import platform
import re
import sqlite3
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from model import cli
from model.commands import versions
from model.segmentation import weights
from model.storage.schema import KNOWN_STEPS
from model.suggestion import ranking
from model.version import VERSION

ROOT = Path(__file__).parents[3]


def said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert cli.main(["--version"]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out.splitlines()


def test_the_version_comes_first_and_then_what_it_stands_on(capsys: pytest.CaptureFixture[str]) -> None:
    first, *others = said(capsys)
    assert first == f"qarar, version {VERSION}"
    named = dict(line.split(" ") for line in others)
    assert len(named) == len(others)
    assert named["Python"] == platform.python_version()
    assert named["SQLite"] == sqlite3.connect(":memory:").execute("SELECT sqlite_version()").fetchone()[0]
    assert named["PySide6-Essentials"] == metadata.version("PySide6-Essentials")
    assert named["sqlite-utils"] == metadata.version("sqlite-utils")
    assert named["numpy"] == metadata.version("numpy")
    assert named["schema"] == KNOWN_STEPS[-1]
    assert named["segmenter"] == weights.read().version
    assert re.fullmatch("[0-9a-f]{10}", named["suggester"]) and named["suggester"] != named["segmenter"]


def test_every_library_that_qarar_asks_for_is_named() -> None:
    described = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.split("[<>=]", each)[0] for each in described["dependencies"]]
    assert list(versions.LIBRARIES) == names


def test_what_is_not_there_is_said_to_be_missing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(versions, "LIBRARIES", ("no-such-library",))
    monkeypatch.setattr(ranking, "SHIPPED", tmp_path / "none.npz")
    lines = said(capsys)
    assert "no-such-library missing" in lines
    assert "suggester missing" in lines


def test_no_library_is_loaded_to_say_its_version() -> None:
    program = (
        "import sys, main\n"
        "status = main.main(['--version'])\n"
        "loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "sys.exit(' '.join(loaded & {'PySide6', 'scipy', 'sklearn', 'rdflib', 'lxml'}) or status)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
