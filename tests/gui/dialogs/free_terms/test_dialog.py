from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from gui import operations
from gui.dialogs.free_terms import dialog as dialog_module
from gui.dialogs.free_terms.dialog import FreeTermsDialog
from gui.session.session import Session
from model.annotation import documents
from model.annotation.metadata import Metadata
from model.annotation.values import Origin
from model.project import Project
from model.vocabulary import assignments, concepts, edition
from model.vocabulary.thesaurus import Thesaurus, ThesaurusConcept

BASE = "http://example.org/"
THESAURUS = Thesaurus(
    BASE,
    (("en", "Subjects"),),
    "",
    tuple(
        ThesaurusConcept(BASE + name.replace(" ", ""), (("en", "preferred", name), *more))
        for name, *more in (
            ("HUMAN RIGHTS", ("ar", "preferred", "حقوق الإنسان")),
            ("TRADE",),
            ("FOREIGN TRADE",),
            ("WATER",),
        )
    ),
)


@dataclass
class Bench:
    """What a test works with."""

    dialog: FreeTermsDialog
    project: Project
    document: str
    said: list[str]

    def terms(self) -> list[str]:
        return [row.concept.label("en") for row in self.dialog.model.rows]

    def offered(self) -> list[str]:
        matches = self.dialog.matches
        return [str(matches.index(row).data()) for row in range(matches.rowCount())]

    def labels(self) -> list[str]:
        return [self.project.concept(each.concept).label("en") for each in self.project.assignments(self.document)]

    def choose(self, term: str) -> None:
        self.dialog.table.selectRow(self.terms().index(term))


@pytest.fixture
def bench(qtbot, tmp_path: Path) -> Iterator[Bench]:
    project = Project.create(tmp_path / "p.qarar", "Sara")
    with project.operation("import vocabulary") as writing:
        edition.bring_in(writing, THESAURUS)
    with project.operation("import") as writing:
        first = documents.add(writing, "A_RES_1", "نص")
        second = documents.add(writing, "A_RES_2", "نص")
        made = {term: concepts.add(writing, term, "en").id for term in ("human  rights", "TRADE BARRIERS", "Zzz")}
        for document, term in ((first, "human  rights"), (second, "human  rights"), (first, "TRADE BARRIERS")):
            assignments.assign(writing, document, made[term], term=term, origin=Origin("import"))
    session = Session()
    session.set_language("en")
    session.set_project(project)
    said: list[str] = []
    session.message.connect(lambda text: said.append(text) if text else None)
    dialog = FreeTermsDialog(session, lambda: session.attempt(operations.undo))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitActive(dialog)
    qtbot.waitUntil(lambda: dialog.matches.rowCount() > 0)
    yield Bench(dialog, project, first, said)
    dialog.close()
    session.set_project(None)


def test_free_terms_are_listed_with_their_use_and_what_they_can_become(bench):
    assert bench.terms() == ["human  rights", "TRADE BARRIERS", "Zzz"]
    cells = [bench.dialog.model.index(0, column).data() for column in range(3)]
    assert cells == ["\u2068human  rights\u2069", "\u20682\u2069", "\u2068HUMAN RIGHTS\u2069"]
    assert bench.offered()[0] == "HUMAN RIGHTS"
    assert [bench.dialog.documents.item(row).text() for row in range(2)] == [
        "\u2066A_RES_1\u2069",
        "\u2066A_RES_2\u2069",
    ]
    bench.choose("TRADE BARRIERS")
    assert bench.offered() == ["TRADE", "FOREIGN TRADE"]
    bench.choose("Zzz")
    assert bench.offered() == []
    assert bench.dialog.nothing.isVisible()
    assert not bench.dialog.merge_button.isEnabled()
    assert not bench.dialog.grab().isNull()


def test_documents_are_listed_by_their_symbols(qtbot, bench):
    with bench.project.operation("metadata") as writing:
        documents.correct_metadata(writing, bench.document, Metadata(symbol="A/RES/75/12"))
    shown = bench.dialog.documents
    qtbot.waitUntil(lambda: shown.item(0).text() == "\u2066A/RES/75/12\u2069")
    assert shown.item(1).text() == "\u2066A_RES_2\u2069"


