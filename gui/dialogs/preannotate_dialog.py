"""For which documents proposals are to be stored, and whether references are among them."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from gui.i18n.numbers import numbered
from gui.widgets.tab_order import InReadingOrder
from gui.widgets.wrapped_label import WrappedLabel

Which = Literal["shown", "selected", "listed", "all"]


@dataclass(frozen=True, slots=True)
class PreannotateChoice:
    """What was chosen."""

    which: Which = "all"
    references: bool = False


@dataclass(frozen=True, slots=True)
class DocumentCounts:
    """How many documents are shown (0 or 1), selected in the list, listed there, and in the project."""

    shown: int
    selected: int
    listed: int
    every: int


class PreannotateDialog(InReadingOrder, QDialog):
    """``before`` is what was chosen last time; ``with_references`` says whether the scheme has them at all."""

    def __init__(
        self,
        counts: DocumentCounts,
        before: PreannotateChoice,
        parent: QWidget | None = None,
        *,
        with_references: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Propose clauses"))
        self.setMinimumWidth(460)
        self.which = QComboBox(self)
        for which, words in self._sets(counts):
            self.which.addItem(words, which)
        wanted = self.which.findData("selected") if counts.selected > 1 else self.which.findData(before.which)
        self.which.setCurrentIndex(wanted if wanted >= 0 else self.which.count() - 1)
        self.references = QCheckBox(
            self.tr("With &references (cited resolutions, symbols, dates, footnote marks)"), self
        )
        self.references.setChecked(with_references and before.references)
        self.references.setVisible(with_references)
        self.explanation = WrappedLabel(
            self.tr(
                "The proposals are stored in the project, for everyone to confirm or reject. What a person has marked, "
                "confirmed or rejected stays as it is, and documents whose clauses are done are left alone. Proposals "
                "that nobody has touched yet are made anew. All of it is one step, which can be undone."
            ),
            self,
        )
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.button(standard.Ok).setText(self.tr("&Propose"))
        self.buttons.button(standard.Ok).setEnabled(bool(counts.every))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("&Documents:"), self.which)
        form.addRow("", self.references)
        column = QVBoxLayout(self)
        column.addWidget(self.explanation)
        column.addSpacing(6)
        column.addLayout(form)
        column.addStretch(1)
        column.addSpacing(6)
        column.addWidget(self.buttons)
        self.which.setFocus()

    def _sets(self, counts: DocumentCounts) -> list[tuple[Which, str]]:
        """What can be chosen: each set once, the smallest first."""
        found: list[tuple[Which, str]] = []
        if counts.shown:
            found.append(("shown", self.tr("The document shown")))
        if counts.selected > 1:
            words = self.tr("%n selected document(s)", "", counts.selected)
            found.append(("selected", numbered(words, counts.selected)))
        if 1 < counts.listed < counts.every:
            words = self.tr("%n document(s) that the list shows", "", counts.listed)
            found.append(("listed", numbered(words, counts.listed)))
        if counts.every > 1 or not found:
            found.append(("all", numbered(self.tr("All %n document(s)", "", counts.every), counts.every)))
        return found

    def choice(self) -> PreannotateChoice:
        """What is chosen now."""
        return PreannotateChoice(self.which.currentData(), self.references.isChecked())
