import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import Cancelled, UserError
from model.formats import vocabulary_csv
from model.formats.thesaurus_file import read_thesaurus, write_thesaurus
from model.formats.vocabulary_columns import Role
from model.vocabulary.concepts import LabelKind
from model.vocabulary.thesaurus import Thesaurus, ThesaurusConcept
from tests.model.vocabulary.thesauri import LETTERS, small, written


def read(folder: Path, text: str, name: str = "t.csv") -> Thesaurus:
    return read_thesaurus(written(folder, text, name))


SAVE = "; save it as UTF-8 (in a spreadsheet: “CSV UTF-8”) and import it again."


def refused(folder: Path, text: str | bytes) -> str:
    path = folder / "t.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(UserError) as refusal:
        read_thesaurus(path)
    start, _, sentence = str(refusal.value).partition(": ")
    assert start == str(path)
    return sentence


def by_label(thesaurus: Thesaurus) -> dict[str, ThesaurusConcept]:
    return {text: concept for concept in thesaurus.concepts for _, _, text in concept.labels}


TABLE = """id,English,Arabic,UF,BT,RT,SN,code
1,READING,القراءة,,,,,
2,BOOKS,الكتب,VOLUMES|TOMES,1,LIBRARIES,Bound paper.,01
3,LIBRARIES,المكتبات,,reading,,,
"""


def test_a_table_from_elsewhere(tmp_path: Path) -> None:
    found = by_label(read(tmp_path, TABLE))
    books, reading, libraries = found["BOOKS"], found["READING"], found["LIBRARIES"]
    assert books.labels == (
        ("", "alternative", "TOMES"),
        ("", "alternative", "VOLUMES"),
        ("ar", "preferred", "الكتب"),
        ("en", "preferred", "BOOKS"),
    )
    assert books.broader == libraries.broader == (reading.uri,)  # by id, and by label whatever the case
    assert (books.related, libraries.related) == ((libraries.uri,), (books.uri,))
    assert books.notes == (("scope", "", "Bound paper."),)
    assert books.notations == ("01", "2")  # an id that is no URI stays as a notation
    assert books.uri.startswith("urn:uuid:")


def test_the_same_names_give_the_same_uris(tmp_path: Path) -> None:
    """So that a table can be brought in again, with other rows and another order."""
    first = read(tmp_path, TABLE)
    lines = TABLE.splitlines()
    second = read(tmp_path, "\n".join((lines[0], "9,LETTERS,,,,,,", *reversed(lines[1:]))))
    assert (second.uri, second.names) == (first.uri, (("", "t"),))
    assert {concept.uri for concept in first.concepts} < {concept.uri for concept in second.concepts}
    assert read(tmp_path, TABLE, "u.csv").uri != first.uri
    labels = read(tmp_path, "label,BT\nA,B\nB,\n")
    assert [concept.notations for concept in labels.concepts] == [(), ()]
    assert by_label(labels)["A"].broader == (by_label(labels)["B"].uri,)


def test_as_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "u.csv"
    write_thesaurus(small(tmp_path), path)
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") and content.count(b"\r\n") == content.count(b"\n") == 5
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == [
        *("uri", "preferred@ar", "preferred@en", "preferred@es", "alternative@en", "hidden@en"),
        *("notation", "broader", "related", "scope@en", "history@en"),
        *("replaced_by", "state", "scheme", "scheme_name@ar", "scheme_name@en", "scheme_version"),
    ]
    assert (rows[0]["uri"], rows[0]["preferred@en"]) == ("http://example.org/books", "BOOKS")
    assert rows[1]["state"] == "deprecated"


@given(st.lists(st.text(LETTERS, min_size=1, max_size=5).map(str.strip).filter(bool), max_size=4))
def test_a_cell_holds_any_values(found: list[str]) -> None:
    assert vocabulary_csv.values(vocabulary_csv.cell_of(found)) == found


def test_cells_of_other_programs() -> None:
    assert vocabulary_csv.values(" a | b||c|") == ["a", "b", "c"]
    assert vocabulary_csv.values(" | ") == []


