"""Settings of the whole process, while several files are read beside each other."""

import contextlib
import csv
import gc
import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import rdflib

from model.errors import UserError
from model.formats import process_settings
from model.formats.process_settings import Setting
from model.formats.thesaurus_file import read_thesaurus


def test_the_first_changes_it_and_the_last_puts_it_back() -> None:
    told: list[str] = []

    def change() -> Callable[[], object]:
        told.append("changed")
        return lambda: told.append("put back")

    setting = Setting(change)
    first, second = setting.changed(), setting.changed()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert told == ["changed"]
    second.__exit__(None, None, None)
    assert told == ["changed", "put back"]
    with pytest.raises(ZeroDivisionError), setting.changed():
        raise ZeroDivisionError
    assert told == ["changed", "put back"] * 2


def test_a_change_that_fails_leaves_nothing() -> None:
    def change() -> Callable[[], object]:
        raise ZeroDivisionError

    setting = Setting(change)
    for _ in range(2):  # and is tried again
        with pytest.raises(ZeroDivisionError), setting.changed():
            pass


def test_the_collector_stays_off_until_the_last_is_done() -> None:
    first, second = process_settings.switched_off(), process_settings.switched_off()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert not gc.isenabled()
    second.__exit__(None, None, None)
    assert gc.isenabled()


def test_two_files_read_beside_each_other_leave_the_libraries_as_they_were(tmp_path: Path) -> None:
    """The first is done while the second still reads."""
    path = tmp_path / "t.ttl"
    path.write_text("<urn:a> a <http://www.w3.org/2004/02/skos/core#Concept> .", "utf-8")
    logger = logging.getLogger("rdflib")
    before = (rdflib.NORMALIZE_LITERALS, logger.level, gc.isenabled())
    both, first_is_done = threading.Barrier(2), threading.Event()
    within: list[tuple[bool, int, bool]] = []

    def read(first: bool) -> None:
        def on_progress(done: int, total: int) -> None:
            both.wait(10)
            if not first:
                assert first_is_done.wait(10)
                within.append((rdflib.NORMALIZE_LITERALS, logger.level, gc.isenabled()))

        read_thesaurus(path, on_progress=on_progress)
        if first:
            first_is_done.set()

    threads = [threading.Thread(target=read, args=(first,)) for first in (True, False)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert within == [(False, logging.CRITICAL, False)]
    assert (rdflib.NORMALIZE_LITERALS, logger.level, gc.isenabled()) == before


def test_tables_read_beside_each_other_keep_long_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first is done before the second comes to its long cell."""
    path = tmp_path / "t.tsv"
    path.write_text(f"uri\tlabel\tnote\nurn:1\tA\t{'x' * 200_000}\n", "utf-8")
    limit = csv.field_size_limit()
    both, first_is_done = threading.Barrier(2), threading.Event()
    notes: list[int] = []
    reader = csv.reader

    def waiting_reader(lines: Iterable[str], **options: Any) -> object:
        def waiting() -> Iterator[str]:
            both.wait(10)
            if threading.current_thread().name == "second":
                assert first_is_done.wait(10)
            yield from lines

        return reader(waiting(), **options)

    monkeypatch.setattr(csv, "reader", waiting_reader)

    def read() -> None:
        with contextlib.suppress(UserError):
            notes.append(len(read_thesaurus(path).concepts[0].notes[0][2]))
        if threading.current_thread().name == "first":
            first_is_done.set()

    threads = [threading.Thread(target=read, name=name) for name in ("first", "second")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert (notes, csv.field_size_limit()) == ([200_000, 200_000], limit)


def test_it_is_as_it_was_afterwards() -> None:
    with pytest.raises(ZeroDivisionError), process_settings.switched_off():
        assert not gc.isenabled()
        raise ZeroDivisionError
    assert gc.isenabled()
    with process_settings.switched_off():
        with process_settings.switched_off():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
