"""The command that makes a sound project of a damaged one."""

from pathlib import Path

import click

from model.annotation.scheme_names import with_names
from model.commands.cli_output import ANNOTATOR, check_target, login_name, progress, say
from model.recovery.recovering import recover
from model.recovery.report import RecoveryReport

_PATH = click.Path(path_type=Path, readable=False)


@click.command("recover")
@click.argument("damaged", type=_PATH)
@click.option(
    "--out",
    metavar="NEW",
    type=_PATH,
    required=True,
    help="The project that is to be; a file that is there is refused.",
)
@ANNOTATOR
def recover_(damaged: Path, out: Path, annotator: str | None) -> int:
    """Write everything that can still be read of a damaged project into a new one, and say what is whole, partial or
    lost. DAMAGED is not written to. Exit status 0 when the new project is sound, whatever was lost.
    """
    check_target(out)
    with progress("Recovering") as on_progress:
        report = recover(damaged, out, login_name(annotator), on_progress)
    _say(report)
    return 0


def _say(report: RecoveryReport) -> None:
    for document in report.documents:
        name = document.id if document.name is None else document.name
        if document.state != "whole" or document.details:
            say(f"{name}: {document.state}")
            for detail in document.details:
                say(f"    {with_names(detail, report.scheme)}")
    for note in report.notes:
        say(str(with_names(note, report.scheme)))
    counts = ", ".join(f"{len(report.of(state))} {state}" for state in ("whole", "partial", "lost"))
    say(f"{report.path}: recovered ({counts}).")
    if not report.has_history:
        say("What was done before could not be read in full: the history begins with the recovery.")


COMMANDS = (recover_,)
