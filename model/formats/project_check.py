"""What must hold of a project file beyond its shape: in itself, and beside the project that it is to be brought into.

Everything is looked at before anything is written, so that a refusal leaves the project as it is. Each sentence names
the file and, as a JSON Pointer, the place in it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from model.annotation import nesting
from model.annotation.documents import name_key, sha256_of
from model.annotation.layers import Scheme, scheme_from_json
from model.annotation.values import Span
from model.errors import UserError
from model.formats import project_items, saved_search_json
from model.formats.budgets import check_folded
from model.formats.json_schema import pointer
from model.formats.project_items import ConceptItem, DocumentItem, Json
from model.progress import ProgressCallback, cancellable, no_progress
from model.search.saved import SavedSearch
from model.storage.tables import Row, Tables
from model.text.layout import NO_LAYOUT
from model.vocabulary.concepts import OWN_VOCABULARY


@dataclass(frozen=True, slots=True)
class ProjectFile:
    """A project file that is right in itself; items in the file's order."""

    path: Path
    scheme: Scheme
    annotators: tuple[tuple[str, str], ...]
    vocabularies: tuple[Row, ...]
    concepts: tuple[ConceptItem, ...]
    documents: tuple[DocumentItem, ...]
    searches: tuple[SavedSearch, ...]


@dataclass(frozen=True, slots=True)
class NewItems:
    """What of a file is to be written: what the project lacks. ``scheme`` is null where the project has it already."""

    scheme: Scheme | None
    annotators: tuple[tuple[str, str], ...]
    vocabularies: tuple[Row, ...]
    concepts: tuple[ConceptItem, ...]
    documents: tuple[DocumentItem, ...]
    searches: tuple[SavedSearch, ...]


def check_file(path: Path, data: Json) -> ProjectFile:
    """The items of JSON that has the format's shape; refuses what does not fit together."""
    checking = check_before_documents(path, data)
    return project_file(path, data, [checking.check(index, each) for index, each in enumerate(data["documents"])])


def check_before_documents(path: Path, data: Json) -> "Documents":
    """What checks the documents of a file, of which ``data`` is the rest; refuses what does not fit together in it."""
    scheme = _scheme(path, data["scheme"])
    annotators = _unique(path, "annotators", (each["id"] for each in data["annotators"]))
    _unique(path, "vocabularies", (each["id"] for each in data["vocabularies"]))
    return Documents(path, scheme, annotators, _check_concepts(path, data))


def project_file(path: Path, data: Json, documents: Iterable[DocumentItem]) -> ProjectFile:
    """The items of a file whose JSON, and whose documents, have been found right."""
    return ProjectFile(
        path=path,
        scheme=scheme_from_json(data["scheme"]),
        annotators=tuple((each["id"], each["name"]) for each in data["annotators"]),
        vocabularies=tuple(map(project_items.vocabulary_from_json, data["vocabularies"])),
        concepts=tuple(map(project_items.concept_from_json, data["concepts"])),
        documents=tuple(documents),
        searches=saved_search_json.from_json(path, data.get("saved_searches", [])),
    )


def check_against(
    file: ProjectFile, tables: Tables, present: Scheme, on_progress: ProgressCallback = no_progress
) -> NewItems:
    """What the project lacks of a file; refuses what contradicts the project, whose scheme ``present`` is."""
    used = any(tables.count(kind) for kind in ("document", "span", "concept"))
    if used and file.scheme != present:
        raise UserError(
            "{path}: its scheme is not the project's, which has documents or terms already.", path=file.path
        )
    return NewItems(
        scheme=None if file.scheme == present else file.scheme,
        annotators=tuple(_new_annotators(file, tables)),
        vocabularies=tuple(_new_vocabularies(file, tables)),
        concepts=tuple(cancellable(_new_concepts(file, tables), on_progress)),
        documents=tuple(cancellable(_new_documents(file, tables), on_progress)),
        searches=saved_search_json.new_ones(file.path, file.searches, tables),
    )


# The file in itself


