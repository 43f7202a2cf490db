from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QDialog

from model.project import Project

MIDDLE = QPoint(310, 300)
COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Drag:
    """Files over the window, as the system tells of them."""

    def __init__(self, desk, monkeypatch):
        self.window = desk.window
        self.opened, self.brought, self.wanted = [], [], []
        monkeypatch.setattr(self.window.drops, "_open", self.opened.append)
        monkeypatch.setattr(self.window.drops, "_bring_in", self.brought.append)
        monkeypatch.setattr(self.window.drops, "vocabulary_wanted", SimpleNamespace(emit=self.wanted.append))

    @property
    def sign(self):
        return self.window.drops.sign

    def data(self, *paths):
        found = QMimeData()
        found.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        found.setText("\n".join(map(str, paths)))  # as file managers do
        return found

    def send(self, event):
        QCoreApplication.sendEvent(self.window.windowHandle(), event)
        return event.isAccepted() and event.dropAction() == COPY

    def enter(self, data):
        return self.send(QDragEnterEvent(QPoint(300, 300), COPY | MOVE, data, LEFT, NONE))

    def move(self, data, place=MIDDLE):
        return self.send(QDragMoveEvent(place, COPY | MOVE, data, LEFT, NONE))

    def leave(self):
        QCoreApplication.sendEvent(self.window.windowHandle(), QDragLeaveEvent())

    def drop(self, *paths, place=MIDDLE):
        data = self.data(*paths)
        taken = self.enter(data)
        assert self.move(data, place) == taken
        assert self.send(QDropEvent(QPointF(place), COPY | MOVE, data, LEFT, NONE)) == taken
        assert self.opened == self.brought == self.wanted == []  # whoever drags is not kept waiting
        QCoreApplication.processEvents()
        return taken


@pytest.fixture
def drag(desk, monkeypatch):
    return Drag(desk, monkeypatch)


def test_files_and_folders_are_imported(drag, tmp_path):
    paths = [tmp_path / name for name in ("a.txt", "B.TXT", "c.json", "d.docx", "e.xml")]
    (tmp_path / "folder").mkdir()
    assert drag.drop(*paths, tmp_path / "picture.png", tmp_path / "folder")
    assert drag.brought == [(*paths, tmp_path / "folder")]


def test_a_project_is_opened(drag, tmp_path):
    assert drag.drop(tmp_path / "one.qarar")
    assert (drag.opened, drag.brought) == ([tmp_path / "one.qarar"], [])


RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'


@pytest.mark.parametrize("name", ["t.ttl", "t.rdf", "t.OWL", "t.jsonld", "t.nt", "t.skos", "t.csv", "t.tsv", "t.xml"])
def test_a_vocabulary_is_brought_in(drag, tmp_path, name):
    path = tmp_path / name
    path.write_text(RDF, "utf-8")
    assert drag.drop(path)
    assert (drag.wanted, drag.brought) == ([path], [])
    drag.enter(drag.data(path))
    assert drag.sign.label.text() == f"Import the vocabulary \u2066{name}\u2069"
    drag.leave()


def test_of_many_files_none_is_looked_into(drag, tmp_path):
    paths = [tmp_path / name for name in ("a.xml", "b.xml")]
    for path in paths:
        path.write_text(RDF, "utf-8")
    assert drag.drop(*paths)
    assert (drag.wanted, drag.brought) == ([], [tuple(paths)])


def test_a_folder_is_no_vocabulary_whatever_its_name(drag, tmp_path):
    (tmp_path / "texts.csv").mkdir()
    assert drag.drop(tmp_path / "texts.csv")
    assert drag.brought == [(tmp_path / "texts.csv",)]


def test_files_are_never_moved_away(drag, tmp_path):
    """With Shift a file manager would have them moved, and delete them once they were taken."""
    data = drag.data(tmp_path / "a.txt")
    held = Qt.KeyboardModifier.ShiftModifier
    assert drag.send(QDragEnterEvent(MIDDLE, COPY | MOVE, data, LEFT, held))
    assert drag.send(QDropEvent(QPointF(MIDDLE), COPY | MOVE, data, LEFT, held))


