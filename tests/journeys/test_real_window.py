"""The journey through the real window on a real screen, with the keyboard alone, a SIGKILL in the middle of it."""

import shutil

from model.formats.importing import import_sources
from model.project import Project
from tests.journeys.conftest import until
from tests.journeys.seed import clauses_of, seed_file
from tests.journeys.test_main_line import mark_with_keys, stored, window

__all__ = ["window"]  # a fixture
TERMS = ("Disarmament", "Mountain lakes", "Small islands")


def keys_for(window, path, document, clauses):
    """The keys that mark these clauses, found out by marking a copy of the project in a window of this process."""
    copy = path.with_name("copy.qarar")
    shutil.copy(path, copy)
    window.files.open(copy)
    window.session.set_document(document)
    window.focus_text()
    return mark_with_keys(window, clauses)


def test_mark_undo_kill_and_go_on(screen, window, corpus, tmp_path):
    path = tmp_path / "journey.qarar"
    source = seed_file(corpus)
    with Project.create(path, "Amal") as project:
        import_sources(project, [corpus / "texts" / "HRC", source])
        found = project.find_document(source.stem)
        assert found is not None
        document, before = found.id, len(project.assignments(found.id))
        clauses = list(clauses_of(project.text(document)))
    keys = keys_for(window, path, document, clauses)

    def state():
        with Project.open(path, None) as project:
            assigned = project.assignments(document)[before:]
            return stored(project, document), [project.concept(each.concept).label("en") for each in assigned]

    screen.layout("us")
    screen.settle("Amal", "ar")
    screen.open(path)
    screen.press("ctrl+g")
    screen.do("type", "--delay", "20", source.stem[:8])
    screen.press("Return")
    screen.press(*keys)
    until(lambda: state() == (clauses, []))
    screen.press("ctrl+d")
    for term in TERMS:
        screen.do("type", "--delay", "20", term)
        screen.press("Return")
    until(lambda: len(state()[1]) == 3)
    assert [label.lower() for label in state()[1]] == [term.lower() for term in TERMS]
    screen.press("Escape", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
    until(lambda: state() == (clauses[:-1], []))
    screen.press("ctrl+y", "ctrl+y", "ctrl+y", "ctrl+y")
    until(lambda: len(state()[1]) == 3)
    marked = state()
    screen.kill()

    assert state() == marked
    with Project.open(path, None) as project:
        assert project.integrity_problems() == []
    screen.open(path)
    screen.press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
    until(lambda: state() == (clauses[:-1], []))
    screen.press("ctrl+y", "ctrl+y", "ctrl+y", "ctrl+y")
    until(lambda: state() == marked)


def test_settle_a_document_that_was_proposed_kill_and_go_on(screen, corpus, tmp_path):
    path = tmp_path / "proposed.qarar"
    with Project.create(path, "Amal") as project:
        import_sources(project, [seed_file(corpus)])
        (document,) = project.document_ids()
        clauses = list(clauses_of(project.text(document)))

    def state():
        with Project.open(path, None) as project:
            outer = [clause for clause in stored(project, document) if clause[0] != "L"]
            return outer, project.document(document).state("clause")

    screen.layout("us")
    screen.settle("Amal", "ar", proposals=True)
    screen.open(path)

    def confirm_one():
        screen.press("Return")
        return state()[0]

    until(confirm_one)
    found, progress = state()
    assert (found, progress) == (clauses[: len(found)], "in-progress")
    screen.press("F6")
    until(lambda: state() == (clauses, "done"))
    screen.kill()

    assert state() == (clauses, "done")
    screen.open(path)
    screen.press("ctrl+z")
    until(lambda: state()[1] != "done")
    assert len(state()[0]) < len(clauses)
    screen.press("ctrl+y")
    until(lambda: state() == (clauses, "done"))
