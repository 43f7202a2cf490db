"""From the rows that count, a project in which everything that is named is there and every rule holds; and what that
took away, by document.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import cast

from model.annotation import nesting, span_rows
from model.annotation.documents import name_key, order_key, sha256_of
from model.annotation.layers import Scheme
from model.errors import UserError
from model.progress import ProgressCallback, cancellable, no_progress
from model.recovery.reading_journal import ReadJournal
from model.recovery.report import DocumentState, RecoveredDocument, worst_first
from model.recovery.row_states import Settled
from model.recovery.scheme_repair import Rows, repair_scheme, scheme
from model.storage import checksums, stored_json
from model.storage.readable_rows import ReadableRows
from model.storage.row_kinds import called
from model.storage.row_shapes import Shapes
from model.storage.tables import Row

# What belongs to a document, and what is said where some of it is gone.
OF_DOCUMENT: dict[str, Callable[[int], UserError]] = {
    "document_tag": lambda count: UserError("Tags lost: {count}.", count=count),
    "progress": lambda count: UserError("Entries of its progress lost: {count}.", count=count),
    "span": lambda count: UserError("Marks lost: {count}.", count=count),
    "feature": lambda count: UserError("Features of marks lost: {count}.", count=count),
    "assignment": lambda count: UserError("Descriptors lost: {count}.", count=count),
    "evidence": lambda count: UserError("Stretches of evidence lost: {count}.", count=count),
}
_TOLD_RULES = 20  # marks of one document that are named one by one
_TURNS = 50


@dataclass(slots=True)
class Assembled:
    """What is to be written. ``whole_history``: nothing had to be left out or made, so that the journal still tells how
    it came about. ``annotators`` are names by id, in the order in which they entered; ``texts`` by SHA-256.
    """

    rows: Rows
    scheme: Scheme
    annotators: dict[str, str]
    texts: dict[str, str]
    whole_history: bool
    documents: tuple[RecoveredDocument, ...]
    notes: list[UserError] = field(default_factory=list[UserError])


def assemble(
    readable: ReadableRows,
    journal: ReadJournal,
    settled: Settled,
    shapes: Shapes,
    on_progress: ProgressCallback = no_progress,
) -> Assembled:
    """Put together what a file can be made of. ``on_progress`` may stop it by raising."""
    return _Assembly(readable, journal, settled, shapes, on_progress).run()


class _Assembly:
    def __init__(
        self,
        readable: ReadableRows,
        journal: ReadJournal,
        settled: Settled,
        shapes: Shapes,
        on_progress: ProgressCallback,
    ) -> None:
        self._readable = readable
        self._journal = journal
        self._settled = settled
        self._shapes = shapes
        self._on_progress = on_progress
        self._rows = settled.rows
        self._texts = {str(key[0]): str(found[0].values[1]) for key, found in readable.rows["text"].items()}
        named = {str(row["text_sha256"]) for row in self._rows["document"].values()}
        for text in readable.altered.values():  # perhaps it is only the SHA-256 that is
            if sha256_of(text) in named:
                self._texts.setdefault(sha256_of(text), text)
        self._notes: list[UserError] = []
        self._lost: dict[str, tuple[str | None, list[UserError]]] = {}
        self._gone: dict[str, Counter[str]] = {}
        self._details: dict[str, list[UserError]] = {}
        self._corrected: Counter[str] = Counter()
        self._changed = False

    def run(self) -> Assembled:
        texts = self._texts
        self._expect()
        self._doubt()
        made = repair_scheme(self._rows, self._readable.complete)
        self._changed = self._changed or bool(made)
        self._notes += made
        self._keep_documents()
        self._keep_vocabulary()
        self._drop_dangling()
        self._apply_rules(scheme(self._rows))
        self._drop_dangling()
        annotators = self._annotators()
        named = {str(row["text_sha256"]) for row in self._rows["document"].values()}
        whole = (
            not self._changed
            and self._settled.agrees
            and self._journal.is_whole
            and self._texts_of_history() <= texts.keys()
        )
        if not whole:
            texts = {sha256: text for sha256, text in texts.items() if sha256 in named}
        return Assembled(
            self._rows, scheme(self._rows), annotators, texts, whole, worst_first(self._reports()), self._notes
        )

    def _expect(self) -> None:
        """Count what the journal says is there and nothing can be read of any more."""
        for (kind, row), state in cancellable(self._journal.states.items(), self._on_progress):
            if kind in OF_DOCUMENT and state.values is not None and row not in self._rows[kind]:
                document = str(self._shapes.tables[kind].row(state.values)["document"])
                if kind not in self._readable.complete:
                    self._count(document, kind)

    def _doubt(self) -> None:
        """Say of which documents nobody can tell any more how they were; and see which were set right."""
        differing = Counter((document, key[0]) for key in self._settled.told for document in self._documents_of(*key))
        for (document, kind), count in sorted(differing.items()):
            self._details.setdefault(document, []).append(
                UserError("Differing from the history: {kind} ({count}).", kind=called(kind), count=count)
            )
        doubtful = {document for key in self._settled.doubtful for document in self._documents_of(*key)}
        for document in sorted(doubtful):
            self._details.setdefault(document, []).append(
                UserError("Some of it may be wrong: it is not as the history says, and that may be damaged as well.")
            )
        for key in self._settled.corrected:
            self._corrected.update(self._documents_of(*key))

    def _documents_of(self, kind: str, row_id: str) -> set[str]:
        """The documents that a row is of: in its table it may name another than the history says."""
        if kind == "document":
            return {row_id}
        if kind not in OF_DOCUMENT:
            return set()
        state = self._journal.states.get((kind, row_id))
        told = [found.values for found in self._readable.rows[kind].get((row_id,), [])]
        if state is not None and state.values is not None:
            told.append(state.values)
        return {str(self._shapes.tables[kind].row(values)["document"]) for values in told}

    def _count(self, document: str, kind: str) -> None:
        self._gone.setdefault(document, Counter())[kind] += 1
        self._changed = True

    def _texts_of_history(self) -> set[str]:
        """The texts that an undo or a redo may need."""
        states = (state for change in self._journal.changes if change[2] == "document" for state in change[5:7])
        return {str(json.loads(str(state))["text_sha256"]) for state in states if state is not None}

    def _keep_documents(self) -> None:
        """Leave those out whose text is gone, and have each name once."""
        taken: set[str] = set()
        for document, row in sorted(
            self._rows["document"].items(), key=lambda each: (str(each[1]["created"]), each[0])
        ):
            text = self._texts.get(str(row["text_sha256"]))
            if text is None:
                text = self._altered(row)
            if text is None:
                self._lose(document, str(row["name"]), UserError("Its text is lost."))
                continue
            name = str(row["name"])
            number = 2
            while name_key(name) in taken:
                name = f"{row['name']} ({number})"
                number += 1
            taken.add(name_key(name))
            right = {"name": name, "name_key": name_key(name), "order_key": order_key(name), "length": len(text)}
            if any(row[column] != value for column, value in right.items()):
                row.update(right)
                self._changed = True
            if not stored_json.is_sound_layout(row["layout"], len(text)):
                row["layout"] = None
                self._changed = True
                self._details.setdefault(document, []).append(
                    UserError("Its paragraphs and italics are no longer known.")
                )
        for (kind, row_id), state in cancellable(self._journal.states.items(), self._on_progress):
            known = kind != "document" or row_id in self._rows["document"] or row_id in self._lost
            if not known and state.values is not None and "document" not in self._readable.complete:
                name = str(self._shapes.tables["document"].row(state.values)["name"])
                self._lose(row_id, name, UserError("Its entry is lost."))
        for document in {str(row["document"]) for kind in OF_DOCUMENT for row in self._rows[kind].values()}:
            if document not in self._rows["document"] and document not in self._lost:
                self._lose(document, None, UserError("Its entry is lost."))

    def _altered(self, row: Row) -> str | None:
        """A text that is no longer the one that was imported, kept under the SHA-256 that it has now. Where it is as
        long every mark stands where it stood; else nobody can tell where, and the marks are left out.
        """
        text = self._readable.altered.get(str(row["text_sha256"]))
        if not text or not text.strip() or "\0" in text:
            return None
        row["text_sha256"] = sha256_of(text)
        self._texts[str(row["text_sha256"])] = text
        self._changed = True
        if len(text) == row["length"]:
            told = UserError(
                "Its text is damaged: it is no longer the one that was imported. Compare it with the source."
            )
        else:
            told = UserError("Its text is damaged and of another length: it was kept without marks.")
            row["layout"] = None
            for kind in ("progress", "span", "feature", "evidence"):  # what is not marked must not be called done
                for row_id, other in list(self._rows[kind].items()):
                    if other["document"] == row["id"]:
                        self._leave_out(kind, row_id)
        self._details.setdefault(str(row["id"]), []).append(told)
        return text

    def _lose(self, document: str, name: str | None, reason: UserError) -> None:
        self._changed = True
        self._rows["document"].pop(document, None)
        self._lost[document] = (name, [reason])

    def _keep_vocabulary(self) -> None:
        """A descriptor without its term keeps what the header called it; what else is said of terms needs them."""
        own = next(str(row["id"]) for row in self._rows["vocabulary"].values() if row["own"])
        for row in self._rows["assignment"].values():
            concept = str(row["concept"])
            if concept in self._rows["concept"]:
                continue
            self._rows["concept"][concept] = {"id": concept, "vocabulary": own, "uri": f"urn:uuid:{concept}"}
            self._notes.append(
                UserError("The term {id} is lost; descriptors keep what the header called it.", id=concept)
            )
            self._changed = True
        known = {str(row["id"]) for row in self._rows["vocabulary"].values()}
        for row in self._rows["concept"].values():
            if str(row["vocabulary"]) not in known:
                row["vocabulary"] = own
                self._changed = True
        self._once("concept", lambda row: (row["vocabulary"], row["uri"]))
        self._once("concept_state", lambda row: (row["concept"], row["state"]))
        self._once("saved_search", lambda row: row["name_key"])
        self._once("progress", lambda row: (row["document"], row["task"]))
        self._once("feature", lambda row: (row["span"], row["name"]))

    def _once(self, kind: str, key: Callable[[Row], object]) -> None:
        """What may be there once only: the row of the smallest id stays."""
        seen: set[object] = set()
        for row_id, row in sorted(self._rows[kind].items()):
            if key(row) in seen:
                self._leave_out(kind, row_id)
            seen.add(key(row))

    def _leave_out(self, kind: str, row_id: str) -> None:
        row = self._rows[kind].pop(row_id)
        self._changed = True
        if kind in OF_DOCUMENT:
            self._count(str(row["document"]), kind)

    def _drop_dangling(self) -> None:
        """Leave out what names a row that is not there; annotators are made anew instead."""
        left_out = True
        while left_out:
            left_out = False
            for kind, rows in self._rows.items():
                for place, other in self._shapes.tables[kind].references:
                    if other not in self._rows:
                        continue
                    column = self._shapes.tables[kind].columns[place]
                    for row_id, row in cancellable(list(rows.items()), self._on_progress):
                        if row[column] is not None and str(row[column]) not in self._rows[other]:
                            self._leave_out(kind, row_id)
                            left_out = True

    def _apply_rules(self, scheme: Scheme) -> None:
        """Leave out marks and evidence that no rule allows: a row of which a byte was turned may still be a row."""
        layers = {label.id: label.layer for label in scheme.labels()}
        by_document: dict[str, list[Row]] = {}
        for row in cancellable(list(self._rows["span"].values()), self._on_progress):
            document = self._rows["document"][str(row["document"])]
            if cast(int, row["end"]) > cast(int, document["length"]):
                self._break_rule(row, UserError("It reaches outside the text."))
            elif layers[str(row["label"])] != row["layer"]:
                self._break_rule(row, UserError("Its label is not of its layer."))
            else:
                by_document.setdefault(str(row["document"]), []).append(row)
        for rows in by_document.values():
            self._on_progress(0, 0)
            self._apply_nesting(scheme, rows)
        for row_id, row in cancellable(list(self._rows["evidence"].items()), self._on_progress):
            document = self._rows["document"].get(str(row["document"]))
            if document is None or cast(int, row["end"]) > cast(int, document["length"]):
                self._leave_out("evidence", row_id)

    def _apply_nesting(self, scheme: Scheme, rows: list[Row]) -> None:
        spans = {span.id: span for span in map(span_rows.from_row, rows)}
        for turn in range(_TURNS):
            broken = {span.id: refusal for span, refusal in nesting.breaches(scheme, spans.values())}
            if not broken:
                return
            if turn == _TURNS - 1:  # each that goes brings another; no person made such marks
                broken = {span_id: UserError("It breaks the rules of its layer.") for span_id in spans}
            for span_id, refusal in broken.items():
                del spans[span_id]
                self._break_rule(self._rows["span"][span_id], refusal)

    def _break_rule(self, row: Row, refusal: UserError) -> None:
        details = self._details.setdefault(str(row["document"]), [])
        if len(details) < _TOLD_RULES:
            details.append(
                UserError(
                    "“{label}” at {start}–{end} was left out: {problem}",
                    label=row["label"],
                    start=row["start"],
                    end=row["end"],
                    problem=refusal,
                )
            )
        self._leave_out("span", str(row["id"]))

    def _annotators(self) -> dict[str, str]:
        """Everyone who is named anywhere; whose name is lost is called by the id."""
        found = sorted(self._readable.rows["annotator"].items(), key=lambda each: each[1][0].rowid)
        shape = self._shapes.tables["annotator"]
        names = {str(key[0]): shape.row(rows[0].values) for key, rows in found}
        for row in names.values():
            if row["checksum"] and row["checksum"] != checksums.of_annotator(str(row["id"]), str(row["name"])):
                self._notes.append(UserError("The annotator “{name}” may have had another name.", name=row["name"]))
        annotators = {annotator: str(row["name"]) for annotator, row in names.items()}
        places = [
            (kind, self._shapes.tables[kind].columns[place])
            for kind in self._rows
            for place, other in self._shapes.tables[kind].references
            if other == "annotator"
        ]
        named = [row[column] for kind, column in places for row in self._rows[kind].values()]
        named += [row["annotator"] for row in self._journal.operations]
        for annotator in sorted({str(each) for each in named if each is not None} - annotators.keys()):
            annotators[annotator] = f"? {annotator}"
            self._notes.append(UserError("The name of the annotator {id} is lost.", id=annotator))
        return annotators

    def _reports(self) -> Iterable[RecoveredDocument]:
        missing = [] if self._is_all_known() else [UserError("Something of it may be missing: not all could be read.")]
        for document, row in self._rows["document"].items():
            details = [
                *(OF_DOCUMENT[kind](count) for kind, count in self._gone.get(document, Counter[str]()).items()),
                *self._details.get(document, []),
                *missing,
            ]
            state: DocumentState = "partial" if details else "whole"
            if document in self._corrected:
                count = self._corrected[document]
                details.append(UserError("Entries corrected to match the history: {count}.", count=count))
            yield RecoveredDocument(document, str(row["name"]), state, tuple(details))
        for document, (name, reasons) in self._lost.items():
            marks = self._gone.get(document, Counter[str]())["span"]
            details = [*reasons, OF_DOCUMENT["span"](marks)] if marks else reasons
            yield RecoveredDocument(document, name, "lost", tuple(details))

    def _is_all_known(self) -> bool:
        """Whether nothing that documents have can be missing without a trace: all of it stands in tables of which
        nothing is missing, or the journal tells it all.
        """
        return self._journal.is_whole or {"document", *OF_DOCUMENT} <= self._readable.complete
