from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.panels.descriptors.entry import SHOWN_AT_MOST, DescriptorEntry
from model.vocabulary import concepts


@pytest.fixture
def placed(qtbot, desk) -> Callable[..., DescriptorEntry]:
    """Makes an entry at the top or the bottom of a window."""
    windows: list[QWidget] = []  # pytest-qt itself does not keep them

    def place(at_bottom: bool, width: int = 500, height: int = 400) -> DescriptorEntry:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        entry = DescriptorEntry(desk.session, window)
        layout = QVBoxLayout(window)
        if at_bottom:
            layout.addStretch(1)
        layout.addWidget(entry)
        if not at_bottom:
            layout.addStretch(1)
        window.resize(width, height)
        window.show()
        return entry

    return place


def _search(entry: DescriptorEntry, text: str) -> None:
    entry.setText(text)
    entry.search()


def test_what_is_found_stands_below_the_box_or_above_it(placed):
    for at_bottom in (False, True):
        entry = placed(at_bottom)
        _search(entry, "human")
        assert entry.found.isVisible()
        assert (entry.found.geometry().bottom() < entry.geometry().top()) == at_bottom
        assert not entry.found.geometry().intersects(entry.geometry())


def test_it_never_reaches_out_of_a_small_window(placed):
    entry = placed(False, 160, 110)
    _search(entry, "human")
    assert entry.window().rect().contains(entry.found.geometry())


def test_many_are_found_and_a_few_shown(placed, desk):
    with desk.project.operation("import") as writing:
        for number in range(80):
            concepts.add(writing, f"TOPIC {number:02}", "en")
    entry = placed(False, 500, 900)
    _search(entry, "topic")
    assert entry.matches.rowCount() == 51  # fifty, and the row that creates the term
    assert entry.found.height() < (SHOWN_AT_MOST + 1) * entry.found.sizeHintForRow(0)


def test_a_screen_reader_hears_which_row_enter_takes(placed):
    entry = placed(False)
    _search(entry, "peace")
    assert "PEACE" in entry.accessibleDescription()
    entry.empty()
    assert entry.accessibleDescription() == ""


def test_the_rows_go_with_the_box(placed):
    entry = placed(False)
    _search(entry, "human")
    entry.hide()
    assert not entry.found.isVisible()
    entry.show()
    _search(entry, "human")
    entry.found.window().close()
    assert not entry.found.isVisible()


def test_nothing_is_looked_for_without_a_project(placed, desk):
    entry = placed(False)
    desk.session.set_project(None)
    _search(entry, "human")
    assert not entry.found.isVisible()


def test_no_row_is_left_of_a_project_that_is_closed(placed, desk):
    entry = placed(False)
    _search(entry, "human")
    assert entry.matches.rowCount() > 1
    desk.session.set_project(None)
    assert entry.matches.rowCount() == 0
    assert not entry.found.isVisible()
