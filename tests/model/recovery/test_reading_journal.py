"""How far a damaged journal is believed."""

import math
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from model.recovery.reading_journal import ReadJournal, read_journal
from model.storage.pages import Pages
from model.storage.readable_rows import read_rows
from model.storage.row_shapes import Shapes
from tests.faults.damaged_copies import make


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "sound.qarar"
    make(path)
    return path


@pytest.fixture
def changed(path: Path, tmp_path: Path) -> Callable[..., ReadJournal]:
    """The journal of a copy in which a statement was run."""

    def run(*statements: str) -> ReadJournal:
        copy = tmp_path / "copy.qarar"
        copy.write_bytes(path.read_bytes())
        connection = sqlite3.connect(copy)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()
        shapes = Shapes()
        try:
            return read_journal(read_rows(Pages(copy.read_bytes()), shapes), shapes)
        finally:
            shapes.close()

    return run


def test_a_sound_journal_tells_it_all(changed: Callable[..., ReadJournal]) -> None:
    journal = changed()
    assert journal.is_whole
    assert journal.has_checksums
    assert len(journal.operations) == 42
    gone = [key for key, state in journal.states.items() if state.values is None]
    assert any(kind == "document" for kind, _ in gone)


def test_before_the_checksums_a_change_of_another_row_than_it_tells_ends_belief(
    changed: Callable[..., ReadJournal],
) -> None:
    without = "UPDATE operation SET checksum = ''"
    assert changed(without).broken == 0
    where = "operation = 40 AND kind = 'span' AND after IS NULL"
    first = f"(SELECT min(position) FROM change WHERE {where})"
    journal = changed(without, f"UPDATE change SET row = 'x' WHERE operation = 40 AND position = {first}")
    assert journal.broken == 40


def test_an_operation_that_was_altered_taken_out_or_cut_short_ends_belief(changed: Callable[..., ReadJournal]) -> None:
    assert changed("UPDATE change SET after = replace(after, 'ملاحظة', 'ملاحطة') WHERE operation = 4").broken == 4
    assert changed("DELETE FROM change WHERE operation = 6 AND position = 1").broken == 6
    assert changed("DELETE FROM change WHERE operation = 8").broken == 8
    assert changed("DELETE FROM operation WHERE sequence = 10").broken == 10
    assert changed("UPDATE operation SET time = '2020-01-01T00:00:00.000Z' WHERE sequence = 12").broken == 12


def test_a_journal_that_is_gone_altogether_is_not_one_of_a_project_in_which_nothing_was_done(
    changed: Callable[..., ReadJournal],
) -> None:
    gone = ("DELETE FROM change", "DELETE FROM operation")
    assert changed(*gone).broken == math.inf
    assert changed(*gone, "DELETE FROM baseline").broken == math.inf
    written = ("document", "document_tag", "progress", "span", "feature", "assignment", "evidence", "saved_search")
    terms = ("", "_label", "_note", "_relation", "_notation", "_documentation", "_state")
    empty = [f"DELETE FROM {kind}" for kind in (*written, *(f"concept{each}" for each in terms))]
    assert changed(*gone, *empty).broken == 0


def test_a_checksum_that_was_altered_takes_its_operation_not_with_it(changed: Callable[..., ReadJournal]) -> None:
    journal = changed("UPDATE operation SET checksum = upper(checksum) WHERE sequence = 5")
    assert journal.broken == 0
    assert not journal.is_whole  # that checksum cannot stay


def test_a_baseline_that_is_gone_is_told_by_the_rows(changed: Callable[..., ReadJournal]) -> None:
    assert changed("DELETE FROM baseline").is_whole
    journal = changed("DELETE FROM baseline", "UPDATE label SET colour = '#123456' WHERE id = 'operative'")
    assert journal.broken == 1


def test_an_undo_out_of_turn_is_no_history(changed: Callable[..., ReadJournal]) -> None:
    journal = changed("UPDATE operation SET target = (SELECT id FROM operation WHERE sequence = 2) WHERE kind = 'undo'")
    assert not journal.is_whole


@pytest.mark.parametrize("table", ["operation", "change"])
def test_a_journal_of_which_pages_are_missing_may_have_lost_its_end(path: Path, table: str) -> None:
    """A chain of checksums says nothing of what came after its last link."""
    shapes = Shapes()
    try:
        readable = read_rows(Pages(path.read_bytes()), shapes)
        readable.complete.discard(table)
        journal = read_journal(readable, shapes)
    finally:
        shapes.close()
    assert journal.has_checksums
    assert journal.may_lack_end
    assert journal.broken == 0
