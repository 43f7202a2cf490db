"""The paper, and the part of it that is printed on.

Everything is laid out in units of which letters of the text are as many as they have pixels on the screen, so that the
bricks of the text view serve for paper too; the painter is scaled to the device.
"""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize

Paper = Literal["A4", "Letter"]
PAPERS: dict[Paper, QPageSize.PageSizeId] = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}
UNITS_PER_INCH = 114  # letters of 20 units are 12.6 points high, as in the printed resolutions
EDGE = 16  # millimetres of paper left white on each side
_HEAD, _FOOT = 34, 34  # units
_LEAST = 200  # units: on the smallest paper a printer offers, words still stand side by side


@dataclass(frozen=True, slots=True)
class Sheet:
    """Sizes in whole units: all that is printed on is ``width`` by ``height``, the text between ``top`` and ``bottom``.

    ``scale``: device pixels to a unit.
    """

    width: int
    height: int
    scale: float

    @classmethod
    def of(cls, device: QPagedPaintDevice) -> "Sheet":
        """What a device prints on."""
        scale = device.logicalDpiX() / UNITS_PER_INCH
        return cls(max(_LEAST, int(device.width() / scale)), max(_LEAST, int(device.height() / scale)), scale)

    @property
    def top(self) -> int:
        """Where the text begins, below the page's head."""
        return _HEAD

    @property
    def bottom(self) -> int:
        """Where the text ends, above the page's foot."""
        return self.height - _FOOT

    @property
    def room(self) -> int:
        """The height between head and foot."""
        return self.bottom - self.top


def page_layout(paper: Paper) -> QPageLayout:
    """A sheet upright with its white edges."""
    margins = QMarginsF(EDGE, EDGE, EDGE, EDGE)
    return QPageLayout(QPageSize(PAPERS[paper]), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
