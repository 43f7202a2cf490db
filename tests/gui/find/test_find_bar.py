"""Find in the document: typing selects the first hit from the caret, keys go on, and the text shows them all."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from gui.find.find_bar import FindableText, FindBar
from gui.session.session import Session
from gui.text_view.view import TextView
from model.annotation import documents
from model.project import Project

TEXT = "قرار أول، ثم القرار الثاني، ثم قـــرارٌ ثالث. وبعده نص طويل " + "كلام " * 900 + "قرار أخير."


@dataclass
class Desk:
    session: Session
    view: TextView
    bar: FindBar
    first: str
    second: str

    def type(self, text: str) -> None:
        self.bar.query_line.line.setText(text)

    def press(self, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        QCoreApplication.sendEvent(self.bar.query_line.line, QKeyEvent(QEvent.Type.KeyPress, int(key), modifiers))

    def selected(self) -> str:
        start, end = self.view.selection()
        return self.view.page.text[start:end]

    def count(self) -> str:
        return self.bar.count.text().replace("\u2066", "").replace("\u2069", "")


@pytest.fixture
def desk(qtbot, tmp_path: Path) -> Iterator[Desk]:
    project = Project.create(tmp_path / "desk.qarar", "Sara")
    with project.operation("import") as writing:
        first = documents.add(writing, "A", TEXT)
        second = documents.add(writing, "B", "نص آخر فيه قرار واحد")
    session = Session()
    session.set_language("en")
    view = TextView()
    bar = FindBar(session, view)
    whole = FindableText(bar, view)
    qtbot.addWidget(whole)
    whole.resize(700, 500)
    whole.show()

    def show(document: str | None) -> None:
        if document is None:
            view.clear()
        else:
            view.set_document(session.text, session.spans, project.scheme)

    session.document_changed.connect(show)
    session.set_project(project)
    session.set_document(first)
    yield Desk(session, view, bar, first, second)
    session.set_project(None)


def test_the_bar_is_away_until_it_is_asked_for(desk):
    assert desk.bar.isHidden()
    desk.bar.open_bar()
    assert desk.bar.isVisible()


def test_typing_selects_the_first_hit_from_the_caret(desk):
    start = TEXT.index("الثاني")
    desk.view.set_selection(start, start)
    desk.bar.open_bar()
    desk.type("ق")
    desk.type("قرار")
    assert desk.selected() == "قـــرار\u064c"
    assert desk.count() == "3 of 4"


def test_all_hits_are_shown_in_the_text_with_the_current_one(desk):
    desk.bar.open_bar()
    desk.type("قرار")
    hits = desk.view._shown.hits
    shown = [TEXT[start:end] for start, end in zip(hits.starts, hits.ends, strict=True)]
    assert shown == ["قرار", "قرار", "قـــرار", "قرار"]
    assert hits.current == 0


def test_keys_go_to_the_next_and_the_one_before_and_around(desk):
    desk.bar.open_bar()
    desk.type("قرار")
    seen = []
    for modifiers in (Qt.KeyboardModifier.NoModifier,) * 4 + (Qt.KeyboardModifier.ShiftModifier,) * 2:
        desk.press(Qt.Key.Key_Return, modifiers)
        seen.append(desk.count())
    assert seen == ["2 of 4", "3 of 4", "4 of 4", "1 of 4", "4 of 4", "3 of 4"]


def test_the_current_hit_is_scrolled_into_sight(desk):
    desk.bar.open_bar()
    desk.type("قرار")
    desk.bar.step(False)
    assert desk.count() == "4 of 4"
    assert desk.view.character_box(TEXT.rindex("قرار")) is not None


def test_stepping_starts_from_where_one_has_clicked(desk):
    desk.bar.open_bar()
    desk.type("قرار")
    middle = TEXT.index("ثالث")
    desk.view.set_selection(middle, middle)
    assert desk.count() == "4 hit(s)"
    assert desk.view._shown.hits.current is None
    desk.bar.step(False)
    assert desk.count() == "3 of 4"


def test_a_hit_that_is_selected_by_hand_is_the_current_one(desk):
    desk.bar.open_bar()
    desk.type("قرار")
    start = TEXT.index("القرار") + 2
    desk.view.set_selection(start, start + 4)
    assert desk.count() == "2 of 4"
    start = TEXT.index("قـ")
    desk.view.set_selection(start, start + 7)  # and the vowel mark behind it, which no caret can leave out
    assert (desk.selected(), desk.count()) == ("قـــرار\u064c", "3 of 4")


def test_escape_leaves_the_hit_selected_and_takes_the_others_away(desk):
    desk.bar.open_bar()
    desk.type("الثاني")
    desk.press(Qt.Key.Key_Escape)
    assert desk.bar.isHidden()
    assert len(desk.view._shown.hits) == 0
    assert desk.selected() == "الثاني"


def test_a_selection_is_the_query_and_stays_selected(desk):
    start = TEXT.index("القرار")
    desk.view.set_selection(start, start + 6)
    desk.bar.open_bar()
    assert desk.bar.query_line.line.text() == "القرار"
    assert (desk.selected(), desk.count()) == ("القرار", "1 of 1")


def test_opened_again_it_has_the_last_query_and_moves_nothing(desk):
    desk.bar.open_bar()
    desk.type("الثاني")
    desk.press(Qt.Key.Key_Escape)
    desk.view.set_selection(2, 2)
    desk.bar.open_bar()
    assert desk.view.selection() == (2, 2)
    assert (desk.bar.query_line.line.selectedText(), desk.count()) == ("الثاني", "1 hit(s)")


def test_a_key_for_the_next_hit_opens_the_bar_with_the_last_query(desk):
    desk.bar.open_bar()
    desk.type("قرار")
    desk.press(Qt.Key.Key_Escape)
    desk.bar.step(True)
    assert (desk.bar.isVisible(), desk.count()) == (True, "2 of 4")


def test_hits_follow_to_another_document_and_the_selection_stays_there(desk):
    desk.bar.open_bar()
    desk.type("قرار")
    desk.session.set_document(desk.second)
    assert (len(desk.view._shown.hits), desk.count()) == (1, "1 hit(s)")
    assert desk.view.selection() == (0, 0)
    desk.session.set_document(None)
    assert desk.count() == "No hits"


def test_a_wrong_expression_is_told_in_one_line(desk):
    desk.bar.open_bar()
    desk.bar.query_line.regex.setChecked(True)
    desk.type("قرار")
    qt_hits = len(desk.bar.ranges)
    desk.type("(قرار")
    assert desk.bar.note.isVisible()
    assert "(قرار" in desk.bar.note.text()
    assert (len(desk.view._shown.hits), desk.count()) == (0, "")
    desk.type("")
    assert not desk.bar.note.isVisible()
    assert qt_hits == 0  # an expression is looked for beside the window


def test_an_expression_is_found(desk, qtbot):
    desk.bar.open_bar()
    desk.bar.query_line.regex.setChecked(True)
    desk.type(r"قرار \w+")
    qtbot.waitUntil(lambda: len(desk.bar.ranges) > 0)
    assert desk.selected() == "قرار أول"


def test_what_is_found_is_what_the_switches_say(desk):
    desk.bar.open_bar()
    desk.type("قرار")
    desk.bar.query_line.whole_words.setChecked(True)
    assert len(desk.bar.ranges) == 3
    desk.bar.query_line.exact.setChecked(True)
    assert len(desk.bar.ranges) == 2


def test_buttons_can_be_pressed_only_where_there_are_hits(desk):
    desk.bar.open_bar()
    desk.type("غير موجود")
    assert desk.count() == "No hits"
    assert not desk.bar.next_button.isEnabled()
    desk.type("قرار")
    assert desk.bar.next_button.isEnabled()
    desk.bar.next_button.click()
    assert desk.count() == "2 of 4"


def test_every_part_has_a_name(desk):
    parts = (desk.bar, desk.bar.previous_button, desk.bar.next_button, desk.bar.close_button, desk.bar.query_line.line)
    assert all(part.accessibleName() for part in parts)
