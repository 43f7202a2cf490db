from dataclasses import replace

import pytest

from gui import operations
from gui.i18n.translation import Translation
from gui.widgets.span_description import describe
from model.annotation.values import Origin


def test_it_says_what_it_is_and_who_made_it(desk):
    span = operations.mark(desk.project, desk.first, "preambular", 5, 20)
    with_note = operations.set_note(desk.project, span.id, "<b>ملاحظة</b>")
    first, second, third = describe(desk.session, replace(with_note, number="3")).split("\n")
    assert first == "Preambular paragraph 3"
    assert "Sara" in second
    assert third == "<b>ملاحظة</b>"


def test_where_it_comes_from_is_told(desk):
    span = operations.mark(desk.project, desk.first, "preambular", 5, 20)
    imported = replace(span, origin=Origin("import", "clause-json"))
    assert "imported by \u2068Sara\u2069" in describe(desk.session, imported)
    proposed = replace(span, status="suggested", origin=Origin("model", "segmenter 1", 0.7))
    said = describe(desk.session, proposed)
    assert "\nproposed by the program, " in said
    assert "\u206670%\u2069" in said


@pytest.mark.parametrize("language, said", [("en", "proposed by the program"), ("ar", "اقترحه البرنامج")])
def test_what_made_a_proposal_is_said_in_words_not_by_the_name_of_its_weights(desk, qapp, language, said):
    translation = Translation(qapp)
    translation.use(language)
    span = operations.mark(desk.project, desk.first, "preambular", 5, 20)
    made = replace(span, origin=Origin("model", "4d6d8c915f", 0.87))
    for each in (replace(made, status="suggested"), replace(made, status="suggested", created="", annotator=""), made):
        lines = describe(desk.session, each)
        assert said in lines
        assert "4d6d8c915f" not in lines
    translation.use("en")
    translation.leave()


def test_who_confirmed_a_proposal_is_told(desk):
    span = operations.mark(desk.project, desk.first, "preambular", 5, 20)
    confirmed = replace(span, origin=Origin("model", "4d6d8c915f", 0.87), confirmed_by=span.annotator)
    assert describe(desk.session, confirmed).endswith(", confirmed by \u2068Sara\u2069")


def test_a_label_that_is_gone_has_its_id_and_a_long_note_is_cut(desk):
    span = operations.mark(desk.project, desk.first, "preambular", 5, 20)
    lines = describe(desk.session, replace(span, label="gone", note="ب" * 5000)).split("\n")
    assert lines[0] == "gone"
    assert len(lines[-1]) < 400


def test_what_is_unsure_is_not_said_to_have_the_chance_from_which_on_it_is_not(desk):
    span = operations.mark(desk.project, desk.first, "preambular", 5, 20)
    proposed = replace(span, status="suggested", origin=Origin("model", "segmenter 1", 0.7996))
    assert "unsure: right with a chance of \u206679%\u2069" in describe(desk.session, proposed)
