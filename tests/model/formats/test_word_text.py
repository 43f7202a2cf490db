import io
import zipfile
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest

from model.errors import UserError
from model.formats import word_text
from model.formats.source_text import SourceText
from tests.model.formats.word_files import saved, with_body, with_lists, with_paragraphs, with_part

PATH = Path("a.docx")
RUN = "<w:r><w:t>{}</w:t></w:r>"
BOX = "<w:txbxContent><w:p><w:r><w:t>في مربع</w:t></w:r></w:p></w:txbxContent>"


def read(content: bytes) -> SourceText:
    return word_text.parse(content, PATH)


def told(found: SourceText) -> list[str]:
    return [str(note).removeprefix("a.docx: ") for note in found.notes]


def begun(found: SourceText, places: Sequence[int]) -> list[str]:
    """What begins at these places, each up to where something begins again."""
    layout = found.layout
    ends = sorted((*layout.paragraphs, *layout.cells, len(found.text)))
    return [found.text[place : ends[bisect_right(ends, place)]].strip() for place in places]


def test_paragraphs_and_tables_in_their_order_on_one_line(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("إن الجمعية العامة،")
    document.add_paragraph("  ")
    table = document.add_table(2, 2)
    for number, cell in enumerate((*table.row_cells(0), *table.row_cells(1))):
        cell.text = f"خلية {number}"
    table.cell(0, 1).add_table(1, 1).cell(0, 0).text = "داخلية"
    document.add_paragraph("1 -\tتقرر\u00a0 أن\nتعمل\u200f.")
    path = tmp_path / "a.docx"
    path.write_bytes(saved(document))
    found = word_text.read_file(path)
    assert found.text == "إن الجمعية العامة، خلية 0 خلية 1 داخلية خلية 2 خلية 3 1 - تقرر أن تعمل\u200f."
    assert (found.notes, found.terms, found.clauses, found.wrapping.header) == ((), (), (), None)
    assert begun(found, found.layout.paragraphs) == ["1 - تقرر أن تعمل\u200f."]
    assert begun(found, found.layout.cells) == ["خلية 0", "خلية 1", "داخلية", "خلية 2", "خلية 3"]
    assert begun(found, found.layout.lines) == ["تعمل\u200f."]


def test_marks_of_notes_stay_and_their_text_is_told_to_be_gone() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    found = read(
        with_paragraphs(
            RUN.format("كتاب(") + mark + RUN.format(" ) وآخر") + mark + RUN.format("،"),
            RUN.format("ونجمة") + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>',
            RUN.format("وختام") + '<w:r><w:endnoteReference w:id="2"/></w:r>',
        )
    )
    assert found.text == "كتاب() وآخر()، ونجمة* وختام()"
    assert told(found) == [
        "text of footnotes left out; their marks stay as (): 3.",
        "text of endnotes left out; their marks stay as (): 1.",
    ]


def test_tracked_changes_are_taken_as_if_accepted() -> None:
    found = read(
        with_body(
            "<w:p>" + RUN.format("تقرر ") + '<w:del w:id="1"><w:r><w:delText>قديما</w:delText></w:r></w:del>'
            '<w:ins w:id="2">'
            + RUN.format("جديدا")
            + "</w:ins><w:moveFrom><w:r><w:t>منقول</w:t></w:r></w:moveFrom></w:p>"
            '<w:tbl><w:tr><w:trPr><w:del w:id="3"/></w:trPr><w:tc><w:p>'
            + RUN.format("صف محذوف")
            + "</w:p></w:tc></w:tr></w:tbl>"
        )
    )
    assert found.text == "تقرر جديدا"
    assert told(found) == ["tracked deletions left out: 3.", "tracked insertions taken in: 1."]


def test_what_else_stands_in_a_paragraph() -> None:
    inside = (
        f"<w:hyperlink>{RUN.format('رابط')}</w:hyperlink>",
        f"<w:sdt><w:sdtPr/><w:sdtContent>{RUN.format(' حقل')}</w:sdtContent></w:sdt>",
        '<w:r><w:noBreakHyphen/><w:t>واصلة</w:t><w:br/><w:sym w:font="Symbol" w:char="F0B7"/></w:r>',
        '<w:r><w:sym w:font="Amiri" w:char="2014"/><w:fldChar w:fldCharType="begin"/></w:r>',
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>مخفي</w:t></w:r>",
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>ظاهر </w:t></w:r><w:r><w:commentReference w:id="1"/></w:r>',
        '<w:r><w:drawing><wp:inline/></w:drawing></w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>',
        f"{BOX}</w:drawing></mc:Choice><mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent>",
        "<w:r><w:object/></w:r><m:oMath><m:r><m:t>س+1</m:t></m:r></m:oMath><!-- no -->",
    )
    found = read(with_paragraphs("".join(inside)))
    assert found.text == "رابط حقل\u2011واصلة —ظاهر س+1"
    assert told(found) == [
        "pictures left out: 1.",
        "text boxes left out: 1.",
        "comments left out: 1.",
        "pieces of hidden text left out: 1.",
        "signs of a symbol font left out: 1.",
        "embedded files left out: 1.",
    ]


def test_headers_and_footers_are_left_out_and_told() -> None:
    document = docx.Document()
    document.add_paragraph("نص")
    document.sections[0].header.paragraphs[0].text = "A/RES/80/1"
    document.sections[0].footer.paragraphs[0].text = " "
    assert told(read(saved(document))) == ["headers and footers with text left out: 1."]


def zipped(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/"), content)
    return target.getvalue()


GOOD = with_paragraphs(RUN.format("نص"))


@pytest.mark.parametrize(
    "content, sentence",
    [
        (b"", "not a Word file (.docx), or a damaged one."),
        (b"%%%\n\ntext", "not a Word file (.docx), or a damaged one."),
        (GOOD[: len(GOOD) // 2], "not a Word file (.docx), or a damaged one."),
        (zipped(a=b"x"), "not a Word file (.docx), or a damaged one."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "an old Word file (.doc), or one with a password"),
        (zipped(**{"[Content_Types].xml": b"<a/>"}), "not a Word file, or a part of it"),
        (with_part(GOOD, "word/document.xml", lambda part: part[:100]), "not a Word file, or a part of it"),
        (with_part(GOOD, "word/document.xml", lambda part: b"<a/>"), "not a Word file, or a part of it"),
        (
            with_part(GOOD, "[Content_Types].xml", lambda part: part.replace(b"document.main", b"other")),
            "not a Word file",
        ),
        (with_paragraphs(""), "the text is empty."),
    ],
)
def test_what_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(UserError) as refusal:
        read(content)
    assert str(refusal.value).startswith(f"a.docx: {sentence}")


def test_a_file_that_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_text, "LARGEST_UNPACKED", 10 * 1024 * 1024)
    bomb = with_part(GOOD, "word/settings.xml", lambda part: part + b" " * 11 * 1024 * 1024)
    assert len(bomb) < 100_000
    with pytest.raises(UserError, match="larger than 10 MiB when unpacked"):
        read(bomb)


def test_entities_are_not_read() -> None:
    for entity in ('"ha"', 'SYSTEM "file:///etc/hostname"'):
        declared = f"<!DOCTYPE w:document [<!ENTITY x {entity}>]>".encode()

        def change(part: bytes, declared: bytes = declared) -> bytes:
            return part.replace(b"<w:document", declared + b"<w:document", 1).replace("نص".encode(), b"&x;", 1)

        with pytest.raises(UserError, match="has entities of its own, which are not read"):
            read(with_part(GOOD, "word/document.xml", change))


def test_a_package_with_a_password_is_refused() -> None:
    locked = bytearray(GOOD)
    place = locked.index(b"PK\x01\x02")  # the first entry of the directory
    locked[place + 8] |= 1
    with pytest.raises(UserError, match="has a password; save it without one"):
        read(bytes(locked))


@pytest.mark.parametrize("kind", ["br", "cr", 'br w:type="page"', 'br w:type="column"'])
def test_breaks_begin_lines(kind: str) -> None:
    lines = f"{RUN.format('الدورة')}<w:r><w:{kind}/><w:t>التاسعة</w:t><w:{kind}/></w:r>"
    found = read(with_paragraphs(f"<w:r><w:{kind}/></w:r>{lines}", RUN.format("قرار")))
    assert found.text == "الدورة التاسعة قرار"
    assert (found.layout.lines, found.layout.paragraphs) == ((7,), (15,))


def test_a_paragraph_that_word_counts_begins_before_its_number() -> None:
    levels = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="%1 -"/></w:lvl></w:abstractNum>'
    lists = levels + '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    found = read(with_lists(lists, "1/0 تقرر", "1/0", "1/0 تطلب"))
    assert found.text == "1 - تقرر 3 - تطلب"
    assert found.layout.paragraphs == (9,)


def test_italics_are_kept_as_they_are_seen() -> None:
    italic = "<w:r><w:rPr><w:iCs/></w:rPr><w:t>{}</w:t></w:r>"
    found = read(
        with_paragraphs(
            RUN.format("1 - ") + italic.format("تهيب ") + italic.format(" بالدول") + RUN.format(" أن تعمل"),
            italic.format("عنوان"),
            italic.format(" وإذ ") + '<w:ins w:id="1">' + italic.format("تشير") + "</w:ins>" + RUN.format("إلى"),
        )
    )
    assert [found.text[slice(*each)] for each in found.layout.italics] == ["تهيب بالدول", "عنوان", "وإذ تشير"]
