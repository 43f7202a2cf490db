"""The history panel: what was done to the project, by whom and when; from here one goes to a place, and back to a
time."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.i18n.numbers import numbered
from gui.i18n.operation_names import shown_name
from gui.item_models.history_list import Filter, HistoryModel
from gui.panels.descriptors.lists import ActingList
from gui.panels.history.delegate import HistoryDelegate
from gui.session.session import Session
from gui.widgets.row_painting import SIDE, line_height, smaller
from gui.widgets.stacked_pages import show_page
from gui.widgets.wrapped_label import WrappedLabel
from model.project import Changes, Step
from model.text.folding import fold

SOON = 60  # ms: whoever marks at speed is not kept waiting by a list that grows beside the text
NEXT_LOOK = 60_000  # ms between two looks at whether “today” is still the same day


class HistoryPanel(QWidget):
    """A list of operations below its filters, with the way back below it.

    ``go_requested`` gives the ``OperationRecord`` whose place is to be shown; ``undo_back_requested`` and
    ``redo_up_requested`` the ``Step`` after which, or up to which, all is to be undone or redone; ``leave_requested``
    asks to go back to the text.
    """

    go_requested = Signal(object)
    undo_back_requested = Signal(object)
    redo_up_requested = Signal(object)
    leave_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self._names: set[str] | None = None  # of the project's operations; read when they are first asked for
        self.model = HistoryModel(self)
        self.filter = _FilterLine(self)
        self.documents = QComboBox(self)
        self.people = QComboBox(self)
        self.view = _HistoryList(self.model, HistoryDelegate(self), self)
        self._nothing = WrappedLabel("", self)
        self._stack = QStackedWidget(self)
        self.back = QPushButton(self)
        self._meaning = WrappedLabel("", self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SOON)
        self._clock = QTimer(self)
        self._clock.setInterval(NEXT_LOOK)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.view)
        self._retranslate()

    def _arrange(self) -> None:
        self.filter.setClearButtonEnabled(True)
        for combo in (self.documents, self.people):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(4)
        for label in (self._nothing, self._meaning):
            label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(SIDE, 4, SIDE, 4)
        self._nothing.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._meaning.setFont(smaller(self.font(), 0.92))
        self._meaning.setFixedHeight(2 * line_height(self._meaning.font()) + 2)
        self._meaning.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.back.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.view.setUniformItemSizes(True)  # a list that asks each row for its size is slow at 10,000
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        choices = QHBoxLayout()
        choices.setSpacing(4)
        choices.addWidget(self.documents, 1)
        choices.addWidget(self.people, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        layout.addWidget(self.filter)
        layout.addLayout(choices)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.back)
        layout.addWidget(self._meaning)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter_changed)
        self.filter.down_requested.connect(lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.documents.currentIndexChanged.connect(self._filter_changed)
        self.people.currentIndexChanged.connect(self._filter_changed)
        self.view.chosen.connect(self.go_to_current)
        self.view.leave_requested.connect(self.leave_requested)
        self.view.up_requested.connect(lambda: self.filter.setFocus(Qt.FocusReason.OtherFocusReason))
        self.view.menu_wanted.connect(self._open_menu)
        self.view.selectionModel().currentChanged.connect(self._show_way)
        self.model.modelReset.connect(self._show_state)
        self.back.clicked.connect(self.go_back)
        self._timer.timeout.connect(self.catch_up)
        self._clock.timeout.connect(self.model.retranslate)
        session = self._session
        session.project_changed.connect(self._show_project)
        session.document_changed.connect(self._show_document)
        session.changes.connect(self._follow)

    # What is listed

    def focus_filter(self) -> None:
        """Type into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def current(self) -> Step | None:
        """The step that the panel's acts are about."""
        return self.model.step(self.view.currentIndex())

    def catch_up(self) -> None:
        """Show at once what was written since; by itself the panel does so a moment after each commit."""
        self._timer.stop()
        if self._stale:
            self._read()
            return
        self.view.keep_place(self.model.catch_up)
        self._show_state()

    def _read(self) -> None:
        """Read the list anew."""
        self._stale = False
        kept = self.current()
        project = self._session.project
        self._show_people()
        self.model.show_history(project, self._wanted())
        if kept is not None:
            rows = range(self.model.rowCount())
            found = (self.model.index(row) for row in rows if self._sequence(row) == kept.record.sequence)
            self.view.setCurrentIndex(next(found, QModelIndex()))

    def _sequence(self, row: int) -> int:
        step = self.model.step(self.model.index(row))
        return 0 if step is None else step.record.sequence

    def _wanted(self) -> Filter:
        typed = fold(self.filter.text().strip()).casefold()
        names = None
        if typed:
            names = frozenset(name for name in self._known_names() if typed in fold(shown_name(name)).casefold())
        here = self.documents.currentIndex() == 1
        # Where no document is open, nothing was done to it.
        document = (self._session.document or "") if here else None
        return Filter(document, self.people.currentData() or None, names)

    def _known_names(self) -> set[str]:
        if self._names is None:
            project = self._session.project
            self._names = set() if project is None else set(project.operation_names())
        return self._names

    def _filter_changed(self, *_: object) -> None:
        self._reread()

    def _reread(self) -> None:
        self._stale = True
        if self.isVisible():
            self._read()

    def _show_project(self) -> None:
        self._names = None
        self.view.setCurrentIndex(QModelIndex())
        if self.filter.text():
            self.filter.clear()
        self._reread()

    def _show_document(self, *_: object) -> None:
        if self.documents.currentIndex() == 1:
            self._reread()

    def _follow(self, changes: Changes) -> None:
        if "document" in changes.rows:
            self.model.forget_names()
        if not self.filter.text():
            self._names = None  # of several operations told at once, only the newest is named
        elif changes.operation.name not in self._known_names():
            self._names, self._stale = None, True
        if self.isVisible():
            self._timer.start()
        # Hidden, it asks when it is shown: the model knows how far it has read.

    def _show_people(self) -> None:
        """Whoever has done something can be chosen; the choice stays."""
        project = self._session.project
        people = [] if project is None else project.operating_annotators()
        shown = [(self.people.itemText(row), self.people.itemData(row)) for row in range(1, self.people.count())]
        if shown == [(each.name, each.id) for each in people]:
            return
        chosen = self.people.currentData()
        self.people.blockSignals(True)
        while self.people.count() > 1:
            self.people.removeItem(1)
        for each in people:
            self.people.addItem(each.name, each.id)
        self.people.setCurrentIndex(max(0, self.people.findData(chosen)))
        self.people.blockSignals(False)

    def _show_state(self) -> None:
        if self.model.rowCount():
            show_page(self._stack, self.view, self.filter)
        else:
            show_page(self._stack, self._nothing, self.filter)
            if self._session.project is None:
                self._nothing.setText(self.tr("Open a project to see what was done to it."))
            elif self.model.filter == Filter():
                self._nothing.setText(self.tr("Nothing has been done yet."))
            else:
                self._nothing.setText(self.tr("Nothing that was done fits the filter."))
        self._show_way()

    def _show_way(self, *_: object) -> None:
        """Say what the button below would do with the current step."""
        step, project = self.current(), self._session.project
        back = forth = 0
        if step is not None and project is not None:
            back = project.undone_by_going_back(step.record.sequence)
            forth = project.redone_by_going_forth(step.record.sequence)
        self.back.setText(self.tr("Redo up to here") if forth else self.tr("Undo back to here"))
        self.back.setEnabled(bool(back or forth) and self._session.annotator is not None)
        if step is None:
            self._meaning.setText(self.tr("Choose an operation to go back to the state right after it."))
        elif forth:
            words = self.tr("Does %n undone operation(s) again, this one last.", "", forth)
            self._meaning.setText(numbered(words, forth))
        elif back and self.model.filter == Filter():
            self._meaning.setText(
                numbered(self.tr("Takes back %n later operation(s); this one stays.", "", back), back)
            )
        elif back:
            words = self.tr("Takes back %n later operation(s), also those not listed; this one stays.", "", back)
            self._meaning.setText(numbered(words, back))
        elif step.state == "lost":
            self._meaning.setText(self.tr("It was undone, and what was done after that ended redo."))
        else:
            self._meaning.setText(self.tr("Nothing was done after it that could be taken back."))

    # What is done

    def go_to_current(self) -> None:
        """Ask for the place of the current step."""
        step = self.current()
        if step is not None:
            self.go_requested.emit(step.record)

    def go_back(self) -> None:
        """Ask for everything to be undone that came after the current step, or redone up to it where it is undone."""
        step, project = self.current(), self._session.project
        if step is None or project is None:
            return
        if project.redone_by_going_forth(step.record.sequence):
            self.redo_up_requested.emit(step)
        elif project.undone_by_going_back(step.record.sequence):
            self.undo_back_requested.emit(step)
        self.catch_up()

    def menu(self) -> QMenu:
        """What can be done with the current step."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Show in the text")).triggered.connect(lambda: self.go_to_current())
        act = menu.addAction(self.back.text())
        act.setEnabled(self.back.isEnabled())
        act.triggered.connect(lambda: self.go_back())
        return menu

    def _open_menu(self, where: QPoint) -> None:
        self.menu().popup(where)

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()
        self.catch_up()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self._clock.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.model.forget_names()
            if self.filter.text():
                self._reread()

    def _retranslate(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter by operation"))
        self.filter.setAccessibleName(self.tr("Filter by operation"))
        self.documents.setAccessibleName(self.tr("Documents"))
        self.people.setAccessibleName(self.tr("Annotator"))
        self.view.setAccessibleName(self.tr("History"))
        for combo, words in (
            (self.documents, [self.tr("All documents"), self.tr("This document")]),
            (self.people, [self.tr("Everyone")]),
        ):
            combo.blockSignals(True)
            for place, word in enumerate(words):
                if place < combo.count():
                    combo.setItemText(place, word)
                else:
                    combo.addItem(word)
            combo.blockSignals(False)
        self._show_state()


class _FilterLine(QLineEdit):
    """Escape empties it first; Down goes into the list."""

    down_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down_requested.emit()
        else:
            super().keyPressEvent(event)


class _HistoryList(ActingList):
    """The list itself: what is in sight stays there while rows come on top, but for a list at its top, which shows
    them."""

    def keep_place(self, change: Callable[[], None]) -> None:
        """Do something to the model without moving what is in sight."""
        bar = self.verticalScrollBar()
        first = self.model().index(0, 0)
        if bar.value() <= 0 or not first.isValid():
            change()
            return
        kept, height, value = QPersistentModelIndex(first), self.visualRect(first).height(), bar.value()
        change()
        added = kept.row()
        if added > 0:
            self.executeDelayedItemsLayout()
            bar.setValue(value + added * height)
