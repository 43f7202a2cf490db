"""The commands that suggest descriptors for files, and make the ranking that comes with Qarar."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from model import cli
from model.suggestion.ranking import Ranking
from model.training import suggester as training
from tests.conftest import ROOT
from tests.model.resolutions import resolution
from tests.model.suggestion.indexed_resolutions import document, put, put_thesaurus, rank_little, term_of, text_of


def run(*arguments: object) -> int:
    return cli.main([str(argument) for argument in arguments])


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Indexed resolutions, a thesaurus, and resolutions to suggest for."""
    return put(tmp_path / "train", range(24)), put_thesaurus(tmp_path), put(tmp_path / "in" / "deep", [60, 61])


def content(folder: Path, number: int) -> dict[str, Any]:
    return json.loads((folder / f"{resolution(number).name}.json").read_text("utf-8"))


def all_bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_suggestions_are_written_as_they_are_described(
    places: tuple[Path, Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    train, thesaurus, sources = places
    out = tmp_path / "new" / "out"
    assert run("suggest", sources, "--train", train, "--vocabulary", thesaurus, "--out", out, "--limit", 7) == 0
    said = capsys.readouterr()
    assert said == ("Suggested descriptors for 2 documents, having learned from 24; 0 refused.\n", "")
    assert len(list(out.iterdir())) == 2
    for number in (60, 61):
        found = content(out, number)
        text = (sources / f"{resolution(number).name}.txt").read_text("utf-8").split("\n\n", 1)[1].removesuffix("\n")
        assert text == text_of(number)
        assert list(found) == ["text_sha256", "suggestions"]
        assert found["text_sha256"] == document(number).name
        assert 0 < len(found["suggestions"]) <= 7
        scores = [each["score"] for each in found["suggestions"]]
        assert scores == sorted(scores, reverse=True) and all(0 <= score <= 1 for score in scores)
        assert found["suggestions"][0]["assign"] is True
        for each in found["suggestions"]:
            assert list(each) == ["label", "uri", "score", "assign", "evidence"]
            assert each["uri"] is None if each["label"] == "VILLAGES" else each["uri"].endswith(each["label"][-2:])
            assert type(each["assign"]) is bool
            for start, end in each["evidence"]:
                assert text[start:end].strip()
        labels = [each["label"] for each in found["suggestions"]]
        assert {term_of(term) for term in document(number).terms} <= set(labels)


def test_headers_of_the_sources_are_never_looked_at(places: tuple[Path, Path, Path], tmp_path: Path) -> None:
    train, thesaurus, sources = places
    made: list[dict[str, bytes]] = []
    for number, header in enumerate((None, "", "THING 01|NONSENSE|", "قرى||", "|")):
        put(sources, [60, 61], header=header)
        out = tmp_path / f"out{number}"
        assert run("suggest", sources, "--train", train, "--vocabulary", thesaurus, "--out", out) == 0
        made.append(all_bytes(out))
    assert all(each == made[0] for each in made)


def test_another_process_writes_the_same_bytes(places: tuple[Path, Path, Path], tmp_path: Path) -> None:
    train, thesaurus, sources = places
    made: list[dict[str, bytes]] = []
    for seed in ("0", "1", "2"):
        out = tmp_path / seed
        subprocess.run(
            [
                sys.executable,
                ROOT / "main.py",
                "suggest",
                sources,
                "--train",
                train,
                "--vocabulary",
                thesaurus,
                "--out",
                out,
            ],
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        )
        made.append(all_bytes(out))
    assert made[0] == made[1] == made[2] and len(made[0]) == 2


def test_a_document_that_was_learned_from_is_not_similar_to_itself(
    places: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    train, _, _ = places
    own = sorted(f"THING {number:02}" for number in range(30, 40))
    put(train, [3], header="|".join(own))  # what no other document has
    assert run("suggest", train, "--train", train, "--out", tmp_path / "out") == 0
    assert not {each["label"] for each in content(tmp_path / "out", 3)["suggestions"]} & set(own)


def test_either_of_documents_and_labels_is_enough(places: tuple[Path, Path, Path], tmp_path: Path) -> None:
    train, thesaurus, sources = places
    assert run("suggest", sources, "--train", train, "--out", tmp_path / "a") == 0
    assert {each["uri"] for each in content(tmp_path / "a", 60)["suggestions"]} == {None}
    assert {str(each["evidence"]) for each in content(tmp_path / "a", 60)["suggestions"]} == {"[]"}
    assert run("suggest", sources, "--vocabulary", thesaurus, "--out", tmp_path / "b") == 0
    assert all(each["evidence"] for each in content(tmp_path / "b", 60)["suggestions"])


def test_neither_is_refused_as_typed_wrong(
    places: tuple[Path, Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("suggest", places[2], "--out", tmp_path / "out") == 2
    assert "give --train DIR, --vocabulary FILE, or both" in capsys.readouterr().err
    assert run("suggest", places[2], "--train", places[0]) == 2
    assert run("suggest", "--train", places[0], "--out", tmp_path / "out") == 2
    assert run("suggest", places[2], "--train", places[0], "--out", tmp_path / "out", "--limit", "0") == 2
    assert not (tmp_path / "out").exists()


def test_a_term_is_written_as_headers_write_it(tmp_path: Path) -> None:
    train = put(tmp_path / "train", range(12), header="Thing  00|thing 00|قرى الجبل|")
    thesaurus = put_thesaurus(tmp_path)
    assert run("suggest", train, "--train", train, "--vocabulary", thesaurus, "--out", tmp_path / "out") == 0
    found = {each["label"]: each["uri"] for each in content(tmp_path / "out", 3)["suggestions"]}
    assert found["Thing 00"] == "http://example.org/c00"
    assert found["قرى الجبل"] is None
    assert "THING 00" not in found and "thing 00" not in found


def test_sources_of_one_name_are_refused_and_broken_ones_told(
    places: tuple[Path, Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    train, _, sources = places
    put(tmp_path / "other", [60])
    assert run("suggest", sources, tmp_path / "other", "--train", train, "--out", tmp_path / "out") == 1
    assert "have the same name" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    (sources / "bad.txt").write_bytes(b"%%%\n\n\xff")
    assert run("suggest", sources, "--train", train, "--out", tmp_path / "out") == 1
    said = capsys.readouterr()
    assert said.out == "Suggested descriptors for 2 documents, having learned from 24; 1 refused.\n"
    assert "bad.txt" in said.err and said.err.count("\n") == 1


@pytest.mark.parametrize("content", [b"\xff", b"", b"no turtle {"])
def test_what_cannot_be_learned_from_is_refused_in_a_sentence(
    places: tuple[Path, Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    train, _, sources = places
    (tmp_path / "bad.ttl").write_bytes(content)
    out = tmp_path / "out"
    for options in (
        ["--vocabulary", tmp_path / "bad.ttl"],
        ["--vocabulary", tmp_path / "none.ttl"],
        ["--train", tmp_path / "none"],
        ["--train", put(tmp_path / "without", [1], header="")],
    ):
        assert run("suggest", sources, "--out", out, *options) == 1
        said = capsys.readouterr()
        assert said.out == "" and said.err.count("\n") == 1
        assert not out.exists()
    (train / "bad.txt").write_bytes(b"\xff")
    assert run("suggest", sources, "--train", train, "--out", out) == 1
    assert "bad.txt" in capsys.readouterr().err


def test_a_folder_given_twice_is_learned_from_once(
    places: tuple[Path, Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    train, _, sources = places
    assert run("suggest", sources, "--train", train, "--train", train, "--out", tmp_path / "out") == 0
    assert "having learned from 24;" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["ا", "،", "Water", "،؛:.", "🕊", "كتاب " * 20_000])
def test_hard_texts_have_suggestions_or_none(places: tuple[Path, Path, Path], tmp_path: Path, text: str) -> None:
    train, thesaurus, _ = places
    (tmp_path / "hard.txt").write_text(f"%%%\n\n{text}", "utf-8")
    for number, options in enumerate((["--train", train], ["--vocabulary", thesaurus])):
        out = tmp_path / str(number)
        assert run("suggest", tmp_path / "hard.txt", "--out", out, *options) == 0
        assert len(json.loads((out / "hard.json").read_text("utf-8"))["suggestions"]) <= 20


def test_a_vocabulary_without_arabic_finds_nothing(places: tuple[Path, Path, Path], tmp_path: Path) -> None:
    _, thesaurus, sources = places
    thesaurus.write_text(thesaurus.read_text("utf-8").replace("@ar", "@fr"), "utf-8")
    assert run("suggest", sources, "--vocabulary", thesaurus, "--out", tmp_path / "out") == 0
    assert content(tmp_path / "out", 60)["suggestions"] == []


# Training.


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    rank_little(monkeypatch)
    monkeypatch.setattr(training, "SIZES", (0, 8))


@pytest.mark.usefixtures("quick")
def test_the_same_corpus_makes_the_same_ranking(
    places: tuple[Path, Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    train, thesaurus, _ = places
    made: list[bytes] = []
    for name in ("a.npz", "b.npz", "a.npz"):
        out = tmp_path / name
        assert run("train-suggester", train, "--vocabulary", thesaurus, "--out", out) == 0
        assert capsys.readouterr() == (f"{out}: a ranking of 24 documents, {out.stat().st_size:,} bytes.\n", "")
        made.append(out.read_bytes())
    assert made[0] == made[1] == made[2]
    assert len(Ranking.read(tmp_path / "a.npz").trees) == 2


@pytest.mark.usefixtures("quick")
def test_several_corpora_train_as_one_in_whatever_order(places: tuple[Path, Path, Path], tmp_path: Path) -> None:
    train, thesaurus, _ = places
    first, second = put(tmp_path / "first", range(14)), put(tmp_path / "second", range(10, 24))
    made: list[bytes] = []
    for corpora in ((train,), (first, second), (second, first)):
        assert run("train-suggester", *corpora, "--vocabulary", thesaurus, "--out", tmp_path / "a.npz") == 0
        made.append((tmp_path / "a.npz").read_bytes())
    assert made[0] == made[1] == made[2]


@pytest.mark.usefixtures("quick")
def test_what_cannot_be_trained_is_refused(
    places: tuple[Path, Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    train, thesaurus, _ = places
    (tmp_path / "out").mkdir()
    small = put(tmp_path / "small", [1], header="NOWHERE|")
    for arguments, said in (
        ((train, "--out", tmp_path / "out"), "this is a folder, not a file."),
        ((train, "--out", tmp_path / "none" / "a.npz"), "none: there is no such folder."),
        ((put(tmp_path / "empty", [1], header=""), "--out", tmp_path / "a.npz"), "has a term in its header."),
        ((small, "--out", tmp_path / "a.npz"), "nothing can be learned: at least 9 are needed."),
        (
            (train, small, "--out", tmp_path / "a.npz"),
            "texts or headers: which one counts is not clear.",
        ),
    ):
        assert run("train-suggester", "--vocabulary", thesaurus, *arguments) == 1
        error = capsys.readouterr().err
        assert error.endswith(f"{said}\n") and error.count("\n") == 1
    assert run("train-suggester", train, "--out", tmp_path / "a.npz") == 2
    assert not (tmp_path / "a.npz").exists()
