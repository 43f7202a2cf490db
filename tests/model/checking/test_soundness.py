import sqlite3

import pytest

from model.annotation import spans
from model.checking import soundness
from model.project import Project
from model.vocabulary import assignments, concepts
from tests.model.conftest import TEXT


@pytest.fixture(autouse=True)
def marked(project: Project, document: str) -> None:
    with project.operation("mark") as writing:
        spans.mark(writing, document, "preambular", 0, 10)
        spans.mark(writing, document, "preambular", 12, 30)
        assignment = assignments.assign(writing, document, concepts.create(writing, "X").id)
        assignments.add_evidence(writing, assignment.id, 3, 8)


def test_a_good_project_is_sound(project: Project) -> None:
    assert list(soundness.problems(project.tables)) == []


@pytest.mark.parametrize(
    "damage, sentence",
    [
        (f'UPDATE span SET "end" = {len(TEXT) + 1} WHERE start = 12', "reaches outside the text"),
        ('UPDATE span SET "end" = 20 WHERE start = 0', "must not cross"),
        ("UPDATE folded_text SET body = body || 'x'", "found by"),
        ("UPDATE folded_text SET stretches = x''", "found by"),
        ("DELETE FROM folded_word WHERE word = 'الكتب'", "found by"),
        ("INSERT INTO folded_index (folded_index) VALUES ('delete-all')", "found by"),
        ("DELETE FROM folded_text", "found by"),
        ("UPDATE span SET start = 1, \"end\" = 5, label = 'title' WHERE start = 12", "cannot stand inside"),
        ("UPDATE text SET body = body || 'x'", "not the one that was imported"),
        ("UPDATE document SET length = 3", "not the one that was imported"),
        (f'UPDATE evidence SET "end" = {len(TEXT) + 1}', "evidence at 3–"),
    ],
)
def test_what_is_unsound_is_found(project: Project, damage: str, sentence: str) -> None:
    connection = sqlite3.connect(project.path)
    connection.executescript(damage)
    connection.close()
    found = [str(problem) for problem in soundness.problems(project.tables)]
    assert any(sentence in problem and problem.startswith("مكتبات") for problem in found), found
