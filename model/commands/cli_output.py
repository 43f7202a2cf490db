"""How commands speak: lines on standard output or error, progress in a terminal, and the options that many have."""

import contextlib
import getpass
import sys
import unicodedata
from collections.abc import Generator
from pathlib import Path

import click

from model.errors import UserError
from model.progress import ProgressCallback, no_progress

PROJECT = click.argument("project", type=click.Path(path_type=Path, readable=False))
ANNOTATOR = click.option(
    "--annotator",
    metavar="NAME",
    envvar="QARAR_ANNOTATOR",
    help="Who does it, as the history will say (default: $QARAR_ANNOTATOR, else the login name).",
)


def say(line: str, err: bool = False) -> None:
    """One line, with what would begin another, what a terminal would take for commands, and what UTF-8 cannot write,
    shown as escapes.
    """
    shown = "".join(
        character
        if character == "\t" or unicodedata.category(character) not in ("Cc", "Cs")
        else ascii(character)[1:-1]
        for character in line
    )
    click.echo(shown, err=err)


def check_target(path: Path) -> None:
    """Refuse a file that could not be written when long work is done."""
    if path.is_dir():
        raise UserError("{path}: this is a folder, not a file.", path=path)
    if not path.parent.is_dir():
        raise UserError("{path}: there is no such folder.", path=path.parent)


@contextlib.contextmanager
def progress(title: str) -> Generator[ProgressCallback]:
    """Progress on standard error while a person looks at it."""
    if not sys.stderr.isatty():
        yield no_progress
        return
    with click.progressbar(length=1, label=title, file=sys.stderr) as bar:

        def on_progress(done: int, total: int) -> None:
            bar.length = max(total, 1)
            bar.update(done - bar.pos)

        yield on_progress


def login_name(annotator: str | None) -> str:
    """The name that was given, else the one of whoever is logged in."""
    if annotator is not None:
        return annotator
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "annotator"
