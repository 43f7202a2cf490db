from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from gui import operations
from gui.item_models.suggestions import SuggestionRole
from gui.panels.suggestions import panel as room
from gui.panels.suggestions.panel import SuggestionsPanel
from gui.widgets.row_painting import row_height, smaller
from model.annotation import documents
from model.errors import UserError
from model.vocabulary import assignments, concepts

RENEWAL = (
    "قرار اتخذته الجمعية العامة في 20 كانون الأول/ديسمبر 2004 59/4. - نزع السلاح النووي إن الجمعية العامة، "
    "إذ تشير إلى قرارها 58/3 المؤرخ 8 كانون الأول/ديسمبر 2003، وإذ تعيد تأكيد نزع السلاح النووي، "
    "1 - تطلب إلى الدول أن تعمل في سبيل نزع السلاح النووي؛ 2 - تقرر أن تواصل النظر في الأسلحة الصغيرة."
)
EARLIER = RENEWAL.replace("2004 59/4", "2003 58/3").replace("58/3 المؤرخ 8 كانون الأول/ديسمبر 2003", "57/2")


@pytest.fixture
def renewed(desk) -> dict[str, str]:
    """The document shown renews another one, which is indexed; another, without any descriptor, is like nothing."""
    with desk.project.operation("import") as writing:
        made = {
            "earlier": documents.add(writing, "A_RES_58_3", EARLIER),
            "renewal": documents.add(writing, "A_RES_59_4", RENEWAL),
        }
        for english, arabic in (("NUCLEAR DISARMAMENT", "نزع السلاح النووي"), ("SMALL ARMS", "الأسلحة الصغيرة")):
            made[english] = concepts.add(writing, english, "en").id
            concepts.add_label(writing, made[english], arabic, "ar", "preferred")
            assignments.assign(writing, made["earlier"], made[english])
        made["PROTOCOLS"] = concepts.add(writing, "PROTOCOLS", "en").id
        major = assignments.assign(writing, made["earlier"], made["PROTOCOLS"])
        assignments.set_major(writing, major.id, True)
    desk.document = made["renewal"]
    desk.session.set_document(desk.document)
    desk.session.set_language("en")
    return made


@pytest.fixture
def panel(qtbot, desk, renewed) -> SuggestionsPanel:
    panel = SuggestionsPanel(desk.session)
    qtbot.addWidget(panel)
    panel.resize(320, 600)
    panel.show()
    qtbot.waitUntil(lambda: panel.is_answered, timeout=20_000)
    return panel


def labels(panel: SuggestionsPanel) -> list[str]:
    return [row.label for row in panel.model.rows]


def wait_for_answer(qtbot, panel: SuggestionsPanel) -> None:
    panel._found = None
    qtbot.waitUntil(lambda: panel.is_answered, timeout=20_000)


def test_what_a_renewed_resolution_has_comes_first(panel):
    assert set(labels(panel)[:3]) == {"NUCLEAR DISARMAMENT", "SMALL ARMS", "PROTOCOLS"}
    assert [row.suggestion.chance for row in panel.model.rows] == sorted(
        (row.suggestion.chance for row in panel.model.rows), reverse=True
    )
    assert all(row.suggestion.chance >= room.LEAST for row in panel.model.rows)


def test_each_says_why(panel):
    reasons = {row.label: panel.model.index(n).data(SuggestionRole.REASON) for n, row in enumerate(panel.model.rows)}
    assert reasons["NUCLEAR DISARMAMENT"] == "in the title · 3 time(s) in the text · as in \u2068A_RES_58_3\u2069"
    assert reasons["SMALL ARMS"] == "1 time(s) in the text · as in \u2068A_RES_58_3\u2069"
    assert reasons["PROTOCOLS"] == "as in \u2068A_RES_58_3\u2069"


def test_enter_assigns_with_the_places_as_evidence_and_goes_on(qtbot, desk, renewed, panel):
    panel.view.setCurrentIndex(panel.model.index(panel.model.row_of(renewed["SMALL ARMS"])))
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    (made,) = desk.project.assignments(desk.document)
    assert (made.concept, made.status, made.origin.kind) == (renewed["SMALL ARMS"], "confirmed", "model")
    assert made.confirmed_by == desk.project.annotator.id
    assert [RENEWAL[each.start : each.end] for each in made.evidence] == ["الأسلحة الصغيرة"]
    assert {each.origin.kind for each in made.evidence} == {"model"}
    assert "SMALL ARMS" not in labels(panel)
    assert panel.current() is not None
    desk.project.undo()
    assert desk.project.assignments(desk.document) == []
    qtbot.waitUntil(lambda: "SMALL ARMS" in labels(panel), timeout=20_000)


