"""The scroll bar beside the page, which is painted anew only where something of it is to be seen.

A mark changes the page's height by a row or less. In a long text its slider stays at the same pixels, while Qt would
paint the bar, which costs as much as painting the text.
"""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget


class PageBar(QScrollBar):
    """A vertical scroll bar that is told all that it shows at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = False

    @property
    def is_being_told(self) -> bool:
        """Whether its value changes because the page stands elsewhere, not because someone scrolls."""
        return self._told

    def show_page(self, position: int, total: int, seen: int, row: int) -> None:
        """Show where the page stands, what of it is seen, and a row's height, all in pixels."""
        before = self._looks()
        self._told = True
        self.setRange(0, max(0, total - seen))
        self.setPageStep(max(1, seen - row))
        self.setSingleStep(row)
        self.setValue(position)
        self._told = False
        if self._looks() != before:
            self.update()

    def _looks(self) -> tuple[QRect, bool]:
        """What a style paints: where the slider is, and whether there is anything to go up to. (At the other end the
        slider has moved by a pixel.)
        """
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        return part, self.value() == self.minimum()

    def sliderChange(self, change: QScrollBar.SliderChange) -> None:
        if not self._told:
            super().sliderChange(change)
