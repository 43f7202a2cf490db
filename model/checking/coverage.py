"""What the clauses take in: words that stand in none, and clauses that do not end where their kind ends."""

from collections.abc import Iterator

from model.annotation.values import Span
from model.checking.findings import Mend, Problem
from model.checking.paragraph_order import OPERATIVE, PREAMBULAR
from model.checking.reading import Reading, first_word, last_word
from model.errors import UserError
from model.text import words
from model.text.numbering import number_of
from model.text.reading_form import ReadingForm

_STOPS = {PREAMBULAR: "،؛.:", OPERATIVE: "؛.:", "subclause": "؛.:،"}
_BRACKETED = "source"  # its limits are brackets, where it has them
_LONGEST_TITLE = 150  # code points of an item that is a heading: without a stop, and prose of its own follows
_LONGEST_TYPED = 1_000  # and with whatever tatweel and marks are in it
_FARTHEST = 400  # code points from a clause's end to the stop to which it would be cut back
_FEW = 3  # words behind a stop that seem to belong to the next clause
_QUOTED = 60  # code points of a stretch that are quoted
_INVISIBLE = dict.fromkeys(map(ord, words.INVISIBLE))
_LAST = "closing"  # what stands behind it is the end of the document


def uncovered(reading: Reading, reached: int, *, whole: bool) -> Iterator[Problem]:
    """Words that stand in no clause, before ``reached``, or before the document's end with ``whole``; also where its
    closing is confirmed.
    """
    tops = reading.tops
    whole = whole or (bool(tops) and tops[-1].label == _LAST and tops[-1].end <= reached)
    for number, (start, end) in reading.gaps.items():
        if start >= reached and not whole:
            continue
        before = tops[number - 1] if number else None
        if before is not None and _lengthened(reading, before) >= end and not _is_complete(reading, before):
            continue  # that is said of the clause itself
        said = UserError("In no clause: “{quote}”", quote=_quote(reading.source[start:end]))
        yield Problem("uncovered", None, start, end, said, _taken_in(reading, number, start, end))


def _quote(text: str) -> str:
    """The beginning of a stretch, whole words of it where a word ends there."""
    form = ReadingForm(text[:_LONGEST_TYPED])
    if len(form.text) <= _QUOTED and len(text) <= _LONGEST_TYPED:
        return text.translate(_INVISIBLE)
    blank = form.text.rfind(" ", 0, _QUOTED)
    return text[: form.source_place(blank if blank > 0 else _QUOTED)].translate(_INVISIBLE) + "…"


def _taken_in(reading: Reading, number: int, start: int, end: int) -> Mend | None:
    """Give the words to the clause behind them that they begin, mark them as what they open as, or give them to the
    clause before them."""
    tops, text = reading.tops, reading.text
    opening = number_of(text[start : min(end, start + 48)])
    behind = tops[number] if number < len(tops) else None
    before = tops[number - 1] if number else None
    if behind is not None and behind.label in _STOPS and text[end - 1] not in "؛.،:":
        headless = reading.opening(behind).kind is None and words.recital.match(text, behind.start) is None
        if headless or opening.end >= end - start:
            said = UserError("Begin the clause behind it there")
            return Mend("limits", said, behind.id, start, behind.end, before=behind.limits)
    label = None
    if opening.kind == "digit":
        label = OPERATIVE
    elif words.recital.match(text, start, end) is not None:
        label = PREAMBULAR
    elif opening.kind is not None and before is not None and before.label in reading.items:
        label = before.label
    if label in reading.labels:
        limit = words.next_clause(text, start)[1]
        if limit > end or (label == PREAMBULAR and behind is not None):  # a “وإذ” inside a recital opens none
            limit = end
        kind = UserError("Mark it as “{label}”", label=label)
        return Mend("mark", kind, None, start, limit, label)
    if (
        before is not None
        and before.label in _STOPS
        and (opening.kind is not None or not _is_complete(reading, before))
    ):
        said = UserError("Take it into the clause before it")
        return Mend("limits", said, before.id, before.start, end, before=before.limits)
    return None


