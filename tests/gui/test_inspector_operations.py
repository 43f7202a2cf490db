import pytest

from gui import inspector_operations, operations
from model.annotation.values import Span
from model.errors import UserError
from model.proposals.proposals import Adoption


@pytest.fixture
def marked(desk) -> str:
    return operations.mark(desk.project, desk.first, "preambular", 60, 90).id


def _features(desk, span: str) -> dict[str, str]:
    found = desk.project.span(span)
    assert found is not None
    return dict(found.features)


def test_one_feature_is_set_changed_and_taken_away(desk, marked):
    operations.set_features(desk.project, marked, {"free": "1"})
    inspector_operations.set_feature(desk.project, marked, "annex", "true")
    assert _features(desk, marked) == {"free": "1", "annex": "true"}
    inspector_operations.set_feature(desk.project, marked, "free", "2")
    inspector_operations.set_feature(desk.project, marked, "annex", "")
    assert _features(desk, marked) == {"free": "2"}
    undoable = desk.project.undoable()
    assert undoable is not None
    assert undoable.name == "change features"
    desk.project.undo()
    assert _features(desk, marked) == {"free": "2", "annex": "true"}


def test_a_value_that_does_not_fit_is_refused(desk, marked):
    with pytest.raises(UserError, match="neither yes nor no"):
        inspector_operations.set_feature(desk.project, marked, "annex", "perhaps")
    assert _features(desk, marked) == {}


def test_with_a_feature_of_a_proposal_work_on_its_layer_has_begun(desk):
    proposal = Span("proposal:title:0:9", desk.first, "clause", "title", 0, 9, status="suggested")
    inspector_operations.set_feature(desk.project, Adoption(proposal), "free", "1")
    assert desk.project.document(desk.first).state("clause") == "in-progress"


def test_a_mark_that_is_gone_is_refused(desk, marked):
    operations.delete(desk.project, marked)
    with pytest.raises(UserError, match="no longer there"):
        inspector_operations.set_feature(desk.project, marked, "annex", "true")
