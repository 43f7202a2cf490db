"""What stands in the window while no project is open: the name, the projects opened last, and the ways to begin."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui.background.worker import Worker
from gui.i18n.error_messages import isolated
from gui.settings import Settings
from gui.style.fonts import DEFAULT_FAMILY
from gui.widgets.local_times import short_time
from gui.widgets.row_painting import GAP, RowCursor, dim, draw_text, paint_ground, row_height, smaller, text_width
from gui.widgets.tool_tips import plain_tool_tip
from gui.widgets.wrapped_label import WrappedLabel

NAME, LATIN_NAME = "قرار", "Qarar"  # both in every language
WIDEST = 860  # logical pixels of the whole
NARROW = 560  # logical pixels: with less, the ways to begin stand over the projects
BUTTON = 170  # logical pixels
CROSS = 20  # logical pixels of the sign that takes a row away
WhenRole, ThereRole, PathRole = (Qt.ItemDataRole.UserRole + number for number in range(3))


class RecentModel(QAbstractListModel):
    """The projects opened last, newest first. Whether each is there is found out beside the window whenever the list is
    read, for a drive that does not answer may take a minute to say so; until that is known it counts as there.
    """

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._rows: list[tuple[Path, str]] = []  # path, and when it was opened
        self._missing: set[Path] = set()
        self._asked: set[Path] = set()  # it is being found out whether they are there

    def read(self) -> None:
        """Read the list anew."""
        self.beginResetModel()
        settings = self._settings
        self._rows = [(path, settings.opened(path)) for path in settings.recent]
        self.endResetModel()
        for path, _ in self._rows:
            if path not in self._asked:
                self._look(path)

    def _look(self, path: Path) -> None:
        """Find out about one project; each by itself, so that none waits for another's drive."""
        self._asked.add(path)
        worker = Worker(lambda _: (path, os.path.exists(path)))
        worker.succeeded.connect(self._take)
        worker.start()

    def _take(self, found: tuple[Path, bool]) -> None:
        path, there = found
        self._asked.discard(path)
        if there == (path not in self._missing):
            return
        self._missing ^= {path}
        for row, (each, _) in enumerate(self._rows):
            if each == path:
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        path, opened = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return path.stem
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tool_tip(isolated(path))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = [path.stem, str(path.parent), self.when(index)]
            return "\n".join(word for word in words if word)
        if role == PathRole:
            return path
        if role == ThereRole:
            return path not in self._missing
        if role == WhenRole:
            return short_time(opened) if opened else ""
        return None

    def when(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """What stands at a row's end: when it was opened, or that it is not there."""
        return str(index.data(WhenRole)) if index.data(ThereRole) else self.tr("not found")


class StartScreen(QWidget):
    """``chosen`` and ``sample_requested``: a project to open. ``acts`` gives the functions of commands."""

    chosen = Signal(object)
    sample_requested = Signal()

    def __init__(
        self, acts: Callable[[str], Callable[[], object]], settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.model = RecentModel(settings, self)
        self.name = QLabel(NAME, self)
        self.name.setFont(_large(QFont(DEFAULT_FAMILY), 56))
        self.latin = QLabel(LATIN_NAME, self)
        self.latin.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.latin.setFont(_large(self.font(), 22))
        self.about = WrappedLabel("", self)
        self.about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.refused = WrappedLabel("", self)
        self.refused.setFrameShape(QFrame.Shape.StyledPanel)
        self.refused.setMargin(8)
        self.refused.setAutoFillBackground(True)
        self.refused.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.refused.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.refused.hide()
        self.new, self.open, self.sample = QPushButton(self), QPushButton(self), QPushButton(self)
        self.new.clicked.connect(acts("new"))
        self.open.clicked.connect(acts("open"))
        self.sample.clicked.connect(self.sample_requested)
        for button in (self.new, self.open, self.sample):
            button.setAutoDefault(True)  # Return presses it
            button.setMinimumWidth(BUTTON)
        self.title = QLabel(self)
        self.title.setFont(_bold(self.font()))
        self.list = RecentList(self)
        self.list.setModel(self.model)
        self.title.setBuddy(self.list)
        self.none = WrappedLabel("", self)
        self.none.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.none.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.hint = WrappedLabel("", self)
        self.hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.list.opened.connect(self._open)
        self.list.removed.connect(self._remove)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(14)
        heading.addWidget(self.name, 0, Qt.AlignmentFlag.AlignBaseline)
        heading.addWidget(self.latin, 0, Qt.AlignmentFlag.AlignBaseline)
        heading.addStretch(1)
        ways = QVBoxLayout()
        ways.setSpacing(8)
        for button in (self.new, self.open, self.sample):
            ways.addWidget(button)
        ways.addStretch(1)
        recent = QVBoxLayout()
        recent.setSpacing(6)
        recent.addWidget(self.title)
        recent.addWidget(self.none, 1)
        recent.addWidget(self.list, 1)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(28)
        self._parts.addLayout(ways)
        self._parts.addLayout(recent, 1)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addLayout(heading)
        column.addWidget(self.about)
        column.addWidget(self.refused)
        column.addSpacing(8)
        column.addLayout(self._parts, 1)
        column.addWidget(self.hint)
        self._inside = QWidget(self)
        self._inside.setLayout(column)
        self._inside.setMaximumWidth(WIDEST)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 16)
        whole.addStretch(1)
        whole.addWidget(self._inside, 1000)
        whole.addStretch(1)

    def tell(self, sentence: str) -> None:
        """Say why a project is not open; an empty sentence takes the last away."""
        self.refused.setText(sentence)
        self.refused.setVisible(bool(sentence))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read()

    def read(self) -> None:
        """Show the projects as they are now."""
        self.model.read()
        some = self.model.rowCount() > 0
        self.list.setVisible(some)
        self.none.setVisible(not some)
        if some:
            self.list.setCurrentIndex(self.model.index(0, 0))

    def focus(self) -> None:
        """Let the keys choose a project, or else a way to begin."""
        (self.list if self.model.rowCount() else self.new).setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            narrow = self.width() < NARROW
            way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
            if self._parts.direction() != way:
                self._parts.setDirection(way)
        return super().event(event)

    def _open(self, index: QModelIndex) -> None:
        if index.data(ThereRole):
            self.chosen.emit(index.data(PathRole))
        else:
            self.tell(self.tr("{path} is not there any more.").format(path=isolated(index.data(PathRole))))

    def _remove(self, index: QModelIndex) -> None:
        row = index.row()
        self._settings.remove_recent(index.data(PathRole))
        self.read()
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1), 0))

    def retranslate(self) -> None:
        """Take the words of the window's language."""
        self.about.setText(self.tr("Mark the clauses of resolutions, and say what they are about."))
        self.new.setText(self.tr("&New project…"))
        self.open.setText(self.tr("&Open a project…"))
        self.sample.setText(self.tr("Open the &sample"))
        self.sample.setToolTip(plain_tool_tip(self.tr("Three invented resolutions with their marks, to try things on")))
        self.title.setText(self.tr("&Recent projects"))
        self.none.setText(self.tr("None yet. What you open will be listed here."))
        self.hint.setText(self.tr("A project can also be dropped here from the file manager."))
        self.list.setAccessibleName(self.tr("Recent projects"))
        self.list.retranslate()


