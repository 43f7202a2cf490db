"""The problems of a project's documents, read from its tables."""

from collections.abc import Iterator

from model.annotation import documents, span_rows
from model.annotation.layers import Scheme
from model.annotation.scheme_rows import load_scheme
from model.checking.findings import Problem, place
from model.checking.outside_vocabulary import outside_vocabulary
from model.checking.problems import problems
from model.errors import UserError
from model.storage.tables import Tables
from model.vocabulary import assignments, concepts


def document_problems(tables: Tables, document: str, scheme: Scheme | None = None) -> list[Problem]:
    """The problems of one document, those of its descriptors among them, in the order of the text."""
    found = documents.get(tables, document)
    text = documents.text_of(tables, document)
    marks = problems(
        scheme or load_scheme(tables), text, span_rows.of_document(tables, document), done=found.complete()
    )
    return sorted([*marks, *descriptor_problems(tables, document)], key=place)


def descriptor_problems(tables: Tables, document: str) -> list[Problem]:
    """Those of a document's descriptors."""
    vocabularies = concepts.vocabularies(tables)
    if all(vocabulary.own for vocabulary in vocabularies):
        return []
    return list(
        outside_vocabulary(
            assignments.of_document(tables, document),
            vocabularies,
            lambda concept: concepts.get(tables, concept),
            lambda term: concepts.matching(tables, term),
        )
    )


def project_problems(tables: Tables) -> Iterator[tuple[str, Problem]]:
    """Name of the document and problem, document by document in the project's order."""
    scheme = load_scheme(tables)
    for document in tables.document_ids():
        row = tables.row("document", document)
        if row is not None:
            for problem in document_problems(tables, document, scheme):
                yield str(row["name"]), problem


def sentence(name: str, problem: Problem) -> UserError:
    """A problem of the document of that name, with its place, as one line."""
    start, end = problem.start, problem.end
    where = " ".join(part for step in problem.at for part in step if part)
    if not where or problem.kind == "vocabulary":
        return UserError("{name} {start}–{end}: {problem}", name=name, start=start, end=end, problem=problem.said)
    if problem.span is None:
        return UserError(
            "{name} {start}–{end}, after {place}: {problem}",
            name=name,
            start=start,
            end=end,
            place=where,
            problem=problem.said,
        )
    return UserError(
        "{name} {start}–{end}, {place}: {problem}", name=name, start=start, end=end, place=where, problem=problem.said
    )
