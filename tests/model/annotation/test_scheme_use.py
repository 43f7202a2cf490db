import pytest

from model.annotation import scheme_use, spans
from model.annotation.scheme_use import Use
from model.annotation.values import Origin
from model.errors import UserError
from model.project import Project
from tests.model.conftest import place


def test_marks_are_counted_rejected_ones_too(project: Project, document: str):
    with project.operation("mark") as writing:
        spans.mark(writing, document, "operative", *place("2 - تقرر مواصلة النظر."), features=[("annex", "true")])
        proposal = spans.mark(writing, document, "title", 0, 18, status="suggested", origin=Origin("model"))
        spans.set_status(writing, proposal.id, "rejected")
    assert scheme_use.counts(project) == {"operative": 1, "title": 1}
    assert scheme_use.use_of_label(project, "title") == Use(1, 1, 1)
    assert scheme_use.use_of_label(project, "table") == Use(0, 0, 0)
    assert scheme_use.use_of_layer(project, ["operative", "title", "table"]) == Use(2, 1, 1)
    assert scheme_use.use_of_layer(project, []) == Use(0, 0, 0)
    assert scheme_use.feature_counts(project, "operative") == {"annex": 1}
    assert scheme_use.value_counts(project, "operative", "annex") == {"true": 1}
    assert scheme_use.value_counts(project, "title", "annex") == {}


def test_a_damaged_file_is_told_in_one_sentence(project: Project):
    path = project.path
    project.close()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(bytes(data))
    with pytest.raises(UserError, match="damaged"), Project.open(path, None) as damaged:
        scheme_use.counts(damaged)
