"""Repainting a part gives the pixels that repainting all gives; and only what changed is laid out or painted."""

import os
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.text_view.display import DisplayOptions
from gui.text_view.view import TextView
from model.annotation.values import Span
from tests.gui.text_view.conftest import clause, mark

Key = Qt.Key
STEPS = 60
ACTS = (
    *("mark", "clause", "remove", "relabel", "select", "keys", "current", "evidence", "scroll", "suggest"),
    *("coming", "select-current", "current"),
)
DISPLAYS = {
    "usual": DisplayOptions(),
    "stored, close rows": DisplayOptions(as_stored=True, show_hidden=True, line_spacing=0.8, reading_width=18),
}
STACKED = "بيت " + ("ل" + "\u064e" * 30 + " ") * 60  # marks that reach far beyond their rows


def on_screen(view: TextView) -> QImage:
    """What the window shows, without painting it again."""
    QApplication.processEvents()
    QApplication.processEvents()
    image = view.backingStore().paintDevice()
    assert isinstance(image, QImage)
    return image.copy()


def act(view: TextView, chance: random.Random, present: dict[str, Span]) -> str:
    """One change that an annotator or the window could make."""
    length = len(view.page.text)
    start = chance.randrange(length - 30)
    end = start + chance.randrange(1, 30)
    what = chance.choice(ACTS)
    name = f"span-{len(present)}-{start}"
    if what == "mark":
        label = chance.choice(["resolution", "date", "symbol"])
        present[name] = mark(start, end, "reference", label, name)
        view.replace_spans([], [present[name]])
    elif what in ("clause", "suggest"):
        status = "suggested" if what == "suggest" else "confirmed"
        present[name] = clause(start, min(length, start + chance.randrange(20, 200)), name=name, status=status)
        view.replace_spans([], [present[name]])
    elif what == "remove" and present:
        name = chance.choice(list(present))
        del present[name]
        view.replace_spans([name], [])
    elif what == "relabel" and present:
        name = chance.choice(list(present))
        old = present[name]
        label = "heading" if old.layer == "clause" else old.label
        present[name] = Span(name, old.document, old.layer, label, old.start, old.end, number="7")
        view.replace_spans([name], [present[name]])
    elif what == "select":
        view.set_selection(start, chance.choice([start, end, chance.randrange(length)]), reveal=False)
    elif what == "keys":
        key = chance.choice([Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End])
        QTest.keyClick(view, key, chance.choice([Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier]))
    elif what == "current":
        view.set_current_span(chance.choice([None, *present]))
    elif what == "coming":
        shown = view.page.spans.get(view._shown.current or "")
        coming = None if shown is None else replace(shown, start=start, end=end)
        view.show_coming(chance.choice([None, coming]))
    elif what == "select-current":
        shown = view.page.spans.get(view._shown.current or "")
        if shown is not None:
            view.set_selection(*shown.limits, reveal=False)
    elif what == "evidence":
        view.set_evidence([(start, end)])
    elif what == "scroll":
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + chance.choice([-90, -13, 13, 90]))
    return what


@pytest.mark.parametrize("start", range(4))
@pytest.mark.parametrize("size", [20, 27])
@pytest.mark.parametrize("display", DISPLAYS)
def test_incremental_repaint_equals_full_repaint(
    make_view: Callable[..., TextView], invented: str, hard: str, start: int, size: int, display: str
) -> None:
    view = make_view(invented + hard + STACKED + invented, 521, 407, size=size, options=DISPLAYS[display])
    view.setFocus()
    ratio = view.devicePixelRatioF()
    assert abs(on_screen(view).width() - view.width() * ratio) < 1
    chance = random.Random(start)
    present: dict[str, Span] = {}
    for step in range(STEPS):
        what = act(view, chance, present)
        partly = on_screen(view)
        view.viewport().update()
        assert partly == on_screen(view), (step, what)


@pytest.mark.skipif("QT_SCALE_FACTOR" in os.environ, reason="runs the others at another ratio")
@pytest.mark.parametrize("ratio", ["1.25", "2"])
def test_the_same_at_another_device_pixel_ratio(ratio: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(Path(__file__)), "-k", "equals"],
        cwd=Path(__file__).parents[3],
        env=os.environ | {"QT_SCALE_FACTOR": ratio},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "16 passed" in done.stdout


class Painted(QObject):
    """Collects the regions that a viewport was asked to paint."""

    def __init__(self, view: TextView) -> None:
        super().__init__()
        self.regions: list[QRegion] = []
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.regions.append(QRegion(event.region()))
        return False

    def height(self) -> int:
        return sum(region.boundingRect().height() for region in self.regions)


