"""The command line: making, filling, looking at and exporting projects without a window.

Exit status 0 when all went well, 1 when anything was refused (one sentence each on standard error), 2 for a command
that was typed wrong.
"""

import json
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from typing import Literal

import click

from model.annotation import nesting
from model.annotation.documents import Document
from model.checking import checks, soundness
from model.commands import (
    backing_up,
    consistency,
    measuring,
    recovering,
    segmenting,
    suggesting,
    suggestion_figures,
    training,
    vocabulary,
)
from model.commands.cli_output import ANNOTATOR, PROJECT, login_name, progress, say
from model.commands.opening import opened_for_writing
from model.commands.versions import show_versions
from model.errors import Cancelled, UserError
from model.formats.export_formats import FORMATS, format_of
from model.formats.importing import ImportReport, import_sources
from model.formats.input_formats import KINDS, kind_of
from model.project import Project
from model.search.query import Query
from model.storage import schema
from model.text import bidi

_AROUND = 40  # characters before and after a hit
_UNSOUND = 20  # of what is unsound `check` lists so many: a damaged file may have thousands, mostly alike


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; gives the exit status. Whatever is refused is said in one sentence on standard error."""
    try:
        result: object = commands.main(
            args=None if arguments is None else list(arguments), prog_name="qarar", standalone_mode=False
        )
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, Cancelled):
        click.echo("Stopped; nothing was changed.", err=True)
        return 1
    except UserError as refusal:
        say(str(refusal), err=True)
        return 1
    except UnicodeEncodeError as error:
        click.echo(f"{error.object[error.start]!a} cannot be written here; is the encoding UTF-8?", err=True)
        return 1
    except BrokenPipeError:
        return _output_gone()  # whoever read it has left (``| head``): nothing more to say
    except OSError as error:
        if error.filename is not None:
            say(str(UserError("{path}: {reason}.", path=os.fsdecode(error.filename), reason=error)), err=True)
            return 1
        click.echo(f"The output cannot be written ({error.strerror or error}).", err=True)
        return _output_gone()
    except Exception as error:
        # A bug, or a file whose damage nobody foresaw: a person gets a sentence, who looks for it the traceback.
        if os.environ.get("QARAR_TRACEBACK"):
            raise
        click.echo(f"Unexpected fault ({type(error).__name__}: {error}); QARAR_TRACEBACK=1 shows where.", err=True)
        return 1


def _output_gone() -> int:
    """Keep Python from complaining once more when it closes an output that takes nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


@click.group(epilog="PROJECT alone opens the window on it.", context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=show_versions,
    help="Show the version, and those of all that Qarar stands on, and exit.",
)
def commands() -> None:
    """Qarar annotates Arabic UN resolutions: clauses and descriptors, in one project file (.qarar)."""


@commands.command("new")
@PROJECT
@ANNOTATOR
def new(project: Path, annotator: str | None) -> int:
    """Make an empty project."""
    Project.create(project, login_name(annotator)).close()
    return 0


@commands.command("import")
@PROJECT
@click.argument("sources", metavar="SOURCE…", type=click.Path(path_type=Path, readable=False), nargs=-1)
@click.option(
    "--as",
    "kind_id",
    type=click.Choice([each.id for each in KINDS]),
    help="Read every file as one of this kind, and search folders for its suffix.",
)
@click.option(
    "--rename", is_flag=True, help="Number a document whose name is taken by another text, instead of refusing it."
)
@click.option(
    "--clauses",
    metavar="DIR",
    type=click.Path(path_type=Path, readable=False),
    help="Also read clauses (JSON files of the corpus' shape), matched by text_sha256.",
)
@ANNOTATOR
def import_(
    project: Path,
    sources: tuple[Path, ...],
    kind_id: str | None,
    rename: bool,
    clauses: Path | None,
    annotator: str | None,
) -> int:
    """Import resolution files, folders of them, or project JSON, as one undoable step; prints a report."""
    if not sources and clauses is None:
        raise click.UsageError("Missing argument 'SOURCE…' (or --clauses DIR).")
    with opened_for_writing(project, annotator) as opened, progress("Importing") as on_progress:
        kind = None if kind_id is None else kind_of(kind_id)
        imported = import_sources(opened, sources, kind=kind, rename=rename, clauses=clauses, on_progress=on_progress)
    _print_report(imported)
    return 1 if imported.of("refused") else 0


