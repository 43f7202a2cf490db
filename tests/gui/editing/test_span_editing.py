import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TWO = "إذ تعيد تأكيد التزامها، وإذ تشير إلى قراراتها السابقة،"


def do(desk, *commands):
    for command in commands:
        desk.window.act(command)()


def test_delete_deletes_the_mark_at_the_caret_and_with_shift_all_inside(desk):
    desk.select("1 - تطلب إلى الأمين العام: (أ) أن يعد تقريرا، (ب) أن ينشره؛")
    desk.type("OUU")
    desk.caret("أن يعد")
    desk.press(Qt.Key.Key_Delete)
    assert [label for label, _ in desk.marks()] == ["operative"]
    desk.press(Qt.Key.Key_Z, CONTROL)
    desk.caret("تطلب")
    desk.press(Qt.Key.Key_Delete, SHIFT)
    assert desk.marks() == []
    assert desk.shown() == []


def test_delete_with_a_selection_that_is_no_mark_deletes_nothing(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    desk.select("تأكيد")
    desk.press(Qt.Key.Key_Delete)
    assert len(desk.marks()) == 1
    assert desk.message()


def test_split_and_merge(desk):
    desk.select("إذ تعيد تأكيد التزامها، وإذ تشير إلى قراراتها السابقة،")
    desk.type("P")
    desk.caret("وإذ تشير", 0)
    desk.press(Qt.Key.Key_Slash, CONTROL)
    assert [quote for _, quote in desk.marks()] == ["إذ تعيد تأكيد التزامها،", "وإذ تشير إلى قراراتها السابقة،"]
    assert desk.selected() == "وإذ تشير إلى قراراتها السابقة،"
    desk.caret("إذ تعيد")
    desk.press(Qt.Key.Key_M, CONTROL)
    assert len(desk.marks()) == 1


@pytest.mark.parametrize("within", range(len("وإذ تشير") + 1))
def test_no_word_is_split(desk, within):
    desk.select(TWO)
    desk.type("P")
    desk.caret("وإذ تشير", within)
    desk.press(Qt.Key.Key_Slash, CONTROL)
    second = {True: "وإذ تشير", False: "تشير"}[within <= 2] if within < 7 else "إلى"
    at = TWO.index(second)
    assert [quote for _, quote in desk.marks()] == [TWO[:at].strip(), TWO[at:]]


def test_a_bracket_goes_with_its_word_when_a_clause_is_split(desk):
    desk.select("(أ) أن يعد تقريرا، (ب) أن ينشره؛")
    desk.type("O")
    desk.caret("ب) أن", 0)
    desk.press(Qt.Key.Key_Slash, CONTROL)
    assert [quote for _, quote in desk.marks()] == ["(أ) أن يعد تقريرا،", "(ب) أن ينشره؛"]


@pytest.mark.parametrize("quote, within", [("إذ تعيد", 0), ("إذ تعيد", 1), ("التزامها،", 8), ("التزامها،", 9)])
def test_a_clause_is_not_split_at_its_ends(desk, quote, within):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    desk.caret(quote, within)
    desk.press(Qt.Key.Key_Slash, CONTROL)
    assert [quote for _, quote in desk.marks()] == ["إذ تعيد تأكيد التزامها،"]
    assert desk.message() == "Put the caret before the word where the second part of the clause is to begin."


def test_nest_and_take_out(desk):
    desk.select("1 - تطلب إلى الأمين العام:")
    desk.type("O")
    desk.select("(أ) أن يعد تقريرا،")
    desk.type("O")
    desk.caret("أن يعد")
    desk.press(Qt.Key.Key_BracketRight, CONTROL)
    assert [span.label for span in desk.spans()] == ["operative", "subclause"]
    desk.press(Qt.Key.Key_BracketLeft, CONTROL)
    assert [span.label for span in desk.spans()] == ["operative", "operative"]


def test_a_chosen_mark_takes_the_limits_that_are_selected_then(desk):
    desk.select("إذ تعيد")
    desk.type("P")
    desk.window.marking.choose(desk.spans()[0].id)
    desk.type("]")
    desk.press(Qt.Key.Key_Return, CONTROL)
    assert desk.marks() == [("preambular", "إذ تعيد تأكيد التزامها،")]


def test_fitting_is_about_the_mark_that_the_selection_is_most_like(desk):
    desk.select("وإذ تشير إلى قراراتها السابقة،")
    desk.type("P")
    desk.select("وإذ تشير إلى")
    desk.type("L")
    desk.select("وإذ تشير")
    desk.window.edits.fit_to_selection()
    assert sorted(desk.marks()) == [("lead", "وإذ تشير"), ("preambular", "وإذ تشير إلى قراراتها السابقة،")]
    desk.window.marking.leave()
    desk.select("وإذ تشير إلى قراراتها")
    desk.window.edits.fit_to_selection()
    assert ("preambular", "وإذ تشير إلى قراراتها") in desk.marks()


def test_an_edge_moves_by_word_and_by_stop_and_is_written_at_once(desk):
    desk.select("إذ تعيد تأكيد")
    desk.type("P")
    desk.caret("تعيد")
    do(desk, "end_later")
    assert desk.marks() == [("preambular", "إذ تعيد تأكيد التزامها")]
    do(desk, "grow")
    assert desk.marks() == [("preambular", "إذ تعيد تأكيد التزامها،")]
    do(desk, "grow")
    assert desk.marks() == [("preambular", TWO)]
    do(desk, "shrink")
    assert desk.marks() == [("preambular", "إذ تعيد تأكيد التزامها،")]
    do(desk, "shrink")
    assert desk.marks() == [("preambular", "إذ تعيد تأكيد")]
    do(desk, "begin_later")
    assert desk.marks() == [("preambular", "تعيد تأكيد")]
    do(desk, "begin_earlier", "end_earlier")
    assert desk.marks() == [("preambular", "إذ تعيد")]
    assert desk.selected() == "إذ تعيد"
    assert desk.shown() == desk.spans()
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert desk.marks() == [("preambular", "إذ تعيد تأكيد")]


def test_an_edge_that_two_clauses_share_moves_for_both(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("PP")
    desk.caret("تعيد")
    do(desk, "end_later")
    assert [quote for _, quote in desk.marks()] == ["إذ تعيد تأكيد التزامها، وإذ", "تشير إلى قراراتها السابقة،"]
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert " ".join(quote for _, quote in desk.marks()) == TWO


def test_a_mark_does_not_shrink_to_nothing(desk):
    desk.select("إذ")
    desk.type("P")
    desk.caret("إذ")
    do(desk, "end_earlier", "shrink", "begin_later")
    assert desk.marks() == [("preambular", "إذ")]


def test_where_no_mark_is_the_edges_of_the_selection_move(desk):
    desk.select("إذ تعيد تأكيد")
    do(desk, "end_later", "begin_later")
    assert desk.selected() == "تعيد تأكيد التزامها"
    assert desk.marks() == []
    desk.window.view.set_selection(3, 3)
    do(desk, "grow")
    assert desk.message()


def test_merging_with_the_one_before(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("PP")
    desk.caret("وإذ تشير")
    do(desk, "merge_previous")
    assert desk.marks() == [("preambular", TWO)]
    do(desk, "merge_previous")
    assert "before this one" in desk.message()


def test_marks_are_copied_to_the_next_paragraph(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    desk.select("إذ تعيد")
    desk.type("L")
    desk.caret("تأكيد")
    do(desk, "copy_marks")
    assert desk.marks() == [
        ("preambular", "إذ تعيد تأكيد التزامها،"),
        ("lead", "إذ تعيد"),
        ("preambular", "وإذ تشير إلى قراراتها السابقة،"),
        ("lead", "وإذ تشير"),
    ]
    assert desk.selected() == "وإذ تشير إلى قراراتها السابقة،"
    assert desk.project.undoable().name == "copy marks"
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert len(desk.marks()) == 2


def test_marks_are_copied_into_a_clause_that_is_marked_already(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("PH")
    desk.select("إذ تعيد")
    desk.type("L")
    desk.caret("تأكيد")
    do(desk, "copy_marks")
    assert [label for label, _ in desk.marks()] == ["preambular", "lead", "heading", "lead"]
    desk.caret("تأكيد")
    do(desk, "copy_marks")
    assert len(desk.marks()) == 4
    assert desk.shown() == desk.spans()


def test_marks_are_copied_to_the_stretch_that_is_selected(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    assert desk.selected() == "وإذ تشير إلى قراراتها السابقة،"
    do(desk, "copy_marks")
    assert [label for label, _ in desk.marks()] == ["preambular", "preambular"]


def test_copying_says_where_there_is_nothing_to_copy(desk):
    do(desk, "copy_marks")
    assert "no clause here" in desk.message()


def test_the_last_act_is_repeated_where_one_is_now(desk):
    do(desk, "repeat")
    assert "Nothing was done yet" in desk.message()
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    do(desk, "repeat")
    assert [label for label, _ in desk.marks()] == ["preambular", "preambular"]
    desk.caret("تعيد")
    do(desk, "delete")
    desk.caret("تشير")
    do(desk, "repeat")
    assert desk.marks() == []


def test_dragged_limits_are_written(desk):
    desk.select("إذ تعيد تأكيد")
    desk.type("P")
    span = desk.spans()[0]
    desk.window.edits.set_limits(span.id, span.start, span.end + len(" التزامها،"))
    assert desk.marks() == [("preambular", "إذ تعيد تأكيد التزامها،")]


def test_a_clause_that_is_chosen_in_the_margin_is_dragged_by_its_own_grips(desk):
    desk.select("وإذ تشير إلى")
    desk.type("P")
    view, (span,) = desk.window.view, desk.spans()
    view.set_selection(0, 0)
    y = view.character_box(span.start + 1).center().toPoint().y()
    QTest.mouseClick(view.viewport(), LEFT, NONE, QPoint(view.viewport().width() - 8, y))
    assert desk.selected() == "وإذ تشير إلى"
    grips = view._handles.grips()
    assert [grip.span and grip.span.id for grip in grips] == [span.id, span.id]
    knob = next(grip.knob.center().toPoint() for grip in grips if not grip.at_start)
    wanted = view.character_box(desk.session.text.index("قراراتها") + 7).center().toPoint()
    QTest.mousePress(view.viewport(), LEFT, NONE, knob)
    for point in ((knob + wanted) / 2, wanted):
        where = QPointF(point)
        moved = QMouseEvent(QMouseEvent.Type.MouseMove, where, view.viewport().mapToGlobal(where), LEFT, LEFT, NONE)
        QApplication.sendEvent(view.viewport(), moved)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, wanted)
    assert desk.marks() == [("preambular", "وإذ تشير إلى قراراتها")]
    assert {grip.span and grip.span.id for grip in view._handles.grips()} == {span.id}