def _scheme(path: Path, data: Json) -> Scheme:
    scheme = scheme_from_json(data)
    layers = _unique(path, "scheme/layers", (layer.id for layer in scheme.layers))
    labels: set[str] = set()
    for index, layer in enumerate(scheme.layers):
        place = pointer("scheme", "layers", index, "within")
        if layer.within == layer.id:
            raise UserError("{path}: {place}: a layer cannot lie within itself.", path=path, place=place)
        if layer.within is not None and layer.within not in layers:
            raise UserError(
                "{path}: {place} names a layer that the scheme does not have (“{id}”).",
                path=path,
                place=place,
                id=layer.within,
            )
        for number, label in enumerate(layer.labels):
            if label.id in labels:
                raise _twice(path, pointer("scheme", "layers", index, "labels", number, "id"), label.id)
            labels.add(label.id)
    keys: set[str] = set()
    for index, layer in enumerate(scheme.layers):
        for number, label in enumerate(layer.labels):
            place = pointer("scheme", "layers", index, "labels", number)
            if label.key and label.key in keys:
                raise UserError(
                    "{path}: {place}: another label has the key {key}.",
                    path=path,
                    place=f"{place}/key",
                    key=label.key,
                )
            keys.add(label.key)
            for position, other in enumerate(label.inside):
                if other not in labels:
                    raise UserError(
                        "{path}: {place} names a label that the scheme does not have (“{id}”).",
                        path=path,
                        place=f"{place}/inside/{position}",
                        id=other,
                    )
    return scheme


def _check_concepts(path: Path, data: Json) -> set[str]:
    for index, vocabulary in enumerate(data["vocabularies"]):
        if vocabulary["own"] != (vocabulary["id"] == OWN_VOCABULARY):
            place = pointer("vocabularies", index, "own")
            raise UserError(
                "{path}: {place}: the project's own vocabulary is the one with the id {id}.",
                path=path,
                place=place,
                id=OWN_VOCABULARY,
            )
    vocabularies = {vocabulary["id"] for vocabulary in data["vocabularies"]}
    ids = _unique(path, "concepts", (each["id"] for each in data["concepts"]))
    uris: set[tuple[str, str]] = set()
    for index, concept in enumerate(data["concepts"]):
        if concept["vocabulary"] not in vocabularies:
            place = pointer("concepts", index, "vocabulary")
            raise UserError(
                "{path}: {place} names a vocabulary that the file does not have (“{id}”).",
                path=path,
                place=place,
                id=concept["vocabulary"],
            )
        for kind in ("broader", "related", "replaced_by"):
            for number, other in enumerate(concept.get(kind, ())):
                if other not in ids:
                    raise _unknown_concept(path, pointer("concepts", index, kind, number), other)
        if len(set(concept.get("states", ()))) < len(concept.get("states", ())):
            place = pointer("concepts", index, "states")
            raise UserError("{path}: {place} has a state twice.", path=path, place=place)
        uri = (concept["vocabulary"], concept["uri"])
        if uri in uris:
            place = pointer("concepts", index, "uri")
            raise UserError(
                "{path}: {place}: another concept of the vocabulary has this URI (“{uri}”).",
                path=path,
                place=place,
                uri=uri[1],
            )
        uris.add(uri)
    return ids


