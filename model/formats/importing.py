"""Bringing files in: one undoable operation, a report, and the rest going on where a file is refused."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from model.annotation import documents, metadata
from model.annotation.documents import name_key, sha256_of
from model.annotation.values import Origin
from model.formats import clause_json, resolution_text
from model.formats.catalogue import format_of_file
from model.formats.clause_json import ClauseFile
from model.formats.regular_file import check_file
from model.formats.report import ImportReport
from model.formats.watching import Watcher, unwatched
from model.project import Project
from model.refusal import Refusal
from model.storage.journal import Writing
from model.vocabulary import assignments, concepts

HEADER_ORIGIN = Origin("import", "resolution-text")
OPERATION = "import"
PROJECT_SUFFIX = ".qarar"
_LINE_END = re.compile(r"[\r\n]")


def import_sources(
    project: Project,
    sources: Sequence[Path],
    *,
    rename: bool = False,
    clauses: Path | None = None,
    watcher: Watcher = unwatched,
) -> ImportReport:
    """Import resolution files, folders of them (searched for ``*.txt`` all the way down) and project JSON; a file's
    suffix says which it is.

    ``rename`` numbers a document whose name is taken by another text, which is refused otherwise. ``clauses`` is a
    folder of clause files (the corpus' gold shape) that are matched to the project's documents by the SHA-256 of
    their text. One operation: an error or ``Cancelled`` leaves the project as it was.
    """
    report = ImportReport()
    files = _files(_different(sources, report), report)
    clause_paths = _clause_paths(clauses, report)
    total = len(files) + len(clause_paths)
    with project.operation(OPERATION) as writing:
        one = _Import(project, writing, report, rename)
        for done, (path, folder) in enumerate(files):
            watcher(done, total)
            try:
                if path.suffix.lower() == resolution_text.SUFFIX:
                    one.resolution(path, folder)
                else:
                    one.whole(path)
            except Refusal as refusal:
                report.add(path, "refused", refusal)
        one.clauses(clause_paths, lambda done, _: watcher(len(files) + done, total))
        watcher(total, total)
    return report


class _Import:
    """One import under way: what it has to remember from file to file."""

    def __init__(self, project: Project, writing: Writing, report: ImportReport, rename: bool) -> None:
        self._project = project
        self._writing = writing
        self._report = report
        self._rename = rename
        self._concepts: dict[str, str] = {}

    def whole(self, path: Path) -> None:
        """Import a file that holds a project, by the format that its suffix stands for."""
        check_file(path)
        form = format_of_file(path)
        if form is None:
            raise _unknown(path)
        if form.read is None:
            raise Refusal(
                "{path}: {format} is only written; project JSON can be read again.", path=path, format=form.name
            )
        before = len(self._writing.changes)
        with self._writing.attempt():
            self._report.documents += form.read(self._writing, self._project, path)
        # A file may bring terms and no document: what was written tells whether all was there.
        self._report.add(path, "imported" if len(self._writing.changes) > before else "already")

    def resolution(self, path: Path, folder: str) -> None:
        """Import one file of the resolution format."""
        found = resolution_text.read_file(path)
        tables = self._writing.tables
        sha256 = sha256_of(found.text)
        name = path.stem
        if not name.strip() or _LINE_END.search(name):
            raise Refusal("{path}: no document can have its name, which is blank or has more than one line.", path=path)
        same_name = tables.document_by("name_key", name_key(name))
        if same_name:
            if same_name[0]["text_sha256"] == sha256:
                self._report.add(path, "already")
                return
            if not self._rename:
                raise Refusal(
                    "{path}: there is a document named “{name}” already, with another text.", path=path, name=name
                )
            if self._is_numbered(name, sha256):
                self._report.add(path, "already")
                return
            name = self._numbered(name)
        doubles = tables.document_by("text_sha256", sha256)
        document = documents.add(
            self._writing,
            name,
            found.text,
            folder=folder,
            wrapping=found.wrapping,
            recognised=metadata.recognise(found.text, path.stem),
        )
        for rank, term in enumerate(found.terms):
            concept = self._concept(term)
            assignments.assign(self._writing, document, concept, term=term, origin=HEADER_ORIGIN, rank=rank)
        self._report.documents += 1
        if doubles:
            other = str(doubles[0]["name"])
            self._report.add(path, "double", Refusal("{path}: has the same text as “{name}”.", path=path, name=other))
        else:
            self._report.add(path, "imported")
        if name != path.stem:
            self._report.add(path, "note", Refusal("{path}: imported as “{name}”.", path=path, name=name))
        if found.wrapping.bom:
            self._report.add(path, "note", Refusal("{path}: begins with a byte order mark.", path=path))
        if found.wrapping.newline != "lf":
            self._report.add(path, "note", Refusal("{path}: has CR LF line ends.", path=path))

    def clauses(self, paths: Sequence[Path], watcher: Watcher) -> None:
        """Add the clauses of these files to the documents whose text they were made for."""
        by_text: dict[str, list[tuple[Path, ClauseFile]]] = {}
        for path in paths:
            try:
                found = clause_json.read(path)
            except Refusal as refusal:
                self._report.add(path, "refused", refusal)
            else:
                by_text.setdefault(found.text_sha256, []).append((path, found))
        for done, (sha256, candidates) in enumerate(by_text.items()):
            watcher(done, len(by_text))
            matched = self._writing.tables.document_by("text_sha256", sha256)
            if not matched:
                for path, _ in candidates:
                    self._report.add(path, "refused", Refusal("{path}: no document has this text.", path=path))
            for row in matched:
                # The same text may be there twice: the file of the document's own name is the better one.
                path, found = next((each for each in candidates if each[0].stem == row["name"]), candidates[0])
                try:
                    with self._writing.attempt():
                        if clause_json.add(self._writing, str(row["id"]), found):
                            self._report.clause_documents += 1
                except Refusal as refusal:
                    self._report.add(path, "refused", refusal)

    def _is_numbered(self, name: str, sha256: str) -> bool:
        """Whether a document has this text under this name with a number, as an import before gave it."""
        numbered = re.compile(re.escape(name_key(name)) + r" \([0-9]+\)")
        same_text = self._writing.tables.document_by("text_sha256", sha256)
        return any(numbered.fullmatch(str(row["name_key"])) for row in same_text)

    def _numbered(self, name: str) -> str:
        """The name with the first number that is free."""
        number = 2
        while self._writing.tables.document_by("name_key", name_key(f"{name} ({number})")):
            number += 1
        return f"{name} ({number})"

    def _concept(self, term: str) -> str:
        key = concepts.label_key(term)
        if key not in self._concepts:
            found = concepts.matching(self._writing.tables, term)
            self._concepts[key] = found or concepts.add(self._writing, term, concepts.language_of(term)).id
        return self._concepts[key]


def _different(sources: Sequence[Path], report: ImportReport) -> list[Path]:
    """The sources without those that were given before, of which the report tells."""
    found: dict[str, Path] = {}
    for source in sources:
        place = os.path.realpath(source)
        if place in found:
            report.add(source, "note", Refusal("{path}: was given twice, and is read once.", path=source))
        else:
            found[place] = source
    return list(found.values())


def _files(sources: Sequence[Path], report: ImportReport) -> list[tuple[Path, str]]:
    """The files to read, each with its folder relative to the source it was found under; in order of path."""
    found: list[tuple[Path, str]] = []
    for source in sources:
        if not os.path.isdir(source):
            found.append((source, ""))
            continue
        inside = _below(source, resolution_text.SUFFIX, report)
        if not inside:
            report.add(source, "refused", Refusal("{path}: no resolutions (*.txt) in this folder.", path=source))
        for path in inside:
            folder = path.parent.relative_to(source).as_posix()
            found.append((path, "" if folder == "." else folder))
    return [(path, folder) for path, folder in found if _has_text_as_name(path, report)]


def _below(folder: Path, suffix: str, report: ImportReport) -> list[Path]:
    """The files of a suffix below a folder, in order of path; links to folders are not followed. A folder below it that
    cannot be read is told in the report."""

    def unreadable(error: OSError) -> None:
        path, reason = Path(error.filename), error.strerror or error
        report.add(path, "refused", Refusal("{path}: cannot be read ({reason}).", path=path, reason=reason))

    paths = (Path(path, name) for path, _, names in os.walk(folder, onerror=unreadable) for name in names)
    return sorted(path for path in paths if path.suffix.lower() == suffix)


def _has_text_as_name(path: Path, report: ImportReport) -> bool:
    """Whether a path is text; on some systems it may be any bytes, which can neither be stored nor be shown."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        shown = Path(os.fsencode(path).decode("utf-8", "replace"))
        report.add(shown, "refused", Refusal("{path}: its path is not UTF-8.", path=shown))
        return False
    return True


def _unknown(path: Path) -> Refusal:
    """The sentence about a file that nothing here can read."""
    if path.suffix.lower() == PROJECT_SUFFIX:
        return Refusal(
            "{path}: a project file cannot be imported; export it as project JSON and import that.", path=path
        )
    return Refusal("{path}: neither a resolution (*.txt) nor project JSON (*.json).", path=path)


def _clause_paths(folder: Path | None, report: ImportReport) -> list[Path]:
    if folder is None:
        return []
    found = _below(folder, ".json", report) if os.path.isdir(folder) else [folder] if os.path.exists(folder) else []
    found = [path for path in found if _has_text_as_name(path, report)]
    if not found:
        report.add(folder, "refused", Refusal("{path}: no clause files (*.json) here.", path=folder))
    return found
