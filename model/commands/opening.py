"""How commands open a project that they write to."""

import contextlib
from collections.abc import Generator
from pathlib import Path

from model.commands.cli_output import login_name, progress
from model.project import Project


@contextlib.contextmanager
def opened_for_writing(path: Path, annotator: str | None) -> Generator[Project]:
    """A project to write to, brought up to date where it is older. Refuses one that is damaged as far as can be seen
    quickly, before anything is written: a window would only find that out afterwards, and read it from then on.
    """
    name = login_name(annotator)
    if Project.needs_migration(path):  # which looks it over
        with progress("Bringing the project up to date") as on_progress:
            Project.open(path, name, on_progress=on_progress).close()
    else:
        with Project.open(path, None) as project:
            damage = project.file.look_over()
        if damage is not None:
            raise damage
    with Project.open(path, name) as project:
        yield project