class RecentList(QListView):
    """One project a row. Return or a click opens it, Delete or its cross takes it off the list."""

    opened = Signal(QModelIndex)
    removed = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Row(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words of the window's language."""
        self.remove_text = self.tr("&Take off the list")
        self.viewport().update()

    def cross(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Where a row has the sign that takes it away."""
        area = self.visualRect(index)
        return RowCursor(area, self.layoutDirection()).trailing(CROSS)

    def at_cross(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether the mouse is on that sign."""
        return self.cross(index).contains(self.viewport().mapFromGlobal(self.cursor().pos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(index)
        elif index.isValid() and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(index)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        on_cross = self.cross(index).contains(event.position().toPoint())
        (self.removed if on_cross else self.opened).emit(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.remove_text).triggered.connect(lambda: self.removed.emit(index))
        place = self.visualRect(index).center() if by_key else event.pos()
        menu.popup(self.viewport().mapToGlobal(QPoint(place)))


class _Row(QStyledItemDelegate):
    """A project's name with when it was opened, the folder below it, and the cross while the mouse is there."""

    def __init__(self, view: RecentList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, row_height(option.font, smaller(option.font), padding=6))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = self._view.model()
        assert isinstance(model, RecentModel)
        ground, text = paint_ground(painter, option, keys_go_here=self._view.hasFocus())
        quiet = dim(ground, text)
        there, path = bool(index.data(ThereRole)), index.data(PathRole)
        name_font, small = _bold(option.font), smaller(option.font)
        row = RowCursor(option.rect, option.direction)
        cross = row.trailing(CROSS)
        when = model.when(index)
        beside = row.trailing(text_width(when, small) + GAP)
        rest = row.rest()
        upper = rest.adjusted(0, 6, 0, 0)
        upper.setHeight(row_height(option.font, padding=0))
        lower = rest.adjusted(0, 6 + upper.height(), 0, 0)
        lower.setHeight(row_height(small, padding=0))
        beside.setTop(upper.top())
        beside.setHeight(upper.height())
        painter.setPen(text if there else quiet)
        draw_text(painter, upper, isolated(path.stem), option.direction, name_font)
        painter.setPen(quiet)
        draw_text(painter, beside, when, option.direction, small)
        draw_text(painter, lower, isolated(_folder(path)), option.direction, small)
        if option.rect.contains(self._view.viewport().mapFromGlobal(self._view.cursor().pos())) or not there:
            painter.setPen(text if self._view.at_cross(index) else quiet)
            painter.setFont(option.font)
            painter.drawText(cross, Qt.AlignmentFlag.AlignCenter, "×")


def _folder(path: Path) -> str:
    """A project's folder, from the user's own where it is in there."""
    home = Path.home()
    return str("~" / path.parent.relative_to(home)) if path.parent.is_relative_to(home) else str(path.parent)


def _large(font: QFont, pixels: int) -> QFont:
    font.setPixelSize(pixels)
    return font


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold
