"""Numbers as they are shown everywhere: western digits, in threes."""

import math


def grouped(number: int) -> str:
    """A number that counts something."""
    return f"{number:,}"


def numbered(words: str, number: int) -> str:
    """Words that ``tr`` has made of a text with ``%n``: Qt puts the number there as it comes."""
    return words.replace(str(number), grouped(number), 1)


def percent(chance: float) -> str:
    """A chance, 0 … 1, never shown as more than it is: what is below a threshold is not shown as the threshold."""
    return f"{math.floor(round(chance * 100, 6))}%"
