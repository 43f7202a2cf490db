"""What the thesaurus panel's tree is made of, above all where there is so much that it is read beside the window."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex

from gui import operations
from gui.background.worker import Worker
from gui.item_models import concept_tree
from gui.panels.thesaurus import reading as reading_module
from gui.panels.thesaurus.panel import ThesaurusPanel
from gui.panels.thesaurus.reading import ThesaurusReading
from model.errors import UserError
from model.project import Project
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
    monkeypatch.setattr(reading_module, "MANY", 0)


def _tops(reading: ThesaurusReading) -> list[str]:
    names = [str(reading.model.index(row).data()) for row in range(reading.model.rowCount())]
    return [name.translate({0x2068: None, 0x2069: None}) for name in names]


def _refuse(*_: object) -> list[Node]:
    raise UserError("no")


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
    monkeypatch.setattr(hierarchy, "roots", _refuse)
    with qtbot.captureExceptions() as caught:
        reading.read()
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is UserError
    assert not reading.model.hasChildren()
    assert reading.awaits(concepts.OWN_VOCABULARY)
    assert reading.count_at_top(concepts.OWN_VOCABULARY) == 5


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


def test_of_what_was_read_the_top_is_not_counted_by_a_query(reading, desk, monkeypatch):
    _add(desk.project, "w", NAMES, count=7)
    reading.read()
    assert reading.count_at_top("w") == 7
    reading.model.fetchMore(reading.model.index(0))
    monkeypatch.setattr(hierarchy, "count_of_roots", None)
    assert reading.count_at_top("w") == 7


def test_what_nobody_waits_for_any_more_is_stopped(qtbot, reading, desk, beside, monkeypatch):
    goes_on = threading.Event()
    monkeypatch.setattr(hierarchy, "roots", lambda *_: goes_on.wait(10) and [])

    def begun() -> Worker:
        (worker,) = reading._workers.values()
        return worker

    reading.read()
    workers = [begun()]
    reading.read()
    workers.append(begun())
    reading._read_beside(desk.project, concepts.OWN_VOCABULARY)
    workers.append(begun())
    assert [each.stopping for each in workers] == [True, True, False]
    reading.forget()
    assert workers[2].stopping
    goes_on.set()
    qtbot.waitUntil(lambda: not any(each.is_running for each in workers))


def test_reading_beside_the_window_stops_between_its_parts(qtbot, reading, desk, beside, monkeypatch):
    begun, goes_on, real = threading.Event(), threading.Event(), hierarchy.roots

    def slowly(*given) -> list[Node]:
        begun.set()
        assert goes_on.wait(10)
        return real(*given)

    monkeypatch.setattr(hierarchy, "roots", slowly)
    reading.read()
    assert begun.wait(10)
    (worker,) = reading._workers.values()
    with qtbot.waitSignal(worker.cancelled):
        reading.forget()
        goes_on.set()


class Large:
    """The panel with a vocabulary of 200 concepts at its top and one below the fourth of them, a page being 40 rows,
    and the project's own terms, which are few.
    """

    def __init__(self, desk, qtbot) -> None:
        self.project, self._qtbot = desk.project, qtbot
        with self.project.operation("thesaurus") as writing:
            row = {"id": "w", "uri": "http://example.org/w", "version": "", "own": 0, "names": NAMES}
            writing.insert("vocabulary", row)
            labels = {f"w{number:03}": [("en", f"WORD {number:03}")] for number in range(200)}
            add_concepts(writing, {**labels, "below": [("en", "BELOW")]}, "w")
            relate(writing, ("below", "broader", "w003"))
        self.panel = ThesaurusPanel(desk.session)
        qtbot.addWidget(self.panel)
        self.panel.resize(300, 600)
        self.panel.show()
        self.settle()

    def settle(self) -> None:
        """Wait until all that was written, or opened, is shown."""
        reading = self.panel._reading
        self.panel.tree.visualRect(self.top())  # lays out, and so asks for what is below the open rows
        self._qtbot.waitUntil(lambda: not reading._workers and not reading.pause.isActive())

    def top(self) -> QModelIndex:
        return self.panel.model.index(0)

    def fourth(self) -> QModelIndex:
        index = self.panel.model.index(3, 0, self.top())
        assert index.data() == "WORD 003"
        return index

    def write(self, act: Callable[[], object]) -> None:
        """Do something that writes, and wait until it is shown."""
        act()
        assert self.panel._reading.pause.isActive()
        self.settle()

    def rename(self, concept: str, text: str) -> None:
        (label,) = self.project.concept(concept).labels
        with self.project.operation("another name") as writing:
            writing.update("concept_label", label.id, text=text, key=text.lower())


@pytest.fixture
def large(qtbot, desk, monkeypatch) -> Large:
    monkeypatch.setattr(reading_module, "MANY", 100)
    monkeypatch.setattr(concept_tree, "PAGE", 40)
    return Large(desk, qtbot)


def test_a_new_free_term_has_no_large_vocabulary_read_again(large, desk, monkeypatch):
    panel, read = large.panel, []
    monkeypatch.setattr(panel._reading, "_read_beside", lambda _, vocabulary: read.append(vocabulary))
    large.write(lambda: operations.create_and_assign(desk.project, desk.document, "NEW TERM"))
    assert read == []
    panel.tree.expand(panel.model.index(1))
    large.write(lambda: operations.create_and_assign(desk.project, desk.document, "ANOTHER TERM"))
    assert read == []
    own = panel.model.index(1)
    terms = [panel.model.index(row, 0, own).data() for row in range(panel.model.rowCount(own))]
    assert {"NEW TERM", "ANOTHER TERM"} <= set(terms)


def test_when_a_large_vocabulary_is_read_again_nothing_that_was_closed_opens_and_nothing_jumps(large):
    panel, bar = large.panel, large.panel.tree.verticalScrollBar()
    panel.tree.expand(large.fourth())
    panel.refresh()
    large.settle()
    assert panel.tree.isExpanded(large.fourth())
    panel.tree.collapse(large.fourth())
    panel.tree.setCurrentIndex(large.fourth())
    bar.setValue(bar.maximum())
    place = bar.value()
    assert place > 0
    large.write(lambda: large.rename("w150", "WORD 150 again"))
    assert not panel.tree.isExpanded(large.fourth())
    assert bar.value() == place
    assert panel.model.index_of("w", ["w150"]).data() == "WORD 150 again"
    panel.tree.setCurrentIndex(large.top())
    panel.tree.collapse(large.top())
    large.write(lambda: large.rename("w151", "WORD 151 again"))
    assert not panel.tree.isExpanded(large.top())
    assert panel.tree.currentIndex() == large.top()


def test_what_was_closed_while_it_was_awaited_stays_closed(large):
    panel = large.panel
    panel.refresh()
    panel.tree.visualRect(large.top())
    assert panel._reading.awaits("w") and panel.tree.isExpanded(large.top())
    panel.tree.collapse(large.top())
    large.settle()
    assert not panel.tree.isExpanded(large.top())


def test_what_was_open_stays_so_when_all_is_read_twice_in_a_row(large):
    panel = large.panel
    panel.tree.expand(large.fourth())
    panel.refresh()
    panel.refresh()
    large.settle()
    assert panel.tree.isExpanded(large.fourth())


def test_where_it_cannot_be_read_again_the_rows_stay_and_it_is_tried_when_the_panel_is_next_seen(
    qtbot, large, monkeypatch
):
    panel = large.panel
    panel.tree.expand(large.fourth())
    with monkeypatch.context() as patch, qtbot.captureExceptions() as caught:
        patch.setattr(hierarchy, "roots", _refuse)
        large.write(lambda: large.rename("w150", "WORD 150 again"))
        qtbot.waitUntil(lambda: bool(caught))
    assert panel.tree.isExpanded(large.fourth())
    assert panel.model.rowCount(large.top()) > 0
    panel.hide()
    panel.show()
    large.settle()
    assert panel.model.index_of("w", ["w150"]).data() == "WORD 150 again"
    assert not panel._reading.awaits("w")


def test_where_it_could_not_be_read_at_all_it_opens_once_it_could(qtbot, large, monkeypatch):
    panel = large.panel
    panel.tree.expand(large.fourth())
    with monkeypatch.context() as patch, qtbot.captureExceptions() as caught:
        patch.setattr(hierarchy, "roots", _refuse)
        panel.refresh()
        qtbot.waitUntil(lambda: bool(caught))
    assert not panel.model.hasChildren(large.top())
    panel.hide()
    panel.show()
    large.settle()
    assert panel.tree.isExpanded(large.top())
    assert panel.tree.isExpanded(large.fourth())
