"""What a screen reader is told of the text view, asked as Qt's bridges ask: through QAccessible, in this process."""

import gc
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleTextCursorEvent,
    QAccessibleTextSelectionEvent,
    QAccessibleTextUpdateEvent,
)
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from gui.text_view import accessible
from gui.text_view.accessible import LONGEST_SAID, Accessibility, install
from gui.text_view.view import TextView
from model.annotation.layers import Scheme
from model.annotation.values import Span
from tests.gui.text_view.conftest import clause, clauses_of, mark

ROOT = Path(__file__).resolve().parents[3]
TEXT = "قرار 😀 أول، وإذ تشير إلى قرارها 59/187، 1 - تطلب إلى الأمين العام ما يلي: (أ) كتاب؛ (ب) قلم؛ الجلسة العامة"
OPENINGS = ("قرار", "وإذ", "1 - تطلب", "(أ)", "(ب)", "الجلسة")
NAMES = {"operative": "فقرة منطوق", "preambular": "ديباجة", "subclause": "بند", "title": "عنوان"}
Text = QAccessible.Text


def unit(offset: int) -> int:
    """A code point's offset in UTF-16 units of the text."""
    return len(TEXT[:offset].encode("utf-16-le")) // 2


def spans():
    title, preambular, operative, first, second, _ = clauses_of(TEXT, *OPENINGS)
    return [
        clause(*title.limits, "title"),
        clause(*preambular.limits, "preambular"),
        clause(operative.start, second.end, number="1", name="operative"),
        clause(*first.limits, "subclause", number="أ", depth=1),
        clause(*second.limits, "subclause", number="ب", depth=1),
        mark(preambular.start, preambular.start + 3),
    ]


@pytest.fixture
def view(make_view: Callable[..., TextView]) -> TextView:
    result = make_view("", 700, 500)
    install(result, lambda span: NAMES.get(span.label, span.label))
    result.setAccessibleName("نص القرار")
    result.set_document(TEXT, spans(), result._scheme)
    QApplication.processEvents()
    return result


@pytest.fixture
def interface(view: TextView):
    return QAccessible.queryAccessibleInterface(view)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[QAccessibleEvent]]:
    """The events sent while assistive technology is there."""
    events: list[QAccessibleEvent] = []
    monkeypatch.setattr(accessible, "send", events.append)
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield events
    QAccessible.setActive(before)


def of(kind: type, events: list[QAccessibleEvent]) -> list:
    return [event for event in events if type(event) is kind]


def test_name_role_and_state(view: TextView, interface) -> None:
    assert interface.role() == QAccessible.Role.EditableText
    assert interface.text(Text.Name) == "نص القرار"
    assert interface.object() is view
    state = interface.state()
    assert (state.readOnly, state.multiLine, state.selectableText, state.focusable) == (1, 1, 1, 1)
    assert not state.editable
    assert interface.isValid()
    assert QAccessible.queryAccessibleInterface(view) is interface


def test_the_paragraph_at_the_caret_is_its_value_and_its_label_its_description(view: TextView, interface) -> None:
    view.set_selection(TEXT.index("كتاب"), TEXT.index("كتاب"))
    assert interface.text(Text.Value) == "(أ) كتاب؛"
    assert interface.text(Text.Description) == "بند أ"
    view.set_selection(len(TEXT), len(TEXT))
    assert interface.text(Text.Value) == "الجلسة العامة"
    assert interface.text(Text.Description) == ""


def test_the_whole_text_with_a_line_a_paragraph(interface) -> None:
    text = interface.textInterface()
    assert text.characterCount() == unit(len(TEXT))
    whole = text.text(0, text.characterCount())
    assert whole.replace("\n", " ") == TEXT
    assert [line.split(" ")[0] for line in whole.split("\n")] == ["قرار", "وإذ", "1", "(أ)", "(ب)", "الجلسة"]
    assert text.text(0, -1) == whole
    place = TEXT.index("59/187")
    assert text.text(unit(place), unit(place + 6)) == "59/187"
    assert text.text(5, 7) == "😀"
    assert (text.text(99_999, 5), text.text(7, 3)) == ("", "")


