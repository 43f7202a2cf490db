"""The items of project JSON as values: read from a project, turned into JSON and back, and written into a project.

An item is what is brought in or passed over as a whole: a vocabulary, a concept with its labels, notes and relations, a
document with everything in it. Items are held in one order whatever order they were read in, so that equal items are
equal values and give equal bytes.

Ids of documents, spans, assignments, evidence, concepts, vocabularies and annotators are identity and kept. Tags,
features, progress, and what concepts hold (labels, notes, notations, states, relations) have no life of their own: what
tells them apart is whose they are and what they say. Their rows' ids are not written; reading derives them from just
that (UUID version 5), so that the same file always makes the same rows.
"""

import json
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from model.annotation import documents, span_rows
from model.annotation.documents import FIELDS, Document, Progress, Wrapping
from model.annotation.metadata import Metadata
from model.annotation.values import Origin, Span, text_order
from model.storage.journal import Writing
from model.storage.tables import Row, Tables
from model.text.layout import NO_LAYOUT, Layout
from model.vocabulary import assignments, concepts
from model.vocabulary.assignments import Assignment, Evidence

Json = dict[str, Any]

_NAMESPACE = uuid.UUID("7d6f3c1e-5a0b-4b7e-8f53-2f9a3f4c6c11")
_KINDS_OF_LABELS = ("preferred", "alternative", "hidden")


@dataclass(frozen=True, slots=True)
class DocumentItem:
    """A document with its text, how that was laid out, and all that was annotated in it."""

    document: Document
    text: str
    spans: tuple[Span, ...]
    assignments: tuple[Assignment, ...]
    layout: Layout = NO_LAYOUT


@dataclass(frozen=True, slots=True)
class ConceptItem:
    """A concept. ``labels`` are (language, kind, text), ``notes`` (language, text), relations ids of other concepts;
    ``documentation`` (kind, language, text).
    """

    id: str
    vocabulary: str
    uri: str
    labels: tuple[tuple[str, str, str], ...]
    notes: tuple[tuple[str, str], ...]
    broader: tuple[str, ...]
    related: tuple[str, ...]
    replaced_by: tuple[str, ...] = ()
    notations: tuple[str, ...] = ()
    documentation: tuple[tuple[str, str, str], ...] = ()
    states: tuple[str, ...] = ()


# From the project


def document_item(tables: Tables, document_id: str) -> DocumentItem:
    """A document of the project; refuses one that is not there."""
    document = documents.get(tables, document_id)
    return DocumentItem(
        document=document,
        text=tables.text(document.text_sha256),
        spans=tuple(span_rows.of_document(tables, document_id)),
        assignments=tuple(assignments.of_document(tables, document_id)),
        layout=documents.layout_of(tables, document_id),
    )


def concept_items(tables: Tables) -> Iterable[ConceptItem]:
    """All concepts of the project, by id."""
    notes: dict[str, list[tuple[str, str]]] = {}
    for row in tables.all("concept_note"):
        notes.setdefault(str(row["concept"]), []).append((str(row["language"]), str(row["text"])))
    others: dict[tuple[str, str], list[str]] = {}
    for row in tables.all("concept_relation"):
        others.setdefault((str(row["concept"]), str(row["kind"])), []).append(str(row["other"]))
    notations: dict[str, list[str]] = {}
    for row in tables.all("concept_notation"):
        notations.setdefault(str(row["concept"]), []).append(str(row["text"]))
    documentation: dict[str, list[tuple[str, str, str]]] = {}
    for row in tables.all("concept_documentation"):
        written = (str(row["kind"]), str(row["language"]), str(row["text"]))
        documentation.setdefault(str(row["concept"]), []).append(written)
    states: dict[str, list[str]] = {}
    for row in tables.all("concept_state"):
        states.setdefault(str(row["concept"]), []).append(str(row["state"]))
    for concept in concepts.all_concepts(tables):
        yield ConceptItem(
            id=concept.id,
            vocabulary=concept.vocabulary,
            uri=concept.uri,
            labels=_labels((label.language, label.kind, label.text) for label in concept.labels),
            notes=tuple(sorted(notes.get(concept.id, ()))),
            broader=tuple(sorted(others.get((concept.id, "broader"), ()))),
            related=tuple(sorted(others.get((concept.id, "related"), ()))),
            replaced_by=tuple(sorted(others.get((concept.id, "replaced_by"), ()))),
            notations=tuple(sorted(notations.get(concept.id, ()))),
            documentation=tuple(sorted(documentation.get(concept.id, ()))),
            states=tuple(sorted(states.get(concept.id, ()))),
        )


