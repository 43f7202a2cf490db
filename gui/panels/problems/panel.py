"""The problems panel: what is likely to be wrong in the document shown, the way there, and fixes by one key."""

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gui.commands.actions import shown_key
from gui.commands.key_map import Keymap
from gui.commands.keyboard import physical_key
from gui.i18n.numbers import numbered
from gui.item_models.problems import ProblemModel, ProblemRole
from gui.panels.descriptors.lists import ActingList
from gui.panels.problems.delegate import KEY, ProblemDelegate
from gui.panels.problems.updates import ProblemUpdates
from gui.problem_operations import fix
from gui.session.session import Session
from gui.style.theme import theme_of
from gui.widgets.row_painting import SIDE
from gui.widgets.tool_tips import plain_tool_tip
from gui.widgets.wrapped_label import WrappedLabel
from model.annotation.layers import Scheme
from model.checking.problems import Problem
from model.project import Changes

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class ProblemsPanel(QWidget):
    """A list in the order of the text; below it what fixes the current one.

    ``reveal_requested``: start and end (code points) of what is to be shown in the text; ``leave_requested`` asks to go
    back to the text. It finds nothing out while it is not seen, unless it is asked to step or to fix. ``keymap`` has
    the key that fixes wherever one is.
    """

    reveal_requested = Signal(int, int)
    leave_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None, keymap: Keymap | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._keymap = keymap or Keymap(parent=self)
        self.updates = ProblemUpdates(session, self, self.isVisible)
        self.model = ProblemModel(self)
        self.delegate = ProblemDelegate(theme_of(self.palette(), self._scheme()), self)
        self.view = _ProblemList(self.model, self.delegate, self)
        self.summary = QLabel(self)
        self.fix_button = _FixButton(self)
        self.nothing = WrappedLabel("", self)
        self._stack = QStackedWidget(self)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.view)
        self._retranslate()

    def _arrange(self) -> None:
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.summary.setContentsMargins(SIDE - 4, 0, 0, 0)
        self.nothing.setContentsMargins(SIDE, 4, SIDE, 4)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.nothing.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.fix_button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.view.setUniformItemSizes(True)  # a list that asks each row for its size is slow at 10,000
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.nothing)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.summary, 2)
        foot.addWidget(self.fix_button, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        layout.addWidget(self._stack, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.updates.changed.connect(self._show)
        self.view.stepped.connect(self._reveal)
        self.view.clicked.connect(lambda _: self._reveal())
        self.view.chosen.connect(self._go)
        self.view.fix_wanted.connect(lambda: self.fix_current())
        self.view.leave_requested.connect(self.leave_requested)
        self.view.menu_wanted.connect(lambda where: self.menu().popup(where))
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_fix())
        self.fix_button.clicked.connect(lambda: self.fix_current())
        self._keymap.changed.connect(self._show_key)
        session = self._session
        session.changes.connect(self._follow)
        session.project_changed.connect(self._show_scheme)
        session.language_changed.connect(lambda _: self._show())

    # What the window asks for

    def current(self) -> Problem | None:
        """The problem that the panel's acts are about."""
        return self.model.problem(self.view.currentIndex())

    def has_anything(self) -> bool:
        """Whether there are problems to be seen, or will be as soon as they are found out."""
        self.updates.catch_up()
        return self.model.rowCount() > 0 or self.updates.is_busy

    def step(self, forward: bool) -> None:
        """Go to the next problem behind the selection, or the one before it; behind the last one comes the first."""
        self.updates.catch_up()
        count = self.model.rowCount()
        if not count:
            self._session.message.emit(self._state())
            return
        current = self.current()
        row = self.view.currentIndex().row()
        if current is not None and self._session.selection == (current.start, current.end):
            row += 1 if forward else -1
        else:
            start, end = self._session.selection
            row = self.model.row_behind(max(start, end - 1)) if forward else self.model.row_behind(start - 1) - 1
        self._choose(row % count)
        self._reveal()

    def fix_current(self) -> None:
        """Fix the current problem, or, where none is, the first at the selection or behind it; the one behind that is
        shown then.
        """
        self.updates.catch_up()
        document = self._session.document
        if document is None or not self.model.rowCount():
            self._session.message.emit(self._state())
            return
        if self.updates.is_busy:  # what is known may be fixed already
            self._session.message.emit(self.tr("Looking for problems…"))
            return
        problem = self.current() or self._take_next()
        if problem is None:
            self._session.message.emit(self.tr("No problem is at the selection or behind it."))
            return
        if problem.fix is None:
            self._session.message.emit(self.tr("No single key can fix this; it has to be looked at in the text."))
            return
        if self._session.attempt(fix, document, problem.fix) is None:
            return
        self.updates.catch_up()
        row = min(self.model.row_behind(problem.start - 1), self.model.rowCount() - 1)
        if row >= 0:
            self._choose(row)
            self._reveal()

    def _take_next(self) -> Problem | None:
        start, _ = self._session.selection
        places = enumerate(self.updates.problems)
        row = next((row for row, each in places if each.start >= start or each.end > start), None)
        if row is None:
            return None
        self._choose(row)
        self._reveal()
        return self.current()

    def menu(self) -> QMenu:
        """What can be done with the current problem."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("&Show in the text")).triggered.connect(lambda: self._go())
        said = str(self.view.currentIndex().data(ProblemRole.FIX) or "").replace("&", "&&")
        act = menu.addAction(f"{said}\t{self.delegate.key}" if said else self.tr("No fix by one key"))
        act.setEnabled(self._is_fixable())
        act.triggered.connect(lambda: self.fix_current())
        return menu

    # What is shown

    def _show_key(self) -> None:
        """Name the key that fixes wherever one is; where there is none, the one of the list."""
        keys = self._keymap.shortcuts("mend_problem")
        self.delegate.key = self.model.key = shown_key(keys[0] if keys else KEY)
        self.view.viewport().update()
        self._show_fix()

    def _scheme(self) -> Scheme | None:
        return None if self._session.project is None else self._session.project.scheme

    def _follow(self, changes: Changes) -> None:
        if changes.rows.keys() & {"project", "layer", "label"}:
            self._show_scheme()

    def _show_scheme(self) -> None:
        self.delegate.theme = theme_of(self.palette(), self._scheme())
        self._show()

    def _show(self) -> None:
        self.model.show(self.updates.problems, self._scheme(), self._session.language)
        count = self.model.rowCount()
        self._stack.setCurrentWidget(self.view if count else self.nothing)
        self.nothing.setText("" if count else self._state())
        self.summary.setText(numbered(self.tr("%n problem(s)", "", count), count) if count else "")
        self.summary.setToolTip(plain_tool_tip(self.summary.text()))
        self._show_fix()

    def _state(self) -> str:
        """Why no problem is listed."""
        match self.updates.state:
            case "closed":
                return self.tr("Open a document to see what may be wrong in it.")
            case "unmarked":
                return self.tr("No clause is marked yet. What may be wrong is told as soon as one is.")
            case "looking":
                return self.tr("Looking for problems…")
            case "known":
                return self.tr("No problem was found.")

    def _is_fixable(self) -> bool:
        problem = self.current()
        return problem is not None and problem.fix is not None and self._session.annotator is not None

    def _show_fix(self) -> None:
        """Say what the button would do with the current problem."""
        index = self.view.currentIndex()
        said = str(index.data(ProblemRole.FIX) or "") if index.isValid() else ""
        self.fix_button.setVisible(self.model.rowCount() > 0)
        self.fix_button.setEnabled(self._is_fixable())
        if said:
            text = self.tr("{fix} ({key})").format(fix=said, key=self.delegate.key)
        elif index.isValid():
            text = self.tr("No fix by one key")
        else:
            text = self.tr("Choose a problem to go there")
        self.fix_button.show_text(text)

    # What is done

    def _choose(self, row: int) -> None:
        index = self.model.index(row)
        self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.view.scrollTo(index)

    def _reveal(self) -> None:
        problem = self.current()
        if problem is not None and problem.start < problem.end:
            self.reveal_requested.emit(problem.start, problem.end)

    def _go(self) -> None:
        """Show the current problem in the text, and type there."""
        if self.current() is not None:
            self._reveal()
            self.leave_requested.emit()

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.updates.be_seen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._show_scheme()

    def _retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Problems"))
        self.view.setAccessibleDescription(self.tr("Enter goes to the text, M fixes"))
        self._show()
        self._show_key()


class _FixButton(QPushButton):
    """Its text is cut short where it has no room; the whole is in the tool tip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = ""

    def show_text(self, text: str) -> None:
        """Say what the button does."""
        self._whole = text
        self.setAccessibleName(text)
        self.setToolTip(plain_tool_tip(text))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * SIDE
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))


class _ProblemList(ActingList):
    """The list itself: M fixes, wherever the layout has that letter; arrows show in the text what they go to."""

    fix_wanted = Signal()
    stepped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_fix(event):
            if not event.isAutoRepeat():  # held down it fixes once
                self.fix_wanted.emit()
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self.stepped.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_fix(event):
            event.accept()
            return True
        return super().event(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are no search here: the rows are sentences, and one letter fixes."""


def _is_fix(event: QKeyEvent) -> bool:
    return not event.modifiers() & _COMMANDS and physical_key(event) == KEY
