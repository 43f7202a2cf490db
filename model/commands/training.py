"""The command that trains the segmenter's weights."""

import importlib.util
from pathlib import Path

import click

from model.commands.cli_output import check_target, progress, say
from model.errors import StorageError, UserError
from model.formats import corpus
from model.segmentation import weights
from model.training import segmenter as training

# Clauses marked by hand for resolutions of the corpus that have no gold there; offsets alone.
BY_HAND = Path(__file__).parents[2] / "resources" / "weights" / "by-hand"
_PATH = click.Path(path_type=Path, readable=False)


@click.command("train-segmenter")
@click.argument("folders", metavar="CORPUS…", type=_PATH, nargs=-1, required=True)
@click.option(
    "--older", is_flag=True, help="Without the newest session or year of each organ: to be measured on these."
)
@click.option("--out", metavar="FILE", type=_PATH, required=True, help="The file of weights; one that is there goes.")
def train_segmenter(folders: tuple[Path, ...], older: bool, out: Path) -> int:
    """Make weights for the segmenter from corpora with gold clauses. The same corpora give the same bytes.

    Takes some minutes, and needs scikit-learn. What is being done is told on standard error.
    """
    if importlib.util.find_spec("sklearn") is None:
        raise UserError(
            "Training needs the package scikit-learn, which is not installed here (pip install scikit-learn)."
        )
    check_target(out)
    with progress("Reading") as on_progress:
        documents = corpus.read(folders, on_progress, BY_HAND)
    if older:
        documents, newer = corpus.newest(documents)
        if not documents:
            raise UserError("{path}: there is only one session or year of each organ; nothing older.", path=folders[0])
        click.echo(f"{len(newer)} of the newest documents are left out.", err=True)
    click.echo(f"Training on {len(documents)} documents.", err=True)
    trained = training.train(documents, lambda step: click.echo(f"  {step} …", err=True))
    try:
        training.write(out, trained)
    except OSError as error:
        raise StorageError("{path}: {reason}", path=out, reason=error) from error
    made = weights.read(out)
    say(f"{out}: weights {made.version} of {len(documents)} documents, {out.stat().st_size:,} bytes.")
    return 0


COMMANDS = (train_segmenter,)
