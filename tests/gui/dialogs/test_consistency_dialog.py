from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from gui import operations
from gui.dialogs import consistency_dialog
from gui.dialogs.consistency_dialog import ConsistencyDialog
from gui.session.session import Session
from model.annotation import documents
from model.annotation.metadata import Metadata
from model.errors import Cancelled, UserError
from model.project import Project
from model.vocabulary import assignments, concepts, edition
from model.vocabulary.thesaurus import Thesaurus, ThesaurusConcept

BASE = "http://example.org/"
THESAURUS = Thesaurus(
    BASE,
    (("en", "Subjects"),),
    "",
    (
        ThesaurusConcept(BASE + "cooperatives", (("en", "preferred", "COOPERATIVES"),)),
        ThesaurusConcept(BASE + "peace", (("ar", "preferred", "السلام"), ("en", "preferred", "PEACE"))),
    ),
)


@dataclass
class Bench:
    """What a test works with."""

    dialog: ConsistencyDialog
    session: Session
    project: Project
    ids: list[str]

    def rows(self, title: str) -> list[tuple[str, ...]]:
        """The cells of a page, which is in front then."""
        pages = self.dialog.pages
        titles = [pages.titles.item(row).text() for row in range(pages.titles.count())]
        pages.titles.setCurrentRow(titles.index(title))
        plain = {0x2066: None, 0x2068: None, 0x2069: None}
        return [tuple(cell.translate(plain) for cell in row.cells) for row in pages.page.rows]

    def documents(self) -> list[str]:
        shown = self.dialog.pages.documents
        return [shown.item(row).text().strip("\u2066\u2069\u2068") for row in range(shown.count())]


@pytest.fixture
def bench(qtbot, tmp_path: Path) -> Iterator[Bench]:
    project = Project.create(tmp_path / "p.qarar", "Sara")
    with project.operation("import vocabulary") as writing:
        edition.bring_in(writing, THESAURUS)
    found = {concept.label("en"): concept.id for concept in project.concepts()}
    ids = []
    with project.operation("import") as writing:
        found["Cooperatives["] = concepts.add(writing, "Cooperatives[", "en").id
        for name, terms in (("A", ["PEACE", "COOPERATIVES"]), ("B", ["PEACE"]), ("C", ["Cooperatives["]), ("D", [])):
            ids.append(documents.add(writing, name, f"نص {name}"))
            for term in terms:
                assignments.assign(writing, ids[-1], found[term])
    session = Session()
    session.set_language("en")
    session.set_project(project)
    dialog = ConsistencyDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.is_looking)
    yield Bench(dialog, session, project, ids)
    dialog.close()
    session.set_project(None)


def test_terms_are_listed_by_use_each_with_its_documents(bench):
    assert bench.rows("Terms by use") == [
        ("PEACE", "السلام", "2", ""),
        ("COOPERATIVES", "", "1", ""),
        ("Cooperatives[", "", "1", "free term"),
    ]
    assert bench.documents() == ["A", "B"]
    assert [row[0] for row in bench.rows("Used once")] == ["COOPERATIVES", "Cooperatives["]
    assert bench.dialog.summary.text() == "4 document(s). 3 term(s) in use."
    assert not bench.dialog.grab().isNull()


def test_documents_without_descriptors_are_told_by_whether_that_is_done(qtbot, bench):
    assert bench.rows("No descriptors yet") == [("D",)]
    assert bench.rows("Done without descriptors") == []
    operations.set_progress(bench.project, bench.ids[3], "descriptors", "done")
    assert bench.dialog.summary.text().endswith("The project has changed since then.")
    bench.dialog.again_button.click()
    qtbot.waitUntil(lambda: not bench.dialog.is_looking)
    assert bench.rows("Done without descriptors") == [("D",)]
    assert not bench.dialog.summary.text().endswith("The project has changed since then.")


