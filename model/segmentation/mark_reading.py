"""The marks of a text and the words behind its stops, as they stand, with what ties them to each other.

``Mark`` is what ``marks`` makes its candidates of. A *segment* lasts from one likely paragraph's number to the next; a
*run* is the items of one list that continue each other (``(أ)``, ``(ب)``, ``(ج)``) within a segment.
"""

from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from model.segmentation.headings import first_words, is_ordinal, is_verb, plain
from model.text.lazy_regex import lazy_re
from model.text.numbering import abjad_index, number_of

Kind = Literal["digit", "letter", "bracketed", "quoted", "bullet", "dash", "word"]

ITEMS: tuple[Kind, ...] = ("letter", "bracketed", "quoted")  # the marks that are counted within a paragraph
STOPS = "؛.:،"
BARE = ("a", "0")  # what ``Mark.before`` says where no stop precedes
LOOKED_BACK = 48  # characters before a mark that are looked at
LONGEST_HEADING = 200
MOST = 40_000  # marks that are read in a stretch, and as many words: no resolution has a tenth of them
_TAIL = 600
_RECITAL_REACH = 2_000

_MARKED: tuple[Kind, ...] = ("digit", "letter", "bracketed", "quoted", "bullet", "dash")
_CLINGING = "“”()"
_STOP_SIGNS = frozenset(STOPS)
_mark = lazy_re(
    r"(?<!\S)(?:"
    r"(?P<digit>\d{1,3}(?:-\d{1,3})*+(?:\s{0,2}[-–—‑−](?!\d)|(?P<dot>[.])(?!\S)))"
    r"|(?P<letter>[(]\s?(?:[^\W\d_](?:\s?[^\W\d_])?|[ivx]{1,5})\s?[)])"
    r"|(?P<bracketed>[(]\s?\d{1,3}\s?[)])"
    r"|(?P<quoted>[’‘'`´]\s?\d{1,3}\s?[’‘'`´])"
    r"|(?P<bullet>[•●▪◦·])"
    r"|(?P<dash>(?:[أبجدهوزحطيكلمن]\s)?[-–—−](?=\s|[^\W\d_]))"
    r")"
)
_word = lazy_re(r"(?<![.])(?P<stop>[؛.:،])[“”»)(\]]*+\s++(?=\S)")
_joint = lazy_re(r"\s*(?:و|أو|او)?\s*")  # what ties a mark to the stop before it
_onward = lazy_re(r"[؛،]\s+و(?P<word>\w+)")
_recital_or_end = lazy_re(r"،\s++(?P<recital>و[إأا]ذ\s)|[؛.]\s")
stop_sign = lazy_re(r"[؛.:،]")


@dataclass(slots=True)
class Run:
    """The items of one list in order, and what is to be said of them all."""

    items: "list[Mark]"
    facts: tuple[str, ...] | None = None


@dataclass(slots=True, eq=False)
class Mark:
    """A place where a clause may begin; see ``marks.Candidate`` for what the fields share with it.

    ``words`` are the last three before it; ``since`` is the last stop before it and how many words ago that was;
    ``under`` says whether a letter precedes it in its segment, or before a word, whether a colon does and no mark
    since. ``back`` and ``ahead`` are the marks that it continues and that continue it.
    """

    start: int
    end: int
    kind: Kind
    number: str | None
    place: int | None
    before: str
    words: list[str]
    since: str
    after: list[str]
    segment: int = 0
    under: bool = False
    step: int | None = None
    back: "Mark | None" = None
    ahead: "Mark | None" = None
    recites: bool = False  # before the first number: whether another recital follows before a paragraph ends
    run: Run = field(init=False)

    def __post_init__(self) -> None:
        self.run = Run([self])


def read_marks(text: str, start: int, end: int) -> list[Mark]:
    """The places with a mark of their own, in order, tied to each other."""
    found: list[Mark] = []
    for match in islice(_mark.finditer(text, start, end), MOST):
        kind: Kind = next(name for name in _MARKED if match[name] is not None)
        number = place = None
        last = match.end()
        if kind not in ("bullet", "dash"):
            numbering = number_of(text[match.start() : match.end() + 4])
            if numbering.number is None:
                continue
            number = numbering.number
            last = match.start() + numbering.end
            place = abjad_index(number) if kind == "letter" else int(number)
        before, words, since = _before(text, start, match.start())
        if match["dot"] is not None and before not in STOPS:
            continue  # a number at the end of a sentence
        if kind == "digit" and before in ("a", "0") and last < end and not text[last - 1].isspace():
            continue  # a name of something: ``الغاية 14-ج``
        found.append(
            Mark(match.start(), last, kind, number, place, before, words, since, first_words(text, last, end, 3))
        )
    return found


def _before(text: str, start: int, place: int) -> tuple[str, list[str], str]:
    """The last seen character before a place, the last three words, and the last stop and how many words ago it was."""
    words = text[max(start, place - LOOKED_BACK) : place].split()
    since = "-"
    for ago, word in enumerate(reversed(words)):
        if word.rstrip(_CLINGING)[-1:] in _STOP_SIGNS:
            since = word.rstrip(_CLINGING)[-1] + str(ago)
            break
    words = [word for word in map(plain, words[-3:]) if word]
    if not words:
        return "", [], since
    last = words[-1][-1]
    return "a" if last.isalpha() else "0" if last.isdigit() else last, words, since


def tie_numbers(marks: list[Mark]) -> list[Mark]:
    """Give each mark its segment; gives the *firm* numbers, those of likely paragraphs."""
    firm: list[Mark] = []
    for mark in marks:
        if mark.kind == "digit":
            mark.step = (mark.place or 0) - ((firm[-1].place or 0) if firm else 0)
            if mark.step == 1 or mark.before in STOPS:
                firm.append(mark)
        mark.segment = len(firm)
    return firm


def tie_items(marks: list[Mark]) -> None:
    """Tie each item to those of its kind that it continues and that continue it in its segment."""
    last: dict[tuple[str, int], Mark] = {}
    seen: dict[tuple[str, int, int], Mark] = {}
    lettered = -1
    for mark in marks:
        mark.under = lettered == mark.segment
        if mark.kind == "letter":
            lettered = mark.segment
        if mark.kind not in ITEMS or mark.place is None:
            continue
        key = (mark.kind, mark.segment)
        previous = last.get(key)
        if previous is not None and previous.place is not None:
            mark.step = mark.place - previous.place
        last[key] = mark
        mark.back = seen.get((*key, mark.place - 1))
        if mark.back is not None and _continues(mark, mark.back):
            mark.back.ahead = mark
            mark.run = mark.back.run
            mark.run.items.append(mark)
        seen[(*key, mark.place)] = mark


def _continues(mark: Mark, back: Mark) -> bool:
    """Whether a mark goes on with the list of another: if none does yet, or one without a stop before it, which is
    rather a reference (``الفقرة 3 (ب) أعلاه؛ (ب) …``) and leaves the list then.
    """
    other = back.ahead
    if other is None:
        return True
    if mark.before not in STOPS or other.before in STOPS or back.run.items[-1] is not other:
        return False
    back.run.items.pop()
    other.run = Run([other])
    return True


def read_words(text: str, start: int, end: int, marks: list[Mark], firm: list[Mark]) -> list[Mark]:
    """The words behind a stop. Behind a comma only before the first number, where no other stop precedes a mark, or
    shortly before a number that no stop precedes.
    """
    found: list[Mark] = []
    first = firm[0].start if firm else end
    following = 0  # of the marks
    colon = -1  # how many marks preceded the last colon
    for match in islice(_word.finditer(text, start, end), MOST):
        place = match.end()
        while following < len(marks) and marks[following].start < place:
            following += 1
        upcoming = marks[following].start if following < len(marks) else end
        if place >= end or _joint.fullmatch(text, place, min(upcoming, place + 40)) is not None:
            continue
        if match["stop"] == "،":
            near = upcoming - place <= LONGEST_HEADING and upcoming < end
            unstopped = near and marks[following].kind == "digit" and marks[following].before in BARE
            tail = near and (unstopped or stop_sign.search(text, place, upcoming) is None)
            if not tail and (place >= first or not _may_begin(text, place, end)):
                continue
        before, words, since = _before(text, start, place)
        mark = Mark(place, place, "word", None, None, before, words, since, first_words(text, place, end, 3))
        mark.under = colon == following
        mark.recites = place < first and _recites_on(text, place, end)
        found.append(mark)
        if match["stop"] == ":":
            colon = following
    return found


def is_tabled(mark: Mark) -> bool:
    """Whether ``الجدول أدناه:`` stands before a mark."""
    return mark.words[-2:] == ["الجدول", "ادناه:"]


def _may_begin(text: str, place: int, end: int) -> bool:
    """Whether what stands behind a comma looks like the beginning of a paragraph or a heading."""
    word = first_words(text, place, end, 1)
    return is_verb(word[0]) or is_ordinal(word)


def _recites_on(text: str, place: int, end: int) -> bool:
    """Whether another recital follows before a paragraph ends: then no paragraph has begun yet."""
    found = _recital_or_end.search(text, place, min(end, place + _RECITAL_REACH))
    return found is not None and found["recital"] is not None


def tail_of(text: str, last: Mark, limit: int) -> str:
    """How the last item of a list ends: what stops are in it, and whether a verb with "and" follows one of them."""
    limit = min(limit, last.end + _TAIL)
    stops = [found[0] for found in stop_sign.finditer(text, last.end, limit)]
    onward = sum(1 for found in _onward.finditer(text, last.end, limit) if is_verb(plain(found["word"])))
    return f"{stops.count('؛')},{min(stops.count('،'), 2)},{min(onward, 2)},{stops[-1] if stops else '-'}"
