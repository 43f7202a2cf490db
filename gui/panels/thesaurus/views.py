"""The parts of the thesaurus panel that are typed into: the line, the tree of concepts, and what paints its rows."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from gui.item_models.concept_tree import ConceptTreeModel, TreeRole
from gui.style.theme import MARK_CONTRAST, readable
from gui.widgets.look_up_line import LookUpLine
from gui.widgets.row_icons import SIGN, draw_check
from gui.widgets.row_painting import GAP, RowCursor, dim, draw_focus, draw_text, paint_ground, row_height
from gui.widgets.row_views import begin_at_a_row, claims, menu_place, show_as_rows

_Index = QModelIndex | QPersistentModelIndex
INDENTATION = 16  # logical pixels of a level
BAR = 4  # of what marks the current row
PAGE = 8  # rows
AHEAD = 50  # rows before the last one of a page, from which on the next is made
_MODIFIED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class SearchLine(LookUpLine):
    """What is typed is looked for at once. ``stepped``: so many rows on in what was found; ``entered``: Enter;
    ``down_requested``: into the list; ``leave_requested``: Escape in an empty line.
    """

    stepped = Signal(int)
    entered = Signal()
    down_requested = Signal()
    leave_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = bool(self.text().strip())
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Escape:
                if self.text():
                    self.clear()
                else:
                    self.leave_requested.emit()
            case Qt.Key.Key_Down | Qt.Key.Key_Up if typed:
                self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp if typed:
                self.stepped.emit(PAGE if event.key() == Qt.Key.Key_PageDown else -PAGE)
            case Qt.Key.Key_Down:
                self.down_requested.emit()
            case _:
                super().keyPressEvent(event)


class ConceptTree(QTreeView):
    """Rows that open. ``chosen``: Enter or a double click; ``typed``: letters, which are meant for the line;
    ``back_requested``: Backspace; ``up_requested``: Up in the first row.
    """

    chosen = Signal()
    typed = Signal(str)
    back_requested = Signal()
    up_requested = Signal()
    leave_requested = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)  # a tree that asks each row for its size is slow at 10,000
        self.setIndentation(INDENTATION)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QTreeView.SelectionMode.NoSelection)  # the current row is painted as chosen
        show_as_rows(self)
        self._wants_more: QPersistentModelIndex | None = None  # the row below which the next page is to be made
        self.setItemDelegate(ConceptDelegate(self))
        self.doubleClicked.connect(lambda _: self.chosen.emit())

    def opened(self, model: ConceptTreeModel) -> list[tuple[str, tuple[str, ...]]]:
        """The rows that are open, from the top down: their vocabularies and paths."""
        found: list[tuple[str, tuple[str, ...]]] = []
        waiting = [model.index(row) for row in range(model.rowCount())]
        while waiting:
            index = waiting.pop(0)
            if self.isExpanded(index):
                found.append((model.vocabulary(index) or "", model.path_of(index)))
                waiting += [model.index(row, 0, index) for row in range(model.rowCount(index))]
        return found

    def open(
        self, model: ConceptTreeModel, rows: Iterable[tuple[str, tuple[str, ...]]]
    ) -> list[tuple[str, tuple[str, ...]]]:
        """Open such rows, as far as they are there; gives those that are not."""
        missing: list[tuple[str, tuple[str, ...]]] = []
        for vocabulary, path in rows:
            index = model.index_of(vocabulary, path)
            if index.isValid():
                self.expand(index)
            else:
                missing.append((vocabulary, path))
        return missing

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: _Index) -> None:
        """Where one of the last rows of a page comes in sight, the next page is made."""
        super().drawRow(painter, options, index)
        parent = index.parent()
        near = index.row() + AHEAD >= self.model().rowCount(parent)
        if near and self._wants_more is None and self.model().canFetchMore(parent):
            self._wants_more = QPersistentModelIndex(parent)
            QTimer.singleShot(0, self, self._fetch)

    def _fetch(self) -> None:
        parent, self._wants_more = self._wants_more, None
        if parent is not None:
            self.model().fetchMore(parent)

    def drawBranches(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        """The current row is tinted in the whole width."""
        if index == self.currentIndex():
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            option.rect = rect
            option.state |= QStyle.StateFlag.State_Selected
            paint_ground(painter, option, keys_go_here=self.hasFocus())
        super().drawBranches(painter, rect, index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        begin_at_a_row(self)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()  # also the part of the rows that no delegate paints

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match _meaning(event):
            case "choose":
                self.chosen.emit()
            case "leave":
                self.leave_requested.emit()
            case "back":
                self.back_requested.emit()
            case "type":
                self.typed.emit(event.text())
            case "up" if not self.indexAbove(self.currentIndex()).isValid():
                self.up_requested.emit()
            case _:
                super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        return claims(event, _meaning) or super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        where = menu_place(self, event)
        if where is not None:
            self.menu_wanted.emit(where)


def _meaning(event: QKeyEvent) -> str:
    """What a key means in the tree; empty for what Qt makes of it."""
    if event.modifiers() & _MODIFIED:
        return ""
    match event.key():
        case Qt.Key.Key_Return | Qt.Key.Key_Enter:
            return "choose"
        case Qt.Key.Key_Escape:
            return "leave"
        case Qt.Key.Key_Backspace:
            return "back"
        case Qt.Key.Key_Up:
            return "up"
    text = event.text()
    return "type" if text and text.isprintable() and text not in " *+-" else ""


class ConceptDelegate(QStyledItemDelegate):
    """A concept's label; a check where the open document has it; struck out where it is deprecated or gone."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, row_height(option.font, padding=3))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        view = option.widget
        painter.save()
        keys = view is not None and view.hasFocus()
        if isinstance(view, QTreeView) and view.currentIndex() == index:
            option.state |= QStyle.StateFlag.State_Selected
        whole = QRect(option.rect)
        painter.setClipRect(whole)
        option.rect = whole.adjusted(-BAR, 0, BAR, 0)  # the bar of the current row stands at the edge of the tree
        ground, text = paint_ground(painter, option, keys_go_here=keys)
        option.rect = whole
        row = RowCursor(option.rect, option.direction, GAP)
        if index.data(TreeRole.ASSIGNED):
            draw_check(painter, row.trailing(SIGN), dim(ground, text))
        painter.setPen(_pen(ground, text, index))
        draw_text(painter, row.rest(), str(index.data()), option.direction, _font(option.font, index))
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, option.rect, readable(text, ground, MARK_CONTRAST))
        painter.restore()


def _pen(ground: QColor, text: QColor, index: _Index) -> QColor:
    return dim(ground, text) if index.data(TreeRole.STATE) else text


def _font(font: QFont, index: _Index) -> QFont:
    shown = QFont(font)
    shown.setStrikeOut(bool(index.data(TreeRole.STATE)))
    shown.setBold(index.data(TreeRole.CONCEPT) is None)
    return shown
