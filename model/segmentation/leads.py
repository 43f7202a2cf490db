"""The leading phrase of a clause, as learned: at each of its first words, whether the phrase ends there or goes on.

The phrase begins with the first word behind the number. Where it ends is the drafters' habit, which differs by organ
and by what follows (``وإذ يعرب`` in one resolution, ``وإذ يعرب عن بالغ القلق`` in the next): the words so far, the next
ones and the stops between them are the features of a decision at each word, and the end that is likeliest over all of
them is taken. Another decision says whether the clause has a phrase at all: items of a declaration or of an annex have
none. Words are compared folded, and besides without person and gender, since an Assembly (``تعرب عن قلقها``) and a
Council (``يعرب عن قلقه``) write the same phrase. All offsets are half-open code points.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from model.segmentation.hashed_linear import HashedLinear
from model.text import words
from model.text.folding import fold
from model.text.layout import Layout
from model.text.lazy_regex import lazy_regex
from model.text.leading import leading_phrase
from model.text.numbering import number_of
from model.text.reading_form import ReadingForm

LABELS = ("preambular", "operative")  # only these have leading phrases
REACH = 12  # the phrase ends within as many words
ITALICS = "italics"  # what the evidence is called
ITALICS_CHANCE = 0.995  # how often what begins a clause in italics is its phrase, where the clause is right
MOSTLY = 0.5  # the share of clauses that begin in italics from which on those that do not have no phrase
RULE_CHANCE = 0.96  # how often the set phrases of ``leading_phrase`` are right, over the corpus

_AHEAD = 4  # words behind the last one that are looked at
_WINDOW = 240  # code points in which all of these words stand
_NUMBER_WINDOW = 40
_FRAME = 400  # code points at the text's beginning within which the organ is named

# A word, without the stops around it. ``أيضا`` is a word also where the blank behind it is lost (``أيضاإلى``): no other
# begins so.
_WORD = r"[\p{L}\p{N}][\p{L}\p{N}\p{M}]*+"
_word = lazy_regex(rf"أيضا(?=\p{{L}})|{_WORD}(?:[/\-]{_WORD})*+")
_stop = lazy_regex(r"[،؛.:()\[\]”“«»\"’‘]")
_organ = lazy_regex(r"(?P<G>الجمعيه العامه)|(?P<S>مجلس الامن)|(?P<E>المجلس الاقتصادي)|(?P<H>مجلس حقوق الانسان)")


@dataclass(frozen=True, slots=True)
class Italics:
    """What a source set in italics, as half-open stretches of the reading form in text order, apart; and where it
    begins paragraphs and cells, in order.
    """

    stretches: tuple[tuple[int, int], ...] = ()
    paragraphs: tuple[int, ...] = ()

    def phrase(self, text: str, start: int, end: int, label: str) -> tuple[int, int] | None:
        """The leading phrase of the clause ``text[start:end]`` as its italics say: from its first word behind the
        number on, if that is in italics and no more than ``REACH`` words are. Sources set other things in italics too,
        a whole clause among them.
        """
        found = first_words(text, start, end, label)
        if not found.places:
            return None
        first = found.places[0][0]
        at = bisect_right(self.stretches, first, key=lambda stretch: stretch[0]) - 1
        if at < 0 or self.stretches[at][1] <= first:
            return None
        limit = self.stretches[at][1]
        ends = [last for begin, last in found.places if begin < limit]  # a word that is half in italics belongs to it
        is_whole = _word.search(text, max(ends[-1], limit), end) is None
        return (first, ends[-1]) if len(ends) <= REACH and not is_whole else None

    def fill(self, text: str, phrase: tuple[int, int]) -> bool:
        """Whether no word stands between a phrase and the next paragraph: then all of a paragraph is in italics, which
        does not say how long the phrase is.
        """
        following = bisect_right(self.paragraphs, phrase[0])
        end = self.paragraphs[following] if following < len(self.paragraphs) else len(text)
        return _word.search(text, phrase[1], end) is None


def italics_of(layout: Layout, form: ReadingForm) -> Italics:
    """The italics of a layout in the reading form."""
    found = (form.limits(*stretch) for stretch in layout.italics)
    paragraphs = sorted(form.place(place) for place in (*layout.paragraphs, *layout.cells))
    return Italics(tuple((start, end) for start, end in found if start < end), tuple(paragraphs))


@dataclass(frozen=True, slots=True)
class FirstWords:
    """The first words of a clause behind its number: limits, folded, and the first stop behind each (or nothing).

    The last few of them are there to be looked at only; ``reach`` is how many may end the phrase.
    """

    label: str
    organ: str
    places: tuple[tuple[int, int], ...]
    folded: tuple[str, ...]
    stops: tuple[str, ...]

    @property
    def reach(self) -> int:
        """After how many of the words the phrase may end."""
        return min(REACH, len(self.places))


class Leads:
    """Finds leading phrases; without a model by the set phrases alone."""

    def __init__(self, model: HashedLinear | None) -> None:
        self._model = model

    def lead(self, text: str, start: int, end: int, label: str) -> tuple[tuple[int, int] | None, float]:
        """The limits of the leading phrase of the clause ``text[start:end]``, None where it has none, and the chance
        (0 … 1) that this is right, given that the clause is.
        """
        if label not in LABELS:
            return None, 1.0
        if self._model is None:
            phrase = leading_phrase(text, start, end)
            return phrase, RULE_CHANCE if phrase else 1.0
        found = first_words(text, start, end, label)
        if not found.places:
            return None, 1.0
        presence = self._model.chance(presence_features(found))
        if presence < 0.5:
            return None, 1 - presence
        count, chance = self._likeliest(self._model, found)
        first, last = words.snap(text, found.places[0][0], found.places[count - 1][1])
        return (max(first, start), min(last, end)), presence * chance

    def _likeliest(self, model: HashedLinear, found: FirstWords) -> tuple[int, float]:
        """After how many words the phrase most likely ends, and the chance of it."""
        best, chance, going_on = 1, 0.0, 1.0
        for count, features in enumerate(stop_features(found), start=1):
            stopping = model.chance(features) if count < found.reach else 1.0
            if going_on * stopping > chance:
                best, chance = count, going_on * stopping
            going_on *= 1 - stopping
            if going_on <= chance:
                break
        return best, chance


def first_words(text: str, start: int, end: int, label: str) -> FirstWords:
    """The first words of the clause ``text[start:end]``; none where no word stands in it."""
    start += number_of(text[start : min(end, start + _NUMBER_WINDOW)]).end
    window = text[start : min(end, start + _WINDOW)]
    spans: list[tuple[int, int]] = []
    for match in _word.finditer(window):
        if len(spans) == REACH + _AHEAD or (match.end() == len(window) and start + len(window) < end and spans):
            break  # a word that the window may have cut
        spans.append(match.span())
    limits = [*(first for first, _ in spans[1:]), len(window)]
    stops = (_stop.search(window, last, next_first) for (_, last), next_first in zip(spans, limits, strict=False))
    return FirstWords(
        label,
        _organ_of(text[:_FRAME]),
        tuple((start + first, start + last) for first, last in spans),
        tuple(_fold_word(window[first:last]) for first, last in spans),
        tuple(stop[0] if stop is not None else "" for stop in stops),
    )


def presence_features(found: FirstWords) -> list[str]:
    """What tells whether a clause has a leading phrase."""
    label, organ = found.label, found.organ
    one, two, three = (*found.folded, "$", "$", "$")[:3]
    plain = _impersonal(one)
    return [
        *("has", f"has|{label}", f"has|{organ}", f"has|{organ} {label}", f"has. {found.stops[0]}"),
        *(f"has1 {one}", f"has2 {one} {two}", f"has3 {one} {two} {three}"),
        *(f"has~ {plain}", f"has~~ {plain} {_impersonal(two)}", f"has< {one[:2]}", f"has> {one[-2:]}"),
    ]


def stop_features(found: FirstWords) -> Iterator[list[str]]:
    """What tells whether the phrase ends after the first word, after the second, and so on."""
    organ, label = found.organ, found.label
    exact = (*found.folded, *("$",) * _AHEAD)
    plain = (*map(_impersonal, found.folded), *("$",) * _AHEAD)
    phrase = like = ""
    before = before_like = "^"
    for place in range(found.reach):
        one, two, three, four = exact[place : place + 4]
        like_1, like_2, like_3, like_4 = plain[place : place + 4]
        stop = found.stops[place]
        phrase, like = f"{phrase} {one}", f"{like} {like_1}"
        yield [
            *(f"P {phrase}", f"P1 {phrase}|{two}", f"P2 {phrase}|{two} {three}", f"P3 {phrase}|{two} {three} {four}"),
            *(f"p {like}", f"p1 {like}|{like_2}", f"p2 {like}|{like_2} {like_3}"),
            *(f"W {one}", f"W1 {one}|{two}", f"W2 {one}|{two} {three}", f"W- {before} {one}|{two}"),
            *(
                f"w {like_1}",
                f"w1 {like_1}|{like_2}",
                f"w2 {like_1}|{like_2} {like_3}",
                f"w- {before_like} {like_1}|{like_2}",
            ),
            *(
                f"N {two}",
                f"N2 {two} {three}",
                f"n {like_2}",
                f"n2 {like_2} {like_3}",
                f"n3 {like_2} {like_3} {like_4}",
            ),
            *(f"M {three}", f"< {two[:3]}", f"<< {two[:4]}", f"> {two[-3:]}", f">< {one[-2:]}|{two[:3]}"),
            *(f"w< {one[:3]}", f"w> {one[-3:]}", f"-+ {before_like}|{like_2}"),
            *(f". {stop}", f".# {place} {stop}", f"# {label} {place}", f"@ {organ} {place}"),
            *(f"@p {organ}|{like}", f"@p1 {organ}|{like}|{like_2}", f"@p2 {organ}|{like}|{like_2} {like_3}"),
            *(
                f"@w1 {organ}|{like_1}|{like_2}",
                f"1 {plain[0]}|{like_1}|{like_2}",
                f"2 {plain[0]} {plain[1]}|{like_1}|{like_2}",
            ),
        ]
        before, before_like = one, like_1


def _organ_of(frame: str) -> str:
    """Which organ speaks: the first that the beginning of the text names; nothing where it names none."""
    found = _organ.search(fold(frame))
    return found.lastgroup or "" if found is not None else ""


@lru_cache(maxsize=1 << 14)
def _fold_word(word: str) -> str:
    return fold(word).strip()


@lru_cache(maxsize=1 << 14)
def _impersonal(word: str) -> str:
    """A folded word without the prefix of a verb's person and the suffix that says whose."""
    if len(word) > 3 and word[0] in "تين":
        word = f"@{word[1:]}"
    for suffix in ("ها", "نا", "ه"):
        if len(word) - len(suffix) > 2 and word.endswith(suffix):
            return f"{word[: -len(suffix)]}#"
    return word
