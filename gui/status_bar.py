"""The line below: which document of how many, what is selected, who works, and in which file."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from gui.item_models.tool_tips import plain_tool_tip
from gui.refusals import isolated
from gui.session import Session


class StatusBar(QStatusBar):
    """Follows the session. Numbers and paths are isolated, so that they keep their order among Arabic words."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place = (0, 0)
        self.document, self.selection, self.annotator, self.path = (QLabel(self) for _ in range(4))
        for label in (self.document, self.selection, self.annotator, self.path):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setContentsMargins(6, 0, 6, 0)
        self.addWidget(self.document)
        self.addWidget(self.selection)
        self.addPermanentWidget(self.annotator)
        self.addPermanentWidget(self.path)
        session.selection_changed.connect(self._show_selection)
        self.show_place(0, 0)

    def show_place(self, number: int, total: int) -> None:
        """Which document is shown: its number from 1 (0: none) of how many."""
        self._place = (number, total)
        if number:
            template = self.tr("Document {number} of {total}")
            self.document.setText(template.format(number=isolated(f"{number:,}"), total=isolated(f"{total:,}")))
        else:
            self.document.setText(self.tr("No document"))
        self._show_selection(*self._session.selection)
        self._show_project()

    def retranslate(self) -> None:
        """Take the words of the window's language."""
        self.show_place(*self._place)

    def _show_selection(self, start: int, end: int) -> None:
        if self._session.document is None:
            self.selection.setText("")
        elif start == end:
            self.selection.setText(self.tr("Character {offset}").format(offset=isolated(start)))
        else:
            words = self.tr("Characters {range} (%n selected)", "", end - start)
            self.selection.setText(words.format(range=isolated(f"{start}–{end}")))

    def _show_project(self) -> None:
        project = self._session.project
        if project is None:
            self.annotator.setText("")
            self.path.setText("")
            return
        annotator = self._session.annotator
        self.annotator.setText(self.tr("Reading only") if annotator is None else annotator.name)
        self.path.setText(isolated(project.path.name))
        self.path.setToolTip(plain_tool_tip(isolated(project.path.resolve())))
