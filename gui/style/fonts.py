"""The bundled typeface: Amiri, from the package ``fontpkg_amiri`` (OFL)."""

from pathlib import Path

import fontpkg_amiri
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase

DEFAULT_FAMILY = "Amiri"
DEFAULT_PIXEL_SIZE = 20
SMALLEST_PIXEL_SIZE = 8
LARGEST_PIXEL_SIZE = 96
_FILES = ("Amiri-Regular.ttf", "Amiri-Bold.ttf")
_LOADED = "qarar_bundled_fonts"


def load_bundled_fonts() -> str:
    """Make Amiri known to Qt, once an application, and give the name of its family."""
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("fonts are loaded after the application is made")
    if not application.property(_LOADED):
        folder = Path(fontpkg_amiri.__file__).parent / "files"
        for name in _FILES:
            if QFontDatabase.addApplicationFont(str(folder / name)) < 0:
                raise RuntimeError(f"the bundled font {name} cannot be loaded")
        application.setProperty(_LOADED, True)
    return DEFAULT_FAMILY


def text_font(family: str, pixel_size: int) -> QFont:
    """The font of a family at a size in logical pixels, held within what can be read and laid out."""
    load_bundled_fonts()
    font = QFont(family)
    font.setPixelSize(max(SMALLEST_PIXEL_SIZE, min(pixel_size, LARGEST_PIXEL_SIZE)))
    return font
