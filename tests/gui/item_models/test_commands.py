import pytest
from PySide6.QtCore import Qt

from gui.commands.actions import shown_key
from gui.commands.command_table import BY_ID, COMMANDS
from gui.item_models.commands import (
    CommandModel,
    Row,
    RowRole,
    command_rows,
    document_rows,
    filtered,
    found,
    key_rows,
    sheet_rows,
)


@pytest.fixture
def rows(desk) -> list[Row]:
    return command_rows(desk.window.actions_, desk.project.scheme)


def ids(rows) -> list[str]:
    return [row.id for row in rows]


def listed(desk) -> list[str]:
    """What the menus show, but for their keys."""
    texts = []
    pending = [action.menu() for action in desk.window.menuBar().actions()]
    while pending:
        for action in pending.pop().actions():
            if action.menu() is not None:
                pending.append(action.menu())
            elif not action.isSeparator():
                texts.append(action.text().partition("\t")[0].replace("&", ""))
    return sorted(texts)


def test_every_action_of_the_menus_is_there_with_its_keys(desk, rows):
    assert sorted(row.name for row in rows) == sorted(set(listed(desk)) - {"None yet"})
    by_id = {row.id: row for row in rows}
    for command in COMMANDS:
        assert by_id[command.id].keys == command.keys
    assert by_id["label:preambular"].keys == ("P",)
    assert {"language:ar", "panel:documents"} <= by_id.keys()


def test_every_action_of_the_menus_is_in_the_cheat_sheet(desk, rows):
    sheet = sheet_rows(desk.window.actions_, desk.project.scheme, "en")
    names = {row.name for row in sheet}
    changing = {"undo", "redo"}  # named there without what they would do just now
    assert {row.name for row in rows if row.id not in changing and not row.id.startswith("recent:")} <= names
    assert {"Undo", "Redo"} <= names
    assert {key for row in sheet for key in row.keys} >= {key for each in COMMANDS for key in each.keys}
    assert {row.id for row in sheet if row.id.startswith("label:")} == {
        f"label:{label.id}" for label in desk.project.scheme.labels()
    }


def test_changed_keys_are_the_ones_that_are_shown(desk):
    keymap = desk.window.actions_.keymap
    keymap.give("merge", "Ctrl+J")
    for rows in (
        command_rows(desk.window.actions_, desk.project.scheme),
        key_rows(desk.window.actions_, desk.project.scheme, "en"),
        sheet_rows(desk.window.actions_, desk.project.scheme, "en"),
    ):
        assert next(row for row in rows if row.id == "merge").keys == ("Ctrl+M", "Ctrl+J")


def test_panels_own_keys_are_read_off_their_menus(desk, qtbot):
    from PySide6.QtWidgets import QMenu

    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction(f"&Move up\t{shown_key('Alt+Up')}")
    rows = sheet_rows(desk.window.actions_, None, "en", [("Descriptors", menu)])
    assert (rows[-2].heading, rows[-2].name) == (True, "Descriptors")
    assert (rows[-1].name, rows[-1].keys) == ("Move up", (shown_key("Alt+Up"),))


@pytest.mark.parametrize(
    "query, first",
    [
        ("merge", "merge"),
        ("merge with the prev", "merge_previous"),
        ("previous merge", "merge_previous"),
        ("دمج مع التالي", "merge"),
        ("دمج", "merge"),
        ("الغاء", None),
        ("ctrl+m", "merge"),
        ("f9", "clauses_done"),
        ("descr done", "descriptors_done"),
        ("pream", "label:preambular"),
        ("فقرة من الديباجه", "label:preambular"),
        ("ديباجة", "label:preambular"),
        ("العربيه", "language:ar"),
        ("mwtp", "merge_previous"),
        ("zzz", None),
    ],
)
def test_actions_are_found_in_both_languages_and_any_spelling(rows, query, first):
    hits = found(rows, query, [])
    if first is None:
        assert hits == [] or query == "الغاء"
    else:
        assert hits[0].id == first


def test_what_was_used_last_comes_first_among_equals(rows):
    everything = found(rows, "", ["nest", "merge"])
    assert ids(everything[:3]) == ["nest", "merge", "new"]
    assert len(everything) == len(rows)
    assert ids(found(rows, "merge with", ["merge_previous"])[:2]) == ["merge_previous", "merge"]
    assert found(rows, "split", ["merge"])[0].id == "split"


def test_documents_are_found_by_all_words_and_so_many_at_most(desk):
    shown = []
    documents = desk.project.documents()
    rows = document_rows(documents, "res 187", 8, shown.append)
    assert ids(rows) == [f"document:{desk.first}"]
    rows[0].act()
    assert shown == [desk.first]
    assert len(document_rows(documents, "res", 1, shown.append)) == 1


def test_filtering_keeps_the_order_and_the_headings(desk):
    rows = key_rows(desk.window.actions_, desk.project.scheme, "en")
    assert filtered(rows, "") == rows
    kept = filtered(rows, "merge")
    assert [row.name for row in kept] == ["Mark", "Merge with the next", "Merge with the previous"]
    assert [row.id for row in filtered(rows, "ctrl+shift+m") if row.id] == ["merge_previous"]
    assert filtered(rows, "zzz") == []


def test_all_commands_and_labels_can_be_given_keys_or_looked_at(desk):
    rows = key_rows(desk.window.actions_, desk.project.scheme, "en")
    assert [row.id for row in rows if row.id in BY_ID] == [
        each for each in ids(command_rows(desk.window.actions_, None)) if each in BY_ID
    ]
    assert [row.label for row in rows if row.label] == [label.id for label in desk.project.scheme.labels()]


def test_the_model_lets_only_choose_what_can_be_done(qtbot):
    model = CommandModel()
    model.set_rows([Row("", "Mark", heading=True), Row("a", "One", enabled=False), Row("b", "Two", "Mark", ("]",))])
    flags = [model.flags(model.index(place)) for place in range(3)]
    assert [bool(flag & Qt.ItemFlag.ItemIsSelectable) for flag in flags] == [False, False, True]
    assert model.first().row() == 2
    assert model.index_of("b").row() == 2
    assert not model.index_of("c").isValid()
    assert model.index(2).data(Qt.ItemDataRole.AccessibleTextRole) == f"Two; Mark; {shown_key(']')}"
    assert model.index(2).data(RowRole.ROW).id == "b"
