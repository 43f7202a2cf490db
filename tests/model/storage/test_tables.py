import json
import sqlite3

import pytest

from model.annotation import documents, spans
from model.annotation.layers import Scheme, scheme_from_json, scheme_to_json
from model.annotation.scheme_rows import SCHEME_KINDS, load_scheme, replace_scheme
from model.project import Project
from model.storage.tables import Tables


def renamed(scheme: Scheme, name: str) -> Scheme:
    data = scheme_to_json(scheme)
    data["layers"][0]["labels"][0]["names"]["en"] = name
    return scheme_from_json(data)


def first_name(tables: Tables) -> str:
    return load_scheme(tables).layers[0].labels[0].name("en")


def test_what_is_kept_is_made_once_while_nobody_writes_its_rows(project):
    made = []

    def make(tables: Tables) -> int:
        made.append(tables)
        return len(made)

    with project.operation("import") as writing:
        document = documents.add(writing, "A", "نص قصير")
    assert [project.tables.kept(make, SCHEME_KINDS) for _ in range(3)] == [1, 1, 1]
    with project.operation("mark") as writing:
        spans.mark(writing, document, "title", 0, 2)
        assert project.tables.kept(make, SCHEME_KINDS) == 1
    assert project.tables.kept(make, frozenset({"span"})) == 1
    project.undo()
    assert project.tables.kept(make, SCHEME_KINDS) == 1


def test_own_writes_are_seen_at_once_and_after_the_commit(project):
    before = first_name(project.tables)
    with project.operation("change scheme") as writing:
        replace_scheme(writing, renamed(project.scheme, "One"))
        assert first_name(project.tables) == "One"
        replace_scheme(writing, renamed(project.scheme, "Two"))
        assert first_name(project.tables) == "Two"
    assert first_name(project.tables) == "Two"
    project.undo()
    assert first_name(project.tables) == before
    project.redo()
    assert first_name(project.tables) == "Two"


def test_what_is_rolled_back_was_never_kept(project):
    before = first_name(project.tables)
    with pytest.raises(RuntimeError), project.operation("change scheme") as writing:
        replace_scheme(writing, renamed(project.scheme, "Gone"))
        assert first_name(project.tables) == "Gone"
        raise RuntimeError
    with project.operation("look") as writing:  # nothing has been asked between the two transactions
        assert first_name(writing.tables) == before
    assert first_name(project.tables) == before


def test_an_attempt_that_is_taken_back_was_never_kept(project):
    before = first_name(project.tables)
    with project.operation("change scheme"):
        with pytest.raises(RuntimeError), project.operation("inner") as writing:
            replace_scheme(writing, renamed(project.scheme, "Gone"))
            assert first_name(project.tables) == "Gone"
            raise RuntimeError
        assert first_name(project.tables) == before
    assert first_name(project.tables) == before


def test_what_another_process_commits_is_seen(project):
    before = first_name(project.tables)
    with Project.open(project.path, "Omar") as other:
        with other.operation("change scheme") as writing:
            replace_scheme(writing, renamed(other.scheme, "Theirs"))
            assert first_name(project.tables) == before
        assert first_name(project.tables) == "Theirs"
        with project.reading():
            assert first_name(project.tables) == "Theirs"
            other.undo()
            assert first_name(project.tables) == "Theirs"  # one state for as long as it is read
        assert first_name(project.tables) == before


def test_a_mark_takes_the_labels_that_others_have_added(project):
    with project.operation("import") as writing:
        document = documents.add(writing, "A", "نص قصير")
        spans.mark(writing, document, "date", 3, 7)
    data = json.loads(json.dumps(scheme_to_json(project.scheme)))
    data["layers"][0]["labels"].append({**data["layers"][0]["labels"][0], "id": "vote", "key": ""})
    with Project.open(project.path, "Omar") as other, other.operation("change scheme") as writing:
        replace_scheme(writing, scheme_from_json(data))
    with project.operation("mark") as writing:
        assert spans.mark(writing, document, "vote", 0, 2).layer == data["layers"][0]["id"]


def test_the_text_that_is_kept_is_the_one_asked_for(project):
    texts = {"A": "نص قصير", "B": "نص آخر"}
    with project.operation("import") as writing:
        made = {name: documents.add(writing, name, text) for name, text in texts.items()}
    for _ in range(2):
        for name, text in texts.items():
            sha256 = project.document(made[name]).text_sha256
            assert [project.tables.kept_text(sha256) for _ in range(2)] == [text, text]


def test_spans_come_as_they_are_by_either_way_of_reading(project):
    text = "قرار اتخذته الجمعية العامة في 20 كانون الأول/ديسمبر 2004"
    with project.operation("import") as writing:
        document = documents.add(writing, "A", text)
        one = spans.mark(writing, document, "title", 0, 20, features=(("annex", "true"), ("a", "b")))
        spans.mark(writing, document, "date", 30, 40)
        two = spans.mark(
            writing, document, "closing", 22, 40, status="suggested", origin=spans.Origin("model", "1", 0.25)
        )
        spans.set_limits(writing, two.id, 22, 50)
        spans.set_note(writing, one.id, "ملاحظة")
    found = project.spans(document)
    assert len(found) == 3
    assert found == [project.span(span.id) for span in found]
    assert next(span for span in found if span.id == two.id).proposed == (22, 40)
    assert next(span for span in found if span.id == one.id).features == (("a", "b"), ("annex", "true"))


def test_what_makes_sqlite_end_a_snapshot_is_what_is_told(project):
    """A disk that cannot be read does: SQLite takes back whatever is under way."""
    with pytest.raises(sqlite3.OperationalError, match="disk I/O error"), project.tables.snapshot():
        project.tables.connection.execute("ROLLBACK")
        raise sqlite3.OperationalError("disk I/O error")
    with project.tables.snapshot():
        assert project.tables.count("document") == 0
