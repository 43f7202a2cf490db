"""What stands in the place of the text while there is none: one sentence, and the two or three ways on."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gui.panels.wrapped_label import WrappedLabel


class Welcome(QWidget):
    """Shown while no project is open, or the project has no documents."""

    def __init__(self, acts: Callable[[str], Callable[[], object]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_project = False
        self.words = WrappedLabel("", self)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.new, self.open, self.bring = QPushButton(self), QPushButton(self), QPushButton(self)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self.words)
        column.addSpacing(12)
        for button, command in ((self.bring, "import"), (self.open, "open"), (self.new, "new")):
            button.clicked.connect(acts(command))
            button.setMinimumWidth(220)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.retranslate()

    def show_state(self, has_project: bool) -> None:
        """Say what there is to do."""
        self._has_project = has_project
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words of the window's language."""
        if self._has_project:
            self.words.setText(self.tr("This project has no documents yet. Import resolutions to begin."))
        else:
            self.words.setText(self.tr("No project is open."))
        self.bring.setVisible(self._has_project)
        self.bring.setText(self.tr("Import resolutions…"))
        self.open.setText(self.tr("Open a project…"))
        self.new.setText(self.tr("Make a new project…"))
