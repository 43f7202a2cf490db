"""The numbers that Word puts before paragraphs of a list, which stand in no paragraph's text.

A paragraph names a list (``w:numId``) and a level of it (``w:ilvl``), itself or by its style; ``numbering.xml`` says
how each level counts and what its number looks like (``w:lvlText``: ``%1 -``, ``(%2)``). Lists that share one
description go on counting together, but where one says where to start.
"""

from dataclasses import dataclass, field, replace

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_ENDS = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LEVELS = 9
BULLET = "•"

Element = etree._Element  # pyright: ignore[reportPrivateUsage]  # lxml has no other name for it


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts."""

    form: str
    text: str
    start: int
    restart: int | None
    style: str


@dataclass(slots=True)
class _List:
    """One list: its levels, and how far it has counted."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict[int, int])


class Numbers:
    """All lists of a document, counting on from paragraph to paragraph in their order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._abstract: dict[str, _List] = {}
        self._lists: dict[str, _List] = {}
        self._styles: dict[str, Element] = {}
        self._named_by_style: dict[str, tuple[str | None, int | None, str]] = {}
        if styles is not None:
            self._styles = {value(style, "styleId"): style for style in styles.iter(f"{W}style")}
        if numbering is not None:
            for abstract in numbering.iter(f"{W}abstractNum"):
                self._abstract[value(abstract, "abstractNumId")] = _List(_levels(abstract))
            for abstract in numbering.iter(f"{W}abstractNum"):
                self._link(abstract, numbering)
            for number in numbering.iter(f"{W}num"):
                self._add_list(number)

    def of(self, properties: Element | None) -> str | None:
        """The number before the paragraph of these properties (``w:pPr``); null where it has none. Counts it."""
        named = self._named(properties)
        if named is None or named[0] not in self._lists:
            return None
        found = self._lists[named[0]]
        depth = named[1]
        if depth is None:  # a style alone: the level is the one that names the style
            depth = next((place for place, level in found.levels.items() if level.style == named[2]), 0)
        depth = min(max(depth, 0), _LEVELS - 1)
        level = found.levels.get(depth)
        if level is None or level.form == "none":
            return None
        found.counts[depth] = found.counts.get(depth, level.start - 1) + 1
        for above in range(depth):  # a level that is passed over counts as begun
            if above not in found.counts and above in found.levels:
                found.counts[above] = found.levels[above].start
        for below in [each for each in found.counts if each > depth]:
            restart = found.levels[below].restart if below in found.levels else None
            # A level begins anew behind any above it, unless it names one (from 1; 0: never).
            if restart is None or depth < restart:
                del found.counts[below]
        return _shown(found, depth)

    def _add_list(self, number: Element) -> None:
        """One list in use, which may say where some of its levels start."""
        link = number.find(f"{W}abstractNumId")
        shared = self._abstract.get(value(link, "val")) if link is not None else None
        if shared is None:
            return
        levels = dict(shared.levels)
        changed = False
        for override in number.iter(f"{W}lvlOverride"):
            depth = _whole(value(override, "ilvl"), 0)
            levels.update(_levels(override))
            start = override.find(f"{W}startOverride")
            if start is not None and depth in levels:
                level = levels[depth]
                levels[depth] = replace(level, start=_whole(value(start, "val"), 1))
            changed = True
        self._lists[value(number, "numId")] = _List(levels) if changed else shared

    def _link(self, abstract: Element, numbering: Element) -> None:
        """A description may be given by a style: that of the list that the style names."""
        link = abstract.find(f"{W}numStyleLink")
        style = self._styles.get(value(link, "val")) if link is not None else None
        named = style.find(f"{W}pPr/{W}numPr/{W}numId") if style is not None else None
        if named is None:
            return
        for number in numbering.iter(f"{W}num"):
            other = number.find(f"{W}abstractNumId")
            if other is not None and value(number, "numId") == value(named, "val"):
                shared = self._abstract.get(value(other, "val"))
                if shared is not None:
                    self._abstract[value(abstract, "abstractNumId")] = shared

    def _named(self, properties: Element | None) -> tuple[str, int | None, str] | None:
        """The list and level that a paragraph names itself, or by its style and those that it is based on; and the
        last style that was looked at."""
        number, depth = _stated(properties)
        name = ""
        style = properties.find(f"{W}pStyle") if properties is not None and number is None else None
        if style is not None:
            number, inherited, name = self._of_style(value(style, "val"))
            depth = inherited if depth is None else depth
        return None if not number or number == "0" else (number, depth, name)

    def _of_style(self, style: str) -> tuple[str | None, int | None, str]:
        """The same of a style; each is looked at once, however many are based on it."""
        passed: list[tuple[str, int | None]] = []  # with the level that each names
        found: tuple[str | None, int | None, str] = None, None, ""
        while found[0] is None and style in self._styles and style not in self._named_by_style:
            self._named_by_style[style] = found  # one may be based on itself
            number, depth = _stated(self._styles[style].find(f"{W}pPr"))
            passed.append((style, depth))
            found = number, None, style
            based = self._styles[style].find(f"{W}basedOn")
            style = value(based, "val") if based is not None else ""
        if found[0] is None:
            found = self._named_by_style.get(style, (None, None, ""))
        for each, depth in reversed(passed):
            found = found[0], found[1] if depth is None else depth, found[2]
            self._named_by_style[each] = found
        return found


def _stated(properties: Element | None) -> tuple[str | None, int | None]:
    """List and level that properties of a paragraph or a style name themselves."""
    own = properties.find(f"{W}numPr") if properties is not None else None
    if own is None:
        return None, None
    which, level = own.find(f"{W}numId"), own.find(f"{W}ilvl")
    number = value(which, "val") if which is not None else None
    return number, _whole(value(level, "val"), 0) if level is not None else None


def value(element: Element, name: str) -> str:
    """An attribute of Word's own; empty where it is missing."""
    return str(element.get(f"{W}{name}", ""))


