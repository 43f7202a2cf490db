"""Plain text without a header: all of the file is the text, character by character.

A byte order mark, CR LF where every line end is one, and one final line end are taken off and remembered, as for the
resolution format.
"""

from pathlib import Path

from model.annotation.documents import Newline, Wrapping
from model.errors import UserError
from model.formats.budgets import Tick, untold
from model.formats.source_text import SourceText, decoded
from model.regular_file import read_bytes

SUFFIX = ".txt"
LARGEST = 64 * 1024 * 1024


def read_file(path: Path, _: Tick = untold) -> SourceText:
    """The text of a file; one sentence that names the file and the place for what is no text."""
    return parse(read_bytes(path, LARGEST), path)


def parse(content: bytes, path: Path) -> SourceText:
    """The text of a file's bytes; ``path`` is only named."""
    text, bom = decoded(content, path)
    newline: Newline = "lf"
    if "\n" in text and text.count("\n") == text.count("\r\n"):
        # Only what has CR LF throughout can be put back from LF; else the text stays as it is.
        newline = "crlf"
        text = text.replace("\r\n", "\n")
    final_newline = text.endswith("\n")
    if final_newline:
        text = text[:-1]
    if not text.strip():
        raise UserError("{path}: the text is empty.", path=path)
    notes: tuple[UserError, ...] = ()
    if text.startswith("%%%"):
        notes = (
            UserError(
                "{path}: begins with %%% as resolution texts do, but was read as plain text: the header is part of "
                "the text.",
                path=path,
            ),
        )
    return SourceText(text, Wrapping(None, bom, newline, final_newline), notes=notes)
