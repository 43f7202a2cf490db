from PySide6.QtCore import QModelIndex

from gui.item_models.shown_rows import ShownRows


def test_rows_are_shown_in_their_order(qtbot):
    model = ShownRows[str]()
    assert model.rows == () and model.rowCount() == 0
    model.show_rows(["a", "b"])
    assert model.rows == ("a", "b") and model.rowCount() == 2
    assert model.at(model.index(1, 0)) == "b"
    assert model.at(QModelIndex()) is None
    assert model.rowCount(model.index(0, 0)) == 0


def test_what_is_shown_already_is_not_shown_anew(qtbot):
    model = ShownRows[str]()
    resets = []
    model.modelReset.connect(lambda: resets.append(model.rows))
    for rows in (["a"], ("a",), ["a", "b"], [], []):
        model.show_rows(rows)
    assert resets == [("a",), ("a", "b"), ()]
