"""What stands above the hits of a project: what is looked for and where, and what is done with what was found."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from gui.find.query_line import QueryLine
from gui.panels.find.labels import LabelChooser
from gui.panels.find.saved import SavedSearches
from gui.session.session import Session

ONE_ROW = 1500  # logical pixels: from here on all stands in one row
ALL_DOCUMENTS, LISTED_DOCUMENTS = 0, 1


class FindControls(QWidget):
    """The parts, in two rows or in one; the panel says what they do."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.query_line = QueryLine(self, whole_words=True)
        self.search_button = QPushButton(self)
        self.inside = LabelChooser(self)
        self.scope = QComboBox(self)
        self.scope.addItems(["", ""])
        self.saved = SavedSearches(session, self)
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.ticks = _menu_button(self)
        self.mark = _menu_button(self)
        self.export = QPushButton(self)
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._rows.setContentsMargins(4, 4, 4, 2)
        self._rows.setSpacing(4)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.query_line, 3)
        for part in (self.search_button, self.inside, self.scope, self.saved):
            first.addWidget(part)
        second.addWidget(self.count, 1)
        for part in (self.ticks, self.mark, self.export):
            second.addWidget(part)
        self._both = (first, second)
        for row, share in ((first, 3), (second, 2)):
            row.setSpacing(4)
            self._rows.addLayout(row, share)
        self.setFocusProxy(self.query_line)
        self._retranslate()

    def minimumSizeHint(self) -> QSize:
        """That of two rows, in one row too: else a window that was wide could not be made narrow."""
        margins = self._rows.contentsMargins()
        width = max(row.minimumSize().width() for row in self._both) + margins.left() + margins.right()
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= ONE_ROW
        self._rows.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.query_line.line.setPlaceholderText(self.tr("Find in the project"))
        self.query_line.line.setAccessibleName(self.tr("Find in the project"))
        self.inside.setAccessibleName(self.tr("Find only in"))
        self.inside.setToolTip(self.tr("Find only in"))
        self.scope.setItemText(ALL_DOCUMENTS, self.tr("All documents"))
        self.scope.setItemText(LISTED_DOCUMENTS, self.tr("Documents listed now"))
        self.scope.setAccessibleName(self.tr("Documents that are searched"))
        self.scope.setToolTip(self.tr("Documents that are searched"))
        self.ticks.setText(self.tr("Tick"))
        self.export.setText(self.tr("Export…"))


def _menu_button(parent: QWidget) -> QPushButton:
    button = QPushButton(parent)
    button.setMenu(QMenu(button))
    return button
