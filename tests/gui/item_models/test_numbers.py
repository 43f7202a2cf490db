import pytest

from gui.item_models.numbers import grouped, numbered


@pytest.mark.parametrize("number, shown", [(0, "0"), (999, "999"), (1242, "1,242"), (1_000_000, "1,000,000")])
def test_numbers_are_shown_in_threes(number, shown):
    assert grouped(number) == shown


def test_a_number_among_words_is_shown_likewise():
    assert numbered("1242 documents", 1242) == "1,242 documents"
    assert numbered("أُسند 1242 وثيقة", 1242) == "أُسند 1,242 وثيقة"


def test_words_without_the_number_stay():
    assert numbered("وثيقة واحدة", 1) == "وثيقة واحدة"
