"""A project to damage."""

from pathlib import Path

import pytest

from tests.faults.damaged_copies import make


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "sound.qarar"
    make(path)
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "damaged.qarar"
    copy.write_bytes(made.read_bytes())
    return copy
