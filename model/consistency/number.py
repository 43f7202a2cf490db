"""Singular and plural of labels, by rules that are sure: what they do not know they leave alone.

English: -s, -es, -ies and a few irregular nouns; not what is a noun of its own with -s (customs, news, -ics). Arabic:
sound plurals only, -ات of -ة or of no ending, -ون and -ين of none; broken plurals follow no rule that letters show.
"""

from collections.abc import Iterator, Sequence
from itertools import product

# With -s another word than without, or a singular that ends so.
_NO_PLURALS = frozenset(
    {
        "aids",
        "airways",
        "arms",
        "atlas",
        "barracks",
        "bias",
        "bus",
        "christmas",
        "crossroads",
        "customs",
        "gas",
        "glasses",
    }
    | {"goods", "headquarters", "laos", "means", "mers", "news", "overseas", "premises", "proceeds", "sales", "sars"}
    | {"savings", "series", "species", "works"}
)
_IRREGULAR = {"men": "man", "women": "woman", "children": "child", "lives": "life", "wives": "wife", "knives": "knife"}
_HISSING = ("ches", "shes", "sses", "xes", "zes")
_MOST_WORDS = 6  # of an Arabic label: with more, the forms to try grow beyond measure
_LEAST = 3  # letters of a stem
_ARTICLE = "ال"


def singular(word: str) -> str:
    """An English word, folded, in the singular; as it is where it may be one already."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) <= _LEAST or word in _NO_PLURALS or not word.endswith("s") or word.endswith(("ss", "us", "is", "ics")):
        return word
    if word.endswith("ies") and len(word) > _LEAST + 2:
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(_HISSING) else word[:-1]


def singular_words(words: Sequence[str]) -> tuple[str, ...]:
    """The words of an English label in the singular: equal of two labels that differ in number alone."""
    return tuple(map(singular, words))


def other_numbers(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """What the words of an Arabic label, folded, would be with plurals in the singular, or with the other ending of a
    sound plural; not the label itself.
    """
    if len(words) > _MOST_WORDS:
        return
    for forms in product(*((word, *_singulars(word)) for word in words)):
        if forms != tuple(words):
            yield forms


def _singulars(word: str) -> tuple[str, ...]:
    stem = word[:-2]
    if len(stem.removeprefix(_ARTICLE)) < _LEAST:
        return ()
    if word.endswith("ات"):
        return (f"{stem}ه", stem)
    if word.endswith("ون"):
        return (stem, f"{stem}ين")
    return (stem,) if word.endswith("ين") else ()
