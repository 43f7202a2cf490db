import ast
import inspect
from pathlib import Path

import pytest

from gui import operations
from gui.i18n.operation_names import NAMES
from model.annotation import documents
from model.annotation.values import Origin
from model.errors import UserError
from model.project import Project
from model.vocabulary import assignments, concepts


def test_every_operation_has_a_name_that_can_be_translated():
    used = set(operations._MARK_NAMES.values())
    for node in ast.walk(ast.parse(inspect.getsource(operations))):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "operation":
            used |= {each.value for each in ast.walk(node.args[0]) if isinstance(each, ast.Constant)}
    assert used <= set(NAMES), used - set(NAMES)


def test_each_act_is_one_step_of_history(desk):
    project, document = desk.project, desk.first
    start = desk.session.text.index("إذ تعيد")
    first = operations.mark(project, document, "preambular", start, start + 24)
    operations.set_note(project, first.id, "note")
    operations.set_number(project, first.id, "7")
    operations.relabel(project, first.id, "paragraph")
    one, two = operations.split(project, first.id, start + 8)
    operations.merge(project, one.id, two.id)
    operations.set_limits(project, one.id, start, start + 10)
    operations.delete(project, one.id)
    assert [record.name for record in reversed(project.history(8))] == [
        "mark clause",
        "write note",
        "change number",
        "change label",
        "split",
        "merge",
        "move limits",
        "delete mark",
    ]
    for _ in range(8):
        operations.undo(project)
    assert project.spans(document) == []
    for _ in range(7):
        operations.redo(project)
    assert [span.label for span in project.spans(document)] == ["paragraph"]


def test_descriptors(desk):
    project, document = desk.project, desk.first
    peace = operations.create_and_assign(project, document, "PEACE")
    trade = operations.create_and_assign(project, document, "TRADE")
    operations.move_assignment(project, trade.id, 0)
    operations.set_major(project, trade.id, True)
    evidence = operations.add_evidence(project, trade.id, 0, 4)
    assert [(each.id, each.major, len(each.evidence)) for each in project.assignments(document)] == [
        (trade.id, True, 1),
        (peace.id, False, 0),
    ]
    operations.remove_evidence(project, evidence.id)
    operations.unassign(project, trade.id)
    operations.assign(project, desk.second, trade.concept)
    assert project.document(document).state("descriptors") == "in-progress"
    with pytest.raises(UserError):
        operations.assign(project, desk.second, trade.concept)


@pytest.mark.parametrize(
    "act, status", [(operations.confirm_descriptor, "confirmed"), (operations.reject_descriptor, "rejected")]
)
def test_a_proposal_is_judged_in_one_operation_that_has_a_name(tmp_path: Path, act, status):
    with Project.create(tmp_path / "a.qarar", "Sara") as project:
        with project.operation("import") as writing:
            document = documents.add(writing, "one", "نص")
            concept = concepts.create(writing, "PEACE")
            proposed = assignments.assign(
                writing, document, concept.id, status="suggested", origin=Origin("model", "1", 0.5)
            )
        act(project, proposed.id)
        assert [each.status for each in project.assignments(document, rejected=True)] == [status]
        undoable = project.undoable()
        assert undoable is not None
        assert undoable.name in NAMES
        project.undo()
        assert project.assignments(document) == [proposed]