def test_what_is_rejected_never_comes_back(qtbot, desk, renewed, panel):
    panel.view.setCurrentIndex(panel.model.index(panel.model.row_of(renewed["PROTOCOLS"])))
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert "PROTOCOLS" not in labels(panel)
    wait_for_answer(qtbot, panel)
    assert "PROTOCOLS" not in labels(panel)
    assert desk.project.assignments(desk.document) == []
    assert [each.status for each in desk.project.assignments(desk.document, rejected=True)] == ["rejected"]


def test_all_that_the_program_would_assign_is_one_step(desk, panel):
    sure = {row.suggestion.term for row in panel.model.rows if row.suggestion.assign}
    assert sure
    before = desk.project.counts().operations
    panel.accept_assigned()
    assert {each.concept for each in desk.project.assignments(desk.document)} == sure
    assert desk.project.counts().operations == before + 1


def test_descriptors_are_taken_over_in_their_order_by_one_key(qtbot, desk, renewed, panel):
    (row,) = panel.similar_model.rows[:1]
    assert (row.name, row.both, row.besides) == ("A_RES_58_3", (), ())
    assert set(row.new) == {"NUCLEAR DISARMAMENT", "SMALL ARMS", "PROTOCOLS"}
    panel.similar_view.setCurrentIndex(panel.similar_model.index(0))
    qtbot.keyClick(panel.similar_view, Qt.Key.Key_Return)
    made = desk.project.assignments(desk.document)
    theirs = desk.project.assignments(renewed["earlier"])
    assert [(each.concept, each.major) for each in made] == [(each.concept, each.major) for each in theirs]
    assert all(each.evidence == () and each.confirmed_by for each in made)
    assert panel.similar_model.rows[0].new == ()
    assert set(panel.similar_model.rows[0].both) == {"NUCLEAR DISARMAMENT", "SMALL ARMS", "PROTOCOLS"}
    desk.project.undo()
    assert desk.project.assignments(desk.document) == []


def test_differences_are_seen_before(desk, renewed, panel):
    operations.assign(desk.project, desk.document, desk.concepts["TRADE"])
    operations.assign(desk.project, desk.document, renewed["SMALL ARMS"])
    row = panel.similar_model.rows[0]
    assert panel.similar_model.differences(row) == [
        "To take over: " + ", ".join(f"\u2068{label}\u2069" for label in row.new),
        "In both: \u2068SMALL ARMS\u2069",
        "Only here: \u2068TRADE\u2069",
    ]
    assert set(row.new) == {"NUCLEAR DISARMAMENT", "PROTOCOLS"}


def test_nothing_is_taken_over_twice(desk, renewed, panel, qtbot):
    panel.take_over_current()
    count = len(desk.project.assignments(desk.document))
    said: list[str] = []
    desk.session.message.connect(said.append)
    panel.take_over_current()
    assert len(desk.project.assignments(desk.document)) == count
    assert said[-1] == "There is nothing to take over: this document has it all."


def test_the_places_of_the_current_one_are_shown_while_the_keys_are_in_the_list(qtbot, renewed, panel):
    shown: list[list[tuple[int, int]]] = []
    panel.evidence_shown.connect(shown.append)
    panel.activateWindow()
    panel.view.setCurrentIndex(panel.model.index(panel.model.row_of(renewed["SMALL ARMS"])))
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    assert [RENEWAL[start:end] for start, end in shown[-1]] == ["الأسلحة الصغيرة"]
    with qtbot.waitSignal(panel.reveal_requested) as revealed:
        qtbot.keyClick(panel.view, Qt.Key.Key_Space)
    assert RENEWAL[slice(*revealed.args)] == "الأسلحة الصغيرة"
    panel.similar_view.setFocus()
    assert shown[-1] == []


def test_space_opens_a_similar_document_and_escape_leaves(qtbot, renewed, panel):
    panel.similar_view.setCurrentIndex(panel.similar_model.index(0))
    with qtbot.waitSignal(panel.document_wanted) as wanted:
        qtbot.keyClick(panel.similar_view, Qt.Key.Key_Space)
    assert wanted.args == [renewed["earlier"]]
    with qtbot.waitSignal(panel.leave_requested):
        qtbot.keyClick(panel.view, Qt.Key.Key_Escape)


