"""The command ``recover``."""

import sqlite3
from pathlib import Path

import pytest

from model import cli
from model.annotation.layers import read_scheme
from tests.faults.damaged_copies import make
from tests.model.recovery.damaging import zero_tables


def test_recover_says_what_is_whole_partial_and_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = tmp_path / "p.qarar", tmp_path / "new.qarar"
    make(path)
    assert cli.main(["recover", str(path), "--out", str(out), "--annotator", "Sara"]) == 0
    assert capsys.readouterr().out == f"{out}: recovered (8 whole, 0 partial, 0 lost).\n"
    out.unlink()
    zero_tables(path, "text", "change")
    assert cli.main(["recover", str(path), "--out", str(out), "--annotator", "Sara"]) == 0
    said = capsys.readouterr().out
    assert "A_RES_74_900: lost\n    Its text is lost.\n    Marks lost: 18.\n" in said
    assert f"{out}: recovered (0 whole, 0 partial, 8 lost).\n" in said
    assert said.endswith("the history begins with the recovery.\n")
    assert cli.main(["check", str(out)]) == 0


def test_recover_refuses_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = tmp_path / "p.qarar", tmp_path / "new.qarar"
    path.write_bytes(b"nothing")
    assert cli.main(["recover", str(path), "--out", str(out)]) == 1
    assert capsys.readouterr().err == f"{path}: nothing of a project can be found in it.\n"
    assert not out.exists()
    assert cli.main(["recover", str(path), "--out", str(path)]) == 1
    assert "there is a file of that name already" in capsys.readouterr().err
    assert path.read_bytes() == b"nothing"


def test_recover_tells_labels_by_their_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = tmp_path / "p.qarar", tmp_path / "new.qarar"
    make(path)
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM change")
        connection.execute('UPDATE span SET "end" = 1000000 WHERE rowid = (SELECT min(rowid) FROM span)')
        label = connection.execute("SELECT label FROM span ORDER BY rowid LIMIT 1").fetchone()[0]
    connection.close()
    assert cli.main(["recover", str(path), "--out", str(out), "--annotator", "Sara"]) == 0
    said = capsys.readouterr().out
    assert (
        f"“{read_scheme().label(label).name('en')}” at " in said
        and "was left out: It reaches outside the text." in said
    )