def test_the_caret_in_utf16(view: TextView, interface) -> None:
    text = interface.textInterface()
    place = TEXT.index("59/187")
    view.set_selection(place, place)
    assert text.cursorPosition() == unit(place) == place + 1
    text.setCursorPosition(unit(3))
    assert (view.caret(), view.selection()) == (3, (3, 3))
    text.setCursorPosition(-1)
    assert view.caret() == len(TEXT)


def test_selecting(view: TextView, interface) -> None:
    text = interface.textInterface()
    place = TEXT.index("59/187")
    text.setSelection(0, unit(place), unit(place + 6))
    assert view.selection() == (place, place + 6)
    assert text.selectionCount() == 0  # its limits could not be told
    text.addSelection(0, unit(4))
    assert view.selection() == (0, 4)
    text.removeSelection(0)
    assert view.selection() == (4, 4)


def test_places_of_characters(view: TextView, interface) -> None:
    text = interface.textInterface()
    for offset in (0, 7, TEXT.index("59/187"), TEXT.index("كتاب"), len(TEXT) - 1):
        rectangle = text.characterRect(unit(offset))
        box = view.character_box(offset)
        assert box is not None
        assert rectangle.topLeft() == view.viewport().mapToGlobal(box.topLeft().toPoint())
        assert text.offsetAtPoint(rectangle.center()) == unit(offset)
    assert text.offsetAtPoint(view.viewport().mapToGlobal(QPoint(-5, 5))) == -1


def test_what_is_off_the_screen_is_scrolled_to(make_view: Callable[..., TextView]) -> None:
    text = "\n".join(f"{number} - تقرر أن تبقي المسألة قيد نظرها." for number in range(200))
    view = make_view("", 500, 300)
    install(view)
    view.set_document(text, [], view._scheme)
    interface = QAccessible.queryAccessibleInterface(view)
    told = interface.textInterface()
    place = text.index("150 -")
    assert told.characterRect(place).isEmpty()
    assert interface.child(150).rect().isEmpty()
    assert interface.child(150).state().offscreen
    told.scrollToSubstring(place, place + 3)
    assert not told.characterRect(place).isEmpty()
    assert not interface.child(150).state().offscreen
    seen = interface.child(150).rect()
    assert seen.contains(told.characterRect(place).center())


def test_clause_by_clause(view: TextView, interface) -> None:
    assert interface.childCount() == 6
    children = [interface.child(number) for number in range(6)]
    assert [child.text(Text.Name) for child in children] == [
        "عنوان", "ديباجة", "فقرة منطوق 1", "بند أ", "بند ب", "الجلسة العامة"
    ]  # fmt: skip
    assert {child.role() for child in children} == {QAccessible.Role.Paragraph}
    assert children[2].text(Text.Value) == "1 - تطلب إلى الأمين العام ما يلي:"
    assert children[2].textInterface().text(0, 4) == "1 - "
    assert [interface.indexOfChild(child) for child in children] == list(range(6))
    assert all(child.parent() is interface for child in children)
    assert interface.child(1) is children[1]
    assert interface.child(6) is None
    assert interface.child(-1) is None
    assert all(child.isValid() and child.childCount() == 0 and child.object() is None for child in children)
    assert children[0].text(Text.Help) == ""
    whole = interface.rect()
    assert all(whole.contains(child.rect()) for child in children)
    tops = [child.rect().top() for child in children]
    assert tops == sorted(set(tops))


def test_the_text_of_a_clause_counts_from_its_start(view: TextView, interface) -> None:
    text = interface.child(1).textInterface()
    start = TEXT.index("وإذ")
    assert text.characterCount() == len("وإذ تشير إلى قرارها 59/187، ")
    assert text.text(0, 3) == "وإذ"
    assert text.text(0, -1) == "وإذ تشير إلى قرارها 59/187،\n"
    view.set_selection(start + 4, start + 4)
    assert text.cursorPosition() == 4
    assert interface.child(3).textInterface().cursorPosition() == -1
    rectangle = text.characterRect(5)
    assert rectangle == interface.textInterface().characterRect(unit(start + 5))
    assert text.offsetAtPoint(rectangle.center()) == 5
    assert interface.child(3).textInterface().offsetAtPoint(rectangle.center()) == -1
    text.setCursorPosition(2)
    assert view.caret() == start + 2


