"""What to import, as what, and what was recognised in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.import_preview import ImportPreview
from gui.dialogs.import_report import ReportDialog as ReportDialog
from gui.i18n.error_messages import isolated
from gui.widgets.tab_order import InReadingOrder
from gui.widgets.wrapped_label import WrappedLabel
from model.annotation.layers import Scheme
from model.formats.input_formats import RESOLUTION, kind_of

# The kinds' names, and what is read as one of them. ``RESOLUTION`` is what comes in without any being named.
NAMES = {
    RESOLUTION: QT_TRANSLATE_NOOP("ImportDialog", "Resolution texts and project JSON"),
    "plain-text": QT_TRANSLATE_NOOP("ImportDialog", "Plain text"),
    "docx": QT_TRANSLATE_NOOP("ImportDialog", "Word files"),
    "akoma-ntoso": QT_TRANSLATE_NOOP("ImportDialog", "Akoma Ntoso of the United Nations"),
}
PURPOSES = {
    RESOLUTION: QT_TRANSLATE_NOOP(
        "ImportDialog",
        "Resolution texts ({text}, the first line {header}), folders of them with all folders inside, "
        "and project JSON ({json}).",
    ),
    "plain-text": QT_TRANSLATE_NOOP(
        "ImportDialog", "Texts without a first line of descriptors ({text}): all of a file is the text, as it stands."
    ),
    "docx": QT_TRANSLATE_NOOP(
        "ImportDialog", "Word files ({word}): paragraphs and tables joined to one line, without footnotes and pictures."
    ),
    "akoma-ntoso": QT_TRANSLATE_NOOP(
        "ImportDialog",
        "Resolutions as XML ({xml}): text, clauses with their leads, and the descriptors of the library.",
    ),
}
_FILTERS = {
    RESOLUTION: QT_TRANSLATE_NOOP("ImportDialog", "Resolution texts and project JSON (*.txt *.json);;All files (*)"),
    "plain-text": QT_TRANSLATE_NOOP("ImportDialog", "Texts (*.txt);;All files (*)"),
    "docx": QT_TRANSLATE_NOOP("ImportDialog", "Word files (*.docx);;All files (*)"),
    "akoma-ntoso": QT_TRANSLATE_NOOP("ImportDialog", "XML files (*.xml);;All files (*)"),
}
_SOURCES_HEIGHT = 60  # three paths


@dataclass(frozen=True, slots=True)
class ImportChoice:
    """What was chosen: files and folders, whether to number names that are taken, a folder of clause files or None, and
    the id of the kind that the files are of (None: resolution texts and project JSON)."""

    sources: tuple[Path, ...]
    rename: bool = False
    clauses: Path | None = None
    kind: str | None = None


class ImportDialog(InReadingOrder, QDialog):
    """A list of files and folders to read, as what, and what is recognised in them. Opens with ``sources`` on the list;
    files that are dropped on it are added."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        language: str = "en",
        scheme: Scheme | None = None,
        sources: Sequence[Path] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        self.resize(860, 580)
        self.setAcceptDrops(True)
        self._suggestion = ""
        self.kinds = QComboBox(self)
        for kind_id, name in NAMES.items():
            self.kinds.addItem(QCoreApplication.translate("ImportDialog", str(name)), kind_id)
        kinds_label = QLabel(self.tr("&Kind of files:"), self)
        kinds_label.setBuddy(self.kinds)
        self.purpose = WrappedLabel("", self)
        self.list = QListWidget(self)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(self.tr("Files and folders to import"))
        self.list.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.list.setFixedHeight(_SOURCES_HEIGHT)
        self.list.setTabKeyNavigation(False)
        files = QPushButton(self.tr("Add &files…"), self)
        folder = QPushButton(self.tr("Add a f&older…"), self)
        remove = QPushButton(self.tr("&Remove from the list"), self)
        files.clicked.connect(self._add_files)
        folder.clicked.connect(self._add_folder)
        remove.clicked.connect(self._remove)
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list, self._remove, context=Qt.ShortcutContext.WidgetShortcut)
        self.suggestion = WrappedLabel("", self)
        self.use_suggestion = QPushButton(self.tr("Read them &so"), self)
        self.use_suggestion.clicked.connect(self._use_suggestion)
        self.preview = ImportPreview(language, scheme, self)
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
        self.kinds.currentIndexChanged.connect(self._look)
        self.preview.suggested.connect(self._suggest)

        above = QHBoxLayout()
        above.addWidget(kinds_label)
        above.addWidget(self.kinds)
        above.addStretch(1)
        for button in (files, folder, remove):
            above.addWidget(button)
        suggested = QHBoxLayout()
        suggested.addWidget(self.suggestion, 1)
        suggested.addWidget(self.use_suggestion)
        below = QHBoxLayout()
        for part in (clauses_label, self.clauses, choose):
            below.addWidget(part)
        column = QVBoxLayout(self)
        column.addLayout(above)
        column.addWidget(self.purpose)
        column.addWidget(self.list)
        column.addLayout(suggested)
        column.addWidget(self.preview, 1)
        column.addWidget(self.rename)
        column.addLayout(below)
        column.addWidget(self.buttons)
        self.add([str(source) for source in sources])
        self._look()
        (self.preview.table if sources else self.kinds).setFocus()

    @property
    def kind(self) -> str | None:
        """The id of the chosen kind; None for resolution texts and project JSON."""
        chosen = str(self.kinds.currentData())
        return None if chosen == RESOLUTION else chosen

    def add(self, paths: list[str]) -> None:
        """Put paths on the list that are not there yet."""
        present = {self.list.item(row).text() for row in range(self.list.count())}
        new = [path for path in dict.fromkeys(paths) if path and path not in present]
        self.list.addItems(new)
        if new:
            self._look()

    def choice(self) -> ImportChoice:
        """What is chosen now."""
        clauses = self.clauses.text()
        return ImportChoice(self._sources(), self.rename.isChecked(), Path(clauses) if clauses else None, self.kind)

    def done(self, result: int) -> None:
        self.preview.stop()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def _sources(self) -> tuple[Path, ...]:
        return tuple(Path(self.list.item(row).text()) for row in range(self.list.count()))

    def _look(self) -> None:
        """Show what the list holds, read as the kind that is chosen."""
        template = QCoreApplication.translate("ImportDialog", str(PURPOSES[str(self.kinds.currentData())]))
        self.purpose.setText(
            template.format(
                text=isolated("*.txt"),
                header=isolated("%%%TERM|TERM|"),
                json=isolated("*.json"),
                word=isolated("*.docx"),
                xml=isolated("*.xml"),
            )
        )
        self.preview.look(self._sources(), None if self.kind is None else kind_of(self.kind))
        self._see()

    def _see(self) -> None:
        something = self.list.count() > 0 or bool(self.clauses.text())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(something)

    def _suggest(self, kind_id: str) -> None:
        """Say what the files obviously are, where that is something else than what is chosen."""
        self._suggestion = kind_id
        for part in (self.suggestion, self.use_suggestion):
            part.setVisible(bool(kind_id))
        if kind_id:
            name = QCoreApplication.translate("ImportDialog", str(NAMES[kind_id]))
            self.suggestion.setText(self.tr("These files look like another kind: {kind}.").format(kind=name))

    def _use_suggestion(self) -> None:
        self.kinds.setCurrentIndex(self.kinds.findData(self._suggestion))
        self.kinds.setFocus()

    def _add_files(self) -> None:
        kinds = QCoreApplication.translate("ImportDialog", str(_FILTERS[str(self.kinds.currentData())]))
        self.add(QFileDialog.getOpenFileNames(self, self.tr("Files to import"), "", kinds)[0])

    def _add_folder(self) -> None:
        self.add([QFileDialog.getExistingDirectory(self, self.tr("Folder to import"))])

    def _choose_clauses(self) -> None:
        self.clauses.setText(QFileDialog.getExistingDirectory(self, self.tr("Folder of clause files")))
        self._see()

    def _remove(self) -> None:
        for item in self.list.selectedItems():
            self.list.takeItem(self.list.row(item))
        self._look()
