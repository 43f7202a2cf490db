"""From which chance on a proposal is sure, so that many can be confirmed at once, and below which it is unsure."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from gui.dialogs.run_dialog import run
from gui.settings import SURE_FROM, UNSURE_BELOW
from gui.widgets.tab_order import InReadingOrder
from gui.widgets.wrapped_label import WrappedLabel


class ThresholdsDialog(InReadingOrder, QDialog):
    """Two chances in per cent; the second is never above the first."""

    def __init__(self, sure_from: float, unsure_below: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sure and unsure proposals"))
        self.sure, self.unsure = QSpinBox(self), QSpinBox(self)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        for number in (self.sure, self.unsure):
            number.setRange(1, 100)
            number.setSuffix(self.tr(" %"))
            number.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self._fill(sure_from, unsure_below)
        about = WrappedLabel(
            self.tr(
                "Each proposal comes with the chance that its limits and its label are right. Those that are sure can "
                "be confirmed at once; those that are unsure are pointed out in the text."
            ),
            self,
        )
        form = QFormLayout()
        for words, field in ((self.tr("&Sure from"), self.sure), (self.tr("&Unsure below"), self.unsure)):
            label = QLabel(words, self)
            label.setBuddy(field)
            form.addRow(label, field)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(
            standard.Ok | standard.Cancel | standard.RestoreDefaults, Qt.Orientation.Horizontal, self
        )
        column = QVBoxLayout(self)
        column.addWidget(about)
        column.addLayout(form)
        column.addWidget(self.buttons)
        self.setMinimumWidth(380)
        self.sure.valueChanged.connect(lambda value: self.unsure.setValue(min(value, self.unsure.value())))
        self.unsure.valueChanged.connect(lambda value: self.sure.setValue(max(value, self.sure.value())))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(standard.RestoreDefaults).clicked.connect(lambda: self._fill(SURE_FROM, UNSURE_BELOW))

    @property
    def thresholds(self) -> tuple[float, float]:
        """The two chances that are chosen now, 0 … 1."""
        return self.sure.value() / 100, self.unsure.value() / 100

    def _fill(self, sure_from: float, unsure_below: float) -> None:
        self.sure.setValue(round(100 * sure_from))
        self.unsure.setValue(round(100 * unsure_below))


def ask_thresholds(sure_from: float, unsure_below: float, parent: QWidget | None) -> tuple[float, float] | None:
    """The two chances that were chosen; None where the dialog was left."""
    dialog = ThresholdsDialog(sure_from, unsure_below, parent)
    return dialog.thresholds if run(dialog) else None
