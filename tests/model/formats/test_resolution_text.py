from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.annotation import documents
from model.errors import Cancelled, UserError
from model.formats import resolution_text
from model.formats.importing import import_sources
from model.project import Project
from model.vocabulary import assignments, concepts

HERE = Path("file.txt")
GOOD = "%%%WATER|Peace|\n\nقرار اتخذته الجمعية العامة ]…[ ()\n"


def back(project: Project, tmp_path: Path, content: bytes) -> bytes:
    """A file's bytes after going into a project and out again."""
    source = tmp_path / "in" / "one.txt"
    source.parent.mkdir(exist_ok=True)
    source.write_bytes(content)
    report = import_sources(project, [source])
    assert [line.message for line in report.of("refused")] == []
    found = project.find_document("one")
    assert found is not None
    return resolution_text.document_bytes(project, found.id)


def test_parse() -> None:
    found = resolution_text.parse(GOOD.encode(), HERE)
    assert found.text == "قرار اتخذته الجمعية العامة ]…[ ()"
    assert found.terms == ("WATER", "Peace")
    assert found.wrapping.header == "%%%WATER|Peace|"


@pytest.mark.parametrize(
    "content",
    [
        GOOD.encode(),
        b"\xef\xbb\xbf" + GOOD.encode(),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.rstrip("\n").encode(),
        (GOOD.rstrip("\n") + " ").encode(),
        (GOOD + "\n\n").encode(),
        GOOD.replace("()", "a\r\nb").encode(),
        "%%%A|\r\n\r\nنص\nآخر\r\n".encode(),
        b"%%%\n\nx",
        b"%%% A | | a|\n\n x \n",
        "%%%ماء|\n\n\u202bنـــص\u200f ﻫ\ufeff\u2028\n".encode(),
        b"%%%A|\n\n\n\nx\r",
    ],
)
def test_a_file_is_written_back_byte_for_byte(project: Project, tmp_path: Path, content: bytes) -> None:
    assert back(project, tmp_path, content) == content


@given(
    bom=st.booleans(),
    terms=st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="|"), max_size=5)
    ),
    text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(str.strip),
    newline=st.sampled_from(["\n", "\r\n"]),
    final=st.booleans(),
)
def test_parse_loses_nothing(bom: bool, terms: list[str], text: str, newline: str, final: bool) -> None:
    header = "%%%" + "".join(f"{term}|" for term in terms)
    whole = f"{header}{newline}{newline}{text}{newline if final else ''}"
    found = resolution_text.parse((b"\xef\xbb\xbf" if bom else b"") + whole.encode(), HERE)
    assert found.wrapping.bom == bom
    assert found.wrapping.header == header
    end = {"lf": "\n", "crlf": "\r\n", "mixed": "\r\n"}[found.wrapping.newline]
    body = found.text.replace("\n", "\r\n") if found.wrapping.newline == "crlf" else found.text
    last = "\r\n" if found.wrapping.newline == "crlf" else "\n"
    assert f"{header}{end}{end}{body}{last if found.wrapping.final_newline else ''}" == whole


@pytest.mark.parametrize(
    "content, sentence",
    [
        ("%%%A|\n\nنص".encode("utf-16"), "not UTF-8 at byte 0"),
        (b"%%%A|\n\nab\xffc", "not UTF-8 at byte 9"),
        (b"\xef\xbb\xbf%%%A|\n\nab\xffc", "not UTF-8 at byte 12"),
        (b"%%%A|\n\nab\xed\xa0\x80c", "a lone surrogate at byte 9"),
        (b"%%%A|\n\na\0b", "a NUL character at character 8"),
        (b"A|\n\ntext", "no header"),
        (b"", "no header"),
        (b"%%%A|\ntext", "no empty line"),
        (b"%%%A|\n\n", "text is empty"),
        (b"%%%A|\n\n  \n", "text is empty"),
        (b"%%%A|", "text is empty"),
    ],
)
def test_broken_files_get_one_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(UserError) as caught:
        resolution_text.parse(content, HERE)
    assert sentence in str(caught.value)
    assert str(caught.value).startswith("file.txt: ")


