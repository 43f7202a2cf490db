"""Refusals as people read them: the model's sentence translated, names for ids, and paths that keep their direction."""

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

from gui.i18n.operation_names import shown_name
from model.annotation.layers import Scheme
from model.annotation.scheme_names import name_of
from model.errors import UserError

ISOLATE = "\u2066{}\u2069"  # left-to-right isolate … pop: a path or number keeps its order among Arabic words


def isolated(text: object) -> str:
    """Text that runs left to right, to stand in a sentence of either direction."""
    return ISOLATE.format(text)


def quoted(text: str) -> str:
    """Words of either direction, to stand in a sentence of either."""
    return f"\u2068{text}\u2069"


def directed(text: str) -> str:
    """A text that is laid out in the window's direction whatever it begins with: boxes judge by the first letter, which
    in a sentence that begins with a path is Latin.
    """
    mark = "\u200f" if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft else "\u200e"
    return mark + text


def sentence(refusal: UserError, language: str, scheme: Scheme | None = None) -> str:
    """A refusal in the window's language; ids of labels and layers become the names that people know."""
    template = QCoreApplication.translate("UserError", refusal.template)
    return template.format(**{key: _shown(key, value, language, scheme) for key, value in refusal.values.items()})


def _shown(key: str, value: object, language: str, scheme: Scheme | None) -> str:
    if isinstance(value, UserError):  # one sentence within another: what is wrong in which document
        return sentence(value, language, scheme)
    if isinstance(value, PurePath | int | float):
        return isolated(value)
    text = str(value)
    if key == "operation":
        return shown_name(text)
    return text if scheme is None else name_of(scheme, key, text, language)
