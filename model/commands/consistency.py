"""The command that says how a project is indexed."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from model.commands.cli_output import PROJECT, check_target, progress, say
from model.consistency.report import report
from model.consistency.values import Named, NearDuplicate, NearDuplicateKind, Outdated, Renewal, Report, TermUse
from model.formats.atomic import replacing
from model.project import Project
from model.vocabulary.concepts import Concept

_KINDS: dict[NearDuplicateKind, str] = {
    "label": "a free term is called as a concept is",
    "spelling": "the same but for blanks and punctuation",
    "joined": "terms run together",
    "arabic": "the same Arabic label",
    "number": "singular and plural",
}
_SHOWN, _NAMED = 20, 3  # rows of a section, and documents of a row, where not all are asked for


@click.command("consistency")
@PROJECT
@click.option("--all", "whole", is_flag=True, help=f"All rows and documents, not only the first {_SHOWN} and {_NAMED}.")
@click.option(
    "--json",
    "out",
    metavar="FILE",
    type=click.Path(path_type=Path, readable=False),
    help="Write the whole report into a file too.",
)
def consistency(project: Path, whole: bool, out: Path | None) -> int:
    """Report how a project is indexed: terms by use, near-doubles, documents without descriptors, and renewals of the
    same resolution that are indexed differently.
    """
    if out is not None:
        check_target(out)
    with Project.open(project, None) as opened, progress("Comparing") as on_progress:
        found = opened.read(report, on_progress)
    for line in lines(found, whole):
        say(line)
    if out is not None:
        with replacing(out) as file:
            file.write(json.dumps(figures(found), ensure_ascii=False, indent=1).encode() + b"\n")
    return 0


def lines(found: Report, whole: bool) -> Iterator[str]:
    """The report, to be read: sections, each with the number of its rows."""
    indexed = found.documents - len(found.none) - len(found.waiting)
    yield (
        f"{found.documents:,} documents: {indexed:,} with descriptors, {len(found.none):,} done without any, "
        f"{len(found.waiting):,} without and not done."
    )

    def used(term: TermUse) -> str:
        return f"  {_name(term)}: {_listed(term.documents, whole)}"

    sections: tuple[tuple[str, Iterable[list[str]]], ...] = (
        ("Terms by use", ([f"{len(term.documents):>6,}  {_name(term)}"] for term in found.terms)),
        ("Terms used once", ([used(term)] for term in found.once)),
        ("Terms that a document has twice", ([used(term)] for term in found.twice)),
        ("Near-doubles", (_double(double, whole) for double in found.doubles)),
        ("Deprecated or gone terms in use", (_outdated(each, whole) for each in found.outdated)),
        (f"Renewals indexed differently, beside {found.alike:,} alike", map(_renewal, found.renewals)),
        ("Descriptors done, and none", ([f"  {document.name}"] for document in found.none)),
        ("No descriptors, and not done", ([f"  {document.name}"] for document in found.waiting)),
    )
    for title, rows in sections:
        all_rows = list(rows)
        yield ""
        yield f"{title}: {len(all_rows):,}"
        shown = all_rows if whole else all_rows[:_SHOWN]
        for row in shown:
            yield from row
        if len(shown) < len(all_rows):
            yield f"  … and {len(all_rows) - len(shown):,} more (--all)"


def _double(double: NearDuplicate, whole: bool) -> list[str]:
    rows = [f"  {_KINDS[double.kind]}"]
    for term, label in zip(double.terms, double.labels, strict=True):
        by = "" if label == term.concept.label("en") else f", as “{label}”"
        rows.append(f"    {_name(term)}{by} ({len(term.documents):,}){_after(term.documents, whole)}")
    return rows


def _outdated(each: Outdated, whole: bool) -> list[str]:
    instead = "; ".join(concept.label("en") for concept in each.replaced_by)
    return [
        f"  {_name(each.term)}: {_listed(each.term.documents, whole)}",
        f"    {f'now {instead}' if instead else 'nothing is known to replace it'}",
    ]


def _renewal(each: Renewal) -> list[str]:
    why = "same title" if each.same_title else "like text"
    found = [
        f"  {each.earlier.name} → {each.later.name} ({why}, {each.similarity:.2f} alike, {each.common:,} in common)"
    ]
    for sign, some in (("-", each.only_earlier), ("+", each.only_later)):
        if some:
            found.append(f"    {sign} {'; '.join(concept.label('en') for concept in some)}")
    return found


def _name(term: TermUse) -> str:
    """The English label, with what is to be known of the term."""
    known = [text for text in ("free term" if term.own else "", term.state or "") if text]
    label = term.concept.label("en")
    return f"{label} [{', '.join(known)}]" if known else label


def _listed(documents: Sequence[Named], whole: bool) -> str:
    shown = documents if whole else documents[:_NAMED]
    more = len(documents) - len(shown)
    return ", ".join(document.name for document in shown) + (f" and {more:,} more" if more else "")


def _after(documents: Sequence[Named], whole: bool) -> str:
    return f": {_listed(documents, whole)}" if documents else ""


# As JSON


def figures(found: Report) -> dict[str, Any]:
    """The whole report, with ids and names; concepts by URI with their preferred labels."""
    return {
        "documents": found.documents,
        "terms": [_term(term) for term in found.terms],
        "done_without": [asdict(document) for document in found.none],
        "waiting": [asdict(document) for document in found.waiting],
        "twice": [_term(term) for term in found.twice],
        "near_duplicates": [
            {"kind": double.kind, "labels": double.labels, "terms": [_term(term) for term in double.terms]}
            for double in found.doubles
        ],
        "outdated": [
            {**_term(each.term), "replaced_by": [_concept(concept) for concept in each.replaced_by]}
            for each in found.outdated
        ],
        "renewals": [
            {
                "earlier": asdict(each.earlier),
                "later": asdict(each.later),
                "same_title": each.same_title,
                "similarity": round(each.similarity, 4),
                "common": each.common,
                "only_earlier": [_concept(concept) for concept in each.only_earlier],
                "only_later": [_concept(concept) for concept in each.only_later],
            }
            for each in found.renewals
        ],
        "renewals_alike": found.alike,
    }


def _term(term: TermUse) -> dict[str, Any]:
    documents = [asdict(document) for document in term.documents]
    return {**_concept(term.concept), "own": term.own, "state": term.state, "documents": documents}


def _concept(concept: Concept) -> dict[str, Any]:
    labels = {label.language: label.text for label in concept.labels if label.kind == "preferred"}
    return {"id": concept.id, "uri": concept.uri, "labels": labels}


COMMANDS = (consistency,)
