"""What became of each document of a damaged project."""

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from gui.i18n.error_messages import isolated, quoted, sentence
from gui.i18n.numbers import numbered
from gui.widgets.framed_table import ReportTable
from gui.widgets.tab_order import InReadingOrder
from gui.widgets.wrapped_label import WrappedLabel
from model.recovery.report import DocumentState, RecoveredDocument, RecoveryReport


class RecoveryDialog(InReadingOrder, QDialog):
    """How many documents are whole, partial and lost, and what each of these lacks; all of it can be copied. Accepted
    where the new project is to be opened.
    """

    def __init__(self, report: RecoveryReport, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Recover"))
        self.resize(880, 460)
        self._language = language
        self._scheme = report.scheme
        self._states: dict[DocumentState, str] = {
            "whole": self.tr("whole"),
            "partial": self.tr("partial"),
            "lost": self.tr("lost"),
        }
        self.summary = WrappedLabel(" ".join(self._sums(report)), self)
        notes = "\n".join(sentence(note, language, report.scheme) for note in report.notes)
        self.notes = WrappedLabel(notes, self)
        self.notes.setVisible(bool(notes))
        self._rows = [self._row(document) for document in report.documents]
        self.table = ReportTable([self.tr("Document"), self.tr("State"), self.tr("Details")], self._rows, self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.open_button = buttons.addButton(self.tr("&Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.copy_button = buttons.addButton(self.tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self.open_button.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.copy_button.clicked.connect(self.copy)
        QShortcut(QKeySequence.StandardKey.Copy, self.table, self.copy)
        column = QVBoxLayout(self)
        for part in (self.summary, self.notes):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)

    def copy(self) -> None:
        """Put the whole report on the clipboard: its sentences, then the table with tabs between its columns."""
        lines = [self.summary.text(), *self.notes.text().splitlines(), *("\t".join(row) for row in self._rows)]
        QGuiApplication.clipboard().setText("\n".join(line for line in lines if line))

    def _sums(self, report: RecoveryReport) -> list[str]:
        whole, partial, lost = (len(report.of(state)) for state in ("whole", "partial", "lost"))
        sums = [
            self.tr("Recovered as {path}.").format(path=isolated(report.path)),
            numbered(self.tr("%n document(s) whole.", "", whole), whole),
        ]
        if partial:
            sums.append(numbered(self.tr("%n document(s) partial.", "", partial), partial))
        if lost:
            sums.append(numbered(self.tr("%n document(s) lost.", "", lost), lost))
        if not report.has_history:
            sums.append(
                self.tr("What was done before could not be read in full: the history begins with the recovery.")
            )
        return sums

    def _row(self, document: RecoveredDocument) -> tuple[str, str, str]:
        details = " ".join(sentence(detail, self._language, self._scheme) for detail in document.details)
        name = self.tr("name unknown") if document.name is None else quoted(document.name)
        return name, self._states[document.state], details
