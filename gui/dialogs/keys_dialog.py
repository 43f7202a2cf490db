"""The keys of all commands, to be changed: each change is kept at once."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.commands.actions import Actions, shown_key
from gui.commands.command_table import BY_ID
from gui.commands.key_map import Clash
from gui.dialogs.command_delegate import CommandDelegate
from gui.dialogs.key_recorder import KeyRecorder
from gui.dialogs.run_dialog import run
from gui.item_models.commands import CommandModel, Row, filtered, key_rows, worded_now
from gui.session.session import Session
from gui.style.theme import theme_of
from gui.widgets.tab_order import InReadingOrder
from gui.widgets.wrapped_label import WrappedLabel


class KeysDialog(InReadingOrder, QDialog):
    """A list of all commands and labels with their keys, and what gives keys to commands and takes them away.

    ``scheme_requested``: the keys of labels, which belong to the project, are to be changed.
    """

    scheme_requested = Signal()

    def __init__(self, actions: Actions, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._keymap = actions.keymap
        self._session = session
        self._asking: str | None = None  # the command that a key is waited for
        self._held: str | None = None  # the key pressed for it, which another command has
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.model = CommandModel(self)
        self.view = _KeyList(self)
        self.view.setModel(self.model)
        self.delegate = CommandDelegate(theme_of(self.palette(), None), self)
        self.view.setItemDelegate(self.delegate)
        self.words = WrappedLabel("", self)
        self.words.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.recorder = KeyRecorder(self)
        kept = self.recorder.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # so that the list does not move
        self.recorder.setSizePolicy(kept)
        self.add, self.remove, self.usual, self.all_usual = (QPushButton(self) for _ in range(4))
        self.labels, self.take, self.close_button = (QPushButton(self) for _ in range(3))
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self._arrange()
        self._connect()
        self._retranslate()
        self._show_rows()
        self.resize(640, 640)

    def _arrange(self) -> None:
        asking = QHBoxLayout()
        asking.addWidget(self.recorder, 1)
        asking.addWidget(self.take)
        changing, ending = QHBoxLayout(), QHBoxLayout()
        for button in (self.add, self.remove, self.usual):
            changing.addWidget(button)
        changing.addStretch(1)
        for button in (self.labels, self.all_usual):
            ending.addWidget(button)
        ending.addStretch(1)
        ending.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.addWidget(self.filter)
        column.addWidget(self.view, 1)
        column.addWidget(self.words)
        for row in (asking, changing, ending):
            column.addLayout(row)

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _: self._show_rows())
        self.view.activated.connect(lambda _: self._ask())
        self.view.removal_requested.connect(self._remove)
        self.view.selectionModel().currentChanged.connect(self._stop)
        self.recorder.pressed.connect(self._pressed)
        self.recorder.left.connect(self._leave)
        self.add.clicked.connect(self._ask)
        self.remove.clicked.connect(self._remove)
        self.usual.clicked.connect(self._reset)
        self.all_usual.clicked.connect(self._reset_all)
        self.take.clicked.connect(self._take_held)
        self.labels.clicked.connect(self.scheme_requested)
        self.close_button.clicked.connect(self.close)
        self._keymap.changed.connect(self._show_rows)

    # What is shown

    def current(self) -> Row | None:
        """The row that is worked on."""
        return self.model.row(self.view.currentIndex())

    def select(self, row_id: str) -> None:
        """Work on a command or, with ``label:`` before its id, look at a label."""
        index = self.model.index_of(row_id)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    def _show_rows(self) -> None:
        project = self._session.project
        scheme = None if project is None else project.scheme
        self.delegate.theme = theme_of(self.palette(), scheme)
        current = self.current()
        rows = filtered(key_rows(self._actions, scheme, self._session.language), self.filter.text())
        self.model.set_rows(rows)
        index = self.model.index_of(current.id) if current is not None else QModelIndex()
        self.view.setCurrentIndex(index if index.isValid() else self.model.first())
        if self.view.currentIndex() == self.model.first():
            self.view.scrollToTop()  # with the heading above it
        else:
            self.view.scrollTo(self.view.currentIndex())
        self.labels.setVisible(project is not None)
        self._stop()

    def _command(self) -> str | None:
        """The command of the current row, where its keys can be changed."""
        row = self.current()
        return row.id if row is not None and row.id in BY_ID and not BY_ID[row.id].fixed else None

    def _stop(self) -> None:
        """Wait for no key any more, and say what there is to know about the current row."""
        self._asking = self._held = None
        self.recorder.hide()
        self.take.hide()
        command = self._command()
        self.add.setEnabled(command is not None)
        self.remove.setEnabled(command is not None and bool(self._keymap.assigned(command)))
        self.usual.setEnabled(command is not None and not self._keymap.is_usual(command))
        self.words.setText(self._about_row())

    def _about_row(self) -> str:
        row = self.current()
        if row is None:
            return "" if self.model.rowCount() else self.tr("Nothing is called that.")
        if row.label:
            return self.tr("The keys of labels belong to the project: they are changed with the labels.")
        if BY_ID[row.id].fixed:
            return self.tr("These keys cannot be changed.")
        lost = [key for key in row.keys if key not in self._keymap.keys(row.id)]
        if lost:
            return self._sentence(Clash("label", self._keymap.labels[lost[0]]), lost[0])
        return self.tr("Enter: add a key. Del: take a key away.")

    # What is changed

    def _ask(self) -> None:
        """Wait for a new key of the current command."""
        command = self._command()
        if command is None:
            return
        self._asking, self._held = command, None
        self.take.hide()
        self.recorder.show()
        self.words.setText(self.tr("Keys without Ctrl or Alt count in the text only."))
        self.recorder.ask(self.tr("Press the key for “{name}”; Esc: none").format(name=self._name(command)))

    def _pressed(self, key: str) -> None:
        command = self._asking
        if command is None:
            return
        clash = self._keymap.clash(key, command)
        self._held = key if clash is not None and clash.kind == "command" else None
        self.take.setVisible(self._held is not None)
        if clash is None:
            self._give(command, key)
            return
        self.words.setText(self._sentence(clash, key))
        if self._held is not None:
            self.take.setText(self.tr("Take it from there"))
            self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self, command: str, key: str) -> None:
        self._keymap.give(command, key)
        self._finish(self.tr("“{name}” has the key {key} now.").format(name=self._name(command), key=shown_key(key)))

    def _take_held(self) -> None:
        if self._asking is not None and self._held is not None:
            self._give(self._asking, self._held)

    def _remove(self) -> None:
        """Take a key away; where there are several, ask which."""
        command = self._command()
        keys = () if command is None else self._keymap.assigned(command)
        if command is None or not keys:
            return
        key = keys[0] if len(keys) == 1 else self.choose_key(keys)
        if key:
            self._keymap.take(command, key)
            words = self.tr("“{name}” does not have the key {key} any more.")
            self._finish(words.format(name=self._name(command), key=shown_key(key)))

    def choose_key(self, keys: tuple[str, ...]) -> str:
        """Asks which of several keys is meant; empty where none."""
        menu = QMenu(self)
        for key in keys:
            menu.addAction(shown_key(key)).setData(key)
        menu.setActiveAction(menu.actions()[0])
        chosen = menu.exec(self.remove.mapToGlobal(self.remove.rect().bottomLeft()))
        menu.deleteLater()
        return "" if chosen is None else str(chosen.data())

    def _reset(self) -> None:
        command = self._command()
        if command is None:
            return
        losers = self._keymap.reset(command)
        words = self.tr("“{name}” has its usual keys again.").format(name=self._name(command))
        if losers:
            names = self.tr(", ").join(self.tr("“{name}”").format(name=self._name(loser)) for loser in losers)
            words = self.tr("{sentence} They were taken from {names}.").format(sentence=words, names=names)
        self._finish(words)

    def _reset_all(self) -> None:
        if self.confirm(self.tr("Give all actions their usual keys?")):
            self._keymap.reset_all()
            self._finish(self.tr("All actions have their usual keys."))

    def confirm(self, question: str) -> bool:
        """Asks before all changes are lost."""
        box = QMessageBox(QMessageBox.Icon.Question, self.windowTitle(), question, parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
        return run(box) == QMessageBox.StandardButton.Yes

    def _finish(self, words: str) -> None:
        self._stop()
        self.words.setText(words)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        if self._asking is not None:
            self._stop()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        # Escape leads out of the question first.
        if self._asking is not None:
            self._leave()
        else:
            super().reject()

    # Words

    def _name(self, command: str) -> str:
        return worded_now(str(BY_ID[command].text)).removesuffix("…")

    def _sentence(self, clash: Clash, key: str) -> str:
        """Why a key cannot simply be had."""
        shown = shown_key(key)
        match clash.kind:
            case "command":
                return self.tr("{key} belongs to “{name}”.").format(key=shown, name=self._name(clash.id))
            case "fixed":
                return self.tr("{key} always means “{name}”.").format(key=shown, name=self._name(clash.id))
            case "label":
                project = self._session.project
                name = clash.id if project is None else project.scheme.label(clash.id).name(self._session.language)
                return self.tr("{key} marks “{label}” in this project.").format(key=shown, label=name)
            case "text":
                return self.tr("{key} moves the caret in the text.").format(key=shown)
            case "menu":
                return self.tr("{key} opens the menu “{menu}”.").format(key=shown, menu=worded_now(clash.id))
            case "system":
                return self.tr("{key} belongs to the system.").format(key=shown)
        return self.tr("An action cannot have this key.")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_rows()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Change keys"))
        self.filter.setPlaceholderText(self.tr("Filter by name or key"))
        self.filter.setAccessibleName(self.tr("Filter by name or key"))
        self.view.setAccessibleName(self.tr("Actions and labels with their keys"))
        self.add.setText(self.tr("&Add a key"))
        self.remove.setText(self.tr("&Take a key away"))
        self.usual.setText(self.tr("&Usual keys"))
        self.all_usual.setText(self.tr("Usual keys for a&ll"))
        self.labels.setText(self.tr("La&yers and labels…"))
        self.close_button.setText(self.tr("&Close"))
        self.take.setText(self.tr("Take it from there"))


class _KeyList(QListView):
    """The list itself: Enter adds a key, Delete takes one away."""

    removal_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