class Documents:
    """Checks one document after the other, remembering what must be unique in the whole file."""

    def __init__(self, path: Path, scheme: Scheme, annotators: set[str], concepts: set[str]) -> None:
        self._path = path
        self._scheme = scheme
        self._annotators = annotators
        self._concepts = concepts
        self._layer_of = {label.id: label.layer for label in scheme.labels()}
        self._layers = {layer.id for layer in scheme.layers}
        self._tasks = frozenset(scheme.tasks())
        self._names: set[str] = set()
        self._ids: dict[str, set[str]] = {kind: set() for kind in ("document", "span", "assignment", "evidence")}

    def check(self, index: int, data: Json) -> DocumentItem:
        """The document of a JSON object that stands at ``index`` among the file's documents."""
        place = pointer("documents", index)
        self._check_id("document", f"{place}/id", data["id"])
        name = name_key(data["name"])
        if name in self._names:
            raise UserError(
                "{path}: {place}: another document is named “{name}”.",
                path=self._path,
                place=f"{place}/name",
                name=data["name"],
            )
        self._names.add(name)
        text = data["text"]
        if sha256_of(text) != data["text_sha256"]:
            raise UserError(
                "{path}: {place}: the text is not the one that was annotated (its SHA-256 is another).",
                path=self._path,
                place=f"{place}/text",
            )
        check_folded(text, self._path)
        for kind in ("recognised", "corrected"):
            adopted = data[kind]["adopted"]
            if adopted is not None and not _is_date(adopted):
                raise UserError(
                    "{path}: {place}: there is no such day as {date}.",
                    path=self._path,
                    place=f"{place}/{kind}/adopted",
                    date=adopted,
                )
        self._check_annotator(f"{place}/assignee", data["assignee"])
        self._check_different(f"{place}/tags", data["tags"])
        self._check_different(f"{place}/progress", (each["task"] for each in data["progress"]))
        for number, each in enumerate(data["progress"]):
            if each["task"] not in self._tasks:
                raise UserError(
                    "{path}: {place} names a task that the scheme does not have (“{id}”).",
                    path=self._path,
                    place=f"{place}/progress/{number}/task",
                    id=each["task"],
                )
            self._check_annotator(f"{place}/progress/{number}/annotator", each["annotator"])
        for number, span in enumerate(data["spans"]):
            self._check_span(f"{place}/spans/{number}", span, len(text))
        for number, assignment in enumerate(data["assignments"]):
            self._check_assignment(f"{place}/assignments/{number}", assignment, len(text))
        item = project_items.document_from_json(data)
        if not item.layout.fits(len(text)) or (item.layout == NO_LAYOUT and "layout" in data):
            raise UserError(
                "{path}: {place}: this text cannot have been laid out so.", path=self._path, place=f"{place}/layout"
            )
        self._check_nesting(place, item.spans)
        return item

    def _check_span(self, place: str, span: Json, length: int) -> None:
        self._check_id("span", place + "/id", span["id"])
        label, layer = span["label"], span["layer"]
        if layer not in self._layers:
            raise UserError(
                "{path}: {place} names a layer that the scheme does not have (“{id}”).",
                path=self._path,
                place=f"{place}/layer",
                id=layer,
            )
        if self._layer_of.get(label) != layer:
            raise UserError(
                "{path}: {place} names a label that its layer does not have (“{id}”).",
                path=self._path,
                place=f"{place}/label",
                id=label,
            )
        self._check_limits(place, span, length)
        if span["proposed"] is not None:
            self._check_limits(f"{place}/proposed", span["proposed"], length)
        if len(span["features"]) > 1:
            self._check_different(f"{place}/features", (feature["name"] for feature in span["features"]))
        if span["annotator"] not in self._annotators:
            self._check_annotator(f"{place}/annotator", span["annotator"])
        if span["confirmed_by"] is not None:
            self._check_annotator(f"{place}/confirmed_by", span["confirmed_by"])

    def _check_assignment(self, place: str, assignment: Json, length: int) -> None:
        self._check_id("assignment", place + "/id", assignment["id"])
        if assignment["concept"] not in self._concepts:
            raise _unknown_concept(self._path, f"{place}/concept", assignment["concept"])
        self._check_annotator(f"{place}/annotator", assignment["annotator"])
        self._check_annotator(f"{place}/confirmed_by", assignment["confirmed_by"])
        for number, evidence in enumerate(assignment["evidence"]):
            at = f"{place}/evidence/{number}"
            self._check_id("evidence", f"{at}/id", evidence["id"])
            self._check_limits(at, evidence, length)
            self._check_annotator(f"{at}/annotator", evidence["annotator"])

    def _check_limits(self, place: str, limits: Json, length: int) -> None:
        start, end = limits["start"], limits["end"]
        if not 0 <= start < end <= length:
            raise UserError(
                "{path}: {place}: the limits {start}–{end} are no stretch of the text ({length} characters).",
                path=self._path, place=place, start=start, end=end, length=length,
            )  # fmt: skip

    def _check_nesting(self, place: str, spans: Iterable[Span]) -> None:
        try:
            nesting.check(self._scheme, spans)
        except UserError as refusal:
            raise UserError(
                "{path}: {place}/spans: {reason}", path=self._path, place=place, reason=refusal
            ) from refusal

    def _check_annotator(self, place: str, annotator: str | None) -> None:
        if annotator is not None and annotator not in self._annotators:
            raise UserError(
                "{path}: {place} names an annotator that the file does not have (“{id}”).",
                path=self._path,
                place=place,
                id=annotator,
            )

    def _check_id(self, kind: str, place: str, item_id: str) -> None:
        seen = self._ids[kind]
        if item_id in seen:
            raise _twice(self._path, place, item_id)
        seen.add(item_id)

    def _check_different(self, place: str, values: Iterable[str]) -> None:
        seen: set[str] = set()
        for index, value in enumerate(values):
            if value in seen:
                raise UserError(
                    "{path}: {place} has “{value}” twice.", path=self._path, place=f"{place}/{index}", value=value
                )
            seen.add(value)


