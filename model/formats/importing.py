"""Imports files as one undoable operation, with a report. A file that is refused does not stop the others."""

import contextlib
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from model.annotation import documents
from model.annotation.documents import name_key
from model.annotation.values import Origin
from model.errors import UserError
from model.formats import clause_json, resolution_text
from model.formats.budgets import Tick
from model.formats.clause_json import ClauseFile
from model.formats.export_formats import format_of_file
from model.formats.input_formats import RESOLUTION, WORD_SUFFIX, Kind
from model.formats.reading_ahead import ReadText, read_all
from model.formats.source_text import SourceText
from model.progress import ProgressCallback, no_progress
from model.project import SUFFIX, Project
from model.regular_file import check_file
from model.storage.journal import Writing
from model.vocabulary import assignments, concepts

Outcome = Literal["imported", "already", "double", "refused", "note"]


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One thing to tell about a file: what became of it, and a sentence where there is more to say."""

    path: Path
    outcome: Outcome
    message: UserError | None = None


@dataclass(slots=True)
class ImportReport:
    """The lines in the order in which the files were read, and how many documents and clause files came in."""

    lines: list[ReportLine] = field(default_factory=list[ReportLine])
    documents: int = 0
    clause_documents: int = 0

    def add(self, path: Path, outcome: Outcome, message: UserError | None = None) -> None:
        """Note one line."""
        self.lines.append(ReportLine(path, outcome, message))

    def of(self, outcome: Outcome) -> list[ReportLine]:
        """The lines of one outcome."""
        return [line for line in self.lines if line.outcome == outcome]


_LOCK = "~$"  # begins the name of the small file with which Word says that a document is open


def different(sources: Sequence[Path], report: ImportReport) -> list[Path]:
    """The sources without those that were given before, of which the report tells."""
    found: dict[str, Path] = {}
    for source in sources:
        place = os.path.realpath(source)
        if place in found:
            report.add(source, "note", UserError("{path}: was given twice, and is read once.", path=source))
        else:
            found[place] = source
    return list(found.values())


def files(sources: Sequence[Path], report: ImportReport, kind: Kind | None = None) -> list[tuple[Path, str]]:
    """The files to read, each with its folder relative to the source it was found under; in order of path.

    Folders are searched for the files of ``kind``, without one for resolution texts.
    """
    found: list[tuple[Path, str]] = []
    for source in sources:
        if not os.path.isdir(source):
            found.append((source, ""))
            continue
        inside = below(source, resolution_text.SUFFIX if kind is None else kind.suffix, report)
        if not inside:
            report.add(source, "refused", _nothing(source, kind))
        for path in inside:
            folder = path.parent.relative_to(source).as_posix()
            found.append((path, "" if folder == "." else folder))
    return [(path, folder) for path, folder in found if has_text_as_name(path, report)]


def below(folder: Path, suffix: str, report: ImportReport) -> list[Path]:
    """The files of a suffix below a folder, in order of path; links to folders are not followed. A folder below it that
    cannot be read is told in the report."""

    def unreadable(error: OSError) -> None:
        path = Path(error.filename)
        report.add(path, "refused", UserError("{path}: cannot be read ({reason}).", path=path, reason=error))

    paths = (Path(path, name) for path, _, names in os.walk(folder, onerror=unreadable) for name in names)
    # Word keeps a file of its own beside one that is open; of another kind a name may begin so.
    locks = _LOCK if suffix == WORD_SUFFIX else "\0"
    return sorted(path for path in paths if path.suffix.lower() == suffix and not path.name.startswith(locks))


def has_text_as_name(path: Path, report: ImportReport) -> bool:
    """Whether a path is text; on some systems it may be any bytes, which can neither be stored nor be shown."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        shown = Path(os.fsencode(path).decode("utf-8", "replace"))
        report.add(shown, "refused", UserError("{path}: its path is not UTF-8.", path=shown))
        return False
    return True


def _nothing(folder: Path, kind: Kind | None) -> UserError:
    if kind is None:
        return UserError("{path}: no resolutions (*.txt) in this folder.", path=folder)
    return UserError("{path}: no files of this kind (*{suffix}) in this folder.", path=folder, suffix=kind.suffix)


OPERATION = "import"
_LINE_END = re.compile(r"[\r\n]")


