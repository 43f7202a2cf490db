"""Resolutions that renew an earlier one, and how differently the two are indexed.

A resolution renews the last one before it, of the same organ and another session, that has the same title, folded; of
several parts of one session (261 A, 261 B) the one whose text is most like its own. Where none has its title, it
renews one whose text is nearly the same: a cosine of at least ``ALIKE``, and of those hardly less alike than the most
alike (``NEARLY``) the latest. In the corpus of resolutions that threshold parts renewals from the rest: those above it
are renewals, as far as looked at; between it and 0.65 begin parts of budgets, and one mission after another.

Where sessions are years (the Security Council), mandates are renewed within one: there 60 days are enough.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from model.consistency.similarity import Texts
from model.consistency.values import Named
from model.progress import ProgressCallback
from model.vocabulary.concepts import label_key
from model.vocabulary.label_words import words

ALIKE, NEARLY = 0.75, 0.1
_DAYS_APART = 60
_FIRST_SESSION = 1945  # session n of the General Assembly begins in September of 1945 + n
_year = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Dated:
    """A document with what is known of its organ, session, day of adoption (ISO) and title."""

    document: Named
    organ: str | None
    session: str | None
    adopted: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A document and the one that it renews; see ``values.Renewal``."""

    earlier: Named
    later: Named
    same_title: bool
    similarity: float


def renewed(documents: Sequence[Dated], texts: Texts, on_progress: ProgressCallback) -> list[Pair]:
    """What renews what, in the order of time. ``texts`` are those of the documents, in their order.

    ``on_progress`` is called with how many documents were looked at and how many there are to look at.
    """
    in_time = sorted(range(len(documents)), key=lambda at: (_moment(documents[at]), at))
    place = {at: number for number, at in enumerate(in_time)}
    title_mates: dict[tuple[str | None, str], list[int]] = {}
    chosen: dict[int, tuple[int, bool, float]] = {}
    same_title: list[tuple[int, list[int]]] = []
    others: list[int] = []
    for at in in_time:
        title = " ".join(words(label_key(documents[at].title or "")))
        mates = title_mates.setdefault((documents[at].organ, title), []) if title else []
        before = [mate for mate in mates if _apart(documents[mate], documents[at])]
        if before:
            last = [mate for mate in before if documents[mate].session == documents[before[-1]].session]
            same_title.append((at, last))
        else:
            others.append(at)
        mates.append(at)
    alike = iter(texts.pairs([(at, mate) for at, mates in same_title for mate in mates]))
    for at, mates in same_title:
        similarity, _, mate = max((next(alike), place[mate], mate) for mate in mates)
        chosen[at] = (mate, True, similarity)
    for looked_at, (at, row) in enumerate(texts.rows(others), start=1 + len(same_title)):
        on_progress(looked_at, len(documents))
        found = [(float(row[other]), other) for other in (row >= ALIKE).nonzero()[0].tolist() if other != at]
        found = [each for each in found if place[each[1]] < place[at] and _apart(documents[each[1]], documents[at])]
        if found:
            most = max(found)[0]
            _, similarity, mate = max((place[other], value, other) for value, other in found if value >= most - NEARLY)
            chosen[at] = (mate, False, similarity)
    return [
        Pair(documents[chosen[at][0]].document, documents[at].document, chosen[at][1], chosen[at][2])
        for at in in_time
        if at in chosen
    ]


def _moment(document: Dated) -> str:
    """When a document was adopted, as far as that can be told, for sorting."""
    session = document.session or ""
    if document.adopted:
        return document.adopted
    if session.isdecimal() and len(session) < 4:
        return str(_FIRST_SESSION + int(session))
    return session if _year.fullmatch(session) else ""


def _apart(earlier: Dated, later: Dated) -> bool:
    """Whether the one may renew the other: of the same organ, and not of the same session."""
    if earlier.organ != later.organ:
        return False
    if earlier.session != later.session or earlier.session is None:
        return True
    if _year.fullmatch(earlier.session) is None or not earlier.adopted or not later.adopted:
        return False
    try:
        days = date.fromisoformat(later.adopted) - date.fromisoformat(earlier.adopted)
    except ValueError:
        return False
    return days.days >= _DAYS_APART
