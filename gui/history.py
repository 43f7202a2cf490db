"""Undo and redo: a small step at once, a large one beside the window; then the place is shown that it changed."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gui import operations
from gui.dialogs.progress import ProgressDialog
from gui.operation_names import shown_name
from gui.session import Session
from gui.text_view.view import TextView
from model.project import OperationRecord, Project

MANY_PLACES = 12  # an operation that changed more places than this is shown by its first one only
LARGE = 100  # places: taking back that many may keep a window waiting
LOOKED_AT = 2000  # changes of an operation, to count its places: many changes of one document are one place
WHOLESALE = frozenset({"import"})  # operations that may change much in few documents, or nothing that has a place


class History:
    """Goes back and forth in the history of the session's project."""

    def __init__(self, session: Session, view: TextView, window: QWidget) -> None:
        self._session = session
        self._view = view
        self._window = window

    def undo(self) -> None:
        """Take back the newest operation."""
        project = self._session.project
        template = QCoreApplication.translate("Actions", "Undo {name}")
        self._go(operations.undo, None if project is None else project.undoable(), template)

    def redo(self) -> None:
        """Do again what was undone last."""
        project = self._session.project
        template = QCoreApplication.translate("Actions", "Redo {name}")
        self._go(operations.redo, None if project is None else project.redoable(), template)

    def _go(self, act: Callable[[Project], OperationRecord], next_one: OperationRecord | None, template: str) -> None:
        project = self._session.project
        if project is None:
            return
        if next_one is not None and project.annotator is not None and is_large(project, next_one):
            record = self._session.attempt(self._beside, act, template.format(name=shown_name(next_one.name)))
        else:
            record = self._session.attempt(act)
        if record is not None:
            self._show(project, record)

    def _beside(self, project: Project, act: Callable[[Project], OperationRecord], title: str) -> OperationRecord:
        """Do it in a thread of its own, which opens the project for itself."""
        assert project.annotator is not None
        path, name = project.path, project.annotator.name

        def work(_: object) -> OperationRecord:
            with Project.open(path, name) as own:
                return act(own)

        dialog = ProgressDialog(title, work, self._window, stoppable=False)
        try:
            record = dialog.run()
        finally:
            dialog.deleteLater()
            self._session.refresh()
        assert isinstance(record, OperationRecord)
        return record

    def _show(self, project: Project, record: OperationRecord) -> None:
        """Show where the operation changed something: in the document shown, else in the first that it touched."""
        places = project.places(record)
        touched = dict.fromkeys(place.document for place in places)
        present = [document for document in touched if project.summary(document) is not None]
        if not present:
            return
        if self._session.document not in present:
            self._session.set_document(present[0])
        limits = [place.limits for place in places if place.document == self._session.document and place.limits]
        if limits:
            start, end = min(start for start, _ in limits), max(end for _, end in limits)
            self._view.set_selection(start, end if len(limits) <= MANY_PLACES else start)


def is_large(project: Project, record: OperationRecord) -> bool:
    """Whether undoing or redoing this operation takes longer than anyone wants to wait for a key."""
    return record.name in WHOLESALE or len(project.places(record, LOOKED_AT)) >= LARGE
