"""Documents: a name, a text that never changes, what is known about it, and how far its annotation is."""

import hashlib
import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import lru_cache
from typing import Literal, cast

from model.annotation import span_rows
from model.annotation.metadata import Metadata
from model.annotation.scheme_rows import load_scheme
from model.errors import UserError
from model.storage import stored_json
from model.storage.folded_texts import FoldedText
from model.storage.journal import Writing
from model.storage.tables import Row, Tables
from model.text.layout import NO_LAYOUT, Layout

Newline = Literal["lf", "crlf", "mixed"]
ProgressState = Literal["new", "in-progress", "done"]
FIELDS = ("symbol", "organ", "session", "adopted", "title")
LONGEST_TAG = 100  # characters


@dataclass(frozen=True, slots=True)
class Wrapping:
    """What stood around the text in the file it came from, so that it can be written back byte for byte.

    ``header`` is the first line as found (null for a text that came without one), ``bom`` whether a byte order mark
    stood before it, ``final_newline`` whether a line end ended the file. ``newline``: ``lf``; ``crlf`` where every
    line end of the file was CR LF (the text has LF instead); ``mixed`` where only the header's were (the text is as
    found).
    """

    header: str | None = None
    bom: bool = False
    newline: Newline = "lf"
    final_newline: bool = True


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one task is: by whom (annotator id) and since when (ISO 8601, UTC)."""

    id: str
    task: str
    state: ProgressState
    annotator: str
    modified: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document without its text. ``length`` is in code points; ``text_sha256`` is over the text's UTF-8.

    ``folder`` is relative to what was imported (empty: none), with ``/``. A corrected field of the metadata wins over
    the recognised one.
    """

    id: str
    name: str
    text_sha256: str
    length: int
    folder: str
    wrapping: Wrapping
    recognised: Metadata
    corrected: Metadata
    note: str
    assignee: str | None
    created: str
    tags: tuple[str, ...] = ()
    progress: Mapping[str, Progress] = field(default_factory=dict[str, Progress])

    @property
    def metadata(self) -> Metadata:
        """What holds: each field as corrected, else as recognised."""
        recognised, corrected = asdict(self.recognised), asdict(self.corrected)
        return Metadata(**{name: recognised[name] if corrected[name] is None else corrected[name] for name in FIELDS})

    def state(self, task: str) -> ProgressState:
        """How far a task is; new where nobody said anything."""
        progress = self.progress.get(task)
        return "new" if progress is None else progress.state

    def complete(self) -> tuple[str, ...]:
        """The tasks that are done, in order of name."""
        return tuple(sorted(task for task, progress in self.progress.items() if progress.state == "done"))


@lru_cache(maxsize=1)  # importing asks twice for each text
def sha256_of(text: str) -> str:
    """The SHA-256 of a text's UTF-8, in hex."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def name_key(name: str) -> str:
    """What makes a name unique: itself without regard to case."""
    return name.casefold()


def order_key(name: str) -> str:
    """What documents are put in order by: their names without regard to case, numbers in them by their value.

    A number is written as how many digits it has, then the digits, so that 9 comes before 10.
    """
    return re.sub(r"\d+", lambda found: _measured(found.group().lstrip("0")), name_key(name))


def _measured(digits: str) -> str:
    return f"{len(digits):03}{digits}"


def add(
    writing: Writing,
    name: str,
    text: str,
    *,
    folder: str = "",
    wrapping: Wrapping | None = None,
    recognised: Metadata | None = None,
    folded: FoldedText | None = None,
    layout: Layout = NO_LAYOUT,
) -> str:
    """Add a document with a text that is not empty, and the layout that this had; gives its id. Refuses a name that is
    taken.

    ``folded`` is the text folded, where that is done already.
    """
    tables = writing.tables
    if tables.document_by("name_key", name_key(name)):
        raise UserError("There is a document named “{name}” already.", name=name)
    document = Document(
        id=str(uuid.uuid4()),
        name=name,
        text_sha256=sha256_of(text) if folded is None else folded.sha256,
        length=len(text),
        folder=folder,
        wrapping=wrapping or Wrapping(),
        recognised=recognised or Metadata(),
        corrected=Metadata(),
        note="",
        assignee=None,
        created=writing.time,
    )
    tables.add_text(document.text_sha256, text, folded)
    writing.insert("document", to_row(document, layout))
    return document.id


def get(tables: Tables, document_id: str) -> Document:
    """The document of that id; refuses one that is not there."""
    row = tables.row("document", document_id)
    if row is None:
        raise UserError("That document is no longer there.")
    return from_row(
        row, [str(tag["tag"]) for tag in tables.tags(document_id)], map(progress_from_row, tables.progress(document_id))
    )


def text_of(tables: Tables, document_id: str) -> str:
    """A document's text."""
    row = tables.row("document", document_id)
    if row is None:
        raise UserError("That document is no longer there.")
    return tables.text(str(row["text_sha256"]))


