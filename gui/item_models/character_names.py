"""Characters as the bidi inspector shows them: each one visible, and each one named.

Unicode's names are English in every language; they are never translated.
"""

import unicodedata

_DOTTED_CIRCLE = "\u25cc"
_LEFT_TO_RIGHT, _POP = "\u2066", "\u2069"

# Of Unicode's NameAliases: what has no name of its own, and what nobody would know by it.
_CONTROLS = [
    "NULL",
    "START OF HEADING",
    "START OF TEXT",
    "END OF TEXT",
    "END OF TRANSMISSION",
    "ENQUIRY",
    "ACKNOWLEDGE",
    "ALERT",
    "BACKSPACE",
    "CHARACTER TABULATION",
    "LINE FEED",
    "LINE TABULATION",
    "FORM FEED",
    "CARRIAGE RETURN",
    "SHIFT OUT",
    "SHIFT IN",
    "DATA LINK ESCAPE",
    "DEVICE CONTROL ONE",
    "DEVICE CONTROL TWO",
    "DEVICE CONTROL THREE",
    "DEVICE CONTROL FOUR",
    "NEGATIVE ACKNOWLEDGE",
    "SYNCHRONOUS IDLE",
    "END OF TRANSMISSION BLOCK",
    "CANCEL",
    "END OF MEDIUM",
    "SUBSTITUTE",
    "ESCAPE",
    "INFORMATION SEPARATOR FOUR",
    "INFORMATION SEPARATOR THREE",
    "INFORMATION SEPARATOR TWO",
    "INFORMATION SEPARATOR ONE",
]
_SHORT_CONTROLS = [
    "NUL",
    "SOH",
    "STX",
    "ETX",
    "EOT",
    "ENQ",
    "ACK",
    "BEL",
    "BS",
    "TAB",
    "LF",
    "VT",
    "FF",
    "CR",
    "SO",
    "SI",
    "DLE",
    "DC1",
    "DC2",
    "DC3",
    "DC4",
    "NAK",
    "SYN",
    "ETB",
    "CAN",
    "EOM",
    "SUB",
    "ESC",
    "FS",
    "GS",
    "RS",
    "US",
]
_NAMES = {**dict(enumerate(_CONTROLS)), 0x7F: "DELETE", 0x85: "NEXT LINE"}
_SHORT = {
    **dict(enumerate(_SHORT_CONTROLS)),
    0x20: "SP",
    0x7F: "DEL",
    0x85: "NEL",
    0xA0: "NBSP",
    0xAD: "SHY",
    0x34F: "CGJ",
    0x61C: "ALM",
    0x1680: "OSP",
    0x180E: "MVS",
    0x2000: "NQSP",
    0x2001: "MQSP",
    0x2002: "ENSP",
    0x2003: "EMSP",
    0x2004: "3/MSP",
    0x2005: "4/MSP",
    0x2006: "6/MSP",
    0x2007: "FSP",
    0x2008: "PSP",
    0x2009: "THSP",
    0x200A: "HSP",
    0x200B: "ZWSP",
    0x200C: "ZWNJ",
    0x200D: "ZWJ",
    0x200E: "LRM",
    0x200F: "RLM",
    0x2028: "LSEP",
    0x2029: "PSEP",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x202F: "NNBSP",
    0x205F: "MMSP",
    0x2060: "WJ",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
    0x3000: "IDSP",
    0xFEFF: "ZWNBSP",
    0xFFFC: "OBJ",
    **{0xFE00 + number: f"VS{number + 1}" for number in range(16)},
    **{0xE0100 + number: f"VS{number + 17}" for number in range(240)},
}
_UNNAMED = {"Cc": "control", "Co": "private-use", "Cn": "unassigned", "Cs": "surrogate"}
_UNSEEN = frozenset(("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"))


def code_point(character: str) -> str:
    """``U+`` and at least four hexadecimal digits."""
    return f"U+{ord(character):04X}"


def name_of(character: str) -> str:
    """Unicode's name; of controls their alias; of what has neither what it is, with its number, in angle brackets."""
    name = unicodedata.name(character, "") or _NAMES.get(ord(character), "")
    if name:
        return name
    return f"<{_UNNAMED.get(unicodedata.category(character), 'unnamed')}-{ord(character):04X}>"


def abbreviation(character: str) -> str:
    """Of what cannot be seen (spaces, controls, unassigned) a short name, else the code point; of others nothing."""
    short = _SHORT.get(ord(character), "")
    if short or unicodedata.category(character) not in _UNSEEN:
        return short
    return code_point(character)


def visible(character: str) -> str:
    """Something to see for each character: itself, a mark on a dotted circle, or its abbreviation."""
    short = abbreviation(character)
    if short:
        return short
    return _DOTTED_CIRCLE + character if unicodedata.category(character).startswith("M") else character


def left_to_right(text: str) -> str:
    """The text isolated, so that it keeps its order in a window from right to left."""
    return f"{_LEFT_TO_RIGHT}{text}{_POP}"
