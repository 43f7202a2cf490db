from pathlib import Path

import pytest

from model.annotation import documents, spans
from model.annotation.layers import read_scheme
from model.errors import Cancelled
from model.formats.importing import import_sources
from model.formats.input_formats import KINDS, kind_of
from model.project import Project
from model.text.layout import NO_LAYOUT, Layout
from tests.conftest import shared
from tests.model.formats.test_akoma_ntoso import FRAME, akn
from tests.model.formats.word_files import with_paragraphs

LIBRARY = '<classification source="DHLAUTH"><keyword showAs="LIBRARIES" dictionary="UNBIS Thesaurus"/></classification>'
XML = akn(FRAME + "<mainBody><p>1 - <i>تقرر</i> ما يلي:</p><p>(أ) فتحها.</p></mainBody>", LIBRARY)
WORD = with_paragraphs("<w:r><w:t>نص من كلمات</w:t></w:r>")
AKOMA, WORDS, PLAIN = kind_of("akoma-ntoso"), kind_of("docx"), kind_of("plain-text")


def put(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder that holds files of every kind."""
    source = tmp_path / "source"
    put(source, "a.xml", XML)
    put(source, "deep/b.DOCX", WORD)
    put(source, "~$b.docx", b"lock")
    put(source, "c.txt", "نص بلا ترويسة".encode())
    return source


@pytest.mark.parametrize("kind, name, folder", [(AKOMA, "a", ""), (WORDS, "b", "deep"), (PLAIN, "c", "")])
def test_a_folder_is_searched_for_the_suffix_of_the_kind(
    project: Project, source: Path, kind: object, name: str, folder: str
) -> None:
    report = import_sources(project, [source], kind=kind)  # type: ignore[arg-type]
    assert [line.outcome for line in report.lines if line.outcome != "note"] == ["imported"]
    assert [(each.name, each.folder) for each in project.documents()] == [(name, folder)]
    assert project.counts().operations == 1


def test_without_a_kind_nothing_but_resolutions_comes_in(project: Project, source: Path) -> None:
    report = import_sources(project, [source, source / "a.xml", source / "deep" / "b.DOCX"])
    assert [str(line.message).partition(": ")[2] for line in report.of("refused")] == [
        "no header: the first line must begin with %%%.",
        "neither a resolution (*.txt) nor project JSON (*.json).",
        "neither a resolution (*.txt) nor project JSON (*.json).",
    ]
    assert (len(report.lines), project.documents()) == (3, [])


def test_a_file_that_is_named_is_read_as_the_kind_whatever_its_suffix(project: Project, tmp_path: Path) -> None:
    path = put(tmp_path, "a.bin", XML)
    import_sources(project, [path], kind=AKOMA)
    assert [each.symbol for each in project.documents()] == ["A/RES/80/1"]
    for kind in KINDS:
        (tmp_path / kind.id).mkdir()
        report = import_sources(project, [tmp_path / kind.id], kind=kind)
        assert f"no files of this kind (*{kind.suffix}) in this folder." in str(report.lines[0].message)


def test_clauses_and_descriptors_of_akoma_ntoso(project: Project, tmp_path: Path) -> None:
    report = import_sources(project, [put(tmp_path, "a.xml", XML)], kind=AKOMA)
    assert (report.documents, report.clause_documents) == (1, 1)
    (summary,) = project.documents()
    text = project.text(summary.id)
    found = project.spans(summary.id)
    assert {(span.status, span.origin.kind) for span in found} == {("confirmed", "import")}
    assert [(span.label, span.depth, text[span.start : span.end]) for span in found][-3:] == [
        ("operative", 0, "1 - تقرر ما يلي: (أ) فتحها."),
        ("lead", 0, "تقرر"),
        ("subclause", 1, "(أ) فتحها."),
    ]
    (assignment,) = project.assignments(summary.id)
    assert (assignment.term, assignment.status, assignment.origin.version) == ("LIBRARIES", "confirmed", "akoma-ntoso")
    project.undo()
    counts = project.counts()
    assert (counts.documents, counts.spans, counts.assignments, counts.concepts) == (0, 0, 0, 0)


def test_what_is_there_already_gets_clauses_where_nothing_is_marked(project: Project, tmp_path: Path) -> None:
    path = put(tmp_path, "a.xml", XML)
    import_sources(project, [path], kind=AKOMA)
    (summary,) = project.documents()
    with project.operation("delete") as writing:
        for span in project.spans(summary.id):
            if span.layer == "clause" and span.label != "operative":
                spans.delete(writing, span.id)
    kept = len(project.spans(summary.id))
    report = import_sources(project, [path], kind=AKOMA)
    assert ([line.outcome for line in report.lines], report.clause_documents) == (["already"], 0)
    assert len(project.spans(summary.id)) == kept
    with project.operation("delete") as writing:
        for span in project.spans(summary.id):
            if span.layer == "clause":
                spans.delete(writing, span.id)
    report = import_sources(project, [path], kind=AKOMA)
    assert ([line.outcome for line in report.lines], report.clause_documents) == (["already"], 1)
    assert len(project.spans(summary.id)) > kept


def test_names_doubles_and_broken_files_are_told_as_for_resolutions(project: Project, tmp_path: Path) -> None:
    put(tmp_path / "1", "a.docx", WORD)
    put(tmp_path / "2", "a.docx", with_paragraphs("<w:r><w:t>نص آخر</w:t></w:r>"))
    put(tmp_path / "2", "b.docx", WORD)
    put(tmp_path / "2", "c.docx", b"PK")
    import_sources(project, [tmp_path / "1"], kind=WORDS)
    report = import_sources(project, [tmp_path / "1", tmp_path / "2"], kind=WORDS)
    assert [(line.path.name, line.outcome) for line in report.lines] == [
        ("a.docx", "already"),
        ("a.docx", "refused"),
        ("b.docx", "double"),
        ("c.docx", "refused"),
    ]
    report = import_sources(project, [tmp_path / "2" / "a.docx"], kind=WORDS, rename=True)
    assert [line.outcome for line in report.lines] == ["imported", "note"]
    assert "a (2)" in [each.name for each in project.documents()]


def test_clauses_that_the_scheme_has_no_label_for_are_left_out_and_told(tmp_path: Path) -> None:
    scheme = read_scheme()
    layers = [
        type(layer)(**{**{name: getattr(layer, name) for name in layer.__slots__}, "labels": kept})
        for layer in scheme.layers
        for kept in [tuple(label for label in layer.labels if label.id != "title")]
    ]
    small = type(scheme)(**{**{name: getattr(scheme, name) for name in scheme.__slots__}, "layers": tuple(layers)})
    with Project.create(tmp_path / "p.qarar", "Amal", small) as project:
        report = import_sources(project, [put(tmp_path, "a.xml", XML)], kind=AKOMA)
        assert [line.outcome for line in report.lines] == ["imported", "note"]
        assert "its clauses were left out. " in str(report.lines[1].message)
        (summary,) = project.documents()
        assert (project.spans(summary.id), report.clause_documents) == ([], 0)


def test_stopping_leaves_the_project_as_it_was(project: Project, tmp_path: Path) -> None:
    for number in range(4):
        put(tmp_path / "source", f"{number}.xml", XML)

    def on_progress(done: int, _: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_sources(project, [tmp_path / "source"], kind=AKOMA, on_progress=on_progress)
    counts = project.counts()
    assert (counts.documents, counts.spans, counts.operations) == (0, 0, 0)


def test_the_real_files_come_in_as_the_texts_and_clauses_of_the_corpus(project: Project, tmp_path: Path) -> None:
    corpus = shared("corpus")
    stems = {path.stem for path in (corpus / "akoma-ntoso").glob("*.xml")}
    texts = [path for path in (corpus / "texts").glob("*/*.txt") if path.stem in stems]
    import_sources(project, [corpus / "akoma-ntoso"], kind=AKOMA)
    with Project.create(tmp_path / "other.qarar", "Badr") as other:
        import_sources(other, texts, clauses=corpus / "gold")
        assert len(other.documents()) == len(stems) == 8
        for summary in other.documents():
            name = project.find_document(summary.name)
            assert name is not None
            assert project.text(name.id) == other.text(summary.id)
            assert _marks(project, name.id) == _marks(other, summary.id)
            # A text that says nothing of a thing may have it from its file.
            for field in documents.FIELDS:
                stated = getattr(other.document(summary.id).metadata, field)
                assert stated in (None, getattr(name.metadata, field))


def _marks(project: Project, document: str) -> list[tuple[object, ...]]:
    return [
        (span.label, span.limits, span.number, span.depth, span.features, span.status)
        for span in project.spans(document)
    ]


def test_only_of_word_files_the_lock_beside_is_passed_over(project: Project, tmp_path: Path) -> None:
    put(tmp_path / "texts", "~$a.txt", "%%%\n\nنص".encode())
    assert import_sources(project, [tmp_path / "texts"]).documents == 1


LINES = with_paragraphs("<w:r><w:rPr><w:iCs/></w:rPr><w:t>نص</w:t></w:r>", "<w:r><w:t>من كلمات</w:t></w:r>")
LAYOUT = Layout(paragraphs=(3,), italics=((0, 2),))
ADDED = "already there; its paragraphs and italics were added."


def test_the_layout_of_a_word_file_comes_in_with_it(project: Project, tmp_path: Path) -> None:
    import_sources(project, [put(tmp_path, "a.docx", LINES)], kind=WORDS)
    (document,) = project.document_ids()
    assert (project.text(document), project.layout(document)) == ("نص من كلمات", LAYOUT)


def test_a_document_that_is_there_without_its_layout_gets_it(project: Project, tmp_path: Path) -> None:
    import_sources(project, [put(tmp_path, "a.txt", "نص من كلمات".encode())], kind=PLAIN)
    (document,) = project.document_ids()
    path = put(tmp_path, "a.docx", LINES)
    report = import_sources(project, [path], kind=WORDS)
    assert [(line.outcome, str(line.message)) for line in report.lines] == [("already", f"{path}: {ADDED}")]
    assert (project.document_ids(), project.layout(document)) == ([document], LAYOUT)
    assert project.counts().operations == 2
    project.undo()
    assert project.layout(document) == NO_LAYOUT
    project.redo()
    assert project.layout(document) == LAYOUT
    report = import_sources(project, [path], kind=WORDS)
    assert [(line.outcome, line.message) for line in report.lines] == [("already", None)]
    assert project.counts().operations == 4


def test_a_layout_that_is_known_is_not_replaced(project: Project, tmp_path: Path) -> None:
    import_sources(project, [put(tmp_path, "a.docx", LINES)], kind=WORDS)
    report = import_sources(project, [put(tmp_path, "b/a.docx", WORD)], kind=WORDS)
    assert [line.outcome for line in report.lines] == ["already"]
    other = with_paragraphs("<w:r><w:t>نص</w:t><w:br/><w:t>من كلمات</w:t></w:r>")
    report = import_sources(project, [put(tmp_path, "c/a.docx", other)], kind=WORDS)
    assert [line.outcome for line in report.lines] == ["already"]
    assert project.layout(project.document_ids()[0]) == LAYOUT


def test_a_document_that_was_given_a_number_gets_its_layout_too(project: Project, tmp_path: Path) -> None:
    with project.operation("import") as writing:
        documents.add(writing, "a", "نص آخر")
        numbered = documents.add(writing, "a (2)", "نص من كلمات")
    report = import_sources(project, [put(tmp_path, "a.docx", LINES)], kind=WORDS, rename=True)
    assert [(line.outcome, str(line.message).partition(": ")[2]) for line in report.lines] == [("already", ADDED)]
    assert project.layout(numbered) == LAYOUT


def test_akoma_ntoso_brings_its_layout(project: Project, tmp_path: Path) -> None:
    import_sources(project, [put(tmp_path, "a.xml", XML)], kind=AKOMA)
    (document,) = project.document_ids()
    text, layout = project.text(document), project.layout(document)
    assert [text[place:].split(" ")[0] for place in layout.paragraphs][-2:] == ["1", "(أ)"]
    assert [text[slice(*each)] for each in layout.italics] == ["إن الجمعية العامة", "تقرر"]
