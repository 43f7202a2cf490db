from pathlib import Path

import pytest

from model.annotation import documents
from model.annotation.documents import sha256_of
from model.project import Project
from model.storage import unused_rows
from model.storage.folded_texts import FoldedTexts
from model.storage.unused_rows import drop_unused, room_taken, unused_texts
from tests.model.conftest import TEXT

OTHER = "نص آخر لا وثيقة له."


@pytest.fixture
def with_orphan(project: Project, document: str) -> Project:
    with project.tables.transaction():
        project.tables.add_text(sha256_of(OTHER), OTHER)
        project.tables.folded.list_words()
    return project


def test_texts_of_documents_and_of_the_journal_are_in_use(with_orphan: Project, document: str) -> None:
    connection = with_orphan.tables.connection
    assert unused_texts(connection) == [sha256_of(OTHER)]
    with_orphan.undo()
    assert unused_texts(connection) == [sha256_of(OTHER)], "redo brings the document back"
    with_orphan.redo()
    with with_orphan.operation("delete document") as writing:
        writing.delete("document", document)
    assert unused_texts(connection) == [sha256_of(OTHER)]
    # A row that the journal names both before and after.
    with with_orphan.operation("add document") as writing:
        other = documents.add(writing, "أخرى", OTHER)
    with with_orphan.operation("write note on document") as writing:
        documents.set_note(writing, other, "x")
    assert unused_texts(connection) == []


def test_dropping_takes_all_that_a_text_was_found_by(with_orphan: Project) -> None:
    tables = with_orphan.tables
    before = tables.count("folded_text")
    assert drop_unused(tables.connection) == 1
    assert tables.count("folded_text") == before - 1
    assert [row["body"] for row in tables.rows("SELECT body FROM text")] == [TEXT]
    assert FoldedTexts(tables.connection).with_words(["وثيقه"]) == set()
    assert tables.rows("SELECT word FROM folded_word WHERE word = 'وثيقه'") == []
    assert drop_unused(tables.connection) == 0


def test_where_it_is_stopped_nothing_is_dropped(with_orphan: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: FoldedTexts) -> None:
        raise RuntimeError

    monkeypatch.setattr(unused_rows.FoldedTexts, "tidy", stop)
    with pytest.raises(RuntimeError):
        drop_unused(with_orphan.tables.connection)
    assert with_orphan.tables.count("text") == 2
    assert with_orphan.tables.count("folded_text") == 2


def test_room_is_told_by_tables_with_their_indexes(with_orphan: Project, tmp_path: Path) -> None:
    room = room_taken(with_orphan.tables.connection)
    pages = with_orphan.tables.connection.execute("PRAGMA page_count").fetchone()[0]
    assert sum(room.values()) == pages * 4096
    assert not any(name.startswith("sqlite_autoindex") for name in room)
    assert list(room.values()) == sorted(room.values(), reverse=True)