def import_sources(
    project: Project,
    sources: Sequence[Path],
    *,
    kind: Kind | None = None,
    rename: bool = False,
    clauses: Path | None = None,
    on_progress: ProgressCallback = no_progress,
) -> ImportReport:
    """Import resolution files, folders of them (searched for ``*.txt`` all the way down) and project JSON; a file's
    suffix says which it is. With a ``kind`` every file is read as one of that kind, and folders are searched for its
    suffix.

    ``rename`` numbers a document whose name is taken by another text, which is refused otherwise. ``clauses`` is a
    folder of clause files (the corpus' gold shape) that are matched to the project's documents by the SHA-256 of
    their text. One operation: an error or ``Cancelled`` leaves the project as it was.
    """
    report = ImportReport()
    found = files(different(sources, report), report, kind)
    clause_paths = _clause_paths(clauses, report)
    total = len(found) + len(clause_paths)
    texts = [path for path, _ in found if kind is not None or path.suffix.lower() == resolution_text.SUFFIX]
    done = 0

    def tick() -> None:
        on_progress(done, total)

    reading_all = read_all(texts, kind and kind.id, tick)
    with project.operation(OPERATION) as writing, contextlib.closing(reading_all) as reading:
        one = _Import(project, writing, report, rename, tick)
        for done, (path, folder) in enumerate(found):
            on_progress(done, total)
            try:
                if kind is not None or path.suffix.lower() == resolution_text.SUFFIX:
                    one.text(path, folder, next(reading), RESOLUTION if kind is None else kind.id)
                else:
                    one.whole(path)
            except UserError as refusal:
                report.add(path, "refused", refusal)
        one.clauses(clause_paths, lambda read, _: on_progress(len(found) + read, total))
        done = total
        tick()
        writing.on_progress = lambda _done, _total: tick()
    return report


