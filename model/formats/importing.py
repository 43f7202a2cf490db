"""Bringing files in: one undoable operation, a report, and the rest going on where a file is refused."""

from collections.abc import Sequence
from pathlib import Path

from model.annotation import documents, metadata
from model.annotation.documents import name_key, sha256_of
from model.annotation.values import Origin
from model.formats import clause_json, project_json, resolution_text
from model.formats.clause_json import ClauseFile
from model.formats.report import ImportReport
from model.formats.watching import Watcher, unwatched
from model.project import Project
from model.refusal import Refusal
from model.storage.journal import Writing
from model.vocabulary import assignments, concepts

HEADER_ORIGIN = Origin("import", "resolution-text")
OPERATION = "import"


def import_sources(
    project: Project,
    sources: Sequence[Path],
    *,
    rename: bool = False,
    clauses: Path | None = None,
    watcher: Watcher = unwatched,
) -> ImportReport:
    """Import resolution files, folders of them (searched for ``*.txt`` all the way down) and project JSON.

    ``rename`` numbers a document whose name is taken by another text, which is refused otherwise. ``clauses`` is a
    folder of clause files (the corpus' gold shape) that are matched to the project's documents by the SHA-256 of
    their text. One operation: an error or ``Cancelled`` leaves the project as it was.
    """
    report = ImportReport()
    files = _files(sources, report)
    clause_paths = _clause_paths(clauses, report)
    total = len(files) + len(clause_paths)
    with project.operation(OPERATION) as writing:
        one = _Import(project, writing, report, rename)
        for done, (path, folder) in enumerate(files):
            watcher(done, total)
            try:
                if path.suffix.lower() == ".json":
                    with writing.attempt():
                        report.documents += project_json.read_into(writing, project, path, watcher=unwatched)
                    report.add(path, "imported")
                else:
                    one.resolution(path, folder)
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

    def resolution(self, path: Path, folder: str) -> None:
        """Import one file of the resolution format."""
        found = resolution_text.read_file(path)
        tables = self._writing.tables
        sha256 = sha256_of(found.text)
        name = path.stem
        same_name = tables.document_by("name_key", name_key(name))
        if same_name:
            if same_name[0]["text_sha256"] == sha256:
                self._report.add(path, "already")
                return
            if not self._rename:
                raise Refusal(
                    "{path}: there is a document named “{name}” already, with another text.", path=path, name=name
                )
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
        for term in found.terms:
            assignments.assign(self._writing, document, self._concept(term), term=term, origin=HEADER_ORIGIN)
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

    def _numbered(self, name: str) -> str:
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


def _files(sources: Sequence[Path], report: ImportReport) -> list[tuple[Path, str]]:
    """The files to read, each with its folder relative to the source it was found under; in order of path."""
    found: list[tuple[Path, str]] = []
    for source in sources:
        if not source.is_dir():
            found.append((source, ""))
            continue
        try:
            inside = sorted(
                path for path in source.rglob("*") if path.suffix.lower() == resolution_text.SUFFIX and path.is_file()
            )
        except OSError as error:
            reason = error.strerror or error
            report.add(source, "refused", Refusal("{path}: cannot be read ({reason}).", path=source, reason=reason))
            continue
        if not inside:
            report.add(source, "refused", Refusal("{path}: no resolutions (*.txt) in this folder.", path=source))
        for path in inside:
            folder = path.parent.relative_to(source).as_posix()
            found.append((path, "" if folder == "." else folder))
    return found


def _clause_paths(folder: Path | None, report: ImportReport) -> list[Path]:
    if folder is None:
        return []
    found = [folder] if folder.is_file() else sorted(folder.rglob("*.json")) if folder.is_dir() else []
    if not found:
        report.add(folder, "refused", Refusal("{path}: no clause files (*.json) here.", path=folder))
    return found
