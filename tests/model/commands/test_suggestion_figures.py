"""The command that measures suggestions: the same figures as those of the program that others measure with."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from model import cli
from model.commands import suggestion_figures
from model.suggestion.memory import KnownDocument
from model.suggestion.suggester import Suggester
from tests.conftest import shared
from tests.model.resolutions import resolution
from tests.model.suggestion.indexed_resolutions import document, put, put_thesaurus, rank_little, term_of


def run(*arguments: object) -> int:
    return cli.main([str(argument) for argument in arguments])


NEWER = range(2, 40, 3)  # of session 76
OLDER = [number for number in range(40) if number not in NEWER]


@pytest.fixture
def corpus_and_thesaurus(tmp_path: Path) -> tuple[Path, Path]:
    put(tmp_path / "corpus" / "texts", range(40))
    put(tmp_path / "corpus" / "texts", [5], header="|".join([*map(term_of, sorted(document(5).terms)), "NEVER SEEN"]))
    return tmp_path / "corpus", put_thesaurus(tmp_path)


@pytest.fixture
def scorer() -> ModuleType:
    path = shared("corpus/score_suggestions.py")
    spec = importlib.util.spec_from_file_location("score_suggestions", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def evaluated(tmp_path: Path, *arguments: object) -> dict[str, Any]:
    out = tmp_path / "figures.json"
    assert run("evaluate-suggestions", *arguments, "--json", out) == 0
    return json.loads(out.read_text("utf-8"))


def test_figures_are_those_of_the_scorer(
    corpus_and_thesaurus: tuple[Path, Path], tmp_path: Path, scorer: ModuleType
) -> None:
    corpus, thesaurus = corpus_and_thesaurus
    figures = evaluated(tmp_path, corpus, "--vocabulary", thesaurus, "--no-parts", "--no-learning")
    train, newer, gold = put(tmp_path / "train", OLDER), tmp_path / "newer", tmp_path / "gold"
    newer.mkdir()
    gold.mkdir()
    for number in NEWER:
        name = resolution(number).name
        source = corpus / "texts" / f"{name}.txt"
        (newer / source.name).write_bytes(source.read_bytes())
        header = source.read_text("utf-8").splitlines()[0].removeprefix("%%%")
        record = {"descriptors": [term for term in header.split("|") if term]}
        (gold / f"{name}.json").write_text(json.dumps(record), "utf-8")
    out = tmp_path / "out"
    assert run("suggest", newer, "--train", train, "--vocabulary", thesaurus, "--out", out) == 0
    found, wanted = scorer.documents(out), scorer.documents(gold)
    assigned = {
        stem: {scorer.normal(each["label"]) for each in record["suggestions"] if each["assign"]}
        for stem, record in found.items()
    }
    scored = scorer.score({stem: scorer.ranked(record) for stem, record in found.items()}, assigned, wanted)
    table = figures["tables"]["all"]
    assert 0.3 < table["f1_at_5"] < 1 and 0.5 < table["r_at_10"] < 1
    names = {
        "documents": "documents",
        "p_at_1": "P@1",
        "p_at_5": "P@5",
        "r_at_10": "R@10",
        "f1_at_5": "meanF1@5",
        "ndcg_at_10": "NDCG@10",
        "assigned_f1": "meanF1(assigned)",
    }
    assert table == {own: pytest.approx(scored[name], abs=1e-12) for own, name in names.items()}


def test_what_is_measured_on_is_never_learned_from(
    corpus_and_thesaurus: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learned: list[set[str]] = []
    own = Suggester.learn.__func__

    def learn(cls: type[Suggester], labels: object, known: list[KnownDocument], *arguments: object, **named: object):
        learned.append({each.name for each in known})
        return own(cls, labels, known, *arguments, **named)

    monkeypatch.setattr(Suggester, "learn", classmethod(learn))
    monkeypatch.setattr(suggestion_figures, "COUNTS", (0, 4))
    corpus, thesaurus = corpus_and_thesaurus
    older = {document(number).name for number in OLDER}
    newer = {document(number).name for number in NEWER}
    evaluated(tmp_path, corpus, "--vocabulary", thesaurus)
    assert learned[:5] == [older] * 5 and learned[5] == set()
    assert learned[6] == older and older < learned[7] and len(learned[7] & newer) == 4
    learned.clear()
    figures = evaluated(tmp_path, corpus, "--session", "GA 74", "--session", "GA 75", "--no-parts", "--no-learning")
    assert learned == [newer] and figures["groups"] == ["GA 74", "GA 75"]


def test_several_corpora_are_measured_as_one(corpus_and_thesaurus: tuple[Path, Path], tmp_path: Path) -> None:
    corpus, thesaurus = corpus_and_thesaurus
    first, second = tmp_path / "first", tmp_path / "second"
    for number, path in enumerate(sorted((corpus / "texts").iterdir())):
        for folder in [first, second][number % 2 : (1 if number % 7 == 0 else number % 2) + 1]:
            folder.mkdir(exist_ok=True)
            (folder / path.name).write_bytes(path.read_bytes())
    options = ("--vocabulary", thesaurus, "--no-parts", "--no-learning")
    figures = evaluated(tmp_path, corpus, *options)
    assert evaluated(tmp_path, first, second, *options) == figures
    assert evaluated(tmp_path, first, second, *options, "--session", "GA 75")["groups"] == ["GA 75"]


def test_tables_are_printed(
    corpus_and_thesaurus: tuple[Path, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(suggestion_figures, "COUNTS", (0, 4, 50))
    corpus, thesaurus = corpus_and_thesaurus
    figures = evaluated(tmp_path, corpus, "--vocabulary", thesaurus)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Learned from 27 documents; measured on 13 (GA 76)."
    assert lines[1].split() == ["documents", "number", "P@1", "P@5", "R@10", "F1@5", "NDCG@10", "assigned"]
    first = [line.split("  ")[0] for line in lines]
    for title in (
        "all",
        "GA",
        "repeat another",
        "repeat nothing",
        "everything",
        "labels",
        "ridge",
        "neighbours",
        "citations",
    ):
        assert title in first
    assert "GA 76, the last 9; indexed of it" in first
    assert list(figures) == ["groups", "learned", "tables", "chances", "parts", "learning"]
    assert list(figures["parts"]) == ["everything", "labels", "ridge", "neighbours", "citations", "indexed documents"]
    assert figures["parts"]["everything"] == figures["tables"]["all"] == figures["tables"]["GA"]
    assert list(figures["learning"]) == ["0", "4"]
    tables = figures["tables"]
    assert tables["repeat another"]["documents"] + tables["repeat nothing"]["documents"] == 13
    shown = next(line for line in lines if line.startswith("all "))
    assert [float(value) for value in shown.split()[2:]] == [
        pytest.approx(tables["all"][name], abs=1e-4)
        for name in ("p_at_1", "p_at_5", "r_at_10", "f1_at_5", "ndcg_at_10", "assigned_f1")
    ]


def test_older_typography_changes_no_figure(
    corpus_and_thesaurus: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus, thesaurus = corpus_and_thesaurus
    options = ("--vocabulary", thesaurus, "--no-parts", "--no-learning", "--typography")
    figures = evaluated(tmp_path, corpus, *options)
    typed = figures["typography"]
    assert list(typed) == ["as-it-is", "digits", "brackets", "ligatures", "tatweel", "older"]
    assert all(each == figures["tables"]["all"] for each in typed.values())
    lines = capsys.readouterr().out.splitlines()
    place = lines.index(next(line for line in lines if line.startswith("typography")))
    assert [line.split()[0] for line in lines[place + 1 : place + 7]] == list(typed)


def test_the_ranking_is_learned_from_older_documents_where_there_are_enough(
    corpus_and_thesaurus: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rank_little(monkeypatch, own_from=27)
    monkeypatch.setattr(suggestion_figures.training, "SIZES", (0, 26))
    trained: list[set[str]] = []
    own = suggestion_figures.training.train
    monkeypatch.setattr(
        suggestion_figures.training,
        "train",
        lambda labels, known, on_progress: (
            trained.append({each.name for each in known}) or own(labels, known, on_progress)
        ),
    )
    corpus, thesaurus = corpus_and_thesaurus
    evaluated(tmp_path, corpus, "--vocabulary", thesaurus, "--no-parts", "--no-learning")
    assert trained == [{document(number).name for number in OLDER}]
    for room, name, value in (
        (suggestion_figures.ranking, "OWN_FROM", 28),
        (suggestion_figures.training, "SIZES", (0, 27)),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(room, name, value)
            evaluated(tmp_path, corpus, "--vocabulary", thesaurus, "--no-parts", "--no-learning")
        assert len(trained) == 1


def test_what_cannot_be_measured_is_refused(
    corpus_and_thesaurus: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus, _ = corpus_and_thesaurus
    for arguments, said in (
        ((corpus, "--session", "GA 99"), "no document of “GA 99”; there are: GA 74, GA 75, GA 76."),
        ((put(tmp_path / "one", [1]),), "there is only one session or year of each organ; nothing older."),
        ((put(tmp_path / "none", [1], header=""),), "no resolution here has a term in its header."),
        ((corpus, "--json", tmp_path), "this is a folder, not a file."),
        ((tmp_path / "nowhere",), ""),
        ((corpus, put(tmp_path / "other", [5], header="OTHER")), "texts or headers: which one counts is not clear."),
        ((tmp_path / "one", put(tmp_path / "two", [4])), "only one session or year of each organ; nothing older."),
    ):
        assert run("evaluate-suggestions", *arguments) == 1
        error = capsys.readouterr().err
        assert error.endswith(f"{said}\n") and error.count("\n") == 1
    assert run("evaluate-suggestions") == 2
