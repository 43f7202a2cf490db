import pytest

from gui.i18n.numbers import grouped, numbered, percent


@pytest.mark.parametrize("number, shown", [(0, "0"), (999, "999"), (1242, "1,242"), (1_000_000, "1,000,000")])
def test_numbers_are_shown_in_threes(number, shown):
    assert grouped(number) == shown


def test_a_number_among_words_is_shown_likewise():
    assert numbered("1242 documents", 1242) == "1,242 documents"
    assert numbered("أُسند 1242 وثيقة", 1242) == "أُسند 1,242 وثيقة"


def test_words_without_the_number_stay():
    assert numbered("وثيقة واحدة", 1) == "وثيقة واحدة"


@pytest.mark.parametrize(
    "chance, shown",
    [
        (0, "0%"),
        (0.29, "29%"),
        (0.57, "57%"),
        (0.7996, "79%"),
        (0.8, "80%"),
        (0.9499, "94%"),
        (0.9992, "99%"),
        (1, "100%"),
    ],
)
def test_a_chance_is_not_shown_as_more_than_it_is(chance, shown):
    assert percent(chance) == shown
