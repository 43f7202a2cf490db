import json
from pathlib import Path

import pytest

from model import cli
from model.project import Project
from tests.model.test_cli import run


@pytest.fixture
def path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    (tmp_path / "texts").mkdir()
    for name, text in {
        "b": "إن الجمعية العامة، تقـرّر أن تقرر ذلك",
        "a": "ستقرّر الجمعية",
        "10": "لا شيء",
        "9": "١٢ تقرر",
    }.items():
        (tmp_path / "texts" / f"{name}.txt").write_text(f"%%%\n\n{text}\n", "utf-8")
    path = tmp_path / "p.qarar"
    assert run("new", path, "--annotator", "Amal") == 0
    assert run("import", path, tmp_path / "texts", "--annotator", "Amal") == 0
    capsys.readouterr()
    return path


def found(capsys: pytest.CaptureFixture[str], *arguments: object) -> object:
    assert run("find", *arguments, "--json") == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return json.loads(captured.out)


def test_json(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert found(capsys, path, "تُقرر") == {
        "total": 3,
        "documents": [{"name": "9", "hits": [[3, 7]]}, {"name": "b", "hits": [[19, 25], [29, 33]]}],
    }
    assert found(capsys, path, "قرر", "--anywhere") == {
        "total": 4,
        "documents": [
            {"name": "9", "hits": [[4, 7]]},
            {"name": "a", "hits": [[2, 6]]},
            {"name": "b", "hits": [[20, 25], [30, 33]]},
        ],
    }
    assert found(capsys, path, "تقرر", "--exact") == {
        "total": 2,
        "documents": [{"name": "9", "hits": [[3, 7]]}, {"name": "b", "hits": [[29, 33]]}],
    }
    assert found(capsys, path, "12") == {"total": 1, "documents": [{"name": "9", "hits": [[0, 2]]}]}
    assert found(capsys, path, r"\d+ \w+", "--regex") == {"total": 1, "documents": [{"name": "9", "hits": [[0, 7]]}]}
    assert found(capsys, path, "غائب") == {"total": 0, "documents": []}


def test_only_in_spans_of_a_type(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from model.annotation import spans

    with Project.open(path, "Amal") as project:
        document = project.find_document("b")
        assert document is not None
        with project.operation("mark clause") as writing:
            spans.mark(writing, document.id, "operative", 26, 37)
    assert found(capsys, path, "تقرر", "--type", "operative") == {
        "total": 1,
        "documents": [{"name": "b", "hits": [[29, 33]]}],
    }
    assert run("find", path, "تقرر", "--type", "nothing") == 1
    assert "no label “nothing”" in capsys.readouterr().err


def test_for_people(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("find", path, "تقرر") == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "9: 1"
    assert out[1].strip() == "3–7"
    assert out[2] == "    ١٢ تقرر"
    assert out[3] == "b: 2"
    assert out[-1] == "3 hits in 2 documents."
    assert run("find", path, "١٢") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "1 hit in 1 document."


def test_what_cannot_be_looked_for(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("find", path, "") == 1
    assert run("find", path, "(", "--regex") == 1
    assert run("find", path.with_name("none.qarar"), "x") == 1
    assert run("find", path, "\udcff") == 1
    assert len(capsys.readouterr().err.splitlines()) == 4
    assert cli.main(["find"]) == 2
