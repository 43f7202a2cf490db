"""Writes lists as CSV for spreadsheets: search hits, one a row with quote and context, or any other table."""

import csv
import io
import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from model.formats.atomic import replacing
from model.formats.quotes import quote_of
from model.progress import ProgressCallback, no_progress
from model.project import Project
from model.search.hit_finder import DocumentHits

COLUMNS = ("document", "symbol", "start", "end", "before", "quote", "after")
BYTE_ORDER_MARK = "\ufeff".encode()
AROUND = 60  # characters before and after a hit
# What a cell begins with that a spreadsheet would compute; some take the wide and small signs of East Asia for the
# others, and some pass over blanks, controls and signs without width before them.
_RUN = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫")
_CELL_SIGNS = ("\t", "\r", "\n")  # at which a cell may be cut when it is pasted
_PASSED_OVER = ("Zs", "Zl", "Zp", "Cc", "Cf")  # categories of Unicode
# Without width too, though letters or marks: joiners, fillers of Hangul, selectors of variants.
_NO_WIDTH = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]")


@dataclass(frozen=True, slots=True)
class Written:
    """How many hits were written, and how many were not: their documents are no longer in the project."""

    hits: int
    gone: int = 0


def write_hits(
    project: Project, hits: Iterable[DocumentHits], target: Path, on_progress: ProgressCallback = no_progress
) -> Written:
    """Write hits in the place of ``target``; gives how many. Offsets are half-open code points of the whole text.

    UTF-8 with a byte order mark, without which spreadsheets take it for another encoding; CR LF as RFC 4180 has it. A
    cell that a spreadsheet would run has an apostrophe before it (https://owasp.org/www-community/attacks/CSV_Injection).
    ``on_progress`` is told of documents; how many there are is not known (0).
    """
    written = gone = 0
    with project.reading(), replacing(target) as file:
        file.write(BYTE_ORDER_MARK + csv_row(COLUMNS))
        there = frozenset(project.document_ids())
        for done, found in enumerate(hits):
            on_progress(done, 0)
            if found.document not in there:
                gone += len(found.hits)
                continue
            document = project.document(found.document)
            text = project.text(found.document)
            for start, end in found.hits:
                quote = quote_of(document, text, start, end, found.document)
                around = text[max(0, start - AROUND) : start], quote, text[end : end + AROUND]
                symbol = document.metadata.symbol or ""
                cells = *map(defused, (document.name, symbol)), str(start), str(end), *map(defused, around)
                file.write(csv_row(cells))
                written += 1
    return Written(written, gone)


def defused(cell: str) -> str:
    """A cell that no spreadsheet runs: with an apostrophe before what it would begin to compute."""
    seen = next((place for place, one in enumerate(cell) if not _passed_over(one)), len(cell))
    runs = cell[seen:].startswith(_RUN) or any(sign in cell[:seen] for sign in _CELL_SIGNS)
    return f"'{cell}" if runs else cell


def _passed_over(character: str) -> bool:
    return unicodedata.category(character) in _PASSED_OVER or _NO_WIDTH.match(character) is not None


def csv_row(cells: Iterable[str]) -> bytes:
    """A row as spreadsheets read it: each cell in quotation marks, and CR LF at the end."""
    line = io.StringIO()
    # All in quotation marks: where a spreadsheet cuts at semicolons, a cell that holds one must stay whole.
    csv.writer(line, quoting=csv.QUOTE_ALL).writerow(cells)
    return line.getvalue().encode("utf-8")


def write_list(
    columns: Sequence[str], rows: Iterable[Sequence[str]], target: Path, numbers: Collection[int] = ()
) -> None:
    """Write a list in the place of ``target``, byte for byte by the rules of ``write_hits``.

    ``numbers`` are the columns of numbers: what they hold is not text of anybody, and a negative number stays one.
    """
    with replacing(target) as file:
        file.write(BYTE_ORDER_MARK + csv_row(map(defused, columns)))
        for row in rows:
            file.write(csv_row(cell if column in numbers else defused(cell) for column, cell in enumerate(row)))
