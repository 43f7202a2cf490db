"""Bytes as UTF-8 text, strictly: what is none is refused with its place."""

from pathlib import Path

from model.errors import UserError

BOM = b"\xef\xbb\xbf"


def decoded(content: bytes, path: Path) -> tuple[str, bool]:
    """The text of a file's bytes without a byte order mark, and whether there was one; ``path`` is only named.

    Refuses what is not UTF-8, lone surrogates, and NUL characters.
    """
    bom = content.startswith(BOM)
    before = len(BOM) if bom else 0
    try:
        text = content[before:].decode("utf-8")
    except UnicodeDecodeError as error:
        position = before + error.start
        if is_surrogate(content, position):
            raise UserError("{path}: a lone surrogate at byte {position}.", path=path, position=position) from error
        raise UserError("{path}: not UTF-8 at byte {position}.", path=path, position=position) from error
    nul = text.find("\0")
    if nul >= 0:
        raise UserError("{path}: a NUL character at character {position}.", path=path, position=nul)
    return text, bom


def is_surrogate(content: bytes, position: int) -> bool:
    """Whether half of a character of UTF-16 stands there as if it were a character of UTF-8."""
    found = content[position : position + 3]
    return len(found) == 3 and found[0] == 0xED and 0xA0 <= found[1] <= 0xBF and 0x80 <= found[2] <= 0xBF
