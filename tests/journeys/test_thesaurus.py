"""A librarian's way: a thesaurus comes in, terms are looked up and assigned, text is attached, what is left free is
merged, and the report of the indexing leads back to the documents; all of it with the keyboard, and undone at the end.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from gui.dialogs.vocabulary_import_dialog import VocabularyChoice
from model.annotation import documents
from model.annotation.values import Origin
from model.project import Project
from model.vocabulary import assignments, concepts
from tests.gui.conftest import RESOLUTION, Desk
from tests.open_window import open_window

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NOTHING = Qt.KeyboardModifier.NoModifier
TABLE = """id,English,Arabic,UF English,BT,Scope note
1,REPORTS,التقارير,,,
2,PROGRESS REPORTS,التقارير المرحلية,STATUS REPORTS,1,Reports on how far a work is
3,RESOLUTIONS,القرارات,,,
4,GENERAL ASSEMBLY,الجمعية العامة,UNGA,,
"""
HEADER = ("General  Assembly", "Resolution", "Something else")


@pytest.fixture
def desk(qtbot, tmp_path: Path) -> Iterator[Desk]:
    project = Project.create(tmp_path / "desk.qarar", "Amal")
    with project.operation("import") as writing:
        first = documents.add(writing, "A_RES_59_187", RESOLUTION)
        second = documents.add(writing, "A_RES_60_1", "قرار آخر، وإذ تشير إلى غيره، 1 - تقرر شيئا.")
        for term in HEADER:
            made = concepts.add(writing, term, "en")
            assignments.assign(writing, first, made.id, term=term, origin=Origin("import"))
    with open_window("Amal") as window:
        window.session.set_project(project)
        window.session.set_document(first)
        window.focus_text()
        window.activateWindow()
        qtbot.waitActive(window)
        yield Desk(window, project, first, second)


def press(desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier = NOTHING, text: str = "", to=None) -> None:
    """A key goes down and up where the keyboard is; those of the window's actions reach these, unless it goes ``to`` a
    list, which hears its keys before any shortcut.
    """
    for action in desk.window.actions() if to is None and modifiers != NOTHING else ():
        if (key, modifiers) in [(each[0].key(), each[0].keyboardModifiers()) for each in action.shortcuts()]:
            action.trigger()
            return
    target = to or QApplication.focusWidget()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(target, QKeyEvent(kind, int(key), modifiers, text))


def write(desk: Desk, letters: str) -> None:
    for letter in letters:
        press(desk, Qt.Key.Key_unknown, text=letter)


def labels(desk: Desk) -> list[str]:
    found = desk.project.assignments(desk.first)
    return [desk.project.concept(each.concept).label("en") for each in found]


def test_a_thesaurus_is_worked_with(desk, tmp_path, qtbot, monkeypatch):
    window, project = desk.window, desk.project
    table = tmp_path / "terms.csv"
    table.write_text(TABLE, "utf-8")
    reports = []
    monkeypatch.setattr(window.vocabularies, "ask_import", lambda _: VocabularyChoice(table))
    monkeypatch.setattr(window.vocabularies, "show_report", reports.append)
    window.act("import_vocabulary")()
    assert reports[0].summary == "4 new term(s). 1 free term(s) matched. 2 term(s) stay free."
    assert labels(desk) == ["GENERAL ASSEMBLY", "Resolution", "Something else"]

    # Looked up in the thesaurus, and assigned from there.
    press(desk, Qt.Key.Key_T, CONTROL)
    write(desk, "status")
    assert "Reports on how far a work is" in window.thesaurus.card.toPlainText()
    press(desk, Qt.Key.Key_Return)
    assert labels(desk)[-1] == "PROGRESS REPORTS"
    press(desk, Qt.Key.Key_Escape)
    assert window.thesaurus.tree.currentIndex().parent().data() == "REPORTS"
    press(desk, Qt.Key.Key_Escape)
    assert window.view.hasFocus()

    # Text is attached to what was assigned last, and shown.
    desk.select("أن يعد تقريرا")
    press(desk, Qt.Key.Key_E, CONTROL | SHIFT)
    start = RESOLUTION.index("أن يعد تقريرا")
    assert window.view._shown.evidence == ((start, start + len("أن يعد تقريرا")),)

    # Typed beside the text; first in order, and major.
    press(desk, Qt.Key.Key_D, CONTROL)
    write(desk, "قرارات")
    press(desk, Qt.Key.Key_Return)
    assert labels(desk)[-1] == "RESOLUTIONS"
    assert window.view._shown.evidence == ()
    press(desk, Qt.Key.Key_Down)
    for _ in range(4):
        press(desk, Qt.Key.Key_Up, ALT, to=window.descriptors.view)
    press(desk, Qt.Key.Key_Space, to=window.descriptors.view)
    first = project.assignments(desk.first)[0]
    assert (labels(desk)[0], first.major) == ("RESOLUTIONS", True)

    # From the list to its card.
    window.descriptors.view.setFocus()
    press(desk, Qt.Key.Key_T, CONTROL)
    assert window.thesaurus.concept == first.concept

    # What stayed free becomes the term that was meant; a document has that once.
    window.act("free_terms")()
    free = window.companions._free_terms
    qtbot.waitUntil(lambda: free.model.rowCount() == 2)
    free.table.selectRow(0)
    assert free.current().concept.label("en") == "Resolution"
    press(desk, Qt.Key.Key_Return, to=free.table)
    assert labels(desk).count("RESOLUTIONS") == 1
    assert "Resolution" not in labels(desk)
    free.close()

    # How all of it is indexed; from a row to its document.
    window.act("consistency")()
    report = window.companions._consistency
    qtbot.waitUntil(lambda: not report.is_looking)
    titles = [report.pages.titles.item(row).text() for row in range(report.pages.titles.count())]
    report.pages.titles.setCurrentRow(titles.index("No descriptors yet"))
    press(desk, Qt.Key.Key_Return, to=report.pages.table)
    assert window.session.document == desk.second
    report.close()

    # As it was.
    window.session.set_document(desk.first)
    while (record := project.undoable()) is not None and record.name != "import":
        project.undo()
    assert labels(desk) == list(HEADER)
    assert len(project.vocabularies()) == 1
