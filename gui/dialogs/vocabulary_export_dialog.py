"""Which vocabulary to write, in which notation, and where to."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from gui.dialogs.target_dialog import TargetDialog
from gui.i18n.error_messages import quoted
from gui.item_models.concept_places import vocabulary_name
from gui.widgets.wrapped_label import WrappedLabel
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


class VocabularyExportDialog(TargetDialog):
    """Thesauri are proposed before the project's own terms."""

    def __init__(
        self, vocabularies: Sequence[Vocabulary], folder: Path, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(QCoreApplication.translate("VocabularyExportDialog", "Export a vocabulary"), language, parent)
        self._folder = folder
        self.vocabularies = QComboBox(self)
        for each in sorted(vocabularies, key=lambda each: each.own):
            self.vocabularies.addItem(quoted(vocabulary_name(each, language)), each.id)
        self.notations = QComboBox(self)
        for suffix, name in NOTATIONS.items():
            self.notations.addItem(QCoreApplication.translate("VocabularyExportDialog", str(name)), suffix)
        explanation = WrappedLabel(
            self.tr(
                "All labels with their languages, notes, relations and notations, and what has become of each term."
            ),
            self,
        )
        self.form.addRow(self.tr("&Vocabulary:"), self.vocabularies)
        self.form.addRow(self.tr("&Format:"), self.notations)
        self.form.addRow("", explanation)
        self.add_target()
        self.vocabularies.currentIndexChanged.connect(self._propose)
        self.notations.currentIndexChanged.connect(self._propose)
        self.browse.clicked.connect(self._browse)
        self._propose()

    def chosen_target(self) -> Path:
        """A name without a suffix gets the one of the notation."""
        target = super().chosen_target()
        return target if target.suffix or not target.name else target.with_name(target.name + self._suffix())

    def choice(self) -> VocabularyExportChoice:
        """What is chosen now."""
        return VocabularyExportChoice(str(self.vocabularies.currentData()), self.chosen_target())

    def _suffix(self) -> str:
        return str(self.notations.currentData())

    def _propose(self) -> None:
        """A file beside the project, with the suffix of the notation; the name that a person gave stays."""
        suffix = self._suffix()
        typed = self.target.text().strip()
        target = Path(typed).with_suffix(suffix) if typed else self._folder / f"vocabulary{suffix}"
        self.target.setText(str(target))

    def _browse(self) -> None:
        pattern = f"{self.notations.currentText()} (*{self._suffix()})"
        found = QFileDialog.getSaveFileName(self, self.tr("Export to"), self.target.text(), pattern)[0]
        self._take_target(found, confirmed=True)