def test_a_near_double_is_merged_by_one_button(qtbot, bench):
    ((term, count, other, others, why),) = bench.rows("Near-doubles")
    assert (term, count, other, others) == ("COOPERATIVES", "1", "Cooperatives[", "1")
    assert why == "the same but for spaces and punctuation"
    assert bench.documents() == ["COOPERATIVES", "A", "Cooperatives[", "C"]
    bench.dialog.merge_button.click()
    qtbot.waitUntil(lambda: not bench.dialog.is_looking)
    assert bench.rows("Near-doubles") == []
    assert bench.rows("Terms by use") == [("COOPERATIVES", "", "2", ""), ("PEACE", "السلام", "2", "")]
    assert bench.project.undoable().name == "merge term"
    assert not bench.dialog.merge_button.isVisible()


def test_a_row_leads_to_its_documents(qtbot, bench):
    bench.rows("No descriptors yet")
    with qtbot.waitSignal(bench.dialog.document_wanted) as wanted:
        qtbot.keyClick(bench.dialog.pages.table, Qt.Key.Key_Return)
    assert wanted.args == [bench.ids[3]]


def test_looking_can_be_stopped_and_begun_again(qtbot, bench, monkeypatch):
    def endless(tables, on_progress):
        while True:
            on_progress(1, 10)

    monkeypatch.setattr(consistency_dialog, "report", endless)
    before = bench.rows("Terms by use")
    bench.dialog.look()
    assert bench.dialog.stop_button.isVisible()
    assert bench.dialog.bar.isVisible()
    bench.dialog.stop_button.click()
    assert not bench.dialog.is_looking
    assert not bench.dialog.bar.isVisible()
    assert bench.rows("Terms by use") == before


def test_what_is_refused_is_said(qtbot, bench, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(consistency_dialog, "say", lambda parent, title, words: said.append(words))

    def refused(tables, on_progress):
        raise UserError("That vocabulary is no longer there.")

    monkeypatch.setattr(consistency_dialog, "report", refused)
    bench.dialog.look()
    qtbot.waitUntil(lambda: not bench.dialog.is_looking)
    assert said == ["That vocabulary is no longer there."]


def test_another_project_is_looked_at_anew(qtbot, bench, tmp_path):
    bench.session.set_project(Project.create(tmp_path / "other.qarar", "Sara"))
    qtbot.waitUntil(lambda: not bench.dialog.is_looking)
    assert bench.dialog.summary.text() == "0 document(s). 0 term(s) in use."
    bench.session.set_project(None)
    assert bench.dialog.summary.text() == "Open a project to see how it is indexed."
    assert not bench.dialog.again_button.isEnabled()


def test_closing_ends_the_work(qtbot, bench, monkeypatch):
    ended: list[bool] = []

    def endless(tables, on_progress):
        try:
            while True:
                on_progress(1, 10)
        except Cancelled:
            ended.append(True)
            raise

    monkeypatch.setattr(consistency_dialog, "report", endless)
    bench.dialog.look()
    bench.dialog.close()
    qtbot.waitUntil(lambda: ended == [True])


def test_documents_are_listed_by_their_symbols(qtbot, bench):
    with bench.project.operation("metadata") as writing:
        documents.correct_metadata(writing, bench.ids[1], Metadata(symbol="A/RES/75/12"))
    bench.dialog.look()
    qtbot.waitUntil(lambda: not bench.dialog.is_looking)
    bench.rows("Terms by use")
    assert bench.documents() == ["A", "A/RES/75/12"]


def test_a_page_is_written_with_names_and_symbols(bench, tmp_path, monkeypatch):
    with bench.project.operation("metadata") as writing:
        documents.correct_metadata(writing, bench.ids[1], Metadata(symbol="A/RES/75/12"))
    bench.rows("Terms by use")
    monkeypatch.setattr(bench.dialog.pages, "ask_target", lambda folder: folder / "list.csv")
    bench.dialog.export_button.click()
    written = (tmp_path / "list.csv").read_text("utf-8-sig").splitlines()
    assert written[:2] == [
        '"Term","In the other language","Documents","Remark","documents","symbols"',
        '"PEACE","السلام","2","","A|B","|A/RES/75/12"',
    ]


def test_a_page_without_documents_is_written_without_their_columns(bench, tmp_path, monkeypatch):
    assert bench.rows("Deprecated or gone") == []
    monkeypatch.setattr(bench.dialog.pages, "ask_target", lambda folder: folder / "list.csv")
    bench.dialog._export()
    assert (tmp_path / "list.csv").read_text("utf-8-sig").splitlines() == ['"Term","State","Use instead","Documents"']
