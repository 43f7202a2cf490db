"""The bidi inspector: what the characters of the selection are, and why they stand in the order in which they stand."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QSizePolicy, QTableView, QVBoxLayout, QWidget

from gui.i18n.error_messages import isolated
from gui.i18n.numbers import numbered
from gui.item_models.bidi_characters import MOST_COPIED, BidiCharacters, Column
from gui.panels.bidi.strip import BidiStrip
from gui.session.session import Session
from gui.style.fonts import load_bundled_fonts, text_font
from gui.widgets.framed_table import FramedTable
from gui.widgets.row_painting import SIDE

Limits = Callable[[int], tuple[int, int]]
_LETTER = 17  # pixel size of the characters in the table


USUAL_NAME = "ARABIC LETTER ALEF WITH HAMZA BELOW"  # names have room for it, and for longer ones where there is more
SOON = 80  # milliseconds: what is selected for less time is passed over


class BidiInspector(QWidget):
    """A table of the selected characters, and above it the displayed line of the current one in visual order.

    Where nothing is selected it shows the displayed line on which the caret stands, the character behind the caret
    current. Nothing is worked out while the panel is hidden. ``reveal_requested``: start and end (code points) of the
    character that was chosen with Enter or a click; ``leave_requested``: Escape.
    """

    reveal_requested = Signal(int, int)
    leave_requested = Signal()

    def __init__(
        self, session: Session, block_of: Limits, parent: QWidget | None = None, *, line_of: Limits | None = None
    ) -> None:
        """``block_of`` gives the limits of the displayed block that holds an offset of the document shown, ``line_of``
        those of the displayed line; without it a block counts as one line.
        """
        super().__init__(parent)
        self._session = session
        self._line_of = line_of or block_of
        self._stale = True
        self._revealing = False
        self.model = BidiCharacters(block_of, line_of, self)
        self.model.set_character_font(text_font(load_bundled_fonts(), _LETTER))
        self.summary = QLabel(self)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # or each step lays out all
        self.summary.setContentsMargins(SIDE, 3, SIDE, 3)
        self.strip = BidiStrip(self.model, self)
        self.table = _CharacterTable(self.model, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.summary)
        layout.addWidget(self.strip)
        layout.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

        self.table.left.connect(self.leave_requested)
        self.table.chosen.connect(self._choose)
        self.table.copied.connect(self._copy)
        self.table.selectionModel().currentChanged.connect(self._show_line)
        self.strip.chosen.connect(self._choose_offset)
        session.selection_changed.connect(self._follow)
        # The view may hear of another text or of marks only after this panel: its lines are asked for afterwards.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SOON)
        self._later.timeout.connect(self._keep_row)
        session.document_changed.connect(self._follow_document)
        session.spans_changed.connect(lambda *_: self._later.start())
        self._retranslate()

    def refresh(self, *_: object) -> None:
        """Show what is selected now, levels and lines worked out anew: also after the layout has changed."""
        self._stale = True
        if self.isVisible():
            self._show_selection()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._show_selection()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.model.retranslate()
        self.table.setAccessibleName(self.tr("Characters"))
        self.strip.setAccessibleName(self.tr("The line from left to right"))
        self._say()

    # What is shown

    def _follow(self, *_: object) -> None:
        if self._revealing:
            return
        if self._stale or not self.isVisible():
            self._stale = True
        elif self._wanted()[:2] == self.model.limits:
            self.table.go_to(self.model.row_of(self._wanted()[2]))  # the caret moved on its line
        else:
            self._later.start()

    def _follow_document(self, *_: object) -> None:
        self._stale = True
        self.model.set_stretch("", 0, 0)
        self._show_line()
        self._say()
        self._later.start()

    def catch_up(self) -> None:
        """Show now what is to be shown soon."""
        if self._later.isActive():
            self._later.stop()
            self._keep_row()

    def _keep_row(self) -> None:
        """Marks may have moved the limits of blocks, and with them levels and lines; the current row stays."""
        limits, row = self.model.limits, self.table.currentIndex().row()
        self.refresh()
        if self.isVisible() and self.model.limits == limits:
            self.table.go_to(max(0, row))

    def _wanted(self) -> tuple[int, int, int]:
        """The stretch to show, and the offset of its current character."""
        start, end = self._session.selection
        length = len(self._session.text)
        if start < end or not length:
            return start, end, start
        caret = min(start, length - 1)
        return *self._line_of(caret), caret

    def _show_selection(self) -> None:
        self._stale = False
        start, end, current = self._wanted()
        self.model.set_stretch(self._session.text, start, end)
        self.table.go_to(self.model.row_of(current))
        self._show_line()
        self._say()

    def _say(self) -> None:
        start, end = self._session.selection
        count = self.model.rowCount()
        if not count:
            self.summary.setText(self.tr("No text is shown."))
        elif start < end:
            self.summary.setText(numbered(self.tr("Selected: %n character(s)", "", count), count))
        else:
            self.summary.setText(numbered(self.tr("The line at the caret: %n character(s)", "", count), count))

    def _show_line(self, *_: object) -> None:
        row = self.table.currentIndex().row()
        self.strip.show_line(self.model.offset(row) if 0 <= row < self.model.rowCount() else None)

    # Acts

    def _choose(self, row: int) -> None:
        if 0 <= row < self.model.rowCount():
            offset = self.model.offset(row)
            self._revealing = True  # what is revealed is selected there; the table stays with its stretch
            try:
                self.reveal_requested.emit(offset, offset + 1)
            finally:
                self._revealing = False

    def _choose_offset(self, offset: int) -> None:
        """A cell of the strip was clicked; what it stands for may lie outside the stretch."""
        start, end = self.model.limits
        if start <= offset < end:
            self.table.go_to(self.model.row_of(offset))
            self._choose(self.model.row_of(offset))
        else:
            self.reveal_requested.emit(offset, offset + 1)

    def _copy(self, first: int, last: int) -> None:
        QGuiApplication.clipboard().setText(self.model.described(first, last))
        if last - first >= MOST_COPIED:
            sentence = self.tr("Only the first {count} rows were copied.")
            self._session.message.emit(sentence.format(count=isolated(MOST_COPIED)))


class _CharacterTable(FramedTable):
    """The table itself: whole rows are selected, Enter or a click chooses, Ctrl+C copies, Tab goes on."""

    chosen = Signal(int)
    copied = Signal(int, int)
    left = Signal()

    def __init__(self, model: BidiCharacters, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAlternatingRowColors(True)
        columns = self.horizontalHeader()
        # With the table's own selection the header asks a million rows whether the whole column is selected.
        columns.setSelectionModel(QItemSelectionModel(model, columns))
        columns.setSectionsClickable(False)
        columns.setMinimumSectionSize(24)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self._measure()

    def _measure(self) -> None:
        """Rows as high as the characters need, columns as wide as what they usually hold."""
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(max(metrics.height() + 8, round(1.7 * _LETTER)))
        usual = {
            Column.CHARACTER: "ZWNBSP",
            Column.CODE: "U+10FFFF",
            Column.NAME: USUAL_NAME,
            Column.CLASS: "RLE",
            Column.LEVEL: "00",
            Column.PLACE: "000",
            Column.OFFSET: "0,000,000",
            Column.UTF16: "0,000,000",
            Column.UTF8: "0,000,000",
        }
        header = self.horizontalHeader()
        for column, sample in usual.items():
            name = str(self.model().headerData(column, Qt.Orientation.Horizontal))
            width = max(metrics.horizontalAdvance(sample), header.fontMetrics().horizontalAdvance(name)) + 16
            self.setColumnWidth(column, width)
        self._fill()

    def _fill(self) -> None:
        """Give the names what room the columns leave: rows end where the table ends."""
        header = self.horizontalHeader()
        room = self.viewport().width() - header.length()
        usual = header.fontMetrics().horizontalAdvance(USUAL_NAME) + 16
        width = max(usual, self.columnWidth(Column.NAME) + room)
        if width != self.columnWidth(Column.NAME):
            self.setColumnWidth(Column.NAME, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fill()

    def go_to(self, row: int) -> None:
        """Make a row the current one, alone selected, and show it."""
        index = self.model().index(row, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LanguageChange):
            self._measure()

    def scrollTo(self, index: QModelIndex, hint=QAbstractItemView.ScrollHint.EnsureVisible) -> None:
        """Scroll up and down only: whoever looks at a column goes on looking at it."""
        across = self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        if self.state() == QAbstractItemView.State.NoState and not self.hasFocus():
            self.horizontalScrollBar().setValue(across)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            ranges = self.selectionModel().selection()
            if not ranges.isEmpty():
                self.copied.emit(ranges.first().top(), ranges.first().bottom())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            self.chosen.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
