"""What to import, and afterwards what became of it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.item_models.numbers import numbered
from gui.panels.wrapped_label import WrappedLabel
from gui.refusals import isolated, sentence
from model.annotation.layers import Scheme
from model.formats.report import ImportReport, Outcome


@dataclass(frozen=True, slots=True)
class ImportChoice:
    """What was chosen: files and folders, whether to number names that are taken, a folder of clause files or None."""

    sources: tuple[Path, ...]
    rename: bool = False
    clauses: Path | None = None


class ImportDialog(QDialog):
    """A list of files and folders to read, and how."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        self.resize(640, 420)
        words = WrappedLabel(
            self.tr(
                "Resolution texts ({text}, the first line {header}), folders of them with all folders inside, "
                "and project JSON ({json})."
            ).format(text=isolated("*.txt"), header=isolated("%%%TERM|TERM|"), json=isolated("*.json")),
            self,
        )
        self.list = QListWidget(self)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(self.tr("Files and folders to import"))
        self.list.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        files = QPushButton(self.tr("Add &files…"), self)
        folder = QPushButton(self.tr("Add a f&older…"), self)
        remove = QPushButton(self.tr("&Remove from the list"), self)
        files.clicked.connect(self._add_files)
        folder.clicked.connect(self._add_folder)
        remove.clicked.connect(self._remove)
        self.rename = QCheckBox(
            self.tr("&Number a document whose name another one has (otherwise it is refused)"), self
        )
        self.clauses = QLineEdit(self)
        self.clauses.setReadOnly(True)
        self.clauses.setPlaceholderText(self.tr("none"))
        clauses_label = QLabel(self.tr("&Clauses from a folder of JSON files:"), self)
        clauses_label.setBuddy(self.clauses)
        choose = QPushButton(self.tr("C&hoose…"), self)
        choose.clicked.connect(self._choose_clauses)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.button(standard.Ok).setText(self.tr("&Import"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

        beside = QVBoxLayout()
        for button in (files, folder, remove):
            beside.addWidget(button)
        beside.addStretch(1)
        middle = QHBoxLayout()
        middle.addWidget(self.list, 1)
        middle.addLayout(beside)
        below = QHBoxLayout()
        for part in (clauses_label, self.clauses, choose):
            below.addWidget(part)
        column = QVBoxLayout(self)
        column.addWidget(words)
        column.addLayout(middle, 1)
        column.addWidget(self.rename)
        column.addLayout(below)
        column.addWidget(self.buttons)
        self._see()

    def add(self, paths: list[str]) -> None:
        """Put paths on the list that are not there yet."""
        present = {self.list.item(row).text() for row in range(self.list.count())}
        self.list.addItems([path for path in dict.fromkeys(paths) if path and path not in present])
        self._see()

    def choice(self) -> ImportChoice:
        """What is chosen now."""
        sources = tuple(Path(self.list.item(row).text()) for row in range(self.list.count()))
        clauses = self.clauses.text()
        return ImportChoice(sources, self.rename.isChecked(), Path(clauses) if clauses else None)

    def _see(self) -> None:
        something = self.list.count() > 0 or bool(self.clauses.text())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(something)

    def _add_files(self) -> None:
        kinds = self.tr("Resolution texts and project JSON (*.txt *.json);;All files (*)")
        self.add(QFileDialog.getOpenFileNames(self, self.tr("Files to import"), "", kinds)[0])

    def _add_folder(self) -> None:
        self.add([QFileDialog.getExistingDirectory(self, self.tr("Folder to import"))])

    def _choose_clauses(self) -> None:
        self.clauses.setText(QFileDialog.getExistingDirectory(self, self.tr("Folder of clause files")))
        self._see()

    def _remove(self) -> None:
        for item in self.list.selectedItems():
            self.list.takeItem(self.list.row(item))
        self._see()


class ReportDialog(QDialog):
    """What an import did: how many documents came in, and each file there is something to say about."""

    def __init__(
        self, report: ImportReport, language: str, scheme: Scheme | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        self.resize(760, 420)
        outcomes: dict[Outcome, str] = {
            "already": self.tr("there already"),
            "double": self.tr("imported; the same text as another"),
            "refused": self.tr("refused"),
            "note": self.tr("imported, with a remark"),
        }
        lines = [line for line in report.lines if line.outcome != "imported" or line.message is not None]
        lines.sort(key=lambda line: line.outcome != "refused")
        sums = [numbered(self.tr("%n document(s) imported.", "", report.documents), report.documents)]
        with_clauses = report.clause_documents
        if with_clauses:
            sums.append(numbered(self.tr("%n document(s) got their clauses.", "", with_clauses), with_clauses))
        already, refused = len(report.of("already")), len(report.of("refused"))
        if already:
            sums.append(numbered(self.tr("%n file(s) were there already.", "", already), already))
        if refused:
            sums.append(numbered(self.tr("%n file(s) refused.", "", refused), refused))
        self.summary = WrappedLabel(" ".join(sums), self)
        self.table = QTableWidget(len(lines), 3, self)
        self.table.setHorizontalHeaderLabels([self.tr("File"), self.tr("Result"), self.tr("Reason")])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        self.table.verticalHeader().setDefaultSectionSize(self.table.fontMetrics().height() + 8)
        for row, line in enumerate(lines):
            reason = "" if line.message is None else sentence(line.message, language, scheme)
            for column, text in enumerate((isolated(line.path.name), outcomes.get(line.outcome, ""), reason)):
                item = QTableWidgetItem(text)
                self.table.setItem(row, column, item)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMaximumSectionSize(320)
        header.setStretchLastSection(True)
        self.table.setVisible(bool(lines))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok, self)
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        if not lines:
            column.addStretch(1)
            self.resize(420, 140)
        column.addWidget(buttons)