def layout_of(tables: Tables, document_id: str) -> Layout:
    """How a document's text was laid out in its file; empty where that is not known. It is not in ``Document``, which
    is read for lists. Raises ``ValueError`` where it is none of such a text.
    """
    row = tables.row("document", document_id)
    if row is None:
        raise UserError("That document is no longer there.")
    return stored_json.read_layout(row["layout"], cast(int, row["length"]))


def keep_layout(writing: Writing, document_id: str, layout: Layout) -> bool:
    """Keep the layout of a document's text where none is known; gives whether that was so, and there is one now."""
    row = writing.tables.row("document", document_id)
    if row is None or row["layout"] is not None or layout == NO_LAYOUT:
        return False
    writing.update("document", document_id, layout=layout.stored())
    return True


def find(tables: Tables, wanted: str) -> str | None:
    """The id of the document of that name (without regard to case), symbol or id; the first in project order."""
    if any("\ud800" <= character <= "\udfff" for character in wanted):
        return None  # typed in another encoding; no text holds one
    by_name = tables.document_by("name_key", name_key(wanted))
    found = by_name or tables.documents_by_symbol(wanted) or tables.document_by("id", wanted)
    return str(found[0]["id"]) if found else None


def remove(writing: Writing, document_id: str) -> None:
    """Take a document away with all that was annotated in it. Its text stays in the file, so that undo brings all
    back.
    """
    tables = writing.tables
    for span in tables.spans(document_id):
        span_rows.remove(writing, str(span["id"]))
    for kind, rows in (
        ("evidence", tables.evidence(document_id)),
        ("assignment", tables.assignments(document_id)),
        ("progress", tables.progress(document_id)),
        ("document_tag", tables.tags(document_id)),
    ):
        for row in rows:
            writing.delete(kind, str(row["id"]))
    writing.delete("document", document_id)


def set_progress(writing: Writing, document_id: str, task: str, state: ProgressState) -> None:
    """Say how far a task (a layer's id, or ``descriptors``) is in a document; refuses a task that the scheme lacks."""
    if task not in load_scheme(writing.tables).tasks():
        raise UserError("There is no task “{task}”.", task=task)
    found = [row for row in writing.tables.progress(document_id) if row["task"] == task]
    if found:
        if found[0]["state"] != state:
            writing.update(
                "progress", str(found[0]["id"]), state=state, annotator=writing.annotator, modified=writing.time
            )
        return
    writing.insert(
        "progress",
        {
            "id": str(uuid.uuid4()),
            "document": document_id,
            "task": task,
            "state": state,
            "annotator": writing.annotator,
            "modified": writing.time,
        },
    )


def begin(writing: Writing, document_id: str, tasks: Iterable[str]) -> None:
    """Say of tasks that are worked on that they are no longer new; the others stay as they are."""
    states = {str(row["task"]): row["state"] for row in writing.tables.progress(document_id)}
    for task in sorted(set(tasks)):
        if states.get(task, "new") == "new":
            set_progress(writing, document_id, task, "in-progress")


def set_note(writing: Writing, document_id: str, note: str) -> None:
    """Write the note on a document."""
    writing.update("document", document_id, note=note)


