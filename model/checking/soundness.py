"""The check of a project file: whether journal, rows, texts, offsets and nesting can be trusted. It is read-only."""

from collections.abc import Callable, Iterator
from typing import cast

from model.annotation import nesting, span_rows
from model.annotation.documents import sha256_of
from model.annotation.layers import Scheme
from model.annotation.scheme_rows import load_scheme
from model.errors import UserError
from model.storage import stored_json, verification
from model.storage.tables import Row, Tables


def problems(tables: Tables) -> Iterator[UserError]:
    """Everything unsound in a project: first in the journal and the rows, then document by document a text that does
    not match its SHA-256 or its search index, offsets outside the text, and spans that break the rules of the scheme.

    Raises ``ValueError`` if a JSON column is not as Qarar writes it, since the rest cannot be read then.
    """
    column = stored_json.unsound_column(tables.connection)
    if column is not None:
        raise ValueError(column)
    yield from verification.journal_problems(tables)
    yield from verification.row_problems(tables)
    yield from _of_unused_texts(tables)
    scheme = load_scheme(tables)
    is_found = tables.folded.audit()
    for document in tables.document_ids():
        row = tables.row("document", document)
        if row is not None:
            yield from _of_document(tables, scheme, row, is_found)


def _of_unused_texts(tables: Tables) -> Iterator[UserError]:
    """Texts without a document are checked as well: undo may bring their document back."""
    unused = "SELECT sha256, body FROM text WHERE sha256 NOT IN (SELECT text_sha256 FROM document)"
    for row in tables.iterate(unused):
        if sha256_of(str(row["body"])) != row["sha256"]:
            yield UserError("A text that no document has any more is not the one that was imported.")


def _of_document(tables: Tables, scheme: Scheme, row: Row, is_found: Callable[[str, str], bool]) -> Iterator[UserError]:
    document = str(row["id"])
    name = str(row["name"]) or document
    text = tables.text(str(row["text_sha256"]))
    if sha256_of(text) != row["text_sha256"] or len(text) != row["length"]:
        yield UserError("{name}: the text is not the one that was imported.", name=name)
    elif not is_found(str(row["text_sha256"]), text):
        yield UserError(
            "{name}: what the text is found by is not the text's; recover the project into a new file, which mends "
            "that and keeps the history.",
            name=name,
        )
    spans = span_rows.of_document(tables, document)
    for span in spans:
        if span.end > len(text):
            yield UserError(
                "{name}: “{label}” at {start}–{end} reaches outside the text.",
                name=name,
                label=span.label,
                start=span.start,
                end=span.end,
            )
    try:
        nesting.check(scheme, spans)
    except UserError as refusal:
        yield UserError("{name}: {problem}", name=name, problem=refusal)
    for evidence in tables.evidence(document):
        if cast(int, evidence["end"]) > len(text):
            yield UserError(
                "{name}: evidence at {start}–{end} reaches outside the text.",
                name=name,
                start=evidence["start"],
                end=evidence["end"],
            )
