"""The labels panel: what can be marked, with colour, key and guideline; choosing a label marks the selection."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QVBoxLayout, QWidget

from gui.item_models.labels import LabelModel, LabelRole
from gui.panels.labels.delegate import LabelDelegate
from gui.session.session import Session
from gui.style.theme import theme_of
from gui.widgets.mixed_directions import guideline
from gui.widgets.row_painting import SIDE, smaller
from gui.widgets.tool_tips import plain_tool_tip
from gui.widgets.wrapped_label import WrappedLabel
from model.annotation.layers import Label
from model.annotation.values import Span
from model.project import Changes

LONGEST_GUIDELINE = 7  # lines; what is longer is read in the tool tip
LAID_OUT = frozenset(map(int, (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.FontRole, Qt.ItemDataRole.SizeHintRole)))
GUIDELINE_SHARE = 0.22  # of the panel's height, at most
ABOVE, SPACING, BELOW = 4, 1, 6  # logical pixels above, between and below a label's name and its guideline


class LabelsPanel(QWidget):
    """All labels of the scheme, layer by layer. The label of the clause at the caret is shown as current."""

    label_chosen = Signal(str)
    leave_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = LabelModel(self)
        self.delegate = LabelDelegate(theme_of(self.palette(), None), self)
        self.view = _LabelList(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self.delegate)
        self.guideline = GuidelineBox(self)
        self._shown: Label | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.guideline)
        self.setFocusProxy(self.view)

        self.view.clicked.connect(self._choose)
        self.view.chosen.connect(self._choose)
        self.view.left.connect(self.leave_requested)
        self.view.focus_moved.connect(self._show_guideline)
        self.view.selectionModel().currentChanged.connect(self._show_guideline)
        session.project_changed.connect(self._show_project)
        session.document_changed.connect(self._count_marks)
        session.changes.connect(self._follow)
        session.spans_changed.connect(self._take_over)
        session.language_changed.connect(lambda _: self._show_scheme())
        self._retranslate()
        self._show_project()

    def set_current_label(self, label_id: str | None) -> None:
        """Show the label of the clause at the caret, with its guideline."""
        self.model.set_at_caret(label_id)
        index = self.model.index_of(label_id)
        if index.isValid() and not self.view.hasFocus():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        self._show_guideline()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.guideline.keep_within(round(self.height() * GUIDELINE_SHARE))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_scheme()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._show_colours()

    def _retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Labels"))
        self.guideline.setAccessibleName(self.tr("Guideline"))
        self._show_guideline()

    def _show_project(self) -> None:
        self._show_scheme()
        self._count_marks()

    def _show_scheme(self) -> None:
        project = self._session.project
        scheme = None if project is None else project.scheme
        kept = self.model.label(self.view.currentIndex())
        self.model.set_scheme(scheme, self._session.language)
        self._show_colours()
        definitions = [guideline(label, self._session.language) for label in scheme.labels()] if scheme else []
        self.guideline.make_room_for(definitions)
        index = self.model.index_of(kept.id if kept is not None else self.model.at_caret)
        self.view.setCurrentIndex(index if index.isValid() else self.view.first())
        self._show_guideline()

    def _show_colours(self) -> None:
        project = self._session.project
        self.delegate.theme = theme_of(self.palette(), None if project is None else project.scheme)
        self.view.viewport().update()

    def _count_marks(self, *_: object) -> None:
        self.model.set_spans(self._session.spans)

    def _follow(self, changes: Changes) -> None:
        if changes.rows.keys() & {"project", "layer", "label"}:
            self._show_scheme()

    def _take_over(self, gone: list[str], different: list[Span]) -> None:
        """Count marks that came, went, or have another label now."""
        self.model.change_spans({**dict.fromkeys(gone), **{span.id: span.label for span in different}})
        current = next((span for span in different if span.id == self._session.span), None)
        if current is not None:
            self.set_current_label(current.label)

    def _choose(self, index: QModelIndex) -> None:
        label = self.model.label(index)
        if label is not None:
            self.label_chosen.emit(label.id)

    def _show_guideline(self, *_: object) -> None:
        """The guideline of the row that the keyboard is at, else of the label at the caret."""
        index = self.view.currentIndex() if self.view.hasFocus() else self.model.index_of(self.model.at_caret)
        label = self.model.label(index)
        if label is None:
            hint = self.tr("Select text, then press a label's key or click the label.")
            self.guideline.show_text("", hint if self.model.rowCount() else "")
        else:
            language = self._session.language
            self.guideline.show_text(label.name(language), guideline(label, language))


class _LabelList(QListView):
    """The list itself. It takes the focus from the keyboard only, so that a click leaves the caret in the text."""

    chosen = Signal(QModelIndex)
    left = Signal()
    focus_moved = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)

    def dataChanged(self, top: QModelIndex, bottom: QModelIndex, roles: Sequence[int] = ()) -> None:
        # The list's own answer lays all rows out anew and paints them all. No count and no caret moves a row.
        if roles and LAID_OUT.isdisjoint(roles):
            QAbstractItemView.dataChanged(self, top, bottom, roles)
        else:
            super().dataChanged(top, bottom, roles)

    def first(self) -> QModelIndex:
        """The first row that can be chosen."""
        for row in range(self.model().rowCount()):
            index = self.model().index(row, 0)
            if index.flags() & Qt.ItemFlag.ItemIsEnabled:
                return index
        return QModelIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            self.chosen.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit()

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            self.viewport().setToolTip(
                plain_tool_tip(str(index.data() or ""), *str(index.data(LabelRole.DEFINITION) or "").split("\n"))
            )
        return super().viewportEvent(event)


class GuidelineBox(QWidget):
    """A label's name and guideline below the list. Its height is that of the longest, so that the list never jumps.

    Name and guideline are placed by hand: a layout would have the whole window laid out anew with every other label.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._definitions: list[str] = []
        self._most = 10_000
        self._whole_name = ""
        self._name = QLabel(self)
        self._text = WrappedLabel("", self)
        for part in (self._name, self._text):
            part.setTextFormat(Qt.TextFormat.PlainText)
            part.setFont(smaller(self.font(), 0.92))
        bold = self._name.font()
        bold.setBold(True)
        self._name.setFont(bold)
        self._text.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)

    def make_room_for(self, definitions: list[str]) -> None:
        """Take the height that the longest of these needs at the present width."""
        self._definitions = definitions
        self._set_height()

    def keep_within(self, height: int) -> None:
        """Never be higher than this many pixels, but for two lines."""
        self._most = height
        self._set_height()

    def show_text(self, name: str, text: str) -> None:
        """Show a label's name and guideline."""
        self._whole_name = name
        self._name.setVisible(bool(name))
        self._text.setText(text)
        self._show_name()
        self._arrange()

    def _show_name(self) -> None:
        metrics = QFontMetrics(self._name.font())
        room = self.width() - 2 * SIDE
        self._name.setText(metrics.elidedText(self._whole_name, Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._set_height()
            self._show_name()
        self._arrange()

    def _arrange(self) -> None:
        """The guideline below the name, or in its place where there is none."""
        area = self.rect().adjusted(SIDE, ABOVE, -SIDE, -BELOW)
        first = self._name.sizeHint().height() if not self._name.isHidden() else 0
        self._name.setGeometry(area.left(), area.top(), area.width(), first)
        below = first + SPACING if first else 0
        self._text.setGeometry(area.adjusted(0, below, 0, 0))

    def _set_height(self) -> None:
        metrics = QFontMetrics(self._text.font())
        width = max(80, self.width() - 2 * SIDE)
        room = self.rect().adjusted(0, 0, width - self.width(), 0)
        room.setHeight(10_000)
        needed = max(
            (metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height() for text in self._definitions),
            default=metrics.height(),
        )
        around = QFontMetrics(self._name.font()).height() + 12
        fitting = max(2, min((self._most - around) // metrics.lineSpacing(), LONGEST_GUIDELINE))
        self.setFixedHeight(min(needed, fitting * metrics.lineSpacing()) + around)
