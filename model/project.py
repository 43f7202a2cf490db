"""A project: one file of documents and their annotation, opened. Everything that reads or writes it comes through
here.
"""

import contextlib
import functools
import sqlite3
import uuid
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from model.annotation import annotators, document_list, documents, span_rows
from model.annotation.document_list import DocumentSummary
from model.annotation.documents import Document
from model.annotation.layers import Scheme, read_scheme
from model.annotation.progress_report import ProgressReport, progress_report
from model.annotation.scheme_rows import load_scheme, project_row, rows_of
from model.annotation.values import Annotator, Span
from model.errors import UserError
from model.progress import ProgressCallback, no_progress
from model.search import saved
from model.search.hit_finder import DocumentHits, Search
from model.search.query import Query
from model.search.saved import SavedSearch
from model.storage import checksums, document_queries, file, integrity
from model.storage.connection import PATIENCE
from model.storage.journal import Changes, Journal, OperationRecord, Place, Writing
from model.storage.open_file import OpenFile
from model.storage.operation_history import History, Step, Touched
from model.storage.tables import Tables
from model.text.layout import Layout
from model.vocabulary import assignments, concepts
from model.vocabulary.assignments import Assignment
from model.vocabulary.concepts import Concept, Vocabulary
from model.vocabulary.lookup import LANGUAGES, ConceptMatch, Lookup

