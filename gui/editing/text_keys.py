"""The keys of the text that are no shortcuts, for elsewhere one types them: letters, brackets, space, Delete."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.commands.command_table import COMMANDS, ONCE
from gui.commands.key_map import Keymap
from gui.commands.keyboard import text_key
from model.annotation.layers import Scheme


class TextKeys(QObject):
    """Takes keys from a widget before it sees them: those of ``keymap`` that are no shortcuts, and the labels'.

    ``acts`` gives the function of a command by its id, ``choose`` is told a label's id, and whether Shift was held. A
    label's key goes before a command's, which can be found in the menus all the same.
    """

    def __init__(
        self,
        widget: QWidget,
        acts: Callable[[str], Callable[[], object]],
        choose: Callable[[str, bool], None],
        keymap: Keymap | None = None,
    ) -> None:
        super().__init__(widget)
        self._acts = acts
        self._choose = choose
        self._keymap = keymap or Keymap(parent=self)
        self._commands: dict[str, str] = {}
        self._keymap.changed.connect(self._take_keys)
        self._take_keys()
        widget.installEventFilter(self)

    @property
    def labels(self) -> Mapping[str, str]:
        """The labels' ids by their physical keys."""
        return self._keymap.labels

    @labels.setter
    def labels(self, labels: Mapping[str, str]) -> None:
        self._keymap.set_labels(labels)

    def _take_keys(self) -> None:
        self._commands = {key: command.id for command in COMMANDS for key in self._keymap.text_keys(command.id)}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = text_key(event)
        label = self.labels.get(key)
        if label is not None:
            if not event.isAutoRepeat():  # a key held down marks once
                self._choose(label, key.startswith("Shift+"))
            return True
        command = self._commands.get(key)
        if command is None:
            return False
        if not (event.isAutoRepeat() and command in ONCE):
            self._acts(command)()
        return True


def label_keys(scheme: Scheme | None) -> dict[str, str]:
    """The labels' ids by their keys; with Shift too, for clauses: that marks the leading phrase along with them."""
    found: dict[str, str] = {}
    layers = () if scheme is None else scheme.layers
    holding = {layer.within for layer in layers}
    for layer in layers:
        for label in layer.labels:
            if label.key:
                found[label.key] = label.id
                if layer.id in holding and len(label.key) == 1 and label.key.isalpha():
                    found[f"Shift+{label.key}"] = label.id
    return found