def test_what_is_assigned_elsewhere_goes_and_teaches(qtbot, desk, renewed, panel):
    operations.assign(desk.project, desk.document, renewed["NUCLEAR DISARMAMENT"])
    assert "NUCLEAR DISARMAMENT" not in labels(panel)
    desk.session.set_document(desk.other)
    assert labels(panel) == []
    qtbot.waitUntil(lambda: panel.is_answered and panel._found.document == desk.other, timeout=20_000)
    assert panel._found.learned == 3  # the two that were indexed, and what has just been


def test_a_term_that_is_gone_is_not_suggested(qtbot, desk, renewed, panel):
    with desk.project.operation("x") as writing:
        writing.insert("concept_state", {"id": "s", "concept": renewed["SMALL ARMS"], "state": "deprecated"})
    wait_for_answer(qtbot, panel)
    qtbot.waitUntil(lambda: panel._found is not None and "SMALL ARMS" not in labels(panel), timeout=20_000)


def test_nothing_is_learned_before_somebody_looks(qtbot, desk, renewed):
    panel = SuggestionsPanel(desk.session)
    qtbot.addWidget(panel)
    desk.session.set_document(desk.other)
    qtbot.wait(300)
    assert panel.suggesting._learner is None
    assert panel.suggesting._suggester is None


def test_without_indexed_documents_labels_alone_are_found(qtbot, desk, renewed):
    for document in desk.project.document_ids():
        for each in desk.project.assignments(document):
            operations.unassign(desk.project, each.id)
    panel = SuggestionsPanel(desk.session)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: panel.is_answered, timeout=20_000)
    assert labels(panel)[:1] == ["NUCLEAR DISARMAMENT"]
    assert panel._state.text() == "No document is indexed yet: only labels in the text are found."
    assert not panel.similar_view.isVisible()


@pytest.mark.parametrize("act", [SuggestionsPanel.accept_assigned, SuggestionsPanel.take_over_current])
def test_what_is_asked_for_too_early_is_done_when_it_can_be(
    qtbot, desk, renewed, act: Callable[[SuggestionsPanel], None]
):
    panel = SuggestionsPanel(desk.session)
    qtbot.addWidget(panel)
    said: list[str] = []
    desk.session.message.connect(said.append)
    act(panel)
    assert said == ["Suggestions are still being looked for; it is done when they are there."]
    qtbot.waitUntil(lambda: bool(desk.project.assignments(desk.document)), timeout=20_000)


def test_what_was_asked_for_is_not_done_in_another_document(qtbot, desk, renewed):
    panel = SuggestionsPanel(desk.session)
    qtbot.addWidget(panel)
    panel.take_over_current()
    desk.session.set_document(desk.other)
    qtbot.waitUntil(lambda: panel.is_answered, timeout=20_000)
    assert desk.project.assignments(desk.other) == []


def test_where_nothing_can_be_learned_that_is_said_once(qtbot, desk, renewed, monkeypatch):
    from gui.session import suggestion_service

    def fails(*_: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(suggestion_service, "_learned", fails)
    said: list[str] = []
    desk.session.message.connect(said.append)
    panel = SuggestionsPanel(desk.session)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: panel.suggesting.has_failed and panel.model.rowCount() > 0, timeout=20_000)
    assert panel._state.text() == "Labels in the text; from indexed documents nothing could be learned."
    desk.session.set_document(desk.other)
    assert panel.view.words.text() == "Nothing can be suggested in this project just now."
    assert panel._state.text() == ""
    qtbot.wait(400)
    assert said == ["The disk is full."]
    panel.accept_assigned()
    panel.take_over_current()
    assert said[1:] == ["Nothing can be suggested in this project just now."] * 2


def test_another_project_is_learned_anew(qtbot, desk, renewed, panel, tmp_path):
    from model.project import Project

    desk.session.set_project(Project.create(tmp_path / "empty.qarar", "Sara"))
    assert panel._found is None
    assert panel.suggesting._suggester is None
    assert panel.view.words.text() == "Open a document to see what descriptors it might have."


def test_menus_name_the_acts(panel):
    panel.view.setCurrentIndex(panel.model.index(0))
    texts = [action.text().split("\t")[0] for action in panel.suggestion_menu().actions() if action.text()]
    assert texts == ["Assign", "Show in the text", "Reject"]
    texts = [action.text().split("\t")[0] for action in panel.similar_menu().actions() if action.text()]
    assert texts == ["Take over its descriptors", "Open the document"]


