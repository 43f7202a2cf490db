"""What the tree of the thesaurus panel shows: read from the project, and again where it was written."""

from collections.abc import Collection, Sequence
from typing import Literal, cast

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from gui.background.worker import Worker
from gui.item_models.concept_places import ConceptPlaces, vocabulary_name
from gui.item_models.concept_tree import ConceptTreeModel
from gui.item_models.vocabulary_names import distinct_names
from gui.session.session import Session
from model.progress import ProgressCallback
from model.project import Changes, Project
from model.vocabulary import concepts, hierarchy
from model.vocabulary.concepts import Vocabulary
from model.vocabulary.hierarchy import Node

PAUSE = 150  # ms from the first of some commits until the terms that they changed are shown
FEW = 50  # concepts that changed; with more of them all are read anew
MANY = 10_000  # concepts of a vocabulary: the top of a larger one is read beside the window
_OF_TREE = frozenset({"vocabulary", "concept", "concept_label", "concept_relation", "concept_state"})
_SHOWN_ALONE = frozenset({"concept", "concept_label"})  # of these alone it can be told which rows they change


class ThesaurusReading(QObject):
    """The tree's model, and what must be known to fill it.

    ``due``: something was written, and may be shown now (``catch_up``). ``arrived``: the top of a large vocabulary,
    which was read beside the window, is in the model now, for the first time or again.
    """

    due = Signal()
    arrived = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = ConceptTreeModel(self._below, self)
        self.vocabularies: dict[str, Vocabulary] = {}
        self.places: ConceptPlaces | None = None
        self.stale = True  # nothing was read yet, or too much was written while nobody saw it
        self._changed: set[str] = set()  # concepts that were written, and are not shown so yet
        self._come_or_gone: set[str] = set()  # those of them of which the row itself was
        self._all_changed = False
        self._workers: dict[str, Worker] = {}  # what reads the top of which vocabulary
        self._outdated: set[str] = set()  # vocabularies in which something was written while they are read
        self._refused: set[str] = set()  # vocabularies of which the top could not be read
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE)
        self.pause.timeout.connect(self.due)

    @staticmethod
    def is_about_the_tree(changes: Changes) -> bool:
        """Whether rows were written that the tree is made of."""
        return bool(changes.rows.keys() & _OF_TREE)

    def read(self) -> None:
        """Read the vocabularies anew: thesauri first, then the project's own where it has terms."""
        project, language = self._session.project, self._session.language
        self.stale = self._all_changed = False
        self._changed.clear()
        self._come_or_gone.clear()
        self._stop_all()
        self.pause.stop()
        found = [] if project is None else sorted(project.vocabularies(), key=lambda each: each.own)
        has_own = project is not None and project.read(concepts.has_own)
        self.places = None if project is None else ConceptPlaces(project, language)
        self.vocabularies = {each.id: each for each in found if not each.own or has_own}
        names = distinct_names(list(self.vocabularies.values()), lambda each: vocabulary_name(each, language))
        self.model.show_vocabularies([(each, names[each]) for each in self.vocabularies])

    def forget(self) -> None:
        """Be of no project any more."""
        self.vocabularies = {}
        self._stop_all()
        self.stale = True

    def awaits(self, vocabulary: str) -> bool:
        """Whether the top of a vocabulary is still to come, or to come again."""
        return vocabulary in self._workers or vocabulary in self._refused

    def retry(self) -> None:
        """Read once more what could not be read."""
        project = self._session.project
        if project is not None:
            for vocabulary in sorted(self._refused):
                self._read_beside(project, vocabulary)

    def count_at_top(self, vocabulary: str) -> int:
        """How many concepts of a vocabulary have nothing broader: a query only where they were not read."""
        project = self._session.project
        known = None if vocabulary in self._refused else self.model.count_at_top(vocabulary)
        if known is not None or project is None:
            return known or 0
        return project.read(hierarchy.count_of_roots, vocabulary)

    def _below(self, vocabulary: str | None, concept: str | None) -> Sequence[Node] | None:
        """See ``ConceptTreeModel``."""
        project = self._session.project
        if project is None:
            return []
        if concept is not None:
            return project.read(hierarchy.narrower, concept, self._session.language)
        assert vocabulary is not None
        if project.read(hierarchy.count, vocabulary) <= MANY:
            return self.roots(project, vocabulary)
        self._read_beside(project, vocabulary)
        return None

    def roots(self, project: Project, vocabulary: str) -> list[Node]:
        """The concepts of a vocabulary that have nothing broader."""
        return project.read(hierarchy.roots, vocabulary, self._session.language)

    def _read_beside(self, project: Project, vocabulary: str) -> None:
        """Begin to read the top of a large vocabulary, which takes a second for a hundred thousand terms."""
        language = self._session.language

        def roots(on_progress: ProgressCallback) -> list[Node]:
            with project.open_again(None) as own:
                return own.read(hierarchy.roots, vocabulary, language, on_progress)

        if vocabulary in self._workers:
            self._workers[vocabulary].cancel()
        worker = self._workers[vocabulary] = Worker(roots)
        self._outdated.discard(vocabulary)
        self._refused.discard(vocabulary)
        worker.succeeded.connect(lambda nodes: self._arrive(worker, vocabulary, nodes))
        worker.failed.connect(lambda error: self._fail(worker, vocabulary, error))
        worker.start()

    def _stop_all(self) -> None:
        """Read nothing beside the window any more, nor later what could not be read."""
        for worker in self._workers.values():
            worker.cancel()
        self._workers.clear()
        self._refused.clear()

    def _arrive(self, worker: Worker, vocabulary: str, nodes: object) -> None:
        if not isValid(self) or self._workers.get(vocabulary) is not worker:
            return
        del self._workers[vocabulary]
        project = self._session.project
        if project is not None and vocabulary in self._outdated:
            self._read_beside(project, vocabulary)
            return
        self.model.fill(vocabulary, cast(list[Node], nodes))
        self.arrived.emit()

    def _fail(self, worker: Worker, vocabulary: str, error: Exception) -> None:
        if isValid(self) and self._workers.get(vocabulary) is worker:
            del self._workers[vocabulary]
            self._refused.add(vocabulary)
            self.model.give_up(vocabulary)
            raise error

    # What is written

    def note(self, changes: Changes, *, seen: bool) -> None:
        """Remember which concepts were written, or that all may have been; of what nobody sees, only that it was."""
        project, rows = self._session.project, changes.rows
        if self.stale or project is None or not seen:
            self.stale = True
            return
        self._outdated |= self._workers.keys()
        labels, written = list(rows.get("concept_label", ())), rows.get("concept", frozenset())
        if rows.keys() & (_OF_TREE - _SHOWN_ALONE) or len(written) + len(labels) > FEW:
            self._all_changed = True
        else:
            of_labels = project.read(concepts.of_labels, labels)
            # A label that is gone does not say whose it was.
            self._all_changed |= len(of_labels) < len(labels) and not written
            self._changed.update(written, of_labels)
            self._come_or_gone |= written
        # Not begun anew by each commit: what comes one after the other is seen meanwhile too.
        if not self.pause.isActive():
            self.pause.start()

    def catch_up(self) -> Literal["nothing", "few", "all"]:
        """Have the model show what was written since it was read, where that is little; where all must be read anew
        (``read``) that is said only.
        """
        self.pause.stop()
        project = self._session.project
        if self.stale or self._all_changed or len(self._changed) > FEW:
            return "all"
        if not self._changed or project is None:
            return "nothing"
        known = project.read(concepts.several, sorted(self._come_or_gone))
        homes = {each.vocabulary for each in known.values()}
        has_own = project.read(concepts.has_own)
        if not homes <= self.vocabularies.keys() or has_own != any(each.own for each in self.vocabularies.values()):
            return "all"
        self._show_changed(project, homes)
        return "few"

    def _show_changed(self, project: Project, homes: Collection[str]) -> None:
        """Show a few concepts as they are now, some of which may be new in these vocabularies or gone."""
        language, changed = self._session.language, sorted(self._changed)
        self._changed.clear()
        self._come_or_gone.clear()
        self.places = ConceptPlaces(project, language)
        self.model.follow(changed, project.read(hierarchy.nodes, changed, language), homes)
