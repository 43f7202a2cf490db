from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model.annotation.documents import Wrapping
from model.errors import UserError
from model.formats import plain_text, project_json, resolution_text
from model.formats.importing import import_sources
from model.formats.input_formats import kind_of
from model.project import Project

PATH = Path("a.txt")
BOM = b"\xef\xbb\xbf"


@given(st.text("اب \n\r\t\u200f\u2028.%", max_size=30), st.booleans())
@example("\r\r\nا", False)  # a stray CR before a line end stays
def test_every_character_stays_and_can_be_put_back(text: str, bom: bool) -> None:
    content = (BOM if bom else b"") + text.encode()
    if not text.strip():
        with pytest.raises(UserError, match="the text is empty"):
            plain_text.parse(content, PATH)
        return
    found = plain_text.parse(content, PATH)
    back = found.text + ("\n" if found.wrapping.final_newline else "")
    if found.wrapping.newline == "crlf":
        back = back.replace("\n", "\r\n")
    assert (BOM if found.wrapping.bom else b"") + back.encode() == content
    assert found.wrapping.header is None


def test_line_ends() -> None:
    assert plain_text.parse("ا\r\nب\r\n".encode(), PATH).wrapping == Wrapping(None, False, "crlf", True)
    mixed = plain_text.parse("ا\r\nب\n".encode(), PATH)
    assert (mixed.text, mixed.wrapping.newline) == ("ا\r\nب", "lf")


def test_a_header_is_text_and_is_told() -> None:
    found = plain_text.parse("%%%WATER|\n\nنص".encode(), PATH)
    assert (found.text, found.terms) == ("%%%WATER|\n\nنص", ())
    assert [str(note) for note in found.notes] == [
        "a.txt: begins with %%% as resolution texts do, but was read as plain text: the header is part of the text."
    ]


@pytest.mark.parametrize(
    "content, sentence",
    [
        (b"", "the text is empty."),
        (b" \r\n\t", "the text is empty."),
        (BOM, "the text is empty."),
        (b"ab\xff", "not UTF-8 at byte 2."),
        (BOM + b"\xff", "not UTF-8 at byte 3."),
        (b"a\xed\xa0\x80", "a lone surrogate at byte 1."),
        (b"ab\0", "a NUL character at character 2."),
    ],
)
def test_what_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(UserError) as refusal:
        plain_text.parse(content, PATH)
    assert str(refusal.value) == f"a.txt: {sentence}"


def test_it_goes_out_as_resolution_text_and_through_project_json(project: Project, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_bytes(BOM + "سطر\r\nآخر".encode())
    import_sources(project, [source], kind=kind_of("plain-text"))
    resolution_text.write(project, tmp_path / "out")
    written = tmp_path / "out" / "a.txt"
    assert written.read_bytes() == BOM + "%%%\r\n\r\nسطر\r\nآخر".encode()
    assert resolution_text.read_file(written).text == "سطر\nآخر"
    project_json.write(project, tmp_path / "p.json")
    with Project.create(tmp_path / "other.qarar", "Badr") as other:
        import_sources(other, [tmp_path / "p.json"])
        (summary,) = other.documents()
        assert other.document(summary.id).wrapping == Wrapping(None, True, "crlf", False)
        assert other.text(summary.id) == "سطر\nآخر"
