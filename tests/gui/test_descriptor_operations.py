from pathlib import Path

import pytest

from gui import descriptor_operations
from gui.operation_names import NAMES
from model.annotation import documents
from model.annotation.values import Origin
from model.project import Project
from model.vocabulary import assignments, concepts


@pytest.mark.parametrize(
    "act, status", [(descriptor_operations.confirm, "confirmed"), (descriptor_operations.reject, "rejected")]
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
