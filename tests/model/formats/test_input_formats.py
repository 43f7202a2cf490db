from pathlib import Path

import pytest

from model.annotation.documents import Wrapping
from model.annotation.metadata import Metadata
from model.formats.input_formats import KINDS, kind_of, obvious_kind, recognised
from model.formats.source_text import SourceText

TEXT = "قرار اتخذته الجمعية العامة في 20 كانون الأول/ديسمبر 2024 79/901 - المكتبات إن الجمعية العامة، تقرر."


def test_every_kind_has_its_suffix() -> None:
    assert [(kind.id, kind.suffix) for kind in KINDS] == [
        ("plain-text", ".txt"),
        ("docx", ".docx"),
        ("akoma-ntoso", ".xml"),
    ]
    assert kind_of("docx") is KINDS[1]


@pytest.mark.parametrize(
    "name, content, kind",
    [
        ("a.DOCX", b"", "docx"),
        ("a.txt", b"%%%A|\n\nx", "resolution-text"),
        ("a.txt", b"\xef\xbb\xbf%%%", "resolution-text"),
        ("a.json", b"{}", "resolution-text"),
        ("a.txt", "نص".encode(), "plain-text"),
        ("a.txt", b" \n", None),
        ("a.txt", b"a\0", None),
        ("a.xml", b'<?xml version="1.0"?><akomaNtoso>', "akoma-ntoso"),
        ("a.xml", b"<html>", None),
        ("a.pdf", b"%%%", None),
    ],
)
def test_what_a_file_obviously_is(tmp_path: Path, name: str, content: bytes, kind: str | None) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert obvious_kind(path) == kind


def test_what_cannot_be_read_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    assert obvious_kind(tmp_path / "folder.txt") is None
    assert obvious_kind(tmp_path / "none.xml") is None


def of(text: str, stated: Metadata, path: str = "a.xml") -> tuple[Metadata, list[str]]:
    found, notes = recognised(SourceText(text, Wrapping(), stated=stated), Path(path))
    return found, [str(note) for note in notes]


def test_the_text_is_believed_before_what_its_file_states() -> None:
    read = Metadata("A/RES/79/901", "GA", "79", "2024-12-20", "المكتبات")
    assert of(TEXT, Metadata(symbol="A/RES/79/901", adopted="2024-12-20", title="غيره")) == (read, [])
    assert of(TEXT, Metadata(symbol="A/RES/79/902", adopted="2024-12-21")) == (
        read,
        [
            "a.xml: its text says A/RES/79/901, the file beside it A/RES/79/902; the text is believed.",
            "a.xml: its text says 2024-12-20, the file beside it 2024-12-21; the text is believed.",
        ],
    )


def test_what_the_text_does_not_say_is_taken_from_the_file_then_from_its_name() -> None:
    stated = Metadata(symbol="S/RES/2618 (2022)", adopted="2022-01-31", title="عنوان")
    found, notes = of("نص", stated, "74_100_A.xml")
    assert found == Metadata("S/RES/2618 (2022)", "SC", "2022", "2022-01-31", "عنوان")
    assert notes == []
    assert of("إن الجمعية العامة، تقرر.", Metadata(symbol="odd"), "74_100_A.xml")[0].symbol == "A/RES/74/100"
    assert of("نص", Metadata(symbol="odd"), "x.xml")[0].symbol == "odd"
