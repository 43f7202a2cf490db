"""Makes the pictures of the README and of docs/: the real window on the sample project.

QT_QPA_PLATFORM=offscreen .venv/bin/python script/screenshot.py [FOLDER]
"""

import os
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPalette
    from PySide6.QtWidgets import QWidget

    from gui.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
HOME = tempfile.TemporaryDirectory(prefix="qarar-screenshot-")
# Before Qt looks: no settings of the person who runs this.
for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
    os.environ[variable] = HOME.name
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


SIZE = (1360, 860)
DOCUMENT = "A/RES/79/901"
PAUSE = 300  # milliseconds: some panels follow what is chosen only when it rests
COLOURS = 256
EXACT = 96  # of these
DARK = {
    "Window": "#202124",
    "WindowText": "#e8eaed",
    "Base": "#17181a",
    "AlternateBase": "#202124",
    "Text": "#e8eaed",
    "PlaceholderText": "#9aa0a6",
    "Button": "#2a2b2e",
    "ButtonText": "#e8eaed",
    "Light": "#444444",
    "Mid": "#3a3b3e",
    "Dark": "#111111",
    "Highlight": "#3d6fb4",
    "HighlightedText": "#ffffff",
    "ToolTipBase": "#2a2b2e",
    "ToolTipText": "#e8eaed",
}


def main(folder: Path) -> None:
    """Write all pictures into a folder."""
    from PySide6.QtWidgets import QApplication

    from gui.app import Application

    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    started = Application(application, Path(HOME.name))
    started.settings.annotator = "سارة"
    started.open(None)
    window = started.window
    window.resize(*SIZE)
    _show_document(window)
    for language in ("en", "ar"):
        window.session.set_language(language)
        _go_to_clause(window)
        _keep(window, folder / f"window-{language}.png")
    light = application.palette()
    application.setPalette(_dark())
    _keep(window, folder / "window-dark.png")
    application.setPalette(light)
    application.processEvents()
    _keep_palette(window, folder)
    _keep_scheme_editor(window, folder)
    _keep_bidi_inspector(window, folder)
    _keep_history(window, folder)
    started.close()


def _show_document(window: "MainWindow") -> None:
    project = window.session.project
    assert project is not None
    found = project.find_document(DOCUMENT)
    assert found is not None
    window.session.set_document(found.id)


def _go_to_clause(window: "MainWindow", letters: int = 0) -> None:
    """Put the caret into the first preambular clause, or select so many of its letters."""
    clause = next(span for span in window.session.spans if span.label == "preambular")
    start = clause.start if letters else clause.end - 1
    window.view.set_selection(start, start + letters)


def _keep_palette(window: "MainWindow", folder: Path) -> None:
    palette = window.companions.palette
    palette.open()
    palette.line.setText("فقرة")
    _keep(window, folder / "palette.png")
    palette.close_palette()


def _keep_scheme_editor(window: "MainWindow", folder: Path) -> None:
    from gui.dialogs.scheme_editor import SchemeEditor
    from gui.item_models.scheme import Node

    editor = SchemeEditor(window.session, window)
    editor.show()
    editor.choose(Node("label", "preambular"))
    _keep(editor, folder / "scheme-editor.png")
    editor.close()


def _keep_bidi_inspector(window: "MainWindow", folder: Path) -> None:
    window.docks["bidi"].show()
    _go_to_clause(window, 40)
    _keep(window, folder / "bidi-inspector.png")
    window.docks["bidi"].hide()


def _keep_history(window: "MainWindow", folder: Path) -> None:
    from gui import operations

    _go_to_clause(window)
    session = window.session
    clauses = [span for span in session.spans if span.label == "operative"]
    session.attempt(operations.set_note, clauses[0].id, "صياغة غير معتادة")
    session.attempt(operations.set_number, clauses[1].id, "2")
    session.attempt(operations.set_note, clauses[1].id, "تراجع مع اللجنة")
    session.attempt(operations.delete, clauses[-1].id)
    session.attempt(operations.undo)
    for name in ("history", "inspector"):
        window.docks[name].show()
        window.docks[name].raise_()
    window.marking.choose(clauses[0].id)
    window.steps.view.setCurrentIndex(window.steps.model.index(2, 0))
    _keep(window, folder / "history.png")


def _dark() -> "QPalette":
    from PySide6.QtGui import QColor, QPalette

    palette = QPalette()
    for role, colour in DARK.items():
        palette.setColor(QPalette.ColorRole[role], QColor(colour))
    return palette


def _keep(widget: "QWidget", file: Path) -> None:
    """Write what a widget shows once it has come to rest."""
    from PySide6.QtTest import QTest

    QTest.qWait(PAUSE)
    _with_few_colours(widget.grab().toImage()).save(str(file), quality=0)


def _with_few_colours(image: "QImage") -> "QImage":
    """The same picture in its commonest colours: it takes less than half the room, and nobody sees a difference.

    The commonest are kept as they are. Of the others only one of those that look alike counts, else those at the edges
    of letters would fill the table.
    """
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    image = image.convertToFormat(QImage.Format.Format_RGB32)
    cells: dict[int, tuple[int, int]] = {}  # by the upper four bits of each part: how many pixels, and the colour
    counted = Counter(memoryview(image.constBits()).cast("I")).most_common()
    exact = [colour for colour, _ in counted[:EXACT]]
    for colour, count in counted[EXACT:]:
        before, commonest = cells.get(colour & 0xF0F0F0, (0, colour))
        cells[colour & 0xF0F0F0] = (before + count, commonest)
    others = [colour for _, colour in sorted(cells.values(), reverse=True)]
    table = [*exact, *others][:COLOURS]
    return image.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images")
