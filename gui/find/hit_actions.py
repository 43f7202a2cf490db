"""What is done with hits of a project: they are marked with a label, or written into a file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from gui import search_operations
from gui.background.project_jobs import ProjectJobs
from gui.i18n.error_messages import isolated, sentence
from gui.i18n.numbers import numbered
from gui.item_models.hits import HitModel
from gui.search_operations import Marked
from gui.session.session import Session
from model.project import Project

if TYPE_CHECKING:
    from model.formats.list_csv import Written

ASKED_ABOVE = 50  # hits: so many are not marked without a question
BESIDE_ABOVE = 200  # hits: so many are marked beside the window


class HitActions(QObject):
    """Acts on the hits that ``model`` has chosen. Each ``ask_…`` method opens one dialog; tests put others there."""

    def __init__(self, session: Session, model: HitModel, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._model = model
        self._window = window

    def ask_mark(self, question: str) -> bool:
        """Whether so many hits are to be marked."""
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self._window, self.tr("Mark hits"), question, buttons.Yes | buttons.Cancel, buttons.Cancel
        )
        return answer == buttons.Yes

    def ask_path(self) -> Path | None:
        """Where a list of hits is to be written."""
        project = self._session.project
        folder = Path() if project is None else project.path.resolve().parent
        pattern = self.tr("CSV tables") + " (*.csv)"
        name = self.tr("hits")
        found, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export hits"), str(folder / f"{name}.csv"), pattern
        )
        if not found:
            return None
        path = Path(found)
        return path if path.suffix else path.with_suffix(".csv")

    def mark(self, label: str) -> Marked | None:
        """Mark the chosen hits with a label; says what became of them, and gives it where anything was done."""
        project, count = self._session.project, self._model.chosen()
        if project is None or not count:
            return None
        documents = len(self._model.chosen_documents())
        if project.annotator is not None and count > ASKED_ABOVE:
            question = self.tr("Mark {hits} in {documents} as {label}?").format(
                hits=numbered(self.tr("%n hit(s)", "", count), count),
                documents=numbered(self.tr("%n document(s)", "", documents), documents),
                label=self._name(label),
            )
            if not self.ask_mark(question):
                return None
        hits = self._model.chosen_hits()
        if count <= BESIDE_ABOVE or project.annotator is None:
            done = self._session.attempt(search_operations.mark_hits, hits, label)
        else:
            done = ProjectJobs(self._session, self._window).write(
                self.tr("Mark hits"),
                lambda own, on_progress: search_operations.mark_hits(
                    own, hits, label, lambda behind, _: on_progress(behind, documents)
                ),
            )
        if done is not None:
            self._session.message.emit(self._told(done))
        return done

    def export(self) -> None:
        """Write the chosen hits into a CSV file that is asked for."""
        if self._session.project is None or not self._model.chosen():
            return
        path = self.ask_path()
        if path is None:
            return
        hits = self._model.chosen_hits()

        def write(own: Project, on_progress: search_operations.ProgressCallback) -> "Written":
            from model.formats.list_csv import write_hits

            return write_hits(own, hits, path, on_progress)

        written = ProjectJobs(self._session, self._window).read(self.tr("Export hits"), write)
        if written is not None:
            words = numbered(self.tr("%n hit(s) exported to {path}.", "", written.hits), written.hits)
            self._session.message.emit(" ".join([words.format(path=isolated(path)), *self._gone(written.gone)]))

    def _name(self, label: str) -> str:
        project = self._session.project
        return "" if project is None else f"\u2068{project.scheme.label(label).name(self._session.language)}\u2069"

    def _gone(self, hits: int) -> list[str]:
        """What there is to say of hits whose documents are no longer in the project."""
        if not hits:
            return []
        return [numbered(self.tr("%n left out: their documents are no longer in the project.", "", hits), hits)]

    def _told(self, done: Marked) -> str:
        """What became of the hits, in one line."""
        parts = [numbered(self.tr("%n hit(s) marked.", "", done.marked), done.marked)]
        if done.there:
            parts.append(numbered(self.tr("%n marked already.", "", done.there), done.there))
        if done.refused and done.reason is not None:
            scheme = None if self._session.project is None else self._session.project.scheme
            words = numbered(self.tr("%n refused: {reason}", "", done.refused), done.refused)
            parts.append(words.format(reason=sentence(done.reason, self._session.language, scheme)))
        return " ".join([*parts, *self._gone(done.gone)])
