from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from gui import operations
from gui.panels.thesaurus.panel import ThesaurusPanel
from model.annotation.values import Origin
from model.project import Project
from model.vocabulary import assignments, concepts, edition, hierarchy
from model.vocabulary.thesaurus import Thesaurus, ThesaurusConcept

BASE = "http://example.org/"


def _concept(name: str, arabic: str, *broader: str, **more) -> ThesaurusConcept:
    labels = (("ar", "preferred", arabic), ("en", "preferred", name.upper()), *more.pop("labels", ()))
    return ThesaurusConcept(BASE + name, labels, broader=tuple(BASE + each for each in broader), **more)


THESAURUS = Thesaurus(
    BASE,
    (("ar", "مكنز"), ("en", "A thesaurus")),
    "2",
    (
        _concept("aid", "المعونة", related=(BASE + "relief",)),
        _concept("food", "المعونة الغذائية", "aid", notes=(("scope", "en", "Only <b>food</b> & water"),)),
        _concept("old", "القديم", deprecated=True, replaced_by=(BASE + "food",)),
        _concept("relief", "الإغاثة", labels=(("fr", "alternative", "SECOURS"), ("en", "hidden", "RELEIF"))),
        _concept("rice", "الأرز", "food", notations=("12.3",)),
    ),
)


@dataclass
class Shelf:
    """The panel, and the ids of the thesaurus' concepts by the ends of their URIs."""

    panel: ThesaurusPanel
    ids: dict[str, str]
    project: Project

    def card(self) -> str:
        return self.panel.card.toPlainText().translate({0x2066: None, 0x2068: None, 0x2069: None})

    def shown(self) -> list[str]:
        """The rows of the tree from the top down, as far as they are open."""
        tree, found = self.panel.tree, []
        index = self.panel.model.index(0)
        while index.isValid():
            found.append(str(index.data()))
            index = tree.indexBelow(index)
        return found

    def type(self, text: str, to=None) -> None:
        for letter in text:
            event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(to or self.panel.line, event)


@pytest.fixture
def shelf(qtbot, desk) -> Shelf:
    with desk.project.operation("import vocabulary") as writing:
        edition.bring_in(writing, THESAURUS)
    panel = ThesaurusPanel(desk.session)
    qtbot.addWidget(panel)
    panel.assign_wanted.connect(lambda concept: operations.assign(desk.project, desk.document, concept))
    panel.resize(300, 700)
    panel.show()
    panel.activateWindow()
    qtbot.waitActive(panel)
    ids = {each.uri.removeprefix(BASE): each.id for each in desk.project.concepts()}
    return Shelf(panel, ids, desk.project)


def test_the_thesaurus_is_open_and_what_is_narrower_opens_below(shelf):
    assert shelf.shown() == ["مكنز", "الإغاثة", "القديم", "المعونة", "مصطلحات المشروع"]
    panel = shelf.panel
    panel.tree.expand(panel.model.index(2, 0, panel.model.index(0)))
    assert shelf.shown()[3:5] == ["المعونة", "المعونة الغذائية"]


def test_nothing_is_read_before_it_is_seen(qtbot, desk):
    panel = ThesaurusPanel(desk.session)
    qtbot.addWidget(panel)
    assert panel.model.rowCount() == 0
    panel.show()
    assert panel.model.rowCount() == 5


def test_typing_finds_terms_and_the_card_follows(qtbot, shelf):
    panel = shelf.panel
    panel.focus_search()
    shelf.type("food")
    assert panel.concept == shelf.ids["food"]
    assert shelf.card().startswith("المعونة الغذائية\nFOOD")
    panel.line.setText("")
    assert panel.tree.isVisible()
    assert panel.tree.currentIndex().data() == "المعونة الغذائية"
    assert panel.tree.isExpanded(panel.tree.currentIndex().parent())


def test_up_and_down_go_through_what_was_found(qtbot, shelf):
    panel = shelf.panel
    panel.focus_search()
    shelf.type("المعونة")
    first = panel.concept
    qtbot.keyClick(panel.line, Qt.Key.Key_Down)
    assert {first, panel.concept} == {shelf.ids["aid"], shelf.ids["food"]}
    qtbot.keyClick(panel.line, Qt.Key.Key_Up)
    assert panel.concept == first


def test_a_card_tells_all_that_is_known(shelf, desk):
    operations.assign(shelf.project, desk.document, shelf.ids["food"])
    panel = shelf.panel
    panel.show_concept(shelf.ids["food"])
    card = shelf.card()
    for words in (
        "Scope note\nEnglish Only <b>food</b> & water",
        "Broader terms\nالمعونة",
        "Narrower terms\nالأرز",
        "Used instead of\nالقديم",
        "In 1 document",
        "A_RES_1",
        "العربية المعونة الغذائية",
        "Vocabulary\nمكنز",
        BASE + "food",
    ):
        assert words in card
    panel.show_concept(shelf.ids["relief"])
    assert "français SECOURS · alternative" in shelf.card()
    assert "English RELEIF · hidden" in shelf.card()
    assert "Related terms\nالمعونة" in shelf.card()
    panel.show_concept(shelf.ids["rice"])
    assert "Notation\n12.3" in shelf.card()
    panel.show_concept(shelf.ids["old"])
    assert "deprecated\nUse instead\nالمعونة الغذائية" in shelf.card()


