"""References of a text: the resolutions it cites, document symbols, dates and footnote marks.

**Resolution** (feature ``value``: the symbol of its document): the number, with the letters of its parts (``66/240
ألف`` → ``A/RES/66/240 A``), where the word ``قرار`` in any of its forms stands before it or before the list in which it
goes on. ``58/170`` → ``A/RES/58/170``, ``2282 (2016)`` → ``S/RES/2282 (2016)``, ``1514 (د-15)`` → ``A/RES/1514 (XV)``,
``دإط-10/15`` → ``A/RES/ES-10/15``, ``2021/21`` → ``E/RES/2021/21``, of the Human Rights Council ``43/17`` →
``A/HRC/RES/43/17``, of the Commission before it ``2004/63`` → ``E/CN.4/RES/2004/63``. Whose a number is, say the words
around it (``قرار مجلس حقوق الإنسان``), the pronoun (``قرارها`` is the Assembly's), the body whose resolution the text
is, and the date. Where the body is another one or is not known, the value is the number alone (``61/2``, ``7/2019``).
A number that stands the wrong way round is turned (``149/62`` of 2007 → ``A/RES/62/149``); one of the Security Council
without its year is a citation where the text gives the year elsewhere. None are: decisions (``مقرر``), spans of years
(``2019/2020``), laws and other things with a number, and the number by which the resolution calls itself.

**Symbol** (``value``: as the United Nations writes it): what begins with Latin capitals, goes on after a stroke and has
figures there: ``A/59/503/Add.2``, ``S/PRST/2020/1``, ``A/RES/60/180``, ``GC(63)/RES/7``; two symbols of one document
that a hyphen joins are one (``A/75/873-S/2021/437``). Other organisations' documents are found too.

**Date** (``iso``): a month with its year, and the day where there is one: ``20 كانون الأول/ديسمبر 2004`` →
``2004-12-20``, ``أيار/مايو 2019`` → ``2019-05``. Each date of a range or list is one reference, also where they share a
month or year: ``3 إلى 14 حزيران/يونيه 1992`` are ``3`` (``1992-06-03``) and ``14 حزيران/يونيه 1992`` (``1992-06-14``);
so each value is one date. A date whose year is not said there is none, nor is a day that its month does not have. A
month by one of its names alone counts where day and year stand with it.

**Footnote** (``value``: the figure, if there is one): ``()``, ``( )``, and ``(7)`` where it touches a word, a quote, a
year or a citation: a number after a blank is a sub-clause's or counts something, and that of ``المادة 14(3)`` a
paragraph's.

A text is read in its reading form (``model.text.reading_form``), folded. Limits lie at the first and the last character
of the text that count.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from model.references.cited_resolutions import folded_citations
from model.references.dates import folded_dates
from model.text import words
from model.text.folding import Stretches, fold_with_stretches
from model.text.lazy_regex import lazy_re
from model.text.normalizing import normalized
from model.text.reading_form import ReadingForm, reading_form

ReferenceLabel = Literal["resolution", "symbol", "date", "footnote"]

_mark = lazy_re(r"\((?: ?\)|(?P<number>[1-9]\d{0,2})\)(?![^\W_]|/|\((?!\d)))")
# What a mark with a number touches: a letter that is not Latin, a quote or bracket, a year, a citation.
_touched = lazy_re(r"(?:[^\W\da-z_]|[”“\"»)]|(?<!\d)(?:1[89]|2[01])\d\d|/\d{1,3})\Z")
# Brackets of two things that met the wrong way round: ``14(3()د)``, ``2140 (2014()المشار إليها``.
_no_mark = lazy_re(r"\([^()]{1,40}\Z")

_COMPONENT = r"[a-z0-9][a-z0-9.\-]{0,30}(?:\([a-z0-9.]{1,8}\))?"
_symbol = lazy_re(
    r"(?<![a-z0-9/.\-@_:])[a-z][a-z0-9.\-]{0,20}(?: ?\([a-z0-9.]{1,8}\))?"
    rf"(?://?{_COMPONENT}){{0,11}}//?(?P<last>{_COMPONENT})(?![a-z0-9])"
)
# What goes on behind a blank: ``S/RES/1645 (2005)``, ``CM/Res.1153 (XLVIII)``, ``A/74/6 (Sect. 3)``.
_tail = lazy_re(
    r"(?<=/res/\d{3}) ?\((?:19|20)\d\d\)|(?<=/res/\d{4}) ?\((?:19|20)\d\d\)"
    r"| ?\((?:vol|part|sect)\.? ?[ivx\d]{1,4}[a-z]?\)"
)
_african = lazy_re(r"(?: \d{1,3})? ?\([ivxlcdm]{1,8}\)")
_CAPITALS = re.compile(r"(?:[A-Z][A-Z0-9.\-]*(?:\([A-Z0-9.]+\))?|Assembly|Ext)/")
_FIGURES = re.compile(r"/.*\d|\([IVXLCDM]+\)")
# A resolution's number, the subtypes of a virus, quarters and financial years are no symbols.
_NO_SYMBOL = re.compile(r"[A-Z]{1,2}-\d+/[\d.]+|.*/\(?H\d+N\d+|(?:Q|FY|H)\d+/\d+|(?:HTTPS?|WWW|ISO|IEC)/.*")


@dataclass(frozen=True, slots=True)
class FoundReference:
    """A reference in a text: half-open code points, a label's id of the layer ``reference``, its features."""

    start: int
    end: int
    label: ReferenceLabel
    features: tuple[tuple[str, str], ...] = ()

    @property
    def limits(self) -> tuple[int, int]:
        """``(start, end)`` in code points."""
        return self.start, self.end


