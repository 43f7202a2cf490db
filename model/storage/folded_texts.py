"""The folded texts of a project and the index over their words: kept beside the texts, for finding.

They are made from the texts alone and, like them, only ever added to: the journal does not record them. Each text has
a row in ``folded_text``: the folded text, and the stretches that lead back (see ``model.text.folding``). The index
holds its *words*, by that row's id: runs of letters, digits and marks, as ``words_of`` gives them. ``folded_word``
lists every word of the project once, so that pieces of words can be found too.
"""

import hashlib
import re
import sqlite3
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from model.text.folding import Stretches, fold_with_stretches
from model.text.usual_characters import UsualCharacters

SCHEMA = """
CREATE TABLE folded_text (
    id INTEGER PRIMARY KEY, text_sha256 TEXT NOT NULL UNIQUE REFERENCES text(sha256),
    body TEXT NOT NULL, stretches BLOB NOT NULL
) STRICT;
CREATE TABLE folded_word (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;
CREATE VIRTUAL TABLE folded_index USING fts5(words, content='', columnsize=0, tokenize='ascii')
"""
_MANY = 50  # texts added in one transaction; above it their words are taken from the index
LONGEST_WORD = 400  # characters; SQLite cuts words at 32,768 bytes, be that within a character
LONG_WORD = "\ue000"  # stands for a longer one in the index, which says of such a text only that it must be looked at
_too_long = re.compile(f"[^ ]{{{LONGEST_WORD + 1},}}")
_AT_ONCE = 60  # words in one question to the index: with many, each step of it looks at all of them


class _Apart(dict[int, str]):
    """For ``str.translate``: a blank in the place of what is neither letter, mark nor digit."""

    def __missing__(self, code: int) -> str:
        category = unicodedata.category(chr(code))
        kept = self[code] = chr(code) if category[0] in "LM" or category == "Nd" else " "
        return kept


_apart = _Apart()
_usual = UsualCharacters(_apart)


def is_of_word(character: str) -> bool:
    """Whether a character belongs to words: letters, marks and digits do."""
    return _apart[ord(character)] != " "


def words_of(folded: str) -> list[str]:
    """The words of a folded text, in order; ``LONG_WORD`` stands for each that is too long."""
    return _words(folded).split()


def _words(folded: str) -> str:
    """The words of a folded text with blanks between them."""
    words = _usual.translate(folded)
    window = LONGEST_WORD // 2  # a word that is too long fills one of these from end to end
    if all(" " in words[start : start + window] for start in range(0, len(words) - window + 1, window)):
        return words
    return _too_long.sub(LONG_WORD, words)


@dataclass(frozen=True, slots=True)
class FoldedText:
    """What is kept of a text: ``body`` is the folded text, ``stretches`` (packed) lead back; ``words`` are its words
    with blanks between them, for the index.
    """

    sha256: str
    body: str
    stretches: bytes
    words: str


def folded_text(text: str) -> FoldedText:
    """What is to be kept of a text."""
    body, stretches = fold_with_stretches(text)
    sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return FoldedText(sha256, body, stretches.packed(), _words(body))


