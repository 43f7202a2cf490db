"""How far the project is, in numbers and plots: by organ and by day. Stays open beside the window and keeps up with it.

The numbers are read in a worker of its own; what draws is imported when the dialog is made.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui.background.latest_job import LatestJob
from gui.dialogs.error import say
from gui.dialogs.progress_plots.figures import day_table, organ_table, percent, short_date, table_bytes, task_name
from gui.dialogs.progress_plots.pages import DayPage, OrganPage, lay_out_for_picture, png_of, svg_of
from gui.i18n.error_messages import directed, isolated, sentence
from gui.i18n.numbers import grouped
from gui.session.session import Session
from gui.widgets.tab_order import InReadingOrder
from gui.widgets.wrapped_label import WrappedLabel
from model.annotation.progress_report import ProgressReport
from model.errors import UserError
from model.formats.atomic import replacing
from model.progress import ProgressCallback
from model.project import Changes

READ_AFTER = 400  # ms after something changed: several changes are read once
_KINDS = frozenset({"document", "progress", "span", "layer", "label", "project"})
_PICTURES = (".png", ".svg")


class ProgressPlots(InReadingOrder, QDialog):
    """``show()`` it; it is gone when it is closed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self.report: ProgressReport | None = None
        self._job = LatestJob(self)
        self._again = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(READ_AFTER)
        self._later.timeout.connect(self.refresh)
        self._task_caption, self._who_caption, self._what_caption = QLabel(self), QLabel(self), QLabel(self)
        self.tasks, self.annotators, self.measures = QComboBox(self), QComboBox(self), QComboBox(self)
        for caption, choice in (
            (self._task_caption, self.tasks),
            (self._who_caption, self.annotators),
            (self._what_caption, self.measures),
        ):
            caption.setBuddy(choice)
            choice.currentIndexChanged.connect(self._draw)
        self.figures = Figures(self)
        self.organ_page, self.day_page = OrganPage(self), DayPage(self)
        self.tabs = QTabWidget(self)
        self.nothing = WrappedLabel("", self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pages = QStackedWidget(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.save_picture, self.save_numbers = QPushButton(self), QPushButton(self)
        self._lay_out()
        self.save_picture.clicked.connect(self.export_picture)
        self.save_numbers.clicked.connect(self.export_numbers)
        self.buttons.rejected.connect(self.close)
        session.changes.connect(self._follow)
        session.project_changed.connect(self.refresh)
        session.language_changed.connect(self._speak)
        self._retranslate()
        self.resize(900, 720)
        self.refresh()

    def _lay_out(self) -> None:
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self._task_caption)
        row.addWidget(self.tasks)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.figures)
        days = QWidget(self.tabs)
        day_column = QVBoxLayout(days)
        choices = QHBoxLayout()
        for each in (self._what_caption, self.measures, self._who_caption, self.annotators):
            choices.addWidget(each)
        choices.addStretch(1)
        day_column.addLayout(choices)
        day_column.addWidget(self.day_page, 1)
        self._days = days
        self.tabs.addTab(self.organ_page, "")
        self.tabs.addTab(days, "")
        column.addWidget(self.tabs, 1)
        self.pages.addWidget(self.nothing)
        self.pages.addWidget(whole)
        self.buttons.addButton(self.save_picture, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.addButton(self.save_numbers, QDialogButtonBox.ButtonRole.ActionRole)
        for button in (self.save_picture, self.save_numbers):
            button.setAutoDefault(False)
        outer = QVBoxLayout(self)
        outer.addWidget(self.pages, 1)
        outer.addWidget(self.buttons)

    # Asking

    def ask_target(self, title: str, name: str, suffixes: tuple[str, ...]) -> Path | None:
        """Where a file is to be; its suffix is one of those."""
        project = self._session.project
        folder = Path() if project is None else project.path.resolve().parent
        files = self.tr("{format} files")
        patterns = ";;".join(files.format(format=isolated(suffix[1:].upper())) + f" (*{suffix})" for suffix in suffixes)
        found, chosen = QFileDialog.getSaveFileName(self, title, str(folder / (name + suffixes[0])), patterns)
        if not found:
            return None
        path = Path(found)
        if path.suffix.lower() in suffixes:
            return path
        return path.with_name(path.name + next(suffix for suffix in suffixes if f"*{suffix}" in (chosen or patterns)))

    def show_error(self, title: str, refusal: UserError) -> None:
        """Say in a box what was refused."""
        say(self, title, sentence(refusal, self._session.language))

    # Reading

    @property
    def is_reading(self) -> bool:
        """Whether the numbers are being read."""
        return self._job.is_running

    def refresh(self) -> None:
        """Read the numbers anew and show them; where they are being read, once more after that."""
        self._later.stop()
        project = self._session.project
        if self.is_reading:
            self._again = True
            return
        if project is None:
            self._take(None)
            return

        def read(_: ProgressCallback) -> ProgressReport:
            with project.open_again(None) as own:
                return own.progress_report()

        self._job.start(read, self._take, self._failed)

    def _follow(self, changes: Changes) -> None:
        if changes.rows.keys() & _KINDS:
            self._later.start()

    def _failed(self, error: Exception) -> None:
        self._take(None)
        if isinstance(error, UserError):
            self.nothing.setText(directed(sentence(error, self._session.language)))

    def done(self, result: int) -> None:
        self._later.stop()
        self._job.cancel()
        for signal, slot in (
            (self._session.changes, self._follow),
            (self._session.project_changed, self.refresh),
            (self._session.language_changed, self._speak),
        ):
            signal.disconnect(slot)
        super().done(result)

    # Showing

    def _take(self, report: ProgressReport | None) -> None:
        self.report = report
        self._fill_choices()
        self._draw()
        if self._again:
            self._again = False
            self.refresh()

    def _fill_choices(self) -> None:
        project, report = self._session.project, self.report
        if project is None or report is None:
            return
        scheme, language = project.scheme, self._session.language
        working = sorted({each.annotator for each in report.days}, key=lambda who: report.annotators.get(who, ""))
        _refill(self.tasks, [(task_name(task, scheme, language), task) for task in report.tasks])
        people = [(f"\u2068{report.annotators.get(who, '')}\u2069", who) for who in working]
        _refill(self.annotators, [(self.tr("All annotators"), None), *people])
        measures = [(self.tr("documents done"), "documents"), (self.tr("clauses marked"), "clauses")]
        _refill(self.measures, measures)

    def _draw(self) -> None:
        report, task = self.report, self.tasks.currentData()
        something = report is not None and report.documents > 0 and task in report.tasks
        self.pages.setCurrentIndex(1 if something else 0)
        self.save_picture.setEnabled(something)
        self.save_numbers.setEnabled(something)
        if report is None or not something:
            self.nothing.setText(self._empty_words())
            return
        states = report.states(task)
        self.figures.tell(
            [
                (self.tr("Documents done"), states.done, percent(states.done, report.documents)),
                (self.tr("In progress"), states.in_progress, percent(states.in_progress, report.documents)),
                (self.tr("Not begun"), states.new, percent(states.new, report.documents)),
                (self.tr("All documents"), report.documents, ""),
                (self.tr("Clauses marked"), report.clauses, ""),
                (
                    self.tr("Clauses in done documents"),
                    report.clauses_done,
                    percent(report.clauses_done, report.clauses),
                ),
            ]
        )
        self.organ_page.show_report(report, task)
        self.day_page.show_report(report, task, self.measures.currentData(), self.annotators.currentData())

    def _empty_words(self) -> str:
        if self._session.project is None:
            return directed(self.tr("No project is open."))
        if self.report is None:
            return directed(self.tr("Counting…"))
        return directed(self.tr("There are no documents in this project yet, so there is nothing to count."))

    def _speak(self, _: str) -> None:
        self._retranslate()
        self._fill_choices()
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LayoutDirectionChange):
            self._draw()
        elif event.type() == QEvent.Type.LanguageChange:
            self._speak("")

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Progress"))
        self._task_caption.setText(self.tr("&Task:"))
        self._what_caption.setText(self.tr("&Show:"))
        self._who_caption.setText(self.tr("&By:"))
        self.tabs.setTabText(0, self.tr("By &organ"))
        self.tabs.setTabText(1, self.tr("By &day"))
        self.save_picture.setText(self.tr("Save &picture…"))
        self.save_numbers.setText(self.tr("Save &numbers…"))
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))

    # Files

    def export_picture(self) -> None:
        """Write the plots of the open tab as a picture."""
        target = self.ask_target(self.tr("Save picture"), self._name(), _PICTURES)
        if target is None or self.report is None:
            return
        page = self._page_for_picture(self.report)
        try:
            data = svg_of(page, self.windowTitle()) if target.suffix.lower() == ".svg" else png_of(page)
        finally:
            page.close()
            page.deleteLater()
        self._write(self.tr("Save picture"), target, data)

    def export_numbers(self) -> None:
        """Write the numbers of the open tab as CSV."""
        target = self.ask_target(self.tr("Save numbers"), self._name(), (".csv",))
        report = self.report
        if target is None or report is None:
            return
        by_day = self.tabs.currentWidget() is self._days
        data = table_bytes(day_table(report) if by_day else organ_table(report, self.tasks.currentData()))
        self._write(self.tr("Save numbers"), target, data)

    def _page_for_picture(self, report: ProgressReport) -> QWidget:
        task = self.tasks.currentData()
        if self.tabs.currentWidget() is self._days:
            page = DayPage()
            lay_out_for_picture(page, self.layoutDirection())
            page.show_report(report, task, self.measures.currentData(), self.annotators.currentData())
        else:
            page = OrganPage()
            lay_out_for_picture(page, self.layoutDirection())
            page.show_report(report, task)
        column = cast(QVBoxLayout, page.layout())
        column.insertWidget(0, QLabel(self._picture_title(), page))
        return page

    def _picture_title(self) -> str:
        """Of what the plots are, by whom, and when: a picture goes where the window is not."""
        project = self._session.project
        name = "" if project is None else project.path.stem
        parts = [f"\u2068{name}\u2069", self.tasks.currentText()]
        if self.tabs.currentWidget() is self._days:
            parts.append(self.annotators.currentText())
        return directed(" · ".join([*parts, short_date(date.today(), with_year=True)]))

    def _name(self) -> str:
        return "progress-by-day" if self.tabs.currentWidget() is self._days else "progress-by-organ"

    def _write(self, title: str, target: Path, data: bytes) -> None:
        try:
            with replacing(target) as file:
                file.write(data)
        except UserError as refusal:
            self.show_error(title, refusal)
            return
        self._session.message.emit(self.tr("Saved as {path}.").format(path=isolated(target)))