@commands.command("export")
@PROJECT
@click.option(
    "--format", "format_id", type=click.Choice([each.id for each in FORMATS]), required=True, help="What to write."
)
@click.option(
    "--out",
    metavar="PATH",
    type=click.Path(path_type=Path, readable=False),
    required=True,
    help="The file to write, or the folder for resolution-text; a file that is there is replaced.",
)
@click.option(
    "--include-suggested",
    is_flag=True,
    help="Also the proposals stored in the project, which nobody has confirmed (project-json holds them in any case); "
    "no others are made: `segment --write` does that.",
)
def export(project: Path, format_id: str, out: Path, include_suggested: bool) -> int:
    """Export a project as a dataset, as project JSON, or back into the resolution format."""
    with Project.open(project, None) as opened, progress("Exporting") as on_progress:
        format_of(format_id).write(opened, out, include_suggested=include_suggested, on_progress=on_progress)
    return 0


@commands.command("find")
@PROJECT
@click.argument("query")
@click.option("--anywhere", is_flag=True, help="Also within words.")
@click.option("--exact", is_flag=True, help="The characters as they are, instead of any spelling.")
@click.option("--regex", is_flag=True, help="QUERY is a regular expression.")
@click.option("--type", "label", metavar="TYPE", help="Only inside spans of this label, such as operative.")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
def find(project: Path, query: str, anywhere: bool, exact: bool, regex: bool, label: str | None, as_json: bool) -> int:
    """Find words in all texts, whatever their spelling: hamza, tatweel, vowel marks and digits make no difference."""
    if any("\ud800" <= character <= "\udfff" for character in query):
        raise UserError("What is to be found is not UTF-8.")
    wanted = Query(query, whole_words=not anywhere, exact=exact, regex=regex, label=label)
    with Project.open(project, None) as opened, opened.reading():
        if as_json:
            found = list(opened.find(wanted))
            documents = [{"name": each.name, "hits": each.hits} for each in found]
            total = sum(len(each.hits) for each in found)
            click.echo(json.dumps({"total": total, "documents": documents}, ensure_ascii=False))
            return 0
        total = documents_found = 0
        for each in opened.find(wanted):
            total, documents_found = total + len(each.hits), documents_found + 1
            text = opened.text(each.document)
            say(f"{each.name}: {len(each.hits)}")
            for start, end in each.hits:
                say(f"{start:>8}–{end}")
                around = " ".join(text[max(0, start - _AROUND) : end + _AROUND].split())
                for line in _lines(around, "    "):
                    say(line)
    hits, documents = ("" if count == 1 else "s" for count in (total, documents_found))
    click.echo(f"{total} hit{hits} in {documents_found} document{documents}.")
    return 0


@commands.command("check")
@PROJECT
@click.option("--strict", is_flag=True, help="Exit with 1 also for problems of the annotation.")
@click.option("--all", "whole", is_flag=True, help=f"List all that is unsound, not the first {_UNSOUND} only.")
def check(project: Path, strict: bool, whole: bool) -> int:
    """Check the file's integrity, all offsets and the nesting (exit status 1 for these), and list what is likely to be
    wrong in the annotation.
    """
    with Project.open(project, None) as opened, opened.reading():
        found = [f"{project}: {problem}." for problem in opened.integrity_problems()]
        if not found:
            found = [str(opened.file.named(problem)) for problem in soundness.problems(opened.tables)]
        if found:
            shown = found if whole else found[:_UNSOUND]
            for problem in shown:
                say(problem, err=True)
            if len(found) > len(shown):
                say(f"… and {len(found) - len(shown):,} more; --all lists them.", err=True)
            return 1
        foreign = opened.file.foreign
        if foreign:
            names = ", ".join(f"“{schema.shown(name)}”" for name in foreign[: schema.MOST_NAMED])
            more = len(foreign) - schema.MOST_NAMED
            names += f", … and {more:,} more" if more > 0 else ""
            say(f"{project}: also holds what is not Qarar's, which is left alone: {names}.")
        likely = 0
        for name, each in checks.project_problems(opened.tables):
            say(str(checks.sentence(name, each)))
            likely += 1
        documents = opened.counts().documents
    problems = "" if not likely else f", {likely} problem{'' if likely == 1 else 's'} of the annotation"
    say(f"{project}: sound ({documents} documents{problems}).")
    return 1 if strict and likely else 0


