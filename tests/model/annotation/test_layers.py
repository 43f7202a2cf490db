from dataclasses import replace

import pytest

from model.annotation.layers import Feature, read_scheme
from model.errors import UserError


def test_a_name_is_in_the_language_asked_for_else_english_else_any():
    label = replace(read_scheme().label("title"), names=(("ar", "عنوان"), ("fr", "Titre")))
    assert (label.name("fr"), label.name("ar"), label.name("en")) == ("Titre", "عنوان", "عنوان")
    assert replace(label, names=(("en", "Title"), ("fr", "Titre"))).name("ar") == "Title"
    assert replace(label, names=()).name("ar") == "title"
    assert replace(label, definitions=(("ar", "تعريف"),)).definition("en") == "تعريف"
    assert replace(label, definitions=()).definition("en") == ""
    assert Feature("annex", "yes-no", ()).title("ar") == "annex"


def test_a_feature_is_found_by_its_name():
    label = read_scheme().label("date")
    assert label.feature("iso").title("en") == "ISO date"
    with pytest.raises(UserError, match="“date” has no feature “x”"):
        label.feature("x")
