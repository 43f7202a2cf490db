"""What script/source_checks.py takes for a word that nobody has translated; its other rules are single comparisons."""

import ast
import importlib.util
from pathlib import Path

import pytest

spec = importlib.util.spec_from_file_location(
    "source_checks", Path(__file__).resolve().parents[1] / "script" / "source_checks.py"
)
assert spec is not None and spec.loader is not None
source_checks = importlib.util.module_from_spec(spec)
spec.loader.exec_module(source_checks)


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
    assert [text for _, text in source_checks.untranslated(ast.parse(source))] == found
