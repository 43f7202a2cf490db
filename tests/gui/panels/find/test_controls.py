"""The controls of the find panel stand in one row where there is room for it, else in two."""

import pytest

from gui.panels.find.controls import ONE_ROW, FindControls
from gui.session.session import Session


@pytest.fixture
def controls(qtbot) -> FindControls:
    controls = FindControls(Session())
    qtbot.addWidget(controls)
    controls.show()
    return controls


def test_one_row_or_two(controls, qtbot):
    controls.resize(ONE_ROW - 200, 80)
    qtbot.waitUntil(lambda: controls.count.y() > controls.scope.geometry().bottom())
    controls.resize(ONE_ROW + 100, 80)
    qtbot.waitUntil(lambda: controls.count.y() < controls.scope.geometry().bottom())
    assert controls.query_line.width() > 200


def test_a_long_count_does_not_widen_the_panel(controls):
    before = controls.minimumSizeHint().width()
    controls.count.setText("1,234,567 hits in 20,000 documents; the project has changed since " * 4)
    assert controls.minimumSizeHint().width() == before


def test_a_panel_that_was_wide_can_be_made_narrow_again(controls):
    controls.resize(700, 90)
    least = controls.minimumSizeHint().width()
    controls.resize(ONE_ROW, 60)
    assert controls.minimumSizeHint().width() == least < 700
