"""What the two commands do: print documents, and write them as PDF."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.background.project_jobs import ProjectJobs
from gui.dialogs.error import say
from gui.dialogs.run_dialog import run
from gui.i18n.error_messages import isolated, sentence
from gui.i18n.numbers import numbered
from gui.printing.content import PrintOptions
from gui.printing.print_dialog import PrintChoice, PrintDialog
from gui.printing.sheet import page_layout
from gui.printing.writing import print_documents, write_pdf
from gui.session.session import Session
from gui.text_view.display import DisplayOptions
from model.errors import UserError
from model.formats.file_names import file_names
from model.progress import ProgressCallback
from model.project import Project

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_SUFFIX = ".pdf"


class PrintCommands(QObject):
    """Each ``ask_…`` method opens one dialog; tests put others in their place.

    ``display`` tells how the window shows a text, ``selected`` which documents are selected in its list.
    """

    def __init__(
        self,
        session: Session,
        window: QWidget,
        display: Callable[[], DisplayOptions] = DisplayOptions,
        selected: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._jobs = ProjectJobs(session, window, lambda *error: self.show_error(*error))
        self._display = display
        self._selected = selected
        self._choice = PrintChoice()
        self._printer: QPrinter | None = None

    # Asking

    def ask_what(self, *, to_pdf: bool) -> PrintChoice | None:
        """Which documents, and what of them."""
        setup = None if to_pdf else self.ask_page_setup
        dialog = PrintDialog(self._counts(), self._choice, setup, self._window)
        return dialog.choice() if run(dialog) else None

    def ask_page_setup(self) -> None:
        """On which paper, with which edges."""
        from PySide6.QtPrintSupport import QPageSetupDialog

        run(QPageSetupDialog(self.printer(), self._window))

    def ask_printer(self, printer: "QPrinter") -> bool:
        """On which printer; whether it is to print."""
        from PySide6.QtPrintSupport import QPrintDialog

        return bool(run(QPrintDialog(printer, self._window)))

    def ask_target(self, proposed: Path) -> Path | None:
        """Where the PDF is to be; that a file there is replaced has been confirmed."""
        title, pattern = self.tr("Export as PDF"), self.tr("PDF files") + f" (*{_SUFFIX})"
        found, _ = QFileDialog.getSaveFileName(self._window, title, str(proposed), pattern)
        return Path(found) if found else None

    def show_error(self, title: str, refusal: UserError) -> None:
        """Say in a box what was refused."""
        say(self._window, title, sentence(refusal, self._session.language))

    # Doing

    def printer(self) -> "QPrinter":
        """The printer as it was set up last."""
        if self._printer is None:
            from PySide6.QtPrintSupport import QPrinter

            self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
            self._printer.setPageLayout(page_layout(self._choice.paper))
        return self._printer

    def print_out(self) -> None:
        """Ask what to print and where, and print it with progress shown."""
        choice = self._ask(to_pdf=False)
        if choice is None:
            return
        printer, documents, options = self.printer(), self._documents(choice), self._options(choice)
        printer.setDocName(self._name(documents))
        if not self.ask_printer(printer):
            return

        def work(project: Project, on_progress: ProgressCallback) -> int:
            return print_documents(project, documents, printer, options, on_progress)

        stopped = self.tr("Stopped. Pages that were ready may still be printed.")
        count = self._jobs.read(self.tr("Print"), work, on_cancel=lambda: self._session.say(stopped))
        if count is not None:
            self._session.message.emit(numbered(self.tr("%n page(s) sent to the printer.", "", count), count))

    def export_pdf(self) -> None:
        """Ask what goes into a PDF and where to, write it with progress shown, and say that it is done."""
        choice = self._ask(to_pdf=True)
        project = self._session.project
        if choice is None or project is None:
            return
        documents, options = self._documents(choice), self._options(choice)
        name = file_names([self._name(documents)], _SUFFIX)[0]
        found = self.ask_target(project.path.resolve().parent / name)
        if found is None:
            return
        target = found

        def work(project: Project, on_progress: ProgressCallback) -> int:
            return write_pdf(project, documents, target, options, choice.paper, on_progress)

        stopped = self.tr("Stopped. No file was written.")
        count = self._jobs.read(self.tr("Export as PDF"), work, on_cancel=lambda: self._session.say(stopped))
        if count is not None:
            words = numbered(self.tr("%n page(s) written to {path}.", "", count), count)
            self._session.message.emit(words.format(path=isolated(target)))

    def _ask(self, *, to_pdf: bool) -> PrintChoice | None:
        """What is chosen; None where there is nothing to print, or the dialog was left."""
        if not self._counts()[2]:
            return None
        choice = self.ask_what(to_pdf=to_pdf)
        self._choice = choice or self._choice
        return choice

    def _counts(self) -> tuple[int, int, int]:
        """How many documents are shown, selected, and there."""
        project = self._session.project
        every = 0 if project is None else project.counts().documents
        return int(self._session.document is not None), len(self._selected()), every

    def _documents(self, choice: PrintChoice) -> list[str]:
        project, shown = self._session.project, self._session.document
        if choice.which == "selected":
            return list(self._selected())
        if choice.which == "all" and project is not None:
            return project.document_ids()
        return [] if shown is None else [shown]

    def _options(self, choice: PrintChoice) -> PrintOptions:
        display = self._display()
        return PrintOptions(
            choice.marks, choice.descriptors, self._session.language, display.family, display.mend_brackets
        )

    def _name(self, documents: Sequence[str]) -> str:
        """What a file, or a job of a printer, is called by."""
        project = self._session.project
        assert project is not None
        return project.document(documents[0]).name if len(documents) == 1 else project.path.stem
