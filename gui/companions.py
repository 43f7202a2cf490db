"""The windows beside the window: palette, sheet of keys, keys, scheme, display, about; each made when it is first asked
for.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QMenu

from gui.actions import Actions
from gui.command_palette import CommandPalette
from gui.dialogs.about import show_about
from gui.dialogs.cheat_sheet import CheatSheet
from gui.dialogs.keys_dialog import KeysDialog
from gui.dialogs.scheme_editor import SchemeEditor
from gui.session import Session
from gui.settings import Settings


class Companions(QObject):
    """Opens them. ``panels`` gives the titles of panels with menus that name the keys used in them."""

    def __init__(
        self,
        window: QMainWindow,
        actions: Actions,
        session: Session,
        settings: Settings,
        panels: Callable[[], Iterable[tuple[str, QMenu]]],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._session = session
        self._panels = panels
        self.palette = CommandPalette(window, actions, session, settings.used_commands)
        self.palette.used_changed.connect(lambda used: setattr(settings, "used_commands", used))
        self._sheet: CheatSheet | None = None
        self._scheme: SchemeEditor | None = None

    def by_command(self) -> dict[str, Callable[[], None]]:
        """The acts by the ids of ``gui.commands``."""
        return {
            "palette": self.palette.open,
            "cheat_sheet": self._open_sheet,
            "keys": self._open_keys,
            "scheme": self._open_scheme,
            "about": lambda: show_about(self._window),
        }

    def _open_sheet(self) -> None:
        if self._sheet is None:
            self._sheet = CheatSheet(self._actions, self._session, self._window, self._panels)
        _bring(self._sheet)

    def _open_keys(self) -> None:
        dialog = KeysDialog(self._actions, self._session, self._window)
        wanted: list[bool] = []
        dialog.scheme_requested.connect(lambda: (wanted.append(True), dialog.accept()))
        dialog.exec()
        dialog.deleteLater()
        if wanted:
            self._open_scheme()

    def _open_scheme(self) -> None:
        if self._scheme is None:
            self._scheme = SchemeEditor(self._session, self._window)
        _bring(self._scheme)


def _bring(dialog: CheatSheet | SchemeEditor) -> None:
    """Show a window that stays open beside this one, in front."""
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
