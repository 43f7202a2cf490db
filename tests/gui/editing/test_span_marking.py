from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_a_resolution_is_marked_with_few_keys(desk):
    desk.press(Qt.Key.Key_Space)
    desk.type("AEPPL")
    assert desk.selected() == "وإذ تشير"  # the leading phrase of the paragraph just marked is proposed
    desk.type("L")
    assert desk.selected() == "1 - تطلب إلى الأمين العام:"
    desk.type("]]O")
    assert desk.marks() == [
        ("adoption", "قرار اتخذته الجمعية العامة في 20 كانون الأول/ديسمبر 2004"),
        ("enacting", "إن الجمعية العامة،"),
        ("preambular", "إذ تعيد تأكيد التزامها،"),
        ("preambular", "وإذ تشير إلى قراراتها السابقة،"),
        ("lead", "وإذ تشير"),
        ("operative", "1 - تطلب إلى الأمين العام: (أ) أن يعد تقريرا، (ب) أن ينشره؛"),
    ]
    assert [span.number for span in desk.spans() if span.label == "operative"] == ["1"]
    assert desk.selected() == "2 - تقرر أن تواصل النظر في المسألة."
    assert desk.shown() == desk.spans()


def test_sub_clauses_are_proposed_inside_the_clause_just_marked(desk):
    desk.select("1 - تطلب إلى الأمين العام: (أ) أن يعد تقريرا، (ب) أن ينشره؛")
    desk.type("OU")
    assert desk.selected() == "(أ) أن يعد تقريرا،"
    desk.type("U")
    assert desk.selected() == "(ب) أن ينشره؛"
    desk.type("U")
    assert desk.selected() == "2 - تقرر أن تواصل النظر في المسألة."
    assert [(span.number, span.depth) for span in desk.spans()] == [("1", 0), ("أ", 1), ("ب", 1)]


