"""Undo and redo: a small step at once, a large one beside the window; then the place is shown that it changed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from gui import operations
from gui.background.project_jobs import WHOLESALE, ProjectJobs, is_large
from gui.i18n.error_messages import isolated
from gui.i18n.numbers import grouped, numbered
from gui.i18n.operation_names import shown_name
from gui.session.session import Session
from gui.text_view.view import TextView
from model.annotation.changed_spans import came_back
from model.annotation.values import Span
from model.progress import ProgressCallback
from model.project import OperationRecord, Project, Step

MANY_CHANGES = 200  # of a larger operation only so many changes are looked at
MANY_PLACES = 12  # of an operation that changed more places than this none is chosen


class History(QObject):
    """Goes back and forth in the history of the session's project."""

    def __init__(self, session: Session, view: TextView, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._view = view
        self._jobs = ProjectJobs(session, window)
        self._named = ""  # the operation that the next undo takes back, as somebody was told
        session.changes.connect(self.forget_named)
        session.message.connect(self.forget_named)

    def undo(self) -> None:
        """Take back the newest operation. One that brought in whole files is named first, and taken back when that is
        said once more while its name is shown: who takes back mark after mark does not want the documents gone.
        """
        project = self._session.project
        next_one = None if project is None else project.undoable()
        may_write = project is not None and project.annotator is not None
        if may_write and next_one is not None and next_one.name in WHOLESALE and next_one.id != self._named:
            words = self.tr("The next undo takes back a whole step: {name}. Once more, if that is meant.")
            self._session.message.emit(words.format(name=isolated(shown_name(next_one.name))))
            self._named = next_one.id
            return
        self._undo_next()

    def _undo_next(self) -> None:
        project = self._session.project
        template = QCoreApplication.translate("Actions", "Undo {name}")
        self._go(operations.undo, None if project is None else project.undoable(), template)

    def redo(self) -> None:
        """Do again what was undone last."""
        project = self._session.project
        template = QCoreApplication.translate("Actions", "Redo {name}")
        self._go(operations.redo, None if project is None else project.redoable(), template)

    def undo_back_to(self, step: Step) -> None:
        """Take back everything that was done after this operation, which stays; it is said how much that was."""
        count = self._count(step, Project.undone_by_going_back)
        if count == 1:
            self._undo_next()
        elif count:
            title = self.tr("Undo back to {name}").format(name=shown_name(step.record.name))
            self._go_far(step, Project.undo_back_to, Project.undone_by_going_back, title)

    def redo_up_to(self, step: Step) -> None:
        """Do again everything that was undone, up to this operation and with it; it is said how much that was."""
        count = self._count(step, Project.redone_by_going_forth)
        if count == 1:
            self.redo()
        elif count:
            title = self.tr("Redo up to {name}").format(name=shown_name(step.record.name))
            self._go_far(step, Project.redo_up_to, Project.redone_by_going_forth, title)

    def go_to(self, record: OperationRecord) -> None:
        """Show the place that an operation changed, as far as it is still there."""
        project = self._session.project
        if project is None:
            return
        self._session.message.emit("")
        if not self._show(project, record):
            self._session.message.emit(self.tr("There is no place in a text to show for this operation."))

    def _go(
        self, act: Callable[[Project, str | None], OperationRecord], next_one: OperationRecord | None, template: str
    ) -> None:
        """Undo or redo what the menu names; what others have written unseen is not taken back in its stead."""
        project = self._session.project
        expected = None if next_one is None else next_one.id
        if project is None:
            return
        if next_one is not None and project.annotator is not None and is_large(project, next_one):
            title = template.format(name=shown_name(next_one.name))
            record = self._jobs.write(title, lambda own, _: act(own, expected), cancellable=False)
        else:
            record = self._session.attempt(act, expected)
        if record is not None:
            self._show(project, record, undone=act is operations.undo)

    def forget_named(self) -> None:
        """What was named is no longer shown: the next undo names it again."""
        self._named = ""

    def _count(self, step: Step, left: Callable[[Project, int], int]) -> int:
        """How many operations are to be undone or redone; none where others have written what nobody here has seen."""
        project = self._session.project
        if project is None:
            return 0
        seen = left(project, step.record.sequence)
        self._session.refresh()
        if left(project, step.record.sequence) == seen:
            return seen
        self._session.message.emit(self.tr("Somebody else has just written. Look at the history again."))
        return 0

    def _go_far(
        self,
        step: Step,
        act: Callable[[Project, int, ProgressCallback], int],
        left: Callable[[Project, int], int],
        title: str,
    ) -> None:
        project, sequence = self._session.project, step.record.sequence
        assert project is not None
        before = left(project, sequence)
        if project.annotator is None:
            self._session.attempt(act, sequence, lambda *_: None)
            return

        def say_stopped() -> None:
            self._show(project, step.record)
            gone = before - left(project, sequence)
            words = self.tr("Stopped: {done} of {total} operations are through.")
            self._session.message.emit(words.format(done=isolated(grouped(gone)), total=isolated(grouped(before))))

        def work(own: Project, on_progress: ProgressCallback) -> int:
            return act(own, sequence, on_progress)

        if self._jobs.write(title, work, on_cancel=say_stopped) is None:
            return
        self._show(project, step.record)
        if act is Project.undo_back_to:
            words = self.tr("%n operation(s) taken back. Redo does them again.", "", before)
            self._session.message.emit(numbered(words, before))
        else:
            self._session.message.emit(numbered(self.tr("%n operation(s) done again.", "", before), before))

    def _show(self, project: Project, record: OperationRecord, *, undone: bool = False) -> bool:
        """Show where the operation changed something: in the document shown, else in the first that it touched. The
        mark that it was about is chosen. Of several places the one that holds all others is selected; where there is
        none, the caret goes to the first, for what lies between them is no place to mark. Says whether there is one.
        """
        places = project.places(record)
        touched = dict.fromkeys(place.document for place in places)
        present = [
            document
            for document in touched
            if document == self._session.document or project.summary(document) is not None
        ]
        if not present:
            return False
        document = self._session.document
        if document is None or document not in present:
            document = present[0]
            self._session.set_document(document)
        marks = project.read(came_back, record.sequence, document, MANY_CHANGES, undone=undone)
        limits = [mark.limits for mark in marks]
        if not limits:
            limits = [place.limits for place in places if place.document == document and place.limits]
        if limits:
            start, end = min(start for start, _ in limits), max(end for _, end in limits)
            is_one = (start, end) in limits and len(limits) <= MANY_PLACES
            self._view.set_selection(start, end if is_one else start)
        if len(marks) <= MANY_PLACES:
            self._choose(marks)
        return True

    def _choose(self, marks: Sequence[Span]) -> None:
        """Work on the first of some marks that stands as it is given, as if it was picked in the margin."""
        for mark in marks:
            for span in self._view.page.spans.meeting(*mark.limits):
                if (span.label, span.limits) == (mark.label, mark.limits):
                    self._view.span_activated.emit(span.id)
                    return
