"""The inspector: all that is known about the mark that is worked on, to be corrected there."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui import inspector_operations, operations, proposal_operations
from gui.i18n.numbers import numbered
from gui.panels.field_edits import Edits
from gui.panels.inspector.features import Editor, FeatureRows
from gui.panels.inspector.fields import Field, LimitsField, LineField, NoteField
from gui.panels.inspector.labels import LabelField, SwatchCombo
from gui.panels.inspector.lines import Fact, Quote
from gui.panels.inspector.record import RecordRows
from gui.session.session import Session
from gui.style.theme import theme_of
from gui.widgets.row_painting import SIDE, smaller
from gui.widgets.wrapped_label import WrappedLabel
from model.annotation.layers import Label, Scheme
from model.annotation.values import Span, text_order
from model.project import Changes, Project
from model.proposals.proposal_groups import judged, leads_of
from model.proposals.proposals import around

SHOWN_QUOTE = 4000  # code points of a mark that are read for its quote
ALSO_QUOTE = 24  # code points of each mark at the caret


class InspectorPanel(QWidget):
    """Follows ``session.span``. Each edit is one operation, on the mark that was shown when it was begun.

    ``span_chosen`` gives the id of another mark at the caret that is to be worked on; ``leave_requested`` asks to go
    back to the text. ``spans_at`` gives the spans that hold the code point at an offset; without it they are looked for
    among all of the document.
    """

    span_chosen = Signal(str)
    leave_requested = Signal()

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        spans_at: Callable[[int], list[Span]] | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.spans_at = spans_at or self._look_for
        self._span: Span | None = None
        self._people: dict[str, str] = {}
        self._also_shown: list[tuple[str, str, str, str]] = []
        theme = theme_of(self.palette(), self._scheme())
        self._hint = WrappedLabel("", self)
        self._body = QWidget(self)
        self._scroll = QScrollArea(self)
        self._stack = QStackedWidget(self)
        self.also = SwatchCombo(theme, self._body)
        self.label = LabelField(theme, self._body)
        self.quote = Quote(self._body)
        self.number = LineField(self._body)
        self.limits = LimitsField(self._body)
        self.length = Fact(self._body)
        self.note = NoteField(self._body)
        self._headings: dict[str, QLabel] = {}
        self._arrange()
        self._edits: Edits[Span] = Edits(session, lambda: self._span)
        self._add_edit("label", self.label, lambda span: span.label, self._relabel)
        self._add_edit("number", self.number, lambda span: span.number or "", self._set_number)
        self._add_edit("limits", self.limits, lambda span: span.limits, self._set_limits)
        self._add_edit("note", self.note, lambda span: span.note, self._set_note)
        self.features = FeatureRows(self._form, self.length, self._new_heading, self._add_feature)
        self._connect()
        self.setFocusProxy(self.label)
        self._retranslate()
        self._show_project()

    # How it is arranged

    def _arrange(self) -> None:
        self._hint.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._hint.setContentsMargins(SIDE, 6, SIDE, 4)
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(8)
        self._form.setVerticalSpacing(5)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._form.addRow(self.also)
        self._form.addRow(self.label)
        self._form.addRow(self.quote)
        self._form.addRow(self._heading("number"), self.number)
        self._form.addRow(self._heading("limits"), self.limits)
        self._form.addRow(self._heading("length"), self.length)
        self._form.addRow(self._heading("note"))
        self._form.addRow(self.note)
        self.record = RecordRows(self._form, self._body, self._new_heading)
        for name, field in (("number", self.number), ("limits", self.limits), ("note", self.note)):
            self._headings[name].setBuddy(field)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(SIDE, 6, SIDE, 6)
        column.addLayout(self._form)
        column.addStretch(1)
        self._scroll.setWidget(self._body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self._scroll)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.also.hide()

    def _heading(self, name: str) -> QLabel:
        self._headings[name] = self._new_heading("")
        return self._headings[name]

    def _new_heading(self, words: str) -> QLabel:
        heading = QLabel(words, self._body)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setFont(smaller(self.font(), 0.92))
        return heading

    def _add_edit(
        self,
        name: str,
        field: Field,
        shown: Callable[[Span], object],
        act: Callable[[Project, str, object], object],
    ) -> None:
        self._edits.add(name, field, shown, act, self.leave_requested.emit)

    def _add_feature(self, editor: Editor, name: str) -> None:
        def act(project: Project, span_id: str, value: object) -> object:
            return inspector_operations.set_feature(project, self._session.mark(span_id), name, str(value))

        self._add_edit(f"feature {name}", editor, lambda span: dict(span.features).get(name, ""), act)
        editor.set_writable(self._session.annotator is not None)

    def _connect(self) -> None:
        session = self._session
        self.also.activated.connect(lambda _: self._choose_other())
        self.also.left.connect(self.leave_requested)
        self.record.confirm_wanted.connect(lambda: self._judge(confirmed=True))
        self.record.reject_wanted.connect(lambda: self._judge(confirmed=False))
        session.span_changed.connect(self._follow_span)
        session.document_changed.connect(lambda _: self._follow_span(self._session.span))
        session.spans_changed.connect(self._take_over)
        session.selection_changed.connect(self._follow_caret)
        session.changes.connect(self._follow)
        session.project_changed.connect(self._show_project)
        session.language_changed.connect(lambda _: self._show_scheme())

    # What the window asks for

    def focus_note(self) -> None:
        """Type into the note of the mark that is worked on."""
        self._focus(self.note)

    def focus_label(self) -> None:
        """Choose the label of the mark that is worked on."""
        self._focus(self.label)

    def _focus(self, widget: QWidget) -> None:
        if self._span is None:
            self._session.message.emit(self._hint.text())
            return
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroll.ensureWidgetVisible(widget)

    # Following

    def _scheme(self) -> Scheme | None:
        return None if self._session.project is None else self._session.project.scheme

    def _follow_span(self, span_id: str | None) -> None:
        """Another mark is worked on: what was begun on the one before is committed to that one."""
        self._commit_all()
        if not self.isVisible():
            self._span = None
            return
        self._span = self._session.find(span_id)
        self._fill(anew=True)
        self._show_also()

    def _follow_caret(self, *_: object) -> None:
        if self._span is not None and self.isVisible():
            self._show_also()

    def _take_over(self, gone: list[str], different: list[Span]) -> None:
        if self._span is None:
            return
        span_id = self._span.id
        if span_id in gone:
            self._span = None
            self._fill(anew=True)
            return
        changed = next((span for span in different if span.id == span_id), None)
        if changed is not None:
            self._span = changed
            self._fill(anew=False)
        if self.isVisible():
            self._show_also()

    def _follow(self, changes: Changes) -> None:
        if changes.rows.keys() & {"project", "layer", "label"}:
            self._show_scheme()

    def _show_project(self) -> None:
        self._edits.forget()
        self._people = {}
        self._edits.set_writable(self._session.annotator is not None)
        self._show_scheme()
        self._follow_span(self._session.span)

    def _show_scheme(self) -> None:
        theme = theme_of(self.palette(), self._scheme())
        self.label.set_theme(theme)
        self.also.set_theme(theme)
        self._also_shown = []
        self._fill(anew=False)
        self._show_also()

    def _fill(self, *, anew: bool) -> None:
        """Show the span as it is now; with ``anew`` whatever a person typed is forgotten."""
        span, scheme = self._span, self._scheme()
        self._stack.setCurrentIndex(0 if span is None or scheme is None else 1)
        if span is None or scheme is None:
            return
        layer = next((layer for layer in scheme.layers if layer.id == span.layer), None)
        label = next((label for label in layer.labels if label.id == span.label), None) if layer else None
        language = self._session.language
        if layer is not None:
            self.label.offer(layer.labels, language)
        self._offer_features(label, span, language)
        self._edits.fill(span, anew=anew)
        self._show_facts(span)

    def _offer_features(self, label: Label | None, span: Span, language: str) -> None:
        if self.features.offer(() if label is None else label.features, span, language):
            self._forget_features()

    def _forget_features(self) -> None:
        """Follow no editors of features that are gone."""
        for name in [name for name in self._edits if name.startswith("feature ")]:
            if name.removeprefix("feature ") not in self.features.editors:
                del self._edits[name]

    def _show_facts(self, span: Span) -> None:
        text = self._session.text if span.document == self._session.document else ""
        self.quote.show_text(text[span.start : min(span.end, span.start + SHOWN_QUOTE)])
        self.length.show_text(numbered(self.tr("%n character(s)", "", span.end - span.start), span.end - span.start))
        self.record.show_span(span, self._person, writable=self._session.annotator is not None)

    def _person(self, annotator: str) -> str:
        if annotator not in self._people and self._session.project is not None:
            self._people = {each.id: each.name for each in self._session.project.annotators()}
        return self._people.get(annotator, "")

    # Other marks at the caret

    def _look_for(self, offset: int) -> list[Span]:
        return [span for span in self._session.spans if span.start <= offset < span.end]

    def _show_also(self) -> None:
        span, scheme = self._span, self._scheme()
        if span is None or scheme is None:
            return
        start, _ = self._session.selection
        offset = start if span.start <= start < span.end else min(max(start, span.start), span.end - 1)
        found = {each.id: each for each in self.spans_at(offset)} | {span.id: span}
        innermost_first = sorted(found.values(), key=lambda each: (each.end - each.start, text_order(each)))
        labels = {label.id: label for label in scheme.labels()}
        rows: list[tuple[str, str, str, str]] = []
        for each in innermost_first:
            label = labels.get(each.label)
            name = each.label if label is None else label.name(self._session.language)
            quote = " ".join(self._session.text[each.start : min(each.end, each.start + ALSO_QUOTE)].split())
            rows.append((each.id, each.label, f"{name}: \u2068{quote}…\u2069", ""))
        if rows != self._also_shown:
            self._also_shown = rows
            self.also.show_rows(rows)
        row = self.also.row_of(span.id)
        if self.also.currentIndex() != row:
            self.also.setCurrentIndex(row)
        if self.also.isVisibleTo(self._body) != (len(rows) > 1):
            self.also.setVisible(len(rows) > 1)

    def _choose_other(self) -> None:
        chosen = self.also.chosen()
        if self._span is not None and chosen and chosen != self._span.id:
            self.span_chosen.emit(chosen)
            self._show_also()

    # What is done

    def _commit_all(self) -> None:
        if self._span is not None:
            self._edits.commit_all()

    def _judge(self, *, confirmed: bool) -> None:
        """Confirm or reject the mark, a clause with its leading phrase."""
        self._commit_all()
        span, scheme = self._span, self._scheme()
        if span is None or scheme is None:
            return
        if confirmed:
            leads = leads_of(scheme, self._session.spans, span)
            beside = list(around(scheme, self._session.proposed, span.label, *span.limits))
            self._session.attempt(proposal_operations.confirm, judged(span.document, [span, *leads]), beside)
        else:
            mark, was_confirmed = self._session.mark(span.id), span.status == "confirmed"
            self._session.attempt(proposal_operations.reject, mark, confirmed=was_confirmed)

    def _relabel(self, project: Project, span: str, value: object) -> object:
        return operations.relabel(project, self._session.mark(span), str(value))

    def _set_number(self, project: Project, span: str, value: object) -> object:
        return operations.set_number(project, self._session.mark(span), str(value) or None)

    def _set_note(self, project: Project, span: str, value: object) -> object:
        return operations.set_note(project, self._session.mark(span), str(value))

    def _set_limits(self, project: Project, span: str, value: object) -> object:
        assert isinstance(value, tuple)
        start, end = value
        if start is None or end is None:
            return None
        return operations.set_limits(project, self._session.mark(span, limits=(start, end)), start, end)

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_span(self._session.span)

    def hideEvent(self, event: QHideEvent) -> None:
        self._commit_all()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.features.clear()
            self._forget_features()
            self._show_scheme()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._show_scheme()

    def _retranslate(self) -> None:
        words = {
            "number": self.tr("Number"),
            "limits": self.tr("Limits"),
            "length": self.tr("Length"),
            "note": self.tr("Note"),
        }
        for name, word in words.items():
            self._headings[name].setText(word)
            getattr(self, name).setAccessibleName(word)
        self.limits.start.setAccessibleName(self.tr("Start"))
        self.limits.end.setAccessibleName(self.tr("End"))
        self.limits.setToolTip(self.tr("Half-open, in code points of the text"))
        self.label.setAccessibleName(self.tr("Label"))
        self.also.setAccessibleName(self.tr("Marks at this place"))
        self.also.setToolTip(self.tr("Marks at this place"))
        self.quote.setAccessibleName(self.tr("Quote"))
        self.record.retranslate()
        self._hint.setText(self.tr("Put the caret into a mark to see what is known about it."))
