import subprocess
import sys
from pathlib import Path

import pytest

import main

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    "arguments, window",
    [
        ([], True),
        (["a.qarar"], True),
        (["/some/import/a.qarar"], True),
        (["--help"], False),
        (["--version"], False),
        (["info", "a.qarar"], False),
        (["import"], False),
        (["train-segmenter"], False),
        (["evaluate-segmenter"], False),
        (["train-segmenter.qarar"], True),
        (["a.qarar", "b.qarar"], False),
    ],
)
def test_a_word_is_a_command_and_a_path_opens_the_window(arguments, window):
    assert main.opens_window(arguments) == window


def test_commands_run_without_qt():
    program = (
        "import sys, main\n"
        "status = main.main(['--version'])\n"
        "assert not any(name.startswith(('PySide6', 'gui')) for name in sys.modules)\n"
        "sys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
