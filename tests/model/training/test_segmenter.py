"""Training of everything at once, on invented resolutions."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from model.errors import UserError
from model.measuring.scoring import NOTHING, score
from model.segmentation.calibration import LEAST, MOST
from model.segmentation.gold import GoldDocument
from model.segmentation.segmenter import Segmenter
from model.segmentation.values import ProposedClause
from model.segmentation.weights import read
from model.training import marks as mark_training
from model.training import segmenter as training
from model.training.recitals import PARTS, part_of
from tests.conftest import ROOT
from tests.model.resolutions import limits, resolution, resolutions, train_little
from tests.model.segmentation.small_weights import small_weights

FEW = 8
ELSEWHERE = f"""
import sys
from pathlib import Path
import pytest
from model.training import segmenter as training
from tests.model.resolutions import resolutions, train_little
train_little(pytest.MonkeyPatch())
training.write(Path(sys.argv[1]), training.train(resolutions({FEW})))
"""


@pytest.fixture
def little(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("sklearn")
    train_little(monkeypatch)


def written(path: Path, documents: list[GoldDocument]) -> bytes:
    training.write(path, training.train(documents))
    return path.read_bytes()


@pytest.mark.usefixtures("little")
def test_the_same_documents_give_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    one = written(tmp_path / "a.npz", resolutions(FEW))
    assert written(tmp_path / "b.npz", resolutions(FEW)[::-1]) == one
    assert written(tmp_path / "c.npz", resolutions(FEW - 1)) != one


@pytest.mark.usefixtures("little")
def test_another_process_makes_the_same_bytes(tmp_path: Path) -> None:
    """Also where sets of words come in another order."""
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, str(tmp_path / "b.npz")],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "1", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    digests = [
        hashlib.sha256(each).hexdigest()
        for each in (written(tmp_path / "a.npz", resolutions(FEW)), (tmp_path / "b.npz").read_bytes())
    ]
    assert digests[0] == digests[1]


def test_unseen_resolutions_of_the_same_make_are_segmented_well() -> None:
    segmenter = Segmenter(small_weights())
    total = NOTHING
    for number in range(600, 615):
        gold = resolution(number)
        total += score(gold.clauses, segmenter.segment(gold.text))
    assert all(total.labels[label].f1 > 0.98 for label in ("adoption", "source", "title", "enacting", "closing"))
    assert all(total.labels[label].f1 > 0.95 for label in ("operative", "subclause"))
    assert total.labels["preambular"].gold > 80 and total.labels["preambular"].f1 > 0.9
    assert total.leads.f1 > 0.9
    assert total.numbers == 1


def test_what_was_trained_is_worth_more_than_nothing() -> None:
    """Recitals of the same make whose joints the rules alone could not tell."""
    gold = resolution(600)
    recitals = limits(gold.clauses, "preambular")
    assert gold.text[recitals[0][0] : recitals[-1][1]].count("وإذ ") > len(recitals)
    assert limits(Segmenter(small_weights()).segment(gold.text), "preambular") == recitals


def test_confidences_are_high_where_the_trained_ones_are_right() -> None:
    segmenter = Segmenter(small_weights())
    found = [clause for number in range(620, 626) for clause in segmenter.segment(resolution(number).text)]
    assert sum(clause.confidence for clause in found) / len(found) > 0.9
    assert all(LEAST <= clause.confidence <= MOST for clause in found)


@pytest.mark.usefixtures("little")
def test_labels_that_are_mostly_wrong_are_not_trusted() -> None:
    """In half of the documents the gold has no titles, so that half of those proposed are wrong."""
    documents = [
        replace(each, clauses=tuple(clause for clause in each.clauses if clause.label != "title" or place % 2))
        for place, each in enumerate(resolutions(16))
    ]
    calibration = training.train(documents).calibration
    assert calibration.chance("title", 0.999) == pytest.approx(0.5, abs=0.1)
    assert calibration.chance("enacting", 0.999) > 0.9


@pytest.mark.usefixtures("little")
def test_marks_are_learned_from_all_and_judged_by_what_has_not_seen_them(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = resolutions(FEW)
    learned: list[set[str]] = []
    train = mark_training.train

    def noting(told: Iterable[tuple[str, Sequence[ProposedClause]]]) -> tuple[np.ndarray, float]:
        told = list(told)
        learned.append({text for text, _ in told})
        return train(told)

    monkeypatch.setattr(mark_training, "train", noting)
    training.train(documents)
    everything = {each.text for each in documents}
    left_out = [{each.text for each in documents if part_of(each.name) == part} for part in range(PARTS)]
    assert learned == [everything, *(everything - part for part in left_out)]


def test_every_label_that_is_proposed_is_calibrated() -> None:
    labels = {clause.label for each in resolutions(6) for clause in each.clauses}
    assert labels <= set(small_weights().calibration.knots)


@pytest.mark.usefixtures("little")
def test_it_tells_what_it_does() -> None:
    told: list[str] = []
    training.train(resolutions(FEW), told.append)
    assert told[0] == "marks" and told[-1] == "calibration"
    assert told[1:-1] == [
        *("leading phrases", "features", "linear models", "memories", "first trees", "second trees"),
    ]


@pytest.mark.usefixtures("little")
def test_what_is_trained_has_no_version_until_it_is_written(tmp_path: Path) -> None:
    trained = training.train(resolutions(FEW))
    training.write(tmp_path / "a.npz", trained)
    version = read(tmp_path / "a.npz").version
    assert trained.version == ""
    assert version == hashlib.sha256((tmp_path / "a.npz").read_bytes()).hexdigest()[: len(version)]


def test_a_document_belongs_to_one_part_by_its_name() -> None:
    parts = [part_of(each.name) for each in resolutions(60)]
    assert set(parts) == set(range(PARTS))
    renamed = replace(resolution(0), text="", clauses=(), group="")
    assert part_of(renamed.name) == part_of(resolution(0).name)


@pytest.mark.usefixtures("little")
@pytest.mark.parametrize("labels", [{"adoption", "enacting", "operative"}, {"preambular"}], ids=["none", "a document"])
def test_a_corpus_of_too_few_recitals_is_refused(labels: set[str]) -> None:
    documents = resolutions(1 if "preambular" in labels else FEW)
    kept = [
        replace(each, clauses=tuple(clause for clause in each.clauses if clause.label in labels)) for each in documents
    ]
    with pytest.raises(UserError, match="too few recitals"):
        training.train(kept)
