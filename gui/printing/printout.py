"""One document on sheets: its pages in order, each with head and foot, painted one at a time."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QRectF
from PySide6.QtGui import QPainter

from gui.i18n.error_messages import isolated
from gui.i18n.numbers import grouped
from gui.printing.body import Body, TextPage, print_font
from gui.printing.content import Content, PrintOptions
from gui.printing.front import Front
from gui.printing.sheet import Sheet
from gui.printing.strips import Strip, paint_words
from model.progress import ProgressCallback, no_progress

_SMALL = 12  # units
_HEAD_HEIGHT = 22
_PAGE_NUMBER = 120  # the width that it has for itself
_LEAST_ROWS = 3  # of text below what stands before it; with room for fewer the text begins on the next page


class PrintedPage(NamedTuple):
    """What a page holds: strips from the top, then rows of text."""

    strips: tuple[Strip, ...]
    text: TextPage | None


class Printout:
    """A document on sheets; ``on_progress`` is asked while its pages are found."""

    def __init__(
        self, content: Content, options: PrintOptions, sheet: Sheet, on_progress: ProgressCallback = no_progress
    ) -> None:
        self._content = content
        self._sheet = sheet
        self._from_right = options.language == "ar"
        self._font = print_font(options.family, _SMALL)
        self._bold = print_font(options.family, _SMALL, bold=True)
        self.body = Body(content, options, sheet.width)
        self._theme = self.body.theme
        self.pages: list[PrintedPage] = []
        for page in self._find_pages(Front(content, options, self._theme, sheet.width).strips()):
            on_progress(0, 0)
            self.pages.append(page)

    def _find_pages(self, strips: list[Strip]) -> Iterator[PrintedPage]:
        room = self._sheet.room
        pages: list[list[Strip]] = [[]]
        left = room + self._sheet.top  # the first page has no head
        for strip in strips:
            if strip.height > left and pages[-1]:
                pages.append([])
                left = room
            pages[-1].append(strip)
            left -= strip.height
        if left < _LEAST_ROWS * self.body.row_height:
            pages.append([])
            left = room
        *only_strips, first = pages
        for page in only_strips:
            yield PrintedPage(tuple(page), None)
        for text in self.body.pages(left, room):
            yield PrintedPage(tuple(first), text)
            first = []

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint the page of that number, counted from 0, on a painter whose origin is the sheet's printed corner."""
        sheet, page = self._sheet, self.pages[number]
        painter.save()
        painter.scale(sheet.scale, sheet.scale)
        if number > 0:
            self._paint_head(painter)
        self._paint_foot(painter, number)
        y = sheet.top if number > 0 else 0
        for strip in page.strips:
            strip.paint(painter, y)
            y += strip.height
        if page.text is not None:
            painter.translate(0, y)
            self.body.paint(painter, page.text, sheet.scale)
        painter.restore()

    def _paint_head(self, painter: QPainter) -> None:
        metadata, width = self._content.metadata, self._sheet.width
        symbol = isolated(metadata.symbol or self._content.name)
        self._words(painter, symbol, QRectF(0, 0, width, _HEAD_HEIGHT), bold=True)
        if metadata.title:
            aside = width * 0.3
            place = QRectF(0 if self._from_right else aside, 0, width - aside, _HEAD_HEIGHT)
            self._words(painter, f"\u2068{metadata.title}\u2069", place, at_end=True)
        painter.fillRect(QRectF(0, _HEAD_HEIGHT + 2, width, 1), self._theme.rule)

    def _paint_foot(self, painter: QPainter, number: int) -> None:
        sheet, translate = self._sheet, QCoreApplication.translate
        top = sheet.height - _HEAD_HEIGHT
        painter.fillRect(QRectF(0, top - 2, sheet.width, 1), self._theme.rule)
        place = QRectF(0, top, sheet.width, _HEAD_HEIGHT)
        words = translate("Printout", "Page {number} of {total}")
        pages = words.format(number=isolated(grouped(number + 1)), total=isolated(grouped(len(self.pages))))
        self._words(painter, pages, place, at_end=True)
        today = f"\u2068{QLocale().toString(QDate.currentDate(), 'd MMMM yyyy')}\u2069"
        told = [today, f"\u2068{self._content.project}\u2069"]
        if self._content.annotators:
            names = translate("Printout", ", ").join(f"\u2068{name}\u2069" for name in self._content.annotators)
            told.append(translate("Printout", "Annotators: {names}").format(names=names))
        aside = _PAGE_NUMBER if self._from_right else 0
        place = QRectF(aside, top, sheet.width - _PAGE_NUMBER, _HEAD_HEIGHT)
        self._words(painter, " · ".join(told), place)

    def _words(self, painter: QPainter, text: str, place: QRectF, *, bold: bool = False, at_end: bool = False) -> None:
        font = self._bold if bold else self._font
        paint_words(painter, text, font, place, self._theme.text, from_right=self._from_right, at_end=at_end)
