"""The documents panel: all documents of the project, filtered by typing; the current one is the one shown."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.item_models.documents import Column, DocumentModel
from gui.item_models.numbers import grouped, numbered
from gui.operations import DESCRIPTORS
from gui.panels.framed_table import FramedTable
from gui.panels.row_painting import dim
from gui.refusals import isolated
from gui.session import Session
from model.annotation.documents import DocumentSummary, ProgressState
from model.annotation.layers import Scheme
from model.annotation.values import Span
from model.project import Changes

_SPANS = frozenset({"span", "feature"})  # kinds of rows that change nothing in a document's row but that count
FEW_DOCUMENTS = 50  # above it, all are read at once rather than one by one
LEAST_NAME = 140  # logical pixels: in less, names of documents all look the same
SYMBOL_WIDTH = 140  # logical pixels: the longest symbols fit


class DocumentsPanel(QWidget):
    """A table of documents below a line to filter it. Choosing a row shows that document."""

    leave_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = DocumentModel(self)
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.table = _Table(self)
        self.table.setModel(self.model)
        self._shape_table()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        layout.addWidget(self.filter)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.count)
        self.setFocusProxy(self.table)

        self.filter.textChanged.connect(self._filter_changed)
        self.filter.installEventFilter(self)
        self.table.selectionModel().currentRowChanged.connect(self._current_changed)
        self.model.modelReset.connect(lambda: self._show_current(self._session.document))
        self.table.entered_row.connect(self.leave_requested)
        self.table.left.connect(self.leave_requested)
        session.project_changed.connect(self.reload)
        session.document_changed.connect(self._show_current)
        session.changes.connect(self._follow)
        session.spans_changed.connect(self._count_clauses)
        self._retranslate()
        self.reload()

    def _shape_table(self) -> None:
        table = self.table
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.verticalHeader().hide()
        # One height for all rows: a table that asks each row for its size is slow at 20,000.
        rows = table.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        widths = (
            (Column.CLAUSES, "999"),
            (Column.DESCRIPTORS, "99"),
            (Column.PROGRESS, "●●"),
        )
        for column, longest in widths:
            header.resizeSection(column, table.fontMetrics().horizontalAdvance(longest) + 10)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        table.setItemDelegateForColumn(Column.SYMBOL, _NameBelow(table))

    # What the window asks for

    def reload(self) -> None:
        """Read the list anew."""
        project = self._session.project
        documents = [] if project is None else project.documents()
        self.model.set_documents(documents, self._tasks())
        self._tell_count()

    def step(self, steps: int) -> None:
        """Show the document so many rows further down (up where negative); stays at the list's ends."""
        row = self.model.row_of(self._session.document)
        wanted = max(0, min(row + steps if row >= 0 else 0, self.model.rowCount() - 1))
        document = self.model.document_at(wanted)
        if document is not None:
            self._session.set_document(document)

    def focus_filter(self) -> None:
        """Type into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    # Following

    def _follow(self, changes: Changes) -> None:
        project = self._session.project
        if project is None:
            return
        shown = self._session.document
        if changes.rows.keys() <= _SPANS and changes.documents == {shown} and self.model.summary(shown) is not None:
            return  # the session has counted: see _count_clauses
        if len(changes.documents) > FEW_DOCUMENTS:
            self.reload()
            return
        summaries = [project.summary(document) for document in changes.documents]
        if any(self.model.place_of(document) < 0 for document in changes.documents) or None in summaries:
            self.reload()
            return
        for summary in summaries:
            if summary is not None:
                self.model.change(summary)

    def _count_clauses(self, gone: list[str], different: list[Span]) -> None:
        """Marks of the document shown have changed. Counted in the file, each would cost as much as there are."""
        summary = self.model.summary(self._session.document)
        if summary is not None:
            self.model.change(replace(summary, span_count=self._count()))

    def _show_current(self, document: str | None) -> None:
        row = self.model.row_of(document)
        selection = self.table.selectionModel()
        if row < 0:
            selection.clear()
            return
        index = self.model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        if selection.currentIndex().row() != row or not selection.hasSelection():
            selection.setCurrentIndex(index, flags)
        self.table.scrollTo(index)

    def _current_changed(self, current: QModelIndex, _: QModelIndex) -> None:
        document = self.model.document_at(current.row())
        if document is not None and current.isValid():
            self._session.set_document(document)

    def _filter_changed(self, text: str) -> None:
        self.model.set_filter(text)
        self._tell_count()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                if self.filter.text():
                    self.filter.clear()
                else:
                    self.leave_requested.emit()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.model.rowCount():
                if event.key() != Qt.Key.Key_Down:
                    document = self.model.document_at(max(0, self.model.row_of(self._session.document)))
                    self._session.set_document(document)
                    self.leave_requested.emit()
                else:
                    self.table.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    # Words

    def _scheme(self) -> Scheme | None:
        return None if self._session.project is None else self._session.project.scheme

    def _count(self) -> int:
        """How many clauses the document shown has, as its row counts them."""
        scheme = self._scheme()
        clauses = None if scheme is None else scheme.clauses
        return 0 if clauses is None else self._session.count(clauses.id)

    def _tasks(self) -> tuple[str, ...]:
        """Clauses and descriptors: what every document is annotated with."""
        scheme = self._scheme()
        trees = () if scheme is None else tuple(layer.id for layer in scheme.layers if layer.overlap == "tree")
        return (*trees, DESCRIPTORS)

    def _tell_count(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        if shown == total:
            self.count.setText(numbered(self.tr("%n document(s)", "", total), total))
        else:
            self.count.setText(
                self.tr("{shown} of {total}").format(shown=isolated(grouped(shown)), total=isolated(grouped(total)))
            )

    def _describe(self, summary: DocumentSummary) -> str:
        """Each task and how far it is, in words."""
        scheme, language = self._scheme(), self._session.language
        words: dict[ProgressState, str] = {
            "new": self.tr("not begun"),
            "in-progress": self.tr("in progress"),
            "done": self.tr("done"),
        }
        lines: list[str] = []
        for task in self._tasks():
            name = (
                self.tr("Descriptors") if task == DESCRIPTORS or scheme is None else scheme.layer(task).name(language)
            )
            lines.append(f"{name}: {words[summary.progress.get(task, 'new')]}")
        return "\n".join(lines)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter by name, symbol or title"))
        self.filter.setAccessibleName(self.tr("Filter documents"))
        self.table.setAccessibleName(self.tr("Documents"))
        headers = (
            self.tr("Symbol"),
            self.tr("Name"),
            self.tr("Clauses"),
            self.tr("Descriptors"),
            self.tr("Progress"),
        )
        self.model.set_words(headers, self._describe)
        self._tell_count()


class _NameBelow(QStyledItemDelegate):
    """A symbol with the document's name below it, small, where the panel is too narrow for a column of names."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        table = self.parent()
        name = str(index.sibling(index.row(), Column.NAME).data() or "")
        if not isinstance(table, QTableView) or not table.isColumnHidden(Column.NAME):
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        symbol, option.text = option.text, ""
        table.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, table)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        painter.save()
        area = option.rect.adjusted(4, 2, -4, -2)
        # Symbols and names of files are read from the left; where they stand follows the window.
        place = Qt.AlignmentFlag.AlignRight if table.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        small = QFont(option.font)
        small.setPixelSize(max(9, QFontInfo(option.font).pixelSize() - 2))
        ground, plain = palette.base().color(), palette.text().color()
        lines = [(symbol or name, option.font, plain)]
        if symbol and symbol != name:
            lines.append((name, small, dim(ground, plain)))
        height = area.height() // 2
        for number, (text, font, colour) in enumerate(lines):
            painter.setFont(font)
            painter.setPen(palette.highlightedText().color() if selected else colour)
            box = area.adjusted(0, number * height, 0, 0)
            box.setHeight(height)
            # Of a symbol the end tells the document, of a name the middle can go.
            where = Qt.TextElideMode.ElideLeft if text == symbol else Qt.TextElideMode.ElideMiddle
            shown = QFontMetrics(font).elidedText(text, where, box.width())
            painter.drawText(
                box, place | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, isolated(shown)
            )
        painter.restore()


class _Table(FramedTable):
    """The table. Return and Escape lead back to the text."""

    entered_row = Signal()
    left = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit(event.size().width())
        super().resizeEvent(event)

    def fit(self, width: int) -> None:
        """Give names a column of their own where there is room for it, else the line below the symbol."""
        others = (column for column in (Column.CLAUSES, Column.DESCRIPTORS, Column.PROGRESS))
        room = width - SYMBOL_WIDTH - sum(self.columnWidth(column) for column in others)
        narrow = room < LEAST_NAME
        self.setColumnHidden(Column.NAME, narrow)
        header = self.horizontalHeader()
        mode = QHeaderView.ResizeMode
        header.setSectionResizeMode(Column.SYMBOL, mode.Stretch if narrow else mode.Interactive)
        if not narrow:
            header.resizeSection(Column.SYMBOL, SYMBOL_WIDTH)
        line = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(2 * line + 6 if narrow else line + 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
