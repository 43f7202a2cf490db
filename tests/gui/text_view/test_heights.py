"""Heights kept in chunks give what a plain list gives."""

import random
from itertools import accumulate

from gui.text_view.heights import Heights


def check(heights: Heights, plain: list[int], chance: random.Random) -> None:
    tops = list(accumulate(plain, initial=0))
    assert heights.total == tops[-1]
    for number in chance.sample(range(len(tops)), min(len(tops), 20)):
        assert heights.top_of(number) == tops[number]
    for _ in range(20):
        position = chance.randrange(-50, tops[-1] + 50)
        expected = sum(top <= position for top in tops[1:])
        assert heights.number_at(position) == max(0, min(expected, len(plain) - 1))


def test_they_are_those_of_a_plain_list() -> None:
    chance = random.Random(3)
    for count in (1, 2, 255, 256, 257, 2000):
        plain = [chance.randrange(1, 90) for _ in range(count)]
        heights = Heights(plain)
        check(heights, plain, chance)
        for _ in range(25):
            number = chance.randrange(len(plain))
            plain[number] = chance.randrange(1, 90)
            heights.set(number, plain[number])
            first = chance.randrange(len(plain))
            last = min(len(plain), first + chance.randrange(5))
            new = [chance.randrange(1, 90) for _ in range(chance.randrange(1, 6))]
            plain[first:last] = new
            heights.replace(first, last, new)
            check(heights, plain, chance)


def test_without_blocks_all_is_nothing() -> None:
    heights = Heights()
    assert (heights.total, heights.top_of(0), heights.number_at(70)) == (0, 0, 0)