def test_cells_that_a_spreadsheet_would_run_are_marked(tmp_path: Path) -> None:
    labels = ("=1+1", "'=1+1", "-5", "@x", "'x", "+", "\u200b=1", "\u034f=1", "'\u200f＠x", "﹦1", "\u200fx")
    concepts = tuple(
        ThesaurusConcept(f"urn:{place:02}", (("en", "preferred", label),)) for place, label in enumerate(labels)
    )
    path = tmp_path / "u.csv"
    write_thesaurus(Thesaurus("urn:t", (), "", concepts), path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = [row["preferred@en"] for row in csv.DictReader(file)]
    assert cells[:6] == ["'=1+1", "''=1+1", "'-5", "'@x", "'x", "'+"]
    assert cells[6:] == ["'\u200b=1", "'\u034f=1", "''\u200f＠x", "'﹦1", "\u200fx"]
    assert [concept.labels[0][2] for concept in read_thesaurus(path).concepts] == list(labels)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("start", ["", "\ufeff", "\n\n"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_tables_of_all_kinds(tmp_path: Path, delimiter: str, start: str, end: str) -> None:
    lines = [["uri", "label@en", "note"], ["urn:1", '"A, B; C"', "x"], [], ["urn:2", '"D\n""E"""']]
    text = start + end.join(delimiter.join(line) for line in lines)
    found = by_label(read(tmp_path, text, "t.tsv" if delimiter == "\t" else "t.csv"))
    assert set(found) == {"A, B; C", 'D "E"'}
    assert found["A, B; C"].notes == (("note", "", "x"),)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_a_byte_order_mark_tells_utf_16(tmp_path: Path, encoding: str, delimiter: str) -> None:
    """As Excel saves “Unicode text”."""
    path = tmp_path / "t.csv"
    rows = (("المعرف", "المصطلح", "الأعم"), ("1", "السلام 🕊", ""), ("2", "نزع السلاح", "1"))
    path.write_bytes(("\ufeff" + "\r\n".join(map(delimiter.join, rows))).encode(encoding))
    found = by_label(read_thesaurus(path))
    assert set(found) == {"السلام 🕊", "نزع السلاح"}
    assert found["نزع السلاح"].broader == (found["السلام 🕊"].uri,)


def test_relations_name_rows_by_notation_where_nothing_else_has_that_name(tmp_path: Path) -> None:
    found = by_label(read(tmp_path, "URI,Code,Term,BT,RT\nurn:1,01,A,,\nurn:2,A,B,01,A\nurn:3,01.1,C,01.9,B\n"))
    assert found["B"].broader == ("urn:1",)
    assert found["B"].related == ("urn:1", "urn:3")  # A is a label first
    assert found["C"].broader == ()


def test_an_arabic_table_needs_no_help(tmp_path: Path) -> None:
    text = (
        "معرف المصطلح,المصطلح المفضل (العربية),المصطلح بالإنجليزية,المرادفات (العربية),المصطلح الأعم,ذو صلة,"
        "ملاحظة النطاق\nT1,السلام,PEACE,السلم,,,\nT2,حفظ السلام,PEACEKEEPING,,السلام,T3,عمليات\nT3,الأمن,SECURITY,,,,\n"
    )
    found = by_label(read(tmp_path, text))
    peace, keeping = found["PEACE"], found["PEACEKEEPING"]
    assert peace.labels == (
        ("ar", "preferred", "السلام"),
        ("ar", "alternative", "السلم"),
        ("en", "preferred", "PEACE"),
    )
    assert (peace.notations, keeping.broader) == (("T1",), (peace.uri,))
    assert (keeping.related, keeping.notes) == ((found["SECURITY"].uri,), (("scope", "", "عمليات"),))


def test_columns_with_values_and_without_a_role_are_left_out(tmp_path: Path) -> None:
    rows = "".join(f"{number},T{number},,,\n" for number in range(8))
    found = vocabulary_csv.columns(written(tmp_path, f"Number,English,Hits,,\n{rows}8,T8,,x,\n", "t.csv"))
    assert found.left_out(found.mapping) == ("Number", "(4)")
    assert found.left_out((Role("uri"), None, None, Role("note"))) == ("English",)


def test_a_table_has_at_most_200_columns(tmp_path: Path) -> None:
    assert len(read(tmp_path, "label" + ",x" * 199 + "\nBOOKS\n").concepts) == 1
    sentence = "the table has 201 columns; at most 200 are read."
    assert refused(tmp_path, "label" + ",x" * 200 + "\nBOOKS\n") == sentence
    with pytest.raises(UserError, match=sentence):
        vocabulary_csv.columns(tmp_path / "t.csv")


def test_a_table_that_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    labels: tuple[tuple[str, LabelKind, str], ...] = tuple((f"x-{number}", "preferred", "A") for number in range(200))
    with pytest.raises(UserError, match=r"t\.csv: the table would have 20\d columns, and at most 200 are read; "):
        write_thesaurus(Thesaurus("urn:t", (), "", (ThesaurusConcept("urn:a", labels),)), tmp_path / "t.csv")
    assert not list(tmp_path.iterdir())


def test_tabs_in_a_file_that_is_called_csv(tmp_path: Path) -> None:
    assert set(by_label(read(tmp_path, "uri\tlabel, or term@en\tterm\nurn:1\tx, y\tA\n"))) == {"A"}


@pytest.mark.parametrize(
    "text, sentence",
    [
        ("", "the table is empty."),
        ("\n \n", "the table is empty."),
        ("uri,label,scheme\n", "no concepts here: the table has headings only."),
        ("uri,label,scheme_name\n,,N\n", "line 2 has neither a URI nor a preferred label."),
        ("uri,label,note,scheme\n,,x,urn:t\n", "line 2 has neither a URI nor a preferred label."),
        ("uri,label,scheme\n,,urn:t\n,,urn:t\n", "line 2 has neither a URI nor a preferred label."),
        ("uri,hits\nurn:1,5\n", "no column holds preferred labels; say which one does."),
        ("uri,label\nurn:1,A\nurn:1,B\n", "lines 2 and 3 are the same concept, “urn:1”."),
        ("id,label\n1,A\n\n1,B\n", "lines 2 and 4 are the same concept, “1”."),
        ("label\nA\nA\n", "lines 2 and 3 are the same concept, “A”."),
        ("uri,label,note\n,,x\n", "line 2 has neither a URI nor a preferred label."),
        ("uri,label\nurn:1,A,B\n", "line 2 has more cells than there are headings."),
        ('uri,label\nurn:1,"A\n', "not a table (line 2: unexpected end of data)."),
        ("uri,label@en,label@en\nurn:1,A,B\n", "urn:1 has two preferred labels in one language (en): “A” and “B”."),
        ("uri,label@en,BT\nurn:1,A,urn:2\nurn:2,B,urn:1\n", "a concept is broader than itself (“A” → “B” → “A”)"),
        ("uri,label,scheme\nurn:1,A,s\n", "“s” is no absolute URI."),
        (b"uri,label\nurn:1,\xff\n", f"not UTF-8 at byte 16{SAVE}"),
        ("uri,label\nurn:1,السلام\n".encode("cp1256"), f"not UTF-8 at byte 16{SAVE}"),
        ("uri,label\nurn:1,A\0\n", "a NUL character at character 17."),
        (b"uri,label\nurn:1,\xed\xa0\x80\n", "a lone surrogate at byte 16."),
        (b"uri,label\nurn:1,\xed\xa1 \n", f"not UTF-8 at byte 16{SAVE}"),
        ("uri,label\nurn:1,A\n".encode("utf-16-le"), f"not UTF-8 at byte 1{SAVE}"),
        ("المعرف,المصطلح\n1,السلام\n".encode("utf-16-be"), f"not UTF-8 at byte 12{SAVE}"),
        ("uri,label\nurn:1,A\n".encode("utf-32"), f"not UTF-8 at byte 0{SAVE}"),
        ("uri,label\n".encode("utf-16") + b"x", f"begins like UTF-16, but is none at byte 22{SAVE}"),
        ("uri,label\n".encode("utf-16") + b"\x00\xd8", f"begins like UTF-16, but is none at byte 22{SAVE}"),
        ("uri,label\nurn:1,A\0\n".encode("utf-16"), "a NUL character at character 17."),
        (b"\xff\xfe", "the table is empty."),
    ],
)
def test_what_is_no_table_of_concepts(tmp_path: Path, text: str | bytes, sentence: str) -> None:
    assert refused(tmp_path, text).startswith(sentence)


def test_names_that_are_no_rows_or_several_are_told(tmp_path: Path) -> None:
    found = read(tmp_path, "uri,label,BT,NT,RT\nurn:1,A,X,A,B\nurn:2,B,A|urn:1,,\nurn:3,A,,,\n")
    assert [concept.broader for concept in found.concepts] == [(), ("urn:1",), ()]
    assert [str(remark).partition(": ")[2] for remark in found.remarks] == [
        "3 relations name no row, or several, and were left out (the first: “X” in line 2).",
        "1 preferred labels are those of several concepts in one language, and stay so (the first: “A”, language: none "
        "is given, of urn:1 and urn:3).",
    ]


def test_a_name_that_two_rows_have_is_told_and_relations_by_it_are_left_out(tmp_path: Path) -> None:
    found = read(tmp_path, "uri,prefLabel@en,BT\nurn:1,A,\nurn:2,A,\nurn:3,B,A\nurn:4,C,urn:1\n")
    assert [concept.broader for concept in found.concepts] == [(), (), (), ("urn:1",)]
    assert [str(remark).partition(": ")[2] for remark in found.remarks] == [
        "1 relations name no row, or several, and were left out (the first: “A” in line 4).",
        "1 preferred labels are those of several concepts in one language, and stay so (the first: “A”, language: en, "
        "of urn:1 and urn:2).",
    ]


def test_narrower_and_what_replaces(tmp_path: Path) -> None:
    found = read(tmp_path, "uri,label,NT,use,status\nurn:1,A,urn:2,,\nurn:2,B,,urn:1,Deprecated | gone\n").concepts
    assert (found[1].broader, found[1].replaced_by, found[1].deprecated, found[1].gone) == (
        ("urn:1",),
        ("urn:1",),
        True,
        True,
    )


def test_what_a_table_looks_like(tmp_path: Path) -> None:
    text = "Number;English;ملاحظة\n" + "".join(f"{number};T{number};\n" for number in range(9))
    found = vocabulary_csv.columns(written(tmp_path, text, "t.csv"))
    assert found.headings == ("Number", "English", "ملاحظة")
    assert found.rows == tuple((str(number), f"T{number}", "") for number in range(5))
    assert found.mapping == (None, Role("preferred", "en"), Role("note"))
    assert found.empty == {2}
    with pytest.raises(UserError, match="the table is empty"):
        vocabulary_csv.columns(written(tmp_path, "", "t.csv"))


def test_roles_that_a_person_gives(tmp_path: Path) -> None:
    headings = ("Number", "a = b", "Number")
    mapping = (Role("uri"), Role("preferred"), None)

    def with_roles(*wanted: str) -> vocabulary_csv.Mapping:
        return vocabulary_csv.with_roles(Path("t.csv"), headings, mapping, wanted)

    assert with_roles() == mapping
    assert with_roles("Number=notation") == (Role("notation"), Role("preferred"), Role("notation"))
    assert vocabulary_csv.with_roles(Path("t.csv"), ("id", "", ""), (None, None, None), ["(3)=note"]) == (
        None,
        None,
        Role("note"),
    )
    assert with_roles("a  = b=scope@ar", "Number=") == (None, Role("scope", "ar"), None)
    for wanted, sentence in (
        ("x=uri", "t.csv: has no column “x”; its columns are: Number, a = b, Number."),
        ("Number", "t.csv: has no column “Number”; "),
        ("Number=x", "“x” is no role of a column"),
    ):
        with pytest.raises(UserError) as refused:
            with_roles(wanted)
        assert str(refused.value).startswith(sentence)


def test_progress_is_told_and_reading_can_be_stopped(tmp_path: Path) -> None:
    path = written(tmp_path, "uri,label\n" + "".join(f"urn:{number},T{number}\n" for number in range(1200)), "t.csv")
    told: list[tuple[int, int]] = []
    read_thesaurus(path, on_progress=lambda *each: told.append(each))
    # Before rows are known to be concepts, their number is not known.
    assert [each for each in told if each != (0, 0)] == [(0, 1200), (500, 1200), (1000, 1200), (1200, 1200)]

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_thesaurus(path, on_progress=stop)


def test_long_cells_are_read_and_the_library_is_left_as_it_was(tmp_path: Path) -> None:
    limit = 131_072  # the library's own
    csv.field_size_limit(limit)
    found = read(tmp_path, f"uri,label,note\nurn:1,A,{'x' * 200_000}\n")
    assert len(found.concepts[0].notes[0][2]) == 200_000
    assert csv.field_size_limit() == limit


def test_empty_columns_behind_the_others_do_not_count(tmp_path: Path) -> None:
    commas = "," * 250
    thesaurus = read(tmp_path, f"id,English{commas}\n1,A{commas}\n")
    assert [concept.labels for concept in thesaurus.concepts] == [(("en", "preferred", "A"),)]
    assert "has 203 columns" in refused(tmp_path, f"id,English{commas}\n1,A{',' * 200},x\n")