for command in (
    *segmenting.COMMANDS,
    *training.COMMANDS,
    *measuring.COMMANDS,
    *vocabulary.COMMANDS,
    *consistency.COMMANDS,
    *suggesting.COMMANDS,
    *suggestion_figures.COMMANDS,
    *backing_up.COMMANDS,
    *recovering.COMMANDS,
):
    commands.add_command(command)


@commands.command("info")
@PROJECT
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
def info(project: Path, as_json: bool) -> int:
    """Say how much a project holds."""
    with Project.open(project, None) as opened:
        counts = asdict(opened.counts())
    if as_json:
        click.echo(json.dumps(counts))
    else:
        for name, count in counts.items():
            click.echo(f"{name:12} {count:>9,}")
    return 0


@commands.command("show")
@PROJECT
@click.argument("document")
def show(project: Path, document: str) -> int:
    """Show a document (name, symbol or id), its clauses numbered; in a terminal in visual order."""
    with Project.open(project, None) as opened:
        found = opened.find_document(document)
        if found is None:
            raise UserError("{project}: no document is called “{document}”.", project=project, document=document)
        for line in _shown(opened, found):
            if sys.stdout.isatty():
                say(line)
            else:
                click.echo(line)
    return 0


def _shown(project: Project, document: Document) -> Iterator[str]:
    """The document line by line: what is known of it, its descriptors, then its whole text, each stretch under the
    innermost clause that it stands in.
    """
    metadata = document.metadata
    yield from _lines("  ".join(part for part in (document.name, metadata.symbol, metadata.adopted) if part), base="L")
    labels = [project.concept(each.concept).label("en") for each in project.assignments(document.id)]
    if labels:
        yield from _lines("; ".join(labels), base="L")
    yield ""
    text = project.text(document.id)
    clauses = [span for span in project.spans(document.id) if project.scheme.layer(span.layer).overlap == "tree"]
    held = nesting.parents(clauses)
    numbers = {clause.id: number for number, clause in enumerate(clauses, start=1)}
    limits = sorted({0, len(text), *(place for clause in clauses for place in clause.limits)})
    titled: set[str] = set()
    for start, end in pairwise(limits):
        for clause in clauses:
            # A clause whose first words are an inner clause's has its title all the same.
            if clause.start == start and clause.id not in titled:
                titled.add(clause.id)
                indent = "  " * len(nesting.ancestors(clause, held))
                number = "" if clause.number is None else f" {clause.number}"
                yield f"{numbers[clause.id]:>4}  {indent}{clause.label}{number}"
        if not text[start:end].strip():
            continue
        around = [clause for clause in clauses if clause.start <= start and end <= clause.end]
        if not around and clauses:
            yield "      (no clause)"
        yield from _lines(text[start:end].strip(), "      " + "  " * max(0, len(around) - 1))


def _lines(text: str, indent: str = "", base: Literal["L", "R"] = "R") -> Iterator[str]:
    """The text as a terminal needs it: wrapped, each line in visual order, and to the right where it reads from there;
    elsewhere as stored.
    """
    if not sys.stdout.isatty():
        yield f"{indent}{text}"
        return
    width = max(20, shutil.get_terminal_size().columns - 1 - len(indent))
    for line in bidi.visual_lines(text, width, base):
        yield f"{indent}{line}" if base == "L" else " " * (width - bidi.columns(line)) + line


def _print_report(imported: ImportReport) -> None:
    for line in imported.lines:
        if line.message is not None:
            say(str(line.message), err=line.outcome == "refused")
        elif line.outcome == "already":
            say(f"{line.path}: already there.")
    already, refused = len(imported.of("already")), len(imported.of("refused"))
    parts = [f"Imported {imported.documents} documents"]
    if imported.clause_documents:
        parts.append(f"clauses of {imported.clause_documents}")
    parts += [f"{already} already there", f"{len(imported.of('double'))} doubles", f"{refused} refused"]
    click.echo(", ".join(parts) + ".")
