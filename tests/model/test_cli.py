import json
import os
import pty
import random
import shlex
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from model import cli
from model.annotation import documents, spans
from model.project import Project
from model.storage.folded_texts import FoldedTexts

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "resources" / "samples"


def run(*arguments: object) -> int:
    return cli.main([str(argument) for argument in arguments])


@pytest.fixture
def path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "p.qarar"
    assert run("new", path, "--annotator", "Amal") == 0
    assert run("import", path, SAMPLES, "--clauses", SAMPLES, "--annotator", "Amal") == 0
    report = "Imported 3 documents, clauses of 3, 0 already there, 0 doubles, 0 refused.\n"
    assert capsys.readouterr() == (report, "")
    return path


def test_new_import_info(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("info", path, "--json") == 0
    counts = json.loads(capsys.readouterr().out)
    assert list(counts) == ["documents", "spans", "assignments", "concepts", "operations"]
    assert (counts["documents"], counts["operations"]) == (3, 1)
    assert run("info", path) == 0
    assert f"spans        {counts['spans']:>9,}\n" in capsys.readouterr().out
    assert run("import", path, SAMPLES) == 0
    report = capsys.readouterr().out
    assert report.count("already there.\n") == 3
    assert report.endswith("Imported 0 documents, 3 already there, 0 doubles, 0 refused.\n")


def test_what_is_refused_is_said_and_the_rest_goes_on(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    bad.write_bytes(b"\xff")
    good.write_text("%%%\n\nنص\n", "utf-8")
    capsys.readouterr()
    assert run("import", path, bad, good) == 1
    captured = capsys.readouterr()
    assert captured.err == f"{bad}: not UTF-8 at byte 0.\n"
    assert captured.out == "Imported 1 documents, 0 already there, 0 doubles, 1 refused.\n"


def test_export_and_import_again(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second, again = tmp_path / "1.json", tmp_path / "2.json", tmp_path / "again.qarar"
    assert run("export", path, "--format", "project-json", "--out", first) == 0
    assert run("new", again, "--annotator", "Badr") == 0
    assert run("import", again, first) == 0
    assert run("export", again, "--format", "project-json", "--out", second) == 0
    assert first.read_bytes() == second.read_bytes()
    assert run("export", path, "--format", "dataset-jsonl", "--out", tmp_path / "d.jsonl") == 0
    assert len((tmp_path / "d.jsonl").read_text("utf-8").splitlines()) == 3
    assert run("export", path, "--format", "resolution-text", "--out", tmp_path / "texts") == 0
    for sample in SAMPLES.glob("*.txt"):
        assert (tmp_path / "texts" / sample.name).read_bytes() == sample.read_bytes()
    assert capsys.readouterr().err == ""


def test_check(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", path) == 0
    assert "sound (3 documents)" in capsys.readouterr().out
    with Project.open(path, "Amal") as project:
        project.tables.connection.execute("UPDATE span SET \"end\" = 99999 WHERE label = 'title'")
    assert run("check", path) == 1
    assert "reaches outside the text" in capsys.readouterr().err


def test_check_names_the_file_whose_history_is_damaged(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Project.open(path, "Amal") as project:
        project.tables.connection.execute("UPDATE operation SET name = 'mark' WHERE sequence = 1")
    assert run("check", path) == 1
    assert f"{path}: the project's history is damaged at operation 1.\n" in capsys.readouterr().err


def test_check_looks_at_one_state_whatever_others_write_meanwhile(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    known = FoldedTexts.audit

    def audit(folded: FoldedTexts) -> Callable[[str, str], bool]:
        is_found = known(folded)
        with Project.open(path, "Badr") as other, other.operation("add document") as writing:
            documents.add(writing, "another", "نص لم يكن هناك")
        return is_found

    monkeypatch.setattr(FoldedTexts, "audit", audit)
    assert run("check", path) == 0
    assert capsys.readouterr().err == ""


def test_check_does_not_list_a_hundred_damages_unasked(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Project.open(path, "Amal") as project:
        project.tables.connection.execute("UPDATE span SET \"end\" = 99999 WHERE label = 'preambular'")
    assert run("check", path, "--all") == 1
    whole = capsys.readouterr().err.splitlines()
    assert len(whole) > 21
    assert run("check", path) == 1
    *first, last = capsys.readouterr().err.splitlines()
    assert first == whole[:20]
    assert last == f"… and {len(whole) - 20} more; --all lists them."


@pytest.mark.parametrize(
    "words",
    [
        "check {long}",
        "new {long}",
        "compact {long}",
        "recover {long} --out {new}",
        "recover {path} --out {long}",
        "restore {long} --out {new}",
        "restore {path} --out {long}",
        "backup {path} --out {long}",
        "backup {path} --folder {long}",
        "export {path} --format project-json --out {long}",
    ],
)
def test_a_path_that_the_system_refuses_is_named(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    """As it refuses one in a folder that is closed to the person."""
    long = tmp_path / ("x" * 300)
    assert run(*(word.format(path=path, long=long, new=tmp_path / "new.qarar") for word in words.split())) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"{long}")
    assert "File name too long" in err
    assert err.count("\n") == 1


def test_show_by_name_symbol_and_id(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Project.open(path, None) as project:
        document = project.document(project.documents()[-1].id)
        text = project.text(document.id)
    for wanted in (document.name, document.name.upper(), document.metadata.symbol, document.id):
        capsys.readouterr()
        assert run("show", path, wanted) == 0
        shown = capsys.readouterr().out
        assert shown.startswith(document.name)
        assert "   1  adoption\n" in shown
        for word in text.split():
            assert word in shown
    assert run("show", path, "nothing") == 1
    assert "no document is called “nothing”" in capsys.readouterr().err


def test_show_leaves_nothing_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "p.qarar"
    text = "تمهيد، 1 - تطلب ما يلي: (أ) أولا؛ وبين ذلك (ب) ثانيا؛ ثم خاتمة. نص غير موسوم"
    with Project.create(path, "Amal") as project, project.operation("mark") as writing:
        document = documents.add(writing, "d", text)
        for label, part in (("operative", text[text.index("1 -") : text.index(" نص")]), ("subclause", "(أ) أولا؛")):
            start = text.index(part)
            spans.mark(writing, document, label, start, start + len(part))
    assert run("show", path, "d") == 0
    shown = capsys.readouterr().out
    assert [line.strip() for line in shown.splitlines()[2:]] == [
        "(no clause)",
        "تمهيد،",
        "1  operative 1",
        "1 - تطلب ما يلي:",
        "2    subclause أ",
        "(أ) أولا؛",
        "وبين ذلك (ب) ثانيا؛ ثم خاتمة.",
        "(no clause)",
        "نص غير موسوم",
    ]


def test_damage_of_any_kind_gives_no_traceback(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = path.read_bytes()
    chance = random.Random(5)
    damaged = tmp_path / "damaged.qarar"
    refused = 0
    for _ in range(40):
        content = bytearray(good)
        for _ in range(chance.choice((1, 20))):
            content[chance.randrange(100, len(content))] = chance.randrange(256)
        damaged.write_bytes(content)
        for part in ("-wal", "-shm"):
            Path(f"{damaged}{part}").unlink(missing_ok=True)
        for arguments in (
            ("check", damaged),
            ("info", damaged),
            ("show", damaged, "79session__79_901_A"),
            ("export", damaged, "--format", "project-json", "--out", tmp_path / "o"),
            ("export", damaged, "--format", "dataset-jsonl", "--out", tmp_path / "o"),
            ("export", damaged, "--format", "resolution-text", "--out", tmp_path / "folder"),
        ):
            capsys.readouterr()
            status = run(*arguments)
            assert status in (0, 1)
            refused += status
            assert (status == 0) == (capsys.readouterr().err == "")
    assert refused > 20


def test_show_in_a_terminal_is_in_visual_order(path: Path) -> None:
    leader, follower = pty.openpty()
    arguments = [sys.executable, "main.py", "show", str(path), "79session__79_901_A"]
    process = subprocess.Popen(
        arguments, cwd=ROOT, stdout=follower, stderr=subprocess.PIPE, env={**os.environ, "COLUMNS": "80"}
    )
    os.close(follower)
    shown = b""
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:
            break
        shown += part
    os.close(leader)
    _, errors = process.communicate()
    assert (process.returncode, errors) == (0, b"")
    text = shown.decode("utf-8")
    assert "قرار اتخذته" not in text
    assert "قرار اتخذته"[::-1] in text
    assert max(map(len, text.splitlines())) <= 110


@pytest.mark.parametrize(
    "arguments",
    [
        ("info", "{missing}"),
        ("new", "{taken}"),
        ("import", "{taken}", "{taken}"),
        ("import", "{good}", "{missing}"),
        ("import", "{good}", "--clauses", "{missing}"),
        ("export", "{missing}", "--format", "project-json", "--out", "{out}"),
        ("export", "{good}", "--format", "project-json", "--out", "{missing}/x/y.json"),
        ("export", "{good}", "--format", "dataset-jsonl", "--out", "{folder}"),
        ("export", "{good}", "--format", "resolution-text", "--out", "{taken}"),
        ("check", "{taken}"),
        ("show", "{missing}", "x"),
    ],
)
def test_refusals_are_one_sentence_and_status_1(
    path: Path, tmp_path: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "taken.txt"
    taken.write_text("mine")
    places = {"missing": tmp_path / "missing", "taken": taken, "good": path, "folder": tmp_path, "out": tmp_path / "o"}
    capsys.readouterr()
    assert run(*(argument.format(**places) for argument in arguments)) == 1
    errors = capsys.readouterr().err
    assert errors.count("\n") == 1
    assert "Traceback" not in errors
    assert taken.read_text() == "mine"


def test_a_wrong_command_is_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", "x") == 2
    assert run("import", "x") == 2
    assert run("nonsense") == 2
    assert "Usage:" in capsys.readouterr().err


def test_a_reader_that_leaves_early(path: Path) -> None:
    command = [sys.executable, "main.py", "show", str(path), "79session__79_901_A"]
    done = subprocess.run(f"{shlex.join(command)} | head -n 1", shell=True, cwd=ROOT, capture_output=True, check=False)
    assert done.stderr == b""


def test_every_command_and_option_is_documented() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    for name, command in cli.commands.commands.items():
        assert f"## `{name}" in page, name
        section = page.split(f"## `{name}")[1].split("\n## ")[0]
        assert command.help, name
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, (name, parameter.name)
                assert f"`{parameter.opts[0]}" in section, (name, parameter.opts)


def test_an_export_never_replaces_a_project(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other, link = tmp_path / "other.db", tmp_path / "link"
    Project.create(other, "Badr").close()
    link.symlink_to(path)
    before = path.read_bytes(), other.read_bytes()
    for target in (path, other, link, Path(f"{path}-wal")):
        for format_id in ("project-json", "dataset-jsonl"):
            capsys.readouterr()
            assert run("export", path, "--format", format_id, "--out", target) == 1
            assert "this is a project" in capsys.readouterr().err
    assert (path.read_bytes(), other.read_bytes()) == before


def test_names_that_are_not_utf_8_and_characters_that_command_terminals(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = os.fsdecode(b"inv\xff.txt")
    (tmp_path / bad).write_text("%%%\n\nx\n")
    (tmp_path / "good.txt").write_text("%%%\n\ny\n")
    (tmp_path / "e\x1b[31m.txt").write_bytes(b"\xff")
    capsys.readouterr()
    assert run("import", path, tmp_path / bad, tmp_path / "e\x1b[31m.txt", tmp_path / "good.txt") == 1
    captured = capsys.readouterr()
    assert "path is not UTF-8" in captured.err
    assert "\\x1b[31m" in captured.err
    assert "\x1b" not in captured.err
    assert "Imported 1 documents" in captured.out
    assert run("show", path, bad) == 1
    assert run("new", tmp_path / "z.qarar", "--annotator", os.fsdecode(b"\xff")) == 1
    assert run("new", tmp_path / os.fsdecode(b"\xff.qarar")) == 0


def test_an_output_that_takes_nothing(path: Path) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "main.py", "info", str(path)], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr.count(b"\n"), b"Traceback" in done.stderr) == (1, 1, False)


@pytest.mark.parametrize(
    "name, shown", [(b"two\nlines.qarar", "two\\nlines.qarar"), (b"bad\xff.qarar", "bad\\udcff.qarar")]
)
def test_a_file_of_an_odd_name_takes_one_line(
    path: Path, capsys: pytest.CaptureFixture[str], name: bytes, shown: str
) -> None:
    odd = path.rename(path.with_name(os.fsdecode(name)))
    assert run("check", odd) == 0
    assert run("backup", odd, "--out", odd.with_name(f"copy of {odd.name}")) == 0
    checked, copied = capsys.readouterr().out.splitlines()
    assert checked.startswith(f"{path.parent}/{shown}: sound (")
    assert copied.startswith(f"{path.parent}/copy of {shown}: ")
    assert run("import", odd, odd.with_name("missing.txt")) == 1
    capsys.readouterr()
    odd.write_bytes(b"")
    assert run("info", odd) == 1
    assert capsys.readouterr().err.splitlines() == [f"{path.parent}/{shown}: not a Qarar project."]


def test_what_is_not_ours_is_told_in_one_line_that_ends(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    connection = sqlite3.connect(path)
    for number in range(300):
        connection.execute(f"CREATE TABLE t{number:03} (a)")
    for name in ("", "a\nb\x1b[31m\u200fc", "جدول"):
        connection.execute(f'CREATE TABLE "{name}" (a)')
    connection.close()
    assert run("check", path) == 0
    (line,) = (each for each in capsys.readouterr().out.splitlines() if "left alone" in each)
    names = ", ".join(f"“t{number:03}”" for number in range(8))
    assert line.endswith(f"left alone: “”, “a\\nb\\x1b[31m\\u200fc”, {names}, … and 293 more.")
