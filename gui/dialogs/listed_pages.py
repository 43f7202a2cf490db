"""The pages of a report: their titles at the side, the rows of one as a table, and the documents of a row below."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui.i18n.error_messages import isolated
from gui.i18n.numbers import grouped, numbered
from gui.item_models.listed_pages import Page, PageModel, PageRow, as_lines, as_table
from gui.widgets.framed_table import FramedTable
from gui.widgets.row_painting import (
    RowCursor,
    dim,
    draw_text,
    heading_font,
    paint_ground,
    row_height,
    smaller,
    text_width,
)
from gui.widgets.wrapped_label import WrappedLabel
from model.formats.list_csv import write_list

_Index = QModelIndex | QPersistentModelIndex
_COUNT = Qt.ItemDataRole.UserRole
_DOCUMENT = Qt.ItemDataRole.UserRole + 1
LISTED_AT_MOST = 2000  # documents of a row
SIDE_WIDTH, DOCUMENTS_HEIGHT = 230, 130  # logical pixels


class ListedPages(QWidget):
    """``document_wanted``: the id of a document that is to be shown; ``concept_wanted``: that of a concept. ``names``
    gives the names of documents, in the order of their ids; those that are gone are left out. ``row_changed``: another
    row is current.
    """

    document_wanted = Signal(str)
    concept_wanted = Signal(str)
    row_changed = Signal()

    def __init__(self, names: Callable[[Sequence[str]], list[tuple[str, str]]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._pages: Sequence[Page] = ()
        self.titles = QListWidget(self)
        self.titles.setItemDelegate(_TitleDelegate(self.titles))
        self.titles.setMinimumWidth(120)
        self.titles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model = PageModel(self)
        self.table = _PageTable(self.model, self)
        self.words = WrappedLabel("", self)
        self.documents = QListWidget(self)
        self.documents.setWordWrap(True)
        self.documents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._heading = QLabel(self)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setBuddy(self.documents)
        self._below = QWidget(self)
        self._arrange()
        self.titles.currentRowChanged.connect(self._show_page)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_documents())
        self.table.chosen.connect(self._choose)
        self.table.copy_wanted.connect(self.copy)
        self.table.doubleClicked.connect(lambda _: self._choose())
        self.documents.itemActivated.connect(self._open)
        self.documents.installEventFilter(self)
        self.setFocusProxy(self.table)
        self.retranslate()

    def _arrange(self) -> None:
        beside = QWidget(self)
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        rows = QSplitter(Qt.Orientation.Vertical, beside)
        rows.addWidget(self.table)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(2)
        below.addWidget(self._heading)
        below.addWidget(self.documents, 1)
        rows.addWidget(self._below)
        rows.setChildrenCollapsible(False)
        rows.setStretchFactor(0, 1)
        rows.setSizes([1000, DOCUMENTS_HEIGHT])
        column.addWidget(rows, 1)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.addWidget(self.titles)
        halves.addWidget(beside)
        halves.setChildrenCollapsible(False)
        halves.setStretchFactor(1, 1)
        halves.setSizes([SIDE_WIDTH, 1000])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(halves)

    # What is shown

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show these pages, the same one in front as before, else the first that has rows."""
        before = self.titles.currentRow()
        self._pages = pages
        self.titles.blockSignals(True)
        self.titles.clear()
        for page in pages:
            item = QListWidgetItem(page.title)
            item.setData(_COUNT, len(page.rows))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{page.title}: {grouped(len(page.rows))}")
            self.titles.addItem(item)
        self.titles.blockSignals(False)
        filled = next((place for place, page in enumerate(pages) if page.rows), 0)
        self.titles.setCurrentRow(before if 0 <= before < len(pages) else filled)

    @property
    def page(self) -> Page:
        """The page in front."""
        return self.model.page

    def current(self) -> PageRow | None:
        """The current row."""
        return self.model.row(self.table.currentIndex())

    def retranslate(self) -> None:
        """Take the words of the window's language; the pages come anew."""
        self.titles.setAccessibleName(self.tr("Pages"))
        self.documents.setAccessibleName(self.tr("Documents"))

    def _show_page(self, place: int) -> None:
        page = self._pages[place] if 0 <= place < len(self._pages) else Page("", (), ())
        self.model.show_page(page)
        self.table.fit_columns()
        self.table.setAccessibleName(page.title)
        self.words.setText(page.words if page.rows else self.tr("There are none."))
        self.words.setVisible(bool(self.words.text()))
        self._below.setVisible(any(row.documents or row.groups for row in page.rows))
        if page.rows:
            self.table.selectRow(0)
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_documents()

    def _show_documents(self) -> None:
        row = self.model.row(self.table.currentIndex())
        self.documents.clear()
        groups = () if row is None else row.groups or (("", row.documents),)
        count = 0 if row is None else len(row.every_document)
        self._heading.setText(numbered(self.tr("In %n document(s)", "", count), count))
        for title, documents in groups:
            if title and documents:
                self.documents.addItem(self._heading_item(title))
            for document, name in self._names(documents[:LISTED_AT_MOST]):
                item = QListWidgetItem(isolated(name))
                item.setData(_DOCUMENT, document)
                self.documents.addItem(item)
        self.row_changed.emit()

    def _heading_item(self, title: str) -> QListWidgetItem:
        """What documents stand under: cannot be chosen, and is no less easy to read for that."""
        item = QListWidgetItem(title)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(heading_font(self.font()))
        palette = self.palette()
        item.setForeground(dim(palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)))
        return item

    # What is done

    def copy(self) -> None:
        """Copy the chosen rows."""
        rows = self._chosen()
        if rows:
            QGuiApplication.clipboard().setText(as_lines(rows))

    def ask_target(self, folder: Path) -> Path | None:
        """Where the page is to be written to."""
        pattern = self.tr("CSV tables") + " (*.csv)"
        found, _ = QFileDialog.getSaveFileName(self, self.tr("Export the list"), str(folder / "list.csv"), pattern)
        return None if not found else Path(found) if Path(found).suffix else Path(found + ".csv")

    def write(self, target: Path) -> None:
        """Write the page in front as CSV."""
        page = self.page
        documents = [[name for _, name in self._names(row.every_document)] for row in page.rows]
        write_list(*as_table(page, documents), target, page.numbers)

    def _chosen(self) -> list[PageRow]:
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.page.rows[row] for row in rows]

    def _choose(self) -> None:
        """Enter in a row: to its only document, to the list of its documents, or to its concept."""
        row = self.model.row(self.table.currentIndex())
        if row is None:
            return
        documents = row.every_document
        if len(documents) == 1:
            self.document_wanted.emit(documents[0])
        elif documents:
            places = range(self.documents.count())
            self.documents.setCurrentRow(
                next((each for each in places if self.documents.item(each).data(_DOCUMENT)), -1)
            )
            self.documents.setFocus(Qt.FocusReason.OtherFocusReason)
        elif row.concept is not None:
            self.concept_wanted.emit(row.concept)

    def _open(self, item: QListWidgetItem) -> None:
        document = item.data(_DOCUMENT)
        if document:
            self.document_wanted.emit(document)

    def eventFilter(self, watched, event: QEvent) -> bool:
        """Enter opens a document whatever the platform takes for activation; Backspace leads back to the rows."""
        if watched is self.documents and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.documents.currentItem() is not None:
                self._open(self.documents.currentItem())
                return True
            if event.key() == Qt.Key.Key_Backspace:
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)


