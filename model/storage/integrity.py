"""What SQLite itself finds wrong with a project file: pages, indexes, what the tables demand of each row, rows that
name rows that are not there.

Tables of other programs are left alone, and what is wrong with their rows is no damage. Damaged pages are, whosever
they are: what is written next can be lost on one.
"""

import sqlite3

from model.storage import schema

_PAGES = "*** in database"  # begins what SQLite says of pages


def problems(connection: sqlite3.Connection) -> list[str]:
    """All that is wrong; empty when sound. What SQLite raises over the file is a problem too."""
    try:
        return unsound(connection, "integrity_check") + dangling(connection)
    except sqlite3.DatabaseError as error:
        return [str(error)]


def unsound(connection: sqlite3.Connection, check: str) -> list[str]:
    """What ``quick_check`` or ``integrity_check`` finds wrong with pages, and with indexes and rows of our tables."""
    whole = _found(connection, check)
    if whole == []:
        return []
    own = schema.own_tables(connection)
    if whole is None:  # table by table it is not seen where two have a page in common
        whole = [each for table in _tables(connection) for each in _found(connection, check, table) or ()]
    pages = [each for each in whole if each.startswith(_PAGES)]
    of_own = [each for table in own for each in _found(connection, check, table) or ()]
    return pages + [each for each in of_own if not each.startswith(_PAGES)]


def dangling(connection: sqlite3.Connection) -> list[str]:
    """Rows of our tables that name others that are not there."""
    return [
        f"foreign key of {row[0]} row {row[1]} names no {row[2]}"
        for table in schema.own_tables(connection)
        for row in connection.execute(f"PRAGMA foreign_key_check({_quoted(table)})")
    ]


def _found(connection: sqlite3.Connection, check: str, table: str | None = None) -> list[str] | None:
    """What a check finds in the whole file or with one table; none where that cannot be known, because a table demands
    what this SQLite has no function for.
    """
    of = "" if table is None else f"({_quoted(table)})"
    try:
        return [str(row[0]) for row in connection.execute(f"PRAGMA {check}{of}") if row[0] != "ok"]
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_ERROR:  # the rest tells kinds of it apart
            raise
        return None


def _tables(connection: sqlite3.Connection) -> list[str]:
    return [str(row[0]) for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]


def _quoted(table: str) -> str:
    doubled = table.replace('"', '""')
    return f'"{doubled}"'
