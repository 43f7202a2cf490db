import pytest

from gui.i18n.operation_names import NAMES
from gui.problem_operations import _MARK_NAMES, _NAMES, fix
from model.checking.checks import document_problems
from model.errors import UserError
from tests.gui.panels.marked_text import WRONG, add


def _first(project, document, kind):
    return next(each for each in document_problems(project.tables, document) if each.kind == kind)


def test_each_mend_has_a_name_that_the_history_knows():
    known = {*NAMES, "replace descriptor"}
    assert {*_NAMES.values(), *_MARK_NAMES.values()} <= known


def test_a_mend_is_one_undoable_operation(desk):
    document = add(desk.project, "C", WRONG)
    problem = _first(desk.project, document, "ending")
    assert fix(desk.project, document, problem.fix)
    assert desk.project.undoable().name == "move limits"
    assert problem not in document_problems(desk.project.tables, document)
    desk.project.undo()
    assert problem in document_problems(desk.project.tables, document)


def test_work_on_a_layer_has_begun_with_what_is_marked(desk):
    document = add(desk.project, "C", WRONG)
    problem = _first(desk.project, document, "uncovered")
    fix(desk.project, document, problem.fix)
    assert desk.project.undoable().name == "mark clause"
    assert desk.project.document(document).state("clause") == "in-progress"


def test_work_has_begun_with_whatever_is_mended(desk):
    document = add(desk.project, "C", WRONG)
    assert desk.project.document(document).progress == {}
    fix(desk.project, document, _first(desk.project, document, "ending").fix)
    assert set(desk.project.document(document).progress) == {"clause"}


def test_what_has_changed_since_is_refused_and_nothing_is_written(desk):
    document = add(desk.project, "C", WRONG)
    problem = _first(desk.project, document, "ending")
    fix(desk.project, document, problem.fix)
    before = desk.project.undoable()
    with pytest.raises(UserError):
        fix(desk.project, document, problem.fix)
    assert desk.project.undoable() == before
