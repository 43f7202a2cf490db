"""Paragraphs without a leading phrase, where those like them have theirs.

In some documents, and in some parts of others, none are marked: there nothing is missing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from model.annotation import nesting
from model.annotation.layers import Layer
from model.annotation.values import Span
from model.checking.findings import Mend, Problem
from model.checking.paragraph_order import OPERATIVE, PREAMBULAR
from model.checking.reading import Reading
from model.errors import UserError
from model.text import words
from model.text.leading import leading_phrase
from model.text.words import BIDI_MARKS

# An imperfect verb (of she, he and we), or the words that open a recital. Nouns open the items of programmes.
_VERB = re.compile(rf"[{BIDI_MARKS}]*(?:و?إذ|وقـ*د|و?[تين](?!ـ*َ?[يا]))[\u064b-\u0652ء-يﻵ-ﻼ]*[\s،(]")
_MOST = 0.9  # share of a document's paragraphs that have theirs, from which on a part of two counts too


@dataclass(slots=True)
class _Group:
    """The paragraphs of one label in one part."""

    with_lead: int = 0
    without: list[Span] = field(default_factory=list[Span])


def missing_leads(reading: Reading, *, done: bool) -> Iterator[Problem]:
    """Operative and preambular paragraphs that open with a verb and have no leading phrase.

    ``done``: the leading phrases are said to be all marked; then nothing is left to what the others have.
    """
    layer = next(iter(reading.scheme.layers_within(reading.layer.id)), None) if reading.layer is not None else None
    if layer is None or not layer.labels:
        return
    groups = _groups(reading)
    led = sum(group.with_lead for group in groups)
    unled = sum(len(group.without) for group in groups)
    mostly = led >= _MOST * (led + unled)
    for group in groups:
        usual = group.with_lead > len(group.without) or (mostly and len(group.without) <= 2) or done
        for clause in group.without if usual else ():
            problem = _problem(reading, layer, clause)
            if problem is not None:
                yield problem


def _groups(reading: Reading) -> list[_Group]:
    held = nesting.holders(sorted(reading.leads(), key=lambda span: (span.start, -span.end)), reading.clauses)
    with_lead = {holder.id for _, holder, _ in held if holder is not None}
    found: list[_Group] = []
    part: dict[str, _Group] = {}
    for clause in reading.tops:
        if clause.label not in (PREAMBULAR, OPERATIVE):
            part = {}
        elif not reading.in_annex(clause):
            if clause.label == PREAMBULAR:
                part.pop(OPERATIVE, None)
            if clause.label not in part:
                part[clause.label] = _Group()
                found.append(part[clause.label])
            if clause.id in with_lead:
                part[clause.label].with_lead += 1
            else:
                part[clause.label].without.append(clause)
    return found


def _problem(reading: Reading, layer: Layer, clause: Span) -> Problem | None:
    text = reading.text
    start = clause.start + reading.opening(clause).end
    if (words.recital if clause.label == PREAMBULAR else _VERB).match(text, start, clause.end) is None:
        return None
    phrase = leading_phrase(text, clause.start, clause.end)
    if phrase is None:
        return None
    said = UserError("Mark “{phrase}”", phrase=reading.source[slice(*phrase)])
    mend = Mend("mark", said, None, *phrase, layer.labels[0].id)
    return Problem("lead", clause.id, *clause.limits, UserError("The leading phrase is not marked."), mend)