def test_enter_merges_and_control_z_takes_it_back(qtbot, bench):
    qtbot.keyClick(bench.dialog.table, Qt.Key.Key_Return)
    assert bench.labels() == ["HUMAN RIGHTS", "TRADE BARRIERS"]
    assert bench.terms() == ["TRADE BARRIERS", "Zzz"]
    assert bench.dialog.current().concept.label("en") == "TRADE BARRIERS"
    assert bench.dialog.table.hasFocus()
    qtbot.keyClick(bench.dialog.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bench.labels() == ["human  rights", "TRADE BARRIERS"]
    assert len(bench.terms()) == 3


def test_only_what_was_merged_here_is_taken_back_and_once_a_press(qtbot, bench):
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(bench.dialog.table, Qt.Key.Key_Z, control)
    assert len(bench.project.document_ids()) == 2  # the import stays, which was before
    bench.choose("human  rights")
    qtbot.keyClick(bench.dialog.table, Qt.Key.Key_Return)
    bench.choose("TRADE BARRIERS")
    bench.dialog.line.setText("trade")
    qtbot.keyClick(bench.dialog.line, Qt.Key.Key_Return)
    assert bench.terms() == ["Zzz"]
    for repeated in (False, True, True):
        held = QKeyEvent(QEvent.Type.KeyPress, ord("ئ"), control, "", repeated)  # the key of Z under an Arabic layout
        QApplication.sendEvent(bench.dialog.table, held)
    assert len(bench.terms()) == 2
    for _ in range(4):
        qtbot.keyClick(bench.dialog.table, Qt.Key.Key_Z, control)
    assert (len(bench.terms()), len(bench.project.document_ids())) == (3, 2)


def test_what_is_only_like_a_term_has_to_be_chosen(qtbot, bench):
    bench.choose("TRADE BARRIERS")
    assert bench.offered() == ["TRADE", "FOREIGN TRADE"]
    assert not bench.dialog.candidates.currentIndex().isValid()
    assert not bench.dialog.merge_button.isEnabled()
    assert bench.dialog.into.text() == "Choose what to merge &into:"
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert bench.labels() == ["human  rights", "TRADE BARRIERS"]
    assert bench.dialog.line.hasFocus()
    qtbot.keyClick(bench.dialog.line, Qt.Key.Key_Down)
    assert bench.dialog.into.text() == "Merge &into:"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert bench.labels() == ["human  rights", "TRADE"]


def test_what_is_spelled_otherwise_or_in_another_number_comes_first_and_is_chosen(qtbot, bench, monkeypatch):
    found = bench.project.search_concepts("trade")
    assert [each.concept.label("en") for each in found][:2] == ["TRADE", "FOREIGN TRADE"]
    monkeypatch.setattr(bench.project, "search_concepts", lambda *_: found)
    operations.create_and_assign(bench.project, bench.document, "Foreign trades")
    qtbot.waitUntil(lambda: "Foreign trades" in bench.terms())
    bench.choose("Foreign trades")
    assert bench.offered()[0] == "FOREIGN TRADE"
    qtbot.keyClick(bench.dialog.table, Qt.Key.Key_Return)
    assert bench.labels()[-1] == "FOREIGN TRADE"


def test_what_is_gone_is_not_chosen_by_itself(qtbot, bench):
    kept = tuple(each for each in THESAURUS.concepts if "FOREIGN" not in each.uri)
    with bench.project.operation("import vocabulary") as writing:
        edition.bring_in(writing, replace(THESAURUS, concepts=kept))
    operations.create_and_assign(bench.project, bench.document, "Foreign-trade")
    qtbot.waitUntil(lambda: "Foreign-trade" in bench.terms())
    bench.choose("Foreign-trade")
    assert bench.offered() == ["FOREIGN TRADE"]
    assert not bench.dialog.candidates.currentIndex().isValid()


def test_what_a_person_chose_stays_chosen_when_terms_come(qtbot, bench):
    bench.choose("TRADE BARRIERS")
    bench.dialog.candidates.setCurrentIndex(bench.dialog.matches.index(1))
    operations.create_and_assign(bench.project, bench.document, "Trade fairs")
    qtbot.waitUntil(lambda: "Trade fairs" in bench.offered())
    chosen = bench.dialog.candidates.currentIndex()
    assert bench.project.concept(bench.dialog.matches.concept_id(chosen)).label("en") == "FOREIGN TRADE"


def test_places_are_kept_when_a_term_goes_into_another_free_one_and_comes_back(qtbot, bench):
    for term in ("Aaa", "Bbb"):
        operations.create_and_assign(bench.project, bench.document, term)
    qtbot.waitUntil(lambda: len(bench.terms()) == 5)
    assert bench.terms() == ["human  rights", "Aaa", "Bbb", "TRADE BARRIERS", "Zzz"]
    bench.choose("human  rights")
    bench.dialog.line.setText("bbb")
    qtbot.keyClick(bench.dialog.line, Qt.Key.Key_Return)
    assert bench.terms() == ["Bbb", "Aaa", "TRADE BARRIERS", "Zzz"]
    assert bench.dialog.current().concept.label("en") == "Aaa"  # the next one, though another stands in its row
    bench.choose("Zzz")
    qtbot.keyClick(bench.dialog.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(bench.terms()) == 5
    assert bench.dialog.current().concept.label("en") == "human  rights"


def test_another_concept_is_found_by_typing(qtbot, bench):
    bench.choose("TRADE BARRIERS")
    for letter in "wat":
        target = QApplication.focusWidget()
        QApplication.sendEvent(target, QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
    assert bench.dialog.line.text() == "wat"
    assert bench.offered() == ["WATER"]
    qtbot.keyClick(bench.dialog.line, Qt.Key.Key_Return)
    assert bench.labels() == ["human  rights", "WATER"]
    assert bench.dialog.line.text() == ""


def test_arrows_choose_among_what_was_found(qtbot, bench):
    bench.choose("TRADE BARRIERS")
    bench.dialog.line.setFocus()
    bench.dialog.line.setText("trade")
    qtbot.keyClick(bench.dialog.line, Qt.Key.Key_Down)
    assert bench.dialog.candidates.currentIndex().row() == 1
    qtbot.keyClick(bench.dialog.line, Qt.Key.Key_Return)
    assert bench.labels()[-1] == "FOREIGN TRADE"


def test_a_term_is_never_offered_itself(bench):
    bench.dialog.line.setText("human")
    assert bench.offered() == ["HUMAN RIGHTS"]


def test_all_sure_ones_are_merged_in_one_step(bench):
    assert bench.dialog.all_button.text() == "Merge &all 1 sure one(s)"
    bench.dialog.all_button.click()
    assert bench.labels()[0] == "HUMAN RIGHTS"
    assert bench.said[-1] == "1 term(s) merged."
    assert bench.project.undoable().name == "merge terms"
    assert not bench.dialog.all_button.isVisible()


def test_a_document_of_the_term_is_opened(qtbot, bench):
    bench.dialog.documents.setFocus()
    bench.dialog.documents.setCurrentRow(0)
    with qtbot.waitSignal(bench.dialog.document_wanted) as wanted:
        qtbot.keyClick(bench.dialog.documents, Qt.Key.Key_Return)
    assert wanted.args == [bench.document]


def test_a_term_that_is_made_meanwhile_is_listed_and_the_current_one_stays(qtbot, bench):
    bench.choose("Zzz")
    operations.create_and_assign(bench.project, bench.document, "Yyy")
    qtbot.waitUntil(lambda: "Yyy" in bench.terms())
    assert bench.dialog.current().concept.label("en") == "Zzz"


def test_where_nothing_is_free_that_is_said(bench, tmp_path):
    bench.dialog._session.set_project(Project.create(tmp_path / "empty.qarar", "Sara"))
    assert bench.dialog.summary.text() == "There are no free terms."
    assert not bench.dialog.merge_button.isEnabled()


def test_what_the_current_term_can_become_follows_what_is_written(qtbot, bench):
    bench.choose("Zzz")
    operations.create_and_assign(bench.project, bench.document, "Zzz again")
    qtbot.waitUntil(lambda: bench.offered() == ["Zzz again"])


def test_some_assignments_are_read_once_and_no_term_is_looked_for_again(qtbot, bench, monkeypatch):
    read: list[str] = []
    bench.choose("TRADE BARRIERS")
    for name in ("free_rows", "candidates_of", "ConceptPlaces"):
        real = getattr(dialog_module, name)
        monkeypatch.setattr(dialog_module, name, lambda *given, name=name, real=real: read.append(name) or real(*given))
    operations.assign(bench.project, bench.project.document_ids()[1], bench.dialog.current().concept.id)
    other = next(each.id for each in bench.project.concepts() if each.label("en") == "WATER")
    operations.assign(bench.project, bench.document, other)
    assert read == []
    qtbot.waitUntil(lambda: bench.dialog.documents.count() == 2)
    assert read == ["free_rows"]
    assert bench.dialog.current().uses == 2
    assert bench.offered() == ["TRADE", "FOREIGN TRADE"]


def test_what_was_typed_stays_when_terms_come(qtbot, bench):
    bench.choose("Zzz")
    bench.dialog.line.setText("wat")
    operations.create_and_assign(bench.project, bench.document, "Water too")
    qtbot.waitUntil(lambda: bench.offered() == ["WATER", "Water too"])
    assert bench.dialog.line.text() == "wat"


def test_the_terms_are_seen_before_they_are_indexed(qtbot, bench, monkeypatch):
    session, asked = bench.dialog._session, []
    monkeypatch.setattr(bench.project, "search_concepts", lambda *_: asked.append(True) or [])
    dialog = FreeTermsDialog(session, lambda: None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert (dialog.model.rowCount(), asked) == (3, [])
    qtbot.waitUntil(lambda: dialog.matches.rowCount() == 1)
    assert asked
