import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from gui import operations
from gui.commands.actions import shown_key
from gui.item_models.concept_matches import MatchRole
from gui.item_models.descriptors import DescriptorRole
from gui.panels.descriptors.panel import DescriptorsPanel
from model.annotation.values import Origin
from model.project import Project
from model.vocabulary import assignments


@pytest.fixture
def panel(qtbot, desk) -> DescriptorsPanel:
    panel = DescriptorsPanel(desk.session)
    qtbot.addWidget(panel)
    panel.resize(240, 600)
    panel.show()
    panel.activateWindow()
    qtbot.waitActive(panel)
    return panel


def _shown(panel: DescriptorsPanel) -> list[str]:
    return [str(panel.model.index(row).data()) for row in range(panel.model.rowCount())]


def _type(panel: DescriptorsPanel, text: str) -> None:
    """Type letter by letter; Arabic letters have no key of their own."""
    for letter in text:
        QApplication.sendEvent(
            panel.entry, QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        )


def _suggest(desk, concept: str) -> str:
    with desk.project.operation("add descriptor") as writing:
        return assignments.assign(
            writing, desk.document, desk.concepts[concept], status="suggested", origin=Origin("model", "1", 0.7)
        ).id


def test_descriptors_stand_in_order_with_their_second_label(panel):
    assert _shown(panel) == ["السلام", "حقوق الإنسان"]
    assert panel.model.index(0).data(DescriptorRole.SECOND) == "PEACE"


def test_three_descriptors_are_typed_one_after_another(qtbot, panel, desk):
    panel.entry.setFocus()
    for typed in ("تثقيف", "devel", "comm"):
        if typed == "تثقيف":
            typed = "التثقيف"
        _type(panel, typed)
        qtbot.keyClick(panel.entry, Qt.Key.Key_Return)
        assert panel.entry.text() == ""
        assert panel.entry.hasFocus()
    assert desk.labels() == ["PEACE", "HUMAN RIGHTS", "HUMAN RIGHTS EDUCATION", "DEVELOPMENT", "TRADE"]
    current = panel.current()
    assert current is not None
    assert current.concept == desk.concepts["TRADE"]


def test_typing_is_folded(panel, desk):
    panel.entry.setFocus()
    _type(panel, "الانسان حقوق")
    assert panel.entry.matches.index(0).data(Qt.ItemDataRole.DisplayRole) == "حقوق الإنسان"


def test_up_and_down_choose_another_match(qtbot, panel, desk):
    panel.entry.setFocus()
    _type(panel, "e")
    assert panel.entry.found.isVisible()
    qtbot.keyClick(panel.entry, Qt.Key.Key_Escape)
    _type(panel, "d")
    first = panel.entry.found.currentIndex().data()
    qtbot.keyClick(panel.entry, Qt.Key.Key_Down)
    qtbot.keyClick(panel.entry, Qt.Key.Key_Up)
    qtbot.keyClick(panel.entry, Qt.Key.Key_Return)
    assert first == "DEVELOPMENT"
    assert desk.labels()[-1] == first


def test_what_is_assigned_already_is_passed_over_unless_it_is_typed_in_full(qtbot, panel, desk):
    panel.entry.setFocus()
    _type(panel, "human rights")
    assert panel.entry.found.currentIndex().row() == 0
    qtbot.keyClick(panel.entry, Qt.Key.Key_Escape)
    _type(panel, "human")
    assert panel.entry.found.currentIndex().row() == 1
    qtbot.keyClick(panel.entry, Qt.Key.Key_Return)
    assert desk.labels()[-1] == "HUMAN RIGHTS EDUCATION"


def test_a_click_chooses_a_match(qtbot, panel, desk):
    panel.entry.setFocus()
    _type(panel, "trade")
    found = panel.entry.found
    place = found.visualRect(found.model().index(0, 0)).center()
    assert found.focusPolicy() == Qt.FocusPolicy.NoFocus
    qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.labels()[-1] == "TRADE"
    assert panel.entry.hasFocus()


@pytest.mark.parametrize(
    "typed, language",
    [("سلام دائم", "ar"), ("LASTING PEACE", "en"), ("human", "en"), ("نزع السلاح (SALT)", "ar"), ("123", "en")],
)
def test_the_last_row_creates_a_term_in_the_language_of_its_script(qtbot, panel, desk, typed, language):
    panel.entry.setFocus()
    _type(panel, typed)
    while panel.entry.found.currentIndex().row() > 0:
        qtbot.keyClick(panel.entry, Qt.Key.Key_Up)
    if panel.entry.matches.rowCount() > 1:
        qtbot.keyClick(panel.entry, Qt.Key.Key_Up)  # round from the first row to the last
    qtbot.keyClick(panel.entry, Qt.Key.Key_Return)
    concept = desk.project.concept(desk.project.assignments(desk.document)[-1].concept)
    assert [(label.language, label.text) for label in concept.labels] == [(language, typed)]
    assert panel.entry.text() == ""


