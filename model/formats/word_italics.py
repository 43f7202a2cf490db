"""What a Word file sets in italics: a run says it itself, or its style or its paragraph's, or the whole document.

Word has italics twice: ``w:i``, and ``w:iCs`` for what is written in Arabic and other complex scripts. Files that
programs made often have only the first, so it counts for Arabic too where the second is said nowhere.
"""

import re

from model.formats.word_numbers import Element, W, value

_complex = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")  # Hebrew to Arabic, and their presentation forms
_OFF = frozenset(("0", "false", "off"))


class Italics:
    """The italics of a document with these styles."""

    def __init__(self, styles: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._usual: dict[str, str] = {}  # by kind of style, the one of what names none
        self._said: dict[tuple[str, str], bool | None] = {}  # by style and property
        self._known: dict[tuple[str, str, str], bool | None] = {}  # by styles of run and paragraph, and property
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
        styles = (self._style_of(own, "rStyle", "character"), self._style_of(paragraph, "pStyle", "paragraph"))
        for name in ("iCs", "i") if _is_complex(own, text) else ("i",):
            stated = _stated(own, name)
            if stated is None:
                stated = self._inherited(styles, name)
            if stated is not None:
                return stated
        return False

    def _inherited(self, styles: tuple[str, str], name: str) -> bool | None:
        """What these styles of a run and a paragraph and the document's defaults say together."""
        key = (*styles, name)
        if key not in self._known:
            stated = [self._of_style(style, name) for style in styles]
            default = _stated(self._defaults, name)
            # Italics within italics stand out by being upright (ECMA-376, part 1, 17.7.3).
            together = bool(default) or bool(stated[0]) != bool(stated[1])
            self._known[key] = None if default is None and stated == [None, None] else together
        return self._known[key]

    def _style_of(self, properties: Element | None, name: str, kind: str) -> str:
        named = properties.find(f"{W}{name}") if properties is not None else None
        return value(named, "val") if named is not None else self._usual.get(kind, "")

    def _of_style(self, style: str, name: str) -> bool | None:
        """What a style says, or the first of those that it is based on that says it."""
        stated: bool | None = None
        passed: list[str] = []  # what is said of one holds for all before it
        while stated is None and style in self._styles and (style, name) not in self._said:
            self._said[style, name] = None  # one may be based on itself
            passed.append(style)
            stated = _stated(self._styles[style].find(f"{W}rPr"), name)
            based = self._styles[style].find(f"{W}basedOn")
            style = value(based, "val") if based is not None else ""
        if stated is None:
            stated = self._said.get((style, name))
        self._said |= {(each, name): stated for each in passed}
        return stated


def _stated(properties: Element | None, name: str) -> bool | None:
    found = properties.find(f"{W}{name}") if properties is not None else None
    return None if found is None else value(found, "val") not in _OFF


def _is_complex(properties: Element | None, text: str) -> bool:
    """Whether a run is written in a complex script, or is marked so."""
    return _complex.search(text) is not None or bool(_stated(properties, "rtl")) or bool(_stated(properties, "cs"))
