"""Offsets in three units, against what the codecs say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.text.offsets import Utf8Map, Utf16Map

TEXTS = st.one_of(st.text(), st.text(st.sampled_from("aا€😀𝒜\u064b\x7f\x80\u07ff\u0800\uffff\U00010000")))


def test_a_hand_counted_text() -> None:
    units, octets = Utf16Map("aا😀€"), Utf8Map("aا😀€")
    assert [units.to_utf16(offset) for offset in range(5)] == [0, 1, 2, 4, 5]
    assert [units.from_utf16(unit) for unit in range(6)] == [0, 1, 2, 2, 3, 4]
    assert [octets.to_utf8(offset) for offset in range(5)] == [0, 1, 3, 7, 10]
    assert [octets.from_utf8(byte) for byte in range(11)] == [0, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4]


@given(TEXTS)
def test_utf16_as_the_codec(text: str) -> None:
    units = Utf16Map(text)
    assert units.length == len(text.encode("utf-16-le")) // 2
    expected: list[int] = []
    for offset in range(len(text) + 1):
        unit = units.to_utf16(offset)
        assert unit == len(text[:offset].encode("utf-16-le")) // 2
        expected += [offset - 1] * (unit - len(expected))
    assert [units.from_utf16(unit) for unit in range(units.length + 1)] == [*expected, len(text)]


@given(TEXTS)
def test_utf8_as_the_codec(text: str) -> None:
    octets = Utf8Map(text)
    assert octets.length == len(text.encode())
    expected: list[int] = []
    for offset in range(len(text) + 1):
        byte = octets.to_utf8(offset)
        assert byte == len(text[:offset].encode())
        expected += [offset - 1] * (byte - len(expected))
    assert [octets.from_utf8(byte) for byte in range(octets.length + 1)] == [*expected, len(text)]


def test_where_characters_grow_wider() -> None:
    octets = Utf8Map("\x7f\x80\u07ff\u0800\uffff\U00010000")
    assert [octets.to_utf8(offset) for offset in range(7)] == [0, 1, 3, 5, 8, 11, 15]


@pytest.mark.parametrize("length", [1, 1023, 1024, 1025, 2048, 5000])
def test_utf8_of_long_texts(length: int) -> None:
    text = ("aا€😀" * length)[:length]
    octets = Utf8Map(text)
    assert octets.length == len(text.encode())
    for offset in {*range(0, length, 7), *(edge for edge in (1023, 1024, 1025, 2047) if edge <= length), length}:
        byte = len(text[:offset].encode())
        assert octets.to_utf8(offset) == byte
        assert octets.from_utf8(byte) == offset
        if offset < length:
            assert octets.from_utf8(octets.to_utf8(offset + 1) - 1) == offset


@pytest.mark.parametrize("offset", [-1, 4])
def test_outside_the_text(offset: int) -> None:
    for convert in (
        Utf16Map("abc").to_utf16,
        Utf16Map("abc").from_utf16,
        Utf8Map("abc").to_utf8,
        Utf8Map("abc").from_utf8,
    ):
        with pytest.raises(IndexError):
            convert(offset)