def set_assignee(writing: Writing, document_id: str, annotator: str | None) -> None:
    """Give a document to an annotator (id), or to nobody."""
    writing.update("document", document_id, assignee=annotator)


def checked_tag(tag: str) -> str:
    """A tag as a person typed it, its white space being single blanks; refuses one that is empty or too long."""
    words = " ".join(tag.split())
    if not words or len(words) > LONGEST_TAG or not words.isprintable():
        raise UserError(
            "A tag has at least one character and at most {most}, all of which can be shown.", most=LONGEST_TAG
        )
    return words


def set_tags(writing: Writing, document_id: str, tags: Iterable[str]) -> None:
    """Replace a document's tags."""
    wanted = set(tags)
    for row in writing.tables.tags(document_id):
        if row["tag"] in wanted:
            wanted.discard(str(row["tag"]))
        else:
            writing.delete("document_tag", str(row["id"]))
    for tag in sorted(wanted):
        writing.insert("document_tag", {"id": str(uuid.uuid4()), "document": document_id, "tag": tag})


def correct_metadata(writing: Writing, document_id: str, corrected: Metadata) -> None:
    """Write a person's corrections beside what was recognised; a null field is not corrected.

    Refuses an ``adopted`` that is no date (ISO 8601, ``YYYY-MM-DD``) and an ``organ`` that is none of the four.
    """
    if corrected.adopted is not None and not _is_date(corrected.adopted):
        raise UserError("“{date}” is not a date of the form 2004-12-20.", date=corrected.adopted)
    if corrected.organ not in (None, "GA", "SC", "ECOSOC", "HRC"):
        raise UserError("“{organ}” is not one of GA, SC, ECOSOC and HRC.", organ=corrected.organ)
    writing.update("document", document_id, **{f"corrected_{name}": getattr(corrected, name) for name in FIELDS})


def to_row(document: Document, layout: Layout = NO_LAYOUT) -> Row:
    """The row of a document with its text's layout; tags and progress are rows of their own."""
    row: Row = {
        "id": document.id,
        "name": document.name,
        "name_key": name_key(document.name),
        "order_key": order_key(document.name),
        "text_sha256": document.text_sha256,
        "length": document.length,
        "folder": document.folder,
        "header": document.wrapping.header,
        "bom": int(document.wrapping.bom),
        "newline": document.wrapping.newline,
        "final_newline": int(document.wrapping.final_newline),
        "note": document.note,
        "assignee": document.assignee,
        "created": document.created,
        "layout": layout.stored(),
    }
    for name in FIELDS:
        row[f"recognised_{name}"] = getattr(document.recognised, name)
        row[f"corrected_{name}"] = getattr(document.corrected, name)
    return row


def from_row(row: Row, tags: Iterable[str] = (), progress: Iterable[Progress] = ()) -> Document:
    """The document of a row."""
    return Document(
        id=str(row["id"]),
        name=str(row["name"]),
        text_sha256=str(row["text_sha256"]),
        length=cast(int, row["length"]),
        folder=str(row["folder"]),
        wrapping=Wrapping(
            header=cast("str | None", row["header"]),
            bom=bool(row["bom"]),
            newline=cast(Newline, row["newline"]),
            final_newline=bool(row["final_newline"]),
        ),
        recognised=Metadata(**{name: cast("str | None", row[f"recognised_{name}"]) for name in FIELDS}),
        corrected=Metadata(**{name: cast("str | None", row[f"corrected_{name}"]) for name in FIELDS}),
        note=str(row["note"]),
        assignee=cast("str | None", row["assignee"]),
        created=str(row["created"]),
        tags=tuple(tags),
        progress={each.task: each for each in progress},
    )


def progress_from_row(row: Row) -> Progress:
    """The progress of a row."""
    state = cast(ProgressState, row["state"])
    return Progress(str(row["id"]), str(row["task"]), state, str(row["annotator"]), str(row["modified"]))


def _is_date(text: str) -> bool:
    try:
        return len(text) == 10 and date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