def test_rows_are_told_to_those_who_do_not_see_them(panel):
    place = next(n for n, row in enumerate(panel.model.rows) if row.label == "SMALL ARMS")
    words = panel.model.index(place).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "SMALL ARMS; الأسلحة الصغيرة; Chance: " in words
    assert "as in" in words
    words = panel.similar_model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("A_RES_58_3; Similarity: ")
    assert "Similarity: " in words
    assert "To take over: " in words


def test_labels_answer_while_indexed_documents_are_learned(qtbot, desk, renewed, monkeypatch):
    import threading

    from gui.session import suggestion_service

    go_on = threading.Event()
    whole = suggestion_service._learned

    def held_up(*arguments: object) -> object:
        go_on.wait(20)
        return whole(*arguments)

    monkeypatch.setattr(suggestion_service, "_learned", held_up)
    panel = SuggestionsPanel(desk.session)
    qtbot.addWidget(panel)
    panel.show()
    try:
        qtbot.waitUntil(lambda: bool(panel.model.rows), timeout=20_000)
        assert panel.suggesting.is_learning
        assert "PROTOCOLS" not in labels(panel)  # no label of it stands in the text
        assert panel._state.text().startswith("Labels in the text; indexed documents are being learned")
        panel.take_over_current()
        assert desk.project.assignments(desk.document) == []
    finally:
        go_on.set()
    qtbot.waitUntil(lambda: len(desk.project.assignments(desk.document)) == 3, timeout=20_000)


def test_after_one_answer_that_failed_the_next_document_has_one(qtbot, desk, renewed, panel, monkeypatch):
    from gui.session import suggestion_service

    answer = suggestion_service._suggested

    def fails(*_: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(suggestion_service, "_suggested", fails)
    with qtbot.waitSignal(panel.suggesting.failed, timeout=20_000):
        desk.session.set_document(desk.other)
    monkeypatch.setattr(suggestion_service, "_suggested", answer)
    assert not panel.suggesting.has_failed
    desk.session.set_document(renewed["renewal"])
    qtbot.waitUntil(lambda: bool(panel.model.rows), timeout=20_000)


def test_many_changed_documents_are_learned_anew_and_not_one_by_one(qtbot, desk, renewed, panel, monkeypatch):
    from gui.session import suggestion_service

    monkeypatch.setattr(suggestion_service, "ANEW_AFTER", 3)
    before = panel.suggesting._suggester
    with desk.project.operation("import") as writing:
        for number in range(4):
            added = documents.add(writing, f"more {number}", f"{EARLIER} {number}")
            assignments.assign(writing, added, renewed["SMALL ARMS"])
    qtbot.waitUntil(lambda: panel.suggesting._suggester is not before, timeout=20_000)
    assert len(before) == 2
    qtbot.waitUntil(lambda: panel._found is not None and panel._found.learned == 6, timeout=20_000)


def test_what_was_rejected_is_not_taken_over(qtbot, desk, renewed, panel):
    panel.view.setCurrentIndex(panel.model.index(panel.model.row_of(renewed["PROTOCOLS"])))
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert "PROTOCOLS" not in panel.similar_model.rows[0].new
    panel.take_over_current()
    assert renewed["PROTOCOLS"] not in {each.concept for each in desk.project.assignments(desk.document)}


def test_a_document_that_has_nothing_in_common_is_not_similar(qtbot, desk, renewed, monkeypatch):
    monkeypatch.setattr(room, "ALIKE", 0.999)
    panel = SuggestionsPanel(desk.session)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: panel.is_answered, timeout=20_000)
    assert panel.similar_model.rows == ()
    said: list[str] = []
    desk.session.message.connect(said.append)
    panel.take_over_current()
    assert said == ["No indexed document is like this one."]
    assert desk.project.assignments(desk.document) == []


def test_a_key_held_down_judges_once(desk, panel):
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtGui import QKeyEvent

    panel.view.setCurrentIndex(panel.model.index(0))
    for repeated in (False, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", repeated)
        QCoreApplication.sendEvent(panel.view, press)
    assert len(desk.project.assignments(desk.document)) == 1


def test_the_top_stays_current_when_a_better_answer_comes_and_a_chosen_row_too(qtbot, renewed, panel):
    panel.view.setCurrentIndex(panel.model.index(0))
    rows = list(panel.model.rows)
    panel._put(rows[::-1])
    assert panel.view.currentIndex().row() == 0
    panel.view.setCurrentIndex(panel.model.index(1))
    chosen = panel.current()
    panel._put(rows)
    assert panel.current() == chosen


@pytest.fixture
def active(qtbot, panel) -> SuggestionsPanel:
    """The panel, with the keys in its list."""
    panel.activateWindow()
    qtbot.waitActive(panel)
    panel.focus_list()
    return panel


def judge_all(qtbot, panel: SuggestionsPanel, key: Qt.Key) -> None:
    """One key for each, sent where the keyboard is."""
    for _ in range(panel.model.rowCount()):
        qtbot.keyClick(QApplication.focusWidget(), key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Delete])