def test_no_part_of_the_window_takes_the_files_for_text(drag, desk, tmp_path):
    line = desk.window.documents.filter
    assert line.acceptDrops()
    place = line.mapTo(desk.window, line.rect().center())
    assert drag.drop(tmp_path / "a.txt", place=place)
    assert line.text() == ""
    assert drag.brought == [(tmp_path / "a.txt",)]


def test_text_that_is_dragged_is_left_to_the_lines(drag, desk):
    line = desk.window.documents.filter
    place = line.mapTo(desk.window, line.rect().center())
    data = QMimeData()
    data.setText("قرار")
    drag.send(QDragEnterEvent(place, COPY, data, LEFT, NONE))
    drag.send(QDragMoveEvent(place, COPY, data, LEFT, NONE))
    drag.send(QDropEvent(QPointF(place), COPY, data, LEFT, NONE))
    assert line.text() == "قرار"
    assert drag.sign.isHidden()


def test_it_is_shown_what_will_be_done_as_long_as_the_files_are_over_the_window(drag, tmp_path):
    assert drag.enter(drag.data(tmp_path / "a.txt", tmp_path / "b.txt"))
    assert drag.sign.isVisible()
    assert drag.sign.label.text().startswith("Import 2 file")
    assert drag.sign.geometry() == drag.window.middle.rect()
    drag.window.resize(700, 500)
    QCoreApplication.processEvents()
    assert drag.sign.geometry() == drag.window.middle.rect()
    drag.leave()
    assert drag.sign.isHidden()
    drag.enter(drag.data(tmp_path / "p.qarar"))
    assert drag.sign.label.text() == "Open the project \u2066p.qarar\u2069"
    drag.leave()


@pytest.mark.parametrize(
    "names, said",
    [
        (["a.png"], "Only files"),
        (["a.qarar", "b.qarar"], "one project at a time"),
        (["a.qarar", "b.txt"], "one project at a time"),
        (["a.png"], "*.ttl *.nt *.rdf *.owl *.skos *.jsonld *.csv *.tsv"),
        (["a.qarar", "b.ttl"], "one project at a time"),
        (["a.ttl", "b.csv"], "one vocabulary at a time"),
        (["a.ttl", "b.txt"], "one vocabulary at a time"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_one_sentence(drag, desk, tmp_path, names, said):
    assert not drag.drop(*(tmp_path / name for name in names))
    assert said in desk.message()
    assert said in drag.sign.label.text()
    assert drag.opened == drag.brought == drag.wanted == []


def test_without_a_project_or_where_it_can_only_be_read_documents_are_refused(drag, desk, tmp_path):
    path = desk.project.path
    desk.session.set_project(Project.open(path, None))
    desk.session.set_document(desk.first)
    assert not drag.drop(tmp_path / "a.txt")
    assert "reading only" in desk.message()
    assert not drag.drop(tmp_path / "a.ttl")
    desk.session.set_project(None)
    for name in ("a.txt", "a.ttl"):
        assert not drag.drop(tmp_path / name)
        assert "Open a project first" in desk.message()
    assert drag.drop(tmp_path / "b.qarar")


def test_nothing_is_taken_while_a_dialog_is_to_be_answered(drag, desk, tmp_path):
    dialog = QDialog(desk.window)
    dialog.setModal(True)
    dialog.show()
    assert not drag.enter(drag.data(tmp_path / "a.txt"))
    assert drag.sign.isHidden()
    dialog.close()


def test_what_is_dropped_is_on_the_list_of_the_import_dialog(desk, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(desk.window.files, "ask_import", lambda sources=(): asked.append(tuple(sources)))
    desk.window.drops._take(desk.window.drops.found(Drag(desk, monkeypatch).data(tmp_path / "a.txt")))
    desk.window.files.import_documents((tmp_path / "a.txt",))
    assert asked == [(tmp_path / "a.txt",)]


def test_a_vocabulary_that_is_dropped_is_chosen_in_its_dialog(desk, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(desk.window.vocabularies, "ask_import", asked.append)
    drops = desk.window.drops
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.ttl"))])
    drops._take(drops.found(data))
    assert asked == [tmp_path / "a.ttl"]
