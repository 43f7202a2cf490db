"""What is printed, or goes into a PDF: which documents, with their marks and descriptors or without, on which paper."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.i18n.error_messages import isolated
from gui.i18n.numbers import numbered
from gui.printing.sheet import PAPERS, Paper
from gui.widgets.tab_order import InReadingOrder

Which = Literal["shown", "selected", "all"]


@dataclass(frozen=True, slots=True)
class PrintChoice:
    """What was chosen; ``paper`` counts for PDF alone, a printer has its own."""

    which: Which = "shown"
    marks: bool = True
    descriptors: bool = True
    paper: Paper = "A4"


class PrintDialog(InReadingOrder, QDialog):
    """``counts`` are how many documents are shown (0 or 1), selected, and there.

    With ``page_setup`` it is for a printer, and has a button that calls this; without it is for PDF.
    """

    def __init__(
        self,
        counts: tuple[int, int, int],
        before: PrintChoice,
        page_setup: Callable[[], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print") if page_setup is not None else self.tr("Export as PDF"))
        self.setMinimumWidth(420)
        shown, selected, every = counts
        self.which = QComboBox(self)
        if shown:
            self.which.addItem(self.tr("The document shown"), "shown")
        if selected > 1:
            self.which.addItem(numbered(self.tr("%n selected document(s)", "", selected), selected), "selected")
        if every > 1 or not shown:
            self.which.addItem(numbered(self.tr("All %n document(s)", "", every), every), "all")
        self.which.setCurrentIndex(max(0, self.which.findData(before.which)))
        self.marks = QCheckBox(self.tr("With &marks, their margin and their colours"), self)
        self.marks.setChecked(before.marks)
        self.descriptors = QCheckBox(self.tr("With &descriptors and their evidence"), self)
        self.descriptors.setChecked(before.descriptors)
        self.paper = QComboBox(self)
        for paper in PAPERS:
            self.paper.addItem(isolated(paper), paper)
        self.paper.setCurrentIndex(self.paper.findData(before.paper))
        form = QFormLayout()
        form.addRow(self.tr("D&ocuments:"), self.which)
        if page_setup is None:
            form.addRow(self.tr("&Paper:"), self.paper)
        else:
            self.paper.hide()
        form.addRow("", self.marks)
        form.addRow("", self.descriptors)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.button(standard.Ok).setText(
            self.tr("&Print…") if page_setup is not None else self.tr("&Save as PDF…")
        )
        if page_setup is not None:
            setup = QPushButton(self.tr("Page set&up…"), self)
            setup.clicked.connect(page_setup)
            self.buttons.addButton(setup, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(self.buttons)

    def choice(self) -> PrintChoice:
        """What is chosen now."""
        return PrintChoice(
            self.which.currentData(), self.marks.isChecked(), self.descriptors.isChecked(), self.paper.currentData()
        )
