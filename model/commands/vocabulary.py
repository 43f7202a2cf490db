"""The commands about vocabularies: bringing a thesaurus into a project, and writing one from it."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from model.commands.cli_output import ANNOTATOR, PROJECT, check_target, progress, say
from model.commands.opening import opened_for_writing
from model.errors import UserError
from model.formats import vocabulary_csv
from model.formats.thesaurus_check import one_line, shortened
from model.formats.thesaurus_file import read_thesaurus, write_thesaurus
from model.project import Project
from model.vocabulary import edition
from model.vocabulary.concepts import Vocabulary
from model.vocabulary.edition import EditionReport
from model.vocabulary.thesaurus import Thesaurus, of_vocabulary

_PATH = click.Path(path_type=Path, readable=False)


@click.group("vocabulary", context_settings={"help_option_names": ["-h", "--help"]})
def vocabulary() -> None:
    """Bring thesauri into a project, and write its vocabularies as SKOS or CSV."""


@vocabulary.command("import")
@PROJECT
@click.argument("file", type=_PATH)
@click.option(
    "--column",
    "roles",
    metavar="HEADING=ROLE",
    multiple=True,
    help="What a column of a CSV file holds, where its heading does not say so (HEADING= leaves it out); repeatable.",
)
@click.option(
    "--into",
    metavar="URI",
    help="Of which vocabulary of the project a SKOS file is the newer edition, where the file says another or none.",
)
@ANNOTATOR
def import_(project: Path, file: Path, roles: tuple[str, ...], into: str | None, annotator: str | None) -> int:
    """Import a thesaurus (SKOS or CSV), or a newer edition of one, as one undoable step; prints a report."""
    mapping, left_out = None, list[str]()
    if file.suffix.lower() in vocabulary_csv.SUFFIXES:
        if into is not None:
            raise click.UsageError("--into is for SKOS files; a table names its vocabulary in a column, scheme.")
        for role in roles:
            if "=" not in role:
                raise click.UsageError(f"--column “{role}”: HEADING=ROLE is needed.")
        found = vocabulary_csv.columns(file)
        mapping = vocabulary_csv.with_roles(file, found.headings, found.mapping, roles)
        said = {one_line(role.rpartition("=")[0]) for role in roles}
        left_out = [shortened(each) for each in found.left_out(mapping) if each not in said]
    elif roles:
        raise click.UsageError("--column is for CSV files.")
    with progress("Reading") as on_progress:
        thesaurus = read_thesaurus(file, mapping=mapping, on_progress=on_progress)
    # Only now: opening it for somebody new writes who that is, and a broken file must leave the project as it was.
    if into is not None:
        with Project.open(project, None) as opened:
            thesaurus = _edition_of(_chosen(opened, project, into), opened, file, thesaurus)
    with opened_for_writing(project, annotator) as opened:
        with progress("Writing") as on_progress, opened.operation(edition.OPERATION) as writing:
            report = edition.bring_in(writing, thesaurus, on_progress)
        for line in _lines(opened, report):
            say(line)
    for remark in report.remarks(lambda each: each.uri):
        say(f"{file}: {remark}")
    for remark in thesaurus.remarks:
        say(str(remark))
    if left_out:
        names = ", ".join(f"“{each}”" for each in left_out)
        say(f"{file}: columns left out, as their headings do not say what they hold: {names} (see --column).", err=True)
    return 0


@vocabulary.command("export")
@PROJECT
@click.option(
    "--out",
    metavar="FILE",
    required=True,
    type=_PATH,
    help="The file; its suffix says what is written (.ttl, .rdf, .jsonld, .nt, .csv).",
)
@click.option(
    "--vocabulary",
    "uri",
    metavar="URI",
    help="Which vocabulary (default: the only one beside the project's own terms).",
)
def export(project: Path, out: Path, uri: str | None) -> int:
    """Write a vocabulary of a project as SKOS or CSV."""
    check_target(out)
    with Project.open(project, None) as opened:
        chosen = _chosen(opened, project, uri)
        found = opened.read(of_vocabulary, chosen.id)
    write_thesaurus(found, out)
    click.echo(f"Wrote {len(found.concepts)} concepts.")
    return 0


def _edition_of(vocabulary: Vocabulary, opened: Project, file: Path, thesaurus: Thesaurus) -> Thesaurus:
    """The thesaurus as an edition of a vocabulary, whose names and version stay where the file has none."""
    known = {concept.uri for concept in opened.concepts() if concept.vocabulary == vocabulary.id}
    if known.isdisjoint(concept.uri for concept in thesaurus.concepts):
        raise UserError("{path}: none of its concepts is in the vocabulary “{uri}”.", path=file, uri=vocabulary.uri)
    return replace(
        thesaurus,
        uri=vocabulary.uri,
        names=thesaurus.names or vocabulary.names,
        version=thesaurus.version or vocabulary.version,
    )


def _chosen(opened: Project, project: Path, uri: str | None) -> Vocabulary:
    found = opened.vocabularies()
    if uri is not None:
        wanted = [each for each in found if each.uri == uri]
        if not wanted:
            known = ", ".join(each.uri for each in found)
            raise UserError(
                "{project}: has no vocabulary “{uri}”; these are there: {known}.", project=project, uri=uri, known=known
            )
        return wanted[0]
    others = [each for each in found if not each.own]
    if len(others) > 1:
        known = ", ".join(each.uri for each in others)
        raise UserError(
            "{project}: has several vocabularies; name one with --vocabulary: {known}.", project=project, known=known
        )
    return others[0] if others else found[0]


def _lines(project: Project, report: EditionReport) -> Iterable[str]:
    """What became of the concepts and of the free terms, line by line; the counts last."""
    for changed in report.changed:
        yield f"changed: {_name(project, changed.concept)} ({', '.join(changed.parts)})"
    for concept in report.gone:
        yield f"gone: {_name(project, concept)}"
    for term in report.matched:
        yield f"matched: {term.term.label('en')} ({term.uses}) → {_name(project, term.concept)}"
        if term.others:
            yield f"  also a label of: {', '.join(_name(project, other) for other in term.others)}"
    for free in report.unmatched:
        yield f"free term: {free.concept.label('en')} ({free.uses})"
    yield (
        f"{'New vocabulary' if report.new else 'Vocabulary'}: {len(report.added)} concepts added, "
        f"{len(report.changed)} changed, {len(report.gone)} gone, {report.unchanged} unchanged; "
        f"{len(report.matched)} free terms matched ({len(report.ambiguous)} of them to one of several), "
        f"{len(report.unmatched)} stay free."
    )


def _name(project: Project, concept: str) -> str:
    found = project.concept(concept)
    return f"{found.label('en')} <{found.uri}>"


COMMANDS = (vocabulary,)
