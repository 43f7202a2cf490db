"""A passage of recitals as the segmenter reads it: its words and stops, folded, and where a recital may begin.

Numbers become ``#`` (``####`` where they have four digits) and symbols their first part, so that what was cited last
year looks like what is cited this year. All places are half-open code points of the text.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from model.text.folding import fold
from model.text.lazy_regex import lazy_regex

# The first words of recitals, folded; within a recital the same words join what else is recalled.
OPENERS = frozenset(
    (
        *("واذ", "اذ", "وقد", "واقتناعا", "وادراكا", "وتصميما", "ورغبه", "واقرارا", "ووعيا", "وتقديرا", "والتزاما"),
        *("واعترافا", "واعتقادا", "وانطلاقا", "وايمانا", "وحرصا", "وتاكيدا", "واستنادا", "وعزما", "وامتنانا", "وواذ"),
    )
)
RECALLING = frozenset(("واذ", "اذ", "وقد", "واذا", "وواذ"))  # the verb is the word after these
PARTICLES = frozenset(("لا", "ما", "لم", "لن", "ان"))  # and after these the one after that
STOPS = frozenset("،؛.")
_CLOSERS = frozenset('()[]“”"«»')
_OPERATIVE_STOPS = frozenset("،؛.:")

_PREFIXES = ("وال", "بال", "كال", "فال", "ولل", "ال", "لل", "و", "ب", "ل", "ف")
_SUFFIXES = ("ات", "ان", "ين", "ون", "يه", "ها", "هم", "ه", "ي", "ا")

_token = lazy_regex(
    r"(?P<symbol>[A-Z][A-Za-z.]*(?:/[\w.()-]+)+)|(?P<number>\d+(?:[/.,:-]\d+)*)"
    r"|(?P<word>\p{L}[\p{L}\p{M}/]*)|(?P<stop>[،؛:.()\"“”«»\[\]])"
)
_digits = lazy_regex(r"\d+")
_organ = lazy_regex(
    r"(?P<GA>الجمعيه العامه)|(?P<SC>مجلس الامن)|(?P<ECOSOC>المجلس الاقتصادي)|(?P<HRC>مجلس حقوق الانسان)"
)
ORGANS = ("GA", "SC", "ECOSOC", "HRC")
_FRAME = 400  # code points at the text's beginning within which the organ is named


@dataclass(frozen=True, slots=True)
class Passage:
    """Words with their places, and ``openings``: the numbers of the words at which a recital may begin, but the first.

    ``organ`` is one of ``ORGANS``, or nothing where none is named.
    """

    organ: str
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    openings: tuple[int, ...]


def organ_of(text: str) -> str:
    """The organ that the frame of a text names first; an empty text where it names none."""
    found = _organ.search(fold(text[:_FRAME]))
    return "" if found is None or found.lastgroup is None else found.lastgroup


def passage_of(text: str, start: int, end: int, organ: str, closed: Collection[tuple[int, int]] = ()) -> Passage:
    """The passage between two places; in the ranges ``closed`` no recital begins."""
    words, places = _words(text, start, end)
    openings = tuple(
        at
        for at in range(1, len(words))
        if words[at] in OPENERS
        and _last_stop(words, at) in STOPS
        and not any(first <= places[at][0] < last for first, last in closed)
    )
    return Passage(organ, tuple(words), tuple(places), openings)


def operative_passage(
    text: str, paragraphs: Sequence[tuple[int, int]], organ: str, verbs: Collection[str]
) -> tuple[Passage, tuple[bool, ...]]:
    """Numbered paragraphs written as recitals, and for each opening whether a paragraph begins there.

    Between paragraphs the numbers say where one ends; within one, a comma and و with one of ``verbs`` (as they stand
    behind ``وإذ``) join what might have been two. So paragraphs teach what belongs together in recitals too.
    """
    words: list[str] = []
    places: list[tuple[int, int]] = []
    openings: list[int] = []
    truths: list[bool] = []
    for start, end in paragraphs:
        own, where = _words(text, start, end)
        first = next((at for at, word in enumerate(own) if not word.startswith("#") and word not in ".()"), len(own))
        own, where = own[first:], where[first:]
        if len(own) < 3:
            continue
        if words:
            if words[-1] in _OPERATIVE_STOPS:
                words[-1] = "،"
            else:
                words.append("،")
                places.append((where[0][0], where[0][0]))
            openings.append(len(words))
            truths.append(True)
        words.append("واذ")
        places.append((where[0][0], where[0][0]))
        for at, word in enumerate(own):
            if at > 2 and own[at - 1] in ("،", "؛") and word.startswith("و") and word[1:] in verbs:
                openings.append(len(words))
                truths.append(False)
                words += ["واذ", word[1:]]
                places += [where[at], where[at]]
            else:
                words.append(word)
                places.append(where[at])
    return Passage(organ, tuple(words), tuple(places), tuple(openings)), tuple(truths)


def verb_of(words: Sequence[str], at: int) -> str:
    """The verb of the recital that begins at a word, with its particle; what opens without a verb is its own."""
    if words[at] not in RECALLING:
        return words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    if following in PARTICLES and at + 2 < len(words):
        return f"{following}_{words[at + 2]}"
    return following


def _words(text: str, start: int, end: int) -> tuple[list[str], list[tuple[int, int]]]:
    words: list[str] = []
    places: list[tuple[int, int]] = []
    for found in _token.finditer(text, start, end):
        written = found[0]
        if found.lastgroup == "word":
            written = _folded(written)
        elif found.lastgroup == "number":
            written = _digits.sub(lambda digits: "####" if len(digits[0]) == 4 else "#", written)
        elif found.lastgroup == "symbol":
            written = "S:" + written.split("/")[0]
        words.append(written)
        places.append(found.span())
    return words, places


def _last_stop(words: Sequence[str], at: int) -> str:
    """The stop before a word, behind which only brackets and quotes stand."""
    before = at - 1
    while before > 0 and words[before] in _CLOSERS:
        before -= 1
    return words[before]


@lru_cache(maxsize=60_000)
def _folded(word: str) -> str:
    return fold(word).strip()


@lru_cache(maxsize=60_000)
def stem(word: str) -> str:
    """The word without what is joined to it: good enough to weigh, never to tell words apart."""
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word[len(prefix) :]
            break
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word
