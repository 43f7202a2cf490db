"""What the commands do that bring a vocabulary into the project and write one from it: ask, do it beside the window,
and say what came of it.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.background.project_jobs import ProjectJobs
from gui.dialogs.error import say
from gui.dialogs.run_dialog import run
from gui.dialogs.vocabulary_export_dialog import VocabularyExportChoice, VocabularyExportDialog
from gui.dialogs.vocabulary_import_dialog import VocabularyChoice, VocabularyImportDialog
from gui.i18n.error_messages import isolated, sentence
from gui.i18n.numbers import numbered
from gui.session.session import Session
from model.errors import UserError
from model.progress import ProgressCallback
from model.project import Project

if TYPE_CHECKING:
    from gui.dialogs.vocabulary_report import EditionPages


class Vocabularies(QObject):
    """Each ``ask_…`` and ``show_…`` method opens one dialog; tests put others in their place. ``free_terms_wanted``:
    what stayed free is to be merged.
    """

    free_terms_wanted = Signal()

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._jobs = ProjectJobs(session, window, lambda *error: self.show_error(*error))

    # Asking

    def ask_import(self, path: Path | None = None) -> VocabularyChoice | None:
        """Which file, at first ``path``, and what its columns hold; None where the dialog was left."""
        dialog = VocabularyImportDialog(self._session.language, self._window)
        if path is not None:
            dialog.take(path)
        return dialog.choice() if run(dialog) else None

    def ask_export(self) -> VocabularyExportChoice | None:
        """Which vocabulary, in which notation, and where to; None where the dialog was left."""
        project = self._session.project
        assert project is not None
        language, folder = self._session.language, project.path.resolve().parent
        dialog = VocabularyExportDialog(project.vocabularies(), folder, language, self._window)
        return dialog.choice() if run(dialog) else None

    def show_report(self, pages: "EditionPages") -> None:
        """What bringing in a vocabulary did."""
        from gui.dialogs.vocabulary_report import VocabularyReport

        dialog = VocabularyReport(pages, self._session, self._window)
        dialog.free_terms_wanted.connect(self.free_terms_wanted)
        dialog.document_wanted.connect(self._session.set_document)
        run(dialog)

    def show_error(self, title: str, refusal: UserError) -> None:
        """Say in a box what was refused."""
        say(self._window, title, sentence(refusal, self._session.language))

    # Doing

    def bring_in(self, path: Path | None = None) -> None:
        """Ask for a file, beginning with ``path`` where it is given; bring its vocabulary in with progress shown, and
        report.
        """
        project = self._jobs.writable()
        if project is None:
            return
        choice = self.ask_import(path)
        if choice is None:
            return
        from gui.dialogs.vocabulary_report import pages_of
        from model.formats.thesaurus_file import read_thesaurus
        from model.vocabulary import edition

        language = self._session.language

        def work(own: Project, on_progress: ProgressCallback) -> "EditionPages":
            thesaurus = read_thesaurus(choice.path, mapping=choice.mapping, on_progress=on_progress)
            with own.operation(edition.OPERATION) as writing:
                report = edition.bring_in(writing, thesaurus, on_progress)
            return pages_of(own, report, thesaurus.remarks, language)

        pages = self._jobs.write(self.tr("Import a vocabulary"), work)
        if pages is not None:
            self.show_report(pages)

    def export(self) -> None:
        """Ask which vocabulary is to be written where to, and write it."""
        project = self._session.project
        choice = self.ask_export() if project is not None else None
        if project is None or choice is None:
            return
        from model.formats.thesaurus_file import write_thesaurus
        from model.vocabulary.thesaurus import of_vocabulary

        def work(own: Project, on_progress: ProgressCallback) -> int:
            thesaurus = own.read(of_vocabulary, choice.vocabulary)
            on_progress(0, 0)  # raises where it was cancelled, so that nothing is written
            write_thesaurus(thesaurus, choice.target)
            return len(thesaurus.concepts)

        written = self._jobs.read(self.tr("Export a vocabulary"), work)
        if written is not None:
            words = self.tr("%n term(s) exported to {path}.", "", written)
            self._session.message.emit(numbered(words, written).format(path=isolated(choice.target)))
