"""Hits of a search are painted at their exact ranges, the current one clearly, and ticked on the scroll bar."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from gui.text_view.hits import Hits
from gui.text_view.view import TextView
from tests.gui.text_view.conftest import clauses_of, painted
from tests.gui.text_view.test_view_repainting import on_screen

TATWEEL = "قال إن النـــزاعات كثيرة، وإن النزاعات قديمة."


def colours_over(view: TextView, start: int, end: int) -> list[str]:
    """For each code point the colour of the ground at the top of its box, a little inside."""
    image = painted(view)
    found = []
    for offset in range(start, end):
        box = view.character_box(offset)
        assert box is not None
        found.append(image.pixelColor(round(box.center().x()), round(box.top()) + 3).name())
    return found


def test_hits_are_found_by_what_they_meet():
    hits = Hits([(2, 4), (4, 6), (9, 12)], 1)
    assert list(hits.meeting(0, 2)) == []
    assert list(hits.meeting(3, 5)) == [(2, 4, False), (4, 6, True)]
    assert list(hits.meeting(11, 12)) == [(9, 12, False)]
    assert list(hits.meeting(12, 99)) == []
    assert hits.limits() == (4, 6)


def test_a_hit_is_painted_at_its_range_though_tatweel_stands_inside(make_view):
    view = make_view(TATWEEL)
    start = TATWEEL.index("النـ")
    end = start + len("النـــزاعات")
    other = TATWEEL.index("النزاعات")
    view.set_hits([(start, end), (other, other + len("النزاعات"))], 1)
    theme = view._shown.theme
    ground = theme.ground.name()
    assert set(colours_over(view, start, end)) == {theme.hit.name()}
    assert set(colours_over(view, other + 1, other + 7)) == {theme.current_hit.name()}
    assert colours_over(view, start - 1, start) == [ground]
    assert colours_over(view, end, end + 1) == [ground]


def test_a_current_hit_that_is_selected_keeps_its_colour(make_view):
    view = make_view(TATWEEL)
    start = TATWEEL.index("النزاعات")
    view.set_hits([(start, start + 8)], 0)
    view.set_selection(start, start + 8)
    assert set(colours_over(view, start + 1, start + 7)) == {view._shown.theme.current_hit.name()}
    view.set_selection(start, start + 9)
    assert view._shown.theme.current_hit.name() not in colours_over(view, start + 1, start + 7)


def test_repainting_after_a_change_gives_the_pixels_of_painting_all(make_view, invented):
    view = make_view(invented, spans=clauses_of(invented, invented[:10]))
    hits = [(offset, offset + 5) for offset in range(0, len(invented) - 5, 23)]
    steps = (
        lambda: view.set_hits(hits, 0),
        lambda: view.set_current_hit(3),
        lambda: view.set_hits(hits, 5),
        lambda: view.set_current_hit(None),
        lambda: view.set_hits(hits[::2], 1),
        lambda: view.set_hits(()),
    )
    for number, step in enumerate(steps):
        step()
        QApplication.processEvents()
        left = on_screen(view)
        view.viewport().update()
        assert left == on_screen(view), f"step {number}"


def test_another_text_has_no_hits(make_view, scheme):
    view = make_view(TATWEEL)
    view.set_hits([(0, 3)], 0)
    told = []
    view.text_shown.connect(lambda: told.append(len(view._shown.hits)))
    view.set_document("نص آخر", [], scheme)
    assert told == [0]
    assert view._ticks.isHidden()


def test_the_scroll_bar_has_ticks_where_hits_are(make_view):
    text = "\n".join(f"سطر {number}" for number in range(400))
    view = make_view(text)
    last = text.index("سطر 399")
    view.set_hits([(0, 3), (last, last + 3)], 1)
    ticks = view._ticks
    assert ticks.isVisible()
    first, second = (top for top, _ in ticks._ticks)
    assert first < ticks.height() * 0.1
    assert second > ticks.height() * 0.9
    assert ticks._current == pytest.approx(second, abs=2)
    image = ticks.grab().toImage()
    assert image.pixelColor(image.width() // 2, second).name() == QColor(view._shown.theme.text).name()


def test_many_hits_run_together_into_few_ticks(make_view):
    text = "كلمة " * 20_000
    view = make_view(text)
    view.set_hits([(offset, offset + 4) for offset in range(0, len(text), 5)])
    assert 1 <= len(view._ticks._ticks) <= view._ticks.height()
