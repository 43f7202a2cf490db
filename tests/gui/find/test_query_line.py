"""The line of a query: its switches, its keys, and what is offered to it."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from gui.find.query_line import LONGEST_OFFERED, QueryLine, refused
from model.errors import UserError
from model.search.matching import Matcher
from model.search.query import Query


@pytest.fixture
def line(qtbot):
    line = QueryLine(whole_words=True)
    qtbot.addWidget(line)
    return line


def press(line: QueryLine, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QCoreApplication.sendEvent(line.line, QKeyEvent(QEvent.Type.KeyPress, int(key), modifiers))


def test_the_query_is_what_the_switches_say(line):
    line.line.setText("قرار")
    line.exact.setChecked(True)
    assert line.query("operative") == Query("قرار", whole_words=True, exact=True, regex=False, label="operative")


def test_every_switch_tells_that_the_query_is_another_one(line, qtbot):
    for switch in (line.whole_words, line.exact, line.regex):
        with qtbot.waitSignal(line.edited, timeout=1000):
            switch.click()


def test_another_query_is_told_once(line):
    told = []
    line.edited.connect(lambda: told.append(line.query()))
    wanted = Query("x+", whole_words=False, exact=True, regex=True)
    line.set_query(wanted)
    line.set_query(wanted)
    assert told == [wanted]


def test_keys_say_what_is_wanted(line):
    told: list[object] = []
    line.entered.connect(told.append)
    line.escaped.connect(lambda: told.append("escaped"))
    line.down_requested.connect(lambda: told.append("down"))
    press(line, Qt.Key.Key_Return)
    press(line, Qt.Key.Key_Enter, Qt.KeyboardModifier.ShiftModifier)
    press(line, Qt.Key.Key_Escape)
    press(line, Qt.Key.Key_Down)
    assert told == [True, False, "escaped", "down"]


def test_a_short_selection_is_offered_as_words_not_as_an_expression(line):
    line.regex.setChecked(True)
    line.offer(" (أ) ")
    assert line.query() == Query("(أ)", whole_words=True)
    assert line.line.selectedText() == "(أ)"


@pytest.mark.parametrize("selected", ["", "ا" * (LONGEST_OFFERED + 1), "سطر\nآخر"])
def test_nothing_else_is_offered(line, selected):
    line.line.setText("كلمة")
    line.offer(selected)
    assert line.line.text() == "كلمة"


def test_every_switch_has_a_name(line):
    names = [switch.accessibleName() for switch in (line.whole_words, line.exact, line.regex)]
    assert names == ["Whole words", "Exact spelling", "Regular expression"]


def test_why_an_expression_is_refused_is_read_in_the_windows_direction(qapp):
    with pytest.raises(UserError) as caught:
        Matcher(Query("(حق", regex=True))
    told = refused(caught.value, "en")
    assert told.startswith("\u200e“\u2068(حق\u2069” is no regular expression (\u2068missing )")
    assert told.endswith("\u2069).")