def endings(reading: Reading) -> Iterator[Problem]:
    """Clauses that end without their usual stop, the innermost of those that end in one place."""
    ended: set[int] = set()
    for clause in reversed(reading.clauses):
        if clause.label not in _STOPS and clause.label != _BRACKETED:
            continue
        _, end = reading.last_sign(clause)
        if end in ended:
            continue
        if clause.label in _STOPS:
            ended.add(end)
        if not _is_complete(reading, clause):
            yield _open(reading, clause)


def _is_complete(reading: Reading, clause: Span) -> bool:
    text = reading.text
    if clause.label == _BRACKETED:
        return text[clause.start] != "[" or text[clause.start : clause.end].rstrip(words.INVISIBLE + " ").endswith("]")
    stops = _STOPS.get(clause.label)
    if stops is None:
        return True
    sign, end = reading.last_sign(clause)
    if sign in stops and sign:
        return True
    return clause.label in reading.items and _is_title(reading, clause, end)


def _is_title(reading: Reading, clause: Span, end: int) -> bool:
    """Whether an item of a list is a short heading, with clauses of its own right behind it."""
    following = reading.following(clause)
    return (
        end - clause.start <= _LONGEST_TYPED
        and len(ReadingForm(reading.text[clause.start : end]).text) <= _LONGEST_TITLE
        and following is not None
        and reading.words_between(clause.end, following.start) is None
        and not set("؛:") & set(reading.text[clause.start : clause.end])
    )


def _open(reading: Reading, clause: Span) -> Problem:
    """What is said of a clause without its stop, at its last word."""
    text, end = reading.text, clause.end
    start = max(clause.start, words.previous_word(text, end))
    if clause.label == _BRACKETED:
        said = UserError("It opens with a bracket and does not end with one.")
    elif reading.last_sign(clause)[0] == "،":
        said = UserError("It ends with a comma.")
    else:
        said = UserError("It ends without a stop.")
    return Problem("ending", clause.id, start, end, said, _closed(reading, clause))


def _closed(reading: Reading, clause: Span) -> Mend | None:
    """Lengthen the clause to its stop, or cut it back to the one before its end where another clause opens there."""
    text = reading.text
    back = _cut_back(reading, clause)
    if back is not None:
        following = reading.following(clause)
        if following is not None and reading.words_between(clause.end, following.start) is None:
            start = words.trim(text, back, clause.end)[0]
            if following.label in _STOPS and reading.holder[following.id] == reading.holder[clause.id]:
                said = UserError("Begin the clause behind it at “{word}”", word=first_word(reading.source, start))
                return Mend("limits", said, following.id, start, following.end, before=following.limits)
        return _limits(clause, back, UserError("Cut it back to “{word}”", word=last_word(reading.source, back)))
    further = _lengthened(reading, clause)
    if further > clause.end:
        return _limits(clause, further, UserError("Lengthen it to “{word}”", word=last_word(reading.source, further)))
    return None


def _limits(clause: Span, end: int, said: UserError) -> Mend:
    return Mend("limits", said, clause.id, clause.start, end, before=clause.limits)


def _lengthened(reading: Reading, clause: Span) -> int:
    """The end of the clause with the words behind it up to its stop; its own end where another clause is in the way."""
    following = reading.following(clause)
    text = reading.text
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
            found = end  # items may end with a comma, where nothing better comes
    return found


def _cut_back(reading: Reading, clause: Span) -> int | None:
    """The last stop near the clause's end behind which another one seems to open; None where nothing seems to, or
    where something inside the clause would be cut."""
    inside = max((each.end for each in reading.inner.get(clause.id, ())), default=clause.start)
    stops = _STOPS.get(clause.label, "")
    for place in range(clause.end - 1, max(inside, clause.end - _FARTHEST), -1):
        if reading.text[place] in stops and reading.text[place + 1 : place + 2].isspace():
            rest = reading.text[place + 1 : clause.end].strip()
            opens = number_of(rest).kind is not None or words.recital.match(rest) is not None
            strong = reading.text[place] in "؛." and len(rest.split()) <= _FEW
            return place + 1 if opens or strong else None
    return None
