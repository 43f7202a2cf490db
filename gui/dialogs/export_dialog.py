"""What to export, in which format, and where to."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
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

from gui.dialogs.error import say
from gui.refusals import directed, isolated, sentence
from gui.wrapped_label import WrappedLabel
from model.formats.catalogue import FORMATS, Format, format_of
from model.refusal import Refusal

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


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What was chosen."""

    format: str
    target: Path
    include_suggested: bool = False


class ExportDialog(QDialog):
    """Format, target, and whether proposals that nobody confirmed go along."""

    def __init__(self, folder: Path, stem: str, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(560)
        self._folder, self._stem, self._language = folder, stem, language
        self._confirmed: Path | None = None  # the dialog for files has asked already
        self.formats = QComboBox(self)
        for each in FORMATS:
            self.formats.addItem(
                QCoreApplication.translate("ExportDialog", str(NAMES.get(each.id, each.name))), each.id
            )
        self.purpose = WrappedLabel("", self)
        self.target = QLineEdit(self)
        self.target.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        browse = QPushButton(self.tr("&Browse…"), self)
        browse.clicked.connect(self._browse)
        self.suggested = QCheckBox(self.tr("With &proposals that nobody has confirmed"), self)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.button(standard.Ok).setText(self.tr("&Export"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        line = QHBoxLayout()
        line.addWidget(self.target, 1)
        line.addWidget(browse)
        form = QFormLayout()
        form.addRow(self.tr("&Format:"), self.formats)
        form.addRow("", self.purpose)
        to = QLabel(self.tr("&To:"), self)
        to.setBuddy(self.target)
        form.addRow(to, line)
        form.addRow("", self.suggested)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.formats.currentIndexChanged.connect(self._show_format)
        self.target.textChanged.connect(self._see)
        self._show_format()

    def ask_replace(self, target: Path) -> bool:
        """Whether a file that is there, or what is in a folder, may be written over."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.windowTitle())
        box.setText(directed(self.tr("{path} is there already. Write over it?").format(path=isolated(target))))
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
        box.setDefaultButton(QMessageBox.StandardButton.No)
        return box.exec() == QMessageBox.StandardButton.Yes

    def show_refusal(self, refusal: Refusal) -> None:
        """Say in a box why the target cannot be one."""
        say(self, self.windowTitle(), sentence(refusal, self._language))

    def accept(self) -> None:
        target = self.choice().target
        try:
            taken = target.exists() and not (target.is_dir() and not any(target.iterdir()))
        except OSError as error:
            refusal = Refusal("{path}: cannot be read ({reason}).", path=target, reason=error.strerror or error)
            self.show_refusal(refusal)
            return
        if not taken or target == self._confirmed or self.ask_replace(target):
            super().accept()

    def choice(self) -> ExportChoice:
        """What is chosen now."""
        suggested = self.suggested.isEnabled() and self.suggested.isChecked()
        return ExportChoice(self._format().id, Path(self.target.text().strip()), suggested)

    def _format(self) -> Format:
        return format_of(self.formats.currentData())

    def _show_format(self) -> None:
        chosen = self._format()
        self.purpose.setText(QCoreApplication.translate("ExportDialog", str(PURPOSES.get(chosen.id, ""))))
        self.target.setText(str(self._folder / (self._stem + (chosen.suffixes[0] if chosen.suffixes else ""))))
        self.suggested.setEnabled(not chosen.lossless)

    def _browse(self) -> None:
        chosen = self._format()
        title = self.tr("Export to")
        if not chosen.suffixes:
            found = QFileDialog.getExistingDirectory(self, title, str(self._folder))
        else:
            pattern = " ".join(f"*{suffix}" for suffix in chosen.suffixes)
            found = QFileDialog.getSaveFileName(self, title, self.target.text(), pattern)[0]
        if found:
            self._confirmed = Path(found) if chosen.suffixes else None
            self.target.setText(found)

    def _see(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.target.text().strip()))
