"""The display of the text as a person set it, by menu, dialog or zooming; kept from one start to the next."""

from collections.abc import Callable
from dataclasses import asdict, fields, replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.settings import Settings
from gui.style.fonts import DEFAULT_PIXEL_SIZE
from gui.text_view.display import DisplayOptions
from gui.text_view.view import TextView

SWITCHES = ("as_stored", "mend_brackets", "show_hidden")  # options that are commands of the menu, by the same names


class TextDisplay(QObject):
    """Holds the options of one text view. ``ask`` asks for them; a test puts another function in its place.

    ``changed``: the text is shown by other options. What is set in another window is shown here too (``reload``).
    """

    changed = Signal()

    def __init__(self, view: TextView, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._view = view
        self._settings = settings
        self._window = window
        self.ask = _ask_display
        view.set_display(options_from(settings.display))
        view.set_text_font(view.display.family, settings.font_size or DEFAULT_PIXEL_SIZE)
        view.font_size_changed.connect(self._keep_size)
        settings.changed.connect(self._follow)

    @property
    def options(self) -> DisplayOptions:
        """What the view shows by."""
        return self._view.display

    def set_options(self, options: DisplayOptions) -> None:
        """Show by other options, and keep them."""
        self._preview(options)
        self._settings.display = asdict(self._view.display)

    def reload(self) -> None:
        """Show by what was kept last, in whatever window that was."""
        options = options_from(self._settings.display)
        if options != self.options:
            self._preview(options)
        pixels = self._settings.font_size or DEFAULT_PIXEL_SIZE
        if pixels != self._view.page.typography.font.pixelSize():
            self._view.set_text_font(self.options.family, pixels)

    def by_command(self) -> dict[str, Callable[[], None]]:
        """The acts by the ids of ``gui.commands.command_table``."""
        return {
            **{name: lambda name=name: self._switch(name) for name in SWITCHES},
            "display": self._ask,
            "zoom_in": self._view.zoom_in,
            "zoom_out": self._view.zoom_out,
            "zoom_reset": lambda: self._view.set_text_font(self.options.family, DEFAULT_PIXEL_SIZE),
        }

    def _switch(self, name: str) -> None:
        self.set_options(replace(self.options, **{name: not getattr(self.options, name)}))

    def _ask(self) -> None:
        chosen = self.ask(self.options, self._preview, self._window)
        if chosen is not None:
            self.set_options(chosen)

    def _preview(self, options: DisplayOptions) -> None:
        self._view.set_display(options)
        self.changed.emit()

    def _follow(self, setting: str) -> None:
        if setting in ("display", "font_size"):
            self.reload()

    def _keep_size(self, pixels: int) -> None:
        if pixels != (self._settings.font_size or DEFAULT_PIXEL_SIZE):
            self._settings.font_size = pixels


def _ask_display(
    options: DisplayOptions, show_options: Callable[[DisplayOptions], None], parent: QWidget | None
) -> DisplayOptions | None:
    from gui.dialogs.display_dialog import ask_display  # loaded when it is first asked for

    return ask_display(options, show_options, parent)


def options_from(stored: dict[str, object]) -> DisplayOptions:
    """The options that were kept; one that is missing, or of another kind than it should be, is the usual one."""
    usual = DisplayOptions()
    known = {field.name: stored.get(field.name) for field in fields(DisplayOptions)}
    kept: dict[str, Any] = {name: value for name, value in known.items() if type(value) is type(getattr(usual, name))}
    return replace(usual, **kept).within_limits()