class _PageTable(FramedTable):
    """``chosen``: Enter; ``copy_wanted``: the rows are to be copied."""

    chosen = Signal()
    copy_wanted = Signal()

    def __init__(self, model: PageModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def fit_columns(self) -> None:
        """Give each column what its first rows need, and the widest ones less where they have no room together."""
        model, metrics = self.model(), self.fontMetrics()
        assert isinstance(model, PageModel)
        page = model.page
        wanted = [
            24
            + max(metrics.horizontalAdvance(text) for text in (title, *(row.cells[place] for row in page.rows[:200])))
            for place, title in enumerate(page.columns)
        ]
        room = max(200, self.viewport().width())
        while sum(wanted) > room and max(wanted) > room // len(wanted):
            widest = wanted.index(max(wanted))
            wanted[widest] = max(room // len(wanted), wanted[widest] - 8)
        for place, width in enumerate(wanted):
            self.setColumnWidth(place, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self.model().columnCount():
            self.fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)


class _TitleDelegate(QStyledItemDelegate):
    """A page's title, and how many rows it has."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, row_height(option.font, padding=5))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        keys = option.widget is not None and option.widget.hasFocus()
        ground, text = paint_ground(painter, option, keys_go_here=keys)
        row = RowCursor(option.rect, option.direction)
        count, small = grouped(int(index.data(_COUNT) or 0)), smaller(option.font)
        painter.setPen(dim(ground, text))
        draw_text(painter, row.trailing(text_width(count, small) + 2), count, option.direction, small)
        painter.setPen(text if index.data(_COUNT) else dim(ground, text))
        draw_text(painter, row.rest(), str(index.data()), option.direction, option.font)
        painter.restore()
