"""Makes the pictures of the README and of docs/: the real window on the sample project.

QT_QPA_PLATFORM=offscreen .venv/bin/python script/screenshot.py [FOLDER]
"""

import os
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage, QPalette
    from PySide6.QtWidgets import QWidget

    from gui.app import Application
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
LISTED = "A/HRC/RES/57/901"  # the document chosen in the picture of the list
DOCUMENT_FILE = "79_901"
TERM = "document preservation"
QUERY = "الامم المتحدة"  # as it is typed in haste; the texts have the hamza
WORD = "المخطوطات"  # that the document shown has often
PAGE_DPI = 84  # of the printed page
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
    window.session.set_language("en")
    _keep_documents(window, folder)
    _keep_find_bar(window, folder)
    _keep_find_panel(window, folder)
    _keep_import(window, folder)
    _keep_plots(window, folder)
    _keep_page(window, folder)
    _keep_proposals(window, folder)
    _keep_descriptors(window, folder)
    _keep_start_screen(started, folder)
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
    from gui.dialogs.scheme_editor.dialog import SchemeEditor
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
    window.docks["history"].hide()
    window.docks["labels"].raise_()


def _keep_documents(window: "MainWindow", folder: Path) -> None:
    """The list of documents, wide enough for names, with two conditions, a note, tags and progress."""
    from dataclasses import replace

    from PySide6.QtCore import Qt

    from gui import document_operations, operations

    session, panel = window.session, window.documents
    assert session.project is not None
    ids = {each.symbol: each.id for each in map(session.project.summary, session.project.document_ids()) if each}
    clauses = session.project.scheme.clauses
    assert clauses is not None and session.annotator is not None
    session.attempt(operations.set_progress, ids[DOCUMENT], clauses.id, "done")
    session.attempt(operations.set_progress, ids[LISTED], clauses.id, "in-progress")
    session.attempt(document_operations.change_tags, [ids[LISTED]], add=("مراجعة",))
    session.attempt(document_operations.set_note, ids[DOCUMENT], "جاهز للمراجعة")
    session.attempt(document_operations.assign_to, [ids[DOCUMENT], ids[LISTED]], session.annotator.id)
    panel.filters.set_conditions(replace(panel.filters.conditions, organs=frozenset(["GA", "HRC"])))
    panel.filters.set_states("descriptors", ["new"])
    window.view.set_selection(0, 0)
    _rest()
    window.resizeDocks([window.docks["documents"]], [560], Qt.Orientation.Horizontal)
    _keep(window, folder / "documents.png")
    panel.filters.clear()
    window.resizeDocks([window.docks["documents"]], [window.docks["labels"].width()], Qt.Orientation.Horizontal)


def _keep_find_bar(window: "MainWindow", folder: Path) -> None:
    window.view.set_selection(0, 0)
    window.act("find")()
    window.find_bar.query_line.line.setText(WORD)
    _rest()
    window.act("find_next")()
    _keep(window.middle, folder / "find-bar.png")
    window.find_bar.close_bar()


def _keep_find_panel(window: "MainWindow", folder: Path) -> None:
    """The hits in all documents, in both languages, some of them ticked."""
    from PySide6.QtCore import Qt

    panel = window.finding
    for language in ("en", "ar"):
        window.session.set_language(language)
        _rest()
        window.act("find_in_project")()
        window.resizeDocks([window.docks["find"]], [330], Qt.Orientation.Vertical)
        panel.controls.query_line.line.setText(QUERY)
        panel.controls.search_button.click()
        _rest_until(lambda: not panel.search.is_running)
        panel.model.tick(1, 3, True)
        panel.concordance.setFocus()
        panel.concordance.choose(1)
        _keep(window, folder / f"find-{language}.png")
        window.docks["find"].hide()
    window.session.set_language("en")
    _show_document(window)


def _keep_import(window: "MainWindow", folder: Path) -> None:
    from gui.dialogs.import_dialog import ImportDialog

    os.chdir(HOME.name)  # so that the picture names no folder of whoever makes it
    shutil.copytree(ROOT / "resources" / "samples", "resolutions")
    project = window.session.project
    assert project is not None
    _rest()
    texts = sorted(Path("resolutions").glob("*.txt"))
    dialog = ImportDialog(window, language="en", scheme=project.scheme, sources=texts)
    dialog.show()
    _rest_until(lambda: not dialog.preview.reading)
    _keep(dialog, folder / "import.png")
    dialog.reject()


def _keep_plots(window: "MainWindow", folder: Path) -> None:
    from gui.dialogs.progress_plots.dialog import ProgressPlots

    plots = ProgressPlots(window.session, window)
    plots.resize(760, 560)
    plots.show()
    _rest_until(lambda: plots.report is not None)
    _keep(plots, folder / "progress.png")
    plots.close()