def test_too_large_missing_and_unreadable(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(resolution_text.LARGEST + 1)
    with pytest.raises(UserError, match="larger than 64 MiB"):
        resolution_text.read_file(large)
    for path in (tmp_path / "missing.txt", tmp_path):
        with pytest.raises(UserError, match="cannot be read"):
            resolution_text.read_file(path)


def test_changed_descriptors_change_only_the_first_line(project: Project, tmp_path: Path) -> None:
    assert back(project, tmp_path, GOOD.encode()) == GOOD.encode()
    found = project.find_document("one")
    assert found is not None
    with project.operation("assign") as writing:
        assignments.assign(writing, found.id, concepts.create(writing, "New term").id)
        assignments.unassign(writing, project.assignments(found.id)[0].id)
    written = resolution_text.document_bytes(project, found.id).decode()
    assert written == GOOD.replace("WATER|Peace|", "Peace|NEW TERM|")


def test_only_confirmed_descriptors_are_written_unless_asked_for(project: Project, document: str) -> None:
    with project.operation("propose") as writing:
        assignments.assign(writing, document, concepts.create(writing, "X").id, status="suggested")
    assert resolution_text.document_bytes(project, document).startswith(b"%%%\n")
    assert resolution_text.document_bytes(project, document, include_suggested=True).startswith(b"%%%X|\n")


def test_every_document_has_a_file_of_its_own(project: Project, tmp_path: Path) -> None:
    names = ["../../out", "..", "a:b", "a_b", "A_B (2)", "a/b", "NUL", "ب" * 200]
    with project.operation("add") as writing:
        for number, name in enumerate(names):
            documents.add(writing, name, f"text {number}")
    target = tmp_path / "out"
    target.mkdir()
    (target / "mine").write_text("mine")
    assert resolution_text.write(project, target) == len(names)
    found = {path.name: path.read_text() for path in target.iterdir()}
    assert found.pop("mine") == "mine"
    assert {content.split()[-1] for content in found.values()} == {str(number) for number in range(len(names))}
    assert {name: found[name].split()[-1] for name in ("a_b.txt", "A_B (2).txt", "a_b (3).txt", "a_b (4).txt")} == {
        "a_b.txt": "3",
        "A_B (2).txt": "4",
        # In project order “a/b” comes before “a:b”.
        "a_b (3).txt": "5",
        "a_b (4).txt": "2",
    }


@pytest.mark.parametrize("there", [True, False])
def test_an_export_that_is_stopped_changes_nothing(project: Project, tmp_path: Path, there: bool) -> None:
    with project.operation("add") as writing:
        for number in range(3):
            documents.add(writing, str(number), "x")
    target = tmp_path / "deep" / "out"
    if there:
        target.mkdir(parents=True)
        (target / "0.txt").write_text("before")
    before = sorted(tmp_path.rglob("*"))

    def stop(done: int, total: int) -> None:
        if done == total:
            raise Cancelled

    with pytest.raises(Cancelled):
        resolution_text.write(project, target, on_progress=stop)
    assert sorted(tmp_path.rglob("*")) == before
    assert not there or (target / "0.txt").read_text() == "before"


def test_a_target_that_cannot_be_written(project: Project, document: str, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine")
    with pytest.raises(UserError, match="this is a file, not a folder"):
        resolution_text.write(project, taken)
    assert taken.read_text() == "mine"


def test_the_corpus_is_written_back_byte_for_byte(project: Project, corpus: Path, tmp_path: Path) -> None:
    sources = [corpus / "texts", corpus / "seed"]
    report = import_sources(project, sources)
    assert (report.documents, len(report.of("double")), len(report.of("refused"))) == (1243, 1, 0)
    assert resolution_text.write(project, tmp_path / "out") == 1243
    originals = {path.name: path for source in sources for path in source.rglob("*.txt")}
    assert len(originals) == 1243
    for name, original in originals.items():
        assert (tmp_path / "out" / name).read_bytes() == original.read_bytes(), name