def test_a_label_key_with_a_caret_in_a_clause_changes_the_innermost_ones_label(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    desk.caret("تأكيد")
    desk.type("H")
    assert desk.marks() == [("heading", "إذ تعيد تأكيد التزامها،")]
    assert desk.project.undoable().name == "change label"


def test_a_label_key_with_exactly_a_clause_selected_changes_its_label(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    desk.select("إذ تعيد تأكيد التزامها، ")
    desk.type("H")
    assert desk.marks() == [("heading", "إذ تعيد تأكيد التزامها،")]


def test_a_label_key_where_nothing_is_marked_takes_the_stretch_at_the_caret(desk):
    desk.caret("تشير إلى")
    desk.type("P")
    assert desk.marks() == [("preambular", "وإذ تشير إلى قراراتها السابقة،")]


def test_a_reference_without_a_selection_is_the_word_at_the_caret(desk):
    desk.caret("2004")
    desk.type("D")
    assert desk.marks() == [("date", "2004")]


def test_a_leading_phrase_without_a_selection_runs_from_the_number_to_the_caret(desk):
    desk.select("2 - تقرر أن تواصل النظر في المسألة.")
    desk.type("O")
    desk.caret("تواصل")
    desk.type("L")
    assert desk.marks()[1] == ("lead", "تقرر أن تواصل")


def test_a_label_key_says_what_is_missing_where_nothing_is_left(desk):
    desk.window.view.select_all()
    desk.type("T")
    assert desk.selected() == ""
    desk.press(Qt.Key.Key_Space)
    assert desk.message() == "No unmarked text is left after the caret."
    desk.press(Qt.Key.Key_Delete)
    assert desk.message() == ""


def test_a_refusal_is_said_with_the_names_that_people_know_and_goes_with_the_next_act(desk):
    desk.select("إن الجمعية العامة، إذ تعيد")
    desk.type("P")
    desk.select("إن الجمعية العامة،")
    desk.type("E")
    assert desk.message() == "“Enacting formula” cannot stand inside “Preambular paragraph”."
    assert len(desk.marks()) == 1
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert desk.message() == ""
    desk.select("إن الجمعية العامة،")
    desk.type("E")
    assert desk.marks() == [("enacting", "إن الجمعية العامة،")]


def test_the_selection_is_lengthened_and_shortened_stop_by_stop(desk):
    desk.press(Qt.Key.Key_Space)
    assert desk.selected().endswith("2004")
    desk.type("]")
    assert desk.selected().endswith("إن الجمعية العامة،")
    desk.type("[")
    assert desk.selected().endswith("2004")
    desk.type("[")
    assert desk.selected().endswith("كانون الأول/ديسمبر")
    desk.press(Qt.Key.Key_BracketRight, SHIFT)
    assert desk.selected().startswith("اتخذته")
    desk.press(Qt.Key.Key_BracketLeft, SHIFT)
    assert desk.selected().startswith("قرار اتخذته")


def test_a_mark_chosen_in_the_margin_is_the_one_that_a_key_changes(desk):
    desk.select("1 - تطلب إلى الأمين العام: (أ) أن يعد تقريرا، (ب) أن ينشره؛")
    desk.type("OUU")
    outer = desk.spans()[0]
    desk.window.view.span_activated.emit(outer.id)
    assert desk.session.span == outer.id
    assert desk.window.view.selection() == outer.limits
    desk.type("P")
    assert [span.label for span in desk.spans()] == ["preambular", "subclause"]


def test_one_steps_from_clause_to_clause(desk):
    desk.press(Qt.Key.Key_Space)
    desk.type("AEP")
    desk.window.view.set_selection(0, 0)
    desk.press(Qt.Key.Key_Down, ALT)
    assert desk.selected().startswith("قرار اتخذته")  # first the one in which the caret stands
    desk.press(Qt.Key.Key_Down, ALT)
    assert desk.selected() == "إن الجمعية العامة،"
    desk.press(Qt.Key.Key_Up, ALT)
    assert desk.selected().startswith("قرار اتخذته")


def test_what_is_marked_is_work_begun(desk):
    desk.press(Qt.Key.Key_Space)
    desk.type("A")
    assert desk.project.document(desk.first).state("clause") == "in-progress"
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert desk.project.document(desk.first).state("clause") == "new"


def test_the_key_of_leads_on_a_selected_clause_selects_its_phrase(desk):
    desk.select("وإذ تشير إلى قراراتها السابقة،")
    desk.type("P")
    desk.select("وإذ تشير إلى قراراتها السابقة،")
    desk.type("L")
    assert desk.selected() == "وإذ تشير"
    desk.type("L")
    assert ("lead", "وإذ تشير") in desk.marks()
    desk.select("وإذ تشير إلى قراراتها السابقة،")
    desk.type("L")
    assert desk.selected() == "وإذ تشير"
    assert len(desk.marks()) == 2


def test_shift_with_a_labels_key_marks_the_leading_phrase_along_with_the_clause(desk):
    desk.select("وإذ تشير إلى قراراتها السابقة،")
    desk.window.marking.label_with_lead("preambular")
    assert desk.marks() == [("preambular", "وإذ تشير إلى قراراتها السابقة،"), ("lead", "وإذ تشير")]
    assert desk.selected().startswith("1 - تطلب")
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert desk.marks() == []


def test_a_phrase_that_is_marked_already_is_kept_where_a_clause_is_drawn_around_it(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.window.marking.label_with_lead("preambular")
    assert desk.marks()[1] == ("lead", "إذ تعيد تأكيد التزامها")
    desk.select("إذ تعيد تأكيد التزامها، وإذ تشير إلى قراراتها السابقة،")
    desk.window.marking.label_with_lead("preambular")
    assert [label for label, _ in desk.marks()].count("lead") == 1


def test_a_reference_has_no_leading_phrase(desk):
    desk.select("2004")
    desk.window.marking.label_with_lead("date")
    assert desk.marks() == [("date", "2004")]


def test_a_clause_grows_with_the_items_of_its_list(desk):
    desk.select("1 - تطلب إلى الأمين العام:")
    desk.type("O")
    assert desk.selected() == "(أ) أن يعد تقريرا،"
    desk.type("UU")
    assert desk.marks() == [
        ("operative", "1 - تطلب إلى الأمين العام: (أ) أن يعد تقريرا، (ب) أن ينشره؛"),
        ("subclause", "(أ) أن يعد تقريرا،"),
        ("subclause", "(ب) أن ينشره؛"),
    ]
    assert desk.selected() == "2 - تقرر أن تواصل النظر في المسألة."
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert desk.marks()[0] == ("operative", "1 - تطلب إلى الأمين العام: (أ) أن يعد تقريرا،")


def test_shift_with_a_labels_key_on_a_marked_clause_marks_its_leading_phrase(desk):
    desk.select("وإذ تشير إلى قراراتها السابقة،")
    desk.type("P")
    desk.caret("قراراتها")
    desk.window.marking.label_with_lead("preambular")
    assert desk.marks()[1] == ("lead", "وإذ تشير")
    assert desk.project.undoable().name == "mark leading phrase"
    desk.window.marking.label_with_lead("heading")  # it has its phrase: only the label changes
    assert [label for label, _ in desk.marks()] == ["heading", "lead"]


def test_the_phrase_of_an_item_is_not_that_of_the_clause_around_it(desk):
    desk.select("(أ) أن يعد تقريرا،")
    desk.window.marking.label_with_lead("subclause")
    desk.select("1 - تطلب إلى الأمين العام: (أ) أن يعد تقريرا، (ب) أن ينشره؛")
    desk.window.marking.label_with_lead("operative")
    assert [quote for label, quote in desk.marks() if label == "lead"] == ["تطلب", "أن يعد"]


def test_a_key_that_is_held_down_marks_once(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    for letter in (";", "'"):
        before = len(desk.marks())
        for _ in range(4):
            event = QKeyEvent(QEvent.Type.KeyPress, ord(letter), Qt.KeyboardModifier.NoModifier, letter, True)
            QCoreApplication.sendEvent(desk.window.view, event)
        assert len(desk.marks()) == before


def test_one_key_too_many_does_not_change_the_last_clause(desk):
    desk.select("2 - تقرر أن تواصل النظر في المسألة.")
    desk.type("O")
    assert desk.selected() == ""
    desk.type("P")
    assert [label for label, _ in desk.marks()] == ["operative"]
    assert "nothing left" in desk.message()
    desk.type("P")  # but whoever insists means it
    assert [label for label, _ in desk.marks()] == ["preambular"]
