"""The checks ``uncovered`` and ``ending``: words outside all clauses, and clauses without their usual stop."""

from collections.abc import Iterator

from model.annotation.values import Span
from model.checking.clause_tree import OPERATIVE, PREAMBULAR, ClauseTree, first_word, last_word
from model.checking.problems import Fix, Problem
from model.errors import UserError
from model.text import words
from model.text.numbering import number_of
from model.text.reading_form import ReadingForm

_STOPS = {PREAMBULAR: "،؛.:", OPERATIVE: "؛.:", "subclause": "؛.:،"}
_BRACKETED = "source"  # its limits are brackets, if it has any
_CLOSING = "closing"  # the document ends after it
_LONGEST_TITLE = 150  # code points of an item that is a heading: without a stop, and followed by prose of its own
_LONGEST_TYPED = 1_000  # the same with tatweel and marks
_FARTHEST = 400  # code points from a clause's end to the stop to which it would be cut back
_FEW = 3  # words after a stop that seem to belong to the next clause
_QUOTED = 60  # code points of unmarked text that are quoted
_INVISIBLE = dict.fromkeys(map(ord, words.INVISIBLE))


def uncovered(tree: ClauseTree) -> Iterator[Problem]:
    """Words in no clause before the end of the last reported clause; if the task is done or the closing confirmed, to
    the end of the document.
    """
    tops = tree.tops
    reached = max((clause.end for clause in tree.clauses if clause.id in tree.reported), default=0)
    whole = tree.layer is not None and tree.layer.id in tree.done
    whole = whole or (bool(tops) and tops[-1].label == _CLOSING and tops[-1].end <= reached)
    for index, (start, end) in tree.gaps.items():
        if start >= reached and not whole:
            continue
        before = tops[index - 1] if index else None
        if before is not None and _extended_end(tree, before) >= end and not _is_complete(tree, before):
            continue  # ``endings`` reports the clause itself
        message = UserError("In no clause: “{quote}”", quote=_quote(tree.source[start:end]))
        yield Problem("uncovered", None, start, end, message, _cover(tree, index, start, end))


def _quote(text: str) -> str:
    """The beginning of a text, cut between words where possible."""
    form = ReadingForm(text[:_LONGEST_TYPED])
    if len(form.text) <= _QUOTED and len(text) <= _LONGEST_TYPED:
        return text.translate(_INVISIBLE)
    blank = form.text.rfind(" ", 0, _QUOTED)
    return text[: form.source_place(blank if blank > 0 else _QUOTED)].translate(_INVISIBLE) + "…"


def _cover(tree: ClauseTree, index: int, start: int, end: int) -> Fix | None:
    """Add the words to the next clause if they begin it, mark them by their opening, or add them to the clause before
    them.
    """
    tops, text = tree.tops, tree.text
    opening = number_of(text[start : min(end, start + 48)])
    after = tops[index] if index < len(tops) else None
    before = tops[index - 1] if index else None
    if after is not None and after.label in _STOPS and text[end - 1] not in "؛.،:":
        headless = tree.opening(after).kind is None and words.recital.match(text, after.start) is None
        if headless or opening.end >= end - start:
            message = UserError("Begin the clause behind it there")
            return Fix("limits", message, after.id, start, after.end, before=after.limits)
    label = None
    if opening.kind == "digit":
        label = OPERATIVE
    elif words.recital.match(text, start, end) is not None:
        label = PREAMBULAR
    elif opening.kind is not None and before is not None and before.label in tree.items:
        label = before.label
    if label in tree.labels:
        limit = words.next_clause(text, start)[1]
        if limit > end or (label == PREAMBULAR and after is not None):  # a “وإذ” inside a recital opens none
            limit = end
        return Fix("mark", UserError("Mark it as “{label}”", label=label), None, start, limit, label)
    if before is not None and before.label in _STOPS and (opening.kind is not None or not _is_complete(tree, before)):
        return _move_end(before, end, UserError("Take it into the clause before it"))
    return None


def endings(tree: ClauseTree) -> Iterator[Problem]:
    """Clauses without their usual stop; of those that end at the same place, the innermost."""
    ended: set[int] = set()
    for clause in reversed(tree.clauses):
        if clause.label not in _STOPS and clause.label != _BRACKETED:
            continue
        _, end = tree.last_sign(clause)
        if end in ended:
            continue
        if clause.label in _STOPS:
            ended.add(end)
        if not _is_complete(tree, clause):
            yield _open_ended(tree, clause)


