import os
import pickle
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from model import worker_process
from model.errors import Cancelled, StorageError, UserError
from model.formats import reading_ahead
from model.formats.importing import import_sources
from model.formats.reading_ahead import ReadText, read_all, read_text
from model.project import Project

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Forty files, every seventh of them broken."""
    folder = tmp_path / "texts"
    folder.mkdir()
    found: list[Path] = []
    for number in range(40):
        path = folder / f"{number:02}.txt"
        broken = number % 7 == 3
        path.write_text(f"{'' if broken else '%%%'}A|\n\nنصٌّ رقمه {number}\n", "utf-8")
        found.append(path)
    return found


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch) -> list["subprocess.Popen[bytes]"]:
    """Has a few files read by two processes beside; gives these as they are made."""
    made: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *arguments: object, **named: object) -> None:
            super().__init__(*arguments, **named)  # type: ignore[call-overload]
            made.append(self)

    monkeypatch.setattr(reading_ahead, "MANY", 10)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    monkeypatch.setattr(reading_ahead, "_AT_ONCE", 2)
    monkeypatch.setattr(subprocess, "Popen", Noted)
    return made


def told(found: list[ReadText | UserError]) -> list[object]:
    return [str(each) if isinstance(each, UserError) else each for each in found]


def test_many_files_are_read_beside_and_give_the_same_in_order(
    files: list[Path], beside: list["subprocess.Popen[bytes]"]
) -> None:
    slow: list[ReadText | UserError] = []
    for path in files:
        try:
            slow.append(read_text(path, None))
        except UserError as refusal:
            slow.append(refusal)
    assert told(list(read_all(files, None))) == told(slow)
    assert len(beside) == 2 and all(process.poll() is not None for process in beside)
    assert told(list(read_all(files[:9], None))) == told(slow[:9])
    assert len(beside) == 2  # for few, none


def test_a_process_that_is_ended_is_missed_by_nobody(
    files: list[Path], beside: list["subprocess.Popen[bytes]"]
) -> None:
    found: list[ReadText | UserError] = []
    for number, each in enumerate(read_all(files, None)):
        found.append(each)
        if number == 5:
            for process in beside:
                process.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
    assert [each.source.text[-2:].strip() for each in found if isinstance(each, ReadText)] == [
        str(number) for number in range(40) if number % 7 != 3
    ]


def test_what_is_closed_early_leaves_no_process(files: list[Path], beside: list["subprocess.Popen[bytes]"]) -> None:
    reading = read_all(files, None)
    next(reading)
    assert len(beside) == 2
    reading.close()
    assert all(process.poll() is not None for process in beside)


def test_where_no_process_can_be_had_the_files_are_read_here(
    files: list[Path], beside: list["subprocess.Popen[bytes]"], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(files[0]))
    assert sum(isinstance(each, ReadText) for each in read_all(files, None)) == 34


def test_an_import_by_processes_is_one_step_and_stops_at_once(
    files: list[Path], beside: list["subprocess.Popen[bytes]"], tmp_path: Path
) -> None:
    with Project.create(tmp_path / "p.qarar", "Amal") as project:

        def stop(done: int, total: int) -> None:
            if done == 7:
                raise Cancelled

        with pytest.raises(Cancelled):
            import_sources(project, [files[0].parent], on_progress=stop)
        assert project.documents() == [] and all(process.poll() is not None for process in beside)
        report = import_sources(project, [files[0].parent])
        assert (report.documents, len(report.of("refused"))) == (34, 6)
        project.undo()
        assert project.documents() == []


def test_nothing_that_lies_where_a_person_stands_is_run(
    files: list[Path],
    beside: list["subprocess.Popen[bytes]"],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Modules beside the files to import, and those that ``PYTHONPATH`` leads to, are no part of the program."""
    folder, ran = files[0].parent, tmp_path / "ran"
    for name in ("pickle", "signal", "contextlib", "json", "orjson", "docx", "sitecustomize", "model"):
        (folder / f"{name}.py").write_text(f"open({str(ran)!r}, 'w')\n", "utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PYTHONPATH", str(folder))
    found = list(read_all([Path(path.name) for path in files], None))
    assert not ran.exists()
    assert len(beside) == 2 and sum(isinstance(each, ReadText) for each in found) == 34
    refused = next(each for each in found if isinstance(each, UserError))
    assert str(refused).startswith("03.txt: ")  # as it was named, though the process works elsewhere


def test_an_installed_program_starts_itself_for_nothing(
    files: list[Path], beside: list["subprocess.Popen[bytes]"], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert sum(isinstance(each, ReadText) for each in read_all(files, None)) == 34
    assert beside == []


def test_a_process_that_answers_what_it_should_not_is_not_believed(
    files: list[Path], beside: list["subprocess.Popen[bytes]"], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_process, "_SERVE", "import sys; sys.stdout.buffer.write((2).to_bytes(8, 'big') + b'{}')")
    assert sum(isinstance(each, ReadText) for each in read_all(files, None)) == 34
    assert len(beside) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="paths are not as long elsewhere")
def test_long_paths_fill_no_pipe(
    files: list[Path], beside: list["subprocess.Popen[bytes]"], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_ahead, "_AT_ONCE", 16)
    deep = tmp_path.joinpath(*["x" * 200] * 15)
    deep.mkdir(parents=True)
    paths = [deep / path.name for path in files * 3]
    for old, new in zip(files, paths, strict=False):
        old.rename(new)
    assert sum(isinstance(each, ReadText) for each in read_all(paths, None)) == 102


@pytest.mark.parametrize("kind", [UserError, StorageError])
def test_a_refusal_is_copied_whole(kind: type[UserError]) -> None:
    refusal = kind("{path}: “{name}”.", path=Path("a"), name="x")
    copied = pickle.loads(pickle.dumps(refusal))
    assert type(copied) is kind and str(copied) == str(refusal) and copied.values == refusal.values


def test_a_script_that_imports_runs_once(files: list[Path], tmp_path: Path) -> None:
    """Even one that was written without a thought for other processes."""
    script = tmp_path / "script.py"
    script.write_text(
        f"""
import os, sys
sys.path.insert(0, {str(ROOT)!r})
print("once")
from pathlib import Path
from model.formats import reading_ahead
reading_ahead.MANY = 10
os.cpu_count = lambda: 2
from model.formats.importing import import_sources
from model.project import Project
with Project.create(Path({str(tmp_path / "s.qarar")!r}), "Amal") as project:
    print(import_sources(project, [Path({str(files[0].parent)!r})]).documents)
"""
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["once", "34"] and done.stderr == ""
