"""Guards against faults of what we stand on, each of which names the fault and where it was met, and of our own that
no other test would notice.
"""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from model.annotation import documents
from model.project import Project

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


def test_the_model_is_imported_without_qt():
    """Also through what it imports of others, which import-linter does not follow."""
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted((ROOT / "model").rglob("*.py"))
    ]
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


def test_tests_keep_out_of_the_settings_of_the_person_who_runs_them():
    """tests/conftest.py gives each process a home of its own before Qt looks for one."""
    home = Path.home()
    assert home.name.startswith("qarar-tests-")
    stored = Path(QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Qarar", "Qarar").fileName())
    assert stored.is_relative_to(home)
    assert Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)).is_relative_to(home)


START = """
import sys
before = set(sys.modules)
from pathlib import Path
import main
main.opens_window(sys.argv[1:2])
from PySide6.QtWidgets import QApplication
from gui.app import Application
application = QApplication([])
started = Application(application, Path(sys.argv[2]))
started.settings.annotator = "Sara"
started.open(Path(sys.argv[1]))
while not started.window.view.isVisible() or not started.window.documents.model.rowCount():
    application.processEvents()
application.processEvents()
assert started.session.document is not None
print(*(set(sys.modules) - before), sep="\\n", flush=True)
started.close()
"""

# Packages of others that a window needs to be seen; what else is there (pyqtgraph, lxml, docx, orjson, sqlite_utils,
# click …) is loaded by what needs it.
PACKAGES = {"PySide6", "shiboken6", "shibokensupport", "signature_bootstrap", "regex", "fontpkg_amiri"}
PARTS = ("gui.dialogs.", "gui.printing.", "model.formats.")  # of these a start needs few
NEEDED = {
    *("gui.background.project_jobs", "gui.background.progress", "gui.dialogs.error", "gui.dialogs.project_file_dialog"),
    "gui.dialogs.run_dialog",
    "model.progress",
}
LATE = (
    *("PySide6.QtPrintSupport", "PySide6.QtSvg", "logging.handlers", "socket", "ssl", "asyncio", "email", "unittest"),
    *(
        "gui.window.command_palette",
        "gui.panels.bidi.panel",
        "gui.panels.document_details.panel",
        "gui.panels.find.panel",
    ),
    *(
        "gui.panels.history.panel",
        "gui.panels.inspector.panel",
        "gui.panels.thesaurus.panel",
        "model.cli",
        "model.text.bidi",
    ),
    *("rdflib", "scipy", "sklearn"),
)


def test_a_start_loads_only_what_a_window_needs_to_be_seen(tmp_path):
    """Modules loaded before the text can be seen were half of a start; each must be there for a reason."""
    path = tmp_path / "a.qarar"
    with Project.create(path, "Sara") as project, project.operation("import") as writing:
        documents.add(writing, "one", "إن الجمعية العامة، 1- تقرر ما يلي؛")
    done = subprocess.run(
        [sys.executable, "-c", START, str(path), str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    foreign = {name.partition(".")[0] for name in loaded} - sys.stdlib_module_names - {"gui", "model", "main"}
    assert {name for name in foreign if not name.startswith("_")} <= PACKAGES
    assert {name for name in loaded if name.startswith(PARTS)} <= NEEDED
    assert loaded.isdisjoint(LATE)