def vocabulary_rows(tables: Tables) -> list[Row]:
    """The project's vocabularies, by URI and id."""
    return sorted(tables.all("vocabulary"), key=lambda row: (str(row["uri"]), str(row["id"])))


# To JSON


def document_json(item: DocumentItem) -> Json:
    """The JSON object of a document, its keys in the order of the format; with a layout only where there is one."""
    document = item.document
    data = {
        "id": document.id,
        "name": document.name,
        "folder": document.folder,
        "text": item.text,
        "text_sha256": document.text_sha256,
        "wrapping": {
            "header": document.wrapping.header,
            "bom": document.wrapping.bom,
            "newline": document.wrapping.newline,
            "final_newline": document.wrapping.final_newline,
        },
        "layout": _layout_json(item.layout),
        "recognised": asdict(document.recognised),
        "corrected": asdict(document.corrected),
        "note": document.note,
        "tags": list(document.tags),
        "assignee": document.assignee,
        "created": document.created,
        "progress": [
            {"task": each.task, "state": each.state, "annotator": each.annotator, "modified": each.modified}
            for each in sorted(document.progress.values(), key=lambda progress: progress.task)
        ],
        "spans": [_span_json(span) for span in item.spans],
        "assignments": [_assignment_json(each) for each in item.assignments],
    }
    if item.layout == NO_LAYOUT:
        del data["layout"]
    return data


def concept_json(item: ConceptItem, *, whole: bool) -> Json:
    """The JSON object of a concept; ``whole`` is with what the format has had from its third version on."""
    data: Json = {
        "id": item.id,
        "vocabulary": item.vocabulary,
        "uri": item.uri,
        "labels": [{"language": language, "kind": kind, "text": text} for language, kind, text in item.labels],
        "notes": [{"language": language, "text": text} for language, text in item.notes],
        "broader": list(item.broader),
        "related": list(item.related),
    }
    if whole:
        data["replaced_by"] = list(item.replaced_by)
        data["notations"] = list(item.notations)
        data["documentation"] = [
            {"kind": kind, "language": language, "text": text} for kind, language, text in item.documentation
        ]
        data["states"] = list(item.states)
    return data


def vocabulary_json(row: Row) -> Json:
    """The JSON object of a vocabulary."""
    return {
        "id": row["id"],
        "uri": row["uri"],
        "names": json.loads(str(row["names"])),
        "version": row["version"],
        "own": bool(row["own"]),
    }


def origin_json(origin: Origin) -> Json:
    """The JSON object of an origin."""
    return {"kind": origin.kind, "version": origin.version, "confidence": origin.confidence}


def _layout_json(layout: Layout) -> Json:
    return {
        "paragraphs": list(layout.paragraphs),
        "lines": list(layout.lines),
        "cells": list(layout.cells),
        "italics": [{"start": start, "end": end} for start, end in layout.italics],
    }


def _span_json(span: Span) -> Json:
    return {
        "id": span.id,
        "layer": span.layer,
        "label": span.label,
        "start": span.start,
        "end": span.end,
        "number": span.number,
        "depth": span.depth,
        "features": [{"name": name, "value": value} for name, value in span.features],
        "note": span.note,
        "status": span.status,
        "annotator": span.annotator,
        "created": span.created,
        "modified": span.modified,
        "origin": origin_json(span.origin),
        "confirmed_by": span.confirmed_by,
        "proposed": None if span.proposed is None else {"start": span.proposed[0], "end": span.proposed[1]},
    }


