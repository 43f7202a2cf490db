from PySide6.QtCore import QCoreApplication

from gui.dialogs.scheme_editor.choices import ChoiceList


def test_what_is_written_moved_and_deleted_is_told_and_shown_only_when_it_is_so(qtbot):
    choices = ChoiceList()
    qtbot.addWidget(choices)
    told: list[tuple[object, ...]] = []
    for signal in (choices.added, choices.replaced, choices.moved, choices.deleted):
        signal.connect(lambda *values: told.append(values))
    choices.show_choices(("a", "b"))
    choices.begin()
    choices.list.item(2).setText(" c ")
    QCoreApplication.processEvents()
    choices.list.item(0).setText("A")
    QCoreApplication.processEvents()
    choices.list.setCurrentRow(1)
    choices.up.click()
    choices.delete.click()
    assert told == [("c",), ("a", "A"), (1, -1), ("b",)]
    choices.show_choices(("a", "b"))
    assert [choices.list.item(row).text() for row in range(choices.list.count())] == ["a", "b"]


def test_only_what_can_be_done_can_be_pressed(qtbot):
    choices = ChoiceList()
    qtbot.addWidget(choices)
    choices.show_choices(())
    assert not any(button.isEnabled() for button in (choices.delete, choices.up, choices.down))
    choices.show_choices(("a", "b"))
    assert (choices.up.isEnabled(), choices.down.isEnabled()) == (False, True)
    choices.begin()
    choices.delete.click()  # the line that was not written yet
    assert choices.list.count() == 2
