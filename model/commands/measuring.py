"""The commands that measure the segmenter on a corpus."""

import json
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from model.commands.cli_output import check_target, progress
from model.effort.counting import UNSURE_BELOW, Effort, by_organ, efforts, percentile
from model.errors import StorageError
from model.formats import corpus
from model.measuring import learning_curve, reliability
from model.measuring.evaluation import Evaluation, evaluate
from model.measuring.learning_curve import Step
from model.measuring.reliability import Bin, Judged
from model.measuring.scoring import SCORED, Count, Score
from model.measuring.variants import AS_IT_IS, VARIANTS, given
from model.segmentation.gold import GoldDocument
from model.segmentation.segmenter import Segmenter
from model.segmentation.weights import SHIPPED, Weights, read

# What is counted of a document.
_EFFORTS: tuple[tuple[str, Callable[[Effort], int]], ...] = (
    ("keys", lambda each: each.keys),
    ("with mouse", lambda each: each.with_mouse),
    ("by hand", lambda each: each.by_hand),
    ("clauses", lambda each: each.clauses),
)

_PATH = click.Path(path_type=Path, readable=False)
_WEIGHTS = click.option(
    "--weights", metavar="FILE", type=_PATH, default=SHIPPED, help="Other weights than those that come with Qarar."
)
_ALL = click.option(
    "--all", "whole", is_flag=True, help="On all documents, not only on the newest session or year of each organ."
)
_AS = click.option(
    "--as",
    "variant",
    type=click.Choice(list(VARIANTS)),
    default=AS_IT_IS,
    help="As which the documents are given: with breaks, wrapped, or in older typography.",
)
_JSON = click.option("--json", "out", metavar="FILE", type=_PATH, help="Write all figures into a file too.")


@click.command("evaluate-segmenter")
@click.argument("folders", metavar="CORPUS…", type=_PATH, nargs=-1, required=True)
@_WEIGHTS
@_ALL
@_AS
@click.option(
    "--orders", type=click.IntRange(0), default=3, help="Orders drawn for the simulated learning (default 3)."
)
@click.option("--no-learning", is_flag=True, help="Without the simulated learning, which takes longest.")
@_JSON
def evaluate_segmenter(
    folders: tuple[Path, ...],
    weights: Path,
    whole: bool,
    variant: str,
    orders: int,
    no_learning: bool,
    out: Path | None,
) -> int:
    """Compare proposals with gold clauses: by label and organ, on new text, how far confidences hold, and learning.

    The weights must not have seen the documents: give those of train-segmenter --older, or a newer corpus and --all.
    """
    if out is not None:
        check_target(out)
    documents = _chosen(folders, whole, variant)
    learned = read(weights)
    segmenter = _segmenter_of(weights, learned)
    with progress("Proposing") as on_progress:
        found = evaluate(documents, segmenter.segment, learned.recitals.recitals, on_progress)
    click.echo(f"Weights {segmenter.version}; {len(documents)} documents ({_groups(documents)}).")
    _print(_evaluation_lines(found))
    figures: dict[str, Any] = {"weights": segmenter.version, "groups": _groups(documents), **_evaluation_figures(found)}
    if not no_learning:
        figures["learning"] = {}
        for name, own, order in _simulated(documents):
            drawn = [learning_curve.drawn(len(own), seed) for seed in range(orders)]
            with progress(f"Learning, {name}") as on_progress:
                steps = learning_curve.simulate(
                    own, lambda: Segmenter(learned), [order, *drawn], on_progress=on_progress
                )
            _print(_learning_lines(name, len(own), 1 + orders, steps))
            figures["learning"][name] = [_step_figures(step) for step in steps]
    if out is not None:
        _write_figures(out, figures)
    return 0


