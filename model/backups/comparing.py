"""What has become of a project since a backup of it, document by document."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from model.progress import ProgressCallback, no_progress
from model.project import Project
from model.storage.tables import Row, Tables, Value

Change = Literal["added", "changed", "gone"]


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A document that is not in the project as it is in the backup. ``added``: only the project has it; ``gone``: only
    the backup. The counts are of marks and descriptors in the backup and now; 0 where it has no such document.
    """

    document: str
    name: str
    change: Change
    marks: tuple[int, int]
    descriptors: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Difference:
    """``since``: how many operations the project has had since the last one that both have, ``apart``: how many the
    backup has had since then that the project has not. ``documents`` are in project order, those that are gone last.
    ``kinds``: what else was written since, as kinds of rows (``label``, ``concept``, …).
    """

    since: int
    apart: int
    documents: tuple[DocumentChange, ...]
    kinds: frozenset[str]

    def count(self, change: Change) -> int:
        """How many documents were added, have changed, or are gone."""
        return sum(each.change == change for each in self.documents)


def compare(backup: Project, project: Project, on_progress: ProgressCallback = no_progress) -> Difference:
    """What is different in the project from what is in the backup of it. Only documents that were written to since are
    looked at; one that was written to and taken back is the same as before.
    """
    with backup.reading(), project.reading():
        before, now = _operations(backup), _operations(project)
        common = _common(before, now)
        touched: set[str] = set()
        kinds: set[str] = set()
        for each in (backup, project):
            for kind, _, document in each.tables.change_keys_after(common):
                if document is None:
                    kinds.add(kind)
                else:
                    touched.add(document)
        ordered = [document for document in project.document_ids() if document in touched]
        gone = touched.difference(ordered)
        ordered += [document for document in backup.document_ids() if document in gone]
        documents: list[DocumentChange] = []
        for done, document in enumerate(ordered):
            on_progress(done, len(ordered))
            found = _difference(backup.tables, project.tables, document)
            if found is not None:
                documents.append(found)
        on_progress(len(ordered), len(ordered))
        since, apart = (sum(sequence > common for sequence in each) for each in (now, before))
    return Difference(since, apart, tuple(documents), frozenset(kinds))


def _operations(project: Project) -> dict[int, str]:
    """The ids of all operations by their sequence."""
    rows = project.tables.rows("SELECT sequence, id FROM operation")
    return {int(str(row["sequence"])): str(row["id"]) for row in rows}


def _common(one: dict[int, str], other: dict[int, str]) -> int:
    """The sequence of the last operation up to which two histories are the same; 0 where they never were."""
    common = 0
    for sequence in sorted(one):
        if other.get(sequence) != one[sequence]:
            break
        common = sequence
    return common


_Rows = dict[str, list[tuple[Value, ...]]]


def _difference(backup: Tables, project: Tables, document: str) -> DocumentChange | None:
    before, now = _rows(backup, document), _rows(project, document)
    if before == now:
        return None
    name = (now or before)["document"][0][1]
    change: Change = "changed" if before and now else "added" if now else "gone"
    marks, descriptors = ((len(before.get(kind, ())), len(now.get(kind, ()))) for kind in ("span", "assignment"))
    return DocumentChange(document, str(name), change, marks, descriptors)


def _rows(tables: Tables, document: str) -> _Rows:
    """All that belongs to a document, by kind, in an order that does not depend on the file; nothing where there is no
    such document. Id and name come first in a document's row.
    """
    row = tables.row("document", document)
    if row is None:
        return {}
    parts: dict[str, Iterable[Row]] = {
        "document_tag": tables.tags(document),
        "progress": tables.progress(document),
        "span": tables.spans(document),
        "feature": tables.features(document),
        "assignment": tables.assignments(document),
        "evidence": tables.evidence(document),
    }
    found: _Rows = {kind: [tuple(each.values()) for each in rows] for kind, rows in parts.items()}
    return {**found, "document": [(row["id"], row["name"], *row.values())]}
