import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QComboBox

from gui.dialogs.vocabulary_columns import NAMES, ColumnTable
from gui.i18n.translation import Translation
from model.formats.vocabulary_columns import KINDS, LANGUAGED, Role, guess
from model.formats.vocabulary_csv import Columns

HEADINGS = ("معرف المصطلح", "المصطلح المفضل (العربية)", "label@pt-BR", "Hits", "")
ROWS = (("1", "السلام", "PAZ", "5", ""), ("2", " ", "GUERRA", "", ""), ("3", "أ" * 300, "", "", ""))
COLUMNS = Columns(HEADINGS, ROWS, guess(HEADINGS), frozenset({4}))
GUESSED = (Role("uri"), Role("preferred", "ar"), Role("preferred", "pt-BR"), None, None)


@pytest.fixture
def table(qtbot) -> ColumnTable:
    table = ColumnTable()
    qtbot.addWidget(table)
    table.show_columns(COLUMNS)
    table.show()
    return table


def _box(table: ColumnTable, row: int, column: int) -> QComboBox:
    box = table.cellWidget(row, column)
    assert isinstance(box, QComboBox)
    return box


def _choose(table: ColumnTable, row: int, kind: str | None) -> None:
    box = _box(table, row, 1)
    box.setCurrentIndex(box.findData(kind))


def test_every_role_has_a_name_and_can_be_chosen(table):
    assert set(NAMES) == set(KINDS)
    for kind in KINDS:
        _choose(table, 3, kind)
        assert table.mapping()[3] == Role(kind)
        assert _box(table, 3, 2).isEnabled() == (kind in LANGUAGED)


def test_what_the_headings_suggest_is_shown_with_the_first_values(table):
    assert table.mapping() == GUESSED
    assert [table.item(row, 0).text() for row in range(5)] == [*HEADINGS[:4], "(5)"]
    shown = [(_box(table, row, 1).currentText(), _box(table, row, 2).currentText()) for row in range(5)]
    assert shown == [
        ("URI or id", "not said"),
        ("Preferred label", "العربية"),
        ("Preferred label", "português"),
        ("nothing", "not said"),
        ("nothing", "not said"),
    ]
    assert table.item(2, 3).text() == "\u2068PAZ\u2069 · \u2068GUERRA\u2069"
    assert table.item(4, 3).text() == ""
    assert table.item(1, 3).toolTip().count("أ") >= 300  # whole, where the cell is cut


def test_what_is_left_out_follows_what_is_chosen(qtbot, table):
    assert table.left_out() == ["Hits"]
    with qtbot.waitSignal(table.changed):
        _choose(table, 3, "notation")
    assert table.left_out() == []
    _choose(table, 0, None)
    assert table.left_out() == ["معرف المصطلح"]
    _box(table, 1, 2).setCurrentText("no language")  # which is another fault, and told apart
    assert table.left_out() == ["معرف المصطلح"]
    assert table.problem().startswith("A language is given by its code")


def test_a_language_is_remembered_while_a_column_holds_nothing(table):
    _choose(table, 1, None)
    assert not _box(table, 1, 2).isEnabled()
    _choose(table, 1, "uri")
    assert table.mapping()[1] == Role("uri")  # which has no language
    _choose(table, 1, "alternative")
    assert table.mapping()[1] == Role("alternative", "ar")


def test_a_language_is_chosen_by_its_name_or_typed_as_a_code(qtbot, table):
    box = _box(table, 1, 2)
    for typed, code in (("English", "en"), ("FRANÇAIS", "fr"), ("zh-hant", "zh-Hant"), ("", ""), ("not said", "")):
        with qtbot.waitSignal(table.changed):
            box.setCurrentText(typed)
        assert table.mapping()[1] == Role("preferred", code)


def test_another_table_begins_anew(table):
    _choose(table, 0, None)
    table.show_columns(COLUMNS)
    assert table.mapping() == GUESSED
    table.clear()
    assert (table.rowCount(), table.mapping(), table.left_out()) == (0, (), [])


def test_each_box_says_which_column_it_is_about(table):
    assert _box(table, 3, 1).accessibleName() == "What \u2068Hits\u2069 holds"
    assert _box(table, 3, 2).accessibleName() == "Language of \u2068Hits\u2069"
    assert table.focusProxy() is _box(table, 0, 1)


@pytest.fixture
def arabic(qapp):
    """The application speaks Arabic, and English again afterwards."""
    before, language = QLocale(), Translation(qapp)
    language.use("ar")
    yield
    language.leave()
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_in_an_arabic_window_it_runs_from_the_right_and_nothing_is_cut(arabic, qtbot):
    table = ColumnTable()
    qtbot.addWidget(table)
    table.resize(780, 300)
    table.show_columns(COLUMNS)
    for row, kind in enumerate(("uri", "scheme_version", "state", "scheme")):  # the longest names
        _choose(table, row, kind)
    table.show()
    table.horizontalHeader().resizeSections()
    places = [table.columnViewportPosition(column) for column in range(4)]
    assert places == sorted(places, reverse=True)
    assert table.horizontalHeaderItem(1).text() == "مضمونه"
    for row in range(4):
        box = _box(table, row, 1)
        assert any("\u0600" <= letter <= "\u06ff" for letter in box.currentText())
        assert box.width() >= box.sizeHint().width()
        assert _box(table, row, 2).width() >= _box(table, row, 2).sizeHint().width()
    cell = table.visualItemRect(table.item(1, 0)).width()
    assert cell >= table.fontMetrics().horizontalAdvance(HEADINGS[1])