class FoldedTexts:
    """The folded texts of one open connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._unlisted: list[str] | None = []  # the words of texts that ``list_words`` has still to see; null for many

    # Writing: in the transaction that writes the text

    def add(self, folded: FoldedText) -> None:
        """Keep and index a text that is new."""
        cursor = self._connection.execute(
            "INSERT INTO folded_text (text_sha256, body, stretches) VALUES (?, ?, ?)",
            (folded.sha256, folded.body, folded.stretches),
        )
        self._connection.execute(
            "INSERT INTO folded_index (rowid, words) VALUES (?, ?)", (cursor.lastrowid, folded.words)
        )
        if self._unlisted is not None:
            self._unlisted.append(folded.words)
            if len(self._unlisted) > _MANY:
                self._unlisted = None

    def list_words(self) -> None:
        """Have the words of the texts that were added listed in ``folded_word``: to be called before the transaction
        ends. Of many texts they are taken from the index, the commonest first; that reads the index once.
        """
        if self._unlisted == []:
            return
        if self._unlisted is None:
            self._connection.execute(
                "CREATE VIRTUAL TABLE IF NOT EXISTS temp.folded_term USING fts5vocab(main, folded_index, row)"
            )
            self._connection.execute(
                """INSERT OR IGNORE INTO folded_word (word)
                SELECT term FROM temp.folded_term WHERE term != ? ORDER BY doc DESC, term""",
                (LONG_WORD,),
            )
        else:
            words = sorted({word for words in self._unlisted for word in words.split()} - {LONG_WORD})
            insert = "INSERT OR IGNORE INTO folded_word (word) VALUES (?)"
            self._connection.executemany(insert, ((word,) for word in words))
        self._unlisted = []

    def drop(self, sha256: str) -> None:
        """Keep a text no longer, nor find anything in it: the opposite of ``add``."""
        row = self._connection.execute("SELECT id, body FROM folded_text WHERE text_sha256 = ?", (sha256,)).fetchone()
        if row is None:
            return
        # An index without contents has to be told what it knows of a text.
        self._connection.execute(
            "INSERT INTO folded_index (folded_index, rowid, words) VALUES ('delete', ?, ?)", (row[0], _words(row[1]))
        )
        self._connection.execute("DELETE FROM folded_text WHERE id = ?", (row[0],))

    def tidy(self) -> None:
        """Bring the index into its smallest form, and list no word any longer that no text has."""
        self._connection.execute("INSERT INTO folded_index (folded_index) VALUES ('optimize')")
        self._connection.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.folded_term USING fts5vocab(main, folded_index, row)"
        )
        self._connection.execute(
            "DELETE FROM folded_word WHERE word NOT IN (SELECT term FROM temp.folded_term WHERE doc > 0)"
        )

    def forget(self) -> None:
        """A transaction was taken back, and what it added with it."""
        self._unlisted = []

    # Reading

    def audit(self) -> Callable[[str, str], bool]:
        """What tells of each text, by its SHA-256 and itself, whether what is kept of it is what folding it gives, and
        all its words are listed and stand in the index as often as in it.

        The index is read once, whatever the number of texts: to be asked for one word of one text takes it as long as
        it has texts.
        """
        listed = {str(row[0]) for row in self._connection.execute("SELECT word FROM folded_word")}
        # A table of this connection alone, also where nothing is written: an older file that is only read.
        read_only = self._connection.execute("PRAGMA query_only").fetchone()[0]
        self._connection.execute("PRAGMA query_only = OFF")
        try:
            self._connection.execute(
                "CREATE VIRTUAL TABLE IF NOT EXISTS temp.folded_instance USING fts5vocab(main, folded_index, instance)"
            )
        finally:
            self._connection.execute(f"PRAGMA query_only = {read_only}")
        cursor = self._connection.cursor()
        cursor.row_factory = None
        sums: dict[int, int] = {}
        for word, text in cursor.execute("SELECT term, doc FROM temp.folded_instance"):
            sums[text] = sums.get(text, 0) + hash(word)

        def is_right(sha256: str, text: str) -> bool:
            kept = self._connection.execute(
                "SELECT id, body, stretches FROM folded_text WHERE text_sha256 = ?", (sha256,)
            ).fetchone()
            folded, stretches = fold_with_stretches(text)
            words = words_of(folded)
            return (
                kept is not None
                and (kept[1], kept[2]) == (folded, stretches.packed())
                and sums.get(int(kept[0]), 0) == sum(map(hash, words))
                and listed.issuperset(word for word in words if word != LONG_WORD)
            )

        return is_right

    def body(self, text: int) -> str:
        """The folded text of an id."""
        return str(self._connection.execute("SELECT body FROM folded_text WHERE id = ?", (text,)).fetchone()[0])

    def stretches(self, text: int) -> Stretches:
        """The stretches that lead back from the folded text of an id."""
        found = self._connection.execute("SELECT stretches FROM folded_text WHERE id = ?", (text,)).fetchone()
        return Stretches(found[0])

    def source(self, text: int) -> str:
        """The text itself whose folded one has that id."""
        found = self._connection.execute(
            "SELECT text.body FROM text JOIN folded_text ON text_sha256 = sha256 WHERE id = ?", (text,)
        ).fetchone()
        return str(found[0])

    def documents(self) -> list[tuple[int, str, str]]:
        """Of all documents in project order: the id of the folded text, the document's id, its name."""
        cursor = self._connection.cursor()
        cursor.row_factory = None
        return cursor.execute(
            """SELECT folded_text.id, document.id, document.name FROM document
            JOIN folded_text ON folded_text.text_sha256 = document.text_sha256 ORDER BY order_key, name_key, document.id
            """
        ).fetchall()

    def with_words(self, words: Sequence[str]) -> set[int]:
        """The texts in which these words follow each other, whatever stands between them that is no word."""
        return self._matching(_phrase(words))

    def with_any(self, words: Sequence[str], most: int) -> set[int]:
        """The texts in which one of these words stands; ``most`` is how many texts there are at all."""
        found: set[int] = set()
        for start in range(0, len(words), _AT_ONCE):
            found |= self._matching(" OR ".join(_phrase([word]) for word in words[start : start + _AT_ONCE]))
            if len(found) == most:  # the commonest words come first, so that this is soon so where it ever is
                break
        return found

    def words_with(self, piece: str, where: str = "within") -> list[str]:
        """The words that hold a piece: ``within``, at their ``start`` or at their ``end``; those met first come first,
        and so, by and large, the commonest.
        """
        self.list_words()
        condition = {
            "within": "instr(word, ?1)",
            "start": "substr(word, 1, length(?1)) = ?1",
            "end": "substr(word, -length(?1)) = ?1",
        }[where]
        rows = self._connection.execute(f"SELECT word FROM folded_word WHERE {condition} ORDER BY id", (piece,))
        return [str(row[0]) for row in rows]

    def count(self) -> int:
        """How many texts there are."""
        return int(self._connection.execute("SELECT count(*) FROM folded_text").fetchone()[0])

    def missing(self) -> list[str]:
        """The SHA-256 of those texts that have not been folded, in order."""
        rows = self._connection.execute(
            "SELECT sha256 FROM text WHERE sha256 NOT IN (SELECT text_sha256 FROM folded_text) ORDER BY sha256"
        )
        return [str(row[0]) for row in rows]

    def _matching(self, question: str) -> set[int]:
        cursor = self._connection.cursor()
        cursor.row_factory = None
        rows = cursor.execute("SELECT rowid FROM folded_index WHERE folded_index MATCH ?", (question,))
        return {row[0] for row in rows}


def _phrase(words: Sequence[str]) -> str:
    """What the index is asked; words hold no quotation marks."""
    return '"' + " ".join(words) + '"'
