import threading
from pathlib import Path

import pytest
import shiboken6

from gui.dialogs import import_preview, import_reader
from gui.dialogs.import_preview import ImportPreview
from gui.dialogs.import_reader import ImportReader
from model.formats.import_preview import FilesToImport, Preview
from model.formats.input_formats import kind_of
from tests.model.formats.test_importing_kinds import WORD, XML, put


@pytest.fixture
def shown(qtbot):
    """Shows sources, and waits until all is read."""
    preview = ImportPreview("en", None)
    qtbot.addWidget(preview)
    preview.show()

    def show(*sources: Path, kind: str | None = None) -> ImportPreview:
        preview.look(sources, None if kind is None else kind_of(kind))
        qtbot.waitUntil(lambda: not preview._readers)
        return preview

    yield show
    preview.stop()
    qtbot.waitUntil(lambda: not preview._readers)


def cells(preview: ImportPreview, row: int) -> list[str]:
    table = preview.table
    items = [table.item(row, column) for column in range(table.columnCount())]
    return [item.text().strip("\u2066\u2068\u2069") if item is not None else "" for item in items]


def test_what_was_recognised_stands_in_the_table_and_below_it(shown, tmp_path):
    put(tmp_path, "a.xml", XML)
    put(tmp_path, "b.xml", b"<html/>")
    preview = shown(tmp_path, kind="akoma-ntoso")
    assert cells(preview, 0)[:5] == ["a.xml", "A/RES/80/1", "GA", "2025-05-01", "المكتبات"]
    assert cells(preview, 0)[6:] == ["1", "6"]
    assert "not Akoma Ntoso" in cells(preview, 1)[1]
    assert preview.table.columnSpan(1, 1) == 7
    assert preview.text.toPlainText().startswith("قرار اتخذته الجمعية العامة")
    assert "Descriptors: \u2068LIBRARIES\u2069\n" in preview.details.text()
    assert "Operative paragraph: \u20661\u2069" in preview.details.text()
    preview.table.setCurrentCell(1, 0)
    assert preview.text.toPlainText() == ""
    assert "not Akoma Ntoso" in preview.details.text()
    assert preview.state.text() == "2 file(s) found."


def test_only_the_first_are_shown_and_that_is_said(shown, tmp_path, monkeypatch):
    monkeypatch.setattr(import_reader, "SHOWN", 3)
    monkeypatch.setattr(import_preview, "SHOWN", 3)
    for number in range(5):
        put(tmp_path, f"{number}.txt", f"%%%\n\nنص {number}".encode())
    preview = shown(tmp_path)
    assert preview.table.rowCount() == 3
    assert "5 file(s) found. Only the first \u20663\u2069 are shown here" in preview.state.text()


def test_a_folder_that_holds_nothing_of_the_kind_has_its_sentence(shown, tmp_path):
    preview = shown(tmp_path)
    assert "no resolutions" in cells(preview, 0)[1]
    assert "no resolutions" in preview.details.text()
    assert shown().table.rowCount() == 0
    assert preview.state.text() == ""


def test_what_was_asked_for_last_is_shown(shown, qtbot, tmp_path):
    put(tmp_path, "a.xml", XML)
    word = put(tmp_path, "b.docx", WORD)
    preview = shown()
    for _ in range(5):
        preview.look([tmp_path], kind_of("akoma-ntoso"))
        preview.look([word], kind_of("docx"))
    qtbot.waitUntil(lambda: not preview._readers)
    assert preview.table.rowCount() == 1
    assert cells(preview, 0)[0] == "b.docx"
    assert preview.text.toPlainText() == "نص من كلمات"


def test_what_an_earlier_reading_still_tells_is_not_taken_for_news(shown, tmp_path):
    preview = shown(put(tmp_path, "a.txt", b"%%%\n\nx"))
    earlier = ImportReader([tmp_path], None)
    earlier.cancel()
    preview._list(earlier, FilesToImport((tmp_path / "b.txt", tmp_path / "c.txt"), ()))
    preview._fill(earlier, 0, Preview(tmp_path / "b.txt", "y", 1))
    assert preview.table.rowCount() == 1
    assert preview.text.toPlainText() == "x"


def test_closing_waits_for_no_file_and_no_further_one_is_read(qtbot, tmp_path, monkeypatch):
    for number in range(3):
        put(tmp_path, f"{number}.xml", XML)
    begun, going_on = threading.Event(), threading.Event()
    read = []

    def slow(path, kind):
        read.append(path.name)
        begun.set()
        assert going_on.wait(60)
        return Preview(path)

    monkeypatch.setattr(import_reader, "preview", slow)
    preview = ImportPreview("en", None)
    preview.look([tmp_path], kind_of("akoma-ntoso"))
    (reader,) = preview._readers
    assert begun.wait(60)
    preview.stop()
    assert reader.is_running
    shiboken6.delete(preview)
    with qtbot.waitSignal(reader.finished):
        going_on.set()
    assert read == ["0.xml"]


def test_long_texts_are_cut(shown, tmp_path):
    put(tmp_path, "a.txt", ("%%%A|\n\n" + "كلمة " * 2000).encode())
    preview = shown(tmp_path)
    assert cells(preview, 0)[5] == "10,000"
    assert preview.text.toPlainText().endswith("…")
    assert len(preview.text.toPlainText()) == 3001
