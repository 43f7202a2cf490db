"""Guards against faults of what we stand on; each names the fault and where it was met."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

ROOT = Path(__file__).resolve().parent.parent

VOID_CALLS = """
import sys
from PySide6.QtCore import QObject
thing = QObject()
before = sys.getrefcount(None)
for _ in range(20_000):
    thing.setObjectName("name")
print(before - sys.getrefcount(None))
"""


def test_void_calls_do_not_eat_the_references_to_none():
    """PySide6 6.12.0 on Python 3.11 lost one at each call that returns nothing, and aborted after about 5,000.

    In a process of its own, since the fault would take all tests along. From Python 3.12 on None is immortal.
    """
    done = subprocess.run([sys.executable, "-c", VOID_CALLS], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert abs(int(done.stdout)) < 1_000


def test_tests_keep_out_of_the_settings_of_the_person_who_runs_them():
    """tests/conftest.py gives each process a home of its own before Qt looks for one."""
    home = Path.home()
    assert home.name.startswith("qarar-tests-")
    stored = Path(QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Qarar", "Qarar").fileName())
    assert stored.is_relative_to(home)
    assert Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)).is_relative_to(home)
