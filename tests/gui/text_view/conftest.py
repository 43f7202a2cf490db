"""Texts, fonts and views for the tests of the text view."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtWidgets import QApplication

from gui.style.fonts import load_bundled_fonts
from gui.text_view.display import DisplayOptions
from gui.text_view.view import TextView
from model.annotation.layers import Scheme, read_scheme
from model.annotation.values import Span

INVENTED = (
    "قرار اتخذته الهيئة التجريبية في 14 آب/أغسطس 2031 [بناء على تقرير اللجنة الأولى (A/99/412/Add.3)] 99/187 - صون "
    "المكتبات العامة وحِفْظُ المخطوطات إن الهيئة التجريبية، إذ تستذكر قرارها 98/12 المؤرخ 3 كانون الأول/ديسمبر 2030()، "
    "وإذ تدرك أنّ الأوراق لا تبقى بلا عنايةٍ، وأن الألوان تبهت، 1 - تشجع المكتبات الوطنية على أن تعدّ ما يلي: (أ) "
    "فهرساً كاملاً للمخطوطات ”النادرة“؛ (ب) قائمة لما أُصلح منها، ولما لم يُصلح؛ 2 - تطلب إلى الأمين أن يقدم تقريرا "
    "عن International Library Rules (2029) وعن النـزاعات بشأنها؛ \u200f20 -\u200f تقرر أن تبقي المسألة قيد نظرها. "
    "الجلسة العامة 7 14 آب/أغسطس 2031 "
)
# Astral characters, an emoji of several, marks stacked and alone, controls, presentation forms, mixed digits.
HARD = (
    "نصّ😀هنا 👩‍👩‍👧 بين 𐤀𐤁𐤂 كلمات لَّا ﷲ ﻻ ٱللَّهِ e\u0301 ۲۰۱5 \u202bداخل\u202c \u2067معزول 12\u2069 "
    "\u200fA/1/2\u200e, \u0651 وحده أ\u200cب ا\u0300\u0301\u0302\u0303 نهاية\u200f، (000 280) [x] ]ب[ "
)
DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


@pytest.fixture(scope="session")
def scheme() -> Scheme:
    """The default scheme."""
    return read_scheme()


@pytest.fixture(scope="session")
def invented() -> str:
    """A small resolution of our own, for where the corpus is not."""
    return INVENTED


@pytest.fixture(scope="session")
def hard() -> str:
    """What is hardest to draw, in one line."""
    return HARD


@pytest.fixture(scope="session")
def seed(corpus: Path) -> str:
    """The text of the corpus' seed."""
    path = next((corpus / "seed").glob("*.txt"))
    text = path.read_bytes().decode("utf-8").split("\n", 2)[2]
    return text.removesuffix("\n")


@pytest.fixture(scope="session")
def other_family(qapp: QApplication) -> str:
    """Another font that has Arabic: DejaVu Sans where Debian put it, else any of the system's."""
    ours = load_bundled_fonts()
    if DEJAVU.exists():
        number = QFontDatabase.addApplicationFont(str(DEJAVU))
        return QFontDatabase.applicationFontFamilies(number)[0]
    families = [
        family
        for family in QFontDatabase.families(QFontDatabase.WritingSystem.Arabic)
        if family != ours and QFontDatabase.isSmoothlyScalable(family)
    ]
    if not families:
        pytest.fail("these tests need a second font with Arabic letters, such as Debian's fonts-dejavu-core")
    return families[0]


@pytest.fixture
def steady_caret(qapp: QApplication):
    """A caret that does not blink."""
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)


@pytest.fixture
def make_view(qtbot, qapp: QApplication, scheme: Scheme, steady_caret: None) -> Callable[..., TextView]:
    """Makes a shown view of a text, of a size in pixels, with spans, in a font, displayed in a way."""

    def make(
        text: str,
        width: int = 700,
        height: int = 500,
        spans=(),
        family: str = "Amiri",
        size: int = 20,
        options: DisplayOptions | None = None,
    ) -> TextView:
        view = TextView()
        qtbot.addWidget(view)
        view.set_text_font(family, size)
        if options is not None:
            view.set_display(replace(options, family=family))
        view.resize(width, height)
        view.show()
        view.set_document(text, list(spans), scheme)
        qapp.processEvents()
        return view

    return make


def clause(start: int, end: int, label: str = "operative", name: str = "", **more) -> Span:
    """A span of the clause layer."""
    return Span(name or f"{label}-{start}-{end}", "document", "clause", label, start, end, **more)


def mark(start: int, end: int, layer: str = "lead", label: str = "lead", name: str = "", **more) -> Span:
    """A span of another layer."""
    return Span(name or f"{label}-{start}-{end}", "document", layer, label, start, end, **more)


def clauses_of(text: str, *openings: str) -> list[Span]:
    """Clauses that begin where each of these openings stands and end before the next, less white space."""
    starts = [text.index(opening) for opening in openings]
    ends = [*starts[1:], len(text)]
    return [clause(start, start + len(text[start:end].rstrip())) for start, end in zip(starts, ends, strict=True)]


def painted(view: TextView) -> QImage:
    """All of the viewport, painted anew into an image of its device pixels."""
    viewport = view.viewport()
    ratio = viewport.devicePixelRatioF()
    image = QImage(viewport.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    viewport.render(image)
    return image
