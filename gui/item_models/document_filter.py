"""Which documents a list shows: a value that says it, and the test made of it."""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, fields

from model.annotation.document_list import DocumentSummary
from model.annotation.documents import ProgressState

Test = Callable[[DocumentSummary], bool]
NONE = ""  # among organs, folders, tags and assignees: those documents that have none
NOT_DONE: tuple[ProgressState, ...] = ("new", "in-progress")


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """What a document must have to be shown. Of one field it must have any, of several fields each; an empty field asks
    for nothing.

    ``folders`` count with all below them; ``years`` are those of the day of adoption; ``assignees`` are annotators'
    ids; ``states`` pairs of task and state, each task being a field of its own; ``concepts`` pairs of a concept's id
    and whether the document must have it (else lack it) for a descriptor, each of which must hold.
    """

    organs: frozenset[str] = frozenset()
    sessions: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    folders: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    assignees: frozenset[str] = frozenset()
    states: frozenset[tuple[str, ProgressState]] = frozenset()
    concepts: frozenset[tuple[str, bool]] = frozenset()

    @property
    def active(self) -> bool:
        """Whether it asks for anything."""
        return any(getattr(self, field.name) for field in fields(self))

    def of_task(self, task: str) -> frozenset[ProgressState]:
        """The states of one task that are let through; none where all are."""
        return frozenset(state for each, state in self.states if each == task)

    def test(self, holders: Mapping[str, Set[str]]) -> Test:
        """What decides about one document. ``holders`` are the ids of the documents that have a concept, by concept."""
        tests = [*self._about_metadata(), *self._about_work()]
        for concept, wanted in self.concepts:
            tests.append(_having(holders.get(concept, frozenset()), wanted))
        if len(tests) == 1:
            return tests[0]
        return lambda summary: all(test(summary) for test in tests)

    def _about_metadata(self) -> list[Test]:
        tests: list[Test] = []
        organs, sessions, years, folders = self.organs, self.sessions, self.years, self.folders
        if organs:
            tests.append(lambda summary: (summary.organ or NONE) in organs)
        if sessions:
            tests.append(lambda summary: (summary.session or NONE) in sessions)
        if years:
            tests.append(lambda summary: year_of(summary) in years)
        if folders:
            below = tuple(f"{folder}/" for folder in folders if folder != NONE)
            tests.append(lambda summary: summary.folder in folders or summary.folder.startswith(below))
        return tests

    def _about_work(self) -> list[Test]:
        tests: list[Test] = []
        tags, assignees = self.tags, self.assignees
        if tags:
            tests.append(lambda summary: not tags.isdisjoint(summary.tags or (NONE,)))
        if assignees:
            tests.append(lambda summary: (summary.assignee or NONE) in assignees)
        for task in sorted({task for task, _ in self.states}):
            tests.append(_in_state(task, self.of_task(task)))
        return tests


def _in_state(task: str, states: Set[ProgressState]) -> Test:
    return lambda summary: summary.progress.get(task, "new") in states


def _having(documents: Set[str], wanted: bool) -> Test:
    return lambda summary: (summary.id in documents) == wanted


def year_of(summary: DocumentSummary) -> str:
    """The year of a document's adoption; empty where it is not known."""
    return (summary.adopted or NONE)[:4]
