"""The two pages of plots: by organ, and by day. Each can be made anew in another size and on white, as a picture."""

from typing import cast

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.dialogs.progress_plots.charts import BarsByName, BarsByTime, LineOfTotals, Series
from gui.dialogs.progress_plots.figures import Measure, grouped_words, organ_name, periods, share, short_date
from model.annotation.progress_report import ProgressReport


class OrganPage(QWidget):
    """Documents by how far they are, and clauses by whether their documents are done: a bar for each organ."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.documents, self.clauses = BarsByName(self), BarsByName(self)
        column = QVBoxLayout(self)
        column.addWidget(self.documents, 1)
        column.addWidget(self.clauses, 1)

    def show_report(self, report: ProgressReport, task: str) -> None:
        """Show a task."""
        organs = report.organs
        names = [organ_name(organ.organ) for organ in organs]
        states = [organ.states[task] for organ in organs]
        self.documents.show_bars(
            self.tr("Documents"),
            names,
            [
                Series(self.tr("done"), "done", [each.done for each in states]),
                Series(self.tr("in progress"), "begun", [each.in_progress for each in states]),
                Series(self.tr("not begun"), "new", [each.new for each in states]),
            ],
            [share(each.done, organ.documents) for each, organ in zip(states, organs, strict=True)],
        )
        self.clauses.show_bars(
            self.tr("Clauses marked"),
            names,
            [
                Series(self.tr("in done documents"), "done", [organ.clauses_done for organ in organs]),
                Series(self.tr("in other documents"), "new", [organ.clauses - organ.clauses_done for organ in organs]),
            ],
            [share(organ.clauses_done, organ.clauses) for organ in organs],
        )


class DayPage(QWidget):
    """What was done day by day, and how much it has come to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.by_day, self.totals = BarsByTime(self), LineOfTotals(self)
        column = QVBoxLayout(self)
        column.addWidget(self.by_day, 3)
        column.addWidget(self.totals, 2)

    def show_report(self, report: ProgressReport, task: str, measure: Measure, annotator: str | None) -> None:
        """Show what one annotator, or all, did."""
        found = periods(report, measure, task, annotator)
        weeks = found.days > 1
        if measure == "clauses":
            heading = self.tr("Clauses marked each week") if weeks else self.tr("Clauses marked each day")
            total = self.tr("Clauses marked in all")
        else:
            heading = self.tr("Documents done each week") if weeks else self.tr("Documents done each day")
            total = self.tr("Documents done in all")
        if not any(found.counts):
            heading = self.tr("{what}: nothing yet.").format(what=heading)
        for chart, title, values in ((self.by_day, heading, found.counts), (self.totals, total, found.totals)):
            words = [
                f"{short_date(day, with_year=True)}: {grouped_words(value)}"
                for day, value in zip(found.first, values, strict=True)
            ]
            chart.show_periods(title, found, words)


PICTURE = QSize(1200, 800)
_SHARPNESS = 2  # pixels of a picture to one of the screen


def lay_out_for_picture(page: QWidget, direction: Qt.LayoutDirection) -> None:
    """Make a page that is not on the screen black on white, of the size of a picture."""
    palette = QPalette(page.palette())
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        palette.setColor(role, Qt.GlobalColor.white)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(role, Qt.GlobalColor.black)
    page.setPalette(palette)
    page.setAutoFillBackground(True)
    page.setLayoutDirection(direction)
    page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    page.resize(PICTURE)


def _settle(page: QWidget) -> None:
    """Have everything find its place: axes know theirs after they were painted once."""
    page.show()
    page.grab()


def picture_of(page: QWidget) -> QPixmap:
    """The page as sharp as print needs it."""
    _settle(page)
    pixmap = QPixmap(page.size() * _SHARPNESS)
    pixmap.setDevicePixelRatio(_SHARPNESS)
    painter = QPainter(pixmap)
    page.render(painter, QPoint())
    painter.end()
    return pixmap


def svg_of(page: QWidget, title: str) -> bytes:
    """The page as lines and letters that can be made larger."""
    from PySide6.QtSvg import QSvgGenerator

    _settle(page)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setTitle(title)
    generator.setResolution(page.logicalDpiX())  # else words are smaller than the room that they have
    generator.setSize(page.size())
    generator.setViewBox(page.rect())
    painter = QPainter(generator)
    page.render(painter, QPoint())
    painter.end()
    return cast(bytes, buffer.data().data())


def png_of(page: QWidget) -> bytes:
    """The page as pixels."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture_of(page).save(buffer, "PNG")
    return cast(bytes, buffer.data().data())