def test_control_enter_creates_a_term_at_once(qtbot, panel, desk):
    panel.entry.setFocus()
    _type(panel, "human")
    qtbot.keyClick(panel.entry, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.labels()[-1] == "human"


def test_a_term_that_there_is_cannot_be_created_again(panel):
    panel.entry.setFocus()
    _type(panel, "peace")
    assert panel.entry.matches.creation_row == -1


def test_a_term_that_is_refused_stays_in_the_box(qtbot, panel, desk):
    panel.entry.setFocus()
    _type(panel, "a|b")
    with qtbot.waitSignal(desk.session.message, check_params_cb=bool):
        qtbot.keyClick(panel.entry, Qt.Key.Key_Return)
    assert panel.entry.text() == "a|b"
    assert desk.labels() == ["PEACE", "HUMAN RIGHTS"]


def test_a_descriptor_that_is_there_becomes_current(qtbot, panel, desk):
    panel.entry.setFocus()
    _type(panel, "peace")
    with qtbot.waitSignal(desk.session.message, check_params_cb=bool):
        qtbot.keyClick(panel.entry, Qt.Key.Key_Return)
    assert panel.view.currentIndex().row() == 0
    assert len(desk.labels()) == 2


def test_escape_empties_the_box_and_then_leaves(qtbot, panel):
    panel.entry.setFocus()
    _type(panel, "peace")
    left: list[bool] = []
    panel.leave_requested.connect(lambda: left.append(True))
    qtbot.keyClick(panel.entry, Qt.Key.Key_Escape)
    assert (panel.entry.text(), panel.entry.found.isVisible(), left) == ("", False, [])
    qtbot.keyClick(panel.entry, Qt.Key.Key_Escape)
    assert left == [True]


def test_the_found_list_goes_with_the_focus(qtbot, panel):
    panel.entry.setFocus()
    _type(panel, "peace")
    panel.view.setFocus()
    assert not panel.entry.found.isVisible()


def test_undo_is_the_windows_while_nothing_is_typed(panel):
    panel.entry.setFocus()
    undo = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    undo.ignore()
    QApplication.sendEvent(panel.entry, undo)
    assert not undo.isAccepted()
    _type(panel, "x")
    undo.ignore()
    QApplication.sendEvent(panel.entry, undo)
    assert undo.isAccepted()


def test_the_list_is_reached_and_left_by_arrows(qtbot, panel):
    panel.entry.setFocus()
    qtbot.keyClick(panel.entry, Qt.Key.Key_Down)
    assert panel.view.hasFocus()
    assert panel.view.currentIndex().row() == 0
    qtbot.keyClick(panel.view, Qt.Key.Key_Up)
    assert panel.entry.hasFocus()


def test_delete_removes_and_the_neighbour_becomes_current(qtbot, panel, desk):
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.model.index(0))
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert desk.labels() == ["HUMAN RIGHTS"]
    assert panel.current().concept == desk.concepts["HUMAN RIGHTS"]
    desk.project.undo()
    assert _shown(panel) == ["السلام", "حقوق الإنسان"]


def test_when_the_last_is_removed_the_keys_go_to_the_line_for_terms(qtbot, panel, desk):
    panel.view.setFocus()
    for _ in range(2):
        panel.view.setCurrentIndex(panel.model.index(0))
        qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert desk.labels() == []
    assert panel.entry.hasFocus()


