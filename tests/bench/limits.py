"""The least that the machine needs for what the window does: bare SQLite and bare Qt, nothing of Qarar's code.

The database is a copy of the measured project, so that its pages, indexes and foreign keys are the same. The text is
laid out with one QTextLayout and drawn in a widget of the size of the window's text view.
"""

import json
import sqlite3
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QWidget

_SPACING = 1.2  # rows of the text view stand about so far apart, in ascents and descents of the font
_A_PAGE = 20_000  # code points that fill a page at any rate


class BarePage(QWidget):
    """A widget that lays a text out from its top until it is full, and draws it."""

    def __init__(self, width: int, height: int, column: int, font: QFont) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(width, height)
        self._column = column
        self._font = font
        self._layout: QTextLayout | None = None
        self.show()
        QApplication.processEvents()

    def lay_out(self, text: str) -> int:
        """Lay out as much as fills the page; gives how many code points (of the basic plane) those are."""
        layout = QTextLayout(text, self._font)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        y, filled = 0.0, 0
        while y < self.height():
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self._column)
            line.setPosition(QPointF(0, y))
            y += line.height() * _SPACING
            filled = line.textStart() + line.textLength()
        layout.endLayout()
        self._layout = layout
        return filled

    def filling(self, text: str) -> str:
        """The beginning of a text that fills one page."""
        return text[: self.lay_out(text[:_A_PAGE])]

    def pages(self, text: str) -> Iterator[str]:
        """A text page by page."""
        begin = 0
        while begin < len(text):
            page = self.filling(text[begin : begin + _A_PAGE])
            yield page
            begin += max(1, len(page))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.palette().base())
        if self._layout is not None:
            painter.setPen(self.palette().text().color())
            self._layout.draw(painter, QPointF(self.width() - self._column, 0))
        painter.end()

    def frame(self, text: str) -> float:
        """Milliseconds to lay out and draw a page of text."""
        begun = perf_counter()
        self.lay_out(text)
        self.repaint()
        return (perf_counter() - begun) * 1000

    def drawing(self) -> float:
        """Milliseconds to draw what is laid out once more."""
        begun = perf_counter()
        self.repaint()
        return (perf_counter() - begun) * 1000


class BareFile:
    """A copy of a project file, read and written with ``sqlite3`` alone."""

    def __init__(self, project: Path, copy: Path) -> None:
        with sqlite3.connect(project) as source:
            target = sqlite3.connect(copy)
            source.backup(target)
        source.close()
        target.close()
        self._connection = sqlite3.connect(copy, isolation_level=None)
        for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._annotator = str(self._connection.execute("SELECT id FROM annotator").fetchone()[0])
        self._connection.row_factory = sqlite3.Row
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        self._connection.close()

    def reading(self, document: str) -> float:
        """Milliseconds to read a document's text and the rows of its spans."""
        begun = perf_counter()
        found = self._connection.execute(
            "SELECT body FROM document JOIN text ON text.sha256 = text_sha256 WHERE document.id = ?", (document,)
        ).fetchone()
        rows = self._connection.execute("SELECT * FROM span WHERE document = ?", (document,)).fetchall()
        spent = (perf_counter() - begun) * 1000
        assert found is not None and rows is not None
        return spent

    def marking(self, document: str) -> tuple[float, str]:
        """Milliseconds to commit a span with its operation and the record of the change; and the span's id."""
        row = dict(self._connection.execute("SELECT * FROM span LIMIT 1").fetchone())
        row |= {"id": str(uuid.uuid4()), "document": document, "annotator": self._annotator}
        names = ", ".join(f'"{name}"' for name in row)
        after = json.dumps(row)
        begun = perf_counter()
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(f"INSERT INTO span ({names}) VALUES ({', '.join('?' * len(row))})", list(row.values()))
        number = self._operation("do")
        self._connection.execute(
            "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?)", (number, 0, "span", row["id"], document, None, after)
        )
        self._connection.execute("COMMIT")
        return (perf_counter() - begun) * 1000, row["id"]

    def unmarking(self, span: str) -> float:
        """Milliseconds to commit that a span is gone, with its operation."""
        begun = perf_counter()
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("DELETE FROM span WHERE id = ?", (span,))
        self._operation("undo")
        self._connection.execute("COMMIT")
        return (perf_counter() - begun) * 1000

    def clauses(self, document: str) -> list[str]:
        """Ids of a document's clauses."""
        found = self._connection.execute("SELECT id FROM span WHERE document = ? AND layer = 'clause'", (document,))
        return [str(row[0]) for row in found]

    def changing(self, spans: Sequence[str], status: str) -> float:
        """Milliseconds to commit another status of these spans, with one operation."""
        begun = perf_counter()
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.executemany("UPDATE span SET status = ? WHERE id = ?", [(status, span) for span in spans])
        self._operation("undo")
        self._connection.execute("COMMIT")
        return (perf_counter() - begun) * 1000

    def _operation(self, kind: str) -> int:
        written = self._connection.execute(
            "INSERT INTO operation (id, name, kind, target, annotator, time) VALUES (?, ?, ?, ?, ?, ?)",
            (str(uuid.uuid4()), "bare", kind, None, self._annotator, "2024-01-01T00:00:00.000Z"),
        )
        return int(written.lastrowid or 0)
