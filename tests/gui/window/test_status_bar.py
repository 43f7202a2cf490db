import threading

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QWidget

from gui.session.segmentation_service import SegmentationService
from gui.session.session import Session
from gui.window.status_bar import StatusBar
from tests.gui.conftest import RESOLUTION
from tests.journeys.proposal_desk import Made, press, proposal_desk


class Layouts(QObject):
    """Counts how often a widget was asked to lay out what is in it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def words_fit(label: QLabel) -> bool:
    margins = label.contentsMargins()
    return label.width() >= label.fontMetrics().horizontalAdvance(label.text()) + margins.left() + margins.right()


def test_a_step_of_the_selection_lays_nothing_out_anew(desk, qapp):
    desk.window.view.set_selection(0, 40)
    for _ in range(3):  # what is laid out has others laid out
        qapp.processEvents()
    status, window = Layouts(desk.window.status), Layouts(desk.window)
    for end in (39, 12, 5, 0, 33):
        desk.window.view.set_selection(0, end)
        qapp.processEvents()
    assert (status.count, window.count) == (0, 0)
    assert "\u20660–33\u2069" in desk.window.status.selection.text()


def test_words_always_have_room(desk, qapp):
    label = desk.window.status.selection
    for start, end in ((0, 0), (3, 5), (0, 100), (7, 7)):
        desk.window.view.set_selection(start, end)
        qapp.processEvents()
        assert words_fit(label)
        assert label.height() >= label.fontMetrics().height()


def test_another_font_and_other_words_get_their_own_room(qtbot):
    session = Session()
    bar = StatusBar(session)
    qtbot.addWidget(bar)
    label = bar.selection
    label.show_text("Characters 10–20 (10 selected)")
    before = label.width()
    font = label.font()
    font.setPixelSize(40)
    label.setFont(font)
    assert words_fit(label)
    assert label.width() > before
    bar.retranslate()
    label.show_text("x")
    assert label.width() < before


def test_it_says_that_clauses_are_looked_for_until_they_are_there(qtbot, tmp_path):
    made, there = Made(), threading.Event()
    segment = made.segment
    made.segment = lambda *asked: segment(*asked) if there.wait(20) else []
    with proposal_desk(tmp_path, made, wait=False) as desk:
        label = desk.window.status.proposal
        assert label.text() == "Looking for clauses…"
        assert words_fit(label)
        there.set()
        qtbot.waitUntil(lambda: "99" in label.text())
        press(desk, "?")
        assert "60" in label.text()
        desk.session.set_document(desk.second)
        assert "90" in label.text()


def test_it_says_nothing_of_clauses_where_none_are_looked_for(qtbot):
    session = Session(segmenting=SegmentationService(Made))
    bar = StatusBar(session)
    qtbot.addWidget(bar)
    assert bar.proposal.text() == ""


def test_what_is_unsure_is_not_said_to_have_the_chance_from_which_on_it_is_not(qtbot, tmp_path):
    made = Made()
    made.of_text[RESOLUTION] = (("إن الجمعية العامة،", "enacting", 0.7996, ""),)
    with proposal_desk(tmp_path, made) as desk:
        press(desk, "?")
        assert desk.window.status.proposal.text() == "Unsure proposal, chance \u206679%\u2069"
