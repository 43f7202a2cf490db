"""A sentence over an edge of the text: what was refused, or what there is to know. It goes with the next act."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from gui.widgets.wrapped_label import WrappedLabel

MARGIN = 10


class MessageBar(QFrame):
    """Lies over ``covered`` without moving it, so that the text stays where the eye is.

    It is at the lower edge, or at the upper one where the eye is below (``eye`` gives a y of ``covered``); ``taken``
    gives how much of the upper edge is something else's. ``gone``: no sentence is shown any more.
    """

    gone = Signal()

    def __init__(self, covered: QWidget, eye: Callable[[], int], taken: Callable[[], int] = lambda: 0) -> None:
        super().__init__(covered)
        self._covered = covered
        self._eye = eye
        self._taken = taken
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.label = WrappedLabel("", self)
        self.label.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self._close = QToolButton(self)
        self._close.setText("×")
        self._close.setAutoRaise(True)
        self._close.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 6, 5)
        row.addWidget(self.label, 1)
        row.addWidget(self._close)
        covered.installEventFilter(self)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Take the words of the window's language."""
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.setToolTip(self.tr("Close the message"))

    def show_message(self, text: str) -> None:
        """Show a sentence; an empty one takes the last away."""
        if not text:
            self.hide()
            return
        self.label.setText(text)
        self.show()
        self._place()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.gone.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._covered and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        width = min(self._covered.width() - 2 * MARGIN, 760)
        height = max(self.heightForWidth(width), self.sizeHint().height())
        left = (self._covered.width() - width) // 2
        below = self._eye() < self._covered.height() * 2 // 3
        top = self._covered.height() - height - MARGIN if below else self._taken() + MARGIN
        self.setGeometry(left, top, width, height)
