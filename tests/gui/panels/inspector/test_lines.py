from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QImage

from gui.panels.inspector.lines import QUOTE_LINES, Fact, Quote

LONG = "إذ تعيد تأكيد التزامها بتعزيز التعاون الدولي، على النحو المنصوص عليه في الميثاق، " * 30


def _inked(image: QImage, ground: QColor) -> list[int]:
    """The columns in which something is painted."""
    columns = range(image.width())
    return [x for x in columns if any(image.pixelColor(x, y) != ground for y in range(image.height()))]


def test_a_quote_keeps_its_size_and_ends_in_an_ellipsis(qtbot):
    quote = Quote()
    qtbot.addWidget(quote)
    quote.resize(240, quote.sizeHint().height())
    before = quote.sizeHint()
    quote.show_text(LONG)
    assert quote.sizeHint() == before
    lines = quote.lines()
    assert len(lines) == QUOTE_LINES
    assert lines[-1].endswith("…")
    assert LONG.startswith(lines[0])
    quote.show_text("قصير")
    assert quote.lines() == ["قصير"]
    quote.show_text("")
    assert quote.lines() in ([], [""])


def test_white_space_of_a_quote_counts_once_and_controls_do_no_harm(qtbot):
    quote = Quote()
    qtbot.addWidget(quote)
    quote.resize(240, 60)
    quote.show_text("ا\n\n \tب \u202e\u2067\u2066 𐤀 ج")
    assert "ا ب" in quote.lines()[0]
    assert not quote.grab().isNull()


def test_a_quote_starts_at_the_right_in_windows_of_either_direction(qtbot):
    for direction in Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft:
        quote = Quote()
        qtbot.addWidget(quote)
        quote.setLayoutDirection(direction)
        quote.resize(300, 60)
        quote.show_text("قصير")
        image = quote.grab().toImage()
        columns = _inked(image, image.pixelColor(1, 1))
        assert min(columns) > image.width() // 2


def test_a_fact_keeps_its_size_and_tells_all_in_its_tool_tip(qtbot):
    fact = Fact()
    qtbot.addWidget(fact)
    fact.resize(60, fact.sizeHint().height())
    before = fact.sizeHint()
    fact.show_text("<b>" + "x" * 200)
    assert fact.sizeHint() == before
    QCoreApplication.sendEvent(fact, QEvent(QEvent.Type.ToolTip))
    assert "&lt;b&gt;xxx" in fact.toolTip()
    assert fact.accessibleDescription().startswith("<b>xxx")
