"""Projects as files: making, opening, copying them, bringing documents in and taking them out."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.background.progress import run_with_progress
from gui.background.project_jobs import ProjectJobs
from gui.dialogs.error import offer, say
from gui.dialogs.project_file_dialog import ask_project_file
from gui.dialogs.run_dialog import run
from gui.i18n.error_messages import isolated, sentence
from gui.i18n.numbers import numbered
from gui.session.online_learning import learn_all
from gui.session.session import Session
from gui.settings import Settings
from model.annotation.layers import Scheme
from model.errors import Cancelled, DamagedProjectError, UserError
from model.progress import ProgressCallback, ProgressParts
from model.project import SUFFIX, Project

# Dialogs and formats are loaded by what needs them: a start would be longer by a tenth.
if TYPE_CHECKING:
    from gui.dialogs.export_dialog import ExportChoice
    from gui.dialogs.import_dialog import ImportChoice
    from gui.project_io.backup_commands import BackupCommands
    from model.formats.importing import ImportReport
    from model.recovery.report import RecoveryReport

PATIENCE = 1.0  # seconds that an act of the window waits while another program writes: longer, and it seems dead
TRY_AGAIN = 1000  # ms between attempts to write to a project that could only be opened for reading


class ProjectFiles(QObject):
    """What the project menu does. Each ``ask_…`` method opens one dialog; tests put others in their place."""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window
        self._jobs = ProjectJobs(session, window, lambda *error: self.show_error(*error))
        self._again = QTimer(self)
        self._again.setInterval(TRY_AGAIN)
        self._again.timeout.connect(self.try_to_write)
        session.project_changed.connect(self._again.stop)

    # Asking

    def ask_annotator(self) -> str | None:
        """The annotator's name, asked for; None where the dialog was left."""
        from gui.dialogs.annotator_dialog import ask_annotator

        return ask_annotator(self._settings.annotator, self._window)

    @cached_property
    def backups(self) -> "BackupCommands":
        """What is done with backups; loaded when that is first asked for."""
        from gui.project_io.backup_commands import BackupCommands

        return BackupCommands(self._session, self._settings, self, self._window)

    def ask_new_path(self) -> Path | None:
        """Where a new project is to be."""
        return self.ask_save(self.tr("New project"))

    def ask_copy_path(self) -> Path | None:
        """Where a copy of the project is to be."""
        return self.ask_save(self.tr("Save a copy"))

    def ask_recovered_path(self) -> Path | None:
        """Where what is recovered is to be."""
        return self.ask_save(self.tr("Recovered project"))

    def ask_save(self, title: str, name: str = "") -> Path | None:
        """Where a project is to be that is not there yet; ``name`` is proposed."""
        pattern = self.tr("Qarar projects") + f" (*{SUFFIX})"
        # A project is never replaced by an empty one or a copy, so there is nothing for the dialog to confirm.
        option = QFileDialog.Option.DontConfirmOverwrite
        found, _ = QFileDialog.getSaveFileName(self._window, title, str(self._folder() / name), pattern, options=option)
        if not found:
            return None
        path = Path(found)
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    def ask_open_path(self) -> Path | None:
        """Which project to open."""
        return ask_project_file(self._window, self.tr("Open project"), self._folder())

    def ask_damaged_path(self) -> Path | None:
        """Which damaged file to recover, whatever it is called."""
        pattern = ";;".join((self.tr("Qarar projects") + f" (*{SUFFIX})", self.tr("All files") + " (*)"))
        found, _ = QFileDialog.getOpenFileName(self._window, self.tr("Damaged project"), str(self._folder()), pattern)
        return Path(found) if found else None

    def ask_import(self, sources: Sequence[Path] = ()) -> "ImportChoice | None":
        """What to import; ``sources`` are proposed."""
        from gui.dialogs.import_dialog import ImportDialog

        dialog = ImportDialog(self._window, language=self._session.language, scheme=self._scheme(), sources=sources)
        return dialog.choice() if run(dialog) else None

    def ask_export(self) -> "ExportChoice | None":
        """What to export."""
        from gui.dialogs.export_dialog import ExportDialog

        path = self._path()
        dialog = ExportDialog(path.parent, path.stem, self._session.language, self._window)
        return dialog.choice() if run(dialog) else None

    def show_report(self, report: "ImportReport") -> None:
        """What an import did."""
        from gui.dialogs.import_report import ReportDialog

        run(ReportDialog(report, self._session.language, self._scheme(), self._window))

    def show_recovery(self, report: "RecoveryReport") -> bool:
        """What a recovery found; says whether the new project is to be opened."""
        from gui.dialogs.recovery_report import RecoveryDialog

        return bool(run(RecoveryDialog(report, self._session.language, self._window)))

    def show_error(self, title: str, refusal: UserError) -> None:
        """Say in a box what was refused; of a damaged project what it still holds can be recovered from there."""
        words = sentence(refusal, self._session.language, self._scheme())
        damaged = refusal.values.get("path") if isinstance(refusal, DamagedProjectError) else None
        if not isinstance(damaged, Path) or not damaged.exists():
            say(self._window, title, words)
        elif offer(self._window, title, words, self.tr("Recover…")):
            self.recover(damaged)

    def _scheme(self) -> Scheme | None:
        return None if self._session.project is None else self._session.project.scheme

    # Doing

    def annotator(self) -> str | None:
        """The annotator's name, asked for where it is not known yet."""
        if not self._settings.annotator:
            name = self.ask_annotator()
            if name:
                self._settings.annotator = name
        return self._settings.annotator or None

    def change_annotator(self) -> None:
        """Somebody else sits down: ask for the name, and go on in the project under it."""
        name = self.ask_annotator()
        if not name or name == self._settings.annotator:
            return
        self._settings.annotator = name
        project = self._session.project
        if project is None:
            return
        try:
            project.file.check_place()
        except UserError as refusal:  # another file stands there now, or none; what is open can still be copied
            self._session.refuse(refusal)
        else:
            self.open(project.path)

    def new(self) -> None:
        """Make a project and open it; a file that is there is never overwritten."""
        path = self.ask_new_path()
        name = self.annotator() if path is not None else None
        if path is None or name is None:
            return
        try:
            Project.create(path, name).close()
            project = Project.open(path, name, patience=PATIENCE)
        except UserError as refusal:
            self.show_error(self.tr("New project"), refusal)
            return
        self._show(project)

    def ask_and_open(self) -> None:
        """Open a project that is asked for."""
        path = self.ask_open_path()
        if path is not None:
            self.open(path)

    def open(self, path: Path, tell: Callable[[str], object] | None = None) -> bool:
        """Open a project: to write in it, or where that is refused, to read it, until it can be written to. Says
        whether it is open. Why it cannot be opened is said in a box, or is told to ``tell``.
        """
        name = self.annotator()
        self._let_go(path)
        if name is not None and not self._bring_up_to_date(path, name):
            return False
        refused: UserError | None = None
        project: Project | None = None
        try:
            project = _opened(path, name)
        except UserError as refusal:
            refused = refusal
        if project is None and refused is not None and name is not None:
            try:
                project = _opened(path, None)
            except UserError:
                project = None
        if project is None:
            assert refused is not None
            if tell is not None:
                tell(sentence(refused, self._session.language))
            else:
                self.show_error(self.tr("Open project"), refused)
            return False
        self._show(project)
        if refused is not None:
            if not isinstance(refused, DamagedProjectError):  # that does not pass
                self._again.start()
            self._session.message.emit(
                sentence(refused, self._session.language) + " " + self.tr("It is open for reading only.")
            )
        elif name is None:
            self._session.message.emit(self.tr("Without an annotator's name the project is open for reading only."))
        return True

    @contextlib.contextmanager
    def closed(self, path: Path) -> Iterator[None]:
        """Close the open project if it is this file, and open it again afterwards, whatever has become of it, at the
        same document, where what was last said is still to be read; unless another one has been opened by then.
        """
        project, document = self._session.project, self._session.document
        if project is None or project.path.resolve() != path.resolve():
            yield
            return
        self._session.set_project(None)
        said = [""]
        listening = self._session.message.connect(lambda words: said.append(words))
        try:
            yield
        finally:
            self._session.message.disconnect(listening)
            if self._session.project is None and self.open(path):
                now = self._session.project
                if now is not None and document in now.document_ids():
                    self._session.set_document(document)
                if said[-1] and not self._again.isActive():  # that it can only be read is said instead
                    self._session.say(said[-1])

    def _let_go(self, path: Path) -> None:
        """Close the open project where another file has taken its place that is to be opened now: SQLite would share
        between the two what it keeps beside that path.
        """
        open_now = self._session.project
        if open_now is not None and not open_now.file.is_in_place and path.resolve() == open_now.path.resolve():
            self._session.set_project(None)

    def _bring_up_to_date(self, path: Path, name: str) -> bool:
        """Have a file of an older version migrated beside the window, which may take a minute; says whether to go on
        with opening it.
        """
        try:
            if not Project.needs_migration(path):
                return True
        except UserError:
            return True  # opening it says why

        def migrate(on_progress: ProgressCallback) -> None:
            Project.open(path, name, on_progress=on_progress).close()

        try:
            run_with_progress(self.tr("Bringing the project up to date"), migrate, self._window)
        except UserError:
            pass  # opening it, for reading where that is possible, says why
        except Cancelled:
            self._jobs.say_cancelled()
            return False
        return True

    def try_to_write(self) -> None:
        """Go on with writing in a project that could only be opened for reading, as soon as that is possible."""
        reading = self._session.project
        if reading is None:
            return
        try:
            project = reading.open_again(self._settings.annotator, patience=0)
        except UserError:
            return
        self._session.replace_project(project)
        self._session.message.emit(self.tr("The project can be written to again."))

    def save_copy(self) -> None:
        """A copy of the whole project, history and all."""
        project = self._session.project
        target = self.ask_copy_path() if project is not None else None
        if project is None or target is None:
            return
        if not project.file.is_sound:
            self._go_on_in_copy(project, target)
            return

        def work(own: Project, on_progress: ProgressCallback) -> list[str]:
            own.save_copy(target, on_progress)
            with Project.open(target, None) as copy:
                return copy.integrity_problems()

        problems = self._jobs.read(self.tr("Save a copy"), work)
        if problems:
            self._say_damaged(target)
        elif problems is not None:
            self._session.message.emit(self.tr("Saved as {path}.").format(path=isolated(target)))

    def recover(self, damaged: Path | None = None) -> None:
        """Make a new project of what a damaged one (asked for unless given) still holds; report, offer to open it."""
        damaged = damaged or self.ask_damaged_path()
        name = None if damaged is None else self.annotator()
        target = None if name is None else self.ask_recovered_path()
        if damaged is None or name is None or target is None:
            return
        from model.recovery.recovering import recover, refuse_taken

        title = self.tr("Recover")
        try:
            refuse_taken(target)
        except UserError as refusal:
            self.show_error(title, refusal)
            return
        # Bytes of a file that this process has open are not read; where another window has it, that is told.
        with self.closed(damaged):
            report = self._jobs.run(title, lambda on_progress: recover(damaged, target, name, on_progress))
            if report is not None and self.show_recovery(report):
                self.open(target)

    def _say_damaged(self, target: Path) -> None:
        words = self.tr("Saved as {path}, but the project file is damaged: not all of it can be read.")
        self._session.message.emit(words.format(path=isolated(target)))

    def _go_on_in_copy(self, project: Project, target: Path) -> None:
        """Save what is open although nothing more can be done in its file, which this connection alone still reaches,
        or has in memory; and where the copy is sound, go on in that.
        """
        title = self.tr("Save a copy")
        annotator = None if project.annotator is None else project.annotator.name
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            project.save_copy(target)  # here: no other thread has this connection
        except UserError as refusal:
            self.show_error(title, refusal)
            return
        finally:
            QGuiApplication.restoreOverrideCursor()

        def check(_: ProgressCallback) -> list[str]:
            with Project.open(target, None) as copy:
                return copy.integrity_problems()

        problems = self._jobs.run(title, check, cancellable=False)
        if problems:
            self._say_damaged(target)
        if problems != []:
            return
        try:
            copy = Project.open(target, annotator, patience=PATIENCE)
        except UserError as refusal:
            self.show_error(title, refusal)
            return
        self._session.replace_project(copy)
        self._settings.add_recent(target.resolve())
        self._session.message.emit(
            self.tr("Saved as {path}; you are working in this file now.").format(path=isolated(target))
        )

    def import_documents(self, sources: Sequence[Path] = ()) -> None:
        """Ask what to import, ``sources`` being proposed, import it with progress shown, and report."""
        project = self._jobs.writable()
        if project is None:
            return
        choice = self.ask_import(sources)
        if choice is None:
            return
        from model.formats.importing import import_sources
        from model.formats.input_formats import kind_of

        kind = None if choice.kind is None else kind_of(choice.kind)

        def work(own: Project, on_progress: ProgressCallback) -> "ImportReport":
            own.file.fold_log()  # so that the space an import took can be given back where the disk fills up
            return import_sources(
                own,
                choice.sources,
                kind=kind,
                rename=choice.rename,
                clauses=choice.clauses,
                on_progress=on_progress,
            )

        report = self._jobs.write(self.tr("Import"), work)
        if report is not None:
            if self._session.document is None:
                ids = project.document_ids()
                self._session.set_document(ids[0] if ids else None)
            self.show_report(report)

    def export(self) -> None:
        """Ask what to export and where to, write it with progress shown, and say that it is done."""
        project = self._session.project
        choice = self.ask_export() if project is not None else None
        if project is None or choice is None:
            return
        from model.formats.export_formats import format_of
        from model.proposals.unstored import Proposing

        segmenting = self._session.proposals.segmenting

        def work(own: Project, on_progress: ProgressCallback) -> int:
            write = format_of(choice.format).write
            with own.reading():
                if not choice.include_suggested or segmenting is None:
                    return write(
                        own, choice.target, include_suggested=choice.include_suggested, on_progress=on_progress
                    )
                parts = ProgressParts(on_progress, 2, max(own.counts().documents, 1))
                segmenter = segmenting.load_another()  # what the window's has learned hangs on when it was asked
                learn_all(segmenter, own, parts.of(0))
                proposing = Proposing(segmenter.segment, segmenter.version)
                return write(own, choice.target, include_suggested=True, proposing=proposing, on_progress=parts.of(1))

        written = self._jobs.read(self.tr("Export"), work)
        if written is not None:
            words = self.tr("%n document(s) exported to {path}.", "", written)
            self._session.message.emit(numbered(words, written).format(path=isolated(choice.target)))

    def _show(self, project: Project) -> None:
        self._session.set_project(project)
        self._settings.add_recent(project.path.resolve(), later=True)
        ids = project.document_ids()
        last = self._settings.last_document(project.id)
        self._session.set_document(last if last in ids else ids[0] if ids else None)

    def _path(self) -> Path:
        return self._folder() / f"project{SUFFIX}" if self._session.project is None else self._session.project.path

    def _folder(self) -> Path:
        """Where dialogs begin: beside the open project, else among the user's documents."""
        if self._session.project is not None:
            return self._session.project.path.resolve().parent
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def _opened(path: Path, name: str | None) -> Project:
    """Open a project and read what every panel needs. Where that is damaged, opening is refused once; otherwise each
    panel would refuse it, in a window that is half open.
    """
    project = Project.open(path, name, patience=PATIENCE)
    try:
        _ = project.scheme, project.vocabularies()
    except BaseException:
        project.close()
        raise
    return project
