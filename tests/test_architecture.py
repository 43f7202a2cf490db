"""The house of the code: which way imports go, what stands where, and how much fits into one file."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from model.version import VERSION

ROOT = Path(__file__).resolve().parent.parent
SOURCES = [ROOT / "main.py", *sorted((ROOT / "model").rglob("*.py")), *sorted((ROOT / "gui").rglob("*.py"))]
TESTS = sorted((ROOT / "tests").rglob("*.py"))
SCRIPTS = sorted((ROOT / "script").glob("*.py"))

TOP_LEVEL = {
    "gui",
    "model",
    "resources",
    "tests",
    "docs",
    "script",
    "main.py",
    "pyproject.toml",
    "README.md",
    "LICENSE",
}
NO_ROOM = {"util", "utils", "misc", "common", "helper", "helpers", "manager", "managers"}


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def named(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in paths]


def test_the_model_is_imported_without_qt():
    modules = [module_name(path) for path in SOURCES if path.is_relative_to(ROOT / "model")]
    assert "model.errors" in modules
    program = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print(*sorted(name for name in sys.modules if name.partition('.')[0] in {'PySide6', 'shiboken6', 'gui'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *modules], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr


def test_imports_go_one_way():
    program = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    done = subprocess.run(
        [sys.executable, "-c", program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_window_never_reads_tables():
    """What it needs of a project it asks the project itself."""
    reading = [path for path in SOURCES if path.is_relative_to(ROOT / "gui") and ".tables" in path.read_text("utf-8")]
    assert not named(reading)


def test_the_window_opens_a_path_only_where_somebody_has_asked_for_it():
    """Everything else opens the open project again, which refuses what stands in its place now."""
    opening = []
    for path in SOURCES:
        if path.is_relative_to(ROOT / "gui"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Attribute) and node.attr == "open" and ast.unparse(node.value) == "Project":
                    opening.append(path)
    assert set(named(opening)) == {"gui/project_io/project_files.py"}


def test_a_process_beside_is_isolated_and_nothing_is_unpickled():
    """Without ``-I`` Python takes modules from where the person stands; unpickling runs what the bytes say."""
    starting, unpickling = [], []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.List) and node.elts and ast.unparse(node.elts[0]) == "sys.executable":
                starting.append((path.name, ast.unparse(node.elts[1])))
            names = [node.module] if isinstance(node, ast.ImportFrom) else []
            names += [each.name for each in node.names] if isinstance(node, ast.Import) else []
            if {"pickle", "marshal", "shelve", "multiprocessing", "concurrent"} & {
                (name or "").partition(".")[0] for name in names
            }:
                unpickling.append(path)
    assert starting and {option for _, option in starting} == {"'-I'"}, starting
    assert not named(unpickling)


def test_no_file_is_longer_than_1000_lines():
    long = [path for path in SOURCES + TESTS + SCRIPTS if len(path.read_text("utf-8").splitlines()) > 1000]
    assert not named(long)


def test_package_files_are_empty():
    full = [path for path in SOURCES + TESTS if path.name == "__init__.py" and path.stat().st_size]
    assert not named(full)


def test_every_room_is_named_after_what_it_holds():
    assert not named([path for path in SOURCES + TESTS if NO_ROOM & set(re.split(r"[/_.]", module_name(path)))])


def test_what_a_class_must_do_is_said_by_its_type():
    """By a Protocol or an abstract class, not by an error when it is used."""
    assert not named([path for path in SOURCES if "raise NotImplementedError" in path.read_text("utf-8")])


def test_tests_mirror_the_source():
    """tests/model/text/test_words.py tests model/text/words.py; a second file of it is test_words_SOMETHING.py."""
    orphans = []
    for room in ("model", "gui"):
        for test in sorted((ROOT / "tests" / room).rglob("test_*.py")):
            folder = ROOT / test.parent.relative_to(ROOT / "tests")
            words = test.stem.split("_")[1:]
            if not any((folder / f"{'_'.join(words[:count])}.py").exists() for count in range(1, len(words) + 1)):
                orphans.append(test)
    assert not named(orphans)


def test_nothing_else_stands_at_the_top():
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("not a git checkout")
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    entries = {name.partition("/")[0] for name in listed.stdout.split("\0") if name}
    assert {entry for entry in entries if not entry.startswith(".")} <= TOP_LEVEL


def pins(name: str) -> dict[str, str]:
    """The requirements of a compiled file, each with all that follows it (marker, hashes)."""
    text = (ROOT / "script" / name).read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return {re.split(r" +(?=--hash)|$", line, maxsplit=1)[0]: line for line in lines}


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_every_package_is_pinned_with_its_hashes(name):
    requirements = pins(name)
    assert len(requirements) > 10
    loose = [key for key in requirements if not re.match(r"[a-z0-9.-]+(\[[a-z0-9,-]+\])?==[^ ]+( ; .*)?$", key)]
    unhashed = [key for key, line in requirements.items() if "--hash=sha256:" not in line]
    assert (loose, unhashed) == ([], [])


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_extras_stay_in_the_pins(name):
    # Where hashes are wanted, pip takes a newer release for "name[extra]" than the pin of "name" alone, and refuses it.
    assert "--no-strip-extras" in (ROOT / "script" / name).read_text("utf-8").splitlines()[1]


def test_the_tests_run_on_the_packages_that_the_application_runs_on():
    needed, tested = ({key.partition(" ;")[0] for key in pins(f"requirements{kind}.txt")} for kind in ("", "-test"))
    assert needed <= tested


def test_no_requirements_file_names_an_index():
    for path in sorted((ROOT / "script").glob("requirements*")):
        text = path.read_text("utf-8")
        found = re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host|^\s*-[if] ", text, re.MULTILINE)
        assert not found, f"{path.name}: {found}"


def test_the_project_is_described_as_it_is():
    """pyproject.toml asks for the packages of script/requirements.in, and tells the version of model/version.py."""
    described = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = (ROOT / "script" / "requirements.in").read_text("utf-8").splitlines()
    assert sorted(described["dependencies"]) == sorted(line for line in lines if line and not line.startswith("#"))
    assert described["version"] == VERSION


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no run bits")
@pytest.mark.parametrize("name", ["script/run", "script/test", "script/bench", "script/faults", ".ci/run"])
def test_scripts_can_be_run(name):
    assert os.access(ROOT / name, os.X_OK)
