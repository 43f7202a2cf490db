"""The sheet of all keys, beside the window: it stays open while one works."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QPalette, QResizeEvent, QShortcut, QShowEvent, QWheelEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.commands.actions import Actions, shown_key
from gui.dialogs.command_delegate import CommandDelegate
from gui.item_models.commands import CommandModel, Row, filtered, sheet_rows
from gui.session.session import Session
from gui.style.theme import Theme, theme_of
from gui.widgets.tab_order import InReadingOrder
from model.project import Changes

COLUMN_WIDTH = 380  # logical pixels, at least
GAP = 10
Group = tuple[str, list[Row]]


class CheatSheet(InReadingOrder, QDialog):
    """All keys as they are now, by group, in as many columns as there is room for.

    ``panels`` gives the names of panels with menus whose entries name keys; the menus are thrown away afterwards.
    """

    def __init__(
        self,
        actions: Actions,
        session: Session,
        parent: QWidget | None = None,
        panels: Callable[[], Iterable[tuple[str, QMenu]]] = tuple,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._session = session
        self._panels = panels
        self._rows: list[Row] = []
        self.groups: list[Group] = []
        self._columns = 0
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.copy = QPushButton(self)
        self.copy.setAutoDefault(False)
        self._page = QScrollArea(self)
        self._page.setWidgetResizable(True)
        self._page.setFrameShape(QFrame.Shape.NoFrame)
        self._page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        above = QHBoxLayout()
        above.addWidget(self.filter, 1)
        above.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.addLayout(above)
        column.addWidget(self._page, 1)
        self.filter.textChanged.connect(lambda _: self._show_groups())
        self.copy.clicked.connect(self._copy)
        actions.keymap.changed.connect(self._renew)
        session.project_changed.connect(self._renew)
        session.changes.connect(self._follow)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.filter.setFocus)
        self._retranslate()
        self.resize(3 * COLUMN_WIDTH + 60, 720)

    def text(self) -> str:
        """All that is shown, to be pasted elsewhere: a line a row, with its keys behind a tab."""
        parts: list[str] = []
        for title, rows in self.groups:
            lines = (f"{row.name}\t{'  '.join(map(shown_key, row.keys))}".rstrip() for row in rows)
            parts.append("\n".join((title, *lines)))
        return "\n\n".join(parts) + "\n"

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filter.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wanted_columns() != self._columns and self.isVisible():
            self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._renew()
        elif event.type() == QEvent.Type.PaletteChange:
            self._renew()

    def _follow(self, changes: Changes) -> None:
        if changes.rows.keys() & {"project", "layer", "label"}:
            self._renew()

    def _renew(self) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        project = self._session.project
        menus = list(self._panels())
        scheme = None if project is None else project.scheme
        self._rows = sheet_rows(self._actions, scheme, self._session.language, menus)
        for _, menu in menus:
            menu.deleteLater()
        self._show_groups()

    def _show_groups(self) -> None:
        self.groups = []
        for row in filtered(self._rows, self.filter.text()):
            if row.heading:
                self.groups.append((row.name, []))
            else:
                self.groups[-1][1].append(row)
        self._lay_out()

    def _wanted_columns(self) -> int:
        return max(1, (self._page.width() - 20) // COLUMN_WIDTH)

    def _lay_out(self) -> None:
        """Put the groups into columns about as high as each other, in the order of reading."""
        self._columns = self._wanted_columns()
        project = self._session.project
        theme = theme_of(self.palette(), None if project is None else project.scheme)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        cards = [_Group(title, rows, theme, page) for title, rows in self.groups]
        share = sum(card.sizeHint().height() + GAP for card in cards) / self._columns
        columns: list[QVBoxLayout] = []
        for _ in range(self._columns):
            column = QVBoxLayout()
            column.setSpacing(GAP)
            row.addLayout(column, 1)
            columns.append(column)
        filled, number = 0.0, 0
        for card in cards:
            height = card.sizeHint().height() + GAP
            if filled + height / 2 > share * (number + 1) and number + 1 < self._columns:
                number += 1
            columns[number].addWidget(card)
            filled += height
        for column in columns:
            column.addStretch(1)
        if not cards:
            nothing = QLabel(self.tr("Nothing is called that."), page)
            nothing.setTextFormat(Qt.TextFormat.PlainText)
            columns[0].insertWidget(0, nothing)
        self._page.setWidget(page)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keys"))
        self.filter.setPlaceholderText(self.tr("Filter by name or key"))
        self.filter.setAccessibleName(self.tr("Filter by name or key"))
        self.copy.setText(self.tr("&Copy as text"))


class _Group(QFrame):
    """One group: its name over its rows, all of them shown."""

    def __init__(self, title: str, rows: list[Row], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        model = CommandModel(self)
        model.set_rows([Row("", title, heading=True), *rows])
        view = _Rows(self)
        view.setModel(model)
        view.setItemDelegate(CommandDelegate(theme, view))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setSelectionMode(QListView.SelectionMode.NoSelection)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(title)
        view.setFixedHeight(sum(view.sizeHintForRow(place) for place in range(model.rowCount())) + 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 4, 2, 4)
        column.addWidget(view)


class _Rows(QListView):
    """The rows of a group. The wheel scrolls the page that they are on."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
