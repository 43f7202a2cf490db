"""What the first words of an unmarked stretch say: a recital, a heading, a paragraph without a number, or a table.

All texts are in their reading form. Words are compared without the hamza on alef.
"""

from model.text.lazy_regex import lazy_re
from model.text.normalizing import normalized

LONGEST_HEADING = 250

_PLAIN = str.maketrans("أإآٱى", "ااااي")

_UNITS = ("اولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا")
_TENS = ("حادي", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عشرون", "ثلاثون")
_LETTERS = ("الف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام", "ميم", "نون")
_SECTIONS = ("الجزء", "الباب", "الفصل", "القسم", "الفرع", "الجدول", "الهدف", "التذييل", "الضميمة")
ORDINALS = frozenset((*_UNITS, *_LETTERS, *_SECTIONS))
OPENERS = frozenset(("اذ", "واذ", "وقد", "واذا"))
_NOUN_OPENERS = ("اقتناعا", "ادراكا", "تصميما", "رغبة", "اقرارا", "تقديرا", "وعيا", "اعترافا", "انطلاقا", "التزاما")
_opener = lazy_re(r"(?<=\s)(?:و?[إأا]ذ|وقد)\s")
_number = lazy_re(r"\d")


def plain(word: str) -> str:
    """A word for comparing: any alef as one."""
    word = word.translate(_PLAIN)
    return word if word.isascii() else normalized("NFKC", word)


def first_words(text: str, start: int, end: int, count: int) -> list[str]:
    """The first words of a stretch, plain, with the punctuation that clings to them."""
    return [plain(word) for word in text[start : min(end, start + 24 * count)].split(None, count)[:count]]


def opens_recital(word: str) -> bool:
    """Whether a plain word is one that opens a recital and nothing else."""
    return word in OPENERS or word.removeprefix("و").rstrip("،") in _NOUN_OPENERS


def is_ordinal(words: list[str]) -> bool:
    """Whether plain words begin with the number of a section: ``أولا``, ``ثاني عشر``, ``باء -``, ``الجزء الثاني``."""
    if not words:
        return False
    first = words[0].strip("-–—.:")
    return first in ORDINALS or (first in _TENS and len(words) > 1 and words[1] in ("عشر", "وعشرون", "وثلاثون"))


def is_verb(word: str) -> bool:
    """Whether a plain word looks like what an operative paragraph begins with: ``تقرر``, ``يقرر``, ``نؤكد``."""
    word = word.rstrip("،:")
    return len(word) > 2 and word[0] in "تين" and not word.endswith(("ا", "ة", "ه", "ء"))


def has_stop(text: str, start: int, end: int) -> bool:
    """Whether a stretch ends as a clause does."""
    tail = text[max(start, end - 12) : end].rstrip("“”) ")
    return tail.endswith(("؛", ".", "،", ":", ";", ","))


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether a stretch reads as a heading: short, and without the stop of a clause."""
    return end - start <= LONGEST_HEADING and not has_stop(text, start, end)


def is_table(text: str, start: int, end: int) -> bool:
    """Whether a stretch is what is left of a table: long, full of numbers, hardly a stop in it."""
    stretch = text[start : min(end, start + 4_000)]
    words = stretch.split()
    if len(words) < 25:
        return False
    numbers = sum(1 for word in words if _number.match(word) is not None)
    stops = sum(stretch.count(stop) for stop in ("،", "؛", ". "))
    return numbers * 5 >= len(words) and stops * 12 <= len(words)


def recital_within(text: str, start: int, end: int) -> int | None:
    """Where a recital begins in a stretch that opens with a heading; None where none does."""
    numbered = is_ordinal(first_words(text, start, end, 2))
    reach = LONGEST_HEADING * 2 if numbered else LONGEST_HEADING + 50
    found = _opener.search(text, start + 1, min(end, start + reach))
    if found is None:
        return None
    stops = "؛" if numbered else "؛،"  # a section's heading may hold a comma
    heading = text[start : found.start()]
    return None if any(stop in heading for stop in stops) or ". " in heading else found.start()
