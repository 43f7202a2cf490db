"""What an import would recognise in a file: read, and written nowhere; no project is needed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from model.annotation.metadata import Metadata
from model.errors import UserError
from model.formats import resolution_text
from model.formats.budgets import untold
from model.formats.export_formats import format_of_file
from model.formats.importing import ImportReport, different, files, unknown_file, wrapping_notes
from model.formats.input_formats import KINDS, RESOLUTION, Kind, obvious_kind, recognised
from model.formats.project_json import count_documents
from model.formats.reading_ahead import resolution_source
from model.regular_file import check_file

BEGINNING = 3_000  # characters of a text that are kept
LARGEST = 16 * 1024 * 1024  # bytes: a larger file is read when it is imported, not to be looked at
_LOOKED_AT = 60  # files whose beginning is looked at to suggest a kind


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file holds. ``refusal`` is null unless the file would be refused; then nothing else is known.

    ``documents`` is 1 for a file of one text, for project JSON how many it holds, null where that was not looked at.
    ``clauses`` are counts by type in the order of the text, ``terms`` the descriptors.
    """

    path: Path
    beginning: str = ""
    length: int = 0
    metadata: Metadata = field(default_factory=Metadata)
    terms: tuple[str, ...] = ()
    clauses: tuple[tuple[str, int], ...] = ()
    notes: tuple[UserError, ...] = ()
    documents: int | None = 1
    refusal: UserError | None = None


@dataclass(frozen=True, slots=True)
class FilesToImport:
    """The files of some sources in the order in which they are read, and sentences about what cannot be.

    ``suggestion`` is what most of them obviously are where that is not what was chosen: the id of a kind, or
    ``RESOLUTION``; null where nothing else shows.
    """

    files: tuple[Path, ...]
    refused: tuple[UserError, ...]
    suggestion: str | None = None


def find(sources: Sequence[Path], kind: Kind | None = None) -> FilesToImport:
    """The files that an import of these sources would read."""
    report = ImportReport()
    given = different(sources, report)
    found = [path for path, _ in files(given, report, kind)]
    refused = tuple(line.message for line in report.lines if line.message is not None)
    return FilesToImport(tuple(found), refused, _suggestion(given, found, RESOLUTION if kind is None else kind.id))


def _suggestion(sources: Sequence[Path], found: Sequence[Path], chosen: str) -> str | None:
    """What more files obviously are than are what was chosen."""
    looked_at = found
    if not found:  # folders that hold nothing of what was chosen, perhaps much of something else
        others = ImportReport()
        looked_at = [path for kind in KINDS for path, _ in files(sources, others, kind)]
    counts = Counter(filter(None, map(obvious_kind, looked_at[:_LOOKED_AT])))
    if not counts:
        return None
    most, count = counts.most_common(1)[0]
    return most if count > counts[chosen] else None


def preview(path: Path, kind: Kind | None = None) -> Preview:
    """What an import would recognise in a file, read as one of a kind, without one as its suffix says."""
    try:
        return _preview(path, kind)
    except UserError as refusal:
        return Preview(path, documents=None, refusal=refusal)


def _unpacked_size(path: Path) -> int:
    # Slow to import, and needed by nobody who looks at no Word file.
    from model.formats.word_text import unpacked_size

    return unpacked_size(path)


def _preview(path: Path, kind: Kind | None) -> Preview:
    check_file(path)
    limit = LARGEST // (1024 * 1024)
    if path.stat().st_size > LARGEST:
        note = UserError("{path}: larger than {limit} MiB; read only when it is imported.", path=path, limit=limit)
        return Preview(path, notes=(note,), documents=None)
    if kind is not None and kind.id == "docx" and _unpacked_size(path) > LARGEST:
        note = UserError(
            "{path}: larger than {limit} MiB when unpacked; read only when it is imported.", path=path, limit=limit
        )
        return Preview(path, notes=(note,), documents=None)
    if kind is None and path.suffix.lower() != resolution_text.SUFFIX:
        form = format_of_file(path)
        if form is None or form.read is None:
            raise unknown_file(path)
        documents = count_documents(path)
        if documents is None:
            raise UserError("{path}: not project JSON.", path=path)
        return Preview(path, documents=documents)
    found = resolution_source(path) if kind is None else kind.read(path, untold)
    metadata, remarks = recognised(found, path)
    return Preview(
        path,
        found.text[:BEGINNING],
        len(found.text),
        metadata,
        found.terms,
        tuple(Counter(clause.type for clause in found.clauses).items()),
        (*wrapping_notes(found, path), *found.notes, *remarks),
    )
