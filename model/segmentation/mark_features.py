"""What is to be known about a place where a clause may begin, as features in words for a trained model.

A feature is a word that names what is there; two things together make one feature where the one says little without
the other (a letter behind a colon). The names are what the weights are hashed by: whoever changes one trains anew.
"""

from bisect import bisect_right
from dataclasses import dataclass

from model.segmentation.headings import is_ordinal, is_verb, opens_recital
from model.segmentation.mark_reading import ITEMS, STOPS, Mark, Run, stop_sign, tail_of

_AHEAD = 3_000  # characters behind a word that are counted
_BEGINNING = 160


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A stretch of text and all its marks; ``shared`` are the features that hold for all of them."""

    text: str
    end: int
    marks: list[Mark]
    places: list[int]
    firm: list[Mark]
    firm_places: list[int]
    shared: tuple[str, ...]

    def neighbours(self, mark: Mark) -> tuple[Mark | None, Mark | None]:
        """The mark before and the mark after a place."""
        following = bisect_right(self.places, mark.start)
        at = following - 1 if mark.kind == "word" else following - 2
        return self.marks[at] if at >= 0 else None, self.marks[following] if following < len(self.marks) else None

    def paragraphs(self, mark: Mark) -> tuple[Mark | None, Mark | None]:
        """The firm numbers before and after a place, itself left out."""
        following = bisect_right(self.firm_places, mark.start)
        at = following - 1
        if at >= 0 and self.firm[at] is mark:
            at -= 1
        return self.firm[at] if at >= 0 else None, self.firm[following] if following < len(self.firm) else None


def features_of(mark: Mark, around: Surroundings) -> tuple[str, ...]:
    """The features of a mark or a word."""
    previous, upcoming = around.neighbours(mark)
    limit = upcoming.start if upcoming is not None else around.end
    one, two = (*mark.after, "", "")[:2]
    last, last_but_one = (*reversed(mark.words), "", "")[:2]
    before = mark.before
    coming = upcoming.kind + upcoming.before if upcoming is not None else "$$"
    gone = previous.kind if previous is not None else "^"
    features = [
        "",
        *around.shared,
        "b=" + before,
        "w1=" + last,
        "w2=" + last_but_one,
        f"w12={last_but_one} {last}",
        "n1=" + one,
        "n2=" + two,
        f"n12={one} {two}",
        "n1.=" + one[-1:],
        "n0=" + one[:1],
        "n00=" + one[:2],
        "gap=" + size((limit - mark.end) // 12),
        "next=" + coming,
        "last=" + gone,
        f"b,last={before}{gone}",
        f"b,next={before}{coming}",
        f"b,n1={before}{one}",
    ]
    if previous is not None:
        features.append("back=" + size((mark.start - previous.end) // 12))
    if mark.kind == "digit":
        features += _of_digit(mark, around)
    elif mark.kind in ITEMS:
        features += _of_item(mark, around, last, one, gone)
    elif mark.kind == "word":
        features += _of_word(mark, around, previous, upcoming, one)
    return tuple([mark.kind + "|" + feature for feature in features])


def skips(mark: Mark, around: Surroundings) -> bool:
    """Whether the paragraphs' numbers go on without this one."""
    before, after = around.paragraphs(mark)
    return after is not None and (after.place or 0) - ((before.place or 0) if before is not None else 0) == 1


def _of_digit(mark: Mark, around: Surroundings) -> list[str]:
    """Features of a number, of how it stands in the sequence of the paragraphs."""
    _, after = around.paragraphs(mark)
    before, step = mark.before, _step(mark.step)
    without = skips(mark, around)
    onward = _step(after.place - mark.place) if after is not None and after.place and mark.place else "$"
    shape = "".join("0" if sign.isdigit() else sign for sign in around.text[mark.start : mark.end])
    return [
        "shape=" + shape,
        "step=" + step,
        f"step,b={step}{before}",
        "onward=" + onward,
        f"step,onward={step}{onward}",
        f"skips={without},{step},{before}",
        f"skips={without},{step},{onward},{before in STOPS}",
    ]


def _of_item(mark: Mark, around: Surroundings, last: str, one: str, gone: str) -> list[str]:
    """Features of a letter and its like, of how it stands among the items of its list."""
    before, step = mark.before, _step(mark.step)
    back = mark.back.before if mark.back is not None else "-"
    ahead = mark.ahead.before if mark.ahead is not None else "-"
    first = "first" if mark.place == 1 else "later" if mark.place is not None else "none"
    place = "pre" if mark.segment == 0 else "in"
    if mark.run.facts is None:
        mark.run.facts = tuple(_of_run(mark.run, around))
    stop = mark.run.facts[0]
    return [
        f"{first},step={step}",
        f"{first},b={before}",
        f"{first},back={back}",
        f"{first},ahead={ahead}",
        f"{first},b,ahead={before}{ahead}",
        f"b,back,ahead={before}{back}{ahead}",
        f"b,back={before}{back}",
        f"conjoined={last in ('و', 'او')},{before},{back},{ahead}",
        f"number={mark.number}",
        f"{first},b,n1={before}{one}",
        f"{first},b,last,step={before}{gone}{step}",
        place,
        f"{place},b={before}",
        f"stop,b={stop}{before}",
        f"{first},since={mark.since}",
        f"{first},step,since={step}{mark.since}",
        f"under,b={mark.under},{before}",
        *mark.run.facts[1:],
    ]