def test_alt_and_arrows_move_a_descriptor_and_keep_it_current(qtbot, panel, desk):
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.model.index(0))
    qtbot.keyClick(panel.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert desk.labels() == ["HUMAN RIGHTS", "PEACE"]
    assert panel.view.currentIndex().row() == 1
    qtbot.keyClick(panel.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert desk.project.undoable().name == "move descriptor"
    qtbot.keyClick(panel.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.labels() == ["PEACE", "HUMAN RIGHTS"]


def test_a_descriptor_moves_past_a_rejected_one_in_one_step(qtbot, panel, desk):
    hidden = _suggest(desk, "TRADE")
    operations.assign(desk.project, desk.document, desk.concepts["DEVELOPMENT"])
    panel.view.setCurrentIndex(panel.model.index(panel.model.row_of(hidden)))
    panel.remove_current()
    panel.view.setCurrentIndex(panel.model.index(1))
    panel.move_current(1)
    assert desk.labels() == ["PEACE", "DEVELOPMENT", "HUMAN RIGHTS"]
    panel.move_current(-1)
    assert desk.labels() == ["PEACE", "HUMAN RIGHTS", "DEVELOPMENT"]


def test_space_toggles_major(qtbot, panel, desk):
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.model.index(1))
    qtbot.keyClick(panel.view, Qt.Key.Key_Space)
    assert [each.major for each in desk.project.assignments(desk.document)] == [False, True]
    qtbot.keyClick(panel.view, Qt.Key.Key_Space)
    assert not any(each.major for each in desk.project.assignments(desk.document))


def test_evidence_is_attached_shown_and_detached(qtbot, panel, desk):
    panel.view.setCurrentIndex(panel.model.index(0))
    desk.session.set_selection(3, 10)
    with qtbot.waitSignal(panel.evidence_shown) as shown:
        panel.attach_selection()
    assert shown.args == [[(3, 10)]]
    assert panel.evidence_model.index(0).data() == desk.session.text[3:10]
    panel.evidence_view.setFocus()
    with qtbot.waitSignal(panel.reveal_requested) as revealed:
        qtbot.keyClick(panel.evidence_view, Qt.Key.Key_Return)
    assert revealed.args == [3, 10]
    with qtbot.waitSignal(panel.evidence_shown) as shown:
        qtbot.keyClick(panel.evidence_view, Qt.Key.Key_Delete)
    assert shown.args == [[]]
    assert desk.project.assignments(desk.document)[0].evidence == ()


def test_evidence_follows_the_current_descriptor(qtbot, panel, desk):
    first = desk.project.assignments(desk.document)[0]
    operations.add_evidence(desk.project, first.id, 3, 10)
    told: list[list[tuple[int, int]]] = []
    panel.evidence_shown.connect(told.append)
    panel.view.setCurrentIndex(panel.model.index(0))
    panel.view.setCurrentIndex(panel.model.index(1))
    panel.view.setCurrentIndex(panel.model.index(0))
    desk.session.set_language("en")
    operations.set_major(desk.project, first.id, True)
    desk.session.set_document(desk.other)
    assert told == [[(3, 10)], [], [(3, 10)], []]


def test_without_selection_or_descriptor_attaching_is_refused_in_words(qtbot, panel, desk):
    said: list[str] = []
    desk.session.message.connect(said.append)
    desk.session.set_selection(3, 10)
    panel.attach_selection()
    panel.view.setCurrentIndex(panel.model.index(0))
    desk.session.set_selection(3, 3)
    panel.attach_selection()
    desk.session.set_document(desk.other)
    desk.session.set_selection(0, 4)
    panel.attach_selection()
    assert said == [
        panel.tr("Choose the descriptor that the text is evidence of; {key} attaches it.").format(key=shown_key("Ins")),
        panel.tr("Select the text first that is to be attached as evidence."),
        panel.tr("There is no descriptor yet that the text could be evidence of."),
    ]


def test_where_a_descriptor_has_to_be_chosen_the_keys_go_to_the_list_and_insert_attaches(qtbot, panel, desk):
    desk.session.set_selection(3, 10)
    assert panel.awaits_choice
    panel.attach_selection()
    assert panel.view.hasFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Insert)
    first, second = desk.project.assignments(desk.document)
    assert first.evidence == ()
    assert [(each.start, each.end) for each in second.evidence] == [(3, 10)]


def test_the_only_descriptor_gets_the_evidence_without_being_chosen(panel, desk):
    operations.unassign(desk.project, desk.project.assignments(desk.document)[0].id)
    desk.session.set_selection(3, 10)
    said: list[str] = []
    desk.session.message.connect(said.append)
    assert not panel.awaits_choice
    panel.attach_selection()
    (only,) = desk.project.assignments(desk.document)
    assert len(only.evidence) == 1
    assert said[-1] == panel.tr("Attached to {term}.").format(term="\u2068حقوق الإنسان\u2069")


def test_white_space_around_the_selection_is_no_evidence(panel, desk):
    panel.view.setCurrentIndex(panel.model.index(0))
    text = desk.session.text
    start = text.index(" العامة")
    desk.session.set_selection(start, start + len(" العامة، "))
    panel.attach_selection()
    desk.session.set_selection(start, start + 1)
    panel.attach_selection()
    (evidence,) = desk.project.assignments(desk.document)[0].evidence
    assert text[evidence.start : evidence.end] == "العامة،"


def test_enter_shows_one_stretch_of_evidence_after_the_other(qtbot, panel, desk):
    first = desk.project.assignments(desk.document)[0]
    for start, end in ((3, 10), (12, 18)):
        operations.add_evidence(desk.project, first.id, start, end)
    shown: list[tuple[int, int]] = []
    panel.reveal_requested.connect(lambda *limits: shown.append(limits))
    panel.reveal_requested.connect(desk.session.set_selection)
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.model.index(0))
    for _ in range(3):
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert shown == [(3, 10), (12, 18), (3, 10)]