def _levels(element: Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for level in element.iter(f"{W}lvl"):
        parts = ("numFmt", "lvlText", "start", "lvlRestart", "pStyle")
        form, text, start, restart, style = (level.find(f"{W}{name}") for name in parts)
        found[_whole(value(level, "ilvl"), 0)] = _Level(
            value(form, "val") if form is not None else "decimal",
            value(text, "val") if text is not None else "",
            _whole(value(start, "val"), 1) if start is not None else 1,
            _whole(value(restart, "val"), 0) if restart is not None else None,
            value(style, "val") if style is not None else "",
        )
    return found


def _shown(found: _List, depth: int) -> str:
    """The number as it stands before the paragraph."""
    level = found.levels[depth]
    if level.form == "bullet":
        # The sign is mostly one of a symbol font, which no other font has.
        plain = "".join(sign for sign in level.text if not "\ue000" <= sign <= "\uf8ff").strip()
        return plain if plain and not plain.isalnum() else BULLET
    text = level.text
    for place in range(_LEVELS):
        if f"%{place + 1}" in text and place in found.levels:
            text = text.replace(f"%{place + 1}", counted(found.counts.get(place, 1), found.levels[place].form))
    return text


def counted(count: int, form: str) -> str:
    """A count in one of Word's forms of numbers; digits for those that are not known here."""
    if count < 1:
        return str(count)
    if form in ("arabicAbjad", "arabicAlpha"):
        return _repeated(count, _ABJAD if form == "arabicAbjad" else _ALPHA)
    if form in ("lowerLetter", "upperLetter"):
        letters = _repeated(count, _LATIN)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and count < 4000:
        roman = _roman(count)
        return roman.upper() if form == "upperRoman" else roman
    return f"{count:02}" if form == "decimalZero" else str(count)


def _repeated(count: int, letters: str) -> str:
    """The letter of that place; past the last one letters are doubled, then tripled."""
    times, place = divmod(count - 1, len(letters))
    return letters[place] * (times + 1) if times < 8 else str(count)


def _roman(count: int) -> str:
    found = ""
    for amount, sign in (*_ROMAN, *_ROMAN_ENDS):
        times, count = divmod(count, amount)
        found += sign * times
    return found


def _whole(text: str, otherwise: int) -> int:
    """A whole number, as far as one may count in a document."""
    return int(text) if text.isascii() and text.removeprefix("-").isdigit() and len(text) < 7 else otherwise
