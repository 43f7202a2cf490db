import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QLabel

from gui.background.worker import THREAD_NAME
from gui.dialogs.progress_plots.dialog import ProgressPlots
from gui.i18n.translation import Translation
from gui.session.session import Session
from model.annotation import documents, spans
from model.annotation.metadata import Metadata
from model.errors import UserError
from model.project import Project
from tests.conftest import ROOT

TEXT = "نص فيه كلمات كثيرة"
BLUE = QColor("#0072b2").rgb()


@pytest.fixture
def session(qapp, tmp_path: Path):
    """A session on three documents, of which one is done."""
    project = Project.create(tmp_path / "desk.qarar", "Sara")
    with project.operation("import") as writing:
        found = [
            documents.add(writing, name, TEXT, recognised=Metadata(organ=organ))
            for name, organ in (("a", "GA"), ("b", "GA"), ("c", "SC"))
        ]
        spans.mark(writing, found[0], "title", 0, 2)
        spans.mark(writing, found[0], "preambular", 3, 7)
        spans.mark(writing, found[2], "title", 0, 2)
        documents.set_progress(writing, found[0], "clause", "done")
        documents.set_progress(writing, found[1], "clause", "in-progress")
    session = Session()
    session.set_language("en")
    session.set_project(project)
    yield session
    session.set_project(None)


@pytest.fixture
def plots(qtbot, session):
    """The window, with its numbers read."""
    plots = ProgressPlots(session)
    plots.show()
    read(qtbot, plots)
    yield plots
    plots.close()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


def read(qtbot, plots) -> None:
    """Wait until the numbers are read."""
    qtbot.waitUntil(lambda: plots.report is not None and not plots.is_reading, timeout=20_000)


def numbers(plots) -> dict[str, str]:
    """The captions with their numbers, without direction marks."""
    return {
        caption.text(): "".join(letter for letter in number.text() if letter not in "\u2066\u2069\u200e\u200f")
        for caption, number in plots.figures.labels
    }


def blue(image: QImage) -> list[int]:
    """The columns in which bars of what is done are seen."""
    return [x for x in range(image.width()) if any(image.pixel(x, y) == BLUE for y in range(0, image.height(), 3))]


def test_the_numbers_stand_above_the_plots_with_their_percentages(plots):
    assert numbers(plots) == {
        "Documents done": "1 · 33%",
        "In progress": "1 · 33%",
        "Not begun": "1 · 33%",
        "All documents": "3",
        "Clauses marked": "3",
        "Clauses in done documents": "2 · 67%",
    }


def test_another_task_has_other_numbers(plots):
    plots.tasks.setCurrentIndex(plots.tasks.findData("descriptors"))
    assert numbers(plots)["Documents done"] == "0 · 0%"
    assert numbers(plots)["Not begun"] == "3 · 100%"


def test_each_bar_is_told_in_words(plots):
    words = plots.organ_page.documents.plot.accessibleDescription()
    assert words.replace("\u2066", "").replace("\u2069", "") == (
        "General Assembly: 1 of 2 (50%). Security Council: 0 of 1 (0%)"
    )
    days = plots.day_page.by_day.plot.accessibleDescription()
    assert days.replace("\u2066", "").replace("\u2069", "").endswith(": 1")


def test_it_follows_what_is_done_in_the_window(plots, session, qtbot):
    with session.project.operation("progress") as writing:
        documents.set_progress(writing, session.project.document_ids()[1], "clause", "done")
    qtbot.waitUntil(lambda: numbers(plots)["Documents done"] == "2 · 67%", timeout=20_000)


def test_several_changes_are_read_once(plots, session, qtbot, monkeypatch):
    read_so_often = []
    refresh = plots.refresh
    monkeypatch.setattr(plots, "refresh", lambda: read_so_often.append(1) or refresh())
    plots._later.timeout.disconnect()
    plots._later.timeout.connect(lambda: plots.refresh())
    for number in range(5):
        with session.project.operation("mark") as writing:
            documents.set_note(writing, session.project.document_ids()[1], str(number))
    qtbot.waitUntil(lambda: bool(read_so_often) and not plots.is_reading, timeout=20_000)
    assert len(read_so_often) == 1


def test_a_change_while_numbers_are_read_is_read_after_that(plots, session, qtbot):
    plots.refresh()
    assert plots.is_reading
    with session.project.operation("progress") as writing:
        documents.set_progress(writing, session.project.document_ids()[1], "clause", "done")
    plots.refresh()
    qtbot.waitUntil(lambda: numbers(plots)["Documents done"] == "2 · 67%", timeout=20_000)


