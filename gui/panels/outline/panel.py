"""The outline panel: the clauses of the document as a tree, the one at the caret shown, each to be gone to."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QStackedWidget, QTreeView, QVBoxLayout, QWidget

from gui.item_models.outline import OutlineModel, OutlineRole
from gui.panels.outline.delegate import OutlineDelegate
from gui.session.session import Session
from gui.style.theme import theme_of
from gui.widgets.row_painting import SIDE
from gui.widgets.span_description import describe
from gui.widgets.tool_tips import plain_tool_tip
from gui.widgets.wrapped_label import WrappedLabel
from model.annotation.layers import Scheme
from model.annotation.values import Span
from model.project import Changes

INDENTATION, EDGE = 16, 4  # logical pixels: of a level, and of what marks the clause at the caret
TIP = 400  # code points of a clause that its tool tip shows


class OutlinePanel(QWidget):
    """Follows the spans of the document shown, confirmed ones and proposals, and the caret in it.

    ``span_chosen`` gives the id of the clause to be gone to; ``leave_requested`` asks to go back to the text. It reads
    nothing while it is not seen.
    """

    span_chosen = Signal(str)
    leave_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self._following = True  # whether rows that Qt opens and closes are a person's doing
        self._closed: defaultdict[str | None, set[str]] = defaultdict(set)  # keys of rows, by document
        self.model = OutlineModel(session.proposals.is_unsure, self)
        self.delegate = OutlineDelegate(theme_of(self.palette(), None), self)
        self.view = OutlineTree(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self.delegate)
        self._nothing = WrappedLabel("", self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(SIDE, 4, SIDE, 4)
        self._nothing.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.setFocusProxy(self.view)

        self.view.clicked.connect(self._go)
        self.view.shown.connect(self._go)
        self.view.chosen.connect(self._go_and_leave)
        self.view.left.connect(self.leave_requested)
        self.view.collapsed.connect(lambda index: self._remember(index, closed=True))
        self.view.expanded.connect(lambda index: self._remember(index, closed=False))
        self.view.tip_wanted.connect(self._show_tip)
        self.model.parents_made.connect(self._open)
        session.project_changed.connect(self._show_project)
        session.document_changed.connect(self.refresh)
        session.spans_changed.connect(self.take_over)
        session.selection_changed.connect(self._follow_caret)
        session.span_changed.connect(self._follow_caret)
        session.changes.connect(self._follow)
        session.language_changed.connect(self._retranslate)
        session.proposals.thresholds_changed.connect(self.model.judge_anew)
        self._retranslate()

    # What is shown

    def refresh(self, *_: object) -> None:
        """Show the clauses anew, at once or as soon as the panel is seen."""
        self._stale = True
        if self.isVisible():
            self._read()

    def take_over(self, gone: Sequence[str], different: Sequence[Span]) -> None:
        """Change the rows of spans that are gone (ids), and of those that are new or different, as they are now."""
        if not self.isVisible():
            self._stale = True
        if self._stale:
            return
        self._hand_on_closed(gone, different)
        with self._keeping_place():
            self.model.change_spans(gone, different)
        self._show_state()
        self._follow_caret()

    def _read(self) -> None:
        self._stale = False
        session = self._session
        scheme = self._scheme()
        with self._keeping_place():
            self.model.show_document(scheme, session.language, session.text, session.spans)
        self._show_colours()
        self._show_state()
        self._follow_caret()

    def _show_state(self) -> None:
        empty = not self.model.rowCount()
        self._stack.setCurrentWidget(self._nothing if empty else self.view)
        if not empty:
            return
        if self._session.document is None:
            self._nothing.setText(self.tr("Open a document to see its outline."))
        else:
            self._nothing.setText(self.tr("No clause is marked in this document yet."))

    def _show_project(self) -> None:
        self._closed.clear()
        self.refresh()

    def _follow(self, changes: Changes) -> None:
        if changes.rows.keys() & {"project", "layer", "label"}:
            self.refresh()

    def _scheme(self) -> Scheme | None:
        return None if self._session.project is None else self._session.project.scheme

    def _show_colours(self) -> None:
        self.delegate.theme = theme_of(self.palette(), self._scheme())
        self.view.viewport().update()

    # Which rows are open, and which one is current

    @contextmanager
    def _keeping_place(self) -> Iterator[None]:
        """While rows come and go: what was closed stays closed, and the current row stays that.

        A proposal that is confirmed is another span with the same limits.
        """
        current = self.model.key(self.view.currentIndex())
        span = None if current is None else self.model.first_of(current)
        self._following = False
        try:
            yield
        finally:
            self._following = True
        index = self.model.index_of(current)
        if not index.isValid() and span is not None:
            index = self.model.index_of(self.model.innermost(span.start))
        if index != self.view.currentIndex():
            self.view.setCurrentIndex(self._in_sight(index))

    def _hand_on_closed(self, gone: Sequence[str], different: Sequence[Span]) -> None:
        closed = self._closed[self._session.document]
        limits = {span.limits for key in closed.intersection(gone) if (span := self.model.clause(key)) is not None}
        closed.update(span.id for span in different if span.limits in limits)

    def _open(self, keys: list[str]) -> None:
        """Rows are open unless a person closed them."""
        closed = self._closed[self._session.document]
        for key in keys:
            if key not in closed:
                self.view.expand(self.model.index_of(key))

    def _remember(self, index: QModelIndex, *, closed: bool) -> None:
        key = self.model.key(index)
        if not self._following or key is None:
            return
        of_document = self._closed[self._session.document]
        (of_document.add if closed else of_document.discard)(key)
        self._follow_caret()

    def _follow_caret(self, *_: object) -> None:
        """Mark the clause at the caret, or the row that hides it; it is current too unless the keys go here."""
        if self._stale or not self.isVisible():
            return
        session = self._session
        worked_on = None if session.span is None else self.model.clause(session.span)
        key = worked_on.id if worked_on is not None else self._at(session.selection[0])
        index = self._in_sight(self.model.index_of(key))
        self.model.set_at_caret(self.model.key(index))
        if index.isValid() and not self.view.hasFocus():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def _at(self, offset: int) -> str | None:
        """The innermost clause that holds the character behind the caret, or else the one before."""
        return self.model.innermost(offset) or (self.model.innermost(offset - 1) if offset else None)

    def _in_sight(self, index: QModelIndex) -> QModelIndex:
        """A row, or the closed one that hides it."""
        around = index.parent()
        while around.isValid():
            if not self.view.isExpanded(around):
                index = around
            around = around.parent()
        return index

    # What is done

    def _go(self, index: QModelIndex | QPersistentModelIndex) -> None:
        key = self.model.key(index)
        span = None if key is None else self.model.first_of(key)
        if span is not None:
            self.span_chosen.emit(span.id)

    def _go_and_leave(self, index: QModelIndex) -> None:
        self._go(index)
        self.leave_requested.emit()

    def _show_tip(self, index: QModelIndex) -> None:
        span = index.data(OutlineRole.SPAN)
        if span is None:
            self.view.viewport().setToolTip("")
            return
        text = self._session.text[span.start : min(span.end, span.start + TIP)]
        quote = " ".join(text.split()) + ("…" if span.end - span.start > TIP else "")
        self.view.viewport().setToolTip(plain_tool_tip(*describe(self._session, span).splitlines(), quote))

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()
        else:
            self._follow_caret()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._show_colours()

    def _retranslate(self, *_: object) -> None:
        self.view.setAccessibleName(self.tr("Outline"))
        self.model.set_names(self._scheme(), self._session.language)
        self._show_state()


class OutlineTree(QTreeView):
    """The tree itself, from right to left as the text is, in a window of either language.

    It takes the focus from the keyboard only, so that a click leaves the caret in the text. ``chosen``: Enter;
    ``shown``: Space; ``left``: Escape; ``tip_wanted``: the mouse rests on a row.
    """

    chosen = Signal(QModelIndex)
    shown = Signal(QModelIndex)
    left = Signal()
    tip_wanted = Signal(QModelIndex)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)  # a tree that asks each row for its size is slow at 10,000
        self.setIndentation(INDENTATION)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)  # the clause at the caret is what is marked
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setMouseTracking(True)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """The clause at the caret is marked in the whole width, with an edge of its label's colour."""
        delegate = self.itemDelegate()
        if index.data(OutlineRole.AT_CARET) and isinstance(delegate, OutlineDelegate):
            line = index.data(OutlineRole.LINE)
            painter.fillRect(rect, delegate.ground(line))
            if line.label is not None:
                bar = delegate.theme.of_label(line.label).bar
                painter.fillRect(rect.right() + 1 - EDGE, rect.top(), EDGE, rect.height(), bar)
        super().drawBranches(painter, rect, index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match _meaning(event):
            case "choose":
                self.chosen.emit(self.currentIndex())
            case "show":
                self.shown.emit(self.currentIndex())
            case "leave":
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _meaning(event):
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self.tip_wanted.emit(self.indexAt(event.pos()))
        return super().viewportEvent(event)


def _meaning(event: QKeyEvent) -> str:
    """What a key means in the tree; empty for what Qt makes of it."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.NoModifier:
        return ""
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return "choose"
    return {Qt.Key.Key_Space: "show", Qt.Key.Key_Escape: "leave"}.get(Qt.Key(event.key()), "")
