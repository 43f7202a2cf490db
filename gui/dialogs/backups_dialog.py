"""The backups of a project: what each holds, what has become of the project since, and what can be done with one."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gui.background.latest_job import LatestJob
from gui.dialogs.error import say
from gui.dialogs.project_file_dialog import ask_project_file
from gui.dialogs.run_dialog import run
from gui.i18n.error_messages import directed, isolated, quoted, sentence
from gui.i18n.numbers import grouped, numbered
from gui.i18n.operation_names import shown_name
from gui.item_models.backups import BackupColumn, BackupModel, DocumentChangeModel, DocumentColumn, made_at, size_words
from gui.widgets.framed_table import FramedTable
from gui.widgets.local_times import long_time
from gui.widgets.tab_order import InReadingOrder
from gui.widgets.wrapped_label import WrappedLabel
from model.backups.backup_folder import BackupFolder, backup_folders, delete
from model.backups.comparing import Difference, compare
from model.backups.contents import Contents, Listed, listed, open_backup, project_id
from model.errors import UserError
from model.progress import ProgressCallback
from model.project import Project

SIZE = (920, 600)  # logical pixels
REST = 150  # milliseconds: a backup is compared when it stays the current one for so long


@dataclass(frozen=True, slots=True)
class Source:
    """A project (its id) whose backups can be shown, and how it is called there. ``open`` gives a new connection to it;
    none where its file is not known, for it may be gone. ``path`` is that file.
    """

    project: str
    name: str
    path: Path | None = None
    open: Callable[[], AbstractContextManager[Project]] | None = None


@dataclass(frozen=True, slots=True)
class BackupChoice:
    """What is to be done with a backup."""

    act: Literal["copy", "restore"]
    source: Source
    backup: Listed


class BackupsDialog(InReadingOrder, QDialog):
    """``folder``: the folder of backups; ``current``: the project that is shown first, none where none is open;
    ``files``: where other projects are, as far as that is known, by their ids.
    """

    def __init__(
        self,
        folder: Path,
        current: Source | None,
        language: str,
        parent: QWidget | None = None,
        files: Mapping[str, Path] = MappingProxyType({}),
    ) -> None:
        super().__init__(parent)
        self.resize(*SIZE)
        self.setWindowTitle(self.tr("Backups"))
        self.choice: BackupChoice | None = None
        self.settings_wanted = False
        self._folder = folder
        self._language = language
        self._files = files
        self._listing, self._comparing = LatestJob(self), LatestJob(self)
        self._differences: dict[Path, Difference] = {}
        self._failures: dict[Path, str] = {}
        self.projects = QComboBox(self)
        self.projects.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.other_button = QPushButton(self.tr("&Another project…"), self)
        self.model = BackupModel(self)
        self.table = _Table(self.model, BackupColumn.OPERATION, self)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setAccessibleName(self.tr("Backups"))
        self.summary = WrappedLabel("", self)
        self.documents_model = DocumentChangeModel(self)
        self.documents = _Table(self.documents_model, DocumentColumn.DOCUMENT, self)
        self.documents.setAccessibleName(self.tr("Documents"))
        self.copy_button = QPushButton(self.tr("&Open as a copy…"), self)
        self.restore_button = QPushButton(self.tr("&Restore…"), self)
        self.delete_button = QPushButton(self.tr("&Delete…"), self)
        self.settings_button = QPushButton(self.tr("&Settings…"), self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        for button in (self.copy_button, self.restore_button, self.delete_button, self.settings_button):
            self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self._arrange()
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST)
        self._resting.timeout.connect(self._compare)
        self._fill_projects(current)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        self.projects.currentIndexChanged.connect(lambda _: self.look())
        self.other_button.clicked.connect(self._choose_other)
        self.copy_button.clicked.connect(lambda: self._choose("copy"))
        self.restore_button.clicked.connect(lambda: self._choose("restore"))
        self.delete_button.clicked.connect(self.delete_current)
        self.settings_button.clicked.connect(self._want_settings)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(lambda _: self._stop())
        self.look()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        label = QLabel(self.tr("&Project"), self)
        label.setBuddy(self.projects)
        above = QHBoxLayout()
        above.addWidget(label)
        above.addWidget(self.projects, 1)
        above.addWidget(self.other_button)
        below = QWidget(self)
        rows = QVBoxLayout(below)
        rows.setContentsMargins(0, 0, 0, 0)
        self.summary.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        rows.addWidget(self.summary)
        rows.addWidget(self.documents, 1)
        halves = QSplitter(Qt.Orientation.Vertical, self)
        halves.addWidget(self.table)
        halves.addWidget(below)
        halves.setChildrenCollapsible(False)
        halves.setSizes([280, 240])
        column = QVBoxLayout(self)
        column.addLayout(above)
        column.addWidget(halves, 1)
        column.addWidget(self.buttons)

    # Which project

    @property
    def source(self) -> Source | None:
        """The project whose backups are shown."""
        found = self.projects.currentData()
        return found if isinstance(found, Source) else None

    def _fill_projects(self, current: Source | None) -> None:
        """The open project, and all others that have backups: a project that is gone has nothing else."""
        if current is not None:
            self.projects.addItem(current.name, current)
        known = None if current is None else BackupFolder(self._folder, current.project).path
        for backup_folder in backup_folders(self._folder):
            if backup_folder.path != known:
                project = backup_folder.path.name
                path, name = self._files.get(project), self.tr("Project {id}").format(id=isolated(project))
                source = Source(project, name) if path is None else _source(project, path)
                self.projects.addItem(source.name, source)

    def ask_project(self) -> Path | None:
        """Of which project backups are to be shown."""
        return ask_project_file(self, self.tr("Another project"), self._folder.parent)

    def _choose_other(self) -> None:
        path = self.ask_project()
        if path is None:
            return
        try:
            project = project_id(path)
        except UserError as refusal:
            say(self, self.windowTitle(), sentence(refusal, self._language))
            return
        source = _source(project, path)
        self.projects.insertItem(0, source.name, source)
        self.projects.setCurrentIndex(0)

    # What is shown

    def look(self) -> None:
        """List the backups of the project that is chosen."""
        source = self.source
        self.model.show_rows(())
        self._differences.clear()
        self._failures.clear()
        self._show_current()
        if source is not None:
            backup_folder = BackupFolder(self._folder, source.project)
            self._listing.start(
                lambda on_progress: listed(backup_folder, on_progress),
                self._take_list,
                lambda error: self.summary.setText(self._why(error)),
            )

    def _take_list(self, found: list[Listed]) -> None:
        self.model.show_rows(found)
        self.table.fit_columns()
        if found:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_current()

    def current(self) -> Listed | None:
        """The backup that is chosen."""
        return self.model.row(self.table.currentIndex())

    def _show_current(self) -> None:
        current, source = self.current(), self.source
        difference = None if current is None else self._differences.get(current.backup.path)
        readable = current is not None and current.contents is not None
        self.documents_model.show_rows(() if difference is None else difference.documents)
        self.documents.fit_columns()
        self.documents.setVisible(bool(difference and difference.documents))
        self.copy_button.setEnabled(readable)
        self.restore_button.setEnabled(readable and source is not None and source.path is not None)
        self.delete_button.setEnabled(current is not None)
        self.summary.setText(self._words(current, difference))
        if readable and difference is None and source is not None and source.open is not None:
            self._resting.start()

    def _words(self, current: Listed | None, difference: Difference | None) -> str:
        source = self.source
        if source is None:
            return self.tr("There are no backups yet.")
        if current is None:
            if self._listing.is_running:
                return self.tr("Looking…")
            return self.tr("There are no backups of this project yet.")
        if current.refusal is not None:
            return sentence(current.refusal, self._language)
        assert current.contents is not None
        said = [self._last(current.contents)]
        if difference is not None:
            said.append(self.difference_words(difference))
        elif current.backup.path in self._failures:
            said.append(self._failures[current.backup.path])
        elif source.open is None:
            said.append(
                self.tr("What was changed in the project since then is not known, because its file has not been found.")
            )
        else:
            said.append(self.tr("Comparing with the project…"))
        return "\n".join(said)

    def _last(self, contents: Contents) -> str:
        if contents.newest is None:
            return self.tr("Nothing was done in it yet.")
        return self.tr("Done last: {operation}, {annotator}, {time}.").format(
            operation=quoted(shown_name(contents.newest.name)),
            annotator=quoted(contents.annotator),
            time=quoted(long_time(contents.newest.time)),
        )

    def difference_words(self, difference: Difference) -> str:
        """What has become of the project, in a few sentences."""
        if not difference.since and not difference.apart:
            return self.tr("The project is as it is in this backup.")
        since = difference.since
        said = [numbered(self.tr("%n operation(s) in the project since then.", "", since), since)]
        if difference.apart:
            apart = difference.apart
            said.append(
                numbered(self.tr("%n operation(s) in the backup that the project does not have.", "", apart), apart)
            )
        if difference.documents:
            words = self.tr("Documents: {added} added, {changed} changed, {gone} gone.")
            said.append(
                words.format(
                    added=isolated(grouped(difference.count("added"))),
                    changed=isolated(grouped(difference.count("changed"))),
                    gone=isolated(grouped(difference.count("gone"))),
                )
            )
        else:
            said.append(self.tr("All documents are as they are in this backup."))
        if difference.kinds & {"project", "layer", "label"}:
            said.append(self.tr("Layers and labels were changed."))
        if any(kind.startswith(("concept", "vocabulary")) for kind in difference.kinds):
            said.append(self.tr("Terms were changed."))
        return " ".join(said)

    def _compare(self) -> None:
        current, source = self.current(), self.source
        if current is None or source is None or source.open is None:
            return
        path, opened = current.backup.path, source.open

        def work(on_progress: ProgressCallback) -> Difference:
            with open_backup(path) as before, opened() as now:
                return compare(before, now, on_progress)

        def take(found: Difference) -> None:
            self._differences[path] = found
            self._show_current()

        def fail(error: Exception) -> None:
            self._failures[path] = self._why(error)
            self._show_current()

        if path not in self._failures:
            self._comparing.start(work, take, fail)

    def _why(self, error: Exception) -> str:
        if isinstance(error, UserError):
            return sentence(error, self._language)
        words = self.tr("This could not be found out because of an unexpected fault ({reason}).")
        return directed(words.format(reason=quoted(f"{type(error).__name__}: {error}")))

    def _stop(self) -> None:
        self._resting.stop()
        self._listing.cancel()
        self._comparing.cancel()

    @property
    def is_looking(self) -> bool:
        """Whether something is being found out."""
        return self._listing.is_running or self._comparing.is_running or self._resting.isActive()

    # What is done

    def _choose(self, act: Literal["copy", "restore"]) -> None:
        current, source = self.current(), self.source
        if current is not None and source is not None:
            self.choice = BackupChoice(act, source, current)
            self.accept()

    def _want_settings(self) -> None:
        self.settings_wanted = True
        self.accept()

    def ask_delete(self, backup: Listed) -> bool:
        """Whether a backup is to be deleted."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Delete a backup"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        words = self.tr("The backup of {time} ({size}) will be deleted for good.")
        words = words.format(time=quoted(long_time(made_at(backup))), size=size_words(backup.size))
        box.setText(directed(words))
        deleting = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        run(box)
        return box.clickedButton() is deleting

    def delete_current(self) -> None:
        """Delete the chosen backup, once that has been confirmed."""
        current = self.current()
        if current is None or not self.ask_delete(current):
            return
        try:
            delete(current.backup)
        except UserError as refusal:
            say(self, self.windowTitle(), sentence(refusal, self._language))
        self.look()


def _source(project: str, path: Path) -> Source:
    return Source(project, isolated(path.name), path, lambda: open_backup(path))


class _Table(FramedTable):
    """One column takes the room that the others leave."""

    def __init__(self, model: BackupModel | DocumentChangeModel, wide: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._wide = wide
        self.setModel(model)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def fit_columns(self) -> None:
        """Give each column what its title and its first rows need, the wide one what is left, or what it needs."""
        model, metrics = self.model(), self.fontMetrics()
        columns = range(model.columnCount())
        wanted = [metrics.horizontalAdvance(str(model.headerData(each, Qt.Orientation.Horizontal))) for each in columns]
        for row in range(min(100, model.rowCount())):
            for each in columns:
                width = metrics.horizontalAdvance(str(model.index(row, each).data()))
                wanted[each] = max(wanted[each], width)
        wanted = [width + 24 for width in wanted]
        rest = self.viewport().width() - sum(wanted)
        wanted[self._wide] = max(120, wanted[self._wide] + rest)
        for each in columns:
            self.setColumnWidth(each, wanted[each])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit_columns()
