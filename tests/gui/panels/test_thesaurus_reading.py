"""What the thesaurus panel's tree is made of, above all where there is so much that it is read beside the window."""

import threading

import pytest

from gui.panels import thesaurus_reading
from gui.panels.thesaurus import ThesaurusPanel
from gui.panels.thesaurus_reading import ThesaurusReading
from model.project import Project
from model.refusal import Refusal
from model.vocabulary import concepts, hierarchy
from model.vocabulary.hierarchy import Node
from tests.model.vocabulary.concept_rows import add_concepts, relate, set_state

NAMES = '{"en": "Words"}'


def _add(project: Project, vocabulary: str, names: str, version: str = "", count: int = 1) -> None:
    with project.operation("thesaurus") as writing:
        row = {"id": vocabulary, "uri": f"http://example.org/{vocabulary}", "version": version, "own": 0}
        writing.insert("vocabulary", {**row, "names": names})
        labels = {f"{vocabulary}{number}": [("en", f"WORD {number}")] for number in range(count)}
        add_concepts(writing, labels, vocabulary)


@pytest.fixture
def reading(qapp, desk) -> ThesaurusReading:
    return ThesaurusReading(desk.session)


@pytest.fixture
def beside(monkeypatch) -> None:
    """Every vocabulary is a large one."""
    monkeypatch.setattr(thesaurus_reading, "MANY", 0)


def _tops(reading: ThesaurusReading) -> list[str]:
    names = [str(reading.model.index(row).data()) for row in range(reading.model.rowCount())]
    return [name.translate({0x2068: None, 0x2069: None}) for name in names]


def test_thesauri_come_before_the_projects_own_terms(reading, desk):
    _add(desk.project, "w", NAMES)
    reading.read()
    assert _tops(reading) == ["Words", "مصطلحات المشروع"]
    assert not reading.stale


def test_vocabularies_of_one_name_are_told_apart(reading, desk):
    _add(desk.project, "w", NAMES, "1")
    _add(desk.project, "v", NAMES, "2")
    reading.read()
    assert _tops(reading) == ["Words (2)", "Words (1)", "مصطلحات المشروع"]
    _add(desk.project, "u", NAMES, "2")
    reading.read()
    assert _tops(reading)[:3] == [f"Words (http://example.org/{each})" for each in "uvw"]


def test_a_large_vocabulary_is_read_beside_the_window(qtbot, reading, desk, beside):
    reading.read()  # of one vocabulary, the project's own
    assert reading.model.rowCount() == 0
    with qtbot.waitSignal(reading.arrived):
        pass
    assert _tops(reading) == [each.label for each in desk.project.read(hierarchy.roots, concepts.OWN_VOCABULARY, "ar")]
    assert reading.count_at_top(concepts.OWN_VOCABULARY) == 5


def test_what_is_written_while_it_is_read_is_seen(qtbot, reading, desk, beside, monkeypatch):
    read, written, real = threading.Event(), threading.Event(), hierarchy.roots

    def slowly(*given) -> list[Node]:
        found = real(*given)
        read.set()
        assert written.wait(10)
        return found

    monkeypatch.setattr(hierarchy, "roots", slowly)
    reading.read()
    assert read.wait(10)
    reading.due.connect(reading.catch_up)
    desk.session.changes.connect(lambda changes: reading.note(changes, seen=True))
    with desk.project.operation("create term") as writing:
        concepts.create(writing, "AAA")
    qtbot.waitUntil(lambda: not reading.pause.isActive())
    written.set()
    qtbot.waitUntil(lambda: "AAA" in _tops(reading))
    with desk.project.operation("create term") as writing:
        concepts.create(writing, "BBB")
    qtbot.waitUntil(lambda: "BBB" in _tops(reading))
    assert len(_tops(reading)) == 7


def test_an_answer_for_another_language_or_project_is_dropped(qtbot, reading, desk, beside):
    reading.read()
    desk.session.set_language("en")
    reading.read()
    with qtbot.waitSignal(reading.arrived):
        pass
    assert "PEACE" in _tops(reading)
    reading.read()
    reading.forget()
    arrived: list[bool] = []
    reading.arrived.connect(lambda: arrived.append(True))
    qtbot.wait(200)
    assert arrived == []


def test_what_cannot_be_read_is_said_and_nothing_is_waited_for(qtbot, reading, desk, beside, monkeypatch):
    def refuse(*_: object) -> list[object]:
        raise Refusal("no")

    monkeypatch.setattr(hierarchy, "roots", refuse)
    with qtbot.captureExceptions() as caught:
        reading.read()
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is Refusal
    assert not reading.model.hasChildren()


def test_few_changes_are_shown_alone_and_others_are_not(reading, desk):
    _add(desk.project, "w", NAMES, count=3)
    reading.read()
    desk.session.changes.connect(lambda changes: reading.note(changes, seen=True))
    assert reading.catch_up() == "nothing"
    with desk.project.operation("label") as writing:
        concepts.add_label(writing, "w1", "AGAIN", "en")
    assert reading.catch_up() == "few"
    with desk.project.operation("state") as writing:
        set_state(writing, "w1", "gone")
    assert reading.catch_up() == "all"
    reading.read()
    with desk.project.operation("broader") as writing:
        relate(writing, ("w1", "broader", "w2"))
    assert reading.catch_up() == "all"
    reading.read()
    with desk.project.operation("label") as writing:
        add_concepts(writing, {f"x{number}": [("en", "X")] for number in range(60)}, "w")
    assert reading.catch_up() == "all"


def test_of_what_nobody_sees_only_that_it_was_written_is_known(reading, desk):
    reading.read()
    desk.session.changes.connect(lambda changes: reading.note(changes, seen=False))
    with desk.project.operation("create term") as writing:
        concepts.create(writing, "AAA")
    assert reading.stale


def test_the_panel_opens_a_large_vocabulary_and_shows_its_concept_as_soon_as_it_has_come(qtbot, desk, beside):
    _add(desk.project, "w", NAMES, count=20)
    panel = ThesaurusPanel(desk.session)
    qtbot.addWidget(panel)
    panel.resize(300, 600)
    panel.show()
    panel.show_concept("w7")
    assert (panel.concept, panel.tree.currentIndex().isValid()) == ("w7", False)
    qtbot.waitUntil(lambda: panel.tree.currentIndex().data() == "WORD 7")
    assert panel.tree.isExpanded(panel.model.index(0))
    assert not panel.tree.isExpanded(panel.model.index(1))
