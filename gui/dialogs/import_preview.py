"""The part of the import dialog that shows what was recognised: a table of the files, and the chosen one's text."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.import_reader import SHOWN, ImportReader
from gui.i18n.error_messages import isolated, sentence
from gui.i18n.numbers import grouped, numbered
from gui.style.fonts import DEFAULT_FAMILY, text_font
from gui.widgets.tool_tips import plain_tool_tip
from gui.widgets.wrapped_label import WrappedLabel
from model.annotation.layers import Scheme, read_scheme
from model.errors import UserError
from model.formats.import_preview import FilesToImport, Preview
from model.formats.input_formats import Kind

_PIXELS = 18
_FILE, _SYMBOL, _ORGAN, _ADOPTED, _TITLE, _CHARACTERS, _DESCRIPTORS, _CLAUSES = range(8)
_WIDTHS = (170, 120, 66, 88, 200, 86, 90, 66)
_NUMBERS = (_CHARACTERS, _DESCRIPTORS, _CLAUSES)


class ImportPreview(QWidget):
    """``look`` reads sources anew; ``suggested`` tells what they obviously are (the id of a kind, or an empty text)."""

    suggested = Signal(str)

    def __init__(self, language: str, scheme: Scheme | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._scheme = scheme or read_scheme()
        self._previews: dict[int, Preview] = {}
        self._found = FilesToImport((), ())
        self._readers: list[ImportReader] = []
        self._failed: Exception | None = None
        self.table = QTableWidget(0, 8, self)
        self.table.setAccessibleName(self.tr("What was recognised"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("File"),
                self.tr("Symbol"),
                self.tr("Organ"),
                self.tr("Adopted"),
                self.tr("Title"),
                self.tr("Characters"),
                self.tr("Descriptors"),
                self.tr("Clauses"),
            ]
        )
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.table.fontMetrics().height() + 8)
        header = self.table.horizontalHeader()
        header.setMinimumSectionSize(40)
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, width)
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        self.table.currentCellChanged.connect(lambda row, *_: self._show(row))
        self.state = WrappedLabel("", self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Beginning of the text"))
        self.text.setPlaceholderText(self.tr("Choose a file above to see its text"))
        self.text.setFont(text_font(DEFAULT_FAMILY, _PIXELS))
        option = QTextOption(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        self.text.document().setDefaultTextOption(option)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.details = WrappedLabel("", self)
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.details.setMargin(6)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        scroll = QScrollArea(self)
        scroll.setWidget(self.details)
        scroll.setAccessibleName(self.tr("What there is to say about the file"))
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        below = QSplitter(Qt.Orientation.Horizontal, self)
        below.addWidget(self.text)
        below.addWidget(scroll)
        below.setSizes([500, 340])
        upper = QWidget(self)
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.state)
        whole = QSplitter(Qt.Orientation.Vertical, self)
        whole.addWidget(upper)
        whole.addWidget(below)
        whole.setSizes([160, 140])
        whole.setChildrenCollapsible(False)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(whole)

    def look(self, sources: Sequence[Path], kind: Kind | None) -> None:
        """Read these sources and show them in the place of what is shown."""
        self.stop()
        self._previews = {}
        self._found = FilesToImport((), ())
        self.table.clearSpans()
        self.table.setRowCount(0)
        self._show(-1)
        self.suggested.emit("")
        if not sources:
            self.state.setText("")
            return
        self.state.setText(self.tr("Looking for files…"))
        reader = ImportReader(sources, kind)
        self._readers.append(reader)
        reader.found.connect(self._list)
        reader.previewed.connect(self._fill)
        reader.failed.connect(self._fail)
        reader.finished.connect(self._ended)
        reader.start()

    def stop(self) -> None:
        """Read no further file. Nobody waits for the one that is being read, nor hears of it."""
        for reader in self._readers:
            reader.cancel()

    @property
    def reading(self) -> bool:
        """Whether something is still read."""
        return any(not reader.stopping for reader in self._readers)

    def _ended(self) -> None:
        self._readers = [reader for reader in self._readers if reader.is_running]
        self._tell()

    def _fail(self, error: Exception) -> None:
        raise error

    def _list(self, reader: ImportReader, found: FilesToImport) -> None:
        """Show the names of what was found; what is in the files comes later."""
        if reader.stopping:
            return
        self._found = found
        self.suggested.emit(found.suggestion or "")
        shown = found.files[:SHOWN]
        self.table.setRowCount(len(found.refused) + len(shown))
        for row, refusal in enumerate(found.refused):
            self._put(row, _FILE, isolated(self._name(refusal)), str(refusal.values.get("path", "")))
            self._put_over(row, refusal)
        for number, path in enumerate(shown):
            row = len(found.refused) + number
            self._put(row, _FILE, isolated(path.name), str(path))
            self._put(row, _SYMBOL, "…")
        if self.table.rowCount():
            self.table.setCurrentCell(min(len(found.refused), self.table.rowCount() - 1), _FILE)
        self._tell()

    def _fill(self, reader: ImportReader, number: int, each: Preview) -> None:
        """Show what was recognised in one file."""
        if reader.stopping:
            return
        self._previews[number] = each
        row = len(self._found.refused) + number
        if each.refusal is not None:
            self._put_over(row, each.refusal)
        else:
            metadata = each.metadata
            adopted = "" if metadata.adopted is None else isolated(metadata.adopted)
            self._put(row, _SYMBOL, "" if metadata.symbol is None else isolated(metadata.symbol))
            self._put(row, _ORGAN, metadata.organ or "")
            self._put(row, _ADOPTED, adopted)
            self._put(row, _TITLE, self._title(each), self._title(each))
            self._put(row, _CHARACTERS, grouped(each.length) if each.length else "")
            self._put(row, _DESCRIPTORS, grouped(len(each.terms)) if each.length else "")
            self._put(row, _CLAUSES, grouped(sum(count for _, count in each.clauses)) if each.length else "")
        if row == self.table.currentRow():
            self._show(row)
        self._tell()

    def _title(self, each: Preview) -> str:
        if each.documents is not None and not each.length:
            return numbered(self.tr("%n document(s)", "", each.documents), each.documents)
        return f"\u2068{each.metadata.title}\u2069" if each.metadata.title else ""  # so that it is cut at its own end

    def _put(self, row: int, column: int, text: str, tip: str = "") -> None:
        item = QTableWidgetItem(text)
        item.setToolTip(plain_tool_tip(tip))
        side = Qt.AlignmentFlag.AlignTrailing if column in _NUMBERS else Qt.AlignmentFlag.AlignLeading
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.table.setItem(row, column, item)

    def _put_over(self, row: int, refusal: UserError) -> None:
        """One sentence across the row in the place of what is not known."""
        words = self._sentence(refusal)
        self._put(row, _SYMBOL, words, words)
        self.table.setSpan(row, _SYMBOL, 1, self.table.columnCount() - 1)

    def _sentence(self, refusal: UserError) -> str:
        """A refusal with the file's name for its path."""
        values = {key: Path(value.name) if isinstance(value, Path) else value for key, value in refusal.values.items()}
        return sentence(UserError(refusal.template, **values), self._language, self._scheme)

    def _name(self, refusal: UserError) -> str:
        path = refusal.values.get("path")
        return path.name if isinstance(path, Path) else ""

    def _tell(self) -> None:
        """How far the reading is, and how much more there is than is shown."""
        total = len(self._found.files)
        parts = [numbered(self.tr("%n file(s) found.", "", total), total)]
        if total > SHOWN:
            words = self.tr("Only the first {count} are shown here; the import reads all.")
            parts.append(words.format(count=isolated(SHOWN)))
        left = min(total, SHOWN) - len(self._previews)
        if left and self.reading:
            parts.append(numbered(self.tr("%n still to be read…", "", left), left))
        self.state.setText(" ".join(parts))

    def _show(self, row: int) -> None:
        """Show the text of a row's file, and what there is to say about it."""
        number = row - len(self._found.refused)
        each = self._previews.get(number) if row >= 0 else None
        if each is None:
            refused = 0 <= row < len(self._found.refused)
            self.text.setPlainText("")
            self.details.setText(self._sentence(self._found.refused[row]) if refused else "")
            return
        cut = each.length > len(each.beginning)
        self.text.setPlainText(each.beginning + ("…" if cut else ""))
        self.details.setText("\n".join(self._lines(each)))

    def _lines(self, each: Preview) -> list[str]:
        if each.refusal is not None:
            return [self._sentence(each.refusal)]
        lines = [self._sentence(note) for note in each.notes]
        if each.terms:
            words = self.tr("Descriptors: {terms}")
            # Each term keeps its own direction, and so does the list of them.
            comma = self.tr(", ")
            lines.append(words.format(terms=comma.join(f"\u2068{term}\u2069" for term in each.terms)))
        for label_id, count in each.clauses:
            name = next(
                (label.name(self._language) for label in self._scheme.labels() if label.id == label_id), label_id
            )
            lines.append(self.tr("{label}: {count}").format(label=name, count=isolated(grouped(count))))
        return lines