def _assignment_json(assignment: Assignment) -> Json:
    return {
        "id": assignment.id,
        "concept": assignment.concept,
        "term": assignment.term,
        "rank": assignment.rank,
        "major": assignment.major,
        "status": assignment.status,
        "annotator": assignment.annotator,
        "created": assignment.created,
        "modified": assignment.modified,
        "origin": origin_json(assignment.origin),
        "confirmed_by": assignment.confirmed_by,
        "evidence": [
            {
                "id": each.id,
                "start": each.start,
                "end": each.end,
                "annotator": each.annotator,
                "created": each.created,
                "origin": origin_json(each.origin),
            }
            for each in assignment.evidence
        ],
    }


# From JSON that has the shape of the format


def document_from_json(data: Json) -> DocumentItem:
    """The document of a JSON object."""
    document_id, text = str(data["id"]), str(data["text"])
    return DocumentItem(
        document=Document(
            id=document_id,
            name=data["name"],
            text_sha256=data["text_sha256"],
            length=len(text),
            folder=data["folder"],
            wrapping=Wrapping(**data["wrapping"]),
            recognised=Metadata(**{name: data["recognised"][name] for name in FIELDS}),
            corrected=Metadata(**{name: data["corrected"][name] for name in FIELDS}),
            note=data["note"],
            assignee=data["assignee"],
            created=data["created"],
            tags=tuple(sorted(data["tags"])),
            progress={
                each["task"]: Progress(id=_derived("progress", document_id, each["task"]), **each)
                for each in data["progress"]
            },
        ),
        text=text,
        spans=tuple(sorted((_span(document_id, each) for each in data["spans"]), key=text_order)),
        assignments=tuple(
            sorted(
                (_assignment(document_id, each) for each in data["assignments"]), key=lambda each: (each.rank, each.id)
            )
        ),
        layout=layout_from_json(data["layout"]) if "layout" in data else NO_LAYOUT,
    )


def layout_from_json(data: Json) -> Layout:
    """The layout of a JSON object."""
    return Layout.of({**data, "italics": [(each["start"], each["end"]) for each in data["italics"]]})


def concept_from_json(data: Json) -> ConceptItem:
    """The concept of a JSON object."""
    return ConceptItem(
        id=data["id"],
        vocabulary=data["vocabulary"],
        uri=data["uri"],
        labels=_labels((label["language"], label["kind"], label["text"]) for label in data["labels"]),
        notes=tuple(sorted((note["language"], note["text"]) for note in data["notes"])),
        broader=tuple(sorted(data["broader"])),
        related=tuple(sorted(data["related"])),
        replaced_by=tuple(sorted(data.get("replaced_by", ()))),
        notations=tuple(sorted(data.get("notations", ()))),
        documentation=tuple(
            sorted((each["kind"], each["language"], each["text"]) for each in data.get("documentation", ()))
        ),
        states=tuple(sorted(data.get("states", ()))),
    )


def vocabulary_from_json(data: Json) -> Row:
    """The row of a vocabulary's JSON object."""
    names = json.dumps(data["names"], ensure_ascii=False, sort_keys=True)
    return {"id": data["id"], "uri": data["uri"], "names": names, "version": data["version"], "own": int(data["own"])}


def _span(document_id: str, data: Json) -> Span:
    proposed: Mapping[str, int] | None = data["proposed"]
    return Span(
        id=data["id"],
        document=document_id,
        layer=data["layer"],
        label=data["label"],
        start=data["start"],
        end=data["end"],
        number=data["number"],
        depth=data["depth"],
        note=data["note"],
        status=data["status"],
        annotator=data["annotator"],
        created=data["created"],
        modified=data["modified"],
        origin=_origin(data["origin"]),
        confirmed_by=data["confirmed_by"],
        proposed=None if proposed is None else (proposed["start"], proposed["end"]),
        features=tuple(sorted((feature["name"], feature["value"]) for feature in data["features"])),
    )