def test_the_keys_stay_in_the_list_when_its_last_row_goes(qtbot, desk, active, key):
    judge_all(qtbot, active, key)
    judged = desk.project.assignments(desk.document, rejected=True)
    assert (len(judged), active.model.rowCount()) == (3, 0)
    assert active.view.hasFocus()
    assert active.view.words.text() == "Nothing more is suggested for this document."
    assert active.view.accessibleDescription() == active.view.words.text()
    qtbot.keyClick(active.view, key)  # nothing is there to be judged
    assert desk.project.assignments(desk.document, rejected=True) == judged
    with qtbot.waitSignal(active.leave_requested):
        qtbot.keyClick(active.view, Qt.Key.Key_Escape)


def test_what_comes_into_an_empty_list_is_judged_by_the_next_key(qtbot, desk, renewed, active):
    judge_all(qtbot, active, Qt.Key.Key_Return)
    desk.project.undo()
    qtbot.waitUntil(lambda: active.model.rowCount() > 0, timeout=20_000)
    assert active.view.hasFocus()
    assert active.view.words.text() == active.view.accessibleDescription() == ""
    first = active.model.rows[0].suggestion.term
    assert active.current() == active.model.rows[0]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert desk.project.assignments(desk.document)[-1].concept == first


def test_the_keys_stay_when_another_document_is_shown(qtbot, desk, renewed, active):
    QLineEdit(active).show()  # where the keys would go by themselves
    active.similar_view.setFocus()
    desk.session.set_document(desk.other)
    assert active.view.hasFocus()  # no document is like this one, and their list is gone
    desk.session.set_document(renewed["renewal"])
    qtbot.waitUntil(lambda: active.model.rowCount() > 0, timeout=20_000)
    assert active.current() == active.model.rows[0]


def test_down_leads_from_the_last_suggestion_to_similar_documents_and_up_back(qtbot, active):
    active.view.setCurrentIndex(active.model.index(active.model.rowCount() - 1))
    qtbot.keyClick(active.view, Qt.Key.Key_Down)
    assert active.similar_view.hasFocus()
    qtbot.keyClick(active.similar_view, Qt.Key.Key_Up)
    assert active.view.hasFocus()


@pytest.fixture
def filled(panel) -> SuggestionsPanel:
    """Twenty suggestions and five similar documents, as many as there are at most."""
    row, similar = panel.model.rows[0], panel.similar_model.rows[0]
    panel.model.show_rows([row] * 20)
    panel.similar_model.show_rows([similar] * 5)
    panel._show_state()
    return panel


def resized(panel: SuggestionsPanel, height: int) -> tuple[int, int]:
    """How high both lists are in a panel of that height."""
    panel.resize(240, height)
    QApplication.processEvents()
    assert panel.height() == height
    return panel.view.height(), panel.similar_view.height()


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("similar", [1, 5])
def test_suggestions_have_most_of_the_height_and_similar_documents_are_scrolled(desk, filled, language, similar):
    desk.session.set_language(language)
    filled.model.show_rows([filled.model.rows[0]] * 20)
    filled.similar_model.show_rows([filled.similar_model.rows[0]] * similar)
    least = filled.minimumSizeHint().height()
    for height in (least, 300, 400):
        suggestions, documents = resized(filled, height)
        assert documents <= 0.4 * height
        assert suggestions > 1.4 * documents
    suggestions, documents = resized(filled, least)
    assert suggestions >= 4 * filled.view.sizeHintForRow(0)
    assert least < 270  # what a window of 700 pixels has for it
    assert (filled.similar_view.verticalScrollBar().maximum() > 0) == (similar > 1)


def test_in_a_high_panel_similar_documents_have_all_their_lines(filled):
    line = row_height(smaller(filled.font()), padding=1)
    assert resized(filled, 600)[1] == room.SIMILAR_LINES * line
    assert resized(filled, 900)[1] == room.SIMILAR_LINES * line


def test_where_no_document_is_similar_suggestions_have_it_all(filled):
    filled.similar_model.show_rows([])
    filled._show_state()
    assert resized(filled, 300)[0] > 250
