"""Offsets and units, with characters beyond U+FFFF and without."""

from gui.text_view.utf16 import UnitMap


def test_both_ways_agree_with_python():
    for text in ("", "قرار", "a😀b𐤀𐤁", "😀", "أ😀"):
        units = UnitMap(text)
        for offset in range(len(text) + 1):
            unit = len(text[:offset].encode("utf-16-le")) // 2
            assert units.to_unit(offset) == unit
            assert units.to_offset(unit) == offset


def test_the_second_half_of_a_pair_belongs_to_its_character():
    units = UnitMap("a😀b")
    assert [units.to_offset(unit) for unit in range(5)] == [0, 1, 1, 2, 3]