def _assignment(document_id: str, data: Json) -> Assignment:
    evidence = [
        Evidence(
            id=each["id"],
            document=document_id,
            assignment=data["id"],
            start=each["start"],
            end=each["end"],
            annotator=each["annotator"],
            created=each["created"],
            origin=_origin(each["origin"]),
        )
        for each in data["evidence"]
    ]
    return Assignment(
        id=data["id"],
        document=document_id,
        concept=data["concept"],
        term=data["term"],
        rank=data["rank"],
        major=data["major"],
        annotator=data["annotator"],
        created=data["created"],
        modified=data["modified"],
        status=data["status"],
        origin=_origin(data["origin"]),
        confirmed_by=data["confirmed_by"],
        evidence=tuple(sorted(evidence, key=lambda each: (each.start, each.end, each.id))),
    )


def _origin(data: Json) -> Origin:
    return Origin(data["kind"], data["version"], data["confidence"])


# Into the project


def insert_document(writing: Writing, item: DocumentItem) -> None:
    """Write a document that the project does not have, with everything in it."""
    document = item.document
    writing.tables.add_text(document.text_sha256, item.text)
    writing.insert("document", documents.to_row(document, item.layout))
    rows: dict[str, list[Row]] = {
        "document_tag": [
            {"id": _derived("tag", document.id, tag), "document": document.id, "tag": tag} for tag in document.tags
        ],
        "progress": [{"document": document.id, **asdict(progress)} for progress in document.progress.values()],
        "span": [span_rows.to_row(span) for span in item.spans],
        "feature": [
            _feature_row(document.id, span.id, name, value) for span in item.spans for name, value in span.features
        ],
        "assignment": [assignments.to_row(assignment) for assignment in item.assignments],
        "evidence": [
            assignments.evidence_to_row(evidence) for assignment in item.assignments for evidence in assignment.evidence
        ],
    }
    for kind, found in rows.items():
        writing.insert_all(kind, found)


def _feature_row(document: str, span: str, name: str, value: str) -> Row:
    return {
        "id": _derived("feature", span, name),
        "document": document,
        "span": span,
        "name": name,
        "value": value,
    }


def insert_concept(writing: Writing, item: ConceptItem) -> None:
    """Write a concept that the project does not have; the concepts that it is related to may come later."""
    writing.insert("concept", {"id": item.id, "vocabulary": item.vocabulary, "uri": item.uri})
    new_id = _counted(item.id)
    for language, kind, text in item.labels:
        row: Row = {"id": new_id("label", language, kind, text), "concept": item.id, "language": language, "kind": kind}
        writing.insert("concept_label", {**row, "text": text, "key": concepts.label_key(text)})
    for language, text in item.notes:
        row = {"id": new_id("note", language, text), "concept": item.id, "language": language, "text": text}
        writing.insert("concept_note", row)
    for text in item.notations:
        row = {"id": new_id("notation", text), "concept": item.id, "text": text}
        writing.insert("concept_notation", row)
    for kind, language, text in item.documentation:
        row = {"id": new_id("documentation", kind, language, text), "concept": item.id, "kind": kind}
        writing.insert("concept_documentation", {**row, "language": language, "text": text})
    for state in item.states:
        writing.insert("concept_state", {"id": new_id("state", state), "concept": item.id, "state": state})
    for kind, others in (
        ("broader", item.broader),
        ("related", item.related),
        ("replaced_by", item.replaced_by),
    ):
        for other in others:
            row = {"id": new_id("relation", kind, other), "concept": item.id, "kind": kind, "other": other}
            writing.insert("concept_relation", row)


def _labels(found: Iterable[tuple[str, str, str]]) -> tuple[tuple[str, str, str], ...]:
    """Labels by language, preferred first, then text."""
    return tuple(sorted(found, key=lambda label: (label[0], _KINDS_OF_LABELS.index(label[1]), label[2])))


def _derived(*parts: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, json.dumps(parts, ensure_ascii=False)))


def _counted(owner: str) -> Callable[..., str]:
    """Derives the ids of one owner's rows; nothing forbids it to have two that say the same."""
    seen: dict[tuple[str, ...], int] = {}

    def new_id(*parts: str) -> str:
        count = seen[parts] = seen.get(parts, 0) + 1
        return _derived(owner, *parts, *([] if count == 1 else [str(count)]))

    return new_id
