"""The whole line in one window: import, read, mark with keys alone, undo and redo, close, open, export, import,
compare.
"""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from gui.dialogs.export_dialog import ExportChoice
from gui.dialogs.import_dialog import ImportChoice
from gui.main_window import MainWindow
from model.checking import soundness
from model.project import Project
from tests.journeys.seed import TERMS, clauses_of, seed_file
from tests.open_window import open_window

CONTROL = Qt.KeyboardModifier.ControlModifier
NOTHING = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qtbot) -> Iterator[MainWindow]:
    with open_window("Amal") as window:
        yield window


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = NOTHING, text: str = "") -> None:
    """A key goes down and up where the keyboard is. Shortcuts are Qt's own affair: their actions are found by their
    keys.
    """
    for action in window.actions():
        if any(
            sequence[0].key() == key and sequence[0].keyboardModifiers() == modifiers for sequence in action.shortcuts()
        ):
            action.trigger()
            return
    target = QApplication.focusWidget() or window
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(target, QKeyEvent(kind, int(key), modifiers, text))


def type_letters(window: MainWindow, letters: str) -> None:
    for letter in letters:
        key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
        press(window, key, text=letter)


def mark_with_keys(window: MainWindow, clauses: list[tuple[str, int, int]]) -> list[str]:
    """Mark clause after clause as an annotator does; gives the keys that were pressed, by their names in X11."""
    pressed = ["space"]
    press(window, Qt.Key.Key_Space, text=" ")
    for letter, start, end in clauses:
        for _ in range(60):
            selected = window.view.selection()
            if selected == (start, end):
                break
            assert selected[0] == start, (letter, start, selected)
            longer = selected[1] < end
            press(window, Qt.Key.Key_BracketRight if longer else Qt.Key.Key_BracketLeft, text="]" if longer else "[")
            pressed.append("bracketright" if longer else "bracketleft")
        assert window.view.selection() == (start, end)
        type_letters(window, letter)
        pressed.append(letter.lower())
    return pressed


def stored(project: Project, document: str) -> list[tuple[str, int, int]]:
    """The marks of a document as the file has them."""
    keys = {label.id: label.key for label in project.scheme.labels()}
    return [(keys[span.label], span.start, span.end) for span in project.spans(document)]


def test_the_main_line(window, corpus, tmp_path, monkeypatch, qtbot):
    files, session = window.files, window.session
    reports, boxes = [], []
    monkeypatch.setattr(files, "show_report", reports.append)
    monkeypatch.setattr(files, "show_error", lambda title, refusal: boxes.append(str(refusal)))

    monkeypatch.setattr(files, "ask_new_path", lambda: tmp_path / "work.qarar")
    window.actions_["new"].trigger()
    monkeypatch.setattr(files, "ask_import", lambda _: ImportChoice((corpus / "texts", corpus / "seed")))
    window.actions_["import"].trigger()
    assert (reports[0].documents, len(reports[0].of("refused")), len(reports[0].of("double"))) == (1243, 0, 1)

    found = session.project.find_document(seed_file(corpus).stem)
    session.set_document(found.id)
    window.focus_text()
    qtbot.waitUntil(window.view.hasFocus)
    text = session.project.text(found.id)
    clauses = list(clauses_of(text))
    assert Counter(letter for letter, _, _ in clauses) == {"A": 1, "S": 1, "T": 1, "E": 1, "P": 9, "O": 10, "C": 1}
    mark_with_keys(window, clauses)
    assert stored(session.project, found.id) == clauses

    before = len(session.project.assignments(found.id))
    press(window, Qt.Key.Key_D, CONTROL)
    for term in TERMS:
        type_letters(window, term)
        press(window, Qt.Key.Key_Return, text="\r")
    press(window, Qt.Key.Key_Escape)
    labels = [session.project.concept(each.concept).label("en") for each in session.project.assignments(found.id)]
    assert [label.lower() for label in labels[before:]] == [term.lower() for term in TERMS]

    marked = (session.project.spans(found.id), session.project.assignments(found.id))
    for _ in range(5):
        press(window, Qt.Key.Key_Z, CONTROL)
    assert (session.project.spans(found.id), session.project.assignments(found.id)) != marked
    for _ in range(5):
        press(window, Qt.Key.Key_Y, CONTROL)
    assert (session.project.spans(found.id), session.project.assignments(found.id)) == marked

    files.open(tmp_path / "work.qarar")
    assert (session.project.spans(found.id), session.project.assignments(found.id)) == marked
    assert session.project.undoable() is not None
    assert list(soundness.problems(session.project.tables)) == []

    first, second = tmp_path / "first.json", tmp_path / "second.json"
    monkeypatch.setattr(files, "ask_export", lambda: ExportChoice("project-json", first))
    window.actions_["export"].trigger()
    monkeypatch.setattr(files, "ask_new_path", lambda: tmp_path / "again.qarar")
    window.actions_["new"].trigger()
    monkeypatch.setattr(files, "ask_import", lambda _: ImportChoice((first,)))
    window.actions_["import"].trigger()
    assert (session.project.spans(found.id), session.project.assignments(found.id)) == marked
    monkeypatch.setattr(files, "ask_export", lambda: ExportChoice("project-json", second))
    window.actions_["export"].trigger()
    assert first.read_bytes() == second.read_bytes()
    assert boxes == []
