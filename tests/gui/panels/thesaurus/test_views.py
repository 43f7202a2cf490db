import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.item_models import concept_tree
from gui.item_models.concept_tree import ConceptTreeModel
from gui.panels.thesaurus.views import PAGE, ConceptTree, SearchLine
from model.vocabulary.hierarchy import Node

BELOW = {
    "v": [Node("aid", "AID", True), Node("old", "OLD", False, "deprecated"), Node("rest", "REST", False)],
    "aid": [Node("food", "FOOD AID", True)],
    "food": [Node("rice", "RICE", False)],
    "own": [Node("mine", "mine", False)],
}
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def press(widget: QWidget, key: int, text: str = "", modifiers: Qt.KeyboardModifier = NONE) -> bool:
    """Presses a key as the window would hand it on; says whether the widget claims it before shortcuts."""
    claim = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, text)
    claim.ignore()
    QApplication.sendEvent(widget, claim)
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))
    return claim.isAccepted()


def heard(*signals) -> list[object]:
    """What signals say from now on."""
    found: list[object] = []
    for signal in signals:
        signal.connect(lambda *values: found.append(values[0] if values else True))
    return found


# The line


@pytest.fixture
def line(qtbot) -> SearchLine:
    made = SearchLine()
    qtbot.addWidget(made)
    return made


def test_enter_is_told_and_the_window_does_not_hear_it(line):
    entered = heard(line.entered)
    assert press(line, Qt.Key.Key_Return) and press(line, Qt.Key.Key_Enter)
    assert entered == [True, True]


def test_up_and_down_step_through_what_was_found_and_lead_to_the_tree_where_nothing_is_typed(line):
    steps, down = heard(line.stepped), heard(line.down_requested)
    keys = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
    assert press(line, Qt.Key.Key_Down)
    assert (steps, down) == ([], [True])
    line.setText("  ")
    press(line, Qt.Key.Key_Down)
    assert (steps, down) == ([], [True, True])
    line.setText("aid")
    for key in keys:
        assert press(line, key)
    assert steps == [1, -1, PAGE, -PAGE]
    assert down == [True, True]


def test_escape_empties_the_line_before_it_leaves(line):
    left = heard(line.leave_requested)
    line.setText("aid")
    assert press(line, Qt.Key.Key_Escape)
    assert (line.text(), left) == ("", [])
    press(line, Qt.Key.Key_Escape)
    assert left == [True]


def test_other_keys_are_typed_or_the_windows(line):
    assert press(line, Qt.Key.Key_A, "a")
    assert line.text() == "a"
    assert not press(line, Qt.Key.Key_F8)


# The tree


@pytest.fixture
def model() -> ConceptTreeModel:
    return ConceptTreeModel(lambda vocabulary, concept: BELOW.get(vocabulary or concept or "", []))


@pytest.fixture
def tree(qtbot, model) -> ConceptTree:
    model.show_vocabularies([("v", "UNBIS"), ("own", "Project terms")])
    made = ConceptTree()
    qtbot.addWidget(made)
    made.setModel(model)
    made.resize(240, 300)
    made.show()
    return made


def go(tree: ConceptTree, *path: str, vocabulary: str = "v") -> None:
    model = tree.model()
    assert isinstance(model, ConceptTreeModel)
    tree.setCurrentIndex(model.index_of(vocabulary, path))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_chooses(tree, key):
    chosen = heard(tree.chosen)
    go(tree, "aid")
    assert press(tree, key)
    assert chosen == [True]


def test_a_double_click_chooses_and_opens_nothing(qtbot, tree):
    chosen = heard(tree.chosen)
    tree.expand(tree.model().index(0, 0))
    go(tree, "aid")
    where = tree.visualRect(tree.currentIndex()).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert chosen == [True]
    assert not tree.isExpanded(tree.currentIndex())


def test_escape_and_backspace_are_told(tree):
    left, back = heard(tree.leave_requested), heard(tree.back_requested)
    assert press(tree, Qt.Key.Key_Escape) and press(tree, Qt.Key.Key_Backspace)
    assert (left, back) == ([True], [True])


def test_up_leads_out_of_the_first_row_only(tree):
    up = heard(tree.up_requested)
    go(tree, vocabulary="own")
    assert press(tree, Qt.Key.Key_Up)
    assert (up, tree.currentIndex().row()) == ([], 0)
    press(tree, Qt.Key.Key_Up)
    assert up == [True]


