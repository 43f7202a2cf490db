"""The check ``lead``: paragraphs without a leading phrase where similar ones have theirs.

In some documents, and in some parts of others, no leading phrases are marked: nothing is missing there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from model.annotation import nesting
from model.annotation.values import Span
from model.checking.clause_tree import OPERATIVE, PREAMBULAR, ClauseTree
from model.checking.problems import Fix, Problem
from model.errors import UserError
from model.text import words
from model.text.leading import leading_phrase
from model.text.words import BIDI_MARKS

# An imperfect verb (of she, he and we), or the words that open a recital. Items of programmes open with nouns.
_VERB = re.compile(rf"[{BIDI_MARKS}]*(?:و?إذ|وقـ*د|و?[تين](?!ـ*َ?[يا]))[\u064b-\u0652ء-يﻵ-ﻼ]*[\s،(]")
_MOST = 0.9  # share of paragraphs with a leading phrase from which on groups with one or two exceptions count as well


@dataclass(slots=True)
class _Group:
    """The paragraphs of one label in one part."""

    with_lead: int = 0
    without: list[Span] = field(default_factory=list[Span])


def missing_leads(tree: ClauseTree) -> Iterator[Problem]:
    """Operative and preambular paragraphs that open with a verb and have no leading phrase; all of them if the task of
    the leading phrases is done.
    """
    layers = () if tree.layer is None else tree.scheme.layers_within(tree.layer.id)
    if not layers or not layers[0].labels:
        return
    done = any(layer.id in tree.done for layer in layers)
    groups = _groups(tree)
    led = sum(group.with_lead for group in groups)
    mostly = led >= _MOST * (led + sum(len(group.without) for group in groups))
    for group in groups:
        if group.with_lead > len(group.without) or (mostly and len(group.without) <= 2) or done:
            for clause in group.without:
                yield from _problem(tree, layers[0].labels[0].id, clause)


def _groups(tree: ClauseTree) -> list[_Group]:
    leads = sorted(tree.leads(), key=lambda span: (span.start, -span.end))
    with_lead = {parent.id for _, parent, _ in nesting.holders(leads, tree.clauses) if parent is not None}
    found: list[_Group] = []
    part: dict[str, _Group] = {}
    for clause in tree.tops:
        if clause.label not in (PREAMBULAR, OPERATIVE):
            part = {}
        elif not tree.in_annex(clause):
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


def _problem(tree: ClauseTree, label: str, clause: Span) -> Iterator[Problem]:
    start = clause.start + tree.opening(clause).end
    verb = words.recital if clause.label == PREAMBULAR else _VERB
    if verb.match(tree.text, start, clause.end) is None:
        return
    phrase = leading_phrase(tree.text, clause.start, clause.end)
    if phrase is not None:
        message = UserError("Mark “{phrase}”", phrase=tree.source[slice(*phrase)])
        fix = Fix("mark", message, None, *phrase, label)
        yield Problem("lead", clause.id, *clause.limits, UserError("The leading phrase is not marked."), fix)
