"""A list of anything as CSV, for spreadsheets: a head, and a row for each line of the list."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from model.formats.atomic import replacing
from model.formats.hits_csv import BYTE_ORDER_MARK, csv_row, defused


def write_list(
    columns: Sequence[str], rows: Iterable[Sequence[str]], target: Path, numbers: Collection[int] = ()
) -> None:
    """Write a list in the place of ``target``, byte for byte by the rules of ``hits_csv.write_hits``.

    ``numbers`` are the columns of numbers: what they hold is not text of anybody, and a negative number stays one.
    """
    with replacing(target) as file:
        file.write(BYTE_ORDER_MARK + csv_row(map(defused, columns)))
        for row in rows:
            file.write(csv_row(cell if column in numbers else defused(cell) for column, cell in enumerate(row)))
