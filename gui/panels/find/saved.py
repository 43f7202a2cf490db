"""Saved searches: a button with a menu in which they are run, kept, renamed and deleted."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QPushButton, QWidget

from gui import search_operations
from gui.commands.dynamic_menus import empty, inner_menu
from gui.session.session import Session
from model.errors import UserError
from model.search.query import Query
from model.search.saved import SavedSearch


class SavedSearches(QPushButton):
    """``run`` gives the query of a saved search that was chosen. ``query`` is asked for the one that is to be saved."""

    run = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.query = Query("")
        self.list = QMenu(self)
        self.list.aboutToShow.connect(self.fill)
        self.setMenu(self.list)
        self._retranslate()

    def ask_name(self, title: str, name: str) -> str | None:
        """The name of a saved search, asked for; None where the dialog was left."""
        found, kept = QInputDialog.getText(self, title, self.tr("Name:"), QLineEdit.EchoMode.Normal, name)
        return found if kept else None

    def searches(self) -> list[SavedSearch]:
        """The saved searches of the project, by name."""
        try:
            return [] if self._session.project is None else self._session.project.saved_searches()
        except UserError as refusal:
            self._session.refuse(refusal)
            return []

    def fill(self) -> None:
        """Make the menu anew."""
        empty(self.list)
        searches = self.searches()
        may_write = self._session.annotator is not None
        for search in searches:
            self.list.addAction(_shown(search)).triggered.connect(
                lambda _=False, query=search.query: self.run.emit(query)
            )
        if searches:
            self.list.addSeparator()
        keep = self.list.addAction(self.tr("&Save this search…"))
        keep.setEnabled(may_write and bool(self.query.text))
        keep.triggered.connect(self.save)
        for title, act in ((self.tr("&Rename"), self.rename), (self.tr("&Delete"), self.delete)):
            menu = inner_menu(self.list, title)
            menu.setEnabled(may_write and bool(searches))
            for search in searches:
                menu.addAction(_shown(search)).triggered.connect(lambda _=False, act=act, search=search: act(search))

    def save(self) -> None:
        """Keep the query under a name that is asked for."""
        name = self.ask_name(self.tr("Save the search"), self.query.text)
        if name is not None:
            kept = self._session.attempt(search_operations.save_search, name, self.query)
            if kept is not None:
                self._session.message.emit(self.tr("Saved as {name}.").format(name=f"\u2068{kept.name}\u2069"))

    def rename(self, search: SavedSearch) -> None:
        """Give a search another name, which is asked for."""
        name = self.ask_name(self.tr("Rename the search"), search.name)
        if name is not None:
            self._session.attempt(search_operations.rename_search, search.id, name)

    def delete(self, search: SavedSearch) -> None:
        """Take a search away; undo brings it back."""
        self._session.attempt(search_operations.delete_search, search.id)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setText(self.tr("Saved"))
        self.setAccessibleName(self.tr("Saved searches"))


def _shown(search: SavedSearch) -> str:
    """The name as a menu shows it."""
    return search.name.replace("&", "&&")
