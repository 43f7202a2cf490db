import importlib.util
from pathlib import Path

import pytest

from model import cli
from model.segmentation.segmenter import Segmenter
from model.segmentation.weights import read
from model.training import leads as lead_training
from model.training import marks as mark_training
from model.training import recitals as recital_training
from tests.conftest import ROOT

SAMPLES = ROOT / "resources" / "samples"


def run(*arguments: object) -> int:
    return cli.main([str(argument) for argument in arguments])


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few trees and weights: what is trained is of no use, but soon there."""
    pytest.importorskip("sklearn")
    for name in ("_FIRST", "_SECOND"):
        monkeypatch.setattr(recital_training, name, {"rounds": 3, "leaves": 4})
    for room in (lead_training, mark_training, recital_training):
        monkeypatch.setattr(room, "BUCKETS", 1 << 10)


@pytest.mark.usefixtures("quick")
def test_weights_are_made_of_a_corpus_and_can_be_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = tmp_path / "a.npz"
    assert run("train-segmenter", SAMPLES, "--out", first) == 0
    said = capsys.readouterr()
    version = read(first).version
    assert said.out == f"{first}: weights {version} of 3 documents, {first.stat().st_size:,} bytes.\n"
    assert "marks …" in said.err and "calibration …" in said.err
    text = "إن الجمعية العامة، إذ تشير إلى الكتب، 1 - تقرر النظر."
    assert next(clause.label for clause in Segmenter(read(first)).segment(text)) == "enacting"
    capsys.readouterr()
    assert run("evaluate-segmenter", SAMPLES, "--all", "--weights", first, "--orders", "0") == 0
    assert f"Weights {version}; 3 documents (GA 79, HRC 57, SC 2024)." in capsys.readouterr().out


def test_what_cannot_be_trained_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("train-segmenter", SAMPLES, "--older", "--out", tmp_path / "a.npz") == 1
    assert capsys.readouterr().err.endswith("nothing older.\n")
    assert run("train-segmenter", SAMPLES, "--out", tmp_path / "none" / "a.npz") == 1
    assert capsys.readouterr().err.endswith("none: there is no such folder.\n")
    for command in (["train-segmenter", "--out"], ["evaluate-segmenter", "--json"], ["effort", "--json"]):
        assert run(command[0], SAMPLES, command[1], tmp_path) == 1
        assert capsys.readouterr().err == f"{tmp_path}: this is a folder, not a file.\n"
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert run("train-segmenter", SAMPLES, "--out", tmp_path / "a.npz") == 1
    assert capsys.readouterr().err.startswith("Training needs the package scikit-learn")
    assert not list(tmp_path.iterdir())
