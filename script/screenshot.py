"""Makes the pictures of the README: the real window on the sample project, in both languages.

QT_QPA_PLATFORM=offscreen .venv/bin/python script/screenshot.py [FOLDER]
"""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
HOME = tempfile.TemporaryDirectory(prefix="qarar-screenshot-")
# Before Qt looks: no settings of the person who runs this.
for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
    os.environ[variable] = HOME.name
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


SIZE = (1360, 860)
DOCUMENT = "A/RES/79/901"


def main(folder: Path) -> None:
    """Write ``window-en.png`` and ``window-ar.png``."""
    from PySide6.QtWidgets import QApplication

    from gui.app import Application

    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    started = Application(application, Path(HOME.name))
    started.settings.annotator = "سارة"
    started.open(None)
    window, session = started.window, started.session
    window.resize(*SIZE)
    project = session.project
    assert project is not None
    found = project.find_document(DOCUMENT)
    assert found is not None
    session.set_document(found.id)
    for language in ("en", "ar"):
        session.set_language(language)
        start = next(span.start for span in project.spans(found.id) if span.label == "preambular")
        window.view.set_selection(start, start)
        for _ in range(5):
            application.processEvents()
        window.grab().save(str(folder / f"window-{language}.png"))
    started.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images")
