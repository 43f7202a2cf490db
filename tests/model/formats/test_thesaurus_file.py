from pathlib import Path

import pytest

from model.formats import rdf_files
from model.formats.thesaurus_file import READ, WRITTEN, read_thesaurus, write_thesaurus
from model.formats.vocabulary_columns import Role
from model.refusal import Refusal
from tests.model.vocabulary.thesauri import small, written


def test_the_suffix_says_what_a_file_is(tmp_path: Path) -> None:
    thesaurus = small(tmp_path)
    assert set(READ) == set(WRITTEN)
    for suffix in WRITTEN:
        path = tmp_path / f"u{suffix.upper()}"
        write_thesaurus(thesaurus, path)
        assert read_thesaurus(path) == thesaurus


def test_what_cannot_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path, sentence in (
        (tmp_path / "none.ttl", "cannot be read (No such file or directory)."),
        (tmp_path / "none.docx", "cannot be read (No such file or directory)."),
        (written(tmp_path, name="t.docx"), f"no thesaurus by its suffix; these are read: {', '.join(READ)}."),
        (tmp_path, "cannot be read, because it is a folder."),
        (Path("/dev/zero"), "cannot be read, because it is a device, a pipe or a socket."),
    ):
        with pytest.raises(Refusal) as refused:
            read_thesaurus(path)
        assert str(refused.value) == f"{path}: {sentence}"
    monkeypatch.setattr(rdf_files, "LARGEST", 1024 * 1024)
    path = written(tmp_path, " " * (1024 * 1024 + 1))
    with pytest.raises(Refusal, match=r"larger than 1 MiB\.$"):
        read_thesaurus(path)


def test_the_columns_of_a_table_mean_what_is_said(tmp_path: Path) -> None:
    path = written(tmp_path, "english,english\nA,ا\n", "t.csv")
    found = read_thesaurus(path, mapping=(Role("preferred", "en"), Role("preferred", "ar")))
    assert found.concepts[0].labels == (("ar", "preferred", "ا"), ("en", "preferred", "A"))
