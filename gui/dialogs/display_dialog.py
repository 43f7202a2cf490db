"""How the text is displayed: typeface, distance of rows, reading width. What is chosen is seen in the text at once."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFontComboBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.run_dialog import run
from gui.text_view.display import (
    CLOSEST_SPACING,
    NARROWEST_READING,
    READING_WIDTH,
    WIDEST_READING,
    WIDEST_SPACING,
    DisplayOptions,
)
from gui.widgets.tab_order import InReadingOrder


class DisplayDialog(InReadingOrder, QDialog):
    """Shows options to whoever asked while they are changed (``show_options``); leaving it brings the old ones back."""

    def __init__(
        self, options: DisplayOptions, show_options: Callable[[DisplayOptions], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._before = self._options = options
        self._show_options = show_options
        self.setWindowTitle(self.tr("Display of the text"))
        self.family = QFontComboBox(self)
        self.family.setWritingSystem(QFontDatabase.WritingSystem.Arabic)
        self.family.setEditable(False)
        self.spacing = QDoubleSpinBox(self)
        self.spacing.setRange(CLOSEST_SPACING, WIDEST_SPACING)
        self.spacing.setSingleStep(0.1)
        self.spacing.setDecimals(1)
        self.width_ = QSpinBox(self)
        self.width_.setRange(NARROWEST_READING, WIDEST_READING)
        self.width_.setSuffix(self.tr(" letters wide"))
        for number in (self.spacing, self.width_):
            # Left to itself a number without words stands at the left, one with Arabic words at the right.
            side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
            number.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self.whole = QCheckBox(self.tr("As &wide as the window"), self)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(
            standard.Ok | standard.Cancel | standard.RestoreDefaults, Qt.Orientation.Horizontal, self
        )
        form = QFormLayout()
        for words, field in (
            (self.tr("&Typeface"), self.family),
            (self.tr("Distance of the &rows"), self.spacing),
            (self.tr("&Reading width"), self.width_),
        ):
            label = QLabel(words, self)
            label.setBuddy(field)
            form.addRow(label, field)
        form.addRow("", self.whole)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.buttons)
        self._fill(options)
        self.family.currentFontChanged.connect(lambda font: self._change(replace(self._options, family=font.family())))
        self.spacing.valueChanged.connect(lambda value: self._change(replace(self._options, line_spacing=value)))
        self.width_.valueChanged.connect(lambda value: self._change(replace(self._options, reading_width=value)))
        self.whole.toggled.connect(self._set_whole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(standard.RestoreDefaults).clicked.connect(self._restore)

    @property
    def options(self) -> DisplayOptions:
        """What is chosen now."""
        return self._options

    def reject(self) -> None:
        """Show the text as it was before."""
        self._show_options(self._before)
        super().reject()

    def _fill(self, options: DisplayOptions) -> None:
        self.family.setCurrentText(options.family)
        self.spacing.setValue(options.line_spacing)
        self.whole.setChecked(options.reading_width == 0)
        self.width_.setValue(options.reading_width or READING_WIDTH)
        self.width_.setEnabled(options.reading_width != 0)

    def _set_whole(self, whole: bool) -> None:
        self.width_.setEnabled(not whole)
        self._change(replace(self._options, reading_width=0 if whole else self.width_.value()))

    def _restore(self) -> None:
        usual = DisplayOptions()
        options = replace(
            self._options,
            family=usual.family,
            line_spacing=usual.line_spacing,
            reading_width=usual.reading_width,
        )
        self._fill(options)
        self._options = options
        self._show_options(options)

    def _change(self, options: DisplayOptions) -> None:
        if options != self._options:
            self._options = options
            self._show_options(options)


def ask_display(
    options: DisplayOptions, show_options: Callable[[DisplayOptions], None], parent: QWidget | None
) -> DisplayOptions | None:
    """The options that were chosen; None where the dialog was left."""
    dialog = DisplayDialog(options, show_options, parent)
    return dialog.options if run(dialog) else None
