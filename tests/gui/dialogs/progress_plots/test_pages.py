"""The two pages of plots, and pictures of them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from gui.dialogs.progress_plots.pages import PICTURE, DayPage, OrganPage, lay_out_for_picture, png_of, svg_of
from model.annotation.progress_report import DayProgress, OrganProgress, ProgressReport, TaskStates

REPORT = ProgressReport(
    tasks=("clause",),
    organs=(
        OrganProgress("GA", 4, {"clause": TaskStates(1, 1, 2)}, 30, 20),
        OrganProgress(None, 1, {"clause": TaskStates(1, 0, 0)}, 0, 0),
    ),
    days=(
        DayProgress(date(2025, 5, 1), "s", {"clause": 2}, 12),
        DayProgress(date(2025, 5, 2), "o", {"clause": 0}, 18),
    ),
    annotators={"s": "Sara", "o": "Omar"},
)


def plain(words: str) -> str:
    return words.translate({0x2066: None, 0x2068: None, 0x2069: None})


@pytest.fixture
def organs(qtbot) -> OrganPage:
    page = OrganPage()
    qtbot.addWidget(page)
    page.show_report(REPORT, "clause")
    return page


@pytest.fixture
def days(qtbot) -> DayPage:
    page = DayPage()
    qtbot.addWidget(page)
    return page


def test_organs_have_a_bar_for_documents_and_one_for_clauses(organs):
    assert plain(organs.documents.plot.accessibleDescription()).startswith("General Assembly: 2 of 4 (50%). ")
    assert plain(organs.clauses.plot.accessibleDescription()).startswith("General Assembly: 20 of 30 (67%). ")


def test_days_are_those_of_one_annotator_or_of_all(days):
    def said() -> str:
        return plain(days.by_day.plot.accessibleDescription())

    days.show_report(REPORT, "clause", "clauses", None)
    assert (said().count(": 12"), said().count(": 18")) == (1, 1)
    days.show_report(REPORT, "clause", "clauses", "o")
    assert (said().count(": 12"), said().count(": 18")) == (0, 1)
    assert plain(days.totals.plot.accessibleDescription()).endswith(": 18")


def test_where_nothing_was_done_that_is_said(days):
    days.show_report(REPORT, "clause", "documents", "o")
    headings = [
        label.text() for label in days.by_day.legend.findChildren(type(days.by_day.legend._row.itemAt(0).widget()))
    ]
    assert headings == ["Documents done each day: nothing yet."]


def test_a_picture_is_black_on_white_and_sharp_whatever_the_window_looks_like(organs):
    palette = organs.palette()
    palette.setColor(palette.ColorRole.Window, QColor("black"))
    organs.setPalette(palette)
    lay_out_for_picture(organs, Qt.LayoutDirection.RightToLeft)
    organs.show_report(REPORT, "clause")
    image = QImage.fromData(png_of(organs), "PNG")
    assert image.size() == PICTURE * 2
    assert image.pixelColor(2, 2) == QColor("white")
    assert organs.documents.mirrored


def test_a_drawing_keeps_its_words_and_its_title(organs):
    lay_out_for_picture(organs, Qt.LayoutDirection.LeftToRight)
    organs.show_report(REPORT, "clause")
    drawn = svg_of(organs, "Progress").decode("utf-8")
    assert "<title>Progress</title>" in drawn
    assert "General Assembly" in drawn
    assert f'viewBox="0 0 {PICTURE.width()} {PICTURE.height()}"' in drawn