def test_what_is_at_a_point(view: TextView, interface) -> None:
    for number in range(6):
        child = interface.child(number)
        place = child.textInterface().characterRect(1).center()
        assert interface.childAt(place.x(), place.y()) is child
    assert interface.childAt(-500, -500) is None


def test_taking_the_focus(qtbot, view: TextView, interface) -> None:
    view.clearFocus()
    actions = interface.actionInterface()
    assert actions.actionNames() == [QAccessibleActionInterface.setFocusAction()]
    actions.doAction(QAccessibleActionInterface.setFocusAction())
    assert view.hasFocus()
    interface.child(3).actionInterface().doAction(QAccessibleActionInterface.setFocusAction())
    assert view.caret() == TEXT.index("(أ)")
    actions.doAction("nothing")
    assert actions.keyBindingsForAction("SetFocus") == []


def test_marking_changes_the_clauses(view: TextView, interface, told) -> None:
    kept, gone = interface.child(1), interface.child(3)
    view.replace_spans(["subclause-{}-{}".format(*spans()[3].limits)], [])
    view.findChild(Accessibility).clauses_changed()
    assert kept.isValid()
    assert interface.childCount() == 5
    assert [event.type() for event in told] == [QAccessible.Event.ObjectReorder]
    assert interface.child(2).text(Text.Name) == "فقرة منطوق 1"
    assert isValid(kept)
    assert not isValid(gone)  # Qt keeps nothing of what is displayed no more


def test_another_label_is_said_at_once(view: TextView, interface) -> None:
    first = interface.child(0)
    title = spans()[0]
    view.replace_spans([title.id], [clause(*title.limits, "operative", number="7")])
    assert first.text(Text.Name) == "فقرة منطوق 7"


def test_caret_selection_and_clause_are_told_while_someone_listens(qtbot, view: TextView, told) -> None:
    place = TEXT.index("59/187")
    view.set_selection(place, place)
    assert [event.cursorPosition() for event in of(QAccessibleTextCursorEvent, told)] == [unit(place)]
    assert of(QAccessibleTextSelectionEvent, told) == []
    assert [event.message() for event in of(QAccessibleAnnouncementEvent, told)] == ["ديباجة"]
    told.clear()
    view.set_selection(place + 2, place + 2)
    assert of(QAccessibleAnnouncementEvent, told) == []  # in the same clause
    view.set_selection(place, place + 6)
    (selected,) = of(QAccessibleTextSelectionEvent, told)
    assert (selected.selectionStart(), selected.selectionEnd()) == (unit(place), unit(place + 6))
    qtbot.waitUntil(lambda: bool(of(QAccessibleAnnouncementEvent, told)))
    assert "59/187" in of(QAccessibleAnnouncementEvent, told)[0].message()
    told.clear()
    view.set_selection(place, place)
    assert len(of(QAccessibleTextSelectionEvent, told)) == 1
    qtbot.waitUntil(lambda: bool(of(QAccessibleAnnouncementEvent, told)))
    place = TEXT.index("(ب)")
    told.clear()
    view.set_selection(place, place)
    assert [event.message() for event in of(QAccessibleAnnouncementEvent, told)] == ["بند ب"]


def test_a_long_selection_is_said_in_part(qtbot, view: TextView, told) -> None:
    long = "كلمة " * 500
    view.set_document(long, [], view._scheme)
    view.select_all()
    qtbot.waitUntil(lambda: bool(of(QAccessibleAnnouncementEvent, told)))
    assert len(of(QAccessibleAnnouncementEvent, told)[0].message()) < LONGEST_SAID + 20


def test_another_text_is_told(view: TextView, interface, told) -> None:
    child = interface.child(0)
    view.set_document("نص آخر", [], view._scheme)
    (update,) = of(QAccessibleTextUpdateEvent, told)
    assert (update.textRemoved(), update.textInserted(), update.changePosition()) == (TEXT, "نص آخر", 0)
    assert QAccessible.Event.ObjectReorder in [event.type() for event in told]
    assert interface.childCount() == 1
    assert interface.textInterface().text(0, -1) == "نص آخر"
    assert interface.child(0) is not child
    view.clear()
    assert (interface.childCount(), interface.textInterface().characterCount()) == (0, 0)
    assert interface.textInterface().text(0, 5) == ""
    assert interface.text(Text.Value) == ""
    assert interface.textInterface().offsetAtPoint(QPoint(0, 0)) == -1


