"""Project files that were damaged or made with bad intent: each is refused in one sentence, or works; none is changed
by being looked at, and none that differs from what its journal says is called sound.
"""

import contextlib
import shutil
from pathlib import Path

import pytest

from model import cli
from model.errors import UserError
from model.formats.export_formats import FORMATS
from model.project import Project
from tests.conftest import shared

# A table of strangers does no harm. The journal of the last is whole: what was to break it met no row.
SOUND = {"sound.qarar", "evil-foreign-table.qarar", "evil-journal-json.qarar"}


def test_every_one_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = sorted(shared("faults/projects").glob("*.qarar"))
    assert len(files) > 20
    for file in files:
        path = tmp_path / file.name
        shutil.copy(file, path)
        path.chmod(0o600)
        status = cli.main(["check", str(path)])
        said = capsys.readouterr()
        assert "Unexpected" not in said.err
        assert (status == 0) == (file.name in SOUND), (file.name, said)
        assert (said.err == "") == (status == 0)
        assert path.read_bytes() == file.read_bytes()


def test_every_one_is_worked_in_or_refused(tmp_path: Path) -> None:
    """Opened for writing, everything is undone and done again, and exported: what is raised is a refusal."""
    refused = worked = 0
    for file in sorted(shared("faults/projects").glob("*.qarar")):
        path = tmp_path / file.name
        shutil.copy(file, path)
        path.chmod(0o600)
        try:
            with Project.open(path, "Amal") as project:
                while project.undoable() is not None:
                    project.undo()
                while project.redoable() is not None:
                    project.redo()
                for document in project.documents():
                    project.spans(document.id)
                for form in FORMATS:
                    with contextlib.suppress(UserError):
                        form.write(project, tmp_path / f"{file.stem}-{form.id}", include_suggested=True)
            worked += 1
        except UserError:
            refused += 1
    assert worked >= len(SOUND)
    assert refused > 10