def test_letters_are_told_and_what_opens_rows_and_shortcuts_is_not(tree):
    typed = heard(tree.typed)
    for key, text in ((Qt.Key.Key_A, "a"), (0, "ح"), (Qt.Key.Key_5, "5")):
        assert press(tree, key, text)
    assert typed == ["a", "ح", "5"]
    for key, text in ((Qt.Key.Key_Space, " "), (Qt.Key.Key_Asterisk, "*"), (Qt.Key.Key_Plus, "+")):
        assert not press(tree, key, text)
    assert not press(tree, Qt.Key.Key_D, "\x04", CONTROL)
    assert not press(tree, Qt.Key.Key_A, "a", Qt.KeyboardModifier.AltModifier)
    assert typed == ["a", "ح", "5"]


def test_whoever_comes_to_the_tree_is_in_its_first_row(tree):
    tree.clearFocus()
    tree.setCurrentIndex(QModelIndex())
    tree.setFocus()
    assert tree.currentIndex().data() == "UNBIS"
    go(tree, vocabulary="own")
    tree.clearFocus()
    tree.setFocus()
    assert tree.currentIndex().data() == "Project terms"


def test_the_menu_opens_at_the_row_under_the_mouse_or_at_the_current_one(tree):
    asked = heard(tree.menu_wanted)
    tree.expand(tree.model().index(0, 0))
    where = tree.visualRect(tree.model().index(2, 0, tree.model().index(0, 0))).center()
    mouse = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(tree.viewport(), QContextMenuEvent(mouse, where, tree.viewport().mapToGlobal(where)))
    assert tree.currentIndex().data() == "REST"
    assert asked == [tree.viewport().mapToGlobal(where)]
    go(tree, "aid")
    key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(tree.viewport(), key)
    assert asked[1] == tree.viewport().mapToGlobal(tree.visualRect(tree.currentIndex()).center())
    tree.setCurrentIndex(tree.model().index(-1, -1))
    below = QPoint(5, tree.viewport().height() - 2)
    QApplication.sendEvent(tree.viewport(), QContextMenuEvent(mouse, below, below))
    assert len(asked) == 2


def test_what_is_open_can_be_opened_again(tree, model):
    go(tree, "aid", "food", "rice")
    assert tree.opened(model) == [("v", ()), ("v", ("aid",)), ("v", ("aid", "food"))]
    opened = tree.opened(model)
    model.show_vocabularies([("v", "UNBIS"), ("own", "Project terms")])
    assert tree.opened(model) == []
    tree.open(model, [*opened, ("v", ("nowhere",)), ("gone", ())])
    assert tree.opened(model) == opened


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_rows_tell_by_their_looks_what_they_are(qtbot, tree, model, direction):
    tree.setLayoutDirection(direction)
    tree.expand(model.index(0))
    plain = tree.grab().toImage()
    model.set_assigned({"rest"})
    tree.viewport().update()
    with_check = tree.grab().toImage()
    go(tree, "rest")
    assert plain != with_check != tree.grab().toImage()

    def row() -> QImage:
        model.show_vocabularies([("one", "One"), ("two", "Two")])
        tree.expand(model.index(0))
        tree.setCurrentIndex(model.index(1))
        tree.grab()
        return tree.viewport().grab(tree.visualRect(model.index(0, 0, model.index(0)))).toImage()

    looks = []
    for node in (Node("n", "NAME", False), Node("n", "NAME", False, "deprecated")):
        BELOW["one"] = [node]
        looks.append(row())
    assert not looks[0].isNull() and looks[0] != looks[1]  # struck out
    del BELOW["one"]


def test_more_of_a_long_list_is_made_as_its_end_comes_in_sight(qtbot, tree, model, monkeypatch):
    monkeypatch.setattr(concept_tree, "PAGE", 100)
    long = [Node(f"{number:04}", f"N{number:04}", False) for number in range(1_000)]
    monkeypatch.setitem(BELOW, "v", long)
    model.show_vocabularies([("v", "UNBIS"), ("own", "Project terms")])
    top = model.index(0)
    tree.expand(top)
    tree.grab()
    assert model.rowCount(top) < 300

    def to_the_end() -> bool:
        tree.scrollToBottom()
        tree.grab()
        return model.rowCount(top) == len(long)

    tree.setCurrentIndex(model.index(50, 0, top))
    assert model.rowCount(top) < 300
    qtbot.waitUntil(to_the_end)
    assert [str(model.index(row, 0, top).data()) for row in range(1_000)] == [node.label for node in long]
