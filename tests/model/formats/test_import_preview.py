from pathlib import Path

from model.formats import import_preview, project_json
from model.formats.import_preview import Preview, find, preview
from model.formats.input_formats import kind_of
from model.project import Project
from tests.model.formats.test_importing import put as put_resolution
from tests.model.formats.test_importing_kinds import AKOMA, PLAIN, WORD, WORDS, XML, put


def test_what_is_recognised_in_a_resolution(tmp_path: Path) -> None:
    found = preview(put_resolution(tmp_path, "a.txt"))
    assert found.metadata.symbol == "A/RES/79/901"
    assert (found.terms, found.documents, found.refusal) == (("WATER",), 1, None)
    assert found.length == len(found.beginning)
    long = preview(put_resolution(tmp_path, "b.txt", "نص طويل " * 1000))
    assert (len(long.beginning), long.length) == (import_preview.BEGINNING, 8000)


def test_what_is_recognised_in_akoma_ntoso(tmp_path: Path) -> None:
    found = preview(put(tmp_path, "a.xml", XML), AKOMA)
    assert found.clauses == (
        ("adoption", 1),
        ("source", 1),
        ("title", 1),
        ("enacting", 1),
        ("operative", 1),
        ("subclause", 1),
    )
    assert (found.metadata.symbol, found.terms) == ("A/RES/80/1", ("LIBRARIES",))


def test_what_would_be_refused_has_its_sentence(tmp_path: Path) -> None:
    path = put(tmp_path, "a.docx", WORD)
    found = preview(path)
    assert "neither a resolution" in str(found.refusal)
    assert found.documents is None
    assert preview(path, WORDS).refusal is None
    assert "not well-formed XML" in str(preview(path, AKOMA).refusal)
    assert "not Word" not in str(preview(tmp_path / "none", WORDS).refusal)
    assert "cannot be read (No such file" in str(preview(tmp_path / "none").refusal)
    assert "is only written" in str(preview(put(tmp_path, "a.jsonl", b"")).refusal)


def test_project_json_says_how_many_documents_it_holds(project: Project, tmp_path: Path) -> None:
    project_json.write(project, tmp_path / "p.json")
    assert preview(tmp_path / "p.json").documents == 0
    assert "not project JSON" in str(preview(put(tmp_path, "q.json", b"[]")).refusal)
    assert "not JSON" in str(preview(put(tmp_path, "r.json", b"{")).refusal)


def test_a_large_file_is_not_read(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(import_preview, "LARGEST", 3)
    path = put(tmp_path, "a.txt", b"%%%\n\nx")
    found = preview(path)
    assert (found.length, found.documents, found.refusal) == (0, None, None)
    assert "read only when it is imported" in str(found.notes[0])


def test_a_word_file_that_is_large_when_unpacked_is_not_read(tmp_path: Path, monkeypatch) -> None:
    path = put(tmp_path, "a.docx", WORD)
    assert preview(path, WORDS).length > 0
    monkeypatch.setattr(import_preview, "LARGEST", path.stat().st_size)
    found = preview(path, WORDS)
    assert (found.length, found.documents, found.refusal) == (0, None, None)
    assert "when unpacked; read only when it is imported" in str(found.notes[0])
    assert "not a Word file" in str(preview(put(tmp_path, "b.docx", b"x"), WORDS).refusal)


def test_files_are_found_as_an_import_would_and_nothing_is_chosen_for_a_person(tmp_path: Path) -> None:
    put(tmp_path / "x", "a.xml", XML)
    put(tmp_path / "x", "b.xml", XML)
    put(tmp_path / "x", "c.docx", WORD)
    found = find([tmp_path / "x"])
    assert (found.files, found.suggestion) == ((), "akoma-ntoso")
    assert "no resolutions" in str(found.refused[0])
    found = find([tmp_path / "x"], kind_of("akoma-ntoso"))
    assert ([path.name for path in found.files], found.refused, found.suggestion) == (["a.xml", "b.xml"], (), None)
    word = tmp_path / "x" / "c.docx"
    assert find([word]).suggestion == "docx"
    assert find([word, word]).files == (word,)
    resolution = put_resolution(tmp_path, "d.txt")
    assert find([resolution]).suggestion is None
    assert find([resolution], PLAIN).suggestion == "resolution-text"
    plain = put(tmp_path, "e.txt", "نص".encode())
    assert find([plain]).suggestion == "plain-text"
    assert find([plain, resolution]).suggestion is None
    assert find([]).suggestion is None


def test_a_preview_knows_nothing_by_itself() -> None:
    assert Preview(Path("a")).metadata.symbol is None
