"""No words of the window are written past its translation: neither in the source, nor on the screen."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui import scheme_operations
from gui.i18n import operation_names

ROOT = Path(__file__).resolve().parents[1]
TRANSLATING = {"tr", "translate", "QT_TRANSLATE_NOOP", "UserError", "worded", "worded_now"}
NAMES = {*operation_names.NAMES, *scheme_operations.NAMES}
# What is read by programs, by developers or in a log.
UNSEEN = {"operation", "critical", "info", "getattr", "setattr", "setObjectName", "compile", "toString"}
SHOWING = {
    *("setText", "setTitle", "setWindowTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setPlaceholderText"),
    *(
        "setAccessibleName",
        "setAccessibleDescription",
        "setHorizontalHeaderLabels",
        "setLabelText",
        "setInformativeText",
    ),
    *("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QToolButton", "WrappedLabel"),
    *("addAction", "addMenu", "addTab", "addItem", "addItems", "addRow", "addButton", "showMessage", "setItemText"),
    *("information", "warning", "question", "getSaveFileName", "getOpenFileName", "getText", "emit", "drawText"),
}
PHRASE = re.compile(r"(?<![-\w])[A-Za-z][a-z]+ [a-z]{2,}")
WORD = re.compile(r"\b[A-Z][a-z]{2,}")


def literals(tree: ast.AST) -> Iterator[tuple[int, str, tuple[ast.AST, ...]]]:
    """Line, text and surroundings (innermost last) of every text in a source; without docstrings."""
    pending: list[tuple[ast.AST, tuple[ast.AST, ...]]] = [(tree, ())]
    while pending:
        node, around = pending.pop()
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if not isinstance(around[-1], ast.Expr):
                yield node.lineno, node.value, around
            continue
        pending += [(child, (*around, node)) for child in ast.iter_child_nodes(node)]


def calls(around: tuple[ast.AST, ...]) -> set[str]:
    """The names of the functions that a text is handed to, directly or as a part of something."""
    found: set[str] = set()
    for node in around:
        if isinstance(node, ast.Call):
            found.add(node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", ""))
        elif isinstance(node, ast.Raise | ast.Assert | ast.AnnAssign | ast.arg | ast.Compare):
            found.add(type(node).__name__)
    return found


def bare_words(source: str) -> list[tuple[int, str]]:
    """The texts of a source that a person would read as English and that nothing translates."""
    found: list[tuple[int, str]] = []
    for line, text, around in literals(ast.parse(source)):
        handed = calls(around)
        if handed & (TRANSLATING | UNSEEN | {"Raise", "Assert", "Compare"}) or text in NAMES:
            continue
        if PHRASE.search(text) or (handed & SHOWING and WORD.search(text)):
            found.append((line, text))
    return sorted(found)


@pytest.mark.parametrize(
    "source, found",
    [
        ('label.setText("Open a project")', ["Open a project"]),
        ('QLabel("Documents", self)', ["Documents"]),
        ('say(self, f"Saved as {path} there")', ["Saved as "]),
        ('name = "Saved"', []),
        ('label.setText("Saved as " + path)', ["Saved as "]),
        ('label.setText(self.tr("Open a project"))', []),
        ('label.setText(self.tr("a {b} c d").format(b="x"))', []),
        ('with project.operation("mark clause"): pass', []),
        ('def f():\n    """Words of a docstring."""', []),
        ('label.setObjectName("Some name")', []),
        ('label.setText("x")', []),
    ],
)
def test_words_are_told_from_names(source: str, found: list[str]) -> None:
    assert [text for _, text in bare_words(source)] == found


# Said in a terminal, before there is a window; choices and acts by the names that programs know them by.
ALLOWED = {
    "app.py": {
        "Qarar has no screen to open its window on: neither DISPLAY nor WAYLAND_DISPLAY is set "
        "(its commands work without one; see --help)."
    },
    "questions.py": {"delete marks"},
    "lists.py": {"move up", "move down"},
    "sample.py": {"Qarar sample.qarar"},
    "card.py": {'<span style="color:'},
}


@pytest.mark.parametrize("path", sorted((ROOT / "gui").rglob("*.py")), ids=lambda path: path.name)
def test_all_words_in_the_source_are_translated(path: Path) -> None:
    found = {text for _, text in bare_words(path.read_text("utf-8"))}
    assert found - ALLOWED.get(path.name, set()) == set()
