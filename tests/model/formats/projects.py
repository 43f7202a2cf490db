"""Projects for tests of the formats: random ones, made by the public operations, and the whole content of a file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from model.annotation import documents, spans
from model.annotation.layers import Scheme, read_scheme, scheme_from_json, scheme_to_json
from model.annotation.metadata import Metadata
from model.annotation.values import MANUAL, Origin
from model.errors import UserError
from model.project import Project
from model.storage.journal import Writing
from model.storage.tables import JOURNALLED
from model.text.layout import NO_LAYOUT
from model.vocabulary import assignments, concepts
from tests.model.conftest import TEXT, place
from tests.model.text.test_layout import layouts

# Arabic with marks and tatweel, Latin, digits, signs, controls of direction, line ends of all kinds, astral letters.
ALPHABET = "ابتجد هـوإة ًّ،؛.:()/12٣۴Aé\u200f\u202b\u2028\r\n\t«»🕊𞤀"
texts = st.text(ALPHABET, min_size=1, max_size=60).filter(str.strip)
words = st.text(ALPHABET, max_size=12)
names = st.text("ابجد ABCé🕊/", min_size=1, max_size=8).filter(str.strip)
optional = st.none() | words
organs = st.sampled_from((None, "GA", "SC", "ECOSOC", "HRC"))
dates = st.none() | st.dates().map(str)
metadata = st.builds(Metadata, optional, organs, optional, dates, optional)
lines = words.map(lambda text: " ".join(text.split()))
headers = st.none() | lines.map("%%%".__add__)
newlines = st.sampled_from(("lf", "crlf", "mixed"))
wrappings = st.builds(documents.Wrapping, headers, st.booleans(), newlines, st.booleans())
features = st.dictionaries(st.sampled_from(("annex", "خاصية", "b")), words, max_size=2).map(
    lambda found: [*found.items()]
)
origins = st.sampled_from((MANUAL, Origin("import", "x"), Origin("model", "m-1", 0.25), Origin("model", "m-1", 1.0)))


def custom_scheme() -> Scheme:
    """The default scheme with a layer of a user's own, whose spans keep apart."""
    data = scheme_to_json(read_scheme())
    label = {**data["layers"][0]["labels"][0], "id": "speaker", "names": {"ar": "المتكلم"}, "key": ""}
    layer = {"id": "voice", "names": {"ar": "الأصوات"}, "overlap": "apart", "within": None, "labels": [label]}
    return scheme_from_json({**data, "id": "mine", "version": "2", "layers": [*data["layers"], layer]})


def build(path: Path, draw: Callable[[st.SearchStrategy[Any]], Any]) -> Project:
    """A random project, made by two people; it is open for the second of them."""
    scheme = draw(st.sampled_from((read_scheme(), custom_scheme())))
    found: list[str] = []
    with Project.create(path, "Amal", scheme) as project, project.operation("first") as writing:
        for name in draw(st.lists(names, max_size=3, unique_by=documents.name_key)):
            found.append(
                documents.add(
                    writing,
                    name,
                    text := draw(texts),
                    folder=draw(words),
                    wrapping=draw(wrappings),
                    recognised=draw(metadata),
                    layout=draw(st.just(NO_LAYOUT) | layouts(len(text))),
                )
            )
        thesaurus(writing)
        for document in found:
            annotate(writing, project, scheme, document, draw)
    project = Project.open(path, "Badr" if draw(st.booleans()) else "Amal")
    with project.operation("second") as writing:
        for document in found:
            annotate(writing, project, scheme, document, draw)
    return project


def thesaurus(writing: Writing) -> None:
    """A vocabulary of two concepts, with all that a concept can have."""
    writing.insert("vocabulary", {"id": "v", "uri": "urn:v", "names": '{"en": "V"}', "version": "1", "own": 0})
    for concept in ("v1", "v2"):
        writing.insert("concept", {"id": concept, "vocabulary": "v", "uri": f"urn:{concept}"})
        concepts.add_label(writing, concept, f"Peace {concept} 🕊", "en", "preferred")
        concepts.add_label(writing, concept, "سلام", "ar", "preferred")
        concepts.add_label(writing, concept, "صلح", "ar")
        concepts.add_label(writing, concept, "صلح", "ar")
    note = {"concept": "v1", "language": "en", "text": "A note."}
    writing.insert("concept_note", {"id": "n", **note})
    writing.insert("concept_relation", {"id": "r", "concept": "v2", "kind": "broader", "other": "v1"})
    writing.insert("concept_relation", {"id": "s", "concept": "v1", "kind": "related", "other": "v2"})


