"""The inspector's rows for what is only known about a mark: its status with the ways to judge it, who made it, and
when."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from gui.i18n.error_messages import isolated
from gui.i18n.numbers import percent
from gui.panels.inspector.lines import Fact
from gui.widgets.local_times import short_time, time_tool_tip
from model.annotation.values import Span


class RecordRows(QObject):
    """Rows at the end of a form. ``confirm_wanted``, ``reject_wanted``: what a person says of a proposal."""

    confirm_wanted = Signal()
    reject_wanted = Signal()

    def __init__(self, form: QFormLayout, body: QWidget, heading: Callable[[str], QLabel]) -> None:
        super().__init__(body)
        self._form = form
        self._span: Span | None = None
        self._visible: dict[QWidget, bool] = {}
        self.confirm, self.reject = QPushButton(body), QPushButton(body)
        self.copy = QToolButton(body)
        names = ("status", "depth", "annotator", "origin", "evidence", "proposed", "created", "modified", "id")
        self.facts = {name: Fact(body) for name in names}
        self._headings = {name: heading("") for name in names}
        self._judging = _row(self.confirm, self.reject)
        for name in names:
            fact = self.facts[name]
            form.addRow(self._headings[name], _row(fact, self.copy) if name == "id" else fact)
            if name == "status":
                form.addRow(self._judging)
        self.confirm.clicked.connect(lambda: self.confirm_wanted.emit())
        self.reject.clicked.connect(lambda: self.reject_wanted.emit())
        self.copy.clicked.connect(self._copy)

    def show_span(self, span: Span, person: Callable[[str], str], *, writable: bool) -> None:
        """Show a span's record. ``person`` gives the name of an annotator's id; ``writable``: it may be judged."""
        self._span = span
        facts = self.facts
        facts["status"].show_text(self._status(span, person))
        facts["depth"].show_text(str(span.depth))
        facts["annotator"].show_text(person(span.annotator))
        facts["origin"].show_text(self._origin(span))
        facts["evidence"].show_text(self._evidence(span))
        self._set_visible(facts["evidence"], bool(span.origin.evidence))
        facts["created"].show_text(short_time(span.created), time_tool_tip(span.created))
        facts["modified"].show_text(short_time(span.modified), time_tool_tip(span.modified))
        facts["id"].show_text(isolated(span.id))
        if span.proposed is not None:
            facts["proposed"].show_text(isolated(f"{span.proposed[0]}–{span.proposed[1]}"))
        self._set_visible(facts["proposed"], span.proposed is not None)
        can_confirm = span.status != "confirmed"
        can_reject = span.status == "suggested" or (span.status == "confirmed" and span.origin.kind == "model")
        self._set_visible(self._judging, writable and (can_confirm or can_reject))
        self.confirm.setVisible(can_confirm)
        self.reject.setVisible(can_reject)

    def retranslate(self) -> None:
        """Take the words of the window's language."""
        words = {
            "status": self.tr("Status"),
            "depth": self.tr("Depth"),
            "annotator": self.tr("Annotator"),
            "origin": self.tr("Origin"),
            "evidence": self.tr("In the source"),
            "proposed": self.tr("Proposed limits"),
            "created": self.tr("Created"),
            "modified": self.tr("Changed"),
            "id": self.tr("Identifier"),
        }
        for name, word in words.items():
            self._headings[name].setText(word)
            self.facts[name].setAccessibleName(word)
        self.confirm.setText(self.tr("Confirm"))
        self.reject.setText(self.tr("Reject"))
        self.copy.setText(self.tr("Copy"))
        self.copy.setAccessibleName(self.tr("Copy the identifier"))

    def _set_visible(self, row: QWidget, visible: bool) -> None:
        if self._visible.get(row) != visible:
            self._visible[row] = visible
            self._form.setRowVisible(row, visible)

    def _origin(self, span: Span) -> str:
        kind = {"manual": self.tr("manual"), "import": self.tr("import"), "model": self.tr("model")}[span.origin.kind]
        parts = [kind]
        maker = span.origin.maker
        if span.origin.kind == "import":
            maker = {"clauses": self.tr("clause file"), "resolution-text": self.tr("resolution file")}.get(maker, maker)
        if maker:
            parts.append(f"\u2068{maker}\u2069")
        if span.origin.confidence is not None:
            parts.append(isolated(percent(span.origin.confidence)))
        return " · ".join(parts)

    def _evidence(self, span: Span) -> str:
        """What of the source's layout spoke for a proposal."""
        words = {"breaks": self.tr("a break"), "italics": self.tr("italics")}
        return " · ".join(words.get(each, f"\u2068{each}\u2069") for each in span.origin.evidence)

    def _status(self, span: Span, person: Callable[[str], str]) -> str:
        if span.status == "suggested":
            return self.tr("suggested")
        if span.status == "rejected":
            return self.tr("rejected")
        name = "" if span.confirmed_by is None else person(span.confirmed_by)
        return self.tr("confirmed by {name}").format(name=f"\u2068{name}\u2069") if name else self.tr("confirmed")

    def _copy(self) -> None:
        if self._span is not None:
            QGuiApplication.clipboard().setText(self._span.id)


def _row(*widgets: QWidget) -> QWidget:
    """Widgets side by side as one."""
    whole = QWidget(widgets[0].parentWidget())
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget, 0 if isinstance(widget, QToolButton) else 1)
    return whole