@click.command("effort")
@click.argument("folders", metavar="CORPUS…", type=_PATH, nargs=-1, required=True)
@_WEIGHTS
@_ALL
@_AS
@click.option(
    "--unsure-below",
    type=click.FloatRange(0, 1),
    default=UNSURE_BELOW,
    help=f"Below which chance a key goes to a proposal (default {UNSURE_BELOW}, as in the window).",
)
@click.option("--everything", is_flag=True, help="Also headings, annexes and tables, which are not scored.")
@_JSON
def effort(
    folders: tuple[Path, ...],
    weights: Path,
    whole: bool,
    variant: str,
    unsure_below: float,
    everything: bool,
    out: Path | None,
) -> int:
    """Count the keys that take a document from its proposals to its gold, against marking it by hand.

    The weights must not have seen the documents: give those of train-segmenter --older, or a newer corpus and --all.
    """
    if out is not None:
        check_target(out)
    documents = _chosen(folders, whole, variant)
    segmenter = _segmenter_of(weights, read(weights))
    with progress("Counting") as on_progress:
        found = efforts(
            documents, segmenter.segment, unsure_below=unsure_below, everything=everything, on_progress=on_progress
        )
    click.echo(f"Weights {segmenter.version}; {len(documents)} documents ({_groups(documents)}).")
    _print(_effort_lines(found))
    if out is not None:
        _write_figures(
            out,
            {
                "weights": segmenter.version,
                "groups": _groups(documents),
                "organs": {organ: _effort_figures(own) for organ, own in by_organ(found).items()},
                "documents": [asdict(each) for each in found],
            },
        )
    return 0


def _segmenter_of(weights: Path, learned: Weights) -> Segmenter:
    """The segmenter that is measured; says so where it may have seen the documents."""
    if weights == SHIPPED:
        click.echo("These weights come with Qarar; documents that they learned from are no measure of them.", err=True)
    return Segmenter(learned)


def _chosen(folders: tuple[Path, ...], whole: bool, variant: str) -> list[GoldDocument]:
    """The documents of corpora that are measured, all or the newest, as they are given."""
    with progress("Reading") as on_progress:
        documents = corpus.read(folders, on_progress)
    chosen = documents if whole else corpus.newest(documents)[1]
    return [given(document, variant) for document in chosen]


def _write_figures(path: Path, figures: Mapping[str, Any]) -> None:
    """Write figures as JSON; refuses where that cannot be."""
    try:
        path.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")
    except OSError as error:
        raise StorageError("{path}: {reason}", path=path, reason=error) from error


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        click.echo(line)


def _groups(documents: Sequence[GoldDocument]) -> str:
    return ", ".join(sorted({document.group for document in documents}))


def _simulated(documents: Sequence[GoldDocument]) -> Iterator[tuple[str, Sequence[GoldDocument], Sequence[int]]]:
    """What learning is simulated on: the documents of the General Assembly in order of number, all in order of date."""
    assembly = [document for document in documents if document.group.startswith("GA ")]
    if assembly and len(assembly) < len(documents):
        yield "General Assembly", assembly, learning_curve.in_order(assembly)
    yield "all organs", documents, learning_curve.in_order(documents, by_date=True)


# As text


def _evaluation_lines(found: Evaluation) -> Iterator[str]:
    score = found.score
    yield f"\n{'type':<12}{'gold':>8}{'found':>8}{'right':>8}{'F1':>9}"
    for label in SCORED:
        yield _count_line(label, score.labels[label])
    yield _count_line("all", score.all)
    yield (
        f"leads F1 {score.leads.f1:.4f}; numbers right {score.numbers:.4f}; "
        f"documents without any error {score.without_error:.4f} of {score.documents}"
    )
    columns = ("documents", "all F1", "preambular", "operative", "leads", "no error")
    yield f"\n{'organ':<12}" + "".join(f"{column:>11}" for column in columns)
    for organ, own in found.organs.items():
        labels = own.labels
        yield (
            f"{organ:<12}{own.documents:>11}{own.all.f1:>11.4f}{labels['preambular'].f1:>11.4f}"
            f"{labels['operative'].f1:>11.4f}{own.leads.f1:>11.4f}{own.without_error:>11.4f}"
        )
    yield f"\n{'preambular':<12}{'gold':>8}{'found':>8}{'right':>8}{'F1':>9}"
    for name, count in found.novelty.items():
        yield _count_line(name, count)
    for name, judged in _judged(found):
        yield from _reliability_lines(name, judged)


def _judged(found: Evaluation) -> Iterator[tuple[str, list[Judged]]]:
    yield "all clauses", list(found.judged)
    yield "preambular", [each for each in found.judged if each.label == "preambular"]


def _count_line(name: str, count: Count) -> str:
    return f"{name:<12}{count.gold:>8}{count.found:>8}{count.right:>8}{count.f1:>9.4f}"


