"""Finding, in the text and in the project: which of the two a key means, and whose hits the text shows."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.find_bar import FindBar
from gui.panels.find import FindPanel
from gui.session import Session
from gui.text_view.view import TextView


class Find(QObject):
    """Leads keys to the bar or the panel, and shows the hits of the bar, or while it is away those of the panel.

    ``open_panel`` shows the panel, in front of others.
    """

    def __init__(
        self, session: Session, view: TextView, bar: FindBar, panel: FindPanel, open_panel: Callable[[], object]
    ) -> None:
        super().__init__(panel)
        self._session = session
        self._view = view
        self._bar = bar
        self._panel = panel
        self._open_panel = open_panel
        self._in_project = False  # whether the panel was asked for last
        bar.opened.connect(lambda: self._go_on(in_project=False))
        bar.closed.connect(self.show_hits)
        panel.hits_changed.connect(self.show_hits)
        panel.concordance.row_chosen.connect(lambda _: self._go_on(in_project=True))
        view.text_shown.connect(self.show_hits)

    def by_command(self) -> dict[str, Callable[[], None]]:
        """The acts by the ids of ``gui.commands``."""
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
        self._panel.focus_query(selected if self._bar.isHidden() else self._bar.query_line.line.text() or selected)
        self._in_project = True

    def step(self, forward: bool) -> None:
        """The next hit, or the one before, of what was asked for last; where nothing was, it is asked for."""
        focused = QApplication.focusWidget()
        in_panel = focused is not None and self._panel.isAncestorOf(focused)
        if self._panel.has_hits and self._panel.isVisible() and (self._in_project or in_panel):
            self._panel.step(forward)
        elif self._bar.has_query:
            self._bar.step(forward)
        else:
            self._bar.open_bar()

    def show_hits(self) -> None:
        """Show in the text what is to be shown there now."""
        if self._bar.isHidden():
            visible = self._panel.isVisible()
            hits, current = self._panel.shown_hits() if visible else ([], None)
            self._view.set_hits(hits, current)

    def _go_on(self, *, in_project: bool) -> None:
        self._in_project = in_project
        if in_project:
            self.show_hits()