class Figures(QWidget):
    """Numbers beside one another, each below what it counts, with its percentage."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.labels: list[tuple[QLabel, QLabel]] = []

    def tell(self, figures: list[tuple[str, int, str]]) -> None:
        """Show a caption, a number and a percentage (or nothing) each."""
        while len(self.labels) < len(figures):
            caption, number = QLabel(self), QLabel(self)
            font = number.font()
            font.setBold(True)
            font.setPointSizeF(font.pointSizeF() * 1.25)
            number.setFont(font)
            number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column = len(self.labels)
            self._grid.addWidget(caption, 0, column)
            self._grid.addWidget(number, 1, column)
            self.labels.append((caption, number))
        for (caption, number), (name, count, part) in zip(self.labels, figures, strict=True):
            caption.setText(name)
            words = isolated(grouped(count)) + (f" · {isolated(part)}" if part else "")
            number.setText(directed(words))
            number.setAccessibleName(name)


def _refill(choice: QComboBox, entries: Sequence[tuple[str, object]]) -> None:
    """Put other entries into a choice; what was chosen stays chosen where it is among them."""
    chosen = choice.currentData()
    choice.blockSignals(True)
    choice.clear()
    for text, data in entries:
        choice.addItem(text, data)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))
    choice.blockSignals(False)
