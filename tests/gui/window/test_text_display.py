from dataclasses import asdict

from gui.settings import Settings
from gui.text_view.display import DisplayOptions
from gui.window.text_display import options_from


def test_what_a_person_set_is_there_at_the_next_start(desk):
    window = desk.window
    for command in ("as_stored", "show_hidden", "mend_brackets"):
        window.actions_[command].trigger()
    window.display.ask = lambda options, show, parent: DisplayOptions(**{**asdict(options), "line_spacing": 1.5})
    window.act("display")()
    assert window.view.display == DisplayOptions(
        as_stored=True, show_hidden=True, mend_brackets=False, line_spacing=1.5
    )
    assert options_from(Settings().display) == window.view.display
    assert window.actions_["as_stored"].isChecked()
    assert not window.actions_["mend_brackets"].isChecked()


def test_leaving_the_dialog_keeps_what_was_set(desk):
    before = desk.window.view.display
    desk.window.display.ask = lambda options, show, parent: None
    desk.window.act("display")()
    assert desk.window.view.display == before


def test_the_size_of_letters_is_kept_and_comes_back_to_the_usual(desk):
    window = desk.window
    usual = window.view.page.typography.font.pixelSize()
    window.act("zoom_in")()
    larger = window.view.page.typography.font.pixelSize()
    assert larger > usual
    assert Settings().font_size == larger
    window.act("zoom_reset")()
    assert window.view.page.typography.font.pixelSize() == usual


def test_settings_that_make_no_sense_are_passed_over():
    assert options_from({}) == DisplayOptions()
    odd = {"as_stored": "yes", "family": 7, "line_spacing": 99.0, "reading_width": True, "show_hidden": True, "new": 1}
    found = options_from(odd)
    assert found.show_hidden
    assert not found.as_stored
    assert found.line_spacing < 10
    assert found.reading_width == DisplayOptions().reading_width
