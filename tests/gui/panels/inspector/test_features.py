import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from gui import operations
from gui.panels.inspector.fields import ChoiceField, LineField, NumberField
from gui.panels.inspector.panel import InspectorPanel
from model.project import Project
from tests.gui.panels.inspecting import (
    FEATURES,
    RECITAL,
    choose,
    mark,
    open_window,
    operations_of,
    span_of,
    type_into,
)


@pytest.fixture
def window(qtbot, desk) -> QMainWindow:
    return open_window(qtbot, desk)


@pytest.fixture
def panel(window) -> InspectorPanel:
    return window.centralWidget()


@pytest.fixture
def marked(desk, panel) -> str:
    """A mark that is worked on."""
    span = mark(desk, RECITAL)
    desk.session.set_span(span)
    return span


def test_following_another_mark_of_the_same_label_makes_no_new_editors(desk, panel, marked):
    second = mark(desk, "2 - تطلب تقريرا.", "preambular")
    editors = dict(panel.features.editors)
    desk.session.set_span(second)
    assert panel.quote.text == "2 - تطلب تقريرا."
    assert panel.features.editors == editors


def test_arabic_digits_become_western_ones(qtbot, desk, panel, marked):
    weight = panel.features.editors["weight"]
    assert isinstance(weight, NumberField)
    weight.setFocus()
    type_into(weight, "-١٢٫٥x")
    assert weight.text() == "-12.5"
    qtbot.keyClick(weight, Qt.Key.Key_Return)
    assert dict(span_of(desk, marked).features) == {"weight": "-12.5"}
    panel.limits.start.setText("")
    type_into(panel.limits.start, "۱٢-a")
    assert panel.limits.start.text() == "12"


def test_each_kind_of_feature_has_its_editor(qtbot, desk, panel, marked):
    kinds = {name: type(editor) for name, editor in panel.features.editors.items()}
    assert kinds == {"speaker": LineField, "weight": NumberField, "mood": ChoiceField, "annex": ChoiceField}
    speaker, mood, annex = (panel.features.editors[name] for name in ("speaker", "mood", "annex"))
    assert [mood.itemText(row) for row in range(mood.count())] == ["Not said", "calm", "urgent"]
    assert [annex.itemText(row) for row in range(annex.count())] == ["Not said", "Yes", "No"]
    speaker.setText("الرئيس")
    qtbot.keyClick(speaker, Qt.Key.Key_Return)
    choose(mood, "urgent")
    choose(annex, "No")
    assert dict(span_of(desk, marked).features) == {"speaker": "الرئيس", "mood": "urgent", "annex": "false"}
    choose(mood, "Not said")
    assert dict(span_of(desk, marked).features) == {"speaker": "الرئيس", "annex": "false"}
    desk.project.undo()
    assert mood.value() == "urgent"
    assert operations_of(desk)[:4] == ["change features"] * 4


def test_what_is_no_number_is_refused(qtbot, desk, panel, marked):
    weight = panel.features.editors["weight"]
    said: list[str] = []
    desk.session.message.connect(said.append)
    weight.setText("-")
    qtbot.keyClick(weight, Qt.Key.Key_Return)
    assert weight.text() == ""
    assert "no decimal number" in said[-1]


def test_what_a_mark_carries_beside_its_labels_features_is_shown_and_can_go(qtbot, desk, panel, marked):
    operations.set_features(desk.project, marked, {"origin": "old", "annex": "true"})
    assert panel.features.editors["origin"].value() == "old"
    annex = panel.features.editors["annex"]
    assert annex.currentText() == "Yes"
    choose(annex, "No")
    assert dict(span_of(desk, marked).features) == {"origin": "old", "annex": "false"}
    panel.features.editors["origin"].setText("")
    qtbot.keyClick(panel.features.editors["origin"], Qt.Key.Key_Return)
    assert dict(span_of(desk, marked).features) == {"annex": "false"}
    assert "origin" not in panel.features.editors


def test_one_feature_is_written_without_taking_back_what_others_wrote(qtbot, desk, panel, marked):
    speaker = panel.features.editors["speaker"]
    speaker.setText("A")
    with Project.open(desk.project.path, "Omar") as of_omar:
        operations.set_features(of_omar, marked, {"mood": "calm"})
    qtbot.keyClick(speaker, Qt.Key.Key_Return)
    assert dict(span_of(desk, marked).features) == {"mood": "calm", "speaker": "A"}


def test_a_changed_scheme_changes_the_editors(desk, panel, marked):
    with desk.project.operation("change scheme") as writing:
        writing.update("label", "preambular", features=json.dumps(FEATURES[:1]))
    assert list(panel.features.editors) == ["speaker"]
    desk.project.undo()
    assert list(panel.features.editors) == ["speaker", "weight", "mood", "annex"]