def _is_date(text: str) -> bool:
    """Whether a date of the schema's form is one of the calendar."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _unique(path: Path, place: str, ids: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    for index, item_id in enumerate(ids):
        if item_id in seen:
            raise _twice(path, f"/{place}/{index}/id", item_id)
        seen.add(item_id)
    return seen


def _twice(path: Path, place: str, item_id: str) -> UserError:
    return UserError("{path}: {place}: the id “{id}” is there twice.", path=path, place=place, id=item_id)


def _unknown_concept(path: Path, place: str, concept: str) -> UserError:
    return UserError(
        "{path}: {place} names a concept that the file does not have (“{id}”).", path=path, place=place, id=concept
    )


# The file beside the project


def _new_annotators(file: ProjectFile, tables: Tables) -> Iterable[tuple[str, str]]:
    present = {str(row["id"]): str(row["name"]) for row in tables.annotators()}
    for index, (annotator, name) in enumerate(file.annotators):
        if annotator not in present:
            yield annotator, name
        elif present[annotator] != name:
            place = pointer("annotators", index)
            raise UserError(
                "{path}: {place}: the project knows this annotator as “{name}”.",
                path=file.path,
                place=place,
                name=present[annotator],
            )


def _new_vocabularies(file: ProjectFile, tables: Tables) -> Iterable[Row]:
    for index, vocabulary in enumerate(file.vocabularies):
        present = tables.row("vocabulary", str(vocabulary["id"]))
        if present is None:
            yield vocabulary
        elif project_items.vocabulary_json(present) != project_items.vocabulary_json(vocabulary):
            place = pointer("vocabularies", index)
            raise UserError(
                "{path}: {place}: the project has this vocabulary with other content.", path=file.path, place=place
            )


def _new_concepts(file: ProjectFile, tables: Tables) -> Iterable[ConceptItem]:
    present = {item.id: item for item in project_items.concept_items(tables)}
    uris = {(item.vocabulary, item.uri) for item in present.values()}
    for index, concept in enumerate(file.concepts):
        place = pointer("concepts", index)
        if concept.id in present:
            if present[concept.id] != concept:
                raise UserError(
                    "{path}: {place}: the project has this concept with other content.", path=file.path, place=place
                )
        elif (concept.vocabulary, concept.uri) in uris:
            raise UserError(
                "{path}: {place}: the project has another concept of this URI (“{uri}”).",
                path=file.path,
                place=place,
                uri=concept.uri,
            )
        else:
            yield concept


def _new_documents(file: ProjectFile, tables: Tables) -> Iterable[DocumentItem]:
    held: dict[str, Callable[[str], bool]] = {kind: _holds(tables, kind) for kind in ("span", "assignment", "evidence")}
    any_document = tables.count("document") > 0
    for index, item in enumerate(file.documents):
        place = pointer("documents", index)
        document = item.document
        if any_document and tables.row("document", document.id) is not None:
            present = project_items.document_item(tables, document.id)
            if project_items.document_json(present) != project_items.document_json(item):
                raise UserError(
                    "{path}: {place}: the project has this document (“{name}”) with other content.",
                    path=file.path,
                    place=place,
                    name=document.name,
                )
            continue
        if any_document and tables.document_by("name_key", name_key(document.name)):
            raise UserError(
                "{path}: {place}: the project has another document named “{name}”.",
                path=file.path,
                place=place,
                name=document.name,
            )
        ids = [("span", span.id) for span in item.spans]
        ids += [("assignment", each.id) for each in item.assignments]
        ids += [("evidence", evidence.id) for each in item.assignments for evidence in each.evidence]
        for kind, row_id in ids:
            if held[kind](row_id):
                raise UserError(
                    "{path}: {place}: something in another document has the id “{id}” already.",
                    path=file.path,
                    place=place,
                    id=row_id,
                )
        yield item


def _holds(tables: Tables, kind: str) -> Callable[[str], bool]:
    """Tells whether the project has a row of that kind and id; for a project without any it need not ask."""
    if tables.count(kind) == 0:
        return lambda _: False
    return lambda row_id: tables.row(kind, row_id) is not None