def workers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == THREAD_NAME]


def test_it_can_be_closed_while_numbers_are_read_and_nobody_waits_for_them(qtbot, session, monkeypatch):
    read, begun, going_on = Project.progress_report, threading.Event(), threading.Event()

    def slow(project):
        begun.set()
        assert going_on.wait(60)
        return read(project)

    monkeypatch.setattr(Project, "progress_report", slow)
    plots = ProgressPlots(session)
    plots.show()
    assert begun.wait(60)
    plots.close()
    assert workers()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
    session.changes.emit(None)  # nobody listens any more
    going_on.set()
    qtbot.waitUntil(lambda: not workers())


def test_what_stands_in_the_place_of_the_file_now_is_not_counted(plots, session, qtbot, tmp_path):
    Project.create(tmp_path / "other.qarar", "Omar").close()
    (tmp_path / "other.qarar").replace(session.project.path)
    plots.refresh()
    qtbot.waitUntil(lambda: plots.pages.currentWidget() is plots.nothing, timeout=20_000)
    assert "moved, deleted or replaced" in plots.nothing.text()


def test_an_empty_project_says_so(qtbot, tmp_path):
    session = Session()
    session.set_language("en")
    session.set_project(Project.create(tmp_path / "empty.qarar", "Sara"))
    plots = ProgressPlots(session)
    plots.show()
    read(qtbot, plots)
    assert plots.pages.currentWidget() is plots.nothing
    assert "There are no documents in this project yet" in plots.nothing.text()
    assert not plots.save_picture.isEnabled() and not plots.save_numbers.isEnabled()
    session.set_project(None)
    assert "No project is open" in plots.nothing.text()
    plots.close()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


def test_a_project_that_cannot_be_read_is_told(plots, qtbot, session, monkeypatch):
    def gone(path, annotator, **named):
        raise UserError("{path}: there is no such file.", path=path)

    monkeypatch.setattr(Project, "open", gone)
    plots.refresh()
    qtbot.waitUntil(lambda: plots.pages.currentWidget() is plots.nothing, timeout=20_000)
    assert "there is no such file" in plots.nothing.text()


@pytest.fixture
def language(qapp):
    """What the application speaks, and English again after it."""
    before, language = QLocale(), Translation(qapp)
    yield language
    language.leave()
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_in_arabic_bars_grow_from_the_right(plots, language):
    images = {}
    for name in ("en", "ar"):
        language.use(name)
        plots.resize(900, 700)
        QCoreApplication.processEvents()
        images[name] = plots.organ_page.documents.plot.grab().toImage()
        axes = {side: plots.organ_page.documents.item.getAxis(side) for side in ("left", "right")}
        assert [side for side, axis in axes.items() if axis.isVisible()] == [{"en": "left", "ar": "right"}[name]]
    width = images["en"].width()
    assert blue(images["en"]) and max(blue(images["en"])) < width * 0.7
    assert blue(images["ar"]) and min(blue(images["ar"])) > width * 0.3
    axis = plots.organ_page.documents.item.getAxis("right")
    assert axis.pos().x() > width / 2


def test_opened_in_arabic_the_names_stand_at_the_right(language, session, qtbot):
    language.use("ar")
    plots = ProgressPlots(session)
    plots.show()
    read(qtbot, plots)
    QCoreApplication.processEvents()
    chart = plots.organ_page.documents
    assert chart.item.getAxis("right").pos().x() > chart.plot.width() / 2
    assert min(blue(chart.plot.grab().toImage())) > chart.plot.width() * 0.3
    plots.close()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


def test_the_first_day_stands_where_reading_begins(plots, qapp, session, qtbot):
    tables = session.project.tables
    tables.connection.execute("UPDATE span SET created = '2026-11-01T12:00:00.000Z'")
    tables.connection.execute("UPDATE progress SET modified = '2026-11-09T12:00:00.000Z'")
    plots.report = None
    plots.refresh()
    read(qtbot, plots)
    plots.tabs.setCurrentIndex(1)
    chart = plots.day_page.by_day
    box = chart.item.getViewBox()
    first, last = (box.mapViewToScene(box.viewRect().center().__class__(x, 0)).x() for x in (0, 8))
    assert first < last
    plots.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QCoreApplication.processEvents()
    first, last = (box.mapViewToScene(box.viewRect().center().__class__(x, 0)).x() for x in (0, 8))
    assert first > last


