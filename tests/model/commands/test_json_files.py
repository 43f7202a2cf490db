"""One JSON file for each resolution, all in one folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from model.commands.json_files import write_each
from model.errors import UserError
from model.text.layout import Layout
from tests.model.suggestion.indexed_resolutions import put


def as_json(text: str, _: Layout) -> bytes:
    return f'"{len(text)}"'.encode()


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    put(tmp_path / "in" / "deep", [1])
    return put(tmp_path / "in", [2])


def test_each_becomes_a_file_in_a_flat_folder_that_is_made(sources: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    written, report = write_each([sources], out, "Making", as_json)
    assert (written, report.lines) == (2, [])
    assert names(out) == sorted(f"{path.stem}.json" for path in sources.rglob("*.txt"))


def test_a_file_that_is_given_twice_is_made_once(sources: Path, tmp_path: Path) -> None:
    made: list[str] = []

    def make(text: str, layout: Layout) -> bytes:
        made.append(text)
        return as_json(text, layout)

    written, _ = write_each([sources, sources / "deep", next(sources.glob("*.txt"))], tmp_path / "out", "Making", make)
    assert (written, len(made)) == (2, 2)


@pytest.mark.parametrize("other", [str.lower, str.upper, str])
def test_two_sources_of_one_name_are_refused(sources: Path, tmp_path: Path, other: Callable[[str], str]) -> None:
    first = next(sources.glob("*.txt"))
    folder = tmp_path / "other"
    folder.mkdir()
    (folder / f"{other(first.stem)}.txt").write_bytes(first.read_bytes())
    with pytest.raises(UserError, match="have the same name, and would be written to one file"):
        write_each([sources, folder], tmp_path / "out", "Making", as_json)
    assert not (tmp_path / "out").exists()


def test_a_folder_that_holds_something_else_is_refused(sources: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_each([sources], out, "Making", as_json)
    write_each([sources], out, "Making", as_json)  # its own files are replaced
    (out / "notes.json").write_text("mine", "utf-8")
    with pytest.raises(UserError, match=r"this folder holds something else \(“notes.json”\)"):
        write_each([sources], out, "Making", as_json)
    assert (out / "notes.json").read_text("utf-8") == "mine"


def test_a_file_that_stands_where_the_folder_would_is_refused(sources: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", "utf-8")
    with pytest.raises(UserError, match="this is a file, not a folder"):
        write_each([sources], tmp_path / "out", "Making", as_json)


def test_what_is_refused_is_said_and_what_was_made_of_it_before_goes(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    write_each([sources], out, "Making", as_json)
    bad = next(sources.glob("*.txt"))
    bad.write_bytes(b"\xff")
    written, report = write_each([sources], out, "Making", as_json)
    assert (written, [line.path for line in report.of("refused")]) == (1, [bad])
    said = capsys.readouterr().err
    assert bad.name in said and said.count("\n") == 1
    assert names(out) == [f"{path.stem}.json" for path in (sources / "deep").iterdir()]


def test_nothing_made_leaves_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    written, report = write_each([tmp_path / "in", tmp_path / "none.txt"], tmp_path / "out", "Making", as_json)
    assert (written, len(report.of("refused"))) == (0, 2)
    assert capsys.readouterr().err.count("\n") == 2
    assert not (tmp_path / "out").exists()


def test_what_fails_while_it_is_made_leaves_nothing(sources: Path, tmp_path: Path) -> None:
    made: list[str] = []

    def make(text: str, layout: Layout) -> bytes:
        made.append(text)
        return as_json(text, layout) if len(made) == 1 else bytes(1 // 0)

    with pytest.raises(ZeroDivisionError):
        write_each([sources], tmp_path / "new" / "out", "Making", make)
    assert len(made) == 2 and not (tmp_path / "new").exists()