def annotate(
    writing: Writing, project: Project, scheme: Scheme, document: str, draw: Callable[[st.SearchStrategy[Any]], Any]
) -> None:
    """A few random acts of one person in one document; what is refused is left out."""
    length = len(project.text(document))
    labels = [label.id for label in scheme.labels()]
    limits = st.tuples(st.integers(0, length), st.integers(0, length)).map(sorted)

    def mark() -> None:
        status = draw(st.sampled_from(("confirmed", "suggested")))
        start, end = draw(limits)
        label = draw(st.sampled_from(labels))
        spans.mark(writing, document, label, start, end, features=draw(features), status=status, origin=draw(origins))

    def span() -> str:
        return draw(st.sampled_from([found.id for found in project.spans(document, rejected=True)]))

    def assignment() -> str:
        return draw(st.sampled_from([found.id for found in project.assignments(document, rejected=True)]))

    def assign() -> None:
        chosen = draw(st.sampled_from([concept.id for concept in project.concepts()]))
        term = draw(st.none() | lines.filter(bool))
        assignments.assign(writing, document, chosen, term=term, origin=draw(origins))

    acts: tuple[Callable[[], object], ...] = (
        mark,
        mark,
        mark,
        lambda: spans.set_limits(writing, span(), *draw(limits)),
        lambda: spans.set_note(writing, span(), draw(words)),
        lambda: spans.set_number(writing, span(), draw(words)),
        lambda: spans.set_features(writing, span(), dict(draw(features))),
        lambda: spans.set_status(writing, span(), draw(st.sampled_from(("confirmed", "rejected", "suggested")))),
        lambda: spans.split(writing, span(), draw(st.integers(0, length))),
        assign,
        assign,
        lambda: assignments.add_evidence(writing, assignment(), *draw(limits), draw(origins)),
        lambda: assignments.set_major(writing, assignment(), True),
        lambda: assignments.move(writing, assignment(), 0),
        lambda: assignments.set_status(writing, assignment(), "rejected"),
        lambda: concepts.create(writing, draw(words)),
        lambda: documents.set_progress(
            writing, document, draw(st.sampled_from(scheme.tasks())), draw(st.sampled_from(("in-progress", "done")))
        ),
        lambda: documents.set_note(writing, document, draw(words)),
        lambda: documents.set_tags(writing, document, draw(st.lists(words, max_size=3))),
        lambda: documents.set_assignee(writing, document, writing.annotator),
        lambda: documents.correct_metadata(writing, document, draw(metadata)),
    )
    for number in draw(st.lists(st.integers(0, len(acts) - 1), max_size=12)):
        act = acts[number]
        nothing_there = (3 <= number <= 8 and not project.spans(document, rejected=True)) or (
            11 <= number <= 14 and not project.assignments(document, rejected=True)
        )
        if nothing_there:
            continue
        try:
            with writing.attempt():
                act()
        except UserError:
            pass


def content(project: Project) -> str:
    """Everything that a project's file holds, history and all, as one string to compare."""
    tables = project.tables
    kinds = (*JOURNALLED, "annotator", "operation")
    rows: dict[str, object] = {kind: tables.all(kind) for kind in kinds}
    rows["text"] = tables.rows("SELECT * FROM text ORDER BY sha256")
    rows["change"] = tables.rows("SELECT * FROM change ORDER BY operation, position")
    return json.dumps(rows, ensure_ascii=False)


def annotated(project: Project) -> str:
    """A document with one of everything that a project can hold; gives its id."""
    with project.operation("annotate") as writing:
        document = documents.add(writing, "مكتبات", TEXT, folder="GA", recognised=Metadata(symbol="A/RES/1/1"))
        clause = spans.mark(writing, document, "preambular", *place("إذ تشير إلى أهمية المكتبات،"))
        spans.set_features(writing, clause.id, {"annex": "true", "b": "c"})
        proposal = Origin("model", "m-1", 0.5)
        lead = spans.mark(writing, document, "lead", *place("إذ تشير"), status="suggested", origin=proposal)
        spans.set_limits(writing, lead.id, *place("إذ تشير إلى"))
        spans.set_status(writing, lead.id, "confirmed")
        spans.mark(writing, document, "operative", place("1 - تطلب")[0], place("2 - تقرر")[0])
        spans.mark(writing, document, "subclause", *place("(أ) فتح المكتبات؛"))
        spans.mark(writing, document, "date", 0, 3)
        thesaurus(writing)
        own = concepts.create(writing, "LIBRARIES")
        assignment = assignments.assign(writing, document, own.id, term="LIBRARIES", origin=Origin("import", "x"))
        assignments.add_evidence(writing, assignment.id, *place("المكتبات"))
        assignments.assign(writing, document, "v1")
        documents.set_progress(writing, document, "clause", "done")
        documents.set_tags(writing, document, ["ب", "أ"])
        documents.set_assignee(writing, document, writing.annotator)
        documents.correct_metadata(writing, document, Metadata(title="المكتبات"))
    return document