def test_a_proposal_is_confirmed_by_enter_and_rejected_by_delete(qtbot, panel, desk):
    for concept in ("TRADE", "DEVELOPMENT"):
        _suggest(desk, concept)
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.model.index(2))
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    panel.view.setCurrentIndex(panel.model.index(3))
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    statuses = [each.status for each in desk.project.assignments(desk.document, rejected=True)]
    assert statuses == ["confirmed", "confirmed", "confirmed", "rejected"]
    assert panel.model.rowCount() == 3


def test_typing_a_proposed_concept_confirms_it(qtbot, panel, desk):
    _suggest(desk, "TRADE")
    panel.entry.setFocus()
    _type(panel, "trade")
    qtbot.keyClick(panel.entry, Qt.Key.Key_Return)
    assert desk.project.assignments(desk.document)[-1].status == "confirmed"


def test_only_what_changed_is_told(panel, desk):
    resets: list[bool] = []
    panel.model.modelReset.connect(lambda: resets.append(True))
    told: list[tuple[int, int]] = []
    panel.model.dataChanged.connect(lambda first, last, _: told.append((first.row(), last.row())))
    operations.set_major(desk.project, desk.project.assignments(desk.document)[1].id, True)
    operations.assign(desk.project, desk.other, desk.concepts["TRADE"])
    operations.mark(desk.project, desk.document, "enacting", 0, 18)
    assert (told, resets) == ([(1, 1)], [])


def test_menus_offer_the_same_acts(qtbot, panel, desk):
    panel.view.setCurrentIndex(panel.model.index(0))
    menu = panel.descriptor_menu()
    acts = {action.text().partition("\t")[2]: action for action in menu.actions() if not action.isSeparator()}
    assert not acts[shown_key("Alt+Up")].isEnabled()
    assert not acts[shown_key("Ins")].isEnabled()
    acts[shown_key("Space")].trigger()
    assert desk.project.assignments(desk.document)[0].major
    acts[shown_key("Alt+Down")].trigger()
    assert desk.labels() == ["HUMAN RIGHTS", "PEACE"]
    acts[shown_key("Del")].trigger()
    assert desk.labels() == ["HUMAN RIGHTS"]
    menu.close()


def test_what_is_empty_says_what_to_do(panel, desk):
    for row in (1, 0):
        panel.view.setCurrentIndex(panel.model.index(row))
        panel.remove_current()
    assert panel._nothing.isVisible()
    assert panel._nothing.text() == panel.tr("No descriptors yet. Type a term above, in Arabic or English.")
    desk.session.set_document(None)
    assert panel._nothing.text() == panel.tr("Open a document to see its descriptors.")
    assert not panel.entry.isEnabled()


def test_labels_follow_the_language(panel, desk):
    desk.session.set_language("en")
    assert _shown(panel) == ["PEACE", "HUMAN RIGHTS"]
    assert panel.model.index(0).data(DescriptorRole.SECOND) == "السلام"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_found_list_stays_within_the_window_at_the_leading_edge(panel, direction):
    panel.setLayoutDirection(direction)
    panel.entry.setFocus()
    _type(panel, "human")
    found = panel.entry.found
    assert found.parentWidget() is panel.window()
    assert panel.rect().contains(found.geometry())
    assert not panel.grab().isNull()


def test_what_is_open_for_reading_only_cannot_be_changed(qtbot, panel, desk):
    path = desk.project.path
    desk.session.set_project(Project.open(path, None))
    desk.session.set_document(desk.document)
    assert not panel.entry.isEnabled()
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.model.index(0))
    with qtbot.waitSignal(desk.session.message, check_params_cb=bool):
        qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert panel.model.rowCount() == 2


def test_what_another_program_writes_is_shown(panel, desk):
    with Project.open(desk.project.path, "Omar") as other:
        operations.assign(other, desk.document, desk.concepts["TRADE"])
    desk.session.refresh()
    assert _shown(panel)[-1] == "TRADE"


def test_a_row_found_tells_what_matched_and_where_the_concept_stands(panel):
    panel.entry.setFocus()
    _type(panel, "commerc")
    index = panel.entry.matches.index(0)
    assert index.data() == "TRADE"
    told = str(index.data(MatchRole.DETAILS))
    assert "commerce (alternative, \u2068English\u2069)" in told.replace("\u2068commerce\u2069", "commerce")
    assert "free term" in told
    panel.entry.empty()
    _type(panel, "human")  # its concepts have a second label, and the row that creates a term has none
    heights = [panel.entry.found.sizeHintForRow(row) for row in range(panel.entry.matches.rowCount())]
    assert heights[0] > heights[-1]
    assert not panel.grab().isNull()


def test_terms_are_indexed_before_the_first_letter_is_typed(qtbot, panel, desk, monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr(desk.project, "search_concepts", lambda query, limit: asked.append(query) or [])
    panel.view.setFocus()
    panel.entry.setFocus()
    qtbot.waitUntil(lambda: "" in asked)
