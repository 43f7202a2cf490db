"""How much a file that somebody has sent may cost: a few hundred kilobytes can be made to fill the memory, or to keep a
program busy for an hour.

What costs is counted before it is made, by signs that each element, value or line needs one of; counting them takes a
thousandth of the time of reading. Each budget is far above what real files hold, and so low that a file within it is
read in seconds and in less than 1 GB; the reasons stand beside them. The longest resolution that we know has 343 KB of
text; the UNBIS thesaurus 2.4 MB, 61,000 statements, 93,000 quotation marks and 32,000 lines; the largest Akoma Ntoso
file of the corpus 861 tags.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from model.errors import UserError
from model.text.normalizing import normalized

Tick = Callable[[], None]  # called again and again while something takes long; it may raise ``Cancelled``

MOST_TERMS = 10_000  # descriptors of one document: it has about ten, and each new one becomes a concept
LONGEST_TEXT = 10_000_000  # characters taken out of Word or XML: fifty times the longest resolution
# ``<`` and ``=`` in XML: no fewer than elements and attributes. A Word file of 500 pages has some 800,000; as a tree
# each takes up to 200 bytes.
MOST_XML_MARKS = 3_000_000
MOST_AKOMA_MARKS = 500_000  # as objects of Python they take four times as many bytes
_LONGEST_SIGN = 18  # characters of the longest sign in NFKC, U+FDFA
# A document may have so many clauses from a file: the longest resolution has some hundred.
MOST_CLAUSES = 20_000
MOST_ANNOTATORS = 10_000  # of a project: it has a handful, and each is asked for in the project


def untold() -> None:
    """What is told of work that nobody waits for."""


def count(content: bytes, signs: Iterable[bytes]) -> int:
    """How often these signs stand in some bytes, together. In UTF-16 and UTF-32 too they are among the bytes."""
    return sum(map(content.count, signs))


def check_xml(content: bytes, path: Path, most: int = MOST_XML_MARKS) -> None:
    """Refuse XML of more elements and attributes than are read; ``path`` is only named."""
    if count(content, (b"<", b"=")) > most:
        raise too_many_elements(path, most)


def too_many_elements(path: Path, most: int) -> UserError:
    """What is said of XML with more elements and attributes than are read."""
    return UserError(
        "{path}: has more elements and attributes than are read of one file ({most}).", path=path, most=most
    )


def check_text(length: int, path: Path) -> None:
    """Refuse a text of more characters than are taken out of a file; ``path`` is only named."""
    if length > LONGEST_TEXT:
        raise UserError(
            "{path}: its text is longer than {most} characters, so it is not read.", path=path, most=LONGEST_TEXT
        )


def check_folded(text: str, path: Path) -> None:
    """Refuse a text that would be far longer where it is folded for searching, as of signs that stand for phrases;
    ``path`` is only named.
    """
    if len(text) * _LONGEST_SIGN > LONGEST_TEXT and len(normalized("NFKC", text)) > max(LONGEST_TEXT, 2 * len(text)):
        check_text(LONGEST_TEXT + 1, path)


def check_clauses(number: int, path: Path) -> None:
    """Refuse more clauses than one document may have; ``path`` is only named."""
    if number > MOST_CLAUSES:
        raise UserError("{path}: has more clauses than are read of one file ({most}).", path=path, most=MOST_CLAUSES)


def check_annotators(number: int, path: Path) -> None:
    """Refuse more annotators than one project may bring; ``path`` is only named."""
    if number > MOST_ANNOTATORS:
        raise UserError(
            "{path}: has more annotators than are read of one file ({most}).", path=path, most=MOST_ANNOTATORS
        )
