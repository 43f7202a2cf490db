"""Checks of the source that no linter knows: rules of the architecture, of packaging, of documents and of translation.

Run by script/check. Each check below yields one line for each breach, "FILE:LINE: what is wrong"; without any the
status is 0. To add a rule, write a generator and decorate it with ``@check``.
"""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MOST_LINES = 1_000
TOP_LEVEL = {
    *("gui", "model", "resources", "tests", "docs", "script", "main.py", "pyproject.toml"),
    *("README.md", "LICENSE", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"),
}

Check = Callable[[], Iterator[str]]
CHECKS: list[Check] = []


def check(function: Check) -> Check:
    """Add a check to those that are run."""
    CHECKS.append(function)
    return function


@cache
def python_files(*folders: str) -> tuple[Path, ...]:
    """All Python files of some folders of the project, sorted."""
    return tuple(path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))


def product() -> tuple[Path, ...]:
    """The files that are shipped."""
    return (ROOT / "main.py", *python_files("model", "gui"))


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text("utf-8"))


@cache
def calls(path: Path) -> tuple[ast.Call, ...]:
    """All calls in a file."""
    return tuple(node for node in ast.walk(parsed(path)) if isinstance(node, ast.Call))


def called_name(call: ast.Call) -> str:
    """The last part of the name of what is called; empty where that has no name."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def place(path: Path, line: int = 1) -> str:
    """File and line as editors and terminals link them."""
    return f"{path.relative_to(ROOT).as_posix()}:{line}"


# Architecture


@check
def gui_reads_no_tables() -> Iterator[str]:
    """The window asks the project for what it needs."""
    for path in python_files("gui"):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if ".tables" in line:
                yield f"{place(path, number)}: gui/ reads a table; ask the project instead"


@check
def gui_opens_paths_in_one_place() -> Iterator[str]:
    """A path is opened only where a person asked for it; everything else reopens the project that is open.

    Reopening refuses another file that has taken the project's place (docs/decisions/0039-trust-in-a-project-file.md).
    """
    for path in python_files("gui"):
        if path != ROOT / "gui" / "project_io" / "project_files.py":
            for call in calls(path):
                if ast.unparse(call.func) == "Project.open":
                    yield f"{place(path, call.lineno)}: only gui/project_io/project_files.py calls Project.open"


@check
def workers_are_isolated() -> Iterator[str]:
    """Without ``-I`` Python would import modules from the folder that the person is in."""
    for path in product():
        for node in ast.walk(parsed(path)):
            words = [ast.unparse(word) for word in node.elts] if isinstance(node, ast.List) else []
            if words[:1] == ["sys.executable"] and words[1:2] != ["'-I'"]:
                yield f"{place(path, node.lineno)}: start Python with -I"


@check
def nothing_is_unpickled() -> Iterator[str]:
    """Unpickling runs what the bytes say."""
    unsafe = {"pickle", "marshal", "shelve", "multiprocessing", "concurrent"}
    for path in product():
        for node in ast.walk(parsed(path)):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [each.name for each in node.names] if isinstance(node, ast.Import) else []
            if unsafe & {name.partition(".")[0] for name in names}:
                yield f"{place(path, node.lineno)}: {ast.unparse(node)} can unpickle"


@check
def interfaces_are_types() -> Iterator[str]:
    """What a class must provide is said by a Protocol or an abstract method, so that the type checker sees it."""
    for path in product():
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Raise) and node.exc and "NotImplementedError" in ast.unparse(node.exc):
                yield f"{place(path, node.lineno)}: use a Protocol or an abstract method"


@check
def dialogs_are_run_in_one_place() -> Iterator[str]:
    """gui/dialogs/run_dialog.py frees them; only the application and a progress dialog run loops of their own."""
    allowed = {ROOT / "gui" / path for path in ("app.py", "background/progress.py", "dialogs/run_dialog.py")}
    for path in python_files("gui"):
        for call in calls(path):
            if called_name(call) == "exec" and not call.args and path not in allowed:
                yield f"{place(path, call.lineno)}: show the dialog with gui.dialogs.run_dialog.run"


# Files


@check
def files_are_short_enough() -> Iterator[str]:
    """A file is about one subject; complexity is ruff's to judge."""
    for path in (*product(), *python_files("tests", "script")):
        lines = len(path.read_text("utf-8").splitlines())
        if lines > MOST_LINES:
            yield f"{place(path)}: {lines} lines, more than {MOST_LINES}"


@check
def tests_mirror_the_source() -> Iterator[str]:
    """tests/model/text/test_words.py tests model/text/words.py; a second file of it is test_words_SOMETHING.py."""
    for test in python_files("tests/model", "tests/gui"):
        if test.stem.startswith("test_"):
            folder = ROOT / test.parent.relative_to(ROOT / "tests")
            words = test.stem.split("_")[1:]
            stems = ("_".join(words[:count]) for count in range(1, len(words) + 1))
            if not any((folder / f"{stem}.py").exists() or (folder / stem).is_dir() for stem in stems):
                yield f"{place(test)}: no module of this name in {folder.relative_to(ROOT).as_posix()}/"


