"""What stands in the place of the text while there is none: the start screen, or how to get documents."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gui.settings import Settings
from gui.start.start_screen import StartScreen
from gui.widgets.wrapped_label import WrappedLabel


class Welcome(QStackedWidget):
    """``start`` while no project is open; one sentence and one way on where the project has no documents; a sentence
    where none of its documents is shown.
    """

    def __init__(
        self,
        acts: Callable[[str], Callable[[], object]],
        settings: Settings,
        open_project: Callable[[Path], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.start = StartScreen(acts, settings, self)
        self.start.chosen.connect(open_project)
        self._has_documents = False
        self._empty = QWidget(self)
        self.words = WrappedLabel("", self._empty)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bring = QPushButton(self._empty)
        self.bring.setMinimumWidth(220)
        self.bring.setAutoDefault(True)
        self.bring.clicked.connect(lambda: acts("import")())
        column = QVBoxLayout(self._empty)
        column.addStretch(2)
        column.addWidget(self.words)
        column.addSpacing(12)
        column.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.setMinimumSize(1, 1)  # what is mostly not seen must not keep the panels from their widths
        self.addWidget(self.start)
        self.addWidget(self._empty)
        self.retranslate()
        self.show_state(False)

    def show_state(self, has_project: bool, has_documents: bool = False) -> None:
        """Say what there is to do."""
        self.start.tell("")
        self._has_documents = has_documents
        # Without a button the keys must be somewhere all the same.
        self._empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_documents else Qt.FocusPolicy.NoFocus)
        if has_documents and self.window().focusWidget() is self.bring:
            self._empty.setFocus(Qt.FocusReason.OtherFocusReason)  # before Qt gives them to whatever comes next
        self.bring.setVisible(has_project and not has_documents)
        self.setCurrentWidget(self._empty if has_project else self.start)
        if has_project and self.window().focusWidget() is self._empty:  # Qt goes back to what had them there before
            self.focus()
        self._show_words()

    def tell(self, sentence: str) -> None:
        """Say why no project is open."""
        self.start.tell(sentence)

    def focus(self) -> None:
        """Let the keys choose what to do."""
        if self.currentWidget() is self.start:
            self.start.focus()
        else:
            place = self._empty if self._has_documents else self.bring
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Take the words of the window's language."""
        self._show_words()
        self.bring.setText(self.tr("Import resolutions…"))
        self.start.retranslate()

    def _show_words(self) -> None:
        if self._has_documents:
            self.words.setText(self.tr("No document is shown. Choose one in the panel “Documents”."))
        else:
            self.words.setText(
                self.tr("This project has no documents yet. Import resolutions, or drop their files here, to begin.")
            )
