"""The bidi inspector in use: what it shows of a selection, of a caret, and what it does not do while it is hidden."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.item_models.bidi_characters import MOST_COPIED, Column
from gui.panels.bidi.panel import BidiInspector
from gui.text_view.geometry import Hit
from gui.text_view.view import TextView
from model.annotation import documents
from tests.gui.panels.conftest import TEXT

HALF = TEXT.index("1 - ")


class Layout:
    """Two blocks of lines of 20 characters, and how often they were asked for."""

    def __init__(self) -> None:
        self.asked = 0
        self.length = len(TEXT)

    def block_of(self, offset: int) -> tuple[int, int]:
        self.asked += 1
        return (0, HALF) if offset < HALF else (HALF, self.length)

    def line_of(self, offset: int) -> tuple[int, int]:
        self.asked += 1
        start, end = (0, HALF) if offset < HALF else (HALF, self.length)
        first = start + (offset - start) // 20 * 20
        return first, min(end, first + 20)


@pytest.fixture
def layout() -> Layout:
    return Layout()


@pytest.fixture
def inspector(qtbot, desk, layout) -> BidiInspector:
    panel = BidiInspector(desk.session, layout.block_of, line_of=layout.line_of)
    qtbot.addWidget(panel)
    panel.resize(420, 500)
    panel.show()
    desk.session.selection_changed.connect(lambda *_: panel.catch_up())
    return panel


def column(panel: BidiInspector, which: Column) -> list[str]:
    return [panel.model.value(row, which) for row in range(panel.model.rowCount())]


def test_the_selection_is_shown(inspector, desk):
    desk.session.set_selection(HALF, HALF + 8)
    assert column(inspector, Column.CODE) == [f"U+{ord(each):04X}" for each in TEXT[HALF : HALF + 8]]
    assert column(inspector, Column.OFFSET)[0] == str(HALF)
    assert column(inspector, Column.LEVEL) == ["2"] + ["1"] * 7
    assert "8" in inspector.summary.text()


def test_with_only_a_caret_its_line_is_shown_and_the_character_behind_it_is_current(inspector, desk):
    desk.session.set_selection(25, 25)
    assert inspector.model.limits == (20, 40)
    assert inspector.table.currentIndex().row() == 5
    reset = []
    inspector.model.modelReset.connect(lambda: reset.append(1))
    desk.session.set_selection(30, 30)
    assert (inspector.table.currentIndex().row(), reset) == (10, [])
    desk.session.set_selection(len(TEXT), len(TEXT))
    assert inspector.model.limits[1] == len(TEXT)
    assert inspector.table.currentIndex().row() == inspector.model.rowCount() - 1


def test_what_it_tells_is_what_the_text_view_paints(qtbot, desk):
    """On every line the order of the strip is that of the painted boxes, and odd levels run from right to left."""
    view = TextView()
    qtbot.addWidget(view)
    view.resize(420, 400)
    view.show()
    text = (
        "قرارها 59/187 (A/59/503/Add.2) المؤرخ 20 كانون الأول/ديسمبر، \u200f20 -\u200f و\u202babc 12\u202c ۲۰۱5 "
        "Geneva (جنيف)؛ "
    ) * 3
    with desk.project.operation("import") as writing:
        document = documents.add(writing, "mixed", text)
    desk.session.set_document(document)
    view.set_document(text, [], desk.project.scheme)

    def line_of(offset: int) -> tuple[int, int]:
        _, row = view.page.row_of(Hit(offset, False))
        return row.start, row.end

    panel = BidiInspector(
        desk.session, lambda offset: view.page.blocks[view.page.block_number(offset)].limits[:2], line_of=line_of
    )
    qtbot.addWidget(panel)
    panel.show()
    desk.session.set_selection(0, len(text))
    panel.catch_up()
    rows = [row for row, _ in view.page.rows_meeting(0, len(text))]
    assert len(rows) > 4
    for row in rows:
        panel.table.go_to(panel.model.row_of(row.start))
        boxes = row.boxes
        painted = [boxes.starts[number] for number in boxes.visual if boxes.right[number] > boxes.left[number]]
        told = [offset for offset in panel.strip.shown if offset in set(painted)]
        assert told == [offset for offset in painted if offset in set(panel.strip.shown)]
        assert len(told) > 0.8 * (row.end - row.start)
        for offset in told:
            level = panel.model.level(offset)
            assert level is not None
            assert bool(level % 2) == bool(boxes.right_to_left[boxes.number_at(offset)])


def test_the_strip_shows_the_current_character_s_line_in_visual_order(inspector, desk, qtbot):
    desk.session.set_selection(HALF, HALF + 4)
    start, end = HALF, HALF + 20
    assert sorted(inspector.strip.shown) == list(range(start, end))
    assert inspector.strip.shown[-1] == start
    assert inspector.strip.shown == list(inspector.model.line(start).order)
    places = [int(place) for place in column(inspector, Column.PLACE)]
    assert [inspector.strip.shown[place - 1] for place in places] == list(range(HALF, HALF + 4))
    desk.session.set_selection(0, len(TEXT))
    inspector.table.go_to(HALF + 25)
    assert sorted(inspector.strip.shown) == list(range(HALF + 20, HALF + 40))


def test_a_line_that_is_too_long_for_the_strip_shows_the_cells_about_the_current_one(inspector, desk, layout):
    desk.session.set_selection(0, 40)
    for row in (0, 19, 20, 39):
        inspector.table.go_to(row)
        cells = inspector.strip.cells()
        assert row in [offset for offset, _ in cells]
        assert all(cell.left() >= 0 and cell.right() < inspector.strip.width() for _, cell in cells)
        assert all(one.right() < other.left() for (_, one), (_, other) in pairwise(cells))
    inspector.strip.resize(10, 40)
    assert len(inspector.strip.cells()) == 1


def test_nothing_is_worked_out_while_it_is_hidden(inspector, desk, layout):
    inspector.hide()
    before = layout.asked
    for offset in range(0, 60, 3):
        desk.session.set_selection(offset, offset + 5)
        desk.session.set_selection(offset, offset)
    desk.session.set_document(desk.other)
    desk.session.set_document(desk.document)
    desk.session.set_selection(3, 9)
    assert layout.asked == before
    inspector.show()
    assert inspector.model.limits == (3, 9)


def test_a_million_selected_characters_are_there_at_once(qtbot, desk):
    long = "قرار 59/187 (A/1) " * 60_000
    with desk.project.operation("import") as writing:
        document = documents.add(writing, "long", long)
    asked = []

    def block_of(offset: int) -> tuple[int, int]:
        asked.append(offset)
        return offset - offset % 1800, min(len(long), offset - offset % 1800 + 1800)

    panel = BidiInspector(desk.session, block_of)
    qtbot.addWidget(panel)
    panel.resize(400, 300)
    panel.show()
    desk.session.set_document(document)
    QApplication.processEvents()
    desk.session.set_selection(0, len(long))
    panel.catch_up()
    assert panel.model.rowCount() == len(long)
    qtbot.keyClick(panel.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert panel.table.currentIndex().row() == len(long) - 1
    assert len({offset // 1800 for offset in asked}) <= 4  # the blocks at both ends, not the six hundred between
    # A header with the table's own selection would ask each of these rows whether it is selected.
    assert panel.table.horizontalHeader().selectionModel() is not panel.table.selectionModel()
    said = []
    desk.session.message.connect(said.append)
    qtbot.keyClick(panel.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().count("\n") == MOST_COPIED - 1
    assert "20000" in said[-1]


def test_rows_are_copied_as_text(inspector, desk, qtbot):
    desk.session.set_selection(HALF, HALF + 8)
    qtbot.keyClick(inspector.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.split("\t")[:5] == ["1", "U+0031", "EN", "2", "20"]
    assert "\u2066" not in copied
    qtbot.keyClick(inspector.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(inspector.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert [line.split("\t")[5] for line in QGuiApplication.clipboard().text().split("\n")] == ["DIGIT ONE", "SPACE"]


def test_a_chosen_row_is_revealed_and_the_table_stays(inspector, desk, qtbot):
    told = []

    def reveal(start: int, end: int) -> None:
        told.append((start, end))
        desk.session.set_selection(start, end)  # as the text view does

    inspector.reveal_requested.connect(reveal)
    desk.session.set_selection(10, 30)
    qtbot.keyClick(inspector.table, Qt.Key.Key_Down)
    qtbot.keyClick(inspector.table, Qt.Key.Key_Return)
    place = inspector.table.visualRect(inspector.model.index(3, 1)).center()
    qtbot.mouseClick(inspector.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == [(11, 12), (13, 14)]
    assert inspector.model.limits == (10, 30)
    offset, cell = inspector.strip.cells()[0]
    qtbot.mouseClick(inspector.strip, Qt.MouseButton.LeftButton, pos=cell.center())
    assert told[-1] == (offset, offset + 1)
    assert inspector.table.currentIndex().row() == inspector.model.row_of(offset)


def test_a_cell_outside_the_stretch_is_revealed_and_followed(inspector, desk, qtbot):
    inspector.reveal_requested.connect(desk.session.set_selection)
    desk.session.set_selection(22, 24)
    outside = [(offset, cell) for offset, cell in inspector.strip.cells() if not 22 <= offset < 24]
    qtbot.mouseClick(inspector.strip, Qt.MouseButton.LeftButton, pos=outside[0][1].center())
    assert inspector.model.limits == (outside[0][0], outside[0][0] + 1)


def test_escape_goes_back_to_the_text_and_tab_goes_on(inspector, qtbot):
    with qtbot.waitSignal(inspector.leave_requested):
        qtbot.keyClick(inspector.table, Qt.Key.Key_Escape)
    assert not inspector.table.tabKeyNavigation()
    assert inspector.focusProxy() is inspector.table


def test_marks_that_move_blocks_have_the_levels_worked_out_anew(inspector, desk, layout):
    desk.session.set_selection(10, 30)
    inspector.table.go_to(4)
    before = layout.asked
    desk.session.spans_changed.emit([], [])
    inspector.catch_up()
    assert layout.asked > before
    assert inspector.table.currentIndex().row() == 4


def test_another_document_is_shown_once_the_view_shows_it(inspector, desk, layout):
    desk.session.set_selection(25, 30)
    before = layout.asked
    desk.session.set_document(desk.other)
    assert (inspector.model.rowCount(), inspector.strip.shown, layout.asked) == (0, [], before)
    layout.length = len(desk.session.text)
    inspector.catch_up()
    assert column(inspector, Column.CODE)[0] == f"U+{ord(desk.session.text[0]):04X}"


def test_without_a_document_it_is_empty(inspector, desk):
    desk.session.set_document(None)
    assert (inspector.model.rowCount(), inspector.strip.shown) == (0, [])
    assert inspector.summary.text()


def test_both_languages_and_names_for_a_screen_reader(inspector, desk):
    desk.session.set_selection(5, 9)
    assert inspector.table.accessibleName()
    assert inspector.strip.accessibleName()
    inspector.summary.setText("")
    QApplication.sendEvent(inspector, QEvent(QEvent.Type.LanguageChange))
    assert inspector.summary.text()


def test_nothing_of_a_text_is_read_as_markup(inspector, desk, qtbot):
    inspector.grab()
    assert inspector.summary.textFormat() == Qt.TextFormat.PlainText
    desk.session.set_selection(5, 9)
    place = inspector.strip.cells()[0][1].center()
    QApplication.sendEvent(inspector.strip, QHelpEvent(QEvent.Type.ToolTip, place, QPoint(0, 0)))
    assert "U+" in inspector.strip.toolTip()
    QApplication.sendEvent(inspector.strip, QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), QPoint(0, 0)))


def test_it_is_a_child_of_its_parent(qtbot, desk, layout):
    parent = QWidget()
    qtbot.addWidget(parent)
    panel = BidiInspector(desk.session, layout.block_of, parent)
    assert panel.parent() is parent


def test_what_is_selected_in_passing_is_passed_over(qtbot, desk, layout):
    panel = BidiInspector(desk.session, layout.block_of, line_of=layout.line_of)
    qtbot.addWidget(panel)
    panel.show()
    before = layout.asked
    for start in range(0, HALF, 2):
        desk.session.set_selection(start, start + 1)
    assert layout.asked == before
    qtbot.waitUntil(lambda: panel.model.limits == (HALF - 2 + HALF % 2, HALF - 1 + HALF % 2))


def test_rows_end_where_the_table_ends(inspector):
    header, viewport = inspector.table.horizontalHeader(), inspector.table.viewport()
    inspector.resize(1300, 500)
    assert header.length() == viewport.width()
    wide = inspector.table.columnWidth(Column.NAME)
    inspector.resize(300, 500)  # names keep what they need, and the table scrolls
    narrow = inspector.table.columnWidth(Column.NAME)
    assert header.length() > viewport.width()
    inspector.resize(1300, 500)
    assert inspector.table.columnWidth(Column.NAME) == wide > narrow
