"""Which vocabulary to write, in which notation, and where to."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.item_models.concept_places import vocabulary_name
from gui.refusals import directed, isolated, quoted
from gui.wrapped_label import WrappedLabel
from model.vocabulary.concepts import Vocabulary

# The notations by the suffixes of their files.
NOTATIONS = {
    ".ttl": QT_TRANSLATE_NOOP("VocabularyExportDialog", "SKOS in Turtle"),
    ".rdf": QT_TRANSLATE_NOOP("VocabularyExportDialog", "SKOS in RDF/XML"),
    ".jsonld": QT_TRANSLATE_NOOP("VocabularyExportDialog", "SKOS in JSON-LD"),
    ".nt": QT_TRANSLATE_NOOP("VocabularyExportDialog", "SKOS in N-Triples"),
    ".csv": QT_TRANSLATE_NOOP("VocabularyExportDialog", "Table (CSV)"),
}


@dataclass(frozen=True, slots=True)
class VocabularyExportChoice:
    """What was chosen: the id of a vocabulary, and the file, whose suffix says the notation."""

    vocabulary: str
    target: Path


class VocabularyExportDialog(QDialog):
    """Thesauri are proposed before the project's own terms."""

    def __init__(
        self, vocabularies: Sequence[Vocabulary], folder: Path, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export a vocabulary"))
        self.setMinimumWidth(560)
        self._folder = folder
        self._confirmed: Path | None = None  # the dialog for files has asked already
        self.vocabularies = QComboBox(self)
        for each in sorted(vocabularies, key=lambda each: each.own):
            self.vocabularies.addItem(quoted(vocabulary_name(each, language)), each.id)
        self.notations = QComboBox(self)
        for suffix, name in NOTATIONS.items():
            self.notations.addItem(QCoreApplication.translate("VocabularyExportDialog", str(name)), suffix)
        self.target = QLineEdit(self)
        self.target.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        browse = QPushButton(self.tr("&Browse…"), self)
        browse.clicked.connect(self._browse)
        explanation = WrappedLabel(
            self.tr(
                "All labels with their languages, notes, relations and notations, and what has become of each term."
            ),
            self,
        )
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.button(standard.Ok).setText(self.tr("&Export"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        line = QHBoxLayout()
        line.addWidget(self.target, 1)
        line.addWidget(browse)
        form = QFormLayout()
        form.addRow(self.tr("&Vocabulary:"), self.vocabularies)
        form.addRow(self.tr("&Format:"), self.notations)
        form.addRow("", explanation)
        to = QLabel(self.tr("&To:"), self)
        to.setBuddy(self.target)
        form.addRow(to, line)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.vocabularies.currentIndexChanged.connect(self._propose)
        self.notations.currentIndexChanged.connect(self._propose)
        self.target.textChanged.connect(self._see)
        self._propose()

    def ask_replace(self, target: Path) -> bool:
        """Whether a file that is there may be written over."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.windowTitle())
        box.setText(directed(self.tr("{path} is there already. Write over it?").format(path=isolated(target))))
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
        box.setDefaultButton(QMessageBox.StandardButton.No)
        return box.exec() == QMessageBox.StandardButton.Yes

    def accept(self) -> None:
        target = self.choice().target
        if not target.exists() or target == self._confirmed or self.ask_replace(target):
            super().accept()

    def choice(self) -> VocabularyExportChoice:
        """What is chosen now. A name without a suffix gets the one of the notation."""
        target = Path(self.target.text().strip())
        suffix = str(self.notations.currentData())
        target = target if target.suffix else target.with_name(target.name + suffix)
        return VocabularyExportChoice(str(self.vocabularies.currentData()), target)

    def _propose(self) -> None:
        """A file beside the project, with the suffix of the notation; the name that a person gave stays."""
        suffix = str(self.notations.currentData())
        typed = self.target.text().strip()
        target = Path(typed).with_suffix(suffix) if typed else self._folder / f"vocabulary{suffix}"
        self.target.setText(str(target))

    def _browse(self) -> None:
        pattern = f"*{self.notations.currentData()}"
        found = QFileDialog.getSaveFileName(self, self.tr("Export to"), self.target.text(), pattern)[0]
        if found:
            self._confirmed = Path(found)
            self.target.setText(found)

    def _see(self) -> None:
        name = Path(self.target.text().strip()).name
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(name))