def column_parts(view: TextView, painted: Painted) -> QRegion:
    """What was painted of the text column, the margin left out."""
    column = QRegion(0, 0, view.column_left + view.page.width, view.viewport().height())
    result = QRegion()
    for region in painted.regions:
        result = result.united(region.intersected(column))
    return result


def test_a_mark_that_moves_no_limit_repaints_its_rows_and_lays_out_nothing(
    make_view: Callable[..., TextView], invented: str
) -> None:
    view = make_view(invented, 600, 500, [clause(0, 56, "adoption")])
    layouts = [block.laid_out for block in view.page.blocks if block.is_laid_out]
    QApplication.processEvents()
    painted = Painted(view)
    view.replace_spans([], [mark(3, 10)])
    QApplication.processEvents()
    assert 0 < column_parts(view, painted).boundingRect().height() < 2 * view.page.typography.row_height
    assert layouts == [block.laid_out for block in view.page.blocks if block.is_laid_out]


def test_a_clause_lays_out_only_the_blocks_that_it_touches(make_view: Callable[..., TextView], invented: str) -> None:
    text = invented * 4
    size = len(invented)
    view = make_view(text, 900, 2000, [clause(size * n, size * n + size - 1, name=f"c{n}") for n in range(4)])
    before = [block.laid_out for block in view.page.blocks]
    view.replace_spans([], [clause(size + 100, size + 200, "subclause")])
    after = [block.laid_out for block in view.page.placed() and view.page.blocks]
    assert len(after) == len(before) + 2
    assert [after[0], *after[4:]] == [before[0], *before[2:]]
    view.replace_spans([f"subclause-{size + 100}-{size + 200}"], [])
    again = [block.laid_out for block in view.page.placed() and view.page.blocks]
    assert [again[0], *again[2:]] == [before[0], *before[2:]]


def test_a_step_of_a_selection_repaints_the_row_that_differs(make_view: Callable[..., TextView], invented: str) -> None:
    view = make_view(invented, 500, 500)
    view.setFocus()
    view.set_selection(5, 20)
    QApplication.processEvents()
    painted = Painted(view)
    view.set_selection(5, 22)
    QApplication.processEvents()
    assert 0 < painted.height() < 2 * view.page.typography.row_height


def test_marking_leaves_the_first_row_on_the_screen_where_it_is(
    make_view: Callable[..., TextView], invented: str
) -> None:
    view = make_view(invented * 8, 600, 400)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() - 50)
    row, top = next(iter(view.page.rows_meeting(0, len(view.page.text))))
    middle = view.offset_at(view.rect().center().toPointF())
    view.replace_spans([], [clause(middle, middle + 100, name="new")])
    same, same_top = next(iter(view.page.rows_meeting(0, len(view.page.text))))
    assert (same.start, same_top) == (row.start, top)
    view.replace_spans([], [clause(20, 60, name="above")])
    same, same_top = next(iter(view.page.rows_meeting(0, len(view.page.text))))
    assert (same.start, same_top) == (row.start, top)
    view.replace_spans(["new"], [])
    same, same_top = next(iter(view.page.rows_meeting(0, len(view.page.text))))
    assert (same.start, same_top) == (row.start, top)


def check_each(view: TextView, acts: list[Callable[[], None]]) -> None:
    """After each act the part that is painted anew makes the window what painting all of it makes it."""
    on_screen(view)
    for number, change in enumerate(acts):
        change()
        partly = on_screen(view)
        view.viewport().update()
        assert partly == on_screen(view), number


def test_no_grip_is_left_behind_at_the_ends_of_rows(make_view: Callable[..., TextView], invented: str) -> None:
    view = make_view(invented, 521, 407)
    ends = [row.end for row, _ in view.page.rows_meeting(0, len(invented))][1:6]
    limits = [(ends[0], ends[2]), (ends[0], ends[2] + 9), (ends[0] - 9, ends[2] + 9), (ends[0], ends[1])]
    limits += [(ends[1], ends[1]), (ends[1], ends[3]), (ends[0], ends[3]), (0, 0)]
    check_each(view, [lambda low=low, high=high: view.set_selection(low, high, reveal=False) for low, high in limits])


def test_the_grips_of_a_span_come_and_go_as_it_is_selected(make_view: Callable[..., TextView], invented: str) -> None:
    view = make_view(invented, 521, 407, [mark(20, 300, name="long")])
    view.set_current_span("long")
    limits = [(20, 300), (20, 310), (20, 300), (10, 300), (20, 300), (300, 300)]
    check_each(view, [lambda low=low, high=high: view.set_selection(low, high, reveal=False) for low, high in limits])
    check_each(view, [lambda name=name: view.set_current_span(name) for name in (None, "long", None)])
