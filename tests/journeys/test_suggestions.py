"""An indexer's way: last year's resolution is indexed, this year's opened; descriptors are taken over by one key, what
the text names besides is accepted with its places, one is rejected, and all of it undone, by the keys of the window.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from model.annotation import documents
from model.annotation.metadata import recognise
from model.formats import resolution_text
from model.project import Project
from model.vocabulary import assignments, concepts
from tests.gui.conftest import Desk
from tests.open_window import open_window

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NOTHING = Qt.KeyboardModifier.NoModifier
LAST_YEAR = (
    "قرار اتخذته الجمعية العامة في 8 كانون الأول/ديسمبر 2003 58/3. - صون المخطوطات القديمة إن الجمعية العامة، "
    "إذ تشير إلى أهمية المخطوطات، 1 - تطلب إلى الدول أن تصون المخطوطات القديمة في مكتباتها؛ "
    "2 - تقرر أن تواصل النظر فيها."
)
THIS_YEAR = (
    "قرار اتخذته الجمعية العامة في 20 كانون الأول/ديسمبر 2004 59/4. - صون المخطوطات القديمة والتعاون الدولي "
    "في ترميم الورق إن الجمعية العامة، إذ تشير إلى قرارها 58/3، وإذ تؤكد أهمية المخطوطات، "
    "1 - تطلب إلى الدول أن تصون المخطوطات القديمة في مكتباتها؛ 2 - تدعو إلى التعاون الدولي في ترميم الورق؛ "
    "3 - تقرر أن تواصل النظر فيها."
)


@pytest.fixture
def desk(qtbot, tmp_path: Path) -> Iterator[Desk]:
    project = Project.create(tmp_path / "desk.qarar", "Amal")
    with project.operation("import") as writing:
        before = documents.add(writing, "58_3", LAST_YEAR, recognised=recognise(LAST_YEAR, "58_3"))
        now = documents.add(writing, "59_4", THIS_YEAR, recognised=recognise(THIS_YEAR, "59_4"))
        made = {}
        for english, arabic in (
            ("MANUSCRIPTS", "المخطوطات"),
            ("LIBRARIES", "المكتبات"),
            ("INTERNATIONAL COOPERATION", "التعاون الدولي"),
            ("PAPER", "الورق"),
        ):
            made[english] = concepts.add(writing, english, "en").id
            concepts.add_label(writing, made[english], arabic, "ar", "preferred")
        assignments.assign(writing, before, made["MANUSCRIPTS"])
        assignments.assign(writing, before, made["LIBRARIES"])
    with open_window("Amal") as window:
        window.session.set_project(project)
        window.session.set_document(now)
        window.focus_text()
        window.activateWindow()
        qtbot.waitActive(window)
        yield Desk(window, project, before, now)


def press(desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier = NOTHING) -> None:
    """A key goes down and up where the keyboard is; those of the window's actions reach these."""
    for action in desk.window.actions() if modifiers != NOTHING else ():
        if (key, modifiers) in [(each[0].key(), each[0].keyboardModifiers()) for each in action.shortcuts()]:
            action.trigger()
            return
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(QApplication.focusWidget(), QKeyEvent(kind, int(key), modifiers))


def assigned(desk: Desk) -> list[str]:
    return [desk.project.concept(each.concept).label("en") for each in desk.project.assignments(desk.second)]


def test_a_renewal_is_indexed_by_a_few_keys(qtbot, desk):
    panel = desk.window.suggestions
    press(desk, Qt.Key.Key_L, CONTROL)
    assert desk.window.docks["suggestions"].isVisible()
    qtbot.waitUntil(lambda: panel.is_answered, timeout=20_000)
    assert panel.similar_model.rows[0].name == "A/RES/58/3"

    press(desk, Qt.Key.Key_R, CONTROL)
    assert assigned(desk) == ["MANUSCRIPTS", "LIBRARIES"]
    assert panel.similar_model.rows[0].new == ()

    def place(term: str) -> int:
        return next((n for n, row in enumerate(panel.model.rows) if row.label == term), -1)

    assert place("MANUSCRIPTS") == -1
    panel.view.setCurrentIndex(panel.model.index(place("INTERNATIONAL COOPERATION")))
    places = [(match.start(), match.end()) for match in re.finditer("و?التعاون الدولي", THIS_YEAR)]
    assert list(desk.window.view._shown.evidence) == places
    press(desk, Qt.Key.Key_Return)
    assert assigned(desk) == ["MANUSCRIPTS", "LIBRARIES", "INTERNATIONAL COOPERATION"]
    accepted = desk.project.assignments(desk.second)[-1]
    assert [(each.start, each.end) for each in accepted.evidence] == places

    panel.view.setCurrentIndex(panel.model.index(place("PAPER")))
    press(desk, Qt.Key.Key_Delete)
    assert place("PAPER") == -1
    written = resolution_text.document_bytes(desk.project, desk.second).decode()
    assert written.startswith("%%%MANUSCRIPTS|LIBRARIES|INTERNATIONAL COOPERATION|\n\n")

    for _ in range(3):
        press(desk, Qt.Key.Key_Z, CONTROL)
    assert assigned(desk) == []
    qtbot.waitUntil(lambda: {"MANUSCRIPTS", "PAPER"} <= {row.label for row in panel.model.rows}, timeout=20_000)
    press(desk, Qt.Key.Key_Escape)
    assert desk.window.view.hasFocus()


def test_what_is_sure_is_accepted_from_the_text(qtbot, desk):
    press(desk, Qt.Key.Key_L, CONTROL | SHIFT)
    assert assigned(desk) == []
    panel = desk.window.suggestions
    qtbot.waitUntil(lambda: panel.is_answered, timeout=20_000)
    sure = [row.label for row in panel.model.rows if row.suggestion.assign]
    qtbot.waitUntil(lambda: bool(assigned(desk)), timeout=20_000)
    assert "MANUSCRIPTS" in assigned(desk)
    assert not set(sure) - set(assigned(desk))