def _is_complete(tree: ClauseTree, clause: Span) -> bool:
    text = tree.text
    if clause.label == _BRACKETED:
        return text[clause.start] != "[" or text[clause.start : clause.end].rstrip(words.INVISIBLE + " ").endswith("]")
    stops = _STOPS.get(clause.label)
    if stops is None:
        return True
    sign, end = tree.last_sign(clause)
    return (sign != "" and sign in stops) or (clause.label in tree.items and _is_title(tree, clause, end))


def _is_title(tree: ClauseTree, clause: Span, end: int) -> bool:
    """Whether an item of a list is a short heading, directly followed by a clause."""
    following = tree.following(clause)
    return (
        end - clause.start <= _LONGEST_TYPED
        and len(ReadingForm(tree.text[clause.start : end]).text) <= _LONGEST_TITLE
        and following is not None
        and tree.words_between(clause.end, following.start) is None
        and not set("؛:") & set(tree.text[clause.start : clause.end])
    )


def _open_ended(tree: ClauseTree, clause: Span) -> Problem:
    """The problem of a clause without its stop, at its last word."""
    start = max(clause.start, words.previous_word(tree.text, clause.end))
    if clause.label == _BRACKETED:
        message = UserError("It opens with a bracket and does not end with one.")
    elif tree.last_sign(clause)[0] == "،":
        message = UserError("It ends with a comma.")
    else:
        message = UserError("It ends without a stop.")
    return Problem("ending", clause.id, start, clause.end, message, _complete(tree, clause))


def _complete(tree: ClauseTree, clause: Span) -> Fix | None:
    """Extend a clause to its stop, or cut it back to the one before its end where another clause seems to open."""
    text = tree.text
    back = _cut_back(tree, clause)
    if back is not None:
        following = tree.following(clause)
        if (
            following is not None
            and tree.words_between(clause.end, following.start) is None
            and following.label in _STOPS
            and tree.parent[following.id] == tree.parent[clause.id]
        ):
            start = words.trim(text, back, clause.end)[0]
            message = UserError("Begin the clause behind it at “{word}”", word=first_word(tree.source, start))
            return Fix("limits", message, following.id, start, following.end, before=following.limits)
        return _move_end(clause, back, UserError("Cut it back to “{word}”", word=last_word(tree.source, back)))
    end = _extended_end(tree, clause)
    if end > clause.end:
        return _move_end(clause, end, UserError("Lengthen it to “{word}”", word=last_word(tree.source, end)))
    return None


def _move_end(clause: Span, end: int, message: UserError) -> Fix:
    return Fix("limits", message, clause.id, clause.start, end, before=clause.limits)


def _extended_end(tree: ClauseTree, clause: Span) -> int:
    """The end of a clause extended to its stop; its own end if another clause is in the way."""
    following = tree.following(clause)
    text = tree.text
    limit = len(text) if following is None else following.start
    if clause.end >= limit or clause.label not in (*_STOPS, _BRACKETED):
        return clause.end
    if clause.label == _BRACKETED:
        place = text.find("]", clause.end, limit) if text[clause.start] == "[" else -1
        return place + 1 if place >= 0 else clause.end
    if clause.label == PREAMBULAR:
        end = words.next_clause(text, clause.end)[1]
        return end if end <= limit else clause.end
    found = clause.end
    end, limit = clause.end, min(limit, clause.end + words.LONGEST_STRETCH)
    while (further := words.extend_stop(text, end)) > end and further <= limit:
        end = further
        sign = text[max(clause.start, end - 40) : end].rstrip(words.INVISIBLE + ')]”“»"')[-1:]
        if sign in _STOPS[OPERATIVE]:
            return end
        if found == clause.end and sign in _STOPS[clause.label]:
            found = end  # items may end with a comma if nothing better follows
    return found


def _cut_back(tree: ClauseTree, clause: Span) -> int | None:
    """The offset after the last stop near a clause's end, if another clause seems to open there; None if none does, or
    if a child would be cut.
    """
    inside = max((each.end for each in tree.children.get(clause.id, ())), default=clause.start)
    stops = _STOPS.get(clause.label, "")
    for place in range(clause.end - 1, max(inside, clause.end - _FARTHEST), -1):
        if tree.text[place] in stops and tree.text[place + 1 : place + 2].isspace():
            rest = tree.text[place + 1 : clause.end].strip()
            opens = number_of(rest).kind is not None or words.recital.match(rest) is not None
            strong = tree.text[place] in "؛." and len(rest.split()) <= _FEW
            return place + 1 if opens or strong else None
    return None
