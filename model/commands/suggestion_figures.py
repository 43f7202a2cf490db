"""The command that measures suggested descriptors on indexed resolutions."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from model.commands.cli_output import check_target, progress
from model.commands.suggesting import known_document, read_terms
from model.errors import StorageError, UserError
from model.formats import indexed_files
from model.formats.indexed_files import IndexedFile
from model.measuring import suggestions
from model.measuring.suggestions import Answer, Figures
from model.suggestion import ranking
from model.suggestion.memory import KnownDocument
from model.suggestion.ranking import Ranking
from model.suggestion.reasons import PARTS
from model.suggestion.suggester import Suggester
from model.training import suggester as training

COUNTS = (0, 50, 200)  # documents of the newest session that have been indexed
TYPED = 100  # documents, about, that are rewritten in older typography
_PATH = click.Path(path_type=Path, readable=False)
_COLUMNS = ("P@1", "P@5", "R@10", "F1@5", "NDCG@10", "assigned")

Labels = list[tuple[str, str]]
Asked = tuple[str, KnownDocument]


@click.command("evaluate-suggestions")
@click.argument("corpora", metavar="CORPUS…", type=_PATH, nargs=-1, required=True)
@click.option("--vocabulary", metavar="FILE", type=_PATH, help="A thesaurus whose labels are looked for in the texts.")
@click.option(
    "--session",
    "sessions",
    metavar="GROUP",
    multiple=True,
    help="Measure on this session or year (“GA 75”), learning from all others; may be given again. Else on the newest "
    "of each organ, learning from older ones.",
)
@click.option("--no-parts", is_flag=True, help="Without switching each part off in turn.")
@click.option("--no-learning", is_flag=True, help="Without the simulated learning.")
@click.option("--typography", is_flag=True, help="Also on texts rewritten as they were typed in the 1990s and 2000s.")
@click.option("--json", "out", metavar="FILE", type=_PATH, help="Write all figures into a file too.")
def evaluate_suggestions(
    corpora: tuple[Path, ...],
    vocabulary: Path | None,
    sessions: tuple[str, ...],
    no_parts: bool,
    no_learning: bool,
    typography: bool,
    out: Path | None,
) -> int:
    """Compare suggested descriptors with those in headers: as a whole, by organ, for documents that repeat nothing,
    with each part switched off, and as a session is indexed. What is measured on is never learned from.
    """
    if out is not None:
        check_target(out)
    terms = read_terms(vocabulary)
    with progress("Reading") as on_progress:
        older, newer = _divided(corpora, indexed_files.read_corpora(corpora, on_progress), sessions)
    known = [known_document(file, terms) for file in older]
    asked = [(file.text, known_document(file, terms)) for file in newer]
    labels = terms.labels()
    with progress("Learning to rank") as on_progress:
        enough = len(known) >= max(ranking.OWN_FROM, training.least())
        start = training.train(labels, known, on_progress) if enough else ranking.shipped()
    with progress("Learning") as on_progress:
        suggester = Suggester.learn(labels, known, on_progress, start)
    with progress("Suggesting") as on_progress:
        answers = suggestions.ask(suggester, asked, on_progress)
    groups = sorted({file.group for file in newer})
    click.echo(f"Learned from {len(known)} documents; measured on {len(asked)} ({', '.join(groups)}).")
    table = _tables(answers, [file.organ for file in newer])
    figures: dict[str, Any] = {"groups": groups, "learned": len(known)}
    _print("documents", table)
    figures["tables"] = {name: asdict(each) for name, each in table}
    figures["chances"] = [asdict(band) for band in suggestions.bands(answers)]
    click.echo("\nchance           suggestions    mean   right")
    for band in suggestions.bands(answers):
        click.echo(f"{band.low:.2f} to {band.high:.2f}     {band.suggestions:>11,}{band.mean:>8.3f}{band.right:>8.3f}")
    if typography:
        rows = _typed_otherwise(suggester, newer, asked)
        _print("\ntypography", rows)
        figures["typography"] = {name: asdict(each) for name, each in rows}
    if not no_parts:
        rows = [("everything", table[0][1]), *_without_parts(labels, known, asked, start)]
        _print("\nwithout", rows)
        figures["parts"] = {name: asdict(each) for name, each in rows}
    if not no_learning:
        own = [each for each, file in zip(asked, newer, strict=True) if file.group == _largest(newer)]
        counts = [count for count in COUNTS if count < len(own)]
        with progress("Learning in use") as on_progress:
            steps = suggestions.learning(labels, known, own, counts, start, on_progress)
        _print(
            f"\n{_largest(newer)}, the last {len(own) - max(counts)}; indexed of it",
            [(str(count), each) for count, each in steps],
        )
        figures["learning"] = {str(count): asdict(each) for count, each in steps}
    if out is not None:
        _write(out, figures)
    return 0


def _divided(
    corpora: Sequence[Path], files: Sequence[IndexedFile], sessions: Sequence[str]
) -> tuple[list[IndexedFile], list[IndexedFile]]:
    """What is learned from, and what is measured on."""
    folder = ", ".join(map(str, corpora))
    if not sessions:
        older, newer = indexed_files.newest(files)
        if not older:
            raise UserError("{path}: there is only one session or year of each organ; nothing older.", path=folder)
        return older, newer
    groups = {file.group for file in files}
    for session in sessions:
        if session not in groups:
            raise UserError(
                "{path}: no document of “{session}”; there are: {known}.",
                path=folder,
                session=session,
                known=", ".join(sorted(groups)),
            )
    newer = [file for file in files if file.group in sessions]
    return [file for file in files if file.group not in sessions], newer


def _largest(files: Sequence[IndexedFile]) -> str:
    """The group that most of the files are of."""
    groups = [file.group for file in files]
    return max(sorted(set(groups)), key=groups.count)


def _tables(answers: Sequence[Answer], organs: Sequence[str]) -> list[tuple[str, Figures]]:
    def of(name: str, wanted: Iterable[Answer]) -> tuple[str, Figures]:
        return name, suggestions.figures(wanted)

    rows = [of("all", answers)]
    for organ in sorted(set(organs)):
        rows.append(of(organ, (each for each, own in zip(answers, organs, strict=True) if own == organ)))
    rows.append(of("repeat another", (each for each in answers if each.repeats)))
    rows.append(of("repeat nothing", (each for each in answers if not each.repeats)))
    return rows


def _typed_otherwise(
    suggester: Suggester, files: Sequence[IndexedFile], asked: Sequence[Asked]
) -> list[tuple[str, Figures]]:
    """The figures of some documents, spread over all, as they stand and in older typography."""
    step = max(1, len(asked) // TYPED)
    some = [(file.name, *each) for file, each in zip(files, asked, strict=True)][::step]
    found: list[tuple[str, Figures]] = []
    for variant in suggestions.TYPOGRAPHIES:
        with progress(f"Typed otherwise: {variant}") as on_progress:
            typed = [suggestions.typed(*each, variant) for each in some]
            found.append((variant, suggestions.figures(suggestions.ask(suggester, typed, on_progress))))
    return found


def _without_parts(
    labels: Labels, known: Sequence[KnownDocument], asked: Sequence[Asked], start: Ranking
) -> list[tuple[str, Figures]]:
    """The figures with each part switched off: the ranking is learned anew, for it would count on what is not there."""
    found: list[tuple[str, Figures]] = []
    for part in ("labels", *PARTS, "indexed documents"):
        with progress(f"Without {part}") as on_progress:
            suggester = Suggester.learn(
                [] if part == "labels" else labels,
                [] if part == "indexed documents" else known,
                on_progress,
                start if part == "indexed documents" else None,
                part if part in PARTS else None,
                alone=True,
            )
            found.append((part, suggestions.figures(suggestions.ask(suggester, asked))))
    return found


def _print(title: str, rows: Sequence[tuple[str, Figures]]) -> None:
    wide = max(len(title.strip()), *(len(name) for name, _ in rows)) + 2
    lead = "\n" if title.startswith("\n") else ""
    click.echo(f"{lead}{title.strip():<{wide}}{'number':>8}" + "".join(f"{column:>10}" for column in _COLUMNS))
    for name, each in rows:
        values = (each.p_at_1, each.p_at_5, each.r_at_10, each.f1_at_5, each.ndcg_at_10, each.assigned_f1)
        click.echo(f"{name:<{wide}}{each.documents:>8,}" + "".join(f"{value:>10.4f}" for value in values))


def _write(out: Path, figures: dict[str, Any]) -> None:
    try:
        out.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise StorageError("{path}: {reason}", path=out, reason=error) from error


COMMANDS = (evaluate_suggestions,)
