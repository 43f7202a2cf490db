"""Whose resolution a cited number is, and the symbol of the document that it is.

What numbers look like tells most of it: the Security Council's carry their year in brackets, the Economic and Social
Council's begin with it, the General Assembly's and the Human Rights Council's with the session. Those two are told
apart by the words around the number and by its date, since the sessions of each are of known years.
"""

from dataclasses import dataclass
from typing import Literal

from model.annotation.metadata import PREFIXES

Body = Literal["assembly", "security", "economic", "rights", "commission", "subcommission", "council", "other"]
Shape = Literal["session", "special", "emergency", "year", "turned year", "bracketed year", "roman", "own form"]
Gender = Literal["feminine", "masculine", ""]

_SERIES: dict[Body, str] = {
    "assembly": PREFIXES["GA"],
    "security": PREFIXES["SC"],
    "economic": PREFIXES["ECOSOC"],
    "rights": PREFIXES["HRC"],
    "commission": "E/CN.4/RES/",
    "subcommission": "E/CN.4/SUB.2/RES/",
}
_FIRST_SLASHED = 31  # the Assembly's first session (1976) whose resolutions are numbered 31/1 …
_FEW = 60  # more resolutions than the Human Rights Council or a commission adopts at one session


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a resolution as it is cited.

    ``first`` and ``second`` in the order in which they stand: of ``58/170`` session and serial number, of ``2282
    (2016)`` serial number and year, of ``1514 (د-15)`` serial number and session. ``parts`` are letters such as ``A``
    or ``A-C``, ``session`` the Roman kind of session (``S-``, ``ES-``), ``year`` that of the date behind the number.
    """

    shape: Shape
    first: int
    second: int
    parts: str = ""
    session: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Citing:
    """What the words around a number say about whose it is.

    ``said`` is the body that they name; ``gender`` that of the pronoun (``قرارها``, ``قراره``); ``own`` the body whose
    resolution the text is; ``before`` the body that was last spoken of, of that gender where there is one. ``listed``
    is said of numbers for which all this stands before another number.
    """

    said: Body | None = None
    gender: Gender = ""
    own: Body | None = None
    before: Body | None = None
    listed: bool = False


def symbol_of(number: Number, body: Body | None) -> str:
    """The symbol as documents have it in a project: ``A/RES/58/170``, ``A/RES/66/240 A``, ``S/RES/2282 (2016)``,
    ``E/RES/2021/21``, ``A/HRC/RES/43/17``, ``A/RES/1514 (XV)``.

    Where the body has no such symbols or is not known, the number in western writing (``61/2``, ``668 (XXI)``).
    """
    if number.shape == "own form":
        return number.parts
    series = _SERIES.get(body or "other", "")
    parts = f" {number.parts}" if number.parts else ""
    if number.shape == "bracketed year":
        return f"{series}{number.first} ({number.second})"
    if number.shape == "roman":
        return f"{series}{number.first}{parts} ({number.session}{_roman(number.second)})"
    first, second = number.first, number.second
    if body is not None and _turned(number, body):
        first, second = second, first
    return f"{series}{number.session}{first}/{second}{parts}"


def body_of(number: Number, citing: Citing) -> Body | None:
    """Whose resolution it is, if it can be told and has a symbol."""
    match number.shape:
        case "bracketed year":
            return None if citing.said == "other" else "security"
        case "own form":
            return None
        case "emergency":
            return "assembly"
        case "special":
            return _of_two(number, citing)
        case "year" | "turned year":
            return _by_year(number, citing)
        case "roman":
            return _by_roman(number, citing)
        case _:
            return _by_session(number, citing)


def may_be_of(number: Number, citing: Citing, body: Body) -> bool:
    """Whether a number whose body nothing says can be that of the others in its list."""
    fits = number.year is None and (body == "rights" or _slashed(number))
    return number.shape == "session" and citing.said is None and fits


def _by_year(number: Number, citing: Citing) -> Body | None:
    """``2021/21``: the Economic and Social Council's, or until 2006 the Commission on Human Rights'."""
    said = "economic" if citing.said == "council" else citing.said
    if said in ("economic", "commission", "subcommission"):
        return said
    if said is not None or number.shape == "turned year":
        return None
    if citing.gender == "feminine":
        return citing.before if citing.before in ("commission", "subcommission") else None
    if citing.own == "economic" or (citing.gender and citing.before != "other"):
        return "economic"
    if citing.before in ("commission", "subcommission"):
        return citing.before
    return "economic" if number.first > 2006 or citing.before in ("economic", "council") else None


def _by_roman(number: Number, citing: Citing) -> Body | None:
    """``1514 (د-15)``: the Assembly's until 1975, the Economic and Social Council's until 1977, or another body's."""
    said = "economic" if citing.said == "council" else citing.said
    if said in ("assembly", "economic"):
        return said
    if said is not None:
        return None
    if number.session:
        return "assembly" if number.year is None or number.year <= 1976 else None
    # In each of its sessions the Assembly adopted about a hundred, the Council about thirty.
    many = number.first > 50 * number.second or number.second <= 2
    early = number.year is None or number.year <= 1978
    if citing.gender == "masculine" or (citing.own == "economic" and not citing.gender):
        if many and number.second > 2 and not citing.gender:
            return "assembly"
        council = citing.before != "other" or citing.own == "economic"
        return "economic" if council and early else None
    return "assembly" if many else None


