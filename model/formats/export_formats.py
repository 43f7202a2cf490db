"""The formats that a project is written to and read from, as a plain tuple."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from model.formats import dataset_jsonl, project_json, resolution_text
from model.progress import ProgressCallback, no_progress
from model.project import Project
from model.proposals.unstored import Proposing
from model.storage.journal import Writing


class Write(Protocol):
    """Writes a project to ``target``, replacing it as a whole; gives how many documents were written."""

    def __call__(
        self,
        project: Project,
        target: Path,
        *,
        include_suggested: bool = False,
        proposing: Proposing | None = None,
        on_progress: ProgressCallback = no_progress,
    ) -> int:
        """Write; ``include_suggested`` adds what the project has that is not confirmed, and what ``proposing``
        proposes beside that; ``on_progress`` may raise ``Cancelled``.
        """
        ...


class Read(Protocol):
    """Brings a file into a project within an operation; gives how many documents were added."""

    def __call__(
        self, writing: Writing, project: Project, path: Path, on_progress: ProgressCallback = no_progress
    ) -> int:
        """Read; ``on_progress`` may raise ``Cancelled``."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One format. ``name`` is English, ``suffixes`` those of its files (none where it is a folder); ``read`` is null
    where a file cannot be read by itself: a dataset lacks too much, and of resolutions many are read together (see
    ``model.formats.importing``)."""

    id: str
    name: str
    suffixes: tuple[str, ...]
    read: Read | None
    write: Write
    lossless: bool


FORMATS = (
    Format("project-json", "Project JSON", (".json",), project_json.read_into, project_json.write, True),
    Format("dataset-jsonl", "Dataset JSONL", (".jsonl",), None, dataset_jsonl.write, False),
    Format("resolution-text", "Resolution text", (), None, resolution_text.write, False),
)


def format_of(format_id: str) -> Format:
    """The format of that id."""
    return next(each for each in FORMATS if each.id == format_id)


def format_of_file(path: Path) -> Format | None:
    """The format that has the file's suffix, without regard to case; nothing where none has."""
    return next((each for each in FORMATS if path.suffix.lower() in each.suffixes), None)
