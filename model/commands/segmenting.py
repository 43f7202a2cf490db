"""The commands of the segmenter: proposing clauses, training, and measuring."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from model.annotation.documents import sha256_of
from model.commands.cli_output import ANNOTATOR, progress, say
from model.commands.json_files import write_each
from model.commands.opening import opened_for_writing
from model.errors import UserError
from model.formats.input_formats import KINDS, Kind, kind_of
from model.proposals import preannotation
from model.proposals import training_examples as learning
from model.references.reference_finder import references
from model.segmentation.segmenter import Segmenter
from model.segmentation.values import ProposedClause
from model.segmentation.weights import SHIPPED, read
from model.text.layout import Layout

_PATH = click.Path(path_type=Path, readable=False)
_WEIGHTS = click.option(
    "--weights", metavar="FILE", type=_PATH, default=SHIPPED, help="Other weights than those that come with Qarar."
)


@click.command("segment")
@click.argument("sources", metavar="SOURCE…", type=_PATH, nargs=-1, required=True)
@click.option("--out", metavar="DIR", type=_PATH, help="The folder for the clauses of resolution files, one JSON each.")
@click.option("--write", "into_project", is_flag=True, help="SOURCE is a project: store proposals in it.")
@click.option(
    "--references/--no-references", "with_references", default=True, help="Whether --write stores references too."
)
@click.option(
    "--as",
    "kind_id",
    type=click.Choice([each.id for each in KINDS]),
    help="Read every file as one of this kind, and search folders for its suffix.",
)
@_WEIGHTS
@ANNOTATOR
def segment(
    sources: tuple[Path, ...],
    out: Path | None,
    into_project: bool,
    with_references: bool,
    kind_id: str | None,
    weights: Path,
    annotator: str | None,
) -> int:
    """Propose the clauses of resolution files or folders of them (--out), or of a project's documents (--write)."""
    if into_project == (out is not None):
        raise click.UsageError("Either --out DIR for resolution files, or --write for a project.")
    if into_project and kind_id is not None:
        raise click.UsageError("--as KIND is for files (--out DIR); what a project's documents were, it knows.")
    segmenter = Segmenter(read(weights))
    if into_project:
        if len(sources) != 1:
            raise click.UsageError("--write takes one project.")
        return _propose(sources[0], segmenter, annotator, with_references)
    assert out is not None
    return _segment_files(sources, out, segmenter, None if kind_id is None else kind_of(kind_id))


def _segment_files(sources: Sequence[Path], out: Path, segmenter: Segmenter, kind: Kind | None) -> int:
    written, report = write_each(sources, out, "Segmenting", lambda text, layout: _json(text, layout, segmenter), kind)
    click.echo(f"Segmented {written} documents, {len(report.of('refused'))} refused.")
    return 1 if report.of("refused") else 0


def _json(text: str, layout: Layout, segmenter: Segmenter) -> bytes:
    """The clauses and references of a text as a file."""
    clauses: list[dict[str, Any]] = [
        {
            "start": clause.start,
            "end": clause.end,
            "type": clause.label,
            "number": clause.number,
            "depth": clause.depth,
            "lead": None if clause.lead is None else list(clause.lead),
            **({"annex": True} if clause.annex else {}),
            "confidence": round(clause.confidence, 4),
            **({"evidence": evidence} if (evidence := _evidence(clause)) else {}),
        }
        for clause in segmenter.segment(text, layout)
    ]
    cited: list[dict[str, Any]] = [
        {"start": found.start, "end": found.end, "type": found.label, **dict(found.features)}
        for found in references(text)
    ]
    data = {"text_sha256": sha256_of(text), "segmenter": segmenter.version, "clauses": clauses, "references": cited}
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def _evidence(clause: ProposedClause) -> list[str]:
    """What of the source's layout spoke for a clause and its leading phrase."""
    return [each for each in (clause.evidence, clause.lead_evidence) if each]


def _propose(project: Path, segmenter: Segmenter, annotator: str | None, with_references: bool) -> int:
    with opened_for_writing(project, annotator) as opened:
        if opened.scheme.clauses is None:
            raise UserError("{path}: its scheme has no layer of clauses, so that none can be proposed.", path=project)
        with progress("Segmenting") as on_progress:
            learning.learn_project(opened.tables, segmenter.confirmed)
            found = preannotation.find(
                opened.tables,
                opened.document_ids(),
                segmenter.segment,
                with_references=with_references,
                on_progress=on_progress,
            )
        with progress("Writing") as on_progress, opened.operation("propose clauses") as writing:
            report = preannotation.write(writing, found, segmenter.version, on_progress)
    for name, refusal in report.refused:
        say(f"{name}: {refusal}", err=True)
    click.echo(
        f"Proposed {report.clauses} clauses, {report.leads} leading phrases and {report.references} references in "
        f"{report.documents} documents; {report.there} were there already, {report.replaced} of before gave way, "
        f"{report.done} documents are done."
    )
    if report.labels:
        click.echo("The project's references have a new feature, what each one stands for.")
    return 1 if report.refused else 0


COMMANDS = (segment,)
