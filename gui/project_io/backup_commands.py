"""What a window does with backups and with the size of its project's file."""

import contextlib
import os
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.background.project_jobs import ProjectJobs
from gui.dialogs.backup_settings_dialog import BackupChoices, ask_backup_settings
from gui.dialogs.backups_dialog import BackupChoice, BackupsDialog, Source
from gui.dialogs.run_dialog import run
from gui.i18n.error_messages import directed, isolated, quoted
from gui.item_models.backups import made_at, size_words
from gui.session.session import Session
from gui.settings import Settings
from gui.widgets.local_times import long_time
from model.backups.check_process import check_beside
from model.backups.compacting import compact
from model.backups.restoring import restore
from model.errors import UserError


class Files(Protocol):
    """What opens projects and asks where they are to be."""

    def open(self, path: Path) -> bool:
        """Open a project; says whether it is open."""
        ...

    def closed(self, path: Path) -> AbstractContextManager[None]:
        """For as long as this file must not be open in the window."""
        ...

    def ask_save(self, title: str, name: str = "") -> Path | None:
        """Where a project is to be that is not there yet."""
        ...

    def show_error(self, title: str, refusal: UserError) -> None:
        """Say what was refused."""
        ...


class BackupCommands(QObject):
    """Each ``ask_…`` method opens one dialog; tests put others in their place."""

    def __init__(self, session: Session, settings: Settings, files: Files, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._files = files
        self._window = window
        self._jobs = ProjectJobs(session, window, lambda *error: files.show_error(*error))

    # Asking

    def ask_backup(self) -> BackupChoice | None:
        """Which backup is to be opened or restored; the settings can be changed on the way."""
        while True:
            dialog = BackupsDialog(
                self._settings.backup_folder,
                self._source(),
                self._session.language,
                self._window,
                self._settings.project_files,
            )
            run(dialog)
            if not dialog.settings_wanted:
                return dialog.choice
            self.change_settings()

    def _source(self) -> Source | None:
        project = self._session.project
        if project is None:
            return None
        return Source(project.id, isolated(project.path.name), project.path, lambda: project.open_again(None))

    def ask_settings(self) -> BackupChoices | None:
        """How backups are to be made."""
        settings, project = self._settings, self._session.project
        choices = BackupChoices(settings.backups_made, settings.backup_folder, settings.backups_kept)
        size = 0
        if project is not None:
            with contextlib.suppress(OSError):
                size = project.path.stat().st_size
        return ask_backup_settings(choices, size, self._window, None if project is None else project.path)

    def ask_restore(self, choice: BackupChoice) -> bool:
        """Whether the project is to be as it was."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Restore a backup"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        words = self.tr("{project} will be as it was on {time}.")
        box.setText(
            directed(words.format(project=quoted(choice.source.name), time=quoted(long_time(made_at(choice.backup)))))
        )
        kept = self.tr("Its present state is kept as a backup first, so that you can go back to it.")
        target = choice.source.path
        if target is not None and not os.path.lexists(target):
            kept = self.tr("There is no file in its place any more, so nothing is replaced.")
        box.setInformativeText(directed(kept))
        restoring = box.addButton(self.tr("Restore"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        run(box)
        return box.clickedButton() is restoring

    def ask_copy_path(self, choice: BackupChoice) -> Path | None:
        """Where the copy is to be; the time is proposed that the list of backups shows."""
        source, made = choice.source, choice.backup.backup.made.astimezone()
        stem = source.project if source.path is None else source.path.stem
        return self._files.ask_save(self.tr("Open a backup as a copy"), f"{stem} {made:%Y-%m-%d %H.%M}")

    # Doing

    def show(self) -> None:
        """Show the backups of the project, and do what is wanted with one."""
        choice = self.ask_backup()
        if choice is None:
            return
        if choice.act == "copy":
            self.open_copy(choice)
        else:
            self.restore(choice)

    def change_settings(self) -> None:
        """Have the settings of backups changed."""
        chosen = self.ask_settings()
        if chosen is not None:
            self._settings.set_backups(chosen.made, chosen.folder, chosen.kept)

    def open_copy(self, choice: BackupChoice) -> None:
        """Bring a backup back as a project of its own, and open it."""
        target = self.ask_copy_path(choice)
        if target is None:
            return
        backup = choice.backup.backup.path
        done = self._jobs.run(
            self.tr("Open a backup as a copy"), lambda on_progress: restore(backup, target, on_progress=on_progress)
        )
        if done is not None and self._files.open(target):
            words = self.tr("This is the backup of {time}, as a project of its own: {path}.")
            self._session.say(words.format(time=quoted(long_time(made_at(choice.backup))), path=isolated(target)))

    def restore(self, choice: BackupChoice) -> None:
        """Have a backup take the place of its project, whose present state is kept among the backups. Not of one that
        is open and whose file has gone: it would be closed, and what is in it is nowhere else.
        """
        target, folder, backup = choice.source.path, self._settings.backup_folder, choice.backup.backup.path
        project = self._session.project
        if project is not None and target is not None and project.path.resolve() == target.resolve():
            try:
                project.file.check_place()
            except UserError as refusal:
                self._files.show_error(self.tr("Restore a backup"), refusal)
                return
        if target is None or not self.ask_restore(choice):
            return

        with self._files.closed(target):
            done = self._jobs.run(
                self.tr("Restore a backup"),
                lambda on_progress: restore(backup, target, keep_in=folder, on_progress=on_progress),
            )
        if done is not None:
            if self._session.project is None:
                self._files.open(target)
            words = self.tr("The project is as it was on {time}.")
            if done.kept is not None:
                words += " " + self.tr("What it was before is kept as a backup.")
            self._session.say(words.format(time=quoted(long_time(made_at(choice.backup)))))

    def compact(self) -> None:
        """Make the project's file smaller, and say by how much."""
        project = self._jobs.writable()
        if project is None:
            return
        path = project.path

        with self._files.closed(path):
            done = self._jobs.run(
                self.tr("Compact the file"),
                lambda on_progress: compact(path, check=check_beside, on_progress=on_progress),
            )
        if done is not None:
            words = self.tr("The file was {before} and is {after} now.")
            self._session.say(words.format(before=size_words(done.before), after=size_words(done.after)))
