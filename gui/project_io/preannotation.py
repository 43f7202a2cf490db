"""What the command does that proposes clauses for many documents at once: ask, find them beside the window, store
them in one step, and say what came of it.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.background.project_jobs import ProjectJobs
from gui.dialogs.error import say
from gui.dialogs.preannotate_dialog import DocumentCounts, PreannotateChoice, PreannotateDialog
from gui.dialogs.run_dialog import run
from gui.i18n.error_messages import isolated, sentence
from gui.i18n.numbers import numbered
from gui.session.session import Session
from model.annotation.layers import Layer
from model.errors import UserError
from model.progress import ProgressCallback, no_progress
from model.project import Project

if TYPE_CHECKING:
    from gui.session.segmentation_service import Segments
    from model.proposals.preannotation import Report

OPERATION = "propose clauses"
REFUSED_SHOWN = 5  # documents that are named where their marks break the rules


def propose(
    project: Project,
    wanted: Sequence[str],
    segmenter: "Segments",
    *,
    with_references: bool = False,
    on_progress: ProgressCallback = no_progress,
) -> "Report":
    """Store proposals for these documents (ids) in one step; nothing is locked while they are found.

    Where ``on_progress`` raises, nothing is written.
    """
    from model.proposals import preannotation

    found = project.read(
        preannotation.find, wanted, segmenter.segment, with_references=with_references, on_progress=on_progress
    )
    with project.operation(OPERATION) as writing:
        return preannotation.write(writing, found, segmenter.version, on_progress)


class Preannotation(QObject):
    """``ask`` opens the dialog; tests put another in its place.

    ``selected`` and ``listed`` tell which documents are selected in the window's list, and which it shows; ``load``
    gives the segmenter, which a thread beside the window asks for.
    """

    def __init__(
        self,
        session: Session,
        window: QWidget,
        selected: Callable[[], Sequence[str]] = tuple,
        listed: Callable[[], Sequence[str]] = tuple,
        load: "Callable[[], Segments] | None" = None,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._selected = selected
        self._listed = listed
        self._load = load or _shipped
        self._choice = PreannotateChoice()
        self._jobs = ProjectJobs(session, window, lambda *error: self.show_error(*error))

    # Asking

    def ask(self) -> PreannotateChoice | None:
        """For which documents; None where the dialog was left."""
        with_references = any(layer.id == "reference" for layer in self._layers())
        dialog = PreannotateDialog(self._counts(), self._choice, self._window, with_references=with_references)
        return dialog.choice() if run(dialog) else None

    def show_error(self, title: str, refusal: UserError) -> None:
        """Say in a box what was refused."""
        say(self._window, title, self._sentence(refusal))

    def show_refused(self, words: str) -> None:
        """Say in a box what became of a batch of which not all could be done."""
        say(self._window, self.tr("Propose clauses"), words)

    # Doing

    def start(self) -> None:
        """Ask for which documents, store proposals for them with progress shown, and say what came of it."""
        project = self._jobs.writable()
        if project is None:
            return
        choice = self.ask()
        if choice is None:
            return
        self._choice = choice
        if self._session.proposals.segmenting is not None:
            self._session.proposals.segmenting.catch_up()
        wanted = self._documents(project, choice)

        def work(own: Project, on_progress: ProgressCallback) -> "Report":
            segmenter = self._load()
            return propose(own, wanted, segmenter, with_references=choice.references, on_progress=on_progress)

        report = self._jobs.write(self.tr("Propose clauses"), work)
        if report is not None:
            self._tell(report)

    def _tell(self, report: "Report") -> None:
        words = self.summary(report)
        if not report.refused:
            self._session.message.emit(words)
            return
        lines = [f"{isolated(name)}: {self._sentence(refusal)}" for name, refusal in report.refused[:REFUSED_SHOWN]]
        if len(report.refused) > REFUSED_SHOWN:
            lines.append("…")
        self.show_refused("\n".join([words, *lines]))

    def summary(self, report: "Report") -> str:
        """What became of a batch, in sentences."""
        if report.documents:
            clauses = numbered(self.tr("%n clause(s) proposed", "", report.clauses), report.clauses)
            template = numbered(self.tr("{clauses} in %n document(s).", "", report.documents), report.documents)
            said = [template.format(clauses=clauses)]
        else:
            said = [self.tr("Nothing new was proposed.")]
        if report.references:
            said.append(numbered(self.tr("%n reference(s) proposed.", "", report.references), report.references))
        if report.labels:
            said.append(self.tr("Layers and labels: references have a new feature, what each one stands for."))
        if report.replaced:
            words = self.tr("%n proposal(s) of before gave way.", "", report.replaced)
            said.append(numbered(words, report.replaced))
        if report.done:
            words = self.tr("%n document(s) that are done were left alone.", "", report.done)
            said.append(numbered(words, report.done))
        if report.refused:
            count = len(report.refused)
            words = self.tr("%n document(s) were left alone because their marks break the rules.", "", count)
            said.append(numbered(words, count))
        return " ".join(said)

    def _documents(self, project: Project, choice: PreannotateChoice) -> list[str]:
        shown = self._session.document
        match choice.which:
            case "shown":
                return [] if shown is None else [shown]
            case "selected":
                return list(self._selected())
            case "listed":
                return list(self._listed())
            case "all":
                return project.document_ids()

    def _counts(self) -> DocumentCounts:
        project = self._session.project
        every = 0 if project is None else project.counts().documents
        shown = int(self._session.document is not None)
        return DocumentCounts(shown, len(self._selected()), len(self._listed()), every)

    def _layers(self) -> Sequence[Layer]:
        return () if self._session.project is None else self._session.project.scheme.layers

    def _sentence(self, refusal: UserError) -> str:
        scheme = None if self._session.project is None else self._session.project.scheme
        return sentence(refusal, self._session.language, scheme)


def _shipped() -> "Segments":
    from model.segmentation.segmenter import Segmenter  # its weights are loaded with it

    return Segmenter.shipped()
