"""Which file to bring a vocabulary in from, and, of a table, what its columns hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.background.progress import run_with_progress
from gui.dialogs.vocabulary_columns import ColumnTable
from gui.i18n.error_messages import isolated, quoted, sentence
from gui.i18n.numbers import numbered
from gui.widgets.tab_order import InReadingOrder
from gui.widgets.wrapped_label import WrappedLabel
from model.errors import UserError
from model.formats import rdf_files
from model.formats.thesaurus_check import shortened
from model.formats.vocabulary_csv import SUFFIXES, Mapping, columns

_NAMED = 8  # of many columns that are left out


@dataclass(frozen=True, slots=True)
class VocabularyChoice:
    """What was chosen: the file, and what its columns hold where it is a table."""

    path: Path
    mapping: Mapping | None = None


class VocabularyImportDialog(InReadingOrder, QDialog):
    """A file can be dropped on it. ``ask_file`` opens a dialog, in whose place tests put another."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import a vocabulary"))
        self.setAcceptDrops(True)
        self._language = language
        self._refused = ""
        self.path = QLineEdit(self)
        self.path.setReadOnly(True)
        self.path.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        label = QLabel(self.tr("&File:"), self)
        self.choose_button = QPushButton(self.tr("C&hoose…"), self)
        self.choose_button.clicked.connect(self._choose)
        label.setBuddy(self.choose_button)
        formats = self.tr("Thesauri as SKOS ({skos}) and tables ({tables}).")
        explanation = WrappedLabel(
            formats.format(
                skos=isolated(_patterns(rdf_files.SUFFIXES)),
                tables=isolated(_patterns(SUFFIXES)),
            )
            + " "
            + self.tr(
                "Of a vocabulary that the project has, this is the newer edition: terms are the same where their URIs "
                "are, and stay assigned. Free terms that carry one of its labels become its terms. All of it is one "
                "step, which can be undone."
            ),
            self,
        )
        self.columns = ColumnTable(self)
        self.columns.changed.connect(self._see)
        self.left_out = WrappedLabel("", self)
        self.state = WrappedLabel("", self)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.button(standard.Ok).setText(self.tr("&Import"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        line = QHBoxLayout()
        for part in (label, self.path, self.choose_button):
            line.addWidget(part)
        column = QVBoxLayout(self)
        column.addLayout(line)
        column.addWidget(explanation)
        column.addWidget(self.columns, 1)
        column.addWidget(self.left_out)
        column.addWidget(self.state)
        column.addStretch(0)
        column.addWidget(self.buttons)
        self.columns.hide()
        self.resize(640, 200)
        self.choose_button.setFocus()
        self._see()

    # Asking

    def ask_file(self) -> Path | None:
        """The file, asked for."""
        kinds = self.tr("Thesauri and tables") + f" ({_patterns((*rdf_files.SUFFIXES, *SUFFIXES))})"
        found, _ = QFileDialog.getOpenFileName(self, self.windowTitle(), str(Path(self.path.text()).parent), kinds)
        return Path(found) if found else None

    def _choose(self) -> None:
        found = self.ask_file()
        if found is not None:
            self.take(found)

    # What is chosen

    def take(self, path: Path) -> None:
        """Choose a file; of a table its columns are shown, with what their headings suggest."""
        self.path.setText(str(path))
        self._refused = ""
        self.columns.clear()
        is_table = path.suffix.lower() in SUFFIXES
        if is_table:
            try:
                found = run_with_progress(self.tr("Reading…"), lambda _: columns(path), self, cancellable=False)
            except UserError as refusal:
                self._refused = sentence(refusal, self._language)
            else:
                self.columns.show_columns(found)
        shown = is_table and not self._refused
        self.columns.setVisible(shown)
        if shown:
            self.resize(max(self.width(), 820), max(self.height(), 480))
        self._see()
        if not self._refused:
            (self.columns if shown else self.buttons.button(QDialogButtonBox.StandardButton.Ok)).setFocus()

    def choice(self) -> VocabularyChoice:
        """What is chosen now."""
        mapping = self.columns.mapping() if self.columns.isVisibleTo(self) else None
        return VocabularyChoice(Path(self.path.text()), mapping)

    def _see(self) -> None:
        """Say what stands in the way, and which columns are left out."""
        words, left_out = self._refused, list[str]()
        if not words and self.columns.isVisibleTo(self):
            words = self.columns.problem()
            left_out = self.columns.left_out()
        self.left_out.setText(self._named(left_out))
        self.left_out.setVisible(bool(left_out))
        self.state.setText(words)
        self.state.setVisible(bool(words))
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.path.text()) and not words)

    def _named(self, left_out: Sequence[str]) -> str:
        names = [quoted(shortened(heading)) for heading in left_out[:_NAMED]]
        if len(left_out) > _NAMED:
            names.append("…")
        words = numbered(self.tr("%n column(s) left out: {columns}.", "", len(left_out)), len(left_out))
        return words.format(columns=self.tr(", ").join(names))

    # Qt's own

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        found = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if found:
            self.take(found[0])
        event.acceptProposedAction()


def _patterns(suffixes: Sequence[str]) -> str:
    return " ".join(f"*{suffix}" for suffix in suffixes)