def test_nothing_is_told_while_nobody_listens(monkeypatch: pytest.MonkeyPatch, view: TextView) -> None:
    events: list[QAccessibleEvent] = []
    monkeypatch.setattr(accessible, "send", events.append)
    assert not QAccessible.isActive()
    view.set_selection(5, 20)
    view.set_document("نص آخر", [], view._scheme)
    view.findChild(Accessibility).clauses_changed()
    assert events == []


def test_events_go_through_qt(view: TextView) -> None:
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    try:
        for offset in range(0, len(TEXT), 5):
            view.set_selection(offset, offset)
            view.set_selection(offset, min(len(TEXT), offset + 9))
        view.set_document(TEXT * 2, [], view._scheme)
        view.findChild(Accessibility).clauses_changed()
    finally:
        QAccessible.setActive(before)


def test_other_widgets_are_left_to_qt(qtbot, view: TextView) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.setAccessibleName("other")
    assert QAccessible.queryAccessibleInterface(other).text(Text.Name) == "other"
    bare = TextView()
    qtbot.addWidget(bare)
    assert QAccessible.queryAccessibleInterface(bare).textInterface() is None


def test_views_come_and_go(qapp: QApplication, scheme: Scheme) -> None:
    """Interfaces asked for, kept, ended by Qt or outliving their view: nothing crashes, no view stays."""
    names: list[ref] = []
    known = {id(view) for view in accessible._accessibility}  # of windows that other tests have not let go yet
    for turn in range(60):
        view = TextView()

        def name_of(span: Span, turn: int = turn) -> str:
            return f"{span.label} {turn}"

        names.append(ref(name_of))
        install(view, name_of)
        del name_of
        view.resize(400, 300)
        view.set_document(TEXT, spans(), scheme)
        interface = QAccessible.queryAccessibleInterface(view)
        children = [interface.child(number) for number in range(interface.childCount())]
        texts = [interface.textInterface(), *(child.textInterface() for child in children)]
        assert all(text.text(0, 3) for text in texts)
        if turn % 3 == 0:
            view.set_document("نص", [], scheme)
        elif turn % 3 == 1:
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(children[0]))
        view.deleteLater()
        del view
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if turn % 4 == 0:  # what still has one of them asks on, and hears that nothing is there
            assert texts[0].text(0, 10) == ""
            assert (texts[0].characterCount(), texts[0].cursorPosition()) == (0, -1)
            assert texts[0].characterRect(0) == QRect()
            texts[0].setCursorPosition(3)
            texts[0].setSelection(0, 1, 2)
            texts[0].removeSelection(0)
            texts[0].scrollToSubstring(0, 1)
        del interface, children, texts
        if turn % 10 == 0:
            gc.collect()
    gc.collect()
    assert not [name for name in names if name() is not None]
    assert {id(view) for view in accessible._accessibility} <= known


def test_the_interpreter_ends_in_peace() -> None:
    program = """
import sys
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
from gui.text_view.accessible import install
from gui.text_view.view import TextView
from model.annotation.layers import read_scheme
window = QMainWindow()
view = TextView(window)
install(view)
window.setCentralWidget(view)
window.show()
QAccessible.setActive(True)
view.set_document("نص أول\\nنص ثان\\n" * 50, [], read_scheme())
interface = QAccessible.queryAccessibleInterface(view)
kept = [interface.child(number) for number in range(interface.childCount())]
print(len(kept), kept[1].textInterface().text(0, 2))
loose = TextView()
install(loose)
print(QAccessible.queryAccessibleInterface(loose).childCount())
"""
    for end in ("", "view.deleteLater(); application.processEvents()", "del application", "sys.exit(0)"):
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", program + end],
            cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert (done.returncode, done.stdout) == (0, "100 نص\n0\n"), (end, done.stderr)