def test_links_lead_to_concepts_and_documents_and_backspace_leads_back(qtbot, shelf, desk):
    operations.assign(shelf.project, desk.document, shelf.ids["aid"])
    panel = shelf.panel
    panel.show_concept(shelf.ids["aid"])
    panel.card.anchorClicked.emit(QUrl(f"concept:{shelf.ids['food']}"))
    assert panel.tree.currentIndex().data() == "المعونة الغذائية"
    panel.card.setFocus()
    qtbot.keyClick(panel.card, Qt.Key.Key_Backspace)
    assert panel.concept == shelf.ids["aid"]
    for link, signal, value in (
        (f"document:{desk.document}", panel.document_wanted, desk.document),
        (f"documents:{shelf.ids['aid']}", panel.documents_wanted, shelf.ids["aid"]),
    ):
        with qtbot.waitSignal(signal) as asked:
            panel.card.anchorClicked.emit(QUrl(link))
        assert asked.args == [value]


def test_enter_assigns_from_the_line_and_from_the_tree_and_the_row_is_checked(qtbot, shelf, desk):
    panel = shelf.panel
    panel.focus_search()
    shelf.type("relief")
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert desk.labels()[-1] == "RELIEF"
    assert panel.line.selectedText() == "relief"
    panel.line.clear()
    panel.tree.setFocus()
    panel.show_concept(shelf.ids["aid"])
    panel.tree.setFocus()
    qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert desk.labels()[-1] == "AID"
    assert "already assigned" in panel.tree.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert not panel.grab().isNull()


def test_without_a_document_nothing_is_assigned(qtbot, shelf, desk):
    panel = shelf.panel
    panel.show_concept(shelf.ids["aid"])
    desk.session.set_document(None)
    assert not panel.assign_button.isEnabled()
    panel.tree.setFocus()
    with qtbot.waitSignal(desk.session.message, check_params_cb=bool):
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)


def test_letters_typed_in_the_tree_are_looked_for(qtbot, shelf):
    panel = shelf.panel
    panel.tree.setFocus()
    shelf.type("r", panel.tree)
    assert panel.line.hasFocus()
    assert panel.line.text() == "r"
    shelf.type("ice")
    assert panel.concept == shelf.ids["rice"]


def test_escape_empties_the_line_and_then_leaves(qtbot, shelf):
    panel = shelf.panel
    left: list[bool] = []
    panel.leave_requested.connect(lambda: left.append(True))
    panel.focus_search()
    shelf.type("rice")
    qtbot.keyClick(panel.line, Qt.Key.Key_Escape)
    assert (panel.line.text(), left) == ("", [])
    for part in (panel.line, panel.tree, panel.card):
        part.setFocus()
        qtbot.keyClick(part, Qt.Key.Key_Escape)
    assert left == [True, True, True]


def test_arrows_lead_from_the_line_to_the_tree_and_back(qtbot, shelf):
    panel = shelf.panel
    panel.focus_search()
    qtbot.keyClick(panel.line, Qt.Key.Key_Down)
    assert panel.tree.hasFocus()
    assert panel.tree.currentIndex().row() == 0
    qtbot.keyClick(panel.tree, Qt.Key.Key_Up)
    assert panel.line.hasFocus()


def test_what_is_open_and_current_stays_so_when_terms_come(qtbot, shelf, desk):
    panel = shelf.panel
    panel.show_concept(shelf.ids["rice"])
    before = shelf.shown()
    operations.create_and_assign(shelf.project, desk.document, "NEW TERM")
    qtbot.waitUntil(lambda: not panel._reading.pause.isActive())
    assert panel.tree.currentIndex().data() == "الأرز"
    assert shelf.shown() == before
    desk.session.set_language("en")
    assert panel.tree.currentIndex().data() == "RICE"


