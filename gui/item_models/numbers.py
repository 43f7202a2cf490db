"""Numbers as they are shown everywhere: western digits, in threes."""


def grouped(number: int) -> str:
    """A number that counts something."""
    return f"{number:,}"


def numbered(words: str, number: int) -> str:
    """Words that ``tr`` has made of a text with ``%n``: Qt puts the number there as it comes."""
    return words.replace(str(number), grouped(number), 1)
