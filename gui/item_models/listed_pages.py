"""Pages of rows as tables: what a report lists, page by page, each row with the documents that it is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from gui.widgets.tool_tips import plain_tool_tip

_Index = QModelIndex | QPersistentModelIndex
_ISOLATES = {0x2066: None, 0x2067: None, 0x2068: None, 0x2069: None}


@dataclass(frozen=True, slots=True)
class PageRow:
    """Cells in the order of the page's columns; ids of the documents that the row is about, and of the concept where it
    is about one. ``groups`` divides the documents, where they belong to several sides: names, each with its documents.
    ``merge``: a free term, and the concept that it can become (ids).
    """

    cells: tuple[str, ...]
    documents: tuple[str, ...] = ()
    concept: str | None = None
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    merge: tuple[str, str] | None = None

    @property
    def every_document(self) -> tuple[str, ...]:
        """The documents of all sides, each once."""
        return tuple(dict.fromkeys(each for _, documents in self.groups for each in documents)) or self.documents


@dataclass(frozen=True, slots=True)
class Page:
    """``numbers`` are the columns that hold numbers. ``words`` say what the page lists."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[PageRow, ...]
    numbers: frozenset[int] = frozenset()
    words: str = ""


class PageModel(QAbstractTableModel):
    """The rows of one page."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.page = Page("", (), ())

    def show_page(self, page: Page) -> None:
        """Show another page."""
        self.beginResetModel()
        self.page = page
        self.endResetModel()

    def row(self, index: _Index) -> PageRow | None:
        """The row at an index."""
        return self.page.rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.page.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.page.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole):
        if orientation == Qt.Orientation.Horizontal and section < len(self.page.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.page.columns[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(section)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        row = self.row(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.cells[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tool_tip(*row.cells[index.column()].split("\n"))
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(index.column())
        return None

    def _alignment(self, column: int) -> int:
        side = Qt.AlignmentFlag.AlignHCenter if column in self.page.numbers else Qt.AlignmentFlag.AlignLeading
        return int(side | Qt.AlignmentFlag.AlignVCenter)


def as_lines(rows: Iterable[PageRow]) -> str:
    """Rows as they are copied: one a line, with tabs between their cells."""
    return "\n".join("\t".join(" ".join(_plain(cell).split()) for cell in row.cells) for row in rows)


def as_table(page: Page, documents: Sequence[Sequence[str]]) -> tuple[list[str], list[list[str]]]:
    """A page as it is written to a file: the heads of its columns, and its rows, numbers without what groups their
    digits; ``documents`` are the names of each row's, in a last column where any row has one.
    """
    with_documents = any(documents)
    heads = [*map(_plain, page.columns), *(["documents"] if with_documents else [])]
    rows = [[_cell(page, column, cell) for column, cell in enumerate(row.cells)] for row in page.rows]
    if with_documents:
        rows = [[*row, "|".join(names)] for row, names in zip(rows, documents, strict=True)]
    return heads, rows


def _cell(page: Page, column: int, cell: str) -> str:
    return _plain(cell).replace(",", "") if column in page.numbers else _plain(cell)


def _plain(text: str) -> str:
    """A text without what keeps its parts apart on the screen."""
    return text.translate(_ISOLATES)
