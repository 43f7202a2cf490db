"""How commands speak."""

import getpass
import io
import sys

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from model.commands.cli_output import ANNOTATOR, login_name, progress, say
from model.progress import no_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    "line, shown",
    [
        ("قرار «المكتبات»، 75/903", "قرار «المكتبات»، 75/903"),
        ("a\tb", "a\tb"),
        ("\x1b[31mred\x07", "\\x1b[31mred\\x07"),
        ("\x00\x9b", "\\x00\\x9b"),
        ("half \ud800 of a pair", "half \\ud800 of a pair"),
        ("\u200fقرار\u200f", "\u200fقرار\u200f"),
        ("back\\slash", "back\\slash"),
        ("over\rwritten", "over\\rwritten"),
        ("a\nname.qarar: sound", "a\\nname.qarar: sound"),
    ],
)
def test_a_terminal_is_given_no_commands(line: str, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    say(line)
    assert capsys.readouterr() == (f"{shown}\n", "")


@given(st.text(st.characters(exclude_categories=())))
def test_whatever_is_said_can_be_written_and_moves_no_cursor(line: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", io.StringIO(newline=""))
        say(line)
        shown = sys.stdout.getvalue()  # type: ignore[attr-defined]
    assert shown.encode("utf-8").endswith(b"\n")
    assert all(character >= " " or character == "\t" for character in shown[:-1])
    assert not {chr(code) for code in range(0x7F, 0xA0)} & set(shown)


def test_faults_are_said_on_the_other_stream(capsys: pytest.CaptureFixture[str]) -> None:
    say("one", err=True)
    assert capsys.readouterr() == ("", "one\n")


def test_where_nobody_looks_there_is_no_progress(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Segmenting") as on_progress:
        assert on_progress is no_progress
        on_progress(1, 2)
    assert capsys.readouterr() == ("", "")


def test_in_a_terminal_progress_is_shown_on_standard_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress("Segmenting") as on_progress:
        for done in range(5):
            on_progress(done, 4)
    shown = terminal.getvalue()
    assert "Segmenting" in shown and "0%" in shown and "100%" in shown
    assert capsys.readouterr().out == ""


def test_progress_may_have_nothing_to_do_or_go_back(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress("Reading") as on_progress:
        on_progress(0, 0)
    with progress("Reading") as on_progress:
        on_progress(5, 10)
        on_progress(1, 10)
    assert "Reading" in terminal.getvalue()


def test_what_goes_wrong_amid_progress_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    with pytest.raises(ZeroDivisionError), progress("Segmenting"):
        raise ZeroDivisionError


def test_the_annotator_is_who_is_named_else_who_is_logged_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "amal")
    assert login_name("Badr") == "Badr"
    assert login_name("") == ""
    assert login_name(None) == "amal"


@pytest.mark.parametrize("fault", [OSError, KeyError])
def test_where_nobody_is_logged_in_there_is_a_name_all_the_same(
    monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    def nobody() -> str:
        raise fault

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert login_name(None) == "annotator"


def test_the_annotator_may_stand_in_the_environment() -> None:
    @click.command()
    @ANNOTATOR
    def whoami(annotator: str | None) -> None:
        click.echo(login_name(annotator))

    runner = CliRunner(env={"QARAR_ANNOTATOR": "Sara"})
    assert runner.invoke(whoami, []).output == "Sara\n"
    assert runner.invoke(whoami, ["--annotator", "Badr"]).output == "Badr\n"
