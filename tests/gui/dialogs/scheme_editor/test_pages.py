from model.annotation.layers import OVERLAPS


def choose(box, index: int) -> None:
    box.setCurrentIndex(index)
    box.activated.emit(index)


def test_the_scheme_has_names_and_a_version(scheme_desk):
    scheme_desk.choose("scheme")
    page = scheme_desk.editor.scheme_page
    page.version.setText("3")
    page.version.flush()
    page.names.fields["en"].setText("Mine")
    page.names.flush()
    scheme = scheme_desk.project.scheme
    assert (scheme.version, dict(scheme.names)["en"], scheme.id) == ("3", "Mine", "un-resolution")
    page.version.setText(" ")
    page.version.flush()
    assert page.version.text() == "3"
    assert scheme_desk.said()
    assert scheme_desk.names()[:2] == ["describe scheme", "describe scheme"]


def test_a_layer_has_names_and_a_rule_of_overlap(scheme_desk):
    scheme_desk.choose("layer", "reference")
    page = scheme_desk.editor.layer_page
    page.names.fields["ar"].setText("مراجع")
    page.names.flush()
    assert page.overlap.currentIndex() == OVERLAPS.index("free")
    choose(page.overlap, OVERLAPS.index("apart"))
    layer = scheme_desk.project.scheme.layer("reference")
    assert (layer.name("ar"), layer.overlap) == ("مراجع", "apart")
    assert page.overlap_words.text() == "No character belongs to two marks."


def test_rules_that_marks_would_break_are_refused_and_the_field_goes_back(qtbot, scheme_desk):
    scheme_desk.choose("layer", "clause")
    page = scheme_desk.editor.layer_page
    choose(page.overlap, OVERLAPS.index("apart"))
    assert page.overlap.currentIndex() == OVERLAPS.index("tree")
    assert "must not overlap" in scheme_desk.said()
    choose(page.within, page.within.findData("reference"))
    assert page.within.currentData() == ""
    assert "must lie inside a mark of the layer “References”" in scheme_desk.said()
    choose(page.within, page.within.findData("lead"))
    assert "cannot lie within itself" in scheme_desk.said()
    qtbot.waitUntil(lambda: page.use.text() == "10 in 3")


def test_where_marks_must_lie_can_be_changed(scheme_desk):
    scheme_desk.choose("layer", "lead")
    page = scheme_desk.editor.layer_page
    assert page.within.currentData() == "clause"
    assert page.within.findData("lead") == -1
    choose(page.within, 0)
    assert scheme_desk.project.scheme.layer("lead").within is None
    choose(page.within, page.within.findData("reference"))
    assert scheme_desk.project.scheme.layer("lead").within == "reference"