Listener = Callable[[Changes], None]
SUFFIX = ".qarar"  # of project files
_P = ParamSpec("_P")
_R = TypeVar("_R")


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a project holds."""

    documents: int
    spans: int
    assignments: int
    concepts: int
    operations: int


def _explained(read: Callable[Concatenate["Project", _P], _R]) -> Callable[Concatenate["Project", _P], _R]:
    """A read that says in one sentence what is wrong with the file, where SQLite finds it unreadable."""

    @functools.wraps(read)
    def explained(project: "Project", *arguments: _P.args, **named: _P.kwargs) -> _R:
        with file.explained(project.path):
            return read(project, *arguments, **named)

    return explained


class Project:
    """An open project file. One object belongs to one thread; another thread opens the file anew.

    Without an annotator it is open for reading only. ``close`` it, or use it in a ``with`` statement.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, annotator: str | None) -> None:
        self.path = path
        self._connection = connection
        self.file = OpenFile(path, connection, writing=annotator is not None)
        self.tables = Tables(connection)
        self._journal = Journal(self.tables)
        self._history = History(self.tables, self._journal)
        self._listeners: list[Listener] = []
        self._writing: Writing | None = None
        self._scheme: Scheme | None = None
        self._lookup = Lookup(self.tables)
        (row,) = self.tables.all("project")
        self.id = str(row["id"])
        self.annotator = None if annotator is None else annotators.enter(self.tables, annotator)

    @classmethod
    def create(cls, path: Path, annotator: str, scheme: Scheme | None = None) -> "Project":
        """Make a project file with a scheme (the default one where none is given) and open it.

        Refuses a path where there is a file already, or where none can be made.
        """
        with file.created(path) as connection:
            tables = Tables(connection)
            wanted = scheme or read_scheme()
            # What every new project starts with is no step of its history: nothing is before it to go back to.
            with tables.transaction():
                tables.insert("project", project_row(str(uuid.uuid4()), wanted))
                for kind, row in rows_of(wanted):
                    tables.insert(kind, row)
                tables.insert("vocabulary", concepts.own_vocabulary_row())
                checksums.keep_baseline(connection)
        try:
            return cls.open(path, annotator)
        except BaseException:
            file.remove(path)  # what was refused can be tried again
            raise

    @classmethod
    def open(
        cls,
        path: Path,
        annotator: str | None,
        *,
        patience: float = PATIENCE,
        on_progress: ProgressCallback | None = None,
    ) -> "Project":
        """Open a project file for this annotator (a name), or for reading only. Refuses in one sentence what it
        cannot open.

        ``patience`` is how many seconds an act waits while another program writes, before it is refused.
        ``on_progress`` is told how far it is where the file ``needs_migration``; where it raises, the file is as it
        was.
        """
        path = file.resolved(path)
        connection = file.open_file(path, writing=annotator is not None, patience=patience, on_progress=on_progress)
        try:
            with file.explained(path):
                return cls(path, connection, annotator)
        except BaseException:
            connection.close()
            raise

    @staticmethod
    def needs_migration(path: Path) -> bool:
        """Whether opening the file for writing brings it up to date first, which may take a while."""
        return file.needs_migration(path)

    def open_again(self, annotator: str | None, *, patience: float = PATIENCE) -> "Project":
        """The same file opened once more, for another thread say; refuses where it is no longer in its place."""
        self.file.check_place()
        return Project.open(self.path, annotator, patience=patience)

    def close(self) -> None:
        """Close the file; everything is on disk already."""
        self.file.close()

    def __enter__(self) -> "Project":
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        self.close()
        if error is not None:
            with file.explained(self.path):
                raise error

    # Writing

    @contextlib.contextmanager
    def operation(self, name: str) -> Generator[Writing]:
        """One undoable step under a name: all that is written in it is kept, or, where it raises, nothing.

        An operation within an operation is part of it; where the inner one raises and the outer goes on, nothing of the
        inner one is kept. Listeners are told after the commit.
        """
        if self._writing is not None:
            with self._writing.attempt():
                yield self._writing
            return
        annotator = self._check_writable()
        with file.explained(self.path):
            writing = self._journal.begin(annotator.id)
            self._writing = writing
            try:
                yield writing
                self._journal.commit(writing, name)
            except BaseException:
                self._journal.roll_back()
                raise
            finally:
                self._writing = None
        self.refresh(written=True)

    def undo(self, expected: str | None = None) -> OperationRecord:
        """Take back the newest operation that is not undone, as a new operation; gives the one taken back.

        ``expected`` is the id of the operation that is meant: where others have written since, it is refused.
        """
        return self._replayed(lambda who: self._journal.replay(who, "undo", expected))

    def redo(self, expected: str | None = None) -> OperationRecord:
        """Do the operation again that was undone last; gives it. ``expected`` as for ``undo``."""
        return self._replayed(lambda who: self._journal.replay(who, "redo", expected))

    def undo_back_to(self, sequence: int, on_progress: ProgressCallback | None = None) -> int:
        """Take back, one after the other, every operation later than the one of that sequence, which stays; gives how
        many. After it the project is as it was right after that operation.

        ``on_progress`` is called with how many are done and how many there are, a few times a second; where it raises,
        where one is refused, or where others write meanwhile, it ends there, and those before stay taken back.
        """
        return self._replayed(lambda who: self._journal.replay_to(who, "undo", sequence, on_progress or no_progress))

    def redo_up_to(self, sequence: int, on_progress: ProgressCallback | None = None) -> int:
        """Do again, one after the other, what was undone, up to the operation of that sequence and with it; gives how
        many. ``on_progress`` is as in ``undo_back_to``.
        """
        return self._replayed(lambda who: self._journal.replay_to(who, "redo", sequence, on_progress or no_progress))

    def undone_by_going_back(self, sequence: int) -> int:
        """How many operations ``undo_back_to`` would take back; 0 where there is no way back to that one."""
        return self._journal.distance(sequence, "undo")

    def redone_by_going_forth(self, sequence: int) -> int:
        """How many operations ``redo_up_to`` would do again; 0 where that one cannot be redone."""
        return self._journal.distance(sequence, "redo")

    def undoable(self) -> OperationRecord | None:
        """What ``undo`` would take back."""
        return self._journal.undoable()

    def redoable(self) -> OperationRecord | None:
        """What ``redo`` would do again."""
        return self._journal.redoable()

    def history(self, limit: int, before: int | None = None, document: str | None = None) -> list[OperationRecord]:
        """Operations, newest first: at most ``limit``, earlier than the sequence ``before``, touching ``document``."""
        return self._journal.records(limit, before, document)

    @_explained
    def steps(
        self,
        limit: int,
        before: int | None = None,
        *,
        after: int = 0,
        document: str | None = None,
        annotator: str | None = None,
        names: Collection[str] | None = None,
    ) -> list[Step]:
        """What was done and what has become of it, newest first: at most ``limit`` steps, earlier than the sequence
        ``before`` and later than ``after``; of a document, an annotator (ids) and of these names only, where they are
        given.
        """
        return self._history.steps(limit, before, after=after, document=document, annotator=annotator, names=names)

    @property
    def read_up_to(self) -> int:
        """The sequence of the newest operation that this object knows of; 0 where there is none. See ``refresh``."""
        return self._journal.seen

    @_explained
    def step(self, sequence: int) -> Step:
        """The operation of that sequence, which was done, as it stands now."""
        return self._history.step(sequence)

    @_explained
    def operations_after(self, sequence: int) -> list[OperationRecord]:
        """Everything that was written later than a place in history, undo and redo too, oldest first."""
        return self._history.after(sequence)

    @_explained
    def operation_names(self) -> list[str]:
        """The names of all operations in the project, in order."""
        return self._history.names()

    @_explained
    def operating_annotators(self) -> list[Annotator]:
        """Everyone who has done something in the project, by name."""
        acting = set(self._history.annotators())
        return [annotator for annotator in self.annotators() if annotator.id in acting]

    @_explained
    def touched(self, operation: OperationRecord, limit: int) -> Touched:
        """At most ``limit`` of the documents that an operation changed, with their names."""
        return self._history.touched(operation.sequence, limit)

    @_explained
    def size(self, operation: OperationRecord, limit: int) -> int:
        """How many rows an operation changed, counting no further than ``limit``."""
        return self._history.size(operation.sequence, limit)

    def places(self, operation: OperationRecord, limit: int = 200) -> list[Place]:
        """Where an operation changed documents, to show it again; of a large one only its first ``limit`` changes."""
        return self._journal.places(operation.sequence, limit)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have a function called with the ``Changes`` of every commit from now on; gives what ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            self._listeners.remove(listener)

        return unsubscribe

    def refresh(self, *, written: bool = False) -> Changes | None:
        """Tell listeners what was written since the last time, also by other connections to the file. What this one has
        ``written`` is done also where it cannot be read now: the next look tells them.
        """
        changes = None
        unreadable = contextlib.suppress(sqlite3.DatabaseError) if written else contextlib.nullcontext()
        with file.explained(self.path), unreadable:
            changes = self._journal.take_changes()
        if changes is None:
            return None
        if changes.rows.keys() & {"project", "layer", "label"}:
            self._scheme = None
        self._lookup.follow(changes.rows)
        for listener in tuple(self._listeners):
            listener(changes)
        return changes

    def save_copy(self, target: Path, on_progress: ProgressCallback | None = None) -> None:
        """A consistent copy of the file, history and all, also of one that is no longer in its place."""
        file.save_copy(self._connection, target, on_progress)

    # Reading

    @_explained
    def read(self, reader: Callable[Concatenate[Tables, _P], _R], *arguments: _P.args, **named: _P.kwargs) -> _R:
        """What a function of another room of the model reads in this project."""
        return reader(self.tables, *arguments, **named)

    @property
    @_explained
    def scheme(self) -> Scheme:
        """The layers and labels of this project."""
        if self._scheme is None:
            self._scheme = load_scheme(self.tables)
        return self._scheme

    @_explained
    def documents(self) -> list[DocumentSummary]:
        """All documents in project order: by name without regard to case, numbers by their value."""
        return document_list.summaries(self.tables)

    @_explained
    def summaries(self, documents: Sequence[str]) -> list[DocumentSummary]:
        """The rows of ``documents`` for some ids, in their order; those that are gone are left out."""
        return document_list.summaries(self.tables, documents)

    @_explained
    def document_ids(self) -> list[str]:
        """All documents' ids in project order."""
        return self.tables.kept(Tables.document_ids, frozenset({"document"})).copy()

    @_explained
    def summary(self, document: str) -> DocumentSummary | None:
        """One row of ``documents``, or nothing where it is gone."""
        found = document_list.summaries(self.tables, [document])
        return found[0] if found else None

    @_explained
    def tags(self) -> list[str]:
        """Every tag that a document has, in order."""
        return document_queries.all_tags(self.tables)

    @_explained
    def documents_with(self, concept: str) -> frozenset[str]:
        """Ids of the documents that have a concept for a descriptor (rejected proposals do not count)."""
        return frozenset(document_queries.documents_with_concept(self.tables, concept))

    @_explained
    def documents_done(self, task: str) -> frozenset[str]:
        """Ids of the documents in which a task is done."""
        return frozenset(document_queries.documents_done(self.tables, task))

    @_explained
    def document(self, document: str) -> Document:
        """The document of that id; refuses one that is not there."""
        return documents.get(self.tables, document)

    @_explained
    def find_document(self, wanted: str) -> Document | None:
        """The document of that name (without regard to case), symbol or id."""
        found = documents.find(self.tables, wanted)
        return None if found is None else documents.get(self.tables, found)

    @_explained
    def text(self, document: str) -> str:
        """A document's text."""
        return documents.text_of(self.tables, document)

    @_explained
    def layout(self, document: str) -> Layout:
        """How a document's text was laid out in its file; empty where that is not known."""
        return documents.layout_of(self.tables, document)

    @_explained
    def spans(self, document: str, *, rejected: bool = False) -> list[Span]:
        """A document's spans in text order, all layers; rejected proposals only where asked for."""
        found = span_rows.of_document(self.tables, document)
        return found if rejected else [span for span in found if span.status != "rejected"]

    @_explained
    def span(self, span: str) -> Span | None:
        """The span of that id, or nothing where it is gone."""
        return span_rows.get(self.tables, span) if self.tables.row("span", span) is not None else None

    @_explained
    def assignments(self, document: str, *, rejected: bool = False) -> list[Assignment]:
        """A document's descriptor assignments by rank; rejected proposals only where asked for."""
        found = assignments.of_document(self.tables, document)
        return found if rejected else [each for each in found if each.status != "rejected"]

    @_explained
    def annotators(self) -> list[Annotator]:
        """Everyone who has worked on the project, by name."""
        return annotators.all_annotators(self.tables)

    @_explained
    def vocabularies(self) -> list[Vocabulary]:
        """The vocabularies, by URI; the project's own is among them."""
        return concepts.vocabularies(self.tables)

    def concepts(self) -> Iterator[Concept]:
        """Every concept, by id."""
        return concepts.all_concepts(self.tables)

    @_explained
    def concept(self, concept: str) -> Concept:
        """The concept of that id; refuses one that is not there."""
        return concepts.get(self.tables, concept)

    @_explained
    def search_concepts(self, query: str, limit: int = 50, languages: Sequence[str] = LANGUAGES) -> list[ConceptMatch]:
        """The best concepts for what was typed, labels in these languages first (see ``vocabulary.lookup``)."""
        return self._lookup.find(query, limit, languages)

    @_explained
    def search(self, query: Query) -> Search:
        """A query put to the project, to be asked how many documents it is about and for its hits, also for both.
        Refuses what cannot be looked for (see ``search.finding``). Works for as long as the project is open.
        """
        return Search(self.tables, query)

    def find(
        self,
        query: Query,
        *,
        documents: Collection[str] | None = None,
        on_progress: ProgressCallback | None = None,
    ) -> Iterator[DocumentHits]:
        """The documents that have hits, in project order, each as soon as it is found; of ``documents`` (ids) only,
        where they are given.

        ``on_progress`` is called with how many documents are behind and how many there are; it may raise.
        """
        with file.explained(self.path):
            yield from self.search(query).documents(documents, on_progress)

    @_explained
    def count_documents_with(self, query: Query) -> tuple[int, bool]:
        """How many documents may have a hit, told from the index alone, and whether each of them does have one."""
        return self.search(query).count_documents()

    @_explained
    def saved_searches(self) -> list[SavedSearch]:
        """The saved searches, by name."""
        return saved.all_saved(self.tables)

    @_explained
    def counts(self) -> Counts:
        """How much the project holds."""
        return Counts(
            documents=self.tables.count("document"),
            spans=self.tables.count("span"),
            assignments=self.tables.count("assignment"),
            concepts=self.tables.count("concept"),
            operations=self.tables.count("operation"),
        )

    @_explained
    def progress_report(self) -> ProgressReport:
        """How far the project is, by organ and by day; see ``annotation.progress_report``."""
        with self.tables.snapshot():
            return progress_report(self.tables, self.scheme)

    @contextlib.contextmanager
    def reading(self) -> Generator[None]:
        """Hold one state of the file for as long as a long read takes, whatever others write meanwhile."""
        with self.tables.snapshot():
            yield

    def integrity_problems(self) -> list[str]:
        """What SQLite itself finds wrong with the file."""
        return integrity.problems(self._connection)

    def _replayed(self, replay: Callable[[str], _R]) -> _R:
        """What an undo or a redo gives, which is done for the annotator of an id."""
        annotator = self._check_writable()
        try:
            with file.explained(self.path, replaying=True):
                return replay(annotator.id)
        finally:
            self.refresh(written=True)  # also where it was refused: perhaps because of what others have written

    def _check_writable(self) -> Annotator:
        """Who writes; refuses where nobody may, and where the file that is open is no longer the one of that path."""
        if self.annotator is None:
            raise UserError("{path}: open for reading only.", path=self.path)
        self.file.check_writable()
        return self.annotator