class _Import:
    """One import under way: what it has to remember from file to file."""

    def __init__(self, project: Project, writing: Writing, report: ImportReport, rename: bool, tick: Tick) -> None:
        self._project = project
        self._writing = writing
        self._report = report
        self._rename = rename
        self._tick = tick
        self._concepts: dict[str, str] = {}  # by what makes terms the same
        self._terms: dict[str, str] = {}  # by their very letters

    def whole(self, path: Path) -> None:
        """Import a file that holds a project, by the format that its suffix stands for."""
        check_file(path)
        form = format_of_file(path)
        if form is None or form.read is None:
            raise unknown_file(path)
        before = len(self._writing.changes)
        with self._writing.attempt():
            self._report.documents += form.read(self._writing, self._project, path, lambda _done, _total: self._tick())
        # A file may bring terms and no document: what was written tells whether all was there.
        self._report.add(path, "imported" if len(self._writing.changes) > before else "already")

    def text(self, path: Path, folder: str, read: ReadText | UserError, kind: str) -> None:
        """Import the text of one file; ``kind`` is what the origin of its descriptors will say."""
        if isinstance(read, UserError):
            raise read
        tables = self._writing.tables
        found, sha256 = read.source, read.folded.sha256
        name = path.stem
        if not name.strip() or _LINE_END.search(name):
            raise UserError(
                "{path}: no document can have its name, which is blank or has more than one line.", path=path
            )
        same_name = tables.document_by("name_key", name_key(name))
        if same_name:
            if same_name[0]["text_sha256"] == sha256:
                document = str(same_name[0]["id"])
                self._add_already(path, document, found)
                self._own_clauses(path, document, sha256, found, kind)
                return
            if not self._rename:
                raise UserError(
                    "{path}: there is a document named “{name}” already, with another text.", path=path, name=name
                )
            numbered = self._having_number(name, sha256)
            if numbered is not None:
                self._add_already(path, numbered, found)
                return
            name = self._numbered(name)
        doubles = tables.document_by("text_sha256", sha256)
        document = documents.add(
            self._writing,
            name,
            found.text,
            folder=folder,
            wrapping=found.wrapping,
            recognised=read.metadata,
            folded=read.folded,
            layout=found.layout,
        )
        terms = [(self._concept(term), term) for term in found.terms]
        assignments.assign_found(self._writing, document, terms, Origin("import", kind))
        self._report.documents += 1
        if doubles:
            other = str(doubles[0]["name"])
            self._report.add(path, "double", UserError("{path}: has the same text as “{name}”.", path=path, name=other))
        else:
            self._report.add(path, "imported")
        if name != path.stem:
            self._report.add(path, "note", UserError("{path}: imported as “{name}”.", path=path, name=name))
        for note in (*wrapping_notes(found, path), *found.notes, *read.remarks):
            self._report.add(path, "note", note)
        self._own_clauses(path, document, sha256, found, kind)

    def _add_already(self, path: Path, document: str, found: SourceText) -> None:
        """Tell that a document is there already, which gets the file's layout where none is known of it."""
        if documents.keep_layout(self._writing, document, found.layout):
            told = UserError("{path}: already there; its paragraphs and italics were added.", path=path)
            self._report.add(path, "already", told)
        else:
            self._report.add(path, "already")

    def _own_clauses(self, path: Path, document: str, sha256: str, found: SourceText, kind: str) -> None:
        """Add the clauses that the file itself marks to a document in which nothing is marked yet."""
        if not found.clauses or self._writing.tables.spans(document):
            return
        try:
            with self._writing.attempt():
                file = ClauseFile(path, sha256, found.clauses, Origin("import", kind))
                if clause_json.add(self._writing, document, file):
                    self._report.clause_documents += 1
        except UserError as refusal:
            self._report.add(
                path, "note", UserError("{path}: its clauses were left out. {reason}", path=path, reason=refusal)
            )

    def clauses(self, paths: Sequence[Path], on_progress: ProgressCallback) -> None:
        """Add the clauses of these files to the documents whose text they were made for."""
        by_text: dict[str, list[tuple[Path, ClauseFile]]] = {}
        for path in paths:
            try:
                found = clause_json.read(path)
            except UserError as refusal:
                self._report.add(path, "refused", refusal)
            else:
                by_text.setdefault(found.text_sha256, []).append((path, found))
        for done, (sha256, candidates) in enumerate(by_text.items()):
            on_progress(done, len(by_text))
            matched = self._writing.tables.document_by("text_sha256", sha256)
            if not matched:
                for path, _ in candidates:
                    self._report.add(path, "refused", UserError("{path}: no document has this text.", path=path))
            for row in matched:
                # The same text may be there twice: the file of the document's own name is the better one.
                path, found = next((each for each in candidates if each[0].stem == row["name"]), candidates[0])
                try:
                    with self._writing.attempt():
                        if clause_json.add(self._writing, str(row["id"]), found):
                            self._report.clause_documents += 1
                except UserError as refusal:
                    self._report.add(path, "refused", refusal)

    def _having_number(self, name: str, sha256: str) -> str | None:
        """The document that has this text under this name with a number, as an import before gave it."""
        numbered = re.compile(re.escape(name_key(name)) + r" \([0-9]+\)")
        same_text = self._writing.tables.document_by("text_sha256", sha256)
        return next((str(row["id"]) for row in same_text if numbered.fullmatch(str(row["name_key"]))), None)

    def _numbered(self, name: str) -> str:
        """The name with the first number that is free."""
        number = 2
        while self._writing.tables.document_by("name_key", name_key(f"{name} ({number})")):
            number += 1
        return f"{name} ({number})"

    def _concept(self, term: str) -> str:
        if term not in self._terms:
            key = concepts.label_key(term)
            if key not in self._concepts:
                found = concepts.matching(self._writing.tables, term)
                self._concepts[key] = found or concepts.add(self._writing, term, concepts.language_of(term)).id
            self._terms[term] = self._concepts[key]
        return self._terms[term]


def wrapping_notes(found: SourceText, path: Path) -> list[UserError]:
    """What is to be told about what stood around a text."""
    notes: list[UserError] = []
    if found.wrapping.bom:
        notes.append(UserError("{path}: begins with a byte order mark.", path=path))
    if found.wrapping.newline != "lf":
        notes.append(UserError("{path}: has CR LF line ends.", path=path))
    return notes


def unknown_file(path: Path) -> UserError:
    """The sentence about a file that cannot be read by its suffix."""
    form = format_of_file(path)
    if form is not None:
        return UserError(
            "{path}: {format} is only written; project JSON can be read again.", path=path, format=form.name
        )
    if path.suffix.lower() == SUFFIX:
        return UserError(
            "{path}: a project file cannot be imported; export it as project JSON and import that.", path=path
        )
    return UserError("{path}: neither a resolution (*.txt) nor project JSON (*.json).", path=path)


def _clause_paths(folder: Path | None, report: ImportReport) -> list[Path]:
    if folder is None:
        return []
    found = below(folder, ".json", report) if os.path.isdir(folder) else [folder] if os.path.exists(folder) else []
    found = [path for path in found if has_text_as_name(path, report)]
    if not found:
        report.add(folder, "refused", UserError("{path}: no clause files (*.json) here.", path=folder))
    return found