@pytest.mark.parametrize("tab", [0, 1])
@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_the_picture_is_white_and_has_title_legend_and_bars(plots, tmp_path, monkeypatch, qapp, tab, suffix):
    before = qapp.palette()
    dark = QPalette(before)
    for role, colour in ((QPalette.ColorRole.Base, "black"), (QPalette.ColorRole.Text, "white")):
        dark.setColor(role, QColor(colour))
    target = tmp_path / f"picture{suffix}"
    monkeypatch.setattr(plots, "ask_target", lambda *_: target)
    plots.tabs.setCurrentIndex(tab)
    qapp.setPalette(dark)
    try:
        plots.export_picture()
    finally:
        qapp.setPalette(before)
    if suffix == ".svg":
        words = target.read_text("utf-8")
        assert words.startswith("<?xml") and "#0072b2" in words
        assert "desk" in words
        assert ("Documents done each day" if tab else "General Assembly") in words
        return
    image = QImage(str(target))
    assert (image.width(), image.height()) == (2400, 1600)
    assert image.pixel(3, 3) == QColor("white").rgb()
    assert blue(image)
    assert any(image.pixelColor(x, y).lightness() < 60 for x in range(400) for y in range(60))


def test_numbers_are_saved_of_the_tab_that_is_open(plots, tmp_path, monkeypatch, session):
    said = []
    session.message.connect(said.append)
    for tab, head in ((0, '"organ","documents","not_begun"'), (1, '"day","annotator","clauses"')):
        target = tmp_path / f"{tab}.csv"
        asked = []
        monkeypatch.setattr(plots, "ask_target", lambda *each, to=target, asked=asked: asked.append(each) or to)
        plots.tabs.setCurrentIndex(tab)
        plots.export_numbers()
        assert target.read_text("utf-8-sig").startswith(head)
        assert asked[0][1] == ("progress-by-day" if tab else "progress-by-organ")
    assert "Saved as" in said[-1]


def test_a_target_that_cannot_be_written_is_told_and_nothing_left(plots, tmp_path, monkeypatch):
    said = []
    monkeypatch.setattr(plots, "ask_target", lambda *_: tmp_path / "none" / "a.png")
    monkeypatch.setattr(plots, "show_error", lambda title, refusal: said.append(str(refusal)))
    plots.export_picture()
    assert "its folder does not exist" in said[0]
    assert not (tmp_path / "none").exists()


def test_a_name_without_a_suffix_gets_that_of_the_chosen_kind(plots, monkeypatch):
    from gui.dialogs.progress_plots import dialog

    for found, chosen, wanted in (
        ("/x/a", "SVG (*.svg)", "a.svg"),
        ("/x/a", "PNG (*.png)", "a.png"),
        ("/x/a.SVG", "PNG (*.png)", "a.SVG"),
        ("/x/a.b", "", "a.b.png"),
    ):
        monkeypatch.setattr(dialog.QFileDialog, "getSaveFileName", lambda *_, f=found, c=chosen: (f, c))
        target = plots.ask_target("Save", "name", (".png", ".svg"))
        assert target is not None and target.name == wanted
    monkeypatch.setattr(dialog.QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert plots.ask_target("Save", "name", (".png",)) is None


def test_another_language_is_spoken_at_once(plots, language, session):
    language.use("ar")
    session.set_language("ar")
    assert plots.tasks.itemText(0) == "الفقرات"


def test_headings_and_legends_are_labels(plots):
    words = {label.text() for label in plots.organ_page.findChildren(QLabel)}
    assert {"Documents", "done", "in progress", "not begun", "Clauses marked", "in done documents"} <= words


def test_the_window_starts_without_what_draws():
    code = "import sys, gui.main_window; print([name for name in ('pyqtgraph', 'numpy') if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_the_words_behind_bars_have_room_in_a_narrow_window(plots):
    chart = plots.organ_page.documents
    for width in (1400, 560):
        plots.resize(width, 600)
        QCoreApplication.processEvents()
        room = chart.plot.width() - chart.item.getAxis("left").width()
        shown = chart.box.viewRange()[0][1]
        for end, words in chart._ends:
            assert end / shown * room + words < room


def test_a_single_day_is_no_bar_as_wide_as_the_window(plots):
    plots.tabs.setCurrentIndex(1)
    left, right = plots.day_page.by_day.box.viewRange()[0]
    assert right - left > 10