def _by_session(number: Number, citing: Citing) -> Body | None:
    """``43/17``: the Assembly's or the Human Rights Council's, or another body's."""
    dated = number.year is not None
    assembly, rights = _fits(number, "assembly"), _fits(number, "rights")
    if number.year is not None and citing.said is None and citing.own != "rights" and not citing.listed:
        rights = _met("rights", number.first, number.year)  # other bodies have small numbers too
    said = "rights" if citing.said == "council" else citing.said
    if said in ("assembly", "rights"):
        if citing.listed and dated and assembly != rights:
            return "assembly" if assembly else "rights"
        return said
    if said is not None:
        return None
    plainly = number.first >= _FIRST_SLASHED and (number.parts != "" or number.second > _FEW)
    if citing.gender != "masculine" and (assembly or plainly):
        return "assembly"
    if dated:
        return "rights" if rights and citing.gender != "feminine" else None
    if citing.gender == "feminine":
        return "assembly" if citing.before in (None, "assembly") and _slashed(number) else None
    if citing.gender == "masculine":
        return "rights" if citing.own == "rights" or citing.before == "rights" else None
    if citing.own == "rights" and (citing.before != "assembly" or not _slashed(number)):
        return "rights"
    if citing.before == "rights" and citing.own != "assembly":
        return "rights"
    return "assembly" if citing.own is not None and _slashed(number) else None


def _of_two(number: Number, citing: Citing) -> Body | None:
    """A special session's: the Assembly's or the Human Rights Council's."""
    said = "rights" if citing.said == "council" else citing.said
    if said is not None:
        return said if said in ("assembly", "rights") else None
    if citing.gender:
        return "assembly" if citing.gender == "feminine" else "rights"
    for body in (citing.own, citing.before):
        if body in ("assembly", "rights"):
            return body
    return None


def _slashed(number: Number) -> bool:
    """Whether the Assembly can have had it, going by the session alone."""
    return max(number.first, number.second) >= _FIRST_SLASHED


def _fits(number: Number, body: Body) -> bool:
    """Whether the body met in the session, written before or behind the stroke, in the year of the date."""
    return number.year is not None and (_met(body, number.first, number.year) or _met(body, number.second, number.year))


def _met(body: Body, session: int, year: int) -> bool:
    """The Assembly's 31st session lasted from 1976 to 1977; the Human Rights Council has met three times a year
    since 2006."""
    if body == "assembly":
        return session >= _FIRST_SLASHED and year - session in (1945, 1946)
    return session >= 1 and year == 2006 + (session - 1) // 3


def _turned(number: Number, body: Body) -> bool:
    """Whether the number stands the other way round (``149/62``), as it does after a change of direction."""
    if number.shape == "turned year":
        return True
    if number.shape != "session" or body not in ("assembly", "rights"):
        return False
    if number.year is not None and _fits(number, body):
        return not _met(body, number.first, number.year)
    return number.first > 100 > number.second


def _roman(number: int) -> str:
    """A number from 1 to 99 in Roman figures."""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return tens[number // 10 % 10] + ones[number % 10]
