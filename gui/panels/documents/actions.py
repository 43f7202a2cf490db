"""What is done to the documents that are chosen in the list: progress, assignee, tags, of all of them in one step."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from gui import document_operations
from gui.background.project_jobs import ProjectJobs
from gui.i18n.numbers import numbered
from gui.item_models.documents import DocumentModel
from gui.panels.documents.filters import DocumentFilters
from gui.session.session import Session
from model.annotation.documents import ProgressState
from model.progress import ProgressCallback
from model.project import Project

BESIDE = 200  # so many documents and more are written in a thread beside the window: it takes longer than one waits
OFFERED = 15  # tags that the menu offers; others are typed

Act = Callable[[Project, ProgressCallback | None], bool]


class DocumentActions(QObject):
    """The menu of the chosen documents. ``chosen`` gives their ids; ``ask_tag`` opens a dialog, in whose place tests
    put another. ``details_wanted``: the data of the document shown are to be seen.
    """

    details_wanted = Signal()

    def __init__(
        self,
        session: Session,
        model: DocumentModel,
        filters: DocumentFilters,
        chosen: Callable[[], list[str]],
        panel: QWidget,
    ) -> None:
        super().__init__(panel)
        self._session = session
        self._model = model
        self._filters = filters
        self._chosen = chosen
        self._panel = panel

    def ask_tag(self) -> str | None:
        """A tag that the person types; None where the dialog was left."""
        known = sorted({tag for each in self._model.summaries() for tag in each.tags})
        words, done = QInputDialog.getItem(
            self._panel, self.tr("New tag"), self.tr("Tag"), ["", *known], 0, editable=True
        )
        return words if done and words.strip() else None

    def open_menu(self, place: QPoint) -> None:
        """Show the menu at a place of the screen."""
        menu = self.menu()
        menu.setParent(self._panel, menu.windowFlags())
        menu.popup(place)

    def menu(self) -> QMenu:
        """The menu for what is chosen now."""
        chosen = self._chosen()
        summaries = [summary for summary in map(self._model.summary, chosen) if summary is not None]
        menu = QMenu(self._panel)
        menu.aboutToHide.connect(menu.deleteLater)
        if len(chosen) > 1:
            heading = menu.addAction(numbered(self.tr("%n document(s)", "", len(chosen)), len(chosen)))
            heading.setEnabled(False)
            menu.addSeparator()
        for task, name in self._filters.tasks().items():
            states = {summary.state(task) for summary in summaries}
            inner = menu.addMenu(name.replace("&", "&&"))
            for state, words in self._filters.states().items():
                self._add(inner, words, self._setter(chosen, task, state), checked=states == {state})
        menu.addSeparator()
        self._add_people(menu.addMenu(self.tr("&Assign to")), chosen, {summary.assignee for summary in summaries})
        counts = Counter(tag for summary in summaries for tag in summary.tags)
        self._add_tags(menu.addMenu(self.tr("&Tags")), chosen, counts)
        if len(chosen) == 1:
            menu.addSeparator()
            self._add(menu, self.tr("&Note and data…"), self.details_wanted.emit)
        writable = self._session.annotator is not None and bool(chosen)
        for action in menu.actions():
            if action.menu() is not None:
                action.setEnabled(writable)
        return menu

    def _add_people(self, menu: QMenu, chosen: list[str], now: set[str | None]) -> None:
        project, me = self._session.project, self._session.annotator
        if project is None or me is None:
            return
        others = [person for person in project.annotators() if person.id != me.id]
        self._add(menu, self.tr("&Me"), lambda: self.assign(chosen, me.id), checked=now == {me.id})
        self._add(menu, self.tr("&Nobody"), lambda: self.assign(chosen, None), checked=now == {None})
        if others:
            menu.addSeparator()
        for person in others:
            words = person.name.replace("&", "&&")
            self._add(menu, words, self._assigner(chosen, person.id), checked=now == {person.id})

    def _add_tags(self, menu: QMenu, chosen: list[str], counts: Counter[str]) -> None:
        everywhere = Counter(tag for each in self._model.summaries() for tag in each.tags)
        offered = {*counts, *(tag for tag, _ in everywhere.most_common(OFFERED))}
        for tag in sorted(offered):
            words = tag.replace("&", "&&")
            self._add(menu, words, self._tagger(chosen, tag, counts[tag]), checked=counts[tag] == len(chosen))
        if offered:
            menu.addSeparator()
        self._add(menu, self.tr("&New tag…"), lambda: self.add_asked_tag(chosen))

    def _setter(self, chosen: Sequence[str], task: str, state: ProgressState) -> Callable[[], object]:
        return lambda: self.set_progress(chosen, task, state)

    def _assigner(self, chosen: Sequence[str], annotator: str) -> Callable[[], object]:
        return lambda: self.assign(chosen, annotator)

    def _tagger(self, chosen: Sequence[str], tag: str, having: int) -> Callable[[], object]:
        if having == len(chosen):
            return lambda: self.change_tags(chosen, remove=(tag,))
        return lambda: self.change_tags(chosen, add=(tag,))

    def _add(self, menu: QMenu, words: str, act: Callable[[], object], *, checked: bool | None = None) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(lambda _=False: act())
        if checked is not None:
            action.setCheckable(True)
            action.setChecked(checked)
        return action

    # Acts

    def set_progress(self, documents: Sequence[str], task: str, state: ProgressState) -> bool:
        """Say how far a task is in these documents; says whether that was done."""
        return self._perform(
            documents,
            lambda project, on_progress: document_operations.set_progress(project, documents, task, state, on_progress),
        )

    def assign(self, documents: Sequence[str], annotator: str | None) -> bool:
        """Give these documents to an annotator, or to nobody."""
        return self._perform(
            documents,
            lambda project, on_progress: document_operations.assign_to(project, documents, annotator, on_progress),
        )

    def change_tags(self, documents: Sequence[str], *, add: Iterable[str] = (), remove: Iterable[str] = ()) -> bool:
        """Put tags on these documents and take others off."""
        return self._perform(
            documents,
            lambda project, on_progress: document_operations.change_tags(
                project, documents, add=tuple(add), remove=tuple(remove), on_progress=on_progress
            ),
        )

    def add_asked_tag(self, documents: Sequence[str]) -> None:
        """Put a tag that is asked for on these documents."""
        tag = self.ask_tag()
        if tag is not None:
            self.change_tags(documents, add=(tag,))

    def _perform(self, documents: Sequence[str], act: Act) -> bool:
        """Do it here where there are few documents, else beside the window, which shows how far it is."""
        project = self._session.project
        if project is None or not documents:
            return False
        if len(documents) < BESIDE or project.annotator is None:
            return self._session.attempt(act, None) is not None
        return bool(ProjectJobs(self._session, self._panel.window()).write(self.tr("Changing documents"), act))