def _reliability_lines(name: str, judged: Sequence[Judged]) -> Iterator[str]:
    yield f"\n{name + ', confidence':<26}{'clauses':>8}{'mean':>8}{'right':>8}"
    table = reliability.bins(judged)
    for each in table:
        if each.clauses:
            limits = f"{each.least:.2f} to {each.most:.2f}"
            yield f"{limits:<26}{each.clauses:>8}{each.mean:>8.3f}{each.share:>8.3f}"
    sure = reliability.sure(judged)
    share = sure.clauses / max(1, len(judged))
    yield (
        f".95 and more: {share:.1%} of them, {sure.share:.2%} right; "
        f"calibration error {reliability.calibration_error(table):.4f}"
    )


def _learning_lines(name: str, documents: int, orders: int, steps: Sequence[Step]) -> Iterator[str]:
    yield f"\nlearning, {name}: {documents} documents, {orders} orders together"
    yield (
        f"{'confirmed':>9} | {'those not confirmed':^29} | {f'the last {documents - steps[-1].confirmed}':^29}\n"
        f"{'':>9} | {'preambular':>11}{'all':>8}{'no error':>10} "
        f"| {'preambular':>11}{'all':>8}{'no error':>10}"
    )
    for step in steps:
        sides = [
            f"{own.labels['preambular'].f1:>11.4f}{own.all.f1:>8.4f}{own.without_error:>10.4f}"
            for own in (step.rest, step.last)
        ]
        yield f"{step.confirmed:>9} | {' | '.join(sides)}"


def _effort_lines(found: Sequence[Effort]) -> Iterator[str]:
    yield "\nkeys a document, median and 90th percentile (a click counts as a key)"
    yield f"{'organ':<8}{'documents':>10}" + "".join(f"{words:^16}" for words, _ in _EFFORTS)
    for organ, own in by_organ(found).items():
        columns = [[value(each) for each in own] for _, value in _EFFORTS]
        cells = [f"{statistics.median(column):>8g}{percentile(column, 0.9):>6g}  " for column in columns]
        yield f"{organ:<8}{len(own):>10}" + "".join(cells)
    least = sum(1 for each in found if each.keys == 1) / max(1, len(found))
    keys, hand = sum(each.keys for each in found), sum(each.by_hand for each in found)
    clauses = sum(each.clauses for each in found)
    yield (
        f"one key in {least:.1%} of the documents; {keys / max(1, clauses):.2f} keys a clause, "
        f"{hand / max(1, clauses):.2f} by hand; {sum(each.clicks for each in found)} of {keys} are clicks"
    )


# As figures


def _evaluation_figures(found: Evaluation) -> dict[str, Any]:
    return {
        "all": _score_figures(found.score),
        "organs": {organ: _score_figures(own) for organ, own in found.organs.items()},
        "preambular": {name: _count_figures(count) for name, count in found.novelty.items()},
        "reliability": {
            name: {
                "bins": [_bin_figures(each) for each in reliability.bins(judged) if each.clauses],
                "sure": _bin_figures(reliability.sure(judged)),
                "clauses": len(judged),
                "calibration_error": round(reliability.calibration_error(reliability.bins(judged)), 6),
            }
            for name, judged in _judged(found)
        },
    }


def _score_figures(score: Score) -> dict[str, Any]:
    return {
        "documents": score.documents,
        "without_error": round(score.without_error, 6),
        "numbers": round(score.numbers, 6),
        "leads": _count_figures(score.leads),
        "all": _count_figures(score.all),
        **{label: _count_figures(score.labels[label]) for label in SCORED},
    }


def _count_figures(count: Count) -> dict[str, Any]:
    return {"gold": count.gold, "found": count.found, "right": count.right, "f1": round(count.f1, 6)}


def _bin_figures(each: Bin) -> dict[str, Any]:
    return {
        "least": each.least,
        "most": each.most,
        "clauses": each.clauses,
        "right": each.right,
        "mean": round(each.mean, 6),
    }


def _step_figures(step: Step) -> dict[str, Any]:
    return {"confirmed": step.confirmed, "rest": _score_figures(step.rest), "last": _score_figures(step.last)}


def _effort_figures(found: Sequence[Effort]) -> dict[str, Any]:
    return {
        name: {
            "median": statistics.median(column),
            "percentile_90": percentile(column, 0.9),
            "mean": round(statistics.fmean(column), 3),
        }
        for name, value in _EFFORTS
        for column in [[value(each) for each in found]]
    }


COMMANDS = (evaluate_segmenter, effort)
