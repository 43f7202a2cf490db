"""What a text is read for when descriptors are suggested: its words, its title, where its clauses begin, what it cites.

Texts are read in their reading form (``model.text.reading_form``), so that older typography makes no difference. Words
are compared folded (``model.text.folding``) and as stems: without the particles and the article that are written
together with a word, and without the commonest endings. Stops divide: no label runs over one (in trials, a matcher of
labels that ran over Arabic commas found half as much as one that did not).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from model.annotation import metadata
from model.text.folding import fold
from model.text.lazy_regex import lazy_re
from model.text.reading_form import reading_form

LEAD = 15  # words behind the beginning of a clause that count as its first words
_token = lazy_re(r"[،؛:.؟()\[\]\"”“«»]|[^\W\d_]+|\d+(?:/\d+)*")
# Begins with what it looks for, which the library then finds at once: three times as fast as to look behind first.
_cited = lazy_re(r"(\d(?<![\d/].)\d{0,3})(?:/(\d{1,3})(?![\d/])| ?\(((?:19|20)\d\d)\))")
_particle = lazy_re(r"(?:[وف]?(?:بال|كال|لل|ال)|[وفبل](?=...))")
_ending = lazy_re(r"(?:ات|ون|ين|ها|هم|نا|يه|ه|ي)$")
_SHORT = 4  # letters: a word of no more is a stem as it is
_LEAST_LEFT = 3  # letters of a word without its particles: بالاو, Palau, is not «او», or
_ENDS = frozenset(".؛")
_OPENINGS = frozenset({"واذ", "اذ"})


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text, read. ``stems`` has None where a stop stands; ``words`` are the same without stops, folded only.

    ``leads`` says of each place in ``stems`` whether it is among the first words of a clause. ``cited`` are the numbers
    of resolutions as they are written (``60/1``, ``1325 (2000)``), each once, in order; ``number`` the text's own.
    ``bare`` are as ``stems``, with their endings: what is the same so is the same word. ``day`` is that of its
    adoption, counted in days (``date.toordinal``); 0 where it is not known.
    """

    words: tuple[str, ...]
    stems: tuple[str | None, ...]
    leads: tuple[bool, ...]
    title_words: tuple[str, ...]
    title_stems: tuple[str | None, ...]
    cited: tuple[str, ...]
    number: str
    organ: str
    bare: tuple[str | None, ...] = ()
    title_bare: tuple[str | None, ...] = ()
    day: int = 0

    @property
    def title_places(self) -> range:
        """Where the title stands among ``stems``; an empty range where it is not in the text."""
        title, size = self.title_stems, len(self.title_stems)
        for place, stem in enumerate(self.stems) if title else ():
            if stem == title[0] and self.stems[place : place + size] == title:
                return range(place, place + size)
        return range(0)

    def has(self, kind: str) -> bool:
        """Whether the text has features of one of ``vectors.KINDS``."""
        parts = {"words": self.words, "letters": self.words, "cited": self.cited}
        return bool(parts.get(kind, self.title_words))


def read_text(
    text: str,
    title: str | None = None,
    symbol: str | None = None,
    organ: str | None = None,
    adopted: str | None = None,
) -> ReadText:
    """Read a text. What is not given of its title, symbol, organ and day of adoption (ISO) is recognised in it."""
    form = reading_form(text).text
    known = metadata.Metadata()
    if title is None or symbol is None or organ is None or adopted is None:
        known = metadata.recognise(form, "")
    title = reading_form(title).text if title else known.title or ""
    symbol = symbol or known.symbol or ""
    adopted = adopted or known.adopted
    folded = fold(form)
    tokens = _token.findall(folded)
    title_tokens = _token.findall(fold(title))
    number = number_of(symbol)
    return ReadText(
        words=_words(tokens),
        stems=stems_of(tokens),
        leads=_leads(tokens),
        title_words=_words(title_tokens),
        title_stems=stems_of(title_tokens),
        cited=tuple(each for each in _citations(folded) if each != number),
        number=number,
        organ=organ or known.organ or "",
        bare=bare_of(tokens),
        title_bare=bare_of(title_tokens),
        day=_day(adopted or "") or _middle_of_year(number),
    )


def places_of(folded: str) -> list[tuple[int, int]]:
    """Where the tokens of ``ReadText.stems`` stand in the folded text."""
    return [found.span() for found in _token.finditer(folded)]


def stems_of(tokens: Iterable[str]) -> tuple[str | None, ...]:
    """The stem of each token; None for a stop."""
    return _of_each(tokens, stem)


def bare_of(tokens: Iterable[str]) -> tuple[str | None, ...]:
    """Each token without particles and article; None for a stop."""
    return _of_each(tokens, bare)


def _of_each(tokens: Iterable[str], read: Callable[[str], str]) -> tuple[str | None, ...]:
    """What is read of each token, once for all that are alike; None for a stop."""
    tokens = tuple(tokens)
    found = {token: read(token) if token[0].isalnum() else None for token in set(tokens)}
    return tuple(map(found.__getitem__, tokens))


def _words(tokens: Sequence[str]) -> tuple[str, ...]:
    words = {token for token in set(tokens) if token[0].isalnum()}
    return tuple(token for token in tokens if token in words)


def label_bare(label: str) -> tuple[str, ...]:
    """As ``label_stems``, with the endings of the words."""
    return tuple(each for each in bare_of(_label_tokens(label)) if each is not None)


def label_stems(label: str) -> tuple[str, ...]:
    """The stems of a label's words, without what stands in brackets (``الحرب (القانون الدولي)``)."""
    return tuple(each for each in stems_of(_label_tokens(label)) if each is not None)


def _label_tokens(label: str) -> list[str]:
    return _token.findall(re.sub(r"\(.*?\)", " ", fold(label)))


@lru_cache(maxsize=1 << 17)
def bare(word: str) -> str:
    """A folded word without the particles and the article that are written together with it."""
    if len(word) > _SHORT:
        found = _particle.match(word)
        if found is not None and len(word) - found.end() >= _LEAST_LEFT:
            word = word[found.end() :]
    return word


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """A folded word without particles, article and one of the commonest endings."""
    word = bare(word)
    if len(word) > _SHORT:
        found = _ending.search(word)
        word = (word[: found.start()] if found is not None else word) or word
    return word


def number_of(symbol: str) -> str:
    """The number by which others cite a resolution of that symbol: ``A/RES/74/37`` is cited as ``74/37``."""
    found = re.search(r"(?:RES|DEC)/(.+)$", symbol)
    return re.sub(r"\s+", " ", found[1]).strip() if found is not None else ""


def _day(iso: str) -> int:
    """A day as ``ReadText`` has it; 0 for what is no date, which a project file may hold."""
    try:
        return date.fromisoformat(iso).toordinal()
    except ValueError:
        return 0


def _middle_of_year(number: str) -> int:
    """The day that stands for all of the year in a number of the Security Council (``2701 (2023)``); 0 for others."""
    found = re.search(r"\((\d{4})\)$", number)
    return date(max(1, int(found[1])), 7, 1).toordinal() if found is not None else 0


def _citations(folded: str) -> Iterable[str]:
    found = (
        f"{match[1]}/{match[2]}" if match[2] else f"{match[1]} ({match[3]})"
        for match in _cited.finditer(folded)
        if not (match[2] and folded[max(0, match.start() - 1) : match.start()] == ".")
    )
    return dict.fromkeys(found)


def _leads(tokens: Sequence[str]) -> tuple[bool, ...]:
    """The first words behind ``إذ`` and behind a paragraph's number, up to a stop."""
    found = [False] * len(tokens)
    stops = {token for token in set(tokens) if not token[0].isalnum()}
    numbers = {token for token in set(tokens) if len(token) < 3 and token.isdecimal()}
    after = 0  # words since the beginning of the clause; 0 where none has begun
    before = ""
    for place, token in enumerate(tokens):
        if token in stops:
            after = 0
        elif token in _OPENINGS or (token in numbers and before in _ENDS):
            after = 1
        elif after:
            found[place] = after <= LEAD
            after += 1
        before = token
    return tuple(found)
