from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from gui.dialogs.vocabulary_export_dialog import VocabularyExportChoice
from gui.dialogs.vocabulary_import_dialog import VocabularyChoice, VocabularyImportDialog
from gui.project_io.vocabularies import Vocabularies
from gui.session.session import Session
from model.annotation import documents
from model.annotation.values import Origin
from model.errors import Cancelled
from model.formats.vocabulary_columns import Role
from model.project import Project
from model.vocabulary import assignments, concepts, edition

TURTLE = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix ex: <http://example.org/> .
ex:scheme a skos:ConceptScheme ; skos:prefLabel "Subjects"@en .
ex:peace a skos:Concept ; skos:inScheme ex:scheme ; skos:prefLabel "Peace"@en, "السلام"@ar .
ex:war a skos:Concept ; skos:inScheme ex:scheme ; skos:prefLabel "War"@en ; skos:altLabel "TRADE"@en .
ex:trade a skos:Concept ; skos:inScheme ex:scheme ; skos:prefLabel "Trade"@en .
"""


class Told(Vocabularies):
    """With answers in the place of its dialogs; what they would show is kept."""

    choice: VocabularyChoice | None = None
    target: VocabularyExportChoice | None = None

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(session, window)
        self.reports: list = []
        self.refused: list[tuple[str, str]] = []

    def ask_import(self, path=None):
        return self.choice

    def ask_export(self):
        return self.target

    def show_report(self, pages):
        self.reports.append(pages)

    def show_error(self, title, refusal):
        self.refused.append((title, str(refusal)))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    project = Project.create(tmp_path / "p.qarar", "Sara")
    with project.operation("import") as writing:
        document = documents.add(writing, "A", "نص")
        for term in ("PEACE", "TRADE", "FREE TERM"):
            made = concepts.add(writing, term, "en")
            assignments.assign(writing, document, made.id, term=term, origin=Origin("import"))
    session = Session()
    session.set_language("en")
    session.set_project(project)
    session.said = []
    session.message.connect(lambda text: session.said.append(text) if text else None)
    yield session
    session.set_project(None)


@pytest.fixture
def acts(qtbot, session, tmp_path) -> Told:
    window = QWidget()
    qtbot.addWidget(window)
    path = tmp_path / "thesaurus.ttl"
    path.write_text(TURTLE, "utf-8")
    acts = Told(session, window)
    acts.choice = VocabularyChoice(path)
    return acts


def _plain(text: str) -> str:
    return text.translate({0x2066: None, 0x2068: None, 0x2069: None})


def _listed(pages, title: str) -> list[tuple[str, ...]]:
    (page,) = (page for page in pages.pages if page.title == title)
    return [tuple(map(_plain, row.cells)) for row in page.rows]


def test_a_thesaurus_comes_in_as_one_step_with_a_report_of_what_became_of_everything(acts, session):
    acts.bring_in()
    (pages,) = acts.reports
    assert pages.summary == "3 new term(s). 2 free term(s) matched. 1 term(s) stay free."
    assert _listed(pages, "New") == [("Peace", "السلام"), ("Trade", ""), ("War", "")]
    assert _listed(pages, "Free terms matched") == [("PEACE", "Peace · السلام", "1")]
    assert _listed(pages, "Matched, to be looked at") == [("TRADE", "Trade", "1", "War")]
    assert _listed(pages, "Free terms left") == [("FREE TERM", "1")]
    labels = [session.project.concept(each.concept).uri for each in session.project.assignments(*_documents(session))]
    assert labels[:2] == ["http://example.org/peace", "http://example.org/trade"]
    assert session.project.undo().name == "import vocabulary"
    assert len(list(session.project.concepts())) == 3


def _documents(session: Session) -> list[str]:
    return session.project.document_ids()


def test_a_newer_edition_tells_what_changed_and_what_is_gone(acts, session, tmp_path):
    acts.bring_in()
    newer = TURTLE.partition("ex:trade")[0].replace('"Peace"@en', '"Peace and quiet"@en')
    acts.choice.path.write_text(newer, "utf-8")
    acts.bring_in()
    pages = acts.reports[-1]
    assert _listed(pages, "Changed") == [("Peace and quiet", "السلام", "labels")]
    assert _listed(pages, "Gone") == [("Trade", "", "1")]
    acts.choice.path.write_text(TURTLE, "utf-8")
    acts.bring_in()
    assert ("Trade", "", "back again, state") in _listed(acts.reports[-1], "Changed")
    acts.bring_in()
    assert acts.reports[-1].summary == "The project has this edition already; nothing has changed. 1 term(s) stay free."


def test_a_second_vocabulary_of_the_same_concepts_is_told(acts, session):
    acts.bring_in()
    assert "Remarks" not in [page.title for page in acts.reports[-1].pages]
    acts.choice.path.write_text(TURTLE.replace("ex:scheme", "ex:other").replace("ex:war", "ex:peril"), "utf-8")
    acts.bring_in()
    assert _listed(acts.reports[-1], "Remarks") == [
        ("2 of its concepts have URIs that the vocabulary “Subjects” has already.",)
    ]


def test_a_table_comes_in_as_its_columns_are_said_to_be(acts, session, tmp_path):
    path = tmp_path / "terms.csv"
    path.write_text("a,b,c\nPeace,السلام,old\n", "utf-8")
    acts.choice = VocabularyChoice(path, (Role("preferred", "en"), Role("preferred", "ar"), None))
    acts.bring_in()
    assert _listed(acts.reports[0], "New") == [("Peace", "السلام")]


def test_what_has_no_label_is_told_in_the_report(acts, session):
    acts.choice.path.write_text(TURTLE + "ex:odd a skos:Concept ; skos:broader ex:peace .", "utf-8")
    acts.bring_in()
    ((remark,),) = _listed(acts.reports[0], "Remarks")
    assert remark == (
        f"{acts.choice.path}: 1 concepts have no label; they come in, and are shown by their URIs (the first: "
        "http://example.org/odd)."
    )
    assert ("http://example.org/odd", "") in _listed(acts.reports[0], "New")


def test_a_file_that_is_given_is_chosen_already(qtbot, session, tmp_path, monkeypatch):
    window = QWidget()
    qtbot.addWidget(window)
    path = tmp_path / "thesaurus.ttl"
    path.write_text(TURTLE, "utf-8")
    reports = []
    monkeypatch.setattr(VocabularyImportDialog, "exec", lambda dialog: 1)
    monkeypatch.setattr(Vocabularies, "show_report", lambda acts, pages: reports.append(pages))
    monkeypatch.setattr(Vocabularies, "show_error", lambda acts, title, refusal: pytest.fail(str(refusal)))
    Vocabularies(session, window).bring_in(path)
    assert reports[0].summary.startswith("3 new term(s).")


def test_what_is_no_thesaurus_is_refused_in_a_box_and_nothing_is_changed(acts, session, tmp_path):
    path = tmp_path / "none.ttl"
    path.write_text("no turtle", "utf-8")
    acts.choice = VocabularyChoice(path)
    acts.bring_in()
    assert acts.reports == []
    ((title, words),) = acts.refused
    assert title == "Import a vocabulary"
    assert words.startswith(f"{path}: ")
    assert session.project.undoable().name == "import"


def test_a_dialog_that_was_left_does_nothing(acts, session):
    acts.choice = None
    acts.bring_in()
    acts.export()
    assert (acts.reports, acts.refused, session.said) == ([], [], [])


def test_what_is_open_for_reading_only_is_refused_before_asking(acts, session):
    path = session.project.path
    session.set_project(Project.open(path, None))
    acts.bring_in()
    assert acts.reports == []
    assert "open for reading only" in session.said[-1]


@pytest.mark.parametrize("suffix", [".ttl", ".rdf", ".jsonld", ".nt", ".csv"])
def test_a_vocabulary_is_written_and_can_be_read_again(acts, session, tmp_path, suffix):
    acts.bring_in()
    (vocabulary,) = (each for each in session.project.vocabularies() if not each.own)
    target = tmp_path / f"out{suffix}"
    acts.target = VocabularyExportChoice(vocabulary.id, target)
    acts.export()
    assert _plain(session.said[-1]) == f"3 term(s) exported to {target}."
    acts.choice = VocabularyChoice(target)
    acts.bring_in()
    assert acts.reports[-1].summary.startswith("The project has this edition already")


def test_a_target_that_cannot_be_written_is_refused(acts, session, tmp_path):
    (vocabulary,) = session.project.vocabularies()
    acts.target = VocabularyExportChoice(vocabulary.id, tmp_path / "missing" / "out.ttl")
    acts.export()
    assert len(acts.refused) == 1


def test_an_import_that_is_stopped_changes_nothing(acts, session, monkeypatch):
    def stopped(writing, thesaurus, on_progress):
        edition_bring_in(writing, thesaurus)
        raise Cancelled

    edition_bring_in = edition.bring_in
    monkeypatch.setattr(edition, "bring_in", stopped)
    acts.bring_in()
    assert acts.reports == []
    assert session.said[-1] == "Stopped. Nothing was changed."
    assert len(session.project.vocabularies()) == 1
