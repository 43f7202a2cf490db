"""Reading for a preview: what is told, in which order, and how it ends."""

import pytest

from gui.dialogs import import_reader
from gui.dialogs.import_reader import ImportReader
from model.formats.input_formats import kind_of
from tests.model.formats.test_importing_kinds import XML, put

AKOMA = kind_of("akoma-ntoso")


class Heard:
    def __init__(self, reader: ImportReader) -> None:
        self.all: list[tuple] = []
        reader.found.connect(lambda which, found: self.all.append((which, [path.name for path in found.files])))
        reader.previewed.connect(lambda which, number, each: self.all.append((which, number, each.metadata.symbol)))
        reader.failed.connect(lambda error: self.all.append((error,)))


def read(qtbot, reader: ImportReader) -> list[tuple]:
    heard = Heard(reader)
    with qtbot.waitSignal(reader.finished):
        reader.start()
    return heard.all


def test_what_was_found_comes_first_then_each_file_with_its_number_and_its_reader(qtbot, tmp_path):
    for name in ("b.xml", "a.xml"):
        put(tmp_path, name, XML)
    reader = ImportReader([tmp_path], AKOMA)
    assert read(qtbot, reader) == [(reader, ["a.xml", "b.xml"]), (reader, 0, "A/RES/80/1"), (reader, 1, "A/RES/80/1")]


def test_no_more_files_are_read_than_are_shown(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(import_reader, "SHOWN", 1)
    for name in ("a.xml", "b.xml"):
        put(tmp_path, name, XML)
    reader = ImportReader([tmp_path], AKOMA)
    assert read(qtbot, reader) == [(reader, ["a.xml", "b.xml"]), (reader, 0, "A/RES/80/1")]


def test_one_that_is_cancelled_reads_no_further_file(qtbot, tmp_path, monkeypatch):
    for name in ("a.xml", "b.xml"):
        put(tmp_path, name, XML)
    reader = ImportReader([tmp_path], AKOMA)
    preview = import_reader.preview
    monkeypatch.setattr(import_reader, "preview", lambda *given: (reader.cancel(), preview(*given))[1])
    assert read(qtbot, reader) == [(reader, ["a.xml", "b.xml"]), (reader, 0, "A/RES/80/1")]
    begun = ImportReader([tmp_path], AKOMA)
    begun.cancel()
    assert read(qtbot, begun) == []


@pytest.mark.parametrize("where", ["find", "preview"])
def test_a_bug_is_told(qtbot, tmp_path, monkeypatch, where):
    put(tmp_path, "a.xml", XML)
    bug = ValueError("a bug")

    def fail(*_):
        raise bug

    monkeypatch.setattr(import_reader, where, fail)
    assert read(qtbot, ImportReader([tmp_path], AKOMA))[-1] == (bug,)
