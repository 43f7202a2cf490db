import re

from model.annotation import documents, spans
from model.annotation.metadata import Metadata
from model.annotation.values import Origin
from model.project import Project
from model.storage import progress_queries as queries


def test_documents_states_and_spans_are_counted_by_organ(project: Project):
    with project.operation("mark") as writing:
        first, second, third = (
            documents.add(writing, name, "نص قصير هنا", recognised=Metadata(organ=organ))
            for name, organ in (("a", "GA"), ("b", "GA"), ("c", None))
        )
        spans.mark(writing, first, "title", 0, 2)
        spans.mark(writing, second, "title", 0, 2)
        spans.mark(writing, second, "preambular", 3, 7)
        spans.mark(writing, third, "date", 0, 2)
        documents.set_progress(writing, second, "clause", "done")
        documents.set_progress(writing, first, "descriptors", "done")
    tables = project.tables
    assert sorted(queries.documents_by_organ(tables), key=str) == [("GA", 2), (None, 1)]
    assert sorted(queries.states_by_organ(tables)) == [
        ("GA", "clause", "done", 1),
        ("GA", "descriptors", "done", 1),
    ]
    assert sorted(queries.spans_by_organ(tables, "clause", "clause")) == [("GA", False, 1), ("GA", True, 2)]
    assert queries.spans_by_organ(tables, "reference", "clause") == [(None, False, 1)]


def test_work_is_counted_by_the_minute_and_by_person(project: Project):
    with project.operation("mark") as writing:
        document = documents.add(writing, "a", "نص قصير هنا")
        spans.mark(writing, document, "title", 0, 2)
        spans.mark(writing, document, "preambular", 3, 7, origin=Origin("import"))
        documents.set_progress(writing, document, "clause", "done")
        documents.set_progress(writing, document, "descriptors", "in-progress")
        time, who = writing.time, writing.annotator
    assert queries.spans_by_minute(project.tables, "clause") == [(time[:16], who, 1)]
    assert queries.done_by_minute(project.tables) == [(time[:16], who, "clause", 1)]


def test_no_span_but_the_rejected_ones_is_read_for_the_counts_by_organ(project: Project):
    plan = []
    project.tables.connection.set_trace_callback(plan.append)
    queries.spans_by_organ(project.tables, "clause", "clause")
    project.tables.connection.set_trace_callback(None)
    steps = [str(row["detail"]) for row in project.tables.connection.execute(f"EXPLAIN QUERY PLAN {plan[0]}")]
    touching = [step for step in steps if "span" in step.split()]
    assert len(touching) == 2, steps
    # SQLite's versions walk through an index or look something up in it: neither reads rows that are not in it.
    for step, index in zip(touching, ("COVERING INDEX span_place", "(COVERING )?INDEX span_rejected"), strict=True):
        assert re.fullmatch(rf"(SCAN|SEARCH) span USING {index}( .*)?", step)