def test_a_few_terms_that_change_are_read_alone_and_what_is_open_stays_so(qtbot, shelf, desk, monkeypatch):
    panel, read = shelf.panel, []
    monkeypatch.setattr(
        panel._reading, "roots", lambda project, one, real=panel._reading.roots: read.append(one) or real(project, one)
    )
    reset: list[bool] = []
    panel.model.modelReset.connect(lambda: reset.append(True))
    tester = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tester.model() is panel.model
    panel.tree.expand(panel.model.index(1))
    panel.show_concept(shelf.ids["food"])
    read.clear()
    with shelf.project.operation("label") as writing:
        concepts.add_label(writing, shelf.ids["relief"], "HELP", "en")
        concepts.add_label(writing, shelf.ids["food"], "MEALS", "en")
    qtbot.waitUntil(lambda: "MEALS" in shelf.card())
    assert (read, reset) == ([], [])
    with shelf.project.operation("another name") as writing:
        (label,) = [each for each in shelf.project.concept(shelf.ids["aid"]).labels if each.language == "ar"]
        writing.update("concept_label", label.id, text="أأ", key="اا")
    qtbot.waitUntil(lambda: "أأ" in shelf.shown())
    assert shelf.shown()[:5] == ["مكنز", "أأ", "المعونة الغذائية", "الإغاثة", "القديم"]
    assert panel.model.concept(panel.tree.currentIndex()) == shelf.ids["food"]
    read.clear()
    for term in ("ZZZ", "AAA"):
        operations.create_and_assign(shelf.project, desk.document, term)
    assert read == []
    qtbot.waitUntil(lambda: "ZZZ" in shelf.shown())
    assert read == [concepts.OWN_VOCABULARY]
    terms = shelf.shown()[shelf.shown().index("مصطلحات المشروع") + 1 :]
    assert terms == [node.label for node in shelf.project.read(hierarchy.roots, concepts.OWN_VOCABULARY, "ar")]
    for _ in range(2):
        shelf.project.undo()
    qtbot.waitUntil(lambda: "ZZZ" not in shelf.shown())
    assert panel.concept == shelf.ids["food"]
    assert reset == []


def test_a_concept_that_is_gone_leaves_no_card(qtbot, shelf):
    panel = shelf.panel
    panel.show_concept(shelf.ids["rice"])
    shelf.project.undo()
    qtbot.waitUntil(lambda: panel.concept is None)
    assert "الأرز" not in shelf.card()


def test_a_vocabulary_says_what_it_is(shelf):
    panel = shelf.panel
    panel.tree.setFocus()
    panel.tree.setCurrentIndex(panel.model.index(0))
    assert shelf.card() == f"مكنز\nEnglish A thesaurus\n3 term(s) at the top\nVersion: 2\n{BASE}"


def test_a_proposal_and_a_major_descriptor_are_told_and_rejected_ones_are_not(shelf, desk):
    with shelf.project.operation("add descriptor") as writing:
        for document, status in ((desk.document, "suggested"), (desk.other, "rejected")):
            made = assignments.assign(
                writing, document, shelf.ids["aid"], status=status, origin=Origin("model", "1", 0.5)
            )
            assignments.set_major(writing, made.id, True)
    shelf.panel.show_concept(shelf.ids["aid"])
    assert "A_RES_1 · major · suggested" in shelf.card()
    assert "A_RES_2" not in shelf.card()


def test_labels_and_uris_are_copied(shelf):
    panel = shelf.panel
    panel.show_concept(shelf.ids["aid"])
    acts = {action.text(): action for action in panel.menu().actions()}
    acts["Copy the label"].trigger()
    assert QGuiApplication.clipboard().text() == "المعونة"
    acts["Copy the URI"].trigger()
    assert QGuiApplication.clipboard().text() == BASE + "aid"


def test_where_there_are_no_terms_the_way_to_some_is_shown(qtbot, desk, tmp_path):
    panel = ThesaurusPanel(desk.session)
    qtbot.addWidget(panel)
    panel.show()
    desk.session.set_project(Project.create(tmp_path / "empty.qarar", "Sara"))
    assert panel.import_button.isVisible()
    with qtbot.waitSignal(panel.import_wanted):
        panel.import_button.click()
    desk.session.set_project(None)
    assert panel.nothing.text() == panel.tr("Open a project to see its terms.")
    assert not panel.import_button.isVisible()


@pytest.mark.parametrize("size", [(240, 300), (300, 900), (900, 250)])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_card_is_below_or_beside_the_terms_as_there_is_room(shelf, size, direction):
    panel = shelf.panel
    panel.setLayoutDirection(direction)
    panel.resize(*size)
    panel.show_concept(shelf.ids["food"])
    wide = size[0] > size[1] * 1.3
    terms, card = panel.tree.mapTo(panel, panel.tree.rect().center()), panel.card.geometry()
    assert (panel.card.mapTo(panel, card.center()).y() > terms.y() + 20) is not wide
    assert not panel.grab().isNull()


def test_a_concept_that_another_program_took_away_a_moment_ago_has_no_card(qtbot, shelf, desk):
    panel = shelf.panel
    panel.tree.setFocus()
    with Project.open(desk.project.path, "Omar") as other:
        other.undo()
    panel.tree.setCurrentIndex(panel.model.index(0, 0, panel.model.index(0)))
    assert panel.concept is None
    desk.session.refresh()
    qtbot.waitUntil(lambda: "مكنز" not in shelf.shown())


def test_backspace_leads_back_from_the_tree_too(qtbot, shelf):
    panel = shelf.panel
    panel.show_concept(shelf.ids["aid"])
    panel.show_concept(shelf.ids["rice"])
    panel.tree.setFocus()
    qtbot.keyClick(panel.tree, Qt.Key.Key_Backspace)
    assert panel.concept == shelf.ids["aid"]
