import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.annotation import scheme_edits as edits
from model.annotation.layers import Scheme, read_scheme
from model.annotation.scheme_soundness import check_change, problems
from model.errors import UserError
from tests.model.annotation.schemes import random_edit, schemes

SCHEME = read_scheme()


@given(scheme=schemes(), data=st.data())
def test_random_edits_keep_a_scheme_sound_and_its_ids(scheme: Scheme, data: st.DataObject) -> None:
    assert list(problems(scheme)) == []
    for _ in range(data.draw(st.integers(1, 8))):
        if not scheme.layers:
            break
        try:
            after = random_edit(scheme, data.draw)(scheme)
            check_change(scheme, after)
        except UserError:
            continue
        assert list(problems(after)) == []
        known = {(label.id, label.layer) for label in scheme.labels()}
        now = {(label.id, label.layer) for label in after.labels()}
        assert known <= now or now <= known
        scheme = after


def test_names_and_guidelines_are_kept_clean():
    assert edits.clean_names({"ar": "  سطر\nآخر ", "en": " "}) == (("ar", "سطر آخر"),)
    assert edits.clean_definitions({"ar": "\n\nأولا\r\nثانيا\n", "en": ""}) == (("ar", "أولا\nثانيا"),)
    for wrong in ("x\x00", "\ud800", "x" * 201):
        with pytest.raises(UserError):
            edits.clean_names({"en": wrong})
    with pytest.raises(UserError):
        edits.clean_definitions({"en": "x\x07"})


def test_ids_come_from_the_english_name_and_are_new():
    assert edits.new_id({"en": "Voting  record (é)"}, [], "label") == "voting_record_e"
    assert edits.new_id({"ar": "تصويت"}, [], "label") == "label"
    assert edits.new_id({"en": "Title"}, ["title", "title_2"], "label") == "title_3"


def test_a_new_label_has_a_colour_and_a_key_that_are_free():
    after = edits.add_label(SCHEME, "clause", "vote", {"ar": "تصويت", "en": "Vote"})
    label = after.layer("clause").labels[-1]
    assert (label.id, label.key, label.top) == ("vote", "V", True)
    assert after.label("title").colour != label.colour
    assert edits.add_label(after, "clause", "vote2", {"en": "V"}).label("vote2").key == ""


def test_order_changes_by_steps_and_stops_at_the_ends():
    assert [layer.id for layer in edits.move_layer(SCHEME, "lead", -1).layers] == ["lead", "clause", "reference"]
    assert edits.move_layer(SCHEME, "clause", -1) == SCHEME
    labels = [label.id for label in edits.move_label(SCHEME, "date", 9).layer("reference").labels]
    assert labels == ["resolution", "symbol", "footnote", "date"]
    assert edits.move_label(edits.move_label(SCHEME, "date", 1), "date", -1) == SCHEME


def test_a_label_that_goes_is_no_place_to_stand_in():
    after = edits.remove_label(SCHEME, "operative")
    assert after.label("subclause").inside == ("preambular", "paragraph", "subclause")
    assert after.label("paragraph").inside == ("paragraph",)


def test_nesting_keeps_its_order_and_its_layer():
    after = edits.set_nesting(SCHEME, "subclause", ["subclause", "title", "operative"], False)
    assert (after.label("subclause").inside, after.label("subclause").top) == (
        ("operative", "subclause", "title"),
        False,
    )
    with pytest.raises(UserError):
        edits.set_nesting(SCHEME, "subclause", ["lead"], True)


def test_choices_are_those_of_a_choice_only():
    scheme = edits.add_feature(SCHEME, "title", "tone", "choice", {"en": "Tone"})
    scheme = edits.set_choices(scheme, "title", "tone", [" mild ", "strong"])
    assert scheme.label("title").feature("tone").choices == ("mild", "strong")
    assert edits.set_feature_kind(scheme, "title", "tone", "text").label("title").feature("tone").choices == ()
    with pytest.raises(UserError, match="empty"):
        edits.set_choices(scheme, "title", "tone", ["mild", " "])


def test_a_version_is_needed():
    assert edits.describe(SCHEME, {"en": "Mine"}, " 2 ").version == "2"
    for wrong in ("", " ", "x\x00"):
        with pytest.raises(UserError):
            edits.describe(SCHEME, {"en": "Mine"}, wrong)
