"""Resolution files that are learned from: which are read, and which of them are the newest."""

from pathlib import Path

import pytest

from model.errors import UserError
from model.formats import indexed_files
from model.formats.indexed_files import IndexedFile, newest
from tests.conftest import ROOT
from tests.model.suggestion.indexed_resolutions import put, text_of

SAMPLES = ROOT / "resources" / "samples"


def file(name: str, organ: str, session: str) -> IndexedFile:
    return IndexedFile(name, "", "", ("A",), organ, session)


def test_files_are_read_with_their_terms_in_order_of_their_names() -> None:
    found = indexed_files.read([SAMPLES])
    assert [(each.name.split("__")[0], each.organ, each.session, each.group) for each in found] == [
        ("2024", "SC", "2024", "SC 2024"),
        ("57session", "HRC", "57", "HRC 57"),
        ("79session", "GA", "79", "GA 79"),
    ]
    assert found[1].terms[:2] == ("SCHOOL LIBRARIES", "RIGHT TO EDUCATION")
    assert len({each.text_sha256 for each in found}) == 3


def test_order_is_that_of_names_wherever_files_lie(tmp_path: Path) -> None:
    put(tmp_path / "b", [1])
    put(tmp_path / "a" / "deep", [2])
    (tmp_path / "a" / "A.txt").write_text("%%%X|\n\nنص", "utf-8")
    names = [each.name for each in indexed_files.read([tmp_path / "b", tmp_path / "a"])]
    assert names == sorted(names) and len(names) == 3


def test_the_texts_of_a_corpus_are_enough_of_it(tmp_path: Path) -> None:
    put(tmp_path / "texts", [1])
    put(tmp_path / "other", [2])
    assert [each.text.strip() for each in indexed_files.read([tmp_path])] == [text_of(1)]


@pytest.mark.parametrize("header", ["", "|", "||"])
def test_what_has_no_terms_teaches_nothing(tmp_path: Path, header: str) -> None:
    put(tmp_path, [1], header=header)
    put(tmp_path, [2])
    assert len(indexed_files.read([tmp_path])) == 1


def test_each_file_is_read_once_however_often_it_is_given(tmp_path: Path) -> None:
    folder = put(tmp_path / "a" / "b", [1, 2])
    assert len(indexed_files.read([folder, folder])) == 2
    assert len(indexed_files.read([tmp_path, folder])) == 2
    assert len(indexed_files.read([next(folder.iterdir()), folder])) == 2


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no resolutions"):
        indexed_files.read([tmp_path])
    with pytest.raises(UserError, match=r"none\.txt"):
        indexed_files.read([tmp_path / "none.txt"])
    put(tmp_path, [1])
    (tmp_path / "bad.txt").write_bytes(b"%%%A|\n\n\xff")
    with pytest.raises(UserError, match=r"bad\.txt"):
        indexed_files.read([tmp_path])


def test_it_says_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    indexed_files.read([put(tmp_path, [1, 2])], lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert indexed_files.read([]) == []


def test_a_document_of_several_corpora_counts_once(tmp_path: Path) -> None:
    first, second = put(tmp_path / "a" / "texts", [1, 2]), put(tmp_path / "b" / "texts", [2, 3])
    found = indexed_files.read_corpora([first.parent, second.parent])
    assert {each.text.strip() for each in found} == {text_of(number) for number in (1, 2, 3)}
    assert [each.name for each in found] == sorted({each.name for each in found}) and len(found) == 3
    assert indexed_files.read_corpora([second, first]) == found
    assert indexed_files.read_corpora([first, tmp_path / "a", second, second]) == found
    assert indexed_files.read_corpora([first]) == indexed_files.read([first])


@pytest.mark.parametrize("differing", ["text", "header"])
def test_documents_of_one_name_that_differ_between_corpora_are_refused(tmp_path: Path, differing: str) -> None:
    first, second = (
        put(tmp_path / "a", [1]),
        put(tmp_path / "b", [1], header="OTHER" if differing == "header" else None),
    )
    (path,) = second.iterdir()
    if differing == "text":
        path.write_text(path.read_text("utf-8") + "نص", "utf-8")
    with pytest.raises(UserError) as refused:
        indexed_files.read_corpora([first, second])
    assert str(refused.value) == (
        f"{second} and {first} have “{path.stem}” with different texts or headers: which one counts is not clear."
    )


def test_of_one_corpus_as_many_of_a_name_are_read_as_there_are(tmp_path: Path) -> None:
    put(tmp_path / "a" / "one", [1])
    put(tmp_path / "a" / "other", [1], header="OTHER")
    assert len(indexed_files.read_corpora([tmp_path / "a", put(tmp_path / "b", [2])])) == 3
    assert len(indexed_files.read_corpora([tmp_path / "a", tmp_path / "a"])) == 2


def test_a_corpus_without_terms_is_refused_beside_others(tmp_path: Path) -> None:
    first, second = put(tmp_path / "a", [1]), put(tmp_path / "b", [2], header="")
    with pytest.raises(UserError, match="b: no resolution here has a term in its header"):
        indexed_files.read_corpora([first, second])


def test_reading_several_corpora_says_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    corpora = [put(tmp_path / "a", [1, 2]), put(tmp_path / "b", [3])]
    indexed_files.read_corpora(corpora, lambda done, total: told.append((done, total)))
    assert told == sorted(told) and told[-1] == (200, 200) and (50, 200) in told


def test_the_newest_of_each_organ_with_its_special_sessions_and_what_is_of_none() -> None:
    files = [
        *(file("a", "GA", "74"), file("b", "GA", "76"), file("c", "GA", "9"), file("d", "GA", "ES-11")),
        *(file("e", "SC", "2020"), file("f", "SC", "2019"), file("g", "HRC", "S-32"), file("h", "", "")),
    ]
    older, newer = newest(files)
    assert [each.name for each in older] == ["a", "c", "f"]
    assert [each.name for each in newer] == ["b", "d", "e", "g", "h"]
    assert newest([]) == ([], [])


def test_a_group_is_named_by_what_is_known() -> None:
    assert [file("a", *about).group for about in (("GA", "76"), ("GA", ""), ("", "76"), ("", ""))] == [
        *("GA 76", "GA", "76", ""),
    ]
