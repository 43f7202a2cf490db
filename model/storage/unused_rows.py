"""What a project file holds that nothing in it leads to any more, and the only way in which that is ever dropped.

A text is in use where a document has it, and where the journal names it: an import that was undone has taken its
documents away, and redo brings them back. What texts are found by is in use with its text.
"""

import sqlite3

from model.storage.folded_texts import FoldedTexts

# Any state that the journal has of any document, be it one that can no longer be redone: history shows that too.
_UNNAMED = """
SELECT sha256 FROM text WHERE sha256 NOT IN (
    SELECT text_sha256 FROM document
    UNION SELECT json_extract(before, '$.text_sha256') FROM change WHERE kind = 'document' AND before IS NOT NULL
    UNION SELECT json_extract(after, '$.text_sha256') FROM change WHERE kind = 'document' AND after IS NOT NULL
) ORDER BY sha256
"""


def unused_texts(connection: sqlite3.Connection) -> list[str]:
    """The SHA-256 of the texts that no document and no state in the journal names."""
    return [str(row[0]) for row in connection.execute(_UNNAMED)]


def drop_unused(connection: sqlite3.Connection) -> int:
    """Drop the texts that are not in use, with what they were found by, and words that no text has; gives how many
    texts. All in one transaction, or nothing.
    """
    folded = FoldedTexts(connection)
    connection.execute("BEGIN IMMEDIATE")
    try:
        texts = unused_texts(connection)
        for sha256 in texts:
            folded.drop(sha256)
            connection.execute("DELETE FROM text WHERE sha256 = ?", (sha256,))
        folded.tidy()
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return len(texts)


def room_taken(connection: sqlite3.Connection) -> dict[str, int]:
    """Bytes of the file by what takes them, the most first: each table with its indexes; ``free`` is what was given up
    and not used again.
    """
    owners = {
        str(name): str(table)
        for name, table in connection.execute(
            "SELECT name, tbl_name FROM sqlite_schema WHERE type IN ('table', 'index')"
        )
    }
    page = int(connection.execute("PRAGMA page_size").fetchone()[0])
    taken = {"free": page * int(connection.execute("PRAGMA freelist_count").fetchone()[0])}
    try:
        for name, size in connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"):
            owner = owners.get(str(name), str(name))
            owner = "folded_index" if owner.startswith("folded_index_") else owner
            taken[owner] = taken.get(owner, 0) + int(size)
    except sqlite3.OperationalError:  # a SQLite that was built without it
        pass
    return dict(sorted(taken.items(), key=lambda each: -each[1]))
