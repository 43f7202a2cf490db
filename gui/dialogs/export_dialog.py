"""What to export, in which format, and where to."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QWidget

from gui.dialogs.target_dialog import TargetDialog
from gui.widgets.wrapped_label import WrappedLabel
from model.formats.export_formats import FORMATS, Format, format_of

# The formats' names, as the catalogue has them, and what each is for.
NAMES = {
    "project-json": QT_TRANSLATE_NOOP("ExportDialog", "Project JSON"),
    "dataset-jsonl": QT_TRANSLATE_NOOP("ExportDialog", "Dataset JSONL"),
    "resolution-text": QT_TRANSLATE_NOOP("ExportDialog", "Resolution text"),
}
PURPOSES = {
    "project-json": QT_TRANSLATE_NOOP(
        "ExportDialog", "Everything that is in the project but its history. Can be imported again without loss."
    ),
    "dataset-jsonl": QT_TRANSLATE_NOOP(
        "ExportDialog", "One document a line with text, clauses and descriptors, for training and measuring."
    ),
    "resolution-text": QT_TRANSLATE_NOOP(
        "ExportDialog", "A folder with one text file a document, its descriptors in the first line."
    ),
}
# What each format holds of what is proposed; nothing of that is left out of a format that has no words here.
PROPOSED = {
    "dataset-jsonl": QT_TRANSLATE_NOOP(
        "ExportDialog",
        "Those that are stored, and the clauses that are proposed for documents whose clauses are not done. They are "
        "found for the export, which takes longer, and are not stored in the project.",
    ),
    "resolution-text": QT_TRANSLATE_NOOP("ExportDialog", "Descriptors that are stored as proposals."),
}


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What was chosen."""

    format: str
    target: Path
    include_suggested: bool = False


class ExportDialog(TargetDialog):
    """Format, target, and whether proposals that nobody confirmed go along."""

    def __init__(self, folder: Path, stem: str, language: str, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("ExportDialog", "Export"), language, parent)
        self._folder, self._stem = folder, stem
        self.formats = QComboBox(self)
        for each in FORMATS:
            self.formats.addItem(
                QCoreApplication.translate("ExportDialog", str(NAMES.get(each.id, each.name))), each.id
            )
        self.purpose = WrappedLabel("", self)
        self.suggested = QCheckBox(self.tr("With &proposals that nobody has confirmed"), self)
        self.form.addRow(self.tr("&Format:"), self.formats)
        self.form.addRow("", self.purpose)
        self.add_target()
        self.form.addRow("", self.suggested)
        self.proposed = WrappedLabel("", self)
        self.form.addRow("", self.proposed)
        self.formats.currentIndexChanged.connect(self._show_format)
        self.browse.clicked.connect(self._browse)
        self._show_format()

    def writes_folder(self) -> bool:
        return not self._format().suffixes

    def choice(self) -> ExportChoice:
        """What is chosen now."""
        suggested = self.suggested.isEnabled() and self.suggested.isChecked()
        return ExportChoice(self._format().id, self.chosen_target(), suggested)

    def _format(self) -> Format:
        return format_of(self.formats.currentData())

    def _show_format(self) -> None:
        chosen = self._format()
        self.purpose.setText(QCoreApplication.translate("ExportDialog", str(PURPOSES.get(chosen.id, ""))))
        self.target.setText(str(self._folder / (self._stem + (chosen.suffixes[0] if chosen.suffixes else ""))))
        self.suggested.setEnabled(not chosen.lossless)
        self.proposed.setText(QCoreApplication.translate("ExportDialog", str(PROPOSED.get(chosen.id, ""))))

    def _browse(self) -> None:
        chosen = self._format()
        title = self.tr("Export to")
        if not chosen.suffixes:
            found = QFileDialog.getExistingDirectory(self, title, str(self._folder))
        else:
            pattern = " ".join(f"*{suffix}" for suffix in chosen.suffixes)
            kind = f"{self.formats.currentText()} ({pattern})"
            found = QFileDialog.getSaveFileName(self, title, self.target.text(), kind)[0]
        self._take_target(found, confirmed=bool(chosen.suffixes))