@check
def top_level_is_closed() -> Iterator[str]:
    """Files of tools belong under docs/ or script/."""
    if (ROOT / ".git").exists() and shutil.which("git"):
        listed = subprocess.run(
            ["git", "-c", "safe.directory=*", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
        )
        entries = {name.partition("/")[0] for name in listed.stdout.split("\0") if name}
        for entry in sorted(entries - TOP_LEVEL):
            if not entry.startswith("."):
                yield f"{entry}:1: move it under docs/ or script/"


@check
def scripts_can_be_run() -> Iterator[str]:
    """Windows keeps no such bits."""
    for path in (*(ROOT / "script").iterdir(), ROOT / ".ci" / "run"):
        if os.name != "nt" and path.is_file() and path.read_bytes().startswith(b"#!") and not os.access(path, os.X_OK):
            yield f"{place(path)}: chmod +x"


# Packaging


def pins(path: Path) -> dict[str, str]:
    """The requirements of a compiled file, each with all that follows it (marker, hashes)."""
    text = path.read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return {re.split(r" +(?=--hash)|$", line, maxsplit=1)[0]: line for line in lines}


@check
def requirements_are_pinned() -> Iterator[str]:
    """With hashes, extras and without an index, so that every machine installs the same bytes from its own index."""
    for path in sorted((ROOT / "script").glob("requirements*.txt")):
        for requirement, line in pins(path).items():
            if not re.match(r"[a-z0-9.-]+(\[[a-z0-9,-]+\])?==[^ ]+( ; .*)?$", requirement):
                yield f"{place(path)}: {requirement} is not pinned"
            if "--hash=sha256:" not in line:
                yield f"{place(path)}: {requirement} has no hash"
        # Where hashes are required, pip takes a newer "name[extra]" than the pin of "name" alone, and refuses it.
        if "--no-strip-extras" not in path.read_text("utf-8").splitlines()[1]:
            yield f"{place(path)}: compile it with --no-strip-extras"
    for path in sorted((ROOT / "script").glob("requirements*")):
        index = re.search(
            r"://|--(extra-)?index-url|--find-links|--trusted-host|^\s*-[if] ", path.read_text("utf-8"), re.MULTILINE
        )
        if index:
            yield f"{place(path)}: names an index ({index.group().strip()})"


@check
def tests_use_the_packages_of_the_application() -> Iterator[str]:
    """At the same versions."""
    application, tests = (
        {key.partition(" ;")[0] for key in pins(ROOT / "script" / f"requirements{kind}.txt")} for kind in ("", "-test")
    )
    for missing in sorted(application - tests):
        yield f"script/requirements-test.txt:1: lacks {missing} of script/requirements.txt"


@check
def pyproject_lists_the_requirements() -> Iterator[str]:
    """The dependencies of pyproject.toml are those of script/requirements.in."""
    described = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    lines = (ROOT / "script" / "requirements.in").read_text("utf-8").splitlines()
    wanted = {line for line in lines if line and not line.startswith("#")}
    for difference in sorted(set(described) ^ wanted):
        yield f"pyproject.toml:1: {difference} stands only in one of pyproject.toml and script/requirements.in"


# Documents

_LINK = re.compile(r"\]\((?!https?://|mailto:)([^)#\s]+)(?:#[^)]*)?\)|<img[^>]*src=\"(?!https?://)([^\"]+)\"")
_PATH = re.compile(r"`((?:model|gui|resources|tests|docs|script|faults|journeys)/[\w./-]*\w/?)`")


def pages() -> list[Path]:
    """All pages of documentation."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


@check
def links_lead_somewhere() -> Iterator[str]:
    """Links of pages to files, and paths that a page names in code font."""
    for page in pages():
        for number, line in enumerate(page.read_text("utf-8").splitlines(), 1):
            for one, two in _LINK.findall(line):
                if not (page.parent / (one or two)).exists():
                    yield f"{place(page, number)}: {one or two} does not exist"
            for path in _PATH.findall(line):  # docs/faults.md names tests as they stand below tests/
                if not (ROOT / path).exists() and not (ROOT / "tests" / path).exists():
                    yield f"{place(page, number)}: {path} does not exist"


@check
def readme_names_every_package() -> Iterator[str]:
    """In its table of the source."""
    text = (ROOT / "README.md").read_text("utf-8")
    for package in sorted(path.parent for top in ("model", "gui") for path in (ROOT / top).glob("*/__init__.py")):
        if f"`{package.relative_to(ROOT).as_posix()}/`" not in text:
            yield f"README.md:1: does not name {package.relative_to(ROOT).as_posix()}/"


# Translation

_TRANSLATING = {"tr", "translate", "QT_TRANSLATE_NOOP", "UserError", "worded", "worded_now"}
# Arguments of these are read by programs, by developers or in a log.
_UNSEEN = {"operation", "critical", "info", "getattr", "setattr", "setObjectName", "compile", "toString"}
_SHOWING = {
    *("setText", "setTitle", "setWindowTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setPlaceholderText"),
    *("setAccessibleName", "setAccessibleDescription", "setHorizontalHeaderLabels", "setLabelText"),
    *("setInformativeText", "setItemText", "addAction", "addMenu", "addTab", "addItem", "addItems", "addRow"),
    *("addButton", "addToolBar", "showMessage", "information", "warning", "question", "getSaveFileName"),
    *("getOpenFileName", "getText", "emit", "drawText", "QLabel", "QPushButton", "QCheckBox", "QRadioButton"),
    *("QGroupBox", "QAction", "QToolButton", "QDockWidget", "WrappedLabel"),
}
_PHRASE = re.compile(r"(?<![-\w])[A-Za-z][a-z]+ [a-z]{2,}")
_WORD = re.compile(r"\b[A-Z][a-z]{2,}")
# Said in a terminal before there is a window, ids of choices and of operations, markup, and the name of a file.
_UNTRANSLATED = {
    "gui/app.py": {
        "Qarar has no screen to open its window on: neither DISPLAY nor WAYLAND_DISPLAY is set "
        "(its commands work without one; see --help)."
    },
    "gui/dialogs/scheme_editor/questions.py": {"delete marks"},
    "gui/panels/descriptors/lists.py": {"move up", "move down"},
    "gui/start/sample.py": {"Qarar sample.qarar"},
    "gui/panels/thesaurus/card.py": {'<span style="color:'},
}


def literals(tree: ast.AST) -> Iterator[tuple[int, str, tuple[ast.AST, ...]]]:
    """Line, text and enclosing nodes (innermost last) of every string of a source but docstrings."""
    pending: list[tuple[ast.AST, tuple[ast.AST, ...]]] = [(tree, ())]
    while pending:
        node, enclosing = pending.pop()
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if not isinstance(enclosing[-1], ast.Expr):
                yield node.lineno, node.value, enclosing
            continue
        pending += [(child, (*enclosing, node)) for child in ast.iter_child_nodes(node)]


def untranslated(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and text of every string that a person would read as English and that nothing translates."""
    for line, text, enclosing in literals(tree):
        kinds = {type(node) for node in enclosing}
        names = {called_name(node) for node in enclosing if isinstance(node, ast.Call)}
        if names & (_TRANSLATING | _UNSEEN) or kinds & {ast.Raise, ast.Assert, ast.Compare}:
            continue
        if _PHRASE.search(text) or (names & _SHOWING and _WORD.search(text)):
            yield line, text


@check
def every_word_is_translated() -> Iterator[str]:
    """No words reach the window but through tr(), translate() or a UserError."""
    for path in python_files("gui"):
        allowed = _UNTRANSLATED.get(path.relative_to(ROOT).as_posix(), set()) | _operation_names()
        for line, text in untranslated(parsed(path)):
            if text not in allowed:
                yield f"{place(path, line)}: not translated: {text!r}"


@cache
def _operation_names() -> set[str]:
    sys.path.insert(0, str(ROOT))
    from gui import scheme_operations
    from gui.i18n import operation_names

    return {*operation_names.NAMES, *map(str, scheme_operations.NAMES)}


@check
def translated_texts_are_literals() -> Iterator[str]:
    """lupdate reads them off the source."""
    for path in python_files("gui"):
        for call in calls(path):
            if called_name(call) == "tr":
                text = call.args[0]
                choices = [text.body, text.orelse] if isinstance(text, ast.IfExp) else [text]
                if not all(isinstance(each, ast.Constant) for each in choices):
                    yield f"{place(path, call.lineno)}: tr() of something that is not written out"


_PLAIN_TEXT = {"self.tr", "plain_tool_tip", "self._with_keys", "action.toolTip"}


def is_plain(tip: ast.expr) -> bool:
    """Whether a tool tip cannot hold markup that came from a file."""
    match tip:
        case ast.Constant():
            return True
        case ast.Call(func=made):
            return ast.unparse(made) in _PLAIN_TEXT
        case ast.BoolOp(values=[*values]):
            return all(is_plain(value) or ast.unparse(value) == "self._tip" for value in values)
    return False


@check
def tool_tips_are_plain() -> Iterator[str]:
    """Qt takes what looks like markup for markup, and names of documents, labels and terms come from files."""
    for path in python_files("gui"):
        for call in calls(path):
            if called_name(call) == "setToolTip" and not is_plain(call.args[-1]):
                yield f"{place(path, call.lineno)}: make the tool tip plain text"


def main() -> int:
    """Run all checks; 1 where there is a breach."""
    breaches = [breach for each in CHECKS for breach in each()]
    print(*breaches, sep="\n", end="\n" if breaches else "")
    return bool(breaches)


if __name__ == "__main__":
    sys.exit(main())
