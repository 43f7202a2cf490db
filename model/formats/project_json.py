"""Project JSON, the lossless format: the whole state of a project, not its history.

History of the format, whose JSON Schemas are ``resources/schema/project-<number>.json``: ``qarar-project/1`` is the
first; ``qarar-project/2`` adds saved searches, ``qarar-project/3`` what thesauri say of concepts beside labels, scope
notes and relations: notations, other notes, what replaces a concept, and what is deprecated or gone;
``qarar-project/4`` how texts were laid out. All are read, and a project is written as the earliest that holds all that
it has. A file that another version describes is refused; a change of the shape is a new version with a schema of its
own. Labels may have digits as keys since these can be given; a project that has none is written as before.

One JSON object in UTF-8, one item (annotator, vocabulary, concept, document) a line, so that two states can be compared
line by line. Nothing in it says when, where or by which project it was written: the same state gives the same bytes.
Which ids are kept, and which are derived, stands in ``model.formats.project_items``.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO, cast

from model.annotation.layers import scheme_to_json
from model.annotation.scheme_rows import load_scheme, replace_scheme
from model.errors import UserError
from model.formats import json_items, process_settings, project_items, saved_search_json
from model.formats.atomic import replacing
from model.formats.budgets import Tick, check_annotators
from model.formats.json_schema import Check, pointer, read_item_schemas, read_schema, refuse
from model.formats.project_check import (
    Documents,
    ProjectFile,
    check_against,
    check_before_documents,
    check_file,
    project_file,
)
from model.formats.project_items import DocumentItem
from model.formats.quotes import check_text, quote_of
from model.progress import ProgressCallback, cancellable, no_progress
from model.project import Project
from model.proposals.unstored import Proposing
from model.storage import document_queries, vocabulary_queries
from model.storage.journal import Writing

FORMATS = ("qarar-project/1", "qarar-project/2", "qarar-project/3", "qarar-project/4")
FORMAT = FORMATS[-1]
_SCHEMAS = Path(__file__).resolve().parents[2] / "resources" / "schema"

_BEFORE_DOCUMENTS = frozenset(("format", "scheme", "annotators", "vocabularies", "concepts", "documents"))
# What may still come after them, as if there were none of it; in the first format nothing may.
_AFTER_DOCUMENTS: dict[str, Any] = {"saved_searches": []}
# Bytes of memory that all together may take: 20,000 resolutions with ten clauses each take four fifths of it.
_MOST_MEMORY = 1536 * 1024 * 1024
# Values of all that is no document: 50,000 concepts of a thesaurus in six languages have so many.
_MOST_KEPT = 4_000_000
_ANY_VERSION = re.compile(r"qarar-project/([1-9][0-9]{0,8})")


def write(
    project: Project,
    target: Path,
    *,
    include_suggested: bool = False,
    proposing: Proposing | None = None,
    on_progress: ProgressCallback = no_progress,
) -> int:
    """Write the whole project, document by document, in the place of ``target``; gives how many documents were written.

    It holds every span and assignment of the project whatever its status, and nothing else: neither
    ``include_suggested`` nor ``proposing`` changes anything. Refuses (``WrongQuote``) a project with a limit that lies
    outside its text, which could not be read again.
    """
    tables = project.tables
    with project.reading(), replacing(target) as file:
        ids = project.document_ids()
        referred = tables.named_annotators()
        annotators = [each for each in project.annotators() if each.id in referred]
        searches = project.saved_searches()
        laid_out = document_queries.has_layouts(tables)
        whole = laid_out or vocabulary_queries.has_more_than_labels(tables)
        form = FORMATS[3 if laid_out else 2 if whole else 1 if searches else 0]
        file.write(b'{"format":' + _line(form) + b',\n"scheme":' + _line(scheme_to_json(load_scheme(tables))))
        _write_list(file, "annotators", ({"id": each.id, "name": each.name} for each in annotators))
        _write_list(file, "vocabularies", map(project_items.vocabulary_json, project_items.vocabulary_rows(tables)))
        concepts = project_items.concept_items(tables)
        _write_list(file, "concepts", (project_items.concept_json(each, whole=whole) for each in concepts))

        def documents() -> Iterable[object]:
            for done, document in enumerate(ids):
                on_progress(done, len(ids))
                item = project_items.document_item(tables, document)
                _check_quotes(item)
                yield project_items.document_json(item)

        _write_list(file, "documents", documents())
        if form != FORMATS[0]:
            _write_list(file, "saved_searches", map(saved_search_json.to_json, searches))
        file.write(b"}\n")
        on_progress(len(ids), len(ids))
    return len(ids)


def read_into(writing: Writing, project: Project, path: Path, on_progress: ProgressCallback = no_progress) -> int:
    """Bring a project file in, within one operation; gives how many documents were added.

    Into a project without documents, spans and concepts it brings its scheme too. Where the project has an item of the
    same id with the same content, that is passed over. Everything is looked at before anything is written: a file that
    is broken, that differs from an item of the same id, or whose scheme is not that of a project that is in use, is
    refused whole, and the project is as it was.
    """
    tables = writing.tables
    with process_settings.switched_off():
        file = _read(path, lambda: on_progress(0, 0))
    on_progress(0, 0)
    new = check_against(file, tables, load_scheme(tables), on_progress)
    if new.scheme is not None:
        replace_scheme(writing, new.scheme)
    for annotator, name in new.annotators:
        tables.add_annotator(annotator, name)
    for row in new.vocabularies:
        writing.insert("vocabulary", row)
    for concept in cancellable(new.concepts, on_progress):
        project_items.insert_concept(writing, concept)
    for done, document in enumerate(new.documents):
        on_progress(done, len(new.documents))
        project_items.insert_document(writing, document)
    for search in new.searches:
        saved_search_json.insert(writing, search)
    on_progress(len(new.documents), len(new.documents))
    return len(new.documents)


def _read(path: Path, tick: Tick) -> ProjectFile:
    """The items of a file. Documents, which are most of it, are looked at as they come, and nothing is kept of their
    JSON, if all that they refer to stands before them, as it does in what Qarar writes."""
    data: dict[str, Any] = {}
    items: dict[str, Check] = {}
    documents: list[DocumentItem] = []
    checking: Documents | None = None
    checked = set[str]()  # lists whose items are looked at one by one
    kept = memory = 0
    for key, index, value, size in json_items.members(path, tick):
        if not key or key == "format":
            _check_version(path, {"format": value} if key else value)
            items = read_item_schemas(schema_of(value))
        memory += size.memory
        if memory > _MOST_MEMORY:
            place, limit = pointer(key), _MOST_MEMORY // (1024 * 1024)
            raise UserError("{path}: {place} is larger than {limit} MiB.", path=path, place=place, limit=limit)
        if key == "annotators" and index is not None:
            check_annotators(index + 1, path)
        if index is None and value == [] and key in items:
            checked.add(key)
        elif index is not None and key in checked:
            misfit = items[key](value)
            if misfit is not None:
                raise refuse(path, misfit.under(index).under(key))
        if key == "documents" and index is not None and data.keys() >= _BEFORE_DOCUMENTS:
            if checking is None:
                _check_shape(path, data | (_AFTER_DOCUMENTS if data["format"] in FORMATS[1:] else {}), checked)
                checking = check_before_documents(path, data)
            documents.append(checking.check(index, value))
            continue
        kept += size.values
        if kept > _MOST_KEPT:
            raise UserError(
                "{path}: holds more values than are read of it at once ({most}).", path=path, most=_MOST_KEPT
            )
        if index is None:
            data[key] = value
        else:
            data[key].append(value)
    _check_version(path, data)
    _check_shape(path, data, checked)
    if checking is None:
        return check_file(path, data)
    return project_file(path, data, documents)


def _check_shape(path: Path, data: dict[str, Any], checked: set[str]) -> None:
    # Of a list nothing but its items has a rule.
    misfit = read_schema(schema_of(data["format"]))(data | {key: [] for key in checked & data.keys()})
    if misfit is not None:
        raise refuse(path, misfit)


def count_documents(path: Path) -> int | None:
    """How many documents a project file holds, without looking at them; null for what is no such file."""
    found = None
    for key, index, value, _ in json_items.members(path):
        if key == "documents":
            found = index + 1 if index is not None else 0 if isinstance(value, list) else None
    return found


def schema_of(form: str) -> Path:
    """The JSON Schema of a version of the format."""
    return _SCHEMAS / f"project-{form.rpartition('/')[2]}.json"


def _check_version(path: Path, data: Any) -> None:
    found = cast("dict[str, Any]", data).get("format") if isinstance(data, dict) else None
    if found in FORMATS:
        return
    version = _ANY_VERSION.fullmatch(found) if isinstance(found, str) else None
    if version is not None:
        raise UserError(
            "{path}: made by a newer version of Qarar ({format}); this one reads {known}.",
            path=path,
            format=found,
            known=FORMAT,
        )
    raise UserError("{path}: not a project of Qarar: its “format” is not {known}.", path=path, known=FORMAT)


def _check_quotes(item: DocumentItem) -> None:
    check_text(item.document, item.text)
    for span in item.spans:
        for start, end in (span.limits, span.proposed or span.limits):
            quote_of(item.document, item.text, start, end, span.id)
    for assignment in item.assignments:
        for evidence in assignment.evidence:
            quote_of(item.document, item.text, evidence.start, evidence.end, evidence.id)


def _write_list(file: BinaryIO, name: str, items: Iterable[object]) -> None:
    file.write(b",\n" + _line(name) + b":[")
    separator = b"\n"
    for item in items:
        file.write(separator + _line(item))
        separator = b",\n"
    file.write(b"\n]")


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8")
