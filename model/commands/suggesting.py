"""The commands about descriptors that a program finds: suggesting, and measuring what is suggested."""

import json
from pathlib import Path

import click

from model.annotation.documents import sha256_of
from model.commands.cli_output import check_target, progress, say
from model.commands.json_files import write_each
from model.errors import StorageError, UserError
from model.formats import indexed_files, thesaurus_file
from model.formats.indexed_files import IndexedFile
from model.suggestion.memory import KnownDocument
from model.suggestion.reading import read_text
from model.suggestion.suggester import Suggester
from model.suggestion.terms import Terms
from model.training import suggester as training

_PATH = click.Path(path_type=Path, readable=False)


@click.command("suggest")
@click.argument("sources", metavar="SOURCE…", type=_PATH, nargs=-1, required=True)
@click.option("--out", metavar="DIR", type=_PATH, required=True, help="The folder for the suggestions, one JSON each.")
@click.option(
    "--train", metavar="DIR", type=_PATH, multiple=True, help="Resolution files whose headers are learned from."
)
@click.option("--vocabulary", metavar="FILE", type=_PATH, help="A thesaurus whose labels are looked for in the texts.")
@click.option("--limit", type=click.IntRange(min=1), default=20, help="How many are suggested at most (default 20).")
def suggest(sources: tuple[Path, ...], out: Path, train: tuple[Path, ...], vocabulary: Path | None, limit: int) -> int:
    """Suggest descriptors for resolution files or folders of them. The headers of SOURCE are never looked at."""
    if not train and vocabulary is None:
        raise click.UsageError("There is nothing to suggest from: give --train DIR, --vocabulary FILE, or both.")
    terms, known = _read_known(train, vocabulary)
    with progress("Learning") as on_progress:
        suggester = Suggester.learn(terms.labels(), known, on_progress)
    written, report = write_each(sources, out, "Suggesting", lambda text, _: _json(text, terms, suggester, limit))
    click.echo(
        f"Suggested descriptors for {written} documents, having learned from {len(suggester)}; "
        f"{len(report.of('refused'))} refused."
    )
    return 1 if report.of("refused") else 0


@click.command("train-suggester")
@click.argument("corpora", metavar="CORPUS…", type=_PATH, nargs=-1, required=True)
@click.option("--vocabulary", metavar="FILE", type=_PATH, required=True, help="A thesaurus that the headers use.")
@click.option(
    "--out", metavar="FILE", type=_PATH, required=True, help="The file of the ranking; one that is there goes."
)
def train_suggester(corpora: tuple[Path, ...], vocabulary: Path, out: Path) -> int:
    """Make the ranking by which descriptors are suggested while few documents are indexed, or none. The same corpora
    give the same bytes, in whatever order.
    """
    check_target(out)
    terms = read_terms(vocabulary)
    with progress("Reading") as on_progress:
        files = indexed_files.read_corpora(corpora, on_progress)
    known = [known_document(file, terms) for file in files]
    with progress("Learning") as on_progress:
        trained = training.train(terms.labels(), known, on_progress)
    try:
        trained.write(out)
    except OSError as error:
        raise StorageError("{path}: {reason}", path=out, reason=error) from error
    say(f"{out}: a ranking of {len(known)} documents, {out.stat().st_size:,} bytes.")
    return 0


def read_terms(vocabulary: Path | None) -> Terms:
    """The terms of a thesaurus, or of none."""
    if vocabulary is None:
        return Terms(None)
    with progress("Reading the thesaurus") as on_progress:
        return Terms(thesaurus_file.read_thesaurus(vocabulary, on_progress=on_progress))


def known_document(file: IndexedFile, terms: Terms) -> KnownDocument:
    """An indexed document by the hash of its text, with what its terms stand for."""
    return KnownDocument(file.text_sha256, read_text(file.text), terms.keys(file.terms))


def _read_known(folders: tuple[Path, ...], vocabulary: Path | None) -> tuple[Terms, list[KnownDocument]]:
    terms = read_terms(vocabulary)
    with progress("Reading") as on_progress:
        files = indexed_files.read(folders, on_progress)
    if folders and not files:
        raise UserError("{path}: no resolution here has a term in its header.", path=folders[0])
    return terms, [known_document(file, terms) for file in files]


def _json(text: str, terms: Terms, suggester: Suggester, limit: int) -> bytes:
    """The suggestions for a text as a file. A text that was learned from is looked at as if it had not been."""
    sha256 = sha256_of(text)
    found = suggester.suggest(text, read_text(text), limit, name=sha256)
    suggestions = [
        {
            "label": terms.label(each.term),
            "uri": terms.uri(each.term),
            "score": round(each.chance, 6),
            "assign": each.assign,
            "evidence": [list(limits) for limits in each.evidence],
        }
        for each in found.terms
    ]
    return json.dumps({"text_sha256": sha256, "suggestions": suggestions}, ensure_ascii=False, indent=1).encode()


COMMANDS = (suggest, train_suggester)
