"""A document to print: a small resolution with clauses in one another, references, descriptors and evidence."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QImage, QPainter

from gui.printing import strips
from gui.printing.content import Content, PrintOptions, read_content
from gui.printing.printout import Printout
from gui.printing.sheet import Sheet
from model.annotation import documents, spans
from model.annotation.metadata import Metadata
from model.annotation.values import Origin
from model.project import Project
from model.vocabulary import assignments, concepts

TEXT = (
    "قرار اتخذته الهيئة في 14 آب/أغسطس 2031 99/187 - صون المكتبات العامة إن الهيئة، إذ تستذكر قرارها 98/12، "
    "1 - تشجع المكتبات على أن تعد ما يلي: (أ) فهرسا كاملا؛ (ب) قائمة لما أصلح منها؛ 2 - تطلب تقريرا عن ذلك. "
)
SYMBOL, TITLE = "A/RES/99/187", "صون المكتبات العامة"
SHEET = Sheet(600, 500, 1.0)


@pytest.fixture(autouse=True)
def english_dates() -> Iterator[None]:
    """Dates as the English window writes them."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def project(qapp, tmp_path: Path) -> Iterator[Project]:
    """A project of one document of which all is marked."""
    with Project.create(tmp_path / "printed.qarar", "Sara") as project:
        with project.operation("import") as writing:
            document = documents.add(
                writing, "99_187", TEXT, recognised=Metadata(SYMBOL, "GA", "99", "2031-08-14", TITLE)
            )
            first, second, item = TEXT.index("1 -"), TEXT.index("2 -"), TEXT.index("(أ)")
            spans.mark(writing, document, "adoption", 0, TEXT.index("99/187"))
            spans.mark(writing, document, "title", TEXT.index("99/187"), TEXT.index("إن الهيئة"))
            spans.mark(writing, document, "operative", first, second)
            spans.mark(writing, document, "subclause", item, TEXT.index("(ب)"))
            spans.mark(
                writing, document, "operative", second, len(TEXT) - 1, status="suggested", origin=Origin("model")
            )
            start = TEXT.index("98/12")
            spans.mark(writing, document, "resolution", start, start + 5)
            for term in ("LIBRARIES", "MANUSCRIPTS"):
                concept = concepts.create(writing, term)
                assigned = assignments.assign(writing, document, concept.id, term=term)
            assignments.add_evidence(writing, assigned.id, TEXT.index("فهرسا"), TEXT.index("كاملا"))
            assignments.set_major(writing, assigned.id, True)
        yield project


@pytest.fixture
def content(project: Project) -> Content:
    """What is printed of it."""
    return read_content(project, project.document_ids()[0], PrintOptions(language="en"))


@pytest.fixture
def told(monkeypatch) -> list[str]:
    """The words that are painted around the text, in order, without their direction marks."""
    found: list[str] = []
    paint = strips.paint_words

    def listen(painter, text, *rest, **named):
        found.append("".join(letter for letter in text if letter not in "\u2066\u2067\u2068\u2069"))
        paint(painter, text, *rest, **named)

    for module in ("gui.printing.strips", "gui.printing.printout"):
        monkeypatch.setattr(f"{module}.paint_words", listen)
    return found


def painted(printout: Printout, number: int, sheet: Sheet = SHEET, around: int = 0) -> QImage:
    """A page as a picture, with so many pixels around what is printed on."""
    size = (round(sheet.width * sheet.scale) + 2 * around, round(sheet.height * sheet.scale) + 2 * around)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.translate(around, around)
    printout.paint(painter, number)
    painter.end()
    return image
