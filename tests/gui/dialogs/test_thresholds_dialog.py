import pytest
from PySide6.QtWidgets import QDialogButtonBox

from gui.dialogs import thresholds_dialog
from gui.dialogs.thresholds_dialog import ThresholdsDialog


@pytest.fixture
def dialog(qtbot) -> ThresholdsDialog:
    made = ThresholdsDialog(0.9, 0.6)
    qtbot.addWidget(made)
    return made


def test_it_shows_the_chances_in_per_cent(dialog):
    assert (dialog.sure.value(), dialog.unsure.value()) == (90, 60)
    assert dialog.thresholds == (0.9, 0.6)


def test_what_is_unsure_is_never_sure(dialog):
    dialog.sure.setValue(50)
    assert dialog.thresholds == (0.5, 0.5)
    dialog.unsure.setValue(70)
    assert dialog.thresholds == (0.7, 0.7)


def test_the_usual_ones_come_back(dialog):
    dialog.buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).click()
    assert dialog.thresholds == (0.95, 0.8)


@pytest.mark.parametrize("answer, chosen", [(1, (0.9, 0.6)), (0, None)])
def test_what_was_chosen_is_given_unless_the_dialog_is_left(monkeypatch, answer, chosen):
    monkeypatch.setattr(ThresholdsDialog, "exec", lambda dialog: answer)
    assert thresholds_dialog.ask_thresholds(0.9, 0.6, None) == chosen
