"""The sample project: three invented resolutions with their marks, of which each user gets a copy to play with."""

from pathlib import Path

from model.errors import UserError
from model.project import Project

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
FILE_NAME = "Qarar sample.qarar"


def sample_project(folder: Path, annotator: str) -> Path:
    """The path of the user's copy in ``folder``, made there where it is not yet."""
    path = folder / FILE_NAME
    if path.exists():
        return path
    # Made under another name first: a half-made sample would be opened as it is for ever after.
    from model.formats.importing import import_sources  # needed once a user: no start is to wait for it

    partial = folder / f".new {FILE_NAME}"
    _remove(partial)
    try:
        with Project.create(partial, annotator) as project:
            import_sources(project, sorted(SAMPLES.glob("*.txt")), clauses=SAMPLES)
            project.save_copy(path)
    except OSError as error:
        raise UserError("{path}: cannot be made ({reason}).", path=path, reason=error) from error
    finally:
        _remove(partial)
    return path


def _remove(path: Path) -> None:
    for part in ("", "-wal", "-shm"):
        Path(f"{path}{part}").unlink(missing_ok=True)
