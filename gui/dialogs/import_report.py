"""What became of an import."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from gui.i18n.error_messages import isolated, sentence
from gui.i18n.numbers import numbered
from gui.widgets.framed_table import ReportTable
from gui.widgets.tab_order import InReadingOrder
from gui.widgets.wrapped_label import WrappedLabel
from model.annotation.layers import Scheme
from model.formats.importing import ImportReport, Outcome


class ReportDialog(InReadingOrder, QDialog):
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
        reasons = ["" if line.message is None else sentence(line.message, language, scheme) for line in lines]
        rows = [
            (isolated(line.path.name), outcomes.get(line.outcome, ""), reason)
            for line, reason in zip(lines, reasons, strict=True)
        ]
        self.table = ReportTable([self.tr("File"), self.tr("Result"), self.tr("Reason")], rows, self)
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
