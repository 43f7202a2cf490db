"""What stands before the text: symbol, title and what is known of the document, its descriptors, and what the colours
mean.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QDate, QLineF, QLocale, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.i18n.error_messages import isolated
from gui.i18n.numbers import grouped
from gui.printing.body import print_font
from gui.printing.content import Content, Descriptor, PrintOptions
from gui.printing.strips import Item, Strip, blank, flowing, lines_of, rule
from gui.style.theme import Theme
from gui.text_view.painting import EVIDENCE_DASH, EVIDENCE_THICKNESS, SUGGESTED_DASH, Lanes
from model.annotation.layers import Label

SMALL = 13  # units
_LARGE, _TITLE = 24, 19
_SWATCH = 22
_MAJOR = "\u2605"


class Front:
    """Makes the strips above a document's text."""

    def __init__(self, content: Content, options: PrintOptions, theme: Theme, width: int) -> None:
        self._content = content
        self._options = options
        self._theme = theme
        self._width = width
        self._from_right = options.language == "ar"
        self._lanes = Lanes.of(content.scheme)
        self._small = print_font(options.family, SMALL)
        self._small_bold = print_font(options.family, SMALL, bold=True)

    def strips(self) -> list[Strip]:
        """From top to bottom."""
        content, options, theme = self._content, self._options, self._theme
        metadata = content.metadata
        large = Item(isolated(metadata.symbol or content.name), print_font(options.family, _LARGE, bold=True))
        found = self._flow([large])
        if metadata.title:
            title_font = print_font(options.family, _TITLE, bold=True)
            found += lines_of(metadata.title, title_font, self._width, theme.text)
        found += self._flow([Item(text, self._small) for text in self._details()])
        if options.descriptors and content.descriptors:
            found += [blank(6), *self._flow(list(self._descriptors()))]
        if options.marks and content.spans:
            found += [blank(6), *self._flow(list(self._legend()))]
        return [*found, rule(self._width, theme.rule), blank(4)]

    def _flow(self, items: list[Item]) -> list[Strip]:
        return flowing(items, self._width, self._theme.text, from_right=self._from_right)

    def _details(self) -> Iterator[str]:
        metadata, translate = self._content.metadata, QCoreApplication.translate
        if metadata.organ:
            yield translate("Printout", "Organ: {organ}").format(organ=isolated(metadata.organ))
        if metadata.session:
            yield translate("Printout", "Session: {session}").format(session=isolated(metadata.session))
        if metadata.adopted:
            yield translate("Printout", "Adopted: {date}").format(date=shown_date(metadata.adopted))
        yield translate("Printout", "Document: {name}").format(name=isolated(self._content.name))

    def _descriptors(self) -> Iterator[Item]:
        translate = QCoreApplication.translate
        yield Item(translate("Printout", "Descriptors:"), self._small_bold)
        for number, descriptor in enumerate(self._content.descriptors, 1):
            yield Item(self._told(number, descriptor), self._small)
        if self._content.evidence:
            yield self._key(translate("Printout", "evidence in the text"), self._paint_evidence)
        if any(each.major for each in self._content.descriptors):
            major = translate("Printout", "major descriptor")
            yield Item(f"{_MAJOR} {major}", self._small)

    def _told(self, number: int, descriptor: Descriptor) -> str:
        words = f"{number}. \u2068{descriptor.name}\u2069"
        if descriptor.major:
            words += f" {_MAJOR}"
        if descriptor.suggested:
            proposed = QCoreApplication.translate("Printout", "proposed")
            words += f" ({proposed})"
        return words

    def _legend(self) -> Iterator[Item]:
        """What is marked, layer by layer: each label's colour or line, its name, and how often it is there."""
        content, language, translate = self._content, self._options.language, QCoreApplication.translate
        counts = Counter(span.label for span in content.spans)
        for layer in content.scheme.layers:
            used = [label for label in layer.labels if counts[label.id]]
            if not used:
                continue
            yield Item(f"\u2068{layer.name(language)}\u2069:", self._small_bold)
            for label in used:
                text = f"\u2068{label.name(language)}\u2069 {isolated(grouped(counts[label.id]))}"
                yield self._key(text, self._swatch(label))
        if any(span.status == "suggested" for span in content.spans):
            yield self._key(translate("Printout", "proposed, not confirmed"), self._paint_suggested)

    def _key(self, text: str, sign: Callable[[QPainter, QRectF], None]) -> Item:
        return Item(text, self._small, sign, _SWATCH)

    def _swatch(self, label: Label) -> Callable[[QPainter, QRectF], None]:
        """A label as it looks in the text: filled with a bracket, a bracket alone, or underlined with its dashes."""
        colours, lanes = self._theme.of_label(label.id), self._lanes

        def paint(painter: QPainter, place: QRectF) -> None:
            inner = place.adjusted(0, 3, 0, -3)
            if label.layer in lanes.lane:
                _line(painter, place, colours.bar, 2.0, lanes.dashes.get(label.id, []))
                return
            if label.layer in lanes.paragraphs:
                painter.fillRect(inner, colours.fill)
            painter.fillRect(QRectF(inner.right() - 4, inner.top(), 4, inner.height()), colours.bar)

        return paint

    def _paint_suggested(self, painter: QPainter, place: QRectF) -> None:
        _line(painter, place, self._theme.text, 1.0, SUGGESTED_DASH)

    def _paint_evidence(self, painter: QPainter, place: QRectF) -> None:
        inner = place.adjusted(1, 4, -1, -4)
        for y in (inner.top(), inner.bottom()):
            edge = QRectF(inner.left(), y - 1, inner.width(), 2)
            _line(painter, edge, self._theme.evidence, EVIDENCE_THICKNESS, EVIDENCE_DASH)
        for x in (inner.left(), inner.right() - 1):
            painter.fillRect(QRectF(x, inner.top(), 1, inner.height()), self._theme.evidence)


def shown_date(stored: str) -> str:
    """An ISO date in the words of the window's language."""
    date = QDate.fromString(stored, Qt.DateFormat.ISODate)
    return f"\u2068{QLocale().toString(date, 'd MMMM yyyy')}\u2069" if date.isValid() else isolated(stored)


def _line(painter: QPainter, place: QRectF, colour: QColor, thickness: float, dash: list[float]) -> None:
    """A line through the middle of a place, from the right, as underlines have it."""
    pen = QPen(colour, thickness)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dash:
        pen.setDashPattern([length / thickness for length in dash])
    painter.setPen(pen)
    y = place.center().y()
    painter.drawLine(QLineF(place.right(), y, place.left(), y))
