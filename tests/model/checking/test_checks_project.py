import json
import uuid
from collections import Counter
from dataclasses import replace
from pathlib import Path

from model.annotation import documents, span_rows
from model.annotation.values import Span
from model.checking import checks
from model.checking.checks import clause_problems
from model.checking.problems import Fix
from model.formats.resolution_text import read_file
from model.project import Project
from model.segmentation.gold import GoldDocument
from model.text.reading_form import ReadingForm, reading_form
from model.vocabulary import assignments, concepts
from tests.model.checking.marked import FRAME, LIST, SCHEME, Clause, Marked
from tests.model.typed_otherwise import gold_documents, in_styles

# Documents of the corpus of which something is said that is no missing leading phrase, and how often. In each of them
# it is so in the UN's own mark-up or text: a number left out, two paragraphs in one, a comma for a semicolon …
ODD = 44
WITHOUT_A_LEAD = 67


def _add(project: Project, name: str, *clauses: Clause) -> str:
    marked = Marked(*clauses)
    with project.operation("import") as writing:
        document = documents.add(writing, name, marked.text)
        for span in marked.spans:
            row = replace(span, id=str(uuid.uuid4()), document=document, annotator=writing.annotator)
            span_rows.insert(writing, replace(row, created=writing.time, modified=writing.time))
    return document


def test_problems_are_told_document_by_document_with_their_place(project):
    _add(project, "B", *FRAME, LIST, ("operative", "3 - <تقرر> أمرا."))
    _add(project, "A", *FRAME, "كلمات", LIST)
    lines = [str(checks.sentence(name, problem)) for name, problem in checks.project_problems(project.tables)]
    assert lines == [
        "A 65–70, after preambular: In no clause: “كلمات”",
        f"B {lines[1].split()[1]} operative 3: Between 1 and 3, 2 is missing.",
    ]


def test_what_is_done_is_looked_at_to_its_end(project):
    document = _add(project, "A", *FRAME, LIST, "كلمات")
    assert checks.document_problems(project.tables, document) == []
    with project.operation("change progress") as writing:
        documents.set_progress(writing, document, "clause", "done")
    assert [each.kind for each in checks.document_problems(project.tables, document)] == ["uncovered"]


def test_descriptors_are_looked_at_where_there_is_a_vocabulary(project):
    document = _add(project, "A", *FRAME)
    with project.operation("add descriptors") as writing:
        assignments.assign(writing, document, concepts.create(writing, "OWN").id)
    assert checks.document_problems(project.tables, document) == []
    with project.operation("add vocabulary") as writing:
        row = {"id": "t", "uri": "http://thesaurus", "names": "{}", "version": "1", "own": 0}
        writing.insert("vocabulary", row)
    (problem,) = checks.document_problems(project.tables, document)
    assert str(checks.sentence("A", problem)) == "A 0–0: The descriptor “OWN” is in no vocabulary."


def test_the_corpus_is_right_but_for_the_documents_that_are_odd(corpus: Path):
    odd: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for gold in sorted(corpus.glob("gold/*/*.json")):
        text = read_file(corpus / "texts" / gold.parent.name / f"{gold.stem}.txt").text
        found = {each.kind for each in clause_problems(SCHEME, text, _spans(gold))}
        kinds.update(found)
        if found - {"lead"}:
            odd[gold.stem] += 1
    assert not kinds.keys() & {"uncovered", "level", "part-order", "vocabulary"}
    assert (len(odd), kinds["lead"]) == (ODD, WITHOUT_A_LEAD)


def test_real_documents_typed_otherwise_have_the_same_problems(newer_corpus: Path):
    for document in gold_documents(newer_corpus, every=90):
        as_it_is = _found(document)
        for style, typed in in_styles(document):
            assert _found(typed) == as_it_is, (document.name, style)


def _found(document: GoldDocument) -> list[tuple[object, ...]]:
    """The problems of a document of which every seventh clause is not marked; limits as in its reading form."""
    form = reading_form(document.text)
    spans: list[Span] = []
    for place, clause in enumerate(document.clauses):
        if place % 7 != 3:
            spans.append(Span(str(place), "d", "clause", clause.label, *clause.limits, clause.number))
            if clause.lead is not None and place % 5:
                spans.append(Span(f"lead {place}", "d", "lead", "lead", *clause.lead))
    return [
        (each.kind, each.span, form.limits(each.start, each.end), each.fix and _fix(each.fix, form))
        for each in clause_problems(SCHEME, document.text, spans)
    ]


def _fix(fix: Fix, form: ReadingForm) -> tuple[object, ...]:
    return fix.action, fix.target, form.place(fix.start), form.place(fix.end), reading_form(fix.value or "").text


def _spans(gold: Path) -> list[Span]:
    spans: list[Span] = []
    for number, clause in enumerate(json.loads(gold.read_text("utf-8"))["clauses"]):
        annex = (("annex", "true"),) if clause.get("annex") else ()
        limits = clause["start"], clause["end"]
        spans.append(Span(str(number), "d", "clause", clause["type"], *limits, clause["number"], features=annex))
        if clause.get("lead"):
            spans.append(Span(f"lead {number}", "d", "lead", "lead", *clause["lead"]))
    return spans
