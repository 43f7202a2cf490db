import json
from pathlib import Path

import pytest

from model import cli
from tests.model.formats.test_importing_kinds import ADDED, LINES, WORD, XML, put


def run(*arguments: object) -> int:
    return cli.main([str(argument) for argument in arguments])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "p.qarar"
    assert run("new", path, "--annotator", "Amal") == 0
    return path


def test_the_kind_is_named_on_the_command_line(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "source"
    put(source, "a.xml", XML)
    put(source, "b.docx", WORD)
    put(source, "c.txt", "نص".encode())
    report = "Imported 1 documents{}, 0 already there, 0 doubles, 0 refused.\n"
    assert run("import", path, source, "--as", "akoma-ntoso") == 0
    assert capsys.readouterr().out == report.format(", clauses of 1")
    for kind in ("docx", "plain-text"):
        assert run("import", path, source, "--as", kind) == 0
        assert capsys.readouterr().out == report.format("")
    assert run("info", path, "--json") == 0
    assert json.loads(capsys.readouterr().out)["documents"] == 3
    assert run("check", path) == 0


def test_without_it_what_has_no_header_stays_refused(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = put(tmp_path, "c.txt", "نص".encode())
    assert run("import", path, plain) == 1
    assert capsys.readouterr().err == f"{plain}: no header: the first line must begin with %%%.\n"


def test_what_is_no_file_of_the_kind_is_said(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = put(tmp_path, "a.xml", b"<akomaNtoso>\n<b></akomaNtoso>")
    assert run("import", path, broken, "--as", "akoma-ntoso") == 1
    assert capsys.readouterr().err == f"{broken}: not well-formed XML (line 2: mismatched tag).\n"


def test_a_kind_that_nobody_knows_is_typed_wrong(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", path, "a", "--as", "pdf") == 2
    assert "'plain-text', 'docx', 'akoma-ntoso'" in capsys.readouterr().err


def test_what_a_document_got_that_was_there_already_is_said(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("import", path, put(tmp_path, "a.txt", "نص من كلمات".encode()), "--as", "plain-text")
    capsys.readouterr()
    word = put(tmp_path, "a.docx", LINES)
    for told in (ADDED, "already there."):
        assert run("import", path, word, "--as", "docx") == 0
        assert capsys.readouterr().out.splitlines() == [
            f"{word}: {told}",
            "Imported 0 documents, 1 already there, 0 doubles, 0 refused.",
        ]