def references(text: str) -> tuple[FoundReference, ...]:
    """The references of a text in text order, never two of one label at the same limits (see the module)."""
    form = reading_form(text)
    folded, stretches = fold_with_stretches(form.text)
    places = _Places(form, stretches)
    dates = folded_dates(folded)
    found = [
        *(places.found(date.start, date.end, "date", ("iso", date.iso)) for date in dates),
        *(
            places.found(citation.start, citation.end, "resolution", ("value", citation.symbol))
            for citation in folded_citations(folded, dates)
        ),
        *_symbols(folded, places),
        *_footnotes(folded, places),
    ]
    return tuple(sorted(found, key=lambda each: (each.start, -each.end, each.label)))


@dataclass(frozen=True, slots=True)
class _Places:
    """The way back from a folded text: to what its characters were in the reading form, and to the text itself."""

    form: ReadingForm
    stretches: Stretches

    def read(self, start: int, end: int) -> str:
        """What stands in the reading form between limits in the folded text."""
        return self.form.text[slice(*self.stretches.source_limits(start, end))]

    def found(self, start: int, end: int, label: ReferenceLabel, *features: tuple[str, str]) -> FoundReference:
        """A reference from limits in the folded text."""
        start, end = self.stretches.source_limits(start, end)
        start, end = self.form.source_place(start), self.form.source_place(end - 1) + 1
        return FoundReference(*words.snap(self.form.source, start, end), label, features)


def _footnotes(folded: str, places: _Places) -> Iterator[FoundReference]:
    """The footnote marks."""
    for found in _mark.finditer(folded):
        number = found["number"]
        after = folded[found.end() : found.end() + 1]
        if number is not None:
            fits = _touched.search(folded, max(0, found.start() - 5), found.start()) is not None
        else:
            between = after.isalpha() or after in ("”", '"')
            fits = not between or _no_mark.search(folded, max(0, found.start() - 42), found.start()) is None
        if not fits:
            continue
        features = () if number is None else (("value", number),)
        yield places.found(found.start(), found.end(), "footnote", *features)


def _symbols(folded: str, places: _Places) -> Iterator[FoundReference]:
    """The document symbols."""
    for found in _symbol.finditer(folded):
        end = found.end()
        tail = _african if found["last"].startswith(("dec", "res.", "comm.")) else _tail
        if (more := tail.match(folded, end)) is not None:
            end = more.end()
        while folded[end - 1] in ".-":
            end -= 1
        value = _as_symbol(places.read(found.start(), end))
        if _CAPITALS.match(value) and _FIGURES.search(value) and not _NO_SYMBOL.fullmatch(value):
            yield places.found(found.start(), end, "symbol", ("value", value))


def _as_symbol(written: str) -> str:
    """A symbol with blanks where the United Nations writes them; ``A/74//L.34`` and ``A/RES72/276`` are put right."""
    plain = normalized("NFKC", written).replace(" ", "")
    symbol = re.sub(r"\bRES(?=\d)", "RES/", plain.replace("//", "/"))
    symbol = re.sub(r"(S/RES/\d+)\((\d{4})\)", r"\1 (\2)", symbol)
    return re.sub(r"\((Part|Vol\.|Sect\.)(.+)\)\Z", r" (\1 \2)", symbol)
