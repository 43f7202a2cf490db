import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.errors import UserError
from model.formats import rdf_files
from model.formats.thesaurus_file import READ, WRITTEN, is_obvious, read_thesaurus, write_thesaurus
from model.formats.vocabulary_columns import Role
from model.vocabulary.thesaurus import Thesaurus
from tests.model.vocabulary.thesauri import small, written


def test_the_suffix_says_what_a_file_is(tmp_path: Path) -> None:
    thesaurus = small(tmp_path)
    assert set(READ) == {*WRITTEN, ".skos"}
    for suffix in WRITTEN:
        path = tmp_path / f"u{suffix.upper()}"
        write_thesaurus(thesaurus, path)
        assert read_thesaurus(path) == thesaurus


@pytest.mark.parametrize("suffix", WRITTEN)
@pytest.mark.parametrize("names", [(), (("", "T"), ("ar", "ت"))])
@pytest.mark.parametrize("version", ["", "=2"])
def test_a_vocabulary_without_concepts_comes_back(
    tmp_path: Path, suffix: str, names: tuple[tuple[str, str], ...], version: str
) -> None:
    thesaurus = Thesaurus("urn:t", names, version, ())
    path = tmp_path / f"t{suffix}"
    write_thesaurus(thesaurus, path)
    assert read_thesaurus(path) == thesaurus


def test_skos_is_told_by_its_beginning(tmp_path: Path) -> None:
    thesaurus = small(tmp_path)
    write_thesaurus(thesaurus, tmp_path / "t.rdf")
    for name in ("t.rdf", "t.ttl"):
        path = tmp_path / "t.skos"
        path.write_bytes((tmp_path / name).read_bytes())
        assert read_thesaurus(path) == thesaurus


@pytest.mark.parametrize(
    "name, content, obvious",
    [
        *((f"t{suffix}", "", True) for suffix in (".ttl", ".NT", ".rdf", ".owl", ".skos", ".jsonld", ".csv", ".tsv")),
        ("t.txt", "", False),
        ("t.json", '{"@context": {}}', False),
        ("t.xml", '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">', True),
        (
            "t.XML",
            '<!DOCTYPE r [<!ENTITY r "http://www.w3.org/1999/02/22-rdf-syntax-ns#">]><r:RDF xmlns:r="&r;">',
            True,
        ),
        ("t.xml", '<akomaNtoso><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', False),
        ("t.xml", "<html>", False),
    ],
)
def test_what_is_obviously_meant_as_a_thesaurus(tmp_path: Path, name: str, content: str, obvious: bool) -> None:
    assert is_obvious(written(tmp_path, content, name)) == obvious


def test_xml_that_cannot_be_read_is_not_obvious(tmp_path: Path) -> None:
    (tmp_path / "folder.xml").mkdir()
    assert not is_obvious(tmp_path / "folder.xml")
    assert not is_obvious(tmp_path / "none.xml")


def test_what_cannot_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path, sentence in (
        (tmp_path / "none.ttl", "cannot be read (No such file or directory)."),
        (tmp_path / "none.docx", "cannot be read (No such file or directory)."),
        (written(tmp_path, name="t.docx"), f"no thesaurus by its suffix; these are read: {', '.join(READ)}."),
        (tmp_path, "cannot be read, because it is a folder."),
        (Path("/dev/zero"), "cannot be read, because it is a device, a pipe or a socket."),
    ):
        with pytest.raises(UserError) as refused:
            read_thesaurus(path)
        assert str(refused.value) == f"{path}: {sentence}"
    monkeypatch.setattr(rdf_files, "LARGEST", 1024 * 1024)
    path = written(tmp_path, " " * (1024 * 1024 + 1))
    with pytest.raises(UserError, match=r"larger than 1 MiB\.$"):
        read_thesaurus(path)


PIECES = st.sampled_from(
    (
        b"",
        b"<",
        b">",
        b'"',
        b"\\u0000",
        b"\\uD800",
        b"\0",
        b"\xff",
        b"{",
        b"[",
        b"@",
        b"&a;",
        b"\n",
        b",",
        b"|",
        b";",
        b"\xd8\xa8",
    )
)


@pytest.mark.parametrize("suffix", [".ttl", ".rdf", ".jsonld", ".csv"])
@given(data=st.data())
@settings(max_examples=60)
def test_a_broken_file_is_read_or_refused_in_a_sentence(suffix: str, data: st.DataObject) -> None:
    """Whatever is done to a file; nothing else is ever raised."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"t{suffix}"
        write_thesaurus(small(Path(folder)), path)
        content = path.read_bytes()
        for _ in range(data.draw(st.integers(1, 3))):
            start = data.draw(st.integers(0, len(content)))
            end = start + data.draw(st.sampled_from((0, 1, 2, 30, 1000)))
            content = content[:start] + data.draw(PIECES) + content[end:]
        path.write_bytes(content)
        try:
            read_thesaurus(path)
        except UserError as refusal:
            sentence = str(refusal)
        else:
            sentence = f"{path}: read"
        assert sentence.startswith(f"{path}: ")
        assert "\n" not in sentence


def test_the_columns_of_a_table_mean_what_is_said(tmp_path: Path) -> None:
    path = written(tmp_path, "english,english\nA,ا\n", "t.csv")
    found = read_thesaurus(path, mapping=(Role("preferred", "en"), Role("preferred", "ar")))
    assert found.concepts[0].labels == (("ar", "preferred", "ا"), ("en", "preferred", "A"))
