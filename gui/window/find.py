"""Finding, in the text and in the project: which of the two a key means, and whose hits the text shows."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.find.find_bar import FindBar
from gui.session.session import Session
from gui.text_view.view import TextView

if TYPE_CHECKING:
    from gui.panels.find.panel import FindPanel


class Find(QObject):
    """Leads keys to the bar or the panel, and shows the hits of the bar, or while it is away those of the panel.

    ``open_panel`` shows the panel, in front of others, made if it was not there (``use``).
    """

    def __init__(self, session: Session, view: TextView, bar: FindBar, open_panel: Callable[[], object]) -> None:
        super().__init__(bar)
        self._session = session
        self._view = view
        self._bar = bar
        self._panel: FindPanel | None = None
        self._open_panel = open_panel
        self._in_project = False  # whether the panel was asked for last
        bar.opened.connect(lambda: self._go_on(in_project=False))
        bar.closed.connect(self.show_hits)
        view.text_shown.connect(self.show_hits)

    def use(self, panel: "FindPanel") -> None:
        """Go by this panel, which was made now."""
        self._panel = panel
        panel.hits_changed.connect(self.show_hits)
        panel.concordance.row_chosen.connect(lambda _: self._go_on(in_project=True))

    def by_command(self) -> dict[str, Callable[[], None]]:
        """The acts by the ids of ``gui.commands.command_table``."""
        return {
            "find": self._bar.open_bar,
            "find_next": lambda: self.step(True),
            "find_previous": lambda: self.step(False),
            "find_in_project": self.find_in_project,
        }

    def find_in_project(self) -> None:
        """Type a query for the project: what is selected, else what was typed into the bar."""
        start, end = self._view.selection()
        self._open_panel()
        selected = self._view.page.text[start:end]
        if self._panel is not None:
            self._panel.focus_query(selected if self._bar.isHidden() else self._bar.query_line.line.text() or selected)
        self._in_project = True

    def step(self, forward: bool) -> None:
        """The next hit, or the one before, of what was asked for last; where nothing was, it is asked for."""
        focused, panel = QApplication.focusWidget(), self._panel
        in_panel = focused is not None and panel is not None and panel.isAncestorOf(focused)
        if panel is not None and panel.has_hits and panel.isVisible() and (self._in_project or in_panel):
            panel.step(forward)
        elif self._bar.has_query:
            self._bar.step(forward)
        else:
            self._bar.open_bar()

    def show_hits(self) -> None:
        """Show in the text what is to be shown there now."""
        if self._bar.isHidden():
            panel = self._panel
            hits, current = ([], None) if panel is None or not panel.isVisible() else panel.shown_hits()
            self._view.set_hits(hits, current)

    def _go_on(self, *, in_project: bool) -> None:
        self._in_project = in_project
        if in_project:
            self.show_hits()
