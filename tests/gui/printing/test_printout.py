from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from gui.printing.content import PrintOptions
from gui.printing.printout import Printout
from gui.printing.sheet import Sheet
from model.errors import Cancelled
from tests.gui.printing.conftest import SHEET, SYMBOL, TEXT, TITLE, painted

ENGLISH = PrintOptions(language="en")
WHITE = 0xFFFFFFFF


@pytest.fixture
def long(content):
    """A document of several pages."""
    return replace(content, text=TEXT * 20, spans=())


def test_the_first_page_says_what_is_printed(content, told):
    painted(Printout(content, ENGLISH, Sheet(600, 900, 1.0)), 0)
    words = " ".join(told)
    assert SYMBOL in told
    assert "Organ: GA" in told
    assert "Session: 99" in told
    assert "Adopted: 14 August 2031" in told
    assert "★ major descriptor" in told
    assert told.index("Descriptors:") < told.index("1. LIBRARIES") < told.index("2. MANUSCRIPTS ★")
    assert "evidence in the text" in told
    assert "Operative paragraph 2" in told
    assert "proposed, not confirmed" in told
    assert "Page 1 of 1" in told
    assert "Annotators: Sara" in words and "printed" in words


def test_later_pages_are_headed_by_symbol_and_title(long, told):
    printout = Printout(long, ENGLISH, SHEET)
    count = len(printout.pages)
    assert count > 3
    painted(printout, 1)
    assert told[:2] == [SYMBOL, TITLE]
    assert f"Page 2 of {count}" in told


def test_a_document_of_which_nothing_is_known_goes_by_its_name(long, told):
    from model.annotation.metadata import Metadata

    printout = Printout(replace(long, metadata=Metadata(), name="unknown"), ENGLISH, SHEET)
    painted(printout, 0)
    painted(printout, 1)
    assert told.count("unknown") == 2
    assert not any(text.startswith("Organ") for text in told)


def test_without_marks_neither_colours_nor_margin_are_printed(content, told):
    sheet = Sheet(600, 900, 1.0)
    image = painted(Printout(content, replace(ENGLISH, marks=False, descriptors=False), sheet), 0, sheet)
    colours = {image.pixelColor(x, y).hsvSaturation() > 40 for x in range(0, 600, 2) for y in range(0, 900, 2)}
    assert not any(text.startswith("Operative paragraph") for text in told)
    assert colours == {False}
    image = painted(Printout(content, ENGLISH, sheet), 0, sheet)
    assert any(image.pixelColor(x, 400).hsvSaturation() > 40 for x in range(450, 600))  # brackets at the right


def test_the_text_is_black_on_white_in_a_dark_window(content):
    before = QApplication.palette()
    light = painted(Printout(content, ENGLISH, SHEET), 0)
    dark = QPalette(before)
    for role, colour in (
        (QPalette.ColorRole.Base, Qt.GlobalColor.black),
        (QPalette.ColorRole.Text, Qt.GlobalColor.white),
    ):
        dark.setColor(role, colour)
    QApplication.setPalette(dark)
    try:
        assert painted(Printout(content, ENGLISH, SHEET), 0) == light
    finally:
        QApplication.setPalette(before)
    assert light.pixel(2, SHEET.height - 40) == WHITE
    assert any(light.pixelColor(x, y).lightness() < 30 for x in range(100, 400) for y in range(200, 400))


@pytest.mark.parametrize("scale", [1.0, 1.7])
def test_nothing_is_painted_beyond_the_sheet_nor_over_head_and_foot(long, scale):
    sheet = replace(SHEET, scale=scale)
    printout = Printout(long, ENGLISH, sheet)
    around = 20
    for number in range(len(printout.pages)):
        image = painted(printout, number, sheet, around)
        width, height = image.width(), image.height()
        for x in range(width):
            assert image.pixel(x, around - 2) == image.pixel(x, height - around + 2) == WHITE
        for y in range(height):
            assert image.pixel(around - 3, y) == image.pixel(width - around + 2, y) == WHITE
        for x in range(around, width - around):  # between the text and the line above the foot
            assert image.pixel(x, around + round((sheet.bottom + 3) * scale)) == WHITE


def test_what_stands_before_the_text_goes_over_to_further_pages(content, told):
    descriptor = content.descriptors[0]
    many = replace(content, descriptors=tuple(replace(descriptor, name=f"TERM {number:04}") for number in range(400)))
    printout = Printout(many, ENGLISH, SHEET)
    texts = [page.text is not None for page in printout.pages]
    assert texts.count(False) > 1
    assert texts == sorted(texts)
    for number, page in enumerate(printout.pages):
        painted(printout, number)
        room = SHEET.bottom - (SHEET.top if number else 0)
        assert sum(strip.height for strip in page.strips) <= room
    assert sum(text.endswith(tuple(f"TERM {number:04}" for number in range(400))) for text in told) == 400


def test_in_arabic_everything_around_the_text_begins_at_the_right(content, qapp):
    narrow = replace(content, descriptors=(), spans=(), metadata=replace(content.metadata, title=None))
    ink = {}
    for language in ("ar", "en"):
        image = painted(Printout(narrow, PrintOptions(language=language), SHEET), 0)
        ink[language] = [x for x in range(600) if any(image.pixelColor(x, y).lightness() < 100 for y in range(32))]
    assert min(ink["ar"]) > 300 > max(ink["en"])


def test_finding_the_pages_can_be_stopped(long):
    def stop(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        Printout(long, ENGLISH, SHEET, stop)
