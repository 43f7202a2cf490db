"""How the project is indexed: found out beside the window, listed page by page, from each row to its documents."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gui import vocabulary_operations
from gui.background.latest_job import LatestJob
from gui.dialogs.consistency_pages import ConsistencyPager
from gui.dialogs.error import say
from gui.dialogs.listed_pages import ListedPages
from gui.i18n.error_messages import isolated, sentence
from gui.item_models.document_names import document_name
from gui.item_models.listed_pages import Page, as_table
from gui.session.session import Session
from gui.widgets.tab_order import InReadingOrder
from gui.widgets.wrapped_label import WrappedLabel
from model.consistency.report import report
from model.consistency.values import Report
from model.errors import UserError
from model.formats.list_csv import write_list
from model.progress import ProgressCallback
from model.project import Changes, Project

SIZE = (960, 600)  # logical pixels
_KINDS = frozenset(
    {"document", "assignment", "concept", "concept_label", "concept_state", "concept_relation", "progress"}
)


class ConsistencyDialog(InReadingOrder, QDialog):
    """Stays open beside the window; what it lists is what was so when it looked, and it says where that has changed.

    ``document_wanted``, ``concept_wanted``: the ids of what is to be shown.
    """

    document_wanted = Signal(str)
    concept_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.resize(*SIZE)
        self._session = session
        self._job = LatestJob(self)
        self._report: Report | None = None
        self._stopped = False
        self._changed = False
        self.summary = WrappedLabel("", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.stop_button = QPushButton(self)
        self.pages = ListedPages(self._names, self)
        self.again_button, self.export_button, self.merge_button = (
            QPushButton(self),
            QPushButton(self),
            QPushButton(self),
        )
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        for button in (self.merge_button, self.export_button, self.again_button):
            self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        working = QHBoxLayout()
        working.addWidget(self.bar, 1)
        working.addWidget(self.stop_button)
        column = QVBoxLayout(self)
        column.addWidget(self.summary)
        column.addLayout(working)
        column.addWidget(self.pages, 1)
        column.addWidget(self.buttons)
        self._job.progressed.connect(self._show_progress)
        self.buttons.rejected.connect(self.reject)
        self.again_button.clicked.connect(self.look)
        self.stop_button.clicked.connect(self.stop)
        self.export_button.clicked.connect(self._export)
        self.merge_button.clicked.connect(self.merge_current)
        self.pages.document_wanted.connect(self.document_wanted)
        self.pages.concept_wanted.connect(self.concept_wanted)
        self.pages.row_changed.connect(self._see)
        session.project_changed.connect(self._begin_anew)
        session.changes.connect(self._follow)
        session.language_changed.connect(lambda _: self._show())
        self._retranslate()
        self._see()

    # Looking

    @property
    def is_looking(self) -> bool:
        """Whether it is being found out how the project is indexed."""
        return self._job.is_running

    def look(self) -> None:
        """Find out how the project is indexed now; what is listed stays until that is known."""
        project = self._session.project
        if project is None or self.is_looking:
            return
        self._stopped = self._changed = False

        def work(on_progress: ProgressCallback) -> Report:
            with project.open_again(None) as own:
                return own.read(report, on_progress)

        self.bar.setRange(0, 0)
        self._job.start(work, self._take, self._fail)
        self._see()

    def stop(self) -> None:
        """Look no further; what was listed before stays."""
        if self.is_looking:
            self._stopped = True
            self._job.cancel()
            self._see()

    def _take(self, found: Report) -> None:
        self._report = found
        self._show()

    def _fail(self, error: Exception) -> None:
        self._stopped = True
        self._see()
        if isinstance(error, UserError):
            self._session.look_after(error)
            say(self, self.windowTitle(), sentence(error, self._session.language))

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    # What is shown

    def _begin_anew(self) -> None:
        self.stop()
        self._report = None
        self._show()
        if self.isVisible():
            self.look()

    def _follow(self, changes: Changes) -> None:
        if changes.rows.keys() & _KINDS and self._report is not None:
            self._changed = True
            self._see()

    def _show(self) -> None:
        if self._report is None:
            self.pages.show_pages(())
        else:
            self.pages.show_pages(ConsistencyPager(self._report, self._session.language).pages())
        self._see()

    def _see(self, *_: object) -> None:
        """Say how things are, and let only those acts be chosen that can be done."""
        for part in (self.bar, self.stop_button):
            part.setVisible(self.is_looking)
        self.again_button.setEnabled(not self.is_looking and self._session.project is not None)
        self.export_button.setEnabled(bool(self.pages.page.rows))
        row = self.pages.current()
        self.merge_button.setEnabled(row is not None and row.merge is not None and self._session.annotator is not None)
        self.merge_button.setVisible(any(each.merge is not None for each in self.pages.page.rows))
        self.summary.setText(self._state())

    def _state(self) -> str:
        if self._report is None:
            if self._session.project is None:
                return self.tr("Open a project to see how it is indexed.")
            return self.tr("Stopped.") if self._stopped else self.tr("Looking at all documents and terms…")
        words = ConsistencyPager(self._report, self._session.language).summary()
        if self.is_looking:
            return f"{words} {self._words['looking']}"
        return f"{words} {self._words['changed']}" if self._changed else words

    def _names(self, documents: Sequence[str]) -> list[tuple[str, str]]:
        project = self._session.project
        return [] if project is None else [(each.id, document_name(each)) for each in project.summaries(documents)]

    # What is done

    def merge_current(self) -> None:
        """Make the free term of the current pair one with the other, and look again."""
        row = self.pages.current()
        if row is None or row.merge is None:
            return
        if self._session.attempt(vocabulary_operations.merge, *row.merge) is not None:
            self.look()

    def _export(self) -> None:
        project = self._session.project
        target = None if project is None else self.pages.ask_target(project.path.resolve().parent)
        if project is None or target is None:
            return
        try:
            _write(project, self.pages.page, target)
        except UserError as refusal:
            say(self, self.windowTitle(), sentence(refusal, self._session.language))
        else:
            self._session.message.emit(self.tr("Exported to {path}.").format(path=isolated(target)))

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._report is None:
            self.look()
        self.pages.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.stop()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("How the project is indexed"))
        self._words = {
            "looking": self.tr("Looking again…"),
            "changed": self.tr("The project has changed since then."),
        }
        self.stop_button.setText(self.tr("&Stop"))
        self.again_button.setText(self.tr("&Look again"))
        self.export_button.setText(self.tr("&Export the list…"))
        self.merge_button.setText(self.tr("&Merge the other term"))
        self.pages.retranslate()
        self._show()


def _write(project: Project, page: Page, target: Path) -> None:
    """Write a page as CSV. The documents of a row stand there under their names, which no two have alike, and in the
    column after that under their symbols, in the same order; nothing stands where none is known.
    """
    wanted = list(dict.fromkeys(document for row in page.rows for document in row.every_document))
    held = {each.id: each for each in project.summaries(wanted)}
    there = [[held[document] for document in row.every_document if document in held] for row in page.rows]
    heads, rows = as_table(page, [[each.name for each in some] for some in there])
    if any(there):
        heads.append("symbols")
        for row, some in zip(rows, there, strict=True):
            row.append("|".join(each.symbol or "" for each in some))
    write_list(heads, rows, target, page.numbers)