def _keep_page(window: "MainWindow", folder: Path) -> None:
    """The first page of a printed document."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter

    from gui.printing.content import PrintOptions, read_content
    from gui.printing.printout import Printout
    from gui.printing.sheet import UNITS_PER_INCH, Sheet, page_layout

    session = window.session
    assert session.project is not None and session.document is not None
    layout, scale = page_layout("A4"), PAGE_DPI / UNITS_PER_INCH
    whole, printed = layout.fullRectPixels(PAGE_DPI), layout.paintRectPixels(PAGE_DPI)
    options = PrintOptions(language="en")
    sheet = Sheet(int(printed.width() / scale), int(printed.height() / scale), scale)
    page = QImage(whole.size(), QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(printed.topLeft())
    Printout(read_content(session.project, session.document, options), options, sheet).paint(painter, 0)
    painter.end()
    _save(page, folder / "printed-page.png")


def _keep_proposals(window: "MainWindow", folder: Path) -> None:
    """Clauses that are proposed, at one that is unsure, with the outline; then what is a problem once all is confirmed
    and some of it taken away again.
    """
    from gui import operations
    from model.formats.importing import import_sources
    from model.project import Project

    path = Path(HOME.name) / "proposals.qarar"
    with Project.create(path, "سارة") as project:
        import_sources(project, sorted((ROOT / "resources" / "samples").glob("*.txt")))
    session = window.session
    session.set_language("ar")
    _rest()
    window.files.open(path)
    _show_document(window)
    _rest_until(lambda: bool(session.proposed))
    for name in ("outline", "labels"):
        window.docks[name].show()
        window.docks[name].raise_()
    window.act("next_unsure")()
    _keep(window, folder / "proposals.png")
    window.act("confirm_document")()
    paragraphs = [span for span in session.spans if span.label == "operative" and span.depth == 0]
    session.attempt(operations.delete, paragraphs[1].id)
    session.attempt(operations.set_number, paragraphs[2].id, "5")
    first = session.spans[4]
    session.attempt(operations.set_limits, first.id, first.start, first.end - 1)
    window.docks["problems"].show()
    window.docks["problems"].raise_()
    window.act("next_problem")()
    _keep(window, folder / "problems.png")
    for name in ("outline", "problems"):
        window.docks[name].hide()


def _keep_descriptors(window: "MainWindow", folder: Path) -> None:
    """Suggestions for a resolution without terms, beside that of the year before; then the thesaurus and a card."""
    from PySide6.QtCore import Qt

    from model.formats.importing import import_sources
    from model.formats.thesaurus_file import read_thesaurus
    from model.project import Project
    from model.vocabulary import edition

    samples = ROOT / "resources" / "samples"
    path, texts = Path(HOME.name) / "descriptors.qarar", Path(HOME.name) / "texts"
    texts.mkdir()
    for file in samples.glob("*.txt"):
        text = file.read_text("utf-8")
        if DOCUMENT_FILE in file.name:
            (texts / file.name.replace("79", "78").replace("901", "902")).write_text(_year_before(text), "utf-8")
            text = "%%%\n" + text.split("\n", 1)[1]
        (texts / file.name).write_text(text, "utf-8")
    with Project.create(path, "سارة") as project:
        import_sources(project, sorted(texts.glob("*.txt")))
        with project.operation(edition.OPERATION) as writing:
            edition.bring_in(writing, read_thesaurus(samples / "terms.ttl"))
    window.files.open(path)
    _show_document(window)
    panel = window.suggestions
    for language in ("en", "ar"):
        window.session.set_language(language)
        _rest()
        window.act("suggestions")()
        _rest_until(lambda: panel.is_answered)
        window.resizeDocks([window.docks["suggestions"]], [420], Qt.Orientation.Horizontal)
        window.resizeDocks([window.docks["labels"], window.docks["suggestions"]], [300, 500], Qt.Orientation.Vertical)
        panel.view.setCurrentIndex(panel.model.index(0, 0))
        panel.reveal_current()
        window.activateWindow()  # the dialogs of other pictures took that, and evidence is shown where the keys are
        panel.focus_list()
        _rest_until(panel.view.hasFocus)
        _keep(window, folder / f"suggestions-{language}.png")
    panel.accept_current()
    _rest_until(lambda: panel.is_answered)
    for language in ("ar", "en"):
        window.session.set_language(language)
        _rest()
        window.act("thesaurus")()
        window.resizeDocks([window.docks["thesaurus"]], [460], Qt.Orientation.Horizontal)
        project = window.session.project
        assert project is not None
        window.thesaurus.show_concept(next(match.concept.id for match in project.search_concepts(TERM)))
        _keep(window, folder / f"thesaurus-{language}.png")
    for name in ("thesaurus", "suggestions"):
        window.docks[name].hide()


def _year_before(text: str) -> str:
    """The same resolution as it might have been adopted one session earlier: there terms can be taken from."""
    changes = (("79/901", "78/902"), ("78/902 المـؤرخ 19", "76/908 المـؤرخ 19"), ("2024", "2023"), ("(A/79/", "(A/78/"))
    for new, old in changes:
        text = text.replace(new, old)
    return text


def _keep_start_screen(started: "Application", folder: Path) -> None:
    """Without a project, in both languages."""
    window = started.window
    window.session.set_project(None)
    for language in ("ar", "en"):
        window.session.set_language(language)
        _rest()
        window.welcome.focus()
        _keep(window, folder / f"start-{language}.png")


def _dark() -> "QPalette":
    from PySide6.QtGui import QColor, QPalette

    palette = QPalette()
    for role, colour in DARK.items():
        palette.setColor(QPalette.ColorRole[role], QColor(colour))
    return palette


def _keep(widget: "QWidget", file: Path) -> None:
    """Write what a widget shows once it has come to rest."""
    _rest()
    _save(widget.grab().toImage(), file)


def _rest() -> None:
    """Let the window go on for a while; unlike ``QTest.qWait``, this lets threads work meanwhile."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(PAUSE, loop.quit)
    loop.exec()


def _rest_until(done: "Callable[[], bool]") -> None:
    """Wait for what is read beside the window."""
    _rest()
    while not done():
        _rest()


def _save(image: "QImage", file: Path) -> None:
    _with_few_colours(image).save(str(file), quality=0)


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
