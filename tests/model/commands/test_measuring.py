import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from model import cli
from model.commands import measuring
from model.formats import corpus
from model.segmentation.gold import GoldDocument
from model.segmentation.memory import REACH, Memory, Remembered
from model.segmentation.values import ProposedClause
from tests.conftest import ROOT

SAMPLES = ROOT / "resources" / "samples"


class Made:
    """Gives the gold, but for each document's last recital; once two documents are confirmed, that too."""

    version = "made"
    known: Sequence[GoldDocument] = ()

    def __init__(self, weights: object) -> None:
        self.confirmed = self
        self.learned = 0

    def learn(self, document: str, text: str, recitals: Sequence[tuple[int, int]]) -> bool:
        self.learned += 1
        return True

    def segment(self, text: str, _: object = None) -> Sequence[ProposedClause]:
        gold = next(document.clauses for document in self.known if document.text == text)
        last = max(place for place, clause in enumerate(gold) if clause.label == "preambular")
        confident = [replace(clause, confidence=0.97) for clause in gold]
        return confident if self.learned >= 2 else confident[:last] + confident[last + 1 :]


@pytest.fixture(autouse=True)
def made(monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = Memory(Remembered(np.zeros((0, 2, REACH), dtype=np.uint32), np.zeros(0, dtype=np.uint8)))
    weights = SimpleNamespace(recitals=SimpleNamespace(recitals=nothing))
    monkeypatch.setattr(Made, "known", corpus.read([SAMPLES]))
    monkeypatch.setattr(measuring, "Segmenter", Made)
    monkeypatch.setattr(measuring, "read", lambda path: weights)
    monkeypatch.setattr("model.measuring.learning_curve.simulate.__defaults__", ((0, 2), lambda done, total: None))


def run(*arguments: object) -> int:
    return cli.main([str(argument) for argument in arguments])


def test_the_tables_of_an_evaluation(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "figures.json"
    assert run("evaluate-segmenter", SAMPLES, "--orders", "1", "--json", out) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Weights made; 3 documents (GA 79, HRC 57, SC 2024)."
    figures = json.loads(out.read_text("utf-8"))
    recitals = figures["all"]["preambular"]
    assert recitals["gold"] - recitals["found"] == 3 and recitals["right"] == recitals["found"]
    assert (
        f"{'preambular':<12}{recitals['gold']:>8}{recitals['found']:>8}{recitals['right']:>8}{recitals['f1']:>9.4f}"
        in lines
    )
    assert figures["all"]["without_error"] == 0.0
    assert list(figures["organs"]) == ["GA", "HRC", "SC"]
    assert any(line.startswith("SC ") for line in lines)
    assert sum(count["gold"] for count in figures["preambular"].values()) == recitals["gold"]
    assert figures["preambular"]["known"]["gold"] == 0
    assert figures["reliability"]["all clauses"]["sure"]["clauses"] == figures["all"]["all"]["found"]
    assert any(line.startswith("0.95 to 0.98") for line in lines)
    learned = figures["learning"]["all organs"]
    assert [step["confirmed"] for step in learned] == [0, 2]
    assert [step["rest"]["without_error"] for step in learned] == [0.0, 1.0]
    assert [step["last"]["documents"] for step in learned] == [2, 2]
    assert "learning, all organs: 3 documents, 2 orders together" in lines


def test_without_the_simulated_learning(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("evaluate-segmenter", SAMPLES, "--no-learning") == 0
    said = capsys.readouterr()
    assert "learning" not in said.out
    assert said.err == "These weights come with Qarar; documents that they learned from are no measure of them.\n"
    assert run("evaluate-segmenter", SAMPLES, "--no-learning", "--weights", SAMPLES) == 0
    assert capsys.readouterr().err == ""


def test_the_table_of_the_effort(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "figures.json"
    assert run("effort", SAMPLES, "--json", out) == 0
    said = capsys.readouterr().out
    figures = json.loads(out.read_text("utf-8"))
    assert [each["name"][:4] for each in figures["documents"]] == ["2024", "57se", "79se"]
    for each in figures["documents"]:
        assert 2 < each["with_mouse"] <= each["keys"] < each["by_hand"]
    assert figures["organs"]["all"]["keys"]["median"] == sorted(each["keys"] for each in figures["documents"])[1]
    assert figures["organs"]["SC"]["clauses"]["median"] == figures["documents"][0]["clauses"]
    assert [line.split()[0] for line in said.splitlines()[3:8]] == ["organ", "GA", "HRC", "SC", "all"]
    assert "one key in 0.0% of the documents" in said


def test_figures_that_cannot_be_written_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("effort", SAMPLES, "--json", tmp_path) == 1
    assert capsys.readouterr().err.splitlines()[-1].startswith(f"{tmp_path}: ")