def _of_run(run: Run, around: Surroundings) -> list[str]:
    """The stop that mostly stands between the items of a list, then the features that all of them share."""
    items = run.items
    head = items[0]
    stops = [item.before for item in items[1:]]
    stop = max("؛،.a", key=stops.count) if stops else "-"
    length = size(len(items))
    place = "pre" if head.segment == 0 else "in"
    span = size((items[-1].start - head.start) // (60 * len(stops))) if stops else "-"
    conjunction = any(item.words[-1:] in (["و"], ["او"]) for item in items)
    joined = min(2, sum(item.after[:1] != [] and item.after[0].startswith("و") for item in items[1:]))
    opening = head.words[-1] if head.words else ""
    _, following = around.neighbours(items[-1])
    tail = tail_of(around.text, items[-1], following.start if following is not None else around.end)
    begins = f"{head.place == 1}{head.before}"
    return [
        stop,
        f"{place},head={begins},stop={stop}",
        f"{place},head,stop,length={begins}{stop}{length}",
        f"{place},stop={stop}",
        f"stop,span={stop}{span}",
        f"stop,conjunction={stop}{conjunction}",
        f"stop,head,conjunction={stop}{head.before}{conjunction}",
        f"joined={joined}",
        f"joined,stop,head={joined}{stop}{head.before}",
        "headword=" + opening,
        f"headwords={' '.join(head.words[-2:])}",
        f"stop,headword={stop}{opening}",
        f"under={head.under},{stop}{head.before}",
        f"under={head.under},{head.place == 1}{length}",
        f"tail={tail}",
        f"tail,stop={tail}{stop}",
        f"tail,stop,head={tail}{stop}{head.before}{head.under}",
    ]


def _of_word(mark: Mark, around: Surroundings, previous: Mark | None, upcoming: Mark | None, one: str) -> list[str]:
    """Features of an unmarked place, of what it stands between."""
    text, before = around.text, mark.before
    paragraph, next_paragraph = around.paragraphs(mark)
    place = "pre" if paragraph is None else "post" if next_paragraph is None else "mid"
    step = "$"
    if next_paragraph is not None:
        step = _step((next_paragraph.place or 0) - ((paragraph.place or 0) if paragraph is not None else 0))
    kind = _kind_of_word(mark)
    limit = upcoming.start if upcoming is not None else around.end
    is_open = stop_sign.search(text, mark.end, limit) is None
    coming = upcoming.kind if upcoming is not None else "$"
    coming_before = upcoming.before if upcoming is not None else "$"
    in_list = previous is not None and previous.kind != "digit"
    listed = f"{in_list}{in_list and previous is not None and previous.ahead is None}"
    short = size((limit - mark.end) // 40)
    stretch = text[mark.end : min(limit, mark.end + _AHEAD)]
    ahead = f"{min(stretch.count('؛ '), 3)},{min(stretch.count('. '), 2)}"
    some = stretch[:_BEGINNING].split()
    numbers = sum(1 for word in some if word[0].isdigit()) * 8 // (len(some) or 1)
    return [
        place,
        f"{place},b={before}",
        f"{place},kind={kind}",
        f"{place},b,kind={before}{kind}",
        f"{place},open={is_open},{coming}",
        f"b,open={before}{is_open},{coming}",
        f"b,open,short={before}{is_open},{coming},{short}",
        f"{place},step={step},{is_open},{before}",
        f"{place},alone={not around.firm},{kind},{before}",
        f"{place},n1={one}",
        f"wa={one.startswith('و')},{before}{place}",
        f"list={listed}",
        f"list,b,kind={listed}{before}{kind}",
        f"list,b,next={listed}{before}{coming}{coming_before}",
        f"list,open,next={listed}{is_open}{coming}{coming_before}{before}",
        f"list,b,n1={listed}{before}{one}",
        f"ahead={before}{mark.under}{ahead}{coming}",
        f"under={mark.under},{before}{kind}",
        f"under,n00={mark.under},{before}{one[:2]}",
        f"numbers={numbers},{before}",
        f"recites={mark.recites},{before}{kind}",
        f"recites,n1={mark.recites},{one}",
    ]


def _kind_of_word(mark: Mark) -> str:
    """What the first word of an unmarked place looks like."""
    one = mark.after[0] if mark.after else ""
    if is_ordinal(mark.after):
        return "ordinal"
    if opens_recital(one):
        return "opener"
    if is_verb(one):
        return "verb"
    return "andverb" if one.startswith("و") and is_verb(one[1:]) else "other"


def _step(step: int | None) -> str:
    """A difference of numbers, as a feature."""
    if step is None:
        return "-"
    return str(step) if -1 <= step <= 2 else "<" if step < 0 else ">"


def size(number: int) -> str:
    """A number's size, as a feature."""
    return str(number if number < 4 else number.bit_length() + 2)
