import pytest

from model.consistency.number import other_numbers, singular, singular_words


@pytest.mark.parametrize(
    "plural, one",
    [
        ("rights", "right"),
        ("policies", "policy"),
        ("boxes", "box"),
        ("churches", "church"),
        ("classes", "class"),
        ("houses", "house"),
        ("women", "woman"),
        ("spills", "spill"),
    ],
)
def test_english_plurals(plural: str, one: str) -> None:
    assert singular(plural) == one
    assert singular(one) == one


@pytest.mark.parametrize(
    "word",
    [
        "news",
        "customs",
        "economics",
        "statistics",
        "analysis",
        "status",
        "access",
        "species",
        "aids",
        "gas",
        "ies",
        "s",
    ],
)
def test_what_is_no_plural_stays(word: str) -> None:
    assert singular(word) == word


def test_every_word_of_a_label_is_put_into_the_singular() -> None:
    assert singular_words(("rights", "of", "peoples")) == ("right", "of", "people")


@pytest.mark.parametrize(
    "label, others",
    [
        ("سياسات عامه", {"سياسه عامه", "سياس عامه"}),
        ("لاجيون", {"لاجي", "لاجيين"}),
        ("لاجيين", {"لاجي"}),
        ("الشركات الصناعات", {"الشركه الصناعات", "الشركات الصناعه", "الشركه الصناعه"}),
        ("مياه", set()),
        ("بنات", set()),
        ("الدين", set()),
        ("ذات", set()),
    ],
)
def test_arabic_sound_plurals(label: str, others: set[str]) -> None:
    found = {" ".join(form) for form in other_numbers(label.split())}
    assert others <= found
    assert bool(found) == bool(others)
    assert label not in found


def test_long_labels_are_left_alone() -> None:
    assert list(other_numbers(["سياسات"] * 7)) == []
