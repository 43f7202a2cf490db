"""What a Word file sets in italics: a run says it itself, or its style or its paragraph's, or the whole document.

Word has italics twice: ``w:i``, and ``w:iCs`` for what is written in Arabic and other complex scripts. Files that
programs made often have only the first, so it counts for Arabic too where the second is said nowhere.
"""

import unicodedata

from model.formats.word_numbers import Element, W, value

_OFF = frozenset(("0", "false", "off"))


class Italics:
    """The italics of a document with these styles."""

    def __init__(self, styles: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._usual: dict[str, str] = {}  # by kind of style, the one of what names none
        self._known: dict[tuple[str, str], bool | None] = {}
        self._defaults: Element | None = None
        if styles is not None:
            self._defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
            for style in styles.iter(f"{W}style"):
                self._styles[value(style, "styleId")] = style
                if value(style, "default") not in ("", *_OFF):
                    self._usual[value(style, "type")] = value(style, "styleId")

    def has(self, run: Element, paragraph: Element | None, text: str) -> bool:
        """Whether a run (``w:r``) of this text is in italics; ``paragraph`` are its paragraph's properties."""
        own = run.find(f"{W}rPr")
        names = ("iCs", "i") if _is_complex(own, text) else ("i",)
        styles = (self._style_of(own, "rStyle", "character"), self._style_of(paragraph, "pStyle", "paragraph"))
        for name in names:
            stated = _stated(own, name)
            if stated is not None:
                return stated
            inherited = [self._of_style(style, name) for style in styles]
            default = _stated(self._defaults, name)
            if default is not None or inherited != [None, None]:
                # Italics within italics stand out by being upright (ECMA-376, part 1, 17.7.3).
                return bool(default) or bool(inherited[0]) != bool(inherited[1])
        return False

    def _style_of(self, properties: Element | None, name: str, kind: str) -> str:
        named = properties.find(f"{W}{name}") if properties is not None else None
        return value(named, "val") if named is not None else self._usual.get(kind, "")

    def _of_style(self, style: str, name: str) -> bool | None:
        """What a style says, or the first of those that it is based on that says it."""
        stated: bool | None = None
        passed: set[str] = set()
        while stated is None and style in self._styles and style not in passed:
            if (style, name) in self._known:
                stated = self._known[style, name]
                break
            passed.add(style)
            element = self._styles[style]
            stated = _stated(element.find(f"{W}rPr"), name)
            based = element.find(f"{W}basedOn")
            style = value(based, "val") if based is not None else ""
        self._known |= {(each, name): stated for each in passed}
        return stated


def _stated(properties: Element | None, name: str) -> bool | None:
    found = properties.find(f"{W}{name}") if properties is not None else None
    return None if found is None else value(found, "val") not in _OFF


def _is_complex(properties: Element | None, text: str) -> bool:
    """Whether a run is written in a complex script, or is marked so."""
    marked = bool(_stated(properties, "rtl")) or bool(_stated(properties, "cs"))
    return marked or any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)
