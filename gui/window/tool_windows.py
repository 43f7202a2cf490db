"""The windows beside the window: palette, sheet of keys, keys, scheme, progress, free terms, how the project is
indexed, about; each made, and its modules loaded, when it is first asked for.
"""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMainWindow, QMenu
from shiboken6 import isValid

from gui.commands.actions import Actions
from gui.dialogs.run_dialog import run
from gui.session.session import Session
from gui.settings import Settings

if TYPE_CHECKING:
    from gui.dialogs.cheat_sheet import CheatSheet
    from gui.dialogs.consistency_dialog import ConsistencyDialog
    from gui.dialogs.free_terms.dialog import FreeTermsDialog
    from gui.dialogs.progress_plots.dialog import ProgressPlots
    from gui.dialogs.scheme_editor.dialog import SchemeEditor
    from gui.window.command_palette import CommandPalette


class Companions(QObject):
    """Opens them. ``panels`` gives the titles of panels with menus that name the keys used in them;
    ``show_concept`` shows the card of a concept (id).
    """

    def __init__(
        self,
        window: QMainWindow,
        actions: Actions,
        session: Session,
        settings: Settings,
        panels: Callable[[], Iterable[tuple[str, QMenu]]],
        show_concept: Callable[[str], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._session = session
        self._settings = settings
        self._panels = panels
        self._show_concept = show_concept
        self._sheet: CheatSheet | None = None
        self._scheme: SchemeEditor | None = None
        self._plots: ProgressPlots | None = None
        self._free_terms: FreeTermsDialog | None = None
        self._consistency: ConsistencyDialog | None = None

    @cached_property
    def palette(self) -> "CommandPalette":
        """The palette of all actions."""
        from gui.window.command_palette import CommandPalette

        palette = CommandPalette(self._window, self._actions, self._session, self._settings.used_commands)
        palette.used_changed.connect(lambda used: setattr(self._settings, "used_commands", used))
        return palette

    def by_command(self) -> dict[str, Callable[[], None]]:
        """The acts by the ids of ``gui.commands.command_table``."""
        return {
            "palette": lambda: self.palette.open(),
            "cheat_sheet": self._open_sheet,
            "keys": self._open_keys,
            "scheme": self._open_scheme,
            "progress_plots": self._open_plots,
            "free_terms": self._open_free_terms,
            "consistency": self._open_consistency,
            "about": self._show_about,
        }

    def close(self) -> None:
        """Close those that stay open beside the window."""
        for dialog in (self._sheet, self._scheme, self._plots, self._free_terms, self._consistency):
            if dialog is not None and isValid(dialog):
                dialog.close()

    def _open_sheet(self) -> None:
        from gui.dialogs.cheat_sheet import CheatSheet

        if self._sheet is None:
            self._sheet = CheatSheet(self._actions, self._session, self._window, self._panels)
        _bring(self._sheet)

    def _open_keys(self) -> None:
        from gui.dialogs.keys_dialog import KeysDialog

        dialog = KeysDialog(self._actions, self._session, self._window)
        wanted: list[bool] = []
        dialog.scheme_requested.connect(lambda: (wanted.append(True), dialog.accept()))
        run(dialog)
        if wanted:
            self._open_scheme()

    def _open_scheme(self) -> None:
        from gui.dialogs.scheme_editor.dialog import SchemeEditor

        if self._scheme is None:
            self._scheme = SchemeEditor(self._session, self._window)
        _bring(self._scheme)

    def _open_plots(self) -> None:
        from gui.dialogs.progress_plots.dialog import ProgressPlots

        if self._plots is None or not isValid(self._plots):  # it goes when it is closed
            self._plots = ProgressPlots(self._session, self._window)
        _bring(self._plots)

    def _open_free_terms(self) -> None:
        from gui.dialogs.free_terms.dialog import FreeTermsDialog

        if self._free_terms is None:
            self._free_terms = FreeTermsDialog(self._session, self._actions["undo"].trigger, self._window)
            self._free_terms.document_wanted.connect(self._session.set_document)
        _bring(self._free_terms)

    def _open_consistency(self) -> None:
        from gui.dialogs.consistency_dialog import ConsistencyDialog

        if self._consistency is None:
            self._consistency = ConsistencyDialog(self._session, self._window)
            self._consistency.document_wanted.connect(self._session.set_document)
            self._consistency.concept_wanted.connect(self._show_concept)
        _bring(self._consistency)

    def _show_about(self) -> None:
        from gui.dialogs.about import show_about

        show_about(self._window)


def _bring(dialog: QDialog) -> None:
    """Show a window that stays open beside this one, in front."""
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
